// SPDX-License-Identifier: EUPL-1.2
/* ALLOCATE_DU and ALLOCATE_DU_STEPS: an allocation as a sheet asks for it.
 *
 * (1) The result has the shape of the key; where a key is blank the result is blank.
 * (2) With a position the result is the amount at that cell of the key alone, counted row by row from 1.
 * (3) When something is wrong every recipient shows it, for no amount can be right without the others; a blank key stays blank, with
 *     a position too.
 * (4) The steps give one row of six columns for each cell of the key, counted row by row.
 */
#include "request.h"

enum { STEP_COLUMNS = 6 };

/* Sentence 3. `columns` cells for each cell of the key, in rows × columns. */
static void return_everywhere(struct md_call *call, const struct md_request *request, enum md_status status, size_t rows,
                              size_t columns)
{
    size_t cells = rows * columns;
    if (request->allocation.n == 0 || status == MD_MEMORY || cells == 0) {
        md_return_status(call, status);
        return;
    }
    double *result = md_return_matrix(call, rows, columns);
    if (result == NULL)
        return;
    const struct md_argument *key = request->argument[MD_SUBJECT_KEY];
    size_t each = cells / md_count(key);
    for (size_t i = 0; i < cells; i++)
        result[i] = md_status_of(key->cells[i / each]) == MD_BLANK ? md_cell(MD_BLANK) : md_cell(status);
    call->result->has_blanks = request->place != NULL;
}

/* The cell that return_everywhere gives there. */
static void return_at_position(struct md_call *call, const struct md_request *request, enum md_status status)
{
    const struct md_argument *key = request->argument[MD_SUBJECT_KEY];
    bool shows = request->allocation.n > 0 && status != MD_MEMORY && request->position > 0;
    bool blank = shows && md_status_of(key->cells[request->position - 1]) == MD_BLANK;
    md_return_status(call, blank ? MD_BLANK : status);
}

/* Moves the recipients' amounts, which stand at the front, to their places, from the last to the first. */
static void spread(const struct md_request *request, double *cells, size_t count)
{
    size_t recipient = request->allocation.n;
    for (size_t i = count; i-- > 0;) {
        bool is_recipient = recipient > 0 && request->place[recipient - 1] == i;
        cells[i] = is_recipient ? cells[--recipient] : md_cell(MD_BLANK);
    }
}

void md_allocate_du(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments, *key = &arguments[1];
    struct md_request request;
    md_read_request(&request, arguments, md_of_allocate_du, sizeof md_of_allocate_du / sizeof *md_of_allocate_du, call->memory);
    bool single = arguments[2].shape != MD_LEFT_OUT;
    enum md_status status = request.cause.status;
    if (status == MD_OK) {
        double *amounts = md_return_matrix(call, key->rows, key->columns);
        if (amounts == NULL)
            return;
        status = md_allocate(&request.allocation, amounts, NULL, call->memory);
        if (status == MD_OK) {
            if (request.place != NULL)
                spread(&request, amounts, md_count(key));
            call->result->has_blanks = request.place != NULL;
            if (single)
                md_return_number(call, amounts[request.position - 1]);
            return;
        }
    }
    if (single)
        return_at_position(call, &request, status);
    else
        return_everywhere(call, &request, status, key->rows, key->columns);
}

void md_allocate_du_steps(struct md_call *call)
{
    const struct md_argument *arguments = call->arguments, *key = &arguments[1];
    struct md_request request;
    md_read_request(&request, arguments, md_of_steps, sizeof md_of_steps / sizeof *md_of_steps, call->memory);
    enum md_status status = request.cause.status;
    struct md_step *steps = NULL;
    if (status == MD_OK) {
        steps = md_take(call->memory, request.allocation.n, sizeof *steps);
        status = steps == NULL ? MD_MEMORY : md_allocation_steps(&request.allocation, steps, call->memory);
    }
    if (status != MD_OK) {
        return_everywhere(call, &request, status, md_count(key), STEP_COLUMNS);
        return;
    }
    double *cells = md_return_matrix(call, md_count(key), STEP_COLUMNS);
    if (cells == NULL)
        return;
    call->result->has_blanks = request.place != NULL;
    for (size_t i = 0; i < md_count(key) * STEP_COLUMNS; i++)
        cells[i] = md_cell(MD_BLANK);
    for (size_t i = 0; i < request.allocation.n; i++) {
        double *row = cells + md_place(&request, i) * STEP_COLUMNS;
        row[0] = steps[i].share;
        row[1] = steps[i].exact;
        row[2] = steps[i].rounded_down;
        row[3] = steps[i].remainder;
        row[4] = steps[i].rank;
        row[5] = steps[i].amount;
    }
}
