// SPDX-License-Identifier: EUPL-1.2
/* Recipients with their bounds, and what they would get at a rate: what apportion_bounds.c and apportion_divisor.c both ask. */
#ifndef MD_APPORTION_GROUP_H
#define MD_APPORTION_GROUP_H

#include "apportion.h"

#include <string.h>

/* Recipients: all of a problem, or a sample. */
struct md_group {
    size_t n;
    const double *weight, *lower, *upper; /* the latter two may be NULL */
    double most;                          /* units that anyone can get */
    bool vectors;                         /* by the processor's wider instructions */
};

struct md_group md_everyone(const struct md_narrow *problem);

static inline double md_lower_of(const struct md_group *group, size_t i)
{
    return group->lower == NULL ? 0 : group->lower[i];
}

static inline double md_upper_of(const struct md_group *group, size_t i)
{
    return group->upper == NULL || group->upper[i] > group->most ? group->most : group->upper[i];
}

/* A rate between two: halfway by the bits of their doubles, which have their order, so that one that is millions of times too
 * large is left as soon as one that is twice too large. At a rate below the least all quotas together are less than one unit; at
 * the largest everyone with a weight has the most that a problem has. */
static inline double md_rate_between(double low, double high)
{
    const double least = 1 / (double)MD_NARROW_WEIGHTS, largest = (double)MD_NARROW_UNITS;
    uint64_t from, to;
    low = low > least ? low : least;
    high = high < largest ? high : largest;
    memcpy(&from, &low, sizeof from);
    memcpy(&to, &high, sizeof to);
    from = (from + to) / 2;
    memcpy(&low, &from, sizeof low);
    return low;
}

/* Units, and the weight of those whom no bound holds. */
struct md_sums {
    double units, free_weight;
};

/* At the quotas rate × weight: the units of those whom a bound holds. */
struct md_sums md_hold_at(const struct md_group *group, double rate);

/* By a divisor method, for rates from 0: the units of all. */
struct md_sums md_give_at(const struct md_group *group, double d, double rate);

#endif
