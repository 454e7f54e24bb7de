// SPDX-License-Identifier: EUPL-1.2
/* Sentences; sentence.h is the manual. */
#include "sentence.h"
#include "decimal.h"

#include <math.h>
#include <stdio.h>
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

/* Numbers too long to be written out: 1,5…e+22. */
static void append_with_power(struct md_sentence *sentence, const char *digits, int exponent, const char *point)
{
    char power[16];
    snprintf(power, sizeof power, "e%+03d", exponent);
    append_bytes(sentence, digits, 1);
    md_append(sentence, point);
    append_bytes(sentence, digits + 1, MD_FIFTEEN - 1);
    md_append(sentence, power);
}

void md_append_number(struct md_sentence *sentence, double number, enum md_language language)
{
    const char *group = language == MD_DUTCH ? "." : ",", *point = language == MD_DUTCH ? "," : ".";
    char digits[MD_FIFTEEN] = {0};
    int count = MD_FIFTEEN;
    if (!isfinite(number))
        return;
    int exponent = md_fifteen_digits(number, digits);
    if (number < 0)
        md_append(sentence, "-");
    if (exponent > 20 || exponent < -9) {
        append_with_power(sentence, digits, exponent, point);
        return;
    }
    while (count > 1 && digits[count - 1] == '0')
        count--;
    if (exponent < 0)
        md_append(sentence, "0");
    for (int place = exponent; place >= 0; place--) {
        int digit = exponent - place;
        append_bytes(sentence, digit < count ? &digits[digit] : "0", 1);
        if (place > 0 && place % 3 == 0)
            md_append(sentence, group);
    }
    if (count > exponent + 1) {
        md_append(sentence, point);
        for (int zeros = exponent + 1; zeros < 0; zeros++)
            md_append(sentence, "0");
        for (int digit = exponent < 0 ? 0 : exponent + 1; digit < count; digit++)
            append_bytes(sentence, &digits[digit], 1);
    }
}

void md_append_euros(struct md_sentence *sentence, double euros, enum md_language language)
{
    const char point = language == MD_DUTCH ? ',' : '.';
    md_append(sentence, "€ ");
    md_append_number(sentence, euros, language);
    if (sentence->buffer[sentence->length - 2] == point)
        md_append(sentence, "0");
}
