// SPDX-License-Identifier: EUPL-1.2
/* Tests of the way in which functions/allocation/apportion*.c comes to its answers; test_allocation.c has the answers.
 *
 * A search that starts badly or steps badly ends with the same answer, and only takes longer. So its work is counted, by standing
 * between the parts (the linker's --wrap): passes over all recipients, and numbers compared. That is the same on every machine,
 * which a stopwatch is not. The budgets are what was counted when this was written, and a little more.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../../functions/allocation/apportion_group.h"
#include "../../functions/allocation/apportion_vectors.h"
#include "samples.h"

#include <string.h>

/* ---- Work, counted ------------------------------------------------------------------------------------------- */

static struct {
    size_t looked_at; /* recipients, by passes that ask what they would get */
    size_t compared;  /* numbers among which the k-th largest was sought */
    size_t selected;  /* elements of which the first were sought by comparison */
} work;

struct md_sums __real_md_hold_at(const struct md_group *group, double rate);
struct md_sums __wrap_md_hold_at(const struct md_group *group, double rate);
struct md_sums __real_md_give_at(const struct md_group *group, double d, double rate);
struct md_sums __wrap_md_give_at(const struct md_group *group, double d, double rate);
uint64_t __real_md_kth_largest(uint64_t *values, size_t n, size_t k);
uint64_t __wrap_md_kth_largest(uint64_t *values, size_t n, size_t k);
void __real_md_select_first(size_t *elements, size_t n, size_t first, md_compare *compare, const void *context);
void __wrap_md_select_first(size_t *elements, size_t n, size_t first, md_compare *compare, const void *context);

struct md_sums __wrap_md_hold_at(const struct md_group *group, double rate)
{
    work.looked_at += group->n;
    return __real_md_hold_at(group, rate);
}

struct md_sums __wrap_md_give_at(const struct md_group *group, double d, double rate)
{
    work.looked_at += group->n;
    return __real_md_give_at(group, d, rate);
}

uint64_t __wrap_md_kth_largest(uint64_t *values, size_t n, size_t k)
{
    work.compared += n;
    return __real_md_kth_largest(values, n, k);
}

void __wrap_md_select_first(size_t *elements, size_t n, size_t first, md_compare *compare, const void *context)
{
    work.selected += n;
    __real_md_select_first(elements, n, first, compare, context);
}

/* ---- Problems ------------------------------------------------------------------------------------------------ */

static uint64_t scratch[MOST * MD_NARROW_SCRATCH / sizeof(uint64_t)];
static double units[MOST];

/* The sample as the narrow path is given it: whole keys, whole euros. */
static struct md_narrow problem_of_sample(bool plain)
{
    return (struct md_narrow){.n = sample.allocation.n,
                              .weight = sample.key,
                              .weight_sum = (uint64_t)sample.weight,
                              .units = (int64_t)sample.allocation.total,
                              .method = sample.allocation.method,
                              .lower = sample.allocation.minimum,
                              .upper = sample.allocation.maximum,
                              .plain = plain};
}

/* `each` euros a recipient, and a part more. `bounds`: none (0), an upper one (1), a lower one (2), or both (3). */
static void make_problem(size_t n, enum kind kind, enum md_method method, double each, int bounds)
{
    make_sample(n, kind, method);
    sample.allocation.total = floor(each * (double)n * (1 + random_part(1)));
    if (bounds == 0)
        return;
    assert_int_equal(md_allocate(&sample.allocation, sample.amounts, &sample.tie, &sample.memory.memory), MD_OK);
    test_memory_free(&sample.memory);
    bound_sample(bounds % 3, 0.4);
}

/* The narrow path must find the answer by itself. */
static void apportion(const struct md_narrow *problem)
{
    struct md_tie tie;
    memset(&work, 0, sizeof work);
    if (!md_apportion_narrow(problem, units, &tie, scratch))
        fail_msg("%s: the narrow path hands over %zu recipients", method_names[problem->method], problem->n);
}

static void assert_within(const char *what, double counted, double budget)
{
    if (counted > budget)
        fail_msg("%s: %.3f, and %.3f was enough", what, counted, budget);
}

/* ---- Rates --------------------------------------------------------------------------------------------------- */

