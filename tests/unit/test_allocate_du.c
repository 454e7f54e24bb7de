// SPDX-License-Identifier: EUPL-1.2
/* ALLOCATE_DU, ALLOCATE_DU_STEPS and ALLOCATE_DU_CHECK: numbers in parentheses are the sentences of functions/allocation/allocate_du.c,
 * of request.h (r) and of allocate_du_check.c (c). The arithmetic itself is proven in test_allocation.c. */
#include "formulas.h"

static void shape_and_blanks(void **state) /* (1) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{1|1|1}", "{34|33|33}"},
        {"100;{1;1;1}", "{34;33;33}"},
        {"100;{1;1|1;1}", "{25;25|25;25}"},
        {"100;7", "{100}"},
        {"100;{7}", "{100}"},
        {"100;{_|1|_|1}", "{_|50|_|50}"},
        {"100;{1;_|_;1}", "{50;_|_;50}"},
        {"100;{1|1|_}", "{50|50|_}"},
        {"100;{0|1}", "{0|100}"},
        {"100;{-0.0|1}", "{0|100}"},
        {"0;{1|1}", "{0|0}"},
        {"-100;{1|1|1}", "{-34|-33|-33}"},
        {"-100;{0|1}", "{0|-100}"},
        {"{100};{1|1}", "{50|50}"},
    };
    TEST_ROWS("ALLOCATE_DU", rows);
}

static void one_position(void **state) /* (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{50|30|20};1", "50"},
        {"100;{50|30|20};3", "20"},
        {"100;{50;30|20;_};3", "20"},
        {"100;{50;30|20;_};4", "_"},
        {"100;{50|30|20};{2}", "30"},
        {"100;{50|30|20};0", "Err:502"},
        {"100;{50|30|20};4", "Err:502"},
        {"100;{50|30|20};-1", "Err:502"},
        {"100;{50|30|20};1.5", "Err:502"},
        {"100;{50|30|20};1e300", "Err:502"},
        {"100;{50|30|20};nan", "#NUM!"},
        {"100;{50|30|20};\"1\"", "#VALUE!"},
        {"100;{50|30|20};\"x\"", "#N/A"},
        {"100;{50|30|20};{_}", "#N/A"},
        {"100;{50|30|20};{1|2}", "Err:502"},
        {"100;{50|\"x\"|20};1", "#N/A"},
        {"100;{50|\"12\"|20};9", "Err:502"}, /* the worst wins */
        {"100;{50|\"x\"|_};3", "_"},
        {"100;{50|-1|_};3", "_"},
        {"\"a\";{50|_};2", "_"}, /* (3) */
        {"\"a\";{_|50};1", "_"},
        {"100.5;{50|_};2", "_"},
        {"100;{_|_};1", "#DIV/0!"},
        {"100;{50|_};3", "Err:502"},
    };
    TEST_ROWS("ALLOCATE_DU", rows);
}

