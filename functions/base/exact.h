// SPDX-License-Identifier: EUPL-1.2
/* Exact numbers: sums, differences and products of what stands in cells, in which nothing is rounded.
 *
 * (1) A number is whole digits × 10^-decimals. A cell gives the decimals that a user sees (decimal.h): 63.41 + 41,910.08 − 41,973.49
 *     is 0, and three times 0.1 is 0.3.
 * (2) A cell of 2^63 (9.2 × 10^18) or more, or of more than MD_CELL_DECIMALS decimals, is MD_DOMAIN. Any number of other cells can
 *     be added up.
 * (3) Digits take up to MD_EXACT_BITS bits: 288 digits, enough for fifteen yearly rates of 15 digits, multiplied with each other and
 *     with an amount in cents. A number that needs more, or more than MD_EXACT_DECIMALS decimals, is lost, and so is every number that
 *     comes of it.
 * (4) Only the quotient is rounded, once: to the nearest double, and halfway between two to the even one.
 */
#ifndef MD_EXACT_H
#define MD_EXACT_H

#include "formula.h"

enum { MD_CELL_DECIMALS = 40, MD_EXACT_DECIMALS = 1000, MD_EXACT_LIMBS = 16, MD_EXACT_BITS = 64 * (MD_EXACT_LIMBS - 1) };

struct md_exact {
    uint64_t digits[MD_EXACT_LIMBS]; /* the lowest first; the highest is 0, which leaves room to divide */
    int limbs;                       /* in use: the number is 0 where there is none */
    int decimals;
    bool negative, lost;
};

/* A cell's number; it is 0 unless MD_OK. Returns the state of the cell, or MD_DOMAIN (sentence 2). */
enum md_status md_exact_cell(double cell, struct md_exact *number);

/* One number out of an argument, as md_one_number. */
enum md_status md_one_exact(const struct md_argument *argument, struct md_exact *number);

/* digits × 10^-decimals; the decimals are 0 or more. */
struct md_exact md_exact_of(int64_t digits, int decimals);

struct md_exact md_plus(struct md_exact a, struct md_exact b);
struct md_exact md_minus(struct md_exact a, struct md_exact b);
struct md_exact md_times(struct md_exact a, struct md_exact b);

/* The lowest whole number that is not below `a`. */
struct md_exact md_rounded_up(struct md_exact a);

/* −1, 0 or 1; also 0 for a number that is lost: who multiplies rates asks that first. */
int md_sign(struct md_exact a);

/* −1, 0 or 1: is a below, equal to or above b? Also 0 where one is lost, or they take too many digits side by side. */
int md_compared(struct md_exact a, struct md_exact b);

/* a / b. Returns MD_DOMAIN if one is lost, or both together take too many digits; MD_ZERO_DIVISION if b is 0. */
enum md_status md_quotient(struct md_exact a, struct md_exact b, double *quotient);

/* `a` itself, as md_quotient gives it. */
enum md_status md_nearest(struct md_exact a, double *nearest);

#endif
