// SPDX-License-Identifier: EUPL-1.2
/* What the ALLOCATE_DU family says of itself, and ALLOCATE_DU_CHECK: one sentence on an allocation.
 *
 * (1) When all is well: the number of recipients and what they get together; with a position what that cell gets too.
 * (2) Otherwise the cause that the error stands for (explanation.h). An unknown key says how many there are.
 * (3) Warnings follow: amounts that miss the total as each was rounded by itself, blank cells, a tie, keys that count in binary as one
 *     has more than 9 decimals (allocation.h, sentence 5) or that only look alike, and what the key gives away (doubts.h).
 * (4) Sums of euros and keys are exact (exact.h). Keys too large or too fine for that are not looked at for totals.
 * (5) For ALLOCATE_DU_CHECK an unknown word for the language is Err:502; every other error has its sentence.
 */
#include "keys.h"
#include "request.h"
#include "../base/decimal.h"
#include "../base/doubts.h"
#include "../base/wide.h"

#include <math.h>

static void say_units(struct md_sentence *sentence, int64_t units, double unit)
{
    struct md_decimal decimal;
    md_decimal_of(unit, &decimal);
    md_say_euros(sentence, md_amount_of(units, decimal));
}

/* ---- What is wrong (sentence 2) ---------------------------------------------------------------------------------- */

static void say_wrong(struct md_sentence *sentence, const struct md_request *request)
{
    const struct md_cause *cause = &request->cause;
    const struct md_argument *argument = request->argument[cause->parameter];
    if (cause->status == MD_ZERO_DIVISION) {
        md_say(sentence, "alle cellen van de sleutel zijn leeg", "every cell of the key is empty");
        return;
    }
    md_say_cause(sentence, cause, argument, &md_subjects[cause->parameter]);
    if (cause->status != MD_UNKNOWN || cause->parameter != MD_SUBJECT_KEY)
        return;
    size_t unknown = 0;
    for (size_t i = 0; i < md_count(argument); i++)
        unknown += md_status_of(argument->cells[i]) == MD_UNKNOWN;
    if (unknown > 1) {
        md_say(sentence, "; in totaal zijn ", "; in all ");
        md_say_number(sentence, (double)unknown);
        md_say(sentence, " sleutels onbekend", " keys are unknown");
    }
    md_say(sentence, ", en dan is elk aandeel onbekend", ", and then every share is unknown");
}

/* ---- When all is well (sentences 1 and 3) ------------------------------------------------------------------------ */

static void warn_of_blanks(struct md_sentence *sentence, const struct md_request *request)
{
    static const struct md_bilingual one = {"lege cel is overgeslagen", "empty cell was skipped"};
    static const struct md_bilingual many = {"lege cellen zijn overgeslagen", "empty cells were skipped"};
    size_t blanks = md_count(request->argument[MD_SUBJECT_KEY]) - request->allocation.n;
    if (blanks == 0)
        return;
    md_warn(sentence);
    md_say_count(sentence, blanks, one, many);
}

void md_warn_of_tie(struct md_sentence *sentence, const struct md_tie *tie, double unit, struct md_bilingual who)
{
    if (tie->recipients == 0)
        return;
    md_warn(sentence);
    md_say_count(sentence, tie->recipients, who, who);
    md_say(sentence, " hadden evenveel recht op de laatste ", " had the same claim to the last ");
    say_units(sentence, (int64_t)tie->units, unit);
}

