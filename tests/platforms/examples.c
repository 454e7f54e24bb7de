// SPDX-License-Identifier: EUPL-1.2
/* examples LIBRARY: loads the built component and has it answer every example of the catalogue, through its dispatcher.
 *
 * Needs no office, only its two libraries: so it also runs where those are played, as under Wine.
 */
#include "../component/calls.h"
#include "../unit/formulas.h"

#include <rtl/ustring.h>

/* ---- Arguments ----------------------------------------------------------------------------------------------- */

static void make_written_cell(uno_Any *any, const struct test_cells *cells, size_t cell)
{
    if (md_status_of(cells->cells[cell]) == MD_OK) {
        make_double(any, cells->cells[cell]);
        return;
    }
    const char *text = cells->lengths[cell] > 0 ? cells->utf8[cell] : "";
    rtl_uString *string = NULL;
    rtl_string2UString(&string, text, (sal_Int32)strlen(text), RTL_TEXTENCODING_UTF8, OSTRING_TO_OUSTRING_CVTFLAGS);
    uno_type_any_construct(any, &string, *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL);
    rtl_uString_release(string);
}

static void make_written_argument(uno_Any *any, const struct test_cells *cells)
{
    if (!cells->braces) {
        make_written_cell(any, cells, 0);
        return;
    }
    static typelib_TypeDescriptionReference *row_type, *type;
    typelib_static_sequence_type_init(&row_type, any_type());
    typelib_static_sequence_type_init(&type, row_type);
    uno_Sequence *outer = md_new_sequence(cells->rows, sizeof(uno_Sequence *));
    for (size_t i = 0; i < cells->rows; i++) {
        uno_Sequence *row = md_new_sequence(cells->columns, sizeof(uno_Any));
        for (size_t j = 0; j < cells->columns; j++)
            make_written_cell((uno_Any *)md_elements(row) + j, cells, i * cells->columns + j);
        ((uno_Sequence **)md_elements(outer))[i] = row;
    }
    uno_type_any_construct(any, &outer, type, NULL);
    uno_type_destructData(&outer, type, NULL);
}

/* Arguments as written; the rest is left out. */
static void make_written_arguments(struct arguments *arguments, const char *written, sal_Int32 method)
{
    static struct test_cells cells;
    size_t count = 0;
    arguments->rest = NULL;
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++) {
        arguments->pointers[i] = &arguments->values[i];
        if (*written != 0 && *written != ';') {
            test_read_cells(&written, &cells, false);
            make_written_argument(&arguments->values[i], &cells);
            count = i + 1;
        } else {
            uno_type_any_construct(&arguments->values[i], NULL, NULL, NULL);
        }
        if (*written == ';')
            written++;
    }
    gather_rest(arguments, method, count);
}

/* ---- Results ------------------------------------------------------------------------------------------------- */

/* A number as the office gets it: an error is a NaN with Calc's code in its low bits. */
static double cell_of_number(double number)
{
    static const struct {
        uint32_t code;
        enum md_status status;
    } errors[] = {{32767, MD_UNKNOWN}, {519, MD_TEXT}, {532, MD_ZERO_DIVISION}, {503, MD_DOMAIN}, {502, MD_ARGUMENT}};
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (bits == (UINT64_C(0x7FF8000000000000) | errors[i].code))
            return md_cell(errors[i].status);
    return number;
}

static const char *utf8_of(const rtl_uString *string, struct test_memory *memory)
{
    char *utf8 = md_take(&memory->memory, (size_t)string->length + 1, 3), *at = utf8;
    for (sal_Int32 i = 0; i < string->length; i++) {
        unsigned unit = string->buffer[i];
        if (unit >= 0x800)
            *at++ = (char)(0xE0 | unit >> 12);
        if (unit >= 0x80)
            *at++ = (char)((unit >= 0x800 ? 0x80 : 0xC0) | (unit >> 6 & (unit >= 0x800 ? 0x3F : 0x1F)));
        *at++ = (char)(unit < 0x80 ? unit : 0x80 | (unit & 0x3F));
    }
    *at = 0;
    return utf8;
}

