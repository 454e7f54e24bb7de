// SPDX-License-Identifier: EUPL-1.2
/* What the add-in takes of C's input and output. */
#ifndef MD_MACOS_STDIO_H
#define MD_MACOS_STDIO_H

#include <stddef.h>

__attribute__((format(printf, 3, 4))) int snprintf(char *restrict text, size_t size, const char *restrict format, ...);

#endif
