// SPDX-License-Identifier: EUPL-1.2
/* What the headings of a cell say of its figure: its unit, budget or accounts, its year.
 *
 * (1) A heading is a text above the cell in its column, or to the left of it in its row: the nearest that says something on the matter
 *     counts, those above first. No more than so many cells are looked at in each direction. Merged cells are each what they show.
 * (2) "× € 1.000", "x 1000", "* EUR 1.000", "in € 1.000", "duizend" and "thousand" are thousands. Without any in its column or row
 *     those above a column to the left count, if that has no number in this row and theirs has none in this column: a note in the corner
 *     of a table.
 * (3) Words of a budget begin with "begroot", "begroting", also behind "programma" or the like, "geraamd", "raming", or are "budget";
 *     of the accounts begin with "jaarrekening", "jaarstuk", "realisatie", "gerealiseerd", "werkelijk" or the like, or are "rekening",
 *     "account", "actual" or "realised". A heading with both says nothing.
 * (4) "samen", "som", "together", "sum" and what begins with "totaal", "subtotaal" or "total" are a total.
 * (5) A year is a number from 1900 to 2100 of four digits in a text, which says nothing if it has several, nor in a date: a letter is of
 *     another day than its figures. Or it is such a number in a cell of its own with the year before or after it in a cell beside it:
 *     one that stands alone may well be an amount.
 */
#ifndef MD_HEADINGS_H
#define MD_HEADINGS_H

#include "contents.h"

enum { MD_CELLS_OF_HEADINGS = 60 };

enum md_basis { MD_NO_BASIS, MD_BUDGET, MD_ACCOUNT };

bool md_is_in_thousands(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* What the headings above a cell and those to the left of it say. A merged cell under headings that differ has none above. */
struct md_bases {
    enum md_basis above, left;
};
struct md_bases md_bases_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* Does a heading in the row of a cell, to the left of it, name a budget or the accounts? */
bool md_row_names_basis(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* Is a cell of a range called a total: by a heading to the left of it, or above it where the range is a row, or by either in a table? */
bool md_names_total(struct md_contents *contents, const struct md_range_address *range, sal_Int32 column, sal_Int32 row);

/* The year of a cell; 0 if its headings name none. */
int md_year_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

#endif
