// SPDX-License-Identifier: EUPL-1.2
/* The entry of the core; apportion.h is the manual. */
#include "apportion.h"
#include "divisor.h"
#include "remainders.h"

/* The units that all get at their lower and at their upper bounds; false where some lower one is above the upper. */
static bool add_bounds(const struct md_problem *problem, md_wide *lower, md_wide *upper)
{
    *lower = *upper = 0;
    for (size_t i = 0; i < problem->n; i++) {
        double least = md_lower(problem, i), most = md_upper(problem, i);
        if ((problem->upper != NULL && least > problem->upper[i]) || least > MD_MOST_UNITS)
            return false;
        *lower += (uint64_t)(int64_t)least;
        *upper += (uint64_t)(int64_t)most;
    }
    return true;
}

typedef double bound_of(const struct md_problem *problem, size_t i);

static void give(const struct md_problem *problem, bound_of *bound, double *units)
{
    for (size_t i = 0; i < problem->n; i++)
        units[i] = bound(problem, i);
}

/* Beyond MD_MOST_UNITS a double no longer tells one unit from the next. */
static bool are_exact(const struct md_problem *problem, const double *units)
{
    int64_t left = problem->units;
    for (size_t i = 0; i < problem->n; i++) {
        if (units[i] > MD_MOST_UNITS)
            return false;
        left -= (int64_t)units[i];
    }
    return left == 0 || problem->method == MD_ROUNDED;
}

enum md_status md_apportion(const struct md_problem *problem, double *units, struct md_tie *tie, struct md_memory *memory)
{
    bool by_remainder = problem->method == MD_LARGEST_REMAINDER || problem->method == MD_ROUNDED;
    md_wide total = (uint64_t)problem->units, lower = 0, upper = total + 1;
    enum md_status status = MD_OK;
    *tie = (struct md_tie){0, 0};
    if (!md_fits(problem))
        return MD_DOMAIN;
    if ((md_is_bounded(problem) || (double)problem->units > MD_MOST_UNITS) && !add_bounds(problem, &lower, &upper))
        return MD_DOMAIN;
    if (total < lower || total > upper)
        return MD_DOMAIN;
    if (total == lower)
        give(problem, md_lower, units);
    else if (total == upper)
        give(problem, md_upper, units);
    else if (by_remainder)
        status = md_apportion_remainders(problem, units, tie, memory);
    else
        status = md_apportion_by_divisor(problem, units, tie, memory);
    return status == MD_OK && (double)problem->units > MD_MOST_UNITS && !are_exact(problem, units) ? MD_DOMAIN : status;
}
