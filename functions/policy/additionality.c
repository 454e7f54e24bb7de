// SPDX-License-Identifier: EUPL-1.2
/* Additionality, its class, and displacement; additionality.h is the manual. */
#include "additionality.h"

enum { BASELINE, SPENDING, EXTRA, INDEX, CARRIED_IN, CARRIED_OUT, EXTRA_SPENT, NAMES };

static const struct md_name names[NAMES] = {[BASELINE] = {.name = {"de nulmeting", "the baseline"}},
                                            [SPENDING] = {.name = {"het bedrag van de uitgaven", "the spending"}},
                                            [EXTRA] = {.name = {"het extra geld", "the extra money"}},
                                            [INDEX] = {.name = {"de indexatie", "the index"}, .is_range = true},
                                            [CARRIED_IN] = {.name = {"het meegenomen bedrag", "the amount carried in"}},
                                            [CARRIED_OUT] = {.name = {"het doorgeschoven bedrag", "the amount carried out"}},
                                            [EXTRA_SPENT] = {.name = {"het bestede extra geld", "the extra money spent"}}};

static const struct md_bilingual no_empty_baseline = {
    " is 0, en dat kan ook een lege cel zijn; was er geen beleid, vul dan in: geen",
    " is 0, which may be an empty cell; without earlier policy, enter: none"};
static const struct md_bilingual is_factor = {" is meer dan 50%; typ een percentage zoals 2%, geen factor: ",
                                              " is beyond 50%; type a rate such as 2%, not a factor: "};
static const struct md_bilingual too_much_spent = {" is meer dan er was, of meer dan alle uitgaven: ",
                                                   " is more than there was, or than all spending: "};

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

enum md_status md_displaced_euros(const struct md_budget *budget, const struct md_exact *extra_spent, struct md_exact *euros)
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
    *euros = replaced;
    return replaced.lost ? MD_DOMAIN : MD_OK;
}

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

struct inquiry {
    const struct md_argument *arguments;
    struct md_budget budget;
    struct md_exact extra_spent;
    bool has_extra_spent;
    struct md_cause cause;
};

/* An amount of 0 or more. */
static void read_euros(struct inquiry *inquiry, size_t parameter, struct md_exact *euros)
{
    enum md_status status = md_one_exact(&inquiry->arguments[parameter], euros);
    md_note(&inquiry->cause, status == MD_OK && md_sign(*euros) < 0 ? MD_DOMAIN : status, parameter, 0, NULL);
}

static void read_optional_euros(struct inquiry *inquiry, size_t parameter, struct md_exact *euros)
{
    *euros = md_exact_of(0, 0);
    if (inquiry->arguments[parameter].shape != MD_LEFT_OUT)
        read_euros(inquiry, parameter, euros);
}

/* Sentence 4. */
static void read_baseline(struct inquiry *inquiry)
{
    const struct md_argument *argument = &inquiry->arguments[BASELINE];
    struct md_budget *budget = &inquiry->budget;
    int none;
    budget->has_policy = md_count(argument) != 1 || !md_word_meaning(md_text_at(argument, 0), no_baseline, &none);
    budget->baseline = md_exact_of(0, 0);
    if (!budget->has_policy)
        return;
    read_euros(inquiry, BASELINE, &budget->baseline);
    if (md_count(argument) == 1 && md_status_of(argument->cells[0]) == MD_OK && md_sign(budget->baseline) == 0)
        md_note(&inquiry->cause, MD_UNKNOWN, BASELINE, 0, &no_empty_baseline);
}

/* Sentence 5. */
static void read_growth(struct inquiry *inquiry)
{
    const struct md_exact one = md_exact_of(1, 0), highest = md_exact_of(5, 1), lowest = md_exact_of(-5, 1);
    const struct md_argument *argument = &inquiry->arguments[INDEX];
    struct md_exact *growth = &inquiry->budget.growth;
    bool has_years = argument->shape == MD_LEFT_OUT;
    *growth = one;
    for (size_t i = 0; i < md_count(argument); i++) {
        struct md_exact rate;
        enum md_status status = md_exact_cell(argument->cells[i], &rate);
        if (status == MD_BLANK)
            continue;
        has_years = true;
        bool factor = md_compared(rate, highest) > 0 || md_compared(rate, lowest) < 0;
        md_note(&inquiry->cause, factor ? MD_DOMAIN : status, INDEX, i, factor ? &is_factor : NULL);
        *growth = md_times(*growth, md_plus(one, rate));
    }
    if (!has_years)
        md_note(&inquiry->cause, MD_UNKNOWN, INDEX, 0, NULL);
}

