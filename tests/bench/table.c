// SPDX-License-Identifier: EUPL-1.2
/* How long ROUND_TABLE takes without an office, reading the amounts and adding up the totals included.
 *
 * (1) Every workload runs once in each round, and the least time counts.
 * (2) One line for each workload, separated by tabs: name, rows, columns, milliseconds.
 *
 *   table [rounds]
 */
#define _POSIX_C_SOURCE 200809L // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names clock_gettime

#include "../../functions/allocation/round_table.h"
#include "../unit/memory.h"

#include <stdio.h>
#include <time.h>

enum { MOST = 1000 * 60 };

/* An amount in euros at a row and a column, counted from 1. */
typedef double amount_at(size_t row, size_t column, uint64_t drawn);

static double drawn_cents(size_t row, size_t column, uint64_t drawn)
{
    (void)row;
    (void)column;
    return (double)(drawn % 100000000) / 100;
}

static double drawn_hundreds(size_t row, size_t column, uint64_t drawn)
{
    (void)row;
    (void)column;
    return (double)(100 * (drawn % 10000));
}

static double halves(size_t row, size_t column, uint64_t drawn)
{
    (void)row;
    (void)column;
    (void)drawn;
    return 1500;
}

static double products(size_t row, size_t column, uint64_t drawn)
{
    (void)drawn;
    return (double)(row * column) * 1000 / 61061;
}

static const struct {
    const char *name;
    amount_at *amount;
} workloads[] = {{"cents, drawn", drawn_cents},
                 {"hundreds of euros, drawn", drawn_hundreds},
                 {"every amount a half", halves},
                 {"products of row and column", products}};
static const size_t sizes[][2] = {{100, 30}, {1000, 60}};

enum { WORKLOADS = sizeof workloads / sizeof *workloads, SIZES = sizeof sizes / sizeof *sizes };

static uint64_t random_bits(uint64_t *state)
{
    uint64_t bits = *state += UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double time_of(amount_at *amount, size_t rows, size_t columns)
{
    static double cells[MOST];
    uint64_t random = 2017;
    for (size_t i = 0; i < rows * columns; i++)
        cells[i] = amount(i / columns + 1, i % columns + 1, random_bits(&random));
    double yes = 1;
    const struct md_argument arguments[] = {
        {MD_RANGE, rows, columns, cells, NULL, NULL}, md_left_out, {MD_SINGLE, 1, 1, &yes, NULL, NULL}};
    struct md_result result;
    struct test_memory memory = test_memory_new();
    struct md_call call = {arguments, &memory.memory, &result, 3};
    double start = milliseconds();
    md_round_table(&call);
    test_memory_free(&memory);
    return milliseconds() - start;
}

int main(int count, char **arguments)
{
    int rounds = count > 1 ? (int)strtol(arguments[1], NULL, 10) : 5;
    double least[WORKLOADS][SIZES];
    for (int round = 0; round < rounds; round++) {
        for (size_t i = 0; i < (size_t)WORKLOADS * SIZES; i++) {
            size_t w = i / SIZES, s = i % SIZES;
            double time = time_of(workloads[w].amount, sizes[s][0], sizes[s][1]);
            least[w][s] = round == 0 || time < least[w][s] ? time : least[w][s];
        }
    }
    for (size_t i = 0; i < (size_t)WORKLOADS * SIZES; i++)
        printf("%s\t%zu\t%zu\t%.2f\n", workloads[i / SIZES].name, sizes[i % SIZES][0], sizes[i % SIZES][1],
               least[i / SIZES][i % SIZES]);
    return 0;
}
