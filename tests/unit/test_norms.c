// SPDX-License-Identifier: EUPL-1.2
/* functions/policy/norms.c; numbers in parentheses are the sentences of its header. The expected values were copied by hand from the
 * ministers' letters of 21 November 2018 (24 515, nr. 455) and 8 July 2021 (24 515, nr. 608): this test, and no other file
 * than the table, holds them. What the letters say stands in tests/data/quotations.tsv. */
#include "formulas.h"

#ifndef QUOTATIONS_FILE
#define QUOTATIONS_FILE "tests/data/quotations.tsv"
#endif

static void values_and_names(void **state) /* (1) (2) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"\"total\"", "100000000"},
        {"\"totaal\";2017", "100000000"},
        {"\" DU \";2040", "85000000"},
        {"\"charities\"", "10000000"},
        {"\"armoedepartijen\";2021", "10000000"},
        {"\"charities\";2022", "#NUM!"},
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
        {"\"du\";9999", "85000000"},
        {"\"du\";10000", "#NUM!"},
        {"\"du\";\"2017\"", "#VALUE!"},
        {"\"du\";\"onbekend\"", "#N/A"},
        {"\"du\";{_}", "#N/A"},
        {"\"du\";{2017|2018}", "Err:502"},
        {"\"winst\"", "Err:502"},
        {"{_}", "Err:502"},
        {"1", "Err:502"},
        {"", "Err:502"},
        {"{\"du\"|\"total\"}", "Err:502"},
        {"\"verdringing\"", "Err:502"}, /* (3) */
        {"\"in_kind\";2018", "Err:502"},
        {"\"displacement\";\"onbekend\"", "Err:502"},
    };
    TEST_ROWS("KANSEN_NORM", rows);
}

