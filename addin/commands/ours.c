// SPDX-License-Identifier: EUPL-1.2
/* Finding our formulas; ours.h is the manual.
 *
 * Texts of formulas come by the block and are cheap; tokens come by the cell. Only a text that has our service or a name of
 * ours in it, in whatever letters, has its tokens looked at.
 */
#include "ours.h"

#include <string.h>

static const char service[] = "meedoen.budget.", multiple_operations[] = "table("; /* as the programming interface spells it */

enum { FORMULAS = 16 }; /* com.sun.star.sheet.CellFlags */
/* com.sun.star.sheet.FormulaLanguage, FormulaMapGroup, FormulaMapGroupSpecialOffset */
enum { ODFF = 0, SPECIAL = 0, EXTERNAL = 3, NAME = 4, BAD = 7, IN_MATRIX = 9 };

/* com.sun.star.sheet.FormulaOpCodeMapEntry */
struct code_entry {
    rtl_uString *name;
    struct md_token token;
};

/* ---- Texts ------------------------------------------------------------------------------------------------------ */

static uint16_t lower(uint16_t unit)
{
    return unit >= 'A' && unit <= 'Z' ? (uint16_t)(unit + 'a' - 'A') : unit;
}

/* Does `text` begin with this word, which is in small letters, in whatever letters? */
static bool begins_with_word(struct md_text text, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i < length; i++)
        if (i >= text.length || lower(text.units[i]) != (uint16_t)word[i])
            return false;
    return true;
}

static bool begins_with(struct md_text text, struct md_text start)
{
    for (size_t i = 0; i < start.length; i++)
        if (i >= text.length || lower(text.units[i]) != lower(start.units[i]))
            return false;
    return start.length > 0;
}

/* Might a formula with this text be ours? */
static bool may_be_ours(const struct md_ours *ours, struct md_text text)
{
    for (; text.length > 0; text.units++, text.length--) {
        if (begins_with_word(text, service) || (ours->with_multiple_operations && begins_with_word(text, multiple_operations)))
            return true;
        for (size_t i = 0; i < ours->name_count; i++)
            if (begins_with(text, ours->names[i].spelling))
                return true;
    }
    return false;
}

static struct md_text text_of(const rtl_uString *string)
{
    return (struct md_text){string->buffer, (size_t)string->length};
}

/* ---- Tokens ----------------------------------------------------------------------------------------------------- */

bool md_is_call(const struct md_ours *ours, const struct md_token *token)
{
    return (token->code == ours->external || token->code == ours->bad) && begins_with_word(md_text_in(&token->data), service);
}

static bool is_our_name(const struct md_ours *ours, const struct md_token *token)
{
    const struct md_name_token *name = token->code == ours->name ? md_struct_in(&token->data) : NULL;
    for (size_t i = 0; name != NULL && i < ours->name_count; i++)
        if (ours->names[i].token.index == name->index && ours->names[i].token.sheet == name->sheet)
            return true;
    return false;
}

static const struct md_token *tokens_of(struct md_office *office, uno_Interface *object, size_t *count)
{
    return md_elements_in(md_ask(office, object, "sheet.XFormulaTokens::getTokens"), count);
}

/* Does what this object holds, a cell or a name, call a function of ours? */
static bool calls_ours(const struct md_ours *ours, uno_Interface *object)
{
    size_t count;
    const struct md_token *tokens = tokens_of(ours->office, object, &count);
    for (size_t i = 0; i < count; i++)
        if (md_is_call(ours, &tokens[i]) || is_our_name(ours, &tokens[i]) ||
            (ours->with_multiple_operations && tokens[i].code == ours->multiple_operations))
            return true;
    return false;
}

static bool find_multiple_operations(struct md_ours *ours, uno_Interface *mapper)
{
    struct md_office *office = ours->office;
    md_answer name = md_strings_of(office, (const char *[]){"MULTIPLE.OPERATIONS"}, 1);
    size_t count;
    const struct md_token *tokens =
        md_elements_in(md_call(office, mapper, "sheet.XFormulaOpCodeMapper::getMappings", md_any(name), md_int(ODFF)), &count);
    ours->multiple_operations = count == 1 ? tokens[0].code : -1;
    return count == 1;
}

