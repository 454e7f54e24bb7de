// SPDX-License-Identifier: EUPL-1.2
/* functions/base/decimal.c; numbers in parentheses are the sentences of its header. */
#include "../../functions/base/decimal.h"
#include "doubles.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void decimals_as_the_user_sees_them(void **state) /* (1) (2) */
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
                 {-0.25, -25, 2},
                 {1234.56, 123456, 2},
                 {0.1 + 0.2, 3, 1}, /* 0.30000000000000004 shows as 0.3 */
                 {1.0 / 3, 333333333333333, 15},
                 {1e6 / 3, 333333333333333, 9},
                 {0.000000001, 1, 9},
                 {1e-300, 1, 300},
                 {1234567890123456.0, 1234567890123456, 0},
                 {1125899906842624.5, 1125899906842620, 0}, /* 2^50 + ½ */
                 {9007199254740993.0, 9007199254740992, 0},
                 {0x1p62, INT64_C(1) << 62, 0},
                 {123456789.123456789, 123456789123457, 6},
                 {1234567.123456789, 123456712345679, 8}}; /* 16 digits */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct md_decimal decimal;
        assert_true(md_decimal_of(cases[i].number, &decimal));
        if (decimal.digits != cases[i].digits || decimal.decimals != cases[i].decimals)
            fail_msg("%.17g is %lld with %d decimals", cases[i].number, (long long)decimal.digits, decimal.decimals);
    }
    struct md_decimal decimal;
    assert_false(md_decimal_of(0x1p63, &decimal));
    assert_false(md_decimal_of(1e300, &decimal));
    assert_false(md_decimal_of(HUGE_VAL, &decimal));
    assert_false(md_decimal_of(nan(""), &decimal));
}

static void money_in_units(void **state) /* (3) */
{
    (void)state;
    static const struct {
        double amount, unit;
        int64_t units;
        bool exact;
    } cases[] = {{25.50, 0.05, 510, true},
                 {0.3, 0.1, 3, true},
                 {0.1 + 0.2, 0.1, 3, true},
                 {1, 0.3, 3, false},
                 {100.5, 1, 100, false},
                 {85e6, 1000, 85000, true},
                 {1.0 / 3, 0.01, 33, false},
                 {1e-5 / 3, 1e-7, 33, false}, /* 19 decimals */
                 {1e-20, 1, 0, false},
                 {3e-15, 1e-15, 3, true},
                 {1e-18, 1e-15, 0, false}, /* as fine as is kept */
                 {0, 0.01, 0, true},
                 {1e18, 1, 1000000000000000000, true},
                 {1e300, 1, INT64_MAX, false},
                 {HUGE_VAL, 1, INT64_MAX, false},
                 {1e18, 0.01, INT64_MAX, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t units;
        bool exact;
        assert_int_equal(md_units_in(cases[i].amount, cases[i].unit, &units, &exact), MD_OK);
        if (units != cases[i].units || exact != cases[i].exact)
            fail_msg("%.17g in units of %g: %lld, exact %d", cases[i].amount, cases[i].unit, (long long)units, exact);
    }
    int64_t units;
    bool exact;
    static const double bad_units[] = {0, -1, 1e-16, 1e300, HUGE_VAL};
    for (size_t i = 0; i < sizeof bad_units / sizeof *bad_units; i++)
        assert_int_equal(md_units_in(1, bad_units[i], &units, &exact), MD_DOMAIN);
    assert_int_equal(md_units_in(-1, 1, &units, &exact), MD_DOMAIN);
    assert_int_equal(md_units_in(nan(""), 1, &units, &exact), MD_DOMAIN);
}

static void amounts_are_one_division(void **state) /* (4) */
{
    (void)state;
    assert_double(md_amount_of(35, (struct md_decimal){1, 2}), 0.35);
    assert_double(md_amount_of(-35, (struct md_decimal){1, 2}), -0.35);
    assert_double(md_amount_of(0, (struct md_decimal){1, 2}), 0);
    assert_double(md_amount_of(7, (struct md_decimal){5, 2}), 0.35);
    assert_double(md_amount_of(85, (struct md_decimal){1000, 0}), 85000);
    static const double threes[] = {3,    0.3,  0.03,  3e-3,  3e-4,  3e-5,  3e-6,  3e-7,
                                    3e-8, 3e-9, 3e-10, 3e-11, 3e-12, 3e-13, 3e-14, 3e-15};
    for (int decimals = 0; decimals <= 15; decimals++)
        assert_double(md_amount_of(3, (struct md_decimal){1, decimals}), threes[decimals]);
    static const int64_t counts[] = {0, 1, -35, 123456789, INT64_C(1000000000000007), INT64_C(-4503599627370495)};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        for (int decimals = 0; decimals <= 15; decimals++) {
            const struct md_decimal one = {1, decimals};
            assert_true(md_units_of(md_amount_of(counts[i], one), one) == counts[i]);
        }
        assert_true(md_units_of(md_amount_of(counts[i] / 1000, (struct md_decimal){25, 2}), (struct md_decimal){25, 2}) ==
                    counts[i] / 1000);
    }
    assert_true(md_most_units((struct md_decimal){1, 2}) == INT64_C(1) << 53);
    assert_true(md_most_units((struct md_decimal){1000, 0}) == (INT64_C(1) << 53) / 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(decimals_as_the_user_sees_them), cmocka_unit_test(money_in_units),
                                       cmocka_unit_test(amounts_are_one_division)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
