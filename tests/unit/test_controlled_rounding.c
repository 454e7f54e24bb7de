// SPDX-License-Identifier: EUPL-1.2
/* functions/allocation/controlled_rounding.c; numbers in parentheses are the sentences of its header. */
#include "rounding.h"
#include "samples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static struct rounding_case table;

static void draw_table(size_t rows, size_t columns, md_wide whole, uint64_t kinds)
{
    table.rows = rows;
    table.columns = columns;
    table.whole = whole;
    for (size_t i = 0; i < rows * columns; i++) {
        table.fraction[i] = whole / kinds * random_below(kinds);
        table.prefers_up[i] = random_below(2);
    }
    rounding_close(&table);
    rounding_shuffle(&table, random_bits);
}

static void check(void)
{
    assert_int_equal(rounding_run(&table), MD_OK);
    const char *objection = rounding_objection(&table);
    if (objection != NULL)
        fail_msg("%zu by %zu: %s", table.rows, table.columns, objection);
}

static void no_circle_gains_anything(void **state) /* (1) (2) (3) (4) */
{
    (void)state;
    static const size_t shapes[][2] = {{2, 2}, {2, 5},   {5, 2},  {4, 4},  {3, 9}, {9, 3},
                                       {8, 8}, {12, 12}, {30, 5}, {5, 30}, {2, 40}};
    static const uint64_t kinds[] = {2, 3, 4, 10, 1000, 1000000007};
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            for (int times = 0; times < 60; times++) {
                draw_table(shapes[s][0], shapes[s][1], times % 2 == 0 ? kinds[k] : (md_wide)kinds[k] << 80, kinds[k]);
                check();
            }
        }
    }
}

/* Fractions that grow along rows and columns: prices must rise far, and paths are long. */
static void slopes(void **state) /* (3) */
{
    (void)state;
    for (size_t steep = 1; steep <= 40; steep++) {
        draw_table(24, 12, 100000, 100000);
        for (size_t i = 0; i < 24 * 12; i++)
            table.fraction[i] = (i / 12 + 1) * (i % 12 + 1) * steep * steep % 100000;
        rounding_close(&table);
        check();
    }
}

static void what_fits(void **state) /* (5) */
{
    (void)state;
    draw_table(5, 3, ((md_wide)1 << 118) / 3, 10);
    check();
    table.whole++;
    assert_int_equal(rounding_run(&table), MD_DOMAIN);
    draw_table(3, 5, ((md_wide)1 << 118) / 3 + 1, 10);
    assert_int_equal(rounding_run(&table), MD_DOMAIN);
}

static void nothing_to_round(void **state) /* (2) */
{
    (void)state;
    draw_table(4, 6, 10, 1);
    check();
    for (size_t i = 0; i < 24; i++)
        assert_false(table.up[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_circle_gains_anything), cmocka_unit_test(slopes),
                                       cmocka_unit_test(what_fits), cmocka_unit_test(nothing_to_round)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
