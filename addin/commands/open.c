// SPDX-License-Identifier: EUPL-1.2
/* Opening a file of the extension.
 *
 * (1) A template becomes a new document, which cannot be saved over the template.
 * (2) The handbook opens in the program that the user has for HTML or PDF.
 */
#include "command.h"

#include <osl/module.h>

enum { URIS_ONLY = 2 }; /* com.sun.star.system.SystemShellExecuteFlags */

/* The URL of a file of the extension, the caller's; NULL if the office cannot say where the library is.
 *
 * The library lies in a folder of the extension, one for each platform: the extension is two levels up. Its own place is
 * always known, however the extension was installed. */
static rtl_uString *new_package_url(const char *path)
{
    static char of_the_library; /* its address is asked for: ISO C has no cast from a function's */
    rtl_uString *library = NULL, *folder = NULL, *relative = md_new_string(path), *url = NULL;
    if (relative != NULL && osl_getModuleURLFromAddress(&of_the_library, &library)) {
        sal_Int32 end = library->length;
        for (int level = 0; level < 2 && end > 0; level++)
            end = rtl_ustr_lastIndexOfChar_WithLength(library->buffer, end, '/');
        rtl_uString_newFromStr_WithLength(&folder, library->buffer, end > 0 ? end + 1 : 0);
        if (folder != NULL)
            rtl_uString_newConcat(&url, folder, relative);
    }
    md_release_string(library);
    md_release_string(folder);
    md_release_string(relative);
    return url;
}

void md_open_template(struct md_command *command)
{
    struct md_office *office = &command->office;
    rtl_uString *url = new_package_url(md_in(command, command->entry->file));
    uno_Interface *desktop = md_singleton(office, "frame.theDesktop");
    md_call(office, desktop, "frame.XComponentLoader::loadComponentFromURL", md_string(url), md_utf8("_blank"), md_int(0),
            md_properties(office, {"AsTemplate", md_bool(true)}));
    md_release_string(url);
}

void md_open_outside(struct md_command *command)
{
    struct md_office *office = &command->office;
    rtl_uString *url = new_package_url(md_in(command, command->entry->file));
    uno_Interface *shell = md_service(office, "system.SystemShellExecute");
    md_call(office, shell, "system.XSystemShellExecute::execute", md_string(url), md_utf8(""), md_int(URIS_ONLY));
    md_release_string(url);
}
