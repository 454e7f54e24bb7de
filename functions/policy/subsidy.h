// SPDX-License-Identifier: EUPL-1.2
/* A subsidy ceiling ("subsidieplafond"): what each request is granted when more may be asked than there is.
 *
 * (1) A request that is not eligible gets 0 and uses nothing. A blank request is not there. Nobody gets more than was asked.
 * (2) In order ("op volgorde van binnenkomst"): the lowest rank first, and of equal ranks the earlier; without ranks in the order of
 *     the list. A request is granted in full while the ceiling lasts; the first that does not fit gets what is left; the others
 *     get 0.
 * (3) All or nothing: in the same order, but a request that does not fit gets 0, and the next that fits is served.
 * (4) Pro rata ("evenredige verdeling"): where the ceiling does not cover all eligible requests, they share it in proportion to what
 *     they ask, to the cent, adding up to the ceiling exactly: by largest remainder (allocation.h). Of equal claims to the last
 *     cents the larger request goes first, then the lower rank, then the earlier.
 * (5) Equal shares: the same, but in equal amounts, and whoever asks less gets that. The last cents go to the lower rank, then to
 *     the earlier.
 * (6) By (4) and (5) a request with parts of a cent gets the whole cents in it at most, where the ceiling does not cover all.
 *     MD_DOMAIN if a ceiling that does not cover all has parts of a cent itself, if the whole cents of all requests together do
 *     not reach it, or if the amounts are beyond what allocation.h counts. Then no grant is shown.
 * (7) After a request that is unknown, or of which nobody knows whether it is eligible, what the others get is unknown too, unless
 *     nothing was left by then; by (3) who asks more than was left by then gets 0. By (4) and (5) one such request makes all
 *     unknown. A ceiling of 0 grants 0, and so does a request of 0. With an unknown rank no grant is known, by any rule, but the
 *     0 of who is not eligible.
 * (8) Euros are exact (exact.h): who gets all gets the very number of the request, and the last one the double nearest to what was
 *     left. An amount of 2^63 or more, or of more than 40 decimals, is MD_DOMAIN like a negative one: then no grant is shown.
 *
 * Source: the subsidy scheme "Kansen voor alle kinderen" (Kamerbrief 21 November 2018, 24 515, nr. 455). The rules are those that
 * Dutch subsidy schemes choose from; that scheme's own is not in the letter.
 */
#ifndef MD_SUBSIDY_H
#define MD_SUBSIDY_H

#include "../allocation/allocation.h"

enum md_rule { MD_IN_ORDER, MD_ALL_OR_NOTHING, MD_PRO_RATA, MD_EQUAL_SHARES };

extern const struct md_word md_rules[];

struct md_requests {
    struct md_exact ceiling; /* euros, 0 or more */
    enum md_rule rule;
    size_t n;
    const double *requested; /* euros, 0 or more and exact, or MD_UNKNOWN */
    const double *eligible;  /* 1, 0 or MD_UNKNOWN; or NULL when all are */
    const double *rank;      /* numbers; or NULL */
};

/* What came of n requests: each is counted once, and one of 0 is granted in full. */
struct md_grants {
    size_t full, part, none, ineligible, unknown;
    struct md_exact total; /* euros: all grants that are known */
    /* By (2) and (3): requests of equal rank among which the order of the list decided, and how many such ranks there are. */
    size_t parted, parted_ranks;
    struct md_tie tie; /* by (4) and (5): equal claims to the last cents */
};

/* What each request is granted, in euros, or MD_UNKNOWN. Returns MD_OK, MD_DOMAIN (sentence 6) or MD_MEMORY. */
enum md_status md_grant(const struct md_requests *requests, double *granted, struct md_grants *grants,
                        struct md_memory *memory);

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

enum md_subsidy_parameter {
    MD_CEILING,
    MD_REQUESTED,
    MD_ELIGIBLE,
    MD_RANK,
    MD_SUBSIDY_POSITION,
    MD_RULE,
    MD_SUBSIDY_PARAMETERS
};

/* The arguments of ALLOCATE_SUBSIDY, read once for it and for whoever explains it. */
struct md_subsidy {
    struct md_requests requests; /* those that are there */
    size_t *place;               /* of each in `requested`; NULL if the ranges differ in shape, or memory is lacking */
    size_t position;             /* from 1; 0 when left out */
    struct md_cause cause;       /* what keeps all from being granted; MD_OK: nothing */
};

void md_read_subsidy(const struct md_argument *arguments, struct md_subsidy *subsidy, struct md_memory *memory);

md_formula md_allocate_subsidy; /* ALLOCATE_SUBSIDY */
md_explanation md_explain_subsidy;

#endif
