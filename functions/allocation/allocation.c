// SPDX-License-Identifier: EUPL-1.2
/* From euros and keys to whole units and weights, and back; allocation.h is the manual. */
#include "allocation.h"
#include "apportion.h"
#include "../base/decimal.h"

#include <math.h>

/* The money of an allocation in whole units. */
struct money {
    int64_t units; /* of the absolute value of the total */
    struct md_decimal unit;
    bool negative;
};

static enum md_status count_units(const struct md_allocation *allocation, struct money *money)
{
    bool exact;
    enum md_status status = md_units_in(fabs(allocation->total), allocation->unit, &money->units, &exact);
    if (status != MD_OK || !exact)
        return MD_DOMAIN;
    money->negative = allocation->total < 0;
    md_decimal_of(allocation->unit, &money->unit);
    return MD_OK;
}

static enum md_status to_amounts(const struct money *money, const int64_t *units, size_t n, double *amounts)
{
    int64_t most = md_most_units(money->unit);
    for (size_t i = 0; i < n; i++) {
        if (units[i] > most)
            return MD_DOMAIN;
        amounts[i] = md_amount_of(money->negative ? -units[i] : units[i], money->unit);
    }
    return MD_OK;
}

/* A bound in whole units, moved inwards to a multiple of the unit. */
static inline enum md_status bound_in_units(double bound, double unit, bool upwards, int64_t *units)
{
    bool exact = true;
    /* Most bounds are whole euros in units of one euro. */
    if (unit == 1 && bound >= 0 && bound < 0x1p53 && bound == (double)(int64_t)bound) {
        *units = (int64_t)bound;
        return MD_OK;
    }
    enum md_status status = md_units_in(bound, unit, units, &exact);
    *units += upwards && !exact && *units < INT64_MAX;
    return status;
}

/* Bounds in whole units; NULL stays NULL. */
static enum md_status bounds_in_units(const double *bound, const struct md_allocation *allocation, bool upwards,
                                      const int64_t **units, struct md_memory *memory)
{
    *units = NULL;
    if (bound == NULL)
        return MD_OK;
    int64_t *whole = md_take(memory, allocation->n, sizeof *whole);
    if (whole == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < allocation->n; i++) {
        enum md_status status = bound_in_units(bound[i], allocation->unit, upwards, &whole[i]);
        if (status != MD_OK)
            return status;
    }
    *units = whole;
    return MD_OK;
}

/* ---- Doubles and 64 bits ------------------------------------------------------------------------------------- */

/* Whole euros, or HUGE_VAL, need no conversion where the unit is one euro. */
static bool is_in_units(const double *bound, size_t n)
{
    size_t i = 0;
    while (i < n && (bound[i] == HUGE_VAL || (bound[i] >= 0 && bound[i] < 0x1p53 && bound[i] == (double)(int64_t)bound[i])))
        i++;
    return i == n;
}

/* Bounds in whole units as doubles, in `room` where they must be converted; false where that fails. */
static bool narrow_bounds(const double *bound, const struct md_allocation *allocation, bool upwards, double *room,
                          const double **units)
{
    *units = bound;
    if (bound == NULL || (allocation->unit == 1 && is_in_units(bound, allocation->n)))
        return true;
    *units = room;
    for (size_t i = 0; i < allocation->n; i++) {
        int64_t whole;
        if (bound_in_units(bound[i], allocation->unit, upwards, &whole) != MD_OK)
            return false;
        /* Above the limit any upper bound is loose, and no lower one can hold. */
        room[i] = whole > MD_NARROW_UNITS ? HUGE_VAL : (double)whole;
    }
    return true;
}

/* From whole units to euros, in place. Both steps are exact or rounded once, as md_amount_of does them. */
static enum md_status units_to_amounts(const struct money *money, double *amounts, size_t n)
{
    double most = (double)md_most_units(money->unit), scale = (double)md_power_of_ten(money->unit.decimals);
    double digits = (double)(money->negative ? -money->unit.digits : money->unit.digits), largest = 0;
    if (digits == 1 && scale == 1)
        return MD_OK;
    for (size_t i = 0; i < n; i++) {
        largest = amounts[i] > largest ? amounts[i] : largest;
        amounts[i] = amounts[i] * digits / scale + 0.0; /* no −0 */
    }
    return largest > most ? MD_DOMAIN : MD_OK;
}

enum narrow_outcome { DONE, FAILED, TOO_NARROW };

/* The allocation by the narrow path, if that can do it; `status` is then its result. All scratch is taken at once, and the
 * machine gives only what is used of it. */
