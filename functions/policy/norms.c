// SPDX-License-Identifier: EUPL-1.2
/* Amounts, norms and targets; norms.h is the manual. */
#include "norms.h"
#include "../base/sentence.h"

#include <math.h>
#include <stdio.h>

static const struct md_letter letter_september_2016 = {
    "Kamerbrief 20 september 2016 (staatssecretaris Klijnsma), aangehaald door de Sociale Alliantie op 8 februari 2017",
    "Letter to parliament, 20 September 2016 (State Secretary Klijnsma), quoted by the Sociale Alliantie on 8 February 2017"};
static const struct md_letter letter_november_2016 = {
    "Kamerbrief 11 november 2016 (staatssecretaris Klijnsma, Kamerstuk 24 515, nr. 380)",
    "Letter to parliament, 11 November 2016 (State Secretary Klijnsma, Kamerstuk 24 515, no. 380)"};
static const struct md_letter agreements_2016 = {
    "Afspraken van Rijk en VNG (bijlage bij Kamerstuk 24 515, nr. 380), aangehaald in de Kamerbrief van 21 november 2018",
    "Agreements of state and municipalities (annex to Kamerstuk 24 515, no. 380), quoted in the letter of 21 November 2018"};
static const struct md_letter letter_2018 = {
    "Kamerbrief 21 november 2018 (staatssecretaris Van Ark, Kamerstuk 24 515, nr. 455; aan de Eerste Kamer 35 000 XV, A)",
    "Letter to parliament, 21 November 2018 (State Secretary Van Ark, Kamerstuk 24 515, no. 455; to the Senate 35 000 XV, A)"};
static const struct md_letter letter_2021 = {
    "Kamerbrief 8 juli 2021 (minister van SZW, Kamerstuk 24 515, nr. 608)",
    "Letter to parliament, 8 July 2021 (Minister of Social Affairs, Kamerstuk 24 515, no. 608)"};

/* ---- What the letters say, to the letter: a test compares each with tests/data/quotations.tsv -------------------- */

static const char total_sentence[] =
    "Met ingang van 1 januari 2017 is € 100 mln. extra per jaar structureel ter beschikking gesteld ten behoeve van "
    "kinderen die opgroeien in armoede.";
static const char du_key_sentence[] =
    "Daarom stel ik nu met ingang van 1 januari 2017 structureel € 85 miljoen per jaar extra beschikbaar aan gemeenten via "
    "een decentralisatie-uitkering, verdeeld naar rato van het aantal kinderen in de gemeente dat opgroeit in een gezin met "
    "een laag inkomen.";
static const char du_sentence[] =
    "€ 85 mln. wordt jaarlijks via een decentralisatie-uitkering aan gemeenten beschikbaar gesteld.";
static const char charities_sentence[] =
    "€ 10 mln. per jaar is beschikbaar voor vier grote armoedepartijen (Vereniging Leergeld, Nationaal Fonds Kinderhulp, "
    "Jeugdfonds Sport & Cultuur en Stichting Jarige Job), verstrekt via een meerjarige subsidie (2017–2020);";
static const char charities_end[] = "De subsidie loopt eind dit jaar af";
static const char scheme_sentences[] =
    "€ 5 mln. is er jaarlijks (in de periode 2017–2021) beschikbaar voor de subsidieregeling «Kansen voor alle kinderen». "
    "Hiervan is € 4 mln. bestemd voor projecten in Europees Nederland en € 1 mln. voor projecten in Caribisch Nederland.";
static const char scheme_nl_end[] =
    "Op grond daarvan heb ik besloten de subsidieregeling voor Europees Nederland niet meer open te stellen voor de nieuwe "
    "aanvraagtermijnen vanaf 2019.";
static const char scheme_cn_sentence[] =
    "Het kabinet stelt dan ook een deel van de middelen, € 1 miljoen, structureel beschikbaar voor kinderen in armoede op "
    "Bonaire, Sint Eustatius en Saba.";
