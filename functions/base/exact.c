// SPDX-License-Identifier: EUPL-1.2
/* Exact numbers; exact.h is the manual. */
#include "exact.h"
#include "decimal.h"
#include "wide.h"

enum { LIMBS = MD_EXACT_LIMBS, WORD_DECIMALS = 18 };

/* ---- Digits without sign or decimals ------------------------------------------------------------------------- */

static int used_limbs(const uint64_t *digits)
{
    int used = LIMBS;
    while (used > 0 && digits[used - 1] == 0)
        used--;
    return used;
}

static bool are_zero(const uint64_t *digits)
{
    int i = 0;
    while (i < LIMBS && digits[i] == 0)
        i++;
    return i == LIMBS;
}

static int compare_digits(const uint64_t *a, const uint64_t *b)
{
    int i = LIMBS - 1;
    while (i > 0 && a[i] == b[i])
        i--;
    return (a[i] > b[i]) - (a[i] < b[i]);
}

static void add_digits(uint64_t *to, const uint64_t *digits)
{
    md_wide carry = 0;
    for (int i = 0; i < LIMBS; i++) {
        carry += (md_wide)to[i] + digits[i];
        to[i] = (uint64_t)carry;
        carry >>= 64;
    }
}

/* `digits` is not above `from`. */
static void subtract_digits(uint64_t *from, const uint64_t *digits)
{
    uint64_t borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
        md_wide difference = (md_wide)from[i] - digits[i] - borrow;
        from[i] = (uint64_t)difference;
        borrow = (uint64_t)(difference >> 64) & 1;
    }
}

/* Adds a × b, places further up; what does not fit falls off. */
static void add_product(uint64_t *to, const uint64_t *a, uint64_t b, int places)
{
    md_wide carry = 0;
    for (int i = 0; i + places < LIMBS; i++) {
        carry += (md_wide)a[i] * b + to[i + places];
        to[i + places] = (uint64_t)carry;
        carry >>= 64;
    }
}

/* Divides by `divisor`; returns the remainder. */
static uint64_t divide_digits(uint64_t *digits, uint64_t divisor)
{
    md_wide remainder = 0;
    for (int i = LIMBS - 1; i >= 0; i--) {
        remainder = remainder << 64 | digits[i];
        digits[i] = (uint64_t)(remainder / divisor);
        remainder %= divisor;
    }
    return (uint64_t)remainder;
}

/* ---- Numbers ------------------------------------------------------------------------------------------------- */

struct md_exact md_exact_of(int64_t digits, int decimals)
{
    uint64_t magnitude = digits < 0 ? -(uint64_t)digits : (uint64_t)digits;
    return (struct md_exact){{magnitude}, decimals, digits < 0, false};
}

enum md_status md_exact_cell(double cell, struct md_exact *number)
{
    struct md_decimal decimal = {0, 0};
    enum md_status status = md_status_of(cell);
    if (status == MD_OK && (!md_decimal_of(cell, &decimal) || decimal.decimals > MD_CELL_DECIMALS)) {
        decimal = (struct md_decimal){0, 0};
        status = MD_DOMAIN;
    }
    *number = md_exact_of(decimal.digits, decimal.decimals);
    return status;
}

enum md_status md_one_exact(const struct md_argument *argument, struct md_exact *number)
{
    double cell = 0;
    enum md_status status = md_one_number(argument, &cell);
    *number = md_exact_of(0, 0);
    return status == MD_OK ? md_exact_cell(cell, number) : status;
}

/* Sentence 3: the highest limb is 0, or the number is lost. And there is one 0, without a sign. */
static void settle(struct md_exact *number)
{
    number->lost = number->lost || number->digits[LIMBS - 1] != 0;
    if (number->lost || are_zero(number->digits))
        *number = (struct md_exact){.lost = number->lost};
}

/* Writes the number with more decimals. */
static void extend(struct md_exact *number, int decimals)
{
    while (number->decimals < decimals && !number->lost) {
        int more = decimals - number->decimals;
        more = more < WORD_DECIMALS ? more : WORD_DECIMALS;
        struct md_exact extended = {.decimals = number->decimals + more, .negative = number->negative};
        add_product(extended.digits, number->digits, md_power_of_ten(more), 0);
        extended.lost = extended.digits[LIMBS - 1] != 0;
        *number = extended;
    }
}

