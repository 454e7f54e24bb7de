// SPDX-License-Identifier: EUPL-1.2
/* Cells and formulas as a reader knows them: by address, by what they show, and as the office's language writes them.
 *
 * (1) A cell of the sheet that is spoken of is "B5", one of another sheet "Blad2.B5", and 'Blad met spatie'.B5 where the name has more
 *     than letters and digits. A range is "B5:C9", one over several sheets "Blad1.B5:Blad3.B5".
 * (2) A cell without anything to be seen is "leeg".
 */
#ifndef MD_PLACES_H
#define MD_PLACES_H

#include "calls.h"
#include "scratch.h"

/* `here` is the sheet that is spoken of; -1 names the sheet in any case. */
void md_say_cell_at(struct md_sentence *sentence, const struct md_ours *ours, sal_Int32 sheet, sal_Int32 column, sal_Int32 row,
                    sal_Int32 here);
void md_say_range_at(struct md_sentence *sentence, const struct md_ours *ours, const struct md_range_address *where,
                     sal_Int32 last_sheet, sal_Int32 here);

/* What a cell shows. */
void md_say_shown(struct md_sentence *sentence, const struct md_ours *ours, uno_Interface *cell);

/* Tokens as a formula, in which tables are the cells that they name: in the language of the office, or in English, from the point of view of a cell. Empty if it cannot be written. */
struct md_text md_written(const struct md_ours *ours, const struct md_token *tokens, size_t count, bool in_english,
                          sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* Tokens as a part of a formula that is to be computed at a place. */
void md_say_written(struct md_sentence *formula, const struct md_ours *ours, const struct md_token *tokens, size_t count,
                    const struct md_place *place);

#endif
