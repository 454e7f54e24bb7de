// SPDX-License-Identifier: EUPL-1.2
/* The tests of the rules; inspect.h is the manual.
 *
 * From the top: findings; what Calc does not hand over; ranges; outcomes; arguments that are computed; headings; errors; the whole
 * formula.
 */
#include "inspect.h"

#include "../../functions/base/doubts.h"
#include "headings.h"
#include "places.h"
#include "shapes.h"
#include "unused.h"

#include <string.h>

/* The call that is looked at. */
struct subject {
    struct md_inspection *inspection;
    const struct md_ours *ours;
    const struct md_our_call *call;
    const struct md_reading *reading;
    const struct md_place *place;
    const struct md_inspected *inspected;
    struct md_finding *finding;
    int64_t error;     /* that the cell shows, by Calc's code */
    int64_t own_error; /* that the call gives, where its arguments are computed and that matters */
    bool unused;       /* the formula now does without the call */
};

static struct md_contents *contents_of(const struct subject *subject)
{
    return &subject->inspection->answers.reader.contents;
}

/* ---- Findings --------------------------------------------------------------------------------------------------- */

static void say_number_of(struct md_sentence *sentence, enum md_rule_number number)
{
    if (sentence->length > 0)
        md_append(sentence, "\n");
    md_append(sentence, "(");
    md_say_number(sentence, number);
    md_append(sentence, ") ");
}

/* Notes a rule; false if it was noted before. What it is about may be said behind it, in `why`. */
static bool note(struct md_finding *finding, enum md_rule_number number)
{
    const struct md_rule *rule = md_rule(number);
    if (finding->rules[number])
        return false;
    finding->rules[number] = true;
    if (rule->severity > finding->severity)
        finding->severity = rule->severity;
    say_number_of(&finding->why, number);
    md_say_either(&finding->why, rule->what);
    say_number_of(&finding->todo, number);
    md_say_either(&finding->todo, rule->todo);
    return true;
}

static void say_about(struct md_sentence *sentence)
{
    md_say(sentence, " Het gaat om ", " It is about ");
}

static void say_given(const struct subject *subject, const struct md_given *given)
{
    struct md_sentence *why = &subject->finding->why;
    if (given->kind == MD_GIVEN_CELL)
        md_say_cell_at(why, subject->ours, given->where.sheet, given->where.left, given->where.top, subject->place->sheet);
    else
        md_say_range_at(why, subject->ours, &given->where, given->last_sheet, subject->place->sheet);
}

static void note_given(const struct subject *subject, enum md_rule_number number, const struct md_given *given)
{
    if (!note(subject->finding, number))
        return;
    say_about(&subject->finding->why);
    say_given(subject, given);
    md_append(&subject->finding->why, ".");
}

static void note_cell(const struct subject *subject, enum md_rule_number number, sal_Int32 sheet, sal_Int32 column,
                      sal_Int32 row)
{
    struct md_sentence *why = &subject->finding->why;
    if (!note(subject->finding, number))
        return;
    say_about(why);
    md_say_cell_at(why, subject->ours, sheet, column, row, subject->place->sheet);
    md_append(why, " (");
    md_say_shown(why, subject->ours, md_cell_at(subject->ours, sheet, column, row));
    md_append(why, ").");
}

/* Does a cell of the document hold what a cell of an argument does? */
static bool holds_same(const struct subject *subject, const struct md_place *place, const struct md_argument *argument,
                       size_t cell)
{
    const uno_Any *content = md_content_at(contents_of(subject), place->sheet, place->column, place->row);
    if (md_status_of(argument->cells[cell]) == MD_OK)
        return content->pType->eTypeClass == typelib_TypeClass_DOUBLE && md_number_in(content) == argument->cells[cell];
    return md_string_in(content) != NULL && md_compare_texts(md_text_in(content), md_text_at(argument, cell)) == 0;
}

/* The cell so many from the first of the origin of a computed argument, which may lie on its side in that; false if it holds something
 * else. */
static bool find_in_origin(const struct subject *subject, size_t argument, size_t cell, struct md_place *place)
{
    const struct md_range_address *origin = &subject->call->given[argument].where;
    const struct md_argument *read = &subject->reading->arguments[argument];
    bool upright = read->rows == md_rows_of(origin) && read->columns == md_columns_of(origin);
    bool turned = read->rows == md_columns_of(origin) && read->columns == md_rows_of(origin);
    sal_Int32 right = (sal_Int32)(cell % read->columns), down = (sal_Int32)(cell / read->columns);
    *place = (struct md_place){origin->sheet, origin->left + right, origin->top + down, false};
    if (upright && holds_same(subject, place, read, cell))
        return true;
    *place = (struct md_place){origin->sheet, origin->left + down, origin->top + right, false};
    return turned && holds_same(subject, place, read, cell);
}

/* Where a cell of an argument is, counted from 0; false if it is none of the document. */
static bool find_place(const struct subject *subject, size_t argument, size_t cell, struct md_place *place)
{
    const struct md_given *given = &subject->call->given[argument];
    if (given->kind == MD_GIVEN_COMPUTED)
        return given->has_origin && subject->reading->state == MD_READ && find_in_origin(subject, argument, cell, place);
    size_t columns = md_columns_of(&given->where);
    *place = (struct md_place){given->where.sheet, given->where.left + (sal_Int32)(cell % columns),
                               given->where.top + (sal_Int32)(cell / columns), false};
    return given->kind == MD_GIVEN_CELL || given->kind == MD_GIVEN_RANGE;
}

