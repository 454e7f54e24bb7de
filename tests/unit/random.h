// SPDX-FileCopyrightText: 2026 Meedoen maintainers
// SPDX-License-Identifier: EUPL-1.2
/* Pseudo-random numbers by splitmix64: the same on every machine. */
#ifndef TEST_RANDOM_H
#define TEST_RANDOM_H

#include <stdint.h>

static uint64_t random_state;

static inline uint64_t random_bits(void)
{
    uint64_t bits = random_state += UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

#endif
