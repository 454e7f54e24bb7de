// SPDX-License-Identifier: EUPL-1.2
/* Every method of apportionment, with or without bounds, in 128-bit arithmetic.
 *
 * (1) Without bounds a unit is worth λ = units / sum of weights. With bounds λ is such that the quotas λ × weight, held
 *     between the bounds, add up to the units; it is found exactly, as a fraction.
 * (2) Largest remainder: who is held at a bound gets it; the others share the rest by largest remainder over their own sum.
 * (3) Divisor methods: with a divisor the units given differ from the exact quotas by less than one for each recipient. So
 *     two values of λ, found for a few units less and more than there are, enclose the answer: what is surely given, and
 *     at most two more units for each recipient on average, of which the cheapest are given.
 */
#include "apportion.h"

/* ---- Order of service ---------------------------------------------------------------------------------------- */

/* Sentence 4 of allocation.h: the larger weight, the lower order, the earlier recipient. */
static int compare_tied(const struct md_wide_problem *problem, size_t a, size_t b)
{
    if (problem->weight[a] != problem->weight[b])
        return problem->weight[a] > problem->weight[b] ? -1 : 1;
    int order = problem->order == NULL ? 0 : problem->order(problem->order_context, a, b);
    return order != 0 ? order : (a > b) - (a < b);
}

/* ---- The multiplier ------------------------------------------------------------------------------------------ */

struct fraction {
    md_wide numerator, denominator;
};

enum held { FREE, AT_LOWER, AT_UPPER };
enum { LOWER_OPEN = 1, UPPER_OPEN = 2 };

/* One search for λ such that the quotas, held between `scale` × bounds, add up to `sought`. */
struct search {
    const struct md_wide_problem *problem;
    md_wide scale, sought;
    uint8_t *held;  /* out: n values of enum held */
    uint8_t *sides; /* which bounds of a recipient may still be met */
    size_t *open;   /* recipients of which that is not known yet */
    size_t open_count;
    md_wide fixed;       /* what those held at a bound get together */
    md_wide free_weight; /* the weight of those known to be free */
};

static md_wide lower_of(const struct search *search, size_t i)
{
    return search->problem->lower == NULL ? 0 : search->scale * (uint64_t)search->problem->lower[i];
}

/* Nobody can get more than all units, which serves as the bound of those who have none. */
static md_wide upper_of(const struct search *search, size_t i)
{
    int64_t units = search->problem->units;
    int64_t upper = search->problem->upper == NULL ? units : search->problem->upper[i];
    return search->scale * (uint64_t)(upper < units ? upper : units);
}

static void hold(struct search *search, size_t i, enum held held)
{
    search->held[i] = (uint8_t)held;
    if (held == FREE)
        search->free_weight += search->problem->weight[i];
    else
        search->fixed += held == AT_LOWER ? lower_of(search, i) : upper_of(search, i);
}

/* Do the quotas at λ = `at` add up to what is sought, or more? */
static bool is_enough(const struct search *search, struct fraction at)
{
    md_wide fixed = search->fixed, free_weight = search->free_weight;
    for (size_t o = 0; o < search->open_count; o++) {
        size_t i = search->open[o];
        md_wide quota = at.numerator * search->problem->weight[i];
        md_wide lower = lower_of(search, i), upper = upper_of(search, i);
        if (quota <= lower * at.denominator)
            fixed += lower;
        else if (quota >= upper * at.denominator)
            fixed += upper;
        else
            free_weight += search->problem->weight[i];
    }
    return fixed >= search->sought || at.numerator * free_weight >= (search->sought - fixed) * at.denominator;
}

/* Settles what follows from λ ≤ at (enough) or λ > at. */
static void settle(struct search *search, struct fraction at, bool enough)
{
    size_t open = 0;
    for (size_t o = 0; o < search->open_count; o++) {
        size_t i = search->open[o];
        uint8_t *sides = &search->sides[i];
        md_wide quota = at.numerator * search->problem->weight[i];
        bool lower_met = (*sides & LOWER_OPEN) != 0, upper_met = (*sides & UPPER_OPEN) != 0;
        md_wide lower = lower_of(search, i) * at.denominator, upper = upper_of(search, i) * at.denominator;
        if (enough && lower_met && lower >= quota) {
            hold(search, i, AT_LOWER);
            continue;
        }
        if (!enough && upper_met && upper <= quota) {
            hold(search, i, AT_UPPER);
            continue;
        }
        if (enough && upper >= quota)
            *sides &= (uint8_t)~UPPER_OPEN;
        if (!enough && lower <= quota)
            *sides &= (uint8_t)~LOWER_OPEN;
        if (*sides == 0)
            hold(search, i, FREE);
        else
            search->open[open++] = i;
    }
    search->open_count = open;
}

