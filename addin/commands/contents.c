// SPDX-License-Identifier: EUPL-1.2
/* Reading sheets; contents.h is the manual. */
#include "contents.h"

struct md_sheet_contents {
    enum { UNREAD, KEPT, KEPT_AT_TOP } state; /* all of it, or its first rows */
    uno_Sequence *const *rows;
    size_t row_count;
    bool merges_read;
    struct md_merged *found;    /* the merged cells that were found, the last first */
    struct md_merged **in_rows; /* by row: those that it has part in */
    size_t merged_row_count;
};

struct md_merged {
    struct md_merged *next;
    struct md_range_address where;
};

bool md_contents_begin(struct md_contents *contents, struct md_command *command, const struct md_ours *ours)
{
    rtl_uString *none = NULL;
    rtl_uString_new(&none);
    *contents = (struct md_contents){.ours = ours, .memory = &command->blocks.memory};
    md_office_begin(&contents->office, ours->office->context);
    contents->sheets = md_take(&command->blocks.memory, (size_t)ours->sheet_count + 1, sizeof *contents->sheets);
    if (contents->sheets == NULL || none == NULL) {
        md_release_string(none);
        uno_type_any_construct(&contents->empty, NULL, NULL, NULL);
        return false;
    }
    for (sal_Int32 sheet = 0; sheet < ours->sheet_count; sheet++)
        contents->sheets[sheet] = (struct md_sheet_contents){.state = UNREAD};
    uno_type_any_construct(&contents->empty, &none, *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL);
    rtl_uString_release(none);
    return true;
}

void md_contents_end(struct md_contents *contents)
{
    md_office_end(&contents->office);
    uno_any_destruct(&contents->empty, NULL);
}

static void read_sheet(struct md_contents *contents, sal_Int32 sheet)
{
    struct md_office *office = &contents->office;
    struct md_sheet_contents *read = &contents->sheets[sheet];
    uno_Interface *used = md_object_in(md_ask(office, md_sheet(contents->ours, sheet), "sheet.XSpreadsheet::createCursor"));
    md_call(office, used, "sheet.XUsedAreaCursor::gotoStartOfUsedArea", md_bool(false));
    md_call(office, used, "sheet.XUsedAreaCursor::gotoEndOfUsedArea", md_bool(true));
    const struct md_range_address *area = md_struct_in(md_ask(office, used, "sheet.XCellRangeAddressable::getRangeAddress"));
    read->state = KEPT_AT_TOP;
    if (area == NULL)
        return;
    sal_Int32 most = MD_MOST_CONTENTS / (area->right + 1) - 1, bottom = area->bottom < most ? area->bottom : most;
    uno_Interface *cells =
        md_object_in(md_call(office, md_sheet(contents->ours, sheet), "table.XCellRange::getCellRangeByPosition", md_int(0),
                             md_int(0), md_int(area->right), md_int(bottom)));
    read->rows = md_elements_in(md_ask(office, cells, "sheet.XCellRangeData::getDataArray"), &read->row_count);
    if (read->rows != NULL && bottom == area->bottom)
        read->state = KEPT;
}

const uno_Any *md_content_at(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    if (sheet < 0 || sheet >= contents->ours->sheet_count || column < 0 || row < 0)
        return &contents->empty;
    struct md_sheet_contents *read = &contents->sheets[sheet];
    if (read->state == UNREAD)
        read_sheet(contents, sheet);
    if ((size_t)row < read->row_count)
        return column < read->rows[row]->nElements ? (const uno_Any *)md_elements(read->rows[row]) + column : &contents->empty;
    if (read->state == KEPT)
        return &contents->empty;
    md_answer content = md_content_of(contents->ours->office, md_cell_at(contents->ours, sheet, column, row));
    return content != NULL ? content : &contents->empty;
}

/* ---- Merged cells ----------------------------------------------------------------------------------------------- */

enum { MOST_MERGED = 1 << 14 }; /* cells of one look */

static bool is_merged(struct md_office *office, uno_Interface *cells)
{
    return md_true_in(md_ask(office, cells, "util.XMergeable::getIsMerged"));
}

/* Puts merged cells before a list of such; not without memory. */
static void put_merged(struct md_contents *contents, struct md_merged **list, const struct md_range_address *where)
{
    struct md_merged *merged = md_take(contents->memory, 1, sizeof *merged);
    contents->office.without_memory |= merged == NULL;
    if (merged == NULL)
        return;
    *merged = (struct md_merged){*list, *where};
    *list = merged;
}

