// SPDX-License-Identifier: EUPL-1.2
/* From the URL of an entry to its command; menu.h is the manual. */
#include "menu.h"

#include "commands/command.h"

/* The beginning of com.sun.star.util.URL: its first member is the whole of it. */
struct url {
    rtl_uString *complete;
};

/* com.sun.star.frame.DispatchDescriptor begins with such a URL by value; the rest is never read, only stepped over. */
struct dispatch_descriptor {
    struct {
        rtl_uString *complete, *main, *protocol, *user, *password, *server;
        sal_Int16 port;
        rtl_uString *path, *name, *arguments, *mark;
    } url;
    rtl_uString *frame_name;
    sal_Int32 search_flags;
};

/* ---- Commands --------------------------------------------------------------------------------------------------- */

static md_run *const runs[] = {
    [MD_OPEN_OUTSIDE] = md_open_outside,
    [MD_OPEN_TEMPLATE] = md_open_template,
};

static const struct md_entry *entry_of(const rtl_uString *url)
{
    for (const struct md_entry *entry = md_entries; entry < md_entries + md_entries_length; entry++)
        if (entry->url != NULL && rtl_ustr_ascii_compare_WithLength(url->buffer, url->length, entry->url) == 0)
            return entry;
    return NULL;
}

/* The language of the office's windows: a setting such as "nl-NL". */
static enum md_language office_language(struct md_office *office)
{
    uno_Interface *settings = md_service_with(office, "configuration.ReadOnlyAccess", md_utf8("*"));
    struct md_text locale = md_text_in(md_call(office, settings, "container.XHierarchicalNameAccess::getByHierarchicalName",
                                               md_utf8("/org.openoffice.Setup/L10N/ooLocale")));
    bool dutch = locale.length >= 2 && locale.units[0] == 'n' && locale.units[1] == 'l';
    return dutch ? MD_DUTCH : MD_ENGLISH;
}

static void run(uno_Interface *context, const struct md_entry *entry)
{
    struct md_command command = {.entry = entry};
    md_office_begin(&command.office, context);
    command.language = office_language(&command.office);
    command.office.failed = false;
    runs[entry->action](&command);
    md_office_end(&command.office);
}

/* ---- The interfaces --------------------------------------------------------------------------------------------- */

/* XDispatch. As an entry can always be chosen, no listener ever hears of a change. */
static bool dispatch(const struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)result;
    if (method == 1 || method == 2) /* addStatusListener(XStatusListener, URL), removeStatusListener(XStatusListener, URL) */
        return true;
    if (method != 0) /* dispatch(URL, sequence<PropertyValue>) */
        return false;
    const struct md_entry *entry = entry_of(((const struct url *)arguments[0])->complete);
    if (entry != NULL)
        run(md_context(object), entry);
    return true;
}

static uno_Interface *dispatch_for(const struct md_object *object, const rtl_uString *url)
{
    return entry_of(url) != NULL ? md_acquire(object, dispatch) : NULL;
}

/* XDispatchProvider */
static bool dispatch_provider(const struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    if (method == 0) { /* XDispatch queryDispatch(URL, string, long) */
        *(uno_Interface **)result = dispatch_for(object, ((const struct url *)arguments[0])->complete);
        return true;
    }
    if (method != 1) /* sequence<XDispatch> queryDispatches(sequence<DispatchDescriptor>) */
        return false;
    const uno_Sequence *requests = *(uno_Sequence **)arguments[0];
    const struct dispatch_descriptor *descriptors = md_elements(requests);
    uno_Sequence *sequence = md_new_sequence((size_t)requests->nElements, sizeof(uno_Interface *));
    uno_Interface **dispatches = sequence != NULL ? md_elements(sequence) : NULL;
    for (sal_Int32 i = 0; dispatches != NULL && i < requests->nElements; i++)
        dispatches[i] = dispatch_for(object, descriptors[i].url.complete);
    if (sequence != NULL)
        *(uno_Sequence **)result = sequence;
    return sequence != NULL;
}

static const char *const services[] = {"meedoen.Menu", NULL};
static const struct md_interface interfaces[] = {
    {"com.sun.star.frame.XDispatchProvider", dispatch_provider},
    {"com.sun.star.frame.XDispatch", dispatch},
    {NULL, NULL},
};

const struct md_implementation md_menu = {MD_MENU_IMPLEMENTATION, services, interfaces};
