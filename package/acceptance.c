// SPDX-License-Identifier: EUPL-1.2
/* The acceptance sheet: every example of the catalogue as a live formula, beside what it must give.
 *
 * (1) Columns: the function as it is typed · what it must give · does it? · what it gives (an array takes more columns and rows).
 * (2) Cell B1 says "OK" when every example holds, else how many rows do not.
 * (3) A result that is taken from the table of norms, "@name" or "@source:name", is written out.
 * (4) A number must agree to 1E-9 of itself, a whole number exactly, a text in every letter, an error in its kind.
 */
#include "writer.h"

#include "../functions/policy/norms.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROW = 4 };

static void fail(const char *text)
{
    fprintf(stderr, "generate: what is this result? %s\n", text);
    exit(1);
}

/* ---- Results from the table of norms ---------------------------------------------------------------------------- */

static void append_quoted(char *buffer, const char *text)
{
    size_t length = strlen(buffer);
    for (; *text && length < LONGEST_RESULT - 3; text++) {
        buffer[length++] = *text;
        if (*text == '"')
            buffer[length++] = '"';
    }
    buffer[length] = '\0';
}

const char *written_out(const char *result, char *buffer)
{
    static const char source[] = "@source:";
    if (*result != '@')
        return result;
    bool of_source = strncmp(result, source, strlen(source)) == 0;
    const struct md_norm *norm = md_norm_named(of_source ? result + strlen(source) : result + 1);
    if (norm == NULL)
        fail(result);
    if (of_source) {
        char text[MD_LONGEST_SENTENCE];
        struct md_sentence sentence = md_sentence_in(text, sizeof text, MD_DUTCH);
        md_write_source(&sentence, norm);
        snprintf(buffer, LONGEST_RESULT, "\"");
        append_quoted(buffer, text);
        snprintf(buffer + strlen(buffer), 2, "\"");
    } else
        snprintf(buffer, LONGEST_RESULT, "%.15g", norm->value);
    return buffer;
}

/* ---- Expected values: a cursor over the text of an example's result -------------------------------------------- */

struct value {
    const char *start;
    size_t length;
};

/* The value at *cursor; moves on to the separator after it (';', '|', '}' or the end). */
static struct value next_value(const char **cursor)
{
    bool quoted = false;
    struct value value = {*cursor, 0};
    for (; **cursor && (quoted || strchr(";|}", **cursor) == NULL); ++*cursor)
        if (**cursor == '"')
            quoted = !quoted;
    value.length = (size_t)(*cursor - value.start);
    return value;
}

static bool is_array(const char *result)
{
    return *result == '{';
}

static void measure(const char *result, size_t *rows, size_t *columns)
{
    *rows = *columns = 1;
    if (!is_array(result))
        return;
    size_t column = 1;
    for (const char *cursor = result + 1;; cursor++) {
        next_value(&cursor);
        if (*cursor != ';' && *cursor != '|')
            break;
        column = *cursor == '|' ? 1 : column + 1;
        *rows += *cursor == '|';
        if (column > *columns)
            *columns = column;
    }
}

/* ---- Cells --------------------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    int code;
} errors[] = {
    {"#N/A", 32767}, {"#VALUE!", 519}, {"#DIV/0!", 532}, {"#NUM!", 503}, {"Err:502", 502}, {"Err:512", 512},
};

static int error_code(struct value value)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strlen(errors[i].name) == value.length && strncmp(errors[i].name, value.start, value.length) == 0)
            return errors[i].code;
    return 0;
}

/* The test that cell `column``row` holds `value`, as part of a formula. */
static void write_test(struct value value, char column, size_t row)
{
    char cell[32];
    snprintf(cell, sizeof cell, "[.%c%zu]", column, row);
    if (error_code(value)) {
        printf("IF(ISERROR(%s);ORG.OPENOFFICE.ERRORTYPE(%s)=%d;FALSE())", cell, cell, error_code(value));
    } else if (value.length > 1 && *value.start == '"') {
        /* A text out of an add-in's matrix equals nothing in Calc 7.4, not even itself, until it is joined to another text. */
        printf("IF(ISERROR(%s);FALSE();IF(ISTEXT(%s);EXACT(%s&amp;&quot;&quot;;", cell, cell, cell);
        write_escaped_part(value.start, value.length);
        fputs(");FALSE()))", stdout);
    } else {
        char *end;
        errno = 0;
        double number = strtod(value.start, &end);
        if (errno || end == value.start || end != value.start + value.length)
            fail(value.start);
        bool whole = number == floor(number);
        printf("IF(ISERROR(%s);FALSE();IF(ISNUMBER(%s);ABS(%s-(%.17g))&lt;=%s*ABS(%.17g);FALSE()))", cell, cell, cell, number,
               whole ? "0" : "1E-9", number);
    }
}

