// SPDX-License-Identifier: EUPL-1.2
/* Allocation keys as integers with one common scale.
 *
 * (1) Whole numbers below 2^53 are themselves.
 * (2) Keys of at most 9 decimals are scaled by the power of ten that makes all of them whole.
 * (3) Otherwise every key is its binary value, scaled by the power of two that makes all of them whole.
 */
#include "apportion.h"
#include "apportion_vectors.h"
#include "../base/decimal.h"

#include <math.h>

enum { MOST_KEY_DECIMALS = 9, WEIGHT_BITS = 126 };

bool md_keys_are_whole(const double *key, size_t n, bool plain, uint64_t *sum)
{
    uint64_t total = 0;
    for (size_t i = plain ? 0 : md_add_whole_by_vectors(key, n, &total); i < n; i++) {
        if (!(key[i] < MD_NARROW_WEIGHT))
            return false;
        uint64_t whole = (uint64_t)(int64_t)key[i];
        if ((double)(int64_t)whole != key[i])
            return false;
        total += whole;
        if (total >= MD_NARROW_WEIGHTS)
            return false;
    }
    *sum = total;
    return true;
}

/* The whole number nearest to one from 0 to 2^51. */
static inline double nearest_whole(double number)
{
    return (number + 0x1p52) - 0x1p52;
}

/* Is a key a number of at most 15 digits, of which `scale` makes a whole one? Then decimal.h reads it so too. */
static inline bool is_whole_at(double key, double scale)
{
    double scaled = nearest_whole(key * scale);
    return scaled < 1e15 && scaled / scale == key;
}

bool md_scale_keys_narrow(const double *key, size_t n, double *weight, uint64_t *sum)
{
    int decimals = 0;
    double scale = 1;
    for (size_t i = 0; i < n; i++) {
        while (!is_whole_at(key[i], scale)) {
            if (++decimals > MOST_KEY_DECIMALS)
                return false;
            scale *= 10;
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (!(key[i] * scale < 1e15))
            return false;
        weight[i] = nearest_whole(key[i] * scale);
    }
    return md_keys_are_whole(weight, n, true, sum);
}

static enum md_status add_up(const md_wide *weight, size_t n, md_wide *sum)
{
    *sum = 0;
    for (size_t i = 0; i < n; i++) {
        *sum += weight[i];
        if (*sum >= MD_WIDE_LIMIT)
            return MD_DOMAIN;
    }
    return MD_OK;
}

/* Sentence 2; false where it does not apply. */
static bool scale_decimals(const double *key, size_t n, md_wide *weight)
{
    struct md_decimal decimal;
    int decimals = 0;
    for (size_t i = 0; i < n; i++) {
        if (!md_decimal_of(key[i], &decimal) || decimal.decimals > MOST_KEY_DECIMALS)
            return false;
        decimals = decimal.decimals > decimals ? decimal.decimals : decimals;
        /* The scale may still grow: the digits are kept with their decimals until it is known. */
        weight[i] = (md_wide)decimal.digits << 4 | (unsigned)decimal.decimals;
    }
    for (size_t i = 0; i < n; i++)
        weight[i] = (weight[i] >> 4) * md_power_of_ten(decimals - (int)(weight[i] & 15));
    return true;
}

/* The odd number and the power of two whose product `key` is; key is not 0. */
static uint64_t odd_part(double key, int *exponent)
{
    uint64_t odd = (uint64_t)ldexp(frexp(key, exponent), 53);
    int zeros = __builtin_ctzll(odd);
    *exponent += zeros - 53;
    return odd >> zeros;
}

/* Sentence 3; false where the keys lie too far apart. */
static bool scale_binary(const double *key, size_t n, md_wide *weight)
{
    int exponent, least = INT32_MAX;
    for (size_t i = 0; i < n; i++) {
        if (key[i] == 0)
            continue;
        odd_part(key[i], &exponent);
        least = exponent < least ? exponent : least;
    }
    for (size_t i = 0; i < n; i++) {
        weight[i] = 0;
        if (key[i] == 0)
            continue;
        uint64_t odd = odd_part(key[i], &exponent);
        int shift = exponent - least;
        if (64 - __builtin_clzll(odd) + shift > WEIGHT_BITS)
            return false;
        weight[i] = (md_wide)odd << shift;
    }
    return true;
}

enum md_status md_scale_keys(const double *key, size_t n, md_wide *weight, md_wide *sum)
{
    if (!scale_decimals(key, n, weight) && !scale_binary(key, n, weight))
        return MD_DOMAIN;
    return add_up(weight, n, sum);
}
