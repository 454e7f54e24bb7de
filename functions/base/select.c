// SPDX-License-Identifier: EUPL-1.2
/* Selection and sorting; select.h is the manual. */
#include "select.h"

#include <string.h>

enum { MOST_DIGIT_BITS = 10, MOST_DIGITS = 1 << MOST_DIGIT_BITS };

uint64_t md_next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void swap(size_t *a, size_t *b)
{
    size_t kept = *a;
    *a = *b;
    *b = kept;
}

void md_select_first(size_t *elements, size_t n, size_t first, md_compare *compare, const void *context)
{
    uint64_t random = UINT64_C(0x9E3779B97F4A7C15);
    size_t from = 0, to = n;
    while (to - from > 1 && first > from && first < to) {
        swap(&elements[from], &elements[from + md_next_random(&random) % (to - from)]);
        size_t pivot = elements[from], boundary = from;
        for (size_t i = from + 1; i < to; i++) {
            if (compare(context, elements[i], pivot) < 0)
                swap(&elements[i], &elements[++boundary]);
        }
        swap(&elements[from], &elements[boundary]);
        if (boundary < first)
            from = boundary + 1;
        else
            to = boundary;
    }
}

/* So many that the digits are about as many as the values: counting them then costs as much as reading the values. */
static int digit_bits(size_t n)
{
    int bits = 2;
    while (bits < MOST_DIGIT_BITS && (n >> bits) > 1)
        bits++;
    return bits;
}

uint64_t md_kth_largest(uint64_t *values, size_t n, size_t k)
{
    for (;;) {
        uint64_t least = values[0], most = values[0];
        for (size_t i = 1; i < n; i++) {
            least = values[i] < least ? values[i] : least;
            most = values[i] > most ? values[i] : most;
        }
        if (least == most)
            return least;
        int bits = digit_bits(n), shift = 64 - bits - __builtin_clzll(most - least);
        shift = shift > 0 ? shift : 0;
        size_t counts[MOST_DIGITS], digits = (size_t)1 << bits;
        memset(counts, 0, digits * sizeof *counts);
        for (size_t i = 0; i < n; i++)
            counts[(values[i] - least) >> shift]++;
        size_t digit = digits - 1;
        while (counts[digit] < k)
            k -= counts[digit--];
        size_t kept = 0;
        for (size_t i = 0; i < n; i++) {
            if ((values[i] - least) >> shift == digit)
                values[kept++] = values[i];
        }
        n = kept;
    }
}

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
