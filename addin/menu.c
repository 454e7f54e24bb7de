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
    [MD_OPEN_OUTSIDE] = md_open_outside,     [MD_OPEN_TEMPLATE] = md_open_template, [MD_EXPLAIN_CELL] = md_explain_cell,
    [MD_CHECK_DOCUMENT] = md_check_document, [MD_COPY_VALUES] = md_copy_values,
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
    struct md_text locale = md_text_in(md_setting(office, "/org.openoffice.Setup/L10N/ooLocale"));
    bool dutch = locale.length >= 2 && locale.units[0] == 'n' && locale.units[1] == 'l';
    return dutch ? MD_DUTCH : MD_ENGLISH;
}

/* The frame that the entry was chosen in. The office tells it to whom it makes for a frame; for others it is the one in front. */
static uno_Interface *frame_of(struct md_office *office, uno_Interface *told)
{
    if (told != NULL)
        return md_object_in(md_ask(office, told, "uno.XAdapter::queryAdapted"));
    return md_object_in(md_ask(office, md_singleton(office, "frame.theDesktop"), "frame.XDesktop::getCurrentFrame"));
}

static void run(struct md_object *object, const struct md_entry *entry)
{
    struct md_command command = {.entry = entry};
    struct md_office *office = &command.office;
    md_office_begin(office, md_context(object));
    md_blocks_init(&command.blocks);
    command.language = office_language(office);
    command.frame = frame_of(office, md_held(object));
    office->failed = false;
    runs[entry->action](&command);
    md_blocks_free(&command.blocks);
    md_office_end(office);
}

/* Remembers the frame that the first of the arguments is; by its adapter, so that it can go while this object is kept. */
static void remember_frame(struct md_object *object, const uno_Sequence *arguments)
{
    struct md_office office;
    md_office_begin(&office, md_context(object));
    uno_Interface *frame = arguments->nElements > 0 ? md_object_in(md_elements(arguments)) : NULL;
    md_hold(object, md_object_in(md_ask(&office, frame, "uno.XWeak::queryAdapter")));
    md_office_end(&office);
}

/* ---- The interfaces --------------------------------------------------------------------------------------------- */

/* XDispatch. As an entry can always be chosen, no listener ever hears of a change. */
static bool dispatch(struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)result;
    if (method == 1 || method == 2) /* addStatusListener(XStatusListener, URL), removeStatusListener(XStatusListener, URL) */
        return true;
    if (method != 0) /* dispatch(URL, sequence<PropertyValue>) */
        return false;
    const struct md_entry *entry = entry_of(((const struct url *)arguments[0])->complete);
    if (entry != NULL)
        run(object, entry);
    return true;
}

static uno_Interface *dispatch_for(const struct md_object *object, const rtl_uString *url)
{
    return entry_of(url) != NULL ? md_acquire(object, dispatch) : NULL;
}

/* XDispatchProvider */
static bool dispatch_provider(struct md_object *object, sal_Int32 method, void *result, void **arguments)
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

/* XInitialization */
static bool initialization(struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)result;
    if (method != 0) /* initialize(sequence<any>) */
        return false;
    remember_frame(object, *(uno_Sequence **)arguments[0]);
    return true;
}

static const char *const services[] = {"meedoen.Menu", NULL};
static struct md_interface interfaces[] = {
    {"com.sun.star.frame.XDispatchProvider", dispatch_provider, NULL},
    {"com.sun.star.frame.XDispatch", dispatch, NULL},
    {"com.sun.star.lang.XInitialization", initialization, NULL},
    {NULL, NULL, NULL},
};

const struct md_implementation md_menu = {MD_MENU_IMPLEMENTATION, services, interfaces};
