// SPDX-License-Identifier: EUPL-1.2
/* functions/allocation/round_table.c; numbers in parentheses are the sentences of its header. */
#include "../../functions/allocation/round_table.h"
#include "../../functions/allocation/allocation.h"
#include "formulas.h"
#include "samples.h"

enum { MOST_CELLS = 16 };

/* ---- By enumeration ---------------------------------------------------------------------------------------------- */

/* A small table of whole amounts, and the best way to round it as far as it was found. */
struct small {
    size_t rows, columns;
    int unit, amount[MOST_CELLS], rounded[MOST_CELLS], best[MOST_CELLS], deviation;
    size_t order[MOST_CELLS]; /* of the cells in a tie */
};

static int below(int amount, int unit)
{
    int units = amount / unit - (amount % unit < 0);
    return units * unit;
}

/* The deviation of a sum of cells; −1 if it is not next to the exact sum. */
static int deviation_of(const struct small *small, size_t first, size_t step, size_t count)
{
    int exact = 0, rounded = 0;
    for (size_t i = 0; i < count; i++) {
        exact += small->amount[first + i * step];
        rounded += small->rounded[first + i * step];
    }
    int deviation = abs(rounded - exact);
    return deviation < small->unit ? deviation : -1;
}

/* Sentences 1 and 2; −1 if a total is not next to its exact value. */
static int all_deviations(const struct small *small)
{
    size_t cells = small->rows * small->columns;
    int sum = deviation_of(small, 0, 1, cells);
    for (size_t i = 0; i < cells && sum >= 0; i++)
        sum += deviation_of(small, i, 1, 1);
    for (size_t line = 0; line < small->rows + small->columns && sum >= 0; line++) {
        bool is_row = line < small->rows;
        int one = is_row ? deviation_of(small, line * small->columns, 1, small->columns)
                         : deviation_of(small, line - small->rows, small->columns, small->rows);
        sum = one < 0 ? -1 : sum + one;
    }
    return sum;
}

/* Sentence 3: is what is tried better in a tie? */
static bool goes_first(const struct small *small)
{
    for (size_t i = 0; i < small->rows * small->columns; i++) {
        size_t cell = small->order[i];
        if (small->rounded[cell] != small->best[cell])
            return abs(small->rounded[cell]) > abs(small->best[cell]);
    }
    return false;
}

static void try_from(struct small *small, size_t cell)
{
    if (cell < small->rows * small->columns) {
        small->rounded[cell] = below(small->amount[cell], small->unit);
        try_from(small, cell + 1);
        if (small->rounded[cell] == small->amount[cell])
            return;
        small->rounded[cell] = below(small->amount[cell], small->unit) + small->unit;
        try_from(small, cell + 1);
        return;
    }
    int deviation = all_deviations(small);
    if (deviation < 0 || (small->deviation >= 0 && deviation > small->deviation))
        return;
    if (small->deviation < 0 || deviation < small->deviation || goes_first(small))
        memcpy(small->best, small->rounded, sizeof small->best);
    small->deviation = deviation;
}

static void enumerate(struct small *small)
{
    size_t cells = small->rows * small->columns;
    for (size_t i = 0; i < cells; i++) {
        size_t at = i;
        for (; at > 0 && abs(small->amount[i]) > abs(small->amount[small->order[at - 1]]); at--)
            small->order[at] = small->order[at - 1];
        small->order[at] = i;
    }
    small->deviation = -1;
    try_from(small, 0);
    assert_true(small->deviation >= 0);
}

static struct md_result round_cells(const double *cells, size_t rows, size_t columns, double unit, bool totals,
                                    struct test_memory *memory)
{
    double with = totals;
    const struct md_argument arguments[] = {{MD_RANGE, rows, columns, cells, NULL, NULL},
                                            {MD_SINGLE, 1, 1, &unit, NULL, NULL},
                                            {MD_SINGLE, 1, 1, &with, NULL, NULL}};
    struct md_result result;
    struct md_call call = {arguments, &memory->memory, &result, 3};
    md_round_table(&call);
    assert_int_equal(result.kind, MD_RESULT_MATRIX);
    return result;
}

