// SPDX-License-Identifier: EUPL-1.2
/* How long the core takes, without an office, beside a plain copy of the keys.
 *
 * (1) Every workload runs once in each round, so that what else the machine does falls on all of them alike; the least time counts.
 * (2) Memory is fresh for every allocation and every copy, as it is for a call from a sheet: its page faults are part of the time.
 * (3) The keys are drawn from a fixed seed.
 * (4) One line for each workload, separated by tabs: name, recipients, nanoseconds for each recipient, times the copy.
 *
 *   core [rounds [workload]]
 */
#define _POSIX_C_SOURCE 200809L // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names clock_gettime

#include "../../functions/allocation/allocation.h"
#include "../unit/random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST = 1000000, BLOCKS = 32 };

/* ---- Memory -------------------------------------------------------------------------------------------------- */

struct fresh_memory {
    struct md_memory memory; /* first: a pointer to it is a pointer to the whole */
    void *blocks[BLOCKS];
    size_t count;
};

static void *take(struct md_memory *memory, size_t bytes)
{
    struct fresh_memory *fresh = (struct fresh_memory *)(void *)memory;
    if (fresh->count == BLOCKS)
        return NULL;
    return fresh->blocks[fresh->count++] = malloc(bytes);
}

static void give_back(struct fresh_memory *fresh)
{
    while (fresh->count > 0)
        free(fresh->blocks[--fresh->count]);
}

/* ---- Workloads ----------------------------------------------------------------------------------------------- */

typedef double draw(size_t i);

static double children(size_t i)
{
    (void)i;
    uint64_t bits = random_bits();
    return (double)(bits >> (44 + (random_bits() & 15)));
}

static double in_tenths(size_t i)
{
    return children(i) / 10;
}

static double alike(size_t i)
{
    (void)i;
    return 17;
}

static double two_values(size_t i)
{
    return i % 2 == 0 ? 3 : 1e6;
}

static double powers(size_t i)
{
    return ldexp(1, (int)(i % 30));
}

static double one_giant(size_t i)
{
    return i == 0 ? 1e12 : (double)(1 + i % 9);
}

/* In whole euros: a low bound that holds the smallest and a high one that holds the largest recipients. */
enum bounds { UNBOUNDED, BOUNDED };

struct workload {
    const char *name;
    draw *key;
    size_t n;
    double unit;
    enum md_method method;
    enum bounds bounds;
};

static const struct workload workloads[] = {
    {"largest remainder, 342", children, 342, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"largest remainder", children, MOST, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"in cents", children, MOST, 0.01, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"keys in tenths", in_tenths, MOST, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"rounded", children, MOST, 1, MD_ROUNDED, UNBOUNDED},
    {"minimum and maximum", children, MOST, 1, MD_LARGEST_REMAINDER, BOUNDED},
    {"Sainte-Laguë", children, MOST, 1, MD_SAINTE_LAGUE, UNBOUNDED},
    {"d'Hondt", children, MOST, 1, MD_DHONDT, UNBOUNDED},
    {"Adams", children, MOST, 1, MD_ADAMS, UNBOUNDED},
    {"Sainte-Laguë, minimum and maximum", children, MOST, 1, MD_SAINTE_LAGUE, BOUNDED},
    {"all keys alike", alike, MOST, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"all keys alike, Sainte-Laguë", alike, MOST, 1, MD_SAINTE_LAGUE, UNBOUNDED},
    {"two keys", two_values, MOST, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"powers of two", powers, MOST, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"powers of two, minimum and maximum", powers, MOST, 1, MD_LARGEST_REMAINDER, BOUNDED},
    {"one giant", one_giant, MOST, 1, MD_LARGEST_REMAINDER, UNBOUNDED},
    {"one giant, minimum and maximum", one_giant, MOST, 1, MD_LARGEST_REMAINDER, BOUNDED},
    {"one giant, d'Hondt", one_giant, MOST, 1, MD_DHONDT, UNBOUNDED},
};

enum { WORKLOADS = sizeof workloads / sizeof *workloads };

/* ---- Measuring ----------------------------------------------------------------------------------------------- */

static double key[MOST], low[MOST], high[MOST];

static struct {
    double allocation, copy; /* the least time */
} least[WORKLOADS];

static double nanoseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Fills the keys and bounds. Municipalities get some hundreds of thousands of euros each, a million recipients some tens. */
static struct md_allocation prepare(const struct workload *workload)
{
    struct md_allocation allocation = {.total = (workload->n < 10000 ? 250000.0 : 85.0) * (double)workload->n + 43,
                                       .unit = workload->unit,
                                       .method = workload->method,
                                       .n = workload->n,
                                       .key = key};
    random_state = 1;
    for (size_t i = 0; i < workload->n; i++)
        key[i] = workload->key(i);
    if (workload->bounds == BOUNDED) {
        for (size_t i = 0; i < workload->n; i++) {
            low[i] = (double)(5 + i % 20);
            high[i] = (double)(300 + i % 100);
        }
        allocation.minimum = low;
        allocation.maximum = high;
    }
    return allocation;
}

static size_t repeats_of(size_t n)
{
    return n < 10000 ? 200 : 1; /* a clock tells too little about one small allocation */
}

static double time_of(const struct md_allocation *allocation)
{
    size_t repeats = repeats_of(allocation->n);
    struct fresh_memory fresh = {.memory = {take}};
    double start = nanoseconds();
    for (size_t repeat = 0; repeat < repeats; repeat++) {
        double *amounts = md_take(&fresh.memory, allocation->n, sizeof *amounts);
        if (amounts == NULL || md_allocate(allocation, amounts, NULL, &fresh.memory) != MD_OK) {
            fprintf(stderr, "no allocation\n");
            exit(1);
        }
        give_back(&fresh);
    }
    return (nanoseconds() - start) / (double)repeats;
}

static double time_of_copy(size_t n)
{
    size_t repeats = repeats_of(n);
    struct fresh_memory fresh = {.memory = {take}};
    double start = nanoseconds();
    for (size_t repeat = 0; repeat < repeats; repeat++) {
        double *copy = md_take(&fresh.memory, n, sizeof *copy);
        if (copy == NULL)
            exit(1);
        memcpy(copy, key, n * sizeof *key);
        __asm__ volatile("" ::"r"(copy) : "memory"); /* the copy is wanted, though nobody reads it */
        give_back(&fresh);
    }
    return (nanoseconds() - start) / (double)repeats;
}

int main(int count, char **arguments)
{
    int rounds = count > 1 ? (int)strtol(arguments[1], NULL, 10) : 7;
    const char *only = count > 2 ? arguments[2] : NULL;
    for (size_t w = 0; w < WORKLOADS; w++)
        least[w].copy = least[w].allocation = HUGE_VAL;
    for (int round = 0; round < rounds; round++) {
        for (size_t w = 0; w < WORKLOADS; w++) {
            if (only != NULL && strcmp(only, workloads[w].name) != 0)
                continue;
            struct md_allocation allocation = prepare(&workloads[w]);
            least[w].allocation = fmin(least[w].allocation, time_of(&allocation));
            least[w].copy = fmin(least[w].copy, time_of_copy(allocation.n));
        }
    }
    for (size_t w = 0; w < WORKLOADS; w++) {
        if (only != NULL && strcmp(only, workloads[w].name) != 0)
            continue;
        printf("%s\t%zu\t%.2f\t%.1f\n", workloads[w].name, workloads[w].n, least[w].allocation / (double)workloads[w].n,
               least[w].allocation / least[w].copy);
    }
    return 0;
}
