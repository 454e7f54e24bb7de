// SPDX-License-Identifier: EUPL-1.2
/* The entries of the menu and what each of them opens; menu.h is the manual. */
#include "menu.h"

#include "call.h"

#include <osl/module.h>

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

/* com.sun.star.beans.PropertyValue */
struct property_value {
    rtl_uString *name;
    sal_Int32 handle;
    uno_Any value;
    sal_Int32 state;
};

enum { URIS_ONLY = 2 }; /* com.sun.star.system.SystemShellExecuteFlags */

/* ---- Where the extension is ------------------------------------------------------------------------------------- */

/* The URL of a file of the extension, the caller's; NULL if the office cannot say where the library is.
 *
 * The library lies in a folder of the extension, one for each platform: the extension is two levels up. Its own place is
 * always known, however the extension was installed. */
static rtl_uString *new_package_url(const char *path)
{
    static char of_the_library; /* its address is asked for: ISO C has no cast from a function's */
    rtl_uString *library = NULL, *folder = NULL, *relative = md_new_string(path), *url = NULL;
    if (osl_getModuleURLFromAddress(&of_the_library, &library)) {
        sal_Int32 end = library->length;
        for (int level = 0; level < 2 && end > 0; level++)
            end = rtl_ustr_lastIndexOfChar_WithLength(library->buffer, end, '/');
        rtl_uString_newFromStr_WithLength(&folder, library->buffer, end > 0 ? end + 1 : 0);
        rtl_uString_newConcat(&url, folder, relative);
        rtl_uString_release(folder);
    }
    if (library != NULL)
        rtl_uString_release(library);
    rtl_uString_release(relative);
    return url;
}

/* ---- Entries ---------------------------------------------------------------------------------------------------- */

static bool office_is_dutch(uno_Interface *context)
{
    rtl_uString *any_locale = md_new_string("*"), *path = md_new_string("/org.openoffice.Setup/L10N/ooLocale");
    uno_Interface *settings = md_service(context, "com.sun.star.configuration.ReadOnlyAccess", any_locale);
    uno_Any value;
    bool dutch = false;
    void *arguments[] = {&path};
    if (md_call(settings, "com.sun.star.container.XHierarchicalNameAccess::getByHierarchicalName", &value, arguments)) {
        const rtl_uString *locale = value.pType->eTypeClass == typelib_TypeClass_STRING ? *(rtl_uString **)value.pData : NULL;
        dutch = locale != NULL && rtl_ustr_ascii_shortenedCompare_WithLength(locale->buffer, locale->length, "nl", 2) == 0;
        uno_any_destruct(&value, NULL);
    }
    md_release(settings);
    rtl_uString_release(path);
    rtl_uString_release(any_locale);
    return dutch;
}

/* [AsTemplate = true]: a new document, which cannot be saved over the sample. */
static uno_Sequence *new_load_properties(void)
{
    uno_Sequence *sequence = md_new_sequence(1, sizeof(struct property_value));
    if (sequence != NULL) {
        struct property_value *property = md_elements(sequence);
        *property = (struct property_value){.name = md_new_string("AsTemplate")};
        sal_Bool yes = true;
        uno_type_any_construct(&property->value, &yes, *typelib_static_type_getByTypeClass(typelib_TypeClass_BOOLEAN), NULL);
    }
    return sequence;
}

static void load(uno_Interface *desktop, rtl_uString *url)
{
    uno_Interface *document = NULL;
    uno_Sequence *properties = new_load_properties();
    rtl_uString *frame_name = md_new_string("_blank");
    sal_Int32 search_flags = 0;
    void *arguments[] = {&url, &frame_name, &search_flags, &properties};
    if (properties != NULL)
        md_call(desktop, "com.sun.star.frame.XComponentLoader::loadComponentFromURL", &document, arguments);
    md_release(document);
    rtl_uString_release(frame_name);
    md_end_sequence(properties, "[]com.sun.star.beans.PropertyValue");
}

static void open_sample(uno_Interface *context, rtl_uString *url)
{
    uno_Interface *desktop = md_singleton(context, "com.sun.star.frame.theDesktop");
    if (desktop != NULL)
        load(desktop, url);
    md_release(desktop);
}

static void open_outside(uno_Interface *context, rtl_uString *url)
{
    uno_Interface *shell = md_service(context, "com.sun.star.system.SystemShellExecute", NULL);
    rtl_uString *parameters = md_new_string("");
    sal_Int32 flags = URIS_ONLY;
    void *arguments[] = {&url, &parameters, &flags};
    md_call(shell, "com.sun.star.system.XSystemShellExecute::execute", NULL, arguments);
    rtl_uString_release(parameters);
    md_release(shell);
}

static const struct entry {
    const char *url, *dutch, *english;
    void (*open)(uno_Interface *context, rtl_uString *url);
} entries[] = {
    {"meedoen:handbook", "handbook/handboek.html", "handbook/handbook.html", open_outside},
    {"meedoen:handbook-pdf", "handbook/handboek.pdf", "handbook/handbook.pdf", open_outside},
    {"meedoen:begroting", "templates/Meedoen/begroting.ots", "templates/Meedoen/begroting.ots", open_sample},
    {"meedoen:verdeling", "templates/Meedoen/verdeling.ots", "templates/Meedoen/verdeling.ots", open_sample},
    {"meedoen:raadscheck", "templates/Meedoen/raadscheck.ots", "templates/Meedoen/raadscheck.ots", open_sample},
    {"meedoen:training", "templates/Meedoen/training.ots", "templates/Meedoen/training.ots", open_sample},
};

static const struct entry *entry_of(const rtl_uString *url)
{
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (rtl_ustr_ascii_compare_WithLength(url->buffer, url->length, entries[i].url) == 0)
            return &entries[i];
    return NULL;
}

/* ---- The interfaces --------------------------------------------------------------------------------------------- */

/* XDispatch. An entry can always be chosen, so that no listener ever hears of a change. */
static bool dispatch(const struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)result;
    if (method == 1 || method == 2) /* addStatusListener(XStatusListener, URL), removeStatusListener(XStatusListener, URL) */
        return true;
    if (method != 0) /* dispatch(URL, sequence<PropertyValue>) */
        return false;
    const struct entry *entry = entry_of(((const struct url *)arguments[0])->complete);
    uno_Interface *context = md_context(object);
    rtl_uString *url = entry != NULL ? new_package_url(office_is_dutch(context) ? entry->dutch : entry->english) : NULL;
    if (url != NULL) {
        entry->open(context, url);
        rtl_uString_release(url);
    }
    return true;
}

static uno_Interface *dispatch_for(const struct md_object *object, const rtl_uString *url)
{
    return entry_of(url) ? md_acquire(object, dispatch) : NULL;
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

const struct md_implementation md_menu = {"meedoen.comp.Menu", services, interfaces};
