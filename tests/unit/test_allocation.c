// SPDX-License-Identifier: EUPL-1.2
/* Tests of functions/allocation/allocation.h: the numbers in brackets are its sentences.
 *
 * Half of them compare with what tests/reference/allocation.py wrote in exact fractions (tests/data/allocation.tsv and
 * apportionments.tsv); the other half state what must hold for every allocation and try that on generated ones of all sizes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../../functions/allocation/allocation.h"
#include "doubles.h"
#include "reference.h"
#include "samples.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef TEST_DATA_DIR
#define TEST_DATA_DIR "tests/data"
#endif

/* ---- The reference ------------------------------------------------------------------------------------------- */

enum { GROUP, NAME, METHOD, TOTAL, UNIT, COUNT, KEYS, MINIMUM, MAXIMUM, ORDER, STATUS, AMOUNTS, TIED, TIED_UNITS, COLUMNS };

struct table {
    char *text; /* the whole file; the rows point into it */
    char *(*rows)[COLUMNS];
    size_t count;
    size_t compared; /* rows that some test has looked at */
};

static struct table generated, published;
static struct reference second;

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    size_t size = 0, room = 1 << 20;
    char *text = malloc(room + 1);
    while (text != NULL) {
        size += fread(text + size, 1, room - size, file);
        if (size < room)
            break;
        room *= 2;
        char *larger = realloc(text, room + 1);
        if (larger == NULL)
            free(text);
        text = larger;
    }
    fclose(file);
    if (text != NULL)
        text[size] = '\0';
    return text;
}

/* Cuts `text` at every `mark`; returns how many pieces there are, at most `most` of which are in `pieces`. */
static size_t cut(char *text, char mark, char **pieces, size_t most)
{
    size_t count = 0;
    for (char *next = text; next != NULL; count++) {
        if (count < most)
            pieces[count] = next;
        next = strchr(next, mark);
        if (next != NULL)
            *next++ = '\0';
    }
    return count;
}

static int load(struct table *reference, const char *path)
{
    reference->text = read_file(path);
    if (reference->text == NULL) {
        print_error("%s cannot be read\n", path);
        return -1;
    }
    size_t lines = 1;
    for (const char *at = reference->text; *at != '\0'; at++)
        lines += *at == '\n';
    char **line = calloc(lines, sizeof *line);
    reference->rows = calloc(lines, sizeof *reference->rows);
    if (line == NULL || reference->rows == NULL) {
        free(line);
        return -1;
    }
    lines = cut(reference->text, '\n', line, lines);
    for (size_t i = 0; i < lines; i++) {
        if (line[i][0] == '#' || line[i][0] == '\0')
            continue;
        if (cut(line[i], '\t', reference->rows[reference->count], COLUMNS) != COLUMNS) {
            print_error("%s:%zu has not %d columns\n", path, i + 1, COLUMNS);
            free(line);
            return -1;
        }
        reference->count++;
    }
    free(line);
    return 0;
}

static int load_references(void **state)
{
    (void)state;
    return load(&generated, TEST_DATA_DIR "/allocation.tsv") == 0 ? load(&published, TEST_DATA_DIR "/apportionments.tsv") : -1;
}

static int free_references(void **state)
{
    (void)state;
    free(generated.rows);
    free(generated.text);
    free(published.rows);
    free(published.text);
    return 0;
}

/* The numbers of a column, or NULL for "-". */
static const double *numbers_in(char *column, double *numbers, size_t n)
{
    if (strcmp(column, "-") == 0)
        return NULL;
    char *at = column;
    for (size_t i = 0; i < n; i++)
        numbers[i] = strtod(at, &at);
    if (*at != '\0')
        fail_msg("more than %zu numbers, or something else: %s", n, at);
    return numbers;
}

static enum md_status status_named(const char *name)
{
    return strcmp(name, "OK") == 0              ? MD_OK
           : strcmp(name, "DOMAIN") == 0        ? MD_DOMAIN
           : strcmp(name, "ZERO_DIVISION") == 0 ? MD_ZERO_DIVISION
                                                : MD_BLANK;
}

/* Says what is wrong with an outcome; false if nothing is. */
static bool differs(char **row, enum md_status status, const double *amounts, struct md_tie tie, const double *expected,
                    size_t n)
{
    const char *what = NULL;
    size_t at = 0;
    double is = 0, should_be = 0;
    if (status != status_named(row[STATUS])) {
        what = "status";
        is = status;
        should_be = status_named(row[STATUS]);
    } else if (status == MD_OK) {
        for (size_t i = 0; i < n && what == NULL; i++) {
            if (!same_double(amounts[i], expected[i])) {
                what = "amount";
                at = i + 1;
                is = amounts[i];
                should_be = expected[i];
            }
        }
        if (what == NULL && strcmp(row[TIED], "-") != 0 &&
            (tie.recipients != strtoul(row[TIED], NULL, 10) || tie.units != strtoul(row[TIED_UNITS], NULL, 10))) {
            what = "tie";
            is = (double)tie.recipients;
            should_be = strtod(row[TIED], NULL);
        }
    }
    if (what == NULL)
        return false;
    print_error("%s, %s, %s: %s %zu is %.17g, expected %.17g (total %s, unit %s, n %zu)\n", row[GROUP], row[NAME], row[METHOD],
                what, at, is, should_be, row[TOTAL], row[UNIT], n);
    return true;
}

