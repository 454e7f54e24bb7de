// SPDX-License-Identifier: EUPL-1.2
/* ALLOCATE_DU_CHECK: one sentence on an allocation.
 *
 * (1) When all is well: the number of recipients and what they get together.
 * (2) Otherwise the cause that ALLOCATE_DU's error stands for: the cell's place in the range, counted row by row from 1, and
 *     its content.
 * (3) Warnings follow after "Let op:": amounts that do not add up because each was rounded by itself, blank cells, a tie, and
 *     a key that equals the sum of the others.
 * (4) An unknown word for the language is Err:502; every other error has its sentence.
 */
#include "request.h"
#include "../base/decimal.h"
#include "../base/sentence.h"

#include <math.h>

enum { LONGEST_CHECK = 1024, LONGEST_QUOTE = 40 };

struct report {
    struct md_sentence sentence;
    enum md_language language;
    const struct md_request *request;
    bool warned;
};

/* ---- Words --------------------------------------------------------------------------------------------------- */

static void say(struct report *report, const char *nl, const char *en)
{
    md_append(&report->sentence, report->language == MD_DUTCH ? nl : en);
}

static void say_number(struct report *report, double number)
{
    md_append_number(&report->sentence, number, report->language);
}

static void say_euros(struct report *report, double euros)
{
    md_append(&report->sentence, "€ ");
    say_number(report, euros);
}

static void say_quote(struct report *report, const struct md_argument *argument, size_t cell)
{
    md_append(&report->sentence, "'");
    md_append_text(&report->sentence, md_text_at(argument, cell), LONGEST_QUOTE);
    md_append(&report->sentence, "'");
}

static void say_subject(struct report *report, enum md_subject subject)
{
    static const char *const subjects[][2] = {
        [MD_SUBJECT_TOTAL] = {"het totaal", "the total"},       [MD_SUBJECT_KEY] = {"de sleutel", "the key"},
        [MD_SUBJECT_POSITION] = {"de positie", "the position"}, [MD_SUBJECT_UNIT] = {"de eenheid", "the unit"},
        [MD_SUBJECT_METHOD] = {"de methode", "the method"},     [MD_SUBJECT_MINIMUM] = {"het minimum", "the minimum"},
        [MD_SUBJECT_MAXIMUM] = {"het maximum", "the maximum"},  [MD_SUBJECT_ORDER] = {"de volgorde", "the order"}};
    say(report, subjects[subject][MD_DUTCH], subjects[subject][MD_ENGLISH]);
}

/* "cel 17" of the key, "cel 3 van het minimum", or "het totaal" where it is one value. */
static void say_place(struct report *report, const struct md_cause *cause)
{
    const struct md_argument *argument = report->request->argument[cause->subject];
    if (argument->shape != MD_RANGE || md_count(argument) == 1) {
        say_subject(report, cause->subject);
        return;
    }
    say(report, "cel ", "cell ");
    say_number(report, (double)(cause->cell + 1));
    if (cause->subject != MD_SUBJECT_KEY) {
        say(report, " van ", " of ");
        say_subject(report, cause->subject);
    }
}

/* ---- What is wrong (sentence 2) ------------------------------------------------------------------------------ */

static void say_unknown(struct report *report, const struct md_cause *cause)
{
    const struct md_argument *argument = report->request->argument[cause->subject];
    say_place(report, cause);
    if (md_status_of(argument->cells[cause->cell]) == MD_BLANK) {
        say(report, " is leeg", " is empty");
    } else {
        say(report, " is onbekend: ", " is unknown: ");
        say_quote(report, argument, cause->cell);
    }
    size_t unknown = 0;
    for (size_t i = 0; cause->subject == MD_SUBJECT_KEY && i < md_count(argument); i++)
        unknown += md_status_of(argument->cells[i]) == MD_UNKNOWN;
    if (unknown > 1) {
        say(report, "; in totaal zijn ", "; in all ");
        say_number(report, (double)unknown);
        say(report, " sleutels onbekend", " keys are unknown");
    }
    if (cause->subject == MD_SUBJECT_KEY)
        say(report, ", en dan is elk aandeel onbekend", ", and then every share is unknown");
}

static void say_domain(struct report *report, const struct md_cause *cause)
{
    double cell = report->request->argument[cause->subject]->cells[cause->cell];
    say_place(report, cause);
    if (md_status_of(cell) != MD_OK) {
        say(report, " is geen gewoon getal", " is no ordinary number");
        return;
    }
    if (cause->subject == MD_SUBJECT_UNIT)
        say(report, " moet groter dan 0 zijn en is ", " must be above 0 and is ");
    else
        say(report, " is negatief: ", " is negative: ");
    say_number(report, cell);
}

