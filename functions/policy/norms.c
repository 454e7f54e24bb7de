// SPDX-License-Identifier: EUPL-1.2
/* Amounts, norms and targets; norms.h is the manual. */
#include "norms.h"

#include <math.h>
#include <stdio.h>

static const char *const kinds[][2] = {[MD_AMOUNT] = {"bedrag per jaar", "amount a year"},
                                       [MD_AMBITION] = {"ambitie: ten minste", "ambition: at least"},
                                       [MD_CONDITION] = {"voorwaarde: ten minste", "condition: at least"},
                                       [MD_ROOM] = {"ruimte: ten hoogste", "room: at most"},
                                       [MD_START] = {"beginwaarde", "start value"},
                                       [MD_TARGET] = {"indicatieve streefwaarde", "indicative target"},
                                       [MD_AGREEMENT] = {"afspraak", "agreement"}};

static const char *name_of(const struct md_norm *norm, int language)
{
    return language == MD_DUTCH ? norm->nl : norm->en;
}

const struct md_norm *md_norm_named(const char *name)
{
    for (size_t i = 0; i < md_norms_length; i++) {
        if (strcmp(md_norms[i].en, name) == 0 || strcmp(md_norms[i].nl, name) == 0)
            return &md_norms[i];
    }
    return NULL;
}

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

static const struct md_bilingual no_year = {" is geen jaar van vier cijfers: ", " is no year of four digits: "};
static const struct md_bilingual not_in_force = {" valt buiten de jaren van deze norm: ",
                                                 " is outside the years of this norm: "};
static const struct md_bilingual no_share = {" ligt niet tussen 0 en 1 (0% en 100%): ",
                                             " is not between 0 and 1 (0% and 100%): "};
static const struct md_bilingual no_value = {" ligt niet tussen 0 en 2 (0% en 200%): ",
                                             " is not between 0 and 2 (0% and 200%): "};
static const struct md_bilingual no_number = {" is een afspraak: die heeft geen getal, alleen een bron",
                                              " is an agreement: it has no number, only a source"};
static const struct md_bilingual no_measure = {" is een bedrag of een afspraak, geen norm voor een deel",
                                               " is an amount or an agreement, no norm for a share"};
static const struct md_bilingual no_ambition = {" is 0, en dat kan ook een lege cel zijn", " is 0, which may be an empty cell"};
static const struct md_bilingual not_on_line = {" ligt buiten de lijn: ", " is outside the line: "};
static const struct md_bilingual not_before_end = {" ligt niet vóór het laatste jaar: ", " is not before the last year: "};

/* Short names, as people type them, and the English name that each stands for. */
static const struct {
    const char *word, *name;
} short_names[] = {{"bijstand", "reach_assistance"},
                   {"assistance", "reach_assistance"},
                   {"werkend", "reach_working"},
                   {"working", "reach_working"},
                   {"natura", "in_kind"}};

/* NULL when the argument is not one name. */
static const struct md_norm *read_norm(const struct md_argument *argument)
{
    if (md_count(argument) != 1)
        return NULL;
    struct md_text text = md_text_at(argument, 0);
    for (size_t i = 0; i < md_norms_length; i++) {
        if (md_is_word(text, md_norms[i].en) || md_is_word(text, md_norms[i].nl))
            return &md_norms[i];
    }
    for (size_t i = 0; i < sizeof short_names / sizeof *short_names; i++) {
        if (md_is_word(text, short_names[i].word))
            return md_norm_named(short_names[i].name);
    }
    return NULL;
}

/* A year (sentence 7), or `missing`. */
static void read_year(const struct md_argument *argument, double missing, double *year, struct md_cause *cause,
                      size_t parameter)
{
    *year = missing;
    if (argument->shape == MD_LEFT_OUT)
        return;
    enum md_status status = md_one_number(argument, year);
    bool wrong = status == MD_OK && !(*year >= 1000 && *year <= 9999 && *year == floor(*year));
    md_note(cause, wrong ? MD_DOMAIN : status, parameter, 0, wrong ? &no_year : NULL);
}

/* Sentence 1; `year` is 0 for whatever the year. */
static bool is_valid_in(const struct md_norm *norm, double year)
{
    return year == 0 || (year >= norm->first_year && (norm->last_year == 0 || year <= norm->last_year));
}

static struct md_exact value_of(const struct md_norm *norm)
{
    struct md_exact value;
    md_exact_cell(norm->value, &value);
    return value;
}

