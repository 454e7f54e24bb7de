// SPDX-License-Identifier: EUPL-1.2
/* Explain this cell: a window with what each function of ours in the cell under the cursor was given, and what it says of that.
 *
 * (1) It is about the one cell that is selected; merged cells are one. Several cells, or something else than a cell, it says so; and
 *     so it does where no function of ours is called.
 * (2) The calls stand in the order in which Calc makes them, the outermost last, and none twice. Of each: its name, each
 *     argument as the sheet has and shows it, or what it comes to where it is computed, what is unknown or text in it, its sentence
 *     (answers.h), or that the formula now does without it (unused.h), and the source of the norm that it names.
 * (3) Behind them what the rules say of the formula (rules.h), as Check this document does.
 * (4) Without memory there is no window, rather than one that lacks something.
 * (5) A cell of an allocation, also of one that stands on its side, is explained as that recipient's share too: key, share, exact
 *     amount, rank of the remainder, amount.
 */
#include "inspect.h"
#include "../../functions/base/doubts.h"
#include "places.h"
#include "unused.h"
#include "window.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_TEXT = 32768, MOST_SHOWN = 8, MOST_STRANGE = 5, LONGEST_WRITTEN = 200 };

struct subject {
    struct md_command *command;
    struct md_ours ours;
    struct md_calls calls;
    struct md_inspection inspection;
    struct md_finding finding;
    struct md_inspected formula; /* where it begins */
    uno_Interface *cell;
    sal_Int32 column, row; /* of the cell itself */
    struct md_sentence text;
    bool lost; /* something that is to be told, for want of memory */
};

static void say_line(struct md_sentence *text)
{
    md_append(text, "\n");
}

/* ---- Arguments -------------------------------------------------------------------------------------------------- */

static void say_name_of(struct md_sentence *text, const struct md_our_call *call, size_t i)
{
    const struct md_parameter *const *parameters = call->function != NULL ? call->function->parameters : NULL;
    size_t count = call->function != NULL ? md_parameter_count(call->function) : 0;
    if (count > 0 && i >= count && parameters[count - 1]->repeats)
        i = count - 1;
    md_append(text, "    ");
    if (i < count)
        md_say_either(text, parameters[i]->label);
    else
        md_say(text, "nog een gegeven", "one more argument");
    md_append(text, ": ");
}

/* Behind the first of so many cells. */
static void say_rest(struct md_sentence *text, size_t count)
{
    if (count <= MOST_SHOWN)
        return;
    md_append(text, "; … (");
    md_say_count(text, count, (struct md_bilingual){"cel", "cell"}, (struct md_bilingual){"cellen", "cells"});
    md_append(text, ")");
}

/* The first cells of a range as the sheet shows them. */
static void say_cells(struct subject *subject, const struct md_given *given)
{
    struct md_sentence *text = &subject->text;
    size_t columns = md_columns_of(&given->where), count = columns * md_rows_of(&given->where);
    for (size_t i = 0; i < count && i < MOST_SHOWN; i++) {
        md_append(text, i == 0 ? " = " : "; ");
        md_say_shown(text, &subject->ours,
                     md_cell_at(&subject->ours, given->where.sheet, given->where.left + (sal_Int32)(i % columns),
                                given->where.top + (sal_Int32)(i / columns)));
    }
    say_rest(text, count);
}

static void say_where(struct subject *subject, const struct md_given *given)
{
    struct md_sentence *text = &subject->text;
    if (given->name != NULL) {
        md_append_text(text, given->name->spelling, LONGEST_WRITTEN);
        md_append(text, ", ");
    }
    if (given->kind == MD_GIVEN_CELL)
        md_say_cell_at(text, &subject->ours, given->where.sheet, given->where.left, given->where.top,
                       subject->formula.place.sheet);
    else
        md_say_range_at(text, &subject->ours, &given->where, given->last_sheet, subject->formula.place.sheet);
}

static void say_written(struct subject *subject, const struct md_given *given)
{
    struct md_text written = md_written(&subject->ours, given->tokens, given->token_count, false, subject->formula.place.sheet,
                                        subject->formula.place.column, subject->formula.place.row);
    md_append_text(&subject->text, written, LONGEST_WRITTEN);
}

/* The cell that has computed a formula of an argument, which stands between the parts, in an array as an array; NULL if that was not
 * possible. */
