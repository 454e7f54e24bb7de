// SPDX-License-Identifier: EUPL-1.2
/* Conditional formats that are lost when a document is stored and loaded again.
 *
 * (1) An office that its user has set to write ODF without extensions writes no colour scales, data bars and icon sets; and of
 *     conditions those alone that it has loaded itself.
 */
#ifndef MD_KEPT_H
#define MD_KEPT_H

#include "command.h"

/* Have the cells of `after`, which was loaded from a file of `before`, as many entries of conditional formats? */
bool md_keeps_formats(struct md_office *office, uno_Interface *before, uno_Interface *after);

#endif