static bool find_codes(struct md_ours *ours)
{
    struct md_office *office = ours->office;
    uno_Interface *mapper = md_object_in(md_call(office, ours->document, "lang.XMultiServiceFactory::createInstance",
                                                 md_utf8("com.sun.star.sheet.FormulaOpCodeMapper")));
    size_t count;
    const struct code_entry *entries = md_elements_in(
        md_call(office, mapper, "sheet.XFormulaOpCodeMapper::getAvailableMappings", md_int(ODFF), md_int(SPECIAL)), &count);
    if (count <= IN_MATRIX)
        return false;
    ours->external = entries[EXTERNAL].token.code;
    ours->name = entries[NAME].token.code;
    ours->bad = entries[BAD].token.code;
    ours->in_matrix = entries[IN_MATRIX].token.code;
    return find_multiple_operations(ours, mapper);
}

/* ---- Names ------------------------------------------------------------------------------------------------------ */

/* The names of the document (-1) or of one sheet. */
static uno_Interface *names_at(const struct md_ours *ours, sal_Int32 sheet)
{
    uno_Interface *owner = sheet < 0 ? ours->document : md_at(ours->office, ours->sheets, sheet);
    return md_object_in(md_get(ours->office, owner, "NamedRanges"));
}

static int64_t count_of(struct md_office *office, uno_Interface *container)
{
    return md_int_in(md_ask(office, container, "container.XIndexAccess::getCount"));
}

static bool is_known(const struct md_ours *ours, struct md_name_token token)
{
    for (size_t i = 0; i < ours->name_count; i++)
        if (ours->names[i].token.index == token.index && ours->names[i].token.sheet == token.sheet)
            return true;
    return false;
}

/* Adds those names of the document (-1) or of a sheet that call a function of ours and are not known yet. */
static void add_names(struct md_ours *ours, sal_Int32 sheet)
{
    struct md_office *office = ours->office;
    uno_Interface *names = names_at(ours, sheet);
    int64_t count = count_of(office, names);
    for (int64_t i = 0; i < count; i++) {
        struct md_our_name *name = &ours->names[ours->name_count];
        name->object = md_at(office, names, i);
        name->spelling = md_text_in(md_ask(office, name->object, "container.XNamed::getName"));
        name->token = (struct md_name_token){(sal_Int32)md_int_in(md_get(office, name->object, "TokenIndex")), sheet};
        if (!is_known(ours, name->token) && calls_ours(ours, name->object))
            ours->name_count++;
    }
}

/* A name may stand in a name: whenever some were found, all are looked at again. */
static bool find_names(struct md_command *command, struct md_ours *ours)
{
    size_t total = 0, before;
    for (sal_Int32 sheet = -1; sheet < ours->sheet_count; sheet++)
        total += (size_t)count_of(ours->office, names_at(ours, sheet));
    ours->names = md_take(&command->blocks.memory, total + 1, sizeof *ours->names);
    if (ours->names == NULL)
        return false;
    do {
        before = ours->name_count;
        for (sal_Int32 sheet = -1; sheet < ours->sheet_count; sheet++)
            add_names(ours, sheet);
    } while (ours->name_count > before);
    return true;
}

bool md_ours_in(struct md_command *command, uno_Interface *document, struct md_ours *ours)
{
    struct md_office *office = &command->office;
    *ours = (struct md_ours){.office = office, .document = document};
    ours->sheets = md_object_in(md_ask(office, document, "sheet.XSpreadsheetDocument::getSheets"));
    ours->sheet_count = (sal_Int32)count_of(office, ours->sheets);
    return ours->sheets != NULL && find_codes(ours) && find_names(command, ours);
}

/* ---- Formulas, one after another -------------------------------------------------------------------------------- */

/* Begins with the next block of the sheet; false if there is none. */
static bool next_block(struct md_formulas *formulas)
{
    struct md_office *office = formulas->ours->office;
    md_return_to(office, formulas->in_sheet);
    if (formulas->block == formulas->block_count)
        return false;
    const struct md_range_address *block = &formulas->blocks[formulas->block++];
    uno_Interface *range =
        md_object_in(md_call(office, formulas->sheet, "table.XCellRange::getCellRangeByPosition", md_int(block->left),
                             md_int(block->top), md_int(block->right), md_int(block->bottom)));
    formulas->rows = md_elements_in(md_ask(office, range, "sheet.XCellRangeFormula::getFormulaArray"), &formulas->row_count);
    formulas->row = block->top;
    formulas->column = block->left - 1;
    formulas->in_block = office->newest;
    return true;
}