/* Passes over all recipients, on average, by method and by what there is to share out. */
static const struct {
    double each;
    int bounds;
    double passes[METHODS];
} budgets[] = {
    {0.05, 0, {0, 3.38, 2.94, 1, 0}},        {0.9, 0, {0, 2.77, 3.24, 3.29, 0}},      {40, 0, {0, 2.68, 3.22, 3.29, 0}},
    {1e6, 0, {0, 2.44, 2.88, 2.81, 0}},      {3, 1, {3.08, 5.14, 6.45, 6.85, 2.21}},  {40, 1, {3.44, 5.15, 6.31, 5.96, 2.69}},
    {40, 2, {3.98, 5.87, 6.46, 6.59, 3.12}}, {40, 3, {3.98, 5.68, 6.85, 6.85, 3.23}}, {1e6, 3, {3.98, 5.72, 7.04, 7, 3.24}},
};

static void few_passes_find_a_rate(void **state)
{
    (void)state;
    enum { SIZES = 5, ROUNDS = 4 };
    static const size_t sizes[SIZES] = {8, 64, 343, 1500, 9001};
    for (size_t b = 0; b < sizeof budgets / sizeof *budgets; b++) {
        random_state = b;
        for (size_t m = 0; m < METHODS; m++) {
            double passes = 0, problems = 0;
            for (size_t c = 0; c < SIZES * KINDS * ROUNDS; c++) {
                make_problem(sizes[c % SIZES], (enum kind)(c / SIZES % KINDS), methods[m], budgets[b].each, budgets[b].bounds);
                struct md_narrow problem = problem_of_sample(c / SIZES / KINDS % 2 != 0);
                if (!md_bounds_can_hold(&problem))
                    continue;
                apportion(&problem);
                passes += (double)work.looked_at / (double)problem.n;
                problems++;
            }
            assert_true(problems > 0.9 * SIZES * KINDS * ROUNDS);
            assert_within(method_names[m], passes / problems, budgets[b].passes[m]);
        }
    }
}

/* One recipient's key is up to millions of times all others together; hardly any sample holds it. */
static void one_giant_is_found(void **state)
{
    (void)state;
    enum { SIZES = 2, GIANTS = 60 };
    static const size_t sizes[SIZES] = {1001, 9001};
    static const double most_passes[SIZES][METHODS] = {{6.05, 7.12, 8.84, 8.71, 4.91}, {4.62, 6.82, 8.6, 8.36, 4.62}};
    for (size_t c = 0; c < SIZES * METHODS; c++) {
        size_t n = sizes[c % SIZES], m = c / SIZES;
        double passes = 0;
        for (size_t g = 0; g < GIANTS; g++) {
            size_t place = g * n / GIANTS;
            random_state = g;
            make_problem(n, CHILDREN, methods[m], 40, 0);
            double more = ldexp((double)sample.weight, (int)(g % 24));
            sample.key[place] += more;
            sample.weight += (u128)more;
            for (size_t i = 0; i < n; i++) {
                sample.low[i] = (double)random_below(20);
                sample.high[i] = g % 5 == 0 && i == place ? HUGE_VAL : (double)(30 + random_below(200));
            }
            sample.allocation.minimum = g % 3 == 0 ? NULL : sample.low;
            sample.allocation.maximum = g % 5 == 1 ? NULL : sample.high;
            struct md_narrow problem = problem_of_sample(g % 2 != 0);
            apportion(&problem);
            passes += (double)work.looked_at / (double)n;
        }
        assert_within(method_names[m], passes / GIANTS, most_passes[c % SIZES][m]);
    }
}

/* At the rate that is found, those whom no bound holds have its weight, and the others leave its units: in whole numbers. */
static void the_rate_is_exact(void **state)
{
    (void)state;
    random_state = 1;
    for (size_t c = 0; c < 400; c++) {
        make_problem(5 + c, (enum kind)(c % GIANT), MD_LARGEST_REMAINDER, c % 2 ? 5 : 5000, 1 + (int)(c % 3));
        struct md_narrow problem = problem_of_sample(c / 2 % 2 != 0);
        struct md_rate rate;
        if (!md_bounds_can_hold(&problem))
            continue;
        if (!md_find_rate(&problem, &rate, (double *)scratch))
            fail_msg("no rate for %zu recipients", problem.n);
        uint64_t left = (uint64_t)problem.units, weight = 0;
        for (size_t i = 0; i < problem.n; i++) {
            double lower = problem.lower == NULL ? 0 : problem.lower[i];
            double upper = problem.upper == NULL || problem.upper[i] > sample.allocation.total ? sample.allocation.total
                                                                                               : problem.upper[i];
            u128 claim = (u128)problem.weight[i] * rate.units;
            if (claim < (u128)lower * rate.weight || problem.weight[i] == 0)
                left -= (uint64_t)lower;
            else if (claim >= (u128)upper * rate.weight)
                left -= (uint64_t)upper;
            else
                weight += (uint64_t)problem.weight[i];
        }
        assert_int_equal(left, rate.units);
        assert_int_equal(weight, rate.weight);
    }
}

