// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/additionality.c; numbers in parentheses are the sentences of its header. */
#include "../../functions/policy/additionality.h"
#include "formulas.h"

static void published_cases(void **state) /* (1) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"450000;979000;529000", "1"},                  /* Haarlemmermeer 2018: its own budget and the money on top */
        {"\"geen\";419117;397775", "1.05365344730061"}, /* Hilversum: 105.4% of the money */
        /* Utrecht, × € 1.000: 223%, 77%, 52% or −94%, depending on the basis */
        {"19778;24240;2000", "2.231"},
        {"22700;24240;2000", "0.77"},
        {"19778;20814;2000", "0.518"},
        {"22700;20814;2000", "-0.943"},
        {"\"geen\";0;95000;;;95000", "#DIV/0!"}, /* Enkhuizen: all of it carried to 2018 */
    };
    TEST_ROWS("ADDITIONALITY", rows);
}

static void classes(void **state) /* (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"450000;979000;529000", "\"volledig\""},
        {"22700;24240;2000", "\"deels\""},
        {"22700;20814;2000", "\"niet\""},
        {"100;100;50", "\"niet\""},
        {"100;100.0000001;50", "\"deels\""},
        {"100;149.9999999;50", "\"deels\""},
        {"1000.1;1000.4;0.3", "\"volledig\""}, /* a hair below 1 in binary */
        {"100;160;50;;;;\"en\"", "\"fully\""},
        {"100;120;50;;;;\"ENGLISH\"", "\"partly\""},
        {"100;90;50;;;;\"en\"", "\"not\""},
        {"\"x\";90;50;;;;\"en\"", "\"unknown\""},
        {"0;90;50", "\"onbekend\""},
        {"100;\"onbekend\";50", "\"onbekend\""},
        {"{_};90;50", "\"onbekend\""},
        {"100;90;0", "#DIV/0!"},
        {"100;\"12\";50", "#VALUE!"},
        {"100;90;-1", "#NUM!"},
        {"100;90;50;;;;\"fr\"", "Err:502"},
        {"100;90;50;;;;1", "Err:502"},
        {"100;90", "Err:502"},
        {"1e19;1;1", "#NUM!"}, /* 2^63 and more */
        {"1;1e300;1", "#NUM!"},
        {"1;1;1;;1e-41", "#NUM!"}, /* 41 decimals */
    };
    TEST_ROWS("ADDITIONALITY_CLASS", rows);
}

/* The limit is the limit: a cent more or less than it, of a hundred million, is beyond it. */
static void limits_of_classes(void **state) /* (2) (6) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"70000000.01;70000010.96;10.95", "\"volledig\""}, /* 10.949999988 in binary */
        {"100000000;100000050;50", "\"volledig\""},        {"100000000;100000049.99;50", "\"deels\""},
        {"100000000;100000000.01;50", "\"deels\""},        {"100000000;100000000;50", "\"niet\""},
        {"8696575.72;8696576.64;0.92", "\"volledig\""},    {"\"geen\";0.9999999999;1", "\"deels\""},
        {"\"geen\";0.0000000001;1", "\"deels\""},
    };
    TEST_ROWS("ADDITIONALITY_CLASS", rows);
}

/* What cancels out is 0, not what binary makes of it. */
static void sums_are_exact(void **state) /* (6) */
{
    (void)state;
    static const struct test_row ratios[] = {
        {"95.24;97.14;63.41;0.02;41910.08;41973.49", "#DIV/0!"}, /* 63.41 + 41,910.08 − 41,973.49 */
        {"85.18;85.19;15016.97;;0.4;15017.37", "#DIV/0!"},
        {"100;100.5;0.1;;0.2;0.3", "#DIV/0!"},
        {"8696575.72;8696576.18;0.92", "0.5"}, /* 0.46 / 0.92 */
        {"1000.1;6000.2;5000.1", "1"},
        {"0.1;0.4;0.3", "1"},
        {"1000;1010;10.01;;;0.01", "1"},
    };
    TEST_ROWS("ADDITIONALITY", ratios);
    static const struct test_row classes[] = {
        {"100;100.5;0.1;;0.2;0.3", "#DIV/0!"},
        {"95.24;97.14;63.41;0.02;41910.08;41973.49", "#DIV/0!"},
        {"85.18;85.19;15016.97;;0.4;15017.38", "#NUM!"}, /* less than nothing by one cent */
    };
    TEST_ROWS("ADDITIONALITY_CLASS", classes);
    static const struct test_row euros[] = {
        {"1000.1;6000.2;5000.1", "0"},
        {"0.07;87518.42;87518.35", "0"},
        {"85.18;85.19;15016.97;;0.4;15017.37", "0"},
        {"100.1;100.2;0.3", "0.2"},
        {"100.1;0;0.3", "0.3"},
        {"0.1;0.3;1234567890.1", "1234567889.9"},
        {"95.24;97.14;63.41;;41910.08;41973.49", "0"},
    };
    TEST_ROWS("DISPLACEMENT", euros);
}

