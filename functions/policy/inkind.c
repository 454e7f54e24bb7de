// SPDX-License-Identifier: EUPL-1.2
/* In-kind share; inkind.h is the manual. */
#include "inkind.h"

#include <math.h>

const struct md_word md_classes[] = {{"in natura", MD_IN_KIND},
                                     {"natura", MD_IN_KIND},
                                     {"in kind", MD_IN_KIND},
                                     {"kinderarmoede anders", MD_POVERTY_OTHERWISE},
                                     {"anders", MD_POVERTY_OTHERWISE},
                                     {"child poverty otherwise", MD_POVERTY_OTHERWISE},
                                     {"otherwise", MD_POVERTY_OTHERWISE},
                                     {"generiek", MD_GENERIC},
                                     {"generic", MD_GENERIC},
                                     {"niet besteed", MD_UNSPENT},
                                     {"unspent", MD_UNSPENT},
                                     {NULL, 0}};

enum denominator { SPENT, RECEIVED };

static const struct md_word denominators[] = {
    {"besteed", SPENT}, {"spent", SPENT}, {"ontvangen", RECEIVED}, {"received", RECEIVED}, {NULL, 0}};

enum md_status md_share_of_amount(const struct md_spending *spending, enum md_class class, double amount, double *share)
{
    if (spending->unknown[class])
        return MD_UNKNOWN;
    if (amount < 0 || isinf(amount))
        return MD_DOMAIN;
    if (amount == 0)
        return MD_ZERO_DIVISION;
    *share = spending->euros[class] / amount;
    return MD_OK;
}

static enum md_status share_of_classes(const struct md_spending *spending, enum md_class class, int classes, double *share)
{
    double sum = 0;
    for (int c = 0; c < classes; c++) {
        if (spending->unknown[c])
            return MD_UNKNOWN;
        sum += spending->euros[c];
    }
    return md_share_of_amount(spending, class, sum, share);
}

enum md_status md_share_of_spent(const struct md_spending *spending, enum md_class class, double *share)
{
    return share_of_classes(spending, class, MD_UNSPENT, share);
}

enum md_status md_share_of_received(const struct md_spending *spending, enum md_class class, double *share)
{
    return share_of_classes(spending, class, MD_CLASSES, share);
}

/* Adds one amount to its class; an amount of unknown class could belong to any. */
static enum md_status add_amount(struct md_spending *spending, double amount, const struct md_argument *classes, size_t cell)
{
    enum md_status status = md_status_of(amount), class_status = md_status_of(classes->cells[cell]);
    int class;
    if (status == MD_BLANK)
        return MD_OK;
    if (class_status == MD_BLANK || class_status == MD_UNKNOWN) {
        for (class = 0; class < MD_CLASSES; class ++)
            spending->unknown[class] = true;
    } else if (!md_word_meaning(md_text_at(classes, cell), md_classes, &class)) {
        return MD_ARGUMENT;
    } else if (status == MD_UNKNOWN) {
        spending->unknown[class] = true;
    } else if (status == MD_OK) {
        spending->euros[class] += amount;
    }
    return status == MD_UNKNOWN ? MD_OK : status;
}

/* The denominator: a word (`is_word`, `meaning`) or an amount. */
static enum md_status read_denominator(const struct md_argument *argument, bool *is_word, int *meaning, double *amount)
{
    enum md_status status = md_one_number(argument, amount);
    *is_word = status == MD_TEXT;
    return *is_word ? md_one_word(argument, denominators, SPENT, meaning) : status;
}

void md_inkind_share(struct md_call *call)
{
    const struct md_argument *amounts = &call->arguments[0], *classes = &call->arguments[1];
    struct md_spending spending = {{0}, {false}};
    double amount = 0, share = 0;
    bool is_word;
    int class = MD_IN_KIND, denominator = SPENT;
    enum md_status status = md_count(amounts) > 0 && md_same_shape(amounts, classes) ? MD_OK : MD_ARGUMENT;
    for (size_t i = 0; status != MD_ARGUMENT && i < md_count(amounts); i++)
        status = md_worst(status, add_amount(&spending, amounts->cells[i], classes, i));
    status = md_worst(status, read_denominator(&call->arguments[2], &is_word, &denominator, &amount));
    status = md_worst(status, md_one_word(&call->arguments[3], md_classes, MD_IN_KIND, &class));
    if (status == MD_OK && !is_word)
        status = md_share_of_amount(&spending, (enum md_class) class, amount, &share);
    else if (status == MD_OK && denominator == SPENT)
        status = md_share_of_spent(&spending, (enum md_class) class, &share);
    else if (status == MD_OK)
        status = md_share_of_received(&spending, (enum md_class) class, &share);
    md_return_number(call, status == MD_OK ? share : md_cell(status));
}
