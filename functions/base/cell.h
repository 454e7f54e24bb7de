// SPDX-License-Identifier: EUPL-1.2
/* A cell of a sheet as one double.
 *
 * (1) A cell is a finite number, or a NaN that carries one of the states below in its low bits.
 * (2) Any other NaN, and an infinity, reads as MD_DOMAIN: no sheet holds one on purpose.
 * (3) The same states are what every function of this folder returns.
 * (4) Where several states meet, the worst wins: first what the user must correct (MD_ARGUMENT, MD_TEXT, MD_DOMAIN), then
 *     what nobody knows (MD_UNKNOWN), last a division by zero. md_worst() gives that order.
 */
#ifndef MD_CELL_H
#define MD_CELL_H

#include <stdint.h>
#include <string.h>

enum md_status {
    MD_OK,            /* a number */
    MD_BLANK,         /* nothing there: no recipient, no place */
    MD_ZERO_DIVISION, /* the denominator is 0 */
    MD_UNKNOWN,       /* the answer is unknown because an input is */
    MD_DOMAIN,        /* a number outside its domain */
    MD_TEXT,          /* text where a number belongs */
    MD_ARGUMENT,      /* shapes differ, a word that is no option, a position out of range */
    MD_MEMORY         /* the machine has no memory left */
};

#define MD_CELL_TAG UINT64_C(0x7FF84D4400000000)

/* The cell that carries `status`, which is not MD_OK. */
static inline double md_cell(enum md_status status)
{
    uint64_t bits = MD_CELL_TAG | (uint64_t)status;
    double cell;
    memcpy(&cell, &bits, sizeof cell);
    return cell;
}

/* The state of a cell: MD_OK for a finite number. */
static inline enum md_status md_status_of(double cell)
{
    uint64_t bits;
    memcpy(&bits, &cell, sizeof bits);
    if ((bits & UINT64_C(0x7FF0000000000000)) != UINT64_C(0x7FF0000000000000))
        return MD_OK;
    if ((bits & UINT64_C(0xFFFFFFFFFFFFFFF0)) == MD_CELL_TAG && (bits & 15) <= MD_MEMORY)
        return (enum md_status)(bits & 15);
    return MD_DOMAIN;
}

/* The state that is reported when `a` and `b` meet (sentence 4). */
static inline enum md_status md_worst(enum md_status a, enum md_status b)
{
    return a > b ? a : b;
}

#endif
