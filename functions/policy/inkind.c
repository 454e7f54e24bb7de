// SPDX-License-Identifier: EUPL-1.2
/* In-kind share; inkind.h is the manual. */
#include "inkind.h"
#include "../base/doubts.h"

enum { AMOUNTS, CLASSES, DENOMINATOR, CLASS, NAMES };

static const struct md_name names[NAMES] = {
    [AMOUNTS] = {.name = {"de kolom met bedragen", "the column of amounts"}, .is_range = true, .is_subject = true},
    [CLASSES] = {.name = {"de kolom met soorten", "the column of classes"},
                 .words = {"in natura, kinderarmoede anders, generiek of niet besteed",
                           "in kind, child poverty otherwise, generic or unspent"},
                 .is_range = true},
    [DENOMINATOR] = {.name = {"de noemer", "the denominator"},
                     .words = {"besteed, ontvangen of een bedrag", "spent, received or an amount"}},
    [CLASS] = {.name = {"de soort", "the class"},
               .words = {"in natura, kinderarmoede anders, generiek, niet besteed of breder",
                         "in kind, child poverty otherwise, generic, unspent or broader"}}};

static const struct md_bilingual other_shape = {" moet dezelfde vorm hebben als de bedragen",
                                                " must have the shape of the amounts"};

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

/* What INKIND_SHARE was asked. */
struct inquiry {
    const struct md_argument *argument[NAMES];
    struct md_spending spending;
    struct md_cause unknown[MD_CLASSES]; /* where the first amount that is unknown in a class stands */
    bool is_word;                        /* the denominator is a word, or else an amount */
    int denominator, asked;
    struct md_exact amount;
    struct md_cause cause;
};

static void note_unknown(struct inquiry *inquiry, int first, int last, size_t parameter, size_t cell)
{
    for (int class = first; class <= last; class ++) {
        inquiry->spending.unknown[class] = true;
        md_note(&inquiry->unknown[class], MD_UNKNOWN, parameter, cell, NULL);
    }
}

/* Adds one amount to its class; an amount of unknown class could belong to any. */
static void add_amount(struct inquiry *inquiry, size_t cell)
{
    const struct md_argument *classes = inquiry->argument[CLASSES];
    struct md_exact euros;
    enum md_status status = md_exact_cell(inquiry->argument[AMOUNTS]->cells[cell], &euros);
    enum md_status class_status = md_status_of(classes->cells[cell]);
    int class;
    if (status == MD_BLANK)
        return;
    if (status != MD_UNKNOWN)
        md_note(&inquiry->cause, status, AMOUNTS, cell, NULL);
    if (class_status == MD_BLANK || class_status == MD_UNKNOWN) {
        if (status != MD_OK || md_sign(euros) != 0)
            note_unknown(inquiry, 0, MD_CLASSES - 1, status == MD_UNKNOWN ? AMOUNTS : CLASSES, cell);
    } else if (!md_word_meaning(md_text_at(classes, cell), md_classes, &class)) {
        md_note(&inquiry->cause, MD_ARGUMENT, CLASSES, cell, NULL);
    } else if (status == MD_UNKNOWN) {
        note_unknown(inquiry, class, class, AMOUNTS, cell);
    } else if (status == MD_OK) {
        inquiry->spending.euros[class] = md_plus(inquiry->spending.euros[class], euros);
    }
}

/* The class whose share is asked for, or MD_BROADER. */
static void read_asked(struct inquiry *inquiry)
{
    const struct md_argument *argument = inquiry->argument[CLASS];
    enum md_status status = md_one_word(argument, md_classes, MD_IN_KIND, &inquiry->asked);
    if (status == MD_ARGUMENT)
        status = md_one_word(argument, broader, MD_BROADER, &inquiry->asked);
    md_note(&inquiry->cause, status, CLASS, 0, NULL);
}

