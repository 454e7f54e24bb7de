// SPDX-License-Identifier: EUPL-1.2
/* functions/base/select.c; numbers in parentheses are the sentences of its header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../../functions/base/select.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum { MOST = 40000 };

static size_t elements[MOST], spare[MOST], comparisons;
static int64_t value[MOST];

static uint64_t random_state = 1;

static size_t random_below(size_t limit)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(random_state >> 33) % limit;
}

static int by_value(const void *context, size_t a, size_t b)
{
    const int64_t *values = context;
    comparisons++;
    return (values[a] > values[b]) - (values[a] < values[b]);
}

static int compare_values(const void *a, const void *b)
{
    return by_value(value, *(const size_t *)a, *(const size_t *)b);
}

static void fill(size_t n, size_t kinds)
{
    for (size_t i = 0; i < n; i++) {
        elements[i] = i;
        value[i] = (int64_t)random_below(kinds);
    }
}

/* The parts are those of the sorted values, and hold the same elements. */
static void parts_are_those_of_the_sorted(void **state)
{
    (void)state;
    for (size_t round = 0; round < 4000; round++) {
        size_t n = 1 + random_below(60), k = 1 + random_below(n);
        fill(n, 1 + random_below(round % 2 != 0 ? 4 : 1000));
        struct md_parts parts = md_split(elements, n, k, by_value, value);
        for (size_t i = 0; i < n; i++)
            spare[i] = i;
        qsort(spare, n, sizeof *spare, compare_values);
        int64_t cut = value[spare[k - 1]];
        bool seen[60] = {false};
        for (size_t i = 0; i < n; i++) {
            assert_false(seen[elements[i]]);
            seen[elements[i]] = true;
            int64_t is = value[elements[i]];
            assert_true(i < parts.before ? is < cut : i < parts.through ? is == cut : is > cut);
        }
    }
}

/* An opponent that fixes the values while they are compared: of two that are open the one that was met last, which is likely the
 * pivot, becomes the lowest of those that are left (McIlroy, "A killer adversary for quicksort", 1999). */
static struct {
    int64_t fixed;
    size_t last_met;
} opponent;

static int by_opponent(const void *context, size_t a, size_t b)
{
    (void)context;
    comparisons++;
    if (value[a] == INT64_MAX && value[b] == INT64_MAX)
        value[a == opponent.last_met ? a : b] = opponent.fixed++;
    opponent.last_met = value[a] == INT64_MAX ? a : b;
    return (value[a] > value[b]) - (value[a] < value[b]);
}

/* (2) */
static void no_opponent_makes_it_more_than_linear(void **state)
{
    (void)state;
    for (size_t n = 100; n <= MOST; n *= 4) {
        for (size_t part = 1; part <= 4; part++) {
            fill(n, 1);
            for (size_t i = 0; i < n; i++)
                value[i] = INT64_MAX;
            opponent.fixed = 0;
            comparisons = 0;
            md_split(elements, n, n * part / 4, by_opponent, NULL);
            assert_true(comparisons <= 9 * n); /* 8.2 were counted */
        }
    }
}

/* (3) */
static void equals_stay_where_they_are(void **state)
{
    (void)state;
    fill(1000, 1);
    comparisons = 0;
    struct md_parts parts = md_split(elements, 1000, 300, by_value, value);
    assert_int_equal(parts.before, 0);
    assert_int_equal(parts.through, 1000);
    assert_int_equal(comparisons, 999);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(elements[i], i);
}

/* (2): an order that is made up while it is asked, so that each answer says as little as it can (M. D. McIlroy, "A killer adversary
 * for quicksort", 1999): whatever was asked least becomes larger than all that is known. */
static struct {
    int64_t known;
    size_t suspect;
} adversary;

enum { UNDECIDED = MOST };

static int unhelpful(const void *context, size_t a, size_t b)
{
    (void)context;
    comparisons++;
    if (value[a] == UNDECIDED && value[b] == UNDECIDED)
        value[a == adversary.suspect ? a : b] = adversary.known++;
    if (value[a] == UNDECIDED)
        adversary.suspect = a;
    else if (value[b] == UNDECIDED)
        adversary.suspect = b;
    return (value[a] > value[b]) - (value[a] < value[b]);
}

static void no_order_takes_longer_than_linear(void **state)
{
    (void)state;
    static const size_t sizes[] = {1000, 10000, MOST};
    for (size_t s = 0; s < 3; s++) {
        for (size_t part = 1; part < 8; part++) {
            size_t n = sizes[s];
            for (size_t i = 0; i < n; i++) {
                elements[i] = i;
                value[i] = UNDECIDED;
            }
            adversary.known = 0;
            comparisons = 0;
            md_split(elements, n, n * part / 8, unhelpful, NULL);
            if (comparisons > 16 * n)
                fail_msg("%zu comparisons among %zu", comparisons, n);
        }
    }
}

static void sorting_keeps_the_order_of_equals(void **state)
{
    (void)state;
    for (size_t round = 0; round < 200; round++) {
        size_t n = random_below(500);
        fill(n, 1 + random_below(20));
        md_sort(elements, spare, n, by_value, value);
        for (size_t i = 1; i < n; i++) {
            int64_t before = value[elements[i - 1]], is = value[elements[i]];
            assert_true(before < is || (before == is && elements[i - 1] < elements[i]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_those_of_the_sorted),     cmocka_unit_test(no_opponent_makes_it_more_than_linear),
        cmocka_unit_test(equals_stay_where_they_are),        cmocka_unit_test(no_order_takes_longer_than_linear),
        cmocka_unit_test(sorting_keeps_the_order_of_equals),
    };
    return cmocka_run_group_tests_name("select", tests, NULL, NULL);
}
