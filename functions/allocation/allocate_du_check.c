// SPDX-License-Identifier: EUPL-1.2
/* ALLOCATE_DU_CHECK: one sentence on an allocation.
 *
 * (1) When all is well: the number of recipients and what they get together.
 * (2) Otherwise the cause that ALLOCATE_DU's error stands for: the cell's place in the range, counted row by row from 1, and
 *     its content.
 * (3) Warnings follow after "Let op:": amounts that do not add up because each was rounded by itself, blank cells, a tie, and
 *     a key that equals the sum of at least two others. A key that shows fifteen digits was computed and may be off by half the last.
 *     Keys that all count with every binary digit because one has more than 9 decimals (allocation.h, sentence 5).
 * (4) Sums of euros and keys are exact (exact.h). Keys too large or too fine for that are not looked at for a total row.
 * (5) An unknown word for the language is Err:502; every other error has its sentence.
 */
#include "keys.h"
#include "report.h"
#include "../base/decimal.h"
#include "../base/wide.h"

#include <math.h>

enum { LONGEST_CHECK = 1024, LONGEST_QUOTE = 40 };

static void say_quote(struct md_report *report, const struct md_argument *argument, size_t cell)
{
    md_append(&report->sentence, "'");
    md_append_text(&report->sentence, md_text_at(argument, cell), LONGEST_QUOTE);
    md_append(&report->sentence, "'");
}

static void say_subject(struct md_report *report, enum md_subject subject)
{
    static const char *const subjects[][2] = {
        [MD_SUBJECT_TOTAL] = {"het totaal", "the total"},       [MD_SUBJECT_KEY] = {"de sleutel", "the key"},
        [MD_SUBJECT_POSITION] = {"de positie", "the position"}, [MD_SUBJECT_UNIT] = {"de eenheid", "the unit"},
        [MD_SUBJECT_METHOD] = {"de methode", "the method"},     [MD_SUBJECT_MINIMUM] = {"het minimum", "the minimum"},
        [MD_SUBJECT_MAXIMUM] = {"het maximum", "the maximum"},  [MD_SUBJECT_ORDER] = {"de volgorde", "the order"}};
    md_say(report, subjects[subject][MD_DUTCH], subjects[subject][MD_ENGLISH]);
}

/* "cel 17" of the key, "cel 3 van het minimum", or "het totaal" where it is one value. */
static void say_place(struct md_report *report, const struct md_cause *cause)
{
    const struct md_argument *argument = report->request->argument[cause->subject];
    if (argument->shape != MD_RANGE || md_count(argument) == 1) {
        say_subject(report, cause->subject);
        return;
    }
    md_say(report, "cel ", "cell ");
    md_say_number(report, (double)(cause->cell + 1));
    if (cause->subject != MD_SUBJECT_KEY) {
        md_say(report, " van ", " of ");
        say_subject(report, cause->subject);
    }
}

/* ---- What is wrong (sentence 2) ------------------------------------------------------------------------------ */

static void say_unknown(struct md_report *report, const struct md_cause *cause)
{
    const struct md_argument *argument = report->request->argument[cause->subject];
    say_place(report, cause);
    if (md_status_of(argument->cells[cause->cell]) == MD_BLANK) {
        md_say(report, " is leeg", " is empty");
    } else {
        md_say(report, " is onbekend: ", " is unknown: ");
        say_quote(report, argument, cause->cell);
    }
    size_t unknown = 0;
    for (size_t i = 0; cause->subject == MD_SUBJECT_KEY && i < md_count(argument); i++)
        unknown += md_status_of(argument->cells[i]) == MD_UNKNOWN;
    if (unknown > 1) {
        md_say(report, "; in totaal zijn ", "; in all ");
        md_say_number(report, (double)unknown);
        md_say(report, " sleutels onbekend", " keys are unknown");
    }
    if (cause->subject == MD_SUBJECT_KEY)
        md_say(report, ", en dan is elk aandeel onbekend", ", and then every share is unknown");
}