/* ---- Cuts ---------------------------------------------------------------------------------------------------- */

/* Among how many remainders is the cut sought? Few recipients guess it, many draw a sample first. */
static void few_remainders_are_compared(void **state)
{
    (void)state;
    static const struct {
        size_t n, problems;
        double compared; /* of each recipient, on average; the sample is two thirds of the last */
    } cases[] = {{343, 2000, 0.165}, {2000, 400, 0.073}, {MOST - 1, 50, 0.315}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        random_state = c;
        for (int bounds = 0; bounds < 4; bounds++) {
            double compared = 0;
            for (size_t p = 0; p < cases[c].problems; p++) {
                make_problem(cases[c].n, EVEN, MD_LARGEST_REMAINDER, 5000, bounds);
                struct md_narrow problem = problem_of_sample(p % 2 != 0);
                if (!md_bounds_can_hold(&problem))
                    continue;
                apportion(&problem);
                compared += (double)work.compared / (double)problem.n;
            }
            assert_within("remainders compared", compared / (double)cases[c].problems, cases[c].compared);
        }
    }
}

/* Nobody comes first among offers that are all alike. */
static void offers_that_are_alike_are_not_selected(void **state)
{
    (void)state;
    random_state = 2;
    for (size_t m = 0; m < METHODS; m++) {
        make_problem(5000, ALIKE, methods[m], 7.3, 0);
        struct md_narrow problem = problem_of_sample(false);
        apportion(&problem);
        assert_int_equal(work.selected, 0);
    }
}

/* ---- Wider instructions -------------------------------------------------------------------------------------- */

static void wider_instructions_have_their_limits(void **state)
{
    (void)state;
    const uint64_t most = MD_VECTOR_LIMIT - 1;
    struct md_narrow problem = {.units = (int64_t)most};
    assert_int_equal(md_can_use_vectors(&problem, (struct md_rate){most, most}), md_has_vectors());
    assert_false(md_can_use_vectors(&problem, (struct md_rate){most, MD_VECTOR_LIMIT}));
    problem.plain = true;
    assert_false(md_can_use_vectors(&problem, (struct md_rate){1, 1}));
    problem = (struct md_narrow){.units = (int64_t)MD_VECTOR_LIMIT};
    assert_false(md_can_use_vectors(&problem, (struct md_rate){1, 1}));
}

/* Whole blocks, as far as they hold whole numbers below the limit that add up to less than it. */
static void whole_keys_are_added_in_blocks(void **state)
{
    (void)state;
    enum { BLOCK = 1024, BLOCKS = 4 };
    const double limit = (double)MD_VECTOR_LIMIT, bad[] = {0.5, 0x1p50, 0x1p49 + 0.5, 0x1p60, HUGE_VAL};
    static double key[BLOCKS * BLOCK];
    uint64_t sum;
    if (!md_has_vectors())
        skip();
    for (size_t i = 0; i < BLOCKS * BLOCK; i++)
        key[i] = (double)i;
    const uint64_t of_two = (uint64_t)2 * BLOCK * (2 * BLOCK - 1) / 2;
    assert_int_equal(md_add_whole_by_vectors(key, 2 * BLOCK, &sum), 2 * BLOCK);
    assert_int_equal(sum, of_two);
    assert_int_equal(md_add_whole_by_vectors(key, 3 * BLOCK - 1, &sum), 2 * BLOCK);
    assert_int_equal(sum, of_two);
    assert_int_equal(md_add_whole_by_vectors(key, BLOCK - 1, &sum), 0);
    assert_int_equal(sum, 0);
    for (size_t b = 0; b < sizeof bad / sizeof *bad; b++) {
        for (size_t at = 2 * BLOCK; at < 2 * BLOCK + 4; at++) {
            key[at] = bad[b];
            assert_int_equal(md_add_whole_by_vectors(key, BLOCKS * BLOCK, &sum), 2 * BLOCK);
            assert_int_equal(sum, of_two);
            key[at] = (double)at;
        }
    }
    memset(key, 0, sizeof key);
    key[0] = limit / 2;
    key[2 * BLOCK] = limit / 2 - 1;
    assert_int_equal(md_add_whole_by_vectors(key, BLOCKS * BLOCK, &sum), BLOCKS * BLOCK);
    assert_int_equal(sum, MD_VECTOR_LIMIT - 1);
    key[2 * BLOCK] = limit / 2;
    assert_int_equal(md_add_whole_by_vectors(key, BLOCKS * BLOCK, &sum), 2 * BLOCK);
    assert_int_equal(sum, MD_VECTOR_LIMIT / 2);
}

