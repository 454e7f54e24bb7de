// SPDX-License-Identifier: EUPL-1.2
/* Allocations over thousands of recipients, held against tests/unit/reference.h to the last unit: here a cut, a multiplier and a tie
 * are sought among many.
 *
 * The fuzzer chooses the kind of keys, bounds and total and a seed.
 */
#include "../../functions/allocation/allocation.h"
#include "../unit/memory.h"
#include "../unit/random.h"
#include "../unit/reference.h"
#include "bytes.h"

#include <math.h>

enum { MOST = 12000 };

static double key[MOST], minimum[MOST], maximum[MOST], amounts[MOST];
static int64_t units[MOST];
static struct reference reference;

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
        whole += i == n - 1 && whole == 0;
        reference.weight[i] = whole;
        key[i] = (double)whole / scale;
    }
}

static void make_bounds(struct bytes *bytes, struct md_allocation *allocation, double unit)
{
    unsigned kind = choose(bytes, 8);
    double mean = allocation->total / (double)allocation->n / unit;
    double low = mean * choose(bytes, 256) / 255, high = mean * (1 + choose(bytes, 256) / (1.0 + choose(bytes, 64)));
    for (size_t i = 0; i < allocation->n; i++) {
        bool loose = kind & 4 && random_bits() % 2 != 0;
        reference.lower[i] = kind & 1 && !loose && key[i] > 0 ? (int64_t)low : 0;
        reference.upper[i] = kind & 2 && !loose ? (int64_t)ceil(high) : INT64_MAX;
        minimum[i] = (double)reference.lower[i] * unit;
        maximum[i] = loose ? HUGE_VAL : ceil(high) * unit;
    }
    reference.bounded = (kind & 3) != 0;
    allocation->minimum = kind & 1 ? minimum : NULL;
    allocation->maximum = kind & 2 ? maximum : NULL;
}

static int by_order(const void *context, size_t a, size_t b)
{
    const double *orders = context;
    return (orders[a] > orders[b]) - (orders[a] < orders[b]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const double money[] = {1, 0.01, 0.05, 1000};
    struct bytes bytes = {data, size};
    struct md_allocation allocation = {.key = key, .method = (enum md_method)choose(&bytes, 5)};
    random_state = take_bytes(&bytes, 4);
    allocation.n = 1 + take_bytes(&bytes, 2) % MOST;
    allocation.unit = money[choose(&bytes, 4)];
    uint64_t whole = take_bytes(&bytes, 6) >> choose(&bytes, 48);
    allocation.total =
        rint(allocation.unit == 1 ? (double)whole : (double)whole / 1000) * (allocation.unit > 1 ? allocation.unit : 1);
    make_keys(&bytes, allocation.n);
    make_bounds(&bytes, &allocation, allocation.unit);
    bool ordered = choose(&bytes, 2) != 0;
    for (size_t i = 0; i < allocation.n; i++)
        reference.order[i] = ordered ? (double)(random_bits() % 1000) : 0;
    allocation.order = ordered ? by_order : NULL;
    allocation.order_context = reference.order;
    reference.n = allocation.n;
    reference.method = allocation.method;
    reference.units = llrint(allocation.total / allocation.unit);
    struct md_tie tie;
    struct test_memory memory = test_memory_new();
    enum md_status status = md_allocate(&allocation, amounts, &tie, &memory.memory);
    test_memory_free(&memory);
    bool is_possible = !reference.bounded || reference_is_possible(&reference);
    REQUIRE(status == (is_possible ? MD_OK : MD_DOMAIN), "status %d", (int)status);
    if (status != MD_OK)
        return 0;
    for (size_t i = 0; i < allocation.n; i++)
        units[i] = llrint(amounts[i] / allocation.unit);
    const char *objection = reference_objection(&reference, units, &tie);
    REQUIRE(objection == NULL, "%s", objection);
    return 0;
}
