// SPDX-License-Identifier: EUPL-1.2
/* Sharing out whole units over whole weights: the integer half of allocation.h, which is its only user.
 *
 * `md_apportion_narrow` serves nearly every sheet: largest remainder or rounding, no bounds, 64-bit arithmetic.
 * `md_apportion_wide` serves everything, in 128-bit arithmetic. Where both apply they agree to the unit.
 */
#ifndef MD_APPORTION_H
#define MD_APPORTION_H

#include "allocation.h"
#include "wide.h"

/* Limits of the narrow path: with them an estimate in double is a few units off at most, and its remainder modulo 2^64
 * tells by how many. */
#define MD_NARROW_UNITS   (INT64_C(1) << 53)
#define MD_NARROW_WEIGHTS (UINT64_C(1) << 60)

/* The bits that units × weights may take. */
#define MD_WIDE_LIMIT ((md_wide)1 << 126)

/* ---- Keys as integers ---------------------------------------------------------------------------------------- */

/* Are all keys whole numbers below 2^53 that add up to less than MD_NARROW_WEIGHTS? Then `sum` is what they add up to. */
bool md_keys_are_whole(const double *key, size_t n, uint64_t *sum);

/* Keys as integers with one common scale (allocation.h, sentence 5).
 *
 * weight   out: n integers
 * sum      out: what they add up to, below MD_WIDE_LIMIT
 *
 * Returns MD_DOMAIN if they are too large or too far apart.
 */
enum md_status md_scale_keys(const double *key, size_t n, md_wide *weight, md_wide *sum);

/* ---- 64 bits ------------------------------------------------------------------------------------------------- */

struct md_narrow {
    size_t n;
    const double *key;      /* whole numbers below 2^53; used where weight is NULL */
    const uint64_t *weight; /* or NULL */
    uint64_t weight_sum;    /* 1 to MD_NARROW_WEIGHTS − 1 */
    int64_t units;          /* 0 to MD_NARROW_UNITS */
    bool rounded;           /* each by itself, instead of by largest remainder */
    md_compare *order;      /* or NULL */
    const void *order_context;
};

/* The whole units of every recipient, as doubles.
 *
 * remainder, pool   scratch: n elements each
 */
void md_apportion_narrow(const struct md_narrow *problem, double *units, struct md_tie *tie, uint64_t *remainder,
                         uint64_t *pool);

/* ---- 128 bits ------------------------------------------------------------------------------------------------ */

struct md_wide_problem {
    size_t n;
    const md_wide *weight;
    md_wide weight_sum; /* above 0 */
    int64_t units;      /* 0 or more */
    enum md_method method;
    const int64_t *lower; /* whole units, or NULL */
    const int64_t *upper; /* whole units, or NULL */
    md_compare *order;    /* or NULL */
    const void *order_context;
};

/* The whole units of every recipient. Returns MD_DOMAIN if the bounds cannot hold or a product takes more than MD_WIDE_LIMIT. */
enum md_status md_apportion_wide(const struct md_wide_problem *problem, int64_t *units, struct md_tie *tie,
                                 struct md_memory *memory);

/* One recipient's quota by largest remainder: whole units, and the remainder over weight_sum. */
struct md_quota {
    int64_t whole;
    md_wide remainder;
};

/* Quotas of all recipients and their ranks (1 is served first). Returns MD_DOMAIN or MD_MEMORY. */
enum md_status md_quotas_and_ranks(const struct md_wide_problem *problem, struct md_quota *quotas, size_t *ranks,
                                   struct md_memory *memory);

#endif