static struct inquiry read_inquiry(const struct md_argument *arguments, bool may_have_extra_spent)
{
    struct inquiry inquiry = {.arguments = arguments, .extra_spent = md_exact_of(0, 0)};
    read_baseline(&inquiry);
    read_euros(&inquiry, SPENDING, &inquiry.budget.spending);
    read_euros(&inquiry, EXTRA, &inquiry.budget.extra);
    read_growth(&inquiry);
    read_optional_euros(&inquiry, CARRIED_IN, &inquiry.budget.carried_in);
    read_optional_euros(&inquiry, CARRIED_OUT, &inquiry.budget.carried_out);
    inquiry.has_extra_spent = may_have_extra_spent && arguments[EXTRA_SPENT].shape != MD_LEFT_OUT;
    if (inquiry.has_extra_spent)
        read_euros(&inquiry, EXTRA_SPENT, &inquiry.extra_spent);
    return inquiry;
}

static enum md_status ratio_of(const struct inquiry *inquiry, double *ratio)
{
    return inquiry->cause.status == MD_OK ? md_additionality_ratio(&inquiry->budget, ratio) : inquiry->cause.status;
}

static enum md_status class_of(const struct inquiry *inquiry, enum md_additionality_class *class)
{
    *class = MD_CLASS_UNKNOWN;
    return inquiry->cause.status == MD_OK ? md_class_of_additionality(&inquiry->budget, class) : inquiry->cause.status;
}

static enum md_status displaced(const struct inquiry *inquiry, struct md_exact *euros)
{
    const struct md_exact *extra_spent = inquiry->has_extra_spent ? &inquiry->extra_spent : NULL;
    if (inquiry->cause.status != MD_OK)
        return inquiry->cause.status;
    return md_displaced_euros(&inquiry->budget, extra_spent, euros);
}

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

static const char *const class_names[][2] = {[MD_FULLY] = {"volledig", "fully"},
                                             [MD_PARTLY] = {"deels", "partly"},
                                             [MD_NOT] = {"niet", "not"},
                                             [MD_CLASS_UNKNOWN] = {"onbekend", "unknown"}};

void md_additionality(struct md_call *call)
{
    const struct inquiry inquiry = read_inquiry(call->arguments, false);
    double ratio = 0;
    enum md_status status = ratio_of(&inquiry, &ratio);
    md_return_number(call, status == MD_OK ? ratio : md_cell(status));
}

void md_additionality_class(struct md_call *call)
{
    const struct inquiry inquiry = read_inquiry(call->arguments, false);
    int language = MD_DUTCH;
    enum md_additionality_class class;
    enum md_status word = md_one_word(&call->arguments[6], md_languages, MD_DUTCH, &language);
    enum md_status status = md_worst(word, class_of(&inquiry, &class));
    if (status == MD_OK || status == MD_UNKNOWN)
        md_return_text(call, class_names[class][language]);
    else
        md_return_status(call, status);
}

void md_displacement(struct md_call *call)
{
    const struct inquiry inquiry = read_inquiry(call->arguments, true);
    struct md_exact euros = md_exact_of(0, 0);
    double nearest = 0;
    enum md_status status = displaced(&inquiry, &euros);
    if (status == MD_OK)
        status = md_nearest(euros, &nearest);
    md_return_number(call, status == MD_OK ? nearest : md_cell(status));
}

/* ---- Explanations -------------------------------------------------------------------------------------------- */

/* "nulmeting € 100.000 × 1,02 = € 102.000" */
static void say_baseline(struct md_sentence *sentence, const struct md_budget *budget)
{
    if (!budget->has_policy) {
        md_say(sentence, "nulmeting geen: er was geen eerder beleid", "baseline none: there was no earlier policy");
        return;
    }
    md_say(sentence, "nulmeting ", "baseline ");
    md_say_exact_euros(sentence, budget->baseline);
    if (md_compared(budget->growth, md_exact_of(1, 0)) == 0)
        return;
    md_append(sentence, " × ");
    md_say_exact(sentence, budget->growth);
    md_append(sentence, " = ");
    md_say_cents(sentence, md_times(budget->baseline, budget->growth));
}

/* "€ 40.000", and what it is made of when something was carried. */
static void say_available(struct md_sentence *sentence, const struct md_budget *budget)
{
    md_say_exact_euros(sentence, available(budget));
    if (md_sign(budget->carried_in) == 0 && md_sign(budget->carried_out) == 0)
        return;
    md_say(sentence, " (extra ", " (extra ");
    md_say_exact_euros(sentence, budget->extra);
    if (md_sign(budget->carried_in) != 0) {
        md_say(sentence, " + meegenomen ", " + carried in ");
        md_say_exact_euros(sentence, budget->carried_in);
    }
    if (md_sign(budget->carried_out) != 0) {
        md_say(sentence, " − doorgeschoven ", " − carried out ");
        md_say_exact_euros(sentence, budget->carried_out);
    }
    md_append(sentence, ")");
}

