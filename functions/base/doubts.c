// SPDX-License-Identifier: EUPL-1.2
/* What a list of numbers gives away; doubts.h is the manual. */
#include "doubts.h"
#include "decimal.h"
#include "select.h"

#include <math.h>

bool md_add_up(const double *numbers, size_t n, struct md_exact *sum)
{
    struct md_exact number;
    *sum = md_exact_of(0, 0);
    for (size_t i = 0; numbers != NULL && i < n; i++) {
        if (md_exact_cell(numbers[i], &number) != MD_OK)
            return false;
        *sum = md_plus(*sum, number);
    }
    return numbers != NULL;
}

static struct md_exact exact(double number)
{
    struct md_exact digits;
    md_exact_cell(number, &digits);
    return digits;
}

/* ---- A total (sentence 1) ---------------------------------------------------------------------------------------- */

/* By how much a number may be off: one that shows fifteen digits was computed, and cut there. */
static struct md_exact doubt_of(double number)
{
    struct md_decimal decimal = {0, 0};
    md_decimal_of(number, &decimal);
    bool computed = decimal.decimals > 0 && decimal.digits >= (int64_t)md_power_of_ten(14);
    return md_exact_of(computed ? 5 : 0, decimal.decimals + 1);
}

/* Is `number` half of `sum`, within `doubt`? */
static bool is_half_of(double number, struct md_exact sum, struct md_exact doubt)
{
    struct md_exact others = md_minus(md_minus(sum, exact(number)), exact(number));
    return md_compared(others, doubt) <= 0 && md_sign(md_plus(others, doubt)) >= 0;
}

static bool find_total(const double *numbers, size_t n, struct md_exact sum, struct md_totals *totals)
{
    struct md_exact doubt = md_exact_of(0, 0);
    double near = 0;
    for (size_t i = 0; i < n; i++)
        doubt = md_plus(doubt, doubt_of(numbers[i]));
    md_nearest(sum, &near);
    for (size_t i = 0; i < n; i++) {
        bool may_be = fabs(near - 2 * numbers[i]) <= 1e-12 * near; /* spares nearly all numbers the exact test */
        if (!may_be || !is_half_of(numbers[i], sum, doubt))
            continue;
        *totals = (struct md_totals){MD_TOTAL, i, 0, 0, 1};
        return true;
    }
    return false;
}

/* ---- Nearly a total (sentence 2) --------------------------------------------------------------------------------- */

/* The step in which numbers other than the one at `but` are rounded; `none` when they are all 0. */
static struct md_exact step_of(const double *numbers, size_t n, size_t but, struct md_exact none)
{
    struct md_exact step = none;
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        struct md_decimal decimal = {0, 0};
        if (i == but || numbers[i] == 0 || !md_decimal_of(numbers[i], &decimal))
            continue;
        int zeros = 0;
        while (decimal.digits % 10 == 0) {
            decimal.digits /= 10;
            zeros++;
        }
        struct md_exact own = md_exact_of((int64_t)md_power_of_ten(zeros), decimal.decimals);
        if (!any || md_compared(own, step) < 0)
            step = own;
        any = true;
    }
    return step;
}

static bool find_near_total(const double *numbers, size_t n, struct md_exact sum, struct md_totals *totals)
{
    enum { FEWEST = 5 };
    const struct md_exact nothing = md_exact_of(0, 0);
    size_t largest = 0;
    for (size_t i = 1; i < n; i++)
        largest = numbers[i] > numbers[largest] ? i : largest;
    struct md_exact number = exact(numbers[largest]), off = md_minus(md_minus(sum, number), number);
    off.negative = false;
    bool may_be = n >= FEWEST && md_compared(md_times(off, md_exact_of(100, 0)), number) <= 0;
    if (!may_be)
        return false;
    struct md_exact explained = md_times(step_of(numbers, n, largest, nothing), md_exact_of((int64_t)n - 1, 0));
    if (md_compared(md_plus(off, off), explained) > 0)
        return false;
    *totals = (struct md_totals){MD_NEAR_TOTAL, largest, 0, 0, 1};
    return true;
}

/* ---- Subtotals (sentence 3) -------------------------------------------------------------------------------------- */

/* A list read from its first number, or from its last. */
struct reading {
    const double *numbers;
    size_t n;
    bool backwards;
};

static size_t place_in(const struct reading *list, size_t i)
{
    return list->backwards ? list->n - 1 - i : i;
}

static double number_at(const struct reading *list, size_t i)
{
    return list->numbers[place_in(list, i)];
}

/* The end of the numbers from `first` that add up to `sum`, with the zeros behind them; 0 when they do not, or it takes fewer
 * than two. */
static size_t end_of_sum(const struct reading *list, size_t first, size_t end, struct md_exact sum)
{
    struct md_exact so_far = md_exact_of(0, 0);
    size_t i = first;
    while (i < end && md_compared(so_far, sum) < 0)
        so_far = md_plus(so_far, exact(number_at(list, i++)));
    if (md_compared(so_far, sum) != 0)
        return 0;
    while (i < end && number_at(list, i) == 0)
        i++;
    return i - first < 2 ? 0 : i;
}

