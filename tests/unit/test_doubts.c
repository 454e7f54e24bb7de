// SPDX-FileCopyrightText: 2026 Meedoen maintainers
// SPDX-License-Identifier: EUPL-1.2
/* functions/base/doubts.c: what a list gives away, each rule from both sides of its limit, and no false alarm on the counts of real
 * municipalities, nor on ten thousand lists drawn like them. Numbers in parentheses are the sentences of its header. */
#include "formulas.h"
#include "random.h"

#include "../../functions/base/doubts.h"

#include <stdlib.h>

enum { MOST = 16, MUNICIPALITIES = 352 };

static void totals(void **state) /* (1) (2) (3) (6) */
{
    (void)state;
    static const struct {
        double numbers[MOST];
        size_t n;
        struct md_totals expected;
    } lists[] = {
        /* a total */
        {{50, 30, 20}, 3, {MD_TOTAL, 0, 0, 0, 1}},
        {{50, 50}, 2, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{50, 30, 21}, 3, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{1e15, 4, 1e15 + 4}, 3, {MD_TOTAL, 2, 0, 0, 1}},
        {{0.1, 0.2, 0.3}, 3, {MD_TOTAL, 2, 0, 0, 1}},
        {{50, 30, 20, 0}, 4, {MD_TOTAL, 0, 0, 0, 1}},
        {{0, 0, 0}, 3, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{50, 30, 30, -10}, 4, {MD_NO_DOUBT, 0, 0, 0, 0}},
        /* of fifteen digits each may be off by 0.05: three by 0.15 together, five by 0.25 */
        {{12345678901234.5, 23456789012345.6, 35802467913580.2}, 3, {MD_TOTAL, 2, 0, 0, 1}},
        {{11111111111111.1, 12222222222222.2, 13333333333333.3, 14444444444444.4, 51111111111111.3},
         5,
         {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{1e300, 30, 20}, 3, {MD_NO_DOUBT, 0, 0, 0, 0}},
        /* nearly: four others in steps of 1 may be off by 2, and by a hundredth of the total */
        {{333, 250, 210, 190, 981}, 5, {MD_NEAR_TOTAL, 4, 0, 0, 1}},
        {{333, 250, 210, 190, 985}, 5, {MD_NEAR_TOTAL, 4, 0, 0, 1}},
        {{333, 250, 210, 190, 980}, 5, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{333, 250, 210, 190, 986}, 5, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{333, 250, 210, 792}, 4, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{3300, 2500, 2100, 1900, 9812}, 5, {MD_NEAR_TOTAL, 4, 0, 0, 1}},
        {{3300, 2500, 2100, 1900, 9890}, 5, {MD_NEAR_TOTAL, 4, 0, 0, 1}},
        {{3300, 2510, 2100, 1900, 9850}, 5, {MD_NO_DOUBT, 0, 0, 0, 0}}, /* in steps of 10, of which 40 is too much */
        {{333, 981, 250, 210, 190}, 5, {MD_NEAR_TOTAL, 1, 0, 0, 1}},
        {{300, 250, 250, 190, 1000}, 5, {MD_NEAR_TOTAL, 4, 0, 0, 1}},
        {{330, 250, 210, 190, 0, 988}, 6, {MD_NEAR_TOTAL, 5, 0, 0, 1}},
        {{330, 250, 210, 190, 990}, 5, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{0.5, 0.5, 0.5, 0.5, 2.02}, 5, {MD_NEAR_TOTAL, 4, 0, 0, 1}},
        {{40, 30, 20, 8, 99}, 5, {MD_NO_DOUBT, 0, 0, 0, 0}},
        /* subtotals behind their parts, with and without what they are together */
        {{10, 20, 30, 40, 50, 90, 120}, 7, {MD_SUBTOTALS, 5, 3, 4, 3}},
        {{10, 20, 30, 40, 50, 90}, 6, {MD_SUBTOTALS, 5, 3, 4, 2}},
        {{10, 20, 30, 40, 50, 91}, 6, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{120, 10, 20, 30, 40, 50, 90}, 7, {MD_SUBTOTALS, 6, 4, 5, 3}},
        {{121, 10, 20, 30, 40, 50, 90}, 7, {MD_NO_DOUBT, 0, 0, 0, 0}},
        /* subtotals before their parts */
        {{60, 35, 25, 40, 30, 10}, 6, {MD_SUBTOTALS, 0, 1, 2, 2}},
        {{100, 60, 35, 25, 40, 30, 10}, 7, {MD_SUBTOTALS, 1, 2, 3, 3}},
        {{60, 35, 25, 40, 30, 10, 0}, 7, {MD_SUBTOTALS, 0, 1, 2, 2}},
        {{60, 60, 40, 40}, 4, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{60, 35, 25, 40, 30, 10, 7}, 7, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{0, 0, 0, 5, 3, 2, 4, 1, 3}, 9, {MD_NO_DOUBT, 0, 0, 0, 0}}, /* 0 is no subtotal */
        /* rows that each add up to the number at one end */
        {{100, 60, 40, 60, 40}, 5, {MD_LEVELS, 0, 1, 2, 2}},
        {{60, 40, 25, 35, 40, 100}, 6, {MD_LEVELS, 5, 2, 4, 2}},
        {{100, 60, 40, 60, 41}, 5, {MD_NO_DOUBT, 0, 0, 0, 0}},
        {{100, 60, 40, 100}, 4, {MD_NO_DOUBT, 0, 0, 0, 0}},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct md_totals found = md_find_totals(lists[i].numbers, lists[i].n), expected = lists[i].expected;
        if (found.doubt != expected.doubt || found.total != expected.total || found.first != expected.first ||
            found.last != expected.last || found.count != expected.count)
            fail_msg("list %zu: doubt %d, total %zu of %zu to %zu, %zu in all", i + 1, (int)found.doubt, found.total,
                     found.first, found.last, found.count);
    }
}

static void fractions(void **state) /* (4) */
{
    (void)state;
    static const struct {
        double numbers[MOST];
        size_t n, expected;
    } lists[] = {
        {{500, 300, 1.234}, 3, 2},
        {{500, 300, 1.2}, 3, 2},
        {{500, 300, 1.2345}, 3, 3},
        {{500, 300, 0.5}, 3, 3},
        {{500, 300, 1000.5}, 3, 3},
        {{500, 300, 999.5}, 3, 2},
        {{500, 1.5}, 2, 2},
        {{500, 1.5, 2.5}, 3, 3},
        {{500, 1.5, 2.5, 3, 4}, 5, 5},
        {{500, 1.5, 2.5, 3, 4, 5}, 6, 1},
        {{500, 300, 1}, 3, 3},
        {{1e300, 300, 1.5}, 3, 2},
        {{500, 300, 400, 1.5, 0.5}, 5, 5},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        assert_int_equal(md_find_fraction(lists[i].numbers, lists[i].n), lists[i].expected);
}

static void look_alikes(void **state) /* (5) */
{
    (void)state;
    static const struct {
        double numbers[MOST];
        size_t n, one, other;
    } lists[] = {
        {{1.0 / 3, 5, 1 - 2.0 / 3}, 3, 0, 2},  {{1 - 2.0 / 3, 5, 1.0 / 3}, 3, 0, 2}, {{1.0 / 3, 5, 1.0 / 3}, 3, 3, 3},
        {{100, 99.9999999999986}, 2, 0, 1},    {{100, 99.99999}, 2, 2, 2},           {{12345678901, 12345678902}, 2, 2, 2},
        {{1.0 / 3, 0.33333333}, 2, 2, 2},      {{1.0 / 3, 1 - 2.0 / 3, 5}, 3, 0, 1}, {{1.0 / 3, 1.0 / 3, 1 - 2.0 / 3}, 3, 1, 2},
        {{100000, 99999.9999999999}, 2, 0, 1},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct test_memory memory = test_memory_new();
        size_t one, other;
        assert_true(md_find_look_alikes(lists[i].numbers, lists[i].n, 9, &one, &other, &memory.memory));
        if (one != lists[i].one || other != lists[i].other)
            fail_msg("list %zu: %zu and %zu", i + 1, one, other);
        test_memory_free(&memory);
    }
}

/* ---- No false alarm ---------------------------------------------------------------------------------------------- */

static bool is_doubted(const double *numbers, size_t n)
{
    return md_find_totals(numbers, n).doubt != MD_NO_DOUBT || md_find_fraction(numbers, n) != n;
}

/* The counts of 2021, the field behind the name. */
static void read_counts(double counts[MUNICIPALITIES])
{
    char line[256];
    FILE *file = fopen("samples/data/kinderen-kans-op-armoede-2021.csv", "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    for (size_t i = 0; i < MUNICIPALITIES; i++) {
        assert_non_null(fgets(line, sizeof line, file));
        const char *name = strchr(line, ',') + 1;
        counts[i] = strtod(strstr(name, *name == '"' ? "\"," : ",") + (*name == '"' ? 2 : 1), NULL);
    }
    assert_null(fgets(line, sizeof line, file));
    assert_int_equal(fclose(file), 0);
}

static void real_and_drawn_counts_raise_no_doubt(void **state)
{
    (void)state;
    enum { DRAWN = 10000 };
    double counts[MUNICIPALITIES], drawn[MUNICIPALITIES];
    read_counts(counts);
    assert_false(is_doubted(counts, MUNICIPALITIES));
    for (size_t list = 0; list < DRAWN; list++) {
        static const double steps[] = {1, 5, 10, 100};
        double step = steps[random_bits() % 4];
        for (size_t i = 0; i < MUNICIPALITIES; i++) {
            double factor = 0.5 + (double)(random_bits() % 1000) / 1000;
            drawn[i] = floor(counts[random_bits() % MUNICIPALITIES] * factor / step + 0.5) * step;
        }
        if (is_doubted(drawn, MUNICIPALITIES))
            fail_msg("list %zu raises a doubt", list);
    }
    double with_total[MUNICIPALITIES + 1] = {0};
    for (size_t i = 0; i < MUNICIPALITIES; i++) {
        with_total[i] = counts[i];
        with_total[MUNICIPALITIES] += counts[i];
    }
    assert_int_equal(md_find_totals(with_total, MUNICIPALITIES + 1).doubt, MD_TOTAL);
    with_total[MUNICIPALITIES] += 340;
    assert_int_equal(md_find_totals(with_total, MUNICIPALITIES + 1).doubt, MD_NEAR_TOTAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals),
        cmocka_unit_test(fractions),
        cmocka_unit_test(look_alikes),
        cmocka_unit_test(real_and_drawn_counts_raise_no_doubt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