/* Writes both with equally many decimals; false if one of them is lost. */
static bool align(struct md_exact *a, struct md_exact *b)
{
    extend(a, b->decimals);
    extend(b, a->decimals);
    return !a->lost && !b->lost;
}

struct md_exact md_plus(struct md_exact a, struct md_exact b)
{
    if (!align(&a, &b))
        return (struct md_exact){.lost = true};
    if (a.negative == b.negative) {
        add_digits(a.digits, b.digits);
    } else if (compare_digits(a.digits, b.digits) >= 0) {
        subtract_digits(a.digits, b.digits);
    } else {
        subtract_digits(b.digits, a.digits);
        a = b;
    }
    settle(&a);
    return a;
}

struct md_exact md_minus(struct md_exact a, struct md_exact b)
{
    b.negative = !b.negative;
    return md_plus(a, b);
}

struct md_exact md_times(struct md_exact a, struct md_exact b)
{
    struct md_exact product = {.decimals = a.decimals + b.decimals, .negative = a.negative != b.negative};
    int used = used_limbs(b.digits);
    product.lost = a.lost || b.lost || used_limbs(a.digits) + used > LIMBS;
    for (int i = 0; i < used; i++)
        add_product(product.digits, a.digits, b.digits[i], i);
    settle(&product);
    return product;
}

struct md_exact md_rounded_up(struct md_exact a)
{
    uint64_t cut = 0;
    for (; a.decimals > 0; a.decimals--)
        cut |= divide_digits(a.digits, 10);
    bool up = cut != 0 && !a.negative;
    settle(&a);
    return up ? md_plus(a, md_exact_of(1, 0)) : a;
}

int md_sign(struct md_exact a)
{
    if (are_zero(a.digits))
        return 0;
    return a.negative ? -1 : 1;
}

int md_compared(struct md_exact a, struct md_exact b)
{
    return md_sign(md_minus(a, b));
}

/* ---- The quotient -------------------------------------------------------------------------------------------- */

static void double_digits(uint64_t *digits)
{
    for (int i = LIMBS - 1; i > 0; i--)
        digits[i] = digits[i] << 1 | digits[i - 1] >> 63;
    digits[0] <<= 1;
}

/* a / b in 53 bits, of which the first is set, × 2^exponent; what remains of `a`, doubled, decides how they are rounded. */
static uint64_t divide_bits(uint64_t *a, uint64_t *b, int *exponent)
{
    *exponent = -52;
    for (; compare_digits(a, b) < 0; --*exponent)
        double_digits(a);
    double_digits(b);
    for (; compare_digits(a, b) >= 0; ++*exponent)
        double_digits(b);
    uint64_t bits = 0;
    for (int bit = 0; bit < 53; bit++) {
        double_digits(a);
        bool set = compare_digits(a, b) >= 0;
        if (set)
            subtract_digits(a, b);
        bits = bits << 1 | set;
    }
    double_digits(a);
    int half = compare_digits(a, b);
    return bits + (half > 0 || (half == 0 && (bits & 1) != 0));
}

/* 2^exponent, which is no less than the least normal double. */
static double power_of_two(int exponent)
{
    uint64_t bits = (uint64_t)(1023 + exponent) << 52;
    double power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

enum md_status md_quotient(struct md_exact a, struct md_exact b, double *quotient)
{
    if (!align(&a, &b))
        return MD_DOMAIN;
    if (md_sign(b) == 0)
        return MD_ZERO_DIVISION;
    *quotient = 0;
    if (md_sign(a) == 0)
        return MD_OK;
    int exponent;
    double bits = (double)divide_bits(a.digits, b.digits, &exponent);
    *quotient = (a.negative == b.negative ? bits : -bits) * power_of_two(exponent);
    return MD_OK;
}

enum md_status md_nearest(struct md_exact a, double *nearest)
{
    return md_quotient(a, md_exact_of(1, 0), nearest);
}
