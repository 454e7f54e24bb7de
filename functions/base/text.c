// SPDX-License-Identifier: EUPL-1.2
/* Words and their meanings; text.h is the manual. */
#include "text.h"

enum { LONGEST_WORD = 40 };

const struct md_word md_languages[] = {{"nl", MD_DUTCH},   {"nederlands", MD_DUTCH}, {"dutch", MD_DUTCH},
                                       {"en", MD_ENGLISH}, {"engels", MD_ENGLISH},   {"english", MD_ENGLISH},
                                       {NULL, 0}};

static const struct md_word unknown_words[] = {{".", 0},       {"x", 0},    {"?", 0}, {"onbekend", 0},
                                               {"unknown", 0}, {"n.b.", 0}, {NULL, 0}};

/* Characters that leave a gap (Unicode's White_Space, letters made to look empty, and U+0001, as which Calc hands over a tab in a
 * text of several lines), and those that leave nothing. */
struct span {
    uint16_t first, last;
};

static const struct span gaps[] = {{0x0001, 0x0001}, {'\t', '\r'},     {' ', ' '},       {0x0085, 0x0085}, {0x00A0, 0x00A0},
                                   {0x115F, 0x1160}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
                                   {0x205F, 0x205F}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0}};
static const struct span nothings[] = {{0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x180E, 0x180E},
                                       {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}};

static bool lies_in(uint16_t unit, const struct span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (unit >= spans[i].first && unit <= spans[i].last)
            return true;
    }
    return false;
}

static bool is_gap(uint16_t unit)
{
    return (unit <= ' ' || unit >= 0x85) && lies_in(unit, gaps, sizeof gaps / sizeof *gaps);
}

static bool is_nothing(uint16_t unit)
{
    return unit >= 0x80 && lies_in(unit, nothings, sizeof nothings / sizeof *nothings);
}

bool md_is_blank(struct md_text text)
{
    size_t seen = 0;
    while (seen < text.length && (is_gap(text.units[seen]) || is_nothing(text.units[seen])))
        seen++;
    return seen == text.length;
}

/* The letter under which a vocabulary spells `unit`, a space for what parts a word; 0 if none does. */
static char plain_letter(uint16_t unit)
{
    if (unit == '-' || unit == '_' || is_gap(unit))
        return ' ';
    if (unit >= 'A' && unit <= 'Z')
        return (char)(unit - 'A' + 'a');
    if (unit < 0x80 && unit != '`')
        return (char)unit;
    switch (unit) {
    case 0x00CB: /* Ë */
    case 0x00EB: /* ë */
        return 'e';
    case '`':
    case 0x00B4: /* ´ */
    case 0x02BC: /* ʼ */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x2032: /* ′ */
        return '\'';
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2212: /* minus */
        return ' ';
    default:
        return 0;
    }
}

/* Writes `text` as a vocabulary would spell it, in room for LONGEST_WORD and an end; false if no vocabulary could hold it. */
static bool plain_word(struct md_text text, char *word)
{
    const uint16_t diaeresis = 0x0308;
    size_t length = 0;
    while (text.length > 0 && md_is_blank((struct md_text){text.units, 1})) {
        text.units++;
        text.length--;
    }
    while (text.length > 0 && md_is_blank((struct md_text){text.units + text.length - 1, 1}))
        text.length--;
    for (size_t i = 0; i < text.length; i++) {
        char letter = plain_letter(text.units[i]), before = length > 0 ? word[length - 1] : 0;
        if (is_nothing(text.units[i]) || (letter == ' ' && before == ' ') || (text.units[i] == diaeresis && before == 'e'))
            continue;
        if (letter == 0 || length == LONGEST_WORD)
            return false;
        word[length++] = letter;
    }
    word[length] = 0;
    return length > 0;
}

/* Is `word`, as plain_word() writes it, the word that a vocabulary spells so? */
static bool is_spelled(const char *word, const char *spelling)
{
    while (*word != 0 && *word == (*spelling == '-' || *spelling == '_' ? ' ' : *spelling)) {
        word++;
        spelling++;
    }
    return *word == 0 && *spelling == 0;
}

bool md_is_word(struct md_text text, const char *spelling)
{
    char word[LONGEST_WORD + 1];
    return plain_word(text, word) && is_spelled(word, spelling);
}

bool md_word_meaning(struct md_text text, const struct md_word *vocabulary, int *meaning)
{
    char word[LONGEST_WORD + 1];
    if (!plain_word(text, word))
        return false;
    for (; vocabulary->spelling != NULL; vocabulary++) {
        if (is_spelled(word, vocabulary->spelling)) {
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
