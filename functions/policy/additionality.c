// SPDX-License-Identifier: EUPL-1.2
/* Additionality, its class, and displacement; additionality.h is the manual. */
#include "additionality.h"

#include <math.h>

static const double on_the_limit = 1e-9;
static const double highest_rate = 0.5;

static const struct md_word no_baseline[] = {{"geen", 0}, {"none", 0}, {NULL, 0}};

static double available(const struct md_budget *budget)
{
    return budget->extra + budget->carried_in - budget->carried_out;
}

static double additional(const struct md_budget *budget)
{
    return budget->spending - budget->baseline * budget->growth;
}

enum md_status md_additionality_ratio(const struct md_budget *budget, double *ratio)
{
    if (available(budget) < 0 || isinf(available(budget)))
        return MD_DOMAIN;
    if (available(budget) == 0)
        return MD_ZERO_DIVISION;
    *ratio = additional(budget) / available(budget);
    return isfinite(*ratio) ? MD_OK : MD_DOMAIN;
}

enum md_additionality_class md_class_of_additionality(double ratio)
{
    if (ratio >= 1 - on_the_limit)
        return MD_FULLY;
    return ratio <= on_the_limit ? MD_NOT : MD_PARTLY;
}

enum md_status md_displaced_euros(const struct md_budget *budget, const double *extra_spent, double *euros)
{
    double most = extra_spent == NULL ? available(budget) : *extra_spent;
    if (available(budget) < 0 || most > available(budget) || (extra_spent != NULL && most > budget->spending))
        return MD_DOMAIN;
    double replaced = budget->has_policy ? most - additional(budget) : 0;
    *euros = replaced < 0 ? 0 : replaced > most ? most : replaced;
    return MD_OK;
}

/* An amount of 0 or more. */
static enum md_status read_euros(const struct md_argument *argument, double *euros)
{
    enum md_status status = md_one_number(argument, euros);
    return status == MD_OK && *euros < 0 ? MD_DOMAIN : status;
}

static enum md_status read_optional_euros(const struct md_argument *argument, double *euros)
{
    *euros = 0;
    return argument->shape == MD_LEFT_OUT ? MD_OK : read_euros(argument, euros);
}

/* Sentence 4. */
static enum md_status read_baseline(const struct md_argument *argument, struct md_budget *budget)
{
    int none;
    enum md_status status = read_euros(argument, &budget->baseline);
    budget->has_policy = true;
    if (status == MD_OK && budget->baseline == 0)
        return MD_UNKNOWN;
    if (status == MD_TEXT && md_word_meaning(md_text_at(argument, 0), no_baseline, &none)) {
        budget->baseline = 0;
        budget->has_policy = false;
        return MD_OK;
    }
    return status;
}

/* Sentence 5. */
static enum md_status read_growth(const struct md_argument *argument, double *growth)
{
    *growth = 1;
    if (argument->shape == MD_LEFT_OUT)
        return MD_OK;
    enum md_status worst = MD_OK;
    bool has_years = false;
    for (size_t i = 0; i < md_count(argument); i++) {
        double rate = argument->cells[i];
        enum md_status status = md_status_of(rate);
        if (status == MD_BLANK)
            continue;
        has_years = true;
        if (status == MD_OK && fabs(rate) > highest_rate)
            status = MD_DOMAIN;
        if (status == MD_OK)
            *growth *= 1 + rate;
        worst = md_worst(worst, status);
    }
    return has_years ? worst : MD_UNKNOWN;
}

static enum md_status read_budget(const struct md_argument *arguments, struct md_budget *budget)
{
    enum md_status status = read_baseline(&arguments[0], budget);
    status = md_worst(status, read_euros(&arguments[1], &budget->spending));
    status = md_worst(status, read_euros(&arguments[2], &budget->extra));
    status = md_worst(status, read_growth(&arguments[3], &budget->growth));
    status = md_worst(status, read_optional_euros(&arguments[4], &budget->carried_in));
    return md_worst(status, read_optional_euros(&arguments[5], &budget->carried_out));
}

void md_additionality(struct md_call *call)
{
    struct md_budget budget;
    double ratio = 0;
    enum md_status status = read_budget(call->arguments, &budget);
    if (status == MD_OK)
        status = md_additionality_ratio(&budget, &ratio);
    md_return_number(call, status == MD_OK ? ratio : md_cell(status));
}

void md_additionality_class(struct md_call *call)
{
    static const char *const names[][2] = {[MD_FULLY] = {"volledig", "fully"},
                                           [MD_PARTLY] = {"deels", "partly"},
                                           [MD_NOT] = {"niet", "not"},
                                           [MD_CLASS_UNKNOWN] = {"onbekend", "unknown"}};
    struct md_budget budget;
    double ratio = 0;
    int language = MD_DUTCH;
    enum md_additionality_class class = MD_CLASS_UNKNOWN;
    enum md_status word = md_one_word(&call->arguments[6], md_languages, MD_DUTCH, &language);
    enum md_status status = md_worst(word, read_budget(call->arguments, &budget));
    if (status == MD_OK)
        status = md_additionality_ratio(&budget, &ratio);
    if (status == MD_OK)
        class = md_class_of_additionality(ratio);
    if (status == MD_OK || status == MD_UNKNOWN)
        md_return_text(call, names[class][language]);
    else
        md_return_status(call, status);
}

void md_displacement(struct md_call *call)
{
    const struct md_argument *argument = &call->arguments[6];
    const bool all = argument->shape == MD_LEFT_OUT;
    struct md_budget budget;
    double extra_spent = 0, euros = 0;
    enum md_status status = read_budget(call->arguments, &budget);
    if (!all)
        status = md_worst(status, read_euros(argument, &extra_spent));
    if (status == MD_OK)
        status = md_displaced_euros(&budget, all ? NULL : &extra_spent, &euros);
    md_return_number(call, status == MD_OK ? euros : md_cell(status));
}
