// SPDX-License-Identifier: EUPL-1.2
/* Whether the outcome of a formula hangs on a call of ours in it: =IF(B3="";"";REACH_PCT(B3;C3)) may do without.
 *
 * (1) A call can be left out by a function that chooses: IF, IFS, CHOOSE, SWITCH, IFERROR, IFNA. Outside of these, and in their first
 *     argument, it is used.
 * (2) The formula is computed in a copy (scratch.h) with an error in the place of the call, and with a number: the call is unused if
 *     neither changes the outcome.
 * (3) A call in a name, or in an array formula, counts as used.
 */
#ifndef MD_UNUSED_H
#define MD_UNUSED_H

#include "calls.h"
#include "scratch.h"

bool md_is_unused(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula,
                  const struct md_our_call *call);

/* Says it of a call that is unused. */
void md_say_unused(struct md_sentence *sentence);

#endif
