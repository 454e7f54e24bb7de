// SPDX-License-Identifier: EUPL-1.2
/* The formulas of a document that call a function of ours.
 *
 * (1) A call is a token of Calc's, not a text: "MEEDOEN.BUDGET.NORM" between quotes is none.
 * (2) A call that Calc does not know, because the document comes from an office with another version of the extension, is one too.
 * (3) A formula calls a function of ours also when a name that stands in it does, at any depth.
 */
#ifndef MD_OURS_H
#define MD_OURS_H

#include "command.h"

/* com.sun.star.table.CellAddress */
struct md_cell_address {
    sal_Int16 sheet;
    sal_Int32 column, row;
};

/* com.sun.star.table.CellRangeAddress */
struct md_range_address {
    sal_Int16 sheet;
    sal_Int32 left, top, right, bottom;
};

static inline size_t md_columns_of(const struct md_range_address *range)
{
    return (size_t)range->right - (size_t)range->left + 1;
}

static inline size_t md_rows_of(const struct md_range_address *range)
{
    return (size_t)range->bottom - (size_t)range->top + 1;
}

static inline bool md_is_same_range(const struct md_range_address *a, const struct md_range_address *b)
{
    return a->sheet == b->sheet && a->left == b->left && a->top == b->top && a->right == b->right && a->bottom == b->bottom;
}

/* com.sun.star.sheet.FormulaToken */
struct md_token {
    sal_Int32 code;
    uno_Any data;
};

/* com.sun.star.sheet.NameToken */
struct md_name_token {
    sal_Int32 index, sheet; /* the sheet of a name that holds in one alone, else -1 */
};

/* com.sun.star.sheet.ReferenceFlags: what of a reference moves along with its formula, and what of it is gone */
enum {
    MD_COLUMN_RELATIVE = 1,
    MD_COLUMN_DELETED = 2,
    MD_ROW_RELATIVE = 4,
    MD_ROW_DELETED = 8,
    MD_SHEET_RELATIVE = 16,
    MD_SHEET_DELETED = 32
};

/* com.sun.star.sheet.SingleReference */
struct md_reference {
    sal_Int32 column, relative_column, row, relative_row, sheet, relative_sheet, flags;
};

/* com.sun.star.sheet.ComplexReference */
struct md_range_reference {
    struct md_reference first, last;
};

/* com.sun.star.sheet.ExternalReference: to cells in a file */
struct md_external_reference {
    sal_Int32 file;
    uno_Any cells;
};

/* A name in the document, and the tokens that it stands for. */
struct md_document_name {
    struct md_name_token token;
    struct md_text spelling;
    uno_Interface *object;
    const struct md_token *tokens;
    size_t token_count;
    bool is_relative; /* it holds a relative reference, itself or in a name */
};

/* A function of the office: as a file names it, and how a call of it begins as the programming interface spells it, in small letters. */
struct md_office_function {
    const char *name, *spelling;
};

enum { MD_MOST_ALSO = 8 };

/* A database range of the document. */
struct md_document_area {
    sal_Int32 index;
    struct md_range_address where;
    bool has_head, has_totals; /* its first row, and its last */
};

/* What there is to know of some functions of the office, and of an error that it takes for one. */
enum md_trait {
    MD_CHOOSES = 1,      /* it may leave out to compute an argument behind the first */
    MD_HIDES,            /* it does so, and gives that in the place of an error */
    MD_ASKS_FOR_ERRORS,  /* it says whether its argument is an error */
    MD_TAKES_RANGES,     /* ranges among its arguments are taken as they are, in one cell too */
    MD_TAKES_ALL,        /* and so are those that are computed with inside it */
    MD_TURNS,            /* it gives a range on its side */
    MD_KNOWS_ITS_COLUMN, /* it may give something else in another column */
    MD_IS_LOST           /* a reference to what is gone, as newer offices have it */
};

enum { MD_MOST_TRAITS = 40 };