static void sources(void **state) /* (8) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"\"du\"",
         "\"Kamerbrief 11 november 2016 (staatssecretaris Klijnsma, Kamerstuk 24 515, nr. 380): “Daarom stel ik nu met ingang "
         "van 1 januari 2017 structureel € 85 miljoen per jaar extra beschikbaar aan gemeenten via een "
         "decentralisatie-uitkering, verdeeld naar rato van het aantal kinderen in de gemeente dat opgroeit in een gezin met "
         "een laag inkomen.” Kamerbrief 21 november 2018 (staatssecretaris Van Ark, Kamerstuk 24 515, nr. 455; aan de Eerste "
         "Kamer 35 000 XV, A): “€ 85 mln. wordt jaarlijks via een decentralisatie-uitkering aan gemeenten beschikbaar "
         "gesteld.”\""},
        {"\"poverty_2030\";2030;\"en\"",
         "\"Letter to parliament, 8 July 2021 (Minister of Social Affairs, Kamerstuk 24 515, no. 608): “De indicatieve "
         "streefwaarde is om te komen tot een afname van het aantal kinderen in armoede van 9,2 procent in 2015 naar 4,6 "
         "procent in 2030.” National. The first percentage is where it started, the second the target. Only for the old "
         "measure of poverty, of before October 2024.\""},
        {"\"bereik_werkend\"",
         "\"Kamerbrief 8 juli 2021 (minister van SZW, Kamerstuk 24 515, nr. 608): “In 2021 wordt 100 procent van de kinderen "
         "met ouders in de bijstand bereikt en 70 procent van de kinderen van de werkende gezinnen met een laag inkomen.” “De "
         "ambitie is dat gemeenten 100 procent van de kinderen met ouders in de bijstand bereiken en 70 procent van de "
         "kinderen met werkende ouders met een laag inkomen.” Een ambitie, gesteld op 1 april 2019 (Kamerstuk 24 515, nr. "
         "484).\""},
        {"\"in_natura\";2021",
         "\"Afspraken van Rijk en VNG (bijlage bij Kamerstuk 24 515, nr. 380), aangehaald in de Kamerbrief van 21 november "
         "2018: “Alle gemeenten zullen, in samenwerking met hiervoor relevante partijen, zorg dragen voor voorzieningen in "
         "natura, zodat alle kinderen kunnen meedoen op school, aan sport, aan cultuur en sociale activiteiten.”\""},
        {"\"displacement\";2016", "#NUM!"},
        {"\"du\";2016", "#NUM!"},
        {"\"du\";\"x\"", "#N/A"},
        {"\"winst\"", "Err:502"},
        {"\"du\";2017;\"fr\"", "Err:502"},
    };
    TEST_ROWS("KANSEN_SOURCE", rows);
}

static void verdicts(void **state) /* (4) (5) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0.7;\"bereik_werkend\"", "\"voldoet\""},
        {"0.6999999999999;\"bereik_werkend\"", "\"voldoet niet\""}, /* no tolerance */
        {"0.69999999999999996;\"bereik_werkend\"", "\"voldoet\""},  /* 0.7 in binary */
        {"0.6999999999999998;\"bereik_werkend\"", "\"voldoet\""},   /* two doubles below it, but shows as 0.7 */
        {"0.69999;\"bereik_werkend\"", "\"voldoet niet\""},
        {"0.6999999985;\"bereik_werkend\"", "\"voldoet niet\""},
        {"1.2;\"bereik_bijstand\";2021", "\"voldoet\""},
        {"0.99;\"reach_assistance\";2021;\"en\"", "\"fails\""},
        {"0.15;\"breder_laag\"", "\"voldoet\""},
        {"0.15;\"breder_hoog\"", "\"voldoet\""},
        {"0.1500000000001;\"breder_laag\"", "\"let op\""},
        {"0.2000000000001;\"breder_hoog\"", "\"voldoet niet\""},
        {"0.15000000000000002;\"breder_hoog\"", "\"voldoet\""}, /* shows as 0.15 */
        {"0.151;\"breder_hoog\"", "\"let op\""},
        {"0.2;\"broader_room_low\";2019;\"en\"", "\"beware\""},
        {"0.201;\"broader_room_low\"", "\"voldoet niet\""},
        {"0.092;\"armoede_2015\"", "\"geen norm\""},
        {"0.05;\"poverty_2015\";2015;\"en\"", "\"no norm\""},
        {"\"onbekend\";\"armoede_2015\"", "\"geen norm\""},
        {"0.05;\"armoede_2030\"", "\"voldoet niet\""},
        {"0;\"armoede_2030\"", "\"voldoet\""},
        {"\"onbekend\";\"bereik_werkend\"", "\"onbekend\""},
        {"{_};\"bereik_werkend\";;\"en\"", "\"unknown\""},
        {"0.7;\"bereik_werkend\";\"onbekend\"", "\"onbekend\""},
        {"81;\"bereik_werkend\"", "#NUM!"},
        {"2;\"bereik_werkend\"", "\"voldoet\""},
        {"2.01;\"bereik_werkend\"", "#NUM!"},
        {"2.0000000000000004;\"bereik_werkend\"", "\"voldoet\""}, /* shows as 2 */
        {"-0.1;\"bereik_werkend\"", "#NUM!"},
        {"-1e-10;\"breder_laag\"", "#NUM!"},
        {"-0.0;\"breder_laag\"", "\"voldoet\""},
        {"1e-41;\"breder_laag\"", "#NUM!"}, /* 41 decimals */
        {"nan;\"bereik_werkend\"", "#NUM!"},
        {"\"0,7\";\"bereik_werkend\"", "#VALUE!"},
        {"0.7;\"du\"", "Err:502"},
        {"0.7;\"verdringing\"", "Err:502"},
        {"0.7;\"winst\"", "Err:502"},
        {"0.7;\"bereik_werkend\";;\"fr\"", "Err:502"},
        {"{0.7|0.8};\"bereik_werkend\"", "Err:502"},
        {"0.7", "Err:502"},
        {"0.5;1", "\"voldoet niet\""},
        {"0.5;1.5", "#NUM!"},
    };
    TEST_ROWS("CHECK_NORM", rows);
    assert_int_equal(md_verdict_of(md_exact_of(92, 3), md_norm_named("poverty_2015")), MD_NO_NORM);
}