static void errors_show_everywhere(void **state) /* (3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{50|\".\"|20}", "{#N/A|#N/A|#N/A}"},
        {"100;{50|_|\"?\"}", "{#N/A|_|#N/A}"},
        {"100;{50|\"12\"|20}", "{#VALUE!|#VALUE!|#VALUE!}"},
        {"100;{50|\" \"|20}", "{71|_|29}"},
        {"100;{50|-1|20}", "{#NUM!|#NUM!|#NUM!}"},
        {"100;{50|nan|20}", "{#NUM!|#NUM!|#NUM!}"},
        {"100;{50|inf|20}", "{#NUM!|#NUM!|#NUM!}"},
        {"100;{1e300|1}", "{#NUM!|#NUM!}"},
        {"100;{0|0}", "{#DIV/0!|#DIV/0!}"},
        {"100;{_|_}", "#DIV/0!"},
        {"100;{\"x\"|\"12\"|-1}", "{#VALUE!|#VALUE!|#VALUE!}"},
        {"100;{0|\"x\"}", "{#N/A|#N/A}"},
        {"\"100\";{1|1}", "{#VALUE!|#VALUE!}"},
        {"\"onbekend\";{1|1}", "{#N/A|#N/A}"},
        {"{_};{1|1}", "{#N/A|#N/A}"},
        {"inf;{1|1}", "{#NUM!|#NUM!}"},
        {"{1|2};{1|1}", "{Err:502|Err:502}"},
        {";{1|1}", "{Err:502|Err:502}"},
        {"100", "Err:502"},
        {"100;;1", "Err:502"},
        {"100.5;{1|1}", "{#NUM!|#NUM!}"},
        {"1e300;{1|1}", "{#NUM!|#NUM!}"},
    };
    TEST_ROWS("ALLOCATE_DU", rows);
}

static void units_and_methods(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        {"1;{1|1|1};;0.01", "{0.34|0.33|0.33}"},
        {"1;{1|1|1};;0.05", "{0.35|0.35|0.3}"},
        {"10000;{1|1|1};;1000", "{4000|3000|3000}"},
        {"1;{1|1};;{0.5}", "{0.5|0.5}"},
        {"100;{1|1};;0", "{#NUM!|#NUM!}"},
        {"100;{1|1};;-1", "{#NUM!|#NUM!}"},
        {"100;{1|1};;inf", "{#NUM!|#NUM!}"},
        {"100;{1|1};;\"1\"", "{#VALUE!|#VALUE!}"},
        {"100;{1|1};;{_}", "{#N/A|#N/A}"},
        {"100;{1|1};;{1|1}", "{Err:502|Err:502}"},
        /* Three lists of 53, 24 and 23 for 5 seats: quotas 2.65, 1.2 and 1.15. Largest remainder 3-1-1; d'Hondt by the prices
         * 1/53, 2/53, 1/24, 1/23, 3/53: 3-1-1; Adams gives one each and then to 53 twice. */
        {"5;{53|24|23};;;\"grootste rest\"", "{3|1|1}"},
        {"5;{53|24|23};;;\"Hamilton\"", "{3|1|1}"},
        {"5;{53|24|23};;;\"d'hondt\"", "{3|1|1}"},
        {"5;{53|24|23};;;\"Adams\"", "{3|1|1}"},
        {"10;{65|25|10};;;\"jefferson\"", "{7|2|1}"},
        {"10;{65|25|10};;;\"Sainte-Laguë\"", "{7|2|1}"},
        {"10;{65|25|10};;;\"adams\"", "{6|3|1}"},
        {"18014398509481984;{1000|1};;;\"adams\"", "{#NUM!|#NUM!}"}, /* one would get more than 2^53 */
        {"100;{1|1|1};;;\"afgerond\"", "{33|33|33}"},
        {"100;{1|1|1};;;\"rounded\"", "{33|33|33}"},
        {"100;{1|1|1};;;\"eerlijk\"", "{Err:502|Err:502|Err:502}"},
        {"100;{1|1|1};;;{_}", "{Err:502|Err:502|Err:502}"},
        {"100;{1|1|1};;;1", "{Err:502|Err:502|Err:502}"},
    };
    TEST_ROWS("ALLOCATE_DU", rows);
}

static void bounds(void **state) /* (r2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"12;{1|1};;2;;{8|0}", "{8|4}"}, /* bounds are amounts, also where the unit is a few euros */
        {"12;{1|1};;2;;;{4|12}", "{4|8}"},
        {"1000;{7|2|1};;;;150", "{661|189|150}"}, /* 850 over 7 and 2: 661.1 and 188.9 */
        {"1000;{7|2|1};;;;;500", "{500|333|167}"},
        {"1000;{7|2|1};;;;150;600", "{600|250|150}"},
        {"1000;{7|2|1};;;;{_|_|300}", "{544|156|300}"},
        {"1000;{7|2|1};;;;;{500|_|_}", "{500|333|167}"},
        {"100;{1|0|1};;;;{10|_|10}", "{50|0|50}"}, /* a blank minimum is none */
        {"1000;{_|7}", "{_|1000}"},
        {"1;{1|1};;;;;;{\"b\"|1}", "{0|1}"}, /* numbers before texts before blanks */
        {"1;{1|1};;;;;;{1|\"b\"}", "{1|0}"},
        {"1;{1|1};;;;;;{_|\"b\"}", "{0|1}"},
        {"1;{1|1};;;;;;{\"b\"|_}", "{1|0}"},
        {"1000;{7|_|3};;;;{_|900|400}", "{600|_|400}"}, /* a blank key's bound does not count */
        {"1000;{7|2|1};;;;{150}", "{661|189|150}"},
        {"1000;{7};;;;{_}", "{#N/A}"}, /* one cell is one amount for all, and blank there is unknown */
        {"1000;7;;;;;{_}", "{#N/A}"},
        {"1000;{7};;;;{150}", "{1000}"},
        {"1000;{7|2|0};;;;100", "{700|200|100}"},
        {"55;{1|1};;;;{0|50};{5|100}", "{5|50}"}, /* nobody is free: from 5 to 50 nothing moves */
        {"60;{1|1|1};;;;{0|50|5};{5|100|5}", "{5|50|5}"},
        {"1000;{7|2|1};;;;400", "{#NUM!|#NUM!|#NUM!}"},
        {"1000;{7|2|1};;;;;300", "{#NUM!|#NUM!|#NUM!}"},
        {"1000;{7|2|1};;;;0", "{700|200|100}"},
        {"1000;{7|2|1};;;;{0|0|300}", "{544|156|300}"},
        {"1000;{7|2|1};;;;-1", "{#NUM!|#NUM!|#NUM!}"},
        {"1000;{7|2|1};;;;{1|-2|3}", "{#NUM!|#NUM!|#NUM!}"},
        {"-1000;{7|2|1};;;;0", "{#NUM!|#NUM!|#NUM!}"},
        {"1000;{7|2|1};;;;{1;2;3}", "{Err:502|Err:502|Err:502}"},
        {"1000;{7|2|1};;;;{_}", "{#N/A|#N/A|#N/A}"},
        {"1000;{7|2|1};;;;{1|\"x\"|3}", "{#N/A|#N/A|#N/A}"},
        {"1000;{7|2|1};;;;;\"600\"", "{#VALUE!|#VALUE!|#VALUE!}"},
        {"1000;{7|2|1};;;;;{1|\"600\"|3}", "{#VALUE!|#VALUE!|#VALUE!}"},
    };
    TEST_ROWS("ALLOCATE_DU", rows);
}