/* Does the answer to one row differ? */
static bool compare_row(char **row)
{
    size_t n = strtoul(row[COUNT], NULL, 10);
    struct test_memory memory = test_memory_new();
    double *room = malloc(6 * n * sizeof *room);
    assert_non_null(room);
    struct md_allocation allocation = {.total = strtod(row[TOTAL], NULL),
                                       .unit = strtod(row[UNIT], NULL),
                                       .n = n,
                                       .key = numbers_in(row[KEYS], room, n),
                                       .minimum = numbers_in(row[MINIMUM], room + n, n),
                                       .maximum = numbers_in(row[MAXIMUM], room + 2 * n, n),
                                       .order_context = numbers_in(row[ORDER], room + 3 * n, n)};
    allocation.order = allocation.order_context == NULL ? NULL : by_number;
    size_t method = 0;
    while (method < METHODS && strcmp(method_names[method], row[METHOD]) != 0)
        method++;
    if (method == METHODS)
        fail_msg("no such method: %s", row[METHOD]);
    allocation.method = methods[method];
    const double *expected = numbers_in(row[AMOUNTS], room + 4 * n, n);
    double *amounts = room + 5 * n;
    struct md_tie tie = {SIZE_MAX, SIZE_MAX};
    enum md_status status = md_allocate(&allocation, amounts, &tie, &memory.memory);
    bool different = differs(row, status, amounts, tie, expected, n);
    test_memory_free(&memory);
    free(room);
    return different;
}

static void compare_group(struct table *reference, const char *group)
{
    size_t compared = 0, different = 0;
    for (size_t i = 0; i < reference->count; i++) {
        if (strcmp(reference->rows[i][GROUP], group) != 0)
            continue;
        different += compare_row(reference->rows[i]);
        compared++;
    }
    reference->compared += compared;
    if (compared == 0)
        fail_msg("no case in group \"%s\"", group);
    if (different > 0)
        fail_msg("%zu differences in %zu cases", different, compared);
}

static void as_the_reference(void **state)
{
    compare_group(&generated, *state);
}

static void as_published(void **state)
{
    compare_group(&published, *state);
}

/* A group that was added to a file needs a line in main(). */
static void no_case_was_left_out(void **state)
{
    (void)state;
    assert_int_equal(generated.compared, generated.count);
    assert_int_equal(published.compared, published.count);
}

/* ---- Generated allocations ----------------------------------------------------------------------------------- */

static void allocate_sample(double *amounts)
{
    assert_int_equal(md_allocate(&sample.allocation, amounts, &sample.tie, &sample.memory.memory), MD_OK);
    test_memory_free(&sample.memory);
}

/* Every size at first, then ever fewer. */
static size_t next_size(size_t n)
{
    return n < 24 ? n + 1 : n < 2000 ? n + n / 3 : n < 3000 ? n + 500 : 4 * n + 1;
}

static void on_samples(enum md_method method, void (*check)(void))
{
    random_state = (uint64_t)method;
    for (size_t n = 1; n <= MOST; n = next_size(n)) {
        for (int kind = 0; kind < KINDS; kind++) {
            make_sample(n, (enum kind)kind, method);
            allocate_sample(sample.amounts);
            check();
        }
    }
}

static void on_every_method(void (*check)(void))
{
    for (size_t m = 0; m < METHODS; m++)
        on_samples(methods[m], check);
}

static void check_sum(void)
{
    if (sample.allocation.method == MD_ROUNDED)
        return;
    int64_t sum = 0;
    for (size_t i = 0; i < sample.allocation.n; i++)
        sum += (int64_t)sample.amounts[i];
    assert_double((double)sum, sample.allocation.total);
}

/* (1) */
static void amounts_add_up_to_the_total(void **state)
{
    (void)state;
    on_every_method(check_sum);
}

static u128 quota(size_t i, u128 *remainder)
{
    u128 product = (u128)sample.allocation.total * (u128)sample.key[i];
    *remainder = product % sample.weight;
    return product / sample.weight;
}

static void check_quota(void)
{
    for (size_t i = 0; i < sample.allocation.n; i++) {
        u128 remainder, whole = quota(i, &remainder), amount = (u128)sample.amounts[i];
        assert_true(amount == whole || (remainder != 0 && amount == whole + 1));
    }
}

/* (2) */
static void largest_remainder_keeps_the_quota(void **state)
{
    (void)state;
    on_samples(MD_LARGEST_REMAINDER, check_quota);
}

static void check_rounding(void)
{
    for (size_t i = 0; i < sample.allocation.n; i++) {
        u128 remainder, whole = quota(i, &remainder);
        assert_true((u128)sample.amounts[i] == whole + (2 * remainder >= sample.weight));
    }
}

/* (1) */
static void rounded_amounts_are_rounded_each_by_itself(void **state)
{
    (void)state;
    on_samples(MD_ROUNDED, check_rounding);
}

/* (4): does recipient a come before b where their claims are equal? */
static bool precedes(size_t a, size_t b)
{
    if (sample.key[a] != sample.key[b])
        return sample.key[a] > sample.key[b];
    if (sample.allocation.order != NULL && sample.order[a] != sample.order[b])
        return sample.order[a] < sample.order[b];
    return a < b;
}

static void check_remainders(void)
{
    size_t n = sample.allocation.n, last = n, first = n;
    u128 least = 0, most = 0;
    for (size_t i = 0; i < n; i++) {
        u128 remainder, whole = quota(i, &remainder);
        if ((u128)sample.amounts[i] > whole) {
            if (last == n || remainder < least || (remainder == least && precedes(last, i))) {
                last = i;
                least = remainder;
            }
        } else if (first == n || remainder > most || (remainder == most && precedes(i, first))) {
            first = i;
            most = remainder;
        }
    }
    if (last < n && first < n)
        assert_true(least > most || (least == most && precedes(last, first)));
}

