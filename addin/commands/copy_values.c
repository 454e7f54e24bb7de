// SPDX-License-Identifier: EUPL-1.2
/* Copy with values: a new document that is the same, but that our formulas have become what they show.
 *
 * (1) The document is stored to memory and loaded from there: nothing is written to disk, and the document itself stays as it was.
 * (2) What a cell shows is taken from the document, not computed anew: a number, a text, or an error. An error that every program
 *     knows becomes a formula that gives it, so that other formulas still see an error; another becomes the text that is seen.
 *     The empty text becomes the formula that gives it, for an empty cell would count as 0.
 * (3) Of a matrix every cell gets its own value. A protected sheet stays protected, with its password.
 * (4) A truth gets its word for a format, unless it is protected: the office's own format for truths is lost in .xlsx.
 * (5) In a document with formulas of ours MULTIPLE.OPERATIONS becomes a value too: it has one of ours computed anew.
 * (6) A name that calls a function of ours cannot hold what it shows, for that differs by cell: it becomes the error #N/A. The cells
 *     that it stands in become values.
 * (7) Conditional formats and validity hold what their formulas give (conditions.h, limits.h).
 * (8) A sheet that stands inside the document as an object is treated as the document is. One in another file is left alone.
 * (9) What differs on that account is told in a window, in front of the copy.
 * (10) The copy has no name yet; its title, and the name that is proposed for its file, say of what it is a copy and of when.
 *     Nothing in it can be undone, and no change is recorded in it yet. Its macros do not run, and it looks nothing up elsewhere. It
 *     can be changed, and is its user's alone, also where the document opens read-only or is shared.
 */
#include "conditions.h"
#include "inner.h"
#include "protection.h"
#include "window.h"

enum { IS_NUMBER = 1, IS_TEXT = 2 }; /* com.sun.star.sheet.FormulaResult */
enum { LOGICAL = 1024 };             /* com.sun.star.util.NumberFormat */

struct copying {
    struct md_office *office;
    uno_Interface *document, *copy, *sheets; /* of the copy */
};

/* ---- What a cell shows ------------------------------------------------------------------------------------------ */

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

/* The key of a format of the copy that shows nothing but this text. */
static int64_t key_of_text(struct md_office *office, uno_Interface *copy, struct md_text text)
{
    char code[64];
    struct md_sentence sentence = md_sentence_in(code, sizeof code, MD_ENGLISH);
    rtl_uString *none = md_string_in(md_lend_utf8(office, ""));
    struct {
        rtl_uString *language, *country, *variant;
    } every = {none, none, none};
    struct md_value locale = md_struct("lang.Locale", &every);
    uno_Interface *formats = md_object_in(md_ask(office, copy, "util.XNumberFormatsSupplier::getNumberFormats"));
    md_append(&sentence, "\"");
    md_append_text(&sentence, text, 20);
    md_append(&sentence, "\"");
    int64_t key = md_int_in(md_call(office, formats, "util.XNumberFormats::queryKey", md_utf8(code), locale, md_bool(false)));
    return key >= 0 ? key : md_int_in(md_call(office, formats, "util.XNumberFormats::addNew", md_utf8(code), locale));
}

static bool is_truth(struct md_office *office, uno_Interface *document, uno_Interface *cell)
{
    uno_Interface *formats = md_object_in(md_ask(office, document, "util.XNumberFormatsSupplier::getNumberFormats"));
    uno_Interface *format =
        md_object_in(md_call(office, formats, "util.XNumberFormats::getByKey", md_any(md_get(office, cell, "NumberFormat"))));
    return md_int_in(md_get(office, format, "Type")) & LOGICAL;
}