/* The formula of column C in one row: all values of that row agree. Moves `cursor` to the next row's values. */
static void write_tests(const char **cursor, size_t row)
{
    fputs("    <table:table-cell table:formula=\"of:=AND(", stdout);
    for (char column = 'D';; column++) {
        write_test(next_value(cursor), column, row);
        if (**cursor != ';')
            break;
        ++*cursor;
        putchar(';');
    }
    if (**cursor)
        ++*cursor;
    puts(")\"/>");
}

static void write_text_cell(const char *text)
{
    fputs("    <table:table-cell office:value-type=\"string\"><text:p>", stdout);
    write_escaped(text);
    puts("</text:p></table:table-cell>");
}

static void write_call(const struct md_function *function, const struct md_example *example, size_t rows, size_t columns)
{
    fputs("    <table:table-cell", stdout);
    if (is_array(example->result))
        printf(" table:number-matrix-columns-spanned=\"%zu\" table:number-matrix-rows-spanned=\"%zu\"", columns, rows);
    fputs(" table:formula=\"of:=MEEDOEN.BUDGET.", stdout);
    for (const char *letter = function->method; *letter; letter++)
        putchar(*letter >= 'a' && *letter <= 'z' ? *letter - 'a' + 'A' : *letter);
    putchar('(');
    write_escaped(example->arguments);
    puts(")\"/>");
}

static void write_typed(const struct md_function *function, const struct md_example *example)
{
    fputs("    <table:table-cell office:value-type=\"string\"><text:p>", stdout);
    printf("%s(", function->name);
    write_escaped(example->arguments);
    puts(")</text:p></table:table-cell>");
}

/* Writes the rows of one example, the first of which is sheet row `first`; returns how many. */
static size_t write_example(const struct md_function *function, const struct md_example *example, size_t first)
{
    size_t rows, columns;
    char buffer[LONGEST_RESULT];
    const char *result = written_out(example->result, buffer);
    const char *cursor = is_array(result) ? result + 1 : result;
    measure(result, &rows, &columns);
    for (size_t row = first; row < first + rows; row++) {
        puts("   <table:table-row>");
        if (row == first) {
            write_typed(function, example);
            write_text_cell(result);
        } else {
            puts("    <table:table-cell table:number-columns-repeated=\"2\"/>");
        }
        write_tests(&cursor, row);
        if (row == first)
            write_call(function, example, rows, columns);
        puts("   </table:table-row>");
    }
    return rows;
}

/* ---- The sheet ----------------------------------------------------------------------------------------------- */

static size_t count_rows(void)
{
    size_t total = 0;
    for (size_t i = 0; i < md_catalogue_length; i++)
        for (const struct md_example *example = md_catalogue[i].examples; example->arguments != NULL; example++) {
            size_t rows, columns;
            measure(example->result, &rows, &columns);
            total += rows;
        }
    return total;
}

static void write_head(size_t rows)
{
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"\n"
         "                 xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"\n"
         "                 xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"\n"
         "                 xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.3\"\n"
         "                 office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\n"
         " <office:body>\n"
         " <office:spreadsheet>\n"
         "  <table:table table:name=\"Voorbeelden\">\n"
         "   <table:table-row>");
    write_text_cell("Alle voorbeelden");
    char tests[64];
    size_t last = FIRST_ROW + rows - 1;
    snprintf(tests, sizeof tests, "COUNTIF([.C%d:.C%zu];TRUE())", FIRST_ROW, last);
    printf("    <table:table-cell table:formula=\"of:=IF(%s=%zu;&quot;OK&quot;;%zu-%s)\"/>\n", tests, rows, rows, tests);
    puts("   </table:table-row>\n"
         "   <table:table-row/>\n"
         "   <table:table-row>");
    write_text_cell("functie");
    write_text_cell("verwacht");
    write_text_cell("juist");
    write_text_cell("uitkomst");
    puts("   </table:table-row>");
}

void write_acceptance(void)
{
    size_t row = FIRST_ROW;
    write_head(count_rows());
    for (size_t i = 0; i < md_catalogue_length; i++)
        for (const struct md_example *example = md_catalogue[i].examples; example->arguments != NULL; example++)
            row += write_example(&md_catalogue[i], example, row);
    puts("  </table:table>\n"
         " </office:spreadsheet>\n"
         " </office:body>\n"
         "</office:document>");
}