static bool is_minimum(const struct md_norm *norm)
{
    return norm->kind == MD_AMBITION || norm->kind == MD_CONDITION;
}

static bool is_between(struct md_exact value, int64_t lowest, int64_t highest)
{
    return md_compared(value, md_exact_of(lowest, 0)) >= 0 && md_compared(value, md_exact_of(highest, 0)) <= 0;
}

static enum md_status read_share(const struct md_argument *argument, double missing, struct md_exact *share)
{
    double cell = missing;
    enum md_status status = md_optional_number(argument, missing, &cell);
    if (status == MD_OK)
        status = md_exact_cell(cell, share);
    return status == MD_OK && !is_between(*share, 0, 1) ? MD_DOMAIN : status;
}

static void note_share(struct md_cause *cause, enum md_status status, size_t parameter)
{
    md_note(cause, status, parameter, 0, status == MD_DOMAIN ? &no_share : NULL);
}

void md_share_or_norm(const struct md_argument *argument, struct md_exact *share, struct md_cause *cause, size_t parameter)
{
    enum md_status status = argument->shape == MD_LEFT_OUT ? MD_ARGUMENT : read_share(argument, 0, share);
    const struct md_norm *norm = status == MD_TEXT ? read_norm(argument) : NULL;
    if (norm != NULL && is_minimum(norm))
        *share = value_of(norm);
    else
        note_share(cause, status == MD_TEXT ? MD_ARGUMENT : status, parameter);
}

/* ---- Verdicts ------------------------------------------------------------------------------------------------ */

/* At most the lower of two bounds, in either order, or at most the higher. */
static enum md_verdict verdict_between(struct md_exact value, struct md_exact one, struct md_exact other)
{
    bool within_one = md_compared(value, one) <= 0, within_other = md_compared(value, other) <= 0;
    if (within_one && within_other)
        return MD_MEETS;
    return within_one || within_other ? MD_BEWARE : MD_FAILS;
}

static enum md_verdict verdict_at_least(struct md_exact value, struct md_exact least)
{
    return md_compared(value, least) >= 0 ? MD_MEETS : MD_FAILS;
}

enum md_verdict md_verdict_of(struct md_exact value, const struct md_norm *norm)
{
    if (norm->kind == MD_START)
        return MD_NO_NORM;
    if (is_minimum(norm))
        return verdict_at_least(value, value_of(norm));
    const struct md_norm *partner = norm->partner == NULL ? norm : md_norm_named(norm->partner);
    return verdict_between(value, value_of(norm), value_of(partner));
}

/* ---- What a value is held against ---------------------------------------------------------------------------- */

enum { HELD_VALUE, HELD_AGAINST, HELD_YEAR, HELD_NAMES };

static const struct md_name check_names[HELD_NAMES] = {
    [HELD_VALUE] = {.name = {"de waarde", "the value"}},
    [HELD_AGAINST] = {.name = {"de norm", "the norm"},
                      .words = {"een naam uit KANSEN_NORMS, of een eigen ambitie als getal van 0 tot 1",
                                "a name from KANSEN_NORMS, or an ambition of your own as a number from 0 to 1"}},
    [HELD_YEAR] = {.name = {"het jaar", "the year"}, .is_year = true}};

/* A value beside a norm of the table, or beside the municipality's own ambition. */
struct comparison {
    struct md_exact value, ambition;
    const struct md_norm *norm; /* NULL for an ambition of its own */
    double year;
    enum md_verdict verdict;
    struct md_cause cause;
};

/* Sentence 9. */
static void read_measure(const struct md_argument *argument, struct comparison *comparison)
{
    struct md_cause *cause = &comparison->cause;
    enum md_status status = argument->shape == MD_LEFT_OUT ? MD_ARGUMENT : read_share(argument, 0, &comparison->ambition);
    if (status == MD_OK && md_sign(comparison->ambition) <= 0)
        md_note(cause, MD_UNKNOWN, HELD_AGAINST, 0, &no_ambition);
    if (status == MD_OK)
        return;
    const struct md_norm *norm = status == MD_TEXT ? read_norm(argument) : NULL;
    if (norm == NULL)
        note_share(cause, status == MD_TEXT ? MD_ARGUMENT : status, HELD_AGAINST);
    else if (norm->kind == MD_AMOUNT || norm->kind == MD_AGREEMENT)
        md_note(cause, MD_ARGUMENT, HELD_AGAINST, 0, &no_measure);
    comparison->norm = norm;
}