static void order_decides_ties(void **state) /* (r3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"1;{1|1|1}", "{1|0|0}"},
        {"1;{1|1|1};;;;;;{3|2|1}", "{0|0|1}"},
        {"1;{1|1|1};;;;;;{\"GM0344\"|\"GM0014\"|\"GM0518\"}", "{0|1|0}"},
        {"1;{1|1|1};;;;;;{\"GM0014\"|5|_}", "{0|1|0}"}, /* numbers before texts before blanks */
        {"1;{1|1|1};;;;;;{_|\"x\"|_}", "{0|1|0}"},
        {"1;{1|1|1};;;;;;{1|1|1}", "{1|0|0}"},
        {"2;{1|1|1|1|1|1|1|1};;;;;;{1|1|1|1|1|1|1|1}", "{1|1|0|0|0|0|0|0}"},
        {"3;{1|1|1|1|1|1|1|1};;;;;;{2|2|2|1|2|1|2|2}", "{1|0|0|1|0|1|0|0}"},
        {"1;{1|_|1};;;;;;{2|0|1}", "{0|_|1}"},
        {"1;{1|1|1};;;\"d'hondt\";;;{3|2|1}", "{0|0|1}"},
        {"1;{1|1|1};;;;;;{3|2}", "{Err:502|Err:502|Err:502}"},
        {"1;{1|1|1};;;;;;1", "{Err:502|Err:502|Err:502}"},
    };
    TEST_ROWS("ALLOCATE_DU", rows);
}

static void steps(void **state) /* (4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"10;{1|1|2}", "{0.25;2.5;2;0.5;1;3|0.25;2.5;2;0.5;2;2|0.5;5;5;0;3;5}"},
        {"10;{1;1;2}", "{0.25;2.5;2;0.5;1;3|0.25;2.5;2;0.5;2;2|0.5;5;5;0;3;5}"},
        {"10;{1|_|3}", "{0.25;2.5;2;0.5;2;2|_;_;_;_;_;_|0.75;7.5;7;0.5;1;8}"}, /* of equal remainders the larger key is first */
        {"-10;{1|1}", "{0.5;-5;-5;0;1;-5|0.5;-5;-5;0;2;-5}"},
        {"1;{1|3};0.25", "{0.25;0.25;0.25;0;2;0.25|0.75;0.75;0.75;0;1;0.75}"},
        {"10;{1|\"x\"}", "{#N/A;#N/A;#N/A;#N/A;#N/A;#N/A|#N/A;#N/A;#N/A;#N/A;#N/A;#N/A}"},
        {"10;{_|1|\"x\"}", "{_;_;_;_;_;_|#N/A;#N/A;#N/A;#N/A;#N/A;#N/A|#N/A;#N/A;#N/A;#N/A;#N/A;#N/A}"},
        {"10.5;{1}", "{#NUM!;#NUM!;#NUM!;#NUM!;#NUM!;#NUM!}"},
        {"10;{_|_}", "#DIV/0!"},
        {"10", "Err:502"},
    };
    TEST_ROWS("ALLOCATE_DU_STEPS", rows);
}

