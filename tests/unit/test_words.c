// SPDX-License-Identifier: EUPL-1.2
/* Words as people type them: every line of tests/data/words.tsv, with every kind of space (sentences 1 to 3 of text.h). */
#include "formulas.h"

#ifndef WORDS_FILE
#define WORDS_FILE "tests/data/words.tsv"
#endif

enum { LONGEST_FORMULA = 1024 };

/* The first 31 leave a gap, the others nothing: from the Unicode Character Database, White_Space and Default_Ignorable. */
static const uint16_t spaces[] = {0x0001, 0x0009, 0x000A, 0x000B, 0x000C, 0x000D, 0x0020, 0x0085, 0x00A0, 0x1680,
                                  0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
                                  0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x115F, 0x1160, 0x3164, 0xFFA0,
                                  0x2800, 0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                                  0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206F, 0xFEFF};
enum { GAPS = 31, SPACES = sizeof spaces / sizeof *spaces };

static void append_unit(char *text, uint16_t unit)
{
    char *at = text + strlen(text);
    if (unit < 0x80) {
        *at++ = (char)unit;
    } else if (unit < 0x800) {
        *at++ = (char)(0xC0 | (unit >> 6));
        *at++ = (char)(0x80 | (unit & 0x3F));
    } else {
        *at++ = (char)(0xE0 | (unit >> 12));
        *at++ = (char)(0x80 | ((unit >> 6) & 0x3F));
        *at++ = (char)(0x80 | (unit & 0x3F));
    }
    *at = 0;
}

/* Appends `from` up to `length` characters, with \uXXXX written out and `space` for each {s} and {g}. */
static void append_spelled(char *to, const char *from, size_t length, uint16_t space)
{
    for (const char *end = from + length; from < end;) {
        if (strncmp(from, "\\u", 2) == 0) {
            append_unit(to, (uint16_t)strtoul(from + 2, NULL, 16));
            from += 6;
        } else if (strncmp(from, "{s}", 3) == 0 || strncmp(from, "{g}", 3) == 0) {
            append_unit(to, space);
            from += 3;
        } else {
            size_t written = strlen(to);
            to[written] = *from++;
            to[written + 1] = 0;
        }
    }
}

static bool mentions(const char *text, size_t length, const char *part)
{
    const char *found = strstr(text, part);
    return found != NULL && found < text + length;
}

static void check_word(const char *function, const char *arguments, const char *word, const char *expected)
{
    size_t length = strcspn(word, "/");
    const char *place = strchr(arguments, '@');
    assert_non_null(place);
    bool every = mentions(arguments, strlen(arguments), "{s}") || mentions(word, length, "{s}");
    size_t kinds = every ? SPACES : mentions(word, length, "{g}") ? GAPS : 1;
    for (size_t s = 0; s < kinds; s++) {
        char formula[LONGEST_FORMULA] = "";
        append_spelled(formula, arguments, (size_t)(place - arguments), spaces[s]);
        append_spelled(formula, word, length, spaces[s]);
        append_spelled(formula, place + 1, strlen(place + 1), spaces[s]);
        test_formula(test_function(function), formula, expected);
    }
}

static void words_are_understood(void **state)
{
    (void)state;
    char line[LONGEST_FORMULA];
    size_t words = 0;
    FILE *file = fopen(WORDS_FILE, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#' || strncmp(line, "function\t", 9) == 0)
            continue;
        const char *fields[4] = {strtok(line, "\t"), strtok(NULL, "\t"), strtok(NULL, "\t"), strtok(NULL, "\n")};
        assert_non_null(fields[3]);
        for (const char *word = fields[2];; word++) {
            check_word(fields[0], fields[1], word, fields[3]);
            words++;
            word += strcspn(word, "/");
            if (*word == 0)
                break;
        }
    }
    fclose(file);
    assert_true(words > 100);
}

/* A word in two parts is not one word, and a mark without a width parts nothing. What stands beside these characters in Unicode's
 * tables is itself something. */
static void only_gaps_part_a_word(void **state)
{
    (void)state;
    static const uint16_t others[] = {0x0002, 0x0008, 0x000E, 0x001F, 0x0021, 0x0084, 0x0086, 0x009F, 0x00A1, 0x00AC,
                                      0x00AE, 0x034E, 0x0350, 0x061B, 0x061D, 0x115E, 0x1161, 0x167F, 0x1681, 0x180D,
                                      0x180F, 0x1FFF, 0x2010, 0x2027, 0x2030, 0x205E, 0x2070, 0x27FF, 0x2801, 0x2FFF,
                                      0x3001, 0x3163, 0x3165, 0xFEFE, 0xFF00, 0xFF9F, 0xFFA1};
    for (size_t i = 0; i < SPACES; i++) {
        const uint16_t units[] = {'e', spaces[i], 'n'};
        int meaning = MD_DUTCH;
        assert_true(md_word_meaning((struct md_text){units, 3}, md_languages, &meaning) == (i >= GAPS));
        assert_int_equal(meaning, i >= GAPS ? MD_ENGLISH : MD_DUTCH);
        assert_true(md_is_blank((struct md_text){&spaces[i], 1}));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(md_is_blank((struct md_text){&others[i], 1}));
}

static void dashes_and_spaces_part_alike(void **state)
{
    (void)state;
    static const uint16_t decomposed[] = {'e', 0x0308, 'n'}; /* ën */
    assert_true(md_is_word((struct md_text){decomposed, 3}, "en"));
    static const uint16_t dashes[] = {'-', '_', ' ', 0x2010, 0x2011, 0x2012, 0x2013, 0x2212};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const uint16_t one[] = {'a', dashes[i], 'b'}, two[] = {'a', dashes[i], ' ', 'b'};
        assert_true(md_is_word((struct md_text){one, 3}, "a-b"));
        assert_true(md_is_word((struct md_text){two, 4}, "a-b"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_understood), cmocka_unit_test(only_gaps_part_a_word),
                                       cmocka_unit_test(dashes_and_spaces_part_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
