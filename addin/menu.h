// SPDX-License-Identifier: EUPL-1.2
/* The service meedoen.Menu: carries out the entries of the Meedoen menu (package/Addons.xcu), each of which is a URL of the
 * protocol "meedoen:" (package/ProtocolHandler.xcu).
 *
 * (1) "meedoen:NAME" of a sample opens its template as a new document without a name.
 * (2) "meedoen:handbook" and "meedoen:handbook-pdf" open the handbook in the program that the user has for HTML or PDF, in Dutch
 *     if the office's windows are Dutch, in English otherwise.
 * (3) Where a template or a part of the office is missing nothing happens; another URL gets no answer.
 */
#ifndef MD_MENU_H
#define MD_MENU_H

#include "component.h"

extern const struct md_implementation md_menu;

#endif
