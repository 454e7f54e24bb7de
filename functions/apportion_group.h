// SPDX-License-Identifier: EUPL-1.2
/* Recipients with their bounds, and what they would get at a rate: what apportion_bounds.c and apportion_divisor.c both ask. */
#ifndef MD_APPORTION_GROUP_H
#define MD_APPORTION_GROUP_H

#include "apportion.h"

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

/* Units, and the weight of those whom no bound holds. */
struct md_sums {
    double units, free_weight;
};

/* At the quotas rate × weight: the units of those whom a bound holds. */
struct md_sums md_hold_at(const struct md_group *group, double rate);

/* By a divisor method, for rates from 0: the units of all. */
struct md_sums md_give_at(const struct md_group *group, double d, double rate);

#endif