/* (2), (4): who was not served had no better claim than who was. */
static void largest_remainders_are_served(void **state)
{
    (void)state;
    on_samples(MD_LARGEST_REMAINDER, check_remainders);
}

/* Twice the number d of sentence 3. */
static u128 twice_start(void)
{
    return sample.allocation.method == MD_SAINTE_LAGUE ? 1 : sample.allocation.method == MD_DHONDT ? 2 : 0;
}

/* Is unit `a_unit` of recipient a cheaper than unit `b_unit` of b, or equally cheap and first in a tie? */
static bool cheaper(size_t a, u128 a_unit, size_t b, u128 b_unit)
{
    u128 left = (2 * a_unit + twice_start()) * (u128)sample.key[b], right = (2 * b_unit + twice_start()) * (u128)sample.key[a];
    return left < right || (left == right && precedes(a, b));
}

static void check_prices(void)
{
    size_t n = sample.allocation.n, dearest = n, cheapest = n;
    for (size_t i = 0; i < n; i++) {
        u128 amount = (u128)sample.amounts[i];
        if (sample.key[i] == 0) {
            assert_double(sample.amounts[i], 0);
            continue;
        }
        if (amount > 0 && (dearest == n || cheaper(dearest, (u128)sample.amounts[dearest] - 1, i, amount - 1)))
            dearest = i;
        if (cheapest == n || cheaper(i, amount, cheapest, (u128)sample.amounts[cheapest]))
            cheapest = i;
    }
    if (dearest < n && dearest != cheapest)
        assert_true(cheaper(dearest, (u128)sample.amounts[dearest] - 1, cheapest, (u128)sample.amounts[cheapest]));
}

/* (3), (4) */
static void cheapest_units_are_given(void **state)
{
    (void)state;
    on_samples(MD_SAINTE_LAGUE, check_prices);
    on_samples(MD_DHONDT, check_prices);
    on_samples(MD_ADAMS, check_prices);
}

static void assert_same_amounts(const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_double(a[i], b[i]);
}

/* The sample's question, as tests/unit/reference.h is asked it: whole keys, whole euros. */
static void ask_reference(void)
{
    const struct md_allocation *allocation = &sample.allocation;
    second.n = allocation->n;
    second.units = (int64_t)allocation->total;
    second.method = allocation->method;
    second.bounded = allocation->minimum != NULL || allocation->maximum != NULL;
    for (size_t i = 0; i < allocation->n; i++) {
        second.weight[i] = (md_wide)sample.key[i];
        second.order[i] = allocation->order == NULL ? 0 : sample.order[i];
        second.lower[i] = allocation->minimum == NULL ? 0 : (int64_t)sample.low[i];
        second.upper[i] = allocation->maximum == NULL || sample.high[i] > 0x1p60 ? INT64_MAX : (int64_t)sample.high[i];
    }
}

/* What the sample was answered is what the reference says. */
static void check_reference(void)
{
    static int64_t units[MOST];
    ask_reference();
    for (size_t i = 0; i < second.n; i++)
        units[i] = (int64_t)sample.amounts[i];
    const char *objection = reference_objection(&second, units, &sample.tie);
    if (objection != NULL)
        fail_msg("method %d, %zu recipients: %s", (int)second.method, second.n, objection);
}

/* Allocates the sample, which is refused where the reference finds no answer possible. */
static bool check_possible(void)
{
    ask_reference();
    enum md_status status = md_allocate(&sample.allocation, sample.amounts, &sample.tie, &sample.memory.memory);
    test_memory_free(&sample.memory);
    assert_int_equal(status, reference_is_possible(&second) ? MD_OK : MD_DOMAIN);
    if (status == MD_OK)
        check_reference();
    return status == MD_OK;
}

/* (6) */
static void every_answer_is_the_references(void **state)
{
    (void)state;
    on_every_method(check_reference);
}

static void check_loose_bounds(void)
{
    for (size_t i = 0; i < sample.allocation.n; i++) {
        sample.low[i] = 0;
        sample.high[i] = HUGE_VAL;
    }
    sample.allocation.minimum = sample.low;
    sample.allocation.maximum = sample.high;
    allocate_sample(sample.others);
    assert_same_amounts(sample.others, sample.amounts, sample.allocation.n);
}

/* (6): whole parts of many digits, where an estimate in double is one off most often. */
static void estimates_are_corrected(void **state)
{
    (void)state;
    static const double limits[] = {0x1p50, 0x1p52};
    random_state = 6;
    for (size_t c = 0; c < 40 * 2 * METHODS * 10; c++) {
        make_sample(1 + c % 40, c % 3 ? EVEN : CHILDREN, methods[c / 80 % METHODS]);
        sample.allocation.total = limits[c / 40 % 2] + 10 - (double)random_below(20);
        allocate_sample(sample.amounts);
        check_reference();
        check_loose_bounds();
        bound_sample(0, 0.4);
        sample.low[0] = 0;
        check_possible();
    }
}

