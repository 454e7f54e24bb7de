// SPDX-License-Identifier: EUPL-1.2
/* Tests of the way in which functions/allocation/apportion*.c comes to its answers; test_allocation.c has the answers.
 *
 * A search that starts badly or steps badly ends with the same answer, and only takes longer. So its work is counted, by standing
 * between the parts (the linker's --wrap): passes over all recipients, and elements among which a cut is sought. That is the same on
 * every machine, which a stopwatch is not. The budgets are what was counted when this was written, and a little more.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../../functions/allocation/bounds.h"
#include "../../functions/allocation/keys.h"
#include "../../functions/allocation/multiplier.h"
#include "samples.h"

#include <string.h>

/* ---- Work, counted ------------------------------------------------------------------------------------------- */

static struct {
    size_t passes;   /* over all recipients, asking what they would get */
    size_t selected; /* elements among which a cut was sought */
} work;

struct md_sums __real_md_sum_at(const struct md_problem *problem, struct md_rounding rounding, double multiplier);
struct md_sums __wrap_md_sum_at(const struct md_problem *problem, struct md_rounding rounding, double multiplier);
struct md_parts __real_md_split(size_t *elements, size_t n, size_t k, md_compare *compare, const void *context);
struct md_parts __wrap_md_split(size_t *elements, size_t n, size_t k, md_compare *compare, const void *context);

struct md_sums __wrap_md_sum_at(const struct md_problem *problem, struct md_rounding rounding, double multiplier)
{
    work.passes++;
    return __real_md_sum_at(problem, rounding, multiplier);
}

struct md_parts __wrap_md_split(size_t *elements, size_t n, size_t k, md_compare *compare, const void *context)
{
    work.selected += n;
    return __real_md_split(elements, n, k, compare, context);
}

/* ---- Problems ------------------------------------------------------------------------------------------------ */

static double units[MOST];

/* The sample as the core is given it: whole keys, whole euros. */
static struct md_problem problem_of_sample(void)
{
    return (struct md_problem){.n = sample.allocation.n,
                               .weight = sample.key,
                               .weight_sum = sample.weight,
                               .units = (int64_t)sample.allocation.total,
                               .method = sample.allocation.method,
                               .lower = sample.allocation.minimum,
                               .upper = sample.allocation.maximum};
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

/* Counts the work of a problem; false if its bounds cannot hold. */
static bool apportion(const struct md_problem *problem)
{
    struct md_tie tie;
    memset(&work, 0, sizeof work);
    enum md_status status = md_apportion(problem, units, &tie, &sample.memory.memory);
    test_memory_free(&sample.memory);
    assert_true(status == MD_OK || (status == MD_DOMAIN && md_is_bounded(problem)));
    return status == MD_OK;
}

static void assert_within(const char *what, double counted, double budget)
{
    if (counted > budget)
        fail_msg("%s: %.3f, and %.3f was enough", what, counted, budget);
}

/* ---- Multipliers --------------------------------------------------------------------------------------------- */

/* Passes on average, by method and by what there is to share out. */
static const struct {
    double each;
    int bounds;
    double passes[METHODS];
} budgets[] = {
    {0.05, 0, {0, 2.85, 2.42, 0.81, 0}},    {0.9, 0, {0, 2.29, 2.85, 3.75, 0}},      {40, 0, {0, 2.31, 2.89, 3.85, 0}},
    {1e6, 0, {0, 2.08, 2.55, 3.47, 0}},     {3, 1, {3.3, 2.34, 3.22, 4.19, 3.3}},    {40, 1, {3.77, 2.87, 3.4, 4.33, 3.62}},
    {40, 2, {3.94, 3.44, 3.8, 4.53, 4.08}}, {40, 3, {3.87, 3.39, 3.77, 4.69, 4.04}}, {1e6, 3, {4.11, 4.46, 4.92, 5.71, 4.12}},
};

static void few_passes_enclose_the_multiplier(void **state)
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
                struct md_problem problem = problem_of_sample();
                if (!apportion(&problem))
                    continue;
                passes += (double)work.passes;
                problems++;
            }
            assert_true(problems > 0.9 * SIZES * KINDS * ROUNDS);
            assert_within(method_names[m], passes / problems, budgets[b].passes[m]);
        }
    }
}