/* A value to be held against a norm (sentence 5). */
static void read_value(const struct md_argument *argument, struct comparison *comparison)
{
    enum md_status status = md_one_exact(argument, &comparison->value);
    bool wrong = status == MD_OK && !is_between(comparison->value, 0, 2);
    md_note(&comparison->cause, wrong ? MD_DOMAIN : status, HELD_VALUE, 0, wrong ? &no_value : NULL);
}

static struct comparison compare(const struct md_argument *arguments)
{
    struct comparison comparison = {.verdict = MD_VERDICT_UNKNOWN, .cause = {.status = MD_OK}};
    read_value(&arguments[0], &comparison);
    read_measure(&arguments[1], &comparison);
    read_year(&arguments[2], 0, &comparison.year, &comparison.cause, HELD_YEAR);
    const struct md_norm *norm = comparison.norm;
    bool known = comparison.cause.status == MD_OK;
    if (norm != NULL && (norm->kind == MD_START || !is_valid_in(norm, comparison.year)))
        comparison.verdict = MD_NO_NORM;
    else if (known && norm != NULL)
        comparison.verdict = md_verdict_of(comparison.value, norm);
    else if (known)
        comparison.verdict = verdict_at_least(comparison.value, comparison.ambition);
    return comparison;
}

static const char *const verdicts[][2] = {[MD_MEETS] = {"voldoet", "meets"},
                                          [MD_BEWARE] = {"let op", "beware"},
                                          [MD_FAILS] = {"voldoet niet", "fails"},
                                          [MD_NO_NORM] = {"geen norm", "no norm"},
                                          [MD_VERDICT_UNKNOWN] = {"onbekend", "unknown"}};

void md_check_norm(struct md_call *call)
{
    int language = MD_DUTCH;
    enum md_status word = md_one_word(&call->arguments[3], md_languages, MD_DUTCH, &language);
    const struct comparison comparison = compare(call->arguments);
    enum md_status status = md_worst(word, comparison.cause.status);
    if (status == MD_OK || status == MD_UNKNOWN)
        md_return_text(call, verdicts[comparison.verdict][language]);
    else
        md_return_status(call, status);
}

/* ---- Values and sources ---------------------------------------------------------------------------------------- */

enum { ASKED_NAME, ASKED_YEAR, ASKED_NAMES };

static const struct md_name norm_names[ASKED_NAMES] = {
    [ASKED_NAME] = {.name = {"de naam", "the name"}, .words = {"een naam uit KANSEN_NORMS", "a name from KANSEN_NORMS"}},
    [ASKED_YEAR] = {.name = {"het jaar", "the year"}, .is_year = true}};

/* The norm that the first argument names, valid in the year that the second one may give; its value too, or its source alone. */
static const struct md_norm *read_norm_of_year(const struct md_argument *arguments, bool has_value, struct md_cause *cause)
{
    const struct md_norm *norm = read_norm(&arguments[0]);
    double year = 0;
    if (norm == NULL)
        md_note(cause, MD_ARGUMENT, ASKED_NAME, 0, NULL);
    else if (has_value && norm->kind == MD_AGREEMENT)
        md_note(cause, MD_ARGUMENT, ASKED_NAME, 0, &no_number);
    read_year(&arguments[1], 0, &year, cause, ASKED_YEAR);
    if (norm != NULL && cause->status == MD_OK && !is_valid_in(norm, year))
        md_note(cause, MD_DOMAIN, ASKED_YEAR, 0, &not_in_force);
    return norm;
}

void md_kansen_norm(struct md_call *call)
{
    struct md_cause cause = {.status = MD_OK};
    const struct md_norm *norm = read_norm_of_year(call->arguments, true, &cause);
    md_return_number(call, cause.status == MD_OK && norm != NULL ? norm->value : md_cell(cause.status));
}

void md_write_source(struct md_sentence *sentence, const struct md_norm *norm)
{
    const struct md_letter *letter = NULL;
    const char *const *ours = norm->source->ours;
    for (size_t i = 0; i < MD_MOST_QUOTATIONS && norm->source->quotations[i].letter != NULL; i++) {
        const struct md_quotation *quotation = &norm->source->quotations[i];
        if (i > 0)
            md_append(sentence, " ");
        if (quotation->letter != letter) {
            letter = quotation->letter;
            md_say(sentence, letter->nl, letter->en);
            md_append(sentence, ": ");
        }
        md_append(sentence, "“");
        md_append(sentence, quotation->sentence);
        md_append(sentence, "”");
    }
    if (ours[MD_DUTCH] != NULL) {
        md_append(sentence, " ");
        md_say(sentence, ours[MD_DUTCH], ours[MD_ENGLISH]);
    }
}

