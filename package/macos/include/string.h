// SPDX-License-Identifier: EUPL-1.2
/* What the add-in takes of C's handling of memory and texts. */
#ifndef MD_MACOS_STRING_H
#define MD_MACOS_STRING_H

#include <stddef.h>

int memcmp(const void *one, const void *other, size_t size);
void *memcpy(void *restrict target, const void *restrict source, size_t size);
void *memmove(void *target, const void *source, size_t size);
void *memset(void *target, int byte, size_t size);
int strcmp(const char *one, const char *other);
size_t strcspn(const char *text, const char *stops);
size_t strlen(const char *text);
char *strstr(const char *text, const char *part);

#endif
