// SPDX-License-Identifier: EUPL-1.2
/* What the build writes from the catalogue, to standard output. */
#ifndef MD_WRITER_H
#define MD_WRITER_H

#include "../functions/catalogue.h"

/* `text` as it stands in an element or an attribute of XML. */
void write_escaped(const char *text);

/* The first `length` bytes of it. */
void write_escaped_part(const char *text, size_t length);

void write_registration(void);  /* CalcAddIns.xcu */
void write_dutch_table(void);   /* Markdown: one row per function */
void write_english_table(void); /* the same in English */
void write_acceptance(void);    /* a flat ODS with every example of the catalogue */

#endif
