// SPDX-License-Identifier: EUPL-1.2
/* Controlled rounding: fractions of a unit in a table, each rounded up or down so that every row and every column keeps its sum.
 *
 * (1) The fractions of each row, and those of each column, add up to whole units. Any table becomes such a one with a column for
 *     what each row needs to be whole and a row for what each column needs; then its totals are rounded with it.
 * (2) A fraction of 0 stays 0; every other one goes up to 1 or down to 0. Each row and column has as many ones as its sum says.
 * (3) Such a rounding always exists. Of all of them the one is found of which the deviations, |rounded − fraction|, have the
 *     smallest sum. As many cells go up in each of them, so it is the one whose cells that go up have the largest fractions.
 * (4) Where several are equally good, cells are asked in turn: each goes the way it prefers if one of those roundings that
 *     agree with all cells before it permits. When every cell but those of one row and one column is asked, one answer is left.
 * (5) Only integers decide: fractions are whole numbers of which `whole` make a unit. `whole` × the rows or the columns,
 *     whichever are fewer, stays within 118 bits; beyond that the answer is MD_DOMAIN.
 *
 * Rows and columns are the two sides of a transportation problem, in which each cell carries 0 or 1. The fractions themselves
 * fit, and where something fits, something whole is the best that fits (Bacharach 1966; Causey, Cox and Ernst 1985; Cox 1987).
 * It is found by successive shortest paths (Ahuja, Magnanti and Orlin 1993, chapter 9).
 *
 * M. Bacharach, Matrix Rounding Problems, Management Science 12 (1966), 732–742.
 * B.D. Causey, L.H. Cox and L.R. Ernst, Applications of Transportation Theory to Statistical Problems, Journal of the American
 * Statistical Association 80 (1985), 903–909.
 * L.H. Cox, A Constructive Procedure for Unbiased Controlled Rounding, the same 82 (1987), 520–524.
 * R.K. Ahuja, T.L. Magnanti and J.B. Orlin, Network Flows, Prentice Hall 1993.
 */
#ifndef MD_CONTROLLED_ROUNDING_H
#define MD_CONTROLLED_ROUNDING_H

#include "../base/formula.h"
#include "../base/wide.h"

struct md_fractions {
    size_t rows, columns;
    md_wide whole;           /* above 0 */
    const md_wide *fraction; /* rows × columns, row by row, each below `whole` */
    const size_t *turn;      /* `turns` different cells, in the order in which they are asked (sentence 4) */
    size_t turns;
    const bool *prefers_up; /* rows × columns: the way that a cell goes when it is asked */
};

/* Which cells go up: rows × columns. Returns MD_OK, MD_DOMAIN (sentence 5) or MD_MEMORY. */
enum md_status md_round_controlled(const struct md_fractions *table, bool *up, struct md_memory *memory);

#endif
