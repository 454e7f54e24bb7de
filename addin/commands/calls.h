// SPDX-License-Identifier: EUPL-1.2
/* The calls of our functions in one formula, with what is given to them.
 *
 * (1) Calls stand in the order in which Calc makes them: an inner one before the one around it.
 * (2) A call inside a name counts as one of the formula that the name stands in, before all others; so does one in a name in that.
 * (3) A name and a database range stand for the cells that they name. Relative references are those of the cell of the formula.
 * (4) A column of a table, Tabel[bereikt], stands for its cells: without the head and the totals, if it does not name these.
 * (5) An argument that is nothing but cells, a constant or nothing can be read without Calc; any other is computed. What is computed
 *     from one cell or range alone, as TRANSPOSE(B3:B9) is, has that as its origin.
 */
#ifndef MD_CALLS_H
#define MD_CALLS_H

#include "ours.h"

enum { MD_MOST_GIVEN = 32, MD_MOST_CALLS = 64, MD_DEEPEST_NAME = 8 };

enum md_given_kind {
    MD_GIVEN_NOTHING,
    MD_GIVEN_CONSTANT,
    MD_GIVEN_CELL,
    MD_GIVEN_RANGE,
    MD_GIVEN_OTHER_FILE,
    MD_GIVEN_LOST, /* a reference to cells that are gone */
    MD_GIVEN_COMPUTED
};

struct md_given {
    enum md_given_kind kind;
    const struct md_token *tokens;
    size_t token_count;
    struct md_range_address where;            /* of a cell or a range, or the origin of what is computed */
    sal_Int32 last_sheet;                     /* of a range over several sheets; else that of `where` */
    bool has_origin;                          /* it is computed, and has one */
    bool is_turned;                           /* it is its origin on its side, and nothing else */
    const struct md_range_reference *written; /* how the formula refers to that range; NULL if by a name or to one cell */
    const struct md_document_name *name;      /* by which it is given, or NULL */
};

struct md_our_call {
    const struct md_function *function; /* NULL if this version has none such */
    struct md_text name;                /* as Calc keeps it: "meedoen.Budget.reachPct" */
    const struct md_token *tokens;      /* all of the call, to its closing bracket */
    size_t token_count;
    struct md_given given[MD_MOST_GIVEN];
    size_t given_count;
};

struct md_calls {
    struct md_our_call *calls;
    size_t count;
    bool alone; /* the formula is the last of them and nothing else */
};

/* Finds the calls in the formula of a cell, or of the array that begins there, by its tokens. False without memory. */
bool md_find_calls(struct md_command *command, const struct md_ours *ours, const struct md_token *tokens, size_t count,
                   sal_Int32 sheet, sal_Int32 column, sal_Int32 row, struct md_calls *calls);

/* How many tokens from the first on name a database range or a part of it, and where it is, as seen from a row; 0 if they do not. */
size_t md_table_at(const struct md_ours *ours, const struct md_token *tokens, size_t count, sal_Int32 row,
                   struct md_range_address *where);

#endif