/* Finds λ; `sought` lies between the sums of the bounds. Each round tries the λ at which one recipient, drawn at random,
 * meets a bound: that settles the recipient, and on average a good part of the others. */
static struct fraction find_multiplier(struct search *search)
{
    const struct md_wide_problem *problem = search->problem;
    uint64_t random = UINT64_C(0x2545F4914F6CDD1D);
    struct fraction known = {0, 1};
    bool has_top = false;
    search->fixed = search->free_weight = 0;
    search->open_count = 0;
    for (size_t i = 0; i < problem->n; i++) {
        md_wide lower = lower_of(search, i);
        if (problem->weight[i] == 0 || lower == upper_of(search, i)) {
            hold(search, i, AT_LOWER);
            continue;
        }
        search->sides[i] = (uint8_t)(lower > 0 ? LOWER_OPEN | UPPER_OPEN : UPPER_OPEN);
        search->open[search->open_count++] = i;
    }
    while (search->open_count > 0) {
        size_t drawn = search->open[md_next_random(&random) % search->open_count];
        bool from_lower =
            search->sides[drawn] == LOWER_OPEN || (search->sides[drawn] != UPPER_OPEN && (md_next_random(&random) & 1) != 0);
        struct fraction at = {from_lower ? lower_of(search, drawn) : upper_of(search, drawn), problem->weight[drawn]};
        bool enough = is_enough(search, at);
        if (enough || !has_top)
            known = at;
        has_top = has_top || enough;
        settle(search, at, enough);
    }
    /* With nobody free every λ between the last two tried serves. */
    if (search->free_weight == 0)
        return known;
    return (struct fraction){search->sought - search->fixed, search->free_weight};
}

static bool sum_of_bounds(const struct md_wide_problem *problem, md_wide *lower, md_wide *upper)
{
    const struct search bounds = {.problem = problem, .scale = 1};
    *lower = *upper = 0;
    for (size_t i = 0; i < problem->n; i++) {
        if (problem->lower != NULL && problem->upper != NULL && problem->lower[i] > problem->upper[i])
            return false;
        *lower += lower_of(&bounds, i);
        /* Without a key there is no claim to more than the minimum. */
        *upper += problem->weight[i] == 0 ? lower_of(&bounds, i) : upper_of(&bounds, i);
    }
    return *lower <= (uint64_t)problem->units && *upper >= (uint64_t)problem->units;
}

/* Memory for a search, or false. */
static bool open_search(struct search *search, struct md_memory *memory)
{
    size_t n = search->problem->n;
    search->open = md_take(memory, n, sizeof *search->open + 2);
    if (search->open == NULL)
        return false;
    search->held = (uint8_t *)(search->open + n);
    search->sides = search->held + n;
    return true;
}

/* ---- Largest remainder and rounding -------------------------------------------------------------------------- */

struct remainders {
    const struct md_wide_problem *problem;
    const md_wide *remainder;
};

static int compare_remainders(const void *context, size_t a, size_t b)
{
    const struct remainders *all = context;
    if (all->remainder[a] != all->remainder[b])
        return all->remainder[a] > all->remainder[b] ? -1 : 1;
    return compare_tied(all->problem, a, b);
}

/* Gives `left` more units to the largest remainders among `free` and reports the tie at the cut. */
static void serve_remainders(const struct remainders *all, size_t *free, size_t count, size_t left, int64_t *units,
                             struct md_tie *tie)
{
    md_select_first(free, count, left, compare_remainders, all);
    md_wide cut = all->remainder[free[0]];
    for (size_t f = 0; f < left; f++) {
        units[free[f]]++;
        cut = all->remainder[free[f]] < cut ? all->remainder[free[f]] : cut;
    }
    struct md_tie met = {0, 0};
    for (size_t f = 0; f < count; f++) {
        bool tied = all->remainder[free[f]] == cut;
        met.recipients += tied;
        met.units += tied && f < left;
    }
    if (met.units < met.recipients)
        *tie = met;
}

