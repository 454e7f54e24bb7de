// SPDX-License-Identifier: EUPL-1.2
/* Largest remainder and rounding; remainders.h is the manual. */
#include "remainders.h"
#include "bounds.h"
#include "ties.h"

#define INLINE static inline __attribute__((always_inline))

/* ---- One quota ----------------------------------------------------------------------------------------------- */

/* What quotas are taken from. `ratio` is the multiplier as a double that is a little too small. */
struct quotas {
    struct md_problem problem;
    struct md_multiplier multiplier;
    double ratio;
};

static struct quotas quotas_at(const struct md_problem *problem, struct md_multiplier multiplier)
{
    double ratio = (double)multiplier.units / (double)multiplier.weight * (1 - MD_ESTIMATE_ERROR);
    return (struct quotas){*problem, multiplier, ratio};
}

/* What `whole` units leave of a quota, times the multiplier's weight; below 0 where they are more than the quota. */
INLINE md_signed_wide remainder_of(const struct quotas *quotas, size_t i, int64_t whole)
{
    return (md_signed_wide)((uint64_t)quotas->multiplier.units * md_weight(&quotas->problem, i) -
                            (uint64_t)whole * quotas->multiplier.weight);
}

/* The whole units of a quota, between the bounds, and the remainder. */
INLINE int64_t whole_part(const struct quotas *quotas, size_t i, bool bounded, md_signed_wide *remainder)
{
    const struct md_problem *problem = &quotas->problem;
    double lower = bounded ? md_lower(problem, i) : 0, upper = bounded ? md_upper(problem, i) : MD_BEYOND_UNITS;
    double estimate = problem->weight[i] * quotas->ratio;
    if (bounded) {
        estimate = estimate < upper ? estimate : upper;
        estimate = estimate > lower ? estimate : lower;
    }
    int64_t whole = (int64_t)estimate;
    *remainder = remainder_of(quotas, i, whole);
    while (__builtin_expect((*remainder >= (md_signed_wide)quotas->multiplier.weight) & ((double)whole < upper), 0)) {
        double more = (double)*remainder / (double)quotas->multiplier.weight * (1 - MD_ESTIMATE_ERROR);
        double room = upper - (double)whole;
        whole += more < 1 ? 1 : (int64_t)(more < room ? more : room);
        *remainder = remainder_of(quotas, i, whole);
    }
    return whole;
}

/* May the recipient get one unit more than `whole`, for its remainder? */
INLINE bool has_claim(const struct quotas *quotas, size_t i, double whole, bool bounded, md_signed_wide remainder)
{
    return !bounded || ((md_wide)remainder < quotas->multiplier.weight) & (whole < md_upper(&quotas->problem, i));
}

/* ---- Counting by digits (sentence 3) ------------------------------------------------------------------------- */

enum { MOST_DIGIT_BITS = 10, MOST_DIGITS = 1 << MOST_DIGIT_BITS };

/* How many numbers from `least` have each first digit. */
struct histogram {
    md_wide least;
    int shift; /* a number's digit is (number − least) >> shift */
    size_t digits;
    size_t count[MOST_DIGITS];
};

static int bits_of(md_wide number)
{
    uint64_t high = (uint64_t)(number >> 64);
    return high != 0 ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll((uint64_t)number | 1);
}

/* For n numbers from `least` to `most`: about as many digits as numbers, which is what counting them costs anyway. */
static void open_histogram(struct histogram *histogram, size_t n, md_wide least, md_wide most)
{
    int bits = bits_of(n / 4) < MOST_DIGIT_BITS ? bits_of(n / 4) : MOST_DIGIT_BITS, range = bits_of(most - least);
    histogram->least = least;
    histogram->shift = range > bits ? range - bits : 0;
    histogram->digits = (size_t)1 << bits;
    memset(histogram->count, 0, histogram->digits * sizeof *histogram->count);
}

INLINE size_t digit_of(const struct histogram *histogram, md_signed_wide number)
{
    return (size_t)(((md_wide)number - histogram->least) >> histogram->shift);
}

/* The digit at the cut below the `wanted` largest; takes those with larger digits off `wanted`. */
static size_t digit_at_cut(const struct histogram *histogram, size_t *wanted)
{
    size_t digit = histogram->digits - 1;
    while (histogram->count[digit] < *wanted)
        *wanted -= histogram->count[digit--];
    return digit;
}

/* ---- Largest remainder --------------------------------------------------------------------------------------- */

/* Writes the whole parts, counts the remainders, and tells how many units are left; false if a whole part is too large. */
INLINE bool give_whole_parts(const struct quotas *all, bool bounded, double *units, struct histogram *histogram, size_t *left)
{
    const struct quotas copy = *all, *quotas = &copy;
    bool is_too_large = false;
    *left = (size_t)quotas->problem.units;
    for (size_t i = 0; i < quotas->problem.n; i++) {
        md_signed_wide remainder;
        int64_t whole = whole_part(quotas, i, bounded, &remainder);
        units[i] = (double)whole;
        *left -= (size_t)whole;
        is_too_large |= bounded & (whole > (int64_t)MD_MOST_UNITS);
        bool counts = has_claim(quotas, i, units[i], bounded, remainder);
        histogram->count[counts ? digit_of(histogram, remainder) : 0] += counts;
    }
    return !is_too_large;
}

