// SPDX-License-Identifier: EUPL-1.2
/* A subsidy ceiling; subsidy.h is the manual. */
#include "subsidy.h"
#include "../base/select.h"

/* ---- Granting ------------------------------------------------------------------------------------------------ */

static int compare_ranks(const void *context, size_t a, size_t b)
{
    const struct md_requests *requests = context;
    double one = requests->rank[a], other = requests->rank[b];
    return (one > other) - (one < other);
}

static bool is_known(double cell)
{
    return md_status_of(cell) == MD_OK;
}

enum md_status md_grant(const struct md_requests *requests, double *granted, struct md_memory *memory)
{
    size_t n = requests->n;
    struct md_exact left = requests->ceiling, wanted;
    size_t *turn = md_take(memory, n, 2 * sizeof *turn);
    if (turn == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < n; i++)
        turn[i] = i;
    if (requests->rank != NULL)
        md_sort(turn, turn + n, n, compare_ranks, requests);
    bool certain = true;
    for (size_t t = 0; t < n; t++) {
        size_t i = turn[t];
        double eligible = requests->eligible == NULL ? 1 : requests->eligible[i];
        bool known = md_exact_cell(requests->requested[i], &wanted) == MD_OK;
        granted[i] = 0;
        if (eligible == 0 || (known && md_sign(wanted) == 0) || (certain && md_sign(left) == 0))
            continue;
        certain = certain && known && is_known(eligible);
        if (!certain) {
            granted[i] = md_cell(MD_UNKNOWN);
        } else if (md_compared(wanted, left) <= 0) {
            granted[i] = requests->requested[i];
            left = md_minus(left, wanted);
        } else {
            md_nearest(left, &granted[i]);
            left = md_exact_of(0, 0);
        }
    }
    return MD_OK;
}

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

/* One request's cell of `eligible`, as 1, 0 or MD_UNKNOWN. */
static enum md_status read_eligible(const struct md_argument *argument, size_t cell, double *eligible)
{
    bool yes = true;
    enum md_status status = md_yes_or_no(argument, cell, &yes);
    bool unknown = status == MD_BLANK || status == MD_UNKNOWN;
    *eligible = unknown ? md_cell(MD_UNKNOWN) : yes;
    return unknown ? MD_OK : status;
}

/* The requests that are there, gathered from the ranges. */
struct gathered {
    double *requested, *eligible, *rank;
    size_t *place;
    size_t n;
};

static enum md_status gather(const struct md_argument *arguments, struct gathered *all)
{
    const struct md_argument *requested = &arguments[1], *eligible = &arguments[2], *rank = &arguments[3];
    enum md_status worst = MD_OK;
    for (size_t i = 0; i < md_count(requested); i++) {
        struct md_exact euros;
        enum md_status status = md_exact_cell(requested->cells[i], &euros);
        size_t n = all->n;
        if (status == MD_BLANK)
            continue;
        all->place[n] = i;
        all->requested[n] = requested->cells[i];
        if (status != MD_UNKNOWN)
            worst = md_worst(worst, md_sign(euros) < 0 ? MD_DOMAIN : status);
        all->eligible[n] = 1;
        if (eligible->shape != MD_LEFT_OUT)
            worst = md_worst(worst, read_eligible(eligible, i, &all->eligible[n]));
        all->rank[n] = 0;
        if (rank->shape != MD_LEFT_OUT && all->eligible[n] != 0) {
            all->rank[n] = rank->cells[i];
            status = md_status_of(all->rank[n]);
            worst = md_worst(worst, status == MD_BLANK ? MD_UNKNOWN : status);
        }
        all->n++;
    }
    return worst;
}

static bool shaped_like(const struct md_argument *argument, const struct md_argument *requested)
{
    return argument->shape == MD_LEFT_OUT || md_same_shape(argument, requested);
}

/* Everybody shows `status`, except who is not eligible and gets 0 when nothing but knowledge is missing. */
static void grant_nobody(const struct gathered *all, enum md_status status, double *granted)
{
    for (size_t i = 0; i < all->n; i++)
        granted[i] = status == MD_UNKNOWN && all->eligible[i] == 0 ? 0 : md_cell(status);
}

void md_allocate_subsidy(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments, *requested = &arguments[1];
    size_t cells = md_count(requested), position;
    if (cells == 0 || !shaped_like(&arguments[2], requested) || !shaped_like(&arguments[3], requested)) {
        md_return_status(call, MD_ARGUMENT);
        return;
    }
    double *numbers = md_take(call->memory, cells, 4 * sizeof *numbers);
    size_t *place = md_take(call->memory, cells, sizeof *place);
    double *result = numbers == NULL || place == NULL ? NULL : md_return_matrix(call, requested->rows, requested->columns);
    if (result == NULL) {
        md_return_status(call, MD_MEMORY);
        return;
    }
    struct gathered all = {numbers, numbers + cells, numbers + 2 * cells, place, 0};
    double *granted = numbers + 3 * cells;
    struct md_exact ceiling;
    enum md_status status = md_one_exact(&arguments[0], &ceiling);
    if (md_sign(ceiling) < 0)
        status = MD_DOMAIN;
    status = md_worst(status, gather(arguments, &all));
    status = md_worst(status, md_optional_position(&arguments[4], cells, &position));
    const struct md_requests requests = {ceiling, all.n, all.requested, all.eligible,
                                         arguments[3].shape == MD_LEFT_OUT ? NULL : all.rank};
    if (status == MD_OK)
        status = md_grant(&requests, granted, call->memory);
    if (status == MD_MEMORY) {
        md_return_status(call, status);
        return;
    }
    if (status != MD_OK)
        grant_nobody(&all, status, granted);
    for (size_t i = 0; i < cells; i++)
        result[i] = md_cell(MD_BLANK);
    for (size_t i = 0; i < all.n; i++)
        result[all.place[i]] = granted[i];
    call->result->has_blanks = all.n < cells;
    if (arguments[4].shape == MD_LEFT_OUT)
        return;
    if (position > 0)
        md_return_number(call, result[position - 1]);
    else
        md_return_status(call, status);
}
