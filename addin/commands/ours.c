// SPDX-License-Identifier: EUPL-1.2
/* Finding our formulas; ours.h is the manual.
 *
 * Texts of formulas come by the block and are cheap; tokens come by the cell. Only a text that has our service or a name of
 * ours in it, in whatever letters, has its tokens looked at.
 */
#include "ours.h"

#include <string.h>

static const char service[] = "meedoen.budget.";

enum { FORMULAS = 16 }; /* com.sun.star.sheet.CellFlags */
enum { ODFF = 0 };      /* com.sun.star.sheet.FormulaLanguage */

/* com.sun.star.sheet.FormulaMapGroup, and the places in them */
enum { SPECIAL = 0, SEPARATORS = 1, ARRAY_SEPARATORS = 2 };
enum { PUSH = 0, EXTERNAL = 3, NAME = 4, MISSING = 6, BAD = 7, IN_MATRIX = 9, AREA = 10, SPECIALS };
enum { OPEN = 0, CLOSE = 1, SEPARATOR = 2, ALL_SEPARATORS };
enum { ARRAY_COLUMN = 3, ALL_ARRAY_SEPARATORS };

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
        if (begins_with_word(text, service))
            return true;
        for (size_t i = 0; i < ours->also_count; i++)
            if (begins_with_word(text, ours->also[i].spelling))
                return true;
        for (size_t i = 0; i < ours->our_name_count; i++)
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

bool md_is_struct(const uno_Any *any, const char *name)
{
    const rtl_uString *type = any->pType->pTypeName;
    return any->pType->eTypeClass == typelib_TypeClass_STRUCT &&
           rtl_ustr_ascii_compare_WithLength(type->buffer, type->length, name) == 0;
}

bool md_is_call(const struct md_ours *ours, const struct md_token *token)
{
    return (token->code == ours->codes.external || token->code == ours->codes.bad) &&
           begins_with_word(md_text_in(&token->data), service);
}

const struct md_document_name *md_name_of(const struct md_ours *ours, const struct md_token *token)
{
    const struct md_name_token *name = token->code == ours->codes.name ? md_struct_in(&token->data) : NULL;
    for (size_t i = 0; name != NULL && i < ours->name_count; i++)
        if (ours->names[i].token.index == name->index && ours->names[i].token.sheet == name->sheet)
            return &ours->names[i];
    return NULL;
}

const struct md_document_name *md_our_name_of(const struct md_ours *ours, const struct md_token *token)
{
    const struct md_document_name *name = md_name_of(ours, token);
    return name != NULL && name < ours->names + ours->our_name_count ? name : NULL;
}

const struct md_token *md_tokens_of(struct md_office *office, uno_Interface *object, size_t *count)
{
    return md_elements_in(md_ask(office, object, "sheet.XFormulaTokens::getTokens"), count);
}

static bool counts_also(const struct md_ours *ours, const struct md_token *token)
{
    for (size_t i = 0; i < ours->also_count; i++)
        if (token->code == ours->also_codes[i])
            return true;
    return false;
}

bool md_calls_ours(const struct md_ours *ours, const struct md_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (md_is_call(ours, &tokens[i]) || md_our_name_of(ours, &tokens[i]) != NULL || counts_also(ours, &tokens[i]))
            return true;
    return false;
}

static bool is_relative_reference(const struct md_reference *reference)
{
    return (reference->flags & (MD_COLUMN_RELATIVE | MD_ROW_RELATIVE)) != 0;
}

/* What one token pushes: a constant or a reference. */
static bool is_relative_operand(md_answer operand)
{
    if (md_is_struct(operand, "com.sun.star.sheet.SingleReference"))
        return is_relative_reference(operand->pData);
    if (md_is_struct(operand, "com.sun.star.sheet.ComplexReference")) {
        const struct md_range_reference *range = operand->pData;
        return is_relative_reference(&range->first) || is_relative_reference(&range->last);
    }
    if (md_is_struct(operand, "com.sun.star.sheet.ExternalReference")) {
        const struct md_external_reference *external = operand->pData;
        return is_relative_operand(&external->cells);
    }
    return false;
}