/* How many groups of a sum and its parts fill the list from `first` to `end`; 0 when they do not. */
static size_t count_groups(const struct reading *list, size_t first, size_t end, struct md_exact *together)
{
    size_t groups = 0;
    *together = md_exact_of(0, 0);
    while (first < end) {
        struct md_exact sum = exact(number_at(list, first));
        first = md_sign(sum) > 0 ? end_of_sum(list, first + 1, end, sum) : 0;
        if (first == 0)
            return 0;
        *together = md_plus(*together, sum);
        groups++;
    }
    return groups;
}

/* Reports what numbers [first, end) of a reading are the sum of. */
static struct md_totals reported(const struct reading *list, enum md_doubt doubt, size_t total, size_t end, size_t count)
{
    size_t one = place_in(list, total + 1), other = place_in(list, end - 1);
    return (struct md_totals){doubt, place_in(list, total), one < other ? one : other, one < other ? other : one, count};
}

/* Groups that fill the list, but for what they are together at one end. */
static bool find_groups(const struct reading *list, struct md_totals *totals)
{
    enum { WHOLE, TOTAL_FIRST, TOTAL_LAST, WAYS };
    for (int way = WHOLE; way < WAYS; way++) {
        size_t first = way == TOTAL_FIRST, end = list->n - (way == TOTAL_LAST);
        struct md_exact together;
        size_t groups = count_groups(list, first, end, &together);
        if (groups < 2)
            continue;
        double total = number_at(list, way == TOTAL_FIRST ? 0 : list->n - 1);
        if (way != WHOLE && md_compared(exact(total), together) != 0)
            continue;
        size_t group_end = end_of_sum(list, first + 1, end, exact(number_at(list, first)));
        *totals = reported(list, MD_SUBTOTALS, first, group_end, groups + (way != WHOLE));
        return true;
    }
    return false;
}

/* Rows that each add up to the first number. */
static bool find_levels(const struct reading *list, struct md_totals *totals)
{
    struct md_exact sum = exact(number_at(list, 0));
    size_t rows = 0, first = 1, first_end = 0;
    while (md_sign(sum) > 0 && first < list->n) {
        size_t end = end_of_sum(list, first, list->n, sum);
        if (end == 0)
            return false;
        first_end = rows == 0 ? end : first_end;
        first = end;
        rows++;
    }
    if (rows < 2)
        return false;
    *totals = reported(list, MD_LEVELS, 0, first_end, rows);
    return true;
}

struct md_totals md_find_totals(const double *numbers, size_t n)
{
    struct md_totals totals = {MD_NO_DOUBT, 0, 0, 0, 0};
    struct md_exact sum;
    const struct reading forwards = {numbers, n, false}, backwards = {numbers, n, true};
    bool any_below = false;
    for (size_t i = 0; i < n; i++)
        any_below = any_below || numbers[i] < 0;
    if (n < 3 || any_below || !md_add_up(numbers, n, &sum) || md_sign(sum) == 0)
        return totals;
    (void)(find_total(numbers, n, sum, &totals) || find_groups(&forwards, &totals) || find_groups(&backwards, &totals) ||
           find_levels(&forwards, &totals) || find_levels(&backwards, &totals) || find_near_total(numbers, n, sum, &totals));
    return totals;
}

/* ---- Slips of typing (sentences 4 and 5) ------------------------------------------------------------------------- */

size_t md_find_fraction(const double *numbers, size_t n)
{
    enum { FEWEST = 3, MOST_DECIMALS = 3 };
    size_t fractions = 0, first = n;
    for (size_t i = 0; i < n; i++) {
        struct md_decimal decimal = {0, 0};
        if (!md_decimal_of(numbers[i], &decimal) || decimal.decimals == 0)
            continue;
        if (decimal.decimals > MOST_DECIMALS || numbers[i] < 1 || numbers[i] >= 1000)
            return n;
        first = fractions++ == 0 ? i : first;
    }
    return n >= FEWEST && fractions * 3 <= n ? first : n;
}

static int compare_numbers(const void *context, size_t a, size_t b)
{
    const double *numbers = context;
    return (numbers[a] > numbers[b]) - (numbers[a] < numbers[b]);
}

/* A number of 2^63 or more has none. */
static bool has_more_decimals(double number, int decimals)
{
    struct md_decimal decimal;
    return md_decimal_of(number, &decimal) && decimal.decimals > decimals;
}

