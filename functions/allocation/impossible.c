// SPDX-License-Identifier: EUPL-1.2
/* Why there is no allocation, though each argument is right in itself (explain.c, sentence 2). */
#include "request.h"
#include "../base/decimal.h"
#include "../base/doubts.h"
#include "../base/wide.h"

#include <math.h>

/* Each of these says why md_allocate said MD_DOMAIN, or returns false where that is not why. */

static bool say_unit_too_fine(struct md_sentence *sentence, const struct md_request *request)
{
    struct md_decimal unit;
    int64_t units;
    bool exact;
    const struct md_allocation *allocation = &request->allocation;
    if (!md_decimal_of(allocation->unit, &unit) || md_units_in(0, allocation->unit, &units, &exact) == MD_OK)
        return false;
    md_say(sentence, "de eenheid heeft te veel decimalen: ", "the unit has too many decimals: ");
    md_say_number(sentence, allocation->unit);
    return true;
}

/* A total that was computed is often off by dust: a running total of 1000 times 0.1 is 99.9999999999986. */
static void propose_rounding(struct md_sentence *sentence, const struct md_allocation *allocation, int64_t units)
{
    const double dust = 1e-9, total = fabs(allocation->total);
    struct md_decimal unit;
    md_decimal_of(allocation->unit, &unit);
    double below = md_amount_of(units, unit), above = md_amount_of(units + 1, unit);
    double nearest = total - below < above - total ? below : above;
    if (fabs(total - nearest) > dust * total)
        return;
    md_say(sentence, "; rond het eerst af met AFRONDEN, op ", "; round it first with ROUND, to ");
    md_say_euros(sentence, allocation->total < 0 ? -nearest : nearest);
}

static bool say_no_multiple(struct md_sentence *sentence, const struct md_request *request)
{
    int64_t units;
    bool exact;
    const struct md_allocation *allocation = &request->allocation;
    if (md_units_in(fabs(allocation->total), allocation->unit, &units, &exact) != MD_OK || exact || units == INT64_MAX)
        return false;
    md_say(sentence, "het totaal van ", "the total of ");
    md_say_euros(sentence, allocation->total);
    md_say(sentence, " is geen veelvoud van de eenheid van ", " is no multiple of the unit of ");
    md_say_euros(sentence, allocation->unit);
    propose_rounding(sentence, allocation, units);
    return true;
}

static bool say_negative_with_bounds(struct md_sentence *sentence, const struct md_request *request)
{
    const struct md_allocation *allocation = &request->allocation;
    if (allocation->total >= 0 || (allocation->minimum == NULL && allocation->maximum == NULL))
        return false;
    md_say(sentence, "bij een negatief totaal kunnen geen minimum en maximum gelden",
           "a negative total cannot have a minimum or maximum");
    return true;
}

/* As the decimals that a user sees, where they are not too large for that. */
static bool is_above(double a, double b)
{
    struct md_exact one, other;
    bool exact = md_exact_cell(a, &one) == MD_OK && md_exact_cell(b, &other) == MD_OK;
    return exact ? md_compared(one, other) > 0 : a > b;
}

static bool say_crossed_bounds(struct md_sentence *sentence, const struct md_request *request)
{
    const struct md_allocation *allocation = &request->allocation;
    if (allocation->minimum == NULL || allocation->maximum == NULL)
        return false;
    for (size_t i = 0; i < allocation->n; i++) {
        if (!is_above(allocation->minimum[i], allocation->maximum[i]))
            continue;
        md_say(sentence, "bij ", "at ");
        md_say_cell(sentence, md_place(request, i));
        md_say(sentence, " is het minimum hoger dan het maximum", " the minimum is above the maximum");
        return true;
    }
    return false;
}

/* Says `before`, the sum, `after` and the total, when the sum is on that side of the total. */
static bool say_beside_total(struct md_sentence *sentence, const struct md_request *request, struct md_exact sum, int side,
                             struct md_bilingual before, struct md_bilingual after)
{
    struct md_exact total;
    if (md_exact_cell(request->allocation.total, &total) != MD_OK || md_compared(sum, total) != side)
        return false;
    md_say_either(sentence, before);
    md_say_exact_euros(sentence, sum);
    md_say_either(sentence, after);
    md_say_exact_euros(sentence, total);
    return true;
}