/* (6): all remainders are large, or all are small, and the cut falls among the last or the first of them. */
static void a_cut_is_found_at_the_end(void **state)
{
    (void)state;
    static const size_t sizes[] = {343, 2000, 9001, MOST - 1};
    random_state = 9;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        for (int more = -3; more <= 3; more++) {
            size_t n = sizes[s];
            make_sample(n, EVEN, MD_LARGEST_REMAINDER);
            for (size_t i = 0; i < n; i++)
                sample.key[i] = 1000000 + (double)random_below(10);
            sample.allocation.total = 3 * (double)n + more;
            allocate_sample(sample.amounts);
            check_reference();
        }
    }
}

/* (6), (8): where the search for the multiplier differs most. */
static void the_multiplier_is_found(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 2, 3, 5, 8, 64, 343, 1500, 2500, MOST - 1};
    size_t found = 0;
    random_state = 8;
    for (size_t c = 0; c < sizeof sizes / sizeof *sizes * KINDS * METHODS * 3; c++) {
        size_t n = sizes[c % 10];
        make_sample(n, (enum kind)(c / 10 % KINDS), methods[c / 10 / KINDS % METHODS]);
        sample.allocation.total = (double)(n * 40 + random_below(n * 40));
        allocate_sample(sample.amounts);
        bound_sample((int)(c / 10 / KINDS / METHODS), 0.4);
        found += check_possible();
    }
    assert_true(found > 500);
}

static void check_permutation(void)
{
    size_t n = sample.allocation.n;
    static double key[MOST], order[MOST];
    /* With an order that tells all recipients apart, the place in the list decides nothing. */
    sample.allocation.order = by_number;
    allocate_sample(sample.amounts);
    for (size_t i = 0; i < n; i++) {
        key[sample.place[i]] = sample.key[i];
        order[sample.place[i]] = sample.order[i];
    }
    sample.allocation.key = key;
    sample.allocation.order_context = order;
    allocate_sample(sample.others);
    for (size_t i = 0; i < n; i++)
        assert_double(sample.others[sample.place[i]], sample.amounts[i]);
}

/* (4) */
static void sorting_the_recipients_changes_nothing(void **state)
{
    (void)state;
    on_every_method(check_permutation);
}

static void check_scale(void)
{
    static const double scales[] = {3, 1024, 0.125, 0x1p-60, 0x1p40};
    static double key[MOST];
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++) {
        for (size_t i = 0; i < sample.allocation.n; i++)
            key[i] = sample.key[i] * scales[s];
        sample.allocation.key = key;
        allocate_sample(sample.others);
        assert_same_amounts(sample.others, sample.amounts, sample.allocation.n);
    }
}

/* (1), (5) */
static void keys_count_in_proportion_only(void **state)
{
    (void)state;
    on_every_method(check_scale);
}

static void check_cents(void)
{
    sample.allocation.total /= 100;
    sample.allocation.unit = 0.01;
    allocate_sample(sample.others);
    for (size_t i = 0; i < sample.allocation.n; i++)
        assert_double(sample.others[i], sample.amounts[i] / 100);
}

/* (5): as many cents as there were euros, each amount computed once. */
static void cents_are_shared_out_as_euros(void **state)
{
    (void)state;
    on_every_method(check_cents);
}

static void check_mirror(void)
{
    sample.allocation.total = -sample.allocation.total;
    allocate_sample(sample.others);
    for (size_t i = 0; i < sample.allocation.n; i++)
        assert_double(sample.others[i], sample.amounts[i] == 0 ? 0 : -sample.amounts[i]);
}

/* (7) */
static void negative_total_is_the_mirror_image(void **state)
{
    (void)state;
    on_every_method(check_mirror);
}

static int by_key(const void *a, const void *b)
{
    size_t i = *(const size_t *)a, j = *(const size_t *)b;
    return precedes(i, j) ? -1 : precedes(j, i);
}

static void check_monotone(void)
{
    size_t n = sample.allocation.n;
    qsort(sample.place, n, sizeof *sample.place, by_key);
    for (size_t i = 1; i < n; i++)
        assert_true(sample.amounts[sample.place[i - 1]] >= sample.amounts[sample.place[i]]);
}

/* (4) */
static void larger_key_never_gets_less(void **state)
{
    (void)state;
    on_every_method(check_monotone);
}

static void check_bounds(void)
{
    size_t n = sample.allocation.n;
    double least = 0, most = 0;
    for (size_t i = 0; i < n; i++) {
        double fair = sample.amounts[i];
        sample.low[i] = floor(fair * (double)random_below(1000) / 1000);
        sample.high[i] = sample.key[i] == 0     ? 5
                         : random_below(4) == 0 ? HUGE_VAL
                                                : floor(fair * (1 + (double)random_below(1000) / 500)) + 1;
        if (random_below(3) == 0)
            sample.low[i] = floor(fair) + (double)random_below(4) * (sample.high[i] >= fair + 3);
        least += sample.low[i];
        most += sample.key[i] == 0 ? sample.low[i] : sample.high[i];
    }
    bool can_hold = least <= sample.allocation.total && most >= sample.allocation.total;
    sample.allocation.minimum = sample.low;
    sample.allocation.maximum = sample.high;
    enum md_status status = md_allocate(&sample.allocation, sample.amounts, NULL, &sample.memory.memory);
    test_memory_free(&sample.memory);
    assert_int_equal(status, can_hold ? MD_OK : MD_DOMAIN);
    if (!can_hold)
        return;
    check_sum();
    for (size_t i = 0; i < n; i++) {
        assert_true(sample.amounts[i] >= sample.low[i] && sample.amounts[i] <= sample.high[i]);
        if (sample.key[i] == 0)
            assert_double(sample.amounts[i], sample.low[i]);
    }
}