/* Holds one small table against all ways to round it; its totals must be the sums of what is shown. */
static void check_small(struct small *small)
{
    double cells[MOST_CELLS];
    size_t rows = small->rows, columns = small->columns;
    struct test_memory memory = test_memory_new();
    for (size_t i = 0; i < rows * columns; i++)
        cells[i] = small->amount[i];
    enumerate(small);
    struct md_result result = round_cells(cells, rows, columns, small->unit, true, &memory);
    double grand = 0;
    for (size_t i = 0; i < rows; i++) {
        double total = 0;
        for (size_t j = 0; j < columns; j++) {
            assert_double(result.cells[i * (columns + 1) + j], small->best[i * columns + j]);
            total += small->best[i * columns + j];
        }
        assert_double(result.cells[i * (columns + 1) + columns], total);
        grand += total;
    }
    for (size_t j = 0; j < columns; j++) {
        double total = 0;
        for (size_t i = 0; i < rows; i++)
            total += small->best[i * columns + j];
        assert_double(result.cells[rows * (columns + 1) + j], total);
    }
    assert_double(result.cells[rows * (columns + 1) + columns], grand);
    test_memory_free(&memory);
}

/* All tables of a shape whose cells run through `values` amounts from `least`, moved by whole units as `moved` says. */
static void check_all(size_t rows, size_t columns, int unit, int least, int values, const int *moved)
{
    size_t tables = 1;
    for (size_t i = 0; i < rows * columns; i++)
        tables *= (size_t)values;
    for (size_t table = 0; table < tables; table++) {
        struct small small = {.rows = rows, .columns = columns, .unit = unit};
        size_t rest = table;
        for (size_t i = 0; i < rows * columns; i++, rest /= (size_t)values)
            small.amount[i] = least + (int)(rest % (size_t)values) + (moved == NULL ? 0 : moved[i] * unit);
        check_small(&small);
    }
}

static void all_small_tables(void **state) /* (1) (2) (3) */
{
    (void)state;
    static const int moved[] = {0, -1, 1, 2, 0, -2, -1, 1, 0};
    for (size_t cells = 1; cells <= 3; cells++) {
        check_all(1, cells, 5, -9, 19, NULL);
        check_all(cells, 1, 5, -9, 19, NULL);
    }
    check_all(2, 2, 4, -5, 11, NULL);
    check_all(2, 3, 4, 0, 4, NULL);
    check_all(2, 3, 3, -2, 4, moved);
    check_all(3, 2, 4, 0, 4, NULL);
    check_all(3, 2, 3, -2, 4, moved);
    check_all(3, 3, 2, -1, 3, NULL);
    check_all(3, 3, 3, 0, 3, NULL);
    check_all(3, 3, 3, 0, 3, moved);
}

static void drawn_tables(void **state) /* (1) (2) (3) */
{
    (void)state;
    random_state = 20211108;
    for (int times = 0; times < 2000; times++) {
        struct small small = {.rows = 1 + random_below(3), .columns = 1 + random_below(4)};
        small.unit = 1 + (int)(random_below(12));
        for (size_t i = 0; i < small.rows * small.columns; i++)
            small.amount[i] = (int)(random_below(60)) - 20;
        check_small(&small);
    }
}

/* ---- By sentence ------------------------------------------------------------------------------------------------- */

static void worked_tables(void **state) /* (1) (2) (3) (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{300;300}", "{0;0}"}, /* off by 300 + 300 + 600; with 1000 + 0 by 700 + 300 + 400 */
        {"{400;400}", "{1000;0}"},
        {"{-400;-400}", "{-1000;0}"},
        {"{1600;1600|1700;1100}", "{1000;2000|2000;1000}"},
        {"{1600;1700}", "{1000;2000}"},      /* off by 2 × 900 + 2 × 300; with 2000 + 2000 by 2 × 700 + 2 × 700 */
        {"{500|1500|500}", "{1000|2000|0}"}, /* all are off as much: 1500 goes first, then the earlier 500, and that is full */
        {"{500;500|500;500}", "{1000;0|0;1000}"},
        {"{1499}", "{1000}"},
        {"{1500}", "{2000}"},
        {"{-1500}", "{-2000}"},
        {"1500", "{2000}"},
        {"{1000;-2000}", "{1000;-2000}"},
        {"{0}", "{0}"},
        {"{-400}", "{0}"},
        {"{140;260};100;1", "{100;300;400|100;300;400}"},
    };
    TEST_ROWS("ROUND_TABLE", rows);
}

