// SPDX-License-Identifier: EUPL-1.2
/* The sources that a report names: each is written out once, and the rows name it by a number and its letter.
 *
 * (1) A source begins with the letter and quotes it behind a colon; what stands before the first quotation is its short form.
 * (2) They are numbered when all are there, by the first place that names them.
 */
#ifndef MD_SOURCES_H
#define MD_SOURCES_H

#include "scratch.h"

enum { MD_MOST_SOURCES = 64 }; /* more than there are norms */

struct md_source_named {
    const char *text, *letter;
    struct md_place first;
};

struct md_sources {
    struct md_source_named named[MD_MOST_SOURCES];
    size_t count;
    size_t order[MD_MOST_SOURCES]; /* number n is named[order[n - 1]] */
};

/* Notes the sources that a place names, each a line of `lines`: bit i of `noted` stands for named[i]. False without memory. */
bool md_note_sources(struct md_command *command, struct md_sources *sources, const char *lines, const struct md_place *place,
                     uint64_t *noted);

void md_number_sources(struct md_sources *sources);

/* For each source that was noted a line "bron 1: Kamerbrief 8 juli 2021 (…)". */
void md_cite(const struct md_sources *sources, uint64_t noted, struct md_sentence *sentence);

/* "bron 1", counted from 1. */
void md_say_source_number(struct md_sentence *sentence, size_t number);

#endif
