// SPDX-License-Identifier: EUPL-1.2
/* Amounts, norms and targets; norms.h is the manual. */
#include "norms.h"
#include "../base/sentence.h"

#include <math.h>
#include <stdio.h>

static const double on_the_norm = 1e-9;
static const double highest_value = 2;

static const struct md_letter letter_2018 = {
    "Kamerbrief 21 november 2018 (staatssecretaris Van Ark, Kamerstuk 24 515, nr. 455)",
    "Letter to parliament, 21 November 2018 (State Secretary Van Ark, Kamerstuk 24 515, no. 455)"};
static const struct md_letter letter_2021 = {
    "Kamerbrief 8 juli 2021 (minister van SZW, Kamerstuk 24 515, nr. 608)",
    "Letter to parliament, 8 July 2021 (Minister of Social Affairs, Kamerstuk 24 515, no. 608)"};

static const char *const reach_sentence =
    "“In 2021 wordt 100 procent van de kinderen met ouders in de bijstand bereikt en 70 procent van de kinderen van de "
    "werkende gezinnen met een laag inkomen.”";
static const char *const scheme_sentence =
    "“Hiervan is € 4 mln. bestemd voor projecten in Europees Nederland en € 1 mln. voor projecten in Caribisch Nederland.”";
static const char *const broader_sentence =
    "een gemeente mag “maximaal 15 tot 20%” van de uitkering breder inzetten, nog steeds "
    "tegen kinderarmoede.";
static const char *const poverty_sentence =
    "“De indicatieve streefwaarde is om te komen tot een afname van het aantal kinderen in armoede van 9,2 procent in 2015 "
    "naar 4,6 procent in 2030.”";

const struct md_norm md_norms[] = {
    {"total", "totaal", 2017, 0, 100e6, MD_AMOUNT, NULL, &letter_2018,
     "“Met ingang van 1 januari 2017 is € 100 mln. extra per jaar structureel ter beschikking gesteld ten behoeve van kinderen "
     "die opgroeien in armoede.”"},
    {"du", "du", 2017, 0, 85e6, MD_AMOUNT, NULL, &letter_2018,
     "“€ 85 mln. wordt jaarlijks via een decentralisatie-uitkering aan gemeenten beschikbaar gesteld.”"},
    {"charities", "armoedepartijen", 2017, 0, 10e6, MD_AMOUNT, NULL, &letter_2018,
     "“€ 10 mln. per jaar is beschikbaar voor vier grote armoedepartijen”."},
    {"scheme_nl", "regeling_nl", 2017, 2018, 4e6, MD_AMOUNT, NULL, &letter_2018, scheme_sentence},
    {"scheme_cn", "regeling_cn", 2017, 0, 1e6, MD_AMOUNT, NULL, &letter_2018, scheme_sentence},
    {"reach_assistance", "bereik_bijstand", 2021, 2021, 1.00, MD_AT_LEAST, NULL, &letter_2021, reach_sentence},
    {"reach_working", "bereik_werkend", 2021, 2021, 0.70, MD_AT_LEAST, NULL, &letter_2021, reach_sentence},
    {"inkind_charities", "natura_armoedepartijen", 2017, 2021, 0.90, MD_AT_LEAST, NULL, &letter_2018,
     "ten minste 90% van de subsidie aan de armoedepartijen bereikt kinderen in natura; geen norm voor gemeenten."},
    {"broader_room_low", "breder_laag", 2019, 0, 0.15, MD_AT_MOST, "broader_room_high", &letter_2018, broader_sentence},
    {"broader_room_high", "breder_hoog", 2019, 0, 0.20, MD_AT_MOST, "broader_room_low", &letter_2018, broader_sentence},
    {"poverty_2015", "armoede_2015", 2015, 2015, 0.092, MD_TARGET, NULL, &letter_2021, poverty_sentence},
    {"poverty_2030", "armoede_2030", 2030, 2030, 0.046, MD_TARGET, NULL, &letter_2021, poverty_sentence},
};
const size_t md_norms_length = sizeof md_norms / sizeof *md_norms;

