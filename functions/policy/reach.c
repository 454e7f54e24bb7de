// SPDX-License-Identifier: EUPL-1.2
/* Reach, its coverage and its gap; reach.h is the manual. */
#include "reach.h"
#include "norms.h"

static const struct md_reach nobody = {.known = 0};

/* A number of children in a cell: MD_OK, MD_BLANK, MD_UNKNOWN, or what is wrong with it. */
static enum md_status children_in(double cell, struct md_exact *children)
{
    enum md_status status = md_exact_cell(cell, children);
    return status == MD_OK && md_sign(*children) < 0 ? MD_DOMAIN : status;
}

enum md_status md_reach_of_places(const double *reached, const double *target, size_t n, struct md_reach *reach)
{
    struct md_exact some, group;
    enum md_status wrong = MD_OK;
    *reach = nobody;
    for (size_t i = 0; i < n; i++) {
        enum md_status one = children_in(reached[i], &some), other = children_in(target[i], &group);
        enum md_status both = md_worst(one, other);
        reach->places += one != MD_BLANK || other != MD_BLANK;
        if (both > MD_UNKNOWN)
            wrong = md_worst(wrong, both);
        if (both != MD_OK)
            continue;
        reach->reached = md_plus(reach->reached, some);
        reach->target = md_plus(reach->target, group);
        reach->known++;
    }
    return wrong;
}

enum md_status md_reach_of_providers(const double *reached, size_t n, struct md_reach *reach)
{
    struct md_exact some;
    enum md_status wrong = MD_OK;
    *reach = nobody;
    for (size_t i = 0; i < n; i++) {
        enum md_status status = children_in(reached[i], &some);
        if (status == MD_BLANK)
            continue;
        wrong = md_worst(wrong, status);
        if (status == MD_OK)
            reach->reached = md_plus(reach->reached, some);
        reach->places++;
    }
    reach->known = 1;
    return reach->places == 0 ? MD_UNKNOWN : wrong;
}

struct md_exact md_children_to_reach(const struct md_reach *reach, struct md_exact ambition)
{
    struct md_exact missing = md_minus(md_times(ambition, reach->target), reach->reached);
    return md_sign(missing) > 0 ? md_rounded_up(missing) : md_exact_of(0, 0);
}

/* The children of one argument. */
static enum md_status read_children(const struct md_argument *argument, struct md_exact *children)
{
    enum md_status status = md_one_exact(argument, children);
    return status == MD_OK && md_sign(*children) < 0 ? MD_DOMAIN : status;
}

/* The children of a reach formula, from either of its two forms. */
static enum md_status read_reach(const struct md_argument *reached, const struct md_argument *target,
                                 const struct md_argument *overlap, struct md_reach *reach)
{
    enum md_status status, twice_status = MD_OK;
    struct md_exact twice = md_exact_of(0, 0);
    bool has_overlap = overlap->shape != MD_LEFT_OUT;
    bool places = md_same_shape(reached, target);
    if (md_count(reached) == 0 || (!places && md_count(target) != 1) || (has_overlap && places && md_count(target) > 1))
        return MD_ARGUMENT;
    if (has_overlap)
        twice_status = read_children(overlap, &twice);
    if (places) {
        status = md_reach_of_places(reached->cells, target->cells, md_count(reached), reach);
    } else {
        status = md_reach_of_providers(reached->cells, md_count(reached), reach);
        status = md_worst(status, read_children(target, &reach->target));
    }
    status = md_worst(status, twice_status);
    if (status == MD_OK && reach->known == 0)
        status = MD_UNKNOWN;
    reach->reached = md_minus(reach->reached, twice);
    return status == MD_OK && md_sign(reach->reached) < 0 ? MD_DOMAIN : status;
}

void md_reach_pct(struct md_call *call)
{
    struct md_reach reach;
    double share = 0;
    const struct md_argument *arguments = call->arguments;
    enum md_status status = read_reach(&arguments[0], &arguments[1], &arguments[2], &reach);
    if (status == MD_OK)
        status = md_quotient(reach.reached, reach.target, &share);
    md_return_number(call, status == MD_OK ? share : md_cell(status));
}

void md_reach_coverage(struct md_call *call)
{
    struct md_reach reach = nobody;
    const struct md_argument *reached = &call->arguments[0], *target = &call->arguments[1];
    enum md_status status = MD_ARGUMENT;
    if (md_count(reached) > 0 && md_same_shape(reached, target))
        status = md_reach_of_places(reached->cells, target->cells, md_count(reached), &reach);
    if (status == MD_OK && reach.places == 0)
        status = MD_ZERO_DIVISION;
    md_return_number(call, status == MD_OK ? (double)reach.known / (double)reach.places : md_cell(status));
}

void md_reach_gap(struct md_call *call)
{
    struct md_reach reach;
    struct md_exact ambition;
    double children = 0;
    const struct md_argument *arguments = call->arguments;
    enum md_status status = read_reach(&arguments[0], &arguments[1], &md_left_out, &reach);
    status = md_worst(status, md_share_or_norm(&arguments[2], &ambition));
    if (status == MD_OK)
        status = md_nearest(md_children_to_reach(&reach, ambition), &children);
    md_return_number(call, status == MD_OK ? children : md_cell(status));
}
