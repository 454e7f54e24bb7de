// SPDX-License-Identifier: EUPL-1.2
/* The service meedoen.Budget: every method of meedoen::XBudget is one row of the catalogue. */
#ifndef MD_BUDGET_H
#define MD_BUDGET_H

#include "component.h"

extern const struct md_implementation md_budget;

#endif
