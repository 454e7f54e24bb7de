// SPDX-License-Identifier: EUPL-1.2
/* The passes over all recipients that take the time, by the processor's wider instructions where it has them.
 *
 * (1) Chosen at run time: x86-64 with AVX2 and FMA. Elsewhere md_can_use_vectors says no, and plain C does the work.
 * (2) The results are the same, bit for bit: every operation is exact within the limits below.
 */
#ifndef MD_APPORTION_VECTORS_H
#define MD_APPORTION_VECTORS_H

#include "apportion.h"

/* MinGW aligns the stack to 16 bytes only, where these instructions want 32.
 * On macOS clang's question what the processor has takes a library that is not part of the system. */
#if defined(__x86_64__) && !defined(_WIN32) && !defined(__APPLE__)
#define MD_VECTORS     1
#define MD_VECTOR_CODE __attribute__((target("avx2,fma")))
#else
#define MD_VECTORS 0
#define MD_VECTOR_CODE
#endif

/* Remainders from `low` to `high`. */
struct md_bracket {
    int64_t low, high;
};

/* How many remainders lie above the bracket, and how many within it. */
struct md_pooled {
    size_t above, count;
};

/* What became of the units at some rate, with bounds. */
struct md_held {
    uint64_t units;       /* of those held at a bound */
    uint64_t free_weight; /* of the others */
    uint64_t given;       /* whole units of all */
};

/* Below this, products of two numbers are exact as the sum of two doubles, and remainders as one. */
#define MD_VECTOR_LIMIT (UINT64_C(1) << 50)

/* Has the processor the instructions of MD_VECTOR_CODE? */
bool md_has_vectors(void);

/* And are the numbers small enough for the functions below? */
bool md_can_use_vectors(const struct md_narrow *problem, struct md_rate rate);

/* These do what their namesakes in apportion_keys.c and apportion_narrow.c do. */
uint64_t md_whole_parts_by_vectors(const struct md_narrow *problem, struct md_rate rate, double *units);
struct md_held md_whole_parts_within_by_vectors(const struct md_narrow *problem, struct md_rate rate, double *units);
struct md_pooled md_pool_by_vectors(const struct md_narrow *problem, struct md_rate rate, struct md_bracket bracket,
                                    double *units, size_t *pool);
/* Adds up whole keys below 2^50, as long as they are that and their sum stays below 2^50; returns where it stopped. */
size_t md_add_whole_by_vectors(const double *key, size_t n, uint64_t *sum);

#endif