/* (8), (9) */
static void amounts_stay_within_their_bounds(void **state)
{
    (void)state;
    on_every_method(check_bounds);
}

/* (8) */
static void bounds_that_bind_nobody_change_nothing(void **state)
{
    (void)state;
    on_every_method(check_loose_bounds);
}

/* (8): what a large key would get without its low maximum, beside a small key without one, is more than 64 bits can count. */
static void a_large_key_with_a_low_maximum(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    const double key[] = {5e9, 1}, maximum[] = {10, HUGE_VAL};
    for (size_t m = 0; m < METHODS; m++) {
        double amounts[2] = {0, 0};
        struct md_allocation allocation = {
            .total = 1e13, .unit = 1, .method = methods[m], .n = 2, .key = key, .maximum = maximum};
        assert_int_equal(md_allocate(&allocation, amounts, NULL, &memory.memory), MD_OK);
        assert_double(amounts[0], 10);
        assert_double(amounts[1], 1e13 - 10);
        test_memory_free(&memory);
    }
}

/* ---- Steps --------------------------------------------------------------------------------------------------- */

/* Is `number` the double nearest to numerator / denominator? Both are below 2^73, so that 53 more bits fit in 128. */
static bool is_nearest(double number, u128 numerator, u128 denominator)
{
    if (numerator == 0)
        return same_double(number, 0);
    int exponent;
    u128 digits = (u128)(frexp(number, &exponent) * 0x1p53);
    int shift = 53 - exponent;
    if (number <= 0 || shift < 0 || shift > 127)
        return false;
    u128 left = digits * denominator, right = numerator << shift;
    return 2 * (left > right ? left - right : right - left) <= denominator;
}

static struct md_step steps[MOST];

static void check_steps(void)
{
    size_t n = sample.allocation.n, left = 0;
    static bool taken[MOST];
    assert_int_equal(md_allocation_steps(&sample.allocation, steps, &sample.memory.memory), MD_OK);
    test_memory_free(&sample.memory);
    memset(taken, 0, sizeof taken);
    for (size_t i = 0; i < n; i++) {
        assert_double(steps[i].amount, sample.amounts[i]);
        assert_true(steps[i].rank >= 1 && steps[i].rank <= (double)n && steps[i].rank == floor(steps[i].rank));
        assert_false(taken[(size_t)steps[i].rank - 1]);
        taken[(size_t)steps[i].rank - 1] = true;
        u128 remainder, whole = quota(i, &remainder);
        assert_double(steps[i].rounded_down, (double)whole);
        if (!is_nearest(steps[i].share, (u128)sample.key[i], sample.weight))
            fail_msg("share of %g in %g is %.17g", sample.key[i], (double)sample.weight, steps[i].share);
        assert_true(fabs(steps[i].remainder - (double)remainder / (double)sample.weight) <= DBL_EPSILON);
        left += sample.amounts[i] > steps[i].rounded_down;
    }
    for (size_t i = 0; i < n; i++)
        assert_true((steps[i].rank <= (double)left) == (steps[i].amount > steps[i].rounded_down));
}

static void steps_lead_to_the_amounts(void **state)
{
    (void)state;
    on_samples(MD_LARGEST_REMAINDER, check_steps);
}

static void steps_show_the_nearest_exact_amount(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    random_state = 7;
    for (int round = 0; round < 20000; round++) {
        double key[3] = {(double)(1 + random_below(4000)), (double)random_below(4000), (double)random_below(4000)};
        double total = (double)(1 + random_below(UINT64_C(1) << (2 + random_below(27))));
        struct md_allocation allocation = {.total = total, .unit = 1, .n = 3, .key = key};
        assert_int_equal(md_allocation_steps(&allocation, steps, &memory.memory), MD_OK);
        test_memory_free(&memory);
        for (size_t i = 0; i < 3; i++) {
            u128 product = (u128)total * (u128)key[i], weight = (u128)(key[0] + key[1] + key[2]);
            if (!is_nearest(steps[i].exact, product, weight))
                fail_msg("%.17g x %g / %g is not %.17g", total, key[i], (double)weight, steps[i].exact);
        }
    }
}

/* total × key is beyond 2^53 here: the whole part and the remainder are put together. */
static void steps_of_large_amounts(void **state)
{
    (void)state;
    static const double key[] = {123456789, 987654321, 333333333};
    static const double exact[] = {7264957.291581196, 58119658.86226496, 19615384.846153848}; /* by fractions */
    struct test_memory memory = test_memory_new();
    struct md_allocation allocation = {.total = 85000001, .unit = 1, .n = 3, .key = key};
    assert_int_equal(md_allocation_steps(&allocation, steps, &memory.memory), MD_OK);
    test_memory_free(&memory);
    for (size_t i = 0; i < 3; i++)
        assert_double(steps[i].exact, exact[i]);
}

static void steps_of_a_worked_example(void **state)
{
    (void)state;
    static const double key[] = {6, 1, 1, 0};
    static const struct md_step expected[] = {
        {0.75, 7.5, 7, 0.5, 1, 8}, {0.125, 1.25, 1, 0.25, 2, 1}, {0.125, 1.25, 1, 0.25, 3, 1}, {0, 0, 0, 0, 4, 0}};
    struct test_memory memory = test_memory_new();
    struct md_allocation allocation = {.total = 10, .unit = 1, .n = 4, .key = key};
    /* The method and the bounds are not used. */
    allocation.method = MD_ADAMS;
    allocation.minimum = allocation.maximum = key;
    for (int sign = 1; sign >= -1; sign -= 2) {
        allocation.total = sign * 10;
        assert_int_equal(md_allocation_steps(&allocation, steps, &memory.memory), MD_OK);
        for (size_t i = 0; i < 4; i++) {
            assert_double(steps[i].share, expected[i].share);
            assert_double(steps[i].exact, sign * expected[i].exact + 0.0);
            assert_double(steps[i].rounded_down, sign * expected[i].rounded_down + 0.0);
            assert_double(steps[i].remainder, sign * expected[i].remainder + 0.0);
            assert_double(steps[i].rank, expected[i].rank);
            assert_double(steps[i].amount, sign * expected[i].amount + 0.0);
        }
    }
    test_memory_free(&memory);
}

