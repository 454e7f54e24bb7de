// SPDX-License-Identifier: EUPL-1.2
/* What the cells of a document hold, read a sheet at a time: who asks for many cells does not ask the office for each.
 *
 * (1) A cell holds a number, a text that no format has changed, or void for an error; an empty one holds the empty text.
 * (2) Of a sheet with more cells than can well be kept the first rows are, and each cell below them is asked for.
 * (3) Of merged cells the first alone holds something, and all show it.
 */
#ifndef MD_CONTENTS_H
#define MD_CONTENTS_H

#include "ours.h"

enum { MD_MOST_CONTENTS = 1 << 21 }; /* cells of a sheet */

struct md_contents {
    const struct md_ours *ours;
    struct md_memory *memory; /* of the command */
    struct md_office office;  /* what is kept is lent to the contents alone */
    struct md_sheet_contents *sheets;
    uno_Any empty;
};

/* False without memory. */
bool md_contents_begin(struct md_contents *contents, struct md_command *command, const struct md_ours *ours);
void md_contents_end(struct md_contents *contents);

/* What a cell holds; never NULL. */
const uno_Any *md_content_at(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* The cells that show what this cell shows: itself, or all that it is merged with. */
struct md_range_address md_seen_at(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

#endif