/* The same for a cell of an argument. */
static void note_place(const struct subject *subject, enum md_rule_number number, size_t argument, size_t cell)
{
    struct md_place place;
    if (find_place(subject, argument, cell, &place))
        note_cell(subject, number, place.sheet, place.column, place.row);
    else
        note(subject->finding, number);
}

/* Notes a rule that is about two arguments. */
static void note_two(const struct subject *subject, enum md_rule_number number, const struct md_given *one,
                     const struct md_given *other)
{
    if (!note(subject->finding, number))
        return;
    say_about(&subject->finding->why);
    say_given(subject, one);
    md_say(&subject->finding->why, " en ", " and ");
    say_given(subject, other);
    md_append(&subject->finding->why, ".");
}

static const struct md_parameter *parameter_of(const struct md_our_call *call, size_t i)
{
    return call->function != NULL && i < md_parameter_count(call->function) ? call->function->parameters[i] : NULL;
}

static enum md_measure measure_of(const struct md_our_call *call, size_t i)
{
    const struct md_parameter *parameter = parameter_of(call, i);
    return parameter != NULL ? parameter->measure : MD_NO_MEASURE;
}

/* ---- What Calc does not hand over ------------------------------------------------------------------------------- */

/* Is this the error of a formula that refers to itself, once or until the office stops? */
static bool is_circle(int64_t error)
{
    return error == 522 || error == 523;
}

static void look_at_what_is_not_handed_over(const struct subject *subject)
{
    const struct md_reading *reading = subject->reading;
    if (subject->call->function == NULL)
        note(subject->finding, MD_RULE_OTHER_VERSION);
    for (size_t i = 0; i < subject->call->given_count; i++) {
        const struct md_given *given = &subject->call->given[i];
        if (given->kind == MD_GIVEN_LOST)
            note(subject->finding, MD_RULE_LOST);
        if (given->kind == MD_GIVEN_OTHER_FILE)
            note(subject->finding, MD_RULE_OTHER_FILE);
        if (given->kind == MD_GIVEN_RANGE && given->last_sheet != given->where.sheet)
            note_given(subject, MD_RULE_SEVERAL_SHEETS, given);
    }
    if (reading->state == MD_HOLDS_ERROR && !subject->unused && !is_circle(subject->error))
        note_cell(subject, MD_RULE_ERROR_IN_CELL, subject->call->given[reading->at].where.sheet, reading->error_column,
                  reading->error_row);
}

/* ---- Ranges ----------------------------------------------------------------------------------------------------- */

/* How many cells there are in these ranges. */
static size_t cells_in(struct md_office *office, uno_Interface *ranges)
{
    size_t count, cells = 0;
    const struct md_range_address *parts =
        md_elements_in(md_ask(office, ranges, "sheet.XSheetCellRanges::getRangeAddresses"), &count);
    for (size_t i = 0; i < count; i++)
        cells += md_columns_of(&parts[i]) * md_rows_of(&parts[i]);
    return cells;
}

/* How many cells with something in them there are in these ranges. */
static size_t filled_in(struct md_office *office, uno_Interface *ranges)
{
    enum { CONTENTS = 1 | 2 | 4 | 16 }; /* com.sun.star.sheet.CellFlags: numbers, dates, texts, formulas */
    return cells_in(office,
                    md_object_in(md_call(office, ranges, "sheet.XCellRangesQuery::queryContentCells", md_int(CONTENTS))));
}

/* Are there cells with something in them that are not shown, in a range of which some are? */
static bool has_hidden_cells(const struct md_ours *ours, const struct md_range_address *where)
{
    struct md_office *office = ours->office;
    uno_Interface *range =
        md_object_in(md_call(office, md_sheet(ours, where->sheet), "table.XCellRange::getCellRangeByPosition",
                             md_int(where->left), md_int(where->top), md_int(where->right), md_int(where->bottom)));
    uno_Interface *visible = md_object_in(md_ask(office, range, "sheet.XCellRangesQuery::queryVisibleCells"));
    size_t seen = cells_in(office, visible);
    return seen > 0 && seen < md_columns_of(where) * md_rows_of(where) && filled_in(office, visible) < filled_in(office, range);
}

/* Is it a range, as it is or on its side? */
static bool is_range(const struct md_given *given)
{
    return given->kind == MD_GIVEN_RANGE || given->is_turned;
}

static bool is_long_range(const struct md_given *given)
{
    return is_range(given) && (md_rows_of(&given->where) > 1 || md_columns_of(&given->where) > 1);
}

/* Do two intervals of the same length overlap without being the same? */
static bool is_shifted(sal_Int32 first, sal_Int32 last, sal_Int32 other_first, sal_Int32 other_last)
{
    return last > first && first != other_first && last - first == other_last - other_first && first <= other_last &&
           other_first <= last;
}

static bool are_shifted(const struct md_range_address *a, const struct md_range_address *b)
{
    if (a->sheet != b->sheet)
        return false;
    bool beside = md_columns_of(a) == md_columns_of(b) && is_shifted(a->top, a->bottom, b->top, b->bottom);
    bool below = md_rows_of(a) == md_rows_of(b) && is_shifted(a->left, a->right, b->left, b->right);
    return (beside && (a->right < b->left || b->right < a->left)) || (below && (a->bottom < b->top || b->bottom < a->top));
}

static void look_for_shifted(const struct subject *subject, size_t i)
{
    const struct md_given *given = subject->call->given;
    for (size_t k = 0; k < i; k++)
        if (is_long_range(&given[i]) && is_long_range(&given[k]) && are_shifted(&given[i].where, &given[k].where))
            note_two(subject, MD_RULE_SHIFTED, &given[k], &given[i]);
}

