// SPDX-License-Identifier: EUPL-1.2
/* Largest remainder (Hamilton, Hare-Niemeyer) and plain rounding.
 *
 * (1) A quota is units × weight / sum. A double estimates its whole part from below; the remainder, an integer, tells exactly how
 *     far that is off. Within bounds the quotas are those of bounds.h, and the same remainder tells who is held.
 * (2) All remainders share one denominator and compare as integers. They are computed again from the whole parts where they are
 *     needed.
 * (3) The units left over go to the largest remainders. The first digits of all remainders, counted, tell among which few the
 *     cut falls; only among those is it sought.
 * (4) A remainder equal to that at the cut is a tie (ties.h).
 */
#ifndef MD_REMAINDERS_H
#define MD_REMAINDERS_H

#include "apportion.h"

/* MD_LARGEST_REMAINDER and MD_ROUNDED. Returns MD_OK, MD_DOMAIN if somebody would get more than MD_MOST_UNITS, or MD_MEMORY. */
enum md_status md_apportion_remainders(const struct md_problem *problem, double *units, struct md_tie *tie,
                                       struct md_memory *memory);

/* A quota as whole units and the remainder over weight_sum, and who is served first: rank 1. */
struct md_quota {
    int64_t whole;
    md_wide remainder;
    size_t rank;
};

/* The quotas of all recipients, without bounds. Returns MD_OK, MD_DOMAIN if units × weights pass MD_WIDE_LIMIT, or MD_MEMORY. */
enum md_status md_rank_quotas(const struct md_problem *problem, struct md_quota *quotas, struct md_memory *memory);

#endif
