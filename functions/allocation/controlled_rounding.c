// SPDX-License-Identifier: EUPL-1.2
/* Controlled rounding; controlled_rounding.h is the manual.
 *
 * Every column has a price, and a cell gains its fraction less the price of its column. Each row always takes the cells that
 * gain most, as many as its sum says: no row can do better by an exchange. Then some columns are taken too often and others
 * too seldom. A path mends one of each: a row leaves a column that is taken too often for a second column, another row leaves
 * that one for a third, until a column is reached that was taken too seldom. The cheapest path goes first, and prices rise
 * along it by just so much that every row still has what gains most. When all columns are taken as often as they should be,
 * no circle of exchanges gains anything: the rounding is the best.
 *
 * The rows are the longer side of the table here, whichever that is, so that paths are looked for among few columns. A line is
 * a row or a column: first the columns are counted, then the rows.
 */
#include "controlled_rounding.h"
#include "../base/select.h"

#include <string.h>

/* Prices start as sums of at most 2 × ROUNDS units; no step along a path costs more than 4 × ROUNDS + 1, and a path has at most
 * one step for each column. Prices and distances together stay below 2^HEADROOM units for each column. */
enum { ROUNDS = 8, HEADROOM = 8, WIDEST = 126 };

#define FAR     ((md_signed_wide)1 << WIDEST)
#define NOWHERE SIZE_MAX

struct rounding {
    size_t rows, columns;
    size_t down, right; /* from a cell to the next in its column, and to the next in its row */
    md_wide whole;
    const md_wide *fraction;
    bool *up;
    bool *open;               /* of each cell: may it still change without a loss? */
    int64_t *surplus;         /* of each column: how much too often it is taken */
    md_signed_wide *price;    /* of each line; that of a row is what its last cell gains */
    md_signed_wide *distance; /* of each line, along the cheapest path */
    md_signed_wide *gain;     /* of each cell in one line */
    size_t *from;             /* of each line the one before it on a path, as a row or a column of its own kind */
    size_t *list;             /* of lines, or of cells in one line */
    bool *reached;            /* of each line */
};

static size_t cell_at(const struct rounding *rounding, size_t row, size_t column)
{
    return row * rounding->down + column * rounding->right;
}

static md_signed_wide gain(const struct rounding *rounding, size_t row, size_t column)
{
    return (md_signed_wide)rounding->fraction[cell_at(rounding, row, column)] - rounding->price[column];
}

/* ---- Prices to start with ---------------------------------------------------------------------------------------- */

static int compare_gains(const void *context, size_t a, size_t b)
{
    const md_signed_wide *of = ((const struct rounding *)context)->gain;
    return (of[a] < of[b]) - (of[a] > of[b]);
}

/* In a row: of equal gains the one first whose column is taken least as yet. */
static int compare_in_row(const void *context, size_t a, size_t b)
{
    const int64_t *surplus = ((const struct rounding *)context)->surplus;
    int gains = compare_gains(context, a, b);
    return gains != 0 ? gains : (surplus[a] > surplus[b]) - (surplus[a] < surplus[b]);
}

/* Lists the places of what a line takes, of which the last gains least; returns how many there are. */
static size_t choose(struct rounding *rounding, size_t line, md_compare *compare)
{
    bool is_row = line >= rounding->columns;
    size_t cell = is_row ? cell_at(rounding, line - rounding->columns, 0) : cell_at(rounding, 0, line);
    size_t step = is_row ? rounding->right : rounding->down, length = is_row ? rounding->columns : rounding->rows;
    const md_signed_wide *price = is_row ? rounding->price : rounding->price + rounding->columns;
    size_t n = 0, units = 0;
    md_wide sum = 0;
    for (size_t i = 0; i < length; i++, cell += step) {
        if (rounding->fraction[cell] == 0)
            continue;
        rounding->gain[i] = (md_signed_wide)rounding->fraction[cell] - price[i];
        rounding->list[n++] = i;
        sum += rounding->fraction[cell];
        if (sum >= rounding->whole) {
            sum -= rounding->whole;
            units++;
        }
    }
    if (units > 0)
        (void)md_split(rounding->list, n, units, compare, rounding);
    return units;
}

/* What the last cell gains that a line takes. */
static md_signed_wide last_gain(struct rounding *rounding, size_t line)
{
    size_t units = choose(rounding, line, compare_gains);
    return units == 0 ? 0 : rounding->gain[rounding->list[units - 1]];
}

/* Any prices would do. These leave little to mend: rows and columns in turn ask what brings each its own number. */
static void set_prices(struct rounding *rounding)
{
    size_t columns = rounding->columns, lines = columns + rounding->rows;
    for (size_t line = 0; line < lines; line++)
        rounding->price[line] = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t line = columns; line < lines; line++)
            rounding->price[line] = last_gain(rounding, line);
        for (size_t line = 0; line < columns; line++)
            rounding->price[line] = last_gain(rounding, line);
    }
}

