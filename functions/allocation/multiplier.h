// SPDX-License-Identifier: EUPL-1.2
/* Where the multiplier lies: the λ at which λ × weight, held between the bounds and perhaps rounded, adds up to the units.
 *
 * (1) The sum grows with λ. Newton's steps, each a little too long so that it ends beyond the answer, narrow the range in which λ
 *     lies; where they do not, halving does.
 * (2) The sums are computed in double, and count as below or above the units only where they are so by more than their error.
 *     So the range surely holds λ; how narrow it is, is a matter of speed alone.
 * (3) Passes are bounded, whatever the weights: halving goes by the 64 bits of a double, on either side of where no sum tells.
 */
#ifndef MD_MULTIPLIER_H
#define MD_MULTIPLIER_H

#include "sums.h"

/* λ is at least `low` and at most `high`. −1 stands for no units but the lower bounds, HUGE_VAL for the upper bounds. */
struct md_range {
    double low, high;
};

/* The units lie above the sum of the lower bounds and below that of the upper ones. */
struct md_range md_enclose(const struct md_problem *problem, struct md_rounding rounding);

#endif
