// SPDX-License-Identifier: EUPL-1.2
/* Showing how far a command is, and stopping it; progress.h is the manual. */
#include "progress.h"

#include "../component.h"

#include <stdatomic.h>

enum { STEPS = 1000, ESCAPE = 1281 }; /* of the bar; com.sun.star.awt.Key */

static atomic_bool running, stopped;

/* com.sun.star.awt.KeyEvent */
struct key_event {
    struct {
        uno_Interface *source;
        sal_Int16 modifiers;
    } input;
    sal_Int16 code;
    sal_Unicode character;
    sal_Int16 function;
};

/* XKeyHandler, behind XEventListener */
static bool key_handler(struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)object;
    if (method == 0) /* disposing(EventObject) */
        return true;
    if (method != 1 && method != 2)
        return false;
    bool escape = method == 1 && ((const struct key_event *)arguments[0])->code == ESCAPE; /* keyPressed; 2 is keyReleased */
    if (escape)
        atomic_store(&stopped, true);
    *(sal_Bool *)result = escape;
    return true;
}

static const char *const no_services[] = {NULL};
static struct md_interface key_interfaces[] = {{"com.sun.star.awt.XKeyHandler", key_handler, NULL}, {NULL, NULL, NULL}};
static const struct md_implementation escape_key = {"meedoen.comp.EscapeKey", no_services, key_interfaces};

bool md_begin_progress(struct md_progress *progress, struct md_command *command, struct md_bilingual text)
{
    struct md_office *office = &command->office;
    if (atomic_exchange(&running, true)) {
        atomic_store(&stopped, true);
        return false;
    }
    atomic_store(&stopped, false);
    progress->command = command;
    progress->indicator = md_object_in(md_ask(office, command->frame, "task.XStatusIndicatorFactory::createStatusIndicator"));
    md_call(office, progress->indicator, "task.XStatusIndicator::start", md_utf8(md_in(command, text)), md_int(STEPS));
    progress->toolkit = md_service(office, "awt.Toolkit");
    progress->keys = md_new_object(&escape_key, office->context);
    md_call(office, progress->toolkit, "awt.XExtendedToolkit::addKeyHandler", md_object(progress->keys));
    return true;
}

bool md_go_on(struct md_progress *progress, double done)
{
    struct md_office *office = &progress->command->office;
    bool failed = office->failed;
    md_call(office, progress->indicator, "task.XStatusIndicator::setValue", md_int((int64_t)(done * STEPS)));
    office->failed = failed; /* a window without a status bar is no reason to stop */
    return !atomic_load(&stopped);
}

void md_end_progress(struct md_progress *progress)
{
    struct md_office *office = &progress->command->office;
    md_ask(office, progress->indicator, "task.XStatusIndicator::end");
    md_call(office, progress->toolkit, "awt.XExtendedToolkit::removeKeyHandler", md_object(progress->keys));
    if (progress->keys != NULL)
        progress->keys->release(progress->keys);
    atomic_store(&running, false);
}