/* The denominator: a word or an amount. */
static void read_denominator(struct inquiry *inquiry)
{
    const struct md_argument *argument = inquiry->argument[DENOMINATOR];
    enum md_status status = md_one_exact(argument, &inquiry->amount);
    inquiry->is_word = status == MD_TEXT;
    if (inquiry->is_word)
        status =
            argument->shape == MD_LEFT_OUT ? MD_ARGUMENT : md_one_word(argument, denominators, SPENT, &inquiry->denominator);
    md_note(&inquiry->cause, status, DENOMINATOR, 0, NULL);
}

static struct inquiry read_inquiry(const struct md_argument *arguments)
{
    const struct md_argument *amounts = &arguments[0], *classes = &arguments[1];
    struct inquiry inquiry = {.argument = {amounts, classes, &arguments[2], &arguments[3]}, .asked = MD_IN_KIND};
    bool fits = md_count(amounts) > 0 && md_same_shape(amounts, classes);
    if (!fits)
        md_note(&inquiry.cause, MD_ARGUMENT, md_count(amounts) == 0 ? AMOUNTS : CLASSES, 0, &other_shape);
    for (size_t i = 0; fits && i < md_count(amounts); i++)
        add_amount(&inquiry, i);
    read_denominator(&inquiry);
    read_asked(&inquiry);
    return inquiry;
}

static enum md_status share_of(const struct inquiry *inquiry, double *share)
{
    if (inquiry->cause.status != MD_OK)
        return inquiry->cause.status;
    if (!inquiry->is_word)
        return md_share_of_amount(&inquiry->spending, inquiry->asked, inquiry->amount, share);
    if (inquiry->denominator == SPENT)
        return md_share_of_spent(&inquiry->spending, inquiry->asked, share);
    return md_share_of_received(&inquiry->spending, inquiry->asked, share);
}

void md_inkind_share(struct md_call *call)
{
    const struct inquiry inquiry = read_inquiry(call->arguments);
    double share = 0;
    enum md_status status = share_of(&inquiry, &share);
    md_return_number(call, status == MD_OK ? share : md_cell(status));
}

/* ---- Explanation --------------------------------------------------------------------------------------------- */

static const struct md_bilingual class_names[] = {[MD_IN_KIND] = {"in natura", "in kind"},
                                                  [MD_POVERTY_OTHERWISE] = {"kinderarmoede anders", "child poverty otherwise"},
                                                  [MD_GENERIC] = {"generiek", "generic"},
                                                  [MD_UNSPENT] = {"niet besteed", "unspent"},
                                                  [MD_BROADER] = {"breder", "broader"}};

/* The last class that the denominator takes in; none for an amount. */
static int last_of_denominator(const struct inquiry *inquiry)
{
    if (!inquiry->is_word)
        return -1;
    return inquiry->denominator == SPENT ? MD_GENERIC : MD_UNSPENT;
}

static bool is_asked(const struct inquiry *inquiry, int class)
{
    if (inquiry->asked == MD_BROADER)
        return class == MD_POVERTY_OTHERWISE || class == MD_GENERIC;
    return class == inquiry->asked;
}

static struct md_exact sum_of_asked(const struct inquiry *inquiry)
{
    struct md_exact sum = md_exact_of(0, 0);
    for (int class = 0; class < MD_CLASSES; class ++) {
        if (is_asked(inquiry, class))
            sum = md_plus(sum, inquiry->spending.euros[class]);
    }
    return sum;
}

static struct md_exact sum_of_denominator(const struct inquiry *inquiry)
{
    struct md_exact sum = inquiry->is_word ? md_exact_of(0, 0) : inquiry->amount;
    for (int class = 0; class <= last_of_denominator(inquiry); class ++)
        sum = md_plus(sum, inquiry->spending.euros[class]);
    return sum;
}

/* "€ 80.000 besteed" */
static void say_denominator(struct md_sentence *sentence, const struct inquiry *inquiry)
{
    md_say_exact_euros(sentence, sum_of_denominator(inquiry));
    if (inquiry->is_word && inquiry->denominator == SPENT)
        md_say(sentence, " besteed", " spent");
    else if (inquiry->is_word)
        md_say(sentence, " ontvangen", " received");
}

