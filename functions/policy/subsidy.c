// SPDX-License-Identifier: EUPL-1.2
/* A subsidy ceiling; subsidy.h is the manual. */
#include "subsidy.h"
#include "../base/decimal.h"
#include "../base/select.h"
#include "../base/wide.h"

enum { MOST_DECIMALS = 15 };

static const struct md_word yes_or_no[] = {{"ja", 1}, {"yes", 1},    {"waar", 1},  {"true", 1}, {"nee", 0},
                                           {"no", 0}, {"onwaar", 0}, {"false", 0}, {NULL, 0}};

/* ---- Granting ------------------------------------------------------------------------------------------------ */

/* Euros as integers of 10^-MOST_DECIMALS; false for more decimals. */
static bool scale(double euros, md_wide *scaled)
{
    struct md_decimal decimal;
    if (!md_decimal_of(euros, &decimal) || decimal.decimals > MOST_DECIMALS)
        return false;
    *scaled = (md_wide)(uint64_t)decimal.digits * md_power_of_ten(MOST_DECIMALS - decimal.decimals);
    return true;
}

/* Scaled euros as the nearest double or the one beside it: trailing zeros are taken off first, which leaves money exact. */
static double unscale(md_wide scaled)
{
    int decimals = MOST_DECIMALS;
    while (decimals > 0 && scaled % 10 == 0) {
        scaled /= 10;
        decimals--;
    }
    return (double)scaled / (double)md_power_of_ten(decimals);
}

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
    md_wide left, wanted;
    size_t *turn = md_take(memory, n, 2 * sizeof *turn);
    if (turn == NULL)
        return MD_MEMORY;
    if (!scale(requests->ceiling, &left))
        return MD_DOMAIN;
    for (size_t i = 0; i < n; i++)
        turn[i] = i;
    if (requests->rank != NULL)
        md_sort(turn, turn + n, n, compare_ranks, requests);
    bool certain = true;
    for (size_t t = 0; t < n; t++) {
        size_t i = turn[t];
        double eligible = requests->eligible == NULL ? 1 : requests->eligible[i];
        bool known = is_known(requests->requested[i]);
        if (known && !scale(requests->requested[i], &wanted))
            return MD_DOMAIN;
        granted[i] = 0;
        if (eligible == 0 || (known && wanted == 0) || (certain && left == 0))
            continue;
        certain = certain && known && is_known(eligible);
        if (!certain) {
            granted[i] = md_cell(MD_UNKNOWN);
        } else if (wanted <= left) {
            granted[i] = requests->requested[i];
            left -= wanted;
        } else {
            granted[i] = unscale(left);
            left = 0;
        }
    }
    return MD_OK;
}

/* ---- Reading arguments --------------------------------------------------------------------------------------- */

/* One request's cell of `eligible`, as 1, 0 or MD_UNKNOWN. */
static enum md_status read_eligible(const struct md_argument *argument, size_t cell, double *eligible)
{
    int meaning;
    enum md_status status = md_status_of(argument->cells[cell]);
    if (status == MD_BLANK || status == MD_UNKNOWN) {
        *eligible = md_cell(MD_UNKNOWN);
        return MD_OK;
    }
    if (status == MD_TEXT && md_word_meaning(md_text_at(argument, cell), yes_or_no, &meaning)) {
        *eligible = meaning;
        return MD_OK;
    }
    *eligible = argument->cells[cell];
    if (status == MD_TEXT)
        return MD_ARGUMENT;
    return status == MD_OK && *eligible != 0 && *eligible != 1 ? MD_DOMAIN : status;
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
        enum md_status status = md_status_of(requested->cells[i]);
        size_t n = all->n;
        if (status == MD_BLANK)
            continue;
        all->place[n] = i;
        all->requested[n] = requested->cells[i];
        if (status != MD_UNKNOWN)
            worst = md_worst(worst, status == MD_OK && all->requested[n] < 0 ? MD_DOMAIN : status);
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
    double *granted = numbers + 3 * cells, ceiling = 0;
    enum md_status status = md_one_number(&arguments[0], &ceiling);
    if (status == MD_OK && ceiling < 0)
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
