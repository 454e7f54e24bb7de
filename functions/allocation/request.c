// SPDX-License-Identifier: EUPL-1.2
/* Reading the arguments of the ALLOCATE_DU family; request.h is the manual. */
#include "request.h"

#include <math.h>

const struct md_word md_methods[] = {{"grootste rest", MD_LARGEST_REMAINDER},
                                     {"largest remainder", MD_LARGEST_REMAINDER},
                                     {"hamilton", MD_LARGEST_REMAINDER},
                                     {"grootste overschotten", MD_LARGEST_REMAINDER},
                                     {"hare-niemeyer", MD_LARGEST_REMAINDER},
                                     {"sainte-lague", MD_SAINTE_LAGUE},
                                     {"webster", MD_SAINTE_LAGUE},
                                     {"d'hondt", MD_DHONDT},
                                     {"dhondt", MD_DHONDT},
                                     {"jefferson", MD_DHONDT},
                                     {"grootste gemiddelden", MD_DHONDT},
                                     {"adams", MD_ADAMS},
                                     {"afgerond", MD_ROUNDED},
                                     {"rounded", MD_ROUNDED},
                                     {NULL, 0}};

const struct md_name md_subjects[MD_SUBJECTS] = {
    [MD_SUBJECT_TOTAL] = {.name = {"het totaal", "the total"}},
    [MD_SUBJECT_KEY] = {.name = {"de sleutel", "the key"}, .is_range = true, .is_subject = true},
    [MD_SUBJECT_POSITION] = {.name = {"de positie", "the position"}},
    [MD_SUBJECT_UNIT] = {.name = {"de eenheid", "the unit"}},
    [MD_SUBJECT_METHOD] = {.name = {"de methode", "the method"},
                           .words = {"grootste rest, sainte-laguë, d'hondt, adams of afgerond",
                                     "largest remainder, sainte-laguë, d'hondt, adams or rounded"}},
    [MD_SUBJECT_MINIMUM] = {.name = {"het minimum", "the minimum"}, .is_range = true},
    [MD_SUBJECT_MAXIMUM] = {.name = {"het maximum", "the maximum"}, .is_range = true},
    [MD_SUBJECT_ORDER] = {.name = {"de volgorde", "the order"}, .is_range = true}};

const enum md_subject md_of_allocate_du[] = {MD_SUBJECT_TOTAL,  MD_SUBJECT_KEY,     MD_SUBJECT_POSITION, MD_SUBJECT_UNIT,
                                             MD_SUBJECT_METHOD, MD_SUBJECT_MINIMUM, MD_SUBJECT_MAXIMUM,  MD_SUBJECT_ORDER};
const enum md_subject md_of_steps[] = {MD_SUBJECT_TOTAL, MD_SUBJECT_KEY, MD_SUBJECT_UNIT};
const enum md_subject md_of_check[] = {MD_SUBJECT_TOTAL,   MD_SUBJECT_KEY,     MD_SUBJECT_UNIT, MD_SUBJECT_METHOD,
                                       MD_SUBJECT_MINIMUM, MD_SUBJECT_MAXIMUM, MD_SUBJECT_ORDER};

static const struct md_bilingual other_shape = {" heeft een andere vorm dan de sleutel", " has another shape than the key"};
static const struct md_bilingual must_be_positive = {" moet groter dan 0 zijn en is ", " must be above 0 and is "};
static const struct md_bilingual no_position = {" is geen cel van de sleutel", " is no cell of the key"};

static void note(struct md_request *request, enum md_status status, enum md_subject subject, size_t cell)
{
    md_note(&request->cause, status, subject, cell, NULL);
}

/* ---- Key ----------------------------------------------------------------------------------------------------- */

/* Notes what is wrong in the key and counts the recipients. */
static size_t inspect_key(struct md_request *request)
{
    const struct md_argument *key = request->argument[MD_SUBJECT_KEY];
    size_t cells = md_count(key), blanks = 0;
    if (cells == 0)
        note(request, MD_ARGUMENT, MD_SUBJECT_KEY, 0);
    for (size_t i = 0; i < cells; i++) {
        double cell = key->cells[i];
        if (cell >= 0 && cell < HUGE_VAL)
            continue;
        enum md_status status = md_status_of(cell);
        if (status == MD_BLANK)
            blanks++;
        else
            note(request, status == MD_OK ? MD_DOMAIN : status, MD_SUBJECT_KEY, i);
    }
    return cells - blanks;
}

/* Sets the recipients' keys, and their places where cells are blank. */
static bool gather_key(struct md_request *request, size_t recipients, struct md_memory *memory)
{
    const struct md_argument *key = request->argument[MD_SUBJECT_KEY];
    request->allocation.n = recipients;
    request->allocation.key = key->cells;
    request->place = NULL;
    if (recipients == md_count(key) || recipients == 0)
        return true;
    double *gathered = md_take(memory, recipients, sizeof *gathered);
    size_t *place = md_take(memory, recipients, sizeof *place);
    if (gathered == NULL || place == NULL)
        return false;
    size_t recipient = 0;
    for (size_t i = 0; i < md_count(key); i++) {
        if (md_status_of(key->cells[i]) == MD_BLANK)
            continue;
        gathered[recipient] = key->cells[i];
        place[recipient++] = i;
    }
    request->allocation.key = gathered;
    request->place = place;
    return true;
}

/* ---- Bounds and order ---------------------------------------------------------------------------------------- */

