// SPDX-License-Identifier: EUPL-1.2
/* Sharing out an amount of money in proportion to an allocation key ("verdeling naar rato"), in whole units, to the euro.
 *
 * (1) amount = total × key / sum of keys, rounded to whole multiples of a unit so that the amounts add up to the total exactly.
 *     Method MD_ROUNDED alone rounds each amount by itself, half a unit away from zero, and need not add up.
 * (2) Largest remainder: every recipient gets its quota rounded down; the units left over go to the largest remainders.
 * (3) Divisor methods: unit k (0, 1, …) of a recipient has the price (k + d) / key; the cheapest units are given.
 *     d is ½ (Sainte-Laguë), 1 (d'Hondt) or 0 (Adams, where every recipient with a key gets a unit while there are any).
 * (4) Ties: the larger key, then the lower order, then the earlier recipient.
 * (5) Keys are the decimals a user sees. If every key has at most 9 decimals when written with 15 digits, they are those
 *     decimals, and a whole number below 2^63 is itself; otherwise every key is its exact binary value.
 *     Total, unit and bounds are always the decimals that a user sees.
 * (6) Only integers decide. Whole units and the sum of the scaled keys multiply within 126 bits, and every amount, counted in the last
 *     digit of the unit, fits in 53 bits: 9 × 10^15 euros in units of 1 or of 1000, 9 × 10^13 in units of 0.01. Where they do not,
 *     the answer is MD_DOMAIN, never a guess.
 * (7) A negative total is the mirror image of the positive one.
 * (8) Bounds: the amounts are those of λ × key held between minimum and maximum, with λ such that they add up to the total.
 *     Who is held at a bound gets it; the others share the rest. A bound between two multiples of the unit moves inwards.
 *     With a divisor method the cheapest units are given, the minimum being given first and nothing above the maximum.
 * (9) A recipient whose key is 0 gets its minimum.
 * (10) Linear in the number of recipients, whatever the keys and the order.
 *
 * Source: the DU is shared out "naar rato van het aantal kinderen in de gemeente dat opgroeit in een gezin met een laag inkomen"
 * (letter of 11 November 2016, Kamerstuk 24 515, nr. 380). No rounding rule is published for it: the rounding is this project's documented choice.
 */
#ifndef MD_ALLOCATION_H
#define MD_ALLOCATION_H

#include "apportion.h"
#include "../base/explanation.h"

struct md_allocation {
    double total; /* euros, a multiple of `unit` */
    double unit;  /* euros, above 0 */
    enum md_method method;
    size_t n;              /* recipients */
    const double *key;     /* n finite numbers, none negative */
    const double *minimum; /* euros, n numbers of 0 or more, or NULL */
    const double *maximum; /* euros, n numbers of 0 or more (HUGE_VAL where there is none), or NULL */
    /* Which of two recipients comes first where all else is equal; 0 where the order does not tell. NULL: the earlier one. */
    md_compare *order;
    const void *order_context;
};

/* The amount of every recipient.
 *
 * amounts   out: n amounts in euros; undefined unless MD_OK
 * tie       out, or NULL
 *
 * Returns MD_ZERO_DIVISION if the keys add up to 0, MD_DOMAIN if the total is no multiple of the unit, the unit is not above 0,
 * the bounds cannot hold, are negative or meet a negative total, or a number is too large (sentence 6); MD_MEMORY.
 */
enum md_status md_allocate(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                           struct md_memory *memory);

/* Warns in a sentence of a tie, where there was one; `who` are those that were tied, "ontvangers". */
void md_warn_of_tie(struct md_sentence *sentence, const struct md_tie *tie, double unit, struct md_bilingual who);

/* One recipient's way to its amount by largest remainder. */
struct md_step {
    double share;        /* key / sum of keys */
    double exact;        /* euros: total × key / sum of keys; in units of 1 the nearest double, below 2^53 */
    double rounded_down; /* euros: whole units, towards 0 */
    double remainder;    /* euros: exact − rounded down */
    double rank;         /* 1 for the remainder that is served first */
    double amount;       /* euros */
};

/* The steps of every recipient; `method` and the bounds of `allocation` are not used. Errors as md_allocate. */
enum md_status md_allocation_steps(const struct md_allocation *allocation, struct md_step *steps, struct md_memory *memory);

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

md_formula md_allocate_du;       /* ALLOCATE_DU */
md_formula md_allocate_du_steps; /* ALLOCATE_DU_STEPS */
md_formula md_allocate_du_check; /* ALLOCATE_DU_CHECK */

md_explanation md_explain_allocate_du, md_explain_steps, md_explain_check;

extern const struct md_word md_methods[];

#endif