static void own_ambitions(void **state) /* (9) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0.8;0.8", "\"voldoet\""},
        {"0.79;0.8;2024", "\"voldoet niet\""},
        {"1.2;1;2024;\"en\"", "\"meets\""},
        {"0.5;{0.4}", "\"voldoet\""},
        {"0.5;0", "\"onbekend\""},
        {"0.5;-0.0", "\"onbekend\""},
        {"0.5;{_}", "\"onbekend\""},
        {"0.5;\"onbekend\";;\"en\"", "\"unknown\""},
        {"\"onbekend\";0.8", "\"onbekend\""},
        {"0.5;80", "#NUM!"},
        {"0.5;-0.1", "#NUM!"},
        {"0.5;nan", "#NUM!"},
        {"0.5;0.8;20", "#NUM!"},
        {"0.5;\"0,8\"", "Err:502"},
        {"0.5;{0.8|0.9}", "Err:502"},
    };
    TEST_ROWS("CHECK_NORM", rows);
}

static void years_without_a_norm(void **state) /* (10) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"0.7;\"bereik_werkend\";2017", "\"geen norm\""},
        {"0.7;\"bereik_werkend\";2022;\"en\"", "\"no norm\""},
        {"0.1;\"breder_laag\";2018", "\"geen norm\""},
        {"0.95;\"inkind_charities\";2022", "\"geen norm\""},
        {"\"onbekend\";\"bereik_werkend\";2024", "\"geen norm\""},
        {"81;\"bereik_werkend\";2024", "#NUM!"},
        {"\"12\";\"bereik_werkend\";2024", "#VALUE!"},
        {"0.7;\"bereik_werkend\";2017.5", "#NUM!"},
        {"0.7;\"du\";2016", "Err:502"},
    };
    TEST_ROWS("CHECK_NORM", rows);
}

static void the_line(void **state) /* (6) */
{
    (void)state;
    static const struct test_row rows[] = {
        {"2015", "0.092"},
        {"2030", "0.046"},
        {"2021", "0.0736"}, /* 9.2% − 6/15 × 4.6% */
        {"2002;2000;0;2003;0.5", "0.33333333333333331"},
        {"1999;1998;0.3;2000;0.6", "0.45"},
        {"1999;1998;0.30000000000000004;2000;0.6", "0.45"}, /* 0.3, as it shows */
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

static void a_year_has_four_digits(void **state) /* (7) */
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
        if (md_norms[i].kind == MD_AGREEMENT)
            assert_int_equal(md_status_of(result.cells[(i + 1) * 5 + 2]), MD_BLANK);
        else
            assert_true(result.cells[(i + 1) * 5 + 2] == md_norms[i].value);
    }
    assert_string_equal(result.texts[2 * 5 + 1], "2017–");
    assert_string_equal(result.texts[4 * 5 + 1], "2017–2018");
    assert_string_equal(result.texts[6 * 5 + 1], "2021");
    static const char *const kinds[] = {"amount a year", "amount a year",      "amount a year",      "amount a year",
                                        "amount a year", "ambition: at least", "ambition: at least", "condition: at least",
                                        "room: at most", "room: at most",      "start value",        "indicative target",
                                        "agreement",     "agreement"};
    assert_int_equal(md_norms_length, sizeof kinds / sizeof *kinds);
    for (size_t i = 0; i < md_norms_length; i++)
        assert_string_equal(result.texts[(i + 1) * 5 + 3], kinds[i]);
    test_memory_free(&memory);
    for (size_t fail = 1; fail < 2 * md_norms_length; fail++) {
        memory.fail_at = fail;
        result = test_call(test_function("KANSEN_NORMS"), "", &memory);
        assert_int_equal(result.kind, MD_RESULT_NUMBER);
        assert_int_equal(md_status_of(result.number), MD_MEMORY);
        test_memory_free(&memory);
    }
}

/* ---- Quotations (8) ---- */

/* A line of the file of quotations, cut at its tabs. */
struct quotation {
    char names[128], date[64], number[64], where[256], sentence[1024];
};

static size_t read_quotations(struct quotation *quotations, size_t most)
{
    char line[2048];
    size_t count = 0;
    FILE *file = fopen(QUOTATIONS_FILE, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#' || strncmp(line, "names\t", 6) == 0)
            continue;
        assert_true(count < most);
        struct quotation *one = &quotations[count++];
        int fields = sscanf(line, "%127[^\t]\t%63[^\t]\t%63[^\t]\t%255[^\t]\t%1023[^\n]", one->names, one->date, one->number,
                            one->where, one->sentence);
        assert_int_equal(fields, 5);
    }
    fclose(file);
    return count;
}

/* Does `names`, parted by spaces, hold `name`? */
static bool holds_name(const char *names, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = names; (at = strstr(at, name)) != NULL; at += length) {
        if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == 0))
            return true;
    }
    return false;
}

static bool quotes(const struct md_norm *norm, const struct quotation *expected)
{
    for (size_t i = 0; i < MD_MOST_QUOTATIONS && norm->source->quotations[i].letter != NULL; i++) {
        const struct md_quotation *quotation = &norm->source->quotations[i];
        if (strcmp(quotation->sentence, expected->sentence) == 0 && strstr(quotation->letter->nl, expected->date) != NULL &&
            (strcmp(expected->number, "-") == 0 ? strstr(quotation->letter->nl, "Kamerstuk") == NULL
                                                : strstr(quotation->letter->nl, expected->number) != NULL))
            return true;
    }
    return false;
}