static bool is_relative_token(const struct md_ours *ours, const struct md_token *token)
{
    const struct md_document_name *name = md_name_of(ours, token);
    if (name != NULL)
        return name->is_relative;
    return token->code == ours->codes.push && is_relative_operand(&token->data);
}

bool md_is_relative(const struct md_ours *ours, const struct md_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_relative_token(ours, &tokens[i]))
            return true;
    return false;
}

static const struct code_entry *entries_of(struct md_ours *ours, uno_Interface *mapper, int group, size_t wanted)
{
    size_t count;
    const struct code_entry *entries = md_elements_in(
        md_call(ours->office, mapper, "sheet.XFormulaOpCodeMapper::getAvailableMappings", md_int(ODFF), md_int(group)), &count);
    return count >= wanted ? entries : NULL;
}

static uno_Interface *mapper_of(const struct md_ours *ours)
{
    return md_object_in(md_call(ours->office, ours->document, "lang.XMultiServiceFactory::createInstance",
                                md_utf8("com.sun.star.sheet.FormulaOpCodeMapper")));
}

static const struct {
    const char *name; /* as in a file */
    enum md_trait trait;
} traits[] = {
    {"IF", MD_CHOOSES},
    {"IFS", MD_CHOOSES},
    {"CHOOSE", MD_CHOOSES},
    {"SWITCH", MD_CHOOSES},
    {"IFERROR", MD_HIDES},
    {"IFNA", MD_HIDES},
    {"ISERROR", MD_ASKS_FOR_ERRORS},
    {"ISERR", MD_ASKS_FOR_ERRORS},
    {"ISNA", MD_ASKS_FOR_ERRORS},
    {"SUM", MD_TAKES_RANGES},
    {"SUMIF", MD_TAKES_RANGES},
    {"SUMIFS", MD_TAKES_RANGES},
    {"AVERAGE", MD_TAKES_RANGES},
    {"COUNT", MD_TAKES_RANGES},
    {"COUNTA", MD_TAKES_RANGES},
    {"MAX", MD_TAKES_RANGES},
    {"MIN", MD_TAKES_RANGES},
    {"SUBTOTAL", MD_TAKES_RANGES},
    {"INDEX", MD_TAKES_RANGES},
    {"VLOOKUP", MD_TAKES_RANGES},
    {"MATCH", MD_TAKES_RANGES},
    {"HLOOKUP", MD_TAKES_RANGES},
    {"LOOKUP", MD_TAKES_RANGES},
    {"COUNTIF", MD_TAKES_RANGES},
    {"COUNTIFS", MD_TAKES_RANGES},
    {"AVERAGEIF", MD_TAKES_RANGES},
    {"ROWS", MD_TAKES_RANGES},
    {"SUMPRODUCT", MD_TAKES_ALL},
    {"TRANSPOSE", MD_TURNS},
    {"COLUMN", MD_KNOWS_ITS_COLUMN},
    {"CELL", MD_KNOWS_ITS_COLUMN},
    {"SHEET", MD_KNOWS_ITS_COLUMN},
    {"INDIRECT", MD_KNOWS_ITS_COLUMN},
    {"#REF!", MD_IS_LOST},
};

enum { TRAITS = sizeof traits / sizeof *traits };

_Static_assert((int)TRAITS <= (int)MD_MOST_TRAITS, "room for every code");

static bool find_traits(struct md_ours *ours, uno_Interface *mapper)
{
    struct md_office *office = ours->office;
    const char *names[TRAITS];
    size_t count;
    for (size_t i = 0; i < TRAITS; i++)
        names[i] = traits[i].name;
    const struct md_token *tokens = md_elements_in(md_call(office, mapper, "sheet.XFormulaOpCodeMapper::getMappings",
                                                           md_any(md_strings_of(office, names, TRAITS)), md_int(ODFF)),
                                                   &count);
    for (size_t i = 0; i < count && i < TRAITS; i++)
        ours->trait_codes[i] = tokens[i].code;
    return count == TRAITS;
}