static bool holds_anys(const uno_Any *matrix)
{
    const rtl_uString *name = matrix->pType->pTypeName;
    if (rtl_ustr_ascii_compare(name->buffer, "[][]any") == 0)
        return true;
    assert_int_equal(rtl_ustr_ascii_compare(name->buffer, "[][]double"), 0);
    return false;
}

static void read_matrix(const uno_Any *any, struct md_result *result, struct test_memory *memory)
{
    uno_Sequence *outer = *(uno_Sequence *const *)any->pData, **rows = md_elements(outer);
    bool anys = holds_anys(any);
    result->rows = (size_t)outer->nElements;
    result->columns = (size_t)rows[0]->nElements;
    result->cells = md_take(&memory->memory, result->rows * result->columns, sizeof *result->cells);
    result->texts = md_take(&memory->memory, result->rows * result->columns, sizeof *result->texts);
    for (size_t i = 0; i < result->rows * result->columns; i++) {
        uno_Sequence *row = rows[i / result->columns];
        assert_int_equal((size_t)row->nElements, result->columns);
        size_t column = i % result->columns;
        const uno_Any *cell = anys ? (const uno_Any *)md_elements(row) + column : NULL;
        result->texts[i] = NULL;
        if (cell && cell->pType->eTypeClass == typelib_TypeClass_STRING) {
            const char *text = utf8_of(*(rtl_uString *const *)cell->pData, memory);
            result->texts[i] = *text ? text : NULL;
            result->cells[i] = md_cell(*text ? MD_TEXT : MD_BLANK);
        } else {
            result->cells[i] = cell_of_number(cell ? *(const double *)cell->pData : ((const double *)md_elements(row))[column]);
        }
    }
}

static struct md_result read_result(const uno_Any *any, struct test_memory *memory)
{
    struct md_result result = {.kind = MD_RESULT_NUMBER};
    switch (any->pType->eTypeClass) {
    case typelib_TypeClass_DOUBLE:
        result.number = cell_of_number(*(const double *)any->pData);
        break;
    case typelib_TypeClass_STRING:
        result.kind = MD_RESULT_TEXT;
        result.text = utf8_of(*(rtl_uString *const *)any->pData, memory);
        break;
    case typelib_TypeClass_SEQUENCE:
        result.kind = MD_RESULT_MATRIX;
        read_matrix(any, &result, memory);
        break;
    default:
        fail_msg("a result of type class %d", (int)any->pType->eTypeClass);
    }
    return result;
}

/* ---- Calls --------------------------------------------------------------------------------------------------- */

static void expect_example(uno_Interface *budget, size_t method, const struct md_example *example)
{
    static struct test_cells wanted;
    char buffer[TEST_LONGEST_TEXT];
    const char *expected = test_result_of(example, buffer, sizeof buffer), *name = md_catalogue[method].name;
    struct arguments arguments;
    uno_Any answer;
    make_written_arguments(&arguments, example->arguments, (sal_Int32)method);
    require(call(budget, 3 + (sal_Int32)method, &answer, arguments.pointers), "an answer");

    struct test_memory memory = test_memory_new();
    struct md_result result = read_result(&answer, &memory);
    test_read_cells(&expected, &wanted, true);
    if (wanted.braces && (result.kind != MD_RESULT_MATRIX || result.rows != wanted.rows || result.columns != wanted.columns))
        fail_msg("%s(%s): %u by %u cells", name, example->arguments, (unsigned)result.rows, (unsigned)result.columns);
    for (size_t i = 0; i < wanted.rows * wanted.columns; i++)
        test_same_cell(name, &result, i, &wanted, i);
    test_memory_free(&memory);
    uno_any_destruct(&answer, NULL);
    destruct_arguments(&arguments);
}

int main(int argc, char **argv)
{
    get_factory_function *get_factory = load(argc, argv);
    if (!get_factory)
        return 2;
    uno_Interface *factory = get_factory("meedoen.comp.Budget", NULL, NULL), *budget = new_budget(factory);
    size_t examples = 0;
    for (size_t method = 0; method < md_catalogue_length; method++)
        for (const struct md_example *example = md_catalogue[method].examples; example->arguments; example++, examples++)
            expect_example(budget, method, example);
    budget->release(budget);
    factory->release(factory);
    printf("%u functions, %u examples: ok\n", (unsigned)md_catalogue_length, (unsigned)examples);
    return 0;
}