/* Begins with the next sheet; false if there is none. */
static bool next_sheet(struct md_formulas *formulas)
{
    struct md_office *office = formulas->ours->office;
    md_return_to(office, formulas->before);
    if (++formulas->sheet_index >= formulas->ours->sheet_count)
        return false;
    formulas->sheet = md_at(office, formulas->ours->sheets, formulas->sheet_index);
    uno_Interface *found =
        md_object_in(md_call(office, formulas->sheet, "sheet.XCellRangesQuery::queryContentCells", md_int(FORMULAS)));
    formulas->blocks =
        md_elements_in(md_ask(office, found, "sheet.XSheetCellRanges::getRangeAddresses"), &formulas->block_count);
    formulas->block = 0;
    formulas->row_count = 0;
    formulas->in_sheet = office->newest;
    return true;
}

/* Steps to the next cell of the block; false if there is none. */
static bool next_cell(struct md_formulas *formulas)
{
    if (formulas->row_count == 0)
        return false;
    const struct md_range_address *block = &formulas->blocks[formulas->block - 1];
    if (++formulas->column > block->right) {
        formulas->column = block->left;
        formulas->row++;
    }
    return formulas->row <= block->bottom && (size_t)(formulas->row - block->top) < formulas->row_count;
}

/* The text of the formula in this cell. */
static struct md_text text_here(const struct md_formulas *formulas)
{
    const struct md_range_address *block = &formulas->blocks[formulas->block - 1];
    const uno_Sequence *row = formulas->rows[formulas->row - block->top];
    rtl_uString *const *texts = md_elements(row);
    sal_Int32 place = formulas->column - block->left;
    return place < row->nElements ? text_of(texts[place]) : (struct md_text){NULL, 0};
}

static uno_Interface *cell_at(struct md_formulas *formulas, sal_Int32 column, sal_Int32 row)
{
    return md_object_in(
        md_call(formulas->ours->office, formulas->sheet, "table.XCellRange::getCellByPosition", md_int(column), md_int(row)));
}

/* Where the formula in this cell begins: the cells of an array but the first refer to that. */
static void find_first(struct md_formulas *formulas)
{
    size_t count;
    const struct md_token *tokens = tokens_of(formulas->ours->office, formulas->cell, &count);
    bool refers = count == 1 && tokens[0].code == formulas->ours->in_matrix;
    const struct md_reference *first = refers ? md_struct_in(&tokens[0].data) : NULL;
    formulas->first_column = formulas->column + (first != NULL ? first->relative_column : 0);
    formulas->first_row = formulas->row + (first != NULL ? first->relative_row : 0);
}

static bool is_first(const struct md_formulas *formulas)
{
    return formulas->first_column == formulas->column && formulas->first_row == formulas->row;
}

static bool is_ours_here(struct md_formulas *formulas)
{
    struct md_text text = text_here(formulas);
    if (!may_be_ours(formulas->ours, text))
        return false;
    formulas->cell = cell_at(formulas, formulas->column, formulas->row);
    formulas->in_matrix = text.units[0] == '{';
    find_first(formulas);
    if (is_first(formulas))
        return calls_ours(formulas->ours, formulas->cell);
    return calls_ours(formulas->ours, cell_at(formulas, formulas->first_column, formulas->first_row));
}

void md_next_formula(struct md_formulas *formulas)
{
    do {
        md_return_to(formulas->ours->office, formulas->in_block);
        while (!next_cell(formulas))
            while (!next_block(formulas))
                if (!next_sheet(formulas)) {
                    formulas->there = false;
                    return;
                }
    } while (!is_ours_here(formulas));
    formulas->there = true;
}

void md_first_formula(struct md_formulas *formulas, const struct md_ours *ours)
{
    struct md_loan *newest = ours->office->newest;
    *formulas = (struct md_formulas){.ours = ours, .sheet_index = -1, .before = newest, .in_sheet = newest, .in_block = newest};
    md_next_formula(formulas);
}