static void say_argument(struct report *report, const struct md_cause *cause)
{
    const struct md_argument *argument = report->request->argument[cause->subject];
    say_subject(report, cause->subject);
    if (cause->subject == MD_SUBJECT_METHOD && md_count(argument) == 1) {
        say(report, " is onbekend: ", " is not known: ");
        say_quote(report, argument, 0);
        say(report, "; kies grootste rest, sainte-laguë, d'hondt, adams of afgerond",
            "; choose largest remainder, sainte-laguë, d'hondt, adams or rounded");
    } else if (md_count(argument) == 0) {
        say(report, " ontbreekt", " is missing");
    } else if (cause->subject == MD_SUBJECT_MINIMUM || cause->subject == MD_SUBJECT_MAXIMUM ||
               cause->subject == MD_SUBJECT_ORDER) {
        say(report, " heeft een andere vorm dan de sleutel", " has another shape than the key");
    } else {
        say(report, " moet één cel zijn", " must be one cell");
    }
}

static void say_cause(struct report *report, const struct md_cause *cause)
{
    switch (cause->status) {
    case MD_TEXT:
        say_place(report, cause);
        say(report, " is tekst: ", " is text: ");
        say_quote(report, report->request->argument[cause->subject], cause->cell);
        break;
    case MD_UNKNOWN:
        say_unknown(report, cause);
        break;
    case MD_DOMAIN:
        say_domain(report, cause);
        break;
    case MD_ZERO_DIVISION:
        say(report, "alle cellen van de sleutel zijn leeg", "every cell of the key is empty");
        break;
    default:
        say_argument(report, cause);
    }
}

static double sum_of(const double *numbers, size_t n)
{
    double sum = 0;
    for (size_t i = 0; numbers != NULL && i < n; i++)
        sum += numbers[i];
    return sum;
}

/* Why md_allocate said MD_DOMAIN. */
static void say_impossible(struct report *report)
{
    const struct md_allocation *allocation = &report->request->allocation;
    int64_t units;
    bool exact = false, bounded = allocation->minimum != NULL || allocation->maximum != NULL;
    double least = sum_of(allocation->minimum, allocation->n);
    double most = allocation->maximum == NULL ? HUGE_VAL : sum_of(allocation->maximum, allocation->n);
    if (md_units_in(fabs(allocation->total), allocation->unit, &units, &exact) == MD_OK && !exact && units < INT64_MAX) {
        say(report, "het totaal van ", "the total of ");
        say_euros(report, allocation->total);
        say(report, " is geen veelvoud van de eenheid van ", " is no multiple of the unit of ");
        say_euros(report, allocation->unit);
        return;
    }
    if (bounded && allocation->total < 0) {
        say(report, "bij een negatief totaal kunnen geen minimum en maximum gelden",
            "a negative total cannot have a minimum or maximum");
        return;
    }
    for (size_t i = 0; allocation->minimum != NULL && allocation->maximum != NULL && i < allocation->n; i++) {
        if (allocation->minimum[i] > allocation->maximum[i]) {
            say(report, "bij cel ", "at cell ");
            say_number(report, (double)(md_place(report->request, i) + 1));
            say(report, " is het minimum hoger dan het maximum", " the minimum is above the maximum");
            return;
        }
    }
    if (least > allocation->total) {
        say(report, "de minima zijn samen ", "the minimums add up to ");
        say_euros(report, least);
        say(report, ", meer dan het totaal van ", ", more than the total of ");
        say_euros(report, allocation->total);
    } else if (most < allocation->total) {
        say(report, "de maxima zijn samen ", "the maximums add up to ");
        say_euros(report, most);
        say(report, ", minder dan het totaal van ", ", less than the total of ");
        say_euros(report, allocation->total);
    } else if (bounded) {
        say(report, "het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe",
            "the minimum and maximum leave no allocation of the total in whole units");
    } else {
        say(report, "de getallen zijn te groot of te verschillend om precies te verdelen",
            "the numbers are too large or too far apart to allocate exactly");
    }
}

/* ---- When all is well (sentences 1 and 3) -------------------------------------------------------------------- */

static void start_warning(struct report *report)
{
    if (report->warned)
        md_append(&report->sentence, "; ");
    else
        say(report, ". Let op: ", ". Note: ");
    report->warned = true;
}