static void take_in_rows(struct rounding *rounding)
{
    memset(rounding->up, 0, rounding->rows * rounding->columns * sizeof *rounding->up);
    for (size_t j = 0; j < rounding->columns; j++)
        rounding->surplus[j] = -(int64_t)choose(rounding, j, compare_gains);
    for (size_t i = 0; i < rounding->rows; i++) {
        size_t units = choose(rounding, rounding->columns + i, compare_in_row);
        for (size_t k = 0; k < units; k++) {
            rounding->up[cell_at(rounding, i, rounding->list[k])] = true;
            rounding->surplus[rounding->list[k]]++;
        }
    }
}

/* ---- Cheapest paths ---------------------------------------------------------------------------------------------- */

/* Which columns come nearer when `row` can leave one at `distance`. */
static void look_from_row(struct rounding *rounding, size_t row, md_signed_wide distance)
{
    for (size_t j = 0; j < rounding->columns; j++) {
        size_t cell = cell_at(rounding, row, j);
        if (rounding->up[cell] || rounding->fraction[cell] == 0)
            continue;
        md_signed_wide there = distance - gain(rounding, row, j);
        if (there < rounding->distance[j]) {
            rounding->distance[j] = there;
            rounding->from[j] = row;
        }
    }
}

static void look_from_column(struct rounding *rounding, size_t column)
{
    size_t columns = rounding->columns;
    for (size_t i = 0; i < rounding->rows; i++) {
        if (!rounding->up[cell_at(rounding, i, column)])
            continue;
        md_signed_wide there = rounding->distance[column] + gain(rounding, i, column);
        if (there < rounding->distance[columns + i]) {
            rounding->distance[columns + i] = there;
            rounding->from[columns + i] = column;
            look_from_row(rounding, i, there);
        }
    }
}

/* The nearest column from which nobody looked yet; NOWHERE when none can be reached. */
static size_t nearest(const struct rounding *rounding)
{
    size_t best = NOWHERE;
    md_signed_wide least = FAR;
    for (size_t j = 0; j < rounding->columns; j++) {
        if (!rounding->reached[j] && rounding->distance[j] < least) {
            least = rounding->distance[j];
            best = j;
        }
    }
    return best;
}

/* The nearest column that is taken too seldom from any that is taken too often, by Dijkstra's method; NOWHERE when all is well. */
static size_t find_path(struct rounding *rounding)
{
    size_t columns = rounding->columns;
    for (size_t line = 0; line < columns + rounding->rows; line++) {
        bool starts = line < columns && rounding->surplus[line] > 0;
        rounding->distance[line] = starts ? 0 : FAR;
        rounding->from[line] = NOWHERE;
        rounding->reached[line] = false;
    }
    for (;;) {
        size_t column = nearest(rounding);
        if (column == NOWHERE || rounding->surplus[column] < 0)
            return column;
        rounding->reached[column] = true;
        look_from_column(rounding, column);
    }
}

/* Mends along the path that ends in `column`, and raises the prices on this side of it. */
static void take_path(struct rounding *rounding, size_t column)
{
    size_t columns = rounding->columns;
    for (size_t j = 0; j < columns; j++) {
        if (rounding->reached[j])
            rounding->price[j] += rounding->distance[column] - rounding->distance[j];
    }
    rounding->surplus[column]++;
    while (rounding->from[column] != NOWHERE) {
        size_t row = rounding->from[column];
        rounding->up[cell_at(rounding, row, column)] = true;
        column = rounding->from[columns + row];
        rounding->up[cell_at(rounding, row, column)] = false;
    }
    rounding->surplus[column]--;
}

/* ---- Ties -------------------------------------------------------------------------------------------------------- */

/* Only a cell that gains what the last one in its row gains can be exchanged without a loss. */
static void open_ties(struct rounding *rounding)
{
    for (size_t i = 0; i < rounding->rows; i++) {
        md_signed_wide last = FAR;
        for (size_t j = 0; j < rounding->columns; j++) {
            if (rounding->up[cell_at(rounding, i, j)] && gain(rounding, i, j) < last)
                last = gain(rounding, i, j);
        }
        for (size_t j = 0; j < rounding->columns; j++) {
            size_t cell = cell_at(rounding, i, j);
            rounding->open[cell] = rounding->fraction[cell] != 0 && gain(rounding, i, j) == last;
        }
    }
}

static bool is_open(const struct rounding *rounding, size_t row, size_t column, bool up)
{
    size_t cell = cell_at(rounding, row, column);
    return rounding->open[cell] && rounding->up[cell] == up;
}

static void flip(struct rounding *rounding, size_t row, size_t column)
{
    size_t cell = cell_at(rounding, row, column);
    rounding->up[cell] = !rounding->up[cell];
}

