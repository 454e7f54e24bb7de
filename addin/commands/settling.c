// SPDX-License-Identifier: EUPL-1.2
/* Formulas of a copy outside its cells; settling.h is the manual. */
#include "settling.h"

enum { REFERENCES_OF_CALC = 0 };          /* com.sun.star.sheet.AddressConvention */
enum { ODFF = 0 };                        /* com.sun.star.sheet.FormulaLanguage */
enum { ALL_EXCEPT_SPECIAL = 0x7FFFFFFF }; /* com.sun.star.sheet.FormulaMapGroup */

struct md_formats md_formats_of(struct md_office *office, uno_Interface *sheet)
{
    struct md_formats formats = {.container = md_object_in(md_get(office, sheet, "ConditionalFormats"))};
    formats.all =
        md_elements_in(md_ask(office, formats.container, "sheet.XConditionalFormats::getConditionalFormats"), &formats.count);
    return formats;
}

const struct md_range_address *md_cells_of_format(struct md_office *office, uno_Interface *format, size_t *count)
{
    uno_Interface *where = md_object_in(md_get(office, format, "Range"));
    return md_elements_in(md_ask(office, where, "sheet.XSheetCellRanges::getRangeAddresses"), count);
}

/* ---- Formulas --------------------------------------------------------------------------------------------------- */

/* A parser of formulas in this spelling. */
static uno_Interface *parser_of(const struct md_settling *settling, enum md_spelling spelling)
{
    struct md_office *office = settling->office;
    uno_Interface *document = settling->copy->document;
    uno_Interface *parser = md_object_in(
        md_call(office, document, "lang.XMultiServiceFactory::createInstance", md_utf8("com.sun.star.sheet.FormulaParser")));
    md_set(office, parser, "CompileEnglish", md_bool(spelling != MD_SPELT_BY_OFFICE));
    if (spelling != MD_SPELT_BY_OFFICE) /* whatever references its user has chosen to write */
        md_set(office, parser, "FormulaConvention", md_short(REFERENCES_OF_CALC));
    if (spelling != MD_SPELT_IN_FILE)
        return parser;
    uno_Interface *mapper = md_object_in(md_call(office, document, "lang.XMultiServiceFactory::createInstance",
                                                 md_utf8("com.sun.star.sheet.FormulaOpCodeMapper")));
    md_set(office, parser, "OpCodeMap",
           md_any(md_call(office, mapper, "sheet.XFormulaOpCodeMapper::getAvailableMappings", md_int(ODFF),
                          md_int(ALL_EXCEPT_SPECIAL))));
    return parser;
}

struct md_condition_formula md_parsed(const struct md_settling *settling, md_answer text, enum md_spelling spelling,
                                      struct md_cell_address base)
{
    struct md_condition_formula formula = {NULL, 0, false, true};
    if (md_text_in(text).length == 0)
        return formula;
    formula.tokens =
        md_elements_in(md_call(settling->office, parser_of(settling, spelling), "sheet.XFormulaParser::parseFormula",
                               md_any(text), md_struct("table.CellAddress", &base)),
                       &formula.count);
    formula.is_ours = md_calls_ours(settling->copy, formula.tokens, formula.count);
    formula.is_fixed = !md_is_relative(settling->copy, formula.tokens, formula.count);
    return formula;
}

uno_Interface *md_outcome(struct md_settling *settling, const struct md_condition_formula *formula, sal_Int32 column,
                          sal_Int32 row)
{
    char text[MD_LONGEST_FORMULA];
    struct md_sentence question = md_sentence_in(text, sizeof text, MD_ENGLISH);
    struct md_text written = md_written(settling->copy, formula->tokens, formula->count, true, settling->sheet, column, row);
    md_append(&question, "=");
    md_append_text(&question, written, MD_LONGEST_FORMULA);
    struct md_place end = md_end_of_row(settling->copy, &(struct md_place){settling->sheet, column, row, false});
    return md_computed(&settling->scratch, text, &end);
}

void md_say_constant(const struct md_settling *settling, uno_Interface *cell, bool in_english, struct md_sentence *sentence)
{
    md_answer content = md_content_of(settling->office, cell);
    if (content == NULL || content->pType->eTypeClass == typelib_TypeClass_VOID) {
        md_append(sentence, "0");
        return;
    }
    struct md_token constant = {settling->copy->codes.push, *content};
    md_append_text(sentence, md_written(settling->copy, &constant, 1, in_english, 0, 0, 0), MD_LONGEST_CONSTANT);
}

/* ---- Telling ---------------------------------------------------------------------------------------------------- */

void md_tell(const struct md_settling *settling, const struct md_range_address *ranges, size_t count, struct md_bilingual what)
{
    enum { MOST_TOLD = 3 };
    struct md_sentence *told = settling->told;
    for (size_t i = 0; i < count && i < MOST_TOLD; i++) {
        md_append(told, i > 0 ? ", " : "");
        if (ranges[i].left == ranges[i].right && ranges[i].top == ranges[i].bottom)
            md_say_cell_at(told, settling->copy, settling->sheet, ranges[i].left, ranges[i].top, -1);
        else
            md_say_range_at(told, settling->copy, &ranges[i], settling->sheet, -1);
    }
    md_append(told, count > MOST_TOLD ? ", …: " : ": ");
    md_say_either(told, what);
    md_append(told, "\n");
}
