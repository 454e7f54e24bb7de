// SPDX-License-Identifier: EUPL-1.2
/* Texts of cells: UTF-16 as sheets hold them, and words that mean something.
 *
 * (1) Words are compared without regard to case, without spaces at both ends, with any apostrophe read as a straight one, and without
 *     diacritics in the vocabulary's own letters, composed or not ("sainte-laguë" = "sainte-lague").
 * (2) Inside a word any run of spaces, hyphens and underscores counts as one space ("in-natura" = "in natura", "bereik bijstand" =
 *     "bereik_bijstand").
 * (3) A space is every character that leaves a gap or nothing at all: no-break, narrow, figure, thin, ideographic, zero width, the byte
 *     order mark, the marks of direction. What leaves nothing does not part a word either. A text of nothing but spaces is blank.
 * (4) ".", "x", "?", "onbekend", "unknown" and "n.b." are the words for unknown.
 * (5) A number that stands in a text is text.
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

/* Is there nothing to be seen in `text`? (sentence 3) */
bool md_is_blank(struct md_text text);

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
