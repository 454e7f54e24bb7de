// SPDX-License-Identifier: EUPL-1.2
/* What every fuzz target needs: reading choices out of the fuzzer's bytes, and stopping where something is not so. */
#ifndef FUZZ_BYTES_H
#define FUZZ_BYTES_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bytes {
    const uint8_t *at;
    size_t left;
};

/* A number of `count` bytes; bytes that are not there are 0. */
static inline uint64_t take_bytes(struct bytes *bytes, unsigned count)
{
    uint64_t number = 0;
    while (count-- > 0) {
        number <<= 8;
        if (bytes->left > 0) {
            number |= *bytes->at++;
            bytes->left--;
        }
    }
    return number;
}

/* 0 to limit − 1; the limit is at most 256. */
static inline unsigned choose(struct bytes *bytes, unsigned limit)
{
    return (unsigned)take_bytes(bytes, 1) % limit;
}

/* Any double at all, from its bits. */
static inline double take_double(struct bytes *bytes)
{
    uint64_t bits = take_bytes(bytes, 8);
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

/* Stops the fuzzer, which then keeps the input. */
#define REQUIRE(condition, ...)                                                                                                \
    do {                                                                                                                       \
        if (!(condition)) {                                                                                                    \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                                            \
            fprintf(stderr, __VA_ARGS__);                                                                                      \
            fputc('\n', stderr);                                                                                               \
            abort();                                                                                                           \
        }                                                                                                                      \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
