// SPDX-License-Identifier: EUPL-1.2
#include "reference.h"

static md_wide weight_sum(const struct reference *reference)
{
    md_wide sum = 0;
    for (size_t i = 0; i < reference->n; i++)
        sum += reference->weight[i];
    return sum;
}

/* What a recipient may get at most; without a key that is its minimum. */
static int64_t ceiling_of(const struct reference *reference, size_t i)
{
    int64_t upper = reference->bounded ? reference->upper[i] : INT64_MAX;
    if (reference->weight[i] == 0)
        return reference->bounded ? reference->lower[i] : 0;
    return upper < reference->units ? upper : reference->units;
}

static int64_t floor_of(const struct reference *reference, size_t i)
{
    return reference->bounded ? reference->lower[i] : 0;
}

bool reference_is_possible(const struct reference *reference)
{
    md_wide least = 0, most = 0;
    for (size_t i = 0; i < reference->n; i++) {
        if (reference->lower[i] > reference->upper[i])
            return false;
        least += (uint64_t)floor_of(reference, i);
        most += (uint64_t)ceiling_of(reference, i);
    }
    return least <= (uint64_t)reference->units && (uint64_t)reference->units <= most;
}

/* Of two with the same claim: the larger key, the lower order, the earlier. */
static bool goes_first(const struct reference *reference, size_t a, size_t b)
{
    if (reference->weight[a] != reference->weight[b])
        return reference->weight[a] > reference->weight[b];
    if (reference->order[a] != reference->order[b])
        return reference->order[a] < reference->order[b];
    return a < b;
}

/* ---- Largest remainder and rounding -------------------------------------------------------------------------- */

struct ratio {
    md_wide over, under;
};

/* What everybody gets together at λ, times λ.under: quotas held between the bounds. */
static md_wide sum_at(const struct reference *reference, struct ratio lambda)
{
    md_wide sum = 0;
    for (size_t i = 0; i < reference->n; i++) {
        md_wide quota = lambda.over * reference->weight[i];
        md_wide low = (uint64_t)floor_of(reference, i) * lambda.under, high = (uint64_t)ceiling_of(reference, i) * lambda.under;
        sum += quota < low ? low : quota > high ? high : quota;
    }
    return sum;
}

static bool is_lower(struct ratio a, struct ratio b)
{
    return a.over * b.under < b.over * a.under;
}

/* λ (sentence 4): the highest meeting point at which not all units are gone begins the stretch that holds it. */
static struct ratio multiplier(const struct reference *reference)
{
    struct ratio start = {0, 1};
    md_wide units = (uint64_t)reference->units;
    for (size_t i = 0; i < reference->n; i++) {
        for (int side = 0; side < 2 && reference->weight[i] > 0; side++) {
            int64_t bound = side == 0 ? floor_of(reference, i) : ceiling_of(reference, i);
            struct ratio at = {(uint64_t)bound, reference->weight[i]};
            if (is_lower(start, at) && sum_at(reference, at) <= units * at.under)
                start = at;
        }
    }
    md_wide held = 0, moving = 0;
    for (size_t i = 0; i < reference->n; i++) {
        md_wide quota = start.over * reference->weight[i];
        if (quota < (uint64_t)floor_of(reference, i) * start.under)
            held += (uint64_t)floor_of(reference, i);
        else if (quota >= (uint64_t)ceiling_of(reference, i) * start.under)
            held += (uint64_t)ceiling_of(reference, i);
        else
            moving += reference->weight[i];
    }
    return moving == 0 ? start : (struct ratio){units - held, moving};
}