/* One recipient's key is up to millions of times all others together. */
static void one_giant_is_found(void **state)
{
    (void)state;
    enum { SIZES = 2, GIANTS = 60 };
    static const size_t sizes[SIZES] = {1001, 9001};
    static const double most_passes[SIZES][METHODS] = {{6.16, 5.17, 5.57, 6.46, 6.16}, {6.64, 5.11, 5.31, 6.43, 6.64}};
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
            struct md_problem problem = problem_of_sample();
            assert_true(apportion(&problem));
            passes += (double)work.passes;
        }
        assert_within(method_names[m], passes / GIANTS, most_passes[c % SIZES][m]);
    }
}

/* One recipient's key is far more than all others together, and bounds hold everybody: where the first guess lies nobody can take more,
 * and the search has to step to where somebody can. */
static void a_bounded_giant_is_found(void **state)
{
    (void)state;
    enum { N = 9001, EACH = 8 };
    static const double most_passes[METHODS] = {5.5, 6.88, 7, 7.63, 5.5};
    for (size_t m = 0; m < METHODS; m++) {
        double passes = 0;
        for (int each = 0; each < EACH; each++) {
            make_sample(N, CHILDREN, methods[m]);
            sample.allocation.total = (25 + 30 * each) * N;
            sample.weight = 0;
            for (size_t i = 0; i < N; i++) {
                sample.key[i] = i == 0 ? 1e12 : (double)(1 + i % 9);
                sample.weight += (u128)sample.key[i];
                sample.low[i] = (double)(5 + i % 20);
                sample.high[i] = (double)(300 + i % 100);
            }
            sample.allocation.minimum = sample.low;
            sample.allocation.maximum = sample.high;
            struct md_problem problem = problem_of_sample();
            assert_true(apportion(&problem));
            passes += (double)work.passes;
        }
        assert_within(method_names[m], passes / EACH, most_passes[m]);
    }
}

/* At the multiplier that is found, the quotas between the bounds add up to the units: in whole numbers. */
static void assert_exact_multiplier(const struct md_problem *problem)
{
    struct md_multiplier multiplier;
    assert_int_equal(md_multiplier_within_bounds(problem, &multiplier, &sample.memory.memory), MD_OK);
    test_memory_free(&sample.memory);
    u128 sum = 0;
    for (size_t i = 0; i < problem->n; i++) {
        u128 quota = (u128)problem->weight[i] * (uint64_t)multiplier.units;
        u128 low = (u128)md_lower(problem, i) * multiplier.weight, high = (u128)md_upper(problem, i) * multiplier.weight;
        sum += quota < low ? low : quota > high ? high : quota;
    }
    assert_true(sum == (u128)problem->units * multiplier.weight);
}

static void the_multiplier_is_exact(void **state)
{
    (void)state;
    random_state = 1;
    size_t found = 0;
    for (size_t c = 0; c < 600; c++) {
        make_problem(5 + c, (enum kind)(c % KINDS), MD_LARGEST_REMAINDER, c % 2 ? 5 : 5000, 1 + (int)(c % 3));
        struct md_problem problem = problem_of_sample();
        if (!apportion(&problem) || work.passes == 0)
            continue;
        assert_exact_multiplier(&problem);
        found++;
    }
    assert_true(found > 500);
}

/* At λ = 5, or a fifth, those with an even number are at the upper bound, which they met at that λ or before it, and the others are
 * still at the lower one. */
static void with_nobody_free_the_multiplier_is_exact(void **state)
{
    (void)state;
    random_state = 2;
    for (size_t c = 0; c < 2000; c++) {
        size_t n = 2 + random_below(30);
        make_sample(n, SMALL, MD_LARGEST_REMAINDER);
        sample.weight = 0;
        sample.allocation.total = 0;
        for (size_t i = 0; i < n; i++) {
            double part = 1 + (double)random_below(c % 2 ? 10 : 1000000), slack = (double)random_below(4);
            double most = c % 4 < 2 ? 25 * part : part;
            sample.key[i] = 5 * part;
            sample.low[i] = i % 2 ? most + 1 + slack : 0;
            sample.high[i] = i % 2 ? 2 * sample.low[i] : slack < most ? most - slack : most;
            sample.weight += (u128)sample.key[i];
            sample.allocation.total += i % 2 ? sample.low[i] : sample.high[i];
        }
        sample.allocation.minimum = sample.low;
        sample.allocation.maximum = sample.high;
        struct md_problem problem = problem_of_sample();
        assert_exact_multiplier(&problem);
        assert_true(apportion(&problem));
        for (size_t i = 0; i < n; i++)
            assert_true(units[i] == (i % 2 ? sample.low[i] : sample.high[i]));
    }
}

