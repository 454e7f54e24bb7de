// SPDX-License-Identifier: EUPL-1.2
/* The divisor methods, with or without bounds, in doubles.
 *
 * (1) At a rate θ every recipient gets the units whose price (k + d) / weight is at most θ: the whole part of θ × weight + 1 − d,
 *     held between its bounds. What rounding does to that is less than what a hair's breadth does to θ.
 * (2) Two rates, at which no more and no fewer units are given than there are, enclose the answer. They are moved towards
 *     each other until few units are open, and then a hair's breadth apart again.
 * (3) The cheapest of the open units are given. Prices in double tell nearly all of them apart, integers the others.
 * (4) Equal prices at the cut are a tie, which is settled as for remainders.
 */
#include "apportion_group.h"

#include <math.h>

/* More than all rounding in one rate × weight and in one price. */
static const double hair = 0x1p-48;

/* ---- Two rates ----------------------------------------------------------------------------------------------- */

static inline double larger(double a, double b)
{
    return a > b ? a : b;
}

struct divisor {
    const struct md_narrow *problem;
    struct md_group group;
    double d;
};

/* The units of one recipient at a rate; at a rate of −1, its minimum. */
static inline double units_at(const struct divisor *divisor, double rate, size_t i)
{
    double weight = divisor->group.weight[i], units = rate * weight + (1 - divisor->d);
    double lower = md_lower_of(&divisor->group, i), upper = weight == 0 ? lower : md_upper_of(&divisor->group, i);
    units = units < upper ? units : upper;
    units = units > lower ? units : lower;
    return (double)(int64_t)units;
}

/* Rates that enclose the answer: at `low` at most all units are given, at `high` at least all. */
struct rates {
    double low, high;
};

/* A step as long as the missing units ask for, and by some units `beyond`, so that it ends past the answer. */
static double next_rate(struct rates rates, double at, struct md_sums given, double missing, double beyond)
{
    double step = (missing + (missing >= 0 ? beyond : -beyond)) / given.free_weight, next = at + step;
    if (next <= 0 && rates.low < 0)
        return rates.high > 0 && next < 0 ? 0 : rates.high / 2;
    if (next > rates.low && next < rates.high)
        return next;
    return md_rate_between(rates.low, rates.high);
}

/* Rounding takes a half off each quota, less what the method adds. Bounds are reckoned with as for quotas. */
static double first_rate(const struct divisor *divisor, void *scratch)
{
    const struct md_narrow *problem = divisor->problem;
    struct md_rate rate = {(uint64_t)problem->units, problem->weight_sum};
    if (problem->lower != NULL || problem->upper != NULL)
        md_find_rate(problem, &rate, scratch);
    double units = (double)(int64_t)rate.units + (double)problem->n * (divisor->d - 0.5);
    return larger(0, units / (double)(int64_t)rate.weight);
}

/* Stops where few units are open, or where they are many that all open at one rate. After a step that changed nothing the next
 * goes farther. */
static struct rates enclose(const struct divisor *divisor, void *scratch)
{
    enum { ROUNDS = 40, FARTHER = 8 };
    const struct md_narrow *problem = divisor->problem;
    double n = (double)problem->n, units = (double)problem->units, few = 1 + n / 64;
    double at = first_rate(divisor, scratch), at_low = 0, at_high = HUGE_VAL, open = HUGE_VAL, before = 0;
    double beyond = few, last = HUGE_VAL;
    struct rates rates = {-1, HUGE_VAL};
    for (int round = 0; round < ROUNDS && open > 2 * few && (open > n || open != before); round++) {
        before = open;
        struct md_sums given = md_give_at(&divisor->group, divisor->d, at);
        if (given.units <= units) {
            rates.low = at;
            at_low = given.units;
        }
        if (given.units >= units) {
            rates.high = at;
            at_high = given.units;
        }
        open = at_high - at_low;
        if (rates.high <= 0)
            break;
        beyond = given.units == last ? FARTHER * beyond : few;
        last = given.units;
        at = next_rate(rates, at, given, units - given.units, beyond);
    }
    return rates;
}

/* ---- Open units ---------------------------------------------------------------------------------------------- */

/* A unit that may be given: the `unit`-th of `recipient`, counted from 0. */
struct offer {
    double price;
    int64_t unit;
    size_t recipient;
};

struct offers {
    const struct divisor *divisor;
    struct offer *offer;
    size_t count, limit;
};

