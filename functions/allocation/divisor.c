// SPDX-License-Identifier: EUPL-1.2
/* Divisor methods; divisor.h is the manual. */
#include "divisor.h"
#include "multiplier.h"
#include "ties.h"

static struct md_rounding rounding_of(enum md_method method)
{
    return (struct md_rounding){true, method == MD_SAINTE_LAGUE ? 0.5 : method == MD_DHONDT ? 1 : 0};
}

/* The units of one recipient at a multiplier, as an estimate. */
static inline double units_at(const struct md_problem *problem, double d, double multiplier, size_t i)
{
    double units = multiplier * problem->weight[i] + (1 - d), lower = md_lower(problem, i), upper = md_upper(problem, i);
    units = units < upper ? units : upper;
    units = units > lower ? units : lower;
    return units < 0x1p62 ? (double)(int64_t)units : units;
}

/* ---- Units in doubt ------------------------------------------------------------------------------------------ */

/* The `unit`-th of a recipient, counted from 0. */
struct unit {
    size_t recipient;
    int64_t unit;
};

struct doubts {
    const struct md_problem *problem;
    struct unit *units;
    unsigned twice_d;
};

/* Which lies lower? */
static int compare_units(const void *context, size_t a, size_t b)
{
    const struct doubts *doubts = context;
    const struct unit *one = &doubts->units[a], *other = &doubts->units[b];
    md_wide left = (2 * (md_wide)(uint64_t)one->unit + doubts->twice_d) * md_weight(doubts->problem, other->recipient);
    md_wide right = (2 * (md_wide)(uint64_t)other->unit + doubts->twice_d) * md_weight(doubts->problem, one->recipient);
    return (left > right) - (left < right);
}

/* Gives the `wanted` lowest of `count` units. */
static enum md_status serve_doubts(const struct doubts *doubts, size_t count, size_t wanted, double *units, struct md_tie *tie,
                                   struct md_memory *memory)
{
    size_t *listed = md_take(memory, count, sizeof *listed);
    if (listed == NULL)
        return MD_MEMORY;
    for (size_t c = 0; c < count; c++)
        listed[c] = c;
    struct md_parts parts = md_split(listed, count, wanted, compare_units, doubts);
    for (size_t c = 0; c < parts.through; c++)
        listed[c] = doubts->units[listed[c]].recipient;
    for (size_t c = 0; c < parts.before; c++)
        units[listed[c]] += 1;
    md_serve_tied(doubts->problem, listed + parts.before, parts.through - parts.before, wanted - parts.before, units, tie);
    return MD_OK;
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

enum md_status md_apportion_by_divisor(const struct md_problem *problem, double *units, struct md_tie *tie,
                                       struct md_memory *memory)
{
    struct md_rounding rounding = rounding_of(problem->method);
    struct md_range range = md_enclose(problem, rounding);
    /* What an estimate may be off, and what the sums that made the range may have been off. */
    double low = range.low - 4 * MD_ESTIMATE_ERROR * (range.low < 0 ? 0 : range.low),
           high = range.high * (1 + 4 * MD_ESTIMATE_ERROR);
    size_t count = 0, wanted = (size_t)problem->units;
    for (size_t i = 0; i < problem->n; i++) {
        units[i] = units_at(problem, rounding.d, low, i);
        if (units[i] > MD_MOST_UNITS)
            return MD_DOMAIN;
        wanted -= (size_t)units[i];
        count += (size_t)(units_at(problem, rounding.d, high, i) - units[i]);
    }
    if (wanted == 0)
        return MD_OK;
    struct doubts doubts = {problem, md_take(memory, count, sizeof *doubts.units), (unsigned)(2 * rounding.d)};
    if (doubts.units == NULL)
        return MD_MEMORY;
    size_t listed = 0;
    for (size_t i = 0; i < problem->n; i++) {
        double most = units_at(problem, rounding.d, high, i);
        for (int64_t unit = (int64_t)units[i]; unit < (int64_t)most; unit++)
            doubts.units[listed++] = (struct unit){i, unit};
    }
    return serve_doubts(&doubts, count, wanted, units, tie, memory);
}
