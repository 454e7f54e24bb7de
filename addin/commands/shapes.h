// SPDX-License-Identifier: EUPL-1.2
/* How many outcomes a formula, or a part of one, has.
 *
 * (1) It is computed in a copy (scratch.h) as an array formula, which alone has all outcomes; a protected sheet does not let one be made.
 */
#ifndef MD_SHAPES_H
#define MD_SHAPES_H

#include "scratch.h"

struct md_outcomes {
    size_t rows, columns; /* 0 if that was not possible */
};

/* Of tokens of the formula, which may be all of it. */
struct md_outcomes md_outcomes_of(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula,
                                  const struct md_token *tokens, size_t count);

/* May a formula in one cell take one cell of a range, that of its own row or column? Not where functions take every range as it is. */
bool md_may_cut_ranges(const struct md_ours *ours, const struct md_token *tokens, size_t count);

/* Does a formula in one cell show something else than it would as an array formula? */
bool md_differs_as_array(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula);

/* Do two cells hold the same, or show the same error? */
bool md_hold_the_same(struct md_office *office, uno_Interface *one, uno_Interface *other);

#endif
