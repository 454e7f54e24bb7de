// SPDX-License-Identifier: EUPL-1.2
/* Words, numbers and euros in a sentence on an allocation. */
#include "report.h"
#include "../base/decimal.h"

void md_say(struct md_report *report, const char *nl, const char *en)
{
    md_append(&report->sentence, report->language == MD_DUTCH ? nl : en);
}

void md_say_number(struct md_report *report, double number)
{
    md_append_number(&report->sentence, number, report->language);
}

void md_say_euros(struct md_report *report, double euros)
{
    md_append_euros(&report->sentence, euros, report->language);
}

void md_say_sum(struct md_report *report, struct md_exact euros)
{
    double nearest = 0;
    md_nearest(euros, &nearest);
    md_say_euros(report, nearest);
}

void md_say_units(struct md_report *report, int64_t units)
{
    struct md_decimal unit;
    md_decimal_of(report->request->allocation.unit, &unit);
    md_say_euros(report, md_amount_of(units, unit));
}

bool md_add_up(const double *numbers, size_t n, struct md_exact *sum)
{
    struct md_exact euros;
    *sum = md_exact_of(0, 0);
    for (size_t i = 0; numbers != NULL && i < n; i++) {
        if (md_exact_cell(numbers[i], &euros) != MD_OK)
            return false;
        *sum = md_plus(*sum, euros);
    }
    return numbers != NULL;
}
