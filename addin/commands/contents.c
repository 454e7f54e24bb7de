// SPDX-License-Identifier: EUPL-1.2
/* Reading sheets; contents.h is the manual. */
#include "contents.h"

struct md_sheet_contents {
    enum { UNREAD, KEPT, TOO_LARGE } state;
    uno_Sequence *const *rows;
    size_t row_count;
};

bool md_contents_begin(struct md_contents *contents, struct md_command *command, const struct md_ours *ours)
{
    rtl_uString *none = NULL;
    rtl_uString_new(&none);
    *contents = (struct md_contents){.ours = ours};
    md_office_begin(&contents->office, ours->office->context);
    contents->sheets = md_take(&command->blocks.memory, (size_t)ours->sheet_count + 1, sizeof *contents->sheets);
    if (contents->sheets == NULL || none == NULL) {
        md_release_string(none);
        uno_type_any_construct(&contents->empty, NULL, NULL, NULL);
        return false;
    }
    for (sal_Int32 sheet = 0; sheet < ours->sheet_count; sheet++)
        contents->sheets[sheet] = (struct md_sheet_contents){UNREAD, NULL, 0};
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
    read->state = TOO_LARGE;
    if (area == NULL || ((size_t)area->right + 1) * ((size_t)area->bottom + 1) > MD_MOST_CONTENTS)
        return;
    uno_Interface *whole =
        md_object_in(md_call(office, md_sheet(contents->ours, sheet), "table.XCellRange::getCellRangeByPosition", md_int(0),
                             md_int(0), md_int(area->right), md_int(area->bottom)));
    read->rows = md_elements_in(md_ask(office, whole, "sheet.XCellRangeData::getDataArray"), &read->row_count);
    if (read->rows != NULL)
        read->state = KEPT;
}

const uno_Any *md_content_at(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    if (sheet < 0 || sheet >= contents->ours->sheet_count || column < 0 || row < 0)
        return &contents->empty;
    struct md_sheet_contents *read = &contents->sheets[sheet];
    if (read->state == UNREAD)
        read_sheet(contents, sheet);
    if (read->state == KEPT) {
        if ((size_t)row >= read->row_count || column >= read->rows[row]->nElements)
            return &contents->empty;
        return (const uno_Any *)md_elements(read->rows[row]) + column;
    }
    md_answer content = md_content_of(contents->ours->office, md_cell_at(contents->ours, sheet, column, row));
    return content != NULL ? content : &contents->empty;
}
