// SPDX-License-Identifier: EUPL-1.2
/* Texts of cells: UTF-16 as sheets hold them, and words that mean something.
 *
 * (1) Words are compared without regard to case, with spaces at both ends trimmed (a no-break space too), with a curly
 *     apostrophe read as a straight one, and without diacritics in the vocabulary's own letters ("sainte-laguë" = "sainte-lague").
 * (2) ".", "x", "?", "onbekend", "unknown" and "n.b." are the words for unknown.
 * (3) A number that stands in a text is text.
 */
#ifndef MD_TEXT_H
#define MD_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct md_text {
    const uint16_t *units;
    size_t length;
};

/* A word and what it means. A vocabulary is an array of words that ends with a NULL spelling. */
struct md_word {
    const char *spelling; /* lower case, trimmed, ASCII */
    int meaning;
};

/* Is `text` this word, spelled as a vocabulary spells it? */
bool md_is_word(struct md_text text, const char *spelling);

/* The meaning of `text` in `vocabulary`; false if it is none of its words. */
bool md_word_meaning(struct md_text text, const struct md_word *vocabulary, int *meaning);

/* Does `text` say that something is unknown? */
bool md_means_unknown(struct md_text text);

/* <0, 0 or >0: the order of two texts, unit by unit. */
int md_compare_texts(struct md_text a, struct md_text b);

enum md_language { MD_DUTCH, MD_ENGLISH };
extern const struct md_word md_languages[];

#endif
