// SPDX-License-Identifier: EUPL-1.2
/* The handbook as Markdown: the chapters on standard input, with what the catalogue and the table of norms know put in.
 *
 * (1) A line "@@functions" becomes the reference: each function with its parameters and its examples. "@@norms" becomes the
 *     table of norms and amounts. "@@rules" becomes the rules of Check this document.
 * (2) "@{name}" becomes the value of that norm or amount: no policy figure is typed in a chapter.
 * (3) Formulas are spelled as the office of that language shows them. Measured in LibreOffice 7.4: in a Dutch one arguments part
 *     with ";", an array's columns with "." and its rows with ";", decimals with ","; in an English one with ",", ",", ";", ".".
 * (4) An example is a block of the kind "formule": a line with the formula, in braces if it fills a range, and a line with
 *     "→" and the result as the cell shows it. The tests find the blocks by that, type the formulas and compare.
 */
#include "writer.h"

#include "../addin/commands/rules.h"
#include "../functions/policy/norms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 4096 };

/* How an office of a language writes; `dutch` picks from every pair of texts. */
struct spelling {
    bool dutch;
    char argument, column, row, decimal, thousand;
    const char *parameter, *meaning, *may_be_left_out, *norm_heading;
};

static const struct spelling dutch = {
    true, ';', '.', ';', ',', '.', "parameter", "betekenis", "mag weg", "| naam | ook: | jaren | waarde | waar het staat |",
};
static const struct spelling english = {
    false, ',',         ',',       ';',        '.',
    ',',   "parameter", "meaning", "optional", "| name | also: | years | value | where it is written |",
};

static const struct {
    const char *english, *dutch;
} errors[] = {
    {"#N/A", "#N/B"},     {"#VALUE!", "#WAARDE!"}, {"#DIV/0!", "#DELING.DOOR.0!"},
    {"#NUM!", "#GETAL!"}, {"Err:502", "Fout:502"}, {"Err:512", "Fout:512"},
};

static const char *in(const struct spelling *spelling, struct md_bilingual text)
{
    return spelling->dutch ? text.nl : text.en;
}

/* ---- Formulas --------------------------------------------------------------------------------------------------- */

/* The length of the error that `text` begins with, after writing its name; 0 if it begins with none. */
static size_t write_error(const struct spelling *spelling, const char *text)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        size_t length = strlen(errors[i].english);
        if (strncmp(text, errors[i].english, length) != 0)
            continue;
        fputs(spelling->dutch ? errors[i].dutch : errors[i].english, stdout);
        return length;
    }
    return 0;
}

/* Arguments or a result of the catalogue, spelled as the office shows them. */
static void write_spelled(const struct spelling *spelling, const char *text)
{
    bool quoted = false, array = false;
    while (*text) {
        size_t error = quoted ? 0 : write_error(spelling, text);
        if (error) {
            text += error;
            continue;
        }
        char letter = *text++;
        if (letter == '"')
            quoted = !quoted;
        if (!quoted && (letter == '{' || letter == '}'))
            array = letter == '{';
        if (!quoted && letter == ';')
            letter = array ? spelling->column : spelling->argument;
        else if (!quoted && letter == '|')
            letter = spelling->row;
        else if (!quoted && letter == '.')
            letter = spelling->decimal;
        putchar(letter);
    }
}

/* A text as the cell shows it: without the quotes around it and those that stand for one. */
static void write_shown_text(const char *quoted)
{
    for (const char *letter = quoted + 1; letter[1]; letter++) {
        putchar(*letter);
        if (*letter == '"' && letter[1] == '"')
            letter++;
    }
}

static void write_example(const struct spelling *spelling, const struct md_function *function, const struct md_example *example)
{
    char buffer[LONGEST_RESULT];
    const char *result = written_out(example->result, buffer);
    bool fills = *result == '{';
    printf("%s\n\n```formule\n%s=%s(", in(spelling, example->note), fills ? "{" : "", function->name);
    write_spelled(spelling, example->arguments);
    printf(")%s\n→ ", fills ? "}" : "");
    if (*result == '"')
        write_shown_text(result);
    else
        write_spelled(spelling, result);
    puts("\n```\n");
}

/* ---- The reference ---------------------------------------------------------------------------------------------- */

