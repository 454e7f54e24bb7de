// SPDX-License-Identifier: EUPL-1.2
/* Exact numbers; exact.h is the manual. */
#include "exact.h"
#include "decimal.h"
#include "wide.h"

enum { LIMBS = MD_EXACT_LIMBS, WORD_DECIMALS = 18 };

/* ---- Digits without sign or decimals ------------------------------------------------------------------------- */

/* How many of the first `limbs` are in use. */
static int used_of(const uint64_t *digits, int limbs)
{
    while (limbs > 0 && digits[limbs - 1] == 0)
        limbs--;
    return limbs;
}

/* Limbs that hold either number and a carry. */
static int limbs_for(const struct md_exact *a, const struct md_exact *b)
{
    int most = a->limbs > b->limbs ? a->limbs : b->limbs;
    return most < LIMBS ? most + 1 : LIMBS;
}

static int compare_digits(const uint64_t *a, const uint64_t *b, int limbs)
{
    int i = limbs - 1;
    while (i > 0 && a[i] == b[i])
        i--;
    return (a[i] > b[i]) - (a[i] < b[i]);
}

static void add_digits(uint64_t *to, const uint64_t *digits, int limbs)
{
    md_wide carry = 0;
    for (int i = 0; i < limbs; i++) {
        carry += (md_wide)to[i] + digits[i];
        to[i] = (uint64_t)carry;
        carry >>= 64;
    }
}

/* `digits` is not above `from`. */
static void subtract_digits(uint64_t *from, const uint64_t *digits, int limbs)
{
    uint64_t borrow = 0;
    for (int i = 0; i < limbs; i++) {
        md_wide difference = (md_wide)from[i] - digits[i] - borrow;
        from[i] = (uint64_t)difference;
        borrow = (uint64_t)(difference >> 64) & 1;
    }
}

/* Adds a × b, places further up, over as many limbs of `to`; what does not fit falls off. */
static void add_product(uint64_t *to, int limbs, const uint64_t *a, uint64_t b, int places)
{
    md_wide carry = 0;
    for (int i = 0; i + places < limbs; i++) {
        carry += (md_wide)a[i] * b + to[i + places];
        to[i + places] = (uint64_t)carry;
        carry >>= 64;
    }
}

/* Divides by `divisor`; returns the remainder. */
static uint64_t divide_digits(uint64_t *digits, int limbs, uint64_t divisor)
{
    md_wide remainder = 0;
    for (int i = limbs - 1; i >= 0; i--) {
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
    return (struct md_exact){{magnitude}, magnitude != 0, decimals, digits < 0, false};
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

/* Sentence 3: the highest limb is 0, or the number is lost. And there is one 0, without a sign. Of `limbs` the highest are in use. */
static void settle(struct md_exact *number, int limbs)
{
    number->limbs = used_of(number->digits, limbs);
    number->lost = number->lost || number->limbs == LIMBS;
    if (number->lost || number->limbs == 0)
        *number = (struct md_exact){.lost = number->lost};
}

/* Writes the number with more decimals. */
static void extend(struct md_exact *number, int decimals)
{
    while (number->decimals < decimals && !number->lost) {
        int more = decimals - number->decimals, limbs = number->limbs + 1;
        more = more < WORD_DECIMALS ? more : WORD_DECIMALS;
        struct md_exact extended = {.decimals = number->decimals + more, .negative = number->negative};
        add_product(extended.digits, limbs, number->digits, md_power_of_ten(more), 0);
        extended.limbs = used_of(extended.digits, limbs);
        extended.lost = extended.limbs == LIMBS;
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
    int limbs = limbs_for(&a, &b);
    if (a.negative == b.negative) {
        add_digits(a.digits, b.digits, limbs);
    } else if (compare_digits(a.digits, b.digits, limbs) >= 0) {
        subtract_digits(a.digits, b.digits, limbs);
    } else {
        subtract_digits(b.digits, a.digits, limbs);
        a = b;
    }
    settle(&a, limbs);
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
    int limbs = a.limbs + b.limbs;
    product.lost = a.lost || b.lost || limbs > LIMBS || product.decimals > MD_EXACT_DECIMALS;
    for (int i = 0; i < b.limbs && !product.lost; i++)
        add_product(product.digits, i + a.limbs + 1, a.digits, b.digits[i], i);
    settle(&product, product.lost ? 0 : limbs);
    return product;
}

struct md_exact md_rounded_up(struct md_exact a)
{
    uint64_t cut = 0;
    int limbs = a.limbs;
    for (; a.decimals > 0; a.decimals--)
        cut |= divide_digits(a.digits, limbs, 10);
    bool up = cut != 0 && !a.negative;
    settle(&a, limbs);
    return up ? md_plus(a, md_exact_of(1, 0)) : a;
}

int md_sign(struct md_exact a)
{
    if (a.limbs == 0)
        return 0;
    return a.negative ? -1 : 1;
}

int md_compared(struct md_exact a, struct md_exact b)
{
    if (!align(&a, &b))
        return 0;
    int one = md_sign(a), other = md_sign(b), compared = compare_digits(a.digits, b.digits, limbs_for(&a, &b));
    if (one != other)
        return one > other ? 1 : -1;
    return one < 0 ? -compared : compared;
}

/* ---- The quotient -------------------------------------------------------------------------------------------- */

static void double_digits(uint64_t *digits, int limbs)
{
    for (int i = limbs - 1; i > 0; i--)
        digits[i] = digits[i] << 1 | digits[i - 1] >> 63;
    digits[0] <<= 1;
}

/* a / b in 53 bits, of which the first is set, × 2^exponent; what remains of `a`, doubled, decides how they are rounded. */
static uint64_t divide_bits(uint64_t *a, uint64_t *b, int limbs, int *exponent)
{
    *exponent = -52;
    for (; compare_digits(a, b, limbs) < 0; --*exponent)
        double_digits(a, limbs);
    double_digits(b, limbs);
    for (; compare_digits(a, b, limbs) >= 0; ++*exponent)
        double_digits(b, limbs);
    uint64_t bits = 0;
    for (int bit = 0; bit < 53; bit++) {
        double_digits(a, limbs);
        bool set = compare_digits(a, b, limbs) >= 0;
        if (set)
            subtract_digits(a, b, limbs);
        bits = bits << 1 | set;
    }
    double_digits(a, limbs);
    int half = compare_digits(a, b, limbs);
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

/* Are the digits a double without rounding? */
static bool is_double(const struct md_exact *a)
{
    return a->limbs <= 1 && a->digits[0] <= UINT64_C(1) << 53;
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
    if (is_double(&a) && is_double(&b)) {
        double one = (double)a.digits[0], other = (double)b.digits[0]; /* one division is one rounding */
        *quotient = a.negative == b.negative ? one / other : -one / other;
        return MD_OK;
    }
    int exponent;
    double bits = (double)divide_bits(a.digits, b.digits, limbs_for(&a, &b), &exponent);
    *quotient = (a.negative == b.negative ? bits : -bits) * power_of_two(exponent);
    return MD_OK;
}

enum md_status md_nearest(struct md_exact a, double *nearest)
{
    return md_quotient(a, md_exact_of(1, 0), nearest);
}
