// SPDX-License-Identifier: EUPL-1.2
/* Allocations with bounds, order, every method and odd units, held against tests/unit/reference.h to the last cent.
 *
 * (1) What is right is so for the mirror image and for the steps that are shown.
 * (2) A total that is no multiple of the unit, bounds that cannot hold and keys that add up to 0 are refused.
 * (3) Without memory at any request the answer is MD_MEMORY.
 */
#include "../../functions/allocation/allocation.h"
#include "../unit/memory.h"
#include "../unit/reference.h"
#include "bytes.h"

#include <math.h>

static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

struct sample {
    struct reference reference;
    double key[REFERENCE_FEW], minimum[REFERENCE_FEW], maximum[REFERENCE_FEW];
    int64_t unit_digits;
    double unit_scale;
    bool is_multiple;
    struct md_allocation allocation;
};

static int by_order(const void *context, size_t a, size_t b)
{
    const double *order = context;
    return (order[a] > order[b]) - (order[a] < order[b]);
}

/* ---- Keys and their exact weights ---------------------------------------------------------------------------- */

static uint64_t take_whole(struct bytes *bytes, unsigned kind)
{
    switch (kind % 6) {
    case 0:
        return choose(bytes, 5);
    case 1:
        return 10 * choose(bytes, 60);
    case 2:
        return take_bytes(bytes, 2);
    case 3:
        return take_bytes(bytes, 4);
    case 4:
        return take_bytes(bytes, 6);
    default:
        return take_bytes(bytes, 7) >> 3;
    }
}

/* Decimals with a common scale, which leaves all of them below 10^15, so that 15 digits write them. */
static void take_decimal_keys(struct bytes *bytes, struct sample *sample, unsigned kind)
{
    unsigned decimals = kind < 128 ? 0 : 1 + choose(bytes, 9);
    for (size_t i = 0; i < sample->reference.n; i++) {
        uint64_t digits = take_whole(bytes, kind);
        if (decimals > 0)
            digits %= UINT64_C(1000000000000000);
        sample->key[i] = (double)digits / powers[decimals];
        sample->reference.weight[i] = digits;
    }
}

/* Odd multiples of 2^-40, whose 15-digit form has more than 9 decimals as long as they are small. */
static void take_binary_keys(struct bytes *bytes, struct sample *sample)
{
    for (size_t i = 0; i < sample->reference.n; i++) {
        uint64_t digits = take_bytes(bytes, 4) | 1;
        sample->key[i] = ldexp((double)digits, -40);
        sample->reference.weight[i] = digits;
    }
}

/* ---- The rest ------------------------------------------------------------------------------------------------ */

static double euros(const struct sample *sample, int64_t units, int64_t beside)
{
    return (double)(units * sample->unit_digits + beside) / sample->unit_scale;
}

static void take_money(struct bytes *bytes, struct sample *sample)
{
    static const int64_t digits[] = {1, 5, 1000, 25, 3, 7, 12345};
    unsigned decimals = choose(bytes, 7), choice = choose(bytes, 8);
    sample->unit_digits = choice < 7 ? digits[choice] : 1 + (int64_t)take_bytes(bytes, 2);
    sample->unit_scale = powers[decimals];
    int64_t most = INT64_C(1000000000000000) / sample->unit_digits - 1;
    sample->reference.units = (int64_t)(take_whole(bytes, choose(bytes, 6)) % (uint64_t)most);
    int64_t beside = choose(bytes, 8) == 0 ? (int64_t)take_bytes(bytes, 2) % sample->unit_digits : 0;
    sample->is_multiple = beside == 0;
    sample->allocation.unit = (double)sample->unit_digits / sample->unit_scale;
    sample->allocation.total = euros(sample, sample->reference.units, beside);
}

/* A bound beside a multiple of the unit moves inwards. */
static void take_bounds(struct bytes *bytes, struct sample *sample)
{
    struct reference *reference = &sample->reference;
    unsigned kind = choose(bytes, 8);
    uint64_t range = kind & 4 ? 16 : 1 + 2 * (uint64_t)reference->units / reference->n;
    reference->bounded = (kind & 3) != 0;
    for (size_t i = 0; i < reference->n; i++) {
        reference->lower[i] = 0;
        reference->upper[i] = INT64_MAX;
        sample->minimum[i] = 0;
        sample->maximum[i] = HUGE_VAL;
        if (kind & 1) {
            int64_t beside = choose(bytes, 4) == 0 ? (int64_t)choose(bytes, 200) % sample->unit_digits : 0;
            int64_t units = (int64_t)(take_bytes(bytes, 4) % range);
            reference->lower[i] = units + (beside > 0);
            sample->minimum[i] = euros(sample, units, beside);
        }
        if ((kind & 2) && choose(bytes, 4) != 0) {
            int64_t beside = choose(bytes, 4) == 0 ? (int64_t)choose(bytes, 200) % sample->unit_digits : 0;
            reference->upper[i] = (int64_t)(take_bytes(bytes, 4) % (2 * range));
            if (choose(bytes, 4) != 0)
                reference->upper[i] += reference->lower[i];
            sample->maximum[i] = euros(sample, reference->upper[i], beside);
        }
    }
    sample->allocation.minimum = kind & 1 ? sample->minimum : NULL;
    sample->allocation.maximum = kind & 2 ? sample->maximum : NULL;
}

