// SPDX-License-Identifier: EUPL-1.2
/* Finding who comes first of n without sorting, and sorting where an order is shown.
 *
 * (1) A comparison gives <0 when a comes before b, >0 when it comes after, and 0 where the order does not tell.
 * (2) md_split takes a number of comparisons linear in n, whatever the elements and the order they stand in: its pivots are
 *     medians of medians (Blum, Floyd, Pratt, Rivest and Tarjan, "Time bounds for selection", 1973).
 * (3) Elements that all compare equal stay where they are.
 */
#ifndef MD_SELECT_H
#define MD_SELECT_H

#include <stddef.h>

typedef int md_compare(const void *context, size_t a, size_t b);

/* Elements [0, before) come before the k-th, [before, through) compare equal to it, the rest comes after. */
struct md_parts {
    size_t before, through;
};

/* Moves the elements about so that they lie in those parts; k is 1 to n. */
struct md_parts md_split(size_t *elements, size_t n, size_t k, md_compare *compare, const void *context);

/* Sorts the elements and leaves in their order those that compare equal; `spare` has room for n more. */
void md_sort(size_t *elements, size_t *spare, size_t n, md_compare *compare, const void *context);

#endif