static void say_wrong(struct md_sentence *sentence, const struct inquiry *inquiry, enum md_status status)
{
    const struct md_budget *budget = &inquiry->budget;
    const struct md_cause *cause = &inquiry->cause;
    const struct md_cause too_much = {MD_DOMAIN, EXTRA_SPENT, 0, &too_much_spent};
    if (cause->status != MD_OK) {
        md_say_cause(sentence, cause, &inquiry->arguments[cause->parameter], &names[cause->parameter]);
    } else if (status == MD_ZERO_DIVISION) {
        md_say(sentence, "er was geen extra geld: ", "there was no extra money: ");
        say_available(sentence, budget);
    } else if (md_sign(available(budget)) < 0) {
        md_say(sentence, "er is meer doorgeschoven dan er was: ", "more was carried out than there was: ");
        say_available(sentence, budget);
    } else if (inquiry->has_extra_spent && can_be_compared(budget)) {
        md_say_cause(sentence, &too_much, &inquiry->arguments[EXTRA_SPENT], &names[EXTRA_SPENT]);
    } else {
        md_say_beyond(sentence);
    }
}

static void warn_of_blank_rate(struct md_sentence *sentence, const struct md_argument *index)
{
    for (size_t i = 0; i < md_count(index); i++) {
        if (md_status_of(index->cells[i]) != MD_BLANK)
            continue;
        md_doubt(sentence);
        md_say_place(sentence, index, &names[INDEX], i);
        md_say(sentence, " is leeg: dat jaar telt niet mee", " is empty: that year does not count");
        return;
    }
}

/* The sum of sentence 1, and the class where it is asked for; or why there is none. */
static enum md_status say_sum(struct md_sentence *sentence, const struct inquiry *inquiry, enum md_status status,
                              const char *class)
{
    const struct md_budget *budget = &inquiry->budget;
    if (status != MD_OK) {
        say_wrong(sentence, inquiry, status);
        return status;
    }
    say_baseline(sentence, budget);
    md_say(sentence, "; uitgaven ", "; spending ");
    md_say_exact_euros(sentence, budget->spending);
    md_say(sentence, "; erbij ", "; on top ");
    md_say_cents(sentence, additional(budget));
    md_say(sentence, " van ", " of ");
    say_available(sentence, budget);
    md_append(sentence, " = ");
    md_say_share(sentence, additional(budget), available(budget));
    if (class != NULL) {
        md_append(sentence, ": ");
        md_append(sentence, class);
    }
    warn_of_blank_rate(sentence, &inquiry->arguments[INDEX]);
    return status;
}

enum md_status md_explain_additionality(const struct md_argument *arguments, struct md_sentence *sentence,
                                        struct md_memory *memory)
{
    const struct inquiry inquiry = read_inquiry(arguments, false);
    double ratio = 0;
    (void)memory;
    return say_sum(sentence, &inquiry, ratio_of(&inquiry, &ratio), NULL);
}

enum md_status md_explain_additionality_class(const struct md_argument *arguments, struct md_sentence *sentence,
                                              struct md_memory *memory)
{
    const struct inquiry inquiry = read_inquiry(arguments, false);
    enum md_additionality_class class;
    enum md_status status = class_of(&inquiry, &class);
    (void)memory;
    return say_sum(sentence, &inquiry, status, class_names[class][sentence->language]);
}

enum md_status md_explain_displacement(const struct md_argument *arguments, struct md_sentence *sentence,
                                       struct md_memory *memory)
{
    const struct inquiry inquiry = read_inquiry(arguments, true);
    const struct md_budget *budget = &inquiry.budget;
    const struct md_exact extra_spent = inquiry.has_extra_spent ? inquiry.extra_spent : available(budget);
    struct md_exact euros = md_exact_of(0, 0);
    enum md_status status = displaced(&inquiry, &euros);
    (void)memory;
    if (status != MD_OK) {
        say_wrong(sentence, &inquiry, status);
        return status;
    }
    say_baseline(sentence, budget);
    md_say(sentence, "; uitgaven ", "; spending ");
    md_say_exact_euros(sentence, budget->spending);
    md_say(sentence, " − extra geld besteed ", " − extra money spent ");
    md_say_exact_euros(sentence, extra_spent);
    md_say(sentence, " = eigen geld ", " = own money ");
    md_say_exact_euros(sentence, md_minus(budget->spending, extra_spent));
    md_append(sentence, "; ");
    if (md_sign(euros) == 0) {
        md_say(sentence, "niets van het extra geld kwam in de plaats van eigen geld",
               "none of the extra money replaced own money");
    } else {
        md_say_cents(sentence, euros);
        md_say(sentence, " van het extra geld kwam in de plaats van eigen geld", " of the extra money replaced own money");
    }
    warn_of_blank_rate(sentence, &arguments[INDEX]);
    return status;
}
