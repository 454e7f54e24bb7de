// SPDX-License-Identifier: EUPL-1.2
/* Anys to arguments and results to anys; convert.h is the manual.
 *
 * From the top: the memory of a call; cells, rows and arguments on their way in; results and rows of numbers on their way out.
 */
#include "convert.h"

#include <stdatomic.h>
#include <stdlib.h>

/* ---- Memory of one call -------------------------------------------------------------------------------------- */

struct md_block {
    struct md_block *older;
    max_align_t bytes[];
};

static void *take(struct md_memory *memory, size_t bytes)
{
    struct md_blocks *blocks = (struct md_blocks *)memory;
    struct md_block *block = bytes <= SIZE_MAX - sizeof *block ? malloc(sizeof *block + bytes) : NULL;
    if (block == NULL) {
        blocks->refused = true;
        return NULL;
    }
    block->older = blocks->newest;
    blocks->newest = block;
    return block->bytes;
}

void md_blocks_init(struct md_blocks *blocks)
{
    *blocks = (struct md_blocks){.memory.take = take};
}

void md_blocks_free(struct md_blocks *blocks)
{
    while (blocks->newest != NULL) {
        struct md_block *block = blocks->newest;
        blocks->newest = block->older;
        free(block);
    }
}

/* ---- Cells --------------------------------------------------------------------------------------------------- */

static double cell_of_number(double number)
{
    return md_status_of(number) == MD_OK ? number : md_cell(MD_DOMAIN);
}

static struct md_text text_of_string(const rtl_uString *string)
{
    return (struct md_text){string->buffer, (size_t)string->length};
}

static double cell_of_text(struct md_text text)
{
    if (md_is_blank(text))
        return md_cell(MD_BLANK);
    return md_cell(md_means_unknown(text) ? MD_UNKNOWN : MD_TEXT);
}

/* The cell that holds a value of a type that is not any; MD_ARGUMENT for a type that no cell can have. */
static double cell_of_value(typelib_TypeClass type_class, const void *value)
{
    switch (type_class) {
    case typelib_TypeClass_DOUBLE:
        return cell_of_number(*(const double *)value);
    case typelib_TypeClass_STRING:
        return cell_of_text(text_of_string(*(rtl_uString *const *)value));
    case typelib_TypeClass_VOID:
        return md_cell(MD_BLANK);
    case typelib_TypeClass_BOOLEAN:
        return *(const sal_Bool *)value ? 1 : 0;
    case typelib_TypeClass_BYTE:
        return *(const sal_Int8 *)value;
    case typelib_TypeClass_SHORT:
        return *(const sal_Int16 *)value;
    case typelib_TypeClass_UNSIGNED_SHORT:
        return *(const sal_uInt16 *)value;
    case typelib_TypeClass_LONG:
    case typelib_TypeClass_ENUM:
        return *(const sal_Int32 *)value;
    case typelib_TypeClass_UNSIGNED_LONG:
        return *(const sal_uInt32 *)value;
    case typelib_TypeClass_HYPER:
        return (double)*(const sal_Int64 *)value;
    case typelib_TypeClass_UNSIGNED_HYPER:
        return (double)*(const sal_uInt64 *)value;
    case typelib_TypeClass_FLOAT:
        return cell_of_number((double)*(const float *)value);
    default:
        return md_cell(MD_ARGUMENT);
    }
}

static double cell_of_any(const uno_Any *any)
{
    return cell_of_value(any->pType->eTypeClass, any->pData);
}

