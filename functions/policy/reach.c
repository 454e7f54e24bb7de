// SPDX-License-Identifier: EUPL-1.2
/* Reach, its coverage and its gap; reach.h is the manual. */
#include "reach.h"
#include "../base/doubts.h"
#include "norms.h"

enum { REACHED, TARGET, OVERLAP, AMBITION, NAMES };

static const struct md_name names[NAMES] = {
    [REACHED] = {.name = {"het aantal bereikte kinderen", "the number of children reached"}, .is_range = true},
    [TARGET] = {.name = {"de doelgroep", "the target group"}, .is_range = true},
    [OVERLAP] = {.name = {"het aantal dubbel getelde kinderen", "the number of children counted twice"}},
    [AMBITION] = {.name = {"de ambitie", "the ambition"},
                  .words = {"een getal van 0 tot 1, of een ambitie zoals bereik_werkend",
                            "a number from 0 to 1, or an ambition such as reach_working"}}};

static const struct md_bilingual other_shape = {" moet één getal zijn, of dezelfde vorm hebben als de bereikte kinderen",
                                                " must be one number, or have the shape of the children reached"};
static const struct md_bilingual same_shape = {" moet dezelfde vorm hebben als de bereikte kinderen",
                                               " must have the shape of the children reached"};
static const struct md_bilingual no_overlap = {" gaat alleen samen met één doelgroep", " goes with one target group alone"};
static const struct md_bilingual too_many_twice = {" is meer dan er kinderen zijn bereikt: ",
                                                   " is more than the children reached: "};
static const struct md_bilingual one_place = {"plaats", "place"}, places = {"plaatsen", "places"};
static const struct md_bilingual one_child = {"kind", "child"}, children = {"kinderen", "children"};

/* A number of children in a cell: MD_OK, MD_BLANK, MD_UNKNOWN, or what is wrong with it. */
static enum md_status children_in(double cell, struct md_exact *number)
{
    enum md_status status = md_exact_cell(cell, number);
    return status == MD_OK && md_sign(*number) < 0 ? MD_DOMAIN : status;
}

/* Notes what is wrong in a range; a number that is not known is not wrong. */
static void note_wrong_cells(struct md_cause *cause, const double *cells, size_t n, size_t parameter)
{
    struct md_exact number;
    for (size_t i = 0; i < n; i++) {
        enum md_status status = children_in(cells[i], &number);
        if (status > MD_UNKNOWN)
            md_note(cause, status, parameter, i, NULL);
    }
}

void md_reach_of_places(const double *reached, const double *target, size_t n, struct md_reach *reach, struct md_cause *cause)
{
    struct md_exact some, group;
    *reach = (struct md_reach){.known = 0};
    note_wrong_cells(cause, reached, n, REACHED);
    note_wrong_cells(cause, target, n, TARGET);
    for (size_t i = 0; i < n; i++) {
        enum md_status one = children_in(reached[i], &some), other = children_in(target[i], &group);
        if (one == MD_BLANK && other == MD_BLANK)
            continue;
        reach->places++;
        if (one == MD_OK && other == MD_OK) {
            reach->reached = md_plus(reach->reached, some);
            reach->target = md_plus(reach->target, group);
            reach->known++;
        } else if (reach->places - reach->known == 1) {
            reach->unknown = i;
        }
    }
}

void md_reach_of_providers(const double *reached, size_t n, struct md_reach *reach, struct md_cause *cause)
{
    struct md_exact some;
    *reach = (struct md_reach){.known = 1};
    for (size_t i = 0; i < n; i++) {
        enum md_status status = children_in(reached[i], &some);
        if (status == MD_BLANK)
            continue;
        md_note(cause, status, REACHED, i, NULL);
        if (status == MD_OK)
            reach->reached = md_plus(reach->reached, some);
        reach->places++;
    }
    if (reach->places == 0)
        md_note(cause, MD_UNKNOWN, REACHED, 0, NULL);
}

struct md_exact md_children_to_reach(const struct md_reach *reach, struct md_exact ambition)
{
    struct md_exact missing = md_minus(md_times(ambition, reach->target), reach->reached);
    return md_sign(missing) > 0 ? md_rounded_up(missing) : md_exact_of(0, 0);
}

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

