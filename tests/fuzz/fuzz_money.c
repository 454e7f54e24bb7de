// SPDX-License-Identifier: EUPL-1.2
/* Exact numbers, held against GMP's whole numbers, which share no line with them.
 *
 * (1) A cell is its 15-digit form, or the whole number that it is.
 * (2) A sum, difference or product is that of the whole numbers; it is lost only where those take more than MD_EXACT_BITS bits or
 *     MD_EXACT_DECIMALS decimals.
 * (3) A quotient is the nearest double: neither of its neighbours is nearer, and of two as near it is the even one.
 * (4) Signs, comparisons and rounding up agree.
 */
#include "../../functions/base/exact.h"
#include "bytes.h"

#include <gmp.h>
#include <math.h>

enum { NUMBERS = 8 };

/* digits × 10^-decimals, twice. */
struct pair {
    struct md_exact exact;
    mpz_t digits;
    unsigned decimals;
};

/* ---- Cells (1) ----------------------------------------------------------------------------------------------- */

static double take_cell(struct bytes *bytes)
{
    switch (choose(bytes, 5)) {
    case 0:
        return take_double(bytes);
    case 1:
        return (double)(int64_t)take_bytes(bytes, 8);
    case 2:
        return (double)(int16_t)take_bytes(bytes, 2) / 1000;
    case 3:
        return (double)(int64_t)take_bytes(bytes, 7) / pow(10, choose(bytes, 45));
    default:
        return (double)(int32_t)take_bytes(bytes, 4) / 100;
    }
}

/* The 15-digit form, from what the C library writes. */
static bool read_cell(double cell, mpz_t digits, unsigned *decimals)
{
    char written[64], plain[64];
    *decimals = 0;
    if (!isfinite(cell))
        return false;
    if (cell == floor(cell)) {
        mpz_set_d(digits, cell);
        return mpz_sizeinbase(digits, 2) < 64;
    }
    snprintf(written, sizeof written, "%.14e", cell);
    int point = -14 + atoi(strchr(written, 'e') + 1);
    size_t length = 0;
    for (const char *at = written; *at != 'e'; at++) {
        if (*at != '.')
            plain[length++] = *at;
    }
    plain[length] = 0;
    mpz_set_str(digits, plain, 10);
    for (; point < 0 && mpz_divisible_ui_p(digits, 10) != 0; point++)
        mpz_divexact_ui(digits, digits, 10);
    for (; point > 0; point--)
        mpz_mul_ui(digits, digits, 10);
    *decimals = (unsigned)-point;
    return *decimals <= MD_CELL_DECIMALS;
}

static void take_number(struct bytes *bytes, struct pair *number)
{
    double cell = take_cell(bytes);
    bool good = read_cell(cell, number->digits, &number->decimals);
    enum md_status status = md_exact_cell(cell, &number->exact);
    REQUIRE((status == MD_OK) == good, "%.17g", cell);
    if (!good) {
        mpz_set_ui(number->digits, 0);
        number->decimals = 0;
    }
}

/* ---- Whole numbers ------------------------------------------------------------------------------------------- */

static void to_digits(const struct md_exact *exact, mpz_t digits)
{
    mpz_import(digits, MD_EXACT_LIMBS, -1, sizeof exact->digits[0], 0, 0, exact->digits);
    if (exact->negative)
        mpz_neg(digits, digits);
}

/* Writes the number with more decimals. */
static void extend(mpz_t digits, unsigned more)
{
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, more);
    mpz_mul(digits, digits, power);
    mpz_clear(power);
}

static bool is_too_long(const mpz_t digits)
{
    return mpz_sizeinbase(digits, 2) > MD_EXACT_BITS;
}

/* Both digits with equally many decimals; do they fit? */
static bool align(const struct pair *a, const struct pair *b, mpz_t one, mpz_t other)
{
    mpz_set(one, a->digits);
    mpz_set(other, b->digits);
    extend(one, b->decimals > a->decimals ? b->decimals - a->decimals : 0);
    extend(other, a->decimals > b->decimals ? a->decimals - b->decimals : 0);
    return !is_too_long(one) && !is_too_long(other);
}