static void take_sample(struct bytes *bytes, struct sample *sample)
{
    struct reference *reference = &sample->reference;
    unsigned keys = choose(bytes, 256);
    reference->n = 1 + (keys & 64 ? choose(bytes, REFERENCE_FEW) : choose(bytes, 8));
    reference->method = (enum md_method)choose(bytes, 5);
    if (keys % 16 == 15)
        take_binary_keys(bytes, sample);
    else
        take_decimal_keys(bytes, sample, keys);
    take_money(bytes, sample);
    take_bounds(bytes, sample);
    bool ordered = choose(bytes, 2) != 0;
    for (size_t i = 0; i < reference->n; i++)
        reference->order[i] = ordered ? (double)choose(bytes, 4) : 0;
    sample->allocation.n = reference->n;
    sample->allocation.key = sample->key;
    sample->allocation.method = reference->method;
    sample->allocation.order = ordered ? by_order : NULL;
    sample->allocation.order_context = reference->order;
}

/* ---- What must hold ------------------------------------------------------------------------------------------ */

static enum md_status expected_status(const struct sample *sample)
{
    md_wide sum = 0;
    for (size_t i = 0; i < sample->reference.n; i++)
        sum += sample->reference.weight[i];
    if (!sample->is_multiple)
        return MD_DOMAIN;
    if (sum == 0)
        return MD_ZERO_DIVISION;
    return sample->reference.bounded && !reference_is_possible(&sample->reference) ? MD_DOMAIN : MD_OK;
}

/* The whole units behind amounts, each of which must be the nearest double to its euros. */
static void count_units(const struct sample *sample, const double *amounts, int64_t *units)
{
    for (size_t i = 0; i < sample->reference.n; i++) {
        units[i] = llrint(amounts[i] * sample->unit_scale / (double)sample->unit_digits);
        REQUIRE(amounts[i] == euros(sample, units[i], 0) && !signbit(amounts[i]), "amount %zu is %.17g", i + 1, amounts[i]);
    }
}

static void check_steps(const struct sample *sample, const double *amounts, struct test_memory *memory)
{
    struct md_step steps[REFERENCE_FEW];
    enum md_status status = md_allocation_steps(&sample->allocation, steps, &memory->memory);
    REQUIRE(status == MD_OK, "steps: status %d", (int)status);
    for (size_t i = 0; i < sample->reference.n; i++)
        REQUIRE(steps[i].amount == amounts[i], "step %zu is %.17g, amount %.17g", i + 1, steps[i].amount, amounts[i]);
    test_memory_free(memory);
}

static void check_mirror(const struct sample *sample, const double *amounts, struct test_memory *memory)
{
    double mirrored[REFERENCE_FEW];
    struct md_allocation mirror = sample->allocation;
    mirror.total = -mirror.total;
    enum md_status status = md_allocate(&mirror, mirrored, NULL, &memory->memory);
    REQUIRE(status == MD_OK, "mirror: status %d", (int)status);
    for (size_t i = 0; i < mirror.n; i++)
        REQUIRE(mirrored[i] == -amounts[i], "mirror of %.17g is %.17g", amounts[i], mirrored[i]);
    test_memory_free(memory);
}

static void check(const struct sample *sample)
{
    const struct md_allocation *allocation = &sample->allocation;
    double amounts[REFERENCE_FEW];
    int64_t units[REFERENCE_FEW];
    struct md_tie tie = {SIZE_MAX, SIZE_MAX};
    struct test_memory memory = test_memory_new();
    enum md_status expected = expected_status(sample);
    enum md_status status = md_allocate(allocation, amounts, &tie, &memory.memory);
    size_t requests = memory.taken;
    test_memory_free(&memory);
    REQUIRE(status == expected, "status %d, expected %d", (int)status, (int)expected);
    if (status != MD_OK)
        return;
    count_units(sample, amounts, units);
    const char *objection = reference_objection(&sample->reference, units, &tie);
    REQUIRE(objection == NULL, "%s", objection);
    if (allocation->method == MD_LARGEST_REMAINDER && !sample->reference.bounded)
        check_steps(sample, amounts, &memory);
    if (!sample->reference.bounded)
        check_mirror(sample, amounts, &memory);
    for (memory.fail_at = 1; memory.fail_at <= requests; memory.fail_at++) {
        status = md_allocate(allocation, amounts, NULL, &memory.memory);
        REQUIRE(status == MD_MEMORY, "status %d without memory", (int)status);
        test_memory_free(&memory);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes bytes = {data, size};
    static struct sample sample;
    sample.allocation = (struct md_allocation){0};
    take_sample(&bytes, &sample);
    check(&sample);
    return 0;
}
