// SPDX-License-Identifier: EUPL-1.2
/* Words, their meanings, and sentences; text.h is the manual. */
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_WORD = 40 };

const struct md_word md_languages[] = {{"nl", MD_DUTCH},   {"nederlands", MD_DUTCH}, {"dutch", MD_DUTCH},
                                       {"en", MD_ENGLISH}, {"engels", MD_ENGLISH},   {"english", MD_ENGLISH},
                                       {NULL, 0}};

static const struct md_word unknown_words[] = {{".", 0},       {"x", 0},    {"?", 0}, {"onbekend", 0},
                                               {"unknown", 0}, {"n.b.", 0}, {NULL, 0}};

static bool is_space(uint16_t unit)
{
    return unit == ' ' || (unit >= '\t' && unit <= '\r') || unit == 0x00A0;
}

/* The letter under which a vocabulary spells `unit`; 0 if none does. */
static char plain_letter(uint16_t unit)
{
    if (unit >= 'A' && unit <= 'Z')
        return (char)(unit - 'A' + 'a');
    if (unit < 0x80)
        return (char)unit;
    switch (unit) {
    case 0x00A0:
        return ' ';
    case 0x00CB: /* Ë */
    case 0x00EB: /* ë */
        return 'e';
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
        return '\'';
    default:
        return 0;
    }
}

/* Writes `text` as a vocabulary would spell it, in room for LONGEST_WORD and an end; false if no vocabulary could hold it. */
static bool plain_word(struct md_text text, char *word)
{
    while (text.length > 0 && is_space(text.units[0])) {
        text.units++;
        text.length--;
    }
    while (text.length > 0 && is_space(text.units[text.length - 1]))
        text.length--;
    if (text.length > LONGEST_WORD)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        word[i] = plain_letter(text.units[i]);
        if (word[i] == 0)
            return false;
    }
    word[text.length] = 0;
    return true;
}

bool md_is_word(struct md_text text, const char *spelling)
{
    char word[LONGEST_WORD + 1];
    return text.length > 0 && plain_word(text, word) && strcmp(spelling, word) == 0;
}

bool md_word_meaning(struct md_text text, const struct md_word *vocabulary, int *meaning)
{
    char word[LONGEST_WORD + 1];
    if (text.length == 0 || !plain_word(text, word))
        return false;
    for (; vocabulary->spelling != NULL; vocabulary++) {
        if (strcmp(vocabulary->spelling, word) == 0) {
            *meaning = vocabulary->meaning;
            return true;
        }
    }
    return false;
}

bool md_means_unknown(struct md_text text)
{
    int meaning;
    return md_word_meaning(text, unknown_words, &meaning);
}

int md_compare_texts(struct md_text a, struct md_text b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    for (size_t i = 0; i < shared; i++) {
        if (a.units[i] != b.units[i])
            return a.units[i] < b.units[i] ? -1 : 1;
    }
    return (a.length > b.length) - (a.length < b.length);
}

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
