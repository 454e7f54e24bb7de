// SPDX-License-Identifier: EUPL-1.2
/* One pass over all recipients: what they would get together at some multiplier. Most of the time goes here. */
#ifndef MD_SUMS_H
#define MD_SUMS_H

#include "apportion.h"

/* What one recipient gets at λ: its quota λ × weight, or the whole part of λ × weight + 1 − d, both between its bounds. */
struct md_rounding {
    bool is_whole;
    double d; /* of a divisor method; 1 for quotas */
};

/* Units of all at λ, and the weight of those whose quota lies between their bounds. */
struct md_sums {
    double units, free_weight;
};

/* An estimate: multiplier.h says what it may be off. */
struct md_sums md_sum_at(const struct md_problem *problem, struct md_rounding rounding, double multiplier);

#endif