/* The first amount that makes the share unknown. */
static struct md_cause first_unknown(const struct inquiry *inquiry)
{
    struct md_cause first = {.status = MD_OK};
    for (int class = 0; class < MD_CLASSES; class ++) {
        const struct md_cause *unknown = &inquiry->unknown[class];
        bool counts = unknown->status != MD_OK && (is_asked(inquiry, class) || class <= last_of_denominator(inquiry));
        if (counts && (first.status == MD_OK || unknown->cell < first.cell))
            first = *unknown;
    }
    return first;
}

static void say_wrong(struct md_sentence *sentence, const struct inquiry *inquiry, enum md_status status)
{
    struct md_cause cause = inquiry->cause;
    if (cause.status == MD_OK && status == MD_UNKNOWN)
        cause = first_unknown(inquiry);
    if (cause.status != MD_OK) {
        md_say_cause(sentence, &cause, inquiry->argument[cause.parameter], &names[cause.parameter]);
    } else if (md_sign(sum_of_denominator(inquiry)) > 0) {
        md_say_beyond(sentence);
    } else {
        md_say(sentence, "de noemer is ", "the denominator is ");
        say_denominator(sentence, inquiry);
        md_say(sentence, ": daar is geen deel van te nemen", ": there is no part to take of it");
    }
}

static void say_classes(struct md_sentence *sentence, const struct inquiry *inquiry)
{
    for (int class = 0; class < MD_CLASSES; class ++) {
        md_append(sentence, class == 0 ? "" : ", ");
        md_say_either(sentence, class_names[class]);
        md_append(sentence, " ");
        if (inquiry->spending.unknown[class])
            md_say(sentence, "onbekend", "unknown");
        else
            md_say_exact_euros(sentence, inquiry->spending.euros[class]);
    }
}

/* A correction in another class makes the denominator smaller, and so the share larger. */
static void warn_of_correction(struct md_sentence *sentence, const struct inquiry *inquiry)
{
    const struct md_argument *amounts = inquiry->argument[AMOUNTS];
    for (size_t i = 0; i < md_count(amounts); i++) {
        int class = MD_CLASSES;
        md_word_meaning(md_text_at(inquiry->argument[CLASSES], i), md_classes, &class);
        bool is_negative = md_status_of(amounts->cells[i]) == MD_OK && amounts->cells[i] < 0;
        if (!is_negative || is_asked(inquiry, class) || class > last_of_denominator(inquiry))
            continue;
        md_doubt(sentence);
        md_say_place(sentence, amounts, &names[AMOUNTS], i);
        md_say(sentence, " is een correctie van ", " is a correction of ");
        md_say_euros(sentence, amounts->cells[i]);
        md_say(sentence, " in een andere soort, en die maakt het deel groter",
               " in another class, which makes the share larger");
        return;
    }
}

enum md_status md_explain_inkind_share(const struct md_argument *arguments, struct md_sentence *sentence,
                                       struct md_memory *memory)
{
    const struct inquiry inquiry = read_inquiry(arguments);
    double share = 0;
    enum md_status status = share_of(&inquiry, &share);
    if (status != MD_OK) {
        say_wrong(sentence, &inquiry, status);
        return status;
    }
    md_say_either(sentence, class_names[inquiry.asked]);
    md_append(sentence, " ");
    md_say_exact_euros(sentence, sum_of_asked(&inquiry));
    md_say(sentence, " van ", " of ");
    say_denominator(sentence, &inquiry);
    md_append(sentence, " (");
    md_say_share(sentence, sum_of_asked(&inquiry), sum_of_denominator(&inquiry));
    md_say(sentence, "); naar soort: ", "); by class: ");
    say_classes(sentence, &inquiry);
    if (share > 1) {
        md_doubt(sentence);
        md_say(sentence, "dit is meer dan de noemer", "this is more than the denominator");
    }
    warn_of_correction(sentence, &inquiry);
    bool warned = md_warn_of_totals(sentence, inquiry.argument[AMOUNTS], &names[AMOUNTS], memory);
    return warned ? status : MD_MEMORY;
}
