// SPDX-License-Identifier: EUPL-1.2
/* Reach, its coverage and its gap; reach.h is the manual. */
#include "reach.h"
#include "norms.h"

#include <math.h>

/* A number of children in a cell: MD_OK, MD_BLANK, MD_UNKNOWN, or what is wrong with it. */
static enum md_status children_in(double cell)
{
    enum md_status status = md_status_of(cell);
    return status == MD_OK && cell < 0 ? MD_DOMAIN : status;
}

enum md_status md_reach_of_places(const double *reached, const double *target, size_t n, struct md_reach *reach)
{
    enum md_status wrong = MD_OK;
    *reach = (struct md_reach){0, 0, 0, 0};
    for (size_t i = 0; i < n; i++) {
        enum md_status one = children_in(reached[i]), other = children_in(target[i]), both = md_worst(one, other);
        reach->places += one != MD_BLANK || other != MD_BLANK;
        if (both > MD_UNKNOWN)
            wrong = md_worst(wrong, both);
        if (both != MD_OK)
            continue;
        reach->reached += reached[i];
        reach->target += target[i];
        reach->known++;
    }
    return wrong;
}

enum md_status md_reach_of_providers(const double *reached, size_t n, struct md_reach *reach)
{
    enum md_status wrong = MD_OK;
    *reach = (struct md_reach){0, 0, 0, 0};
    for (size_t i = 0; i < n; i++) {
        enum md_status status = children_in(reached[i]);
        if (status == MD_BLANK)
            continue;
        wrong = md_worst(wrong, status);
        if (status == MD_OK)
            reach->reached += reached[i];
        reach->places++;
    }
    reach->known = 1;
    return reach->places == 0 ? MD_UNKNOWN : wrong;
}

double md_children_to_reach(const struct md_reach *reach, double ambition)
{
    double missing = ambition * reach->target - reach->reached;
    /* 7% of 100 children is 7 children, though 0.07 × 100 is a little more in binary. */
    double whole = rint(missing);
    if (fabs(missing - whole) > 1e-9 * (1 + reach->target))
        whole = ceil(missing);
    return whole > 0 ? whole : 0;
}

/* The children of a reach formula, from either of its two forms. */
static enum md_status read_reach(const struct md_argument *reached, const struct md_argument *target,
                                 const struct md_argument *overlap, struct md_reach *reach)
{
    enum md_status status, twice_status = MD_OK;
    double twice = 0;
    bool has_overlap = overlap->shape != MD_LEFT_OUT;
    bool places = md_same_shape(reached, target);
    if (md_count(reached) == 0 || (!places && md_count(target) != 1) || (has_overlap && places && md_count(target) > 1))
        return MD_ARGUMENT;
    if (has_overlap) {
        twice_status = md_one_number(overlap, &twice);
        if (twice_status == MD_OK && twice < 0)
            twice_status = MD_DOMAIN;
    }
    if (places) {
        status = md_reach_of_places(reached->cells, target->cells, md_count(reached), reach);
    } else {
        status = md_reach_of_providers(reached->cells, md_count(reached), reach);
        enum md_status group = md_one_number(target, &reach->target);
        if (group == MD_OK && reach->target < 0)
            group = MD_DOMAIN;
        status = md_worst(status, group);
    }
    status = md_worst(status, twice_status);
    if (isinf(reach->reached) || isinf(reach->target))
        status = md_worst(status, MD_DOMAIN);
    if (status == MD_OK && reach->known == 0)
        status = MD_UNKNOWN;
    if (status == MD_OK && twice > reach->reached)
        status = MD_DOMAIN;
    reach->reached -= twice;
    return status;
}

void md_reach_pct(struct md_call *call)
{
    struct md_reach reach;
    const struct md_argument *arguments = call->arguments;
    enum md_status status = read_reach(&arguments[0], &arguments[1], &arguments[2], &reach);
    if (status == MD_OK && reach.target == 0)
        status = MD_ZERO_DIVISION;
    md_return_number(call, status == MD_OK ? reach.reached / reach.target : md_cell(status));
}

void md_reach_coverage(struct md_call *call)
{
    struct md_reach reach = {0, 0, 0, 0};
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
    double ambition = 0;
    const struct md_argument *arguments = call->arguments;
    enum md_status status = read_reach(&arguments[0], &arguments[1], &md_left_out, &reach);
    status = md_worst(status, md_share_or_norm(&arguments[2], &ambition));
    md_return_number(call, status == MD_OK ? md_children_to_reach(&reach, ambition) : md_cell(status));
}
