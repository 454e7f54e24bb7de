// SPDX-License-Identifier: EUPL-1.2
/* The allocation of functions/ for the C++ add-in: largest remainder, in whole euros. */
#include "../../../functions/allocation/allocation.h"

#include <stdlib.h>

struct one_block {
    struct md_memory memory; /* first: a pointer to it is a pointer to the whole */
    void *blocks[16];
    size_t count;
};

static void *take(struct md_memory *memory, size_t bytes)
{
    struct one_block *block = (struct one_block *)(void *)memory;
    return block->count == 16 ? NULL : (block->blocks[block->count++] = malloc(bytes));
}

bool bench_allocate(double total, const double *key, size_t n, double *amounts);

bool bench_allocate(double total, const double *key, size_t n, double *amounts)
{
    struct one_block block = {.memory = {take}};
    struct md_allocation allocation = {.total = total, .unit = 1, .method = MD_LARGEST_REMAINDER, .n = n, .key = key};
    enum md_status status = md_allocate(&allocation, amounts, NULL, &block.memory);
    while (block.count > 0)
        free(block.blocks[--block.count]);
    return status == MD_OK;
}