static void look_at_ranges(const struct subject *subject)
{
    for (size_t i = 0; i < subject->call->given_count; i++) {
        const struct md_given *given = &subject->call->given[i];
        const struct md_parameter *parameter = parameter_of(subject->call, i);
        if (is_long_range(given) && has_hidden_cells(subject->ours, &given->where))
            note_given(subject, MD_RULE_HIDDEN_CELLS, given);
        if (subject->reading->empty[i] && parameter != NULL && !parameter->optional && !subject->unused)
            note_given(subject, MD_RULE_EMPTY_CELL, given);
        look_for_shifted(subject, i);
    }
}

/* ---- Ranges that moved along ------------------------------------------------------------------------------------ */

static bool is_same_reference(const struct md_reference *a, const struct md_reference *b)
{
    sal_Int32 flags = a->flags;
    return a->flags == b->flags &&
           (flags & MD_COLUMN_RELATIVE ? a->relative_column == b->relative_column : a->column == b->column) &&
           (flags & MD_ROW_RELATIVE ? a->relative_row == b->relative_row : a->row == b->row) &&
           (flags & MD_SHEET_RELATIVE ? a->relative_sheet == b->relative_sheet : a->sheet == b->sheet);
}

/* Are these the same token, as seen from the cell that each is in? */
static bool is_same_token(const struct md_token *a, const struct md_token *b)
{
    if (a->code != b->code || !typelib_typedescriptionreference_equals(a->data.pType, b->data.pType))
        return false;
    if (md_is_struct(&a->data, "com.sun.star.sheet.SingleReference"))
        return is_same_reference(a->data.pData, b->data.pData);
    if (md_is_struct(&a->data, "com.sun.star.sheet.ComplexReference")) {
        const struct md_range_reference *one = a->data.pData, *other = b->data.pData;
        return is_same_reference(&one->first, &other->first) && is_same_reference(&one->last, &other->last);
    }
    return uno_type_equalData(a->data.pData, a->data.pType, b->data.pData, b->data.pType, NULL, NULL);
}

/* Has the cell so far away the same formula, as seen from there? */
static bool has_same_formula(const struct subject *subject, sal_Int32 right, sal_Int32 down)
{
    sal_Int32 column = subject->place->column + right, row = subject->place->row + down;
    size_t count = subject->inspected->token_count, other_count;
    if (column < 0 || row < 0 || count == 0)
        return false;
    uno_Interface *neighbour = md_cell_at(subject->ours, subject->place->sheet, column, row);
    const struct md_token *own = subject->inspected->tokens;
    const struct md_token *other = md_tokens_of(subject->ours->office, neighbour, &other_count);
    if (count != other_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_same_token(&own[i], &other[i]))
            return false;
    return true;
}

static void look_for_moved(const struct subject *subject)
{
    if (subject->place->in_matrix)
        return;
    for (size_t i = 0; i < subject->call->given_count; i++) {
        const struct md_given *given = &subject->call->given[i];
        if (!is_range(given) || given->written == NULL)
            continue;
        sal_Int32 relative = given->written->first.flags & given->written->last.flags;
        bool down = (relative & MD_ROW_RELATIVE) && md_rows_of(&given->where) > 1;
        bool right = (relative & MD_COLUMN_RELATIVE) && md_columns_of(&given->where) > 1;
        if ((down && (has_same_formula(subject, 0, 1) || has_same_formula(subject, 0, -1))) ||
            (right && (has_same_formula(subject, 1, 0) || has_same_formula(subject, -1, 0))))
            note_given(subject, MD_RULE_MOVED, given);
    }
}

/* ---- Outcomes --------------------------------------------------------------------------------------------------- */

/* How many outcomes the call has by itself; none if that cannot be known without the office. */
static struct md_outcomes outcomes_of_call(const struct subject *subject)
{
    struct md_result result = {0};
    if (subject->reading->state != MD_READ)
        return (struct md_outcomes){0, 0};
    md_ask_function(&subject->inspection->answers, subject->call->function->method, subject->reading->arguments,
                    md_parameter_count(subject->call->function), &result);
    return result.kind == MD_RESULT_MATRIX ? (struct md_outcomes){result.rows, result.columns} : (struct md_outcomes){1, 1};
}

/* Is the formula this call and nothing else? */
static bool is_whole(const struct subject *subject)
{
    const struct md_calls *calls = &subject->inspection->calls;
    return calls->alone && subject->call == &calls->calls[calls->count - 1];
}

/* How many outcomes the formula has; none if the call has one alone, or that cannot be known. */
static struct md_outcomes outcomes_of_formula(const struct subject *subject)
{
    const struct md_inspected *formula = subject->inspected;
    struct md_outcomes own = outcomes_of_call(subject);
    bool is_one = own.rows * own.columns == 1;
    if (own.rows > 0 && (is_whole(subject) || is_one))
        return is_whole(subject) ? own : (struct md_outcomes){0, 0};
    return md_outcomes_of(subject->ours, &subject->inspection->answers.scratch, formula, formula->tokens, formula->token_count);
}