/* Rates multiply without rounding: each year has three or four decimals more, or sixteen where it was computed. */
static void many_years(void **state) /* (5) (6) */
{
    (void)state;
    static const struct test_row rows[] = {
        /* 1.025^10 = 1.280084544196357824…, so that 100,000 grows to 128,008.4544196357824… */
        {"100000;128008.45;0.01;{0.025|0.025|0.025|0.025|0.025|0.025|0.025|0.025|0.025|0.025}", "-0.441963578224182"},
        {"123456789.01;0;0.01;{0.0251|0.0252|0.0253|0.0254|0.0255|0.0256|0.0257|0.0258|0.0259|0.0261|0.0262|0.0263|0.0264|0."
         "0265|"
         "0.0266}",
         "-18101256374.5055"},
        /* fifteen years of 15 digits */
        {"123456789.01;0;0.01;{0.0123456789012345|0.0223456789012345|0.0323456789012345|0.0423456789012345|0.0523456789012345|"
         "0.0623456789012345|0.0723456789012345|0.0823456789012345|0.0923456789012345|-0.0123456789012345|-0.0223456789012345|"
         "-0.0323456789012345|-0.0423456789012345|-0.0523456789012345|-0.0623456789012345}",
         "-15494432325.4594"},
        /* twenty: more than 288 digits */
        {"100;100;1;{0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0."
         "0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0."
         "0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0."
         "0123456789012345|0.0123456789012345|0.0123456789012345}",
         "#NUM!"},
        {"\"geen\";1;1;{0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0."
         "0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0."
         "0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0.0123456789012345|0."
         "0123456789012345|0.0123456789012345|0.0123456789012345}",
         "#NUM!"},
        {"100;101;2;{0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0."
         "5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0.5|0."
         "5|0.5|0.5|0.5|0.5}",
         "-1838423435796.15"},
        {"100;101;2;{0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|"
         "0|0|0|0|0|0|0|0|0|0|0}",
         "0.5"},
    };
    TEST_ROWS("ADDITIONALITY", rows);
}

static void displacement(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100000;140000;60000", "20000"},
        {"100000;160000;60000", "0"},
        {"100000;200000;60000", "0"},
        {"100000;90000;60000", "60000"}, /* never more than the extra money */
        {"100000;140000;60000;;;20000", "0"},
        {"100000;140000;60000;;20000", "40000"},
        {"100000;100000;0", "0"},
        {"100000;90000;0", "0"},
        {"100000;140000;10000;;;20000", "#NUM!"},
        {"\"x\";140000;60000", "#N/A"},
        {"100000;\"a\";60000", "#VALUE!"},
        {"100000;140000;{1|2}", "Err:502"},
    };
    TEST_ROWS("DISPLACEMENT", rows);
}

/* By hand: own money before, times growth, less own money now; never below 0 or above the extra money spent on this policy. */
static void displacement_by_extra_spent(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"400000;580000;250000;;;25000;195000", "15000"}, /* 400,000 − 385,000 */
        {"400000;580000;250000;0.01;;25000;195000", "19000"},
        {"400000;595000;250000;;;25000;195000", "0"},
        {"400000;700000;250000;;;25000;195000", "0"},
        {"400000;195000;250000;;;25000;195000", "195000"}, /* all own money is gone: never more than was spent */
        {"400000;400000;250000;;;;0", "0"},
        {"1000.1;6000.2;5000.1;;;;5000.1", "0"},            /* to the cent */
        {"1000.1;6000.2;5000.1;;0.1;0.2;5000.01", "#NUM!"}, /* a cent more than was available */
        {"0.07;87518.42;87518.35;;;;87518.35", "0"},
        {"0.3;0.3;5;;;;0.1", "0.1"},
        {"0.3;0.3;5;;;;0.30000000001", "#NUM!"},
        {"400000;580000;250000;;;25000;225000", "45000"},
        {"400000;580000;250000;;;25000", "45000"},
        {"400000;580000;250000;;;25000;225001", "#NUM!"}, /* more than was available */
        {"400000;100000;250000;;;25000;195000", "#NUM!"}, /* more than was spent in all */
        {"400000;580000;250000;;;25000;-1", "#NUM!"},
        {"400000;580000;250000;;;25000;\"onbekend\"", "#N/A"},
        {"400000;580000;250000;;;25000;{_}", "#N/A"},
        {"400000;580000;250000;;;25000;\"veel\"", "#VALUE!"},
        {"400000;580000;250000;;;25000;{1|2}", "Err:502"},
    };
    TEST_ROWS("DISPLACEMENT", rows);
}

