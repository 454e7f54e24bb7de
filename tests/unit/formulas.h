// SPDX-License-Identifier: EUPL-1.2
/* Formulas under test, written as in the catalogue's examples: arguments part with ";", the columns of a range with ";" inside
 * braces and its rows with "|". Beyond the catalogue "_" is a blank cell, "nan" and "inf" are those, and nothing at all is an
 * argument that was left out. A result is a number, a "text", an error by its English name, or a range of these.
 *
 * A number in a result that is written with 15 digits stands for every double that reads so; all others must be equal.
 */
#ifndef TEST_FORMULAS_H
#define TEST_FORMULAS_H

#include "../../functions/catalogue.h"
#include "../../functions/policy/norms.h"
#include "../../functions/base/sentence.h"
#include "doubles.h"
#include "memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { TEST_MOST_CELLS = 64, TEST_LONGEST_TEXT = 2048 };

/* The cells of one argument or of an expected result. What stands before the first is blank and behind the last no number: who reads
 * there is found out. */
struct test_cells {
    size_t rows, columns;
    bool braces;
    double before;
    double cells[TEST_MOST_CELLS];
    uint16_t units[TEST_MOST_CELLS][TEST_LONGEST_TEXT];
    size_t lengths[TEST_MOST_CELLS];
    char utf8[TEST_MOST_CELLS][TEST_LONGEST_TEXT];
};

static const struct {
    const char *name;
    enum md_status status;
} test_errors[] = {{"#N/A", MD_UNKNOWN},     {"#VALUE!", MD_TEXT}, {"#DIV/0!", MD_ZERO_DIVISION}, {"#NUM!", MD_DOMAIN},
                   {"Err:502", MD_ARGUMENT}, {"_", MD_BLANK},      {"Err:512", MD_MEMORY}};