/* ---- 128 bits ------------------------------------------------------------------------------------------------ */

/* Keys that are no decimals of 9 places, scaled by a power of two: 126 bits each, and less than 2^126 together. */
static void keys_have_their_limit(void **state)
{
    (void)state;
    enum { POWERS_OF_TWO = 126 };
    double key[POWERS_OF_TWO + 1] = {0x1p62, 0x1p-63};
    md_wide weight[POWERS_OF_TWO + 1], sum;
    assert_int_equal(md_scale_keys(key, 2, weight, &sum), MD_OK);
    assert_true(weight[0] == (md_wide)1 << 125 && weight[1] == 1 && sum == weight[0] + 1);
    key[0] = 0x1p63;
    assert_int_equal(md_scale_keys(key, 2, weight, &sum), MD_DOMAIN);
    /* 2^62 + 2^61 + … + 2^-63 is 2^63 less the last term, which comes twice. */
    for (int i = 0; i < POWERS_OF_TWO; i++)
        key[i] = ldexp(1, 62 - i);
    key[POWERS_OF_TWO] = 0x1p-63;
    assert_int_equal(md_scale_keys(key, POWERS_OF_TWO, weight, &sum), MD_OK);
    assert_true(sum == MD_WIDE_LIMIT - 1);
    assert_int_equal(md_scale_keys(key, POWERS_OF_TWO + 1, weight, &sum), MD_DOMAIN);
}

/* Units × weights up to the limit and no further; for a divisor method each recipient takes one more. */
static void products_have_their_limit(void **state)
{
    (void)state;
    static const int64_t totals[] = {1, 2, 85000000, INT64_MAX - 1};
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        for (size_t t = 0; t < sizeof totals / sizeof *totals; t++) {
            bool divisor = methods[m] != MD_LARGEST_REMAINDER && methods[m] != MD_ROUNDED;
            md_wide weight = (MD_WIDE_LIMIT - 1) / ((md_wide)(uint64_t)totals[t] + divisor);
            struct md_wide_problem problem = {
                .n = 1, .weight = &weight, .weight_sum = weight, .units = totals[t], .method = methods[m]};
            struct md_tie tie;
            int64_t whole;
            assert_int_equal(md_apportion_wide(&problem, &whole, &tie, &memory.memory), MD_OK);
            assert_int_equal(whole, totals[t]);
            problem.weight_sum = ++weight;
            assert_int_equal(md_apportion_wide(&problem, &whole, &tie, &memory.memory), MD_DOMAIN);
            test_memory_free(&memory);
        }
    }
}

/* ---- Numbers ------------------------------------------------------------------------------------------------- */

/* Marsaglia's shifts 13, 7 and 17 by hand from 1: 1 ^ 1<<13 = 0x2001, ^ itself>>7 = 0x2041, ^ itself<<17 = 0x40822041. */
static void random_numbers(void **state)
{
    (void)state;
    uint64_t random = 1;
    assert_int_equal(md_next_random(&random), 0x40822041);
    assert_int_equal(random, 0x40822041);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_passes_find_a_rate),
        cmocka_unit_test(one_giant_is_found),
        cmocka_unit_test(the_rate_is_exact),
        cmocka_unit_test(few_remainders_are_compared),
        cmocka_unit_test(offers_that_are_alike_are_not_selected),
        cmocka_unit_test(wider_instructions_have_their_limits),
        cmocka_unit_test(whole_keys_are_added_in_blocks),
        cmocka_unit_test(keys_have_their_limit),
        cmocka_unit_test(products_have_their_limit),
        cmocka_unit_test(random_numbers),
    };
    return cmocka_run_group_tests_name("apportion", tests, NULL, NULL);
}
