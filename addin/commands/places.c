// SPDX-License-Identifier: EUPL-1.2
/* Addresses, shown values and written formulas; places.h is the manual. */
#include "places.h"

#include <stdio.h>

enum { LONGEST_SHOWN = 60, LONGEST_NAME = 255, LONGEST_WITH_TABLES = 16384 };

static bool is_plain(struct md_text name)
{
    for (size_t i = 0; i < name.length; i++) {
        uint16_t unit = name.units[i];
        bool plain = (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z') || unit >= 0xC0 || unit == '_' ||
                     (i > 0 && unit >= '0' && unit <= '9');
        if (!plain)
            return false;
    }
    return true;
}

/* A name in quotes, in which a quote is written twice. */
static void say_quoted(struct md_sentence *sentence, struct md_text name)
{
    md_append(sentence, "'");
    for (size_t start = 0, end = 0; end < name.length; start = end) {
        while (end < name.length && name.units[end++] != '\'')
            ;
        md_append_text(sentence, (struct md_text){name.units + start, end - start}, LONGEST_NAME);
        if (name.units[end - 1] == '\'')
            md_append(sentence, "'");
    }
    md_append(sentence, "'");
}

static void say_sheet(struct md_sentence *sentence, const struct md_ours *ours, sal_Int32 sheet)
{
    struct md_text name = {NULL, 0};
    if (sheet >= 0 && sheet < ours->sheet_count)
        name = ours->sheet_names[sheet];
    if (is_plain(name))
        md_append_text(sentence, name, LONGEST_NAME);
    else
        say_quoted(sentence, name);
    md_append(sentence, ".");
}

static void say_address(struct md_sentence *sentence, sal_Int32 column, sal_Int32 row)
{
    char letters[8], number[16];
    size_t at = sizeof letters - 1;
    letters[at] = 0;
    for (sal_Int32 left = column + 1; left > 0 && at > 0; left = (left - 1) / 26)
        letters[--at] = (char)('A' + (left - 1) % 26);
    snprintf(number, sizeof number, "%ld", (long)row + 1);
    md_append(sentence, letters + at);
    md_append(sentence, number);
}

void md_say_cell_at(struct md_sentence *sentence, const struct md_ours *ours, sal_Int32 sheet, sal_Int32 column, sal_Int32 row,
                    sal_Int32 here)
{
    if (sheet != here)
        say_sheet(sentence, ours, sheet);
    say_address(sentence, column, row);
}

void md_say_range_at(struct md_sentence *sentence, const struct md_ours *ours, const struct md_range_address *where,
                     sal_Int32 last_sheet, sal_Int32 here)
{
    bool several = where->sheet != last_sheet;
    md_say_cell_at(sentence, ours, where->sheet, where->left, where->top, several ? -1 : here);
    md_append(sentence, ":");
    if (several)
        say_sheet(sentence, ours, last_sheet);
    say_address(sentence, where->right, where->bottom);
}

void md_say_shown(struct md_sentence *sentence, const struct md_ours *ours, uno_Interface *cell)
{
    struct md_text shown = md_text_in(md_ask(ours->office, cell, "text.XTextRange::getString"));
    if (md_is_blank(shown))
        md_say(sentence, "leeg", "empty");
    else
        md_append_text(sentence, shown, LONGEST_SHOWN);
}

static struct md_text printed(const struct md_ours *ours, const struct md_token *tokens, size_t count, bool in_english,
                              struct md_cell_address *from)
{
    struct md_office *office = ours->office;
    uno_Interface *parser = md_object_in(md_call(office, ours->document, "lang.XMultiServiceFactory::createInstance",
                                                 md_utf8("com.sun.star.sheet.FormulaParser")));
    md_set(office, parser, "CompileEnglish", md_bool(in_english));
    md_answer part = md_sequence_of(office, "[]com.sun.star.sheet.FormulaToken", tokens, count);
    return md_text_in(
        md_call(office, parser, "sheet.XFormulaParser::printFormula", md_any(part), md_struct("table.CellAddress", from)));
}

struct md_text md_written(const struct md_ours *ours, const struct md_token *tokens, size_t count, bool in_english,
                          sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    struct md_cell_address from = {(sal_Int16)sheet, column, row};
    struct md_range_address where;
    char text[LONGEST_WITH_TABLES];
    struct md_sentence written = md_sentence_in(text, sizeof text, MD_ENGLISH);
    size_t begin = 0;
    for (size_t i = 0; i < count;) {
        size_t length = md_table_at(ours, tokens + i, count - i, row, &where);
        if (length > 0) { /* which the office does not print */
            md_append_text(&written, printed(ours, tokens + begin, i - begin, in_english, &from), LONGEST_WITH_TABLES);
            md_say_range_at(&written, ours, &where, where.sheet, where.sheet == sheet ? sheet : -1);
            begin = i + length;
        }
        i += length > 0 ? length : 1;
    }
    struct md_text rest = printed(ours, tokens + begin, count - begin, in_english, &from);
    if (begin == 0)
        return rest;
    md_append_text(&written, rest, LONGEST_WITH_TABLES);
    return md_text_in(md_lend_utf8(ours->office, text));
}

void md_say_written(struct md_sentence *formula, const struct md_ours *ours, const struct md_token *tokens, size_t count,
                    const struct md_place *place)
{
    md_append_text(formula, md_written(ours, tokens, count, true, place->sheet, place->column, place->row), MD_LONGEST_FORMULA);
}
