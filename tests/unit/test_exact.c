// SPDX-License-Identifier: EUPL-1.2
/* functions/base/exact.c; numbers in parentheses are the sentences of its header. Digits were worked out by hand or, where they are
 * many, by Python's whole numbers; quotients on drawn numbers are in test_money.c. */
#include "../../functions/base/exact.h"
#include "doubles.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct md_exact cell(double number)
{
    struct md_exact exact;
    assert_int_equal(md_exact_cell(number, &exact), MD_OK);
    return exact;
}

static double nearest(struct md_exact exact)
{
    double number = -1;
    assert_int_equal(md_nearest(exact, &number), MD_OK);
    return number;
}

static double quotient(struct md_exact a, struct md_exact b)
{
    double number = -1;
    assert_int_equal(md_quotient(a, b, &number), MD_OK);
    return number;
}

static struct md_exact power(struct md_exact base, int exponent)
{
    struct md_exact result = md_exact_of(1, 0);
    while (exponent-- > 0)
        result = md_times(result, base);
    return result;
}

static void cells_are_the_decimals_that_a_user_sees(void **state) /* (1) */
{
    (void)state;
    static const struct {
        double number;
        int64_t digits;
        int decimals;
    } cases[] = {{0, 0, 0},
                 {-0.0, 0, 0},
                 {1, 1, 0},
                 {-1234, -1234, 0},
                 {0.1, 1, 1},
                 {0.1 + 0.2, 3, 1},
                 {-63.41, -6341, 2},
                 {1e-40, 1, 40},
                 {0x1p62, INT64_C(1) << 62, 0},
                 {1.0 / 3, 333333333333333, 15}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct md_exact exact = cell(cases[i].number), wanted = md_exact_of(cases[i].digits, cases[i].decimals);
        assert_memory_equal(exact.digits, wanted.digits, sizeof exact.digits);
        assert_int_equal(exact.decimals, wanted.decimals);
        assert_int_equal(exact.negative, cases[i].digits < 0);
        assert_false(exact.lost);
    }
}

static void states_are_passed_on(void **state) /* (2) */
{
    (void)state;
    static const double bad[] = {0x1p63, -0x1p63, 1e300, 1e-41, -1.5e-40, 5e-324, HUGE_VAL};
    struct md_exact exact;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(md_exact_cell(bad[i], &exact), MD_DOMAIN);
        assert_int_equal(md_sign(exact), 0);
    }
    for (enum md_status status = MD_BLANK; status <= MD_MEMORY; status++)
        assert_int_equal(md_exact_cell(md_cell(status), &exact), status);
    assert_int_equal(md_one_exact(&md_left_out, &exact), MD_ARGUMENT);
    assert_int_equal(md_sign(exact), 0);
    const double blank = md_cell(MD_BLANK), number = -2.5;
    const struct md_argument empty = {MD_RANGE, 1, 1, &blank, NULL, NULL}, one = {MD_RANGE, 1, 1, &number, NULL, NULL};
    assert_int_equal(md_one_exact(&empty, &exact), MD_UNKNOWN);
    assert_int_equal(md_one_exact(&one, &exact), MD_OK);
    assert_double(nearest(exact), -2.5);
}

static void sums(void **state) /* (1) (2) */
{
    (void)state;
    assert_int_equal(md_sign(md_minus(md_plus(cell(63.41), cell(41910.08)), cell(41973.49))), 0);
    assert_int_equal(md_compared(md_plus(md_plus(cell(0.1), cell(0.1)), cell(0.1)), cell(0.3)), 0);
    assert_double(nearest(md_minus(cell(0.3), cell(1))), -0.7);
    assert_double(nearest(md_minus(cell(-0.3), cell(-1))), 0.7);
    assert_double(nearest(md_plus(cell(-0.3), cell(-1))), -1.3);
    assert_double(nearest(md_minus(cell(1), cell(1))), 0);
    assert_double(nearest(md_minus(md_plus(cell(9e18), cell(1e-40)), cell(9e18))), 1e-40);
    struct md_exact sum = md_exact_of(0, 0);
    for (int i = 0; i < 1000000; i++)
        sum = md_plus(sum, md_plus(cell(9e18), cell(1e-40)));
    assert_double(nearest(md_minus(sum, md_times(cell(9e18), cell(1000000)))), 1e-34);
}

