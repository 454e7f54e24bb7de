// SPDX-License-Identifier: EUPL-1.2
/* The service meedoen.Menu: brings the entries of the menu Meedoen (commands/entries.c) to their commands, by their URLs.
 *
 * (1) Another URL gets no answer, nor does an entry's URL with anything behind it.
 * (2) An entry can always be chosen.
 */
#ifndef MD_MENU_H
#define MD_MENU_H

#include "component.h"

extern const struct md_implementation md_menu;

#endif