/* Bytes of an element of a sequence of this type; 0 for a type that no cell can have. */
static size_t size_of_class(typelib_TypeClass type_class)
{
    switch (type_class) {
    case typelib_TypeClass_BOOLEAN:
    case typelib_TypeClass_BYTE:
        return 1;
    case typelib_TypeClass_SHORT:
    case typelib_TypeClass_UNSIGNED_SHORT:
        return 2;
    case typelib_TypeClass_LONG:
    case typelib_TypeClass_UNSIGNED_LONG:
    case typelib_TypeClass_ENUM:
    case typelib_TypeClass_FLOAT:
        return 4;
    case typelib_TypeClass_HYPER:
    case typelib_TypeClass_UNSIGNED_HYPER:
    case typelib_TypeClass_DOUBLE:
        return 8;
    case typelib_TypeClass_STRING:
        return sizeof(rtl_uString *);
    case typelib_TypeClass_ANY:
        return sizeof(uno_Any);
    default:
        return 0;
    }
}

/* ---- Rows ---------------------------------------------------------------------------------------------------- */

struct row {
    const char *cells;
    sal_Int32 count; /* -1 where there is no row */
    typelib_TypeClass cell_class;
};

static struct row row_of_sequence(const uno_Sequence *sequence, typelib_TypeClass cell_class)
{
    return (struct row){md_elements(sequence), sequence->nElements, cell_class};
}

/* Adds a reference to the type of the elements of a sequence type. */
static typelib_TypeDescriptionReference *acquire_element_type(typelib_TypeDescriptionReference *sequence_type)
{
    typelib_TypeDescription *description = NULL;
    typelib_TypeDescriptionReference *element_type = NULL;
    typelib_typedescriptionreference_getDescription(&description, sequence_type);
    if (description != NULL) {
        element_type = ((typelib_IndirectTypeDescription *)description)->pType;
        typelib_typedescriptionreference_acquire(element_type);
        typelib_typedescription_release(description);
    }
    return element_type;
}

static typelib_TypeClass element_class(typelib_TypeDescriptionReference *sequence_type)
{
    typelib_TypeDescriptionReference *element_type = acquire_element_type(sequence_type);
    if (element_type == NULL)
        return typelib_TypeClass_UNKNOWN;
    typelib_TypeClass type_class = element_type->eTypeClass;
    typelib_typedescriptionreference_release(element_type);
    return type_class;
}

