// SPDX-License-Identifier: EUPL-1.2
/* A table in round amounts; round_table.h is the manual. */
#include "round_table.h"
#include "../base/decimal.h"
#include "../base/select.h"
#include "controlled_rounding.h"

static const double usual_unit = 1000;
static const md_wide most = (md_wide)1 << 126;

/* The amounts of a table, taken apart. The table is closed: it has a row and a column more, for what its totals need to be
 * whole (sentence 1 of controlled_rounding.h), of which only the fractions are used. */
struct parts {
    const struct md_argument *table;
    struct md_decimal unit;
    struct md_fractions fractions;
    md_wide *fraction; /* in the closed table: what an amount is above a multiple of the unit */
    md_wide *size;     /* in the closed table: the amount without its sign */
    int64_t *units;    /* in the table: the amount rounded down */
    size_t *turn;
    bool *prefers_up, *up; /* in the closed table */
};

/* ---- Amounts ----------------------------------------------------------------------------------------------------- */

static bool is_number(const struct parts *parts, size_t cell)
{
    return md_status_of(parts->table->cells[cell]) == MD_OK;
}

/* The place of a cell of the table in the closed table. */
static size_t closed(const struct parts *parts, size_t cell)
{
    return cell + cell / parts->table->columns;
}

/* `digits` × 10^exponent; false beyond 126 bits. */
static bool scale(int64_t digits, int exponent, md_wide *scaled)
{
    *scaled = digits < 0 ? -(md_wide)digits : (md_wide)digits;
    for (; exponent > 0 && *scaled != 0; exponent--) {
        if (*scaled > most / 10)
            return false;
        *scaled *= 10;
    }
    return true;
}

/* The most decimals that the unit or an amount has; false if an amount is too large to have any. */
static bool find_decimals(const struct parts *parts, int *decimals)
{
    struct md_decimal decimal;
    *decimals = parts->unit.decimals;
    for (size_t i = 0; i < md_count(parts->table); i++) {
        if (!is_number(parts, i))
            continue;
        if (!md_decimal_of(parts->table->cells[i], &decimal))
            return false;
        *decimals = decimal.decimals > *decimals ? decimal.decimals : *decimals;
    }
    return true;
}

/* Takes one amount apart into units and a fraction; false beyond sentence 9. */
static bool take_apart(struct parts *parts, size_t cell, int decimals)
{
    size_t at = closed(parts, cell);
    md_wide whole = parts->fractions.whole, size;
    struct md_decimal decimal;
    if (!md_decimal_of(parts->table->cells[cell], &decimal) || !scale(decimal.digits, decimals - decimal.decimals, &size))
        return false;
    md_wide units = size / whole, rest = size % whole;
    if (units >= (md_wide)INT64_MAX)
        return false;
    bool negative = decimal.digits < 0;
    parts->size[at] = size;
    parts->prefers_up[at] = !negative;
    parts->units[cell] = negative ? -(int64_t)units - (rest != 0) : (int64_t)units;
    parts->fraction[at] = negative && rest != 0 ? whole - rest : rest;
    return true;
}

/* What a line of the closed table needs to be whole, in its last cell. */
static void close_line(struct parts *parts, size_t first, size_t step, size_t length)
{
    md_wide whole = parts->fractions.whole, sum = 0;
    for (size_t i = 0; i < length; i++)
        sum = (sum + parts->fraction[first + i * step]) % whole;
    parts->fraction[first + length * step] = sum == 0 ? 0 : whole - sum;
}

/* The larger amount; sorting leaves equal ones in the order in which they are. */
static int compare_sizes(const void *context, size_t a, size_t b)
{
    const md_wide *size = context;
    return (size[a] < size[b]) - (size[a] > size[b]);
}

static bool take_memory(struct parts *parts, struct md_memory *memory)
{
    size_t cells = parts->fractions.rows * parts->fractions.columns;
    parts->fraction = md_take(memory, cells, 2 * sizeof *parts->fraction);
    parts->turn = md_take(memory, cells, 2 * sizeof *parts->turn);
    parts->units = md_take(memory, cells, sizeof *parts->units);
    parts->up = md_take(memory, cells, 2 * sizeof *parts->up);
    if (parts->fraction == NULL || parts->turn == NULL || parts->units == NULL || parts->up == NULL)
        return false;
    parts->size = parts->fraction + cells;
    parts->prefers_up = parts->up + cells;
    return true;
}

/* Are so many units more than a double holds to the unit's last decimal? */
static bool beyond(const struct parts *parts, md_signed_wide units)
{
    int64_t limit = md_most_units(parts->unit);
    return units > limit || units < -limit;
}