/* That a protected cell keeps its format is no failure (sentence 4). */
static void set_number(const struct copying *copying, uno_Interface *from, uno_Interface *to, double number)
{
    struct md_office *office = copying->office;
    md_call(office, to, "table.XCell::setValue", md_real(number));
    if ((number != 0 && number != 1) || !is_truth(office, copying->document, from))
        return;
    int64_t key = key_of_text(office, copying->copy, md_text_in(md_ask(office, from, "text.XTextRange::getString")));
    bool failed = office->failed;
    md_set(office, to, "NumberFormat", md_int(key));
    office->failed = failed;
}

static void copy_value(const struct copying *copying, uno_Interface *from, uno_Interface *to)
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
        md_call(office, to, "text.XTextRange::setString", md_any(content));
}

/* ---- The copy --------------------------------------------------------------------------------------------------- */

/* The same cell in the copy. */
static uno_Interface *twin(const struct copying *copying, const struct md_formulas *formula)
{
    struct md_office *office = copying->office;
    return md_object_in(md_call(office, md_at(office, copying->sheets, formula->sheet_index),
                                "table.XCellRange::getCellByPosition", md_int(formula->column), md_int(formula->row)));
}

static void set_values(struct md_ours *ours, uno_Interface *copy)
{
    struct md_formulas formulas;
    uno_Interface *sheets = md_object_in(md_ask(ours->office, copy, "sheet.XSpreadsheetDocument::getSheets"));
    struct copying copying = {ours->office, ours->document, copy, sheets};
    md_first_formula(&formulas, ours, NULL);
    if (!formulas.there)
        return;
    ours->with_multiple_operations = true;
    for (md_first_formula(&formulas, ours, NULL); formulas.there; md_next_formula(&formulas))
        copy_value(&copying, formulas.cell, twin(&copying, &formulas));
}

/* What calls a function of ours in the copy outside its cells: conditions (conditions.h), and names (sentence 6). */
static bool settle_others(struct md_command *command, const struct md_ours *document, uno_Interface *copy,
                          struct md_sentence *told)
{
    struct md_ours ours;
    if (!md_ours_in(command, copy, &ours)) {
        command->office.failed = true;
        return false;
    }
    bool load_again = md_settle_conditions(command, document, &ours, told);
    for (size_t i = 0; i < ours.our_name_count; i++)
        md_call(ours.office, ours.names[i].object, "sheet.XNamedRange::setContent", md_utf8("#N/A"));
    return load_again;
}

static bool make_values(struct md_command *command, struct md_ours *ours, uno_Interface *copy, struct md_sentence *told);

/* A sheet that stands inside the copy. What it shows is taken from a copy of itself. */
static bool settle_inner(struct md_command *command, uno_Interface *inner, void *told)
{
    struct md_ours ours;
    uno_Interface *source = md_new_copy(&command->office, inner, "");
    bool known = source != NULL && md_ours_in(command, source, &ours);
    bool load_again = known && make_values(command, &ours, inner, told);
    command->office.failed |= !known;
    md_close(&command->office, source);
    return load_again;
}

/* Turns all formulas of ours in the copy into values, with nothing computed until all are, and nothing to be undone. True if the copy
 * must be loaded again (conditions.h). */
static bool make_values(struct md_command *command, struct md_ours *ours, uno_Interface *copy, struct md_sentence *told)
{
    struct md_office *office = &command->office;
    bool automatic = md_true_in(md_ask(office, ours->document, "sheet.XCalculatable::isAutomaticCalculationEnabled"));
    bool recorded = md_true_in(md_get(office, copy, "RecordChanges"));
    md_call(office, copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(false));
    md_set(office, copy, "IsUndoEnabled", md_bool(false));
    if (recorded)
        md_set(office, copy, "RecordChanges", md_bool(false));
    set_values(ours, copy);
    bool load_again = settle_others(command, ours, copy, told);
    load_again |= md_visit_inner(command, copy, settle_inner, told);
    if (recorded)
        md_set(office, copy, "RecordChanges", md_bool(true));
    md_set(office, copy, "IsUndoEnabled", md_bool(true));
    /* What is new is computed now, also where the document computes on demand. */
    md_call(office, copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(true));
    md_ask(office, copy, "sheet.XCalculatable::calculate");
    md_call(office, copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(automatic));
    return load_again;
}

