// SPDX-License-Identifier: EUPL-1.2
/* Enclosing the multiplier; multiplier.h is the manual. */
#include "multiplier.h"

#include <math.h>

/* Whole numbers that stay below 2^53 add up exactly; of others each addition may lose a last bit (sentence 2). */
static double error_of(struct md_sums sums, struct md_rounding rounding, size_t n)
{
    if ((rounding.is_whole || sums.free_weight == 0) && sums.units < 0x1p53)
        return 0;
    return sums.units * (double)(n + 8) * 0x1p-53;
}

/* Halfway by the bits of the doubles, which have their order. Below the least multiplier there is no unit for anybody, and at the
 * largest there are all for everybody with a weight. */
static double halfway(struct md_range range)
{
    const double least = 0x1p-128, largest = 0x1p63;
    double low = range.low > least ? range.low : least, high = range.high < largest ? range.high : largest;
    uint64_t from, to;
    memcpy(&from, &low, sizeof from);
    memcpy(&to, &high, sizeof to);
    from += (to - from) / 2;
    memcpy(&low, &from, sizeof low);
    return low;
}

/* The weight of those whose units can still rise with the multiplier, or sink. */
static double movable_weight(const struct md_problem *problem, double multiplier, bool rising)
{
    double movable = 0;
    for (size_t i = 0; i < problem->n; i++) {
        double quota = problem->weight[i] * multiplier;
        movable += (rising ? quota < md_upper(problem, i) : quota > md_lower(problem, i)) ? problem->weight[i] : 0;
    }
    return movable;
}

struct md_range md_enclose(const struct md_problem *problem, struct md_rounding rounding)
{
    enum { MOST_ROUNDS = 300, STEPS = 9, FARTHER = 8 };
    const double narrow = 1 + 0x1p-44, n = (double)problem->n, units = (double)problem->units;
    const double few = rounding.is_whole ? 1 + n / 64 : units * 0x1p-24;
    double at = (units + (rounding.is_whole ? n * (rounding.d - 0.5) : 0)) / (double)problem->weight_sum;
    double at_low = 0, at_high = HUGE_VAL, open = HUGE_VAL, before = 0, last = HUGE_VAL, beyond = few;
    /* `unsure`: from the least multiplier that is not surely too low to the largest that is not surely too high. */
    struct md_range range = {0, HUGE_VAL}, unsure = {HUGE_VAL, 0};
    if (rounding.d == 0 && md_sum_at(problem, rounding, 0).units >= units)
        return (struct md_range){-1, 0}; /* Adams alone gives units at a multiplier of 0 */
    for (int round = 0; round < MOST_ROUNDS; round++) {
        if (!(at > range.low && at < range.high) || (round >= STEPS && round % 2 != 0))
            at = halfway(units - at_low > at_high - units ? (struct md_range){range.low, unsure.low}
                                                          : (struct md_range){unsure.high, range.high});
        struct md_sums sums = md_sum_at(problem, rounding, at);
        double error = error_of(sums, rounding, problem->n);
        if (sums.units + error <= units) {
            range.low = at;
            at_low = sums.units;
        } else {
            unsure.low = at < unsure.low ? at : unsure.low;
        }
        if (sums.units - error >= units) {
            range.high = at;
            at_high = sums.units;
        } else {
            unsure.high = at > unsure.high ? at : unsure.high;
        }
        before = open;
        open = at_high - at_low;
        bool at_one = rounding.is_whole && open <= n && open == before; /* many units that all are given at one multiplier */
        if (open <= 4 * few + 16 * error || at_one || range.high <= range.low * narrow)
            break;
        beyond = sums.units == last ? FARTHER * beyond : few + 4 * error;
        last = sums.units;
        double missing = units - sums.units;
        if (sums.free_weight == 0)
            sums.free_weight = movable_weight(problem, at, missing > 0);
        at += (missing + (missing >= 0 ? beyond : -beyond)) / sums.free_weight;
    }
    return range;
}