/* What a reach formula was asked, in either of its two forms. */
struct inquiry {
    const struct md_argument *argument[NAMES];
    struct md_reach reach;
    struct md_exact twice, ambition;
    bool by_place;
    struct md_cause cause;
};

/* The children of one argument. */
static void read_children(struct inquiry *inquiry, size_t parameter, struct md_exact *number)
{
    enum md_status status = md_one_exact(inquiry->argument[parameter], number);
    md_note(&inquiry->cause, status == MD_OK && md_sign(*number) < 0 ? MD_DOMAIN : status, parameter, 0, NULL);
}

/* Can the arguments belong together? Notes why not. */
static bool have_fitting_shapes(struct inquiry *inquiry)
{
    const struct md_argument *reached = inquiry->argument[REACHED], *target = inquiry->argument[TARGET];
    bool has_overlap = inquiry->argument[OVERLAP]->shape != MD_LEFT_OUT;
    inquiry->by_place = md_same_shape(reached, target);
    if (md_count(reached) == 0)
        md_note(&inquiry->cause, MD_ARGUMENT, REACHED, 0, NULL);
    else if (!inquiry->by_place && md_count(target) != 1)
        md_note(&inquiry->cause, MD_ARGUMENT, TARGET, 0, &other_shape);
    else if (has_overlap && inquiry->by_place && md_count(target) > 1)
        md_note(&inquiry->cause, MD_ARGUMENT, OVERLAP, 0, &no_overlap);
    return inquiry->cause.status == MD_OK;
}

/* Which of the two is not known in the first place where one is not. */
static size_t first_unknown(const struct inquiry *inquiry)
{
    return md_status_of(inquiry->argument[REACHED]->cells[inquiry->reach.unknown]) == MD_OK ? TARGET : REACHED;
}

static void read_reach(struct inquiry *inquiry)
{
    const struct md_argument *reached = inquiry->argument[REACHED], *target = inquiry->argument[TARGET];
    struct md_reach *reach = &inquiry->reach;
    inquiry->twice = md_exact_of(0, 0);
    if (!have_fitting_shapes(inquiry))
        return;
    if (inquiry->by_place) {
        md_reach_of_places(reached->cells, target->cells, md_count(reached), reach, &inquiry->cause);
    } else {
        md_reach_of_providers(reached->cells, md_count(reached), reach, &inquiry->cause);
        read_children(inquiry, TARGET, &reach->target);
    }
    if (inquiry->argument[OVERLAP]->shape != MD_LEFT_OUT)
        read_children(inquiry, OVERLAP, &inquiry->twice);
    if (reach->known == 0)
        md_note(&inquiry->cause, MD_UNKNOWN, first_unknown(inquiry), reach->unknown, NULL);
    reach->reached = md_minus(reach->reached, inquiry->twice);
    if (inquiry->cause.status == MD_OK && md_sign(reach->reached) < 0)
        md_note(&inquiry->cause, MD_DOMAIN, OVERLAP, 0, &too_many_twice);
}

static struct inquiry inquiry_of(const struct md_argument *reached, const struct md_argument *target,
                                 const struct md_argument *overlap, const struct md_argument *ambition)
{
    return (struct inquiry){.argument = {reached, target, overlap, ambition}, .cause = {.status = MD_OK}};
}

static enum md_status read_reach_pct(const struct md_argument *arguments, struct inquiry *inquiry, double *share)
{
    *inquiry = inquiry_of(&arguments[0], &arguments[1], &arguments[2], &md_left_out);
    read_reach(inquiry);
    enum md_status status = inquiry->cause.status;
    return status == MD_OK ? md_quotient(inquiry->reach.reached, inquiry->reach.target, share) : status;
}

static enum md_status read_reach_coverage(const struct md_argument *arguments, struct inquiry *inquiry)
{
    const struct md_argument *reached = &arguments[0], *target = &arguments[1];
    struct md_cause *cause = &inquiry->cause;
    *inquiry = inquiry_of(reached, target, &md_left_out, &md_left_out);
    if (md_count(reached) == 0 || !md_same_shape(reached, target))
        md_note(cause, MD_ARGUMENT, md_count(reached) == 0 ? REACHED : TARGET, 0, &same_shape);
    else
        md_reach_of_places(reached->cells, target->cells, md_count(reached), &inquiry->reach, cause);
    return cause->status == MD_OK && inquiry->reach.places == 0 ? MD_ZERO_DIVISION : cause->status;
}