static const char *const kinds[][2] = {[MD_AMOUNT] = {"bedrag per jaar", "amount a year"},
                                       [MD_AT_LEAST] = {"ten minste", "at least"},
                                       [MD_AT_MOST] = {"ten hoogste", "at most"},
                                       [MD_TARGET] = {"streefwaarde", "target"}};

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

static enum md_status read_norm(const struct md_argument *argument, const struct md_norm **norm)
{
    if (md_count(argument) != 1)
        return MD_ARGUMENT;
    struct md_text text = md_text_at(argument, 0);
    for (size_t i = 0; i < md_norms_length; i++) {
        if (md_is_word(text, md_norms[i].en) || md_is_word(text, md_norms[i].nl)) {
            *norm = &md_norms[i];
            return MD_OK;
        }
    }
    return MD_ARGUMENT;
}

/* A year (sentence 6), or `missing`. */
static enum md_status read_year(const struct md_argument *argument, double missing, double *year)
{
    if (argument->shape == MD_LEFT_OUT) {
        *year = missing;
        return MD_OK;
    }
    enum md_status status = md_one_number(argument, year);
    return status == MD_OK && !(*year >= 1000 && *year <= 9999 && *year == floor(*year)) ? MD_DOMAIN : status;
}

/* The norm that the first argument names, valid in the year that the second one may give. */
static enum md_status read_norm_of_year(const struct md_argument *name, const struct md_argument *year,
                                        const struct md_norm **norm)
{
    double asked = 0;
    enum md_status status = md_worst(read_norm(name, norm), read_year(year, 0, &asked));
    if (status != MD_OK || year->shape == MD_LEFT_OUT)
        return status;
    bool valid = asked >= (*norm)->first_year && ((*norm)->last_year == 0 || asked <= (*norm)->last_year);
    return valid ? MD_OK : MD_DOMAIN;
}

static enum md_status read_share(const struct md_argument *argument, double missing, double *share)
{
    enum md_status status = md_optional_number(argument, missing, share);
    return status == MD_OK && (*share < 0 || *share > 1) ? MD_DOMAIN : status;
}

enum md_status md_share_or_norm(const struct md_argument *argument, double *share)
{
    const struct md_norm *norm = NULL;
    if (argument->shape == MD_LEFT_OUT)
        return MD_ARGUMENT;
    enum md_status status = read_share(argument, 0, share);
    if (status != MD_TEXT)
        return status;
    read_norm(argument, &norm);
    if (norm == NULL || norm->kind != MD_AT_LEAST)
        return MD_ARGUMENT;
    *share = norm->value;
    return MD_OK;
}

/* ---- Verdicts ------------------------------------------------------------------------------------------------ */

enum md_verdict md_verdict_of(double value, const struct md_norm *norm)
{
    if (norm->kind == MD_AT_LEAST)
        return value >= norm->value - on_the_norm ? MD_MEETS : MD_FAILS;
    double other = norm->partner == NULL ? norm->value : md_norm_named(norm->partner)->value;
    double low = norm->value < other ? norm->value : other, high = norm->value < other ? other : norm->value;
    if (value <= low + on_the_norm)
        return MD_MEETS;
    return value <= high + on_the_norm ? MD_BEWARE : MD_FAILS;
}