/* The name of the document without the end of its file's name. */
static struct md_text bare_title(struct md_office *office, uno_Interface *document)
{
    struct md_text title = md_text_in(md_ask(office, document, "frame.XTitle::getTitle"));
    bool is_file = md_true_in(md_ask(office, document, "frame.XStorable::hasLocation"));
    for (size_t end = title.length; is_file && end > 1; end--)
        if (title.units[end - 1] == '.')
            return (struct md_text){title.units, end - 1};
    return title;
}

static void write_title(struct md_command *command, uno_Interface *document, struct md_sentence *title)
{
    enum { MOST = 100 };
    md_say(title, "Kopie met waarden van ", "Copy with values of ");
    md_append_text(title, bare_title(&command->office, document), MOST);
    md_append(title, ", ");
    md_say_moment(title);
}

/* A window in front of the copy (sentence 9). */
static void show_differences(struct md_command *command, uno_Interface *copy, const char *differences)
{
    struct md_office *office = &command->office;
    char buffer[5000];
    struct md_sentence text = md_sentence_in(buffer, sizeof buffer, command->language);
    uno_Interface *controller = md_object_in(md_ask(office, copy, "frame.XModel::getCurrentController"));
    command->frame = md_object_in(md_ask(office, controller, "frame.XController::getFrame"));
    md_say(&text, "Het document rekende ook buiten de formules met Meedoen. In deze kopie is dat geworden:\n\n",
           "The document also computed with Meedoen outside its formulas. In this copy that has become:\n\n");
    md_append(&text, differences);
    md_show_text(command, md_in(command, command->entry->title), buffer);
}

/* Does the copy need its protection off, or a sheet that stands inside it? */
static bool is_out_of_reach(struct md_command *command, uno_Interface *copy, void *unused)
{
    struct md_ours ours;
    (void)unused;
    if (!md_ours_in(command, copy, &ours)) {
        command->office.failed = true;
        return false;
    }
    return md_has_protected_validity(command, &ours) || md_visit_inner(command, copy, is_out_of_reach, NULL);
}

static uno_Interface *instead_of(struct md_office *office, uno_Interface *old, uno_Interface *next)
{
    md_close(office, old);
    return next;
}

/* The copy under its title, or NULL; says in `told` what differs. */
static uno_Interface *make_copy(struct md_command *command, struct md_ours *ours, const char *title, struct md_sentence *told)
{
    struct md_office *office = &command->office;
    uno_Interface *before, *copy = md_new_copy(office, ours->document, title);
    bool unprotects = copy != NULL && is_out_of_reach(command, copy, NULL);
    if (unprotects)
        copy = instead_of(office, copy, md_unprotected(office, copy, &before));
    bool load_again = copy != NULL && make_values(command, ours, copy, told);
    if (copy != NULL && unprotects)
        return instead_of(office, copy, md_protected_again(office, copy, before, title));
    return load_again ? instead_of(office, copy, md_new_copy(office, copy, title)) : copy;
}

void md_copy_values(struct md_command *command)
{
    struct md_office *office = &command->office;
    uno_Interface *document = md_document(command), *copy = NULL;
    struct md_ours ours;
    char buffer[512], differences[4096];
    struct md_sentence title = md_sentence_in(buffer, sizeof buffer, command->language);
    struct md_sentence told = md_sentence_in(differences, sizeof differences, command->language);
    write_title(command, document, &title);
    if (md_ours_in(command, document, &ours) && !office->failed)
        copy = make_copy(command, &ours, buffer, &told);
    if (copy == NULL || office->failed) {
        md_close(office, copy);
        return;
    }
    md_show(command, copy, buffer);
    if (told.length > 0)
        show_differences(command, copy, differences);
}
