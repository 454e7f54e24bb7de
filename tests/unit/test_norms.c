// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/norms.c; numbers in parentheses are the sentences of its header. The expected values were copied by hand from the
 * ministers' letters of 21 November 2018 (24 515, nr. 455) and 8 July 2021 (24 515, nr. 608): this test, and no other file
 * than the table, holds them. */
#include "formulas.h"

static void values_and_names(void **state) /* (1) (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"\"total\"", "100000000"},
        {"\"totaal\";2017", "100000000"},
        {"\" DU \";2040", "85000000"},
        {"\"charities\"", "10000000"},
        {"\"armoedepartijen\"", "10000000"},
        {"\"regeling_nl\";2018", "4000000"},
        {"\"scheme_cn\";2021", "1000000"},
        {"\"bereik_bijstand\"", "1"},
        {"\"reach_working\";2021", "0.7"},
        {"\"natura_armoedepartijen\";2019", "0.9"},
        {"\"breder_laag\"", "0.15"},
        {"\"broader_room_high\";2019", "0.2"},
        {"\"armoede_2015\"", "0.092"},
        {"\"poverty_2030\";2030", "0.046"},
        {"{\"du\"}", "85000000"},
        {"\"du\";2016", "#NUM!"},
        {"\"scheme_nl\";2019", "#NUM!"},
        {"\"reach_working\";2020", "#NUM!"},
        {"\"reach_working\";2022", "#NUM!"},
        {"\"du\";2017.5", "#NUM!"},
        {"\"du\";\"2017\"", "#VALUE!"},
        {"\"du\";\"onbekend\"", "#N/A"},
        {"\"du\";{_}", "#N/A"},
        {"\"du\";{2017|2018}", "Err:502"},
        {"\"winst\"", "Err:502"},
        {"{_}", "Err:502"},
        {"1", "Err:502"},
        {"", "Err:502"},
        {"{\"du\"|\"total\"}", "Err:502"},
    };
    TEST_ROWS("KANSEN_NORM", rows);
}

static void sources(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"\"du\"", "\"Kamerbrief 21 november 2018 (staatssecretaris Van Ark, Kamerstuk 24 515, nr. 455): “€ 85 mln. wordt "
                   "jaarlijks via een decentralisatie-uitkering aan gemeenten beschikbaar gesteld.”\""},
        {"\"poverty_2030\";2030;\"en\"",
         "\"Letter to parliament, 8 July 2021 (Minister of Social Affairs, Kamerstuk 24 515, no. 608): “De indicatieve "
         "streefwaarde is om te komen tot een afname van het aantal kinderen in armoede van 9,2 procent in 2015 naar 4,6 "
         "procent "
         "in 2030.”\""},
        {"\"du\";2016", "#NUM!"},
        {"\"du\";\"x\"", "#N/A"},
        {"\"winst\"", "Err:502"},
        {"\"du\";2017;\"fr\"", "Err:502"},
    };
    TEST_ROWS("KANSEN_SOURCE", rows);
}

static void verdicts(void **state) /* (3) (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0.7;\"bereik_werkend\"", "\"voldoet\""},
        {"0.6999999999999;\"bereik_werkend\"", "\"voldoet\""},
        {"0.69999;\"bereik_werkend\"", "\"voldoet niet\""},
        {"1.2;\"bereik_bijstand\";2021", "\"voldoet\""},
        {"0.99;\"reach_assistance\";2021;\"en\"", "\"fails\""},
        {"0.15;\"breder_laag\"", "\"voldoet\""},
        {"0.15;\"breder_hoog\"", "\"voldoet\""},
        {"0.151;\"breder_hoog\"", "\"let op\""},
        {"0.2;\"broader_room_low\";2019;\"en\"", "\"beware\""},
        {"0.201;\"broader_room_low\"", "\"voldoet niet\""},
        {"0.092;\"armoede_2015\"", "\"voldoet\""},
        {"0.05;\"armoede_2030\"", "\"voldoet niet\""},
        {"0;\"armoede_2030\"", "\"voldoet\""},
        {"\"onbekend\";\"bereik_werkend\"", "\"onbekend\""},
        {"{_};\"bereik_werkend\";;\"en\"", "\"unknown\""},
        {"0.7;\"bereik_werkend\";\"onbekend\"", "\"onbekend\""},
        {"81;\"bereik_werkend\"", "#NUM!"},
        {"2;\"bereik_werkend\"", "\"voldoet\""},
        {"2.01;\"bereik_werkend\"", "#NUM!"},
        {"-0.1;\"bereik_werkend\"", "#NUM!"},
        {"nan;\"bereik_werkend\"", "#NUM!"},
        {"\"0,7\";\"bereik_werkend\"", "#VALUE!"},
        {"0.7;\"bereik_werkend\";2017", "#NUM!"},
        {"0.7;\"du\"", "Err:502"},
        {"0.7;\"winst\"", "Err:502"},
        {"0.7;\"bereik_werkend\";;\"fr\"", "Err:502"},
        {"{0.7|0.8};\"bereik_werkend\"", "Err:502"},
        {"0.7", "Err:502"},
    };
    TEST_ROWS("CHECK_NORM", rows);
}

static void the_line(void **state) /* (5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"2015", "0.092"},
        {"2030", "0.046"},
        {"2021", "0.0736"}, /* 9.2% − 6/15 × 4.6% */
        {"2022;2020;0.1;2024;0.06", "0.08"},
        {"2020;2020;0.1;2024;0.06", "0.1"},
        {"2014", "#NUM!"},
        {"2031", "#NUM!"},
        {"2020.5", "#NUM!"},
        {"2020;2025", "#NUM!"},
        {"2020;2020;0.1;2020", "#NUM!"},
        {"2020;2015;9.2", "#NUM!"},
        {"2020;2015;0.092;2030;-0.1", "#NUM!"},
        {"2020;2020;0.092;2020;0.05", "#NUM!"}, /* a line of one year has no slope */
        {"\"onbekend\"", "#N/A"},
        {"{_}", "#N/A"},
        {"\"2020\"", "#VALUE!"},
        {"", "Err:502"},
        {"{2020|2021}", "Err:502"},
    };
    TEST_ROWS("POVERTY_TARGET", rows);
}