/* The allocation knows nothing of tables: its answer is an independent one. */
static void one_line_is_largest_remainder(void **state) /* (4) */
{
    (void)state;
    enum { CELLS = 40, UNIT = 12 };
    random_state = 342;
    struct test_memory memory = test_memory_new();
    for (int times = 0; times < 500; times++) {
        double cells[CELLS], amounts[CELLS], total = 0;
        for (size_t i = 0; i < CELLS; i++)
            total += cells[i] = (double)(random_below(60));
        double missing = UNIT - (double)((int)total % UNIT);
        cells[0] += missing;
        total += missing;
        const struct md_allocation allocation = {.total = total, .unit = UNIT, .n = CELLS, .key = cells};
        assert_int_equal(md_allocate(&allocation, amounts, NULL, &memory.memory), MD_OK);
        struct md_result row = round_cells(cells, 1, CELLS, UNIT, false, &memory);
        struct md_result column = round_cells(cells, CELLS, 1, UNIT, false, &memory);
        for (size_t i = 0; i < CELLS; i++) {
            assert_double(row.cells[i], amounts[i]);
            assert_double(column.cells[i], amounts[i]);
        }
        test_memory_free(&memory);
    }
}

static void signs_turned(void **state) /* (5) */
{
    (void)state;
    enum { ROWS = 7, COLUMNS = 5, CELLS = ROWS * COLUMNS };
    random_state = 2017;
    struct test_memory memory = test_memory_new();
    for (int times = 0; times < 300; times++) {
        double cells[CELLS], turned[CELLS];
        for (size_t i = 0; i < CELLS; i++) {
            cells[i] = (double)(random_below(4000)) - 1500;
            if (times % 2 == 0)
                cells[i] = 250 * (double)((int)cells[i] / 250);
            turned[i] = -cells[i];
        }
        struct md_result one = round_cells(cells, ROWS, COLUMNS, 1000, true, &memory);
        struct md_result other = round_cells(turned, ROWS, COLUMNS, 1000, true, &memory);
        for (size_t i = 0; i < (ROWS + 1) * (COLUMNS + 1); i++)
            assert_double(other.cells[i], one.cells[i] == 0 ? 0 : -one.cells[i]);
        test_memory_free(&memory);
    }
}

static void blanks_and_unknowns(void **state) /* (6) (7) (8) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{1400;_|_;1300};1000;1", "{1000;_;1000|_;1000;1000|1000;1000;2000}"},
        {"{_;1600|_;_};1000;1", "{_;2000;2000|_;_;_|_;2000;2000}"},
        {"{_};1000;1", "{_;_|_;_}"},
        {"{_}", "{_}"},
        {"{1600;\"x\"|_;_};1000;1", "{2000;#N/A;#N/A|_;_;_|2000;#N/A;#N/A}"},
        {"{\"?\"|1600}", "{#N/A|2000}"},
        {"{\"x\";\"1\"};1000;1", "{#N/A;#VALUE!;#VALUE!|#N/A;#VALUE!;#VALUE!}"},
        {"{1600;\"1.000\"|400;_};1000;1", "{2000;#VALUE!;#VALUE!|0;_;0|2000;#VALUE!;#VALUE!}"},
        {"{1600;nan};1000;1", "{2000;#NUM!;#NUM!|2000;#NUM!;#NUM!}"},
        {"{inf|1600}", "{#NUM!|2000}"},
        {"\"x\"", "{#N/A}"},
        {"\"1600\"", "{#VALUE!}"},
        {"", "Err:502"},
        {";1000", "Err:502"},
    };
    TEST_ROWS("ROUND_TABLE", rows);
}

static void totals_or_not(void **state) /* (8) (10) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{1600;1200};;1", "{2000;1000;3000|2000;1000;3000}"},
        {"{1600;1200};;\"ja\"", "{2000;1000;3000|2000;1000;3000}"},
        {"{20;_;_;_;_;_;_;_;_;_;_};10;1", "{20;_;_;_;_;_;_;_;_;_;_;20|20;_;_;_;_;_;_;_;_;_;_;20}"}, /* a blank adds nothing */
        {"{1600;1200};;\" TRUE \"", "{2000;1000;3000|2000;1000;3000}"},
        {"{1600;1200};;{1}", "{2000;1000;3000|2000;1000;3000}"},
        {"{1600;1200};;0", "{2000;1000}"},
        {"{1600;1200};;\"nee\"", "{2000;1000}"},
        {"{1600;1200};", "{2000;1000}"},
        {"{1600;_};;2", "{#NUM!;_}"},
        {"{1600;_};;\"met\"", "{Err:502;_}"},
        {"{1600;_};;{1;1}", "{Err:502;_}"},
        {"{1600;_};;{_}", "{#N/A;_}"},
        {"{1600;_};;\"x\"", "{#N/A;_}"},
        {"{1600;_;\"x\";\"a\"};\"x\"", "{#N/A;_;#N/A;#VALUE!}"},
        {"{1600;_;\"x\";\"a\"};\"1000\";1", "{#VALUE!;_;#VALUE!;#VALUE!;#VALUE!|#VALUE!;_;#VALUE!;#VALUE!;#VALUE!}"},
        {"{1600;_;\"x\";\"a\"};0", "{#NUM!;_;#NUM!;#VALUE!}"},
        {"{1600;_;\"x\";\"a\"};-1000", "{#NUM!;_;#NUM!;#VALUE!}"},
        {"{1600;_;\"x\";\"a\"};{1;2}", "{Err:502;_;Err:502;Err:502}"},
        {"{1600};{_}", "{#N/A}"},
    };
    TEST_ROWS("ROUND_TABLE", rows);
}