bool md_has_trait(const struct md_ours *ours, const struct md_token *token, enum md_trait trait)
{
    for (size_t i = 0; i < TRAITS; i++)
        if (ours->trait_codes[i] == token->code)
            return traits[i].trait == trait;
    return false;
}

static bool find_codes(struct md_ours *ours)
{
    uno_Interface *mapper = mapper_of(ours);
    const struct code_entry *special = entries_of(ours, mapper, SPECIAL, SPECIALS);
    const struct code_entry *separators = entries_of(ours, mapper, SEPARATORS, ALL_SEPARATORS);
    const struct code_entry *of_arrays = entries_of(ours, mapper, ARRAY_SEPARATORS, ALL_ARRAY_SEPARATORS);
    if (special == NULL || separators == NULL || of_arrays == NULL)
        return false;
    ours->codes.push = special[PUSH].token.code;
    ours->codes.external = special[EXTERNAL].token.code;
    ours->codes.name = special[NAME].token.code;
    ours->codes.missing = special[MISSING].token.code;
    ours->codes.bad = special[BAD].token.code;
    ours->codes.in_matrix = special[IN_MATRIX].token.code;
    ours->codes.area = special[AREA].token.code;
    ours->codes.open = separators[OPEN].token.code;
    ours->codes.close = separators[CLOSE].token.code;
    ours->codes.separator = separators[SEPARATOR].token.code;
    ours->codes.table = ours->codes.area + 1;
    ours->codes.table_open = of_arrays[ARRAY_COLUMN].token.code + 1; /* of a table the mapper tells nothing */
    return find_traits(ours, mapper);
}

/* ---- Sheets ----------------------------------------------------------------------------------------------------- */

static bool find_sheets(struct md_command *command, struct md_ours *ours)
{
    struct md_office *office = ours->office;
    uno_Interface *sheets = md_object_in(md_ask(office, ours->document, "sheet.XSpreadsheetDocument::getSheets"));
    sal_Int32 count = (sal_Int32)md_count_in(office, sheets);
    ours->sheets = md_take(&command->blocks.memory, (size_t)count + 1, sizeof *ours->sheets);
    ours->sheet_names = md_take(&command->blocks.memory, (size_t)count + 1, sizeof *ours->sheet_names);
    if (sheets == NULL || ours->sheets == NULL || ours->sheet_names == NULL)
        return false;
    for (; ours->sheet_count < count; ours->sheet_count++) {
        ours->sheets[ours->sheet_count] = md_at(office, sheets, ours->sheet_count);
        ours->sheet_names[ours->sheet_count] =
            md_text_in(md_ask(office, ours->sheets[ours->sheet_count], "container.XNamed::getName"));
    }
    return true;
}

uno_Interface *md_sheet(const struct md_ours *ours, sal_Int32 sheet)
{
    return sheet >= 0 && sheet < ours->sheet_count ? ours->sheets[sheet] : NULL;
}

/* ---- Names and database ranges ---------------------------------------------------------------------------------- */

/* The names of the document (-1) or of one sheet. */
static uno_Interface *names_at(const struct md_ours *ours, sal_Int32 sheet)
{
    uno_Interface *owner = sheet < 0 ? ours->document : md_sheet(ours, sheet);
    return md_object_in(md_get(ours->office, owner, "NamedRanges"));
}

static void add_names(struct md_ours *ours, sal_Int32 sheet)
{
    struct md_office *office = ours->office;
    uno_Interface *names = names_at(ours, sheet);
    int64_t count = md_count_in(office, names);
    for (int64_t i = 0; i < count; i++) {
        struct md_document_name *name = &ours->names[ours->name_count++];
        name->object = md_at(office, names, i);
        name->spelling = md_text_in(md_ask(office, name->object, "container.XNamed::getName"));
        name->token = (struct md_name_token){(sal_Int32)md_int_in(md_get(office, name->object, "TokenIndex")), sheet};
        name->tokens = md_tokens_of(office, name->object, &name->token_count);
    }
}

