// SPDX-License-Identifier: EUPL-1.2
/* What the arguments of a call hold, read from the document as Calc would hand it over.
 *
 * (1) One cell is its number or text, and 0 if it is empty; a range is its cells, in which an empty one is blank.
 * (2) Of a range over several sheets Calc hands over the first sheet alone, and so does this.
 * (3) With an error in a cell Calc calls no function: the reading says in which argument and cell the first one is.
 * (4) What is computed or lies in another file is not read here (scratch.h).
 * (5) Ranges that were read are kept, for neighbours share them.
 */
#ifndef MD_GIVEN_H
#define MD_GIVEN_H

#include "calls.h"
#include "contents.h"

enum { MD_KEPT_RANGES = 64, MD_KEPT_CELLS = 1 << 22, MD_KEPT_FOR_CALLS = 256 };

/* A range that was read. */
struct md_kept_range {
    struct md_range_address where;
    const uno_Any *cells;
    struct md_source source;
    struct md_argument argument;
    bool readable; /* the argument could be made of the cells */
    bool has_error;
    size_t error; /* the first cell with one, counted from 0 row by row */
};

struct md_reader {
    const struct md_ours *ours;
    struct md_contents contents;
    struct md_office office; /* what is kept is lent to the reader alone */
    struct md_blocks blocks;
    struct md_kept_range kept[MD_KEPT_RANGES];
    size_t count, cells, calls; /* of what is kept, and that were read since */
    uno_Any zero, nothing;      /* an empty cell, and an argument left out */
};

/* False without memory; it is to be ended in any case. */
bool md_reader_begin(struct md_reader *reader, struct md_command *command, const struct md_ours *ours);
void md_reader_end(struct md_reader *reader);

enum md_reading_state { MD_READ, MD_HOLDS_ERROR, MD_NOT_READ };

struct md_reading {
    enum md_reading_state state;
    size_t at;                                   /* which argument holds an error or is not read */
    sal_Int32 error_column, error_row;           /* the cell with the error */
    struct md_argument arguments[MD_MOST_GIVEN]; /* so many as are given, then those that are left out */
    struct md_source sources[MD_MOST_GIVEN];
    bool empty[MD_MOST_GIVEN]; /* it is one cell, and that is empty */
};

/* Reads the arguments of a call; they live until the next call is read, or a loan is given back that is older than the reading. */
void md_read_given(struct md_reader *reader, const struct md_our_call *call, struct md_reading *reading);

#endif
