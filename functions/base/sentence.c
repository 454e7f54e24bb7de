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

struct md_sentence md_sentence_in(char *buffer, size_t size, enum md_language language)
{
    buffer[0] = 0;
    return (struct md_sentence){buffer, size, 0, language, false, false, NULL};
}

void md_append(struct md_sentence *sentence, const char *utf8)
{
    append_bytes(sentence, utf8, strlen(utf8));
}

void md_say(struct md_sentence *sentence, const char *nl, const char *en)
{
    md_append(sentence, sentence->language == MD_DUTCH ? nl : en);
}

void md_say_either(struct md_sentence *sentence, struct md_bilingual text)
{
    md_say(sentence, text.nl, text.en);
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

/* Can a reader not see this character? Controls, spaces of no width, marks of direction and of joining, and the like. */
static bool is_invisible(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0, 0x1F},        {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E},  {0x200B, 0x200F},
                  {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    }
    return false;
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
        if (is_invisible(code)) {
            char number[24];
            snprintf(number, sizeof number, "⟨U+%04lX⟩", (unsigned long)code);
            md_append(sentence, number);
        } else {
            append_character(sentence, code);
        }
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

static const char *group_mark(const struct md_sentence *sentence)
{
    return sentence->language == MD_DUTCH ? "." : ",";
}

static const char *point_mark(const struct md_sentence *sentence)
{
    return sentence->language == MD_DUTCH ? "," : ".";
}

void md_say_number(struct md_sentence *sentence, double number)
{
    const char *group = group_mark(sentence), *point = point_mark(sentence);
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

void md_say_year(struct md_sentence *sentence, double year)
{
    char digits[32];
    if (year != floor(year)) {
        md_say_number(sentence, year);
        return;
    }
    snprintf(digits, sizeof digits, "%.15g", year);
    md_append(sentence, digits);
}

void md_say_exact(struct md_sentence *sentence, struct md_exact number)
{
    double nearest = 0;
    md_nearest(number, &nearest);
    md_say_number(sentence, nearest);
}

void md_say_euros(struct md_sentence *sentence, double euros)
{
    md_append(sentence, "€ ");
    md_say_number(sentence, euros);
    if (sentence->length > 1 && sentence->buffer[sentence->length - 2] == *point_mark(sentence))
        md_append(sentence, "0");
}

void md_say_exact_euros(struct md_sentence *sentence, struct md_exact euros)
{
    double nearest = 0;
    md_nearest(euros, &nearest);
    md_say_euros(sentence, nearest);
}

static struct md_exact whole_nearest(struct md_exact number)
{
    const struct md_exact half = md_exact_of(5, 1), zero = md_exact_of(0, 0);
    if (md_sign(number) < 0)
        return md_rounded_up(md_minus(number, half));
    return md_minus(zero, md_rounded_up(md_minus(zero, md_plus(number, half))));
}

void md_say_cents(struct md_sentence *sentence, struct md_exact euros)
{
    const struct md_exact cents = whole_nearest(md_times(euros, md_exact_of(100, 0)));
    md_say_exact_euros(sentence, md_sign(cents) == 0 ? euros : md_times(cents, md_exact_of(1, 2)));
}

/* part / whole × 100, rounded to so many decimals. */
static double percentage(struct md_exact part, struct md_exact whole, int decimals)
{
    const double power = (double)md_power_of_ten(decimals);
    double quotient = 0;
    md_quotient(md_times(part, md_exact_of((int64_t)md_power_of_ten(decimals + 2), 0)), whole, &quotient);
    return floor(fabs(quotient) + 0.5) / power * (quotient < 0 ? -1 : 1);
}

void md_say_share(struct md_sentence *sentence, struct md_exact part, struct md_exact whole)
{
    enum { MOST_DECIMALS = 9 };
    double percent = percentage(part, whole, 1);
    for (int decimals = 2; decimals <= MOST_DECIMALS; decimals++) {
        bool shows_none = percent == 0 && md_sign(part) != 0;
        bool shows_all = percent == 100 && md_compared(part, whole) != 0;
        if (!shows_none && !shows_all)
            break;
        percent = percentage(part, whole, decimals);
    }
    md_say_number(sentence, percent == 0 ? 0 : percent);
    md_append(sentence, "%");
}

void md_say_count(struct md_sentence *sentence, size_t count, struct md_bilingual one, struct md_bilingual many)
{
    md_say_number(sentence, (double)count);
    md_append(sentence, " ");
    md_say_either(sentence, count == 1 ? one : many);
}

static const struct md_bilingual warning = {". Let op: ", ". Note: "};

void md_warn(struct md_sentence *sentence)
{
    if (sentence->warned)
        md_append(sentence, "; ");
    else
        md_say_either(sentence, warning);
    sentence->warned = true;
}

void md_doubt(struct md_sentence *sentence)
{
    md_warn(sentence);
    sentence->doubted = true;
}

const char *md_warnings_in(const char *sentence, enum md_language language)
{
    return strstr(sentence, language == MD_DUTCH ? warning.nl : warning.en);
}

void md_begin_source(struct md_sentence *sentence)
{
    md_say(sentence, ". Bron: ", ". Source: ");
}
