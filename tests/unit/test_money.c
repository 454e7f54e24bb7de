// SPDX-License-Identifier: EUPL-1.2
/* Drawn amounts and their answers in exact fractions (tests/reference/money.py): each answer is right to the last bit.
 *
 *    test_money         the cases of tests/data/money.tsv
 *    test_money FILE    those of another file, "-" for standard input
 */
#include "formulas.h"

#include <stdlib.h>

enum { LONGEST_ROW = 4096, FEWEST_ROWS = 1000 };

static const char *file = "tests/data/money.tsv";

/* Fails unless every cell of the answer is the expected one, bit for bit. */
static void check_row(const char *name, const char *arguments, const char *expected)
{
    static struct test_cells wanted;
    struct test_memory memory = test_memory_new();
    const char *at = expected;
    char what[LONGEST_ROW];
    snprintf(what, sizeof what, "%s(%s)", name, arguments);
    struct md_result result = test_call(test_function(name), arguments, &memory);
    test_read_cells(&at, &wanted, true);
    assert_int_equal(wanted.braces, result.kind == MD_RESULT_MATRIX);
    for (size_t i = 0; i < wanted.rows * wanted.columns; i++) {
        test_same_cell(what, &result, i, &wanted, i);
        double shown = result.kind == MD_RESULT_MATRIX ? result.cells[i] : result.number;
        if (result.kind != MD_RESULT_TEXT && !same_double(shown, wanted.cells[i]))
            fail_msg("%s: cell %zu is %.17g, expected %.17g", what, i + 1, shown, wanted.cells[i]);
    }
    test_memory_free(&memory);
}

static void every_case_is_right_to_the_last_bit(void **state)
{
    (void)state;
    char row[LONGEST_ROW];
    size_t rows = 0;
    FILE *cases = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
    assert_non_null(cases);
    while (fgets(row, sizeof row, cases) != NULL) {
        if (row[0] == '#')
            continue;
        char *name = strtok(row, "\t"), *arguments = strtok(NULL, "\t"), *expected = strtok(NULL, "\n");
        assert_non_null(expected);
        check_row(name, arguments, expected);
        rows++;
    }
    fclose(cases);
    assert_true(rows >= FEWEST_ROWS);
    print_message("%zu cases\n", rows);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_is_right_to_the_last_bit)};
    if (count > 1)
        file = arguments[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
