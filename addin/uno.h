// SPDX-License-Identifier: EUPL-1.2
/* The office's C headers, made to compile as C11; the only file that includes them.
 *
 * (1) typelib/typedescription.h says `bool` without <stdbool.h> and names an enum without `enum`.
 * (2) sal/types.h knows the GNU attributes only under SAL_UNX; that also holds for MinGW.
 * (3) A wrong sal/typesizes.h would change the width of sal_Int64 in silence: the assertions below stop the build.
 */
#ifndef MD_UNO_H
#define MD_UNO_H

#ifndef SAL_UNX
#define SAL_UNX
#endif

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <typelib/typeclass.h>
#define _typelib_TypeClass enum _typelib_TypeClass // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
#include <typelib/typedescription.h>
#undef _typelib_TypeClass

#include <rtl/alloc.h>
#include <rtl/string.h>
#include <rtl/ustring.h>
#include <uno/any2.h>
#include <uno/data.h>
#include <uno/dispatcher.h>
#include <uno/sequence2.h>

_Static_assert(sizeof(sal_Int32) == 4 && sizeof(sal_Int64) == 8, "sal/typesizes.h is of another platform");
_Static_assert(sizeof(sal_Unicode) == sizeof(uint16_t), "a unit of UTF-16");
_Static_assert(sizeof(void *) == sizeof(double), "a double fits in the any itself");

/* A new sequence of `count` elements of `size` bytes, not yet filled, owned by the caller; NULL without memory.
 *
 * The office's own constructors fill every element first and hand out a shared static sequence for no elements; this is
 * the same layout, always of our own. It is released by uno_type_destructData, like any other sequence. */
static inline uno_Sequence *md_new_sequence(size_t count, size_t size)
{
    if (count > INT32_MAX || (size > 0 && count > (SIZE_MAX - SAL_SEQUENCE_HEADER_SIZE) / size))
        return NULL;
    uno_Sequence *sequence = rtl_allocateMemory(SAL_SEQUENCE_HEADER_SIZE + count * size);
    if (sequence) {
        sequence->nRefCount = 1;
        sequence->nElements = (sal_Int32)count;
    }
    return sequence;
}

/* The elements of a sequence; the cast through void is safe, as they start 8 bytes into a block of malloc. */
static inline void *md_elements(const uno_Sequence *sequence)
{
    return (void *)(uintptr_t)sequence->elements;
}

/* A new string out of ASCII; the caller's, who ends it with md_release_string. NULL without memory. */
static inline rtl_uString *md_new_string(const char *ascii)
{
    rtl_uString *string = NULL;
    rtl_uString_newFromAscii(&string, ascii);
    return string;
}

/* Ends a string; does nothing for NULL. */
static inline void md_release_string(rtl_uString *string)
{
    if (string != NULL)
        rtl_uString_release(string);
}

#endif
