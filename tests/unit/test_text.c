// SPDX-License-Identifier: EUPL-1.2
/* functions/base/text.c; numbers in parentheses are the sentences of its header. */
#include "formulas.h"

static bool meaning_of(const char *utf8, const struct md_word *vocabulary, int *meaning)
{
    uint16_t units[TEST_LONGEST_TEXT];
    return md_word_meaning((struct md_text){units, test_to_utf16(utf8, units)}, vocabulary, meaning);
}

static void words_are_read_leniently(void **state) /* (1) */
{
    (void)state;
    static const struct md_word vocabulary[] = {
        {"grootste rest", 1}, {"d'hondt", 2}, {"sainte-lague", 3}, {"az", 4}, {NULL, 0}};
    static const struct {
        const char *text;
        int meaning;
    } words[] = {{"grootste rest", 1},
                 {"Grootste Rest", 1},
                 {"  GROOTSTE REST\t", 1},
                 {"\u00A0grootste\u00A0rest\u00A0", 1},
                 {"d'Hondt", 2},
                 {"D\u2019Hondt", 2},
                 {"d\u2018hondt", 2},
                 {"Sainte-Laguë", 3},
                 {"SAINTE-LAGUË", 3},
                 {"sainte-lague", 3},
                 {"AZ\r", 4},
                 {"\n\v\faz", 4},
                 {"grootsterest", 0},
                 {"grootste rest.", 0},
                 {"", 0},
                 {" ", 0},
                 {"grøotste rest", 0},
                 {"d'hondt\u200b", 2},
                 {"\U0001F600", 0},
                 {"grootste  rest", 1},
                 {"d\"hondt", 0}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        int meaning = 0;
        bool found = meaning_of(words[i].text, vocabulary, &meaning);
        if (found != (words[i].meaning != 0) || meaning != words[i].meaning)
            fail_msg("'%s' means %d, expected %d", words[i].text, meaning, words[i].meaning);
    }
}

static void long_texts_are_no_words(void **state) /* (1) */
{
    (void)state;
    static uint16_t units[100000];
    int meaning;
    for (size_t i = 0; i < 100000; i++)
        units[i] = 'x';
    assert_false(md_word_meaning((struct md_text){units, 100000}, md_languages, &meaning));
    assert_false(md_means_unknown((struct md_text){units, 41}));
    char longest[] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    const struct md_word vocabulary[] = {{longest, 1}, {NULL, 0}};
    assert_true(md_word_meaning((struct md_text){units, 40}, vocabulary, &meaning));
    assert_true(md_is_word((struct md_text){units, 40}, longest));
    assert_false(md_is_word((struct md_text){units, 41}, longest));
    /* Nothing is read behind a text of spaces. */
    uint16_t *space = malloc(sizeof *space);
    assert_non_null(space);
    *space = ' ';
    assert_false(md_is_word((struct md_text){space, 1}, longest));
    free(space);
    assert_true(md_means_unknown((struct md_text){units, 1}));
}

static void words_for_unknown(void **state) /* (2) (3) */
{
    (void)state;
    static const char *const unknown[] = {".", "x", "X", "?", "onbekend", "Onbekend ", "unknown", "n.b.", "N.B."};
    static const char *const known[] = {"", "..", "nb", "12", "0", "-", "n.v.t.", "geen"};
    uint16_t units[TEST_LONGEST_TEXT];
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_true(md_means_unknown((struct md_text){units, test_to_utf16(unknown[i], units)}));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_false(md_means_unknown((struct md_text){units, test_to_utf16(known[i], units)}));
}

static void texts_have_an_order(void **state)
{
    (void)state;
    static const char *const ordered[] = {"", "GM0014", "GM0034", "GM00340", "GM1979", "a", "b"};
    uint16_t one[TEST_LONGEST_TEXT], other[TEST_LONGEST_TEXT];
    for (size_t i = 0; i < 7; i++) {
        for (size_t j = 0; j < 7; j++) {
            int order = md_compare_texts((struct md_text){one, test_to_utf16(ordered[i], one)},
                                         (struct md_text){other, test_to_utf16(ordered[j], other)});
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
}

static void numbers_as_the_language_writes_them(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *nl, *en;
    } numbers[] = {{85000000, "85.000.000", "85,000,000"},
                   {0, "0", "0"},
                   {-1234.5, "-1.234,5", "-1,234.5"},
                   {999, "999", "999"},
                   {1000, "1.000", "1,000"},
                   {0.05, "0,05", "0.05"},
                   {0.000000123, "0,000000123", "0.000000123"},
                   {100.25, "100,25", "100.25"},
                   {1.5, "1,5", "1.5"},
                   {1e20, "100.000.000.000.000.000.000", "100,000,000,000,000,000,000"},
                   {1e-9, "0,000000001", "0.000000001"},
                   {1.0 / 3, "0,333333333333333", "0.333333333333333"},
                   {9007199254740992.0, "9.007.199.254.740.990", "9,007,199,254,740,990"},
                   {1e300, "1,00000000000000e+300", "1.00000000000000e+300"},
                   {-1e-300, "-1,00000000000000e-300", "-1.00000000000000e-300"},
                   {HUGE_VAL, "", ""}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char nl[64] = "", en[64] = "";
        struct md_sentence dutch = md_sentence_in(nl, sizeof nl, MD_DUTCH), english = md_sentence_in(en, sizeof en, MD_ENGLISH);
        md_say_number(&dutch, numbers[i].number);
        md_say_number(&english, numbers[i].number);
        assert_string_equal(nl, numbers[i].nl);
        assert_string_equal(en, numbers[i].en);
    }
}

static void texts_become_utf8(void **state)
{
    (void)state;
    static const char *const texts[] = {"Noardeast-Fryslân", "€ 5",        "\U0001F600",
                                        "a\u00EBb",          "\U0010FFFF", "\u07FF\u0800\U00010000"};
    uint16_t units[TEST_LONGEST_TEXT];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char buffer[64] = "";
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_append_text(&sentence, (struct md_text){units, test_to_utf16(texts[i], units)}, 40);
        assert_string_equal(buffer, texts[i]);
    }
    char buffer[64] = "";
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
    md_append_text(&sentence, (struct md_text){units, test_to_utf16("abcdef", units)}, 3);
    assert_string_equal(buffer, "abc…");
    static const uint16_t broken[] = {0xD83D, 'a', 0xDE00, 0xD800, 'b', 0xDC00, 0xDC00, 0xDFFF, 0xDBFF};
    sentence.length = 0;
    md_append_text(&sentence, (struct md_text){broken, 9}, 40);
    assert_string_equal(buffer, "\uFFFDa\uFFFD\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD");
}

static void a_full_buffer_cuts_between_characters(void **state)
{
    (void)state;
    for (size_t size = 1; size < 12; size++) {
        char buffer[16] = "";
        struct md_sentence sentence = md_sentence_in(buffer, size, MD_DUTCH);
        uint16_t units[16];
        md_append_text(&sentence, (struct md_text){units, test_to_utf16("€€€", units)}, 9);
        assert_int_equal(strlen(buffer), sentence.length);
        assert_int_equal(sentence.length, (size - 1) / 3 * 3 > 9 ? 9 : (size - 1) / 3 * 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_leniently),
        cmocka_unit_test(long_texts_are_no_words),
        cmocka_unit_test(words_for_unknown),
        cmocka_unit_test(texts_have_an_order),
        cmocka_unit_test(texts_become_utf8),
        cmocka_unit_test(numbers_as_the_language_writes_them),
        cmocka_unit_test(a_full_buffer_cuts_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
