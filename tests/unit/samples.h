// SPDX-License-Identifier: EUPL-1.2
/* Allocations made up from a fixed seed, of all sizes and kinds, with or without bounds. */
#ifndef TEST_SAMPLES_H
#define TEST_SAMPLES_H

#include "../../functions/allocation/allocation.h"
#include "memory.h"
#include "random.h"

#include <math.h>

__extension__ typedef unsigned __int128 u128;

enum { MOST = 20000, METHODS = 5 };

static const enum md_method methods[METHODS] = {MD_LARGEST_REMAINDER, MD_SAINTE_LAGUE, MD_DHONDT, MD_ADAMS, MD_ROUNDED};
static const char *const method_names[METHODS] = {"largest", "sainte-lague", "dhondt", "adams", "rounded"};

static inline int by_number(const void *context, size_t a, size_t b)
{
    const double *order = context;
    return (order[a] > order[b]) - (order[a] < order[b]);
}

static inline uint64_t random_below(uint64_t limit)
{
    return random_bits() % limit;
}

static inline double random_part(double of)
{
    return of * (double)random_below(1000) / 1000;
}

enum kind { CHILDREN, TENS, ALIKE, POWERS, SMALL, EVEN, GIANT, KINDS };

static inline double random_key(enum kind kind, size_t i)
{
    uint64_t bits; /* drawn before its shift: C leaves the order within an expression open */
    switch (kind) {
    case CHILDREN:
        bits = random_bits();
        return (double)(bits >> (50 + random_below(14)));
    case TENS:
        return 10 * (double)random_below(60);
    case ALIKE:
        return 17;
    case POWERS:
        return ldexp(1, (int)random_below(30));
    case SMALL:
        return (double)random_below(4);
    case EVEN:
        return (double)(1 + random_below(1000000));
    case GIANT:
    case KINDS:
    default:
        return i == 0 ? 1e12 : (double)(1 + random_below(9));
    }
}

/* An allocation of whole euros over whole keys, and room for two answers. */
struct sample {
    double key[MOST], order[MOST], amounts[MOST], others[MOST];
    double low[MOST], high[MOST];
    size_t place[MOST];
    struct md_allocation allocation;
    struct md_tie tie;
    struct test_memory memory;
    u128 weight;
};

static struct sample sample;

static inline void make_sample(size_t n, enum kind kind, enum md_method method)
{
    sample.memory = test_memory_new();
    sample.weight = 0;
    for (size_t i = 0; i < n; i++)
        sample.key[i] = random_key(kind, i);
    sample.key[n - 1] += sample.key[n - 1] == 0;
    for (size_t i = 0; i < n; i++) {
        sample.weight += (u128)sample.key[i];
        sample.place[i] = i;
    }
    for (size_t i = n; i-- > 0;) {
        size_t other = random_below(i + 1), swapped = sample.place[i];
        sample.place[i] = sample.place[other];
        sample.place[other] = swapped;
    }
    for (size_t i = 0; i < n; i++)
        sample.order[i] = (double)sample.place[i];
    double total = (double)random_below(UINT64_C(1) << (1 + random_below(45)));
    sample.allocation = (struct md_allocation){.total = total,
                                               .unit = 1,
                                               .method = method,
                                               .n = n,
                                               .key = sample.key,
                                               .order = random_below(2) ? by_number : NULL,
                                               .order_context = sample.order};
}

/* Bounds that hold some from below, some from above, and some not at all; `kind` tells which of the two there are. */
static inline void bound_sample(int kind, double loosest)
{
    for (size_t i = 0; i < sample.allocation.n; i++) {
        double fair = sample.amounts[i];
        sample.low[i] = floor(fair * (0.5 + (double)random_below(700) / 1000));
        sample.high[i] = random_below(9) == 0 ? HUGE_VAL : fmax(sample.low[i], floor(fair * (0.9 + random_part(loosest))) + 1);
    }
    sample.allocation.minimum = kind == 1 ? NULL : sample.low;
    sample.allocation.maximum = kind == 2 ? NULL : sample.high;
}

#endif