/* Are there as many cells as outcomes? */
static void look_at_outcomes(const struct subject *subject)
{
    const struct md_function *function = subject->call->function;
    bool may_be_read = subject->reading->state == MD_READ || subject->reading->state == MD_NOT_READ;
    if (function == NULL || !function->gives_several || !may_be_read)
        return;
    struct md_outcomes outcomes = outcomes_of_formula(subject);
    if (!subject->place->in_matrix) {
        if (outcomes.rows * outcomes.columns > 1)
            note(subject->finding, MD_RULE_ONE_CELL);
        return;
    }
    const struct md_range_address *array = md_array_at(subject->ours, subject->place->sheet, subject->inspected->cell);
    if (array == NULL || outcomes.rows == 0)
        return;
    if (md_rows_of(array) < outcomes.rows || md_columns_of(array) < outcomes.columns)
        note(subject->finding, MD_RULE_TOO_SMALL);
    else if (md_rows_of(array) > outcomes.rows || md_columns_of(array) > outcomes.columns)
        note(subject->finding, MD_RULE_TOO_LARGE);
}

/* Does a computed argument have a range computed with, of which a formula in one cell takes one cell? */
static void look_for_one_of_range(const struct subject *subject)
{
    struct md_scratch *scratch = &subject->inspection->answers.scratch;
    const struct md_inspected *formula = subject->inspected;
    if (subject->place->in_matrix || subject->unused || subject->finding->rules[MD_RULE_ONE_OF_RANGE])
        return;
    for (size_t i = 0; i < subject->call->given_count; i++) {
        const struct md_given *given = &subject->call->given[i];
        if (given->kind != MD_GIVEN_COMPUTED || !md_may_cut_ranges(subject->ours, given->tokens, given->token_count))
            continue;
        struct md_outcomes outcomes = md_outcomes_of(subject->ours, scratch, formula, given->tokens, given->token_count);
        if (outcomes.rows * outcomes.columns > 1 && md_differs_as_array(subject->ours, scratch, formula))
            note(subject->finding, MD_RULE_ONE_OF_RANGE);
    }
}

static enum md_rule_number rule_of_totals(enum md_doubt doubt)
{
    return doubt == MD_TOTAL ? MD_RULE_TOTAL : doubt == MD_NEAR_TOTAL ? MD_RULE_NEAR_TOTAL : MD_RULE_SUBTOTALS;
}

/* Does a heading call a cell of an argument a total? */
static bool is_named_total(const struct subject *subject, size_t argument, size_t cell)
{
    struct md_place place;
    return find_place(subject, argument, cell, &place) &&
           md_names_total(contents_of(subject), &subject->call->given[argument].where, place.column, place.row);
}

/* What the numbers of a range give away. Of a few numbers one may well be the sum of the others: their headings decide. Whether that
 * matters to it the function itself decides: this is asked where it warned. Returns whether there was something. */
static bool look_at_numbers(const struct subject *subject, size_t i)
{
    enum { KEPT_DECIMALS = 9, FEW_NUMBERS = 4 };
    struct md_memory *memory = &subject->inspection->answers.reader.blocks.memory;
    size_t *place, count, one, other;
    const double *numbers = md_numbers_of(&subject->reading->arguments[i], &place, &count, memory);
    if (numbers == NULL || count < 3)
        return false;
    struct md_totals totals = md_find_totals(numbers, count);
    if (totals.doubt != MD_NO_DOUBT && (count > FEW_NUMBERS || is_named_total(subject, i, place[totals.total])))
        note_place(subject, rule_of_totals(totals.doubt), i, place[totals.total]);
    size_t fraction = md_find_fraction(numbers, count);
    if (fraction < count)
        note_place(subject, MD_RULE_FRACTION, i, place[fraction]);
    bool alike = md_find_look_alikes(numbers, count, KEPT_DECIMALS, &one, &other, memory) && one < count;
    if (alike)
        note_place(subject, MD_RULE_LOOK_ALIKES, i, place[one]);
    return totals.doubt != MD_NO_DOUBT || fraction < count || alike;
}

/* The same for all that was read of the call. */
static bool look_at_all_numbers(const struct subject *subject)
{
    bool any = false;
    for (size_t i = 0; i < subject->call->given_count && subject->reading->state == MD_READ; i++) {
        enum md_given_kind kind = subject->call->given[i].kind;
        any |= (kind == MD_GIVEN_RANGE || kind == MD_GIVEN_COMPUTED) && look_at_numbers(subject, i);
    }
    return any;
}

/* ---- Arguments that are computed -------------------------------------------------------------------------------- */

/* Reads the call again, with its arguments computed; what was told then says of which cell it is, and whether it is in doubt. The call
 * stays unread if that is not possible, or tells something else. */
static void read_computed(const struct subject *subject, struct md_sentence *told)
{
    struct md_answers *answers = &subject->inspection->answers;
    char text[MD_LONGEST_SENTENCE];
    struct md_sentence again = md_sentence_in(text, sizeof text, told->language);
    if (!md_compute_given(answers, subject->call, subject->inspected))
        return;
    md_say_answer(answers, subject->call, subject->place, &again);
    if (strcmp(again.buffer, told->buffer) != 0) {
        answers->reading.state = MD_NOT_READ;
        return;
    }
    told->place = again.place;
    told->doubted = again.doubted;
}

/* Does the formula call a function of the office with this trait? */
static bool calls_with(const struct subject *subject, enum md_trait trait)
{
    const struct md_token *token = subject->inspected->tokens, *end = token + subject->inspected->token_count;
    while (token < end && !md_has_trait(subject->ours, token, trait))
        token++;
    return token < end;
}

static bool may_hide_errors(const struct subject *subject)
{
    return calls_with(subject, MD_HIDES) || calls_with(subject, MD_ASKS_FOR_ERRORS);
}

