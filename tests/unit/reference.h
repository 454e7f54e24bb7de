// SPDX-License-Identifier: EUPL-1.2
/* An apportionment computed the slow and simple way, to hold functions/allocation/ against; it shares no code with it.
 *
 * (1) Everything is an integer: whole units, whole weights. Fractions are compared by multiplying across in 128 bits.
 * (2) The multiplier within bounds: all points at which somebody meets a bound, sorted; passed one by one until the units are reached.
 * (3) Largest remainder: all remainders by division, sorted; served from the top.
 * (4) A divisor method's answer is right if no unit given is dearer than one not given, which only one answer is. Where the units
 *     are few, each is besides given to whoever is cheapest then.
 */
#ifndef TEST_REFERENCE_H
#define TEST_REFERENCE_H

#include "../../functions/allocation/apportion.h"

#include <stdlib.h>

enum { REFERENCE_MOST = 20000, REFERENCE_STEPS = 400, REFERENCE_FEW = 48 };

struct reference {
    size_t n;
    md_wide weight[REFERENCE_MOST];
    int64_t units;
    enum md_method method;
    bool bounded;
    int64_t lower[REFERENCE_MOST], upper[REFERENCE_MOST]; /* when bounded; INT64_MAX for none */
    double order[REFERENCE_MOST];                         /* all 0 for none */
};

/* What a recipient may get at most; without a key that is its minimum. */
static inline int64_t ceiling_of(const struct reference *reference, size_t i)
{
    int64_t upper = reference->bounded ? reference->upper[i] : INT64_MAX;
    if (reference->weight[i] == 0)
        return reference->bounded ? reference->lower[i] : 0;
    return upper < reference->units ? upper : reference->units;
}

static inline int64_t floor_of(const struct reference *reference, size_t i)
{
    return reference->bounded ? reference->lower[i] : 0;
}

/* Can the bounds hold? */
static inline bool reference_is_possible(const struct reference *reference)
{
    md_wide least = 0, most = 0;
    for (size_t i = 0; i < reference->n; i++) {
        if (reference->bounded && reference->lower[i] > reference->upper[i])
            return false;
        least += (uint64_t)floor_of(reference, i);
        most += (uint64_t)ceiling_of(reference, i);
    }
    return least <= (uint64_t)reference->units && (uint64_t)reference->units <= most;
}

/* Of two with the same claim: the larger key, the lower order, the earlier. */
static inline bool goes_first(const struct reference *reference, size_t a, size_t b)
{
    if (reference->weight[a] != reference->weight[b])
        return reference->weight[a] > reference->weight[b];
    if (reference->order[a] != reference->order[b])
        return reference->order[a] < reference->order[b];
    return a < b;
}

/* ---- Largest remainder and rounding -------------------------------------------------------------------------- */

/* The point over / under at which recipient i becomes free (its lower bound) or is held again (its upper one). */
struct meeting {
    md_wide over, under;
    size_t i;
    bool is_upper;
};

static inline int compare_meetings(const void *one, const void *other)
{
    const struct meeting *a = one, *b = other;
    md_wide left = a->over * b->under, right = b->over * a->under;
    if (left != right)
        return left < right ? -1 : 1;
    return (a->is_upper > b->is_upper) - (a->is_upper < b->is_upper);
}

enum reference_state { AT_FLOOR, FREE, AT_CEILING };

struct share {
    md_wide over, under; /* a free recipient's quota is over × weight / under */
};

