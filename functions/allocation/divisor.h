// SPDX-License-Identifier: EUPL-1.2
/* The divisor methods: Sainte-Laguë (Webster), d'Hondt (Jefferson) and Adams.
 *
 * (1) Unit k (0, 1, …) of a recipient lies at the multiplier (k + d) / weight; the method's signpost k + d has d = ½, 1 or 0. The
 *     units that lie lowest are given, the lower bounds first and nothing above the upper ones.
 * (2) A range that holds the multiplier (multiplier.h) tells for all but few units whether they are given.
 * (3) The others compare as fractions, by integers. Those that lie level with the last are a tie (ties.h).
 */
#ifndef MD_DIVISOR_H
#define MD_DIVISOR_H

#include "apportion.h"

/* Returns MD_OK, MD_DOMAIN if somebody would get more than MD_MOST_UNITS, or MD_MEMORY. */
enum md_status md_apportion_by_divisor(const struct md_problem *problem, double *units, struct md_tie *tie,
                                       struct md_memory *memory);

#endif