/* The bound of every recipient, or NULL; `none` stands where a cell is blank (sentence 2). */
static const double *read_bound(struct md_request *request, enum md_subject subject, double none, struct md_memory *memory)
{
    const struct md_argument *argument = request->argument[subject];
    size_t n = request->allocation.n;
    double for_all = none;
    bool one = md_count(argument) == 1;
    if (argument->shape == MD_LEFT_OUT || n == 0)
        return NULL;
    if (one) {
        enum md_status status = md_one_number(argument, &for_all);
        note(request, status == MD_OK && for_all < 0 ? MD_DOMAIN : status, subject, 0);
    } else if (!md_same_shape(argument, request->argument[MD_SUBJECT_KEY])) {
        md_note(&request->cause, MD_ARGUMENT, subject, 0, &other_shape);
        return NULL;
    }
    double *bound = md_take(memory, n, sizeof *bound);
    if (bound == NULL) {
        note(request, MD_MEMORY, subject, 0);
        return NULL;
    }
    for (size_t i = 0; i < n; i++) {
        bound[i] = for_all;
        if (one)
            continue;
        size_t place = md_place(request, i);
        enum md_status status = md_status_of(argument->cells[place]);
        if (status == MD_OK)
            bound[i] = argument->cells[place];
        if (status != MD_BLANK)
            note(request, status == MD_OK && bound[i] < 0 ? MD_DOMAIN : status, subject, place);
    }
    return bound;
}

enum order_kind { ORDER_NUMBER, ORDER_TEXT, ORDER_BLANK };

static enum order_kind order_kind(double cell)
{
    switch (md_status_of(cell)) {
    case MD_OK:
        return ORDER_NUMBER;
    case MD_TEXT:
    case MD_UNKNOWN:
        return ORDER_TEXT;
    default:
        return ORDER_BLANK;
    }
}

/* Sentence 3; the context is the request. */
static int compare_orders(const void *context, size_t a, size_t b)
{
    const struct md_request *request = context;
    const struct md_argument *order = request->argument[MD_SUBJECT_ORDER];
    size_t one = md_place(request, a), other = md_place(request, b);
    double left = order->cells[one], right = order->cells[other];
    enum order_kind left_kind = order_kind(left), right_kind = order_kind(right);
    int compared = 0;
    if (left_kind != right_kind)
        return left_kind < right_kind ? -1 : 1;
    if (left_kind == ORDER_NUMBER)
        compared = (left > right) - (left < right);
    else if (left_kind == ORDER_TEXT)
        compared = md_compare_texts(md_text_at(order, one), md_text_at(order, other));
    return compared;
}

static void read_order(struct md_request *request)
{
    const struct md_argument *order = request->argument[MD_SUBJECT_ORDER];
    if (order->shape == MD_LEFT_OUT)
        return;
    if (!md_same_shape(order, request->argument[MD_SUBJECT_KEY])) {
        md_note(&request->cause, MD_ARGUMENT, MD_SUBJECT_ORDER, 0, &other_shape);
        return;
    }
    request->allocation.order = compare_orders;
    request->allocation.order_context = request;
}

/* ---- All ----------------------------------------------------------------------------------------------------- */

void md_read_request(struct md_request *request, const struct md_argument *arguments, const enum md_subject *subjects,
                     size_t count, struct md_memory *memory)
{
    struct md_allocation *allocation = &request->allocation;
    int method = MD_LARGEST_REMAINDER;
    for (int subject = 0; subject < MD_SUBJECTS; subject++)
        request->argument[subject] = &md_left_out;
    for (size_t i = 0; i < count; i++)
        request->argument[subjects[i]] = &arguments[i];
    *allocation = (struct md_allocation){.unit = 1};
    request->cause = (struct md_cause){.status = MD_OK};
    note(request, md_one_number(request->argument[MD_SUBJECT_TOTAL], &allocation->total), MD_SUBJECT_TOTAL, 0);
    size_t recipients = inspect_key(request);
    if (!gather_key(request, recipients, memory)) {
        note(request, MD_MEMORY, MD_SUBJECT_KEY, 0);
        return;
    }
    if (recipients == 0)
        note(request, MD_ZERO_DIVISION, MD_SUBJECT_KEY, 0);
    size_t cells = md_count(request->argument[MD_SUBJECT_KEY]);
    enum md_status position = md_optional_position(request->argument[MD_SUBJECT_POSITION], cells, &request->position);
    md_note(&request->cause, position, MD_SUBJECT_POSITION, 0,
            position == MD_ARGUMENT && md_count(request->argument[MD_SUBJECT_POSITION]) == 1 ? &no_position : NULL);
    enum md_status unit = md_optional_number(request->argument[MD_SUBJECT_UNIT], 1, &allocation->unit);
    bool no_unit = unit == MD_OK && !(allocation->unit > 0);
    md_note(&request->cause, no_unit ? MD_DOMAIN : unit, MD_SUBJECT_UNIT, 0, no_unit ? &must_be_positive : NULL);
    enum md_status word = md_one_word(request->argument[MD_SUBJECT_METHOD], md_methods, MD_LARGEST_REMAINDER, &method);
    note(request, word, MD_SUBJECT_METHOD, 0);
    allocation->method = (enum md_method)method;
    allocation->minimum = read_bound(request, MD_SUBJECT_MINIMUM, 0, memory);
    allocation->maximum = read_bound(request, MD_SUBJECT_MAXIMUM, HUGE_VAL, memory);
    read_order(request);
}
