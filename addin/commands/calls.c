// SPDX-License-Identifier: EUPL-1.2
/* From the tokens of a formula to calls and arguments; calls.h is the manual. */
#include "calls.h"

#include <string.h>

enum { SERVICE_LENGTH = sizeof "meedoen.Budget." - 1 };

struct search {
    const struct md_ours *ours;
    struct md_calls *found;
    sal_Int32 sheet, column, row; /* of the cell */
};

/* ---- References ------------------------------------------------------------------------------------------------- */

static bool is_deleted(const struct md_reference *reference)
{
    return (reference->flags & (MD_COLUMN_DELETED | MD_ROW_DELETED | MD_SHEET_DELETED)) != 0;
}

static sal_Int32 column_of(const struct search *search, const struct md_reference *reference)
{
    return reference->flags & MD_COLUMN_RELATIVE ? search->column + reference->relative_column : reference->column;
}

static sal_Int32 row_of(const struct search *search, const struct md_reference *reference)
{
    return reference->flags & MD_ROW_RELATIVE ? search->row + reference->relative_row : reference->row;
}

static sal_Int32 sheet_of(const struct search *search, const struct md_reference *reference)
{
    return reference->flags & MD_SHEET_RELATIVE ? search->sheet + reference->relative_sheet : reference->sheet;
}

static sal_Int32 least(sal_Int32 a, sal_Int32 b)
{
    return a < b ? a : b;
}

static sal_Int32 most(sal_Int32 a, sal_Int32 b)
{
    return a > b ? a : b;
}

static void give_cells(const struct search *search, struct md_given *given, const struct md_reference *first,
                       const struct md_reference *last)
{
    if (is_deleted(first) || is_deleted(last)) {
        given->kind = MD_GIVEN_LOST;
        return;
    }
    sal_Int32 columns[] = {column_of(search, first), column_of(search, last)},
              rows[] = {row_of(search, first), row_of(search, last)};
    sal_Int32 sheets[] = {sheet_of(search, first), sheet_of(search, last)};
    given->where = (struct md_range_address){(sal_Int16)least(sheets[0], sheets[1]), least(columns[0], columns[1]),
                                             least(rows[0], rows[1]), most(columns[0], columns[1]), most(rows[0], rows[1])};
    given->last_sheet = most(sheets[0], sheets[1]);
    given->kind = first == last ? MD_GIVEN_CELL : MD_GIVEN_RANGE;
}

/* ---- Tables ----------------------------------------------------------------------------------------------------- */

/* From the code of the opening bracket of a table: Tabel[[#Data];[bereikt]] */
enum { TABLE_OPEN, TABLE_CLOSE, TABLE_ALL, TABLE_HEAD, TABLE_DATA, TABLE_TOTALS, TABLE_THIS_ROW, TABLE_CODES };

static const struct md_document_area *area_of(const struct md_ours *ours, const struct md_token *token)
{
    bool is_area = token->code == ours->codes.area || token->code == ours->codes.table;
    const struct md_name_token *name = is_area ? md_struct_in(&token->data) : NULL;
    for (size_t i = 0; name != NULL && i < ours->area_count; i++)
        if (ours->areas[i].index == name->index)
            return &ours->areas[i];
    return NULL;
}

/* The rows of a table that its words name. */
static void choose_rows(const struct md_document_area *area, const bool words[TABLE_CODES], sal_Int32 row,
                        struct md_range_address *where)
{
    bool any = words[TABLE_ALL] || words[TABLE_HEAD] || words[TABLE_TOTALS];
    bool head = words[TABLE_ALL] || words[TABLE_HEAD], totals = words[TABLE_ALL] || words[TABLE_TOTALS];
    bool data = words[TABLE_ALL] || words[TABLE_DATA] || !any;
    sal_Int32 first = area->where.top + area->has_head, last = area->where.bottom - area->has_totals;
    where->top = head ? area->where.top : data ? first : area->where.bottom;
    where->bottom = totals ? area->where.bottom : data ? last : area->where.top;
    if (words[TABLE_THIS_ROW])
        where->top = where->bottom = row;
}

/* The columns of a table of which the heads are named so far. */
static void choose_column(const struct md_reference *head, bool *any, struct md_range_address *where)
{
    where->left = *any ? least(where->left, head->column) : head->column;
    where->right = *any ? most(where->right, head->column) : head->column;
    *any = true;
}

