// SPDX-License-Identifier: EUPL-1.2
/* What becomes of our functions in the limits of colour scales, data bars and icon sets when a document is copied with values.
 *
 * (1) A limit that is a formula with a function of ours becomes the number that it gives now. The office draws with 0 for an error, and
 *     with a limit above all numbers for a text: so does the copy.
 * (2) All else of the conditional format stays.
 * (3) The formula of a limit is read from the file of the document, made in memory, for the office's programming interface does not
 *     give it. Such a formula is the same for all cells of its format, and is about the cells that its references name.
 * (4) The first limit of icons, if that is ours and all others are formulas that are not, becomes the least value: it cannot be set.
 */
#ifndef MD_LIMITS_H
#define MD_LIMITS_H

#include "settling.h"

/* Does this for all sheets of the copy, in which no conditional format was changed before; tells of it, a line for each format. */
void md_settle_limits(struct md_settling *settling);

#endif
