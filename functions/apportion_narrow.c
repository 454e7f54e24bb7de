// SPDX-License-Identifier: EUPL-1.2
/* Largest remainder and plain rounding in 64-bit arithmetic: the path of nearly every sheet.
 *
 * (1) A recipient's quota is units × weight / sum. Its whole part is estimated in double, which is a few units off at most;
 *     the remainder modulo 2^64 is the true one plus that many sums, fits in 63 bits, and so corrects the estimate exactly.
 * (2) All remainders share the denominator `sum`, so they compare as integers.
 * (3) The remainders are counted by their leading bits; only the class in which the cut falls is looked at again.
 * (4) A remainder equal to the cut is a tie: the larger weight, then the lower order, then the earlier recipient.
 */
#include "apportion.h"

#include <string.h>

enum { CLASS_BITS = 11, CLASSES = 1 << CLASS_BITS };

static inline uint64_t weight_of(const struct md_narrow *problem, size_t i)
{
    return problem->weight != NULL ? problem->weight[i] : (uint64_t)(int64_t)problem->key[i];
}

/* The exact whole part and remainder of units × weight / sum (sentence 1). */
static inline uint64_t divide(uint64_t units, uint64_t weight, uint64_t sum, double ratio, int64_t *whole)
{
    int64_t estimate = (int64_t)((double)(int64_t)weight * ratio);
    int64_t remainder = (int64_t)(units * weight - (uint64_t)estimate * sum);
    while (remainder < 0) {
        estimate--;
        remainder += (int64_t)sum;
    }
    while (remainder >= (int64_t)sum) {
        estimate++;
        remainder -= (int64_t)sum;
    }
    *whole = estimate;
    return (uint64_t)remainder;
}

/* How far a remainder below `sum` is shifted to give its class. */
static int class_shift(uint64_t sum)
{
    int bits = 64 - __builtin_clzll(sum);
    return bits > CLASS_BITS ? bits - CLASS_BITS : 0;
}

/* The remainder at which `wanted` recipients have as much or more (sentence 3). */
static uint64_t remainder_at_cut(const uint32_t *classes, int shift, const uint64_t *remainder, size_t n, size_t wanted,
                                 uint64_t *pool)
{
    size_t cut_class = CLASSES - 1;
    while (classes[cut_class] < wanted)
        wanted -= classes[cut_class--];
    size_t pooled = 0;
    for (size_t i = 0; i < n; i++) {
        pool[pooled] = remainder[i];
        pooled += remainder[i] >> shift == cut_class;
    }
    return md_kth_largest(pool, pooled, wanted);
}

/* The lower order, then the earlier recipient: without the latter, equal orders would never be told apart. */
static int compare_orders(const void *context, size_t a, size_t b)
{
    const struct md_narrow *problem = context;
    int order = problem->order(problem->order_context, a, b);
    return order != 0 ? order : (a > b) - (a < b);
}

/* Gives one more unit to `wanted` of the `tied` recipients whose remainder is `cut` (sentence 4). */
static void serve_tied(const struct md_narrow *problem, const uint64_t *remainder, uint64_t cut, size_t wanted, double *units,
                       uint64_t *pool)
{
    size_t n = problem->n, tied = 0;
    for (size_t i = 0; i < n; i++) {
        if (remainder[i] == cut)
            pool[tied++] = weight_of(problem, i);
    }
    uint64_t weight_cut = md_kth_largest(pool, tied, wanted);
    size_t *equal = (size_t *)pool;
    size_t equals = 0;
    for (size_t i = 0; i < n; i++) {
        if (remainder[i] != cut)
            continue;
        uint64_t weight = weight_of(problem, i);
        if (weight > weight_cut) {
            units[i] += 1;
            wanted--;
        } else if (weight == weight_cut) {
            equal[equals++] = i;
        }
    }
    if (problem->order != NULL)
        md_select_first(equal, equals, wanted, compare_orders, problem);
    for (size_t i = 0; i < wanted; i++)
        units[equal[i]] += 1;
}

static void round_each(const struct md_narrow *problem, double *units)
{
    double ratio = (double)problem->units / (double)problem->weight_sum;
    for (size_t i = 0; i < problem->n; i++) {
        int64_t whole;
        uint64_t remainder = divide((uint64_t)problem->units, weight_of(problem, i), problem->weight_sum, ratio, &whole);
        units[i] = (double)(whole + (remainder >= problem->weight_sum - remainder));
    }
}

void md_apportion_narrow(const struct md_narrow *problem, double *units, struct md_tie *tie, uint64_t *remainder,
                         uint64_t *pool)
{
    size_t n = problem->n;
    *tie = (struct md_tie){0, 0};
    if (problem->rounded) {
        round_each(problem, units);
        return;
    }
    uint64_t sum = problem->weight_sum, total = (uint64_t)problem->units;
    double ratio = (double)problem->units / (double)sum;
    int shift = class_shift(sum);
    uint32_t classes[CLASSES] = {0};
    uint64_t given = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t whole;
        remainder[i] = divide(total, weight_of(problem, i), sum, ratio, &whole);
        units[i] = (double)whole;
        given += (uint64_t)whole;
        classes[remainder[i] >> shift]++;
    }
    size_t left = (size_t)(total - given);
    if (left == 0)
        return;
    uint64_t cut = remainder_at_cut(classes, shift, remainder, n, left, pool);
    size_t above = 0, tied = 0;
    for (size_t i = 0; i < n; i++) {
        above += remainder[i] > cut;
        tied += remainder[i] == cut;
    }
    bool all_tied = left - above == tied;
    for (size_t i = 0; i < n; i++)
        units[i] += remainder[i] > cut || (all_tied && remainder[i] == cut);
    if (!all_tied) {
        *tie = (struct md_tie){tied, left - above};
        serve_tied(problem, remainder, cut, left - above, units, pool);
    }
}
