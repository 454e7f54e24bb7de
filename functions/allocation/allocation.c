// SPDX-License-Identifier: EUPL-1.2
/* From euros and keys to whole units and weights, and back; allocation.h is the manual. */
#include "allocation.h"
#include "keys.h"
#include "remainders.h"
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

/* ---- Bounds -------------------------------------------------------------------------------------------------- */

/* Whole euros, or HUGE_VAL, need no conversion where the unit is one euro. */
static bool are_in_units(const double *bound, size_t n)
{
    size_t i = 0;
    while (i < n && (bound[i] == HUGE_VAL || (bound[i] >= 0 && bound[i] < 0x1p53 && bound[i] == (double)(int64_t)bound[i])))
        i++;
    return i == n;
}

/* Bounds in whole units, moved inwards to a multiple of the unit; NULL stays NULL. */
static enum md_status bounds_in_units(const double *bound, const struct md_allocation *allocation, bool upwards,
                                      const double **units, struct md_memory *memory)
{
    *units = bound;
    if (bound == NULL || (allocation->unit == 1 && are_in_units(bound, allocation->n)))
        return MD_OK;
    double *whole = md_take(memory, allocation->n, sizeof *whole);
    if (whole == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < allocation->n; i++) {
        int64_t count;
        bool exact;
        enum md_status status = md_units_in(bound[i], allocation->unit, &count, &exact);
        if (status != MD_OK)
            return status;
        count += upwards && !exact && count < INT64_MAX;
        /* So much nobody can get: as an upper bound it is none, as a lower one it cannot hold. */
        whole[i] = (double)count > MD_MOST_UNITS ? HUGE_VAL : (double)count;
    }
    *units = whole;
    return MD_OK;
}

/* ---- Allocating ---------------------------------------------------------------------------------------------- */

static enum md_status set_problem(const struct md_allocation *allocation, const struct money *money, struct md_problem *problem,
                                  struct md_memory *memory)
{
    struct md_weights weights;
    enum md_status status = md_weigh(allocation->key, allocation->n, &weights, memory);
    if (status != MD_OK)
        return status;
    *problem = (struct md_problem){.n = allocation->n,
                                   .weight = weights.nearest,
                                   .exact = weights.exact,
                                   .weight_sum = weights.sum,
                                   .units = money->units,
                                   .method = allocation->method,
                                   .order = allocation->order,
                                   .order_context = allocation->order_context};
    return weights.sum == 0 ? MD_ZERO_DIVISION : MD_OK;
}

/* From whole units to euros, in place. */
static enum md_status to_amounts(const struct money *money, double *amounts, size_t n)
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

enum md_status md_allocate(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                           struct md_memory *memory)
{
    struct money money;
    struct md_problem problem;
    struct md_tie unread;
    enum md_status status = count_units(allocation, &money);
    if (status == MD_OK && money.negative && (allocation->minimum != NULL || allocation->maximum != NULL))
        status = MD_DOMAIN;
    if (status == MD_OK)
        status = set_problem(allocation, &money, &problem, memory);
    if (status == MD_OK)
        status = bounds_in_units(allocation->minimum, allocation, true, &problem.lower, memory);
    if (status == MD_OK)
        status = bounds_in_units(allocation->maximum, allocation, false, &problem.upper, memory);
    if (status == MD_OK)
        status = md_apportion(&problem, amounts, tie == NULL ? &unread : tie, memory);
    return status == MD_OK ? to_amounts(&money, amounts, allocation->n) : status;
}

/* ---- Steps --------------------------------------------------------------------------------------------------- */

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
    struct md_problem problem;
    size_t n = allocation->n;
    struct md_quota *quotas = md_take(memory, n, sizeof *quotas);
    if (quotas == NULL)
        return MD_MEMORY;
    enum md_status status = count_units(allocation, &money);
    if (status == MD_OK)
        status = set_problem(allocation, &money, &problem, memory);
    if (status == MD_OK)
        status = md_rank_quotas(&problem, quotas, memory);
    if (status != MD_OK)
        return status;
    int64_t left = money.units, sign = money.negative ? -1 : 1, most = md_most_units(money.unit);
    for (size_t i = 0; i < n; i++)
        left -= quotas[i].whole;
    for (size_t i = 0; i < n; i++) {
        int64_t whole = quotas[i].whole, served = whole + ((int64_t)quotas[i].rank <= left);
        if (served > most)
            return MD_DOMAIN;
        /* Where nothing is due, a settlement shows 0 and not −0. */
        double fraction = (double)quotas[i].remainder / (double)problem.weight_sum;
        double exact = exact_units((uint64_t)money.units * md_weight(&problem, i), &quotas[i], problem.weight_sum);
        double scale = (double)md_power_of_ten(money.unit.decimals);
        steps[i] = (struct md_step){.share = (double)md_weight(&problem, i) / (double)problem.weight_sum,
                                    .exact = exact == 0 ? 0 : (double)(sign * money.unit.digits) * exact / scale,
                                    .rounded_down = md_amount_of(sign * whole, money.unit),
                                    .remainder = fraction == 0 ? 0 : fraction * md_amount_of(sign, money.unit),
                                    .rank = (double)quotas[i].rank,
                                    .amount = md_amount_of(sign * served, money.unit)};
    }
    return MD_OK;
}