static void a_year_has_four_digits(void **state) /* (6) */
{
    (void)state;
    static const struct test_row line[] = {
        {"2022;0;0.1;2024;0.06", "#NUM!"},     {"2022;-1;0.1;2024;0.06", "#NUM!"},    {"2022;999;0.1;2024;0.06", "#NUM!"},
        {"2022;2020;0.1;20240;0.06", "#NUM!"}, {"2022;2020;0.1;1e300;0.06", "#NUM!"}, {"1500;1000;0;2000;1", "0.5"},
        {"9999;9998;0;9999;1", "1"},
    };
    TEST_ROWS("POVERTY_TARGET", line);
    static const struct test_row norm[] = {{"\"du\";9999", "85000000"}, {"\"du\";20211", "#NUM!"}, {"\"du\";1e300", "#NUM!"}};
    TEST_ROWS("KANSEN_NORM", norm);
}

static void the_table(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    struct md_result result = test_call(test_function("KANSEN_NORMS"), "\"en\"", &memory);
    assert_int_equal(result.kind, MD_RESULT_MATRIX);
    assert_int_equal(result.columns, 5);
    assert_int_equal(result.rows, md_norms_length + 1);
    static const char *const heads[] = {"name", "years", "value", "kind", "source"};
    for (size_t column = 0; column < 5; column++)
        assert_string_equal(result.texts[column], heads[column]);
    for (size_t i = 0; i < md_norms_length; i++) {
        assert_string_equal(result.texts[(i + 1) * 5], md_norms[i].en);
        assert_true(result.cells[(i + 1) * 5 + 2] == md_norms[i].value);
    }
    assert_string_equal(result.texts[2 * 5 + 1], "2017–");
    assert_string_equal(result.texts[4 * 5 + 1], "2017–2018");
    assert_string_equal(result.texts[6 * 5 + 1], "2021");
    assert_string_equal(result.texts[6 * 5 + 3], "at least");
    test_memory_free(&memory);
    for (size_t fail = 1; fail < 2 * md_norms_length; fail++) {
        memory.fail_at = fail;
        result = test_call(test_function("KANSEN_NORMS"), "", &memory);
        assert_int_equal(result.kind, MD_RESULT_NUMBER);
        assert_int_equal(md_status_of(result.number), MD_MEMORY);
        test_memory_free(&memory);
    }
}

static void every_row_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_norms_length; i++) {
        const struct md_norm *norm = &md_norms[i];
        assert_ptr_equal(md_norm_named(norm->en), norm);
        assert_true(norm->last_year == 0 || norm->last_year >= norm->first_year);
        assert_non_null(norm->letter);
        assert_true(strlen(norm->sentence) > 20);
        if (norm->partner != NULL)
            assert_string_equal(md_norm_named(norm->partner)->partner, norm->en);
    }
    assert_null(md_norm_named("winst"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(values_and_names),
                                       cmocka_unit_test(sources),
                                       cmocka_unit_test(verdicts),
                                       cmocka_unit_test(the_line),
                                       cmocka_unit_test(a_year_has_four_digits),
                                       cmocka_unit_test(the_table),
                                       cmocka_unit_test(every_row_is_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