static inline size_t test_to_utf16(const char *utf8, uint16_t *units)
{
    size_t length = 0;
    for (const unsigned char *at = (const unsigned char *)utf8; *at != 0;) {
        uint32_t code = *at++;
        int more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : code >= 0xC0 ? 1 : 0;
        code &= more == 3 ? 0x07 : more == 2 ? 0x0F : more == 1 ? 0x1F : 0x7F;
        while (more-- > 0)
            code = code << 6 | (*at++ & 0x3F);
        if (code >= 0x10000) {
            units[length++] = (uint16_t)(0xD800 + ((code - 0x10000) >> 10));
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        units[length++] = (uint16_t)code;
    }
    return length;
}

/* Reads one cell and moves `at` behind it. As an argument, a text is taken as the add-in takes it. */
static inline void test_read_cell(const char **at, struct test_cells *cells, size_t i, bool expected)
{
    cells->lengths[i] = 0;
    if (**at == '"') {
        const char *end = strchr(*at + 1, '"');
        assert_non_null(end);
        size_t length = (size_t)(end - *at - 1);
        assert_true(length < TEST_LONGEST_TEXT);
        memcpy(cells->utf8[i], *at + 1, length);
        cells->utf8[i][length] = 0;
        cells->lengths[i] = test_to_utf16(cells->utf8[i], cells->units[i]);
        struct md_text text = {cells->units[i], cells->lengths[i]};
        bool blank = !expected && md_is_blank(text);
        cells->cells[i] = md_cell(blank ? MD_BLANK : !expected && md_means_unknown(text) ? MD_UNKNOWN : MD_TEXT);
        *at = end + 1;
        return;
    }
    for (size_t e = 0; e < sizeof test_errors / sizeof *test_errors; e++) {
        size_t length = strlen(test_errors[e].name);
        if (strncmp(*at, test_errors[e].name, length) == 0) {
            cells->cells[i] = md_cell(test_errors[e].status);
            *at += length;
            return;
        }
    }
    char *end;
    cells->cells[i] = strtod(*at, &end);
    if (end == *at)
        fail_msg("no cell at: %s", *at);
    *at = end;
}

/* Reads a value or a range in braces. */
static inline void test_read_cells(const char **at, struct test_cells *cells, bool expected)
{
    size_t count = 0;
    cells->rows = cells->columns = 1;
    cells->braces = **at == '{';
    cells->before = md_cell(MD_BLANK);
    for (size_t i = 0; i < TEST_MOST_CELLS; i++)
        cells->cells[i] = md_cell(MD_DOMAIN);
    if (!cells->braces) {
        test_read_cell(at, cells, 0, expected);
        return;
    }
    do {
        ++*at;
        assert_true(count < TEST_MOST_CELLS);
        test_read_cell(at, cells, count++, expected);
        if (**at == '|')
            cells->rows++;
    } while (**at == ';' || **at == '|');
    assert_int_equal(**at, '}');
    ++*at;
    assert_int_equal(count % cells->rows, 0);
    cells->columns = count / cells->rows;
}

static inline struct md_text test_text_of(const struct md_argument *argument, size_t cell)
{
    const struct test_cells *cells = argument->source;
    return (struct md_text){cells->units[cell], cells->lengths[cell]};
}

static inline const struct md_function *test_function(const char *name)
{
    for (size_t i = 0; i < md_catalogue_length; i++) {
        if (strcmp(md_catalogue[i].name, name) == 0)
            return &md_catalogue[i];
    }
    fail_msg("no function %s", name);
    return NULL;
}

/* The arguments of a call as written, one for each parameter or more where the last one repeats; they live until the next are read.
 * Behind the last stand such as nobody gave. */
enum { TEST_MOST_ARGUMENTS = MD_MOST_PARAMETERS + 4 };

struct test_arguments {
    struct md_argument given[TEST_MOST_ARGUMENTS];
    size_t count;
};

static inline struct test_arguments test_read_arguments(const struct md_function *function, const char *arguments)
{
    static struct test_cells cells[TEST_MOST_ARGUMENTS];
    struct test_arguments read = {.count = md_parameter_count(function)};
    const char *at = arguments;
    bool repeats = read.count > 0 && function->parameters[read.count - 1]->repeats;
    read.count -= repeats;
    for (size_t i = 0; *at != 0; i++) {
        assert_true(i < (repeats ? TEST_MOST_ARGUMENTS : read.count));
        read.count = i < read.count ? read.count : i + 1;
        if (*at != ';') {
            test_read_cells(&at, &cells[i], false);
            read.given[i] = (struct md_argument){cells[i].braces ? MD_RANGE : MD_SINGLE,
                                                 cells[i].rows,
                                                 cells[i].columns,
                                                 cells[i].cells,
                                                 test_text_of,
                                                 &cells[i]};
        }
        if (*at == ';')
            at++;
    }
    static const double nobody_gave = NAN;
    for (size_t i = read.count; i < TEST_MOST_ARGUMENTS; i++)
        read.given[i] = (struct md_argument){MD_SINGLE, 1, 1, &nobody_gave, NULL, NULL};
    return read;
}

/* Calls `function` with arguments as written; the result lives in `memory`. */
static inline struct md_result test_call(const struct md_function *function, const char *arguments, struct test_memory *memory)
{
    const struct test_arguments read = test_read_arguments(function, arguments);
    struct md_result result;
    struct md_call call = {read.given, &memory->memory, &result, read.count};
    function->formula(&call);
    return result;
}

static inline bool test_same_number(double actual, double expected)
{
    char one[40], other[40];
    snprintf(one, sizeof one, "%.14e", actual);
    snprintf(other, sizeof other, "%.14e", expected);
    return actual == expected || strcmp(one, other) == 0;
}

/* The text of a result's cell, or NULL. */
static inline const char *test_result_text(const struct md_result *result, size_t cell)
{
    if (result->kind == MD_RESULT_TEXT)
        return result->text;
    return result->kind == MD_RESULT_MATRIX && result->texts != NULL ? result->texts[cell] : NULL;
}

static inline void test_same_cell(const char *what, const struct md_result *result, size_t i, const struct test_cells *expected,
                                  size_t e)
{
    const char *text = test_result_text(result, i);
    double actual = result->kind == MD_RESULT_MATRIX ? result->cells[i] : result->number;
    enum md_status status = text != NULL ? MD_TEXT : md_status_of(actual), wanted = md_status_of(expected->cells[e]);
    bool is_text = wanted == MD_TEXT && expected->lengths[e] > 0;
    if (is_text && (text == NULL || strcmp(text, expected->utf8[e]) != 0))
        fail_msg("%s: cell %zu is '%s' (state %d), expected '%s'", what, i + 1, text == NULL ? "" : text, (int)status,
                 expected->utf8[e]);
    if (is_text)
        return;
    if (text != NULL || status != wanted)
        fail_msg("%s: cell %zu has state %d %s, expected state %d", what, i + 1, (int)status, text == NULL ? "" : text,
                 (int)wanted);
    if (status == MD_OK && !test_same_number(actual, expected->cells[e]))
        fail_msg("%s: cell %zu is %.17g, expected %.17g", what, i + 1, actual, expected->cells[e]);
    if (status == MD_OK && actual == 0 && signbit(actual))
        fail_msg("%s: cell %zu is -0", what, i + 1);
}

/* Calls `function` and compares its result; a single expected value is what the top left cell must be. */
static inline void test_formula(const struct md_function *function, const char *arguments, const char *expected)
{
    static struct test_cells wanted;
    struct test_memory memory = test_memory_new();
    char what[TEST_LONGEST_TEXT];
    snprintf(what, sizeof what, "%s(%s)", function->name, arguments);
    struct md_result result = test_call(function, arguments, &memory);
    test_read_cells(&expected, &wanted, true);
    if (wanted.braces) {
        assert_int_equal(result.kind, MD_RESULT_MATRIX);
        if (result.rows != wanted.rows || result.columns != wanted.columns)
            fail_msg("%s: %zu by %zu cells", what, result.rows, result.columns);
    }
    for (size_t i = 0; result.kind == MD_RESULT_MATRIX && !result.has_blanks && i < result.rows * result.columns; i++)
        if (md_status_of(result.cells[i]) == MD_BLANK || result.texts != NULL)
            fail_msg("%s: cell %zu is a blank or a text that has_blanks does not announce", what, i + 1);
    for (size_t i = 0; result.kind == MD_RESULT_MATRIX && result.texts != NULL && i < result.rows * result.columns; i++)
        assert_true(result.texts[i] == NULL || md_status_of(result.cells[i]) == MD_TEXT);
    for (size_t i = 0; i < wanted.rows * wanted.columns; i++)
        test_same_cell(what, &result, i, &wanted, i);
    test_memory_free(&memory);
}

/* What an example must give; a result may be taken from the table of norms: @name or @source:name. */
static inline const char *test_result_of(const struct md_example *example, char *buffer, size_t size)
{
    static const char source[] = "@source:";
    if (example->result[0] != '@')
        return example->result;
    if (strncmp(example->result, source, sizeof source - 1) == 0) {
        const struct md_norm *norm = md_norm_named(example->result + sizeof source - 1);
        char text[MD_LONGEST_SENTENCE];
        struct md_sentence sentence = md_sentence_in(text, sizeof text, MD_DUTCH);
        md_write_source(&sentence, norm);
        assert_true(snprintf(buffer, size, "\"%s\"", text) < (int)size);
    } else {
        snprintf(buffer, size, "%.15g", md_norm_named(example->result + 1)->value);
    }
    return buffer;
}

/* One row of a test's table. */
struct test_row {
    const char *arguments, *expected;
};

static inline void test_rows(const char *name, const struct test_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        test_formula(test_function(name), rows[i].arguments, rows[i].expected);
}

#define TEST_ROWS(name, rows) test_rows(name, rows, sizeof(rows) / sizeof *(rows))

#endif