static void add_merged(struct md_contents *contents, struct md_office *office, uno_Interface *sheet, uno_Interface *cell)
{
    uno_Interface *area = md_object_in(md_call(office, sheet, "sheet.XSpreadsheet::createCursorByRange", md_object(cell)));
    md_ask(office, area, "sheet.XSheetCellCursor::collapseToMergedArea");
    const struct md_range_address *where = md_struct_in(md_ask(office, area, "sheet.XCellRangeAddressable::getRangeAddress"));
    if (where != NULL)
        put_merged(contents, &contents->sheets[where->sheet].found, where);
}

/* The first cells of what is merged, among cells that look the same. */
static void find_merged_in(struct md_contents *contents, struct md_office *office, uno_Interface *sheet,
                           const struct md_range_address *range)
{
    uno_Interface *cells = md_object_in(md_call(office, sheet, "table.XCellRange::getCellRangeByPosition", md_int(range->left),
                                                md_int(range->top), md_int(range->right), md_int(range->bottom)));
    if (md_columns_of(range) * md_rows_of(range) > MOST_MERGED || !is_merged(office, cells))
        return;
    for (sal_Int32 row = range->top; row <= range->bottom; row++)
        for (sal_Int32 column = range->left; column <= range->right; column++) {
            struct md_loan *mark = office->newest;
            uno_Interface *cell = md_cell_at(contents->ours, range->sheet, column, row);
            if (is_merged(office, cell))
                add_merged(contents, office, sheet, cell);
            md_return_to(office, mark);
        }
}

static void find_merged(struct md_contents *contents, struct md_office *office, uno_Interface *sheet)
{
    uno_Interface *looks =
        md_object_in(md_ask(office, sheet, "sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges"));
    int64_t looks_count = md_count_in(office, looks);
    for (int64_t i = 0; i < looks_count; i++) {
        size_t count;
        const struct md_range_address *ranges =
            md_elements_in(md_ask(office, md_at(office, looks, i), "sheet.XSheetCellRanges::getRangeAddresses"), &count);
        for (size_t k = 0; k < count; k++)
            find_merged_in(contents, office, sheet, &ranges[k]);
    }
}

/* Sorts what was found by row. */
static void sort_merged(struct md_contents *contents, struct md_sheet_contents *read)
{
    size_t rows = 0;
    for (const struct md_merged *merged = read->found; merged != NULL; merged = merged->next)
        rows = (size_t)merged->where.bottom >= rows ? (size_t)merged->where.bottom + 1 : rows;
    read->in_rows = rows > 0 ? md_take(contents->memory, rows, sizeof *read->in_rows) : NULL;
    contents->office.without_memory |= rows > 0 && read->in_rows == NULL;
    read->merged_row_count = read->in_rows != NULL ? rows : 0;
    for (size_t row = 0; row < read->merged_row_count; row++)
        read->in_rows[row] = NULL;
    for (const struct md_merged *merged = read->found; merged != NULL; merged = merged->next)
        for (sal_Int32 row = merged->where.top; read->in_rows != NULL && row <= merged->where.bottom; row++)
            put_merged(contents, &read->in_rows[row], &merged->where);
}

static void read_merges(struct md_contents *contents, sal_Int32 index)
{
    struct md_office *office = contents->ours->office;
    struct md_sheet_contents *read = &contents->sheets[index];
    struct md_loan *before = office->newest;
    read->merges_read = true;
    if (is_merged(office, md_sheet(contents->ours, index)))
        find_merged(contents, office, md_sheet(contents->ours, index));
    sort_merged(contents, read);
    md_return_to(office, before);
}

struct md_range_address md_seen_at(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    struct md_range_address itself = {(sal_Int16)sheet, column, row, column, row};
    if (sheet < 0 || sheet >= contents->ours->sheet_count || row < 0)
        return itself;
    struct md_sheet_contents *read = &contents->sheets[sheet];
    if (!read->merges_read)
        read_merges(contents, sheet);
    const struct md_merged *merged = (size_t)row < read->merged_row_count ? read->in_rows[row] : NULL;
    while (merged != NULL && (column < merged->where.left || column > merged->where.right))
        merged = merged->next;
    return merged != NULL ? merged->where : itself;
}