/* The source as a text of the call; NULL without memory. */
static const char *source_of(const struct md_norm *norm, int language, struct md_memory *memory)
{
    char *buffer = md_take(memory, MD_LONGEST_SENTENCE, 1);
    if (buffer == NULL)
        return NULL;
    struct md_sentence source = md_sentence_in(buffer, MD_LONGEST_SENTENCE, (enum md_language)language);
    md_write_source(&source, norm);
    return buffer;
}

void md_kansen_source(struct md_call *call)
{
    struct md_cause cause = {.status = MD_OK};
    int language = MD_DUTCH;
    enum md_status status = md_one_word(&call->arguments[2], md_languages, MD_DUTCH, &language);
    const struct md_norm *norm = read_norm_of_year(call->arguments, false, &cause);
    status = md_worst(status, cause.status);
    const char *source = status == MD_OK && norm != NULL ? source_of(norm, language, call->memory) : NULL;
    if (source != NULL)
        md_return_text(call, source);
    else
        md_return_status(call, status == MD_OK ? MD_MEMORY : status);
}

enum { LONGEST_YEARS = 32 };

/* "2017–2018", "2021" or, without an end, "2017–". */
static void write_years(const struct md_norm *norm, char years[LONGEST_YEARS])
{
    if (norm->last_year == norm->first_year)
        snprintf(years, LONGEST_YEARS, "%d", norm->first_year);
    else if (norm->last_year == 0)
        snprintf(years, LONGEST_YEARS, "%d–", norm->first_year);
    else
        snprintf(years, LONGEST_YEARS, "%d–%d", norm->first_year, norm->last_year);
}

/* The years as a text of the call; NULL without memory. */
static const char *years_of(const struct md_norm *norm, struct md_memory *memory)
{
    char *years = md_take(memory, LONGEST_YEARS, 1);
    if (years != NULL)
        write_years(norm, years);
    return years;
}

void md_kansen_norms(struct md_call *call)
{
    enum { NAME, YEARS, VALUE, KIND, SOURCE, COLUMNS };
    static const char *const heads[][2] = {[NAME] = {"naam", "name"},
                                           [YEARS] = {"jaren", "years"},
                                           [VALUE] = {"waarde", "value"},
                                           [KIND] = {"soort", "kind"},
                                           [SOURCE] = {"bron", "source"}};
    int language = MD_DUTCH;
    enum md_status status = md_one_word(&call->arguments[0], md_languages, MD_DUTCH, &language);
    if (status != MD_OK) {
        md_return_status(call, status);
        return;
    }
    size_t cells = (md_norms_length + 1) * COLUMNS;
    const char **texts = md_take(call->memory, cells, sizeof *texts);
    double *numbers = texts == NULL ? NULL : md_return_matrix(call, md_norms_length + 1, COLUMNS);
    if (numbers == NULL) {
        md_return_status(call, MD_MEMORY);
        return;
    }
    for (size_t i = 0; i < cells; i++)
        numbers[i] = md_cell(MD_TEXT);
    for (size_t column = 0; column < COLUMNS; column++)
        texts[column] = heads[column][language];
    for (size_t i = 0; i < md_norms_length; i++) {
        const struct md_norm *norm = &md_norms[i];
        const char **row = &texts[(i + 1) * COLUMNS];
        row[NAME] = name_of(norm, language);
        row[YEARS] = years_of(norm, call->memory);
        row[VALUE] = NULL;
        numbers[(i + 1) * COLUMNS + VALUE] = norm->kind == MD_AGREEMENT ? md_cell(MD_BLANK) : norm->value;
        row[KIND] = kinds[norm->kind][language];
        row[SOURCE] = source_of(norm, language, call->memory);
        if (row[YEARS] == NULL || row[SOURCE] == NULL) {
            md_return_status(call, MD_MEMORY);
            return;
        }
    }
    call->result->texts = texts;
    call->result->has_blanks = true;
}

/* ---- The line to 2030 ---------------------------------------------------------------------------------------- */

enum { LINE_YEAR, START_YEAR, START, END_YEAR, END, LINE_NAMES };

static const struct md_name line_names[LINE_NAMES] = {
    [LINE_YEAR] = {.name = {"het jaar", "the year"}, .is_year = true},
    [START_YEAR] = {.name = {"het eerste jaar", "the first year"}, .is_year = true},
    [START] = {.name = {"het deel in het eerste jaar", "the share in the first year"}},
    [END_YEAR] = {.name = {"het laatste jaar", "the last year"}, .is_year = true},
    [END] = {.name = {"het deel in het laatste jaar", "the share in the last year"}}};

