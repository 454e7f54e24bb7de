// SPDX-License-Identifier: EUPL-1.2
/* The amounts, ambitions, conditions and room of the policy, each with its source: the only place where such a figure stands.
 *
 * (1) A row is valid from its first year to its last; some have no last year yet. Asked for another year it is MD_DOMAIN.
 *     Asked without a year it is simply its value.
 * (2) Names are words, Dutch or English.
 * (3) A row is called by the letter's own word: an amount, an ambition, a condition of a subsidy, room, a start value, a target or an
 *     agreement. An agreement has no value, only its source: its value is MD_ARGUMENT.
 * (4) A value is held against an ambition or a condition as "at least", against room or a target as "at most". Where the state named
 *     a low and a high bound ("at most so much to so much"), a value between them is "let op"; either name of the two asks for both.
 *     A start value sets no norm. An amount and an agreement are nothing to hold a value against.
 * (5) A value is the decimals that a user sees (exact.h) and is held against the norm without any tolerance: 0.6999999999 is below
 *     0.7. A value above 2 (200%) or below 0 is MD_DOMAIN: a percentage typed without its sign reads a hundred times too high.
 * (6) The target for a year between two known ones lies on the straight line between them. That line is this project's
 *     assumption: the state named only its ends, for the way in which poverty was measured before October 2024.
 *     It is exact, and rounded once.
 * (7) A year is a whole number of four digits; any other is MD_DOMAIN, an empty cell's 0 too.
 * (8) A source gives whole sentences, to the letter, with the letter, its date and its number as far as they are known. What the letter
 *     does not say and this project adds stands behind it, outside the quotation marks.
 * (9) A value may also be held against a municipality's own ambition: a number from 0 to 1 in place of a name, "at least", in every year.
 *     An own ambition of 0 is unknown, for an empty cell reads as 0 and would be met by anything.
 * (10) The verdict on a year in which a norm does not hold is "geen norm", also on an unknown value; in an unknown year it is unknown.
 */
#ifndef MD_NORMS_H
#define MD_NORMS_H

#include "../base/explanation.h"

enum md_norm_kind { MD_AMOUNT, MD_AMBITION, MD_CONDITION, MD_ROOM, MD_START, MD_TARGET, MD_AGREEMENT };

struct md_letter {
    const char *nl, *en; /* which letter, of which date, with its number in the parliamentary record */
};

/* What a letter says, in Dutch and to the letter, without quotation marks around it. */
struct md_quotation {
    const struct md_letter *letter;
    const char *sentence;
};

enum { MD_MOST_QUOTATIONS = 2 };

struct md_citation {
    struct md_quotation quotations[MD_MOST_QUOTATIONS]; /* at least one; a second without a letter is none */
    const char *ours[2];                                /* what the project adds, Dutch and English; or NULL */
};

struct md_norm {
    const char *en, *nl;       /* names */
    int first_year, last_year; /* last_year 0: no end yet */
    double value;              /* euros a year for MD_AMOUNT, 0 for MD_AGREEMENT, otherwise a fraction */
    enum md_norm_kind kind;
    const char *partner; /* English name of the other bound, or NULL */
    const struct md_citation *source;
};

extern const struct md_norm md_norms[];
extern const size_t md_norms_length;

/* The norm of that name; NULL if there is none. */
const struct md_norm *md_norm_named(const char *name);

/* Writes the source of a norm (sentence 8). */
void md_write_source(struct md_sentence *sentence, const struct md_norm *norm);

/* Reads a share as a number from 0 to 1, or the name of an ambition or a condition; notes what is wrong: MD_ARGUMENT for another word. */
void md_share_or_norm(const struct md_argument *argument, struct md_exact *share, struct md_cause *cause, size_t parameter);

enum md_verdict { MD_MEETS, MD_BEWARE, MD_FAILS, MD_NO_NORM, MD_VERDICT_UNKNOWN };

/* Holds a value against a norm of which the kind allows it (sentences 4 and 5). */
enum md_verdict md_verdict_of(struct md_exact value, const struct md_norm *norm);

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

md_formula md_kansen_norm;    /* KANSEN_NORM */
md_formula md_kansen_source;  /* KANSEN_SOURCE */
md_formula md_kansen_norms;   /* KANSEN_NORMS */
md_formula md_check_norm;     /* CHECK_NORM */
md_formula md_poverty_target; /* POVERTY_TARGET */

md_explanation md_explain_norm, md_explain_source, md_explain_norms, md_explain_check_norm, md_explain_poverty_target;

#endif