void md_check_norm(struct md_call *call)
{
    static const char *const verdicts[][2] = {[MD_MEETS] = {"voldoet", "meets"},
                                              [MD_BEWARE] = {"let op", "beware"},
                                              [MD_FAILS] = {"voldoet niet", "fails"},
                                              [MD_VERDICT_UNKNOWN] = {"onbekend", "unknown"}};
    const struct md_argument *arguments = call->arguments;
    const struct md_norm *norm = NULL;
    double value = 0;
    int language = MD_DUTCH;
    enum md_status status = md_one_word(&arguments[3], md_languages, MD_DUTCH, &language);
    status = md_worst(status, read_norm_of_year(&arguments[1], &arguments[2], &norm));
    if (norm != NULL && norm->kind == MD_AMOUNT)
        status = MD_ARGUMENT;
    enum md_status read = md_one_number(&arguments[0], &value);
    status = md_worst(status, read == MD_OK && (value < 0 || value > highest_value) ? MD_DOMAIN : read);
    if (status == MD_OK && norm != NULL)
        md_return_text(call, verdicts[md_verdict_of(value, norm)][language]);
    else if (status == MD_UNKNOWN)
        md_return_text(call, verdicts[MD_VERDICT_UNKNOWN][language]);
    else
        md_return_status(call, status);
}

/* ---- The table ----------------------------------------------------------------------------------------------- */

void md_kansen_norm(struct md_call *call)
{
    const struct md_norm *norm = NULL;
    enum md_status status = read_norm_of_year(&call->arguments[0], &call->arguments[1], &norm);
    md_return_number(call, status == MD_OK && norm != NULL ? norm->value : md_cell(status));
}

/* "letter: sentence", or NULL without memory. */
static const char *source_of(const struct md_norm *norm, int language, struct md_memory *memory)
{
    enum { LONGEST_SOURCE = 512 };
    struct md_sentence source = {md_take(memory, LONGEST_SOURCE, 1), LONGEST_SOURCE, 0};
    if (source.buffer == NULL)
        return NULL;
    md_append(&source, language == MD_DUTCH ? norm->letter->nl : norm->letter->en);
    md_append(&source, ": ");
    md_append(&source, norm->sentence);
    return source.buffer;
}

void md_kansen_source(struct md_call *call)
{
    const struct md_norm *norm = NULL;
    int language = MD_DUTCH;
    enum md_status status = md_one_word(&call->arguments[2], md_languages, MD_DUTCH, &language);
    status = md_worst(status, read_norm_of_year(&call->arguments[0], &call->arguments[1], &norm));
    const char *source = status == MD_OK && norm != NULL ? source_of(norm, language, call->memory) : NULL;
    if (source != NULL)
        md_return_text(call, source);
    else
        md_return_status(call, status == MD_OK ? MD_MEMORY : status);
}

/* "2017–2018", "2021" or, without an end, "2017–"; NULL without memory. */
static const char *years_of(const struct md_norm *norm, struct md_memory *memory)
{
    enum { LONGEST_YEARS = 32 };
    char *years = md_take(memory, LONGEST_YEARS, 1);
    if (years == NULL)
        return NULL;
    if (norm->last_year == norm->first_year)
        snprintf(years, LONGEST_YEARS, "%d", norm->first_year);
    else if (norm->last_year == 0)
        snprintf(years, LONGEST_YEARS, "%d–", norm->first_year);
    else
        snprintf(years, LONGEST_YEARS, "%d–%d", norm->first_year, norm->last_year);
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
        numbers[(i + 1) * COLUMNS + VALUE] = norm->value;
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

void md_poverty_target(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments;
    const struct md_norm *from = md_norm_named("poverty_2015"), *to = md_norm_named("poverty_2030");
    double year = 0, start_year = 0, start = 0, end_year = 0, end = 0;
    enum md_status status = arguments[0].shape == MD_LEFT_OUT ? MD_ARGUMENT : read_year(&arguments[0], 0, &year);
    status = md_worst(status, read_year(&arguments[1], from->first_year, &start_year));
    status = md_worst(status, read_share(&arguments[2], from->value, &start));
    status = md_worst(status, read_year(&arguments[3], to->first_year, &end_year));
    status = md_worst(status, read_share(&arguments[4], to->value, &end));
    if (status == MD_OK && !(start_year < end_year && year >= start_year && year <= end_year))
        status = MD_DOMAIN;
    double way = (year - start_year) / (end_year - start_year);
    md_return_number(call, status == MD_OK ? start * (1 - way) + end * way : md_cell(status));
}
