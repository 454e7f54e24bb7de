// SPDX-License-Identifier: EUPL-1.2
/* What the entries of the menu do: one function each, in a file of its own.
 *
 * (1) A command is carried out in the office's own thread, with nothing else running beside it.
 * (2) Where a file or a part of the office is missing nothing happens.
 */
#ifndef MD_COMMAND_H
#define MD_COMMAND_H

#include "../office.h"
#include "entries.h"

struct md_command {
    struct md_office office;
    const struct md_entry *entry;
    enum md_language language; /* of the office's windows; all but Dutch is English */
};

/* `text` in the language of the command. */
static inline const char *md_in(const struct md_command *command, struct md_bilingual text)
{
    return command->language == MD_DUTCH ? text.nl : text.en;
}

typedef void md_run(struct md_command *command);

md_run md_open_outside, md_open_template; /* open.c */

#endif
