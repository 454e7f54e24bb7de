// SPDX-License-Identifier: EUPL-1.2
/* Sentences and sources of calls; answers.h is the manual. */
#include "answers.h"

#include "places.h"
#include "shapes.h"

#include <string.h>

enum { ERROR_MEMORY = 512 }; /* Err:512 */

bool md_answers_begin(struct md_answers *answers, struct md_command *command, const struct md_ours *ours)
{
    answers->ours = ours;
    bool complete = md_reader_begin(&answers->reader, command, ours);
    md_scratch_begin(&answers->scratch, command, ours->document);
    return complete;
}

void md_answers_end(struct md_answers *answers)
{
    md_reader_end(&answers->reader);
    md_scratch_end(&answers->scratch);
}

bool md_answers_lost(const struct md_answers *answers)
{
    return answers->ours->office->without_memory || answers->reader.office.without_memory || answers->reader.blocks.refused ||
           answers->reader.contents.office.without_memory || answers->scratch.office.without_memory;
}

void md_read_call(struct md_answers *answers, const struct md_our_call *call)
{
    md_read_given(&answers->reader, call, &answers->reading);
}

/* ---- Why Calc does not call ------------------------------------------------------------------------------------- */

static void say_error_in_cell(const struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                              struct md_sentence *sentence)
{
    const struct md_reading *reading = &answers->reading;
    sal_Int32 sheet = call->given[reading->at].where.sheet;
    md_say(sentence, "in cel ", "cell ");
    md_say_cell_at(sentence, answers->ours, sheet, reading->error_column, reading->error_row, place->sheet);
    md_say(sentence, " staat zelf een fout, ", " holds an error itself, ");
    md_say_shown(sentence, answers->ours, md_cell_at(answers->ours, sheet, reading->error_column, reading->error_row));
    md_say(sentence, ": Calc geeft de functie dan niets door", ": Calc then hands nothing to the function");
}

/* Says why Calc does not call the function; false if it does. */
static bool say_not_called(const struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                           struct md_sentence *sentence)
{
    if (call->function == NULL) {
        md_say(sentence, "deze versie van Meedoen heeft deze functie niet: de formule komt uit een andere versie",
               "this version of Meedoen does not have this function: the formula comes from another version");
        return true;
    }
    for (size_t i = 0; i < call->given_count; i++) {
        if (call->given[i].kind == MD_GIVEN_LOST) {
            md_say(sentence, "de cellen waar de formule naar verwees zijn weg",
                   "the cells that the formula referred to are gone");
            return true;
        }
        if (call->given[i].kind == MD_GIVEN_OTHER_FILE) {
            md_say(sentence, "een celbereik in een ander bestand geeft Calc niet door aan een functie van een extensie",
                   "Calc does not hand a range in another file to a function of an extension");
            return true;
        }
    }
    if (answers->reading.state != MD_HOLDS_ERROR)
        return false;
    say_error_in_cell(answers, call, place, sentence);
    return true;
}

/* ---- The sentence ----------------------------------------------------------------------------------------------- */

/* A call of KANSEN_EXPLAIN with the arguments of the call, as the office would have it typed. */
static void write_question(const struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                           struct md_sentence *question)
{
    md_append(question, "=MEEDOEN.BUDGET.EXPLAIN(\"");
    md_append(question, call->function->name);
    md_append(question, "\";\"");
    md_say(question, "nl\"", "en\"");
    for (size_t i = 0; i < call->given_count; i++) {
        const struct md_given *given = &call->given[i];
        md_append(question, ";");
        md_say_written(question, answers->ours, given->tokens, given->token_count, place);
    }
    md_append(question, ")");
}

/* Does an argument give the same in whatever column of its row? */
static bool is_same_in_row(const struct md_ours *ours, const struct md_given *given)
{
    bool is_same = !md_may_cut_ranges(ours, given->tokens, given->token_count);
    for (size_t i = 0; i < given->token_count; i++)
        is_same = is_same && !md_has_trait(ours, &given->tokens[i], MD_KNOWS_ITS_COLUMN);
    return is_same;
}

/* Where the arguments of the call are computed: at the end of the row, which the office does faster, if they are the same there. */
static struct md_place place_to_compute(const struct md_answers *answers, const struct md_our_call *call,
                                        const struct md_place *place)
{
    bool is_same = !place->in_matrix;
    for (size_t i = 0; i < call->given_count; i++)
        is_same = is_same && (call->given[i].kind != MD_GIVEN_COMPUTED || is_same_in_row(answers->ours, &call->given[i]));
    return is_same ? md_end_of_row(answers->ours, place) : *place;
}

