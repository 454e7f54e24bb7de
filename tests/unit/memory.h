// SPDX-License-Identifier: EUPL-1.2
/* Memory for formulas under test: every block comes from malloc, so that a sanitizer sees each one, and can be refused. */
#ifndef TEST_MEMORY_H
#define TEST_MEMORY_H

#include "../../functions/base/formula.h"

#include <stdlib.h>

/* The head of a block; the alignment of what follows is that of malloc. */
union test_block {
    union test_block *next;
    max_align_t alignment;
};

struct test_memory {
    struct md_memory memory; /* first, so that a pointer to it points at the whole */
    union test_block *blocks;
    size_t taken;   /* how often memory was asked for */
    size_t fail_at; /* the request that is refused, counted from 1; 0 for none */
};

static inline void *test_memory_take(struct md_memory *memory, size_t bytes)
{
    struct test_memory *test = (struct test_memory *)(void *)memory;
    test->taken++;
    if (test->taken == test->fail_at || bytes > SIZE_MAX - sizeof(union test_block))
        return NULL;
    union test_block *block = malloc(sizeof *block + bytes);
    if (block == NULL)
        return NULL;
    block->next = test->blocks;
    test->blocks = block;
    return block + 1;
}

static inline struct test_memory test_memory_new(void)
{
    return (struct test_memory){.memory = {test_memory_take}};
}

/* Frees every block and starts counting again. */
static inline void test_memory_free(struct test_memory *test)
{
    while (test->blocks != NULL) {
        union test_block *next = test->blocks->next;
        free(test->blocks);
        test->blocks = next;
    }
    test->taken = 0;
}

#endif