static const char reach_sentence[] =
    "In 2021 wordt 100 procent van de kinderen met ouders in de bijstand bereikt en 70 procent van de kinderen van de "
    "werkende gezinnen met een laag inkomen.";
static const char ambition_sentence[] =
    "De ambitie is dat gemeenten 100 procent van de kinderen met ouders in de bijstand bereiken en 70 procent van de "
    "kinderen met werkende ouders met een laag inkomen.";
static const char condition_sentence[] =
    "Aan de € 10 mln. subsidie voor de vier samenwerkende armoedepartijen is als voorwaarde gesteld dat de inzet "
    "additioneel is aan hun reguliere activiteiten, dat de partijen onderling en met gemeenten samenwerken en dat (90% van) "
    "het subsidiegeld in natura bij de doelgroep terechtkomt.";
static const char room_sentences[] =
    "Gemeenten hebben aangegeven enige ruimte te willen om de extra middelen breder in te zetten dan alleen voor de "
    "ondersteuning in natura van kinderen in armoede, namelijk voor het integraal tegengaan van de oorzaken en negatieve "
    "gevolgen van armoede. Ik zie het belang daarvan en ben bereid ruimte te bieden om maximaal 15 tot 20% van de extra "
    "middelen breder in te zetten. Daarbij blijft voor mij een belangrijk uitgangspunt dat ook de toekomstige inzet van dat "
    "deel van de middelen nadrukkelijk gericht is op de aanpak van armoede onder kinderen.";
static const char poverty_sentence[] =
    "De indicatieve streefwaarde is om te komen tot een afname van het aantal kinderen in armoede van 9,2 procent in 2015 "
    "naar 4,6 procent in 2030.";
static const char displacement_sentences[] =
    "Inzet is dat er geen verdringing van bestaand beleid plaatsvindt: Het is van belang dat de huidige inzet van middelen "
    "door gemeenten onverminderd wordt voortgezet. De extra middelen dienen als aanvullende impuls.";
static const char on_top_sentence[] =
    "Deze middelen zijn specifiek bedoeld voor kinderen en moeten bovenop het bestaande beleid worden ingezet.";
static const char in_kind_sentence[] =
    "Alle gemeenten zullen, in samenwerking met hiervoor relevante partijen, zorg dragen voor voorzieningen in natura, "
    "zodat alle kinderen kunnen meedoen op school, aan sport, aan cultuur en sociale activiteiten.";

/* ---- What this project adds -------------------------------------------------------------------------------------- */

static const char reach_ours_nl[] = "Een ambitie, gesteld op 1 april 2019 (Kamerstuk 24 515, nr. 484).";
static const char reach_ours_en[] = "An ambition, set on 1 April 2019 (Kamerstuk 24 515, no. 484).";
static const char charities_ours_nl[] = "De brief van 2021 noemt geen bedrag.";
static const char charities_ours_en[] = "The letter of 2021 gives no amount.";
static const char scheme_cn_ours_nl[] = "Volgens de brief van 2018 zou dit geld vanaf 2020 via BES(t) 4 kids lopen.";
static const char scheme_cn_ours_en[] =
    "According to the letter of 2018 this money was to run through BES(t) 4 kids from 2020.";
static const char condition_ours_nl[] =
    "Een voorwaarde bij die subsidie, geen afspraak met gemeenten. “Ten minste” is onze lezing.";
static const char condition_ours_en[] =
    "A condition of that subsidy, no agreement with municipalities. “At least” is our reading.";
static const char room_ours_nl[] =
    "“Breder” is dus: anders dan in natura. Algemeen armoedebeleid valt erbuiten. De brief noemt geen beginjaar: 2019 is "
    "onze keuze.";
static const char room_ours_en[] =
    "So “breder” (more broadly) means: other than in kind. General poverty policy is outside it. The letter gives no first "
    "year: 2019 is our choice.";