/* Weights, bounds and totals of every size, at the ends of the range of a double: never more passes than halving its bits takes. */
static void passes_have_a_limit(void **state)
{
    (void)state;
    enum { MOST_PASSES = 64 };
    random_state = 3;
    for (size_t c = 0; c < 20000; c++) {
        size_t n = 1 + random_below(12);
        make_sample(n, SMALL, methods[c % METHODS]);
        sample.weight = 0;
        for (size_t i = 0; i < n; i++) {
            sample.key[i] = floor(ldexp(1 + random_part(1), (int)random_below(52)));
            sample.weight += (u128)sample.key[i];
            sample.low[i] = random_below(2) ? 0 : floor(ldexp(1 + random_part(1), (int)random_below(45)));
            sample.high[i] = random_below(3) ? sample.low[i] + floor(ldexp(1, (int)random_below(50))) : HUGE_VAL;
        }
        sample.allocation.minimum = random_below(2) ? sample.low : NULL;
        sample.allocation.maximum = random_below(2) ? sample.high : NULL;
        sample.allocation.total = floor(ldexp(1 + random_part(1), (int)random_below(52)));
        struct md_problem problem = problem_of_sample();
        apportion(&problem);
        assert_within("passes", (double)work.passes, MOST_PASSES);
    }
}

/* ---- Cuts ---------------------------------------------------------------------------------------------------- */

/* Of evenly spread remainders hardly any is as large as the cut, and of the units few are left when the range is found. */
static void few_are_compared(void **state)
{
    (void)state;
    static const struct {
        size_t n, problems;
        double selected[METHODS]; /* of each recipient, on average */
    } cases[] = {{343, 1000, {0.001, 0.037, 0.038, 0.038, 0.001}},
                 {2000, 200, {0.001, 0.029, 0.03, 0.03, 0.001}},
                 {MOST - 1, 20, {0.001, 0.026, 0.026, 0.026, 0.001}}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        for (size_t m = 0; m < METHODS; m++) {
            random_state = c;
            double selected = 0;
            for (size_t p = 0; p < cases[c].problems; p++) {
                make_problem(cases[c].n, EVEN, methods[m], 5000, (int)(p % 4));
                struct md_problem problem = problem_of_sample();
                if (apportion(&problem))
                    selected += (double)work.selected / (double)problem.n;
            }
            assert_within(method_names[m], selected / (double)cases[c].problems, cases[c].selected[m]);
        }
    }
}

static size_t orders_asked;

static int asked(const void *context, size_t a, size_t b)
{
    orders_asked++;
    return by_number(context, a, b);
}

/* Equal keys in an order, and keys above 2^53 that differ by 2: among so many that tie or nearly do, the work stays linear. */
static void crafted_keys_and_orders_take_linear_work(void **state)
{
    (void)state;
    for (size_t c = 0; c < 4 * METHODS; c++) {
        size_t shape = c / METHODS, n = MOST;
        make_sample(n, ALIKE, methods[c % METHODS]);
        for (size_t i = 0; i < n; i++) {
            sample.order[i] = shape == 0 ? (double)(n - i) : shape == 1 ? (double)(i * 7919 % n) : (double)(i % 3);
            sample.key[i] = shape < 2 ? 17 : shape == 2 ? 0x1p53 + 2 * (double)(i % 1000) : 0x1p53 + 2 * (double)(i * i % 4096);
        }
        sample.allocation.total = 3 * (double)n + (double)(n / 2);
        sample.allocation.order = asked;
        orders_asked = 0;
        memset(&work, 0, sizeof work);
        assert_int_equal(md_allocate(&sample.allocation, sample.amounts, NULL, &sample.memory.memory), MD_OK);
        test_memory_free(&sample.memory);
        assert_within("orders asked", (double)orders_asked / (double)n, 8.8);
        assert_within("elements among which a cut is sought", (double)work.selected / (double)n, 3);
        assert_within("passes", (double)work.passes, 9);
    }
}