static uno_Interface *computed(struct subject *subject, const struct md_given *given, const char *const *parts, size_t count)
{
    const struct md_place *place = &subject->formula.place;
    struct md_scratch *scratch = &subject->inspection.answers.scratch;
    struct md_text argument =
        md_written(&subject->ours, given->tokens, given->token_count, true, place->sheet, place->column, place->row);
    char formula[MD_LONGEST_FORMULA];
    struct md_sentence question = md_sentence_in(formula, sizeof formula, MD_ENGLISH);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            md_append_text(&question, argument, MD_LONGEST_FORMULA);
        md_append(&question, parts[i]);
    }
    return place->in_matrix ? md_computed_apart(scratch, formula, &subject->ours, place->sheet)
                            : md_computed(scratch, formula, place);
}

/* How many an argument has: of rows, or of columns; 0 if that is not known. */
static size_t count_of(struct subject *subject, const struct md_given *given, const char *question)
{
    struct md_office *office = &subject->command->office;
    uno_Interface *cell = computed(subject, given, (const char *const[]){question, ")"}, 2);
    double number = md_number_in(md_ask(office, cell, "table.XCell::getValue"));
    return cell != NULL && md_int_in(md_ask(office, cell, "table.XCell::getError")) == 0 && number >= 1 ? (size_t)number : 0;
}

/* What a cell has computed; a number without the format of the cell, which is that of the outcome. */
static void say_value(struct subject *subject, uno_Interface *cell)
{
    md_answer content = cell != NULL ? md_content_of(&subject->command->office, cell) : NULL;
    if (md_is_number(content))
        md_say_number(&subject->text, md_number_in(content));
    else if (cell != NULL)
        md_say_shown(&subject->text, &subject->ours, cell);
}

/* The value of one cell of an argument that is computed. */
static void say_value_at(struct subject *subject, const struct md_given *given, size_t row, size_t column)
{
    char then[128], last[64];
    unsigned long down = (unsigned long)row + 1, right = (unsigned long)column + 1;
    snprintf(then, sizeof then, ";%lu;%lu));\"\";INDEX(", down, right);
    snprintf(last, sizeof last, ";%lu;%lu))", down, right);
    say_value(subject, computed(subject, given, (const char *const[]){"=IF(ISBLANK(INDEX(", then, last}, 3));
}

/* A computed argument with what it comes to: a value, or the first of a range. */
static void say_computed(struct subject *subject, const struct md_given *given)
{
    struct md_sentence *text = &subject->text;
    say_written(subject, given);
    size_t columns = count_of(subject, given, "=COLUMNS("), count = columns * count_of(subject, given, "=ROWS(");
    for (size_t i = 0; count > 1 && i < count && i < MOST_SHOWN; i++) {
        md_append(text, i == 0 ? " = " : "; ");
        say_value_at(subject, given, i / columns, i % columns);
    }
    if (count > 1) {
        say_rest(text, count);
        return;
    }
    uno_Interface *cell = computed(subject, given, (const char *const[]){"=", ""}, 2);
    if (cell == NULL)
        return;
    md_append(text, " = ");
    say_value(subject, cell);
}

static void say_given(struct subject *subject, const struct md_given *given)
{
    switch (given->kind) {
    case MD_GIVEN_CELL:
    case MD_GIVEN_RANGE:
        say_where(subject, given);
        say_cells(subject, given);
        break;
    case MD_GIVEN_COMPUTED:
        say_computed(subject, given);
        break;
    case MD_GIVEN_OTHER_FILE:
        md_say(&subject->text, "cellen in een ander bestand", "cells in another file");
        break;
    case MD_GIVEN_LOST:
        md_say(&subject->text, "cellen die weg zijn", "cells that are gone");
        break;
    default:
        say_written(subject, given);
    }
}

static bool has_number(const struct md_argument *argument)
{
    for (size_t i = 0; i < md_count(argument); i++)
        if (md_status_of(argument->cells[i]) == MD_OK)
            return true;
    return false;
}

