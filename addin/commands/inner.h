// SPDX-License-Identifier: EUPL-1.2
/* The Calc documents that stand inside a document as objects, also in groups of drawings. One in another file is not the document's. */
#ifndef MD_INNER_H
#define MD_INNER_H

#include "command.h"

/* What is asked of such a document, or done to it. */
typedef bool md_visit(struct md_command *command, uno_Interface *inner, void *data);

/* Visits all of them, but not what stands inside those; true if one of the visits gave true. */
bool md_visit_inner(struct md_command *command, uno_Interface *document, md_visit *visit, void *data);

#endif
