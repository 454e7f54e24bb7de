// SPDX-License-Identifier: EUPL-1.2
/* What several commands do; command.h is the manual. */
#include "command.h"

#include <osl/time.h>
#include <stdio.h>

uno_Interface *md_document(struct md_command *command)
{
    struct md_office *office = &command->office;
    uno_Interface *controller = md_object_in(md_ask(office, command->frame, "frame.XFrame::getController"));
    return md_object_in(md_ask(office, controller, "frame.XController::getModel"));
}

static const struct md_bilingual months[] = {
    {"januari", "January"}, {"februari", "February"}, {"maart", "March"},
    {"april", "April"},     {"mei", "May"},           {"juni", "June"},
    {"juli", "July"},       {"augustus", "August"},   {"september", "September"},
    {"oktober", "October"}, {"november", "November"}, {"december", "December"},
};

void md_append_moment(struct md_sentence *sentence, enum md_language language)
{
    TimeValue now, local;
    oslDateTime date;
    if (!osl_getSystemTime(&now) || !osl_getLocalTimeFromSystemTime(&now, &local) ||
        !osl_getDateTimeFromTimeValue(&local, &date) || date.Month < 1 || date.Month > 12)
        return;
    char text[64];
    struct md_bilingual month = months[date.Month - 1];
    snprintf(text, sizeof text, language == MD_DUTCH ? "%d %s %d %02du%02d" : "%d %s %d %02dh%02d", date.Day,
             language == MD_DUTCH ? month.nl : month.en, date.Year, date.Hours, date.Minutes);
    md_append(sentence, text);
}

void md_show(struct md_command *command, uno_Interface *document, const char *title)
{
    struct md_office *office = &command->office;
    uno_Interface *properties =
        md_object_in(md_ask(office, document, "document.XDocumentPropertiesSupplier::getDocumentProperties"));
    uno_Interface *controller = md_object_in(md_ask(office, document, "frame.XModel::getCurrentController"));
    uno_Interface *frame = md_object_in(md_ask(office, controller, "frame.XController::getFrame"));
    uno_Interface *window = md_object_in(md_ask(office, frame, "frame.XFrame::getContainerWindow"));
    md_call(office, properties, "document.XDocumentProperties::Title", md_utf8(title));
    md_call(office, document, "util.XModifiable::setModified", md_bool(true));
    md_call(office, window, "awt.XWindow::setVisible", md_bool(true));
    md_ask(office, window, "awt.XTopWindow::toFront");
}

void md_close(struct md_command *command, uno_Interface *document)
{
    md_call(&command->office, document, "util.XCloseable::close", md_bool(true));
}