/* Serves the remainders whose digit is above that of the cut, and lists those that have it. */
INLINE void serve_larger(const struct quotas *all, bool bounded, double *units, const struct histogram *histogram, size_t digit,
                         size_t *listed)
{
    const struct quotas copy = *all, *quotas = &copy;
    size_t count = 0;
    for (size_t i = 0; i < quotas->problem.n; i++) {
        md_signed_wide remainder = remainder_of(quotas, i, (int64_t)units[i]);
        bool counts = has_claim(quotas, i, units[i], bounded, remainder);
        size_t of = digit_of(histogram, remainder);
        if (counts & (of == digit))
            listed[count++] = i;
        units[i] += counts & (of > digit);
    }
}

/* Gives the `left` largest of the listed remainders their unit, digit by digit. */
static void serve_listed(const struct quotas *quotas, struct histogram *histogram, size_t *listed, size_t count, size_t left,
                         double *units, struct md_tie *tie)
{
    while (left < count) {
        md_signed_wide least = remainder_of(quotas, listed[0], (int64_t)units[listed[0]]), most = least;
        for (size_t c = 1; c < count; c++) {
            md_signed_wide remainder = remainder_of(quotas, listed[c], (int64_t)units[listed[c]]);
            least = remainder < least ? remainder : least;
            most = remainder > most ? remainder : most;
        }
        if (least == most)
            break;
        open_histogram(histogram, count, (md_wide)least, (md_wide)most);
        for (size_t c = 0; c < count; c++)
            histogram->count[digit_of(histogram, remainder_of(quotas, listed[c], (int64_t)units[listed[c]]))]++;
        size_t digit = digit_at_cut(histogram, &left), kept = 0;
        for (size_t c = 0; c < count; c++) {
            size_t i = listed[c], of = digit_of(histogram, remainder_of(quotas, i, (int64_t)units[i]));
            listed[kept] = i;
            kept += of == digit;
            units[i] += of > digit;
        }
        count = kept;
    }
    md_serve_tied(&quotas->problem, listed, count, left, units, tie);
}

static enum md_status serve_remainders(const struct quotas *quotas, double *units, struct md_tie *tie, struct md_memory *memory)
{
    struct histogram histogram;
    bool bounded = md_is_bounded(&quotas->problem) || (double)quotas->problem.units > MD_MOST_UNITS;
    open_histogram(&histogram, quotas->problem.n, 0, quotas->multiplier.weight - 1);
    size_t left;
    if (!(bounded ? give_whole_parts(quotas, true, units, &histogram, &left)
                  : give_whole_parts(quotas, false, units, &histogram, &left)))
        return MD_DOMAIN;
    if (left == 0)
        return MD_OK;
    size_t digit = digit_at_cut(&histogram, &left), count = histogram.count[digit];
    size_t *listed = md_take(memory, count, sizeof *listed);
    if (listed == NULL)
        return MD_MEMORY;
    if (bounded)
        serve_larger(quotas, true, units, &histogram, digit, listed);
    else
        serve_larger(quotas, false, units, &histogram, digit, listed);
    serve_listed(quotas, &histogram, listed, count, left, units, tie);
    return MD_OK;
}

static void round_each(const struct quotas *quotas, double *units)
{
    for (size_t i = 0; i < quotas->problem.n; i++) {
        md_signed_wide remainder;
        int64_t whole = whole_part(quotas, i, true, &remainder);
        bool up = has_claim(quotas, i, (double)whole, true, remainder) &&
                  remainder >= (md_signed_wide)quotas->multiplier.weight - remainder;
        whole += up;
        units[i] = whole > (int64_t)MD_MOST_UNITS ? MD_BEYOND_UNITS : (double)whole;
    }
}

enum md_status md_apportion_remainders(const struct md_problem *problem, double *units, struct md_tie *tie,
                                       struct md_memory *memory)
{
    struct md_multiplier multiplier = {problem->units, problem->weight_sum};
    if (md_is_bounded(problem)) {
        enum md_status status = md_multiplier_within_bounds(problem, &multiplier, memory);
        if (status != MD_OK)
            return status;
    }
    const struct quotas quotas = quotas_at(problem, multiplier);
    if (problem->method == MD_LARGEST_REMAINDER)
        return serve_remainders(&quotas, units, tie, memory);
    round_each(&quotas, units);
    return MD_OK;
}

/* ---- Ranks --------------------------------------------------------------------------------------------------- */

struct ranking {
    const struct md_problem *problem;
    const struct md_quota *quotas;
};

/* The larger remainder first, then as ties.h says. */
static int compare_ranks(const void *context, size_t a, size_t b)
{
    const struct ranking *ranking = context;
    const struct md_problem *problem = ranking->problem;
    md_wide one = ranking->quotas[a].remainder, other = ranking->quotas[b].remainder;
    if (one != other)
        return one > other ? -1 : 1;
    return md_compare_tied(problem, a, b);
}

enum md_status md_rank_quotas(const struct md_problem *problem, struct md_quota *quotas, struct md_memory *memory)
{
    size_t n = problem->n, *served = md_take(memory, n, 2 * sizeof *served);
    const struct quotas all = quotas_at(problem, (struct md_multiplier){problem->units, problem->weight_sum});
    if (served == NULL)
        return MD_MEMORY;
    if (!md_fits(problem))
        return MD_DOMAIN;
    for (size_t i = 0; i < n; i++) {
        md_signed_wide remainder;
        quotas[i].whole = whole_part(&all, i, false, &remainder);
        quotas[i].remainder = (md_wide)remainder;
        served[i] = i;
    }
    const struct ranking ranking = {problem, quotas};
    md_sort(served, served + n, n, compare_ranks, &ranking);
    for (size_t rank = 0; rank < n; rank++)
        quotas[served[rank]].rank = rank + 1;
    return MD_OK;
}
