// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/reach.c; numbers in parentheses are the sentences of its header. Expected values: the published cases of the
 * municipalities' own reports, and sums by hand that stand beside the rows. */
#include "../../functions/policy/reach.h"
#include "formulas.h"

static void published_cases(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"2623;4300", "0.61"},              /* Haarlem 2017: 61.0% */
        {"195;340", "0.573529411764706"},   /* Elburg, income up to 120%: 57.4% */
        {"195;500", "0.39"},                /* Elburg, income up to 130%: 39.0% */
        {"1830;4745", "0.385669125395153"}, /* Amersfoort 2018: 38.6% */
        {"611;2500", "0.2444"},             /* Walcheren: 24.4% */
        {"555;\"onbekend\"", "#N/A"},       /* Heusden 2021: target group unknown */
    };
    TEST_ROWS("REACH_PCT", rows);
}

static void places_count_where_both_are_known(void **state) /* (1) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{120|80};{200|100}", "0.666666666666667"}, /* 200 / 300, not the mean of 60% and 80% */
        {"{120|\"x\"|50};{200|100|\"?\"}", "0.6"},
        {"{120|_|50};{200|100|_}", "0.6"},
        {"{120;80};{200;100}", "0.666666666666667"},
        {"{120;80|30;20};{200;100|60;40}", "0.625"}, /* 250 / 400 */
        {"{120|80};{200;100}", "Err:502"},
        {"{120|80};{200|100|300}", "Err:502"},
        {"{_|\"n.b.\"};{200|100}", "#N/A"},
        {"{_};{_}", "#N/A"},
        {"{0|0};{0|0}", "#DIV/0!"},
        {"{5|0};{0|0}", "#DIV/0!"},
        {"{0|0};{10|0}", "0"},
        {"{-0.0};{10}", "0"},
        {"5;{10|20}", "Err:502"},
        {"{120|80};{200|100};10", "Err:502"}, /* overlap goes with one target */
    };
    TEST_ROWS("REACH_PCT", rows);
}

static void providers_add_up(void **state) /* (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{120|80};250", "0.8"},
        {"{120|80};{250}", "0.8"},
        {"{120|80};250;20", "0.72"},
        {"{120|80};250;0", "0.8"},
        {"{120|80};250;{20}", "0.72"},
        {"{120|_};250", "0.48"},
        {"{_|_};250", "#N/A"},
        {"{120|\"onbekend\"};250", "#N/A"},
        {"{120|80};{_}", "#N/A"},
        {"{120|80};0", "#DIV/0!"},
        {"{120|80};250;{_}", "#N/A"},
        {"{120|80};250;201", "#NUM!"},
        {"{120|80};250;200", "0"},
        {"{120|80};250;-1", "#NUM!"},
        {"{120|80};250;\"20\"", "#VALUE!"},
        {"{120|80};250;{1|2}", "Err:502"},
        {"120;250;20", "0.4"},
    };
    TEST_ROWS("REACH_PCT", rows);
}

static void providers_are_counted(void **state) /* (2) */
{
    (void)state;
    const double reached[] = {120, md_cell(MD_BLANK), 80};
    struct md_reach reach;
    struct md_cause cause = {.status = MD_OK};
    md_reach_of_providers(reached, 3, &reach, &cause);
    assert_int_equal(cause.status, MD_OK);
    double children;
    assert_int_equal(md_nearest(reach.reached, &children), MD_OK);
    assert_double(children, 200);
    assert_int_equal(reach.places, 2);
    assert_int_equal(reach.known, 1);
}

static void never_capped(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {{"300;250", "1.2"}, {"{300|300};{250|250}", "1.2"}};
    TEST_ROWS("REACH_PCT", rows);
}