static void borrows_and_carries(void **state) /* (1) */
{
    (void)state;
    struct md_exact one = md_exact_of(1, 0), large = power(md_exact_of(INT64_C(1) << 62, 0), 5); /* 2^310 */
    struct md_exact below = md_minus(large, one);
    assert_int_equal(md_compared(below, large), -1);
    assert_int_equal(md_compared(large, below), 1);
    assert_int_equal(md_compared(md_plus(below, one), large), 0);
    assert_int_equal(md_compared(md_minus(below, large), md_exact_of(-1, 0)), 0);
    /* (2^310 − 1)² = 2^620 − 2^311 + 1 */
    struct md_exact square = md_plus(md_minus(md_times(large, large), md_plus(large, large)), one);
    assert_int_equal(md_compared(md_times(below, below), square), 0);
    assert_int_equal(md_compared(md_exact_of(INT64_MIN, 0), md_exact_of(INT64_MAX, 0)), -1);
    assert_double(nearest(md_exact_of(INT64_MIN, 0)), -0x1p63);
}

static void products(void **state) /* (1) */
{
    (void)state;
    assert_double(nearest(md_times(cell(0.07), cell(100))), 7);
    assert_double(nearest(md_times(cell(-0.5), cell(0.5))), -0.25);
    assert_double(nearest(md_times(cell(-0.5), cell(-0.5))), 0.25);
    assert_double(nearest(md_times(cell(-0.5), cell(0))), 0);
    assert_double(nearest(power(cell(1.1), 2)), 1.21);
    struct md_exact growth = md_plus(md_exact_of(INT64_C(1280084544196357), 15), md_exact_of(INT64_C(822418212890625), 30));
    assert_int_equal(md_compared(power(cell(1.025), 10), growth), 0);
}