static void all_is_well(void **state) /* (c1) (c3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"85000;{50|30|25}", "\"3 ontvangers, samen € 85.000\""},
        {"85000;{50|30|25};;;;;;\"en\"", "\"3 recipients, together € 85,000\""},
        {"100;{50}", "\"1 ontvanger, € 100\""},
        {"100;{50};;;;;;\"en\"", "\"1 recipient, € 100\""},
        {"-12.5;{50|30};0.5", "\"2 ontvangers, samen € -12,50\""},
        {"100;{50|_|30|25}", "\"3 ontvangers, samen € 100. Let op: 1 lege cel is overgeslagen\""},
        {"100;{50|_|30|_|25};;;;;;\"en\"", "\"3 recipients, together € 100. Note: 2 empty cells were skipped\""},
        {"160;{50|_|30|80}", "\"3 ontvangers, samen € 160. Let op: 1 lege cel is overgeslagen; cel 4 is de som van alle "
                             "andere; is dat een totaalrij?\""},
        {"38581226.6;{7700623.8|5451634.6|6138354.9|19290613.3};0.1", /* a sum that is a little off in binary */
         "\"4 ontvangers, samen € 38.581.226,60. Let op: cel 4 is de som van alle andere; is dat een totaalrij?\""},
        {"1000;{1|1|1};1000",
         "\"3 ontvangers, samen € 1.000. Let op: 3 ontvangers hadden evenveel recht op de laatste € 1.000\""},
        {"2000;{1|1|1};1000;\"afgerond\"", "\"3 ontvangers, samen € 3.000. Let op: door elk bedrag apart af te ronden is dat "
                                           "€ 1.000 meer dan het totaal\""},
        {"1;{1|1|1}", "\"3 ontvangers, samen € 1. Let op: 3 ontvangers hadden evenveel recht op de laatste € 1\""},
        {"100;{1|1|1};;\"afgerond\"",
         "\"3 ontvangers, samen € 99. Let op: door elk bedrag apart af te ronden is dat € 1 minder dan het totaal\""},
        {"101;{1|1};;\"rounded\";;;;\"en\"",
         "\"2 recipients, together € 102. Note: with each amount rounded by itself that is € 1 more than the total\""},
        {"100;{1|1|1};0.01;\"rounded\";;;;\"en\"", /* a cent, though 100 − 99.99 is a little less in binary */
         "\"3 recipients, together € 99.99. Note: with each amount rounded by itself that is € 0.01 less than the total\""},
        {"1000000.01;{1|1|1};0.01;\"rounded\";;;;\"en\"", "\"3 recipients, together € 1,000,000.02. Note: with each amount "
                                                          "rounded by itself that is € 0.01 more than the total\""},
        {"10;{1|1};;\"afgerond\"", "\"2 ontvangers, samen € 10\""},
        {"1968;{333|250|210|190|985}",
         "\"5 ontvangers, samen € 1.968. Let op: cel 5 is op afronding na de som van alle andere; is dat een totaalrij?\""},
        {"1968;{333|250|210|190|985};;;;;;\"en\"",
         "\"5 recipients, together € 1,968. Note: cell 5 is the sum of all others but for rounding; is it a total row?\""},
        {"360;{10|20|30|_|40|50|90|120}", "\"7 ontvangers, samen € 360. Let op: 1 lege cel is overgeslagen; cel 7 is de som "
                                          "van cel 5 t/m 6, en zo zijn er 3; zijn "
                                          "dat subtotalen?\""},
        {"360;{10|20|30|40|50|90|120};;;;;;\"en\"",
         "\"7 recipients, together € 360. Note: cell 6 is the sum of cells 4 to 5, and there are 3 like it; are they "
         "subtotals?\""},
        {"300;{100|60|40|60|40}",
         "\"5 ontvangers, samen € 300. Let op: cel 1 is de som van cel 2 t/m 3, en nog 1 keer van andere cellen; staan er "
         "totalen tussen?\""},
        {"300;{100|60|40|60|40};;;;;;\"en\"",
         "\"5 recipients, together € 300. Note: cell 1 is the sum of cells 2 to 3, and 1 times more of other cells; are there "
         "totals among them?\""},
        {"801.234;{500|300|1.234};0.001",
         "\"3 ontvangers, samen € 801,234. Let op: cel 3 is 1,234 tussen hele getallen; is dat 1.234?\""},
        {"801.234;{_|500|300|1.234};0.001;;;;;\"en\"",
         "\"3 recipients, together € 801.234. Note: 1 empty cell was skipped; cell 4 is 1.234 among whole numbers; is that "
         "1,234?\""},
        {"10;{1|1}", "\"2 ontvangers, samen € 10\""}, /* of two keys each may be the sum of the other */
    };
    TEST_ROWS("ALLOCATE_DU_CHECK", rows);
}