static enum md_status apportion_quotas(const struct md_wide_problem *problem, int64_t *units, struct md_tie *tie,
                                       struct md_memory *memory)
{
    struct search search = {.problem = problem, .scale = 1, .sought = (uint64_t)problem->units};
    md_wide *remainder = md_take(memory, problem->n, sizeof *remainder);
    if (remainder == NULL || !open_search(&search, memory))
        return MD_MEMORY;
    bool bounded = problem->lower != NULL || problem->upper != NULL;
    struct fraction each = {(uint64_t)problem->units, problem->weight_sum};
    if (bounded)
        each = find_multiplier(&search);
    size_t *free = search.open, count = 0;
    md_wide given = 0;
    for (size_t i = 0; i < problem->n; i++) {
        if (bounded && search.held[i] != FREE) {
            units[i] = (int64_t)(search.held[i] == AT_LOWER ? lower_of(&search, i) : upper_of(&search, i));
        } else {
            md_wide claim = each.numerator * problem->weight[i];
            units[i] = (int64_t)(claim / each.denominator);
            remainder[i] = claim % each.denominator;
            if (problem->method == MD_ROUNDED)
                units[i] += remainder[i] >= each.denominator - remainder[i];
            free[count++] = i;
        }
        given += (uint64_t)units[i];
    }
    if (problem->method == MD_LARGEST_REMAINDER && given < (uint64_t)problem->units) {
        const struct remainders all = {problem, remainder};
        serve_remainders(&all, free, count, (size_t)((uint64_t)problem->units - given), units, tie);
    }
    return MD_OK;
}

/* ---- Divisor methods ----------------------------------------------------------------------------------------- */

/* A unit that may be given: the `unit`-th of `recipient`, counted from 0, and its price in double, a few ulps off. */
struct offer {
    double price;
    int64_t unit;
    size_t recipient;
};

struct offers {
    const struct md_wide_problem *problem;
    const struct offer *offer;
    unsigned twice_d; /* 2d of sentence 3 of allocation.h */
};

/* <0, 0 or >0: which of two offers is cheaper? */
static int compare_prices(const struct offers *all, size_t a, size_t b)
{
    const struct offer *one = &all->offer[a], *other = &all->offer[b];
    if (one->price < other->price * (1 - 0x1p-48))
        return -1;
    if (other->price < one->price * (1 - 0x1p-48))
        return 1;
    md_wide left = (2 * (md_wide)(uint64_t)one->unit + all->twice_d) * all->problem->weight[other->recipient];
    md_wide right = (2 * (md_wide)(uint64_t)other->unit + all->twice_d) * all->problem->weight[one->recipient];
    return (left > right) - (left < right);
}

static int compare_offers(const void *context, size_t a, size_t b)
{
    const struct offers *all = context;
    int price = compare_prices(all, a, b);
    return price != 0 || a == b ? price : compare_tied(all->problem, all->offer[a].recipient, all->offer[b].recipient);
}

/* The units of weight whose price is at most λ / 2, where λ = at; INT64_MAX stands for all that is more, which a large key with
 * a low maximum beside a small key without one comes to. */
static int64_t units_within(md_wide weight, struct fraction at, unsigned twice_d)
{
    md_wide quota = at.numerator * weight, reserve = twice_d * at.denominator;
    if (quota < reserve)
        return 0;
    /* A denominator is a weight above 0, or a sum of such: more than the analyser can follow. */
    md_wide units = (quota - reserve) / (2 * at.denominator) + 1; // NOLINT(clang-analyzer-core.DivideZero)
    return units < INT64_MAX ? (int64_t)units : INT64_MAX;
}

static int64_t clamp(int64_t value, int64_t lower, int64_t upper)
{
    return value < lower ? lower : value > upper ? upper : value;
}

/* What is surely given to each (`units`) and what may be (`most`), by two values of λ (sentence 3). */
static enum md_status enclose(const struct md_wide_problem *problem, unsigned twice_d, int64_t *units, int64_t *most,
                              struct md_memory *memory)
{
    struct search search = {.problem = problem, .scale = 2};
    if (!open_search(&search, memory))
        return MD_MEMORY;
    bool bounded = problem->lower != NULL || problem->upper != NULL;
    md_wide total = 2 * (md_wide)(uint64_t)problem->units, least_sum = 0, most_sum = total, claimants = 0;
    for (size_t i = 0; i < problem->n; i++)
        claimants += problem->weight[i] != 0;
    if (bounded)
        sum_of_bounds(problem, &least_sum, &most_sum);
    md_wide less = claimants * (2 - twice_d), more = claimants * twice_d;
    bool has_low = total > 2 * least_sum + less;
    bool has_high = !bounded || total + more <= 2 * most_sum;
    struct fraction low = {total - less, problem->weight_sum}, high = {total + more, problem->weight_sum};
    if (bounded && has_low) {
        search.sought = total - less;
        low = find_multiplier(&search);
    }
    if (bounded && has_high) {
        search.sought = total + more;
        high = find_multiplier(&search);
    }
    for (size_t i = 0; i < problem->n; i++) {
        int64_t lower = problem->lower == NULL ? 0 : problem->lower[i];
        int64_t upper = problem->upper == NULL || problem->upper[i] > problem->units ? problem->units : problem->upper[i];
        if (problem->weight[i] == 0)
            upper = lower;
        units[i] = has_low ? clamp(units_within(problem->weight[i], low, twice_d), lower, upper) : lower;
        most[i] = has_high ? clamp(units_within(problem->weight[i], high, twice_d), lower, upper) : upper;
    }
    return MD_OK;
}

