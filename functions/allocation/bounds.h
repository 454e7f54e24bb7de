// SPDX-License-Identifier: EUPL-1.2
/* Quotas between bounds: the exact multiplier.
 *
 * (1) λ is the multiplier at which the quotas λ × weight, held between the bounds, add up to the units. Those at a bound get it; the
 *     others share what is left in proportion to their weights, so that λ is a fraction of two whole numbers.
 * (2) A range of doubles (multiplier.h) tells for nearly everybody on which side of a bound its quota lies. Those in doubt are
 *     settled by comparing integers: the multipliers at which they meet a bound are halved by their median, until none is left.
 */
#ifndef MD_BOUNDS_H
#define MD_BOUNDS_H

#include "apportion.h"

/* A recipient's quota is units × its weight / weight. */
struct md_multiplier {
    int64_t units;
    md_wide weight; /* above 0 */
};

/* Finds λ; the units lie between the sums of the bounds. Returns MD_OK or MD_MEMORY. */
enum md_status md_multiplier_within_bounds(const struct md_problem *problem, struct md_multiplier *multiplier,
                                           struct md_memory *memory);

#endif
