// SPDX-FileCopyrightText: 2026 Meedoen maintainers
// SPDX-License-Identifier: EUPL-1.2
/* Preloaded into a real office: refuses memory to the component, and to nobody else.
 *
 * (1) What the file in REFUSALS holds says when, and counts: struct refusals, which test_refusals.py writes and reads while the office runs.
 * (2) A request is the component's if it is made from its code. The office's own go on as they were, also those on its behalf: most of the
 *     office's code does not live through a refusal, and none of it is ours.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define EVERYWHERE __attribute__((visibility("default")))

void *__libc_malloc(size_t bytes);               // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void *__libc_calloc(size_t count, size_t bytes); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void *__libc_realloc(void *block, size_t bytes); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

struct refusals {
    _Atomic uint64_t counting;          /* 0: nothing is counted, and nothing refused */
    _Atomic uint64_t from;              /* the first request that is refused; 0: none */
    _Atomic uint64_t all_from_then;     /* or that one alone */
    _Atomic uint64_t requests, refused; /* since both were set to 0 */
};

static struct refusals *refusals;
static _Atomic uintptr_t first, last; /* the component's code */

__attribute__((constructor)) static void find_file(void)
{
    const char *path = getenv("REFUSALS");
    int file = path != NULL ? open(path, O_RDWR) : -1;
    void *mapped = file >= 0 ? mmap(NULL, sizeof *refusals, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
    if (mapped != MAP_FAILED)
        refusals = mapped;
    if (file >= 0)
        close(file);
}

static int find_component(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    (void)data;
    const char *name = strrchr(info->dlpi_name, '/');
    if (name == NULL || strcmp(name, "/meedoen.so") != 0)
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_LOAD && (info->dlpi_phdr[i].p_flags & PF_X) != 0) {
            first = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
            last = first + info->dlpi_phdr[i].p_memsz;
        }
    return 1;
}

static bool is_refused(const void *caller)
{
    if (refusals == NULL || refusals->counting == 0)
        return false;
    if (first == 0)
        dl_iterate_phdr(find_component, NULL);
    if ((uintptr_t)caller < first || (uintptr_t)caller >= last)
        return false;
    uint64_t request = ++refusals->requests, from = refusals->from;
    bool refused = from != 0 && (request == from || (refusals->all_from_then != 0 && request > from));
    refusals->refused += refused;
    return refused;
}

EVERYWHERE void *malloc(size_t bytes)
{
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_malloc(bytes);
}

EVERYWHERE void *calloc(size_t count, size_t bytes)
{
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_calloc(count, bytes);
}

EVERYWHERE void *realloc(void *block, size_t bytes)
{
    return is_refused(__builtin_return_address(0)) ? NULL : __libc_realloc(block, bytes);
}