static const char poverty_ours_nl[] =
    "Landelijk. Het eerste percentage is waar het begon, het tweede de streefwaarde. Alleen voor de oude meting van "
    "armoede, van vóór oktober 2024.";
static const char poverty_ours_en[] =
    "National. The first percentage is where it started, the second the target. Only for the old measure of poverty, of "
    "before October 2024.";

/* ---- The table --------------------------------------------------------------------------------------------------- */

static const struct md_citation total_citation = {{{&letter_2018, total_sentence}}, {NULL, NULL}};
static const struct md_citation du_citation = {{{&letter_november_2016, du_key_sentence}, {&letter_2018, du_sentence}},
                                               {NULL, NULL}};
static const struct md_citation charities_citation = {{{&letter_2018, charities_sentence}, {&letter_2021, charities_end}},
                                                      {charities_ours_nl, charities_ours_en}};
static const struct md_citation scheme_nl_citation = {{{&letter_2018, scheme_sentences}, {&letter_2018, scheme_nl_end}},
                                                      {NULL, NULL}};
static const struct md_citation scheme_cn_citation = {
    {{&letter_november_2016, scheme_cn_sentence}, {&letter_2018, scheme_sentences}}, {scheme_cn_ours_nl, scheme_cn_ours_en}};
static const struct md_citation reach_citation = {{{&letter_2021, reach_sentence}, {&letter_2021, ambition_sentence}},
                                                  {reach_ours_nl, reach_ours_en}};
static const struct md_citation condition_citation = {{{&letter_2018, condition_sentence}},
                                                      {condition_ours_nl, condition_ours_en}};
static const struct md_citation room_citation = {{{&letter_2018, room_sentences}}, {room_ours_nl, room_ours_en}};
static const struct md_citation poverty_citation = {{{&letter_2021, poverty_sentence}}, {poverty_ours_nl, poverty_ours_en}};
static const struct md_citation displacement_citation = {
    {{&letter_september_2016, displacement_sentences}, {&letter_november_2016, on_top_sentence}}, {NULL, NULL}};
static const struct md_citation in_kind_citation = {{{&agreements_2016, in_kind_sentence}}, {NULL, NULL}};

const struct md_norm md_norms[] = {
    {"total", "totaal", 2017, 0, 100e6, MD_AMOUNT, NULL, &total_citation},
    {"du", "du", 2017, 0, 85e6, MD_AMOUNT, NULL, &du_citation},
    {"charities", "armoedepartijen", 2017, 2021, 10e6, MD_AMOUNT, NULL, &charities_citation},
    {"scheme_nl", "regeling_nl", 2017, 2018, 4e6, MD_AMOUNT, NULL, &scheme_nl_citation},
    {"scheme_cn", "regeling_cn", 2017, 0, 1e6, MD_AMOUNT, NULL, &scheme_cn_citation},
    {"reach_assistance", "bereik_bijstand", 2021, 2021, 1.00, MD_AMBITION, NULL, &reach_citation},
    {"reach_working", "bereik_werkend", 2021, 2021, 0.70, MD_AMBITION, NULL, &reach_citation},
    {"inkind_charities", "natura_armoedepartijen", 2017, 2021, 0.90, MD_CONDITION, NULL, &condition_citation},
    {"broader_room_low", "breder_laag", 2019, 0, 0.15, MD_ROOM, "broader_room_high", &room_citation},
    {"broader_room_high", "breder_hoog", 2019, 0, 0.20, MD_ROOM, "broader_room_low", &room_citation},
    {"poverty_2015", "armoede_2015", 2015, 2015, 0.092, MD_START, NULL, &poverty_citation},
    {"poverty_2030", "armoede_2030", 2030, 2030, 0.046, MD_TARGET, NULL, &poverty_citation},
    {"displacement", "verdringing", 2017, 0, 0, MD_AGREEMENT, NULL, &displacement_citation},
    {"in_kind", "in_natura", 2017, 0, 0, MD_AGREEMENT, NULL, &in_kind_citation},
};
const size_t md_norms_length = sizeof md_norms / sizeof *md_norms;

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

