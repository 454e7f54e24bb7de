// SPDX-License-Identifier: EUPL-1.2
/* The multiplier within bounds; bounds.h is the manual. */
#include "bounds.h"
#include "multiplier.h"

/* What is known at some λ: the units of those at a bound, and the weight of the others. */
struct settled {
    md_wide held, free_weight;
};

/* The bounds that those in doubt may meet: place 2i is the lower bound of recipient i, 2i + 1 the upper one. It is met at the
 * multiplier bound / weight. */
struct meetings {
    const struct md_problem *problem;
    size_t *places;
    size_t count;
};

static uint64_t bound_at(const struct md_problem *problem, size_t place)
{
    return (uint64_t)(place % 2 == 0 ? md_lower(problem, place / 2) : md_upper(problem, place / 2));
}

static int compare_meetings(const void *context, size_t a, size_t b)
{
    const struct md_problem *problem = context;
    md_wide one = bound_at(problem, a) * md_weight(problem, b / 2), other = bound_at(problem, b) * md_weight(problem, a / 2);
    return (one > other) - (one < other);
}

/* A λ that grows past a recipient's lower bound sets it free; past the upper one it is held there. */
static void pass(struct settled *settled, const struct md_problem *problem, size_t place)
{
    if (place % 2 == 0) {
        settled->held -= bound_at(problem, place);
        settled->free_weight += md_weight(problem, place / 2);
    } else {
        settled->held += bound_at(problem, place);
        settled->free_weight -= md_weight(problem, place / 2);
    }
}

/* ---- Those who are sure -------------------------------------------------------------------------------------- */

struct sides {
    bool at_upper, is_free, in_doubt; /* or at the lower bound */
};

/* Branch-free: where a quota lies beside its bounds, no processor foresees. */
static inline struct sides sides_of(const struct md_problem *problem, struct md_range range, size_t i)
{
    const double less = 1 - MD_ESTIMATE_ERROR, more = 1 + MD_ESTIMATE_ERROR;
    double lower = md_lower(problem, i), upper = md_upper(problem, i);
    double least = problem->weight[i] * range.low, most = problem->weight[i] * range.high;
    bool at_lower = (lower == upper) | (most < lower * less), at_upper = !at_lower & (least > upper * more);
    bool is_free = !at_lower & (least > lower * more) & (most < upper * less);
    return (struct sides){at_upper, is_free, !(at_lower | at_upper | is_free)};
}

/* Settles those who are sure, holds those in doubt at their lower bounds, and counts them. */
static struct settled settle_sure(const struct md_problem *problem, struct md_range range, size_t *doubts)
{
    struct settled settled = {0, 0};
    *doubts = 0;
    for (size_t i = 0; i < problem->n; i++) {
        struct sides sides = sides_of(problem, range, i);
        uint64_t lower = (uint64_t)(int64_t)md_lower(problem, i), upper = (uint64_t)(int64_t)md_upper(problem, i);
        settled.held += upper * sides.at_upper + lower * !(sides.at_upper | sides.is_free);
        settled.free_weight += md_weight(problem, i) * sides.is_free;
        *doubts += sides.in_doubt;
    }
    return settled;
}

/* ---- Those in doubt ------------------------------------------------------------------------------------------ */

/* Do the quotas at the multiplier that meets `place` add up to the units, or more? */
static bool is_enough(const struct md_problem *problem, const struct settled *settled, size_t place)
{
    md_wide units = (uint64_t)problem->units;
    if (settled->held >= units)
        return true;
    return bound_at(problem, place) * settled->free_weight >= (units - settled->held) * md_weight(problem, place / 2);
}

/* Settles half of the open meetings in each round: λ lies beyond them, or not. */
static void settle_doubts(struct settled *settled, struct meetings open)
{
    while (open.count > 0) {
        size_t middle = open.count / 2;
        struct md_parts parts = md_split(open.places, open.count, middle + 1, compare_meetings, open.problem);
        struct settled beyond = *settled;
        for (size_t m = 0; m < parts.through; m++)
            pass(&beyond, open.problem, open.places[m]);
        if (is_enough(open.problem, &beyond, open.places[parts.before])) {
            open.count = parts.before;
            continue;
        }
        *settled = beyond;
        open.places += parts.through;
        open.count -= parts.through;
    }
}

/* Nobody is free only where the units are met between the last bound that λ passed and the next: no doubt passed it, which would
 * have stopped there, so it is one of those who are sure. As the units lie above the lower bounds, there is one. */
static struct md_multiplier last_passed(const struct md_problem *problem, struct md_range range)
{
    struct md_multiplier last = {0, 1};
    for (size_t i = 0; i < problem->n; i++) {
        uint64_t upper = (uint64_t)md_upper(problem, i);
        if (sides_of(problem, range, i).at_upper && upper * last.weight > (uint64_t)last.units * md_weight(problem, i))
            last = (struct md_multiplier){(int64_t)upper, md_weight(problem, i)};
    }
    return last;
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

enum md_status md_multiplier_within_bounds(const struct md_problem *problem, struct md_multiplier *multiplier,
                                           struct md_memory *memory)
{
    struct md_range range = md_enclose(problem, (struct md_rounding){false, 1});
    size_t doubts;
    struct settled settled = settle_sure(problem, range, &doubts);
    struct meetings open = {problem, md_take(memory, doubts, 2 * sizeof *open.places), 0};
    if (open.places == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < problem->n && open.count < 2 * doubts; i++) {
        if (!sides_of(problem, range, i).in_doubt)
            continue;
        open.places[open.count++] = 2 * i;
        open.places[open.count++] = 2 * i + 1;
    }
    settle_doubts(&settled, open);
    *multiplier = settled.free_weight > 0 ? (struct md_multiplier){problem->units - (int64_t)settled.held, settled.free_weight}
                                          : last_passed(problem, range);
    return MD_OK;
}
