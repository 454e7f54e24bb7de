// SPDX-License-Identifier: EUPL-1.2
/* A sentence on an allocation under construction: allocate_du_check.c tells the outcome, impossible.c why there is none. */
#ifndef MD_ALLOCATION_REPORT_H
#define MD_ALLOCATION_REPORT_H

#include "request.h"
#include "../base/exact.h"
#include "../base/sentence.h"

struct md_report {
    struct md_sentence sentence;
    enum md_language language;
    const struct md_request *request;
    bool warned;
};

void md_say(struct md_report *report, const char *nl, const char *en);
void md_say_number(struct md_report *report, double number);
void md_say_euros(struct md_report *report, double euros);
void md_say_sum(struct md_report *report, struct md_exact euros);
void md_say_units(struct md_report *report, int64_t units);

/* Says why an allocation whose arguments are right in themselves is MD_DOMAIN. */
void md_say_impossible(struct md_report *report);

/* The sum of n numbers; false if they are NULL, or one is too large or too fine to add up (exact.h, sentence 2). */
bool md_add_up(const double *numbers, size_t n, struct md_exact *sum);

#endif
