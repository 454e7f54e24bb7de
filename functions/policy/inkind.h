// SPDX-License-Identifier: EUPL-1.2
/* In-kind share ("aandeel in natura"): the part of the money that reaches children as things and activities.
 *
 * (1) Every amount has a class: in kind, child poverty otherwise, generic, or unspent. Vouchers, paid bills and repaid
 *     receipts are in kind; cash to spend freely is not.
 * (2) The share is the amount in kind (or of another class that is named, or "breder": all that was spent other than in kind) over
 *     a denominator that the user names: the money spent (all but unspent), the money received (all), or an amount of the user's own.
 * (3) Nothing is re-scaled: an unknown amount, or an amount of unknown class, that could change the share makes it unknown. An amount
 *     of 0 changes nothing, whatever its class. Of several that make it unknown the first is told.
 * (4) A blank amount is not there. A correction may be negative; a denominator may not.
 * (5) "Breder" is what the room of 2018 is about: child poverty otherwise and generic together, over all that was received. Unspent
 *     money is no use at all and stands apart. What is generic falls outside that room altogether: it is for child poverty.
 * (6) Euros are exact (exact.h): only the quotient is rounded.
 *
 * Source: Kamerbrief 21 November 2018 (24 515, nr. 455): shares of the money spent, and of the extra money received.
 */
#ifndef MD_INKIND_H
#define MD_INKIND_H

#include "../base/explanation.h"

enum md_class { MD_IN_KIND, MD_POVERTY_OTHERWISE, MD_GENERIC, MD_UNSPENT, MD_CLASSES };

/* What may be asked for beside a class (sentence 5). */
enum { MD_BROADER = MD_CLASSES };

extern const struct md_word md_classes[];

/* Money by class. */
struct md_spending {
    struct md_exact euros[MD_CLASSES];
    bool unknown[MD_CLASSES]; /* some amount of this class, or of a class nobody knows, is unknown */
};

/* Amount of `asked`, a class or MD_BROADER, over the money spent or received (sentence 2).
 *
 * share   out: a fraction
 *
 * Returns MD_UNKNOWN, MD_ZERO_DIVISION, or MD_DOMAIN for a denominator that is negative.
 */
enum md_status md_share_of_spent(const struct md_spending *spending, int asked, double *share);
enum md_status md_share_of_received(const struct md_spending *spending, int asked, double *share);
enum md_status md_share_of_amount(const struct md_spending *spending, int asked, struct md_exact amount, double *share);

md_formula md_inkind_share; /* INKIND_SHARE */
md_explanation md_explain_inkind_share;

#endif
