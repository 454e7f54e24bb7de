// SPDX-License-Identifier: EUPL-1.2
/* Apportionment: whole units shared out over whole weights, exactly. allocation.h has the rules in euros; this is their core.
 *
 * (1) A recipient's quota is units × weight / sum of weights. Quotas are rarely whole; the methods differ in how they round them
 *     (Balinski and Young, "Fair Representation", 1982).
 * (2) Weights and remainders are integers of up to 126 bits. A double estimates, an integer corrects it and decides.
 * (3) Every recipient's work is bounded: all passes and selections are linear, whatever the weights and the order they stand in.
 */
#ifndef MD_APPORTION_H
#define MD_APPORTION_H

#include "../base/formula.h"
#include "../base/select.h"
#include "../base/wide.h"

enum md_method { MD_LARGEST_REMAINDER, MD_SAINTE_LAGUE, MD_DHONDT, MD_ADAMS, MD_ROUNDED };

/* What a tie decided: `units` of the last units went to some of `recipients` whose claims were equal; both 0 without a tie. */
struct md_tie {
    size_t recipients, units;
};

/* What units × weights stay below, and the most units that one recipient may get. */
#define MD_WIDE_LIMIT ((md_wide)1 << 126)
#define MD_MOST_UNITS 0x1p53

/* Units that are surely too many, and that a double and an integer can still hold. */
#define MD_BEYOND_UNITS 0x1p54

struct md_problem {
    size_t n;
    const double *weight; /* whole numbers, or the doubles nearest to them */
    const md_wide *exact; /* the whole numbers where some double is not one itself, else NULL */
    md_wide weight_sum;   /* above 0 */
    int64_t units;        /* 0 or more */
    enum md_method method;
    const double *lower; /* n whole numbers of units, or NULL */
    const double *upper; /* n whole numbers of units or HUGE_VAL, or NULL */
    /* Which of two recipients comes first where all else is equal; 0 where the order does not tell. NULL: the earlier one. */
    md_compare *order;
    const void *order_context;
};

/* The whole units of every recipient, as doubles.
 *
 * Returns MD_DOMAIN if the bounds cannot hold, units × weights pass MD_WIDE_LIMIT, or somebody would get more than MD_MOST_UNITS;
 * MD_MEMORY. */
enum md_status md_apportion(const struct md_problem *problem, double *units, struct md_tie *tie, struct md_memory *memory);

/* ---- For the files of the core ------------------------------------------------------------------------------- */

static inline md_wide md_weight(const struct md_problem *problem, size_t i)
{
    return problem->exact == NULL ? (md_wide)(uint64_t)(int64_t)problem->weight[i] : problem->exact[i];
}

static inline double md_lower(const struct md_problem *problem, size_t i)
{
    return problem->lower == NULL ? 0 : problem->lower[i];
}

/* Nobody can get more than all units; beyond MD_MOST_UNITS nothing need be told apart. Without a weight there is no claim to
 * more than the lower bound. */
static inline double md_upper(const struct md_problem *problem, size_t i)
{
    double most = (double)problem->units < MD_BEYOND_UNITS ? (double)problem->units : MD_BEYOND_UNITS;
    double upper = problem->upper == NULL || problem->upper[i] > most ? most : problem->upper[i];
    return problem->weight[i] == 0 ? md_lower(problem, i) : upper;
}

static inline bool md_fits(const struct md_problem *problem)
{
    return problem->units == 0 || problem->weight_sum <= (MD_WIDE_LIMIT - 1) / (uint64_t)problem->units;
}

static inline bool md_is_bounded(const struct md_problem *problem)
{
    return problem->lower != NULL || problem->upper != NULL;
}

/* A rounding error that one estimate in double stays below, as a part of the estimate. */
#define MD_ESTIMATE_ERROR 0x1p-48

#endif
