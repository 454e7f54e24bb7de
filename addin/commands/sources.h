// SPDX-License-Identifier: EUPL-1.2
/* The sources that a report names: each is written out once, and the rows name it by a number and its letter.
 *
 * A source begins with the letter and quotes it behind a colon; what stands before the first quotation is its short form.
 */
#ifndef MD_SOURCES_H
#define MD_SOURCES_H

#include "command.h"

enum { MD_MOST_SOURCES = 64 }; /* more than there are norms */

struct md_source_named {
    const char *text, *letter;
};

struct md_sources {
    struct md_source_named named[MD_MOST_SOURCES]; /* in the order in which they were named first */
    size_t count;
};

/* For each source, a line of `lines`, a line "bron 1: Kamerbrief 8 juli 2021 (…)". False without memory. */
bool md_cite(struct md_command *command, struct md_sources *sources, const char *lines, struct md_sentence *sentence);

/* "bron 1", counted from 1. */
void md_say_source_number(struct md_sentence *sentence, size_t number);

#endif
