// SPDX-License-Identifier: EUPL-1.2
/* Additionality, its class, and displacement; additionality.h is the manual. */
#include "additionality.h"

static const struct md_word no_baseline[] = {{"geen", 0}, {"none", 0}, {NULL, 0}};

static struct md_exact available(const struct md_budget *budget)
{
    return md_minus(md_plus(budget->extra, budget->carried_in), budget->carried_out);
}

static struct md_exact additional(const struct md_budget *budget)
{
    return md_minus(budget->spending, md_times(budget->baseline, budget->growth));
}

/* Is something of 0 or more available, and can what came on top be held against it? */
static bool can_be_compared(const struct md_budget *budget)
{
    return md_sign(available(budget)) >= 0 && !md_minus(available(budget), additional(budget)).lost;
}

enum md_status md_additionality_ratio(const struct md_budget *budget, double *ratio)
{
    return can_be_compared(budget) ? md_quotient(additional(budget), available(budget), ratio) : MD_DOMAIN;
}

enum md_status md_class_of_additionality(const struct md_budget *budget, enum md_additionality_class *class)
{
    if (!can_be_compared(budget))
        return MD_DOMAIN;
    if (md_sign(available(budget)) == 0)
        return MD_ZERO_DIVISION;
    if (md_compared(additional(budget), available(budget)) >= 0)
        *class = MD_FULLY;
    else
        *class = md_sign(additional(budget)) <= 0 ? MD_NOT : MD_PARTLY;
    return MD_OK;
}

enum md_status md_displaced_euros(const struct md_budget *budget, const struct md_exact *extra_spent, double *euros)
{
    const struct md_exact nothing = md_exact_of(0, 0);
    struct md_exact most = extra_spent == NULL ? available(budget) : *extra_spent;
    if (!can_be_compared(budget) || md_compared(most, available(budget)) > 0)
        return MD_DOMAIN;
    if (extra_spent != NULL && md_compared(most, budget->spending) > 0)
        return MD_DOMAIN;
    struct md_exact replaced = budget->has_policy ? md_minus(most, additional(budget)) : nothing;
    if (md_sign(replaced) < 0)
        replaced = nothing;
    if (md_compared(replaced, most) > 0)
        replaced = most;
    return md_nearest(replaced, euros);
}

/* An amount of 0 or more. */
static enum md_status read_euros(const struct md_argument *argument, struct md_exact *euros)
{
    enum md_status status = md_one_exact(argument, euros);
    return status == MD_OK && md_sign(*euros) < 0 ? MD_DOMAIN : status;
}

static enum md_status read_optional_euros(const struct md_argument *argument, struct md_exact *euros)
{
    *euros = md_exact_of(0, 0);
    return argument->shape == MD_LEFT_OUT ? MD_OK : read_euros(argument, euros);
}

/* Sentence 4. */
static enum md_status read_baseline(const struct md_argument *argument, struct md_budget *budget)
{
    int none;
    enum md_status status = read_euros(argument, &budget->baseline);
    budget->has_policy = true;
    if (status == MD_OK && md_sign(budget->baseline) == 0)
        return MD_UNKNOWN;
    if (status != MD_TEXT || !md_word_meaning(md_text_at(argument, 0), no_baseline, &none))
        return status;
    budget->has_policy = false;
    return MD_OK;
}

/* One year's rate, a fraction. */
static enum md_status read_rate(double cell, struct md_exact *rate)
{
    const struct md_exact highest = md_exact_of(5, 1), lowest = md_exact_of(-5, 1);
    enum md_status status = md_exact_cell(cell, rate);
    bool is_factor = md_compared(*rate, highest) > 0 || md_compared(*rate, lowest) < 0;
    return status == MD_OK && is_factor ? MD_DOMAIN : status;
}

/* Sentence 5. */
static enum md_status read_growth(const struct md_argument *argument, struct md_exact *growth)
{
    const struct md_exact one = md_exact_of(1, 0);
    enum md_status worst = MD_OK;
    bool has_years = false;
    *growth = one;
    if (argument->shape == MD_LEFT_OUT)
        return MD_OK;
    for (size_t i = 0; i < md_count(argument); i++) {
        struct md_exact rate;
        enum md_status status = read_rate(argument->cells[i], &rate);
        if (status == MD_BLANK)
            continue;
        has_years = true;
        *growth = md_times(*growth, md_plus(one, rate));
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
    int language = MD_DUTCH;
    enum md_additionality_class class = MD_CLASS_UNKNOWN;
    enum md_status word = md_one_word(&call->arguments[6], md_languages, MD_DUTCH, &language);
    enum md_status status = md_worst(word, read_budget(call->arguments, &budget));
    if (status == MD_OK)
        status = md_class_of_additionality(&budget, &class);
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
    struct md_exact extra_spent;
    double euros = 0;
    enum md_status status = read_budget(call->arguments, &budget);
    if (!all)
        status = md_worst(status, read_euros(argument, &extra_spent));
    if (status == MD_OK)
        status = md_displaced_euros(&budget, all ? NULL : &extra_spent, &euros);
    md_return_number(call, status == MD_OK ? euros : md_cell(status));
}