static int64_t error_of_computed(const struct subject *subject)
{
    if (is_whole(subject) || (subject->error == 0 && !may_hide_errors(subject)))
        return subject->error;
    return md_error_of_call(&subject->inspection->answers, subject->call, subject->place);
}

/* The argument and the cell in it of which the sentence told; false if it named none. */
static bool find_told(const struct subject *subject, const double *place, size_t *argument, size_t *cell)
{
    for (size_t i = 0; place != NULL && i < subject->call->given_count; i++) {
        const struct md_argument *read = &subject->reading->arguments[i];
        for (size_t k = 0; k < md_count(read); k++)
            if (&read->cells[k] == place) {
                *argument = i;
                *cell = k;
                return true;
            }
    }
    return false;
}

static const struct md_known_words *find_known(const struct subject *subject, const char *words)
{
    const struct md_inspection *inspection = subject->inspection;
    for (size_t i = 0; i < MD_KNOWN_WORDS && i < inspection->known_count; i++)
        if (inspection->known[i].function == subject->call->function && strcmp(inspection->known[i].words, words) == 0)
            return &inspection->known[i];
    return NULL;
}

static void keep_known(const struct subject *subject, const char *words, struct md_known_words known)
{
    struct md_inspection *inspection = subject->inspection;
    if (strlen(words) >= sizeof known.words)
        return;
    known.function = subject->call->function;
    memcpy(known.words, words, strlen(words) + 1);
    inspection->known[inspection->known_count++ % MD_KNOWN_WORDS] = known;
}

/* Finds the cell that an error is about. In a cell that was read it is where it was when these words were said before. */
static void find_cause(const struct subject *subject, struct md_sentence *told)
{
    const struct md_known_words *known = find_known(subject, told->buffer);
    struct md_known_words found = {.doubted = false};
    if (known != NULL && subject->call->given[known->argument].kind != MD_GIVEN_COMPUTED &&
        known->cell < md_count(&subject->reading->arguments[known->argument])) {
        told->place = &subject->reading->arguments[known->argument].cells[known->cell];
        return;
    }
    read_computed(subject, told);
    if (known == NULL && find_told(subject, told->place, &found.argument, &found.cell))
        keep_known(subject, told->buffer, found);
}

/* The state of what a call with computed arguments gives, by the error in it: the office says no more than a sentence. */
static enum md_status state_of_computed(struct subject *subject, enum md_status said, struct md_sentence *told)
{
    if (said != MD_OK)
        return said;
    subject->own_error = error_of_computed(subject);
    enum md_status status = md_status_of_code(subject->own_error);
    if (status != MD_OK)
        find_cause(subject, told);
    return status;
}

/* Looks at the numbers behind a warning. What is known of one in the same words, as many rows have them, is not computed again. */
static void look_at_computed_numbers(const struct subject *subject, struct md_sentence *told)
{
    const char *words = md_warnings_in(told->buffer, told->language);
    const struct md_known_words *known = find_known(subject, words);
    if (known == NULL)
        read_computed(subject, told);
    else
        told->doubted = known->doubted;
    if (!look_at_all_numbers(subject) && known == NULL)
        keep_known(subject, words, (struct md_known_words){.doubted = told->doubted});
}

static void look_at_warnings(const struct subject *subject, struct md_sentence *told)
{
    if (!told->warned || subject->unused)
        return;
    if (subject->reading->state == MD_NOT_READ)
        look_at_computed_numbers(subject, told);
    else
        look_at_all_numbers(subject);
}

/* Is an argument that must be there a typed 1? Who divides by that wants the sum, not a share. */
static bool is_by_one(const struct subject *subject)
{
    const struct md_our_call *call = subject->call;
    bool found = false;
    for (size_t i = 0; i < call->given_count && i < md_parameter_count(call->function); i++) {
        const struct md_argument *argument = &subject->reading->arguments[i];
        found = found || (call->given[i].kind == MD_GIVEN_CONSTANT && !call->function->parameters[i]->optional &&
                          md_count(argument) == 1 && argument->cells[0] == 1);
    }
    return found;
}

static void look_at_doubt(const struct subject *subject, const struct md_sentence *told)
{
    if (!subject->unused && told->doubted && !is_by_one(subject))
        note(subject->finding, MD_RULE_DOUBT);
}

/* ---- Headings --------------------------------------------------------------------------------------------------- */

static bool is_amount(const struct md_our_call *call, size_t i)
{
    enum md_measure measure = measure_of(call, i);
    return (measure == MD_EUROS || measure == MD_GRANT) && (call->given[i].kind == MD_GIVEN_CELL || is_range(&call->given[i]));
}

static bool is_mixed(enum md_basis one, enum md_basis other)
{
    return one != MD_NO_BASIS && other != MD_NO_BASIS && one != other;
}

/* Holds the headings of two amounts against each other. */
static void compare_amounts(const struct subject *subject, const struct md_given *one, const struct md_given *other,
                            bool any_basis)
{
    const struct md_range_address *a = &one->where, *b = &other->where;
    if (md_is_in_thousands(contents_of(subject), a->sheet, a->left, a->top) !=
        md_is_in_thousands(contents_of(subject), b->sheet, b->left, b->top))
        note_two(subject, MD_RULE_THOUSANDS, one, other);
    struct md_bases first = md_bases_of(contents_of(subject), a->sheet, a->left, a->top),
                    last = md_bases_of(contents_of(subject), b->sheet, b->left, b->top);
    if (!any_basis && (is_mixed(first.above, last.above) || is_mixed(first.left, last.left)))
        note_two(subject, MD_RULE_BUDGET_AND_ACCOUNT, one, other);
}

