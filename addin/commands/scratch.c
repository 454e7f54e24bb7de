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
    scratch->copy = md_new_copy(office, scratch->document, "");
    md_set(office, scratch->copy, "IsUndoEnabled", md_bool(false));
    md_call(office, scratch->copy, "sheet.XCalculatable::enableAutomaticCalculation", md_bool(true));
    scratch->sheets = md_object_in(md_ask(office, scratch->copy, "sheet.XSpreadsheetDocument::getSheets"));
    return scratch->sheets != NULL;
}

static bool put_into_array(struct md_office *office, uno_Interface *sheet, uno_Interface *cell, const char *formula)
{
    if (md_true_in(md_ask(office, sheet, "util.XProtectable::isProtected")))
        return false;
    uno_Interface *array = md_object_in(md_call(office, sheet, "sheet.XSpreadsheet::createCursorByRange", md_object(cell)));
    md_ask(office, array, "sheet.XSheetCellCursor::collapseToCurrentArray");
    return md_call(office, array, "sheet.XArrayFormulaRange::setArrayFormula", md_utf8(formula)) != NULL;
}

uno_Interface *md_computed(struct md_scratch *scratch, const char *formula, const struct md_place *place)
{
    if (!make_copy(scratch))
        return NULL;
    struct md_office *office = &scratch->command->office;
    uno_Interface *sheet = md_at(office, scratch->sheets, place->sheet);
    uno_Interface *cell =
        md_object_in(md_call(office, sheet, "table.XCellRange::getCellByPosition", md_int(place->column), md_int(place->row)));
    bool put = place->in_matrix ? put_into_array(office, sheet, cell, formula)
                                : md_call(office, cell, "table.XCell::setFormula", md_utf8(formula)) != NULL;
    return put ? cell : NULL;
}