static struct row row_at(const struct md_source *source, size_t index)
{
    const struct row none = {NULL, -1, typelib_TypeClass_UNKNOWN};
    switch (source->layout) {
    case MD_ONE_ROW:
        return row_of_sequence(source->outer, source->cell_class);
    case MD_ROWS:
        return row_of_sequence(((uno_Sequence **)md_elements(source->outer))[index], source->cell_class);
    case MD_ROWS_IN_ANYS: {
        const uno_Any *any = (const uno_Any *)md_elements(source->outer) + index;
        if (any->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
            return none;
        return row_of_sequence(*(uno_Sequence *const *)any->pData, element_class(any->pType));
    }
    }
    return none;
}

/* Reads the cells of a row; false if one has a type that no cell can have. */
static bool read_row(struct row row, double *cells)
{
    size_t count = (size_t)row.count, size = size_of_class(row.cell_class);
    bool good = size > 0;
    if (row.cell_class == typelib_TypeClass_ANY) {
        const uno_Any *anys = (const void *)row.cells;
        for (size_t i = 0; i < count; i++) {
            cells[i] = cell_of_any(&anys[i]);
            good &= md_status_of(cells[i]) != MD_ARGUMENT;
        }
    } else if (good)
        for (size_t i = 0; i < count; i++)
            cells[i] = cell_of_value(row.cell_class, row.cells + i * size);
    return good;
}

/* ---- Arguments ----------------------------------------------------------------------------------------------- */

static struct md_text text_in_any(const struct md_argument *argument, size_t cell)
{
    (void)cell;
    const uno_Any *any = ((const struct md_source *)argument->source)->any;
    return text_of_string(*(rtl_uString *const *)any->pData);
}

static struct md_text text_in_range(const struct md_argument *argument, size_t cell)
{
    struct row row = row_at(argument->source, cell / argument->columns);
    if (row.cells == NULL)
        return (struct md_text){NULL, 0};
    const char *value = row.cells + cell % argument->columns * size_of_class(row.cell_class);
    if (row.cell_class == typelib_TypeClass_ANY)
        value = ((const uno_Any *)(const void *)value)->pData;
    return text_of_string(*(rtl_uString *const *)(const void *)value);
}

static void find_layout(const uno_Any *any, struct md_source *source)
{
    source->outer = *(uno_Sequence *const *)any->pData;
    source->layout = MD_ONE_ROW;
    typelib_TypeDescriptionReference *type = acquire_element_type(any->pType);
    source->cell_class = type != NULL ? type->eTypeClass : typelib_TypeClass_UNKNOWN;
    if (source->cell_class == typelib_TypeClass_SEQUENCE) {
        source->layout = MD_ROWS;
        source->cell_class = element_class(type);
    } else if (source->cell_class == typelib_TypeClass_ANY && source->outer->nElements > 0) {
        const uno_Any *first = md_elements(source->outer);
        if (first->pType->eTypeClass == typelib_TypeClass_SEQUENCE)
            source->layout = MD_ROWS_IN_ANYS;
    }
    if (type != NULL)
        typelib_typedescriptionreference_release(type);
}

static enum md_status range_from_any(const uno_Any *any, struct md_memory *memory, struct md_source *source,
                                     struct md_argument *argument)
{
    find_layout(any, source);
    size_t rows = source->layout == MD_ONE_ROW ? 1 : (size_t)source->outer->nElements;
    sal_Int32 columns = rows > 0 ? row_at(source, 0).count : 0;
    if (columns < 1)
        return MD_ARGUMENT;
    double *cells = md_take(memory, rows, (size_t)columns * sizeof *cells);
    if (cells == NULL)
        return MD_MEMORY;
    for (size_t i = 0; i < rows; i++) {
        struct row row = row_at(source, i);
        if (row.count != columns || !read_row(row, cells + i * (size_t)columns))
            return MD_ARGUMENT;
    }
    *argument = (struct md_argument){MD_RANGE, rows, (size_t)columns, cells, text_in_range, source};
    return MD_OK;
}

enum md_status md_argument_from_any(const uno_Any *any, struct md_memory *memory, struct md_source *source,
                                    struct md_argument *argument)
{
    source->any = any;
    switch (any->pType->eTypeClass) {
    case typelib_TypeClass_VOID:
        *argument = (struct md_argument){.shape = MD_LEFT_OUT};
        return MD_OK;
    case typelib_TypeClass_SEQUENCE:
        return range_from_any(any, memory, source, argument);
    default:
        source->single = cell_of_any(any);
        *argument = (struct md_argument){MD_SINGLE, 1, 1, &source->single, text_in_any, source};
        return md_status_of(source->single) == MD_ARGUMENT ? MD_ARGUMENT : MD_OK;
    }
}

/* ---- Results ------------------------------------------------------------------------------------------------- */

/* What Calc shows for a state: the codes of its formula/errorcodes.hxx. */
static uint64_t error_code(enum md_status status)
{
    switch (status) {
    case MD_ZERO_DIVISION:
        return 532;
    case MD_UNKNOWN:
        return 32767;
    case MD_TEXT:
        return 519;
    case MD_ARGUMENT:
        return 502;
    case MD_MEMORY:
        return 512;
    default:
        return 503;
    }
}

enum md_status md_status_of_code(int64_t code)
{
    static const enum md_status states[] = {MD_UNKNOWN, MD_TEXT, MD_ZERO_DIVISION, MD_DOMAIN, MD_ARGUMENT};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if ((int64_t)error_code(states[i]) == code)
            return states[i];
    return MD_OK;
}

/* A number or a state, as Calc reads it. */
static double shown(double number)
{
    enum md_status status = md_status_of(number);
    if (status == MD_OK)
        return number + 0.0; /* -0 becomes 0: Calc would show "-0" */
    uint64_t bits = UINT64_C(0x7FF8000000000000) | error_code(status);
    memcpy(&number, &bits, sizeof number);
    return number;
}

static void construct_number(uno_Any *any, double number)
{
    double value = shown(number);
    uno_type_any_construct(any, &value, *typelib_static_type_getByTypeClass(typelib_TypeClass_DOUBLE), NULL);
}

static bool construct_text(uno_Any *any, const char *utf8)
{
    rtl_uString *string = NULL;
    size_t length = strlen(utf8);
    if (length <= INT32_MAX)
        rtl_string2UString(&string, utf8, (sal_Int32)length, RTL_TEXTENCODING_UTF8, OSTRING_TO_OUSTRING_CVTFLAGS);
    if (string == NULL)
        return false;
    uno_type_any_construct(any, &string, *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL);
    rtl_uString_release(string);
    return true;
}

static bool construct_cell(uno_Any *any, const struct md_result *result, size_t cell)
{
    enum md_status status = md_status_of(result->cells[cell]);
    const char *text = status == MD_BLANK ? "" : status == MD_TEXT && result->texts != NULL ? result->texts[cell] : NULL;
    if (text != NULL)
        return construct_text(any, text);
    construct_number(any, result->cells[cell]);
    return true;
}

/* ---- Rows of numbers ----
 *
 * A matrix of one column has as many sequences as cells, and the office spends more time on freeing each than on reading it.
 * Therefore all rows of a matrix lie in one block, and we keep a reference to each of them: the office gives its own back and
 * never frees a row. A block of which only our references are left is freed when the next matrix is made. */

struct md_lent {
    struct md_lent *next;
    size_t rows, stride; /* bytes from one row to the next */
    max_align_t first[];
};

static _Atomic(struct md_lent *) lent;

static uno_Sequence *lent_row(struct md_lent *block, size_t row)
{
    return (void *)((char *)block->first + row * block->stride);
}

static bool is_given_back(struct md_lent *block)
{
    size_t row = 0;
    while (row < block->rows && __atomic_load_n(&lent_row(block, row)->nRefCount, __ATOMIC_ACQUIRE) == 1)
        row++;
    return row == block->rows;
}

static void lend(struct md_lent *block)
{
    block->next = atomic_load(&lent);
    while (!atomic_compare_exchange_weak(&lent, &block->next, block))
        ;
}

/* Any thread may call: the list is taken as a whole, and what is still in use goes back. */
static void free_given_back(void)
{
    struct md_lent *block = atomic_exchange(&lent, NULL);
    while (block != NULL) {
        struct md_lent *next = block->next;
        if (is_given_back(block))
            rtl_freeMemory(block);
        else
            lend(block);
        block = next;
    }
}

/* Fills `rows` with the rows of a matrix as []double; false without memory. */
static bool lend_rows_of_numbers(const struct md_result *result, uno_Sequence **rows)
{
    free_given_back();
    size_t bytes = result->columns * sizeof(double);
    if (result->columns > INT32_MAX || bytes > (SIZE_MAX - sizeof(struct md_lent)) / result->rows - SAL_SEQUENCE_HEADER_SIZE)
        return false;
    size_t stride = SAL_SEQUENCE_HEADER_SIZE + bytes;
    struct md_lent *block = rtl_allocateMemory(sizeof *block + result->rows * stride);
    if (block == NULL)
        return false;
    block->rows = result->rows;
    block->stride = stride;
    const double *cell = result->cells;
    for (size_t row = 0; row < result->rows; row++) {
        rows[row] = lent_row(block, row);
        rows[row]->nRefCount = 2;
        rows[row]->nElements = (sal_Int32)result->columns;
        double *numbers = md_elements(rows[row]);
        for (size_t i = 0; i < result->columns; i++)
            numbers[i] = shown(*cell++);
    }
    lend(block);
    return true;
}

/* One row of a matrix as []any; NULL without memory. */
static uno_Sequence *new_row_of_anys(const struct md_result *result, size_t row)
{
    uno_Sequence *sequence = md_new_sequence(result->columns, sizeof(uno_Any));
    if (sequence == NULL)
        return NULL;
    uno_Any *anys = md_elements(sequence);
    for (size_t i = 0; i < result->columns; i++)
        if (!construct_cell(&anys[i], result, row * result->columns + i)) {
            while (i > 0)
                uno_any_destruct(&anys[--i], NULL);
            rtl_freeMemory(sequence);
            return NULL;
        }
    return sequence;
}

/* The type [][]double or [][]any. Both are kept for good; the office sets them once, under a lock of its own. */
static typelib_TypeDescriptionReference *matrix_type(bool of_anys)
{
    static typelib_TypeDescriptionReference *types[2][2];
    typelib_TypeDescriptionReference **row = &types[of_anys][0], **matrix = &types[of_anys][1];
    typelib_TypeClass cell_class = of_anys ? typelib_TypeClass_ANY : typelib_TypeClass_DOUBLE;
    typelib_static_sequence_type_init(row, *typelib_static_type_getByTypeClass(cell_class));
    typelib_static_sequence_type_init(matrix, *row);
    return *matrix;
}

static bool is_blank_row(const struct md_result *result, size_t row)
{
    const double *cells = result->cells + row * result->columns;
    for (size_t i = 0; i < result->columns; i++)
        if (md_status_of(cells[i]) != MD_BLANK)
            return false;
    return true;
}

/* The rows that are handed over (sentence 9): at least two, for Calc repeats a single row over a whole array formula. */
static size_t rows_to_show(const struct md_result *result)
{
    enum { MOST_BLANK_ROWS = 65536 };
    size_t rows = result->rows;
    while (result->has_blanks && rows > 2 && is_blank_row(result, rows - 1))
        rows--;
    return result->rows - rows > MOST_BLANK_ROWS ? rows : result->rows;
}

/* Fills `outer` with so many rows of anys and counts in it those that are there, so that what is half made can be destructed. */
static bool add_rows_of_anys(const struct md_result *result, size_t row_count, uno_Sequence *outer)
{
    uno_Sequence **rows = md_elements(outer);
    for (outer->nElements = 0; (size_t)outer->nElements < row_count; outer->nElements++) {
        rows[outer->nElements] = new_row_of_anys(result, (size_t)outer->nElements);
        if (rows[outer->nElements] == NULL)
            return false;
    }
    return true;
}

static bool construct_matrix(uno_Any *any, const struct md_result *result)
{
    size_t row_count = rows_to_show(result);
    uno_Sequence *outer = md_new_sequence(row_count, sizeof(uno_Sequence *));
    if (outer == NULL)
        return false;
    bool complete;
    if (result->has_blanks) {
        complete = add_rows_of_anys(result, row_count, outer);
    } else {
        complete = lend_rows_of_numbers(result, md_elements(outer));
        outer->nElements = complete ? (sal_Int32)row_count : 0;
    }
    if (complete)
        uno_type_any_construct(any, &outer, matrix_type(result->has_blanks), NULL);
    uno_type_destructData(&outer, matrix_type(result->has_blanks), NULL);
    return complete;
}

void md_any_from_result(const struct md_result *result, uno_Any *any)
{
    bool constructed = false;
    switch (result->kind) {
    case MD_RESULT_NUMBER:
        if (md_status_of(result->number) == MD_BLANK)
            constructed = construct_text(any, "");
        break;
    case MD_RESULT_TEXT:
        constructed = construct_text(any, result->text);
        break;
    case MD_RESULT_MATRIX:
        constructed = construct_matrix(any, result);
        break;
    }
    if (!constructed)
        construct_number(any, result->kind == MD_RESULT_NUMBER ? result->number : md_cell(MD_MEMORY));
}
