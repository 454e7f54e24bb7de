// SPDX-License-Identifier: EUPL-1.2
/* Sentences in UTF-8, in the language of the reader. */
#ifndef MD_SENTENCE_H
#define MD_SENTENCE_H

#include "text.h"

/* A sentence under construction in the caller's buffer: always ends in NUL, cut where the buffer ends. */
struct md_sentence {
    char *buffer;
    size_t size, length;
};

void md_append(struct md_sentence *sentence, const char *utf8);

/* `text` as UTF-8; a text of more than `most` characters is cut and ends in "…". */
void md_append_text(struct md_sentence *sentence, struct md_text text, size_t most);

/* `number` as the language writes it: 1.234.567 or 1,5 in Dutch, 1,234,567 or 1.5 in English; at most 15 digits. */
void md_append_number(struct md_sentence *sentence, double number, enum md_language language);

/* The same as money: "€ " first, and cents as two digits: € 25,50. */
void md_append_euros(struct md_sentence *sentence, double euros, enum md_language language);

#endif
