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

void md_say_moment(struct md_sentence *sentence)
{
    TimeValue now, local;
    oslDateTime date;
    if (!osl_getSystemTime(&now) || !osl_getLocalTimeFromSystemTime(&now, &local) ||
        !osl_getDateTimeFromTimeValue(&local, &date) || date.Month < 1 || date.Month > 12)
        return;
    char text[64];
    struct md_bilingual month = months[date.Month - 1];
    bool dutch = sentence->language == MD_DUTCH;
    snprintf(text, sizeof text, "%d %s %d %02d%c%02d", date.Day, dutch ? month.nl : month.en, date.Year, date.Hours,
             dutch ? 'u' : 'h', date.Minutes);
    md_append(sentence, text);
}

enum { NEVER = 0 }; /* com.sun.star.document.MacroExecMode, UpdateDocMode */

/* What a document may have set so that it opens shared or read-only. */
static const char *const opening[] = {"IsDocumentShared", "LoadReadonly"};
enum { OPENING = sizeof opening / sizeof *opening };

/* Turns off what is set of that, and remembers what it was. */
static void clear_opening(struct md_office *office, uno_Interface *settings, bool was_set[OPENING])
{
    for (size_t i = 0; i < OPENING; i++) {
        was_set[i] = md_true_in(md_get(office, settings, opening[i]));
        if (was_set[i])
            md_set(office, settings, opening[i], md_bool(false));
    }
}

static void restore_opening(struct md_office *office, uno_Interface *settings, const bool was_set[OPENING])
{
    for (size_t i = 0; i < OPENING; i++)
        if (was_set[i])
            md_set(office, settings, opening[i], md_bool(true));
}

/* Stores the document to a stream, as one that opens for its reader alone, to be changed. What the office does for that in the
 * document, such as sorting its drawings, it does not put among what can be undone. A chart in it that was modified is then not
 * modified any more, and the document on account of it: its mark is put back. */
static void store(struct md_office *office, uno_Interface *document, uno_Interface *stream)
{
    bool was_set[OPENING];
    uno_Interface *settings = md_object_in(
        md_call(office, document, "lang.XMultiServiceFactory::createInstance", md_utf8("com.sun.star.document.Settings")));
    uno_Interface *undo = md_object_in(md_ask(office, document, "document.XUndoManagerSupplier::getUndoManager"));
    bool modified = md_true_in(md_ask(office, document, "util.XModifiable::isModified"));
    md_ask(office, undo, "util.XLockable::lock");
    clear_opening(office, settings, was_set);
    md_call(office, document, "frame.XStorable::storeToURL", md_utf8("private:stream"),
            md_properties(office, {"FilterName", md_utf8("calc8")}, {"OutputStream", md_object(stream)}));
    restore_opening(office, settings, was_set);
    md_ask(office, undo, "util.XLockable::unlock");
    if (modified && !md_true_in(md_ask(office, document, "util.XModifiable::isModified")))
        md_call(office, document, "util.XModifiable::setModified", md_bool(true));
}

uno_Interface *md_store(struct md_office *office, uno_Interface *document)
{
    uno_Interface *memory = md_service(office, "comp.MemoryStream");
    store(office, document, memory);
    return office->failed ? NULL : memory;
}

/* A document without a window. One that is hidden would have a window without a size, and when it is closed the office remembers that
 * size for the windows that it opens next. */
static uno_Interface *windowless(struct md_office *office)
{
    return md_service(office, "sheet.SpreadsheetDocument");
}

/* The document if it was made, or else NULL and it is closed. */
static uno_Interface *if_made(struct md_office *office, uno_Interface *document, md_answer made)
{
    if (made != NULL)
        return document;
    md_close(office, document);
    return NULL;
}

uno_Interface *md_load(struct md_office *office, uno_Interface *memory)
{
    if (md_call(office, memory, "io.XSeekable::seek", md_int(0)) == NULL || office->failed)
        return NULL;
    uno_Interface *document = windowless(office);
    return if_made(office, document,
                   md_call(office, document, "frame.XLoadable::load",
                           md_properties(office, {"URL", md_utf8("private:stream")}, {"FilterName", md_utf8("calc8")},
                                         {"InputStream", md_object(memory)}, {"AsTemplate", md_bool(true)},
                                         {"MacroExecutionMode", md_int(NEVER)}, {"UpdateDocMode", md_int(NEVER)})));
}

uno_Interface *md_new(struct md_office *office)
{
    uno_Interface *document = windowless(office);
    return if_made(office, document, md_ask(office, document, "frame.XLoadable::initNew"));
}

uno_Interface *md_new_copy(struct md_office *office, uno_Interface *document)
{
    return md_load(office, md_store(office, document));
}

bool md_show(struct md_command *command, uno_Interface *document, const char *title)
{
    struct md_office *office = &command->office;
    uno_Interface *properties =
        md_object_in(md_ask(office, document, "document.XDocumentPropertiesSupplier::getDocumentProperties"));
    md_call(office, properties, "document.XDocumentProperties::Title", md_utf8(title));
    md_call(office, md_singleton(office, "frame.theDesktop"), "frame.XComponentLoader::loadComponentFromURL",
            md_utf8("private:object"), md_utf8("_blank"), md_int(0),
            md_properties(office, {"Model", md_object(document)}, {"SuggestedSaveAsName", md_utf8(title)}));
    md_call(office, document, "util.XModifiable::setModified", md_bool(true));
    uno_Interface *controller = md_object_in(md_ask(office, document, "frame.XModel::getCurrentController"));
    if (controller == NULL) {
        md_close(office, document);
        return false;
    }
    uno_Interface *frame = md_object_in(md_ask(office, controller, "frame.XController::getFrame"));
    md_ask(office, md_object_in(md_ask(office, frame, "frame.XFrame::getContainerWindow")), "awt.XTopWindow::toFront");
    return true;
}

void md_close(struct md_office *office, uno_Interface *document)
{
    md_call(office, document, "util.XCloseable::close", md_bool(true));
}