size_t md_table_at(const struct md_ours *ours, const struct md_token *tokens, size_t count, sal_Int32 row,
                   struct md_range_address *where)
{
    const struct md_document_area *area = count > 0 ? area_of(ours, tokens) : NULL;
    bool words[TABLE_CODES] = {false}, any_column = false;
    size_t depth = 0, end = 1;
    if (area == NULL)
        return 0;
    *where = area->where;
    if (count == 1 || tokens[1].code != ours->codes.table_open)
        return 1;
    do {
        sal_Int32 code = tokens[end].code - ours->codes.table_open;
        if (code >= TABLE_OPEN && code < TABLE_CODES)
            words[code] = true;
        depth += code == TABLE_OPEN;
        depth -= code == TABLE_CLOSE;
        if (md_is_struct(&tokens[end].data, "com.sun.star.sheet.SingleReference"))
            choose_column(tokens[end].data.pData, &any_column, where);
    } while (++end < count && depth > 0);
    choose_rows(area, words, row, where);
    return depth == 0 && where->top <= where->bottom ? end : 0;
}

/* ---- Arguments -------------------------------------------------------------------------------------------------- */

/* What one token pushes: a constant or a reference. */
static void give_operand(const struct search *search, struct md_given *given, const struct md_token *token)
{
    const uno_Any *data = &token->data;
    given->kind = MD_GIVEN_COMPUTED;
    if (md_is_struct(data, "com.sun.star.sheet.SingleReference")) {
        const struct md_reference *reference = data->pData;
        give_cells(search, given, reference, reference);
    } else if (md_is_struct(data, "com.sun.star.sheet.ComplexReference")) {
        const struct md_range_reference *reference = data->pData;
        give_cells(search, given, &reference->first, &reference->last);
        given->written = reference;
    } else if (md_is_struct(data, "com.sun.star.sheet.ExternalReference")) {
        given->kind = MD_GIVEN_OTHER_FILE;
    } else if (data->pType->eTypeClass == typelib_TypeClass_VOID) {
        given->kind = MD_GIVEN_LOST;
    } else if (data->pType->eTypeClass != typelib_TypeClass_STRUCT) {
        given->kind = MD_GIVEN_CONSTANT;
    }
}

static void give_area(struct md_given *given, const struct md_range_address *where)
{
    bool is_one = given->token_count > 1 && md_columns_of(where) * md_rows_of(where) == 1;
    given->kind = is_one ? MD_GIVEN_CELL : MD_GIVEN_RANGE;
    given->where = *where;
    given->last_sheet = where->sheet;
}

/* What a single token gives; a name gives what it stands for, if that is a single token too. */
static void give_token(const struct search *search, struct md_given *given, const struct md_token *token)
{
    struct md_range_address area;
    for (int depth = 0; depth < MD_DEEPEST_NAME; depth++) {
        const struct md_document_name *name = md_name_of(search->ours, token);
        if (name == NULL || name->token_count != 1)
            break;
        if (given->name == NULL)
            given->name = name;
        token = name->tokens;
    }
    if (token->code == search->ours->codes.push || md_has_trait(search->ours, token, MD_IS_LOST))
        give_operand(search, given, token);
    else if (md_table_at(search->ours, token, 1, search->row, &area) == 1)
        give_area(given, &area);
    else if (token->code == search->ours->codes.missing)
        given->kind = MD_GIVEN_NOTHING;
    if (given->name != NULL)
        given->written = NULL;
}

/* The cells that these tokens begin with; returns how many tokens name them, or one where none does. */
static size_t give_next(const struct search *search, struct md_given *given, const struct md_token *tokens, size_t count)
{
    struct md_range_address area;
    size_t length = md_table_at(search->ours, tokens, count, search->row, &area);
    *given = (struct md_given){.kind = MD_GIVEN_COMPUTED, .tokens = tokens, .token_count = length > 0 ? length : 1};
    if (length > 0)
        give_area(given, &area);
    else
        give_token(search, given, tokens);
    return given->token_count;
}

/* Are these tokens TRANSPOSE( ) around one that takes so many of them? */
static bool is_turned(const struct md_ours *ours, const struct md_given *given, size_t count)
{
    return given->token_count == count + 3 && md_has_trait(ours, &given->tokens[0], MD_TURNS) &&
           given->tokens[1].code == ours->codes.open;
}

static void find_origin(const struct search *search, struct md_given *given)
{
    struct md_given next;
    for (size_t i = 0; i < given->token_count;) {
        i += give_next(search, &next, given->tokens + i, given->token_count - i);
        if (next.kind != MD_GIVEN_CELL && next.kind != MD_GIVEN_RANGE)
            continue;
        bool is_another = given->has_origin && !md_is_same_range(&next.where, &given->where);
        given->has_origin = !is_another && next.last_sheet == next.where.sheet;
        if (!given->has_origin)
            return;
        given->where = next.where;
        given->last_sheet = next.last_sheet;
        given->written = next.written;
        given->is_turned = is_turned(search->ours, given, next.token_count);
    }
}

