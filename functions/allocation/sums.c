// SPDX-License-Identifier: EUPL-1.2
/* Sums over all recipients; sums.h is the manual. */
#include "sums.h"

#define INLINE static inline __attribute__((always_inline))

/* Branch-free, two lanes; the compiler vectorises. */
typedef double pair __attribute__((vector_size(16)));
typedef int64_t pair_masks __attribute__((vector_size(16)));

INLINE pair pair_of(const double *values, size_t i)
{
    pair loaded;
    memcpy(&loaded, values + i, sizeof loaded);
    return loaded;
}

INLINE pair where(pair_masks mask, pair one, pair other)
{
    return (pair)((mask & (pair_masks)one) | (~mask & (pair_masks)other));
}

/* The whole part of numbers from 0: their sum with 2^52 has no room for a fraction. */
INLINE pair whole_parts_of(pair numbers)
{
    const pair far = {0x1p52, 0x1p52}, one = {1, 1}, zero = {0, 0};
    pair rounded = numbers + far;
    rounded -= far;
    return rounded - where(rounded > numbers, one, zero);
}

struct sums {
    pair units, free_weight;
};

/* Two recipients: `upper` is what they can get at most, were they to have a weight. */
INLINE void add_two(struct sums *sums, pair weight, pair lower, pair upper, struct md_rounding rounding, double multiplier)
{
    const pair zero = {0, 0};
    pair quota = weight * multiplier, units = quota + (1 - rounding.d);
    upper = where(weight == 0, lower, upper);
    units = where(units < upper, units, upper);
    units = where(units > lower, units, lower);
    sums->units += rounding.is_whole ? whole_parts_of(units) : units;
    sums->free_weight += where((quota > lower) & (quota < upper), weight, zero);
}

/* `bounded` and `rounding.is_whole` are constants wherever this becomes part of another function. */
INLINE struct md_sums sum_all(const struct md_problem *problem, struct md_rounding rounding, double multiplier, bool bounded)
{
    const pair zero = {0, 0}, most = {0x1p63, 0x1p63}; /* not the units: what is beyond them tells how far to step back */
    const double *lower = bounded ? problem->lower : NULL, *upper = bounded ? problem->upper : NULL;
    size_t n = problem->n, i = 0;
    struct sums sums = {zero, zero};
    for (; i + 2 <= n; i += 2)
        add_two(&sums, pair_of(problem->weight, i), lower == NULL ? zero : pair_of(lower, i),
                upper == NULL ? most : pair_of(upper, i), rounding, multiplier);
    if (i < n)
        add_two(&sums, (pair){problem->weight[i], 0}, (pair){lower == NULL ? 0 : lower[i], 0},
                (pair){upper == NULL ? 0x1p63 : upper[i], 0}, rounding, multiplier);
    return (struct md_sums){sums.units[0] + sums.units[1], sums.free_weight[0] + sums.free_weight[1]};
}

struct md_sums md_sum_at(const struct md_problem *problem, struct md_rounding rounding, double multiplier)
{
    if (!rounding.is_whole)
        return sum_all(problem, (struct md_rounding){false, 1}, multiplier, true);
    rounding.is_whole = true; /* a constant, as is `false` above */
    return md_is_bounded(problem) ? sum_all(problem, rounding, multiplier, true)
                                  : sum_all(problem, rounding, multiplier, false);
}