static void write_function(const struct spelling *spelling, const struct md_function *function)
{
    printf("### %s\n\n%s\n\n```\n%s(", function->name, in(spelling, function->description), function->name);
    for (size_t i = 0; function->parameters[i] != NULL; i++) {
        if (i > 0)
            printf("%c ", spelling->argument);
        const struct md_parameter *parameter = function->parameters[i];
        printf(parameter->optional ? "[%s%s]" : "%s%s", in(spelling, parameter->label), parameter->repeats ? "…" : "");
    }
    printf(")\n```\n\n| %s | %s |\n|---|---|\n", spelling->parameter, spelling->meaning);
    for (size_t i = 0; function->parameters[i] != NULL; i++) {
        const struct md_parameter *parameter = function->parameters[i];
        printf("| %s", in(spelling, parameter->label));
        if (parameter->optional)
            printf(" (%s)", spelling->may_be_left_out);
        printf(" | %s |\n", in(spelling, parameter->description));
    }
    putchar('\n');
    for (const struct md_example *example = function->examples; example->arguments != NULL; example++)
        write_example(spelling, function, example);
}

/* ---- Norms ------------------------------------------------------------------------------------------------------ */

static void write_number(const struct spelling *spelling, const char *digits)
{
    for (; *digits; digits++)
        putchar(*digits == '.' ? spelling->decimal : *digits);
}

static void write_value(const struct spelling *spelling, const struct md_norm *norm)
{
    char digits[32];
    if (norm->kind == MD_AGREEMENT)
        return;
    if (norm->kind != MD_AMOUNT) {
        snprintf(digits, sizeof digits, "%.10g", norm->value * 100);
        write_number(spelling, digits);
        putchar('%');
        return;
    }
    size_t length = (size_t)snprintf(digits, sizeof digits, "%.0f", norm->value);
    fputs("€\u00a0", stdout); /* the sign and the number stay on one line */
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            putchar(spelling->thousand);
        putchar(digits[i]);
    }
}

static void write_norms(const struct spelling *spelling)
{
    printf("%s\n|---|---|---|---|---|\n", spelling->norm_heading);
    for (const struct md_norm *norm = md_norms; norm < md_norms + md_norms_length; norm++) {
        const struct md_letter *letter = norm->source->quotations[0].letter;
        printf("| %s | %s | %d", spelling->dutch ? norm->nl : norm->en, spelling->dutch ? norm->en : norm->nl,
               norm->first_year);
        if (norm->last_year != norm->first_year)
            fputs("–", stdout);
        if (norm->last_year != 0 && norm->last_year != norm->first_year)
            printf("%d", norm->last_year);
        fputs(" | ", stdout);
        write_value(spelling, norm);
        printf(" | %s |\n", spelling->dutch ? letter->nl : letter->en);
    }
}

/* ---- The rules of Check this document --------------------------------------------------------------------------- */

static void write_rules(const struct spelling *spelling)
{
    puts(spelling->dutch ? "| regel | oordeel | wat er is | wat u kunt doen |\n|---|---|---|---|"
                         : "| rule | verdict | what it is | what you can do |\n|---|---|---|---|");
    for (int number = 1; number < MD_RULES; number++) {
        const struct md_rule *rule = md_rule((enum md_rule_number)number);
        const char *verdict = rule->severity == MD_WRONG ? in(spelling, (struct md_bilingual){"fout", "wrong"})
                                                         : in(spelling, (struct md_bilingual){"kijk na", "look"});
        printf("| %d | %s | %s | %s |\n", number, verdict, in(spelling, rule->what), in(spelling, rule->todo));
    }
}

/* ---- Chapters --------------------------------------------------------------------------------------------------- */

/* A line of a chapter, with the values of the norms that it names. */
static void write_line(const struct spelling *spelling, const char *line)
{
    for (const char *start; (start = strstr(line, "@{")) != NULL; line = strchr(start, '}') + 1) {
        char name[64] = "";
        const char *end = strchr(start, '}');
        fwrite(line, 1, (size_t)(start - line), stdout);
        if (end != NULL && end - start - 2 < (long)sizeof name)
            memcpy(name, start + 2, (size_t)(end - start - 2));
        const struct md_norm *norm = md_norm_named(name);
        if (norm == NULL) {
            fprintf(stderr, "generate: no such norm: %s", start);
            exit(1);
        }
        write_value(spelling, norm);
    }
    fputs(line, stdout);
}

static void write_handbook(const struct spelling *spelling)
{
    char line[LONGEST_LINE];
    while (fgets(line, sizeof line, stdin)) {
        if (strcmp(line, "@@functions\n") == 0)
            for (size_t i = 0; i < md_catalogue_length; i++)
                write_function(spelling, &md_catalogue[i]);
        else if (strcmp(line, "@@norms\n") == 0)
            write_norms(spelling);
        else if (strcmp(line, "@@rules\n") == 0)
            write_rules(spelling);
        else
            write_line(spelling, line);
    }
}

void write_dutch_handbook(void)
{
    write_handbook(&dutch);
}

void write_english_handbook(void)
{
    write_handbook(&english);
}
