// SPDX-License-Identifier: EUPL-1.2
/* What the build writes from the catalogue and the menu, to standard output. */
#ifndef MD_WRITER_H
#define MD_WRITER_H

#include "../functions/catalogue.h"

/* `text` as it stands in an element or an attribute of XML. */
void write_escaped(const char *text);

/* The first `length` bytes of it. */
void write_escaped_part(const char *text, size_t length);

enum { LONGEST_RESULT = 4096 };

/* The result of an example, with a reference to a norm written out in `buffer` of LONGEST_RESULT bytes. */
const char *written_out(const char *result, char *buffer);

/* A property of the office's configuration with a text in both languages, behind `indent`. */
void write_texts(const char *indent, const char *property, struct md_bilingual text);

void write_registration(void);     /* CalcAddIns.xcu */
void write_menu(void);             /* Addons.xcu */
void write_protocol(void);         /* ProtocolHandler.xcu */
void write_dutch_table(void);      /* Markdown: one row per function */
void write_english_table(void);    /* the same in English */
void write_signatures(void);       /* one line per function: "norm: KANSEN_NORM(name; [year])" */
void write_acceptance(void);       /* a flat ODS with every example of the catalogue */
void write_dutch_handbook(void);   /* Markdown, from the chapters on standard input */
void write_english_handbook(void); /* the same in English */

#endif