static enum narrow_outcome allocate_narrow(const struct md_allocation *allocation, const struct money *money, bool plain,
                                           double *amounts, struct md_tie *tie, struct md_memory *memory,
                                           enum md_status *status)
{
    size_t n = allocation->n;
    struct md_narrow problem = {.n = n,
                                .weight = allocation->key,
                                .units = money->units,
                                .method = allocation->method,
                                .order = allocation->order,
                                .order_context = allocation->order_context,
                                .plain = plain};
    double *weight = md_take(memory, n, MD_NARROW_SCRATCH + 3 * sizeof *weight);
    *status = MD_MEMORY;
    if (weight == NULL)
        return FAILED;
    if (!md_keys_are_whole(allocation->key, n, plain, &problem.weight_sum)) {
        if (!md_scale_keys_narrow(allocation->key, n, weight, &problem.weight_sum))
            return TOO_NARROW;
        problem.weight = weight;
    }
    if (problem.weight_sum == 0) {
        *status = MD_ZERO_DIVISION;
        return FAILED;
    }
    double *lower = weight + n, *upper = lower + n;
    if (!narrow_bounds(allocation->minimum, allocation, true, lower, &problem.lower) ||
        !narrow_bounds(allocation->maximum, allocation, false, upper, &problem.upper))
        return TOO_NARROW;
    if (!md_apportion_narrow(&problem, amounts, tie, upper + n))
        return TOO_NARROW;
    *status = units_to_amounts(money, amounts, n);
    return DONE;
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

enum path { FASTEST, PLAIN, WIDE };

static enum md_status allocate_wide(const struct md_allocation *allocation, const struct money *money, double *amounts,
                                    struct md_tie *tie, struct md_memory *memory)
{
    size_t n = allocation->n;
    struct md_wide_problem wide = {.n = n,
                                   .units = money->units,
                                   .method = allocation->method,
                                   .order = allocation->order,
                                   .order_context = allocation->order_context};
    md_wide *weight = md_take(memory, n, sizeof *weight);
    int64_t *units = md_take(memory, n, sizeof *units);
    if (weight == NULL || units == NULL)
        return MD_MEMORY;
    enum md_status status = md_scale_keys(allocation->key, n, weight, &wide.weight_sum);
    if (status == MD_OK && wide.weight_sum == 0)
        status = MD_ZERO_DIVISION;
    wide.weight = weight;
    if (status == MD_OK)
        status = bounds_in_units(allocation->minimum, allocation, true, &wide.lower, memory);
    if (status == MD_OK)
        status = bounds_in_units(allocation->maximum, allocation, false, &wide.upper, memory);
    if (status == MD_OK)
        status = md_apportion_wide(&wide, units, tie, memory);
    return status == MD_OK ? to_amounts(money, units, n, amounts) : status;
}

static enum md_status allocate(const struct md_allocation *allocation, enum path path, double *amounts, struct md_tie *tie,
                               struct md_memory *memory)
{
    struct money money;
    struct md_tie unread = {0, 0};
    tie = tie == NULL ? &unread : tie;
    enum md_status status = count_units(allocation, &money);
    if (status != MD_OK)
        return status;
    if (money.negative && (allocation->minimum != NULL || allocation->maximum != NULL))
        return MD_DOMAIN;
    if (path != WIDE && money.units <= MD_NARROW_UNITS &&
        allocate_narrow(allocation, &money, path == PLAIN, amounts, tie, memory, &status) != TOO_NARROW)
        return status;
    return allocate_wide(allocation, &money, amounts, tie, memory);
}

enum md_status md_allocate(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                           struct md_memory *memory)
{
    return allocate(allocation, FASTEST, amounts, tie, memory);
}

enum md_status md_allocate_plain(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                                 struct md_memory *memory)
{
    return allocate(allocation, PLAIN, amounts, tie, memory);
}

enum md_status md_allocate_wide(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                                struct md_memory *memory)
{
    return allocate(allocation, WIDE, amounts, tie, memory);
}

/* claim / sum, of which `quota` is the whole part and remainder: one rounding where both are exact as doubles. */
static double exact_units(md_wide claim, const struct md_quota *quota, md_wide sum)
{
    md_wide largest_exact = (md_wide)1 << 53;
    if (claim <= largest_exact && sum <= largest_exact)
        return (double)claim / (double)sum;
    return (double)quota->whole + (double)quota->remainder / (double)sum;
}

enum md_status md_allocation_steps(const struct md_allocation *allocation, struct md_step *steps, struct md_memory *memory)
{
    struct money money;
    size_t n = allocation->n;
    enum md_status status = count_units(allocation, &money);
    if (status != MD_OK)
        return status;
    md_wide *weight = md_take(memory, n, sizeof *weight);
    struct md_quota *quotas = md_take(memory, n, sizeof *quotas);
    size_t *ranks = md_take(memory, n, sizeof *ranks);
    if (weight == NULL || quotas == NULL || ranks == NULL)
        return MD_MEMORY;
    struct md_wide_problem problem = {.n = n,
                                      .weight = weight,
                                      .units = money.units,
                                      .method = MD_LARGEST_REMAINDER,
                                      .order = allocation->order,
                                      .order_context = allocation->order_context};
    status = md_scale_keys(allocation->key, n, weight, &problem.weight_sum);
    if (status != MD_OK)
        return status;
    if (problem.weight_sum == 0)
        return MD_ZERO_DIVISION;
    status = md_quotas_and_ranks(&problem, quotas, ranks, memory);
    if (status != MD_OK)
        return status;
    int64_t left = money.units, sign = money.negative ? -1 : 1, most = md_most_units(money.unit);
    for (size_t i = 0; i < n; i++)
        left -= quotas[i].whole;
    for (size_t i = 0; i < n; i++) {
        int64_t whole = quotas[i].whole, served = whole + ((int64_t)ranks[i] <= left);
        if (served > most)
            return MD_DOMAIN;
        /* Where nothing is due, a settlement shows 0 and not −0. */
        double fraction = (double)quotas[i].remainder / (double)problem.weight_sum;
        double exact = exact_units((uint64_t)money.units * weight[i], &quotas[i], problem.weight_sum);
        double scale = (double)md_power_of_ten(money.unit.decimals);
        steps[i] = (struct md_step){.share = (double)weight[i] / (double)problem.weight_sum,
                                    .exact = exact == 0 ? 0 : (double)(sign * money.unit.digits) * exact / scale,
                                    .rounded_down = md_amount_of(sign * whole, money.unit),
                                    .remainder = fraction == 0 ? 0 : fraction * md_amount_of(sign, money.unit),
                                    .rank = (double)ranks[i],
                                    .amount = md_amount_of(sign * served, money.unit)};
    }
    return MD_OK;
}
