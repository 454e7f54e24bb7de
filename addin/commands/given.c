// SPDX-License-Identifier: EUPL-1.2
/* Reading arguments from the document; given.h is the manual. */
#include "given.h"

#include <string.h>

bool md_reader_begin(struct md_reader *reader, struct md_command *command, const struct md_ours *ours)
{
    double zero = 0;
    *reader = (struct md_reader){.ours = ours};
    md_office_begin(&reader->office, ours->office->context);
    md_blocks_init(&reader->blocks);
    uno_type_any_construct(&reader->zero, &zero, *typelib_static_type_getByTypeClass(typelib_TypeClass_DOUBLE), NULL);
    uno_type_any_construct(&reader->nothing, NULL, NULL, NULL);
    return md_contents_begin(&reader->contents, command, ours);
}

static void forget(struct md_reader *reader)
{
    md_office_end(&reader->office);
    md_blocks_free(&reader->blocks);
    reader->count = reader->cells = reader->calls = 0;
}

void md_reader_end(struct md_reader *reader)
{
    forget(reader);
    md_contents_end(&reader->contents);
    uno_any_destruct(&reader->zero, NULL);
    uno_any_destruct(&reader->nothing, NULL);
}

/* ---- Ranges ----------------------------------------------------------------------------------------------------- */

static bool is_error(const uno_Any *cell)
{
    return cell->pType->eTypeClass == typelib_TypeClass_VOID;
}

static void find_error(struct md_kept_range *range)
{
    size_t row_count, place = 0;
    uno_Sequence *const *rows = md_elements_in(range->cells, &row_count);
    for (size_t row = 0; row < row_count; row++) {
        const uno_Any *cells = md_elements(rows[row]);
        for (sal_Int32 column = 0; column < rows[row]->nElements; column++, place++)
            if (is_error(&cells[column])) {
                range->has_error = true;
                range->error = place;
                return;
            }
    }
}

static const struct md_kept_range *read_range(struct md_reader *reader, const struct md_range_address *where)
{
    for (size_t i = 0; i < reader->count; i++)
        if (md_is_same_range(&reader->kept[i].where, where))
            return &reader->kept[i];
    struct md_office *office = &reader->office;
    struct md_kept_range *range = &reader->kept[reader->count++];
    uno_Interface *cells =
        md_object_in(md_call(office, md_sheet(reader->ours, where->sheet), "table.XCellRange::getCellRangeByPosition",
                             md_int(where->left), md_int(where->top), md_int(where->right), md_int(where->bottom)));
    *range = (struct md_kept_range){.where = *where, .cells = md_ask(office, cells, "sheet.XCellRangeData::getDataArray")};
    if (range->cells == NULL)
        return range;
    find_error(range);
    range->readable = md_argument_from_any(range->cells, &reader->blocks.memory, &range->source, &range->argument) == MD_OK;
    reader->cells += md_count(&range->argument);
    return range;
}

static enum md_reading_state give_range(struct md_reader *reader, const struct md_given *given, struct md_reading *reading,
                                        size_t i)
{
    const struct md_kept_range *range = read_range(reader, &given->where);
    if (range->has_error) {
        size_t columns = md_columns_of(&given->where);
        reading->error_column = given->where.left + (sal_Int32)(range->error % columns);
        reading->error_row = given->where.top + (sal_Int32)(range->error / columns);
        return MD_HOLDS_ERROR;
    }
    reading->arguments[i] = range->argument;
    return range->readable ? MD_READ : MD_NOT_READ;
}

/* ---- Single values ---------------------------------------------------------------------------------------------- */

static enum md_reading_state give_any(struct md_reader *reader, const uno_Any *any, struct md_reading *reading, size_t i)
{
    enum md_status status = md_argument_from_any(any, &reader->blocks.memory, &reading->sources[i], &reading->arguments[i]);
    return status == MD_OK ? MD_READ : MD_NOT_READ;
}

static bool is_empty(const struct md_ours *ours, const struct md_range_address *where)
{
    uno_Interface *cell = md_cell_at(ours, where->sheet, where->left, where->top);
    return md_int_in(md_ask(ours->office, cell, "table.XCell::getType")) == 0; /* com.sun.star.table.CellContentType */
}

static enum md_reading_state give_cell(struct md_reader *reader, const struct md_given *given, struct md_reading *reading,
                                       size_t i)
{
    const uno_Any *content = md_content_at(&reader->contents, given->where.sheet, given->where.left, given->where.top);
    if (is_error(content)) {
        reading->error_column = given->where.left;
        reading->error_row = given->where.top;
        return MD_HOLDS_ERROR;
    }
    bool blank = md_string_in(content) != NULL && md_text_in(content).length == 0;
    reading->empty[i] = blank && is_empty(reader->ours, &given->where);
    return give_any(reader, reading->empty[i] ? &reader->zero : content, reading, i);
}

static enum md_reading_state give(struct md_reader *reader, const struct md_given *given, struct md_reading *reading, size_t i)
{
    switch (given->kind) {
    case MD_GIVEN_NOTHING:
        return give_any(reader, &reader->nothing, reading, i);
    case MD_GIVEN_CONSTANT:
        return give_any(reader, &given->tokens->data, reading, i);
    case MD_GIVEN_CELL:
        return give_cell(reader, given, reading, i);
    case MD_GIVEN_RANGE:
        return give_range(reader, given, reading, i);
    default:
        return MD_NOT_READ;
    }
}

void md_read_given(struct md_reader *reader, const struct md_our_call *call, struct md_reading *reading)
{
    if (reader->count + call->given_count > MD_KEPT_RANGES || reader->cells > MD_KEPT_CELLS ||
        reader->calls > MD_KEPT_FOR_CALLS)
        forget(reader);
    reader->calls++;
    for (size_t i = 0; i < MD_MOST_GIVEN; i++)
        reading->arguments[i] = md_left_out;
    memset(reading->empty, 0, sizeof reading->empty);
    reading->state = MD_READ;
    for (size_t i = 0; i < call->given_count; i++) {
        enum md_reading_state state = give(reader, &call->given[i], reading, i);
        if (state != MD_READ && reading->state == MD_READ) {
            reading->state = state;
            reading->at = i;
        }
    }
}