/* Sentence 2. */
static inline struct share reference_share(const struct reference *reference, enum reference_state *state)
{
    static struct meeting meetings[2 * REFERENCE_MOST];
    size_t count = 0;
    md_wide held = 0, moving = 0, units = (uint64_t)reference->units;
    for (size_t i = 0; i < reference->n; i++) {
        int64_t low = floor_of(reference, i), high = ceiling_of(reference, i);
        state[i] = AT_FLOOR;
        held += (uint64_t)low;
        if (low == high)
            continue;
        meetings[count++] = (struct meeting){(uint64_t)low, reference->weight[i], i, false};
        meetings[count++] = (struct meeting){(uint64_t)high, reference->weight[i], i, true};
    }
    qsort(meetings, count, sizeof *meetings, compare_meetings);
    for (size_t m = 0; m < count && held < units; m++) {
        const struct meeting *at = &meetings[m];
        if (at->over * moving >= (units - held) * at->under)
            break;
        state[at->i] = at->is_upper ? AT_CEILING : FREE;
        if (at->is_upper) {
            held += (uint64_t)ceiling_of(reference, at->i);
            moving -= reference->weight[at->i];
        } else {
            held -= (uint64_t)floor_of(reference, at->i);
            moving += reference->weight[at->i];
        }
    }
    return (struct share){units - held, moving};
}

static struct {
    const struct reference *reference;
    md_wide rest[REFERENCE_MOST];
} ranked;

static inline int compare_claims(const void *one, const void *other)
{
    size_t a = *(const size_t *)one, b = *(const size_t *)other;
    if (ranked.rest[a] != ranked.rest[b])
        return ranked.rest[a] > ranked.rest[b] ? -1 : 1;
    return a == b ? 0 : goes_first(ranked.reference, a, b) ? -1 : 1;
}

/* The last units, to the largest remainders of those who are free. */
static inline struct md_tie serve_ranked(const struct reference *reference, size_t *claimants, size_t count, size_t left,
                                         int64_t *expected)
{
    struct md_tie met = {0, 0};
    ranked.reference = reference;
    qsort(claimants, count, sizeof *claimants, compare_claims);
    for (size_t c = 0; c < left && c < count; c++)
        expected[claimants[c]]++;
    for (size_t c = 0; left > 0 && left <= count && c < count; c++) {
        bool level = ranked.rest[claimants[c]] == ranked.rest[claimants[left - 1]];
        met.recipients += level;
        met.units += level && c < left;
    }
    return met.units == met.recipients ? (struct md_tie){0, 0} : met;
}

static inline const char *object_to_quotas(const struct reference *reference, const int64_t *units, const struct md_tie *tie)
{
    static enum reference_state state[REFERENCE_MOST];
    static int64_t expected[REFERENCE_MOST];
    static size_t claimants[REFERENCE_MOST];
    struct share share = reference_share(reference, state);
    size_t count = 0;
    int64_t left = reference->units;
    for (size_t i = 0; i < reference->n; i++) {
        expected[i] = state[i] == AT_CEILING ? ceiling_of(reference, i) : floor_of(reference, i);
        ranked.rest[i] = 0;
        if (state[i] == FREE) {
            expected[i] = (int64_t)(share.over * reference->weight[i] / share.under);
            ranked.rest[i] = share.over * reference->weight[i] % share.under;
        }
        if (reference->method == MD_ROUNDED && state[i] == FREE && ranked.rest[i] * 2 >= share.under)
            expected[i]++;
        left -= expected[i];
        if (ranked.rest[i] > 0)
            claimants[count++] = i;
    }
    struct md_tie met = {0, 0};
    if (reference->method != MD_ROUNDED)
        met = serve_ranked(reference, claimants, count, (size_t)left, expected);
    for (size_t i = 0; i < reference->n; i++)
        if (units[i] != expected[i])
            return "an amount by quota";
    return tie->recipients != met.recipients || tie->units != met.units ? "the tie by quota" : NULL;
}

/* ---- Divisor methods ----------------------------------------------------------------------------------------- */

/* <0, 0 or >0: is unit number `a_unit` of a cheaper than unit number `b_unit` of b? */
static inline int compare_prices(const struct reference *reference, size_t a, int64_t a_unit, size_t b, int64_t b_unit)
{
    md_wide half = reference->method == MD_SAINTE_LAGUE ? 1 : reference->method == MD_DHONDT ? 2 : 0;
    md_wide left = (2 * (md_wide)(uint64_t)a_unit + half) * reference->weight[b];
    md_wide right = (2 * (md_wide)(uint64_t)b_unit + half) * reference->weight[a];
    return (left > right) - (left < right);
}