static void say_domain(struct md_report *report, const struct md_cause *cause)
{
    double cell = report->request->argument[cause->subject]->cells[cause->cell];
    say_place(report, cause);
    if (md_status_of(cell) != MD_OK) {
        md_say(report, " is geen gewoon getal", " is no ordinary number");
        return;
    }
    if (cause->subject == MD_SUBJECT_UNIT)
        md_say(report, " moet groter dan 0 zijn en is ", " must be above 0 and is ");
    else
        md_say(report, " is negatief: ", " is negative: ");
    md_say_number(report, cell);
}

static void say_argument(struct md_report *report, const struct md_cause *cause)
{
    const struct md_argument *argument = report->request->argument[cause->subject];
    say_subject(report, cause->subject);
    if (cause->subject == MD_SUBJECT_METHOD && md_count(argument) == 1) {
        md_say(report, " is onbekend: ", " is not known: ");
        say_quote(report, argument, 0);
        md_say(report, "; kies grootste rest, sainte-laguë, d'hondt, adams of afgerond",
               "; choose largest remainder, sainte-laguë, d'hondt, adams or rounded");
    } else if (md_count(argument) == 0) {
        md_say(report, " ontbreekt", " is missing");
    } else if (cause->subject == MD_SUBJECT_MINIMUM || cause->subject == MD_SUBJECT_MAXIMUM ||
               cause->subject == MD_SUBJECT_ORDER) {
        md_say(report, " heeft een andere vorm dan de sleutel", " has another shape than the key");
    } else {
        md_say(report, " moet één cel zijn", " must be one cell");
    }
}

static void say_cause(struct md_report *report, const struct md_cause *cause)
{
    switch (cause->status) {
    case MD_TEXT:
        say_place(report, cause);
        md_say(report, " is tekst: ", " is text: ");
        say_quote(report, report->request->argument[cause->subject], cause->cell);
        break;
    case MD_UNKNOWN:
        say_unknown(report, cause);
        break;
    case MD_DOMAIN:
        say_domain(report, cause);
        break;
    case MD_ZERO_DIVISION:
        md_say(report, "alle cellen van de sleutel zijn leeg", "every cell of the key is empty");
        break;
    default:
        say_argument(report, cause);
    }
}

/* ---- When all is well (sentences 1 and 3) -------------------------------------------------------------------- */

static void start_warning(struct md_report *report)
{
    if (report->warned)
        md_append(&report->sentence, "; ");
    else
        md_say(report, ". Let op: ", ". Note: ");
    report->warned = true;
}

/* By how much a key may be off: one that shows fifteen digits was computed, and cut there. */
static struct md_exact doubt_of(double key)
{
    struct md_decimal decimal = {0, 0};
    md_decimal_of(key, &decimal);
    bool computed = decimal.decimals > 0 && decimal.digits >= (int64_t)md_power_of_ten(14);
    return md_exact_of(computed ? 5 : 0, decimal.decimals + 1);
}

/* Is `key` half of `sum`, within `doubt`? */
static bool is_half_of(double key, struct md_exact sum, struct md_exact doubt)
{
    struct md_exact others;
    md_exact_cell(key, &others);
    others = md_minus(md_minus(sum, others), others);
    return md_compared(others, doubt) <= 0 && md_sign(md_plus(others, doubt)) >= 0;
}

static void warn_of_total_row(struct md_report *report)
{
    const struct md_allocation *allocation = &report->request->allocation;
    struct md_exact sum, doubt = md_exact_of(0, 0);
    double near = 0;
    if (allocation->n < 3 || !md_add_up(allocation->key, allocation->n, &sum))
        return;
    for (size_t i = 0; i < allocation->n; i++)
        doubt = md_plus(doubt, doubt_of(allocation->key[i]));
    md_nearest(sum, &near);
    for (size_t i = 0; i < allocation->n; i++) {
        bool may_be = fabs(near - 2 * allocation->key[i]) <= 1e-12 * near; /* spares nearly all keys the exact test */
        if (!may_be || !is_half_of(allocation->key[i], sum, doubt))
            continue;
        start_warning(report);
        md_say(report, "cel ", "cell ");
        md_say_number(report, (double)(md_place(report->request, i) + 1));
        md_say(report, " is de som van alle andere; is dat een totaalrij?", " is the sum of all others; is it a total row?");
        return;
    }
}