/* Every amount against the first. A formula whose row names the basis compares as it means to. */
static void look_at_amounts(const struct subject *subject)
{
    const struct md_place *place = subject->place;
    const struct md_given *given = subject->call->given;
    size_t first = 0, count = subject->call->given_count;
    while (first < count && !is_amount(subject->call, first))
        first++;
    for (size_t i = first + 1; i < count; i++) {
        if (!is_amount(subject->call, i))
            continue;
        bool is_grant = measure_of(subject->call, first) == MD_GRANT || measure_of(subject->call, i) == MD_GRANT;
        compare_amounts(subject, &given[first], &given[i],
                        is_grant || md_row_names_basis(contents_of(subject), place->sheet, place->column, place->row));
    }
}

/* The value of the norm that the call names, in this year or whatever the year. */
static struct md_result norm_of(const struct subject *subject, size_t i, const struct md_argument *year)
{
    struct md_argument question[] = {subject->reading->arguments[i], *year};
    struct md_result value = {0};
    md_ask_function(&subject->inspection->answers, "norm", question, 2, &value);
    return value;
}

/* Is a value held against a norm, without a year, that did not hold in this one? A text may well quote a norm in any year. */
static bool names_other_norm(const struct subject *subject, double year)
{
    if (strcmp(subject->call->function->method, "checkNorm") != 0)
        return false;
    const struct md_argument *arguments = subject->reading->arguments;
    struct md_argument in_year = {.shape = MD_SINGLE, .rows = 1, .columns = 1, .cells = &year};
    for (size_t i = 0; i < subject->call->given_count; i++) {
        if (!md_is_one_text(&arguments[i]))
            continue;
        struct md_result any = norm_of(subject, i, &md_left_out), own = norm_of(subject, i, &in_year);
        if (any.kind == MD_RESULT_NUMBER && md_status_of(any.number) == MD_OK && any.number != own.number)
            return true;
    }
    return false;
}

/* The year for which a norm is asked, against that of the headings. */
static void look_at_year(const struct subject *subject)
{
    double year;
    size_t i = 0;
    while (measure_of(subject->call, i) != MD_YEAR)
        if (parameter_of(subject->call, i++) == NULL)
            return;
    const struct md_argument *given = &subject->reading->arguments[i];
    int headed = md_year_of(contents_of(subject), subject->place->sheet, subject->place->column, subject->place->row);
    bool left_out = i >= subject->call->given_count || subject->call->given[i].kind == MD_GIVEN_NOTHING;
    if (headed == 0 || subject->reading->state == MD_HOLDS_ERROR || (!left_out && md_one_number(given, &year) != MD_OK))
        return;
    if (left_out ? !names_other_norm(subject, headed) : year == headed)
        return;
    if (!note(subject->finding, MD_RULE_OTHER_YEAR))
        return;
    say_about(&subject->finding->why);
    if (left_out)
        md_say(&subject->finding->why, "een norm zonder jaar in de formule", "a norm without a year in the formula");
    else {
        md_say_year(&subject->finding->why, year);
        md_say(&subject->finding->why, " in de formule", " in the formula");
    }
    md_say(&subject->finding->why, " en ", " and ");
    md_say_year(&subject->finding->why, headed);
    md_say(&subject->finding->why, " in de kop.", " in the heading.");
}

/* ---- Errors ----------------------------------------------------------------------------------------------------- */

static bool looks_like_number(struct md_text text)
{
    bool digits = false;
    for (size_t i = 0; i < text.length; i++) {
        uint16_t unit = text.units[i];
        bool digit = unit >= '0' && unit <= '9';
        if (!digit && unit != '.' && unit != ',' && unit != '-' && unit != '+' && unit != '%' && unit != ' ' && unit != 0xA0 &&
            unit != 0x20AC)
            return false;
        digits |= digit;
    }
    return digits;
}

static enum md_rule_number rule_of_text(struct md_text text)
{
    return looks_like_number(text) ? MD_RULE_TEXT_NUMBER : MD_RULE_TEXT;
}

static enum md_rule_number rule_of_number(enum md_measure measure, double number)
{
    return measure == MD_SHARE && number >= 2 && number <= 1000 ? MD_RULE_WHOLE_SHARE : MD_RULE_DOMAIN;
}

static enum md_rule_number rule_of_status(enum md_status status)
{
    switch (status) {
    case MD_UNKNOWN:
        return MD_RULE_UNKNOWN;
    case MD_TEXT:
        return MD_RULE_TEXT;
    case MD_ZERO_DIVISION:
        return MD_RULE_ZERO_DIVISION;
    case MD_DOMAIN:
        return MD_RULE_DOMAIN;
    default:
        return MD_RULE_ARGUMENT;
    }
}

static bool is_zero(const struct md_argument *argument)
{
    size_t count = md_count(argument);
    for (size_t i = 0; i < count; i++)
        if (md_status_of(argument->cells[i]) != MD_BLANK && argument->cells[i] != 0)
            return false;
    return count > 0;
}

/* Names what there is nothing of, if it is one argument alone; false if not. */
static bool note_zeros(const struct subject *subject)
{
    size_t count = subject->call->given_count, found = count;
    for (size_t i = 0; i < count; i++) {
        if (subject->call->given[i].kind == MD_GIVEN_CONSTANT || !is_zero(&subject->reading->arguments[i]))
            continue;
        if (found < count)
            return false;
        found = i;
    }
    if (found == count)
        return false;
    if (subject->call->given[found].kind == MD_GIVEN_COMPUTED)
        note_place(subject, MD_RULE_ZERO_DIVISION, found, 0);
    else
        note_given(subject, MD_RULE_ZERO_DIVISION, &subject->call->given[found]);
    return true;
}