/* The sums of a binary machine are told from those of the sheet. */
/* The warning of a key with more than 9 decimals. */
#define FINE(cell)                                                                                                             \
    "cel " cell " heeft meer dan 9 cijfers achter de komma, en dan kunnen sleutels die gelijk lijken verschillen: rond ze af"

/* Nine decimals are those of the key, one more makes every key its binary value: alone, with a blank before it, or beside a key that
 * is too large to have decimals. */
static void fine_keys_are_named(void **state) /* (c3) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"2;{0.123456789|1}", "\"2 ontvangers, samen € 2\""},
        {"2;{_|0.1234567891|1}", "\"2 ontvangers, samen € 2. Let op: 1 lege cel is overgeslagen; " FINE("2") "\""},
        {"2;{1|0.1234567891};;;;;;\"en\"", "\"2 recipients, together € 2. Note: cell 2 has more than 9 decimals, and then keys "
                                           "that look equal may differ: round them\""},
        {"2;{0.1234567891}", "\"1 ontvanger, € 2\""},
        {"2;{10000000000000000000|10000000000000000000}", "\"2 ontvangers, samen € 2\""},
    };
    TEST_ROWS("ALLOCATE_DU_CHECK", rows);
}

static void sums_are_exact(void **state) /* (c3) (c4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"2;{1|1000000000000|1000000000001}",
         "\"3 ontvangers, samen € 2. Let op: cel 3 is de som van alle andere; is dat een totaalrij?\""},
        {"2;{10000000000000|10000000000000|4}", "\"3 ontvangers, samen € 2\""},
        {"1;{0.1|0.2|0.3}", "\"3 ontvangers, samen € 1. Let op: cel 3 is de som van alle andere; is dat een totaalrij?\""},
        {"1;{0.1|0.2|0.3000000001}", "\"3 ontvangers, samen € 1. Let op: " FINE("3") "\""},
        {"3;{4503599627370497|1|4503599627370496}",
         "\"3 ontvangers, samen € 3. Let op: cel 1 is de som van alle andere; is dat een totaalrij?\""},
        {"3;{4503599627370498|1|4503599627370496}", "\"3 ontvangers, samen € 3\""},
        /* thirds, which show as 0.333333333333333 */
        {"1;{0.33333333333333331|0.33333333333333331|0.33333333333333331|1}",
         "\"4 ontvangers, samen € 1. Let op: " FINE("1") "; cel 4 is de som van alle andere; is dat een totaalrij?\""},
        {"1;{0.33333333333333331|0.33333333333333331|0.3333333333333|1}",
         "\"4 ontvangers, samen € 1. Let op: cel 1 en cel 3 lijken gelijk en zijn het niet: rond ze af\""},
        {"1;{0.33333333333333331|_|0.33333333333333337};;;;;;\"en\"",
         "\"2 recipients, together € 1. Note: 1 empty cell was skipped; cell 1 and cell 3 look equal and are not: round "
         "them\""},
        {"3;{1|1|1};0.01;\"afgerond\"", "\"3 ontvangers, samen € 3\""},
        {"-1;{1|1|1};0.01;\"afgerond\"",
         "\"3 ontvangers, samen € -0,99. Let op: door elk bedrag apart af te ronden is dat € 0,01 meer dan het totaal\""},
        {"0.1;{1|1|1};0.1;\"afgerond\"",
         "\"3 ontvangers, samen € 0. Let op: door elk bedrag apart af te ronden is dat € 0,10 minder dan het totaal\""},
        {"0.3;{1|1};0.1", "\"2 ontvangers, samen € 0,30. Let op: 2 ontvangers hadden evenveel recht op de laatste € 0,10\""},
    };
    TEST_ROWS("ALLOCATE_DU_CHECK", rows);
}

static void many_recipients(const char *call, double total, double key, double last, size_t n, double unit, const char *method,
                            const double *minimum, const char *expected)
{
    struct test_memory memory = test_memory_new();
    double *keys = malloc(n * sizeof *keys);
    uint16_t units[32];
    assert_non_null(keys);
    for (size_t i = 0; i < n; i++)
        keys[i] = i + 1 == n ? last : key;
    const double text = md_cell(MD_TEXT);
    struct test_cells word = {.rows = 1, .columns = 1, .lengths = {test_to_utf16(method, units)}};
    memcpy(word.units[0], units, sizeof units);
    const struct md_argument arguments[] = {{MD_SINGLE, 1, 1, &total, NULL, NULL},
                                            {MD_RANGE, n, 1, keys, NULL, NULL},
                                            {MD_SINGLE, 1, 1, &unit, NULL, NULL},
                                            {MD_SINGLE, 1, 1, &text, test_text_of, &word},
                                            minimum == NULL ? md_left_out
                                                            : (struct md_argument){MD_SINGLE, 1, 1, minimum, NULL, NULL},
                                            md_left_out,
                                            md_left_out,
                                            md_left_out};
    struct md_result result;
    struct md_call check = {arguments, &memory.memory, &result, 8};
    test_function("ALLOCATE_DU_CHECK")->formula(&check);
    assert_int_equal(result.kind, MD_RESULT_TEXT);
    if (strcmp(result.text, expected) != 0)
        fail_msg("%s: '%s', expected '%s'", call, result.text, expected);
    free(keys);
    test_memory_free(&memory);
}

