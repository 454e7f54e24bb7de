// SPDX-License-Identifier: EUPL-1.2
/* Sentences; sentence.h is the manual. */
#include "sentence.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Appends `length` bytes, or nothing if they do not fit: a character is never cut in two. */
static void append_bytes(struct md_sentence *sentence, const char *bytes, size_t length)
{
    if (length >= sentence->size - sentence->length)
        return;
    memcpy(sentence->buffer + sentence->length, bytes, length);
    sentence->length += length;
    sentence->buffer[sentence->length] = 0;
}

void md_append(struct md_sentence *sentence, const char *utf8)
{
    append_bytes(sentence, utf8, strlen(utf8));
}

static void append_character(struct md_sentence *sentence, uint32_t code)
{
    char bytes[4];
    size_t length;
    if (code < 0x80) {
        bytes[0] = (char)code;
        length = 1;
    } else if (code < 0x800) {
        bytes[0] = (char)(0xC0 | (code >> 6));
        length = 2;
    } else if (code < 0x10000) {
        bytes[0] = (char)(0xE0 | (code >> 12));
        length = 3;
    } else {
        bytes[0] = (char)(0xF0 | (code >> 18));
        length = 4;
    }
    for (size_t i = 1; i < length; i++)
        bytes[i] = (char)(0x80 | ((code >> (6 * (length - 1 - i))) & 0x3F));
    append_bytes(sentence, bytes, length);
}

void md_append_text(struct md_sentence *sentence, struct md_text text, size_t most)
{
    for (size_t i = 0; i < text.length; i++) {
        if (most-- == 0) {
            md_append(sentence, "…");
            return;
        }
        uint32_t code = text.units[i];
        if (code >= 0xD800 && code < 0xDC00 && i + 1 < text.length && text.units[i + 1] >= 0xDC00 && text.units[i + 1] < 0xE000)
            code = 0x10000 + ((code & 0x3FF) << 10) + (text.units[++i] & 0x3FFU);
        else if (code >= 0xD800 && code < 0xE000)
            code = 0xFFFD;
        append_character(sentence, code);
    }
}

void md_append_number(struct md_sentence *sentence, double number, enum md_language language)
{
    const char *group = language == MD_DUTCH ? "." : ",";
    const char *point = language == MD_DUTCH ? "," : ".";
    char digits[32];
    /* 15 significant digits as d.dddde±x: read by position, for the decimal point depends on the process's locale. */
    int written = snprintf(digits, sizeof digits, "%.14e", fabs(number));
    if (written <= 0 || !isfinite(number))
        return;
    char significant[16];
    int count = 0, exponent = 0;
    const char *at = digits;
    for (; *at != 'e'; at++) {
        if (*at >= '0' && *at <= '9' && count < 15)
            significant[count++] = *at;
    }
    exponent = (int)strtol(at + 1, NULL, 10);
    if (exponent > 20 || exponent < -9) {
        for (char *mark = digits; *mark != 0; mark++) {
            if (*mark == '.' || *mark == ',')
                *mark = *point;
        }
        if (number < 0)
            md_append(sentence, "-");
        md_append(sentence, digits);
        return;
    }
    while (count > 1 && significant[count - 1] == '0')
        count--;
    if (number < 0)
        md_append(sentence, "-");
    if (exponent < 0)
        md_append(sentence, "0");
    for (int place = exponent; place >= 0; place--) {
        int digit = exponent - place;
        append_bytes(sentence, digit < count ? &significant[digit] : "0", 1);
        if (place > 0 && place % 3 == 0)
            md_append(sentence, group);
    }
    if (count > exponent + 1) {
        md_append(sentence, point);
        for (int zeros = exponent + 1; zeros < 0; zeros++)
            md_append(sentence, "0");
        for (int digit = exponent < 0 ? 0 : exponent + 1; digit < count; digit++)
            append_bytes(sentence, &significant[digit], 1);
    }
}
