// SPDX-License-Identifier: EUPL-1.2
/* The rules of Check this document: what can be wrong or odd about a formula of ours, in one row each.
 *
 * (1) A rule's number is its place in the table, counted from 1. Numbers stand in reports that people keep: a rule is added at the end,
 *     and none is ever renumbered.
 * (2) The handbook's list of rules is made from it. How a rule is tested stands in inspect.c; every rule has a seeded example that it
 *     must find and a near miss that it must not (tests/calc/test_check.py).
 */
#ifndef MD_RULES_H
#define MD_RULES_H

#include "../../functions/base/sentence.h"

enum md_severity { MD_FINE, MD_LOOK, MD_WRONG };

enum md_rule_number {
    MD_RULE_UNKNOWN = 1,
    MD_RULE_TEXT,
    MD_RULE_TEXT_NUMBER,
    MD_RULE_ZERO_DIVISION,
    MD_RULE_DOMAIN,
    MD_RULE_WHOLE_SHARE,
    MD_RULE_ARGUMENT,
    MD_RULE_ERROR_IN_CELL,
    MD_RULE_LOST,
    MD_RULE_OTHER_VERSION,
    MD_RULE_OTHER_PART,
    MD_RULE_SEVERAL_SHEETS,
    MD_RULE_OTHER_FILE,
    MD_RULE_ONE_CELL,
    MD_RULE_TOO_SMALL,
    MD_RULE_TOO_LARGE,
    MD_RULE_MOVED,
    MD_RULE_SHIFTED,
    MD_RULE_HIDDEN_CELLS,
    MD_RULE_EMPTY_CELL,
    MD_RULE_TOTAL,
    MD_RULE_NEAR_TOTAL,
    MD_RULE_SUBTOTALS,
    MD_RULE_FRACTION,
    MD_RULE_LOOK_ALIKES,
    MD_RULE_THOUSANDS,
    MD_RULE_BUDGET_AND_ACCOUNT,
    MD_RULE_OTHER_YEAR,
    MD_RULE_HIDDEN_ERROR,
    MD_RULE_ONE_OF_RANGE,
    MD_RULE_CIRCLE,
    MD_RULE_DOUBT,
    MD_RULES
};

struct md_rule {
    enum md_severity severity;
    struct md_bilingual what, todo;
};

/* The row of a rule. */
const struct md_rule *md_rule(enum md_rule_number number);

#endif
