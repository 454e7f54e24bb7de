// SPDX-License-Identifier: EUPL-1.2
/* What the headings of a cell say of its figure: its unit, budget or accounts, its year.
 *
 * (1) A heading is a text above the cell in its column, or to the left of it in its row: the nearest that says something on the matter
 *     counts, those above first. No more than so many cells are looked at in each direction.
 * (2) "× € 1.000", "x 1000", "duizend" and "thousand" are thousands.
 * (3) Words that begin with "begroot", "begroting", "geraamd", "raming" or "budget" are a budget; with "rekening", "jaarrekening",
 *     "realisatie", "gerealiseerd", "werkelijk", "account", "actual" or "realised" the accounts. A heading with both says nothing.
 * (4) "totaal", "subtotaal", "samen", "som", "total", "subtotal", "together" and "sum" are a total.
 * (5) A year is a number from 1900 to 2100 of four digits in a text, which says nothing if it has several; or such a number in a cell
 *     of its own with the year before or after it in the next cell: one that stands alone may well be an amount.
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

/* Does a heading in the row of a cell, to the left of it, call it a total? */
bool md_row_names_total(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* The year of a cell; 0 if its headings name none. */
int md_year_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

#endif