struct md_ours {
    struct md_office *office;
    uno_Interface *document;
    uno_Interface **sheets;
    struct md_text *sheet_names;
    sal_Int32 sheet_count;
    struct {
        sal_Int32 push, external, name, missing, bad, in_matrix, area; /* operands */
        sal_Int32 open, close, separator;
        sal_Int32 table, table_open;       /* the others of a table follow, as calls.c has them */
    } codes;                               /* of tokens */
    sal_Int32 trait_codes[MD_MOST_TRAITS]; /* of the functions with traits */
    const struct md_office_function *also; /* of md_count_also */
    sal_Int32 also_codes[MD_MOST_ALSO];
    size_t also_count;
    struct md_document_name *names; /* first those that call a function of ours */
    size_t name_count, our_name_count;
    struct md_document_area *areas;
    size_t area_count;
};

/* What there is to know of a document before its formulas are read; false without memory or if it is no sheet. */
bool md_ours_in(struct md_command *command, uno_Interface *document, struct md_ours *ours);

/* From here on a formula or a name with one of these functions of the office, of which there are MD_MOST_ALSO at most, counts as one
 * of ours too. */
void md_count_also(struct md_ours *ours, const struct md_office_function *functions, size_t count);

/* A sheet by its place; NULL if there is none there. */
uno_Interface *md_sheet(const struct md_ours *ours, sal_Int32 sheet);

/* One cell of the document. */
uno_Interface *md_cell_at(const struct md_ours *ours, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* What a cell holds: a number, a text that no format has changed, empty if the cell is, or void for an error. NULL without memory. */
md_answer md_content_of(struct md_office *office, uno_Interface *cell);

/* Moves from a cell of an array formula to the first one, which has its tokens; from any other cell nowhere. */
void md_find_first(const struct md_ours *ours, uno_Interface *cell, sal_Int32 *column, sal_Int32 *row);

/* Is this a struct of the office, by its full name? */
bool md_is_struct(const uno_Any *any, const char *name);

/* Is this token a call of ours? */
bool md_is_call(const struct md_ours *ours, const struct md_token *token);

/* Is this token a function of the office of this trait? */
bool md_has_trait(const struct md_ours *ours, const struct md_token *token, enum md_trait trait);

/* Is a call of ours among these, or a name that stands for one? */
bool md_calls_ours(const struct md_ours *ours, const struct md_token *tokens, size_t count);

/* Do they give different cells what is different, because a reference in them is relative? Names may go round in a circle. */
bool md_is_relative(const struct md_ours *ours, const struct md_token *tokens, size_t count);

/* The name that this token is; NULL if it is none. */
const struct md_document_name *md_name_of(const struct md_ours *ours, const struct md_token *token);

/* The same, if the name calls a function of ours; NULL if not. */
const struct md_document_name *md_our_name_of(const struct md_ours *ours, const struct md_token *token);

/* The tokens of what a cell or a name holds; NULL and 0 if that is no formula. */
const struct md_token *md_tokens_of(struct md_office *office, uno_Interface *object, size_t *count);

/* The formulas of a document, one after another: sheet by sheet, block by block of cells with a formula.
 *
 *     struct md_formulas formulas;
 *     for (md_first_formula(&formulas, &ours, NULL); formulas.there; md_next_formula(&formulas))
 *
 * An array formula is found in each of its cells, of which only the first has the tokens of the formula; or, with memory to
 * remember arrays in, in that one alone.
 * What was lent since a formula was found is given back when the next one is sought. */
struct md_formulas {
    const struct md_ours *ours;
    struct md_memory *memory;          /* or NULL */
    struct md_found_array *last_array; /* that is remembered */
    bool there;
    sal_Int32 sheet_index, column, row; /* of the formula */
    const struct md_token *tokens;      /* of the formula */
    size_t token_count;
    bool in_matrix;                    /* it is the formula of an array, of which this is the first cell or another */
    sal_Int32 first_column, first_row; /* of the array, or the cell itself */
    uno_Interface *sheet, *cell;
    struct md_loan *before, *in_sheet, *in_block;
    const struct md_range_address *blocks;
    size_t block_count, block; /* the next one */
    uno_Sequence *const *rows; /* the texts of the formulas in the block */
    size_t row_count;
};

/* The range of the array formula that begins in a cell. */
const struct md_range_address *md_array_at(const struct md_ours *ours, sal_Int32 sheet, uno_Interface *cell);

/* From 0 to 1: how much of the document was looked at. */
double md_looked_at(const struct md_formulas *formulas);

void md_first_formula(struct md_formulas *formulas, const struct md_ours *ours, struct md_memory *memory);
void md_next_formula(struct md_formulas *formulas);

#endif
