// SPDX-License-Identifier: EUPL-1.2
/* Sentences in UTF-8, in the language of the reader.
 *
 * (1) A sentence grows in the caller's buffer and always ends in NUL. What does not fit is left off, never cut in two.
 * (2) Numbers are written as the language does: 1.234.567,5 in Dutch and 1,234,567.5 in English, in at most 15 digits. Money with
 *     cents has two of them: € 25,50. What is computed with rates is told to the cent, and in full where that would make it € 0. A share is a percentage in one decimal, and in more where one would make it 0% or 100%.
 * (3) Nothing of a text from a sheet is lost on the way: a control character, a mark of direction and any other character that
 *     cannot be seen stands there by its number, as in a⟨U+0000⟩b.
 */
#ifndef MD_SENTENCE_H
#define MD_SENTENCE_H

#include "exact.h"
#include "text.h"

/* A text in both languages. */
struct md_bilingual {
    const char *nl, *en;
};

struct md_sentence {
    char *buffer;
    size_t size, length;
    enum md_language language;
    bool warned;         /* a warning has begun */
    bool doubted;        /* one of the warnings was a doubt */
    const double *place; /* the first cell that the sentence named, of an argument's cells; or NULL */
};

enum { MD_LONGEST_SENTENCE = 4096, MD_LONGEST_QUOTE = 40 }; /* bytes, with the end; characters */

/* An empty sentence; `buffer` is of `size` bytes, at least one. */
struct md_sentence md_sentence_in(char *buffer, size_t size, enum md_language language);

void md_append(struct md_sentence *sentence, const char *utf8);

/* `text` as UTF-8 (sentence 3); a text of more than `most` characters is cut and ends in "…". */
void md_append_text(struct md_sentence *sentence, struct md_text text, size_t most);

void md_say(struct md_sentence *sentence, const char *nl, const char *en);
void md_say_either(struct md_sentence *sentence, struct md_bilingual text);
void md_say_number(struct md_sentence *sentence, double number);
void md_say_year(struct md_sentence *sentence, double year); /* a whole one without a mark between its digits */
void md_say_exact(struct md_sentence *sentence, struct md_exact number);
void md_say_euros(struct md_sentence *sentence, double euros);
void md_say_exact_euros(struct md_sentence *sentence, struct md_exact euros);
void md_say_cents(struct md_sentence *sentence, struct md_exact euros); /* to the nearest cent, halves away from 0 */

/* part / whole as a percentage; the whole is above 0. */
void md_say_share(struct md_sentence *sentence, struct md_exact part, struct md_exact whole);

/* "1 kind", "2 kinderen". */
void md_say_count(struct md_sentence *sentence, size_t count, struct md_bilingual one, struct md_bilingual many);

/* Starts a warning: ". Let op: " before the first, "; " before another. */
void md_warn(struct md_sentence *sentence);

/* The same, where the outcome itself is in doubt, and not only a figure looks odd. */
void md_doubt(struct md_sentence *sentence);

/* The warnings at the end of a sentence in this language; NULL if there are none. */
const char *md_warnings_in(const char *sentence, enum md_language language);

/* Starts the source of what was said: ". Bron: ". */
void md_begin_source(struct md_sentence *sentence);

#endif