static void steps_in_cents(void **state)
{
    (void)state;
    static const double key[] = {1, 1, 1};
    struct test_memory memory = test_memory_new();
    struct md_allocation allocation = {.total = 0.5, .unit = 0.01, .n = 3, .key = key};
    assert_int_equal(md_allocation_steps(&allocation, steps, &memory.memory), MD_OK);
    test_memory_free(&memory);
    assert_double(steps[0].rounded_down, 0.16);
    assert_double(steps[0].amount, 0.17);
    assert_double(steps[1].amount, 0.17);
    assert_double(steps[2].amount, 0.16);
    assert_double(steps[2].share, 1.0 / 3);
    assert_true(fabs(steps[2].exact - 0.5 / 3) <= 1e-16);
    assert_true(fabs(steps[2].remainder - 0.02 / 3) <= 1e-16);
}

/* ---- Worked cases -------------------------------------------------------------------------------------------- */

static enum md_status allocate_few(enum md_method method, double total, size_t n, const double *key, double *amounts,
                                   struct md_tie *tie)
{
    struct test_memory memory = test_memory_new();
    struct md_allocation allocation = {.total = total, .unit = 1, .method = method, .n = n, .key = key};
    enum md_status status = md_allocate(&allocation, amounts, tie, &memory.memory);
    test_memory_free(&memory);
    return status;
}

/* Largest remainder is not monotone in the total: with one euro more to share out, the last recipient gets one less. */
static void alabama_paradox(void **state)
{
    (void)state;
    static const double key[] = {6, 6, 2}, ten[] = {4, 4, 2}, eleven[] = {5, 5, 1};
    double amounts[3];
    assert_int_equal(allocate_few(MD_LARGEST_REMAINDER, 10, 3, key, amounts, NULL), MD_OK);
    assert_same_amounts(amounts, ten, 3);
    assert_int_equal(allocate_few(MD_LARGEST_REMAINDER, 11, 3, key, amounts, NULL), MD_OK);
    assert_same_amounts(amounts, eleven, 3);
}

/* Divisor methods are monotone: a larger total takes nothing from anyone. */
static void divisor_methods_know_no_such_paradox(void **state)
{
    (void)state;
    random_state = 1880;
    for (size_t m = 1; m <= 3; m++) {
        for (int round = 0; round < 20; round++) {
            make_sample(1 + random_below(12), (enum kind)random_below(KINDS), methods[m]);
            sample.allocation.total = 0;
            allocate_sample(sample.others);
            for (int total = 1; total < 100; total++) {
                sample.allocation.total = total;
                allocate_sample(sample.amounts);
                for (size_t i = 0; i < sample.allocation.n; i++)
                    assert_true(sample.amounts[i] >= sample.others[i]);
                memcpy(sample.others, sample.amounts, sizeof sample.others);
            }
        }
    }
}

