// SPDX-License-Identifier: EUPL-1.2
/* A table in round amounts; round_table.h is the manual. */
#include "round_table.h"
#include "../base/decimal.h"
#include "../base/select.h"
#include "controlled_rounding.h"

enum { TABLE, UNIT, TOTALS, NAMES };

static const struct md_name names[NAMES] = {
    [TABLE] = {.name = {"de tabel", "the table"}, .is_range = true, .is_subject = true},
    [UNIT] = {.name = {"de eenheid", "the unit"}},
    [TOTALS] = {.name = {"de keuze voor totalen", "the choice of totals"}, .words = {"ja of nee", "yes or no"}}};

static const struct md_bilingual no_unit = {" moet groter dan 0 zijn, met ten hoogste 15 decimalen: ",
                                            " must be above 0, with at most 15 decimals: "};

static const double usual_unit = 1000;
static const md_wide most = (md_wide)1 << 126;

/* The amounts of a table, taken apart. The table is closed: it has a row and a column more, for what its totals need to be
 * whole (sentence 1 of controlled_rounding.h), of which only the fractions are used. */
struct parts {
    const struct md_argument *table;
    struct md_decimal unit;
    bool totals;
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

static void read_unit(const struct md_argument *argument, struct parts *parts, struct md_cause *cause)
{
    double amount;
    int64_t none;
    bool exact;
    enum md_status status = md_optional_number(argument, usual_unit, &amount);
    if (status == MD_OK)
        status = md_units_in(0, amount, &none, &exact);
    md_note(cause, status, UNIT, 0, status == MD_DOMAIN ? &no_unit : NULL);
    if (status == MD_OK)
        (void)md_decimal_of(amount, &parts->unit);
}

static void read_totals(const struct md_argument *argument, struct parts *parts, struct md_cause *cause)
{
    if (argument->shape == MD_LEFT_OUT)
        return;
    enum md_status status = md_count(argument) == 1 ? md_yes_or_no(argument, 0, &parts->totals) : MD_ARGUMENT;
    md_note(cause, status == MD_BLANK ? MD_UNKNOWN : status, TOTALS, 0, status == MD_DOMAIN ? &md_no_yes_or_no : NULL);
}

/* The table taken apart and rounded; what a single cell shows for itself is no cause. */
static struct parts round_arguments(const struct md_argument *arguments, struct md_cause *cause, struct md_memory *memory)
{
    const struct md_argument *table = &arguments[TABLE];
    struct parts parts = {
        .table = table, .unit = {1, 0}, .fractions = {.rows = table->rows + 1, .columns = table->columns + 1}};
    if (md_count(table) == 0) {
        md_note(cause, MD_ARGUMENT, TABLE, 0, NULL);
        return parts;
    }
    read_unit(&arguments[UNIT], &parts, cause);
    read_totals(&arguments[TOTALS], &parts, cause);
    if (!take_memory(&parts, memory))
        md_note(cause, MD_MEMORY, TABLE, 0, NULL);
    if (cause->status == MD_OK)
        md_note(cause, round_all(&parts, memory), NAMES, 0, NULL);
    return parts;
}

void md_round_table(struct md_call *call)
{
    struct md_cause cause = {.status = MD_OK};
    const struct parts parts = round_arguments(call->arguments, &cause, call->memory);
    size_t rows = parts.table->rows, columns = parts.table->columns;
    if (rows == 0 || columns == 0 || cause.status == MD_MEMORY) {
        md_return_status(call, cause.status);
        return;
    }
    size_t height = rows + parts.totals, width = columns + parts.totals;
    double *result = md_return_matrix(call, height, width);
    if (result == NULL)
        return;
    for (size_t i = 0; i < height * width; i++) {
        size_t row = i / width, column = i % width;
        bool all_rows = row == rows, all_columns = column == columns;
        size_t first = (all_rows ? 0 : row) * columns + (all_columns ? 0 : column);
        result[i] = show(&parts, first, all_rows ? rows : 1, all_columns ? columns : 1, cause.status);
        call->result->has_blanks = call->result->has_blanks || md_status_of(result[i]) == MD_BLANK;
    }
}

/* ---- Explanation ------------------------------------------------------------------------------------------------- */

/* A cell, a row, a column or the whole, as it stands beside its exact value. */
struct part {
    size_t first, rows, columns;
};

/* How far parts are off. */
struct deviations {
    struct md_exact largest;
    struct part where;    /* the first part that is so far off */
    size_t totals, wrong; /* how many totals there are, and would not add up with each cell rounded by itself */
    struct md_exact most; /* by how much the worst of these would be off */
};

static struct md_exact exact_units(const struct parts *parts, int64_t units)
{
    return md_times(md_exact_of(units, 0), md_exact_of(parts->unit.digits, parts->unit.decimals));
}

static struct md_exact without_sign(struct md_exact number)
{
    number.negative = false;
    return number;
}

/* Rounded by itself to whole units, halves away from 0. */
static struct md_exact rounded(const struct parts *parts, struct md_exact amount)
{
    const struct md_exact half = md_exact_of(5, 1);
    double units = 0;
    md_quotient(without_sign(amount), exact_units(parts, 1), &units);
    struct md_exact down = exact_units(parts, (int64_t)units);
    struct md_exact rest = md_minus(without_sign(amount), down);
    if (md_compared(rest, md_times(half, exact_units(parts, 1))) >= 0)
        down = md_plus(down, exact_units(parts, 1));
    return md_sign(amount) < 0 ? md_minus(md_exact_of(0, 0), down) : down;
}

static void measure(const struct parts *parts, struct part part, struct deviations *deviations)
{
    struct md_exact exact = md_exact_of(0, 0), shown = exact, apart = exact, amount;
    for (size_t i = 0; i < part.rows * part.columns; i++) {
        size_t cell = part.first + i / part.columns * parts->table->columns + i % part.columns;
        if (!is_number(parts, cell))
            continue;
        md_exact_cell(parts->table->cells[cell], &amount);
        exact = md_plus(exact, amount);
        shown = md_plus(shown, exact_units(parts, parts->units[cell]));
        apart = md_plus(apart, rounded(parts, amount));
    }
    struct md_exact off = without_sign(md_minus(shown, exact));
    if (md_compared(off, deviations->largest) > 0) {
        deviations->largest = off;
        deviations->where = part;
    }
    if (part.rows * part.columns == 1)
        return;
    struct md_exact missed = without_sign(md_minus(apart, rounded(parts, exact)));
    deviations->totals++;
    deviations->wrong += md_sign(missed) != 0;
    if (md_compared(missed, deviations->most) > 0)
        deviations->most = missed;
}

static struct deviations measure_all(const struct parts *parts)
{
    struct deviations deviations = {.largest = md_exact_of(0, 0), .most = md_exact_of(0, 0)};
    size_t rows = parts->table->rows, columns = parts->table->columns;
    for (size_t i = 0; i < rows * columns; i++)
        measure(parts, (struct part){i, 1, 1}, &deviations);
    for (size_t i = 0; i < rows && rows > 1; i++)
        measure(parts, (struct part){i * columns, 1, columns}, &deviations);
    for (size_t j = 0; j < columns && columns > 1; j++)
        measure(parts, (struct part){j, rows, 1}, &deviations);
    measure(parts, (struct part){0, rows, columns}, &deviations);
    return deviations;
}

static void say_part(struct md_sentence *sentence, const struct parts *parts, struct part part)
{
    const size_t columns = parts->table->columns, row = columns > 0 ? part.first / columns + 1 : 0;
    if (part.rows * part.columns == 1) {
        md_say_cell(sentence, part.first);
    } else if (part.rows == 1 && parts->table->rows > 1) {
        md_say(sentence, "het totaal van rij ", "the total of row ");
        md_say_number(sentence, (double)row);
    } else if (part.columns == 1 && columns > 1) {
        md_say(sentence, "het totaal van kolom ", "the total of column ");
        md_say_number(sentence, (double)(part.first + 1));
    } else {
        md_say(sentence, "het totaal", "the total");
    }
}

static void say_rounded(struct md_sentence *sentence, const struct parts *parts)
{
    const struct deviations deviations = measure_all(parts);
    md_say_number(sentence, (double)parts->table->rows);
    md_append(sentence, " × ");
    md_say_number(sentence, (double)parts->table->columns);
    md_say(sentence, " cellen, afgerond op ", " cells, rounded to ");
    md_say_exact_euros(sentence, exact_units(parts, 1));
    md_say(sentence, "; elke rij, elke kolom en het geheel tellen op", "; every row, every column and the whole add up");
    if (md_sign(deviations.largest) == 0)
        return;
    md_say(sentence, "; de grootste afwijking is ", "; the largest deviation is ");
    md_say_exact_euros(sentence, deviations.largest);
    md_say(sentence, ", in ", ", in ");
    say_part(sentence, parts, deviations.where);
    if (deviations.wrong == 0)
        return;
    md_say(sentence, "; met elke cel apart afgerond ", "; with each cell rounded by itself ");
    if (deviations.totals == 1) {
        md_say(sentence, "klopt het totaal niet (tot ", "the total would be wrong (by up to ");
    } else {
        md_say(sentence, deviations.wrong == 1 ? "klopt " : "kloppen ", "");
        md_say_number(sentence, (double)deviations.wrong);
        md_say(sentence, " van de ", " of the ");
        md_say_number(sentence, (double)deviations.totals);
        md_say(sentence, " totalen niet (tot ", " totals would be wrong (by up to ");
    }
    md_say_exact_euros(sentence, deviations.most);
    md_append(sentence, ")");
}

/* The worst that a cell shows for itself, and its totals with it (round_table.h, sentence 7). */
static struct md_cause worst_cell(const struct parts *parts)
{
    struct md_cause worst = {.status = MD_OK};
    for (size_t i = 0; i < md_count(parts->table); i++)
        md_note(&worst, md_status_of(parts->table->cells[i]), TABLE, i, NULL);
    return worst;
}

enum md_status md_explain_round_table(const struct md_argument *arguments, struct md_sentence *sentence,
                                      struct md_memory *memory)
{
    struct md_cause cause = {.status = MD_OK};
    const struct parts parts = round_arguments(arguments, &cause, memory);
    const struct md_cause own = worst_cell(&parts);
    if (cause.status == MD_MEMORY)
        return MD_MEMORY;
    if (cause.status >= own.status && cause.status != MD_OK) {
        if (cause.parameter == NAMES)
            md_say_beyond(sentence);
        else
            md_say_cause(sentence, &cause, &arguments[cause.parameter], &names[cause.parameter]);
        return cause.status;
    }
    if (own.status != MD_OK)
        md_say_cause(sentence, &own, parts.table, &names[TABLE]);
    if (cause.status != MD_OK || parts.units == NULL)
        return own.status;
    if (own.status != MD_OK)
        md_say(sentence, ", en dan zijn ook de totalen daarvan onbekend; ", ", and then its totals are unknown too; ");
    say_rounded(sentence, &parts);
    return own.status;
}
