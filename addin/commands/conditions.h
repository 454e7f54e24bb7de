// SPDX-License-Identifier: EUPL-1.2
/* What becomes of our functions in conditional formats and in validity when a document is copied with values.
 *
 * (1) A condition of a conditional format gets what its formula gives now, cell by cell, so that the copy looks as the document does.
 *     Cells for which it gives the same stay together in one format.
 * (2) Where that cannot be had, because the format also has a colour scale, data bars or icons, or because it is about too many cells
 *     that differ, our condition is put out of use. What the format has besides stays; of limits limits.h speaks.
 * (3) A bound of validity that is the same for all its cells gets its value. Any other validity judges what is typed later, which no
 *     value can: it goes.
 * (4) The office lets nobody change the validity of locked cells in a protected sheet: protection must be off (protection.h).
 * (5) Each format and each validity that was changed is told, with its cells.
 * (6) On a sheet with formulas of ours a condition that asks what a cell holds (onlookers.h) gets what it gives now too; where that
 *     cannot be had it stays, and is told.
 */
#ifndef MD_CONDITIONS_H
#define MD_CONDITIONS_H

#include "ours.h"

/* Has a protected sheet a validity of ours? */
bool md_has_protected_validity(struct md_command *command, const struct md_ours *copy);

/* Does this for `copy`, in which formulas and names are still those of the document; tells of it in `told`, a line each. True if the
 * copy must be stored and loaded again: a new conditional format is otherwise known to the office, but not seen. */
bool md_settle_conditions(struct md_command *command, const struct md_ours *document, const struct md_ours *copy,
                          struct md_sentence *told);

#endif