static bool say_minimums_too_high(struct md_sentence *sentence, const struct md_request *request)
{
    static const struct md_bilingual before = {"de minima zijn samen ", "the minimums add up to "};
    static const struct md_bilingual after = {", meer dan het totaal van ", ", more than the total of "};
    struct md_exact least;
    return md_add_up(request->allocation.minimum, request->allocation.n, &least) &&
           say_beside_total(sentence, request, least, 1, before, after);
}

static bool say_maximums_too_low(struct md_sentence *sentence, const struct md_request *request)
{
    static const struct md_bilingual before = {"de maxima zijn samen ", "the maximums add up to "};
    static const struct md_bilingual after = {", minder dan het totaal van ", ", less than the total of "};
    struct md_exact most;
    return md_add_up(request->allocation.maximum, request->allocation.n, &most) &&
           say_beside_total(sentence, request, most, -1, before, after);
}

/* Who has no key gets the minimum and no more (allocation.h, sentence 9). */
static double most_for(const struct md_allocation *allocation, size_t i)
{
    if (allocation->key[i] > 0)
        return allocation->maximum[i];
    return allocation->minimum == NULL ? 0 : allocation->minimum[i];
}

static bool say_no_key_no_more(struct md_sentence *sentence, const struct md_request *request)
{
    static const struct md_bilingual before = {"wie sleutel 0 heeft, krijgt alleen het minimum; dan is er hoogstens ",
                                               "who has the key 0 gets the minimum alone; then at most "};
    static const struct md_bilingual after = {" te verdelen, minder dan het totaal van ",
                                              " can be allocated, less than the total of "};
    struct md_exact most = md_exact_of(0, 0), euros;
    const struct md_allocation *allocation = &request->allocation;
    for (size_t i = 0; i < allocation->n; i++) {
        if (allocation->maximum == NULL || md_exact_cell(most_for(allocation, i), &euros) != MD_OK)
            return false;
        most = md_plus(most, euros);
    }
    return say_beside_total(sentence, request, most, -1, before, after);
}

/* A bound between two multiples of the unit moves inwards (allocation.h, sentence 8). */
static bool say_bounds_in_units(struct md_sentence *sentence, const struct md_request *request)
{
    md_wide least = 0, most = 0;
    int64_t units, lower = 0, upper = INT64_MAX;
    bool exact, crossed = false;
    const struct md_allocation *allocation = &request->allocation;
    if (md_units_in(allocation->total, allocation->unit, &units, &exact) != MD_OK || !exact)
        return false;
    for (size_t i = 0; i < allocation->n; i++) {
        if (allocation->minimum != NULL && md_units_in(allocation->minimum[i], allocation->unit, &lower, &exact) == MD_OK)
            lower += !exact && lower < INT64_MAX;
        if (allocation->maximum != NULL)
            md_units_in(allocation->maximum[i], allocation->unit, &upper, &exact);
        crossed = crossed || lower > upper;
        least += (uint64_t)lower;
        most += (uint64_t)(allocation->key[i] > 0 ? upper : lower);
    }
    if (!crossed && least <= (md_wide)(uint64_t)units && most >= (md_wide)(uint64_t)units)
        return false;
    md_say(sentence, "het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe",
           "the minimum and maximum leave no allocation of the total in whole units");
    return true;
}

void md_say_impossible(struct md_sentence *sentence, const struct md_request *request)
{
    bool said = say_unit_too_fine(sentence, request) || say_no_multiple(sentence, request) ||
                say_negative_with_bounds(sentence, request) || say_crossed_bounds(sentence, request) ||
                say_minimums_too_high(sentence, request) || say_maximums_too_low(sentence, request) ||
                say_no_key_no_more(sentence, request) || say_bounds_in_units(sentence, request);
    if (!said)
        md_say(sentence, "de getallen zijn te groot of te verschillend om precies te verdelen",
               "the numbers are too large or too far apart to allocate exactly");
}
