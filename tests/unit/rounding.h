// SPDX-License-Identifier: EUPL-1.2
/* Holds a controlled rounding against its definition, for tables of any numbers; it shares no code with what it tests.
 *
 * (1) Every line has as many ones as its fractions add up to, and a fraction of 0 stays 0.
 * (2) It is the best if no circle of exchanges gains anything: there is no negative circle among all cells.
 * (3) In a tie it is the right one if no circle without a loss makes a cell go the way it prefers while all cells asked
 *     before it stay as they are.
 *
 * Circles are looked for by Bellman and Ford's method over all cells, without prices.
 */
#ifndef TEST_ROUNDING_H
#define TEST_ROUNDING_H

#include "../../functions/allocation/controlled_rounding.h"
#include "memory.h"

enum { ROUNDING_LINES = 64, ROUNDING_CELLS = 1024 };

#define ROUNDING_FAR ((md_signed_wide)1 << 125)

struct rounding_case {
    size_t rows, columns;
    md_wide whole, fraction[ROUNDING_CELLS];
    size_t turn[ROUNDING_CELLS], turns;
    size_t place[ROUNDING_CELLS]; /* of each cell in `turn`; `turns` for those that are not asked */
    bool prefers_up[ROUNDING_CELLS], up[ROUNDING_CELLS];
};

/* Gives the last row and the last column what makes all lines whole. */
static inline void rounding_close(struct rounding_case *table)
{
    for (size_t line = 0; line + 1 < table->rows + table->columns; line++) {
        bool is_row = line + 1 < table->rows;
        size_t cell = is_row ? line * table->columns : line - (table->rows - 1), step = is_row ? 1 : table->columns;
        md_wide sum = 0;
        for (size_t i = 1; i < (is_row ? table->columns : table->rows); i++, cell += step)
            sum = (sum + table->fraction[cell]) % table->whole;
        table->fraction[cell] = (table->whole - sum) % table->whole;
    }
}

/* Asks all cells but those of the last row and the last column, in an order that `draw` shuffles. */
static inline void rounding_shuffle(struct rounding_case *table, uint64_t (*draw)(void))
{
    size_t cells = table->rows * table->columns;
    table->turns = 0;
    for (size_t i = 0; i < cells; i++) {
        if (i / table->columns + 1 < table->rows && i % table->columns + 1 < table->columns)
            table->turn[table->turns++] = i;
        table->place[i] = cells;
    }
    for (size_t i = table->turns; i-- > 0;) {
        size_t other = (size_t)(draw() % (i + 1)), kept = table->turn[i];
        table->turn[i] = table->turn[other];
        table->turn[other] = kept;
        table->place[table->turn[i]] = i;
    }
}

static inline enum md_status rounding_run(struct rounding_case *table)
{
    struct test_memory memory = test_memory_new();
    const struct md_fractions fractions = {table->rows, table->columns, table->whole,     table->fraction,
                                           table->turn, table->turns,   table->prefers_up};
    enum md_status status = md_round_controlled(&fractions, table->up, &memory.memory);
    test_memory_free(&memory);
    return status;
}

/* Sentence 1. */
static inline bool rounding_adds_up(const struct rounding_case *table)
{
    for (size_t line = 0; line < table->rows + table->columns; line++) {
        bool is_row = line < table->rows;
        size_t cell = is_row ? line * table->columns : line - table->rows, step = is_row ? 1 : table->columns;
        md_wide rest = 0;
        size_t units = 0, ones = 0;
        for (size_t i = 0; i < (is_row ? table->columns : table->rows); i++, cell += step) {
            rest += table->fraction[cell];
            units += rest >= table->whole;
            rest -= rest >= table->whole ? table->whole : 0;
            ones += table->up[cell];
            if (table->fraction[cell] == 0 && table->up[cell])
                return false;
        }
        if (rest != 0 || ones != units)
            return false;
    }
    return true;
}

/* Shortens the ways between lines over the cells that are asked at `after` or later; false if none was shortened. A cell that
 * can go up leads from its row to its column and costs −fraction; one that can go down leads back and costs its fraction. */
static inline bool rounding_shorten(const struct rounding_case *table, size_t after, md_signed_wide *distance)
{
    bool shorter = false;
    for (size_t cell = 0; cell < table->rows * table->columns; cell++) {
        if (table->fraction[cell] == 0 || table->place[cell] < after)
            continue;
        size_t row = cell / table->columns, column = table->rows + cell % table->columns;
        bool up = table->up[cell];
        size_t from = up ? column : row, to = up ? row : column;
        md_signed_wide cost = (md_signed_wide)table->fraction[cell] * (up ? 1 : -1);
        if (distance[from] < ROUNDING_FAR && distance[from] + cost < distance[to]) {
            distance[to] = distance[from] + cost;
            shorter = true;
        }
    }
    return shorter;
}

/* Sentence 2. */
static inline bool rounding_is_best(const struct rounding_case *table)
{
    md_signed_wide distance[ROUNDING_LINES] = {0};
    for (size_t rounds = 0; rounding_shorten(table, 0, distance); rounds++) {
        if (rounds == table->rows + table->columns)
            return false;
    }
    return true;
}

/* Sentence 3. */
static inline bool rounding_settles_ties(const struct rounding_case *table)
{
    for (size_t t = 0; t < table->turns; t++) {
        size_t cell = table->turn[t], row = cell / table->columns, column = table->rows + cell % table->columns;
        bool up = table->up[cell];
        if (table->fraction[cell] == 0 || up == table->prefers_up[cell])
            continue;
        md_signed_wide distance[ROUNDING_LINES], cost = (md_signed_wide)table->fraction[cell] * (up ? 1 : -1);
        for (size_t line = 0; line < table->rows + table->columns; line++)
            distance[line] = ROUNDING_FAR;
        distance[up ? row : column] = 0;
        while (rounding_shorten(table, t + 1, distance))
            ;
        md_signed_wide back = distance[up ? column : row];
        if (back < ROUNDING_FAR && back + cost <= 0)
            return false;
    }
    return true;
}

/* What is wrong with the rounding; NULL if nothing is. */
static inline const char *rounding_objection(const struct rounding_case *table)
{
    if (!rounding_adds_up(table))
        return "a line does not keep its sum";
    if (!rounding_is_best(table))
        return "an exchange gains something";
    return rounding_settles_ties(table) ? NULL : "a tie is settled the wrong way";
}

#endif