static void ties_are_reported(void **state)
{
    (void)state;
    static const struct {
        enum md_method method;
        double total, key[4];
        size_t n, recipients, units;
    } cases[] = {
        {MD_LARGEST_REMAINDER, 1, {1, 1, 1}, 3, 3, 1},
        {MD_LARGEST_REMAINDER, 2, {1, 1, 1}, 3, 3, 2},
        {MD_LARGEST_REMAINDER, 3, {1, 1, 1}, 3, 0, 0},
        {MD_LARGEST_REMAINDER, -4, {1, 1, 1}, 3, 3, 1},
        {MD_LARGEST_REMAINDER, 2, {3, 1}, 2, 2, 1}, /* 1.5 and 0.5: the larger key is served, and it was a tie */
        {MD_LARGEST_REMAINDER, 10, {6, 6, 2}, 3, 0, 0},
        {MD_LARGEST_REMAINDER, 5, {1, 1, 1, 1}, 4, 4, 1},
        {MD_LARGEST_REMAINDER, 4, {5, 2, 2, 1}, 4, 0, 0}, /* 2, 0.8, 0.8, 0.4: both of the equal ones are served */
        {MD_SAINTE_LAGUE, 1, {1, 1}, 2, 2, 1},
        {MD_SAINTE_LAGUE, 2, {1, 1}, 2, 0, 0},
        {MD_SAINTE_LAGUE, 1, {2, 1}, 2, 0, 0},
        {MD_SAINTE_LAGUE, 2, {3, 1}, 2, 2, 1}, /* 1.5 / 3 = 0.5 / 1 */
        {MD_DHONDT, 2, {2, 1}, 2, 2, 1},       /* 2 / 2 = 1 / 1 */
        {MD_DHONDT, 1, {2, 1}, 2, 0, 0},
        {MD_ADAMS, 1, {2, 1}, 2, 2, 1}, /* the first unit is free for all */
        {MD_ADAMS, 2, {2, 1}, 2, 0, 0},
        {MD_ADAMS, 1, {2, 1, 0}, 3, 2, 1},
        {MD_ROUNDED, 1, {1, 1}, 2, 0, 0},
        {MD_LARGEST_REMAINDER, 0, {1, 1}, 2, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double amounts[4];
        struct md_tie tie = {99, 99};
        assert_int_equal(allocate_few(cases[i].method, cases[i].total, cases[i].n, cases[i].key, amounts, &tie), MD_OK);
        if (tie.recipients != cases[i].recipients || tie.units != cases[i].units)
            fail_msg("case %zu: %zu units for %zu, expected %zu for %zu", i + 1, tie.units, tie.recipients, cases[i].units,
                     cases[i].recipients);
    }
}

/* The first of those that tie stands at the place that equals their remainder, and the list is no longer than the recipients. */
static void a_tie_looks_at_nobody_behind_the_last(void **state)
{
    (void)state;
    static const double key[] = {0, 1, 1, 1};
    double amounts[4];
    struct md_tie tie;
    assert_int_equal(allocate_few(MD_LARGEST_REMAINDER, 1, 4, key, amounts, &tie), MD_OK);
    assert_int_equal(tie.recipients, 3);
    assert_double(amounts[1], 1);
    assert_double(amounts[3], 0);
}

static void nobody_to_share_with(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    double none[1] = {0};
    for (size_t m = 0; m < METHODS; m++)
        assert_int_equal(allocate_few(methods[m], 5, 0, none, none, NULL), MD_ZERO_DIVISION);
    struct md_allocation allocation = {.total = 5, .unit = 1, .n = 0, .key = none};
    assert_int_equal(md_allocation_steps(&allocation, steps, &memory.memory), MD_ZERO_DIVISION);
    test_memory_free(&memory);
}

/* Nothing crashes, whatever is asked; what is no amount of money or no unit is outside the domain. */
static void hostile_totals_and_units(void **state)
{
    (void)state;
    static const double hostile[] = {
        0,     -1,      NAN,     INFINITY, -INFINITY, 1e300,   -1e300,      5e-324, 1e-300, 1e-20,
        1e-16, 0x1p-80, 0x1p63,  0x1p64,   -0x1p63,   1.0 / 3, 0x1p50 + .5, 1e15,   1e16,   1e22,
        1e-15, 0.1,     -0x1p62, 0x1p62,   DBL_MAX,   DBL_MIN, 2.5,         1,      -0.0,   0x1.fffffffffffffp62};
    static const double key[] = {1, 2, 4};
    enum { COUNT_OF = sizeof hostile / sizeof *hostile };
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        for (size_t t = 0; t < COUNT_OF; t++) {
            for (size_t u = 0; u < COUNT_OF; u++) {
                double amounts[3] = {0, 0, 0};
                struct md_allocation allocation = {
                    .total = hostile[t], .unit = hostile[u], .method = methods[m], .n = 3, .key = key};
                enum md_status status = md_allocate(&allocation, amounts, NULL, &memory.memory);
                test_memory_free(&memory);
                assert_true(status == MD_OK || status == MD_DOMAIN);
                if (!isfinite(hostile[t]) || !isfinite(hostile[u]) || hostile[u] <= 0)
                    assert_int_equal(status, MD_DOMAIN);
                assert_int_equal(md_allocation_steps(&allocation, steps, &memory.memory), status);
                allocation.minimum = amounts;
                md_allocate(&allocation, amounts, NULL, &memory.memory);
                test_memory_free(&memory);
            }
        }
    }
}

/* Keys that are far apart, in every combination: an answer that adds up, or none. */
static void hostile_keys(void **state)
{
    (void)state;
    static const double hostile[] = {0,      -0.0,    5e-324, DBL_MIN,     1e-300, 1e-10,     1e-9,
                                     0.1,    1.0 / 3, 1,      0x1p50 + .5, 0x1p53, 1e15 + .5, 1e16,
                                     0x1p60, 0x1p63,  0x1p64, 1e19,        1e22,   1e300,     DBL_MAX};
    static const double totals[] = {0, 1, 85000000, -3, 0x1p53, 0x1p62};
    enum { KEYS_OF = sizeof hostile / sizeof *hostile, TOTALS_OF = sizeof totals / sizeof *totals };
    struct test_memory memory = test_memory_new();
    for (size_t m = 0; m < METHODS; m++) {
        for (size_t i = 0; i < KEYS_OF * KEYS_OF * TOTALS_OF; i++) {
            double key[] = {hostile[i % KEYS_OF], hostile[i / KEYS_OF % KEYS_OF], hostile[i % KEYS_OF]}, amounts[3];
            struct md_allocation allocation = {
                .total = totals[i / KEYS_OF / KEYS_OF], .unit = 1, .method = methods[m], .n = 3, .key = key};
            enum md_status status = md_allocate(&allocation, amounts, NULL, &memory.memory);
            assert_true(status == MD_OK || status == MD_DOMAIN || (status == MD_ZERO_DIVISION && key[0] == 0 && key[1] == 0));
            enum md_status of_steps = md_allocation_steps(&allocation, steps, &memory.memory);
            test_memory_free(&memory);
            if (methods[m] == MD_LARGEST_REMAINDER)
                assert_int_equal(of_steps, status);
            if (status == MD_OK && methods[m] != MD_ROUNDED)
                assert_double(amounts[0] + amounts[1] + amounts[2], allocation.total);
        }
    }
}

static size_t comparisons;

static int counted(const void *context, size_t a, size_t b)
{
    comparisons++;
    return by_number(context, a, b);
}