static void add_given(const struct search *search, struct md_our_call *call, size_t begin, size_t end)
{
    if (call->given_count == MD_MOST_GIVEN)
        return;
    struct md_given *given = &call->given[call->given_count++];
    *given = (struct md_given){.kind = begin == end ? MD_GIVEN_NOTHING : MD_GIVEN_COMPUTED,
                               .tokens = call->tokens + begin,
                               .token_count = end - begin};
    struct md_range_address area;
    if (end - begin == 1)
        give_token(search, given, given->tokens);
    else if (md_table_at(search->ours, given->tokens, given->token_count, search->row, &area) == end - begin && end > begin)
        give_area(given, &area);
    if (given->kind == MD_GIVEN_COMPUTED)
        find_origin(search, given);
}

/* ---- Calls ------------------------------------------------------------------------------------------------------ */

static const struct md_function *function_named(struct md_text name)
{
    for (size_t i = 0; i < md_catalogue_length; i++) {
        const char *method = md_catalogue[i].method;
        if (name.length == SERVICE_LENGTH + strlen(method) &&
            rtl_ustr_ascii_compareIgnoreAsciiCase_WithLength(name.units + SERVICE_LENGTH, (sal_Int32)strlen(method), method) ==
                0)
            return &md_catalogue[i];
    }
    return NULL;
}

/* Reads the arguments of a call, whose tokens are those behind its name as far as they go; these then end with its bracket. */
static void read_arguments(const struct search *search, struct md_our_call *call)
{
    size_t begin = 2;
    int depth = 0, tables = 0;
    for (size_t i = 1; i < call->token_count; i++) {
        sal_Int32 code = call->tokens[i].code;
        bool opens = code == search->ours->codes.open, closes = code == search->ours->codes.close;
        bool in_table = tables > 0;
        tables += code == search->ours->codes.table_open + TABLE_OPEN;
        tables -= in_table && code == search->ours->codes.table_open + TABLE_CLOSE;
        depth += opens;
        if (depth == 1 && i > 1 && tables == 0 && (closes || code == search->ours->codes.separator)) {
            if (!closes || i > 2)
                add_given(search, call, begin, i);
            begin = i + 1;
        }
        depth -= closes;
        if (depth == 0) {
            call->token_count = i + 1;
            return;
        }
    }
}

static void add_call(struct search *search, const struct md_token *tokens, size_t count)
{
    struct md_calls *found = search->found;
    if (found->count == MD_MOST_CALLS)
        return;
    struct md_our_call *call = &found->calls[found->count++];
    *call = (struct md_our_call){.name = md_text_in(&tokens->data), .tokens = tokens, .token_count = count};
    call->function = function_named(call->name);
    read_arguments(search, call);
}

static bool ends_before(const struct md_our_call *a, const struct md_our_call *b)
{
    return a->tokens + a->token_count < b->tokens + b->token_count;
}

/* Sorts the calls of one run of tokens by where they end. */
static void sort_calls(struct md_our_call *calls, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && ends_before(&calls[k], &calls[k - 1]); k--) {
            struct md_our_call moved = calls[k];
            calls[k] = calls[k - 1];
            calls[k - 1] = moved;
        }
}

static void search_tokens(struct search *search, const struct md_token *tokens, size_t count, int depth)
{
    for (size_t i = 0; i < count; i++) {
        const struct md_document_name *name = md_our_name_of(search->ours, &tokens[i]);
        if (name != NULL && depth < MD_DEEPEST_NAME && search->found->count < MD_MOST_CALLS)
            search_tokens(search, name->tokens, name->token_count, depth + 1);
    }
    size_t before = search->found->count;
    for (size_t i = 0; i < count; i++)
        if (md_is_call(search->ours, &tokens[i]))
            add_call(search, tokens + i, count - i);
    sort_calls(search->found->calls + before, search->found->count - before);
}

bool md_find_calls(struct md_command *command, const struct md_ours *ours, const struct md_token *tokens, size_t count,
                   sal_Int32 sheet, sal_Int32 column, sal_Int32 row, struct md_calls *calls)
{
    struct search search = {ours, calls, sheet, column, row};
    calls->count = 0;
    calls->alone = false;
    if (calls->calls == NULL)
        calls->calls = md_take(&command->blocks.memory, MD_MOST_CALLS, sizeof *calls->calls);
    if (calls->calls == NULL)
        return false;
    search_tokens(&search, tokens, count, 0);
    const struct md_our_call *last = calls->count > 0 ? &calls->calls[calls->count - 1] : NULL;
    calls->alone = last != NULL && last->tokens == tokens && last->token_count == count;
    return true;
}
