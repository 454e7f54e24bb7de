// SPDX-License-Identifier: EUPL-1.2
/* Numbers read as decimals, counted in units and written in sentences; words and texts of any content.
 *
 * (1) Any double is written so that it reads back as its 15-digit form, in groups of three, in either language.
 * (2) A decimal is the number's 15-digit form; a whole number is itself.
 * (3) Whole units are the amount divided by the unit, rounded down, as integers of any size say.
 * (4) Any text becomes UTF-8 that is whole, in a buffer of any size, and nothing is written behind it.
 */
#include "../../functions/base/decimal.h"
#include "../../functions/policy/norms.h"
#include "../../functions/base/sentence.h"
#include "../../functions/base/wide.h"
#include "../../functions/allocation/allocation.h"
#include "bytes.h"

#include <math.h>

/* A double of any kind: raw bits, a decimal with few digits, or a whole number. */
static double take_number(struct bytes *bytes)
{
    switch (choose(bytes, 4)) {
    case 0:
        return take_double(bytes);
    case 1:
        return (double)(int64_t)take_bytes(bytes, 8);
    case 2:
        return (double)(int32_t)take_bytes(bytes, 4) / pow(10, choose(bytes, 12));
    default:
        return (double)(int16_t)take_bytes(bytes, 2);
    }
}

/* ---- Writing ------------------------------------------------------------------------------------------------- */

/* Takes the groups out and reads the number. */
static double read_back(const char *written, char group, char point)
{
    char plain[64];
    size_t length = 0, digits = 0;
    bool grouped = false, whole = true;
    for (const char *at = written; *at != 0; at++) {
        if (*at == group) {
            REQUIRE(whole && (grouped ? digits == 3 : digits >= 1 && digits <= 3), "groups in %s", written);
            grouped = true;
            digits = 0;
            continue;
        }
        if (*at == point || *at == 'e') {
            REQUIRE(!grouped || digits == 3, "groups in %s", written);
            grouped = whole = false;
        } else if (*at >= '0' && *at <= '9') {
            digits++;
        }
        REQUIRE(length + 1 < sizeof plain, "%s is long", written);
        plain[length++] = *at == point ? '.' : *at;
    }
    REQUIRE(!grouped || digits == 3, "groups in %s", written);
    REQUIRE(!whole || grouped || digits <= 3, "no groups in %s", written);
    plain[length] = 0;
    char *end;
    double number = strtod(plain, &end);
    REQUIRE(end != plain && *end == 0, "%s does not read", written);
    return number;
}

static void check_writing(double number, enum md_language language)
{
    char buffer[64] = "", expected[40];
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, language);
    md_say_number(&sentence, number);
    REQUIRE(sentence.length == strlen(buffer), "length of %s", buffer);
    if (!isfinite(number)) {
        REQUIRE(sentence.length == 0, "%s for no number", buffer);
        return;
    }
    snprintf(expected, sizeof expected, "%.15g", number);
    char group = language == MD_DUTCH ? '.' : ',', point = language == MD_DUTCH ? ',' : '.';
    double read = read_back(buffer, group, point);
    REQUIRE(read == strtod(expected, NULL), "%s for %s", buffer, expected);
    REQUIRE(strchr(buffer, 'e') != NULL || strchr(buffer, point) == NULL || buffer[sentence.length - 1] != '0',
            "%s ends in a zero", buffer);
    REQUIRE(number != 0 || strcmp(buffer, "0") == 0, "%s for nothing", buffer);
}

/* ---- Reading ------------------------------------------------------------------------------------------------- */

static void check_decimal(double number)
{
    struct md_decimal decimal;
    bool whole = isfinite(number) && number == trunc(number);
    bool expected = isfinite(number) && !(whole && fabs(number) >= 0x1p63);
    REQUIRE(md_decimal_of(number, &decimal) == expected, "a decimal of %.17g", number);
    if (!expected)
        return;
    if (whole) {
        REQUIRE(decimal.decimals == 0 && decimal.digits == (int64_t)number, "whole %.17g", number);
        return;
    }
    char digits[64], written[40];
    snprintf(digits, sizeof digits, "%llde-%d", (long long)decimal.digits, decimal.decimals);
    snprintf(written, sizeof written, "%.15g", number);
    REQUIRE(strtod(digits, NULL) == strtod(written, NULL), "%s for %s", digits, written);
    REQUIRE(decimal.decimals >= 0 && (decimal.decimals == 0 || decimal.digits % 10 != 0), "%s not trimmed", digits);
}