/* <0, 0 or >0: which of two offers is cheaper? */
static int compare_prices(const struct offers *offers, size_t a, size_t b)
{
    const struct offer *one = &offers->offer[a], *other = &offers->offer[b];
    const double *weight = offers->divisor->problem->weight;
    if (one->price < other->price * (1 - hair))
        return -1;
    if (other->price < one->price * (1 - hair))
        return 1;
    uint64_t twice_d = (uint64_t)(2 * offers->divisor->d);
    md_wide left = (2 * (md_wide)(uint64_t)one->unit + twice_d) * (uint64_t)weight[other->recipient];
    md_wide right = (2 * (md_wide)(uint64_t)other->unit + twice_d) * (uint64_t)weight[one->recipient];
    return (left > right) - (left < right);
}

/* Which of two offers comes first? Where they are equally cheap, it does not matter. */
static int compare_offers(const void *context, size_t a, size_t b)
{
    int price = compare_prices(context, a, b);
    return price != 0 ? price : (a > b) - (a < b);
}

/* Gives what is surely given and lists what may be; false where that is too much. */
static bool open_offers(struct offers *offers, struct rates rates, double *units, double *given)
{
    const struct divisor *divisor = offers->divisor;
    for (size_t i = 0; i < divisor->problem->n; i++) {
        double surely = units_at(divisor, rates.low, i), most = units_at(divisor, rates.high, i);
        units[i] = surely;
        *given += surely;
        if (most - surely > (double)(offers->limit - offers->count))
            return false;
        for (int64_t unit = (int64_t)surely; unit < (int64_t)most; unit++) {
            double price = ((double)unit + divisor->d) / divisor->group.weight[i];
            offers->offer[offers->count++] = (struct offer){price, unit, i};
        }
    }
    return true;
}

/* Of the offers that are too close to the cut for doubles, one whose price is the cut: `wanted` of them come first. */
static size_t find_cut(const struct offers *offers, size_t *close, size_t count, size_t wanted)
{
    size_t alike = 1;
    while (alike < count && compare_prices(offers, close[alike], close[0]) == 0)
        alike++;
    if (alike < count)
        md_select_first(close, count, wanted, compare_offers, offers);
    size_t cut = close[0];
    for (size_t c = 0; c < wanted; c++) {
        if (compare_prices(offers, close[c], cut) > 0)
            cut = close[c];
    }
    return cut;
}

/* Gives the `wanted` cheapest offers, and is done with them; `scratch` has room for one number each. */
static void serve_offers(const struct offers *offers, size_t wanted, double *units, struct md_tie *tie, uint64_t *scratch)
{
    for (size_t o = 0; o < offers->count; o++)
        memcpy(&scratch[o], &offers->offer[o].price, sizeof *scratch); /* the bits of positive doubles have their order */
    uint64_t bits = md_kth_largest(scratch, offers->count, offers->count - wanted + 1);
    double price;
    memcpy(&price, &bits, sizeof price);
    size_t *close = (size_t *)scratch, count = 0, cheaper = 0;
    for (size_t o = 0; o < offers->count; o++) {
        bool is_cheaper = offers->offer[o].price < price * (1 - 4 * hair);
        cheaper += is_cheaper;
        close[count] = o;
        count += !is_cheaper && offers->offer[o].price <= price * (1 + 4 * hair);
    }
    size_t cut = find_cut(offers, close, count, wanted - cheaper), *tied = close;
    count = 0;
    for (size_t o = 0; o < offers->count; o++) {
        int compared = compare_prices(offers, o, cut);
        units[offers->offer[o].recipient] += compared < 0;
        wanted -= compared < 0;
        tied[count] = offers->offer[o].recipient;
        count += compared == 0;
    }
    md_serve_tied(offers->divisor->problem, tied, count, wanted, units, tie, (uint64_t *)offers->offer);
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

static double d_of(enum md_method method)
{
    return method == MD_SAINTE_LAGUE ? 0.5 : method == MD_DHONDT ? 1 : 0;
}

bool md_apportion_by_divisor(const struct md_narrow *problem, double *units, struct md_tie *tie, void *scratch)
{
    struct divisor divisor = {problem, md_everyone(problem), d_of(problem->method)};
    /* Too high a rate gives one recipient more than all units: if that were cut off, the step back would not know how far. */
    divisor.group.most = (double)MD_NARROW_UNITS;
    if (!md_bounds_can_hold(problem))
        return false;
    struct rates rates = enclose(&divisor, scratch);
    rates.low -= 4 * hair * fabs(rates.low);
    rates.high += 4 * hair * rates.high;
    struct offers offers = {&divisor, scratch, 0, problem->n + problem->n / 2};
    _Static_assert(sizeof *offers.offer + sizeof(uint64_t) <= (size_t)MD_NARROW_SCRATCH / 3 * 2, "room for 1.5 n offers");
    double given = 0;
    if (!open_offers(&offers, rates, units, &given))
        return false;
    size_t wanted = (size_t)(problem->units - (int64_t)given);
    if (wanted > 0)
        serve_offers(&offers, wanted, units, tie, (uint64_t *)(offers.offer + offers.limit));
    return true;
}
