// SPDX-License-Identifier: EUPL-1.2
/* The protection of sheets, taken off a copy and put back with its password.
 *
 * (1) The office lets nobody change the validity of a locked cell in a protected sheet, and takes protection off only for who knows the
 *     password. So protection is taken off and put back in the file of the copy, as it stands there: what it allows and its password
 *     stay as they were. The same goes for sheets of Calc documents that stand inside it.
 * (2) Sheets are told apart by their order, and documents that stand inside the document by their names in its file: these must not
 *     change in between.
 */
#ifndef MD_PROTECTION_H
#define MD_PROTECTION_H

#include "stored.h"

/* The same document with no sheet protected; NULL if that was not possible. `before` gets its file, which remembers. */
uno_Interface *md_unprotected(struct md_office *office, uno_Interface *document, uno_Interface **before);

/* The document with the protection put back that `before` remembers; NULL if that was not possible. */
uno_Interface *md_protected_again(struct md_office *office, uno_Interface *document, uno_Interface *before);

#endif
