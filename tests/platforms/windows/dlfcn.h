// SPDX-License-Identifier: EUPL-1.2
/* Loading a library, as the tests spell it. */
#ifndef TEST_DLFCN_H
#define TEST_DLFCN_H

#include <windows.h>
#undef interface /* a word of windows.h for struct */

#include <stdio.h>
#include <string.h>

enum { RTLD_NOW, RTLD_LOCAL = 0 };

static inline void *dlopen(const char *path, int flags)
{
    (void)flags;
    return LoadLibraryA(path);
}

static inline void *dlsym(void *library, const char *name)
{
    FARPROC function = GetProcAddress(library, name);
    void *address;
    memcpy(&address, &function, sizeof address);
    return address;
}

static inline void dlclose(void *library)
{
    FreeLibrary(library);
}

static inline const char *dlerror(void)
{
    static char text[40];
    snprintf(text, sizeof text, "error %lu of Windows", GetLastError());
    return text;
}

#endif