static void nothing_to_displace(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"\"geen\";195000;225000", "0"},
        {"\"geen\";40000;60000", "0"},
        {"\"None\";195000;250000;;;25000;195000", "0"},
        {"\"geen\";195000;225000;0.02", "0"},
        {"\"geen\";0;225000", "0"},
        {"\"geen\";\"x\";225000", "#N/A"},
        {"\"geen\";195000;225000;;;225001", "#NUM!"},
        {"0;195000;225000", "#N/A"},
    };
    TEST_ROWS("DISPLACEMENT", rows);
}

/* Two reasons why money did not come on top: spent on something else or left over, and displaced. They add up while own spending
 * did not rise above the baseline. */
static void the_reasons_add_up(void **state) /* (3) */
{
    (void)state;
    for (int spent = 0; spent <= 60000; spent += 5000) {
        for (int own = 70000; own <= 100000; own += 7500) {
            char arguments[80], expected[32];
            snprintf(arguments, sizeof arguments, "100000;%d;60000;;;;%d", own + spent, spent);
            int elsewhere = 60000 - spent, on_top = own + spent - 100000, displaced = 60000 - on_top - elsewhere;
            snprintf(expected, sizeof expected, "%d", displaced > spent ? spent : displaced);
            test_formula(test_function("DISPLACEMENT"), arguments, expected);
        }
    }
}

static void baseline(void **state) /* (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0;40000;60000", "#N/A"},       {"{_};40000;60000", "#N/A"},      {"\"onbekend\";40000;60000", "#N/A"},
        {"\"geen\";30000;60000", "0.5"}, {"\"None\";30000;60000", "0.5"},  {"\"niets\";30000;60000", "#VALUE!"},
        {"-1;30000;60000", "#NUM!"},     {"{1|2};30000;60000", "Err:502"}, {"\"geen\";0;60000", "0"},
    };
    TEST_ROWS("ADDITIONALITY", rows);
}

static void growth(void **state) /* (5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100000;160000;60000;0.02", "0.966666666666667"},
        {"100000;160000;60000;{0.02|0.02}", "0.932666666666667"}, /* baseline 104,040 */
        {"100000;160000;60000;{0.02|_|0.02}", "0.932666666666667"},
        {"100000;160000;60000;{0.02|\"x\"}", "#N/A"},
        {"100000;160000;60000;{_|_}", "#N/A"},
        {"100000;160000;60000;-0.1", "1.16666666666667"},
        {"100000;160000;60000;0.5", "0.166666666666667"},
        {"100000;160000;60000;0.5000000001", "#NUM!"},
        {"100000;160000;60000;-0.5", "1.83333333333333"},
        {"100000;160000;60000;-0.5000000001", "#NUM!"},
        {"100000;160000;60000;0.50000000000000011", "0.166666666666667"}, /* shows as 0.5 */
        {"100000;160000;60000;1.02", "#NUM!"},
        {"100000;160000;60000;\"2%\"", "#VALUE!"},
        {"100000;160000;60000;{0.02|nan}", "#NUM!"},
        {"\"geen\";60000;60000;0.02", "1"},
    };
    TEST_ROWS("ADDITIONALITY", rows);
}

static void carried_over(void **state) /* (1) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100000;160000;50000;;10000", "1"},
        {"100000;140000;60000;;;20000", "1"},
        {"100000;140000;60000;;;60000", "#DIV/0!"},
        {"100000;140000;60000;;;70000", "#NUM!"},
        {"100000;140000;0", "#DIV/0!"},
        {"100000;140000;60000;;-1", "#NUM!"},
        {"100000;140000;60000;;{_}", "#N/A"},
        {"100000;140000;60000;;;\"x\"", "#N/A"},
        {"100000;-1;60000", "#NUM!"},
        {"100000;inf;60000", "#NUM!"},
        {"100000;1;\"a\"", "#VALUE!"},
        {";1;2", "Err:502"},
    };
    TEST_ROWS("ADDITIONALITY", rows);
}

/* displacement = available × (1 − additionality), held between 0 and what is available */
static void displacement_mirrors_additionality(void **state)
{
    (void)state;
    for (int step = -5; step <= 15; step++) {
        char arguments[64], expected[32];
        double spending = 100000 + 6000.0 * step, left = 60000 - 6000.0 * step;
        snprintf(arguments, sizeof arguments, "100000;%g;60000", spending);
        snprintf(expected, sizeof expected, "%g", left < 0 ? 0 : left > 60000 ? 60000 : left);
        test_formula(test_function("DISPLACEMENT"), arguments, expected);
        snprintf(expected, sizeof expected, "%.15g", step / 10.0);
        test_formula(test_function("ADDITIONALITY"), arguments, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_cases),
        cmocka_unit_test(classes),
        cmocka_unit_test(limits_of_classes),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(many_years),
        cmocka_unit_test(displacement),
        cmocka_unit_test(displacement_by_extra_spent),
        cmocka_unit_test(nothing_to_displace),
        cmocka_unit_test(the_reasons_add_up),
        cmocka_unit_test(baseline),
        cmocka_unit_test(growth),
        cmocka_unit_test(carried_over),
        cmocka_unit_test(displacement_mirrors_additionality),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