/* A year on the straight line between two others. */
struct line {
    double year, start_year, end_year;
    struct md_exact start, end;
    struct md_cause cause;
};

static struct md_exact years_between(double from, double to)
{
    return md_exact_of((int64_t)(to - from), 0);
}

static struct line read_line(const struct md_argument *arguments)
{
    const struct md_norm *from = md_norm_named("poverty_2015"), *to = md_norm_named("poverty_2030");
    struct line line = {.cause = {.status = MD_OK}};
    if (arguments[LINE_YEAR].shape == MD_LEFT_OUT)
        md_note(&line.cause, MD_ARGUMENT, LINE_YEAR, 0, NULL);
    read_year(&arguments[LINE_YEAR], 0, &line.year, &line.cause, LINE_YEAR);
    read_year(&arguments[START_YEAR], from->first_year, &line.start_year, &line.cause, START_YEAR);
    note_share(&line.cause, read_share(&arguments[START], from->value, &line.start), START);
    read_year(&arguments[END_YEAR], to->first_year, &line.end_year, &line.cause, END_YEAR);
    note_share(&line.cause, read_share(&arguments[END], to->value, &line.end), END);
    bool good = line.cause.status == MD_OK;
    if (good && line.start_year >= line.end_year)
        md_note(&line.cause, MD_DOMAIN, arguments[START_YEAR].shape == MD_LEFT_OUT ? END_YEAR : START_YEAR, 0, &not_before_end);
    else if (good && (line.year < line.start_year || line.year > line.end_year))
        md_note(&line.cause, MD_DOMAIN, LINE_YEAR, 0, &not_on_line);
    return line;
}

/* `times` the target: start × (years to do) + end × (years done), over all years. */
static enum md_status target_on(const struct line *line, int64_t times, double *target)
{
    struct md_exact done = years_between(line->start_year, line->year), to_do = years_between(line->year, line->end_year);
    struct md_exact sum = md_plus(md_times(line->start, to_do), md_times(line->end, done));
    return md_quotient(md_times(sum, md_exact_of(times, 0)), years_between(line->start_year, line->end_year), target);
}

void md_poverty_target(struct md_call *call)
{
    const struct line line = read_line(call->arguments);
    double target = 0;
    enum md_status status = line.cause.status == MD_OK ? target_on(&line, 1, &target) : line.cause.status;
    md_return_number(call, status == MD_OK ? target : md_cell(status));
}

/* ---- Explanations ---------------------------------------------------------------------------------------------- */

static void say_percentage(struct md_sentence *sentence, struct md_exact share)
{
    md_say_exact(sentence, md_times(share, md_exact_of(100, 0)));
    md_append(sentence, "%");
}

static void say_source(struct md_sentence *sentence, const struct md_norm *norm)
{
    md_begin_source(sentence);
    md_write_source(sentence, norm);
}

static void say_years(struct md_sentence *sentence, const struct md_norm *norm)
{
    char years[LONGEST_YEARS];
    write_years(norm, years);
    if (norm->last_year != 0) {
        md_append(sentence, years);
    } else {
        md_say(sentence, "vanaf ", "from ");
        md_say_year(sentence, norm->first_year);
    }
}

/* The kind, the value, the names and the years, as in a row of the table. */
static void say_norm(struct md_sentence *sentence, const struct md_norm *norm)
{
    const struct md_norm *partner = norm->partner == NULL ? NULL : md_norm_named(norm->partner);
    md_append(sentence, kinds[norm->kind][sentence->language]);
    md_append(sentence, " ");
    if (norm->kind == MD_AMOUNT) {
        md_say_euros(sentence, norm->value);
        md_append(sentence, " ");
    } else if (norm->kind != MD_AGREEMENT) {
        say_percentage(sentence, value_of(norm));
        md_append(sentence, " ");
    }
    md_append(sentence, "(");
    md_say(sentence, norm->nl, norm->en);
    if (partner != NULL) {
        md_say(sentence, ", naast ", ", beside ");
        md_say(sentence, partner->nl, partner->en);
        md_append(sentence, " ");
        say_percentage(sentence, value_of(partner));
    }
    md_append(sentence, ", ");
    say_years(sentence, norm);
    md_append(sentence, ")");
}