/* (2), for an answer that fits or does not; a lost one is 0 from here on. */
static void check_result(struct pair *result, bool fits)
{
    mpz_t digits;
    mpz_init(digits);
    fits = fits && !is_too_long(result->digits);
    REQUIRE(result->exact.lost == !fits, "lost: %d", result->exact.lost);
    if (!fits) {
        mpz_set_ui(result->digits, 0);
        result->exact = md_exact_of(0, 0);
    }
    if (mpz_sgn(result->digits) == 0)
        result->decimals = 0;
    to_digits(&result->exact, digits);
    REQUIRE(mpz_cmp(digits, result->digits) == 0, "other digits");
    REQUIRE((unsigned)result->exact.decimals == result->decimals, "%d decimals", result->exact.decimals);
    REQUIRE(md_sign(result->exact) == mpz_sgn(result->digits), "another sign");
    mpz_clear(digits);
}

static void combine(struct pair *a, const struct pair *b, unsigned operation)
{
    mpz_t one, other;
    mpz_inits(one, other, NULL);
    bool fits = align(a, b, one, other);
    if (operation == 0) {
        a->exact = md_times(a->exact, b->exact);
        mpz_mul(a->digits, a->digits, b->digits);
        a->decimals += b->decimals;
        check_result(a, a->decimals <= MD_EXACT_DECIMALS);
    } else {
        int compared = mpz_cmp(one, other);
        if (fits)
            REQUIRE(md_compared(a->exact, b->exact) == (compared > 0) - (compared < 0), "compared");
        a->exact = operation == 1 ? md_plus(a->exact, b->exact) : md_minus(a->exact, b->exact);
        if (operation == 1)
            mpz_add(a->digits, one, other);
        else
            mpz_sub(a->digits, one, other);
        a->decimals = a->decimals > b->decimals ? a->decimals : b->decimals;
        check_result(a, fits);
    }
    mpz_clears(one, other, NULL);
}

/* ---- Quotients (3) (4) --------------------------------------------------------------------------------------- */

/* |quotient − number| */
static void distance(mpq_t far, const mpq_t quotient, double number)
{
    mpq_set_d(far, number);
    mpq_sub(far, far, quotient);
    mpq_abs(far, far);
}

static bool is_even(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return (bits & 1) == 0;
}

static void check_quotient(const struct pair *a, const struct pair *b)
{
    mpq_t quotient, near, far;
    double number = 0;
    mpq_inits(quotient, near, far, NULL);
    bool fits = align(a, b, mpq_numref(quotient), mpq_denref(quotient));
    enum md_status status = md_quotient(a->exact, b->exact, &number);
    if (mpz_sgn(b->digits) == 0) {
        REQUIRE(status == (fits ? MD_ZERO_DIVISION : MD_DOMAIN), "status %d", status);
    } else {
        REQUIRE((status == MD_OK) == fits, "status %d", status);
        mpq_canonicalize(quotient);
        distance(near, quotient, number);
        const double neighbours[] = {nextafter(number, -HUGE_VAL), nextafter(number, HUGE_VAL)};
        for (size_t i = 0; fits && i < 2; i++) {
            distance(far, quotient, neighbours[i]);
            int compared = mpq_cmp(near, far);
            REQUIRE(compared < 0 || (compared == 0 && is_even(number)), "%.17g is not the nearest", number);
        }
    }
    mpq_clears(quotient, near, far, NULL);
}

static void check_rounded_up(const struct pair *a)
{
    mpz_t power, up, digits;
    mpz_inits(power, up, digits, NULL);
    mpz_ui_pow_ui(power, 10, a->decimals);
    mpz_cdiv_q(up, a->digits, power);
    struct md_exact rounded = md_rounded_up(a->exact);
    to_digits(&rounded, digits);
    REQUIRE(mpz_cmp(up, digits) == 0 && rounded.decimals == 0, "rounded up");
    mpz_clears(power, up, digits, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes bytes = {data, size};
    struct pair numbers[NUMBERS];
    for (size_t i = 0; i < NUMBERS; i++) {
        mpz_init(numbers[i].digits);
        take_number(&bytes, &numbers[i]);
    }
    while (bytes.left > 0) {
        struct pair *a = &numbers[choose(&bytes, NUMBERS)];
        const struct pair *b = &numbers[choose(&bytes, NUMBERS)];
        combine(a, b, choose(&bytes, 3));
        check_quotient(a, b);
        check_rounded_up(a);
    }
    for (size_t i = 0; i < NUMBERS; i++)
        mpz_clear(numbers[i].digits);
    return 0;
}
