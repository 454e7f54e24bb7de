// SPDX-License-Identifier: EUPL-1.2
/* Computing in a copy; scratch.h is the manual. */
#include "scratch.h"

void md_scratch_begin(struct md_scratch *scratch, struct md_command *command, uno_Interface *document)
{
    *scratch = (struct md_scratch){.command = command, .document = document};
    md_office_begin(&scratch->office, command->office.context);
}

void md_scratch_end(struct md_scratch *scratch)
{
    if (scratch->copy != NULL)
        md_close(&scratch->office, scratch->copy);
    md_office_end(&scratch->office);
}

static bool make_copy(struct md_scratch *scratch)
{
    struct md_office *office = &scratch->office;
    if (scratch->tried)
        return scratch->sheets != NULL;
    scratch->tried = true;
    scratch->copy = md_new_copy(office, scratch->document);
    md_set(office, scratch->copy, "IsUndoEnabled", md_bool(false));
    md_set(office, scratch->copy, "IsAdjustHeightEnabled", md_bool(false));
    md_call(office, scratch->copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(true));
    scratch->sheets = md_object_in(md_ask(office, scratch->copy, "sheet.XSpreadsheetDocument::getSheets"));
    return scratch->sheets != NULL;
}

static uno_Interface *sheet_in(const struct md_scratch *scratch, struct md_office *office, const struct md_place *place)
{
    return md_at(office, scratch->sheets, place->sheet);
}

static uno_Interface *cell_in(struct md_office *office, uno_Interface *sheet, const struct md_place *place)
{
    return md_object_in(
        md_call(office, sheet, "table.XCellRange::getCellByPosition", md_int(place->column), md_int(place->row)));
}

/* The array that a cell is in, or the cell itself. */
static uno_Interface *array_at(struct md_office *office, uno_Interface *sheet, uno_Interface *cell)
{
    uno_Interface *array = md_object_in(md_call(office, sheet, "sheet.XSpreadsheet::createCursorByRange", md_object(cell)));
    md_ask(office, array, "sheet.XSheetCellCursor::collapseToCurrentArray");
    return array;
}

static bool put(struct md_office *office, uno_Interface *sheet, const struct md_place *place, struct md_value formula)
{
    uno_Interface *cell = cell_in(office, sheet, place);
    if (!place->in_matrix)
        return md_call_with(office, cell, "table.XCell::setFormula", &formula, 1) != NULL;
    return !md_true_in(md_ask(office, sheet, "util.XProtectable::isProtected")) &&
           md_call_with(office, array_at(office, sheet, cell), "sheet.XArrayFormulaRange::setArrayFormula", &formula, 1) !=
               NULL;
}

/* Remembers what formula the copy has at a place. */
static void remember(struct md_scratch *scratch, const struct md_place *place)
{
    struct md_office *office = &scratch->office;
    scratch->before = office->newest;
    uno_Interface *sheet = sheet_in(scratch, office, place), *cell = cell_in(office, sheet, place);
    scratch->formula = place->in_matrix
                           ? md_ask(office, array_at(office, sheet, cell), "sheet.XArrayFormulaTokens::getArrayTokens")
                           : md_ask(office, cell, "table.XCell::getFormula");
    scratch->place = *place;
    scratch->changed = true;
}

/* Puts the formula back that was remembered. */
static void restore(struct md_scratch *scratch)
{
    struct md_office *office = &scratch->office;
    const struct md_place *place = &scratch->place;
    if (!scratch->changed)
        return;
    uno_Interface *sheet = sheet_in(scratch, office, place), *cell = cell_in(office, sheet, place);
    if (place->in_matrix)
        md_call(office, array_at(office, sheet, cell), "sheet.XArrayFormulaTokens::setArrayTokens", md_any(scratch->formula));
    else
        md_call(office, cell, "table.XCell::setFormula", md_any(scratch->formula));
    md_return_to(office, scratch->before);
    scratch->changed = false;
}

static bool is_same_place(const struct md_place *a, const struct md_place *b)
{
    return a->sheet == b->sheet && a->column == b->column && a->row == b->row && a->in_matrix == b->in_matrix;
}

uno_Interface *md_computed(struct md_scratch *scratch, const char *formula, const struct md_place *place)
{
    if (!make_copy(scratch))
        return NULL;
    struct md_office *office = &scratch->command->office;
    if (!scratch->changed || !is_same_place(&scratch->place, place)) {
        restore(scratch);
        remember(scratch, place);
    }
    uno_Interface *sheet = sheet_in(scratch, office, place);
    return put(office, sheet, place, md_utf8(formula)) ? cell_in(office, sheet, place) : NULL;
}

/* The last cell of a sheet. */
static struct md_place last_place(const struct md_ours *ours, sal_Int32 sheet)
{
    const struct md_range_address *whole =
        md_struct_in(md_ask(ours->office, md_sheet(ours, sheet), "sheet.XCellRangeAddressable::getRangeAddress"));
    return whole != NULL ? (struct md_place){sheet, whole->right, whole->bottom, false} : (struct md_place){sheet, 0, 0, false};
}

bool md_is_before(const struct md_place *one, const struct md_place *other)
{
    if (one->sheet != other->sheet)
        return one->sheet < other->sheet;
    return one->row != other->row ? one->row < other->row : one->column < other->column;
}

struct md_place md_end_of_row(const struct md_ours *ours, const struct md_place *place)
{
    struct md_place end = last_place(ours, place->sheet);
    end.row = place->row;
    return end;
}

uno_Interface *md_computed_apart(struct md_scratch *scratch, const char *formula, const struct md_ours *ours, sal_Int32 sheet)
{
    if (!make_copy(scratch))
        return NULL;
    struct md_office *office = &scratch->command->office;
    struct md_place last = last_place(ours, sheet);
    last.in_matrix = true;
    uno_Interface *cells = sheet_in(scratch, office, &last);
    return put(office, cells, &last, md_utf8(formula)) ? cell_in(office, cells, &last) : NULL;
}

md_answer md_computed_values(struct md_scratch *scratch, const char *formula, const struct md_ours *ours, sal_Int32 sheet,
                             size_t rows, size_t columns)
{
    if (!make_copy(scratch))
        return NULL;
    struct md_office *office = &scratch->command->office;
    struct md_place last = last_place(ours, sheet);
    uno_Interface *cells = sheet_in(scratch, office, &last);
    if (rows > (size_t)last.row || columns > (size_t)last.column ||
        md_true_in(md_ask(office, cells, "util.XProtectable::isProtected")))
        return NULL;
    uno_Interface *range = md_object_in(md_call(office, cells, "table.XCellRange::getCellRangeByPosition",
                                                md_int(last.column + 1 - (int64_t)columns),
                                                md_int(last.row + 1 - (int64_t)rows), md_int(last.column), md_int(last.row)));
    md_call(office, range, "sheet.XArrayFormulaRange::setArrayFormula",
            md_utf8("")); /* of the last cell alone, if it has one */
    md_call(office, range, "sheet.XArrayFormulaRange::setArrayFormula", md_utf8(formula));
    md_answer values = md_ask(office, range, "sheet.XCellRangeData::getDataArray");
    md_call(office, range, "sheet.XArrayFormulaRange::setArrayFormula", md_utf8(""));
    return values;
}