/* What is unknown or text among the numbers of a range, by address. */
static void say_strange_cells(struct subject *subject, const struct md_given *given, const struct md_argument *argument)
{
    struct md_sentence *text = &subject->text;
    size_t count = given->kind == MD_GIVEN_RANGE && has_number(argument) ? md_count(argument) : 0, said = 0;
    for (size_t i = 0; i < count; i++) {
        enum md_status status = md_status_of(argument->cells[i]);
        if ((status != MD_UNKNOWN && status != MD_TEXT) || said++ >= MOST_STRANGE)
            continue;
        md_append(text, said == 1 ? "\n        " : "; ");
        md_say_cell_at(text, &subject->ours, given->where.sheet, given->where.left + (sal_Int32)(i % argument->columns),
                       given->where.top + (sal_Int32)(i / argument->columns), subject->formula.place.sheet);
        md_append(text, " = ");
        md_say_quote(text, argument, i);
    }
    if (said > MOST_STRANGE)
        md_append(text, "; …");
}

/* ---- One recipient's share -------------------------------------------------------------------------------------- */

enum { TOTAL = 0, KEY = 1, POSITION = 2, UNIT = 3 };            /* parameters of ALLOCATE_DU */
enum { SHARE = 0, EXACT = 1, RANK = 4, AMOUNT = 5, STEPS = 6 }; /* columns of ALLOCATE_DU_STEPS */

/* Which cell of the key this cell is about, counted from 0; the count of them if about none. */
static size_t recipient(const struct subject *subject, const struct md_argument *arguments)
{
    size_t count = md_count(&arguments[KEY]), position;
    if (md_optional_position(&arguments[POSITION], count, &position) != MD_OK)
        return count;
    if (position > 0)
        return position - 1;
    if (!subject->formula.place.in_matrix)
        return count;
    size_t row = (size_t)(subject->row - subject->formula.place.row),
           column = (size_t)(subject->column - subject->formula.place.column);
    bool in_line = (row == 0 || column == 0) && (arguments[KEY].rows == 1 || arguments[KEY].columns == 1);
    if (in_line) /* which may be turned */
        return row + column < count ? row + column : count;
    return row < arguments[KEY].rows && column < arguments[KEY].columns ? row * arguments[KEY].columns + column : count;
}

static void say_steps(struct md_sentence *text, const double *steps)
{
    md_say(text, "; precies ", "; exactly ");
    md_say_euros(text, steps[EXACT]);
    md_say(text, "; de rest is nummer ", "; the remainder is number ");
    md_say_number(text, steps[RANK]);
}

static bool is_recipient(const struct md_argument *key, size_t which)
{
    return which < md_count(key) && md_status_of(key->cells[which]) == MD_OK;
}

/* Sentence 4; nothing where the cell shows something else than that amount. The steps are those of the largest remainder: they are left
 * out where another method or a bound gives another amount. */
static void say_recipient(struct subject *subject)
{
    const struct md_argument *arguments = subject->inspection.answers.reading.arguments;
    const struct md_argument *key = &arguments[KEY];
    struct md_argument whole[MD_MOST_PARAMETERS], question[] = {arguments[TOTAL], *key, arguments[UNIT]};
    struct md_result amounts, steps;
    struct md_sentence *text = &subject->text;
    size_t which = recipient(subject, arguments);
    if (!is_recipient(key, which))
        return;
    memcpy(whole, arguments, sizeof whole);
    whole[POSITION] = md_left_out;
    md_ask_function(&subject->inspection.answers, "allocateDu", whole, MD_MOST_PARAMETERS, &amounts);
    md_ask_function(&subject->inspection.answers, "allocateDuSteps", question, 3, &steps);
    if (amounts.kind != MD_RESULT_MATRIX || md_status_of(amounts.cells[which]) != MD_OK ||
        amounts.cells[which] != md_number_in(md_ask(&subject->command->office, subject->cell, "table.XCell::getValue")))
        return;
    const double *step = steps.kind == MD_RESULT_MATRIX ? steps.cells + which * STEPS : NULL;
    struct md_exact part, sum;
    size_t *place, count;
    md_append(text, "    ");
    md_say(text, "deze cel is ontvanger ", "this cell is recipient ");
    md_say_number(text, (double)which + 1);
    md_say(text, " van ", " of ");
    md_say_number(text, (double)md_count(key));
    md_say(text, ": sleutel ", ": key ");
    md_say_number(text, key->cells[which]);
    const double *numbers = md_numbers_of(key, &place, &count, &subject->inspection.answers.reader.blocks.memory);
    if (md_exact_cell(key->cells[which], &part) == MD_OK && md_add_up(numbers, count, &sum) && md_sign(sum) > 0) {
        md_say(text, "; aandeel ", "; share ");
        md_say_share(text, part, sum);
    }
    if (step != NULL && step[AMOUNT] == amounts.cells[which])
        say_steps(text, step);
    md_say(text, "; bedrag ", "; amount ");
    md_say_euros(text, amounts.cells[which]);
    say_line(text);
}

