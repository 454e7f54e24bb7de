// SPDX-License-Identifier: EUPL-1.2
/* Passes over recipients with their bounds; apportion_group.h is the manual.
 *
 * (1) Two at a time and without branches, which would be guessed wrongly: the compiler makes of it what the processor has.
 * (2) A pass ends with its tail: the last of an odd number, and one who gets nothing.
 * (3) Without bounds nothing is read of them: `bounded` is a constant wherever a pass becomes part of another function.
 */
#include "apportion_group.h"
#include "apportion_vectors.h"

#define INLINE static inline __attribute__((always_inline))

typedef double pair __attribute__((vector_size(16)));
typedef int64_t pair_masks __attribute__((vector_size(16)));

struct two {
    pair weight, lower, upper;
};

INLINE pair pair_of(const double *values, size_t i, double otherwise)
{
    pair loaded = {otherwise, otherwise};
    if (values != NULL)
        memcpy(&loaded, values + i, sizeof loaded);
    return loaded;
}

INLINE pair where(pair_masks mask, pair one, pair other)
{
    return (pair)((mask & (pair_masks)one) | (~mask & (pair_masks)other));
}

INLINE struct two two_of(const struct md_group *group, size_t i)
{
    const pair most = {group->most, group->most};
    pair upper = pair_of(group->upper, i, group->most);
    return (struct two){pair_of(group->weight, i, 0), pair_of(group->lower, i, 0), where(upper > most, most, upper)};
}

struct md_group md_everyone(const struct md_narrow *problem)
{
    return (struct md_group){problem->n,     problem->weight,        problem->lower,
                             problem->upper, (double)problem->units, !problem->plain && md_has_vectors()};
}

/* Sentence 2; the tail points into `room`. */
enum { TAIL_ROOM = 6 };

static struct md_group tail_of(const struct md_group *group, double *room)
{
    size_t last = group->n - 1;
    memset(room, 0, TAIL_ROOM * sizeof *room);
    if (group->n % 2 != 0) {
        room[0] = group->weight[last];
        room[2] = md_lower_of(group, last);
        room[4] = md_upper_of(group, last);
    }
    return (struct md_group){2, room, room + 2, room + 4, group->most, group->vectors};
}

/* ---- Quotas -------------------------------------------------------------------------------------------------- */

INLINE void hold_two(const struct md_group *group, double rate, size_t i, pair *units, pair *free_weight)
{
    const pair zero = {0, 0};
    struct two two = two_of(group, i);
    pair quota = two.weight * rate;
    pair_masks is_free = (quota >= two.lower) & (quota < two.upper);
    pair_masks at_lower = (quota < two.lower) | (two.weight == 0);
    *units += where(is_free, zero, where(at_lower, two.lower, two.upper));
    *free_weight += where(is_free, two.weight, zero);
}

INLINE struct md_sums hold_all(const struct md_group *group, double rate)
{
    double room[TAIL_ROOM];
    pair units = {0, 0}, free_weight = units;
    struct md_group tail = tail_of(group, room);
    for (size_t i = 0; i + 2 <= group->n; i += 2)
        hold_two(group, rate, i, &units, &free_weight);
    hold_two(&tail, rate, 0, &units, &free_weight);
    return (struct md_sums){units[0] + units[1], free_weight[0] + free_weight[1]};
}

MD_VECTOR_CODE static struct md_sums hold_by_vectors(const struct md_group *group, double rate)
{
    return hold_all(group, rate);
}

struct md_sums md_hold_at(const struct md_group *group, double rate)
{
    return group->vectors ? hold_by_vectors(group, rate) : hold_all(group, rate);
}

/* ---- Divisor methods ----------------------------------------------------------------------------------------- */

/* The whole part of numbers from 0 to MD_NARROW_UNITS: their sum with 2^52 has no room for a fraction. */
INLINE pair whole_parts_of(pair numbers)
{
    const pair far = {0x1p52, 0x1p52}, one = {1, 1}, zero = {0, 0};
    pair rounded = numbers + far;
    rounded -= far;
    return rounded - where(rounded > numbers, one, zero);
}

INLINE void give_two(const struct md_group *group, double d, double rate, size_t i, pair *units, pair *free_weight)
{
    const pair zero = {0, 0};
    struct two two = two_of(group, i);
    pair quota = two.weight * rate, claim = quota + (1 - d), upper = where(two.weight == 0, two.lower, two.upper);
    claim = where(claim < upper, claim, upper);
    claim = where(claim > two.lower, claim, two.lower);
    *units += whole_parts_of(claim);
    *free_weight += where((quota > two.lower) & (quota < two.upper), two.weight, zero);
}

INLINE struct md_sums give_all(struct md_group group, double d, double rate, bool bounded)
{
    double room[TAIL_ROOM];
    pair units = {0, 0}, free_weight = units;
    struct md_group tail = tail_of(&group, room);
    if (!bounded)
        group.lower = group.upper = NULL;
    for (size_t i = 0; i + 2 <= group.n; i += 2)
        give_two(&group, d, rate, i, &units, &free_weight);
    give_two(&tail, d, rate, 0, &units, &free_weight);
    return (struct md_sums){units[0] + units[1], free_weight[0] + free_weight[1]};
}

MD_VECTOR_CODE static struct md_sums give_by_vectors(const struct md_group *group, double d, double rate, bool bounded)
{
    return bounded ? give_all(*group, d, rate, true) : give_all(*group, d, rate, false);
}

static struct md_sums give_plainly(const struct md_group *group, double d, double rate, bool bounded)
{
    return bounded ? give_all(*group, d, rate, true) : give_all(*group, d, rate, false);
}

struct md_sums md_give_at(const struct md_group *group, double d, double rate)
{
    bool bounded = group->lower != NULL || group->upper != NULL;
    return group->vectors ? give_by_vectors(group, d, rate, bounded) : give_plainly(group, d, rate, bounded);
}
