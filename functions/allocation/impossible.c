// SPDX-License-Identifier: EUPL-1.2
/* Why there is no allocation, though each argument is right in itself (allocate_du_check.c, sentence 2). */
#include "report.h"
#include "../base/decimal.h"
#include "../base/wide.h"

#include <math.h>

/* Each of these says why md_allocate said MD_DOMAIN, or returns false where that is not why. */

static bool say_unit_too_fine(struct md_report *report)
{
    struct md_decimal unit;
    int64_t units;
    bool exact;
    const struct md_allocation *allocation = &report->request->allocation;
    if (!md_decimal_of(allocation->unit, &unit) || md_units_in(0, allocation->unit, &units, &exact) == MD_OK)
        return false;
    md_say(report, "de eenheid heeft te veel decimalen: ", "the unit has too many decimals: ");
    md_say_number(report, allocation->unit);
    return true;
}

static bool say_no_multiple(struct md_report *report)
{
    int64_t units;
    bool exact;
    const struct md_allocation *allocation = &report->request->allocation;
    if (md_units_in(fabs(allocation->total), allocation->unit, &units, &exact) != MD_OK || exact || units == INT64_MAX)
        return false;
    md_say(report, "het totaal van ", "the total of ");
    md_say_euros(report, allocation->total);
    md_say(report, " is geen veelvoud van de eenheid van ", " is no multiple of the unit of ");
    md_say_euros(report, allocation->unit);
    return true;
}

static bool say_negative_with_bounds(struct md_report *report)
{
    const struct md_allocation *allocation = &report->request->allocation;
    if (allocation->total >= 0 || (allocation->minimum == NULL && allocation->maximum == NULL))
        return false;
    md_say(report, "bij een negatief totaal kunnen geen minimum en maximum gelden",
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

static bool say_crossed_bounds(struct md_report *report)
{
    const struct md_allocation *allocation = &report->request->allocation;
    if (allocation->minimum == NULL || allocation->maximum == NULL)
        return false;
    for (size_t i = 0; i < allocation->n; i++) {
        if (!is_above(allocation->minimum[i], allocation->maximum[i]))
            continue;
        md_say(report, "bij cel ", "at cell ");
        md_say_number(report, (double)(md_place(report->request, i) + 1));
        md_say(report, " is het minimum hoger dan het maximum", " the minimum is above the maximum");
        return true;
    }
    return false;
}

/* As md_compared; 0 also where the total is too large for that, which is then what is said. */
static int compared_to_total(const struct md_report *report, struct md_exact sum)
{
    struct md_exact total;
    return md_exact_cell(report->request->allocation.total, &total) == MD_OK ? md_compared(sum, total) : 0;
}

static bool say_minimums_too_high(struct md_report *report)
{
    struct md_exact least;
    const struct md_allocation *allocation = &report->request->allocation;
    if (!md_add_up(allocation->minimum, allocation->n, &least) || compared_to_total(report, least) <= 0)
        return false;
    md_say(report, "de minima zijn samen ", "the minimums add up to ");
    md_say_sum(report, least);
    md_say(report, ", meer dan het totaal van ", ", more than the total of ");
    md_say_euros(report, allocation->total);
    return true;
}

static bool say_maximums_too_low(struct md_report *report)
{
    struct md_exact most;
    const struct md_allocation *allocation = &report->request->allocation;
    if (!md_add_up(allocation->maximum, allocation->n, &most) || compared_to_total(report, most) >= 0)
        return false;
    md_say(report, "de maxima zijn samen ", "the maximums add up to ");
    md_say_sum(report, most);
    md_say(report, ", minder dan het totaal van ", ", less than the total of ");
    md_say_euros(report, allocation->total);
    return true;
}

/* Who has no key gets the minimum and no more (allocation.h, sentence 9). */
static double most_for(const struct md_allocation *allocation, size_t i)
{
    if (allocation->key[i] > 0)
        return allocation->maximum[i];
    return allocation->minimum == NULL ? 0 : allocation->minimum[i];
}

static bool say_no_key_no_more(struct md_report *report)
{
    struct md_exact most = md_exact_of(0, 0), euros;
    const struct md_allocation *allocation = &report->request->allocation;
    for (size_t i = 0; i < allocation->n; i++) {
        if (allocation->maximum == NULL || md_exact_cell(most_for(allocation, i), &euros) != MD_OK)
            return false;
        most = md_plus(most, euros);
    }
    if (compared_to_total(report, most) >= 0)
        return false;
    md_say(report, "wie sleutel 0 heeft, krijgt alleen het minimum; dan is er hoogstens ",
           "who has the key 0 gets the minimum alone; then at most ");
    md_say_sum(report, most);
    md_say(report, " te verdelen, minder dan het totaal van ", " can be allocated, less than the total of ");
    md_say_euros(report, allocation->total);
    return true;
}

/* A bound between two multiples of the unit moves inwards (allocation.h, sentence 8). */
static bool say_bounds_in_units(struct md_report *report)
{
    md_wide least = 0, most = 0;
    int64_t units, lower = 0, upper = INT64_MAX;
    bool exact, crossed = false;
    const struct md_allocation *allocation = &report->request->allocation;
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
    md_say(report, "het minimum en het maximum laten in hele eenheden geen verdeling van het totaal toe",
           "the minimum and maximum leave no allocation of the total in whole units");
    return true;
}

void md_say_impossible(struct md_report *report)
{
    bool said = say_unit_too_fine(report) || say_no_multiple(report) || say_negative_with_bounds(report) ||
                say_crossed_bounds(report) || say_minimums_too_high(report) || say_maximums_too_low(report) ||
                say_no_key_no_more(report) || say_bounds_in_units(report);
    if (!said)
        md_say(report, "de getallen zijn te groot of te verschillend om precies te verdelen",
               "the numbers are too large or too far apart to allocate exactly");
}
