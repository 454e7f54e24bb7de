// SPDX-License-Identifier: EUPL-1.2
/* functions/subsidy.c; numbers in parentheses are the sentences of its header. */
#include "formulas.h"

static void order_of_rank(void **state) /* (1) (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|30}", "{60|40|0}"},
        {"100;{60;50;30}", "{60;40;0}"},
        {"200;{60|50|30}", "{60|50|30}"},
        {"0;{60|50|30}", "{0|0|0}"},
        {"100;{60|50|30};;{3|1|2}", "{20|50|30}"},
        {"100;{60|50|30};;{1|1|1}", "{60|40|0}"},
        {"100;{60|50|30};;{-1|2.5|2}", "{60|10|30}"},
        {"110;{60|50|30}", "{60|50|0}"},
        {"100;60", "{60}"},
        {"100;{60|50|30};;;2", "40"},
        {"100;{60|50|30};;;0", "Err:502"},
        {"100;{60|50|30};;;4", "Err:502"},
        {"100;{60|50|30};;;1.5", "Err:502"},
        {"100;{60|50|30};;;\"1\"", "#VALUE!"},
        {"100;{60|50|30};;;\"x\"", "#N/A"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void who_counts(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|50|30};{\"ja\"|\"nee\"|\"ja\"}", "{60|0|30}"},
        {"100;{60|50|30};{1|0|1}", "{60|0|30}"},
        {"100;{60|50|30};{\"Yes\"|\"NO\"|\"true\"}", "{60|0|30}"},
        {"100;{60|_|30};{1|_|1}", "{60|_|30}"},
        {"100;{60|_|30};;;2", "_"},
        {"100;{60|50|30};{1|0|1};{1|_|2}", "{60|0|30}"},
        {"100;{60|50};{1|2}", "{#NUM!|#NUM!}"},
        {"100;{60|50};{1|\"misschien\"}", "{Err:502|Err:502}"},
        {"100;{60|50};{1}", "Err:502"},
        {"100;{60|50};;{1;2}", "Err:502"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void unknowns(void **state) /* (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{60|\"onbekend\"|30}", "{60|#N/A|#N/A}"},
        {"60;{60|\"onbekend\"|30}", "{60|0|0}"},
        {"100;{60|\"x\"|30};{1|0|1}", "{60|0|30}"},
        {"100;{60|50|30};{1|_|1}", "{60|#N/A|#N/A}"},
        {"100;{60|50|30};{1|\"onbekend\"|1}", "{60|#N/A|#N/A}"},
        {"100;{60|0|30};{1|\"onbekend\"|1}", "{60|0|30}"},
        {"100;{60|50|30};{1|0|1};{1|2|\"x\"}", "{#N/A|0|#N/A}"},
        {"\"onbekend\";{60|50|_};{1|0|1}", "{#N/A|0|_}"},
        {"{_};{60}", "{#N/A}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void decimals_add_up(void **state) /* (5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0.3;{0.1|0.1|0.1|0.1}", "{0.1|0.1|0.1|0}"}, /* 3 × 0.1 is more than 0.3 in binary */
        {"100.05;{33.35|33.35|33.35|1}", "{33.35|33.35|33.35|0}"},
        {"100;{33.33|33.33|33.33|1}", "{33.33|33.33|33.33|0.01}"},
        {"1000000;{999999.999999999|5}", "{999999.999999999|1e-9}"},
        {"1;{1e-20}", "{#NUM!}"},
        {"1e300;{5}", "{#NUM!}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void bad_cells(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"-1;{60|50}", "{#NUM!|#NUM!}"},
        {"100;{60|-50}", "{#NUM!|#NUM!}"},
        {"100;{60|\"50\"|_}", "{#VALUE!|#VALUE!|_}"},
        {"\"100\";{60|50}", "{#VALUE!|#VALUE!}"},
        {"100;{60|nan}", "{#NUM!|#NUM!}"},
        {"100;{60|50};;{1|\"a\"}", "{#VALUE!|#VALUE!}"},
        {"{1|2};{60|50}", "{Err:502|Err:502}"},
        {";{60|50}", "{Err:502|Err:502}"},
        {"100", "Err:502"},
        {"100;{60|50};;;{1|2}", "Err:502"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(order_of_rank), cmocka_unit_test(who_counts),
                                       cmocka_unit_test(unknowns), cmocka_unit_test(decimals_add_up),
                                       cmocka_unit_test(bad_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