static enum md_status apportion_by_divisor(const struct md_wide_problem *problem, int64_t *units, struct md_tie *tie,
                                           struct md_memory *memory)
{
    unsigned twice_d = problem->method == MD_SAINTE_LAGUE ? 1 : problem->method == MD_DHONDT ? 2 : 0;
    int64_t *most = md_take(memory, problem->n, sizeof *most);
    if (most == NULL)
        return MD_MEMORY;
    enum md_status status = enclose(problem, twice_d, units, most, memory);
    if (status != MD_OK)
        return status;
    size_t count = 0, left = (size_t)problem->units;
    for (size_t i = 0; i < problem->n; i++) {
        count += (size_t)(most[i] - units[i]);
        left -= (size_t)units[i];
    }
    if (left == 0)
        return MD_OK;
    struct offer *offer = md_take(memory, count, sizeof *offer);
    size_t *chosen = md_take(memory, count, sizeof *chosen);
    if (offer == NULL || chosen == NULL)
        return MD_MEMORY;
    size_t filled = 0;
    for (size_t i = 0; i < problem->n; i++) {
        for (int64_t unit = units[i]; unit < most[i]; unit++) {
            double price = (2 * (double)unit + twice_d) / (double)problem->weight[i];
            offer[filled] = (struct offer){price, unit, i};
            chosen[filled] = filled;
            filled++;
        }
    }
    const struct offers all = {problem, offer, twice_d};
    md_select_first(chosen, count, left, compare_offers, &all);
    size_t dearest = chosen[0];
    for (size_t c = 0; c < left; c++) {
        units[offer[chosen[c]].recipient]++;
        if (compare_prices(&all, chosen[c], dearest) > 0)
            dearest = chosen[c];
    }
    struct md_tie met = {0, 0};
    for (size_t c = 0; c < count; c++) {
        bool tied = compare_prices(&all, chosen[c], dearest) == 0;
        met.recipients += tied;
        met.units += tied && c < left;
    }
    if (met.units < met.recipients)
        *tie = met;
    return MD_OK;
}

/* ---- Entry points -------------------------------------------------------------------------------------------- */

static bool products_fit(const struct md_wide_problem *problem)
{
    bool divisor = problem->method != MD_LARGEST_REMAINDER && problem->method != MD_ROUNDED;
    md_wide units = (md_wide)(uint64_t)problem->units + (divisor ? problem->n : 0);
    return units == 0 || problem->weight_sum <= (MD_WIDE_LIMIT - 1) / units;
}

enum md_status md_apportion_wide(const struct md_wide_problem *problem, int64_t *units, struct md_tie *tie,
                                 struct md_memory *memory)
{
    md_wide lower, upper;
    *tie = (struct md_tie){0, 0};
    if (!products_fit(problem))
        return MD_DOMAIN;
    if ((problem->lower != NULL || problem->upper != NULL) && !sum_of_bounds(problem, &lower, &upper))
        return MD_DOMAIN;
    if (problem->method == MD_LARGEST_REMAINDER || problem->method == MD_ROUNDED)
        return apportion_quotas(problem, units, tie, memory);
    return apportion_by_divisor(problem, units, tie, memory);
}

enum md_status md_quotas_and_ranks(const struct md_wide_problem *problem, struct md_quota *quotas, size_t *ranks,
                                   struct md_memory *memory)
{
    size_t n = problem->n;
    if (!products_fit(problem))
        return MD_DOMAIN;
    md_wide *remainder = md_take(memory, n, sizeof *remainder);
    size_t *served = md_take(memory, n, 2 * sizeof *served);
    if (remainder == NULL || served == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < n; i++) {
        md_wide claim = (uint64_t)problem->units * problem->weight[i];
        remainder[i] = claim % problem->weight_sum;
        quotas[i] = (struct md_quota){(int64_t)(claim / problem->weight_sum), remainder[i]};
        served[i] = i;
    }
    const struct remainders all = {problem, remainder};
    md_sort(served, served + n, n, compare_remainders, &all);
    for (size_t rank = 0; rank < n; rank++)
        ranks[served[rank]] = rank + 1;
    return MD_OK;
}
