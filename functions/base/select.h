// SPDX-License-Identifier: EUPL-1.2
/* Finding the first k of n without sorting, and sorting where an order is shown.
 *
 * (1) A comparison gives <0 when a comes first, >0 when b does, and 0 only when a and b are the same element.
 * (2) Selection is linear: by digits for numbers, and with pivots drawn at random (from a fixed seed) for comparisons.
 *     What comes out does not depend on the pivots.
 */
#ifndef MD_SELECT_H
#define MD_SELECT_H

#include <stddef.h>
#include <stdint.h>

typedef int md_compare(const void *context, size_t a, size_t b);

/* Moves the elements that come first to the front, in no order; `first` is at most `n`. */
void md_select_first(size_t *elements, size_t n, size_t first, md_compare *compare, const void *context);

/* The k-th largest of n values (k from 1 to n). The values are moved about and partly overwritten. */
uint64_t md_kth_largest(uint64_t *values, size_t n, size_t k);

/* Sorts the elements; `spare` has room for n more. Here 0 may also say that two come in the order in which they are. */
void md_sort(size_t *elements, size_t *spare, size_t n, md_compare *compare, const void *context);

/* The next number of a pseudo-random row; `state` starts as any number but 0. */
uint64_t md_next_random(uint64_t *state);

#endif
