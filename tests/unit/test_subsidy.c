// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/subsidy.c; numbers in parentheses are the sentences of its header. */
#include "../../functions/policy/subsidy.h"
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
        {"1;{1e-15}", "{1e-15}"},
        {"1;{1e-20}", "{1e-20}"},
        {"1;{1e-20|5}", "{1e-20|1}"},
        {"1;{0.3333333333333333|0.3333333333333333|0.3333333333333333|5}", /* 0.000000000000001 is left */
         "{0.333333333333333|0.333333333333333|0.333333333333333|1e-15}"},
        {"100;{60|0.1234567890123456|30};{1|0|1}", "{60|0|30}"}, /* 16 decimals, on a request that gets nothing anyway */
        {"9e18;{5}", "{5}"},
        {"1e19;{5}", "{#NUM!}"}, /* 2^63 and more */
        {"5;{1e19|1}", "{#NUM!|#NUM!}"},
        {"5;{1|1e-41}", "{#NUM!|#NUM!}"}, /* 41 decimals */
        {"5;{1|1e-41};{1|0}", "{#NUM!|#NUM!}"},
    };
    TEST_ROWS("ALLOCATE_SUBSIDY", rows);
}

static void many_requests(void **state) /* (1) */
{
    (void)state;
    enum { REQUESTS = 100 };
    double requested[REQUESTS], rank[REQUESTS], granted[REQUESTS];
    struct test_memory memory = test_memory_new();
    const struct md_requests requests = {.ceiling = md_exact_of(30, 0), .n = REQUESTS, .requested = requested, .rank = rank};
    for (size_t i = 0; i < REQUESTS; i++) {
        requested[i] = 1;
        rank[i] = (double)(REQUESTS - i / 2);
    }
    assert_int_equal(md_grant(&requests, granted, &memory.memory), MD_OK);
    for (size_t i = 0; i < REQUESTS; i++)
        assert_double(granted[i], i < REQUESTS - 30 ? 0 : 1);
    test_memory_free(&memory);
}

/* What is left is the very double of the cell that a user would type: a division by 10^15 would give its neighbour. */
static void what_is_left_is_exact(void **state) /* (5) */
{
    (void)state;
    static const double lefts[] = {83848261.04, 31472051.88, 738713603.06, 0.01, 1000000, 0.1234567890123, 999999999.000001};
    struct test_memory memory = test_memory_new();
    for (size_t i = 0; i < sizeof lefts / sizeof *lefts; i++) {
        const double requested[] = {0, 1e9};
        double granted[2];
        struct md_exact ceiling;
        assert_int_equal(md_exact_cell(lefts[i], &ceiling), MD_OK);
        const struct md_requests requests = {.ceiling = ceiling, .n = 2, .requested = requested};
        assert_int_equal(md_grant(&requests, granted, &memory.memory), MD_OK);
        assert_double(granted[1], lefts[i]);
        test_memory_free(&memory);
    }
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
                                       cmocka_unit_test(unknowns),      cmocka_unit_test(decimals_add_up),
                                       cmocka_unit_test(many_requests), cmocka_unit_test(what_is_left_is_exact),
                                       cmocka_unit_test(bad_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
