// SPDX-License-Identifier: EUPL-1.2
/* In-kind share; inkind.h is the manual. */
#include "inkind.h"

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

/* What may be asked for: a class, or all that was spent other than in kind. */
static const struct md_word broader[] = {
    {"breder", MD_BROADER}, {"niet in natura", MD_BROADER}, {"broader", MD_BROADER}, {"not in kind", MD_BROADER}, {NULL, 0}};

enum denominator { SPENT, RECEIVED };

static const struct md_word denominators[] = {
    {"besteed", SPENT}, {"spent", SPENT}, {"ontvangen", RECEIVED}, {"received", RECEIVED}, {NULL, 0}};

/* The amount of the classes from `first` to `last`. */
static enum md_status sum_of_classes(const struct md_spending *spending, int first, int last, struct md_exact *sum)
{
    *sum = md_exact_of(0, 0);
    for (int class = first; class <= last; class ++) {
        if (spending->unknown[class])
            return MD_UNKNOWN;
        *sum = md_plus(*sum, spending->euros[class]);
    }
    return MD_OK;
}

enum md_status md_share_of_amount(const struct md_spending *spending, int asked, struct md_exact amount, double *share)
{
    struct md_exact part;
    enum md_status status = asked == MD_BROADER ? sum_of_classes(spending, MD_POVERTY_OTHERWISE, MD_GENERIC, &part)
                                                : sum_of_classes(spending, asked, asked, &part);
    if (status != MD_OK)
        return status;
    return md_sign(amount) < 0 ? MD_DOMAIN : md_quotient(part, amount, share);
}

static enum md_status share_of_classes(const struct md_spending *spending, int asked, int last, double *share)
{
    struct md_exact sum;
    enum md_status status = sum_of_classes(spending, MD_IN_KIND, last, &sum);
    return status == MD_OK ? md_share_of_amount(spending, asked, sum, share) : status;
}

enum md_status md_share_of_spent(const struct md_spending *spending, int asked, double *share)
{
    return share_of_classes(spending, asked, MD_GENERIC, share);
}

enum md_status md_share_of_received(const struct md_spending *spending, int asked, double *share)
{
    return share_of_classes(spending, asked, MD_UNSPENT, share);
}

/* Adds one amount to its class; an amount of unknown class could belong to any. */
static enum md_status add_amount(struct md_spending *spending, double amount, const struct md_argument *classes, size_t cell)
{
    struct md_exact euros;
    enum md_status status = md_exact_cell(amount, &euros), class_status = md_status_of(classes->cells[cell]);
    int class;
    if (status == MD_BLANK)
        return MD_OK;
    if (class_status == MD_BLANK || class_status == MD_UNKNOWN) {
        bool changes = status != MD_OK || md_sign(euros) != 0;
        for (class = 0; class < MD_CLASSES; class ++)
            spending->unknown[class] = spending->unknown[class] || changes;
    } else if (!md_word_meaning(md_text_at(classes, cell), md_classes, &class)) {
        return MD_ARGUMENT;
    } else if (status == MD_UNKNOWN) {
        spending->unknown[class] = true;
    } else if (status == MD_OK) {
        spending->euros[class] = md_plus(spending->euros[class], euros);
    }
    return status == MD_UNKNOWN ? MD_OK : status;
}

/* The class whose share is asked for, or MD_BROADER. */
static enum md_status read_asked(const struct md_argument *argument, int *asked)
{
    enum md_status status = md_one_word(argument, md_classes, MD_IN_KIND, asked);
    return status == MD_ARGUMENT ? md_one_word(argument, broader, MD_BROADER, asked) : status;
}

/* The denominator: a word (`is_word`, `meaning`) or an amount. */
static enum md_status read_denominator(const struct md_argument *argument, bool *is_word, int *meaning, struct md_exact *amount)
{
    enum md_status status = md_one_exact(argument, amount);
    *is_word = status == MD_TEXT;
    return *is_word ? md_one_word(argument, denominators, SPENT, meaning) : status;
}

void md_inkind_share(struct md_call *call)
{
    const struct md_argument *amounts = &call->arguments[0], *classes = &call->arguments[1];
    struct md_spending spending = {.unknown = {false}};
    struct md_exact amount;
    double share = 0;
    bool is_word;
    int asked = MD_IN_KIND, denominator = SPENT;
    enum md_status status = md_count(amounts) > 0 && md_same_shape(amounts, classes) ? MD_OK : MD_ARGUMENT;
    for (size_t i = 0; status != MD_ARGUMENT && i < md_count(amounts); i++)
        status = md_worst(status, add_amount(&spending, amounts->cells[i], classes, i));
    status = md_worst(status, read_denominator(&call->arguments[2], &is_word, &denominator, &amount));
    status = md_worst(status, read_asked(&call->arguments[3], &asked));
    if (status == MD_OK && !is_word)
        status = md_share_of_amount(&spending, asked, amount, &share);
    else if (status == MD_OK && denominator == SPENT)
        status = md_share_of_spent(&spending, asked, &share);
    else if (status == MD_OK)
        status = md_share_of_received(&spending, asked, &share);
    md_return_number(call, status == MD_OK ? share : md_cell(status));
}
