// SPDX-License-Identifier: EUPL-1.2
/* A copy of the document out of sight, in which the office computes what the document itself must not hold.
 *
 * (1) A formula is put in the place of another, so that relative references mean the same; in the place of an array formula it
 *     becomes one, which a protected sheet does not allow.
 * (2) The formula that stood there comes back before another place is computed: other formulas may hang on it.
 * (3) The copy is made at the first use, from memory, as copy_values.c does; it is closed by md_scratch_end, and is never seen.
 */
#ifndef MD_SCRATCH_H
#define MD_SCRATCH_H

#include "ours.h"

/* Characters, of what the office is asked to compute. */
enum { MD_LONGEST_FORMULA = 16384 };

/* Where a formula stands: in a cell, or in an array that begins there. */
struct md_place {
    sal_Int32 sheet, column, row;
    bool in_matrix;
};

/* By sheet, row and column. */
bool md_is_before(const struct md_place *one, const struct md_place *other);

/* A formula that is looked at: of a cell, or of the array that begins there. */
struct md_inspected {
    uno_Interface *cell;
    const struct md_token *tokens;
    size_t token_count;
    struct md_place place;
};

/* The last cell of the row of a place, where nothing hangs on what is computed: a change among many formulas that are alike takes the
 * office long. References mean the same there, if they are written for the place. */
struct md_place md_end_of_row(const struct md_ours *ours, const struct md_place *place);

struct md_scratch {
    struct md_command *command;
    uno_Interface *document;
    struct md_office office; /* of the copy alone: it outlives what is lent for one formula */
    uno_Interface *copy, *sheets;
    bool tried;
    bool changed,
        was_array; /* the copy holds another formula at `place`, where `formula` belongs, as an array or in one cell */
    struct md_place place;
    md_answer formula;
    struct md_loan *before; /* what was lent for them */
};

void md_scratch_begin(struct md_scratch *scratch, struct md_command *command, uno_Interface *document);
void md_scratch_end(struct md_scratch *scratch);

/* The cell in the copy after it has computed `formula`, which is in English; NULL if that was not possible. It is to be read before the
 * next call. */
uno_Interface *md_computed(struct md_scratch *scratch, const char *formula, const struct md_place *place);

/* The same in the last cell of a sheet, as an array formula of one cell. */
uno_Interface *md_computed_apart(struct md_scratch *scratch, const char *formula, const struct md_ours *ours, sal_Int32 sheet);

/* The same in so many of the last cells of a sheet: the rows of what they hold. */
md_answer md_computed_values(struct md_scratch *scratch, const char *formula, const struct md_ours *ours, sal_Int32 sheet,
                             size_t rows, size_t columns);

#endif
