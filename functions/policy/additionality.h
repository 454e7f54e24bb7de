// SPDX-License-Identifier: EUPL-1.2
/* Additionality ("additionaliteit"): did the extra money come on top of what the municipality already did?
 *
 * (1) additional = spending − baseline × growth; available = extra + carried in − carried out;
 *     additionality = additional / available. Raw: negative when own spending fell by more than the extra money, above 1
 *     when own spending rose too. Like with like: budget with budget, account with account.
 * (2) Classes: fully from 100%, not up to 0%, partly between. The class names are those of the evaluation; the limits are
 *     this project's.
 * (3) Displacement ("verdringing") is the extra money that replaced own spending: baseline × growth − (spending − extra spent), held
 *     between 0 and the extra money spent on this policy, which is all that is available when left out. Extra money that was spent
 *     more broadly, fell free or is carried over did not come on top either, but displaced nothing. Without earlier policy ("geen")
 *     there is nothing to displace: 0. More extra money spent than was available, or than was spent in all, is MD_DOMAIN.
 * (4) A baseline of 0 is unknown, for an empty cell reads as 0 and would make any spending look additional. Who had no
 *     policy before says "geen" or "none".
 * (5) Growth is a rate a year, or a range of yearly rates that is compounded; a blank cell in it is no year. A rate beyond 50%
 *     is MD_DOMAIN: it is a factor typed for a rate.
 * (6) Euros and rates are exact (exact.h), compounded too: only what is shown is rounded, once, and the class looks at the exact
 *     amounts. What takes more than 288 digits is MD_DOMAIN: fifteen yearly rates of 15 digits do not.
 *
 * Source: the money is "extra" to existing policy (letters of State Secretary Klijnsma, 20 September and 11 November 2016; Kamerbrief 21 November 2018).
 */
#ifndef MD_ADDITIONALITY_H
#define MD_ADDITIONALITY_H

#include "../base/explanation.h"

/* Euros of one year, except `growth`, a factor. */
struct md_budget {
    struct md_exact baseline, spending, extra, growth, carried_in, carried_out;
    bool has_policy; /* false where the baseline is "geen" */
};

enum md_additionality_class { MD_FULLY, MD_PARTLY, MD_NOT, MD_CLASS_UNKNOWN };

/* Both return MD_DOMAIN if less than nothing is available, or for too many digits (sentence 6); MD_ZERO_DIVISION if nothing is
 * available. `ratio` is a fraction. */
enum md_status md_additionality_ratio(const struct md_budget *budget, double *ratio);
enum md_status md_class_of_additionality(const struct md_budget *budget, enum md_additionality_class *class);

/* Returns MD_DOMAIN if less than nothing is available, or for too many digits. `euros` is 0 or more.
 *
 * extra_spent   euros, or NULL for all that is available
 */
enum md_status md_displaced_euros(const struct md_budget *budget, const struct md_exact *extra_spent, struct md_exact *euros);

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

md_formula md_additionality;       /* ADDITIONALITY */
md_formula md_additionality_class; /* ADDITIONALITY_CLASS */
md_formula md_displacement;        /* DISPLACEMENT */

md_explanation md_explain_additionality, md_explain_additionality_class, md_explain_displacement;

#endif
