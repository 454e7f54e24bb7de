// SPDX-License-Identifier: EUPL-1.2
/* A subsidy ceiling ("subsidieplafond"): requests are granted in order of rank while the money lasts.
 *
 * (1) In order of rank, the lowest number first, and of equal ranks the earlier; without ranks in the order of the list.
 * (2) A request is granted in full while the ceiling lasts; the first that does not fit gets what is left; the others get 0.
 * (3) A request that is not eligible gets 0 and uses nothing. A blank request is not there.
 * (4) After a request that is unknown, or of which nobody knows whether it is eligible, what the others get is unknown too,
 *     unless nothing was left by then. With an unknown rank no grant is known but the 0 of who is not eligible.
 * (5) Euros are exact (exact.h): who gets all gets the very number of the request, and the last one the double nearest to what was
 *     left. An amount of 2^63 or more, or of more than 40 decimals, is MD_DOMAIN like a negative one: then no grant is shown.
 *
 * Source: the subsidy scheme "Kansen voor alle kinderen" (Kamerbrief 21 November 2018, 24 515, nr. 455).
 */
#ifndef MD_SUBSIDY_H
#define MD_SUBSIDY_H

#include "../base/exact.h"

struct md_requests {
    struct md_exact ceiling; /* euros, 0 or more */
    size_t n;
    const double *requested; /* euros, 0 or more and exact, or MD_UNKNOWN */
    const double *eligible;  /* 1, 0 or MD_UNKNOWN; or NULL when all are */
    const double *rank;      /* numbers; or NULL */
};

/* What each request is granted, in euros, or MD_UNKNOWN. Returns MD_MEMORY or MD_OK. */
enum md_status md_grant(const struct md_requests *requests, double *granted, struct md_memory *memory);

md_formula md_allocate_subsidy; /* ALLOCATE_SUBSIDY */

#endif
