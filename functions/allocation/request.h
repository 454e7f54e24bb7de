// SPDX-License-Identifier: EUPL-1.2
/* The arguments of the ALLOCATE_DU family, read once for all of them: allocate_du.c and allocate_du_check.c are its users.
 *
 * (1) A blank cell of the key is no recipient: its bounds and order are not looked at either.
 * (2) A bound is one amount for all (a single value or one cell, where blank is unknown) or a range shaped like the key, in which a
 *     blank cell is no bound. One cell is one amount, also when the key is one cell.
 * (3) An order is a range shaped like the key: numbers come before texts, texts before blank cells.
 * (4) Of several things that are wrong the worst is the cause (cell.h), and of equally bad ones the first in the order of the
 *     parameters, and of the cells in a range.
 */
#ifndef MD_ALLOCATION_REQUEST_H
#define MD_ALLOCATION_REQUEST_H

#include "allocation.h"

enum md_subject {
    MD_SUBJECT_TOTAL,
    MD_SUBJECT_KEY,
    MD_SUBJECT_POSITION,
    MD_SUBJECT_UNIT,
    MD_SUBJECT_METHOD,
    MD_SUBJECT_MINIMUM,
    MD_SUBJECT_MAXIMUM,
    MD_SUBJECT_ORDER,
    MD_SUBJECTS
};

/* What is wrong, and where; `cell` counts from 0 in the argument. */
struct md_cause {
    enum md_status status;
    enum md_subject subject;
    size_t cell;
};

struct md_request {
    const struct md_argument *argument[MD_SUBJECTS]; /* in; NULL where a formula has no such parameter, read as left out */
    struct md_allocation allocation;                 /* for the recipients alone */
    size_t *place;                                   /* of each recipient in the key; NULL when every cell is one */
    size_t position;                                 /* from 1; 0 when left out */
    struct md_cause cause;                           /* status MD_OK when the allocation can be made */
};

/* Reads all arguments. The arrays of `allocation` lie in the arguments or in `memory`. */
void md_read_request(struct md_request *request, struct md_memory *memory);

/* The place in the key of a recipient. */
static inline size_t md_place(const struct md_request *request, size_t recipient)
{
    return request->place == NULL ? recipient : request->place[recipient];
}

#endif