static enum md_status say_computed(struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                                   struct md_sentence *sentence)
{
    struct md_office *office = answers->ours->office;
    char formula[MD_LONGEST_FORMULA];
    struct md_sentence question = md_sentence_in(formula, sizeof formula, sentence->language);
    write_question(answers, call, place, &question);
    struct md_place where = place_to_compute(answers, call, place);
    uno_Interface *cell = md_computed(&answers->scratch, formula, &where);
    /* Our function may just have had no memory; a formula that is beyond the office shows the same again. */
    if (cell != NULL && md_int_in(md_ask(office, cell, "table.XCell::getError")) == ERROR_MEMORY)
        cell = md_computed(&answers->scratch, formula, &where);
    struct md_text told = md_text_in(md_content_of(office, cell));
    size_t begin = sentence->length;
    if (told.length > 0) {
        md_append_text(sentence, told, MD_LONGEST_SENTENCE);
        sentence->warned = md_warnings_in(sentence->buffer + begin, sentence->language) != NULL;
    } else if (cell == NULL)
        md_say(sentence, "een van de gegevens wordt hier uitgerekend, en dat is in deze cel niet na te doen",
               "one of the arguments is computed here, and that cannot be repeated in this cell");
    else {
        answers->argument_failed = true;
        md_say(sentence, "een van de gegevens is zelf een fout: Calc roept de functie dan niet aan",
               "one of the arguments is an error itself: Calc then does not call the function");
    }
    return told.length > 0 ? MD_OK : MD_ARGUMENT;
}

int64_t md_error_of_call(struct md_answers *answers, const struct md_our_call *call, const struct md_place *place)
{
    char formula[MD_LONGEST_FORMULA];
    struct md_sentence written = md_sentence_in(formula, sizeof formula, MD_ENGLISH);
    md_append(&written, "=");
    md_say_written(&written, answers->ours, call->tokens, call->token_count, place);
    struct md_place where = place_to_compute(answers, call, place);
    uno_Interface *cell = md_computed(&answers->scratch, formula, &where);
    return cell != NULL ? md_int_in(md_ask(answers->ours->office, cell, "table.XCell::getError")) : MD_ERROR_NOT_KNOWN;
}

/* A function of any number of arguments tells of itself: its answer is the sentence. */
static enum md_status say_own_sentence(struct md_answers *answers, const struct md_our_call *call, struct md_sentence *sentence)
{
    struct md_result result = {0};
    md_ask_function(answers, call->function->method, answers->reading.arguments, call->given_count, &result);
    if (result.kind != MD_RESULT_TEXT) {
        enum md_status status = md_status_of(result.number);
        md_explain(call->function, answers->reading.arguments, sentence, &answers->reader.blocks.memory);
        return status;
    }
    md_append(sentence, result.text);
    return MD_OK;
}

static enum md_status say_whole_answer(struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                                       struct md_sentence *sentence)
{
    if (say_not_called(answers, call, place, sentence))
        return MD_ARGUMENT;
    size_t parameters = md_parameter_count(call->function);
    bool repeats = parameters > 0 && call->function->parameters[parameters - 1]->repeats;
    if (repeats && answers->reading.state == MD_READ && call->given_count >= parameters)
        return say_own_sentence(answers, call, sentence);
    if (answers->reading.state == MD_NOT_READ || call->given_count > parameters || repeats)
        return say_computed(answers, call, place, sentence);
    return md_explain(call->function, answers->reading.arguments, sentence, &answers->reader.blocks.memory);
}

/* A computed argument as a formula. A blank in it, which a cell would show as 0, becomes an empty text: that is blank too. */
static void write_values(const struct md_answers *answers, const struct md_given *given, const struct md_place *place,
                         bool is_one, struct md_sentence *formula)
{
    md_append(formula, is_one ? "=" : "=IF((");
    if (!is_one) {
        md_say_written(formula, answers->ours, given->tokens, given->token_count, place);
        md_append(formula, ")=\"\";\"\";");
    }
    md_say_written(formula, answers->ours, given->tokens, given->token_count, place);
    md_append(formula, is_one ? "" : ")");
}

/* What a computed argument holds, as an array formula has it; NULL if that was not possible. Of a single value the office counts no
 * rows. */
