// SPDX-License-Identifier: EUPL-1.2
/* Reach ("bereik"): unique children reached as a share of the children in the target group.
 *
 * (1) Two ranges of one shape, or two numbers: the sum of the children reached over the sum of the target groups, over the
 *     places where both are known. A place whose cells are both blank is not there.
 * (2) A range over one target: what several providers reached, added up, less the children whom they count twice. It is
 *     unknown if what one provider reached is unknown. A blank cell is no provider.
 * (3) Never capped: more than 100% shows that children are counted twice or that the target group is too small.
 * (4) Numbers of children are never negative; percentages are never averaged.
 * (5) Children and the ambition are exact (exact.h): only REACH_PCT's quotient is rounded, and REACH_GAP goes up to whole children.
 *
 * Source: Kamerbrief 21 November 2018 (24 515, nr. 455) on the reach of the target group.
 */
#ifndef MD_REACH_H
#define MD_REACH_H

#include "../base/explanation.h"

/* Children over all places that count. */
struct md_reach {
    struct md_exact reached, target; /* children */
    size_t known, places;            /* places where both are known, and all places */
    size_t unknown;                  /* the first place where one is not known, when known < places */
};

/* Adds up places (sentence 1).
 *
 * reached, target   children; n cells each
 * cause             notes a cell that is no number of children, as one of parameter 0 or 1; what is unknown is no cause
 *
 * The totals may be of 0 known places.
 */
void md_reach_of_places(const double *reached, const double *target, size_t n, struct md_reach *reach, struct md_cause *cause);

/* Adds up providers (sentence 2). `reach->target` is the caller's to set.
 *
 * cause   notes, as parameter 0, a cell that is no number of children or unknown, or that there is no provider
 */
void md_reach_of_providers(const double *reached, size_t n, struct md_reach *reach, struct md_cause *cause);

/* Children still to reach before `ambition` of the target group is reached: whole children, 0 or more. */
struct md_exact md_children_to_reach(const struct md_reach *reach, struct md_exact ambition);

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

md_formula md_reach_pct;      /* REACH_PCT */
md_formula md_reach_coverage; /* REACH_COVERAGE */
md_formula md_reach_gap;      /* REACH_GAP */

md_explanation md_explain_reach_pct, md_explain_reach_coverage, md_explain_reach_gap;

#endif
