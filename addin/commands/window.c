// SPDX-License-Identifier: EUPL-1.2
/* The window with a text; window.h is the manual. */
#include "window.h"

#include <string.h>

/* In the office's units for dialogs: a quarter of the width and an eighth of the height of a letter. */
enum { WIDTH = 300, MARGIN = 6, BUTTON_WIDTH = 50, BUTTON_HEIGHT = 14, LEFT = 60, TOP = 40, LINE = 9, LETTERS_IN_A_LINE = 72 };
enum { FEWEST_LINES = 4, MOST_LINES = 24 };
enum { CANCEL = 2 }; /* com.sun.star.awt.PushButtonType */

/* How many lines the text takes, roughly. */
static size_t lines_of(const char *text)
{
    size_t lines = 0;
    while (*text != 0) {
        size_t length = strcspn(text, "\n");
        lines += 1 + length / LETTERS_IN_A_LINE;
        text += length + (text[length] == '\n');
    }
    return lines < FEWEST_LINES ? FEWEST_LINES : lines > MOST_LINES ? MOST_LINES : lines;
}

/* Puts a new control into a dialog's model, at this place; the caller sets what else it has. */
static uno_Interface *add_control(struct md_office *office, uno_Interface *dialog, const char *service, const char *name,
                                  int64_t x, int64_t y, int64_t width, int64_t height)
{
    uno_Interface *control =
        md_object_in(md_call(office, dialog, "lang.XMultiServiceFactory::createInstance", md_utf8(service)));
    md_set(office, control, "PositionX", md_int(x));
    md_set(office, control, "PositionY", md_int(y));
    md_set(office, control, "Width", md_int(width));
    md_set(office, control, "Height", md_int(height));
    md_call(office, dialog, "container.XNameContainer::insertByName", md_utf8(name), md_object(control));
    return control;
}

static uno_Interface *new_model(struct md_command *command, const char *title, const char *text)
{
    struct md_office *office = &command->office;
    uno_Interface *model = md_service(office, "awt.UnoControlDialogModel");
    int64_t field = (int64_t)lines_of(text) * LINE, bottom = MARGIN + field + MARGIN;
    md_set(office, model, "Title", md_utf8(title));
    md_set(office, model, "PositionX", md_int(LEFT));
    md_set(office, model, "PositionY", md_int(TOP));
    md_set(office, model, "Width", md_int(WIDTH));
    md_set(office, model, "Height", md_int(bottom + BUTTON_HEIGHT + MARGIN));
    md_set(office, model, "Moveable", md_bool(true));
    md_set(office, model, "Closeable", md_bool(true));
    uno_Interface *label = add_control(office, model, "com.sun.star.awt.UnoControlFixedTextModel", "label", MARGIN, MARGIN,
                                       WIDTH - 2 * MARGIN, field);
    md_set(office, label, "Label", md_utf8(text)); /* sentence 1 */
    md_set(office, label, "MultiLine", md_bool(true));
    uno_Interface *edit =
        add_control(office, model, "com.sun.star.awt.UnoControlEditModel", "text", MARGIN, MARGIN, WIDTH - 2 * MARGIN, field);
    md_set(office, edit, "MultiLine", md_bool(true));
    md_set(office, edit, "ReadOnly", md_bool(true));
    md_set(office, edit, "VScroll", md_bool(true));
    md_set(office, edit, "Text", md_utf8(text));
    uno_Interface *button = add_control(office, model, "com.sun.star.awt.UnoControlButtonModel", "close",
                                        WIDTH - MARGIN - BUTTON_WIDTH, bottom, BUTTON_WIDTH, BUTTON_HEIGHT);
    md_set(office, button, "Label", md_utf8(md_in(command, (struct md_bilingual){"Sluiten", "Close"})));
    md_set(office, button, "PushButtonType", md_short(CANCEL));
    md_set(office, button, "DefaultButton", md_bool(true));
    return model;
}

void md_show_text(struct md_command *command, const char *title, const char *text)
{
    struct md_office *office = &command->office;
    uno_Interface *dialog = md_service(office, "awt.UnoControlDialog"), *model = new_model(command, title, text);
    uno_Interface *parent = md_object_in(md_ask(office, command->frame, "frame.XFrame::getContainerWindow"));
    md_call(office, dialog, "awt.XControl::setModel", md_object(model));
    md_call(office, dialog, "awt.XControl::createPeer", md_object(md_service(office, "awt.Toolkit")), md_object(parent));
    md_ask(office, dialog, "awt.XDialog::execute");
    md_ask(office, dialog, "lang.XComponent::dispose");
    md_ask(office, model, "lang.XComponent::dispose"); /* which otherwise stays, with its text */
}
