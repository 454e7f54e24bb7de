// SPDX-License-Identifier: EUPL-1.2
/* Keys as weights; keys.h is the manual. */
#include "keys.h"
#include "../base/decimal.h"

#include <math.h>

enum { WEIGHT_BITS = 126 };

/* Every whole number up to this is a double. */
#define MOST_WHOLE 0x1p53

/* Sentence 1; `sum` is right only if it holds. */
static bool are_whole(const double *key, size_t n, md_wide *sum)
{
    *sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(key[i] < MOST_WHOLE))
            return false;
        int64_t whole = (int64_t)key[i];
        if ((double)whole != key[i])
            return false;
        *sum += (uint64_t)whole;
    }
    return true;
}

/* The decimals that the finest of the keys has; more than MD_KEY_DECIMALS where sentence 2 does not apply. */
static int decimals_of(const double *key, size_t n)
{
    struct md_decimal decimal;
    int64_t digits;
    int decimals = 0;
    for (size_t i = 0; i < n && decimals <= MD_KEY_DECIMALS; i++) {
        if (md_digits_at(key[i], decimals, &digits))
            continue;
        if (!md_decimal_of(key[i], &decimal))
            return MD_KEY_DECIMALS + 1;
        decimals = decimal.decimals > decimals ? decimal.decimals : decimals;
    }
    return decimals;
}

static md_wide scale_by_ten(double key, int decimals)
{
    struct md_decimal decimal;
    int64_t digits;
    if (md_digits_at(key, decimals, &digits))
        return (uint64_t)digits;
    md_decimal_of(key, &decimal);
    return (md_wide)(uint64_t)decimal.digits * md_power_of_ten(decimals - decimal.decimals);
}

/* The odd number and the power of two whose product `key` is; key is not 0. */
static uint64_t odd_part(double key, int *exponent)
{
    uint64_t odd = (uint64_t)ldexp(frexp(key, exponent), 53);
    int zeros = __builtin_ctzll(odd);
    *exponent += zeros - 53;
    return odd >> zeros;
}

/* The least power of two that some key is an odd multiple of. */
static int least_exponent(const double *key, size_t n)
{
    int exponent, least = INT32_MAX;
    for (size_t i = 0; i < n; i++) {
        if (key[i] == 0)
            continue;
        odd_part(key[i], &exponent);
        least = exponent < least ? exponent : least;
    }
    return least;
}

/* Sentence 3; false where the key lies too far from the least. */
static bool scale_by_two(double key, int least, md_wide *weight)
{
    int exponent;
    *weight = 0;
    if (key == 0)
        return true;
    uint64_t odd = odd_part(key, &exponent);
    int shift = exponent - least;
    if (64 - __builtin_clzll(odd) + shift > WEIGHT_BITS)
        return false;
    *weight = (md_wide)odd << shift;
    return true;
}

/* Sentences 2 and 3: writes the weights, and the doubles nearest to them; false where they are too large or too far apart. */
static bool scale(const double *key, size_t n, struct md_weights *weights, double *nearest, md_wide *exact)
{
    int decimals = decimals_of(key, n), least = 0;
    weights->binary = decimals > MD_KEY_DECIMALS;
    if (weights->binary)
        least = least_exponent(key, n);
    weights->sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (!weights->binary)
            exact[i] = scale_by_ten(key[i], decimals);
        else if (!scale_by_two(key[i], least, &exact[i]))
            return false;
        weights->sum += exact[i];
        if (weights->sum >= MD_WIDE_LIMIT)
            return false;
        nearest[i] = (double)exact[i];
    }
    return true;
}

enum md_status md_weigh(const double *key, size_t n, struct md_weights *weights, struct md_memory *memory)
{
    *weights = (struct md_weights){.nearest = key};
    if (are_whole(key, n, &weights->sum))
        return MD_OK;
    double *nearest = md_take(memory, n, sizeof *nearest);
    md_wide *exact = md_take(memory, n, sizeof *exact);
    if (nearest == NULL || exact == NULL)
        return MD_MEMORY;
    if (!scale(key, n, weights, nearest, exact))
        return MD_DOMAIN;
    weights->nearest = nearest;
    weights->exact = exact;
    return MD_OK;
}