static void decimals_decide(void **state) /* (9) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{0.1;0.2};0.3;1", "{0;0.3;0.3|0;0.3;0.3}"}, /* 0.1 + 0.2 is more than 0.3 in binary */
        {"{1.005;1.005};0.01", "{1.01;1}"},           /* the double of 1.005 is less */
        {"{2.675};0.01", "{2.68}"},                   /* and that of 2.675 */
        {"{0.35;0.35};0.05", "{0.35;0.35}"},          /* 35 / 100, not 7 × 0.05 */
        {"{1e15;0.5};1", "{1e15;1}"},
        {"{8192.3;0.00000000000005684341886080801};0.1", "{8192.3;0}"},
        {"{9007199254740991};1", "{9007199254740991}"}, /* 2^53 − 1 */
        {"{9007199254740994};1", "{#NUM!}"},
        {"{1e17};0.01", "{#NUM!}"}, /* more units than can be counted */
        {"{9007199254740994;4};2;1", "{#NUM!;#NUM!;#NUM!|#NUM!;#NUM!;#NUM!}"},
        {"{9007199254740991;9007199254740991;-9007199254740991};1;1",
         "{9007199254740991;9007199254740991;-9007199254740991;9007199254740991|"
         "9007199254740991;9007199254740991;-9007199254740991;9007199254740991}"},
        {"{9007199254740991;1};1;1", "{9007199254740991;1;9007199254740992|9007199254740991;1;9007199254740992}"},
        {"{9007199254740991;9007199254740991};1;1",
         "{9007199254740991;9007199254740991;#NUM!|9007199254740991;9007199254740991;#NUM!}"},
        {"{8e12;1e-25};1", "{8e12;0}"}, /* 8 × 10^37 is less than 2^126 */
        {"{9e12;1e-25};1", "{#NUM!;#NUM!}"},
        {"{8e12;1e12;1e-25};1", "{#NUM!;#NUM!;#NUM!}"},
        {"{3.83e13;1e-25};1", "{#NUM!;#NUM!}"}, /* 3.83 × 10^38 − 2^128 would fit */
        {"{1e300;1600}", "{#NUM!;#NUM!}"},
        {"{1e-300;1600}", "{#NUM!;#NUM!}"},
        {"{0.5};1e-15", "{0.5}"},
        {"{0.5};1e-16", "{#NUM!}"},
        {"{1600};1e300", "{#NUM!}"},
        {"{9000000000000000000};1000000000000000000", "{#NUM!}"},
    };
    TEST_ROWS("ROUND_TABLE", rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_small_tables), cmocka_unit_test(drawn_tables),
        cmocka_unit_test(worked_tables),    cmocka_unit_test(one_line_is_largest_remainder),
        cmocka_unit_test(signs_turned),     cmocka_unit_test(blanks_and_unknowns),
        cmocka_unit_test(totals_or_not),    cmocka_unit_test(decimals_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