static void whole_numbers(void **state)
{
    (void)state;
    static const struct {
        double number, up;
    } cases[] = {{0, 0},        {7, 7},    {15.75, 16}, {0.0001, 1},
                 {-15.75, -15}, {-0.3, 0}, {1e-40, 1},  {8999999999999999.0, 8999999999999999.0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_double(nearest(md_rounded_up(cell(cases[i].number))), cases[i].up);
    assert_double(nearest(md_rounded_up(md_plus(cell(9e15), cell(1e-40)))), 9000000000000001);
}

static void one_rounding_to_the_nearest(void **state) /* (4) */
{
    (void)state;
    const struct md_exact one = md_exact_of(1, 0), three = md_exact_of(3, 0), below = md_exact_of(-1, 0);
    assert_double(quotient(one, three), 1.0 / 3);
    assert_double(quotient(below, three), -1.0 / 3);
    assert_double(quotient(below, md_exact_of(-3, 0)), 1.0 / 3);
    assert_double(quotient(cell(0.46), cell(0.92)), 0.5);
    assert_double(quotient(cell(0.3), cell(0.1)), 3);
    assert_double(quotient(cell(0x1p63 - 1024), cell(1024)), 0x1p53 - 1);
    struct md_exact whole =
        md_times(md_exact_of(INT64_C(1) << 32, 0), md_exact_of(INT64_C(1) << 32, 0)); /* 2^64: nothing below */
    assert_double(quotient(whole, md_plus(whole, whole)), 0.5);
    assert_double(quotient(md_exact_of(0, 0), below), 0);
    /* halfway: to the even one; a little more than halfway: up */
    assert_double(nearest(md_exact_of(INT64_C(9007199254740993), 0)), 9007199254740992.0);
    assert_double(nearest(md_exact_of(INT64_C(-9007199254740995), 0)), -9007199254740996.0);
    assert_double(nearest(md_plus(md_exact_of(INT64_C(9007199254740993), 0), cell(1e-40))), 9007199254740994.0);
    assert_double(nearest(md_minus(md_exact_of(INT64_C(9007199254740993), 0), cell(1e-40))), 9007199254740992.0);
    assert_double(nearest(md_exact_of((INT64_C(1) << 54) - 1, 0)), 0x1p54); /* one bit more */
    assert_double(quotient(md_exact_of(1, 40), md_exact_of(INT64_C(9000000000000000000), 0)), 0x1.1dad892f7e529p-196);
    double number = -1;
    assert_int_equal(md_quotient(one, md_exact_of(0, 0), &number), MD_ZERO_DIVISION);
    assert_int_equal(md_quotient(md_exact_of(0, 0), md_exact_of(0, 0), &number), MD_ZERO_DIVISION);
    assert_double(number, -1);
}

static void the_limit_of_digits(void **state) /* (3) */
{
    (void)state;
    const struct md_exact one = md_exact_of(1, 0), half = md_exact_of(INT64_C(1) << 32, 0);
    struct md_exact most = md_minus(md_times(power(half, 29), md_exact_of(INT64_C(1) << 31, 0)), one); /* 2^959 − 1 */
    most = md_plus(md_plus(most, most), one);                                                          /* 2^960 − 1 */
    assert_false(most.lost);
    double number = -1;
    assert_int_equal(md_nearest(most, &number), MD_OK);
    assert_double(number, 0x1p960);
    assert_true(md_plus(most, one).lost);
    assert_true(md_times(most, md_exact_of(2, 0)).lost);
    assert_true(md_times(most, most).lost);
    assert_true(power(half, 30).lost);
    assert_double(quotient(md_exact_of(1, 0), most), 0x1p-960);
    assert_int_equal(md_quotient(most, md_exact_of(1, 1), &number), MD_DOMAIN); /* ten times as many tenths */
    /* what is as far apart as can be still compares */
    struct md_exact least = md_minus(md_exact_of(0, 0), most);
    assert_true(md_minus(most, least).lost);
    assert_int_equal(md_compared(most, least), 1);
    assert_int_equal(md_compared(least, most), -1);
    assert_int_equal(md_compared(least, least), 0);
    const struct md_exact fine = md_exact_of(1, MD_EXACT_DECIMALS - 1);
    assert_int_equal(md_times(fine, md_exact_of(1, 1)).decimals, MD_EXACT_DECIMALS);
    assert_true(md_times(fine, md_exact_of(1, 2)).lost);
    assert_int_equal(md_compared(most, md_exact_of(1, MD_EXACT_DECIMALS)), 0); /* side by side they take too many digits */
    /* what is lost stays lost, and has no sign */
    struct md_exact lost = md_plus(most, one);
    assert_true(md_plus(lost, one).lost);
    assert_true(md_minus(one, lost).lost);
    assert_true(md_times(md_exact_of(0, 0), lost).lost);
    assert_true(md_rounded_up(lost).lost);
    assert_int_equal(md_sign(lost), 0);
    assert_int_equal(md_nearest(lost, &number), MD_DOMAIN);
    assert_int_equal(md_quotient(one, lost, &number), MD_DOMAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cells_are_the_decimals_that_a_user_sees),
                                       cmocka_unit_test(states_are_passed_on),
                                       cmocka_unit_test(sums),
                                       cmocka_unit_test(borrows_and_carries),
                                       cmocka_unit_test(products),
                                       cmocka_unit_test(whole_numbers),
                                       cmocka_unit_test(one_rounding_to_the_nearest),
                                       cmocka_unit_test(the_limit_of_digits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
