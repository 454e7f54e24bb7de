// SPDX-License-Identifier: EUPL-1.2
/* Words and their meanings; text.h is the manual. */
#include "text.h"

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
