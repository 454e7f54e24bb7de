// SPDX-License-Identifier: EUPL-1.2
/* Allocation keys as whole weights with one common scale (allocation.h, sentence 5).
 *
 * (1) Whole keys below 2^53 are their own weights.
 * (2) Keys of at most 9 decimals are scaled by the power of ten that makes all of them whole.
 * (3) Otherwise every key is its binary value, scaled by the power of two that makes all of them whole.
 */
#ifndef MD_KEYS_H
#define MD_KEYS_H

#include "apportion.h"

enum { MD_KEY_DECIMALS = 9 };

struct md_weights {
    const double *nearest; /* each weight, or the double nearest to it */
    const md_wide *exact;  /* the weights where some double is not one itself, else NULL */
    md_wide sum;           /* below MD_WIDE_LIMIT */
    bool binary;           /* by sentence 3 */
};

/* The weights of n keys, none negative. Returns MD_DOMAIN if they are too large or too far apart; MD_MEMORY. */
enum md_status md_weigh(const double *key, size_t n, struct md_weights *weights, struct md_memory *memory);

#endif
