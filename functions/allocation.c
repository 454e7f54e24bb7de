// SPDX-License-Identifier: EUPL-1.2
/* From euros and keys to whole units and weights, and back; allocation.h is the manual. */
#include "allocation.h"
#include "apportion.h"
#include "decimal.h"

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

/* Bounds in whole units, moved inwards to a multiple of the unit; NULL stays NULL. */
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
        bool exact;
        enum md_status status = md_units_in(bound[i], allocation->unit, &whole[i], &exact);
        if (status != MD_OK)
            return status;
        whole[i] += upwards && !exact && whole[i] < INT64_MAX;
    }
    *units = whole;
    return MD_OK;
}

static enum md_status allocate_narrow(const struct md_allocation *allocation, const struct money *money,
                                      struct md_narrow *problem, double *amounts, struct md_tie *tie, struct md_memory *memory)
{
    size_t n = allocation->n;
    uint64_t *scratch = md_take(memory, n, 2 * sizeof *scratch);
    if (scratch == NULL)
        return MD_MEMORY;
    problem->n = n;
    problem->units = money->units;
    problem->rounded = allocation->method == MD_ROUNDED;
    problem->order = allocation->order;
    problem->order_context = allocation->order_context;
    md_apportion_narrow(problem, amounts, tie, scratch, scratch + n);
    if (money->unit.digits == 1 && money->unit.decimals == 0 && !money->negative)
        return MD_OK;
    int64_t most = md_most_units(money->unit);
    for (size_t i = 0; i < n; i++) {
        int64_t units = (int64_t)amounts[i];
        if (units > most)
            return MD_DOMAIN;
        amounts[i] = md_amount_of(money->negative ? -units : units, money->unit);
    }
    return MD_OK;
}

/* Whole keys, without bounds, by largest remainder or rounding: no weights need to be made. */
static bool is_plain(const struct md_allocation *allocation)
{
    return (allocation->method == MD_LARGEST_REMAINDER || allocation->method == MD_ROUNDED) && allocation->minimum == NULL &&
           allocation->maximum == NULL;
}

static enum md_status allocate(const struct md_allocation *allocation, bool wide_only, double *amounts, struct md_tie *tie,
                               struct md_memory *memory)
{
    struct money money;
    struct md_narrow narrow = {0};
    size_t n = allocation->n;
    enum md_status status = count_units(allocation, &money);
    if (status != MD_OK)
        return status;
    if (money.negative && (allocation->minimum != NULL || allocation->maximum != NULL))
        return MD_DOMAIN;
    bool may_be_narrow = !wide_only && is_plain(allocation) && money.units <= MD_NARROW_UNITS;
    if (may_be_narrow && md_keys_are_whole(allocation->key, n, &narrow.weight_sum)) {
        if (narrow.weight_sum == 0)
            return MD_ZERO_DIVISION;
        narrow.key = allocation->key;
        return allocate_narrow(allocation, &money, &narrow, amounts, tie, memory);
    }
    struct md_wide_problem wide = {.n = n,
                                   .units = money.units,
                                   .method = allocation->method,
                                   .order = allocation->order,
                                   .order_context = allocation->order_context};
    md_wide *weight = md_take(memory, n, sizeof *weight);
    if (weight == NULL)
        return MD_MEMORY;
    status = md_scale_keys(allocation->key, n, weight, &wide.weight_sum);
    if (status != MD_OK)
        return status;
    if (wide.weight_sum == 0)
        return MD_ZERO_DIVISION;
    if (may_be_narrow && wide.weight_sum < MD_NARROW_WEIGHTS) {
        uint64_t *short_weight = md_take(memory, n, sizeof *short_weight);
        if (short_weight == NULL)
            return MD_MEMORY;
        for (size_t i = 0; i < n; i++)
            short_weight[i] = (uint64_t)weight[i];
        narrow.weight = short_weight;
        narrow.weight_sum = (uint64_t)wide.weight_sum;
        return allocate_narrow(allocation, &money, &narrow, amounts, tie, memory);
    }
    int64_t *units = md_take(memory, n, sizeof *units);
    if (units == NULL)
        return MD_MEMORY;
    wide.weight = weight;
    status = bounds_in_units(allocation->minimum, allocation, true, &wide.lower, memory);
    if (status == MD_OK)
        status = bounds_in_units(allocation->maximum, allocation, false, &wide.upper, memory);
    if (status == MD_OK)
        status = md_apportion_wide(&wide, units, tie, memory);
    return status == MD_OK ? to_amounts(&money, units, n, amounts) : status;
}

enum md_status md_allocate(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                           struct md_memory *memory)
{
    struct md_tie unread;
    return allocate(allocation, false, amounts, tie == NULL ? &unread : tie, memory);
}

enum md_status md_allocate_wide(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                                struct md_memory *memory)
{
    struct md_tie unread;
    return allocate(allocation, true, amounts, tie == NULL ? &unread : tie, memory);
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
