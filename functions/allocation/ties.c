// SPDX-License-Identifier: EUPL-1.2
/* Ties; ties.h is the manual. */
#include "ties.h"

static int compare_weights(const void *context, size_t a, size_t b)
{
    const struct md_problem *problem = context;
    md_wide one = md_weight(problem, a), other = md_weight(problem, b);
    return (one < other) - (one > other);
}

static int compare_orders(const void *context, size_t a, size_t b)
{
    const struct md_problem *problem = context;
    return problem->order == NULL ? 0 : problem->order(problem->order_context, a, b);
}

static int compare_places(const void *context, size_t a, size_t b)
{
    (void)context;
    return (a > b) - (a < b);
}

static bool is_ascending(const size_t *places, size_t count)
{
    size_t i = 1;
    while (i < count && places[i - 1] < places[i])
        i++;
    return i >= count;
}

static md_compare *const rules[] = {compare_weights, compare_orders, compare_places};
enum { RULES = sizeof rules / sizeof *rules };

int md_compare_tied(const struct md_problem *problem, size_t a, size_t b)
{
    int compared = 0;
    for (size_t rule = 0; rule < RULES && compared == 0; rule++)
        compared = rules[rule](problem, a, b);
    return compared;
}

void md_serve_tied(const struct md_problem *problem, size_t *tied, size_t count, size_t wanted, double *units,
                   struct md_tie *tie)
{
    if (wanted < count)
        *tie = (struct md_tie){count, wanted};
    for (size_t rule = 0; rule < RULES && wanted < count; rule++) {
        if (rules[rule] == compare_places && is_ascending(tied, count))
            break;
        struct md_parts parts = md_split(tied, count, wanted, rules[rule], problem);
        for (size_t t = 0; t < parts.before; t++)
            units[tied[t]] += 1;
        wanted -= parts.before;
        count = parts.through - parts.before;
        tied += parts.before;
    }
    for (size_t t = 0; t < wanted; t++)
        units[tied[t]] += 1;
}
