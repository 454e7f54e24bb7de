// SPDX-License-Identifier: EUPL-1.2
/* Doubles compared bit for bit: an amount is right or wrong, never nearly right, and −0 is not what a sheet should show for 0. */
#ifndef TEST_DOUBLES_H
#define TEST_DOUBLES_H

#include "../../functions/base/cell.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static inline bool same_double(double a, double b)
{
    return bits_of(a) == bits_of(b);
}

/* Fails the running test with both numbers in full. */
#define assert_double(actual, expected)                                                                                        \
    do {                                                                                                                       \
        double actual_value = (actual), expected_value = (expected);                                                           \
        if (!same_double(actual_value, expected_value))                                                                        \
            fail_msg("%s is %.17g (%a), expected %.17g (%a)", #actual, actual_value, actual_value, expected_value,             \
                     expected_value);                                                                                          \
    } while (0)

/* The state of a cell must be `expected`. */
#define assert_status(cell, expected) assert_int_equal(md_status_of(cell), expected)

#endif
