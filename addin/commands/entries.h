// SPDX-License-Identifier: EUPL-1.2
/* The menu Meedoen: all that is known of each entry, in one row.
 *
 * (1) Rows stand in the order of the menu. One without a URL is a line between two groups.
 * (2) From it the build makes Addons.xcu, which shows the menu, and ProtocolHandler.xcu, which brings its URLs to menu.c; that
 *     carries them out. An entry's URL takes no argument.
 * (3) What an entry opens has a file for each language, which may be the same: the office's language decides, of its windows.
 */
#ifndef MD_ENTRIES_H
#define MD_ENTRIES_H

#include "../../functions/catalogue.h"

#define MD_PROTOCOL            "meedoen:"
#define MD_MENU_IMPLEMENTATION "meedoen.comp.Menu"

enum md_action {
    MD_OPEN_OUTSIDE,   /* the file, in the program that the user has for it */
    MD_OPEN_TEMPLATE,  /* the file, as a new document */
    MD_EXPLAIN_CELL,   /* explain.c */
    MD_CHECK_DOCUMENT, /* check.c */
    MD_COPY_VALUES     /* copy_values.c */
};

struct md_entry {
    const char *url;
    struct md_bilingual title;
    enum md_action action;
    struct md_bilingual file; /* of what is opened: where it is in the extension */
};

extern const struct md_entry md_entries[];
extern const size_t md_entries_length;

#endif
