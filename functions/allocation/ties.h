// SPDX-License-Identifier: EUPL-1.2
/* Serving recipients whose claims to the last units are equal.
 *
 * (1) The larger weight comes first, then the lower order, then the earlier recipient (allocation.h, sentence 4).
 */
#ifndef MD_TIES_H
#define MD_TIES_H

#include "apportion.h"

/* <0 when recipient a comes before b, >0 when it comes after; 0 for one and the same. */
int md_compare_tied(const struct md_problem *problem, size_t a, size_t b);

/* Gives one more unit to `wanted` of the `count` recipients in `tied`, which are moved about. Where not all get one, `tie` says so. */
void md_serve_tied(const struct md_problem *problem, size_t *tied, size_t count, size_t wanted, double *units,
                   struct md_tie *tie);

#endif
