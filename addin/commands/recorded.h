// SPDX-License-Identifier: EUPL-1.2
/* Recorded changes of a document whose recording is protected.
 *
 * (1) The office ends such a recording only for who knows the password, and with it go the changes, in which formulas stand from
 *     before. So they are taken out of the file of the copy: its recording goes on, with its password, from nothing.
 */
#ifndef MD_RECORDED_H
#define MD_RECORDED_H

#include "command.h"

/* Is the recording of changes protected? */
bool md_has_protected_changes(struct md_office *office, uno_Interface *document);

/* The same document with no change recorded yet; NULL if that was not possible. */
uno_Interface *md_without_changes(struct md_office *office, uno_Interface *document);

#endif
