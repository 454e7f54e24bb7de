// SPDX-License-Identifier: EUPL-1.2
/* What the entries of the menu do: one function each, in a file of its own.
 *
 * (1) A command is carried out in the office's own thread, with nothing else running beside it.
 * (2) Where a file or a part of the office is missing nothing happens.
 */
#ifndef MD_COMMAND_H
#define MD_COMMAND_H

#include "../convert.h"
#include "../office.h"
#include "../../functions/base/sentence.h"
#include "entries.h"

struct md_command {
    struct md_office office;
    struct md_blocks blocks; /* memory that lives as long as the command */
    const struct md_entry *entry;
    uno_Interface *frame;      /* that the entry was chosen in, or NULL */
    enum md_language language; /* of the office's windows; all but Dutch is English */
};

/* `text` in the language of the command. */
static inline const char *md_in(const struct md_command *command, struct md_bilingual text)
{
    return command->language == MD_DUTCH ? text.nl : text.en;
}

typedef void md_run(struct md_command *command);

md_run md_open_outside, md_open_template; /* open.c */
md_run md_explain_cell;                   /* explain.c */
md_run md_check_document;                 /* check.c */
md_run md_copy_values;                    /* copy_values.c */

/* The document in the frame of the command; NULL if that is no sheet. */
uno_Interface *md_document(struct md_command *command);

/* Shows a document that was made without a window, under a title, as one that is not saved yet; closes it, and gives false, if that was
 * not possible. */
bool md_show(struct md_command *command, uno_Interface *document, const char *title);

/* A copy of a document, made in memory and without a window; NULL if that was not possible. The document stays as it was. */
uno_Interface *md_new_copy(struct md_office *office, uno_Interface *document);

/* The same in two steps: a file of the document in memory, and the document that is loaded from it. */
uno_Interface *md_store(struct md_office *office, uno_Interface *document);
uno_Interface *md_load(struct md_office *office, uno_Interface *memory);

/* An empty document without a window; NULL if that was not possible. */
uno_Interface *md_new(struct md_office *office);

/* Closes a document that was made without a window, or nothing for NULL. */
void md_close(struct md_office *office, uno_Interface *document);

/* The moment that it is: "27 november 2026 14u05", in a form that the name of a file may have. */
void md_say_moment(struct md_sentence *sentence);

#endif