static void bad_cells(void **state) /* (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"-1;100", "#NUM!"},
        {"{10|-1};{20|30}", "#NUM!"},
        {"{10|5};{20|-30}", "#NUM!"},
        {"{10|-1};100", "#NUM!"},
        {"{10|1};-100", "#NUM!"},
        {"nan;100", "#NUM!"},
        {"inf;100", "#NUM!"},
        {"10;inf", "#NUM!"},
        {"\"12\";100", "#VALUE!"},
        {"{10|\"1.234\"};{20|30}", "#VALUE!"},
        {"{10|\" \"};{20|30}", "0.5"},
        {"{10|\"x\"};{\"abc\"|30}", "#VALUE!"},
        {"{-1|\"abc\"};{20|30}", "#VALUE!"},
        {"10", "Err:502"},
        {";10", "Err:502"},
        {"9e18;9e18", "1"},
        {"{9e18|9e18};9e18", "2"},
        {"1e19;1e19", "#NUM!"}, /* 2^63 and more */
        {"{1|1e19};{10|\"x\"}", "#NUM!"},
        {"1;2;1e19", "#NUM!"},
        {"1e-40;1", "1e-40"},
        {"1e-41;1", "#NUM!"}, /* 41 decimals */
    };
    TEST_ROWS("REACH_PCT", rows);
}

/* Overlap that cancels out what was reached, and shares that no sum in binary gives. */
static void sums_are_exact(void **state) /* (5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{0.1|0.2};1;0.3", "0"},
        {"{0.3|0.3|0.3};0.9", "1"},
        {"{0.1|0.2};{0.1|0.2}", "1"},
        {"{1.1|2.2};{3.3|0}", "1"},
        {"{0.1|0.2};1;0.30000000001", "#NUM!"},
        {"{9007199254740993|1};{9007199254740993|1}", "1"},
    };
    TEST_ROWS("REACH_PCT", rows);
}

static void coverage(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"{120|\"onbekend\"|50|30};{200|100|\"x\"|60}", "0.5"},
        {"{120|_|50|30};{200|_|60|60}", "1"},
        {"{120|_|50|30};{200|100|60|60}", "0.75"},
        {"{_|_};{_|_}", "#DIV/0!"},
        {"10;20", "1"},
        {"\"onbekend\";20", "0"},
        {"{1|2};3", "Err:502"},
        {"1", "Err:502"},
        {"", "Err:502"},
        {"{1|-2};{3|4}", "#NUM!"},
        {"{1|\"a\"};{3|4}", "#VALUE!"},
    };
    TEST_ROWS("REACH_COVERAGE", rows);
}

static void gap(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"60;101;0.75", "16"},                /* 75.75 − 60 = 15.75 */
        {"700000;1000000;0.7000000001", "1"}, /* 0.0001 children */
        {"700000;1000000;0.7", "0"},
        {"0.5;1;1", "1"},
        {"0;9000000000000001;1", "9000000000000001"},
        {"0;100;0.07", "7"},         /* 0.07 × 100 is above 7 in binary */
        {"0;1000;0.29", "290"},      /* and 0.29 × 1000 below 290 */
        {"0;352000;0.55", "193600"}, /* 0.55 × 352000 is above by 3e-11 */
        {"0;5;0.25", "2"},           /* 1.25 */
        {"74;100;0.75", "1"},
        {"0;100;0.0100000015", "2"}, /* more than one child, by ever so little */
        {"0;1;0.0000000025", "1"},   /* more than none */
        {"290;1000;0.29", "0"},      /* a little below 0 in binary, and no -0 */
        {"90;100;0.75", "0"},
        {"{60|\"x\"};{101|50};0.75", "16"},
        {"{30|30};101;0.75", "16"},
        {"60;100;\"bereik_bijstand\"", "40"},
        {"60;100;\" Reach_Assistance \"", "40"},
        {"60;0;0.75", "0"},
        {"60;100;0", "0"},
        {"60;100;75", "#NUM!"},
        {"60;100;-0.1", "#NUM!"},
        {"60;100;\"0,75\"", "Err:502"},
        {"60;100;\"du\"", "Err:502"},
        {"60;100;\"armoede_2030\"", "Err:502"},
        {"60;100;\"onbekend\"", "#N/A"},
        {"60;100;{_}", "#N/A"},
        {"60;100", "Err:502"},
        {"60;\"onbekend\";0.75", "#N/A"},
        {"-60;100;0.75", "#NUM!"},
        {"1;1e19;0.75", "#NUM!"},
        {"60;100;1.0000000000000002", "40"}, /* shows as 1 */
        {"60;100;1e-41", "#NUM!"},
    };
    TEST_ROWS("REACH_GAP", rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_cases),
        cmocka_unit_test(places_count_where_both_are_known),
        cmocka_unit_test(providers_add_up),
        cmocka_unit_test(providers_are_counted),
        cmocka_unit_test(never_capped),
        cmocka_unit_test(bad_cells),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(coverage),
        cmocka_unit_test(gap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
