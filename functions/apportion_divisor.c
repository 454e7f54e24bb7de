// SPDX-License-Identifier: EUPL-1.2
/* The divisor methods, with or without bounds, in doubles.
 *
 * (1) At a rate θ every recipient gets the units whose price (k + d) / weight is at most θ: the whole part of θ × weight + 1 − d,
 *     held between its bounds. What rounding does to that is less than what a hair's breadth does to θ.
 * (2) Two rates, at which no more and no fewer units are given than there are, enclose the answer. They are moved towards
 *     each other until few units are open, and then a hair's breadth apart again.
 * (3) The cheapest of the open units are given. Prices in double tell nearly all of them apart, integers the others.
 * (4) Where prices at the cut are equal: the larger weight, then the lower order, then the earlier recipient.
 */
#include "apportion.h"

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
    double d, most; /* units that anyone can get */
};

static inline double lower_of(const struct divisor *divisor, size_t i)
{
    return divisor->problem->lower == NULL ? 0 : divisor->problem->lower[i];
}

static inline double upper_of(const struct divisor *divisor, size_t i)
{
    const double *upper = divisor->problem->upper;
    if (divisor->problem->weight[i] == 0)
        return lower_of(divisor, i);
    return upper == NULL || upper[i] > divisor->most ? divisor->most : upper[i];
}

/* The units of one recipient at a rate; at a rate of −1, its minimum. */
static inline double units_at(const struct divisor *divisor, double rate, size_t i)
{
    double units = rate * divisor->problem->weight[i] + (1 - divisor->d);
    double lower = lower_of(divisor, i), upper = upper_of(divisor, i);
    units = units < upper ? units : upper;
    units = units > lower ? units : lower;
    return (double)(int64_t)units;
}

/* The units of all, and the weight of those whom no bound holds. */
struct given {
    double units, free_weight;
};

static struct given give_at(const struct divisor *divisor, double rate)
{
    const struct md_narrow *problem = divisor->problem;
    struct given given = {0, (double)problem->weight_sum};
    for (size_t i = 0; i < problem->n; i++)
        given.units += units_at(divisor, rate, i);
    if (problem->lower == NULL && problem->upper == NULL)
        return given;
    given.free_weight = 0;
    for (size_t i = 0; i < problem->n; i++) {
        double quota = rate * problem->weight[i];
        bool free = quota > lower_of(divisor, i) && quota < upper_of(divisor, i);
        given.free_weight += free ? problem->weight[i] : 0;
    }
    return given;
}

/* Rates that enclose the answer: at `low` at most all units are given, at `high` at least all. */
struct rates {
    double low, high;
};

/* A step as long as the missing units ask for, and a little longer, so that it ends beyond the answer. */
static double next_rate(struct rates rates, double at, struct given given, double missing, double beyond)
{
    double step = (missing + (missing >= 0 ? beyond : -beyond)) / given.free_weight, next = at + step;
    if (next <= 0 && rates.low < 0)
        return rates.high > 0 && next < 0 ? 0 : rates.high / 2;
    if (next > rates.low && next < rates.high)
        return next;
    return rates.high == HUGE_VAL ? 2 * at + 1 : (larger(rates.low, 0) + rates.high) / 2;
}

static struct rates enclose(const struct divisor *divisor)
{
    enum { ROUNDS = 40, HALVE_AFTER = 12 };
    const struct md_narrow *problem = divisor->problem;
    double n = (double)problem->n, units = (double)problem->units, few = 1 + n / 64;
    double at = larger(0, (units + n * (divisor->d - 0.5)) / (double)problem->weight_sum);
    struct rates rates = {-1, HUGE_VAL};
    double at_low = 0, at_high = HUGE_VAL;
    for (int round = 0; round < ROUNDS && at_high - at_low > 2 * few; round++) {
        struct given given = give_at(divisor, at);
        if (given.units <= units) {
            rates.low = at;
            at_low = given.units;
        }
        if (given.units >= units) {
            rates.high = at;
            at_high = given.units;
        }
        if (rates.high <= 0)
            break;
        bool halve = round > HALVE_AFTER && round % 2 == 0 && rates.high < HUGE_VAL;
        at = halve ? (larger(rates.low, 0) + rates.high) / 2 : next_rate(rates, at, given, units - given.units, few);
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

static int compare_offers(const void *context, size_t a, size_t b)
{
    const struct offers *offers = context;
    int price = compare_prices(offers, a, b);
    if (price != 0 || a == b)
        return price;
    return md_compare_tied(offers->divisor->problem, offers->offer[a].recipient, offers->offer[b].recipient);
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
            double price = ((double)unit + divisor->d) / divisor->problem->weight[i];
            offers->offer[offers->count++] = (struct offer){price, unit, i};
        }
    }
    return true;
}

/* Gives the `wanted` cheapest of the offers that are too close to the cut for doubles. */
static void serve_close(const struct offers *offers, size_t *close, size_t count, size_t wanted, double *units,
                        struct md_tie *tie)
{
    md_select_first(close, count, wanted, compare_offers, offers);
    size_t dearest = close[0];
    for (size_t c = 0; c < wanted; c++) {
        units[offers->offer[close[c]].recipient] += 1;
        if (compare_prices(offers, close[c], dearest) > 0)
            dearest = close[c];
    }
    struct md_tie met = {0, 0};
    for (size_t c = 0; c < count; c++) {
        bool tied = compare_prices(offers, close[c], dearest) == 0;
        met.recipients += tied;
        met.units += tied && c < wanted;
    }
    if (met.units < met.recipients)
        *tie = met;
}

/* Gives the `wanted` cheapest offers; `scratch` has room for one number each. */
static void serve_offers(const struct offers *offers, size_t wanted, double *units, struct md_tie *tie, uint64_t *scratch)
{
    for (size_t o = 0; o < offers->count; o++)
        memcpy(&scratch[o], &offers->offer[o].price, sizeof *scratch); /* the bits of positive doubles have their order */
    uint64_t bits = md_kth_largest(scratch, offers->count, offers->count - wanted + 1);
    double cut;
    memcpy(&cut, &bits, sizeof cut);
    size_t *close = scratch, count = 0;
    for (size_t o = 0; o < offers->count; o++) {
        double price = offers->offer[o].price;
        if (price < cut * (1 - 4 * hair)) {
            units[offers->offer[o].recipient] += 1;
            wanted--;
        } else if (price <= cut * (1 + 4 * hair)) {
            close[count++] = o;
        }
    }
    serve_close(offers, close, count, wanted, units, tie);
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

static double d_of(enum md_method method)
{
    return method == MD_SAINTE_LAGUE ? 0.5 : method == MD_DHONDT ? 1 : 0;
}

bool md_apportion_by_divisor(const struct md_narrow *problem, double *units, struct md_tie *tie, void *scratch)
{
    const struct divisor divisor = {problem, d_of(problem->method), (double)problem->units};
    if (!md_bounds_can_hold(problem))
        return false;
    struct rates rates = enclose(&divisor);
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
