// SPDX-License-Identifier: EUPL-1.2
/* An allocation computed the slow and simple way, to hold functions/allocation/allocation.h against; it shares no code with it.
 *
 * (1) Everything is an integer: whole units, whole weights. Fractions are compared by multiplying across in 128 bits.
 * (2) Largest remainder serves one unit after another to whoever has the best claim left.
 * (3) A divisor method gives unit after unit to the lowest price; where the units are too many for that, an answer is right if no
 *     unit given is dearer than one not given, which only one answer is.
 * (4) Bounds: λ is looked for on each stretch between two neighbouring points where some recipient meets a bound.
 */
#ifndef FUZZ_REFERENCE_H
#define FUZZ_REFERENCE_H

#include "../../functions/allocation/allocation.h"
#include "../../functions/base/wide.h"

enum { REFERENCE_MOST = 48, REFERENCE_STEPS = 400 };

struct reference {
    size_t n;
    md_wide weight[REFERENCE_MOST];
    int64_t units;
    enum md_method method;
    bool bounded;
    int64_t lower[REFERENCE_MOST], upper[REFERENCE_MOST]; /* when bounded; INT64_MAX for none */
    int order[REFERENCE_MOST];
};

/* Can the bounds hold? */
bool reference_is_possible(const struct reference *reference);

/* Holds an answer against the reference; NULL if it is right, otherwise what is wrong. */
const char *reference_objection(const struct reference *reference, const int64_t *units, const struct md_tie *tie);

#endif