static void warn_of_blanks(struct md_report *report)
{
    size_t blanks = md_count(report->request->argument[MD_SUBJECT_KEY]) - report->request->allocation.n;
    if (blanks == 0)
        return;
    start_warning(report);
    md_say_number(report, (double)blanks);
    if (blanks == 1)
        md_say(report, " lege cel is overgeslagen", " empty cell was skipped");
    else
        md_say(report, " lege cellen zijn overgeslagen", " empty cells were skipped");
}

static void warn_of_decimals(struct md_report *report)
{
    const struct md_allocation *allocation = &report->request->allocation;
    struct md_decimal decimal = {0, 0};
    size_t i = 0;
    while (i < allocation->n && md_decimal_of(allocation->key[i], &decimal) && decimal.decimals <= MD_KEY_DECIMALS)
        i++;
    if (allocation->n < 2 || i == allocation->n || decimal.decimals <= MD_KEY_DECIMALS)
        return;
    start_warning(report);
    md_say(report, "cel ", "cell ");
    md_say_number(report, (double)(md_place(report->request, i) + 1));
    md_say(report, " heeft meer dan ", " has more than ");
    md_say_number(report, MD_KEY_DECIMALS);
    md_say(report, " cijfers achter de komma, en dan kunnen sleutels die gelijk lijken verschillen: rond ze af",
           " decimals, and then keys that look equal may differ: round them");
}

static void warn_of_tie(struct md_report *report, const struct md_tie *tie)
{
    if (tie->recipients == 0)
        return;
    start_warning(report);
    md_say_number(report, (double)tie->recipients);
    md_say(report, " ontvangers hadden evenveel recht op de laatste ", " recipients had the same claim to the last ");
    md_say_units(report, (int64_t)tie->units);
}

static void warn_of_rounding(struct md_report *report, int64_t surplus)
{
    if (surplus == 0)
        return;
    start_warning(report);
    md_say(report, "door elk bedrag apart af te ronden is dat ", "with each amount rounded by itself that is ");
    md_say_units(report, surplus < 0 ? -surplus : surplus);
    if (surplus < 0)
        md_say(report, " minder dan het totaal", " less than the total");
    else
        md_say(report, " meer dan het totaal", " more than the total");
}

/* What the amounts add up to; `surplus` is by how many units that is above the total. */
static struct md_exact add_up_amounts(const struct md_allocation *allocation, const double *amounts, int64_t *surplus)
{
    struct md_decimal unit;
    int64_t total, sign = allocation->total < 0 ? -1 : 1;
    bool exact;
    md_decimal_of(allocation->unit, &unit);
    md_units_in(fabs(allocation->total), allocation->unit, &total, &exact);
    md_signed_wide more = -total;
    for (size_t i = 0; i < allocation->n; i++)
        more += md_units_of(fabs(amounts[i]), unit);
    *surplus = sign * (int64_t)more;
    struct md_exact units = md_plus(md_exact_of(sign * total, 0), md_exact_of(*surplus, 0));
    return md_times(units, md_exact_of(unit.digits, unit.decimals));
}

static void say_outcome(struct md_report *report, const double *amounts, const struct md_tie *tie)
{
    const struct md_allocation *allocation = &report->request->allocation;
    int64_t surplus = 0;
    md_say_number(report, (double)allocation->n);
    if (allocation->n == 1)
        md_say(report, " ontvanger, ", " recipient, ");
    else
        md_say(report, " ontvangers, samen ", " recipients, together ");
    if (allocation->method == MD_ROUNDED)
        md_say_sum(report, add_up_amounts(allocation, amounts, &surplus));
    else
        md_say_euros(report, allocation->total);
    warn_of_rounding(report, surplus);
    warn_of_blanks(report);
    warn_of_tie(report, tie);
    warn_of_decimals(report);
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
    struct md_report report = {
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
        md_say(&report, "de sleutels zijn samen 0: er is niets om naar te verdelen",
               "the keys add up to 0: there is nothing to allocate by");
    else if (status != MD_OK)
        md_say_impossible(&report);
    else
        say_outcome(&report, amounts, &tie);
    md_return_text(call, report.sentence.buffer);
}
