// SPDX-License-Identifier: EUPL-1.2
/* Formulas that see a copy's values; onlookers.h is the manual. */
#include "onlookers.h"

#include <math.h>

enum { FORMULAS = 16 }; /* com.sun.star.sheet.CellFlags */

/* ---- Formulas that ask what a cell holds ------------------------------------------------------------------------ */

static const struct md_office_function asking[] = {{"FORMULA", "formula("},     {"ISFORMULA", "isformula("},
                                                   {"ISLOGICAL", "islogical("}, {"TYPE", "type("},
                                                   {"SUBTOTAL", "subtotal("},   {"COM.MICROSOFT.AGGREGATE", "aggregate("}};
enum { ASKING_A_CELL = 4, ASKING = sizeof asking / sizeof *asking };

void md_count_asking(struct md_ours *ours)
{
    md_count_also(ours, asking, ASKING_A_CELL);
}

/* The same to a reader: of a number a file keeps no more than 15 digits. */
static bool is_same(md_answer one, md_answer other)
{
    static const double precision = 1e-12;
    struct md_text a = md_text_in(one), b = md_text_in(other);
    if (one == NULL || other == NULL || one->pType->eTypeClass != other->pType->eTypeClass || a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (a.units[i] != b.units[i])
            return false;
    double number = md_number_in(one), against = md_number_in(other);
    return number == against || fabs(number - against) <= precision * fabs(number);
}

/* Has the copy a formula in this cell that shows something else there? */
static bool shows_another(const struct md_copying *copying, const struct md_ours *document, sal_Int32 sheet, sal_Int32 column,
                          sal_Int32 row)
{
    struct md_office *office = copying->office;
    uno_Interface *cell = md_twin(copying, sheet, column, row);
    size_t count;
    md_tokens_of(office, cell, &count);
    return count > 0 && !is_same(md_content_of(office, md_cell_at(document, sheet, column, row)), md_content_of(office, cell));
}

/* The cells of a formula: its own, or those of its array. */
static struct md_range_address cells_of(const struct md_ours *document, const struct md_formulas *formula)
{
    const struct md_range_address *array =
        formula->in_matrix ? md_array_at(document, formula->sheet_index, formula->cell) : NULL;
    if (array != NULL)
        return *array;
    return (struct md_range_address){(sal_Int16)formula->sheet_index, formula->column, formula->row, formula->column,
                                     formula->row};
}

static bool any_shows_another(const struct md_copying *copying, const struct md_ours *document,
                              const struct md_range_address *cells)
{
    for (sal_Int32 row = cells->top; row <= cells->bottom; row++)
        for (sal_Int32 column = cells->left; column <= cells->right; column++)
            if (shows_another(copying, document, cells->sheet, column, row))
                return true;
    return false;
}

/* Makes values of those that show something else; true if there was one. */
static bool settle_asking(struct md_command *command, const struct md_ours *document, struct md_copying *copying)
{
    struct md_formulas formulas;
    bool found = false;
    for (md_first_formula(&formulas, document, &command->blocks.memory); formulas.there; md_next_formula(&formulas)) {
        struct md_range_address cells = cells_of(document, &formulas);
        if (!any_shows_another(copying, document, &cells))
            continue;
        found = true;
        for (sal_Int32 row = cells.top; row <= cells.bottom; row++)
            for (sal_Int32 column = cells.left; column <= cells.right; column++)
                md_copy_shown(copying, md_cell_at(document, cells.sheet, column, row),
                              md_twin(copying, cells.sheet, column, row));
    }
    return found;
}

/* ---- Formulas that show a truth --------------------------------------------------------------------------------- */

/* Gives a cell of the copy that holds 0 or 1 the format for truths if it shows that otherwise than the document does. */
static void settle_truth(const struct md_copying *copying, const struct md_ours *document, sal_Int32 sheet, sal_Int32 column,
                         sal_Int32 row)
{
    struct md_office *office = copying->office;
    uno_Interface *cell = md_twin(copying, sheet, column, row), *from = md_cell_at(document, sheet, column, row);
    if (is_same(md_content_of(office, from), md_content_of(office, cell)) &&
        !is_same(md_ask(office, from, "text.XTextRange::getString"), md_ask(office, cell, "text.XTextRange::getString")))
        md_set_number_format(office, cell, md_key_of_truths(office, copying->copy));
}

static void settle_truths_in(const struct md_copying *copying, const struct md_ours *document, uno_Interface *sheet,
                             const struct md_range_address *block)
{
    struct md_office *office = copying->office;
    struct md_loan *before = office->newest;
    uno_Interface *range = md_object_in(md_call(office, sheet, "table.XCellRange::getCellRangeByPosition", md_int(block->left),
                                                md_int(block->top), md_int(block->right), md_int(block->bottom)));
    size_t count;
    uno_Sequence *const *rows = md_elements_in(md_ask(office, range, "sheet.XCellRangeData::getDataArray"), &count);
    for (size_t row = 0; row < count; row++)
        for (sal_Int32 column = 0; column < rows[row]->nElements; column++) {
            const uno_Any *content = (const uno_Any *)md_elements(rows[row]) + column;
            double number = md_number_in(content);
            if (content->pType->eTypeClass == typelib_TypeClass_DOUBLE && (number == 0 || number == 1))
                settle_truth(copying, document, block->sheet, block->left + column, block->top + (sal_Int32)row);
        }
    md_return_to(office, before);
}

static void settle_truths(const struct md_copying *copying, const struct md_ours *document)
{
    struct md_office *office = copying->office;
    for (sal_Int32 place = 0; place < document->sheet_count; place++) {
        size_t count;
        struct md_loan *before = office->newest;
        uno_Interface *sheet = md_at(office, copying->sheets, place);
        uno_Interface *found =
            md_object_in(md_call(office, sheet, "sheet.XCellRangesQuery::queryContentCells", md_int(FORMULAS)));
        const struct md_range_address *blocks =
            md_elements_in(md_ask(office, found, "sheet.XSheetCellRanges::getRangeAddresses"), &count);
        for (size_t i = 0; i < count; i++)
            settle_truths_in(copying, document, sheet, &blocks[i]);
        md_return_to(office, before);
    }
}

/* ---- Both ------------------------------------------------------------------------------------------------------- */

void md_settle_onlookers(struct md_command *command, struct md_ours *document, struct md_copying *copying)
{
    md_count_also(document, asking, ASKING);
    while (!copying->office->failed && settle_asking(command, document, copying)) /* one may ask about another */
        md_compute_copy(copying);
    if (copying->has_truths)
        settle_truths(copying, document);
}
