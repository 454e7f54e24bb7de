// SPDX-License-Identifier: EUPL-1.2
/* Formulas of a copy with values outside its cells: what they give now, and telling of it.
 *
 * (1) What a formula gives is computed in a copy out of sight, in the last column of the row of its cell: a condition usually is about
 *     its own cell, which cannot hold it.
 */
#ifndef MD_SETTLING_H
#define MD_SETTLING_H

#include "places.h"
#include "scratch.h"

enum { MD_LONGEST_CONSTANT = 256 };

struct md_settling {
    struct md_command *command;
    struct md_office *office;
    const struct md_ours *copy; /* its formulas and names are still those of the document */
    struct md_scratch scratch;
    struct md_sentence *told; /* a line for each thing that has become another */
    sal_Int32 sheet;          /* that is looked at */
    bool has_new_formats;
};

/* The conditional formats of a sheet, and the container that has them. */
struct md_formats {
    uno_Interface *container;
    uno_Interface *const *all;
    size_t count;
};

struct md_formats md_formats_of(struct md_office *office, uno_Interface *sheet);

/* The cells of a conditional format; NULL and 0 if it is of none. */
const struct md_range_address *md_cells_of_format(struct md_office *office, uno_Interface *format, size_t *count);

/* A formula outside the cells, as tokens; without any if it is none. */
struct md_condition_formula {
    const struct md_token *tokens;
    size_t count;
    bool is_ours, is_fixed; /* the same for every cell */
};

/* As the office's language writes it, as its programming interface does, or as a file does, but references as in the interface. */
enum md_spelling { MD_SPELT_BY_OFFICE, MD_SPELT_IN_ENGLISH, MD_SPELT_IN_FILE };

struct md_condition_formula md_parsed(const struct md_settling *settling, md_answer text, enum md_spelling spelling,
                                      struct md_cell_address base);

/* The cell of the scratch copy that has computed the formula for a cell; NULL if that was not possible. */
uno_Interface *md_outcome(struct md_settling *settling, const struct md_condition_formula *formula, sal_Int32 column,
                          sal_Int32 row);

/* What a cell of the scratch copy holds, as a formula: in the language of the office, or in English. An error is 0, which is
 * what a condition takes it for. */
void md_say_constant(const struct md_settling *settling, uno_Interface *cell, bool in_english, struct md_sentence *sentence);

/* Tells what has become of these cells of the sheet. */
void md_tell(const struct md_settling *settling, const struct md_range_address *ranges, size_t count, struct md_bilingual what);

#endif
