// SPDX-License-Identifier: EUPL-1.2
/* From the office's anys to arguments of a formula, and from its result back to an any.
 *
 * Arguments (all that Calc, Basic and Python hand over)
 * (1) void is an argument that was left out. Every numeric type is a number; a boolean is 1 or 0; an enum is its value.
 * (2) A string is text: one without anything to be seen is blank, a word for unknown is unknown. Text is never read as a number.
 * (3) A sequence of sequences is a range, row by row; so is a sequence of anys that hold sequences. A flat sequence is one row.
 *     A void inside it is blank.
 * (4) Rows of unequal length, a range without cells, a third level, and any other type give MD_ARGUMENT.
 * (5) A NaN or an infinity is a cell in state MD_DOMAIN.
 *
 * Results
 * (6) A state is shown as the error that belongs to it: a NaN that carries Calc's code in its low bits.
 *     unknown #N/A · text #VALUE! · division #DIV/0! · domain #NUM! · argument Err:502 · memory Err:512
 * (7) A blank is the empty text. It cannot be an empty cell: Calc has no such result.
 * (8) A matrix of numbers goes as [][]double, which is the cheapest; with blanks or texts in it as [][]any.
 * (9) When more than 65,536 rows at the end hold nothing but blanks, as they do for a key of a whole column, they are left off, and
 *     an array formula over them shows #N/A. Calc's time for texts in a column grows with its square: a million take minutes.
 * (10) The rows of a matrix of numbers are lent: they are one block, which is freed when the next matrix is made, if the office
 *     has by then given all of them back. The last block is therefore kept.
 */
#ifndef MD_CONVERT_H
#define MD_CONVERT_H

#include "../functions/base/formula.h"
#include "uno.h"

/* ---- Memory of one call -------------------------------------------------------------------------------------- */

struct md_blocks {
    struct md_memory memory; /* first: a pointer to it is a pointer to the whole */
    struct md_block *newest;
    bool refused; /* some request came to nothing */
};

void md_blocks_init(struct md_blocks *blocks);
void md_blocks_free(struct md_blocks *blocks);

/* ---- Arguments ----------------------------------------------------------------------------------------------- */

/* Where an argument came from; lives as long as the argument. Private to convert.c. */
struct md_source {
    double single;
    const uno_Any *any;
    const uno_Sequence *outer;
    enum { MD_ONE_ROW, MD_ROWS, MD_ROWS_IN_ANYS } layout;
    typelib_TypeClass cell_class;
};

/* Reads an argument; `any` and `source` must outlive it, its cells are taken from `memory`.
 *
 * Returns MD_OK, MD_ARGUMENT (sentence 4) or MD_MEMORY; `argument` is undefined unless MD_OK.
 */
enum md_status md_argument_from_any(const uno_Any *any, struct md_memory *memory, struct md_source *source,
                                    struct md_argument *argument);

/* ---- Results ------------------------------------------------------------------------------------------------- */

/* Constructs `any`, raw memory, from the result: always, as Err:512 if there is no memory for it. */
void md_any_from_result(const struct md_result *result, uno_Any *any);

/* The state that is shown as the error with this code of Calc's; MD_OK if none is, or that of memory. */
enum md_status md_status_of_code(int64_t code);

#endif
