// SPDX-License-Identifier: EUPL-1.2
/* What tests/unit/formulas.h takes of cmocka, where there is none: the first thing that is not so ends the test. */
#ifndef TEST_CMOCKA_H
#define TEST_CMOCKA_H

#include <stdio.h>
#include <stdlib.h>

#define fail_msg(...)                                                                                                          \
    do {                                                                                                                       \
        printf("not so: " __VA_ARGS__);                                                                                        \
        putchar('\n');                                                                                                         \
        fflush(stdout);                                                                                                        \
        exit(1);                                                                                                               \
    } while (0)
#define assert_true(condition)                                                                                                 \
    do {                                                                                                                       \
        if (!(condition))                                                                                                      \
            fail_msg("%s", #condition);                                                                                        \
    } while (0)
#define assert_non_null(pointer)     assert_true((pointer) != NULL)
#define assert_int_equal(one, other) assert_true((one) == (other))

#endif