static void quotations_are_to_the_letter(void **state)
{
    (void)state;
    static struct quotation all[64];
    size_t count = read_quotations(all, 64), expected = 0, in_table = 0;
    for (size_t i = 0; i < md_norms_length; i++) {
        const struct md_norm *norm = &md_norms[i];
        for (size_t q = 0; q < MD_MOST_QUOTATIONS && norm->source->quotations[q].letter != NULL; q++)
            in_table++;
        for (size_t j = 0; j < count; j++) {
            if (!holds_name(all[j].names, norm->en))
                continue;
            expected++;
            if (!quotes(norm, &all[j]))
                fail_msg("%s does not quote the letter of %s so: %s", norm->en, all[j].date, all[j].sentence);
        }
    }
    assert_int_equal(in_table, expected);
    for (size_t j = 0; j < count; j++) {
        char names[128];
        strcpy(names, all[j].names);
        for (char *name = strtok(names, " "); name != NULL; name = strtok(NULL, " "))
            assert_true(strcmp(name, "-") == 0 || md_norm_named(name) != NULL);
    }
}

/* The same letter and sentence stand in what a cell shows, whole: nothing is cut. */
static void a_source_shows_its_quotations(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_norms_length; i++) {
        const struct md_citation *citation = md_norms[i].source;
        for (int language = MD_DUTCH; language <= MD_ENGLISH; language++) {
            char source[MD_LONGEST_SENTENCE], expected[MD_LONGEST_SENTENCE];
            struct md_sentence sentence = md_sentence_in(source, sizeof source, (enum md_language)language);
            md_write_source(&sentence, &md_norms[i]);
            for (size_t q = 0; q < MD_MOST_QUOTATIONS && citation->quotations[q].letter != NULL; q++) {
                const struct md_letter *letter = citation->quotations[q].letter;
                snprintf(expected, sizeof expected, "“%s”", citation->quotations[q].sentence);
                assert_non_null(strstr(source, expected));
                assert_non_null(strstr(source, language == MD_DUTCH ? letter->nl : letter->en));
            }
            const char *ours = citation->ours[language];
            assert_true((ours == NULL) == (citation->ours[1 - language] == NULL));
            if (ours != NULL)
                assert_string_equal(source + strlen(source) - strlen(ours), ours);
        }
    }
}

/* The figures and years of every row, as the letters have them; a last year of 0 is not said, and an agreement has no figure. */
static void every_figure_and_year(void **state) /* (1) (10) */
{
    (void)state;
    static const struct {
        const char *name;
        int first, last;
        double value;
    } rows[] = {
        {"total", 2017, 0, 100000000},       {"du", 2017, 0, 85000000},
        {"charities", 2017, 2021, 10000000}, {"scheme_nl", 2017, 2018, 4000000},
        {"scheme_cn", 2017, 0, 1000000},     {"reach_assistance", 2021, 2021, 1},
        {"reach_working", 2021, 2021, 0.7},  {"inkind_charities", 2017, 2021, 0.9},
        {"broader_room_low", 2019, 0, 0.15}, {"broader_room_high", 2019, 0, 0.2},
        {"poverty_2015", 2015, 2015, 0.092}, {"poverty_2030", 2030, 2030, 0.046},
        {"displacement", 2017, 0, 0},        {"in_kind", 2017, 0, 0},
    };
    assert_int_equal(sizeof rows / sizeof *rows, md_norms_length);
    for (size_t i = 0; i < md_norms_length; i++) {
        const struct md_norm *norm = md_norm_named(rows[i].name);
        assert_ptr_equal(norm, &md_norms[i]);
        assert_int_equal(norm->first_year, rows[i].first);
        assert_int_equal(norm->last_year, rows[i].last);
        assert_true(norm->value == rows[i].value);
    }
}

static void every_row_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_norms_length; i++) {
        const struct md_norm *norm = &md_norms[i];
        assert_ptr_equal(md_norm_named(norm->en), norm);
        assert_true(norm->last_year == 0 || norm->last_year >= norm->first_year);
        assert_non_null(norm->source->quotations[0].letter);
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
                                       cmocka_unit_test(own_ambitions),
                                       cmocka_unit_test(years_without_a_norm),
                                       cmocka_unit_test(the_table),
                                       cmocka_unit_test(quotations_are_to_the_letter),
                                       cmocka_unit_test(a_source_shows_its_quotations),
                                       cmocka_unit_test(every_figure_and_year),
                                       cmocka_unit_test(every_row_is_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