/* A name may stand in a name, and in a circle: while one is found, the others are looked at again. */
static void find_relative_names(struct md_ours *ours)
{
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < ours->name_count; i++) {
            struct md_document_name *name = &ours->names[i];
            if (name->is_relative || !md_is_relative(ours, name->tokens, name->token_count))
                continue;
            name->is_relative = found = true;
        }
    }
}

/* Puts those names first that call a function of ours. A name may stand in a name: when one is found, the others are looked at again. */
static void sort_names(struct md_ours *ours)
{
    for (size_t i = 0; i < ours->name_count; i++) {
        struct md_document_name *name = &ours->names[i], found = *name;
        if (i < ours->our_name_count || !md_calls_ours(ours, found.tokens, found.token_count))
            continue;
        *name = ours->names[ours->our_name_count];
        ours->names[ours->our_name_count++] = found;
        i = ours->our_name_count - 1;
    }
}

void md_count_also(struct md_ours *ours, const struct md_office_function *functions, size_t count)
{
    struct md_office *office = ours->office;
    const char *names[MD_MOST_ALSO];
    size_t found;
    for (size_t i = 0; i < count; i++)
        names[i] = functions[i].name;
    const struct md_token *tokens = md_elements_in(md_call(office, mapper_of(ours), "sheet.XFormulaOpCodeMapper::getMappings",
                                                           md_any(md_strings_of(office, names, count)), md_int(ODFF)),
                                                   &found);
    for (size_t i = 0; i < found && i < count; i++)
        ours->also_codes[i] = tokens[i].code;
    ours->also = functions;
    ours->also_count = found < count ? found : count;
    sort_names(ours);
}

static bool find_names(struct md_command *command, struct md_ours *ours)
{
    size_t total = 0;
    for (sal_Int32 sheet = -1; sheet < ours->sheet_count; sheet++)
        total += (size_t)md_count_in(ours->office, names_at(ours, sheet));
    ours->names = md_take(&command->blocks.memory, total + 1, sizeof *ours->names);
    if (ours->names == NULL)
        return false;
    for (sal_Int32 sheet = -1; sheet < ours->sheet_count; sheet++)
        add_names(ours, sheet);
    find_relative_names(ours);
    sort_names(ours);
    return true;
}

static bool find_areas(struct md_command *command, struct md_ours *ours)
{
    struct md_office *office = ours->office;
    uno_Interface *areas = md_object_in(md_get(office, ours->document, "DatabaseRanges"));
    size_t count = (size_t)md_count_in(office, areas);
    ours->areas = md_take(&command->blocks.memory, count + 1, sizeof *ours->areas);
    if (ours->areas == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        uno_Interface *area = md_at(office, areas, (int64_t)i);
        const struct md_range_address *where = md_struct_in(md_ask(office, area, "sheet.XDatabaseRange::getDataArea"));
        if (where != NULL)
            ours->areas[ours->area_count++] = (struct md_document_area){
                (sal_Int32)md_int_in(md_get(office, area, "TokenIndex")), *where,
                md_true_in(md_get(office, area, "ContainsHeader")), md_true_in(md_get(office, area, "TotalsRow"))};
    }
    return true;
}

uno_Interface *md_cell_at(const struct md_ours *ours, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return md_object_in(
        md_call(ours->office, md_sheet(ours, sheet), "table.XCellRange::getCellByPosition", md_int(column), md_int(row)));
}

md_answer md_content_of(struct md_office *office, uno_Interface *cell)
{
    size_t count;
    uno_Sequence *const *rows = md_elements_in(md_ask(office, cell, "sheet.XCellRangeData::getDataArray"), &count);
    return count == 1 && rows[0]->nElements == 1 ? md_elements(rows[0]) : NULL;
}

bool md_ours_in(struct md_command *command, uno_Interface *document, struct md_ours *ours)
{
    struct md_office *office = &command->office;
    *ours = (struct md_ours){.office = office, .document = document};
    return find_sheets(command, ours) && find_codes(ours) && find_names(command, ours) && find_areas(command, ours);
}

