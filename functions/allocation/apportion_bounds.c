// SPDX-License-Identifier: EUPL-1.2
/* The rate at which quotas, held between bounds, add up to the units.
 *
 * (1) At a rate λ everyone is held at its lower bound, held at its upper bound, or free. What those held leave, divided by the
 *     weight of those free, is a better λ: exact once nobody changes sides. That takes few rounds where λ is near, so it is
 *     first sought on a sample.
 * (2) λ is kept between the highest that was too low and the lowest that was too high. Where a step leaves them, the even rate,
 *     that of quotas without bounds, comes first: a sample that missed one giant is far from it. Then it is halfway.
 * (3) λ is a double here, and settles who is held but for a rare doubt: who uses it verifies that (apportion_narrow.c).
 */
#include "apportion_group.h"

#include <math.h>

bool md_bounds_can_hold(const struct md_narrow *problem)
{
    const struct md_group group = md_everyone(problem);
    double least = 0, most = 0;
    if (problem->lower == NULL && problem->upper == NULL)
        return true;
    for (size_t i = 0; i < group.n; i++) {
        double lower = md_lower_of(&group, i);
        if (group.upper != NULL && lower > group.upper[i])
            return false;
        least += lower;
        /* Without a key there is no claim to more than the minimum. */
        most += group.weight[i] == 0 ? lower : md_upper_of(&group, i);
    }
    return least <= group.most && group.most <= most;
}

/* Improves `rate`, and tells who is held there; stops after `rounds`, or where a step hardly changes it. `even`: sentence 2. */
static struct md_sums improve(const struct md_group *group, double sought, double even, double *rate, int rounds)
{
    const double hardly = 0x1p-26;
    double low = 0, high = HUGE_VAL;
    struct md_sums sums = {0, 0};
    for (int round = 0; round < rounds; round++) {
        sums = md_hold_at(group, *rate);
        if (sums.units + *rate * sums.free_weight < sought)
            low = *rate;
        else
            high = *rate;
        double next = sums.free_weight > 0 ? (sought - sums.units) / sums.free_weight : 0;
        bool near = fabs(next - *rate) <= hardly * *rate;
        if (near)
            break;
        if (!(next > low && next < high))
            next = even > low && even < high ? even : md_rate_between(low, high);
        *rate = next;
    }
    return sums;
}

/* A group of `size` recipients drawn from all; its arrays lie in `scratch`. */
static struct md_group draw_sample(const struct md_group *all, size_t size, double *scratch)
{
    uint64_t random = UINT64_C(0x2545F4914F6CDD1D);
    double *weight = scratch, *lower = scratch + size, *upper = lower + size;
    for (size_t s = 0; s < size; s++) {
        size_t i = md_next_random(&random) % all->n;
        weight[s] = all->weight[i];
        lower[s] = md_lower_of(all, i);
        upper[s] = md_upper_of(all, i);
    }
    return (struct md_group){size, weight, lower, upper, all->most, all->vectors};
}

bool md_find_rate(const struct md_narrow *problem, struct md_rate *rate, double *scratch)
{
    enum { SAMPLE = 2000, SAMPLE_ROUNDS = 30, ROUNDS = 16 };
    const struct md_group all = md_everyone(problem);
    double units = (double)problem->units, even = units / (double)problem->weight_sum, at = even;
    if (problem->weight_sum >= UINT64_C(1) << 53)
        return false;
    if (problem->n / 4 > SAMPLE) {
        struct md_group sample = draw_sample(&all, SAMPLE, scratch);
        improve(&sample, units / (double)problem->n * SAMPLE, even, &at, SAMPLE_ROUNDS);
    }
    struct md_sums sums = improve(&all, units, even, &at, ROUNDS);
    if (sums.units > units || !(sums.free_weight > 0))
        return false;
    *rate = (struct md_rate){(uint64_t)(int64_t)(units - sums.units), (uint64_t)(int64_t)sums.free_weight};
    return true;
}