/* ---- The text --------------------------------------------------------------------------------------------------- */

static bool is_same_text(struct md_text a, struct md_text b)
{
    return a.length == b.length && md_compare_texts(a, b) == 0;
}

static struct md_text written_call(struct subject *subject, const struct md_our_call *call)
{
    return md_written(&subject->ours, call->tokens, call->token_count, true, subject->formula.place.sheet,
                      subject->formula.place.column, subject->formula.place.row);
}

/* Was this very call explained already? */
static bool is_repeated(struct subject *subject, size_t which)
{
    struct md_text own = written_call(subject, &subject->calls.calls[which]);
    for (size_t i = 0; i < which; i++)
        if (is_same_text(written_call(subject, &subject->calls.calls[i]), own))
            return true;
    return false;
}

static void say_call(struct subject *subject, const struct md_our_call *call)
{
    struct md_sentence *text = &subject->text;
    md_read_call(&subject->inspection.answers, call);
    if (call->function != NULL)
        md_append(text, call->function->name);
    else
        md_append_text(text, call->name, LONGEST_WRITTEN);
    say_line(text);
    for (size_t i = 0; i < call->given_count; i++) {
        if (call->given[i].kind == MD_GIVEN_NOTHING)
            continue;
        say_name_of(text, call, i);
        say_given(subject, &call->given[i]);
        say_strange_cells(subject, &call->given[i], &subject->inspection.answers.reading.arguments[i]);
        say_line(text);
    }
    md_append(text, "    → ");
    if (md_is_unused(&subject->ours, &subject->inspection.answers.scratch, &subject->formula, call))
        md_say_unused(text);
    else
        md_say_answer(&subject->inspection.answers, call, &subject->formula.place, text);
    say_line(text);
    if (call->function != NULL && strcmp(call->function->method, "allocateDu") == 0 &&
        md_compute_given(&subject->inspection.answers, call, &subject->formula))
        say_recipient(subject);
    size_t before = text->length;
    md_say(text, "    Bron: ", "    Source: ");
    if (md_say_source(&subject->inspection.answers, call, text))
        say_line(text);
    else
        text->buffer[text->length = before] = 0;
}

static void say_head(struct subject *subject)
{
    struct md_office *office = &subject->command->office;
    struct md_sentence *text = &subject->text;
    md_say(text, "Cel ", "Cell ");
    md_say_cell_at(text, &subject->ours, subject->formula.place.sheet, subject->column, subject->row,
                   subject->formula.place.sheet);
    md_say(text, " toont: ", " shows: ");
    md_say_shown(text, &subject->ours, subject->cell);
    say_line(text);
    md_say(text, "Formule: ", "Formula: ");
    md_append_text(text, md_text_in(md_get(office, subject->cell, "FormulaLocal")), LONGEST_TEXT);
    say_line(text);
}

/* What the rules say of the formula, if they do. */
static void say_finding(struct subject *subject)
{
    struct md_sentence *text = &subject->text;
    if (subject->finding.severity == MD_FINE)
        return;
    md_say(text, "\nLet op\n", "\nNote\n");
    md_append(text, subject->finding.why.buffer);
    md_say(text, "\nWat u kunt doen\n", "\nWhat you can do\n");
    md_append(text, subject->finding.todo.buffer);
    say_line(text);
}

static void say_all(struct subject *subject)
{
    struct md_sentence *text = &subject->text;
    if (subject->calls.count == 0) {
        md_say(text, "In deze cel staat geen functie van Meedoen.", "There is no function of Meedoen in this cell.");
        return;
    }
    say_head(subject);
    bool complete = md_inspection_begin(&subject->inspection, subject->command, &subject->ours);
    for (size_t i = 0; complete && i < subject->calls.count; i++) {
        if (is_repeated(subject, i))
            continue;
        say_line(text);
        say_call(subject, &subject->calls.calls[i]);
    }
    if (complete && md_inspect(&subject->inspection, subject->command, &subject->formula, &subject->finding))
        say_finding(subject);
    subject->lost |= !complete || md_answers_lost(&subject->inspection.answers);
    md_inspection_end(&subject->inspection);
}

