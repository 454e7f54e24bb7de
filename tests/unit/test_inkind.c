// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/inkind.c; numbers in parentheses are the sentences of its header. */
#include "formulas.h"

#define FOUR "{\"in natura\"|\"kinderarmoede anders\"|\"generiek\"|\"niet besteed\"}"

static void denominators(void **state) /* (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{45|15|20|20};" FOUR ";\"besteed\"", "0.5625"}, /* 45 / 80 */
        {"{45|15|20|20};" FOUR ";\"ontvangen\"", "0.45"}, /* 45 / 100 */
        {"{45|15|20|20};" FOUR ";90", "0.5"},
        {"{45|15|20|20};" FOUR ";{90}", "0.5"},
        {"{45|15|20|20};" FOUR ";\" Spent \";\"generic\"", "0.25"},
        {"{45|15|20|20};" FOUR ";\"received\";\"unspent\"", "0.2"},
        {"{40|5|15|20|20};{\"natura\"|\"In Kind\"|\"child poverty otherwise\"|\"generiek\"|\"niet besteed\"};\"besteed\"",
         "0.5625"},
        {"100;\"in natura\";\"besteed\"", "1"},
        {"{45|15|20|20};" FOUR, "Err:502"},
        {"{45|15|20|20};" FOUR ";\"alles\"", "Err:502"},
        {"{45|15|20|20};" FOUR ";\"100\"", "Err:502"},
        {"{45|15|20|20};" FOUR ";{80|90}", "Err:502"},
        {"{45|15|20|20};" FOUR ";\"besteed\";\"sport\"", "Err:502"},
        {"{45|15|20|20};" FOUR ";\"besteed\";1", "Err:502"},
    };
    TEST_ROWS("INKIND_SHARE", rows);
}

static void broader(void **state) /* (5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{45|15|20|20};" FOUR ";\"ontvangen\";\"breder\"", "0.35"},
        {"{45|15|20|20};" FOUR ";\"ontvangen\";\"niet in natura\"", "0.35"},
        {"{45|15|20|20};" FOUR ";\"received\";\"not in kind\"", "0.35"},
        {"{45|15|20|20};" FOUR ";\"besteed\";\"Broader\"", "0.4375"},
        {"{45|15|20|20};" FOUR ";70;\"breder\"", "0.5"},
        {"{45|-5|20|40};" FOUR ";\"ontvangen\";\"breder\"", "0.15"},
        {"{45|15|\"x\"|20};" FOUR ";90;\"breder\"", "#N/A"},
        {"{45|\"x\"|20|20};" FOUR ";90;\"breder\"", "#N/A"},
        {"{\"x\"|15|20|20};" FOUR ";70;\"breder\"", "0.5"},              /* what is in kind cannot change it */
        {"{45|55};{\"in natura\"|\"breder\"};\"ontvangen\"", "Err:502"}, /* no class of an amount */
        {"{45|15|20|20};" FOUR ";\"breder\"", "Err:502"},
    };
    TEST_ROWS("INKIND_SHARE", rows);
}

static void unknowns(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{45|\"x\"};{\"in natura\"|\"generiek\"};\"besteed\"", "#N/A"},
        {"{45|\"x\"};{\"in natura\"|\"generiek\"};90", "0.5"},            /* the unknown amount cannot change the share */
        {"{45|\"x\"};{\"in natura\"|\"niet besteed\"};\"besteed\"", "1"}, /* nor can what was not spent */
        {"{45|\"x\"};{\"in natura\"|\"niet besteed\"};\"ontvangen\"", "#N/A"},
        {"{45|\"x\"};{\"in natura\"|\"in natura\"};90", "#N/A"},
        {"{45|10};{\"in natura\"|_};90", "#N/A"},
        {"{45|10};{\"in natura\"|\"onbekend\"};90", "#N/A"},
        {"{10|20};{\"niet besteed\"|\"onbekend\"};100;\"niet besteed\"", "#N/A"}, /* it may be any class, the last too */
        {"{45|10};{\"in natura\"|\"generiek\"};\"onbekend\"", "#N/A"},
        {"{45|10};{\"in natura\"|\"generiek\"};{_}", "#N/A"},
    };
    TEST_ROWS("INKIND_SHARE", rows);
}