static enum md_status explain_norm(const struct md_argument *arguments, bool has_value, struct md_sentence *sentence)
{
    struct md_cause cause = {.status = MD_OK};
    const struct md_norm *norm = read_norm_of_year(arguments, has_value, &cause);
    if (cause.status != MD_OK)
        md_say_cause(sentence, &cause, &arguments[cause.parameter], &norm_names[cause.parameter]);
    if (norm == NULL || cause.status == MD_ARGUMENT)
        return cause.status;
    if (cause.status != MD_OK)
        md_append(sentence, "; ");
    say_norm(sentence, norm);
    say_source(sentence, norm);
    return cause.status;
}

enum md_status md_explain_norm(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    (void)memory;
    return explain_norm(arguments, true, sentence);
}

enum md_status md_explain_source(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    (void)memory;
    return explain_norm(arguments, false, sentence);
}

enum md_status md_explain_norms(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    (void)arguments;
    (void)memory;
    md_say_number(sentence, (double)md_norms_length);
    md_say(sentence, " bedragen, ambities, voorwaarden en afspraken, elk op een rij met zijn bron",
           " amounts, ambitions, conditions and agreements, each on a row with its source");
    return MD_OK;
}

/* In as few digits as tell the value from what it is held against. */
static void say_compared(struct md_sentence *sentence, const struct comparison *comparison)
{
    const struct md_exact one = md_exact_of(1, 0),
                          limit = comparison->norm == NULL ? comparison->ambition : value_of(comparison->norm);
    struct md_exact apart = md_minus(comparison->value, limit);
    apart.negative = false;
    if (md_sign(apart) != 0 && md_compared(apart, md_exact_of(1, 3)) < 0)
        say_percentage(sentence, comparison->value);
    else
        md_say_share(sentence, comparison->value, one);
}

enum md_status md_explain_check_norm(const struct md_argument *arguments, struct md_sentence *sentence,
                                     struct md_memory *memory)
{
    const struct comparison comparison = compare(arguments);
    const struct md_cause *cause = &comparison.cause;
    const struct md_norm *norm = comparison.norm;
    (void)memory;
    if (cause->status != MD_OK && !(cause->status == MD_UNKNOWN && comparison.verdict == MD_NO_NORM)) {
        md_say_cause(sentence, cause, &arguments[cause->parameter], &check_names[cause->parameter]);
        return cause->status;
    }
    if (comparison.verdict != MD_NO_NORM) {
        say_compared(sentence, &comparison);
        md_append(sentence, "; ");
    }
    if (norm != NULL) {
        say_norm(sentence, norm);
    } else {
        md_say(sentence, "eigen ambitie: ten minste ", "own ambition: at least ");
        say_percentage(sentence, comparison.ambition);
    }
    md_append(sentence, ": ");
    if (comparison.verdict == MD_NO_NORM && norm != NULL && norm->kind != MD_START) {
        md_say(sentence, "in ", "in ");
        md_say_year(sentence, comparison.year);
        md_append(sentence, " ");
    }
    md_append(sentence, verdicts[comparison.verdict][sentence->language]);
    if (norm != NULL)
        say_source(sentence, norm);
    return cause->status;
}

enum md_status md_explain_poverty_target(const struct md_argument *arguments, struct md_sentence *sentence,
                                         struct md_memory *memory)
{
    const struct line line = read_line(arguments);
    const struct md_cause *cause = &line.cause;
    const int64_t thousandths = 100000;
    double target = 0;
    enum md_status status = cause->status == MD_OK ? target_on(&line, thousandths, &target) : cause->status;
    (void)memory;
    if (status != MD_OK) {
        md_say_cause(sentence, cause, &arguments[cause->parameter], &line_names[cause->parameter]);
        return status;
    }
    md_say_number(sentence, floor(target + 0.5) / 1000);
    md_say(sentence, "% in ", "% in ");
    md_say_year(sentence, line.year);
    md_say(sentence, ", op de rechte lijn van ", ", on the straight line from ");
    say_percentage(sentence, line.start);
    md_append(sentence, " in ");
    md_say_year(sentence, line.start_year);
    md_say(sentence, " naar ", " to ");
    say_percentage(sentence, line.end);
    md_append(sentence, " in ");
    md_say_year(sentence, line.end_year);
    if (arguments[START].shape == MD_LEFT_OUT || arguments[END].shape == MD_LEFT_OUT)
        md_say(sentence, "; alleen voor de oude meting van armoede, van vóór oktober 2024",
               "; only for the old measure of poverty, of before October 2024");
    return status;
}
