// SPDX-License-Identifier: EUPL-1.2
/* What a list of numbers gives away: totals that were left among what they add up, and slips of typing. All that is said is a question,
 * for nobody but the user knows; each has a rule that the counts of real municipalities do not meet by chance.
 *
 * (1) A total: one number is the sum of at least two others, which are all others. A number that shows fifteen digits was computed,
 *     and may be off by half the last.
 * (2) Nearly a total: one number is off from the sum of at least four others by no more than rounding explains, which is half of the
 *     step in which the others are rounded (the largest power of ten that they are all multiples of) for each of them, and by no more
 *     than a hundredth of itself.
 * (3) Subtotals: the whole list falls apart into groups, at least two, of a number and the two or more beside it that it is the sum
 *     of, always the sum first or always last; before or behind them may stand what all groups are together. Or it falls apart into
 *     a number, at one end, and at least two rows of two or more numbers that each add up to it.
 * (4) A fraction among whole numbers: at most a third of the numbers, of at least three, have decimals, and all of those lie between 1
 *     and 1000 and have no more than three: a thousands point that was read as a decimal one.
 * (5) Numbers that look alike and are not: they differ by less than 10^-9 of themselves, and one has more decimals than are kept.
 * (6) Numbers are compared exactly (exact.h), and those alone count that are no less than 0: a list with another number, or with one
 *     too large or fine to be added up, has no totals. Cells that are no number are not in the list.
 */
#ifndef MD_DOUBTS_H
#define MD_DOUBTS_H

#include "explanation.h"

enum md_doubt { MD_NO_DOUBT, MD_TOTAL, MD_NEAR_TOTAL, MD_SUBTOTALS, MD_LEVELS };

/* Places count from 0 in the list. */
struct md_totals {
    enum md_doubt doubt;
    size_t total;       /* the total, or one of the subtotals */
    size_t first, last; /* MD_SUBTOTALS, MD_LEVELS: what it is the sum of */
    size_t count;       /* MD_SUBTOTALS: how many; MD_LEVELS: how many rows */
};

/* Looks for a total, subtotals, rows and nearly a total, in this order, in n numbers (sentences 1 to 3). */
struct md_totals md_find_totals(const double *numbers, size_t n);

/* The first fraction among whole numbers; n when there is none (sentence 4). */
size_t md_find_fraction(const double *numbers, size_t n);

/* Two numbers that look alike and are not, beyond so many decimals; both are n when there are none (sentence 5). False without memory. */
bool md_find_look_alikes(const double *numbers, size_t n, int decimals, size_t *one, size_t *other, struct md_memory *memory);

/* Warns in a sentence of numbers with more decimals than are kept, and of two that look alike and are not. False without memory. */
bool md_warn_of_decimals(struct md_sentence *sentence, const struct md_argument *range, const struct md_name *name,
                         int decimals, struct md_memory *memory);

/* Warns in a sentence of a number that looks like a fraction among whole ones, and of totals. False without memory. */
bool md_warn_of_fraction(struct md_sentence *sentence, const struct md_argument *range, const struct md_name *name,
                         struct md_memory *memory);
bool md_warn_of_totals(struct md_sentence *sentence, const struct md_argument *range, const struct md_name *name,
                       struct md_memory *memory);

/* The numbers of a range, and how many; `place` is where each stands. NULL without memory. */
double *md_numbers_of(const struct md_argument *range, size_t **place, size_t *count, struct md_memory *memory);

/* The sum of n numbers; false if they are NULL, or one is no number or too large or fine to be added up. */
bool md_add_up(const double *numbers, size_t n, struct md_exact *sum);

#endif