static inline bool is_cheaper(const struct reference *reference, size_t a, int64_t a_unit, size_t b, int64_t b_unit)
{
    int price = compare_prices(reference, a, a_unit, b, b_unit);
    return price != 0 ? price < 0 : a != b && goes_first(reference, a, b);
}

static inline const char *object_by_steps(const struct reference *reference, const int64_t *units)
{
    int64_t expected[REFERENCE_FEW], left = reference->units;
    for (size_t i = 0; i < reference->n; i++)
        left -= expected[i] = floor_of(reference, i);
    for (; left > 0; left--) {
        size_t best = reference->n;
        for (size_t i = 0; i < reference->n; i++)
            if (expected[i] < ceiling_of(reference, i) &&
                (best == reference->n || is_cheaper(reference, i, expected[i], best, expected[best])))
                best = i;
        if (best == reference->n)
            return "the reference has nobody left";
        expected[best]++;
    }
    for (size_t i = 0; i < reference->n; i++)
        if (units[i] != expected[i])
            return "an amount by divisor, step by step";
    return NULL;
}

/* The dearest unit given and the cheapest that was not; n where there is none. */
static inline void find_margin(const struct reference *reference, const int64_t *units, size_t *dearest, size_t *cheapest)
{
    *dearest = *cheapest = reference->n;
    for (size_t i = 0; i < reference->n; i++) {
        if (units[i] > floor_of(reference, i) &&
            (*dearest == reference->n || is_cheaper(reference, *dearest, units[*dearest] - 1, i, units[i] - 1)))
            *dearest = i;
        if (units[i] < ceiling_of(reference, i) &&
            (*cheapest == reference->n || is_cheaper(reference, i, units[i], *cheapest, units[*cheapest])))
            *cheapest = i;
    }
}

static inline const char *object_to_divisor(const struct reference *reference, const int64_t *units, const struct md_tie *tie)
{
    md_wide given = 0;
    size_t dearest, cheapest;
    struct md_tie met = {0, 0};
    for (size_t i = 0; i < reference->n; i++) {
        if (units[i] < floor_of(reference, i) || units[i] > ceiling_of(reference, i))
            return "a bound by divisor";
        given += (uint64_t)units[i];
    }
    if (given != (uint64_t)reference->units)
        return "the sum by divisor";
    find_margin(reference, units, &dearest, &cheapest);
    if (dearest < reference->n && cheapest < reference->n && dearest != cheapest &&
        !is_cheaper(reference, dearest, units[dearest] - 1, cheapest, units[cheapest]))
        return "a dearer unit given by divisor";
    for (size_t i = 0; dearest < reference->n && i < reference->n; i++) {
        bool last =
            units[i] > floor_of(reference, i) && compare_prices(reference, i, units[i] - 1, dearest, units[dearest] - 1) == 0;
        bool next =
            units[i] < ceiling_of(reference, i) && compare_prices(reference, i, units[i], dearest, units[dearest] - 1) == 0;
        met.recipients += last || next;
        met.units += last;
    }
    if (met.units == met.recipients)
        met = (struct md_tie){0, 0};
    return tie->recipients != met.recipients || tie->units != met.units ? "the tie by divisor" : NULL;
}

/* Holds an answer against the reference; NULL if it is right, otherwise what is wrong. */
static inline const char *reference_objection(const struct reference *reference, const int64_t *units, const struct md_tie *tie)
{
    if (reference->method == MD_LARGEST_REMAINDER || reference->method == MD_ROUNDED)
        return object_to_quotas(reference, units, tie);
    const char *objection = NULL;
    if (reference->units <= REFERENCE_STEPS && reference->n <= REFERENCE_FEW)
        objection = object_by_steps(reference, units);
    return objection != NULL ? objection : object_to_divisor(reference, units, tie);
}

#endif
