// SPDX-License-Identifier: EUPL-1.2
/* Largest remainder and plain rounding in 64-bit arithmetic: the path of nearly every sheet.
 *
 * (1) A recipient's quota is units × weight / sum. Its whole part is estimated in double, which is a few units off at most;
 *     the remainder modulo 2^64 is the true one plus that many sums, fits in 63 bits, and so corrects the estimate exactly.
 * (2) All remainders share the denominator `sum`, so they compare as integers. They are not kept: the whole part tells them.
 * (3) A sample, or for few recipients a guess, tells between which two remainders the cut falls. All above them are served at
 *     once, and the cut is sought among the few in between. Where that misled, it is sought among all.
 * (4) A remainder equal to the cut is a tie: the larger weight, then the lower order, then the earlier recipient.
 * (5) Who is held at a bound takes no part in that: its units are marked by their sign until the remainders are served.
 */
#include "apportion.h"
#include "apportion_vectors.h"

static inline uint64_t weight_of(const struct md_narrow *problem, size_t i)
{
    return (uint64_t)(int64_t)problem->weight[i];
}

static inline uint64_t remainder_of(const struct md_narrow *problem, struct md_rate rate, const double *units, size_t i)
{
    return rate.units * weight_of(problem, i) - (uint64_t)(int64_t)units[i] * rate.weight;
}

/* The units of one who is held at a bound, and back (sentence 5). */
static inline double marked(double units)
{
    return -1 - units;
}

/* ---- Whole parts --------------------------------------------------------------------------------------------- */

/* The exact whole part and remainder of units × weight / sum (sentence 1). */
static inline uint64_t divide(struct md_rate rate, double weight, double ratio, int64_t *whole)
{
    int64_t estimate = (int64_t)(weight * ratio);
    int64_t remainder = (int64_t)(rate.units * (uint64_t)(int64_t)weight - (uint64_t)estimate * rate.weight);
    while (remainder < 0) {
        estimate--;
        remainder += (int64_t)rate.weight;
    }
    while (remainder >= (int64_t)rate.weight) {
        estimate++;
        remainder -= (int64_t)rate.weight;
    }
    *whole = estimate;
    return (uint64_t)remainder;
}

/* Rounds every quota that no bound holds, and takes off the marks. */
static void round_each(const struct md_narrow *problem, struct md_rate rate, double *units)
{
    double ratio = (double)(int64_t)rate.units / (double)(int64_t)rate.weight;
    bool bounded = problem->lower != NULL || problem->upper != NULL;
    for (size_t i = 0; i < problem->n; i++) {
        int64_t whole;
        if (bounded && units[i] < 0) {
            units[i] = marked(units[i]);
            continue;
        }
        uint64_t remainder = divide(rate, problem->weight[i], ratio, &whole);
        units[i] = (double)(whole + (remainder >= rate.weight - remainder));
    }
}

/* Writes the whole part of every quota and returns what they add up to. */
static uint64_t whole_parts(const struct md_narrow *problem, struct md_rate rate, double *units)
{
    double ratio = (double)(int64_t)rate.units / (double)(int64_t)rate.weight;
    uint64_t given = 0;
    for (size_t i = 0; i < problem->n; i++) {
        int64_t whole;
        divide(rate, problem->weight[i], ratio, &whole);
        units[i] = (double)whole;
        given += (uint64_t)whole;
    }
    return given;
}

/* ---- Bounds -------------------------------------------------------------------------------------------------- */

/* Is a recipient free, and with how many whole units? A quota is at least `upper`, which is whole, when its whole part is. */
static bool settle_exactly(struct md_rate rate, double weight, double ratio, double lower, double upper, int64_t *whole)
{
    const double far = 8;
    *whole = (int64_t)lower;
    if (weight == 0 || weight * ratio < lower - far)
        return false;
    *whole = (int64_t)upper;
    if (weight * ratio > upper + far)
        return false;
    divide(rate, weight, ratio, whole);
    bool is_free = (double)*whole >= lower && (double)*whole < upper;
    if (!is_free)
        *whole = (int64_t)((double)*whole < lower ? lower : upper);
    return is_free;
}

/* The same with bounds. What a double says about a bound is sure but for a few of its last bits. */
static struct md_held whole_parts_within(const struct md_narrow *problem, struct md_rate rate, double *units)
{
    const double less = 1 - 0x1p-48, more = 1 + 0x1p-48, most = (double)problem->units;
    double ratio = (double)(int64_t)rate.units / (double)(int64_t)rate.weight;
    struct md_held held = {0, 0, 0};
    for (size_t i = 0; i < problem->n; i++) {
        double weight = problem->weight[i], quota = weight * ratio;
        double lower = problem->lower == NULL ? 0 : problem->lower[i];
        double upper = problem->upper == NULL || problem->upper[i] > most ? most : problem->upper[i];
        bool is_free = (quota > lower * more) & (quota < upper * less);
        double within = quota < lower ? lower : quota;
        within = within > upper ? upper : within;
        int64_t whole = (int64_t)within;
        uint64_t remainder = rate.units * (uint64_t)(int64_t)weight - (uint64_t)whole * rate.weight;
        bool is_held = (quota < lower * less) | (quota > upper * more);
        if ((is_free == is_held) | (is_free & (remainder >= rate.weight)))
            is_free = settle_exactly(rate, weight, ratio, lower, upper, &whole);
        uint64_t if_free = 0 - (uint64_t)is_free;
        units[i] = (double)(int64_t)((uint64_t)whole ^ ~if_free); /* ~whole is the mark */
        held.given += (uint64_t)whole;
        held.units += (uint64_t)whole & ~if_free;
        held.free_weight += (uint64_t)(int64_t)weight & if_free;
    }
    return held;
}