static enum md_status read_reach_gap(const struct md_argument *arguments, struct inquiry *inquiry, double *number)
{
    *inquiry = inquiry_of(&arguments[0], &arguments[1], &md_left_out, &arguments[2]);
    read_reach(inquiry);
    md_share_or_norm(&arguments[2], &inquiry->ambition, &inquiry->cause, AMBITION);
    enum md_status status = inquiry->cause.status;
    return status == MD_OK ? md_nearest(md_children_to_reach(&inquiry->reach, inquiry->ambition), number) : status;
}

/* ---- Formulas ------------------------------------------------------------------------------------------------ */

void md_reach_pct(struct md_call *call)
{
    struct inquiry inquiry;
    double share = 0;
    enum md_status status = read_reach_pct(call->arguments, &inquiry, &share);
    md_return_number(call, status == MD_OK ? share : md_cell(status));
}

void md_reach_coverage(struct md_call *call)
{
    struct inquiry inquiry;
    enum md_status status = read_reach_coverage(call->arguments, &inquiry);
    const struct md_reach *reach = &inquiry.reach;
    md_return_number(call, status == MD_OK ? (double)reach->known / (double)reach->places : md_cell(status));
}

void md_reach_gap(struct md_call *call)
{
    struct inquiry inquiry;
    double number = 0;
    enum md_status status = read_reach_gap(call->arguments, &inquiry, &number);
    md_return_number(call, status == MD_OK ? number : md_cell(status));
}

/* ---- Explanations -------------------------------------------------------------------------------------------- */

static void say_children(struct md_sentence *sentence, struct md_exact number)
{
    md_say_exact(sentence, number);
    md_append(sentence, " ");
    md_say_either(sentence, md_compared(number, md_exact_of(1, 0)) == 0 ? one_child : children);
}

/* "in 2 van de 3 plaatsen; cel 2 van de doelgroep is onbekend: '?'; 1 lege plaats telt niet mee" */
static void say_places(struct md_sentence *sentence, const struct inquiry *inquiry)
{
    const struct md_reach *reach = &inquiry->reach;
    size_t blank = md_count(inquiry->argument[REACHED]) - reach->places;
    md_say_number(sentence, (double)reach->known);
    md_say(sentence, " van de ", " of the ");
    md_say_count(sentence, reach->places, one_place, places);
    if (reach->known < reach->places) {
        const struct md_cause unknown = {MD_UNKNOWN, first_unknown(inquiry), reach->unknown, NULL};
        md_append(sentence, "; ");
        md_say_cause(sentence, &unknown, inquiry->argument[unknown.parameter], &names[unknown.parameter]);
    }
    if (blank > 0) {
        md_append(sentence, "; ");
        md_say_number(sentence, (double)blank);
        if (blank == 1)
            md_say(sentence, " lege plaats telt niet mee", " empty place does not count");
        else
            md_say(sentence, " lege plaatsen tellen niet mee", " empty places do not count");
    }
}

static void say_providers(struct md_sentence *sentence, const struct inquiry *inquiry)
{
    static const struct md_bilingual one = {"aanbieder bereikte ", "provider reached "};
    static const struct md_bilingual many = {"aanbieders bereikten samen ", "providers together reached "};
    md_say_count(sentence, inquiry->reach.places, one, many);
    say_children(sentence, md_plus(inquiry->reach.reached, inquiry->twice));
    if (md_sign(inquiry->twice) != 0) {
        md_say(sentence, ", van wie ", ", of whom ");
        md_say_exact(sentence, inquiry->twice);
        md_say(sentence, " dubbel geteld", " counted twice");
    }
    md_append(sentence, ": ");
}