static const char *object_to_quotas(const struct reference *reference, const int64_t *units, const struct md_tie *tie)
{
    struct ratio lambda =
        reference->bounded ? multiplier(reference) : (struct ratio){(uint64_t)reference->units, weight_sum(reference)};
    md_wide rest[REFERENCE_MOST];
    int64_t expected[REFERENCE_MOST], left = reference->units;
    bool served[REFERENCE_MOST] = {false};
    for (size_t i = 0; i < reference->n; i++) {
        md_wide claim = lambda.over * reference->weight[i];
        expected[i] = (int64_t)(claim / lambda.under);
        rest[i] = claim - (uint64_t)expected[i] * lambda.under;
        if (claim <= (uint64_t)floor_of(reference, i) * lambda.under) {
            expected[i] = floor_of(reference, i);
            rest[i] = 0;
        } else if (claim >= (uint64_t)ceiling_of(reference, i) * lambda.under) {
            expected[i] = ceiling_of(reference, i);
            rest[i] = 0;
        }
        if (reference->method == MD_ROUNDED && rest[i] * 2 >= lambda.under)
            expected[i]++;
        left -= expected[i];
    }
    struct md_tie met = {0, 0};
    for (; reference->method != MD_ROUNDED && left > 0; left--) {
        size_t best = reference->n;
        for (size_t i = 0; i < reference->n; i++) {
            if (served[i] || rest[i] == 0)
                continue;
            if (best == reference->n || rest[i] > rest[best] || (rest[i] == rest[best] && goes_first(reference, i, best)))
                best = i;
        }
        if (best == reference->n)
            return "the reference has no claim left";
        served[best] = true;
        expected[best]++;
        met = (struct md_tie){0, 0};
        for (size_t i = 0; i < reference->n; i++) {
            met.recipients += rest[i] == rest[best];
            met.units += rest[i] == rest[best] && served[i];
        }
    }
    if (met.units == met.recipients)
        met = (struct md_tie){0, 0};
    for (size_t i = 0; i < reference->n; i++)
        if (units[i] != expected[i])
            return "an amount by quota";
    return tie->recipients != met.recipients || tie->units != met.units ? "the tie by quota" : NULL;
}

/* ---- Divisor methods ----------------------------------------------------------------------------------------- */

/* <0, 0 or >0: is unit number `a_unit` of a cheaper than unit number `b_unit` of b? */
static int compare_prices(const struct reference *reference, size_t a, int64_t a_unit, size_t b, int64_t b_unit)
{
    md_wide half = reference->method == MD_SAINTE_LAGUE ? 1 : reference->method == MD_DHONDT ? 2 : 0;
    md_wide left = (2 * (md_wide)(uint64_t)a_unit + half) * reference->weight[b];
    md_wide right = (2 * (md_wide)(uint64_t)b_unit + half) * reference->weight[a];
    return (left > right) - (left < right);
}

static bool is_cheaper(const struct reference *reference, size_t a, int64_t a_unit, size_t b, int64_t b_unit)
{
    int price = compare_prices(reference, a, a_unit, b, b_unit);
    return price != 0 ? price < 0 : a != b && goes_first(reference, a, b);
}

static const char *object_by_steps(const struct reference *reference, const int64_t *units)
{
    int64_t expected[REFERENCE_MOST], left = reference->units;
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

static const char *object_by_exchange(const struct reference *reference, const int64_t *units)
{
    md_wide given = 0;
    for (size_t i = 0; i < reference->n; i++) {
        if (units[i] < floor_of(reference, i) || units[i] > ceiling_of(reference, i))
            return "a bound by divisor";
        given += (uint64_t)units[i];
        for (size_t j = 0; j < reference->n; j++)
            if (i != j && units[i] > floor_of(reference, i) && units[j] < ceiling_of(reference, j) &&
                !is_cheaper(reference, i, units[i] - 1, j, units[j]))
                return "a dearer unit given by divisor";
    }
    return given != (uint64_t)reference->units ? "the sum by divisor" : NULL;
}

/* The dearest unit given, and who else wanted one at that price. */
static struct md_tie tie_by_divisor(const struct reference *reference, const int64_t *units)
{
    struct md_tie met = {0, 0};
    size_t dearest = reference->n;
    for (size_t i = 0; i < reference->n; i++)
        if (units[i] > floor_of(reference, i) &&
            (dearest == reference->n || compare_prices(reference, i, units[i] - 1, dearest, units[dearest] - 1) > 0))
            dearest = i;
    if (dearest == reference->n)
        return met;
    for (size_t i = 0; i < reference->n; i++) {
        bool last =
            units[i] > floor_of(reference, i) && compare_prices(reference, i, units[i] - 1, dearest, units[dearest] - 1) == 0;
        bool next =
            units[i] < ceiling_of(reference, i) && compare_prices(reference, i, units[i], dearest, units[dearest] - 1) == 0;
        met.recipients += last || next;
        met.units += last;
    }
    return met.units == met.recipients ? (struct md_tie){0, 0} : met;
}

const char *reference_objection(const struct reference *reference, const int64_t *units, const struct md_tie *tie)
{
    if (reference->method == MD_LARGEST_REMAINDER || reference->method == MD_ROUNDED)
        return object_to_quotas(reference, units, tie);
    const char *objection =
        reference->units <= REFERENCE_STEPS ? object_by_steps(reference, units) : object_by_exchange(reference, units);
    if (objection)
        return objection;
    struct md_tie met = tie_by_divisor(reference, units);
    return tie->recipients != met.recipients || tie->units != met.units ? "the tie by divisor" : NULL;
}