/* Whole parts at the rate that is right: one that is what those held leave to the others. */
static bool settle_bounds(const struct md_narrow *problem, struct md_rate *rate, double *units, uint64_t *given, void *scratch)
{
    enum { MOST_ATTEMPTS = 6 };
    if (!md_bounds_can_hold(problem) || !md_find_rate(problem, rate, scratch))
        return false;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        struct md_held held = md_can_use_vectors(problem, *rate) ? md_whole_parts_within_by_vectors(problem, *rate, units)
                                                                 : whole_parts_within(problem, *rate, units);
        if (held.units > (uint64_t)problem->units || held.free_weight == 0)
            return false;
        struct md_rate left = {(uint64_t)problem->units - held.units, held.free_weight};
        *given = held.given;
        if (left.units == rate->units && left.weight == rate->weight)
            return true;
        *rate = left;
    }
    return false;
}

/* ---- Serving the remainders ---------------------------------------------------------------------------------- */

/* Who of two whose claims and weights tie comes first: the lower order, the earlier. */
static int compare_tied(const void *context, size_t a, size_t b)
{
    const struct md_narrow *problem = context;
    int order = problem->order(problem->order_context, a, b);
    return order != 0 ? order : (a > b) - (a < b);
}

/* Sentence 4. */
void md_serve_tied(const struct md_narrow *problem, size_t *tied, size_t count, size_t wanted, double *units,
                   struct md_tie *tie, uint64_t *values)
{
    if (wanted < count) {
        *tie = (struct md_tie){count, wanted};
        for (size_t t = 0; t < count; t++)
            values[t] = weight_of(problem, tied[t]);
        uint64_t cut = md_kth_largest(values, count, wanted);
        size_t equals = 0;
        for (size_t t = 0; t < count; t++) {
            uint64_t weight = weight_of(problem, tied[t]);
            if (weight > cut) {
                units[tied[t]] += 1;
                wanted--;
            } else if (weight == cut) {
                tied[equals++] = tied[t];
            }
        }
        if (problem->order != NULL)
            md_select_first(tied, equals, wanted, compare_tied, problem);
    }
    for (size_t t = 0; t < wanted; t++)
        units[tied[t]] += 1;
}

/* Gives one more unit to the `wanted` largest remainders of the pool. */
static void serve_pool(const struct md_narrow *problem, struct md_rate rate, struct md_bracket bracket, size_t *pool,
                       size_t pooled, size_t wanted, double *units, struct md_tie *tie, uint64_t *values)
{
    size_t tied = 0;
    uint64_t cut = (uint64_t)bracket.low;
    if (bracket.low < bracket.high) {
        for (size_t p = 0; p < pooled; p++)
            values[p] = remainder_of(problem, rate, units, pool[p]);
        cut = md_kth_largest(values, pooled, wanted);
    }
    for (size_t p = 0; p < pooled; p++) {
        size_t i = pool[p];
        uint64_t remainder = remainder_of(problem, rate, units, i);
        bool above = remainder > cut;
        pool[tied] = i;
        tied += remainder == cut;
        units[i] = (double)((int64_t)units[i] + above);
        wanted -= above;
    }
    md_serve_tied(problem, pool, tied, wanted, units, tie, values);
}

/* The square root of a number, nearly, without a library of mathematics. */
static double root(double number)
{
    double root = 1;
    while (root * root < number)
        root *= 2;
    for (int step = 0; step < 3; step++)
        root = (root + number / root) / 2;
    return root;
}

/* The standard deviation of how many of `n` draws succeed where `expected` do on average. */
static double spread_of(double expected, double n)
{
    return root(expected * (n - expected) / n);
}

/* Two remainders between which the cut very likely falls among few recipients: remainders are mostly spread evenly. Who is held
 * at a bound has none. */
static struct md_bracket guess_cut(const struct md_narrow *problem, struct md_rate rate, const double *units, size_t left)
{
    size_t free = problem->n;
    if (problem->lower != NULL || problem->upper != NULL) {
        for (size_t i = 0; i < problem->n; i++)
            free -= units[i] < 0;
    }
    double n = (double)free, part = (double)left / n, margin = 3 * spread_of((double)left, n) / n;
    double weight = (double)(int64_t)rate.weight, low = (1 - part - margin) * weight, high = (1 - part + margin) * weight;
    return (struct md_bracket){low > 0 ? (int64_t)low : 0, high < weight ? (int64_t)high : INT64_MAX};
}

