// SPDX-License-Identifier: EUPL-1.2
/* The passes of apportion_narrow.c by AVX2 and FMA, four recipients at a time; apportion_vectors.h is the manual.
 *
 * (1) units × weight is the exact sum of two doubles: the rounded product, and what FMA says was rounded off.
 * (2) That less whole × sum is the remainder: all terms are whole, and within the limits none takes more than 53 bits.
 * (3) A quota below 2^50 is estimated to within one unit, so one correction either way makes the whole part exact.
 */
#include "apportion_vectors.h"

#if MD_VECTORS

#include <immintrin.h>

enum { LANES = 4 };

bool md_has_vectors(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

bool md_can_use_vectors(const struct md_narrow *problem, struct md_rate rate)
{
    return !problem->plain && (uint64_t)problem->units < MD_VECTOR_LIMIT && rate.weight < MD_VECTOR_LIMIT && md_has_vectors();
}

/* The rate in every lane. */
struct rates {
    __m256d units, weight, ratio;
};

MD_VECTOR_CODE static inline struct rates spread(struct md_rate rate)
{
    double units = (double)(int64_t)rate.units, weight = (double)(int64_t)rate.weight;
    return (struct rates){_mm256_set1_pd(units), _mm256_set1_pd(weight), _mm256_set1_pd(units / weight)};
}

/* units × weight − whole × sum (sentences 1 and 2). */
MD_VECTOR_CODE static inline __m256d remainders_of(const struct rates *rates, __m256d weight, __m256d whole)
{
    __m256d product = _mm256_mul_pd(rates->units, weight);
    __m256d rounded_off = _mm256_fmsub_pd(rates->units, weight, product);
    return _mm256_add_pd(_mm256_fnmadd_pd(whole, rates->weight, product), rounded_off);
}

MD_VECTOR_CODE static inline __m256d whole_parts_of(const struct rates *rates, __m256d weight)
{
    const __m256d one = _mm256_set1_pd(1);
    __m256d whole = _mm256_floor_pd(_mm256_mul_pd(weight, rates->ratio));
    __m256d remainder = remainders_of(rates, weight, whole);
    __m256d too_many = _mm256_cmp_pd(remainder, _mm256_setzero_pd(), _CMP_LT_OQ);
    __m256d too_few = _mm256_cmp_pd(remainder, rates->weight, _CMP_GE_OQ);
    whole = _mm256_sub_pd(whole, _mm256_and_pd(too_many, one));
    return _mm256_add_pd(whole, _mm256_and_pd(too_few, one));
}

MD_VECTOR_CODE static uint64_t sum_of_lanes(__m256d lanes)
{
    double each[LANES];
    uint64_t sum = 0;
    _mm256_storeu_pd(each, lanes);
    for (int lane = 0; lane < LANES; lane++)
        sum += (uint64_t)(int64_t)each[lane];
    return sum;
}

/* The last few recipients, in a full vector of which the rest is 0. */
static const double *padded(const double *values, size_t count, double *room)
{
    memset(room, 0, LANES * sizeof *room);
    memcpy(room, values, count * sizeof *values);
    return room;
}

MD_VECTOR_CODE uint64_t md_whole_parts_by_vectors(const struct md_narrow *problem, struct md_rate rate, double *units)
{
    const struct rates rates = spread(rate);
    __m256d given = _mm256_setzero_pd();
    size_t i = 0;
    for (; i + LANES <= problem->n; i += LANES) {
        __m256d whole = whole_parts_of(&rates, _mm256_loadu_pd(problem->weight + i));
        _mm256_storeu_pd(units + i, whole);
        given = _mm256_add_pd(given, whole);
    }
    if (i < problem->n) {
        double room[LANES];
        __m256d whole = whole_parts_of(&rates, _mm256_loadu_pd(padded(problem->weight + i, problem->n - i, room)));
        _mm256_storeu_pd(room, whole);
        memcpy(units + i, room, (problem->n - i) * sizeof *units);
        given = _mm256_add_pd(given, whole);
    }
    return sum_of_lanes(given);
}

/* The sums of md_held, lane by lane. */
struct held_lanes {
    __m256d units, free_weight, given;
};

/* A quota beyond what anyone can get is cut off there: its recipient is held at its upper bound all the same. */
MD_VECTOR_CODE static inline __m256d whole_parts_within(const struct rates *rates, __m256d weight, __m256d lower, __m256d upper,
                                                        struct held_lanes *held)
{
    const __m256d zero = _mm256_setzero_pd(), one = _mm256_set1_pd(1);
    __m256d whole = whole_parts_of(rates, weight);
    __m256d below = _mm256_or_pd(_mm256_cmp_pd(whole, lower, _CMP_LT_OQ), _mm256_cmp_pd(weight, zero, _CMP_EQ_OQ));
    __m256d above = _mm256_cmp_pd(whole, upper, _CMP_GE_OQ);
    __m256d bound = _mm256_blendv_pd(upper, lower, below), is_held = _mm256_or_pd(below, above);
    held->units = _mm256_add_pd(held->units, _mm256_and_pd(is_held, bound));
    held->free_weight = _mm256_add_pd(held->free_weight, _mm256_andnot_pd(is_held, weight));
    held->given = _mm256_add_pd(held->given, _mm256_blendv_pd(whole, bound, is_held));
    __m256d marked = _mm256_sub_pd(_mm256_sub_pd(zero, one), bound);
    return _mm256_blendv_pd(whole, marked, is_held);
}

MD_VECTOR_CODE struct md_held md_whole_parts_within_by_vectors(const struct md_narrow *problem, struct md_rate rate,
                                                               double *units)
{
    const struct rates rates = spread(rate);
    const __m256d zero = _mm256_setzero_pd(), most = _mm256_set1_pd((double)problem->units);
    struct held_lanes held = {zero, zero, zero};
    size_t n = problem->n;
    for (size_t i = 0; i < n; i += LANES) {
        size_t count = n - i < LANES ? n - i : LANES;
        double weights[LANES], lowers[LANES], uppers[LANES], wholes[LANES];
        bool full = count == LANES;
        __m256d weight = _mm256_loadu_pd(full ? problem->weight + i : padded(problem->weight + i, count, weights));
        __m256d lower = zero, upper = most;
        if (problem->lower != NULL)
            lower = _mm256_loadu_pd(full ? problem->lower + i : padded(problem->lower + i, count, lowers));
        if (problem->upper != NULL)
            upper = _mm256_min_pd(most, _mm256_loadu_pd(full ? problem->upper + i : padded(problem->upper + i, count, uppers)));
        __m256d whole = whole_parts_within(&rates, weight, lower, upper, &held);
        if (full) {
            _mm256_storeu_pd(units + i, whole);
        } else {
            _mm256_storeu_pd(wholes, whole);
            memcpy(units + i, wholes, count * sizeof *units);
        }
    }
    return (struct md_held){sum_of_lanes(held.units), sum_of_lanes(held.free_weight), sum_of_lanes(held.given)};
}

struct limits {
    __m256d low, high;
};

/* Serves those above the bracket and takes off the marks; two masks say who was above and who is within. */
MD_VECTOR_CODE static inline __m256d serve_above(const struct rates *rates, const struct limits *limits, __m256d weight,
                                                 __m256d units, int *above, int *within)
{
    const __m256d one = _mm256_set1_pd(1);
    __m256d remainder = remainders_of(rates, weight, units);
    __m256d held = _mm256_cmp_pd(units, _mm256_setzero_pd(), _CMP_LT_OQ);
    __m256d over = _mm256_andnot_pd(held, _mm256_cmp_pd(remainder, limits->high, _CMP_GT_OQ));
    __m256d reach = _mm256_andnot_pd(held, _mm256_cmp_pd(remainder, limits->low, _CMP_GE_OQ));
    *above = _mm256_movemask_pd(over);
    *within = _mm256_movemask_pd(reach) & ~*above;
    __m256d unmarked = _mm256_sub_pd(_mm256_sub_pd(_mm256_setzero_pd(), one), units);
    return _mm256_blendv_pd(_mm256_add_pd(units, _mm256_and_pd(over, one)), unmarked, held);
}

static void put_into_pool(struct md_pooled *pooled, size_t *pool, size_t first, int within)
{
    for (; within != 0; within &= within - 1)
        pool[pooled->count++] = first + (size_t)__builtin_ctz((unsigned)within);
}

MD_VECTOR_CODE struct md_pooled md_pool_by_vectors(const struct md_narrow *problem, struct md_rate rate,
                                                   struct md_bracket bracket, double *units, size_t *pool)
{
    const struct rates rates = spread(rate);
    const struct limits limits = {_mm256_set1_pd((double)bracket.low), _mm256_set1_pd((double)bracket.high)};
    struct md_pooled pooled = {0, 0};
    size_t i = 0, n = problem->n;
    int above, within;
    for (; i + LANES <= n; i += LANES) {
        __m256d weight = _mm256_loadu_pd(problem->weight + i), whole = _mm256_loadu_pd(units + i);
        _mm256_storeu_pd(units + i, serve_above(&rates, &limits, weight, whole, &above, &within));
        pooled.above += (size_t)__builtin_popcount((unsigned)above);
        put_into_pool(&pooled, pool, i, within);
    }
    if (i < n) {
        double weights[LANES], wholes[LANES];
        __m256d weight = _mm256_loadu_pd(padded(problem->weight + i, n - i, weights));
        __m256d whole = _mm256_loadu_pd(padded(units + i, n - i, wholes));
        _mm256_storeu_pd(wholes, serve_above(&rates, &limits, weight, whole, &above, &within));
        memcpy(units + i, wholes, (n - i) * sizeof *units);
        pooled.above += (size_t)__builtin_popcount((unsigned)above);
        put_into_pool(&pooled, pool, i, within & ((1 << (n - i)) - 1));
    }
    return pooled;
}

/* Whole keys of a block, below the limit each; false if they are not. */
MD_VECTOR_CODE static bool add_block(const double *key, size_t n, __m256d *sum)
{
    const __m256d limit = _mm256_set1_pd((double)MD_VECTOR_LIMIT);
    __m256d good = _mm256_cmp_pd(limit, limit, _CMP_EQ_OQ);
    for (size_t i = 0; i < n; i += LANES) {
        __m256d keys = _mm256_loadu_pd(key + i);
        __m256d whole = _mm256_cmp_pd(_mm256_floor_pd(keys), keys, _CMP_EQ_OQ);
        good = _mm256_and_pd(good, _mm256_and_pd(whole, _mm256_cmp_pd(keys, limit, _CMP_LT_OQ)));
        *sum = _mm256_add_pd(*sum, keys);
    }
    return _mm256_movemask_pd(good) == (1 << LANES) - 1;
}

MD_VECTOR_CODE static size_t add_whole(const double *key, size_t n, uint64_t *sum)
{
    enum { BLOCK = 1024 };
    __m256d lanes = _mm256_setzero_pd();
    size_t i = 0;
    *sum = 0;
    for (; i + BLOCK <= n; i += BLOCK) {
        if (!add_block(key + i, BLOCK, &lanes))
            break;
        uint64_t now = sum_of_lanes(lanes);
        if (now >= MD_VECTOR_LIMIT)
            break;
        *sum = now;
    }
    return i;
}

size_t md_add_whole_by_vectors(const double *key, size_t n, uint64_t *sum)
{
    *sum = 0;
    return md_has_vectors() ? add_whole(key, n, sum) : 0;
}

#else

bool md_has_vectors(void)
{
    return false;
}

bool md_can_use_vectors(const struct md_narrow *problem, struct md_rate rate)
{
    (void)problem;
    (void)rate;
    return false;
}

uint64_t md_whole_parts_by_vectors(const struct md_narrow *problem, struct md_rate rate, double *units)
{
    (void)problem;
    (void)rate;
    (void)units;
    return 0;
}

struct md_held md_whole_parts_within_by_vectors(const struct md_narrow *problem, struct md_rate rate, double *units)
{
    (void)problem;
    (void)rate;
    (void)units;
    return (struct md_held){0, 0, 0};
}

struct md_pooled md_pool_by_vectors(const struct md_narrow *problem, struct md_rate rate, struct md_bracket bracket,
                                    double *units, size_t *pool)
{
    (void)problem;
    (void)rate;
    (void)bracket;
    (void)units;
    (void)pool;
    return (struct md_pooled){0, 0};
}

size_t md_add_whole_by_vectors(const double *key, size_t n, uint64_t *sum)
{
    (void)key;
    (void)n;
    *sum = 0;
    return 0;
}

#endif