/* The rule of an error that a cell of an argument gives. */
static enum md_rule_number rule_of_cell(const struct subject *subject, enum md_status status, size_t argument, size_t cell)
{
    const struct md_argument *read = &subject->reading->arguments[argument];
    if (status == MD_TEXT)
        return rule_of_text(md_text_at(read, cell));
    if (status == MD_DOMAIN && md_status_of(read->cells[cell]) == MD_OK)
        return rule_of_number(measure_of(subject->call, argument), read->cells[cell]);
    return rule_of_status(status);
}

/* Says what is wrong with the call that gives this error, and in which cell. */
static void note_error(const struct subject *subject, enum md_status status, const double *place)
{
    size_t argument, cell;
    if (find_told(subject, place, &argument, &cell))
        note_place(subject, rule_of_cell(subject, status, argument, cell), argument, cell);
    else if (status != MD_ZERO_DIVISION || subject->reading->state != MD_READ || !note_zeros(subject))
        note(subject->finding, rule_of_status(status));
}

/* What a call itself gives. A function that tells of errors gives a text. */
struct outcome {
    enum md_status state; /* of the first error in it; else MD_OK */
    size_t numbers;
};

static void look_into(const struct md_result *result, struct outcome *outcome)
{
    for (size_t i = 0; i < result->rows * result->columns; i++) {
        enum md_status state = md_status_of(result->cells[i]);
        bool is_text = state == MD_TEXT && result->texts != NULL && result->texts[i] != NULL;
        outcome->numbers += state == MD_OK;
        if (outcome->state == MD_OK && state != MD_BLANK && !is_text)
            outcome->state = state;
    }
}

static struct outcome outcome_of(const struct subject *subject)
{
    struct outcome outcome = {MD_OK, 0};
    struct md_result result = {0};
    if (subject->reading->state != MD_READ)
        return (struct outcome){md_status_of_code(subject->own_error), 0};
    md_ask_function(&subject->inspection->answers, subject->call->function->method, subject->reading->arguments,
                    md_parameter_count(subject->call->function), &result);
    if (result.kind == MD_RESULT_MATRIX)
        look_into(&result, &outcome);
    else if (result.kind == MD_RESULT_NUMBER)
        outcome.state = md_status_of(result.number);
    return outcome;
}

/* How many numbers the cells of an array formula show. */
static size_t numbers_shown(const struct subject *subject, const struct md_range_address *array)
{
    size_t shown = 0;
    for (sal_Int32 row = array->top; row <= array->bottom; row++)
        for (sal_Int32 column = array->left; column <= array->right; column++)
            shown += md_is_number(md_content_at(contents_of(subject), array->sheet, column, row));
    return shown;
}

/* Shows the cell a number where a call gives an error, as IFERROR(…;0) does, and IF(ISERROR(…);0;…)? An array shows more of them then
 * than the call gives. */
static bool shows_number_instead(const struct subject *subject, size_t given)
{
    uno_Interface *cell = subject->inspected->cell;
    bool replaces =
        calls_with(subject, MD_HIDES) || (subject->inspection->calls.count > 1 && calls_with(subject, MD_ASKS_FOR_ERRORS));
    if (!replaces || !subject->place->in_matrix)
        return replaces && md_is_number(md_content_of(subject->ours->office, cell));
    const struct md_range_address *array = md_array_at(subject->ours, subject->place->sheet, cell);
    return array != NULL && numbers_shown(subject, array) > given;
}

/* Does the call itself give an error that nobody means to hide? */
static bool gives_hidden_error(const struct subject *subject)
{
    struct outcome outcome = outcome_of(subject);
    if (outcome.state == MD_UNKNOWN || outcome.state == MD_ZERO_DIVISION)
        return shows_number_instead(subject, outcome.numbers);
    return outcome.state == MD_TEXT || outcome.state == MD_DOMAIN || outcome.state == MD_ARGUMENT;
}

/* Says that the formula hides an error, and of which cell. */
static void note_hidden_error(const struct subject *subject, const double *place)
{
    size_t argument, cell;
    if (subject->call->function == NULL || subject->reading->state == MD_HOLDS_ERROR || !gives_hidden_error(subject))
        return;
    if (find_told(subject, place, &argument, &cell))
        note_place(subject, MD_RULE_HIDDEN_ERROR, argument, cell);
    else
        note(subject->finding, MD_RULE_HIDDEN_ERROR);
}

static bool has_cause(const struct md_finding *finding)
{
    return finding->severity == MD_WRONG || finding->rules[MD_RULE_UNKNOWN];
}

/* The rule of an error that no call was seen to give: by Calc's own code, where a call may have had arguments that were computed. */
static enum md_rule_number rule_of_code(int64_t code, bool computed)
{
    enum md_status status = md_status_of_code(code);
    return computed && status != MD_OK ? rule_of_status(status) : MD_RULE_OTHER_PART;
}

/* ---- The whole formula ------------------------------------------------------------------------------------------ */

static void say_name(const struct md_our_call *call, struct md_sentence *sentence)
{
    enum { LONGEST_NAME = 60 };
    if (call->function != NULL)
        md_append(sentence, call->function->name);
    else
        md_append_text(sentence, call->name, LONGEST_NAME);
    md_append(sentence, ": ");
}

