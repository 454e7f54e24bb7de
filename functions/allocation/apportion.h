// SPDX-License-Identifier: EUPL-1.2
/* Sharing out whole units over whole weights: the integer half of allocation.h, which is its only user.
 *
 * `md_apportion_narrow` serves nearly every sheet: every method, with or without bounds, where weights and units fit in doubles.
 * `md_apportion_wide` serves everything, in 128-bit arithmetic. Where both apply they agree to the unit.
 */
#ifndef MD_APPORTION_H
#define MD_APPORTION_H

#include "allocation.h"
#include "../base/wide.h"

/* Limits of the narrow path: with them an estimate in double is a few units off at most, and its remainder modulo 2^64
 * tells by how many. */
#define MD_NARROW_UNITS   (INT64_C(1) << 52)
#define MD_NARROW_WEIGHT  0x1p53
#define MD_NARROW_WEIGHTS (UINT64_C(1) << 60)

/* The bits that units × weights may take. */
#define MD_WIDE_LIMIT ((md_wide)1 << 126)

/* ---- Keys as integers ---------------------------------------------------------------------------------------- */

/* Are all keys whole numbers below MD_NARROW_WEIGHT that add up to less than MD_NARROW_WEIGHTS? Then `sum` is that.
 * `plain`: without the processor's wider instructions. */
bool md_keys_are_whole(const double *key, size_t n, bool plain, uint64_t *sum);

/* Keys of at most 9 decimals as whole numbers with one common scale, within the limits of the narrow path; false if they are not.
 *
 * weight   out: n whole numbers
 * sum      out: what they add up to
 */
bool md_scale_keys_narrow(const double *key, size_t n, double *weight, uint64_t *sum);

/* Keys as integers with one common scale (allocation.h, sentence 5).
 *
 * weight   out: n integers
 * sum      out: what they add up to, below MD_WIDE_LIMIT
 *
 * Returns MD_DOMAIN if they are too large or too far apart.
 */
enum md_status md_scale_keys(const double *key, size_t n, md_wide *weight, md_wide *sum);

/* ---- Doubles and 64 bits ------------------------------------------------------------------------------------- */

struct md_narrow {
    size_t n;
    const double *weight; /* whole numbers below MD_NARROW_WEIGHT */
    uint64_t weight_sum;  /* 1 to MD_NARROW_WEIGHTS − 1 */
    int64_t units;        /* 0 to MD_NARROW_UNITS */
    enum md_method method;
    const double *lower; /* n whole numbers, or NULL */
    const double *upper; /* n whole numbers or HUGE_VAL, or NULL */
    md_compare *order;   /* or NULL */
    const void *order_context;
    bool plain; /* without the processor's wider instructions */
};

/* Bytes of scratch for each recipient. */
enum { MD_NARROW_SCRATCH = 48 };

/* The whole units of every recipient, as doubles. `scratch` has MD_NARROW_SCRATCH bytes for each.
 *
 * Returns false where only the wide path knows the answer: bounds that cannot hold, or that leave too many cases open. */
bool md_apportion_narrow(const struct md_narrow *problem, double *units, struct md_tie *tie, void *scratch);

/* Parts of the above. */

/* A recipient's quota is units × its weight / weight. */
struct md_rate {
    uint64_t units, weight;
};

bool md_bounds_can_hold(const struct md_narrow *problem);

/* Finds the rate at which the quotas, held between bounds that can hold, add up to the units; `scratch` as above. Where it
 * returns false, `rate` is as it was. */
bool md_find_rate(const struct md_narrow *problem, struct md_rate *rate, double *scratch);

/* The divisor methods; the rest as md_apportion_narrow. */
bool md_apportion_by_divisor(const struct md_narrow *problem, double *units, struct md_tie *tie, void *scratch);

/* Gives one more unit to `wanted` (1 or more) of `count` recipients with equal claims, listed in `tied` from the first to the
 * last. Where not all get one, `tie` says so, and the larger weight, the lower order and the earlier come first. `values` has room
 * for `count`, `tied` is used up. */
void md_serve_tied(const struct md_narrow *problem, size_t *tied, size_t count, size_t wanted, double *units,
                   struct md_tie *tie, uint64_t *values);

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
