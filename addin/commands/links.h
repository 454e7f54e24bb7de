// SPDX-License-Identifier: EUPL-1.2
/* Formulas of ours that are a link: =HYPERLINK(…), with nothing around it.
 *
 * (1) Their cell in a copy with values shows what they show, and leads where they lead: both as constants in a HYPERLINK of its own.
 *     An array formula and an error become the value alone.
 */
#ifndef MD_LINKS_H
#define MD_LINKS_H

#include "scratch.h"
#include "shown.h"

struct md_links {
    const struct md_ours *document;
    struct md_scratch scratch;
    sal_Int32 code; /* of HYPERLINK */
};

void md_links_begin(struct md_links *links, struct md_command *command, const struct md_ours *document);
void md_links_end(struct md_links *links);

/* Makes a link of a cell of the copy that holds the value of this formula, if that is one. */
void md_keep_link(struct md_links *links, const struct md_formulas *formula, uno_Interface *to);

#endif