/* ---- Keys and limits ----------------------------------------------------------------------------------------- */

/* Whole keys below 2^53 are their own weights, and no room is taken for them. */
static void whole_keys_are_their_own_weights(void **state)
{
    (void)state;
    const double most = 0x1p53 - 1;
    double key[3] = {most, 0, most};
    struct md_weights weights;
    struct test_memory memory = test_memory_new();
    assert_int_equal(md_weigh(key, 3, &weights, &memory.memory), MD_OK);
    assert_int_equal(memory.taken, 0);
    assert_ptr_equal(weights.nearest, key);
    assert_null(weights.exact);
    assert_true(weights.sum == 2 * (md_wide)most);
    key[1] = 0x1p53;
    assert_int_equal(md_weigh(key, 3, &weights, &memory.memory), MD_OK);
    assert_true(weights.exact[1] == (md_wide)1 << 53 && weights.sum == 2 * (md_wide)most + ((md_wide)1 << 53));
    test_memory_free(&memory);
}

/* Keys that are no decimals of 9 places, scaled by a power of two: 126 bits each, and less than 2^126 together. */
static void keys_have_their_limit(void **state)
{
    (void)state;
    enum { POWERS_OF_TWO = 126 };
    double key[POWERS_OF_TWO + 1] = {0x1p62, 0x1p-63};
    struct md_weights weights;
    struct test_memory memory = test_memory_new();
    assert_int_equal(md_weigh(key, 2, &weights, &memory.memory), MD_OK);
    assert_true(weights.exact[0] == (md_wide)1 << 125 && weights.exact[1] == 1 && weights.sum == weights.exact[0] + 1);
    assert_true(weights.nearest[0] == 0x1p125 && weights.nearest[1] == 1 && weights.binary);
    key[0] = 0x1p63;
    assert_int_equal(md_weigh(key, 2, &weights, &memory.memory), MD_DOMAIN);
    /* 2^62 + 2^61 + … + 2^-63 is 2^63 less the last term, which comes twice. */
    for (int i = 0; i < POWERS_OF_TWO; i++)
        key[i] = ldexp(1, 62 - i);
    key[POWERS_OF_TWO] = 0x1p-63;
    assert_int_equal(md_weigh(key, POWERS_OF_TWO, &weights, &memory.memory), MD_OK);
    assert_true(weights.sum == MD_WIDE_LIMIT - 1);
    assert_int_equal(md_weigh(key, POWERS_OF_TWO + 1, &weights, &memory.memory), MD_DOMAIN);
    test_memory_free(&memory);
}

/* Units × weights up to the limit and no further, by every method. */
static void products_have_their_limit(void **state)
{
    (void)state;
    static const int64_t totals[] = {1, 2, 85000000, INT64_C(1) << 53};
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        for (size_t t = 0; t < sizeof totals / sizeof *totals; t++) {
            md_wide exact = (MD_WIDE_LIMIT - 1) / (uint64_t)totals[t];
            double weight = (double)exact, whole;
            struct md_problem problem = {
                .n = 1, .weight = &weight, .exact = &exact, .weight_sum = exact, .units = totals[t], .method = methods[m]};
            struct md_tie tie;
            assert_int_equal(md_apportion(&problem, &whole, &tie, &memory.memory), MD_OK);
            assert_true(whole == (double)totals[t]);
            problem.weight_sum = ++exact;
            assert_int_equal(md_apportion(&problem, &whole, &tie, &memory.memory), MD_DOMAIN);
            test_memory_free(&memory);
        }
    }
}