/* (10): also where all keys tie and the order is no help. Counted, because a stopwatch proves nothing on a busy machine. */
static void ties_take_linear_time(void **state)
{
    (void)state;
    for (size_t m = 0; m < METHODS; m++) {
        for (int shape = 0; shape < 4; shape++) {
            make_sample(MOST, ALIKE, methods[m]);
            for (size_t i = 0; i < MOST; i++)
                sample.order[i] = shape == 0 ? 0 : shape == 1 ? (double)i : shape == 2 ? -(double)i : (double)(i % 2);
            sample.allocation.total = 7 * MOST + MOST / 2;
            sample.allocation.order = counted;
            comparisons = 0;
            allocate_sample(sample.amounts);
            if (comparisons > 20 * MOST)
                fail_msg("%s: the order of %d recipients was asked %zu times", method_names[m], MOST, comparisons);
        }
    }
}

/* ---- Memory -------------------------------------------------------------------------------------------------- */

static enum md_status run(int function, const struct md_allocation *allocation, struct test_memory *memory)
{
    double amounts[64];
    return function == 0 ? md_allocate(allocation, amounts, NULL, &memory->memory)
                         : md_allocation_steps(allocation, steps, &memory->memory);
}

/* Wherever memory runs out, the answer is MD_MEMORY. */
static void memory_runs_out(void **state)
{
    (void)state;
    double key[64], low[64], high[64];
    for (size_t variant = 0; variant < 4; variant++) {
        for (size_t i = 0; i < 64; i++) {
            key[i] = variant == 1 ? (double)(1 + i) / 7 : variant == 2 ? 0.25 * (double)(1 + i % 5) : (double)(1 + i * i % 11);
            low[i] = (double)(i % 3);
            high[i] = (double)(50 + i);
        }
        for (size_t m = 0; m < METHODS; m++) {
            for (int function = 0; function < 2; function++) {
                struct md_allocation allocation = {.total = 1001, .unit = 1, .method = methods[m], .n = 64, .key = key};
                if (variant == 3) {
                    allocation.minimum = low;
                    allocation.maximum = high;
                }
                struct test_memory memory = test_memory_new();
                assert_int_equal(run(function, &allocation, &memory), MD_OK);
                size_t taken = memory.taken;
                test_memory_free(&memory);
                for (memory.fail_at = 1; memory.fail_at <= taken; memory.fail_at++) {
                    assert_int_equal(run(function, &allocation, &memory), MD_MEMORY);
                    test_memory_free(&memory);
                }
            }
        }
    }
}

#define REFERENCE(group)                                                                                                       \
    {                                                                                                                          \
        "reference: " group, as_the_reference, NULL, NULL, group                                                               \
    }
#define PUBLISHED(group)                                                                                                       \
    {                                                                                                                          \
        "published: " group, as_published, NULL, NULL, group                                                                   \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        REFERENCE("plain"),
        REFERENCE("ties"),
        REFERENCE("order"),
        REFERENCE("decimals"),
        REFERENCE("binary"),
        REFERENCE("range"),
        REFERENCE("units"),
        REFERENCE("negative"),
        REFERENCE("bounds of largest remainder"),
        REFERENCE("bounds of divisor methods"),
        REFERENCE("bounds of rounded amounts"),
        REFERENCE("errors"),
        PUBLISHED("us house"),
        PUBLISHED("tweede kamer"),
        PUBLISHED("nationalrat"),
        PUBLISHED("knesset"),
        PUBLISHED("textbook"),
        cmocka_unit_test(no_case_was_left_out),
        cmocka_unit_test(amounts_add_up_to_the_total),
        cmocka_unit_test(largest_remainder_keeps_the_quota),
        cmocka_unit_test(rounded_amounts_are_rounded_each_by_itself),
        cmocka_unit_test(largest_remainders_are_served),
        cmocka_unit_test(cheapest_units_are_given),
        cmocka_unit_test(every_answer_is_the_references),
        cmocka_unit_test(estimates_are_corrected),
        cmocka_unit_test(a_cut_is_found_at_the_end),
        cmocka_unit_test(the_multiplier_is_found),
        cmocka_unit_test(sorting_the_recipients_changes_nothing),
        cmocka_unit_test(keys_count_in_proportion_only),
        cmocka_unit_test(cents_are_shared_out_as_euros),
        cmocka_unit_test(negative_total_is_the_mirror_image),
        cmocka_unit_test(larger_key_never_gets_less),
        cmocka_unit_test(amounts_stay_within_their_bounds),
        cmocka_unit_test(bounds_that_bind_nobody_change_nothing),
        cmocka_unit_test(a_large_key_with_a_low_maximum),
        cmocka_unit_test(steps_lead_to_the_amounts),
        cmocka_unit_test(steps_show_the_nearest_exact_amount),
        cmocka_unit_test(steps_of_large_amounts),
        cmocka_unit_test(steps_of_a_worked_example),
        cmocka_unit_test(steps_in_cents),
        cmocka_unit_test(alabama_paradox),
        cmocka_unit_test(divisor_methods_know_no_such_paradox),
        cmocka_unit_test(ties_are_reported),
        cmocka_unit_test(a_tie_looks_at_nobody_behind_the_last),
        cmocka_unit_test(nobody_to_share_with),
        cmocka_unit_test(hostile_totals_and_units),
        cmocka_unit_test(hostile_keys),
        cmocka_unit_test(ties_take_linear_time),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests_name("allocation", tests, load_references, free_references);
}
