// SPDX-License-Identifier: EUPL-1.2
/* The amounts, norms and targets of the policy, each with its source: the only place where such a figure stands.
 *
 * (1) A norm is valid from its first year to its last; some have no last year yet. Asked for another year it is MD_DOMAIN.
 *     Asked without a year it is simply its value.
 * (2) Names are words, Dutch or English.
 * (3) A value is held against a norm by its kind. Where the state named a low and a high bound ("at most so much to so much"), a value
 *     between them is "let op"; either name of the two asks for both. An amount is nothing to hold a value against.
 * (4) Within a billionth of a norm counts as on it. A value above 2 (200%) or below 0 is MD_DOMAIN: a percentage typed
 *     without its sign reads a hundred times too high.
 * (5) The target for a year between two known ones lies on the straight line between them. That line is this project's
 *     assumption: the state named only its ends.
 * (6) A year is a whole number of four digits; any other is MD_DOMAIN, an empty cell's 0 too.
 */
#ifndef MD_NORMS_H
#define MD_NORMS_H

#include "../base/formula.h"

enum md_norm_kind { MD_AMOUNT, MD_AT_LEAST, MD_AT_MOST, MD_TARGET };

struct md_letter {
    const char *nl, *en; /* which letter, of which date, with its number in the parliamentary record */
};

struct md_norm {
    const char *en, *nl;       /* names */
    int first_year, last_year; /* last_year 0: no end yet */
    double value;              /* euros a year for MD_AMOUNT, otherwise a fraction */
    enum md_norm_kind kind;
    const char *partner; /* English name of the other bound, or NULL */
    const struct md_letter *letter;
    const char *sentence; /* Dutch: what the letter says, in quotation marks where to the letter */
};

extern const struct md_norm md_norms[];
extern const size_t md_norms_length;

/* The norm of that name; NULL if there is none. */
const struct md_norm *md_norm_named(const char *name);

/* A share as a number from 0 to 1, or the name of a norm that sets a minimum. MD_ARGUMENT for another word. */
enum md_status md_share_or_norm(const struct md_argument *argument, double *share);

enum md_verdict { MD_MEETS, MD_BEWARE, MD_FAILS, MD_VERDICT_UNKNOWN };

/* Holds a value against a norm that is no amount (sentences 3 and 4). */
enum md_verdict md_verdict_of(double value, const struct md_norm *norm);

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

md_formula md_kansen_norm;    /* KANSEN_NORM */
md_formula md_kansen_source;  /* KANSEN_SOURCE */
md_formula md_kansen_norms;   /* KANSEN_NORMS */
md_formula md_check_norm;     /* CHECK_NORM */
md_formula md_poverty_target; /* POVERTY_TARGET */

#endif
