// SPDX-License-Identifier: EUPL-1.2
/* Helpers that every formula uses to read its arguments and to give its result. */
#include "formula.h"

#include <math.h>

const struct md_argument md_left_out = {MD_LEFT_OUT, 0, 0, NULL, NULL, NULL};

void *md_take(struct md_memory *memory, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return memory->take(memory, count * size);
}

struct md_text md_text_at(const struct md_argument *argument, size_t cell)
{
    enum md_status status = md_status_of(argument->cells[cell]);
    if (argument->text == NULL || (status != MD_TEXT && status != MD_UNKNOWN))
        return (struct md_text){NULL, 0};
    return argument->text(argument, cell);
}

void md_return_number(struct md_call *call, double number)
{
    *call->result = (struct md_result){.kind = MD_RESULT_NUMBER, .number = number};
}

void md_return_status(struct md_call *call, enum md_status status)
{
    md_return_number(call, md_cell(status));
}

void md_return_text(struct md_call *call, const char *text)
{
    *call->result = (struct md_result){.kind = MD_RESULT_TEXT, .text = text};
}

double *md_return_matrix(struct md_call *call, size_t rows, size_t columns)
{
    double *cells = columns > SIZE_MAX / rows ? NULL : md_take(call->memory, rows * columns, sizeof *cells);
    if (cells == NULL) {
        md_return_status(call, MD_MEMORY);
        return NULL;
    }
    *call->result = (struct md_result){.kind = MD_RESULT_MATRIX, .rows = rows, .columns = columns, .cells = cells};
    return cells;
}

enum md_status md_one_number(const struct md_argument *argument, double *value)
{
    if (md_count(argument) != 1)
        return MD_ARGUMENT;
    enum md_status status = md_status_of(argument->cells[0]);
    if (status == MD_BLANK)
        return MD_UNKNOWN;
    if (status == MD_OK)
        *value = argument->cells[0];
    return status;
}

enum md_status md_optional_number(const struct md_argument *argument, double missing, double *value)
{
    if (argument->shape != MD_LEFT_OUT)
        return md_one_number(argument, value);
    *value = missing;
    return MD_OK;
}

enum md_status md_one_word(const struct md_argument *argument, const struct md_word *vocabulary, int missing, int *meaning)
{
    if (argument->shape == MD_LEFT_OUT) {
        *meaning = missing;
        return MD_OK;
    }
    if (md_count(argument) != 1 || !md_word_meaning(md_text_at(argument, 0), vocabulary, meaning))
        return MD_ARGUMENT;
    return MD_OK;
}

enum md_status md_yes_or_no(const struct md_argument *argument, size_t cell, bool *yes)
{
    static const struct md_word words[] = {{"ja", 1}, {"yes", 1},    {"waar", 1},  {"true", 1}, {"nee", 0},
                                           {"no", 0}, {"onwaar", 0}, {"false", 0}, {NULL, 0}};
    double number = argument->cells[cell];
    enum md_status status = md_status_of(number);
    int meaning = number == 1;
    if (status == MD_TEXT)
        status = md_word_meaning(md_text_at(argument, cell), words, &meaning) ? MD_OK : MD_ARGUMENT;
    else if (status == MD_OK && number != 0 && number != 1)
        status = MD_DOMAIN;
    if (status == MD_OK)
        *yes = meaning != 0;
    return status;
}

enum md_status md_optional_position(const struct md_argument *argument, size_t cells, size_t *position)
{
    double asked = 0;
    *position = 0;
    if (argument->shape == MD_LEFT_OUT)
        return MD_OK;
    enum md_status status = md_one_number(argument, &asked);
    if (status == MD_OK && !(asked >= 1 && asked <= (double)cells && asked == floor(asked)))
        return MD_ARGUMENT;
    if (status == MD_OK)
        *position = (size_t)asked;
    return status;
}

bool md_same_shape(const struct md_argument *a, const struct md_argument *b)
{
    return a->rows == b->rows && a->columns == b->columns;
}
