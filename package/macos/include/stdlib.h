// SPDX-License-Identifier: EUPL-1.2
/* What the add-in takes of C's general utilities. */
#ifndef MD_MACOS_STDLIB_H
#define MD_MACOS_STDLIB_H

#include <stddef.h>

void *calloc(size_t count, size_t size);
void free(void *block);
void *malloc(size_t size);
long strtol(const char *restrict text, char **restrict end, int base);

#endif