static void warn_of_rounding(struct md_sentence *sentence, const struct md_request *request, int64_t surplus)
{
    if (surplus == 0)
        return;
    md_doubt(sentence);
    md_say(sentence, "door elk bedrag apart af te ronden is dat ", "with each amount rounded by itself that is ");
    say_units(sentence, surplus < 0 ? -surplus : surplus, request->allocation.unit);
    md_say(sentence, surplus < 0 ? " minder dan het totaal" : " meer dan het totaal",
           surplus < 0 ? " less than the total" : " more than the total");
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

/* The amount at the position that was asked for. */
static void say_position(struct md_sentence *sentence, const struct md_request *request, const double *amounts)
{
    if (request->position == 0)
        return;
    md_append(sentence, "; ");
    md_say_cell(sentence, request->position - 1);
    for (size_t i = 0; i < request->allocation.n; i++) {
        if (md_place(request, i) != request->position - 1)
            continue;
        md_say(sentence, " krijgt ", " gets ");
        md_say_euros(sentence, amounts[i]);
        return;
    }
    md_say(sentence, " is leeg: geen ontvanger", " is empty: no recipient");
}

static bool say_outcome(struct md_sentence *sentence, const struct md_request *request, const double *amounts,
                        const struct md_tie *tie, struct md_memory *memory)
{
    static const struct md_bilingual one = {"ontvanger, ", "recipient, "},
                                     many = {"ontvangers, samen ", "recipients, together "};
    const struct md_allocation *allocation = &request->allocation;
    int64_t surplus = 0;
    md_say_count(sentence, allocation->n, one, many);
    if (allocation->method == MD_ROUNDED)
        md_say_exact_euros(sentence, add_up_amounts(allocation, amounts, &surplus));
    else
        md_say_euros(sentence, allocation->total);
    say_position(sentence, request, amounts);
    warn_of_rounding(sentence, request, surplus);
    warn_of_blanks(sentence, request);
    md_warn_of_tie(sentence, tie, allocation->unit, (struct md_bilingual){"ontvangers", "recipients"});
    const struct md_argument *key = request->argument[MD_SUBJECT_KEY];
    const struct md_name *name = &md_subjects[MD_SUBJECT_KEY];
    return md_warn_of_decimals(sentence, key, name, MD_KEY_DECIMALS, memory) &&
           md_warn_of_fraction(sentence, key, name, memory) &&
           md_warn_of_totals(sentence, key, name, memory); /* last, for these end in a question */
}

/* ---- The explanations -------------------------------------------------------------------------------------------- */

static enum md_status explain(const struct md_argument *arguments, const enum md_subject *subjects, size_t count,
                              struct md_sentence *sentence, struct md_memory *memory)
{
    struct md_request request;
    struct md_tie tie;
    md_read_request(&request, arguments, subjects, count, memory);
    double *amounts = md_take(memory, request.allocation.n + 1, sizeof *amounts);
    enum md_status status = amounts == NULL ? MD_MEMORY : request.cause.status;
    if (status == MD_OK)
        status = md_allocate(&request.allocation, amounts, &tie, memory);
    if (status == MD_MEMORY)
        return status;
    if (request.cause.status != MD_OK)
        say_wrong(sentence, &request);
    else if (status == MD_ZERO_DIVISION)
        md_say(sentence, "de sleutels zijn samen 0: er is niets om naar te verdelen",
               "the keys add up to 0: there is nothing to allocate by");
    else if (status != MD_OK)
        md_say_impossible(sentence, &request);
    else if (!say_outcome(sentence, &request, amounts, &tie, memory))
        status = MD_MEMORY;
    return status;
}

enum md_status md_explain_allocate_du(const struct md_argument *arguments, struct md_sentence *sentence,
                                      struct md_memory *memory)
{
    return explain(arguments, md_of_allocate_du, MD_SUBJECTS, sentence, memory);
}

enum md_status md_explain_steps(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    return explain(arguments, md_of_steps, sizeof md_of_steps / sizeof *md_of_steps, sentence, memory);
}

enum md_status md_explain_check(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    return explain(arguments, md_of_check, sizeof md_of_check / sizeof *md_of_check, sentence, memory);
}

static enum md_status tell(const struct md_call *call, struct md_sentence *sentence)
{
    return md_explain_check(call->arguments, sentence, call->memory);
}

void md_allocate_du_check(struct md_call *call)
{
    md_return_sentence(call, &call->arguments[7], tell);
}