static void blanks_and_corrections(void **state) /* (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{45|_|45};{\"in natura\"|_|\"generiek\"};\"besteed\"", "0.5"},
        {"{45|_|45};{\"in natura\"|\"wat dan ook\"|\"generiek\"};\"besteed\"", "0.5"},
        {"{50|-5|45};{\"in natura\"|\"in natura\"|\"generiek\"};\"besteed\"", "0.5"},
        {"{_|_};{_|_};\"besteed\"", "#DIV/0!"},
        {"{0|0};{\"in natura\"|\"generiek\"};\"besteed\"", "#DIV/0!"},
        {"{5|-10};{\"in natura\"|\"generiek\"};\"besteed\"", "#NUM!"},
        {"{5};{\"in natura\"};0", "#DIV/0!"},
        {"{5};{\"in natura\"};-1", "#NUM!"},
    };
    TEST_ROWS("INKIND_SHARE", rows);
}

/* What cancels out is 0, not what binary makes of it; and a zero amount of unknown class changes nothing. */
static void sums_are_exact(void **state) /* (3) (6) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"{0.1|0.2|-0.3};{\"in natura\"|\"in natura\"|\"in natura\"};\"besteed\"", "#DIV/0!"},
        {"{0.3|-0.1|-0.2};{\"in natura\"|\"in natura\"|\"in natura\"};\"besteed\"", "#DIV/0!"},
        {"{1000.1|200.2|-1200.3};{\"in natura\"|\"generiek\"|\"in natura\"};\"besteed\"", "#DIV/0!"},
        {"{46839.65|24404.14|95330.25|0.2|-166574.24};{\"niet besteed\"|\"niet besteed\"|\"kinderarmoede anders\"|\"in "
         "natura\"|"
         "\"generiek\"};\"ontvangen\"",
         "#DIV/0!"},
        {"{36.62|0.96|43.69|-43.69|-0.96|-36.62};{\"in natura\"|\"in natura\"|\"in natura\"|\"in natura\"|\"in natura\"|\"in "
         "natura\"};"
         "\"besteed\"",
         "#DIV/0!"},
        {"{0.1|0.2|-0.29};{\"in natura\"|\"in natura\"|\"generiek\"};\"besteed\"", "30"},
        {"{0.1|0.2|-0.31};{\"in natura\"|\"in natura\"|\"in natura\"};\"besteed\"", "#NUM!"},
        {"{1000000000000000|0.01|-1000000000000000};{\"in natura\"|\"in natura\"|\"in natura\"};\"besteed\"", "1"},
        {"{45|0|55};{\"in natura\"|\"\"|\"generiek\"};\"besteed\"", "0.45"},
        {"{45|0|55};{\"in natura\"|\"onbekend\"|\"generiek\"};\"ontvangen\"", "0.45"},
        {"{45|0|\"x\"};{\"in natura\"|_|\"generiek\"};100", "0.45"},
        {"{45|\"x\"};{\"in natura\"|_};100", "#N/A"},
    };
    TEST_ROWS("INKIND_SHARE", rows);
}

static void bad_cells(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"{\"45\"|10};{\"in natura\"|\"generiek\"};\"besteed\"", "#VALUE!"},
        {"{nan|10};{\"in natura\"|\"generiek\"};\"besteed\"", "#NUM!"},
        {"{45|10};{\"in natura\"|\"sport\"};\"besteed\"", "Err:502"},
        {"{45|10};{\"in natura\"|1};\"besteed\"", "Err:502"},
        {"{45|10};{\"in natura\"};\"besteed\"", "Err:502"},
        {"{45|10};{\"in natura\";\"generiek\"};\"besteed\"", "Err:502"},
        {"{45|10};{\"in natura\"|\"generiek\"};inf", "#NUM!"},
        {"{1e19|1};{\"in natura\"|\"niet besteed\"};\"besteed\"", "#NUM!"}, /* 2^63 and more */
        {"{1|1e19};{\"in natura\"|\"niet besteed\"};\"besteed\"", "#NUM!"},
        {"{1|1};{\"in natura\"|\"generiek\"};1e19", "#NUM!"},
        {"{1|1e-41};{\"in natura\"|\"generiek\"};\"besteed\"", "#NUM!"}, /* 41 decimals */
        {"", "Err:502"},
        {";;\"besteed\"", "Err:502"},
    };
    TEST_ROWS("INKIND_SHARE", rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(denominators),   cmocka_unit_test(broader),
                                       cmocka_unit_test(unknowns),       cmocka_unit_test(blanks_and_corrections),
                                       cmocka_unit_test(sums_are_exact), cmocka_unit_test(bad_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