/* Amount and unit with few enough decimals for 128 bits. */
static void check_units(struct bytes *bytes)
{
    uint64_t amount_digits = take_bytes(bytes, 6), unit_digits = take_bytes(bytes, choose(bytes, 5) + 1);
    unsigned amount_decimals = choose(bytes, 10), unit_decimals = choose(bytes, 10);
    double amount = (double)amount_digits / pow(10, amount_decimals), unit = (double)unit_digits / pow(10, unit_decimals);
    md_wide numerator = (md_wide)amount_digits * md_power_of_ten((int)unit_decimals);
    md_wide denominator = (md_wide)unit_digits * md_power_of_ten((int)amount_decimals);
    int64_t units = -1;
    bool exact = false;
    enum md_status status = md_units_in(amount, unit, &units, &exact);
    REQUIRE(status == (unit_digits == 0 ? MD_DOMAIN : MD_OK), "status %d", (int)status);
    if (status != MD_OK)
        return;
    md_wide whole = numerator / denominator;
    REQUIRE(units == (whole > INT64_MAX ? INT64_MAX : (int64_t)whole), "%lld units of %.17g in %.17g", (long long)units, unit,
            amount);
    REQUIRE(exact == (whole * denominator == numerator && whole <= INT64_MAX), "exactness of %.17g in %.17g", unit, amount);
}

/* ---- Texts --------------------------------------------------------------------------------------------------- */

/* Is this UTF-8 without overlong forms or surrogates? */
static bool is_utf8(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at != 0;) {
        unsigned more = *at < 0x80 ? 0 : *at < 0xC2 ? 9 : *at < 0xE0 ? 1 : *at < 0xF0 ? 2 : *at < 0xF5 ? 3 : 9;
        unsigned second = at[1];
        if (more == 9 || (*at == 0xE0 && second < 0xA0) || (*at == 0xED && second > 0x9F) || (*at == 0xF0 && second < 0x90) ||
            (*at == 0xF4 && second > 0x8F))
            return false;
        for (at++; more > 0; more--, at++)
            if ((*at & 0xC0) != 0x80)
                return false;
    }
    return true;
}

static void check_text(struct bytes *bytes)
{
    static const struct md_word *const vocabularies[] = {md_languages, md_methods};
    size_t size = 1 + choose(bytes, 64), most = choose(bytes, 20), length = choose(bytes, 64);
    bool wide = choose(bytes, 2) != 0;
    uint16_t *units = malloc((length + 1) * sizeof *units);
    char *buffer = malloc(size);
    REQUIRE(units != NULL && buffer != NULL, "memory");
    for (size_t i = 0; i < length; i++) {
        units[i] = (uint16_t)take_bytes(bytes, wide ? 2 : 1);
    }
    struct md_text text = {units, length};
    struct md_sentence sentence = md_sentence_in(buffer, size, MD_DUTCH);
    md_append_text(&sentence, text, most);
    md_append(&sentence, "é€");
    REQUIRE(sentence.length < size && buffer[sentence.length] == 0, "length %zu in %zu", sentence.length, size);
    REQUIRE(strlen(buffer) == sentence.length && is_utf8(buffer), "not UTF-8");
    for (size_t v = 0; v < 2; v++) {
        int meaning = -1;
        REQUIRE(md_word_meaning(text, vocabularies[v], &meaning) == (meaning >= 0), "a word without a meaning");
    }
    (void)md_means_unknown(text);
    REQUIRE(md_compare_texts(text, text) == 0, "a text is itself");
    if (length > 0) {
        struct md_text part = {units, length - 1}, rest = {units + 1, length - 1};
        REQUIRE(md_compare_texts(part, text) < 0 && md_compare_texts(text, part) > 0, "a part comes before the whole");
        REQUIRE(md_compare_texts(rest, text) == -md_compare_texts(text, rest), "an order both ways");
    }
    free(units);
    free(buffer);
}

/* ---- Norms --------------------------------------------------------------------------------------------------- */

/* Which verdict a value gets, said over again from norms.h, sentences 4 and 5. */
static void check_verdict(struct bytes *bytes)
{
    const struct md_norm *norm = &md_norms[choose(bytes, (unsigned)md_norms_length)];
    double value = choose(bytes, 2) != 0 ? (double)take_bytes(bytes, 2) / 1000 : norm->value;
    value += ((double)choose(bytes, 64) - 32) * 1e-16;
    if (norm->kind == MD_AMOUNT || norm->kind == MD_AGREEMENT)
        return;
    const struct md_norm *partner = norm->partner != NULL ? md_norm_named(norm->partner) : norm;
    double low = norm->value < partner->value ? norm->value : partner->value;
    double high = norm->value < partner->value ? partner->value : norm->value;
    struct md_exact exact;
    REQUIRE(md_exact_cell(value, &exact) == MD_OK, "%.17g", value);
    char written[40];
    snprintf(written, sizeof written, "%.15g", value);
    double shown = strtod(written, NULL);
    enum md_verdict wanted = shown <= low ? MD_MEETS : shown <= high ? MD_BEWARE : MD_FAILS;
    if (norm->kind == MD_START)
        wanted = MD_NO_NORM;
    else if (norm->kind == MD_AMBITION || norm->kind == MD_CONDITION)
        wanted = shown >= low ? MD_MEETS : MD_FAILS;
    REQUIRE(md_verdict_of(exact, norm) == wanted, "%.17g against %s", value, norm->en);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes bytes = {data, size};
    double number = take_number(&bytes);
    check_writing(number, MD_DUTCH);
    check_writing(number, MD_ENGLISH);
    check_decimal(number);
    check_units(&bytes);
    check_text(&bytes);
    check_verdict(&bytes);
    return 0;
}