/* Two equal claims to one unit, at the limit: d'Hondt and the others share it out as they do small ones. */
static void the_largest_weights_are_shared_out(void **state)
{
    (void)state;
    md_wide exact[2] = {(md_wide)1 << 125, 1};
    const double weight[2] = {0x1p125, 1};
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        struct md_problem problem = {
            .n = 2, .weight = weight, .exact = exact, .weight_sum = exact[0] + 1, .units = 1, .method = methods[m]};
        struct md_tie tie;
        double whole[2];
        assert_int_equal(md_apportion(&problem, whole, &tie, &memory.memory), MD_OK);
        assert_true(whole[0] == 1 && whole[1] == 0);
        test_memory_free(&memory);
    }
}

/* So many units for two recipients of weight 1, and a third of none. */
static enum md_status share_between_two(int64_t total, enum md_method method, double whole[3], struct test_memory *memory)
{
    static const double weight[3] = {1, 1, 0};
    struct md_problem problem = {.n = 3, .weight = weight, .weight_sum = 2, .units = total, .method = method};
    struct md_tie tie;
    return md_apportion(&problem, whole, &tie, &memory->memory);
}

/* 2^53 units for one recipient, and not one more; the others share what is left. */
static void units_have_their_limit(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        for (int more = 0; more < 4; more++) {
            double whole[3];
            enum md_status expected = more == 0 ? MD_OK : MD_DOMAIN;
            assert_int_equal(share_between_two((INT64_C(1) << 54) + more, methods[m], whole, &memory), expected);
            if (expected == MD_OK)
                assert_true(whole[0] == 0x1p53 && whole[1] == 0x1p53 && whole[2] == 0);
            test_memory_free(&memory);
        }
    }
}

/* 2^53 units are a bound like any other, and more cannot hold. */
static void bounds_have_their_limit(void **state)
{
    (void)state;
    const double weight[2] = {1, 1}, least[2] = {0x1p53, 0}, more[2] = {0x1p53 + 2, 0};
    const double heavy[2] = {0x1p53 - 1, 1}, most[2] = {0x1p53, HUGE_VAL};
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        struct md_problem problem = {
            .n = 2, .weight = weight, .weight_sum = 2, .units = (INT64_C(1) << 53) + 2, .method = methods[m], .lower = least};
        struct md_tie tie;
        double whole[2];
        assert_int_equal(md_apportion(&problem, whole, &tie, &memory.memory), MD_OK);
        assert_true(whole[0] == 0x1p53 && whole[1] == 2);
        problem.lower = more;
        assert_int_equal(md_apportion(&problem, whole, &tie, &memory.memory), MD_DOMAIN);
        problem.lower = NULL;
        problem.upper = most;
        problem.weight = heavy;
        problem.weight_sum = (md_wide)1 << 53;
        assert_int_equal(md_apportion(&problem, whole, &tie, &memory.memory), MD_OK);
        assert_true(whole[0] == 0x1p53 && whole[1] == 2);
        test_memory_free(&memory);
    }
}

/* 2^54 units for each with a weight are more than anybody may get: nothing is searched for beyond. */
static void more_than_all_may_get_takes_no_search(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        for (int bits = 55; bits < 63; bits++) {
            double whole[3];
            memset(&work, 0, sizeof work);
            assert_int_equal(share_between_two((INT64_C(1) << bits) + 1, methods[m], whole, &memory), MD_DOMAIN);
            assert_int_equal(work.passes, 0);
            assert_int_equal(memory.taken, 0);
            test_memory_free(&memory);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_passes_enclose_the_multiplier),
        cmocka_unit_test(one_giant_is_found),
        cmocka_unit_test(a_bounded_giant_is_found),
        cmocka_unit_test(the_multiplier_is_exact),
        cmocka_unit_test(with_nobody_free_the_multiplier_is_exact),
        cmocka_unit_test(passes_have_a_limit),
        cmocka_unit_test(few_are_compared),
        cmocka_unit_test(crafted_keys_and_orders_take_linear_work),
        cmocka_unit_test(whole_keys_are_their_own_weights),
        cmocka_unit_test(keys_have_their_limit),
        cmocka_unit_test(products_have_their_limit),
        cmocka_unit_test(the_largest_weights_are_shared_out),
        cmocka_unit_test(units_have_their_limit),
        cmocka_unit_test(bounds_have_their_limit),
        cmocka_unit_test(more_than_all_may_get_takes_no_search),
    };
    return cmocka_run_group_tests_name("apportion", tests, NULL, NULL);
}