/* ---- The cell --------------------------------------------------------------------------------------------------- */

static bool is_whole(const struct md_range_address *range, const struct md_range_address *other)
{
    return range != NULL && other != NULL && md_is_same_range(range, other);
}

/* The first cell of a range that is nothing but merged cells, for that is what a click on these selects; else NULL. */
static md_answer merged_cell(struct md_office *office, uno_Interface *range)
{
    uno_Interface *cell = md_object_in(md_call(office, range, "table.XCellRange::getCellByPosition", md_int(0), md_int(0)));
    uno_Interface *sheet = md_object_in(md_ask(office, range, "sheet.XSheetCellRange::getSpreadsheet"));
    uno_Interface *merged = md_object_in(md_call(office, sheet, "sheet.XSpreadsheet::createCursorByRange", md_object(cell)));
    md_ask(office, merged, "sheet.XSheetCellCursor::collapseToMergedArea");
    const struct md_range_address *one = md_struct_in(md_ask(office, range, "sheet.XCellRangeAddressable::getRangeAddress"));
    const struct md_range_address *other = md_struct_in(md_ask(office, merged, "sheet.XCellRangeAddressable::getRangeAddress"));
    return is_whole(one, other) ? md_ask(office, cell, "sheet.XCellAddressable::getCellAddress") : NULL;
}

/* The one cell that is selected; NULL if there is none, and the text then says so. */
static const struct md_cell_address *selected_cell(struct subject *subject)
{
    struct md_office *office = &subject->command->office;
    uno_Interface *controller = md_object_in(md_ask(office, subject->command->frame, "frame.XFrame::getController"));
    uno_Interface *selected = md_object_in(md_ask(office, controller, "view.XSelectionSupplier::getSelection"));
    md_answer address = md_ask(office, selected, "sheet.XCellAddressable::getCellAddress");
    if (address == NULL)
        address = merged_cell(office, selected);
    if (address != NULL)
        return md_struct_in(address);
    if (md_ask(office, selected, "sheet.XCellRangeAddressable::getRangeAddress") != NULL ||
        md_ask(office, selected, "sheet.XSheetCellRanges::getRangeAddresses") != NULL)
        md_say(&subject->text, "Er zijn meer cellen geselecteerd. Kies er één, en dan nog eens deze opdracht.",
               "Several cells are selected. Choose one of them, and then this command again.");
    else
        md_say(&subject->text, "Er is geen cel geselecteerd. Kies een cel, en dan nog eens deze opdracht.",
               "No cell is selected. Choose a cell, and then this command again.");
    return NULL;
}

static void find_formula(struct subject *subject, const struct md_cell_address *address)
{
    struct md_office *office = &subject->command->office;
    struct md_inspected *formula = &subject->formula;
    struct md_place *place = &formula->place;
    subject->column = address->column;
    subject->row = address->row;
    subject->cell = md_cell_at(&subject->ours, address->sheet, address->column, address->row);
    struct md_text text = md_text_in(md_ask(office, subject->cell, "table.XCell::getFormula"));
    *place = (struct md_place){address->sheet, address->column, address->row, text.length > 0 && text.units[0] == '{'};
    md_find_first(&subject->ours, subject->cell, &place->column, &place->row);
    formula->cell = md_cell_at(&subject->ours, place->sheet, place->column, place->row);
    formula->tokens = md_tokens_of(office, formula->cell, &formula->token_count);
    subject->lost = !md_find_calls(subject->command, &subject->ours, formula->tokens, formula->token_count, place->sheet,
                                   place->column, place->row, &subject->calls);
}

void md_explain_cell(struct md_command *command)
{
    struct subject *subject = md_take(&command->blocks.memory, 1, sizeof *subject);
    char *buffer = md_take(&command->blocks.memory, LONGEST_TEXT, 1);
    if (subject == NULL || buffer == NULL)
        return;
    *subject = (struct subject){.command = command, .text = md_sentence_in(buffer, LONGEST_TEXT, command->language)};
    if (!md_ours_in(command, md_document(command), &subject->ours))
        return;
    const struct md_cell_address *address = selected_cell(subject);
    if (address != NULL) {
        find_formula(subject, address);
        say_all(subject);
    }
    if (!subject->lost && !command->office.without_memory)
        md_show_text(command, md_in(command, command->entry->title), buffer);
}