/* Short names, as people type them, and the English name that each stands for. */
static const struct {
    const char *word, *name;
} short_names[] = {{"bijstand", "reach_assistance"},
                   {"assistance", "reach_assistance"},
                   {"werkend", "reach_working"},
                   {"working", "reach_working"},
                   {"natura", "in_kind"}};

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
    for (size_t i = 0; i < sizeof short_names / sizeof *short_names; i++) {
        if (md_is_word(text, short_names[i].word)) {
            *norm = md_norm_named(short_names[i].name);
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

/* Sentence 1; `year` is 0 for whatever the year. */
static bool is_valid_in(const struct md_norm *norm, double year)
{
    return year == 0 || (year >= norm->first_year && (norm->last_year == 0 || year <= norm->last_year));
}

/* The norm that the first argument names, valid in the year that the second one may give. */
static enum md_status read_norm_of_year(const struct md_argument *name, const struct md_argument *year,
                                        const struct md_norm **norm)
{
    double asked = 0;
    enum md_status status = md_worst(read_norm(name, norm), read_year(year, 0, &asked));
    if (status != MD_OK)
        return status;
    return is_valid_in(*norm, asked) ? MD_OK : MD_DOMAIN;
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

enum md_status md_share_or_norm(const struct md_argument *argument, struct md_exact *share)
{
    const struct md_norm *norm = NULL;
    if (argument->shape == MD_LEFT_OUT)
        return MD_ARGUMENT;
    enum md_status status = read_share(argument, 0, share);
    if (status != MD_TEXT)
        return status;
    read_norm(argument, &norm);
    if (norm == NULL || !is_minimum(norm))
        return MD_ARGUMENT;
    *share = value_of(norm);
    return MD_OK;
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

/* What a value is held against: a norm of the table, or the municipality's own ambition. */
struct measure {
    const struct md_norm *norm; /* NULL for an ambition of its own */
    struct md_exact ambition;
    bool in_force;
};

/* Sentence 9. */
static enum md_status read_measure(const struct md_argument *argument, double year, struct measure *measure)
{
    *measure = (struct measure){.in_force = true};
    enum md_status status = argument->shape == MD_LEFT_OUT ? MD_ARGUMENT : read_share(argument, 0, &measure->ambition);
    if (status == MD_OK)
        return md_sign(measure->ambition) > 0 ? MD_OK : MD_UNKNOWN;
    if (status != MD_TEXT)
        return status;
    status = read_norm(argument, &measure->norm);
    if (status != MD_OK || measure->norm->kind == MD_AMOUNT || measure->norm->kind == MD_AGREEMENT)
        return MD_ARGUMENT;
    measure->in_force = measure->norm->kind != MD_START && is_valid_in(measure->norm, year);
    return MD_OK;
}

/* A value to be held against a norm (sentence 5). */
static enum md_status read_value(const struct md_argument *argument, struct md_exact *value)
{
    enum md_status status = md_one_exact(argument, value);
    return status == MD_OK && !is_between(*value, 0, 2) ? MD_DOMAIN : status;
}

void md_check_norm(struct md_call *call)
{
    static const char *const verdicts[][2] = {[MD_MEETS] = {"voldoet", "meets"},
                                              [MD_BEWARE] = {"let op", "beware"},
                                              [MD_FAILS] = {"voldoet niet", "fails"},
                                              [MD_NO_NORM] = {"geen norm", "no norm"},
                                              [MD_VERDICT_UNKNOWN] = {"onbekend", "unknown"}};
    const struct md_argument *arguments = call->arguments;
    struct measure measure;
    struct md_exact value;
    double year = 0;
    int language = MD_DUTCH;
    enum md_verdict verdict = MD_VERDICT_UNKNOWN;
    enum md_status status = md_one_word(&arguments[3], md_languages, MD_DUTCH, &language);
    status = md_worst(status, read_year(&arguments[2], 0, &year));
    status = md_worst(status, read_measure(&arguments[1], year, &measure));
    status = md_worst(status, read_value(&arguments[0], &value));
    if (status != MD_OK && status != MD_UNKNOWN) {
        md_return_status(call, status);
        return;
    }
    if (!measure.in_force)
        verdict = MD_NO_NORM;
    else if (status == MD_OK && measure.norm != NULL)
        verdict = md_verdict_of(value, measure.norm);
    else if (status == MD_OK)
        verdict = verdict_at_least(value, measure.ambition);
    md_return_text(call, verdicts[verdict][language]);
}

/* ---- Values and sources ---------------------------------------------------------------------------------------- */

void md_kansen_norm(struct md_call *call)
{
    const struct md_norm *norm = NULL;
    enum md_status status = read_norm_of_year(&call->arguments[0], &call->arguments[1], &norm);
    if (norm != NULL && norm->kind == MD_AGREEMENT)
        status = MD_ARGUMENT;
    md_return_number(call, status == MD_OK && norm != NULL ? norm->value : md_cell(status));
}

void md_write_source(const struct md_norm *norm, enum md_language language, char *buffer)
{
    struct md_sentence source = {buffer, MD_LONGEST_SOURCE, 0};
    const struct md_letter *letter = NULL;
    for (size_t i = 0; i < MD_MOST_QUOTATIONS && norm->source->quotations[i].letter != NULL; i++) {
        const struct md_quotation *quotation = &norm->source->quotations[i];
        if (i > 0)
            md_append(&source, " ");
        if (quotation->letter != letter) {
            letter = quotation->letter;
            md_append(&source, language == MD_DUTCH ? letter->nl : letter->en);
            md_append(&source, ": ");
        }
        md_append(&source, "“");
        md_append(&source, quotation->sentence);
        md_append(&source, "”");
    }
    if (norm->source->ours[language] != NULL) {
        md_append(&source, " ");
        md_append(&source, norm->source->ours[language]);
    }
}

/* The source as a text of the call; NULL without memory. */
static const char *source_of(const struct md_norm *norm, int language, struct md_memory *memory)
{
    char *buffer = md_take(memory, MD_LONGEST_SOURCE, 1);
    if (buffer != NULL)
        md_write_source(norm, (enum md_language)language, buffer);
    return buffer;
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

static struct md_exact years_between(double from, double to)
{
    return md_exact_of((int64_t)(to - from), 0);
}

void md_poverty_target(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments;
    const struct md_norm *from = md_norm_named("poverty_2015"), *to = md_norm_named("poverty_2030");
    double year = 0, start_year = 0, end_year = 0, target = 0;
    struct md_exact start, end;
    enum md_status status = arguments[0].shape == MD_LEFT_OUT ? MD_ARGUMENT : read_year(&arguments[0], 0, &year);
    status = md_worst(status, read_year(&arguments[1], from->first_year, &start_year));
    status = md_worst(status, read_share(&arguments[2], from->value, &start));
    status = md_worst(status, read_year(&arguments[3], to->first_year, &end_year));
    status = md_worst(status, read_share(&arguments[4], to->value, &end));
    if (status == MD_OK && !(start_year < end_year && year >= start_year && year <= end_year))
        status = MD_DOMAIN;
    if (status == MD_OK) {
        struct md_exact done = years_between(start_year, year), to_do = years_between(year, end_year);
        struct md_exact sum = md_plus(md_times(start, to_do), md_times(end, done));
        status = md_quotient(sum, years_between(start_year, end_year), &target);
    }
    md_return_number(call, status == MD_OK ? target : md_cell(status));
}