bool md_find_look_alikes(const double *numbers, size_t n, int decimals, size_t *one, size_t *other, struct md_memory *memory)
{
    const double near = 1e-9;
    size_t *turn = md_take(memory, n, 2 * sizeof *turn);
    *one = *other = n;
    if (turn == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        turn[i] = i;
    md_sort(turn, turn + n, n, compare_numbers, numbers);
    for (size_t i = 1; i < n; i++) {
        double lower = numbers[turn[i - 1]], higher = numbers[turn[i]];
        bool alike = lower < higher && higher - lower < near * higher;
        if (!alike || !(has_more_decimals(lower, decimals) || has_more_decimals(higher, decimals)))
            continue;
        bool in_order = turn[i - 1] < turn[i];
        *one = turn[in_order ? i - 1 : i];
        *other = turn[in_order ? i : i - 1];
        break;
    }
    return true;
}

/* ---- Questions --------------------------------------------------------------------------------------------------- */

double *md_numbers_of(const struct md_argument *range, size_t **place, size_t *count, struct md_memory *memory)
{
    size_t cells = md_count(range);
    double *numbers = md_take(memory, cells, sizeof *numbers);
    *place = md_take(memory, cells, sizeof **place);
    *count = 0;
    if (numbers == NULL || *place == NULL)
        return NULL;
    for (size_t i = 0; i < cells; i++) {
        if (md_status_of(range->cells[i]) != MD_OK)
            continue;
        numbers[*count] = range->cells[i];
        (*place)[(*count)++] = i;
    }
    return numbers;
}

bool md_warn_of_decimals(struct md_sentence *sentence, const struct md_argument *range, const struct md_name *name,
                         int decimals, struct md_memory *memory)
{
    size_t *place, n, fine = 0, one, other;
    const double *numbers = md_numbers_of(range, &place, &n, memory);
    while (numbers != NULL && fine < n && !has_more_decimals(numbers[fine], decimals))
        fine++;
    if (numbers == NULL || n < 2 || fine == n)
        return numbers != NULL;
    if (!md_find_look_alikes(numbers, n, decimals, &one, &other, memory))
        return false;
    md_warn(sentence);
    if (one < n) {
        md_say_place(sentence, range, name, place[one]);
        md_say(sentence, " en ", " and ");
        md_say_place(sentence, range, name, place[other]);
        md_say(sentence, " lijken gelijk en zijn het niet: rond ze af", " look equal and are not: round them");
        return true;
    }
    md_say_place(sentence, range, name, place[fine]);
    md_say(sentence, " heeft meer dan ", " has more than ");
    md_say_number(sentence, decimals);
    md_say(sentence, " cijfers achter de komma, en dan kunnen sleutels die gelijk lijken verschillen: rond ze af",
           " decimals, and then keys that look equal may differ: round them");
    return true;
}

static void say_cells(struct md_sentence *sentence, size_t first, size_t last)
{
    md_say(sentence, "cel ", "cells ");
    md_say_number(sentence, (double)(first + 1));
    md_say(sentence, " t/m ", " to ");
    md_say_number(sentence, (double)(last + 1));
}

static void ask_after_totals(struct md_sentence *sentence, const struct md_totals *totals, const size_t *place)
{
    switch (totals->doubt) {
    case MD_TOTAL:
        md_say(sentence, " is de som van alle andere; is dat een totaalrij?", " is the sum of all others; is it a total row?");
        break;
    case MD_NEAR_TOTAL:
        md_say(sentence, " is op afronding na de som van alle andere; is dat een totaalrij?",
               " is the sum of all others but for rounding; is it a total row?");
        break;
    case MD_SUBTOTALS:
        md_say(sentence, " is de som van ", " is the sum of ");
        say_cells(sentence, place[totals->first], place[totals->last]);
        md_say(sentence, ", en zo zijn er ", ", and there are ");
        md_say_number(sentence, (double)totals->count);
        md_say(sentence, "; zijn dat subtotalen?", " like it; are they subtotals?");
        break;
    default:
        md_say(sentence, " is de som van ", " is the sum of ");
        say_cells(sentence, place[totals->first], place[totals->last]);
        md_say(sentence, ", en nog ", ", and ");
        md_say_number(sentence, (double)totals->count - 1);
        md_say(sentence, " keer van andere cellen; staan er totalen tussen?",
               " times more of other cells; are there totals among them?");
    }
}

bool md_warn_of_fraction(struct md_sentence *sentence, const struct md_argument *range, const struct md_name *name,
                         struct md_memory *memory)
{
    size_t *place, n;
    const double *numbers = md_numbers_of(range, &place, &n, memory);
    size_t fraction = numbers == NULL ? n : md_find_fraction(numbers, n);
    if (fraction == n)
        return numbers != NULL;
    md_warn(sentence);
    md_say_place(sentence, range, name, place[fraction]);
    md_say(sentence, " is ", " is ");
    md_say_number(sentence, numbers[fraction]);
    md_say(sentence, " tussen hele getallen; is dat ", " among whole numbers; is that ");
    md_say_number(sentence, numbers[fraction] * 1000);
    md_append(sentence, "?");
    return true;
}

bool md_warn_of_totals(struct md_sentence *sentence, const struct md_argument *range, const struct md_name *name,
                       struct md_memory *memory)
{
    size_t *place, n;
    const double *numbers = md_numbers_of(range, &place, &n, memory);
    if (numbers == NULL)
        return false;
    struct md_totals totals = md_find_totals(numbers, n);
    if (totals.doubt == MD_NO_DOUBT)
        return true;
    md_warn(sentence);
    md_say_place(sentence, range, name, place[totals.total]);
    ask_after_totals(sentence, &totals, place);
    return true;
}