void md_find_first(const struct md_ours *ours, uno_Interface *cell, sal_Int32 *column, sal_Int32 *row)
{
    size_t count;
    const struct md_token *tokens = md_tokens_of(ours->office, cell, &count);
    bool refers = count == 1 && tokens[0].code == ours->codes.in_matrix;
    const struct md_reference *first = refers ? md_struct_in(&tokens[0].data) : NULL;
    if (first != NULL) {
        *column += first->relative_column;
        *row += first->relative_row;
    }
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
    formulas->sheet = md_sheet(formulas->ours, formulas->sheet_index);
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

static bool is_first(const struct md_formulas *formulas)
{
    return formulas->first_column == formulas->column && formulas->first_row == formulas->row;
}

const struct md_range_address *md_array_at(const struct md_ours *ours, sal_Int32 sheet, uno_Interface *cell)
{
    struct md_office *office = ours->office;
    uno_Interface *array =
        md_object_in(md_call(office, md_sheet(ours, sheet), "sheet.XSpreadsheet::createCursorByRange", md_object(cell)));
    md_ask(office, array, "sheet.XSheetCellCursor::collapseToCurrentArray");
    return md_struct_in(md_ask(office, array, "sheet.XCellRangeAddressable::getRangeAddress"));
}

struct md_found_array {
    struct md_found_array *before;
    struct md_range_address where;
};

/* Is this cell part of an array that was found already? */
static bool is_in_found_array(const struct md_formulas *formulas)
{
    for (const struct md_found_array *array = formulas->last_array; array != NULL; array = array->before)
        if (array->where.sheet == formulas->sheet_index && formulas->column >= array->where.left &&
            formulas->column <= array->where.right && formulas->row >= array->where.top && formulas->row <= array->where.bottom)
            return true;
    return false;
}

static void remember_array(struct md_formulas *formulas)
{
    const struct md_range_address *where = md_array_at(formulas->ours, formulas->sheet_index, formulas->cell);
    struct md_found_array *array = where != NULL ? md_take(formulas->memory, 1, sizeof *array) : NULL;
    if (array != NULL) {
        *array = (struct md_found_array){formulas->last_array, *where};
        formulas->last_array = array;
    }
}

static bool is_ours_here(struct md_formulas *formulas)
{
    struct md_text text = text_here(formulas);
    if (!may_be_ours(formulas->ours, text) || is_in_found_array(formulas))
        return false;
    formulas->cell = cell_at(formulas, formulas->column, formulas->row);
    formulas->in_matrix = text.length > 0 && text.units[0] == '{';
    formulas->first_column = formulas->column;
    formulas->first_row = formulas->row;
    md_find_first(formulas->ours, formulas->cell, &formulas->first_column, &formulas->first_row);
    if (formulas->memory != NULL && !is_first(formulas))
        return false;
    if (formulas->memory != NULL && formulas->in_matrix)
        remember_array(formulas);
    uno_Interface *first = is_first(formulas) ? formulas->cell : cell_at(formulas, formulas->first_column, formulas->first_row);
    formulas->tokens = md_tokens_of(formulas->ours->office, first, &formulas->token_count);
    return md_calls_ours(formulas->ours, formulas->tokens, formulas->token_count);
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

double md_looked_at(const struct md_formulas *formulas)
{
    double in_block = 0, in_sheet = 0;
    if (formulas->row_count > 0)
        in_block = (double)(formulas->row - formulas->blocks[formulas->block - 1].top) / (double)formulas->row_count;
    if (formulas->block_count > 0 && formulas->block > 0)
        in_sheet = ((double)formulas->block - 1 + in_block) / (double)formulas->block_count;
    return ((double)formulas->sheet_index + in_sheet) / (double)formulas->ours->sheet_count;
}

void md_first_formula(struct md_formulas *formulas, const struct md_ours *ours, struct md_memory *memory)
{
    struct md_loan *newest = ours->office->newest;
    *formulas = (struct md_formulas){
        .ours = ours, .memory = memory, .sheet_index = -1, .before = newest, .in_sheet = newest, .in_block = newest};
    md_next_formula(formulas);
}