static const uno_Any *values_of(struct md_answers *answers, const struct md_inspected *formula, const struct md_given *given)
{
    const struct md_place *place = &formula->place;
    struct md_outcomes outcomes = md_outcomes_of(answers->ours, &answers->scratch, formula, given->tokens, given->token_count);
    bool is_one = outcomes.rows * outcomes.columns <= 1;
    char text[MD_LONGEST_FORMULA];
    struct md_sentence written = md_sentence_in(text, sizeof text, MD_ENGLISH);
    size_t count;
    write_values(answers, given, place, is_one, &written);
    const uno_Any *values = md_computed_values(&answers->scratch, text, answers->ours, place->sheet, is_one ? 1 : outcomes.rows,
                                               is_one ? 1 : outcomes.columns);
    uno_Sequence *const *rows = md_elements_in(values, &count);
    const uno_Any *value = is_one && count == 1 ? (const uno_Any *)md_elements(rows[0]) : values;
    return value == NULL || value->pType->eTypeClass == typelib_TypeClass_VOID ? NULL : value;
}

bool md_compute_given(struct md_answers *answers, const struct md_our_call *call, const struct md_inspected *formula)
{
    struct md_reading *reading = &answers->reading;
    bool complete = reading->state != MD_HOLDS_ERROR;
    for (size_t i = 0; complete && i < call->given_count; i++) {
        if (call->given[i].kind != MD_GIVEN_COMPUTED)
            continue;
        const uno_Any *values = values_of(answers, formula, &call->given[i]);
        complete = values != NULL && md_argument_from_any(values, &answers->reader.blocks.memory, &reading->sources[i],
                                                          &reading->arguments[i]) == MD_OK;
    }
    if (complete)
        reading->state = MD_READ;
    return complete;
}

/* ---- Sources ---------------------------------------------------------------------------------------------------- */

void md_ask_function(struct md_answers *answers, const char *method, const struct md_argument *arguments, size_t count,
                     struct md_result *result)
{
    *result = (struct md_result){.number = md_cell(MD_ARGUMENT)};
    struct md_call call = {arguments, &answers->reader.blocks.memory, result, count};
    for (size_t i = 0; i < md_catalogue_length; i++)
        if (strcmp(md_catalogue[i].method, method) == 0)
            md_catalogue[i].formula(&call);
}

bool md_is_one_text(const struct md_argument *argument)
{
    return argument->shape != MD_LEFT_OUT && md_count(argument) == 1 && md_status_of(argument->cells[0]) == MD_TEXT;
}

static struct md_text english(const struct md_argument *argument, size_t cell)
{
    static const uint16_t word[] = {'e', 'n'};
    (void)argument, (void)cell;
    return (struct md_text){word, sizeof word / sizeof *word};
}

bool md_say_source(struct md_answers *answers, const struct md_our_call *call, struct md_sentence *sentence)
{
    const struct md_reading *reading = &answers->reading;
    const double text = md_cell(MD_TEXT);
    const struct md_argument in_english = {.shape = MD_SINGLE, .rows = 1, .columns = 1, .cells = &text, .text = english};
    if (reading->state == MD_HOLDS_ERROR)
        return false;
    for (size_t i = 0; i < call->given_count; i++) {
        if (!md_is_one_text(&reading->arguments[i]))
            continue;
        struct md_argument question[] = {reading->arguments[i], md_left_out,
                                         sentence->language == MD_ENGLISH ? in_english : md_left_out};
        struct md_result source = {0};
        md_ask_function(answers, "normSource", question, 3, &source);
        if (source.kind == MD_RESULT_TEXT) {
            md_append(sentence, source.text);
            return true;
        }
    }
    return false;
}

/* Takes the source of the call's norm out of what was said from `begin` on. */
static void leave_off_source(struct md_answers *answers, const struct md_our_call *call, struct md_sentence *sentence,
                             size_t begin)
{
    char text[MD_LONGEST_SENTENCE];
    struct md_sentence source = md_sentence_in(text, sizeof text, sentence->language);
    md_begin_source(&source);
    char *at = md_say_source(answers, call, &source) ? strstr(sentence->buffer + begin, text) : NULL;
    if (at == NULL)
        return;
    memmove(at, at + source.length, strlen(at + source.length) + 1);
    sentence->length -= source.length;
}

enum md_status md_say_answer(struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                             struct md_sentence *sentence)
{
    size_t begin = sentence->length;
    answers->argument_failed = false;
    enum md_status status = say_whole_answer(answers, call, place, sentence);
    leave_off_source(answers, call, sentence, begin);
    return status;
}