/* Can another cell in `row` change back when an open one changes from `up`? */
static bool can_make_up(const struct rounding *rounding, size_t row, bool up)
{
    for (size_t j = 0; j < rounding->columns; j++) {
        if (is_open(rounding, row, j, !up))
            return true;
    }
    return false;
}

/* When the cell at `row` and `column` changes, another in its column must change back, and then another in the row of that
 * one must follow it, and so on, until one in `row` changes back. Returns the column of that last one, or NOWHERE. */
static size_t find_circle(struct rounding *rounding, size_t row, size_t column)
{
    size_t columns = rounding->columns, next = 0, last = 0;
    bool back = !rounding->up[cell_at(rounding, row, column)];
    memset(rounding->reached, 0, (columns + rounding->rows) * sizeof *rounding->reached);
    rounding->reached[column] = true;
    rounding->list[last++] = column;
    while (next < last) {
        size_t at = rounding->list[next++];
        for (size_t i = 0; i < rounding->rows; i++) {
            if (rounding->reached[columns + i] || !is_open(rounding, i, at, back))
                continue;
            rounding->reached[columns + i] = true;
            rounding->from[columns + i] = at;
            for (size_t j = 0; j < columns; j++) {
                if (rounding->reached[j] || !is_open(rounding, i, j, !back))
                    continue;
                rounding->reached[j] = true;
                rounding->from[j] = i;
                if (is_open(rounding, row, j, back))
                    return j;
                rounding->list[last++] = j;
            }
        }
    }
    return NOWHERE;
}

static void take_circle(struct rounding *rounding, size_t row, size_t column, size_t last)
{
    flip(rounding, row, last);
    while (last != column) {
        size_t other = rounding->from[last];
        flip(rounding, other, last);
        last = rounding->from[rounding->columns + other];
        flip(rounding, other, last);
    }
    flip(rounding, row, column);
}

/* From the lines that were reached nothing leads to the others, so no circle passes between them, now or later. */
static void close_border(struct rounding *rounding)
{
    for (size_t i = 0; i < rounding->rows; i++) {
        for (size_t j = 0; j < rounding->columns; j++) {
            if (rounding->reached[rounding->columns + i] != rounding->reached[j])
                rounding->open[cell_at(rounding, i, j)] = false;
        }
    }
}

/* Sentence 4. */
static void settle_ties(struct rounding *rounding, const struct md_fractions *table)
{
    bool turned = table->columns > table->rows;
    open_ties(rounding);
    for (size_t t = 0; t < table->turns; t++) {
        size_t cell = table->turn[t], across = cell / table->columns, along = cell % table->columns;
        size_t row = turned ? along : across, column = turned ? across : along;
        bool up = rounding->up[cell];
        if (is_open(rounding, row, column, !table->prefers_up[cell]) && can_make_up(rounding, row, up)) {
            size_t last = find_circle(rounding, row, column);
            if (last == NOWHERE)
                close_border(rounding);
            else
                take_circle(rounding, row, column, last);
        }
        rounding->open[cell] = false;
    }
}

/* ---- All --------------------------------------------------------------------------------------------------------- */

static bool take_memory(struct rounding *rounding, struct md_memory *memory)
{
    size_t rows = rounding->rows, columns = rounding->columns, lines = rows + columns;
    rounding->open = md_take(memory, rows * columns, sizeof *rounding->open);
    rounding->surplus = md_take(memory, columns, sizeof *rounding->surplus);
    rounding->price = md_take(memory, 2 * lines + rows, sizeof *rounding->price);
    rounding->from = md_take(memory, 2 * lines, sizeof *rounding->from);
    rounding->reached = md_take(memory, lines, sizeof *rounding->reached);
    if (rounding->open == NULL || rounding->surplus == NULL || rounding->price == NULL || rounding->from == NULL ||
        rounding->reached == NULL)
        return false;
    rounding->distance = rounding->price + lines;
    rounding->gain = rounding->distance + lines;
    rounding->list = rounding->from + lines;
    return true;
}

enum md_status md_round_controlled(const struct md_fractions *table, bool *up, struct md_memory *memory)
{
    bool turned = table->columns > table->rows;
    struct rounding rounding = {.rows = turned ? table->columns : table->rows,
                                .columns = turned ? table->rows : table->columns,
                                .down = turned ? 1 : table->columns,
                                .right = turned ? table->columns : 1,
                                .whole = table->whole,
                                .fraction = table->fraction,
                                .up = up};
    if (table->whole > ((md_wide)1 << (WIDEST - HEADROOM)) / rounding.columns)
        return MD_DOMAIN;
    if (!take_memory(&rounding, memory))
        return MD_MEMORY;
    set_prices(&rounding);
    take_in_rows(&rounding);
    for (size_t column = find_path(&rounding); column != NOWHERE; column = find_path(&rounding))
        take_path(&rounding, column);
    settle_ties(&rounding, table);
    return MD_OK;
}
