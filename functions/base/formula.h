// SPDX-License-Identifier: EUPL-1.2
/* What a spreadsheet formula is given and what it gives back, without any spreadsheet.
 *
 * The caller (the add-in, or a test) fills one `md_argument` for each parameter, calls the formula, and reads the
 * `md_result`. A formula allocates nothing by itself: it asks the caller's `md_memory`, and the caller frees all of it
 * after it has read the result.
 *
 * (1) A parameter that was left out has shape MD_LEFT_OUT and no cells.
 * (2) A single value has shape MD_SINGLE and one cell. A single empty cell of a sheet arrives as the number 0.
 * (3) A range has shape MD_RANGE, also when it is one cell; a blank cell in it is MD_BLANK.
 * (4) A cell with text has state MD_TEXT, or MD_UNKNOWN where the text is a word for unknown; its text can be read.
 */
#ifndef MD_FORMULA_H
#define MD_FORMULA_H

#include "cell.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* ---- Memory -------------------------------------------------------------------------------------------------- */

/* Gives blocks that live until the caller has read the result; NULL when there is no memory left. */
struct md_memory {
    void *(*take)(struct md_memory *memory, size_t bytes);
};

/* `count` elements of `size` bytes, uninitialised; NULL when there is no memory or the product overflows. */
void *md_take(struct md_memory *memory, size_t count, size_t size);

/* ---- Arguments ----------------------------------------------------------------------------------------------- */

enum md_shape { MD_LEFT_OUT, MD_SINGLE, MD_RANGE };

struct md_argument {
    enum md_shape shape;
    size_t rows, columns;
    const double *cells; /* rows × columns, row by row */
    struct md_text (*text)(const struct md_argument *argument, size_t cell);
    const void *source; /* for `text` alone */
};

/* An argument that was left out. */
extern const struct md_argument md_left_out;

static inline size_t md_count(const struct md_argument *argument)
{
    return argument->rows * argument->columns;
}

/* The text of a cell whose state is MD_TEXT or MD_UNKNOWN; length 0 for every other cell. */
struct md_text md_text_at(const struct md_argument *argument, size_t cell);

/* ---- Results ------------------------------------------------------------------------------------------------- */

enum md_result_kind { MD_RESULT_NUMBER, MD_RESULT_TEXT, MD_RESULT_MATRIX };

struct md_result {
    enum md_result_kind kind;
    double number;    /* MD_RESULT_NUMBER: a number or a state */
    const char *text; /* MD_RESULT_TEXT: UTF-8, ends in NUL */
    size_t rows, columns;
    double *cells;      /* MD_RESULT_MATRIX: rows × columns, numbers or states */
    const char **texts; /* MD_RESULT_MATRIX: NULL, or a UTF-8 text for each cell whose state is MD_TEXT */
    bool has_blanks;    /* MD_RESULT_MATRIX: some cell is MD_BLANK or a text; may be true when none is */
};

struct md_call {
    const struct md_argument *arguments; /* one for each parameter of the catalogue's row */
    struct md_memory *memory;
    struct md_result *result;
    size_t count; /* of the arguments: more than there are parameters where the last one repeats */
};

typedef void md_formula(struct md_call *call);

void md_return_number(struct md_call *call, double number);
void md_return_status(struct md_call *call, enum md_status status);

/* `text` must outlive the call: static, or taken from call->memory. */
void md_return_text(struct md_call *call, const char *text);

/* The cells of a new result of rows × columns, to be filled by the caller; NULL after MD_MEMORY was returned. */
double *md_return_matrix(struct md_call *call, size_t rows, size_t columns);

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

/* One number: a single value or a one-cell range.
 *
 * value   out: the number; untouched unless MD_OK
 *
 * Returns MD_ARGUMENT if it was left out or has more cells, MD_UNKNOWN for a blank or a word for unknown, MD_TEXT, MD_DOMAIN.
 */
enum md_status md_one_number(const struct md_argument *argument, double *value);

/* The same, but `missing` when the argument was left out. */
enum md_status md_optional_number(const struct md_argument *argument, double missing, double *value);

/* One word out of a vocabulary (words.h): `missing` when left out, MD_ARGUMENT if it is no word of the vocabulary. */
enum md_status md_one_word(const struct md_argument *argument, const struct md_word *vocabulary, int missing, int *meaning);

/* One cell as yes or no: 1 or 0, or a word such as "ja" or "no".
 *
 * yes   out: untouched unless MD_OK
 *
 * Returns MD_BLANK, MD_UNKNOWN, MD_ARGUMENT for a text that is no such word, MD_DOMAIN for another number.
 */
enum md_status md_yes_or_no(const struct md_argument *argument, size_t cell, bool *yes);

/* The number of a cell in a range of `cells` cells, counted from 1; 0 when left out. MD_ARGUMENT for any other number. */
enum md_status md_optional_position(const struct md_argument *argument, size_t cells, size_t *position);

bool md_same_shape(const struct md_argument *a, const struct md_argument *b);

#endif