static void sums_of_many_are_exact(void **state) /* (c2) (c3) (c4) */
{
    (void)state;
    const double minimum = 25000.1;
    many_recipients("37 minimums", 1, 1, 1, 37, 0.01, "hamilton", &minimum,
                    "de minima zijn samen € 925.003,70, meer dan het totaal van € 1");
    many_recipients("50,000 rounded amounts", 4999999500, 1, 1, 50000, 0.01, "afgerond", NULL,
                    "50.000 ontvangers, samen € 4.999.999.500");
    many_recipients(
        "a total row below 200,000 keys", 440000, 1.1, 220000, 200001, 0.1, "hamilton", NULL,
        "200.001 ontvangers, samen € 440.000. Let op: cel 200.001 is de som van alle andere; is dat een totaalrij?");
}

static void every_error_has_its_sentence(void **state) /* (c2) (c5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{50|\"1.234\"|20}", "\"cel 2 is tekst: '1.234'\""},
        {"100;{50|\"1.234\"|20};;;;;;\"en\"", "\"cell 2 is text: '1.234'\""},
        {"100;{50;20|30;\"abc\"}", "\"cel 4 is tekst: 'abc'\""},
        {"100;{50|\"x\"|20}", "\"cel 2 is onbekend: 'x', en dan is elk aandeel onbekend\""},
        {"100;{50|\"x\"|\"?\"}",
         "\"cel 2 is onbekend: 'x'; in totaal zijn 2 sleutels onbekend, en dan is elk aandeel onbekend\""},
        {"100;{\"x\"|\"x\"};;;;;;\"en\"",
         "\"cell 1 is unknown: 'x'; in all 2 keys are unknown, and then every share is unknown\""},
        {"100;{50|-5|20}", "\"cel 2 is negatief: -5\""},
        {"100;{50|nan|20}", "\"cel 2 is geen gewoon getal\""},
        {"100;{_|_}", "\"alle cellen van de sleutel zijn leeg\""},
        {"100;{0|0}", "\"de sleutels zijn samen 0: er is niets om naar te verdelen\""},
        {"100;{0|0};;;;;;\"en\"", "\"the keys add up to 0: there is nothing to allocate by\""},
        {"100", "\"de sleutel ontbreekt\""},
        {";{1|2}", "\"het totaal ontbreekt\""},
        {"{_};{1|2}", "\"het totaal is leeg\""},
        {"\"onbekend\";{1|2}", "\"het totaal is onbekend: 'onbekend'\""},
        {"\"100\";{1|2}", "\"het totaal is tekst: '100'\""},
        {"{1|2};{1|2}", "\"het totaal moet één cel zijn\""},
        {"inf;{1|2}", "\"het totaal is geen gewoon getal\""},
        {"100.5;{1|2}", "\"het totaal van € 100,50 is geen veelvoud van de eenheid van € 1\""},
        {"100;{1|2};0", "\"de eenheid moet groter dan 0 zijn en is 0\""},
        {"100;{1|2};-1;;;;;\"en\"", "\"the unit must be above 0 and is -1\""},
        {"100;{1|2};\"a\"", "\"de eenheid is tekst: 'a'\""},
        {"100;{1|2};;\"eerlijk\"",
         "\"de methode is onbekend: 'eerlijk'; kies grootste rest, sainte-laguë, d'hondt, adams of afgerond\""},
        {"100;{1|2};;{1|2}", "\"de methode moet één cel zijn\""},
        {"100;{1|2};;;{1;2}", "\"het minimum heeft een andere vorm dan de sleutel\""},
        {"100;{1|2};;;;{1;2};;\"en\"", "\"the maximum has another shape than the key\""},
        {"100;{1|2};;;;;{1;2}", "\"de volgorde heeft een andere vorm dan de sleutel\""},
        {"100;{1|2};;;{1|\"a\"}", "\"cel 2 van het minimum is tekst: 'a'\""},
        {"100;{1|2};;;;{1|\"x\"}", "\"cel 2 van het maximum is onbekend: 'x'\""},
        {"100;{1|2};;;{1|-1}", "\"cel 2 van het minimum is negatief: -1\""},
        {"100;{1|2};;;-1", "\"het minimum is negatief: -1\""},
        {"100;{1|2};;;60", "\"de minima zijn samen € 120, meer dan het totaal van € 100\""},
        {"100;{1|2};;;;40", "\"de maxima zijn samen € 80, minder dan het totaal van € 100\""},
        {"100;{1|2};;;{1|50};{_|40}", "\"bij cel 2 is het minimum hoger dan het maximum\""},
        {"100.000000000001;{1|2};;;;;;\"en\"",
         "\"the total of € 100.000000000001 is no multiple of the unit of € 1; round it first with ROUND, to € 100\""},
        {"85000000.0000001;{1|2};;;;;;\"en\"",
         "\"the total of € 85,000,000.0000001 is no multiple of the unit of € 1; round it first with ROUND, to € 85,000,000\""},
        {"0.500000000000001;{1|2};0.1;;;;;\"en\"",
         "\"the total of € 0.500000000000001 is no multiple of the unit of € 0.10; round it first with ROUND, to € 0.50\""},
        {"100;{1|2};;;{40|70};{40|80}", "\"de minima zijn samen € 110, meer dan het totaal van € 100\""},
        {"0;{1|2};;;1", "\"de minima zijn samen € 2, meer dan het totaal van € 0\""},
        {"1e300;{1|2}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"-100;{1|2};;;1", "\"bij een negatief totaal kunnen geen minimum en maximum gelden\""},
        {"10;{1|2|3};;;3.1", "\"het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe\""},
        {"10;{1|2|3};;;{3.5|3.5|3}", /* 4, 4 and 3 */
         "\"het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe\""},
        {"10;{1|2|3};;;;{3.5|3.5|3}", /* 3, 3 and 3 */
         "\"het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe\""},
        {"100;{1e300|1}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"100;{1e300|1};;;{1|0};{1|100}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"100;{1e300|1};;;{10|10}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"20;{1e300|1};;;{10|10}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"20;{1e300|1};;;;{10|10}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"100;{1|2};;;{1e300|0};{1e300|1e300}",
         "\"het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe\""},
        {"2750000000;{1|2};11858.2271828373", /* a unit and so many of them that 64 bits do not hold the digits */
         "\"het totaal van € 2.750.000.000 is geen veelvoud van de eenheid van € 11.858,2271828373\""},
        {"-1;{1e22|1e-300}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"-100000000000000;{1};0.01", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"10;{1|2};;;{_|1e19}", "\"het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe\""},
        {"1e22;{1|2};;;{1e21|1e21}", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"0.9;{1|1|1};0.1;;{0.3|0.3|0.4}", "\"de minima zijn samen € 1, meer dan het totaal van € 0,90\""},
        {"0.9;{1|1|1};0.1;;;{0.1|0.2|0.3}", "\"de maxima zijn samen € 0,60, minder dan het totaal van € 0,90\""},
        {"1;{1|1};0.1;;{0.30000000000000004|0.3};{0.3|0.3}", /* shows as 0.3, and is no crossed bound */
         "\"de maxima zijn samen € 0,60, minder dan het totaal van € 1\""},
        {"10;{0|1};;;;{5|5}",
         "\"wie sleutel 0 heeft, krijgt alleen het minimum; dan is er hoogstens € 5 te verdelen, minder dan "
         "het totaal van € 10\""},
        {"10;{0|1};;;{2|_};{5|7.5};;\"en\"",
         "\"who has the key 0 gets the minimum alone; then at most € 9.50 can be allocated, "
         "less than the total of € 10\""},
        {"10;{0|1};;;;{5|10.5}", "\"2 ontvangers, samen € 10\""},
        {"10;{0|1|1};;;;{5|5.5|4.5}", /* 0, 5 and 4 */
         "\"het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe\""},
        {"100;{1|2};0.033333333333333333", "\"de eenheid heeft te veel decimalen: 0,0333333333333333\""},
        {"100;{1|2};1e-20;;;;;\"en\"", "\"the unit has too many decimals: 1.00000000000000e-20\""},
        {"1e19;{1|2};1e19", "\"de getallen zijn te groot of te verschillend om precies te verdelen\""},
        {"100;{50|30};;;;;;\"fr\"", "Err:502"},
        {"100;{50|30};;;;;;2", "Err:502"},
    };
    TEST_ROWS("ALLOCATE_DU_CHECK", rows);
}

