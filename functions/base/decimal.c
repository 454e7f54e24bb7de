// SPDX-License-Identifier: EUPL-1.2
/* Decimals and whole units; decimal.h is the manual. */
#include "decimal.h"
#include "wide.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_DECIMALS = 15, FINEST_DECIMALS = 18 };

static const double powers_of_ten[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

uint64_t md_power_of_ten(int exponent)
{
    uint64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

int md_fifteen_digits(double number, char *digits)
{
    char written[40];
    snprintf(written, sizeof written, "%.14e", fabs(number));
    const char *at = written;
    for (; *at != 'e'; at++) { /* the decimal point depends on the process's locale */
        if (*at >= '0' && *at <= '9')
            *digits++ = *at;
    }
    return (int)strtol(at + 1, NULL, 10);
}

static struct md_decimal fifteen_digits(double number)
{
    char digits[MD_FIFTEEN] = {0};
    struct md_decimal decimal = {0, MD_FIFTEEN - 1 - md_fifteen_digits(number, digits)};
    for (int i = 0; i < MD_FIFTEEN; i++)
        decimal.digits = decimal.digits * 10 + (digits[i] - '0');
    for (; decimal.decimals < 0; decimal.decimals++)
        decimal.digits *= 10;
    while (decimal.decimals > 0 && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        decimal.decimals--;
    }
    if (number < 0)
        decimal.digits = -decimal.digits;
    return decimal;
}

bool md_digits_at(double number, int decimals, int64_t *digits)
{
    double scaled = rint(number * powers_of_ten[decimals]);
    if (!(fabs(scaled) < 1e15 && scaled / powers_of_ten[decimals] == number))
        return false;
    *digits = (int64_t)scaled;
    return true;
}

bool md_decimal_of(double number, struct md_decimal *decimal)
{
    if (!isfinite(number))
        return false;
    if (number == trunc(number)) {
        if (fabs(number) >= 0x1p63)
            return false;
        *decimal = (struct md_decimal){(int64_t)number, 0};
        return true;
    }
    /* The common case, without printing. */
    for (decimal->decimals = 1; decimal->decimals <= 9; decimal->decimals++) {
        if (md_digits_at(number, decimal->decimals, &decimal->digits))
            return true;
    }
    *decimal = fifteen_digits(number);
    return true;
}

enum md_status md_units_in(double amount, double unit, int64_t *units, bool *exact)
{
    struct md_decimal of, in;
    if (!md_decimal_of(unit, &in) || in.digits <= 0 || in.decimals > MOST_DECIMALS || isnan(amount) || amount < 0)
        return MD_DOMAIN;
    *units = INT64_MAX;
    *exact = false;
    if (!md_decimal_of(amount, &of))
        return MD_OK;
    bool cut = of.decimals > FINEST_DECIMALS; /* the last decimal is never 0 */
    for (; of.decimals > FINEST_DECIMALS; of.decimals--)
        of.digits /= 10;
    md_wide numerator = (uint64_t)of.digits, denominator = (uint64_t)in.digits;
    if (in.decimals >= of.decimals)
        numerator *= md_power_of_ten(in.decimals - of.decimals);
    else
        denominator *= md_power_of_ten(of.decimals - in.decimals);
    md_wide whole = numerator / denominator;
    *exact = !cut && whole * denominator == numerator && whole <= INT64_MAX;
    if (whole <= INT64_MAX)
        *units = (int64_t)whole;
    return MD_OK;
}

int64_t md_most_units(struct md_decimal unit)
{
    return (INT64_C(1) << 53) / unit.digits;
}

double md_amount_of(int64_t units, struct md_decimal unit)
{
    double amount = (double)((md_signed_wide)units * unit.digits);
    return unit.decimals == 0 ? amount : amount / powers_of_ten[unit.decimals];
}

int64_t md_units_of(double amount, struct md_decimal unit)
{
    double whole = trunc(amount), power = powers_of_ten[unit.decimals];
    md_signed_wide digits = (md_signed_wide)(int64_t)whole * (int64_t)power + (int64_t)rint((amount - whole) * power);
    return (int64_t)(digits / unit.digits);
}
