// SPDX-License-Identifier: EUPL-1.2
/* What a cell shows, for a cell of a copy; shown.h is the manual. */
#include "shown.h"

enum { DEFINED = 1, LOGICAL = 1024 }; /* com.sun.star.util.NumberFormat */

struct md_copying md_copying_to(struct md_office *office, uno_Interface *document, uno_Interface *copy)
{
    uno_Interface *sheets = md_object_in(md_ask(office, copy, "sheet.XSpreadsheetDocument::getSheets"));
    bool automatic = md_true_in(md_ask(office, document, "sheet.XCalculatable::isAutomaticCalculationEnabled"));
    return (struct md_copying){office, document, copy, sheets, automatic, false};
}

void md_compute_copy(const struct md_copying *copying)
{
    struct md_office *office = copying->office;
    md_call(office, copying->copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(true));
    md_ask(office, copying->copy, "sheet.XCalculatable::calculate");
    md_call(office, copying->copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(copying->is_automatic));
}

uno_Interface *md_twin(const struct md_copying *copying, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    struct md_office *office = copying->office;
    return md_object_in(md_call(office, md_at(office, copying->sheets, sheet), "table.XCellRange::getCellByPosition",
                                md_int(column), md_int(row)));
}

/* From 25.2 on INDEX(1;2) is #REF!, and 26.8 takes a bare #REF! in a file of Excel for a name. */
static const struct {
    int64_t code;
    const char *formula;
} errors[] = {
    {32767, "=#N/A"}, {532, "=#DIV/0!"}, {519, "=#VALUE!"},     {503, "=#NUM!"},          {524, "=INDIRECT(\"\")"},
    {525, "=#NAME?"}, {521, "=#NULL!"},  {502, "=CHOOSE(2;1)"}, {504, "=VLOOKUP(1;1;2)"},
};

static const char *formula_of_error(int64_t code)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].code == code)
            return errors[i].formula;
    return NULL;
}

static void set_formula(struct md_office *office, uno_Interface *cell, const char *formula)
{
    md_call(office, cell, "table.XCell::setFormula", md_utf8(formula));
}

static void copy_error(struct md_office *office, uno_Interface *from, uno_Interface *to, int64_t error)
{
    const char *formula = formula_of_error(error);
    if (formula != NULL)
        set_formula(office, to, formula);
    else
        md_call(office, to, "text.XTextRange::setString", md_any(md_ask(office, from, "text.XTextRange::getString")));
}

/* A locale as the office lays it out: none, which stands for the office's own. */
struct locale {
    rtl_uString *language, *country, *variant;
};

static struct locale no_locale(struct md_office *office)
{
    rtl_uString *none = md_string_in(md_lend_utf8(office, ""));
    return (struct locale){none, none, none};
}

int64_t md_key_of_truths(struct md_office *office, uno_Interface *document)
{
    struct locale locale = no_locale(office);
    uno_Interface *formats = md_object_in(md_ask(office, document, "util.XNumberFormatsSupplier::getNumberFormats"));
    return md_int_in(md_call(office, formats, "util.XNumberFormatTypes::getStandardFormat", md_short(LOGICAL),
                             md_struct("lang.Locale", &locale)));
}

/* The key of a format of the copy that shows nothing but this text. */
static int64_t key_of_text(struct md_office *office, uno_Interface *copy, struct md_text text)
{
    char code[64];
    struct md_sentence sentence = md_sentence_in(code, sizeof code, MD_ENGLISH);
    struct locale none = no_locale(office);
    struct md_value locale = md_struct("lang.Locale", &none);
    uno_Interface *formats = md_object_in(md_ask(office, copy, "util.XNumberFormatsSupplier::getNumberFormats"));
    md_append(&sentence, "\"");
    md_append_text(&sentence, text, 20);
    md_append(&sentence, "\"");
    int64_t key = md_int_in(md_call(office, formats, "util.XNumberFormats::queryKey", md_utf8(code), locale, md_bool(false)));
    return key >= 0 ? key : md_int_in(md_call(office, formats, "util.XNumberFormats::addNew", md_utf8(code), locale));
}

/* Has the number format of this key this type? */
static bool is_of_type(struct md_office *office, uno_Interface *document, md_answer key, int64_t type)
{
    uno_Interface *formats = md_object_in(md_ask(office, document, "util.XNumberFormatsSupplier::getNumberFormats"));
    uno_Interface *format = md_object_in(md_call(office, formats, "util.XNumberFormats::getByKey", md_any(key)));
    return md_int_in(md_get(office, format, "Type")) & type;
}

void md_set_number_format(struct md_office *office, uno_Interface *cell, int64_t key)
{
    bool failed = office->failed;
    md_set(office, cell, "NumberFormat", md_int(key));
    office->failed = failed || office->without_memory;
}

static void set_number(struct md_copying *copying, uno_Interface *from, uno_Interface *to, double number)
{
    struct md_office *office = copying->office;
    md_call(office, to, "table.XCell::setValue", md_real(number));
    if ((number != 0 && number != 1) || !is_of_type(office, copying->document, md_get(office, from, "NumberFormat"), LOGICAL))
        return;
    copying->has_truths = true;
    md_set_number_format(office, to,
                         key_of_text(office, copying->copy, md_text_in(md_ask(office, from, "text.XTextRange::getString"))));
}

/* The office gives a text that reads as a number the format for texts, instead of one that may say how to show it. */
static void set_text(const struct md_copying *copying, uno_Interface *to, md_answer text)
{
    struct md_office *office = copying->office;
    md_answer key = md_get(office, to, "NumberFormat");
    md_call(office, to, "text.XTextRange::setString", md_any(text));
    if (is_of_type(office, copying->copy, key, DEFINED))
        md_set_number_format(office, to, md_int_in(key));
}

void md_copy_shown(struct md_copying *copying, uno_Interface *from, uno_Interface *to)
{
    struct md_office *office = copying->office;
    int64_t error = md_int_in(md_ask(office, from, "table.XCell::getError"));
    if (error != 0) {
        copy_error(office, from, to, error);
        return;
    }
    md_answer content = md_content_of(office, from);
    if (md_string_in(content) == NULL)
        set_number(copying, from, to, md_number_in(content));
    else if (md_text_in(content).length == 0)
        set_formula(office, to, "=\"\"");
    else
        set_text(copying, to, content);
}
