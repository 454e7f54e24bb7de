// SPDX-License-Identifier: EUPL-1.2
/* Selection and sorting; select.h is the manual. */
#include "select.h"

#include <string.h>

static void swap(size_t *a, size_t *b)
{
    size_t kept = *a;
    *a = *b;
    *b = kept;
}

/* ---- Selection ----------------------------------------------------------------------------------------------- */

/* Sorts a few elements and returns the middle one's place. */
static size_t middle_of_few(size_t *elements, size_t n, md_compare *compare, const void *context)
{
    for (size_t i = 1; i < n; i++) {
        for (size_t j = i; j > 0 && compare(context, elements[j], elements[j - 1]) < 0; j--)
            swap(&elements[j], &elements[j - 1]);
    }
    return n / 2;
}

/* The median of the medians of groups of five: at least three tenths of the elements lie on either side of it. */
static size_t pivot_of(size_t *elements, size_t n, md_compare *compare, const void *context)
{
    enum { GROUP = 5 };
    if (n <= GROUP)
        return elements[middle_of_few(elements, n, compare, context)];
    size_t medians = 0;
    for (size_t start = 0; start + GROUP <= n; start += GROUP) {
        size_t middle = start + middle_of_few(elements + start, GROUP, compare, context);
        swap(&elements[medians++], &elements[middle]);
    }
    struct md_parts parts = md_split(elements, medians, medians / 2 + 1, compare, context);
    return elements[parts.before];
}

/* Before, equal to and after the pivot, in one pass (Dijkstra's flag). */
static struct md_parts part(size_t *elements, size_t n, size_t pivot, md_compare *compare, const void *context)
{
    struct md_parts parts = {0, n};
    for (size_t i = 0; i < parts.through;) {
        int compared = compare(context, elements[i], pivot);
        if (compared < 0)
            swap(&elements[i++], &elements[parts.before++]);
        else if (compared > 0)
            swap(&elements[i], &elements[--parts.through]);
        else
            i++;
    }
    return parts;
}

struct md_parts md_split(size_t *elements, size_t n, size_t k, md_compare *compare, const void *context)
{
    size_t from = 0, to = n, alike = 1;
    while (alike < n && compare(context, elements[alike], elements[0]) == 0)
        alike++;
    if (alike == n)
        return (struct md_parts){0, n};
    for (;;) {
        size_t pivot = pivot_of(elements + from, to - from, compare, context);
        struct md_parts parts = part(elements + from, to - from, pivot, compare, context);
        if (k <= from + parts.before)
            to = from + parts.before;
        else if (k > from + parts.through)
            from += parts.through;
        else
            return (struct md_parts){from + parts.before, from + parts.through};
    }
}

/* ---- Sorting ------------------------------------------------------------------------------------------------- */

void md_sort(size_t *elements, size_t *spare, size_t n, md_compare *compare, const void *context)
{
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t start = 0; start < n; start += 2 * width) {
            size_t middle = start + width < n ? start + width : n;
            size_t end = middle + width < n ? middle + width : n;
            size_t a = start, b = middle;
            for (size_t i = start; i < end; i++)
                spare[i] =
                    b == end || (a < middle && compare(context, elements[a], elements[b]) <= 0) ? elements[a++] : elements[b++];
        }
        memcpy(elements, spare, n * sizeof *elements);
    }
}