/* "120 van 250 kinderen bereikt (48%)", and over how many places. */
static void say_reach(struct md_sentence *sentence, const struct inquiry *inquiry)
{
    const struct md_reach *reach = &inquiry->reach;
    if (!inquiry->by_place)
        say_providers(sentence, inquiry);
    md_say_exact(sentence, reach->reached);
    md_say(sentence, " van ", " of ");
    say_children(sentence, reach->target);
    md_say(sentence, " bereikt", " reached");
    if (md_sign(reach->target) > 0) {
        md_append(sentence, " (");
        md_say_share(sentence, reach->reached, reach->target);
        md_append(sentence, ")");
    }
    if (inquiry->by_place && md_count(inquiry->argument[REACHED]) > 1) {
        md_say(sentence, ", in ", ", in ");
        say_places(sentence, inquiry);
    }
}

static bool warn(struct md_sentence *sentence, const struct inquiry *inquiry, struct md_memory *memory)
{
    if (md_compared(inquiry->reach.reached, inquiry->reach.target) > 0) {
        md_doubt(sentence);
        md_say(sentence, "meer dan 100%: er zijn kinderen dubbel geteld, of de doelgroep is te klein",
               "more than 100%: children are counted twice, or the target group is too small");
    }
    for (size_t i = REACHED; i <= TARGET; i++) {
        const struct md_argument *range = inquiry->argument[i];
        if (!md_warn_of_fraction(sentence, range, &names[i], memory) || !md_warn_of_totals(sentence, range, &names[i], memory))
            return false;
    }
    return true;
}

static void say_wrong(struct md_sentence *sentence, const struct inquiry *inquiry, enum md_status status)
{
    const struct md_cause *cause = &inquiry->cause;
    bool none = cause->status == MD_UNKNOWN && inquiry->by_place && inquiry->reach.places > 1 && inquiry->reach.known == 0;
    if (cause->status != MD_OK)
        md_say_cause(sentence, cause, inquiry->argument[cause->parameter], &names[cause->parameter]);
    if (none)
        md_say(sentence, "; in geen enkele plaats zijn beide getallen bekend", "; in no place are both numbers known");
    if (cause->status != MD_OK)
        return;
    if (status == MD_ZERO_DIVISION)
        md_say(sentence, "de doelgroep is 0: er is niets om mee te vergelijken",
               "the target group is 0: there is nothing to compare with");
    else
        md_say_beyond(sentence);
}

enum md_status md_explain_reach_pct(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    struct inquiry inquiry;
    double share = 0;
    enum md_status status = read_reach_pct(arguments, &inquiry, &share);
    if (status != MD_OK) {
        say_wrong(sentence, &inquiry, status);
        return status;
    }
    say_reach(sentence, &inquiry);
    return warn(sentence, &inquiry, memory) ? status : MD_MEMORY;
}

enum md_status md_explain_reach_coverage(const struct md_argument *arguments, struct md_sentence *sentence,
                                         struct md_memory *memory)
{
    struct inquiry inquiry;
    enum md_status status = read_reach_coverage(arguments, &inquiry);
    (void)memory;
    if (status == MD_ZERO_DIVISION)
        md_say(sentence, "er is geen enkele plaats: alle cellen zijn leeg", "there is no place: every cell is empty");
    else if (status != MD_OK)
        say_wrong(sentence, &inquiry, status);
    if (status != MD_OK)
        return status;
    md_say(sentence, "beide getallen zijn bekend in ", "both numbers are known in ");
    say_places(sentence, &inquiry);
    return status;
}

enum md_status md_explain_reach_gap(const struct md_argument *arguments, struct md_sentence *sentence, struct md_memory *memory)
{
    const struct md_exact one = md_exact_of(1, 0);
    struct inquiry inquiry;
    double number = 0;
    enum md_status status = read_reach_gap(arguments, &inquiry, &number);
    if (status != MD_OK) {
        say_wrong(sentence, &inquiry, status);
        return status;
    }
    say_reach(sentence, &inquiry);
    md_say(sentence, "; de ambitie van ", "; the ambition of ");
    md_say_share(sentence, inquiry.ambition, one);
    if (number == 0) {
        md_say(sentence, " is gehaald", " is met");
    } else {
        md_say(sentence, " vraagt nog ", " takes another ");
        say_children(sentence, md_children_to_reach(&inquiry.reach, inquiry.ambition));
    }
    return warn(sentence, &inquiry, memory) ? status : MD_MEMORY;
}