/* Is there something to tell of the call that holds only if the formula uses it? */
static bool hangs_on_use(const struct subject *subject, enum md_status status, bool warned)
{
    bool any = warned || (status != MD_OK && status != MD_BLANK) || subject->reading->state == MD_HOLDS_ERROR;
    for (size_t i = 0; i < subject->call->given_count; i++)
        any = any || subject->reading->empty[i];
    return any;
}

static bool is_same_line(const char *line, const char *other)
{
    while (*line == *other && *line != 0 && *line != '\n')
        line++, other++;
    return (*line == 0 || *line == '\n') && (*other == 0 || *other == '\n');
}

/* Begins a line behind those that are there; returns how long they are. */
static size_t begin_line(struct md_sentence *lines)
{
    size_t before = lines->length;
    if (before > 0)
        md_append(lines, "\n");
    return before;
}

/* Takes the line back if it is empty or told already. */
static void end_line(struct md_sentence *lines, size_t before)
{
    size_t begin = before + (before > 0);
    bool is_told = lines->length <= begin;
    for (const char *line = lines->buffer; !is_told && line < lines->buffer + begin; line += strcspn(line, "\n") + 1)
        is_told = is_same_line(line, lines->buffer + begin);
    if (is_told)
        lines->buffer[lines->length = before] = 0;
}

static void tell(const struct subject *subject, const char *sentence)
{
    struct md_sentence *told = &subject->finding->told;
    size_t before = begin_line(told);
    if (subject->inspection->calls.count > 1)
        say_name(subject->call, told);
    if (subject->unused)
        md_say_unused(told);
    else
        md_append(told, sentence);
    end_line(told, before);
}

static void tell_source(const struct subject *subject)
{
    struct md_sentence *source = &subject->finding->source;
    size_t before = begin_line(source);
    md_say_source(&subject->inspection->answers, subject->call, source);
    end_line(source, before);
}

static void look_at_error(const struct subject *subject, enum md_status status, const double *place)
{
    bool is_error = subject->error != 0;
    if (subject->unused || status == MD_OK || status == MD_BLANK)
        return;
    if (is_error && !has_cause(subject->finding) && subject->inspection->answers.argument_failed)
        note(subject->finding, MD_RULE_OTHER_PART);
    else if (is_error && !has_cause(subject->finding))
        note_error(subject, status, place);
    else if (!is_error)
        note_hidden_error(subject, place);
}

/* Looks at one call. Returns whether it may give an error that could not be seen, as its arguments are computed. */
static bool look_at_call(struct subject *subject)
{
    struct md_inspection *inspection = subject->inspection;
    char told[MD_LONGEST_SENTENCE];
    struct md_sentence sentence = md_sentence_in(told, sizeof told, inspection->language);
    md_read_call(&inspection->answers, subject->call);
    enum md_status status = md_say_answer(&inspection->answers, subject->call, subject->place, &sentence);
    bool computed = subject->reading->state == MD_NOT_READ, failed = status != MD_OK;
    if (computed)
        status = state_of_computed(subject, status, &sentence);
    subject->unused = hangs_on_use(subject, status, sentence.warned) &&
                      md_is_unused(subject->ours, &inspection->answers.scratch, subject->inspected, subject->call);
    tell(subject, told);
    if (!subject->unused)
        tell_source(subject);
    look_at_what_is_not_handed_over(subject);
    look_for_one_of_range(subject);
    look_at_error(subject, status, sentence.place);
    look_at_ranges(subject);
    look_for_moved(subject);
    look_at_outcomes(subject);
    look_at_warnings(subject, &sentence);
    look_at_amounts(subject);
    look_at_year(subject);
    look_at_doubt(subject, &sentence);
    return computed && (failed || subject->own_error == MD_ERROR_NOT_KNOWN);
}

static void begin(struct md_finding *finding, enum md_language language)
{
    memset(finding->rules, 0, sizeof finding->rules);
    finding->severity = MD_FINE;
    struct md_sentence *const sentences[] = {&finding->told, &finding->source, &finding->why, &finding->todo};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        *sentences[i] = md_sentence_in(finding->buffers[i], MD_LONGEST_FINDING, language);
}

bool md_inspection_begin(struct md_inspection *inspection, struct md_command *command, const struct md_ours *ours)
{
    *inspection = (struct md_inspection){.ours = ours, .language = command->language};
    return md_answers_begin(&inspection->answers, command, ours);
}

void md_inspection_end(struct md_inspection *inspection)
{
    md_answers_end(&inspection->answers);
}

bool md_inspect(struct md_inspection *inspection, struct md_command *command, const struct md_inspected *inspected,
                struct md_finding *finding)
{
    const struct md_place *place = &inspected->place;
    begin(finding, inspection->language);
    int64_t error = md_int_in(md_ask(inspection->ours->office, inspected->cell, "table.XCell::getError"));
    bool computed = false;
    if (!md_find_calls(command, inspection->ours, inspected->tokens, inspected->token_count, place->sheet, place->column,
                       place->row, &inspection->calls))
        return false;
    if (is_circle(error))
        note(finding, MD_RULE_CIRCLE);
    for (size_t i = 0; i < inspection->calls.count; i++) {
        struct subject subject = {.inspection = inspection,
                                  .ours = inspection->ours,
                                  .call = &inspection->calls.calls[i],
                                  .reading = &inspection->answers.reading,
                                  .place = place,
                                  .inspected = inspected,
                                  .finding = finding,
                                  .error = error};
        computed |= look_at_call(&subject);
    }
    if (error != 0 && !has_cause(finding))
        note(finding, rule_of_code(error, computed));
    return true;
}
