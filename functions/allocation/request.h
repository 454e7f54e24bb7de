// SPDX-License-Identifier: EUPL-1.2
/* The arguments of the ALLOCATE_DU family, read once for all of them: allocate_du.c and explain.c are its users.
 *
 * (1) A blank cell of the key is no recipient: its bounds and order are not looked at either.
 * (2) A bound is one amount for all (a single value or one cell, where blank is unknown) or a range shaped like the key, in which a
 *     blank cell is no bound. One cell is one amount, also when the key is one cell.
 * (3) An order is a range shaped like the key: numbers come before texts, texts before blank cells.
 * (4) What is wrong is noted as a cause (explanation.h), whose parameter is a md_subject.
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

struct md_request {
    const struct md_argument *argument[MD_SUBJECTS]; /* left out where a formula has no such parameter */
    struct md_allocation allocation;                 /* for the recipients alone */
    size_t *place;                                   /* of each recipient in the key; NULL when every cell is one */
    size_t position;                                 /* from 1; 0 when left out */
    struct md_cause cause;                           /* status MD_OK when the arguments are right in themselves */
};

/* What the parameters of each formula of the family are, in their order. */
extern const enum md_subject md_of_allocate_du[8], md_of_steps[3], md_of_check[7];

/* Reads `count` arguments, of these subjects. The arrays of `allocation` lie in the arguments or in `memory`; the request itself must
 * stay where it is. */
void md_read_request(struct md_request *request, const struct md_argument *arguments, const enum md_subject *subjects,
                     size_t count, struct md_memory *memory);

/* How a sentence calls each argument. */
extern const struct md_name md_subjects[MD_SUBJECTS];

/* Says why an allocation whose arguments are right in themselves is MD_DOMAIN. */
void md_say_impossible(struct md_sentence *sentence, const struct md_request *request);

/* The place in the key of a recipient. */
static inline size_t md_place(const struct md_request *request, size_t recipient)
{
    return request->place == NULL ? recipient : request->place[recipient];
}

#endif