/* Two remainders between which it very likely falls among many, by a sample (sentence 3). */
static struct md_bracket sample_cut(const struct md_narrow *problem, struct md_rate rate, const double *units, size_t left,
                                    uint64_t *sample)
{
    size_t n = problem->n, size = 16 * (size_t)root((double)n);
    if (size > n / 4)
        return guess_cut(problem, rate, units, left);
    struct md_bracket bracket = {0, INT64_MAX};
    uint64_t random = UINT64_C(0x9E3779B97F4A7C15), *again = sample + size;
    for (size_t s = 0; s < size; s++) {
        size_t i = md_next_random(&random) % n;
        again[s] = sample[s] = units[i] < 0 ? 0 : remainder_of(problem, rate, units, i);
    }
    double expected = (double)left / (double)n * (double)size, margin = 2 + 4 * spread_of(expected, (double)size);
    if (expected > margin + 1)
        bracket.high = (int64_t)md_kth_largest(sample, size, (size_t)(expected - margin));
    if (expected + margin < (double)size)
        bracket.low = (int64_t)md_kth_largest(again, size, (size_t)(expected + margin));
    return bracket;
}

/* Serves all remainders above the bracket, puts those within it into the pool, and takes off the marks. Comparisons are added
 * as integers: a branch would be guessed wrongly half the time. */
static struct md_pooled pool_remainders(const struct md_narrow *problem, struct md_rate rate, struct md_bracket bracket,
                                        double *units, size_t *pool)
{
    const double *weight = problem->weight;
    uint64_t low = (uint64_t)bracket.low, width = (uint64_t)bracket.high - low;
    struct md_pooled pooled = {0, 0};
    for (size_t i = 0, n = problem->n; i < n; i++) {
        int64_t whole = (int64_t)units[i];
        bool is_free = whole >= 0;
        whole ^= -(int64_t)!is_free;
        uint64_t remainder = rate.units * (uint64_t)(int64_t)weight[i] - (uint64_t)whole * rate.weight;
        bool above = is_free & (remainder > low + width);
        units[i] = (double)(whole + above);
        pooled.above += above;
        pool[pooled.count] = i;
        pooled.count += is_free & (remainder - low <= width);
    }
    return pooled;
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

/* Whole parts, with the bounds if there are any; `left` units remain. */
static bool begin(const struct md_narrow *problem, struct md_rate *rate, double *units, size_t *left, void *scratch)
{
    uint64_t given;
    if (problem->lower != NULL || problem->upper != NULL) {
        if (!settle_bounds(problem, rate, units, &given, scratch))
            return false;
    } else {
        *rate = (struct md_rate){(uint64_t)problem->units, problem->weight_sum};
        if (problem->method == MD_ROUNDED)
            return true;
        given = md_can_use_vectors(problem, *rate) ? md_whole_parts_by_vectors(problem, *rate, units)
                                                   : whole_parts(problem, *rate, units);
    }
    *left = (size_t)((uint64_t)problem->units - given);
    return true;
}

static void take_off_marks(double *units, size_t n)
{
    for (size_t i = 0; i < n; i++)
        units[i] = units[i] < 0 ? marked(units[i]) : units[i];
}

static bool apportion_quotas(const struct md_narrow *problem, double *units, struct md_tie *tie, void *scratch)
{
    size_t *pool = scratch, n = problem->n, left = 0;
    uint64_t *values = (uint64_t *)scratch + n;
    struct md_rate rate;
    if (!begin(problem, &rate, units, &left, scratch))
        return false;
    if (problem->method == MD_ROUNDED) {
        round_each(problem, rate, units);
        return true;
    }
    if (left == 0) {
        take_off_marks(units, n);
        return true;
    }
    struct md_bracket bracket = sample_cut(problem, rate, units, left, values);
    bool vectors = md_can_use_vectors(problem, rate);
    struct md_pooled pooled = vectors ? md_pool_by_vectors(problem, rate, bracket, units, pool)
                                      : pool_remainders(problem, rate, bracket, units, pool);
    if (pooled.above >= left || pooled.above + pooled.count < left) {
        bracket = (struct md_bracket){0, INT64_MAX};
        if (!begin(problem, &rate, units, &left, scratch))
            return false;
        pooled = pool_remainders(problem, rate, bracket, units, pool);
    }
    serve_pool(problem, rate, bracket, pool, pooled.count, left - pooled.above, units, tie, values);
    return true;
}

bool md_apportion_narrow(const struct md_narrow *problem, double *units, struct md_tie *tie, void *scratch)
{
    *tie = (struct md_tie){0, 0};
    if (problem->method == MD_LARGEST_REMAINDER || problem->method == MD_ROUNDED)
        return apportion_quotas(problem, units, tie, scratch);
    return md_apportion_by_divisor(problem, units, tie, scratch);
}
