// SPDX-License-Identifier: EUPL-1.2
/* The rate at which quotas, held between bounds, add up to the units.
 *
 * (1) At a rate λ everyone is held at its lower bound, held at its upper bound, or free. What those held leave, divided by the
 *     weight of those free, is a better λ: exact once nobody changes sides. That takes few rounds where λ is near, so it is
 *     first sought on a sample.
 * (2) λ is kept between the highest that was too low and the lowest that was too high; where a step leaves them, it is halved.
 * (3) λ is a double here, and settles who is held but for a rare doubt: who uses it verifies that (apportion_narrow.c).
 */
#include "apportion.h"
#include "apportion_vectors.h"

#include <math.h>

/* The recipients among whom λ is sought: all, or a sample. */
struct group {
    size_t n;
    const double *weight, *lower, *upper; /* the latter two may be NULL */
    double most;                          /* units that anyone can get */
    bool vectors;                         /* by the processor's wider instructions */
};

/* What those held at a bound get, and the weight of the others. */
struct sums {
    double held, free_weight;
};

static inline double lower_of(const struct group *group, size_t i)
{
    return group->lower == NULL ? 0 : group->lower[i];
}

static inline double upper_of(const struct group *group, size_t i)
{
    return group->upper == NULL || group->upper[i] > group->most ? group->most : group->upper[i];
}

static struct group everyone(const struct md_narrow *problem)
{
    return (struct group){problem->n,     problem->weight,        problem->lower,
                          problem->upper, (double)problem->units, !problem->plain && md_has_vectors()};
}

bool md_bounds_can_hold(const struct md_narrow *problem)
{
    const struct group group = everyone(problem);
    double least = 0, most = 0;
    if (problem->lower == NULL && problem->upper == NULL)
        return true;
    for (size_t i = 0; i < group.n; i++) {
        double lower = lower_of(&group, i);
        if (group.upper != NULL && lower > group.upper[i])
            return false;
        least += lower;
        /* Without a key there is no claim to more than the minimum. */
        most += group.weight[i] == 0 ? lower : upper_of(&group, i);
    }
    return least <= group.most && group.most <= most;
}

/* Two recipients at a time, without branches, which would be guessed wrongly: the compiler makes of it what the processor has. */
typedef double pair __attribute__((vector_size(16)));
typedef int64_t pair_masks __attribute__((vector_size(16)));

static inline __attribute__((always_inline)) pair pair_of(const double *values, size_t i, double otherwise)
{
    pair loaded = {otherwise, otherwise};
    if (values != NULL)
        memcpy(&loaded, values + i, sizeof loaded);
    return loaded;
}

static inline __attribute__((always_inline)) pair where(pair_masks mask, pair one, pair other)
{
    return (pair)((mask & (pair_masks)one) | (~mask & (pair_masks)other));
}

static inline __attribute__((always_inline)) void hold_two(const struct group *group, double rate, size_t i, pair *held,
                                                           pair *free_weight)
{
    pair weight = pair_of(group->weight, i, 0), quota = weight * rate, zero = {0, 0};
    pair lower = pair_of(group->lower, i, 0), upper = pair_of(group->upper, i, group->most);
    upper = where(upper > group->most, zero + group->most, upper);
    pair_masks is_free = (quota >= lower) & (quota < upper);
    pair_masks at_lower = (quota < lower) | (weight == 0);
    *held += where(is_free, zero, where(at_lower, lower, upper));
    *free_weight += where(is_free, weight, zero);
}

/* The last of an odd number, and one who gets nothing. */
static struct group tail_of(const struct group *group, double *room)
{
    size_t last = group->n - 1;
    memset(room, 0, 6 * sizeof *room);
    if (group->n % 2 != 0) {
        room[0] = group->weight[last];
        room[2] = lower_of(group, last);
        room[4] = upper_of(group, last);
    }
    return (struct group){2, room, room + 2, room + 4, group->most, group->vectors};
}

static inline __attribute__((always_inline)) struct sums hold_all(const struct group *group, double rate)
{
    double room[6];
    pair held = {0, 0}, free_weight = held;
    struct group tail = tail_of(group, room);
    for (size_t i = 0; i + 2 <= group->n; i += 2)
        hold_two(group, rate, i, &held, &free_weight);
    hold_two(&tail, rate, 0, &held, &free_weight);
    return (struct sums){held[0] + held[1], free_weight[0] + free_weight[1]};
}

MD_VECTOR_CODE static struct sums hold_all_by_vectors(const struct group *group, double rate)
{
    return hold_all(group, rate);
}

static struct sums hold_at(const struct group *group, double rate)
{
    return group->vectors ? hold_all_by_vectors(group, rate) : hold_all(group, rate);
}

/* Improves `rate`, and tells who is held there; stops after `rounds`, or where a step hardly changes it. */
static struct sums improve(const struct group *group, double sought, double *rate, int rounds)
{
    const double hardly = 0x1p-26;
    double low = 0, high = HUGE_VAL;
    struct sums sums = {0, 0};
    for (int round = 0; round < rounds; round++) {
        sums = hold_at(group, *rate);
        if (sums.held + *rate * sums.free_weight < sought)
            low = *rate;
        else
            high = *rate;
        double next = sums.free_weight > 0 ? (sought - sums.held) / sums.free_weight : 0;
        bool near = fabs(next - *rate) <= hardly * *rate;
        if (near)
            break;
        if (!(next > low && next < high))
            next = high == HUGE_VAL ? 2 * low : (low + high) / 2;
        *rate = next;
    }
    return sums;
}

/* A group of `size` recipients drawn from all; its arrays lie in `scratch`. */
static struct group draw_sample(const struct group *all, size_t size, double *scratch)
{
    uint64_t random = UINT64_C(0x2545F4914F6CDD1D);
    double *weight = scratch, *lower = scratch + size, *upper = lower + size;
    for (size_t s = 0; s < size; s++) {
        size_t i = md_next_random(&random) % all->n;
        weight[s] = all->weight[i];
        lower[s] = lower_of(all, i);
        upper[s] = upper_of(all, i);
    }
    return (struct group){size, weight, lower, upper, all->most, all->vectors};
}

bool md_find_rate(const struct md_narrow *problem, struct md_rate *rate, double *scratch)
{
    enum { SAMPLE = 2000, SAMPLE_ROUNDS = 30, ROUNDS = 16 };
    const struct group all = everyone(problem);
    double units = (double)problem->units, at = units / (double)problem->weight_sum;
    if (problem->weight_sum >= UINT64_C(1) << 53 || !md_bounds_can_hold(problem))
        return false;
    if (problem->n / 4 > SAMPLE) {
        struct group sample = draw_sample(&all, SAMPLE, scratch);
        improve(&sample, units / (double)problem->n * SAMPLE, &at, SAMPLE_ROUNDS);
    }
    struct sums sums = improve(&all, units, &at, ROUNDS);
    if (sums.held > units || !(sums.free_weight > 0))
        return false;
    *rate = (struct md_rate){(uint64_t)(int64_t)(units - sums.held), (uint64_t)(int64_t)sums.free_weight};
    return true;
}
