// SPDX-License-Identifier: EUPL-1.2
/* Formulas of the office that see in a copy that our formulas have become values.
 *
 * (1) FORMULA, ISFORMULA, ISLOGICAL and TYPE ask what a cell holds; SUBTOTAL and AGGREGATE pass over cells in which they stand
 *     themselves. A formula with one of them that shows something else in the copy becomes a value too. All others stay formulas.
 * (2) A formula that showed a truth as a word because a cell of ours did shows a number now: it gets the office's format for truths,
 *     unless it is protected.
 */
#ifndef MD_ONLOOKERS_H
#define MD_ONLOOKERS_H

#include "shown.h"

/* From here on FORMULA, ISFORMULA, ISLOGICAL and TYPE count as ours too (md_count_also). */
void md_count_asking(struct md_ours *ours);

/* Does this in a copy that is computed and has no formula of ours left in its cells. More functions count as ours in `document` then. */
void md_settle_onlookers(struct md_command *command, struct md_ours *document, struct md_copying *copying);

#endif