/* The same sentences in English, with what only one of the languages says above. */
static void every_sentence_has_its_english(void **state) /* (c2) (c4) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"100;{50|-5|20};;;;;;\"en\"", "\"cell 2 is negative: -5\""},
        {"100;{50|nan|20};;;;;;\"en\"", "\"cell 2 is no ordinary number\""},
        {"100;{_|_};;;;;;\"en\"", "\"every cell of the key is empty\""},
        {"100;;;;;;;\"en\"", "\"the key is missing\""},
        {"{_};{1|2};;;;;;\"en\"", "\"the total is empty\""},
        {"{1|2};{1|2};;;;;;\"en\"", "\"the total must be one cell\""},
        {"100.5;{1|2};;;;;;\"en\"", "\"the total of € 100.50 is no multiple of the unit of € 1\""},
        {"100;{1|2};;\"fair\";;;;\"en\"",
         "\"the method is not known: 'fair'; choose largest remainder, sainte-laguë, d'hondt, adams or rounded\""},
        {"100;{1|2};;;-1;;;\"en\"", "\"the minimum is negative: -1\""},
        {"100;{1|2};;;60;;;\"en\"", "\"the minimums add up to € 120, more than the total of € 100\""},
        {"100;{1|2};;;;40;;\"en\"", "\"the maximums add up to € 80, less than the total of € 100\""},
        {"100;{1|2};;;{1|50};{_|40};;\"en\"", "\"at cell 2 the minimum is above the maximum\""},
        {"-100;{1|2};;;1;;;\"en\"", "\"a negative total cannot have a minimum or maximum\""},
        {"10;{1|2|3};;;3.1;;;\"en\"", "\"the minimum and maximum leave no allocation of the total in whole units\""},
        {"1e300;{1|2};;;;;;\"en\"", "\"the numbers are too large or too far apart to allocate exactly\""},
        {"160;{50|_|30|80};;;;;;\"en\"",
         "\"3 recipients, together € 160. Note: 1 empty cell was skipped; cell 4 is the sum of all "
         "others; is it a total row?\""},
        {"160;{50|_|30|_|25}", "\"3 ontvangers, samen € 160. Let op: 2 lege cellen zijn overgeslagen\""},
        {"1;{1|1|1};;;;;;\"en\"", "\"3 recipients, together € 1. Note: 3 recipients had the same claim to the last € 1\""},
    };
    TEST_ROWS("ALLOCATE_DU_CHECK", rows);
}

/* Wherever ALLOCATE_DU errs the check has a sentence that is no success, and the last column of the steps is ALLOCATE_DU. */
static void the_three_agree(void **state)
{
    (void)state;
    static const char *const arguments[] = {"100;{50|30|20}", "100;{1|1|1}", "100;{0|0}",   "100;{1|\"a\"}", "\"x\";{1|2}",
                                            "0;{1|2}",        "-7;{3|_|5}",  "1e300;{1|2}", "100.5;{1}",     "100;{1e-300|1}"};
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++) {
        struct test_memory memory = test_memory_new();
        struct md_result amounts = test_call(test_function("ALLOCATE_DU"), arguments[i], &memory);
        struct md_result all_steps = test_call(test_function("ALLOCATE_DU_STEPS"), arguments[i], &memory);
        struct md_result check = test_call(test_function("ALLOCATE_DU_CHECK"), arguments[i], &memory);
        assert_int_equal(amounts.kind, MD_RESULT_MATRIX);
        assert_int_equal(check.kind, MD_RESULT_TEXT);
        bool fails = false;
        for (size_t row = 0; row < amounts.rows; row++) {
            double amount = amounts.cells[row], last = all_steps.cells[row * 6 + 5];
            enum md_status status = md_status_of(amount);
            assert_int_equal(status, md_status_of(last));
            if (status == MD_OK)
                assert_true(amount == last);
            fails = fails || (status != MD_OK && status != MD_BLANK);
        }
        assert_int_equal(fails, strstr(check.text, "ontvanger") == NULL);
        test_memory_free(&memory);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shape_and_blanks),
        cmocka_unit_test(one_position),
        cmocka_unit_test(errors_show_everywhere),
        cmocka_unit_test(units_and_methods),
        cmocka_unit_test(bounds),
        cmocka_unit_test(order_decides_ties),
        cmocka_unit_test(steps),
        cmocka_unit_test(all_is_well),
        cmocka_unit_test(fine_keys_are_named),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(sums_of_many_are_exact),
        cmocka_unit_test(every_error_has_its_sentence),
        cmocka_unit_test(every_sentence_has_its_english),
        cmocka_unit_test(the_three_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