/* Rounds the table into `units`. */
static enum md_status round_all(struct parts *parts, struct md_memory *memory)
{
    struct md_fractions *fractions = &parts->fractions;
    size_t rows = parts->table->rows, columns = parts->table->columns, wide = columns + 1;
    int decimals;
    if (!find_decimals(parts, &decimals) || !scale(parts->unit.digits, decimals - parts->unit.decimals, &fractions->whole))
        return MD_DOMAIN;
    md_wide together = 0;
    for (size_t i = 0; i < (rows + 1) * wide; i++)
        parts->fraction[i] = 0;
    for (size_t i = 0; i < rows * columns; i++) {
        size_t at = closed(parts, i);
        parts->units[i] = 0;
        if (!is_number(parts, i))
            continue;
        if (!take_apart(parts, i, decimals) || parts->size[at] > most - together)
            return MD_DOMAIN;
        together += parts->size[at];
        if (parts->fraction[at] != 0)
            parts->turn[fractions->turns++] = at;
    }
    for (size_t i = 0; i < rows; i++)
        close_line(parts, i * wide, 1, columns);
    for (size_t j = 0; j < wide; j++)
        close_line(parts, j, wide, rows);
    md_sort(parts->turn, parts->turn + (rows + 1) * wide, fractions->turns, compare_sizes, parts->size);
    fractions->fraction = parts->fraction;
    fractions->turn = parts->turn;
    fractions->prefers_up = parts->prefers_up;
    enum md_status status = md_round_controlled(fractions, parts->up, memory);
    for (size_t i = 0; status == MD_OK && i < rows * columns; i++) {
        parts->units[i] += parts->up[closed(parts, i)];
        if (beyond(parts, parts->units[i]))
            status = MD_DOMAIN;
    }
    return status;
}

/* ---- The result -------------------------------------------------------------------------------------------------- */

/* What stands for a part of the table, `rows` × `columns` cells from `first`: their sum, or a state. */
static double show(const struct parts *parts, size_t first, size_t rows, size_t columns, enum md_status status)
{
    md_signed_wide units = 0;
    bool any = false;
    for (size_t i = 0; i < rows * columns; i++) {
        size_t cell = first + i / columns * parts->table->columns + i % columns;
        enum md_status own = md_status_of(parts->table->cells[cell]);
        any = any || own != MD_BLANK;
        if (own != MD_BLANK)
            status = md_worst(status, own);
        if (status == MD_OK)
            units += parts->units[cell];
    }
    if (!any)
        return md_cell(MD_BLANK);
    if (status == MD_OK && beyond(parts, units))
        status = MD_DOMAIN;
    return status == MD_OK ? md_amount_of((int64_t)units, parts->unit) : md_cell(status);
}

static enum md_status read_unit(const struct md_argument *argument, struct md_decimal *unit)
{
    double amount;
    int64_t none;
    bool exact;
    enum md_status status = md_optional_number(argument, usual_unit, &amount);
    if (status == MD_OK)
        status = md_units_in(0, amount, &none, &exact);
    if (status == MD_OK)
        (void)md_decimal_of(amount, unit);
    return status;
}

static enum md_status read_totals(const struct md_argument *argument, bool *totals)
{
    if (argument->shape == MD_LEFT_OUT)
        return MD_OK;
    if (md_count(argument) != 1)
        return MD_ARGUMENT;
    enum md_status status = md_yes_or_no(argument, 0, totals);
    return status == MD_BLANK ? MD_UNKNOWN : status;
}

void md_round_table(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments, *table = &arguments[0];
    size_t rows = table->rows, columns = table->columns;
    struct parts parts = {.table = table, .unit = {1, 0}, .fractions = {.rows = rows + 1, .columns = columns + 1}};
    bool totals = false;
    if (md_count(table) == 0) {
        md_return_status(call, MD_ARGUMENT);
        return;
    }
    enum md_status status = read_unit(&arguments[1], &parts.unit);
    status = md_worst(status, read_totals(&arguments[2], &totals));
    size_t height = rows + totals, width = columns + totals;
    double *result = md_return_matrix(call, height, width);
    if (result == NULL)
        return;
    if (!take_memory(&parts, call->memory))
        status = MD_MEMORY;
    if (status == MD_OK)
        status = round_all(&parts, call->memory);
    if (status == MD_MEMORY) {
        md_return_status(call, status);
        return;
    }
    for (size_t i = 0; i < height * width; i++) {
        size_t row = i / width, column = i % width;
        bool all_rows = row == rows, all_columns = column == columns;
        size_t first = (all_rows ? 0 : row) * columns + (all_columns ? 0 : column);
        result[i] = show(&parts, first, all_rows ? rows : 1, all_columns ? columns : 1, status);
        call->result->has_blanks = call->result->has_blanks || md_status_of(result[i]) == MD_BLANK;
    }
}
