// SPDX-License-Identifier: EUPL-1.2
/* Numbers as the decimals that a user sees, and money in whole units.
 *
 * (1) A whole number below 2^63 is itself.
 * (2) Any other number is its 15-digit form: 0.1 is one tenth, though no double is.
 * (3) Money is counted in whole units: 25.50 in units of 0.05 is 510 units.
 * (4) An amount is computed once, as units × unit in integers and one division by a power of ten: 35 / 100, not 35 × 0.01.
 */
#ifndef MD_DECIMAL_H
#define MD_DECIMAL_H

#include "cell.h"

#include <stdbool.h>

/* digits × 10^-decimals; trailing zeros are taken off the decimals, so that a whole number has none. */
struct md_decimal {
    int64_t digits;
    int decimals;
};

enum { MD_FIFTEEN = 15 };

/* Writes the 15 digits of a finite number, without its sign: d.dd… × 10^exponent. Returns the exponent. */
int md_fifteen_digits(double number, char *digits);

/* False if the number is not finite, or whole and 2^63 or more. */
bool md_decimal_of(double number, struct md_decimal *decimal);

/* Is the number digits × 10^-decimals with at most 15 digits? Then its 15-digit form is the same. The decimals are 0 to 9. */
bool md_digits_at(double number, int decimals, int64_t *digits);

/* 10^exponent; the exponent is 0 to 18. */
uint64_t md_power_of_ten(int exponent);

/* The whole units in an amount of 0 or more, rounded down.
 *
 * units   out: at most INT64_MAX, which also stands for all that is more
 * exact   out: is the amount a whole multiple of the unit?
 *
 * Returns MD_DOMAIN if the unit is not above 0 or has more than 15 decimals, or the amount is negative or not finite.
 */
enum md_status md_units_in(double amount, double unit, int64_t *units, bool *exact);

/* The largest number of units whose amount is still exact to the last digit. */
int64_t md_most_units(struct md_decimal unit);

/* units × unit, the nearest double; units is at most md_most_units. */
double md_amount_of(int64_t units, struct md_decimal unit);

/* The units of an amount that md_amount_of gave. */
int64_t md_units_of(double amount, struct md_decimal unit);

#endif
