// SPDX-License-Identifier: EUPL-1.2
/* Allocations over thousands of recipients, where the paths differ in how they sample, estimate and use the processor: the same
 * answer to the last unit from md_allocate, md_allocate_plain and md_allocate_wide, and it adds up to the total.
 *
 * The fuzzer chooses the kind of keys, bounds and total and a seed; that the wide path is right is what fuzz_allocation.c sees to.
 */
#include "../unit/memory.h"
#include "../../functions/allocation/allocation.h"
#include "bytes.h"

#include <math.h>

enum { MOST = 12000 };

static double key[MOST], minimum[MOST], maximum[MOST], order[MOST], amounts[3][MOST];

static uint64_t random_state;

static uint64_t random_bits(void)
{
    uint64_t bits = random_state += UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

/* Keys that are spread, alike, few different ones, of every size, of one giant, or that repeat; in any number of decimals. */
static void make_keys(struct bytes *bytes, size_t n)
{
    unsigned kind = choose(bytes, 7), bits = 1 + choose(bytes, 40), decimals = choose(bytes, 4) == 0 ? choose(bytes, 7) : 0;
    uint64_t one = random_bits() >> (64 - bits);
    double scale = pow(10, decimals);
    for (size_t i = 0; i < n; i++) {
        uint64_t whole = random_bits() >> (64 - bits);
        if (kind == 1)
            whole = one;
        else if (kind == 2)
            whole = 1 + whole % 3;
        else if (kind == 3)
            whole = random_bits() >> (63 - random_bits() % bits);
        else if (kind == 4)
            whole = i == n / 2 ? UINT64_C(1) << 45 : whole & 15;
        else if (kind == 5)
            whole = i + one % 1000;
        else if (kind == 6)
            whole = random_bits() % 16 == 0 ? whole : 0;
        key[i] = (double)whole / scale;
    }
    key[n - 1] += key[n - 1] == 0;
}

static void make_bounds(struct bytes *bytes, struct md_allocation *allocation, double unit)
{
    unsigned kind = choose(bytes, 8);
    double mean = allocation->total / (double)allocation->n / unit;
    double low = mean * choose(bytes, 256) / 255, high = mean * (1 + choose(bytes, 256) / (1.0 + choose(bytes, 64)));
    for (size_t i = 0; i < allocation->n; i++) {
        bool loose = kind & 4 && random_bits() % 2 != 0;
        minimum[i] = loose || key[i] == 0 ? 0 : floor(low) * unit;
        maximum[i] = loose ? HUGE_VAL : ceil(high) * unit;
    }
    allocation->minimum = kind & 1 ? minimum : NULL;
    allocation->maximum = kind & 2 ? maximum : NULL;
}

static int by_order(const void *context, size_t a, size_t b)
{
    const double *orders = context;
    return (orders[a] > orders[b]) - (orders[a] < orders[b]);
}

typedef enum md_status path(const struct md_allocation *allocation, double *amounts, struct md_tie *tie,
                            struct md_memory *memory);

static void check_sum(const struct md_allocation *allocation, const double *answer)
{
    double units = 0;
    for (size_t i = 0; i < allocation->n; i++)
        units += rint(answer[i] / allocation->unit);
    REQUIRE(units == rint(allocation->total / allocation->unit), "%.17g units", units);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static path *const paths[] = {md_allocate, md_allocate_plain, md_allocate_wide};
    static const double units[] = {1, 0.01, 0.05, 1000};
    struct bytes bytes = {data, size};
    struct md_allocation allocation = {.key = key, .method = (enum md_method)choose(&bytes, 5)};
    random_state = take_bytes(&bytes, 4);
    allocation.n = 1 + take_bytes(&bytes, 2) % MOST;
    allocation.unit = units[choose(&bytes, 4)];
    uint64_t whole = take_bytes(&bytes, 6) >> choose(&bytes, 48);
    allocation.total = allocation.unit < 1 ? (double)whole / 1000 : (double)whole;
    allocation.total = rint(allocation.total) * (allocation.unit > 1 ? allocation.unit : 1);
    make_keys(&bytes, allocation.n);
    make_bounds(&bytes, &allocation, allocation.unit);
    if (choose(&bytes, 2) != 0) {
        for (size_t i = 0; i < allocation.n; i++)
            order[i] = (double)(random_bits() % 1000);
        allocation.order = by_order;
        allocation.order_context = order;
    }
    enum md_status status[3];
    struct md_tie tie[3];
    for (size_t p = 0; p < 3; p++) {
        struct test_memory memory = test_memory_new();
        status[p] = paths[p](&allocation, amounts[p], &tie[p], &memory.memory);
        test_memory_free(&memory);
        REQUIRE(status[p] == status[0], "path %zu: status %d and %d", p, (int)status[p], (int)status[0]);
        if (status[p] != MD_OK)
            continue;
        REQUIRE(tie[p].recipients == tie[0].recipients && tie[p].units == tie[0].units,
                "path %zu: tie %zu of %zu and %zu of %zu", p, tie[p].units, tie[p].recipients, tie[0].units, tie[0].recipients);
        for (size_t i = 0; i < allocation.n; i++)
            REQUIRE(amounts[p][i] == amounts[0][i], "path %zu: amount %zu is %.17g and %.17g", p, i + 1, amounts[p][i],
                    amounts[0][i]);
    }
    if (status[0] == MD_OK && allocation.method != MD_ROUNDED)
        check_sum(&allocation, amounts[0]);
    return 0;
}
