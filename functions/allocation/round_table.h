// SPDX-License-Identifier: EUPL-1.2
/* ROUND_TABLE: a table in round amounts, such as thousands of euros, of which every row, every column and the whole add up.
 *
 * (1) Each cell, each row total, each column total and the grand total becomes one of the two multiples of `unit` next to its
 *     exact value; what is a multiple stays. Every total is the sum of the cells that are shown. Such a table always exists.
 * (2) Of all such tables the one is given in which the deviations of the cells and the totals together, |rounded − exact|, are
 *     least. So a total need not be the nearest multiple: with {300;300} in thousands, 0 + 0 = 0 is less off than 1000 + 0 = 1000.
 * (3) A tie: the larger amount goes first (without its sign), then the earlier cell, row by row. Each cell in that order goes
 *     away from 0 if one of the best tables that agree with the cells before it permits. So one table is left.
 * (4) In one row or one column this is the largest remainder: of the fractions of a unit the largest go up. When no amount is
 *     negative and the total is a multiple of the unit, it is what ALLOCATE_DU gives with the total, and the amounts as key.
 * (5) With every sign turned the outcome is the same with every sign turned.
 * (6) A blank cell is not there and stays blank. So does the total of a row or a column without any other cell.
 * (7) A cell that is no number shows its own state (unknown, text), and so do its row total, its column total and the grand
 *     total: of several the worst (cell.h). The other cells are rounded as if it were blank.
 * (8) With `totals` a column of row totals stands at the right, a row of column totals below, the grand total in the corner.
 *     Without them the cells are the same.
 * (9) Amounts and unit are the decimals that a user sees, and whole numbers decide (controlled_rounding.h). All amounts together,
 *     in the last decimal that occurs, stay within 126 bits, and each rounded one within 53 bits in the unit's last decimal. Beyond
 *     that, and with a unit that is not above 0 or has more than 15 decimals, every cell is #NUM!. A total that alone is beyond
 *     53 bits is #NUM! alone.
 * (10) An error in `unit` or `totals` shows in every cell that is not blank, where the cell has no worse one of its own.
 */
#ifndef MD_ROUND_TABLE_H
#define MD_ROUND_TABLE_H

#include "../base/explanation.h"

md_formula md_round_table; /* ROUND_TABLE */
md_explanation md_explain_round_table;

#endif
