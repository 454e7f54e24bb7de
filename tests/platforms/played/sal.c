// SPDX-License-Identifier: EUPL-1.2
/* What the add-in and its tests need of the office's library sal, where there is no office. Strings are as the office lays them out. */
#include "../../../addin/uno.h"

#include <osl/module.h>
#include <osl/time.h>
#include <rtl/ustring.h>
#include <stdlib.h>
#include <string.h>

enum { STATIC_STRING = 0x40000000 };

void *rtl_allocateMemory(sal_Size bytes)
{
    return malloc(bytes);
}

void rtl_freeMemory(void *memory)
{
    free(memory);
}

static rtl_uString *new_string(size_t most_units)
{
    rtl_uString *string = malloc(sizeof *string + most_units * sizeof(sal_Unicode));
    if (!string)
        abort();
    string->refCount = 1;
    string->length = 0;
    string->buffer[0] = 0;
    return string;
}

void rtl_uString_acquire(rtl_uString *string)
{
    __atomic_add_fetch(&string->refCount, 1, __ATOMIC_RELAXED);
}

void rtl_uString_release(rtl_uString *string)
{
    if (!(string->refCount & STATIC_STRING) && __atomic_sub_fetch(&string->refCount, 1, __ATOMIC_ACQ_REL) == 0)
        free(string);
}

static void assign(rtl_uString **target, rtl_uString *string)
{
    if (*target)
        rtl_uString_release(*target);
    *target = string;
}

void rtl_uString_newFromAscii(rtl_uString **target, const char *ascii)
{
    rtl_uString *string = new_string(strlen(ascii));
    for (; *ascii; ascii++)
        string->buffer[string->length++] = (sal_Unicode)*ascii;
    string->buffer[string->length] = 0;
    assign(target, string);
}

void rtl_uString_newFromStr_WithLength(rtl_uString **target, const sal_Unicode *units, sal_Int32 length)
{
    rtl_uString *string = new_string((size_t)length);
    memcpy(string->buffer, units, (size_t)length * sizeof *units);
    string->length = length;
    string->buffer[length] = 0;
    assign(target, string);
}

void rtl_uString_newConcat(rtl_uString **target, rtl_uString *left, rtl_uString *right)
{
    rtl_uString *string = new_string((size_t)(left->length + right->length));
    memcpy(string->buffer, left->buffer, (size_t)left->length * sizeof(sal_Unicode));
    memcpy(string->buffer + left->length, right->buffer, (size_t)right->length * sizeof(sal_Unicode));
    string->length = left->length + right->length;
    string->buffer[string->length] = 0;
    assign(target, string);
}

/* UTF-8 that is right, which is all that the add-in has. */
void rtl_string2UString(rtl_uString **target, const char *text, sal_Int32 length, rtl_TextEncoding encoding, sal_uInt32 flags)
{
    (void)flags;
    if (encoding != RTL_TEXTENCODING_UTF8 && encoding != RTL_TEXTENCODING_ASCII_US)
        abort();
    rtl_uString *string = new_string((size_t)length);
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    while (at < end) {
        uint32_t code = *at++;
        int more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : code >= 0xC0 ? 1 : 0;
        code &= more > 0 ? 0x3FU >> more : 0x7FU;
        while (more-- > 0 && at < end)
            code = code << 6 | (*at++ & 0x3FU);
        if (code >= 0x10000) {
            string->buffer[string->length++] = (sal_Unicode)(0xD800 + ((code - 0x10000) >> 10));
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        string->buffer[string->length++] = (sal_Unicode)code;
    }
    string->buffer[string->length] = 0;
    assign(target, string);
}

sal_Int32 rtl_ustr_ascii_compare_WithLength(const sal_Unicode *first, sal_Int32 length, const char *second)
{
    for (; length > 0; length--, first++, second++)
        if (*first != (unsigned char)*second || !*second)
            return *first - (unsigned char)*second;
    return -(sal_Int32)(unsigned char)*second;
}

sal_Int32 rtl_ustr_ascii_compare(const sal_Unicode *first, const char *second)
{
    while (*first && *first == (unsigned char)*second)
        first++, second++;
    return *first - (unsigned char)*second;
}

sal_Int32 rtl_ustr_lastIndexOfChar_WithLength(const sal_Unicode *units, sal_Int32 length, sal_Unicode wanted)
{
    while (--length >= 0 && units[length] != wanted)
        continue;
    return length;
}

/* Where an office would have unpacked us. */
sal_Bool osl_getModuleURLFromAddress(void *address, rtl_uString **url)
{
    (void)address;
    rtl_uString_newFromAscii(url, "file:///meedoen.oxt/PLATFORM/meedoen.library");
    return sal_True;
}

/* ---- Time: always the first second of 2027, wherever the machine is ------------------------------------------- */

sal_Bool osl_getSystemTime(TimeValue *time)
{
    *time = (TimeValue){.Seconds = 1798761600};
    return sal_True;
}

sal_Bool osl_getLocalTimeFromSystemTime(const TimeValue *system, TimeValue *local)
{
    *local = *system;
    return sal_True;
}

sal_Bool osl_getDateTimeFromTimeValue(const TimeValue *time, oslDateTime *date)
{
    (void)time;
    *date = (oslDateTime){.Year = 2027, .Month = 1, .Day = 1, .DayOfWeek = 5};
    return sal_True;
}