static void warn_of_total_row(struct report *report)
{
    const struct md_allocation *allocation = &report->request->allocation;
    double sum = sum_of(allocation->key, allocation->n);
    for (size_t i = 0; allocation->n > 2 && i < allocation->n; i++) {
        /* Equal but for the rounding of a sum in binary. */
        if (fabs(sum - 2 * allocation->key[i]) > 1e-12 * sum)
            continue;
        start_warning(report);
        say(report, "cel ", "cell ");
        say_number(report, (double)(md_place(report->request, i) + 1));
        say(report, " is de som van alle andere; is dat een totaalrij?", " is the sum of all others; is it a total row?");
        return;
    }
}

static void warn_of_blanks(struct report *report)
{
    size_t blanks = md_count(report->request->argument[MD_SUBJECT_KEY]) - report->request->allocation.n;
    if (blanks == 0)
        return;
    start_warning(report);
    say_number(report, (double)blanks);
    if (blanks == 1)
        say(report, " lege cel is overgeslagen", " empty cell was skipped");
    else
        say(report, " lege cellen zijn overgeslagen", " empty cells were skipped");
}

static void warn_of_tie(struct report *report, const struct md_tie *tie)
{
    if (tie->recipients == 0)
        return;
    start_warning(report);
    say_number(report, (double)tie->recipients);
    say(report, " ontvangers hadden evenveel recht op de laatste ", " recipients had the same claim to the last ");
    say_euros(report, (double)tie->units * report->request->allocation.unit);
}

static void warn_of_rounding(struct report *report, double sum)
{
    /* Whole units: in binary a difference of one cent comes out a little off. */
    double unit = report->request->allocation.unit;
    double difference = unit * rint((sum - report->request->allocation.total) / unit);
    if (difference == 0)
        return;
    start_warning(report);
    say(report, "door elk bedrag apart af te ronden is dat ", "with each amount rounded by itself that is ");
    say_euros(report, fabs(difference));
    if (difference < 0)
        say(report, " minder dan het totaal", " less than the total");
    else
        say(report, " meer dan het totaal", " more than the total");
}

static void say_outcome(struct report *report, const double *amounts, const struct md_tie *tie)
{
    const struct md_allocation *allocation = &report->request->allocation;
    bool rounded = allocation->method == MD_ROUNDED;
    /* A sum of decimals is not exact in binary: only rounding by hand makes it differ from the total. */
    double sum = rounded ? allocation->unit * rint(sum_of(amounts, allocation->n) / allocation->unit) : allocation->total;
    say_number(report, (double)allocation->n);
    if (allocation->n == 1)
        say(report, " ontvanger, ", " recipient, ");
    else
        say(report, " ontvangers, samen ", " recipients, together ");
    say_euros(report, sum);
    if (rounded)
        warn_of_rounding(report, sum);
    warn_of_blanks(report);
    warn_of_tie(report, tie);
    warn_of_total_row(report); /* last, for it ends in a question mark */
}

void md_allocate_du_check(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments;
    struct md_request request = {.argument = {[MD_SUBJECT_TOTAL] = &arguments[0],
                                              [MD_SUBJECT_KEY] = &arguments[1],
                                              [MD_SUBJECT_UNIT] = &arguments[2],
                                              [MD_SUBJECT_METHOD] = &arguments[3],
                                              [MD_SUBJECT_MINIMUM] = &arguments[4],
                                              [MD_SUBJECT_MAXIMUM] = &arguments[5],
                                              [MD_SUBJECT_ORDER] = &arguments[6]}};
    struct md_tie tie;
    int language = MD_DUTCH;
    enum md_status word = md_one_word(&arguments[7], md_languages, MD_DUTCH, &language);
    if (word != MD_OK) {
        md_return_status(call, word);
        return;
    }
    struct report report = {
        {md_take(call->memory, LONGEST_CHECK, 1), LONGEST_CHECK, 0}, (enum md_language)language, &request, false};
    md_read_request(&request, call->memory);
    double *amounts = md_take(call->memory, request.allocation.n + 1, sizeof *amounts);
    enum md_status status = request.cause.status;
    if (status == MD_OK && amounts != NULL)
        status = md_allocate(&request.allocation, amounts, &tie, call->memory);
    if (report.sentence.buffer == NULL || amounts == NULL || status == MD_MEMORY) {
        md_return_status(call, MD_MEMORY);
        return;
    }
    report.sentence.buffer[0] = 0;
    if (request.cause.status != MD_OK)
        say_cause(&report, &request.cause);
    else if (status == MD_ZERO_DIVISION)
        say(&report, "de sleutels zijn samen 0: er is niets om naar te verdelen",
            "the keys add up to 0: there is nothing to allocate by");
    else if (status != MD_OK)
        say_impossible(&report);
    else
        say_outcome(&report, amounts, &tie);
    md_return_text(call, report.sentence.buffer);
}
