// SPDX-License-Identifier: EUPL-1.2
/* addin/convert.c; numbers in parentheses are the sentences of its header. */
#include "../../addin/convert.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- Making anys --------------------------------------------------------------------------------------------- */

static typelib_TypeDescriptionReference *type_of(typelib_TypeClass type_class)
{
    return *typelib_static_type_getByTypeClass(type_class);
}

/* The type [] of an element type. */
static typelib_TypeDescriptionReference *sequence_of(typelib_TypeDescriptionReference *element)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_static_sequence_type_init(&type, element);
    return type;
}

static void any_of(typelib_TypeClass type_class, void *value, uno_Any *any)
{
    uno_type_any_construct(any, value, type_of(type_class), NULL);
}

static void make_number(uno_Any *any, double value)
{
    any_of(typelib_TypeClass_DOUBLE, &value, any);
}

static void make_text(uno_Any *any, const char *ascii)
{
    rtl_uString *string = NULL;
    rtl_uString_newFromAscii(&string, ascii);
    any_of(typelib_TypeClass_STRING, &string, any);
    rtl_uString_release(string);
}

static void make_void(uno_Any *any)
{
    uno_type_any_construct(any, NULL, NULL, NULL);
}

/* One cell: a number, or a text if there is one; "void" is the type without a value, "type" a type that no cell can be. */
struct cell {
    double number;
    const char *text;
};

static void make_cell(uno_Any *any, struct cell cell)
{
    typelib_TypeDescriptionReference *type = type_of(typelib_TypeClass_LONG);
    if (!cell.text)
        make_number(any, cell.number);
    else if (strcmp(cell.text, "void") == 0)
        make_void(any);
    else if (strcmp(cell.text, "type") == 0)
        any_of(typelib_TypeClass_TYPE, &type, any);
    else
        make_text(any, cell.text);
}

static uno_Sequence *new_row(const struct cell *cells, size_t count)
{
    uno_Sequence *row = md_new_sequence(count, sizeof(uno_Any));
    for (size_t i = 0; i < count; i++)
        make_cell((uno_Any *)md_elements(row) + i, cells[i]);
    return row;
}

/* An any that takes over `sequence`, which is of this type. */
static void make_sequence(uno_Any *any, uno_Sequence *sequence, typelib_TypeDescriptionReference *type)
{
    uno_type_any_construct(any, &sequence, type, NULL);
    uno_type_destructData(&sequence, type, NULL);
}

/* [][]any; rows may differ in length. */
static void make_range(uno_Any *any, const struct cell *cells, size_t rows, const size_t *lengths)
{
    uno_Sequence *outer = md_new_sequence(rows, sizeof(uno_Sequence *));
    for (size_t i = 0; i < rows; cells += lengths[i++])
        ((uno_Sequence **)md_elements(outer))[i] = new_row(cells, lengths[i]);
    make_sequence(any, outer, sequence_of(sequence_of(type_of(typelib_TypeClass_ANY))));
}

/* []any whose elements are []any, as Basic's Array(Array(…), …). */
static void make_nested(uno_Any *any, const struct cell *cells, size_t rows, size_t columns)
{
    typelib_TypeDescriptionReference *row_type = sequence_of(type_of(typelib_TypeClass_ANY));
    uno_Sequence *outer = md_new_sequence(rows, sizeof(uno_Any));
    for (size_t i = 0; i < rows; i++)
        make_sequence((uno_Any *)md_elements(outer) + i, new_row(cells + i * columns, columns), row_type);
    make_sequence(any, outer, row_type);
}

/* [][]T of one row, from `count` elements of `size` bytes. */
static void make_typed(uno_Any *any, typelib_TypeClass type_class, const void *elements, size_t count, size_t size)
{
    uno_Sequence *row = md_new_sequence(count, size), *outer = md_new_sequence(1, sizeof row);
    memcpy(md_elements(row), elements, count * size);
    *(uno_Sequence **)md_elements(outer) = row;
    make_sequence(any, outer, sequence_of(sequence_of(type_of(type_class))));
}

/* ---- One conversion ------------------------------------------------------------------------------------------ */

struct conversion {
    uno_Any any;
    struct md_blocks blocks;
    struct md_source source;
    struct md_argument argument;
};

static enum md_status convert(struct conversion *conversion)
{
    md_blocks_init(&conversion->blocks);
    return md_argument_from_any(&conversion->any, &conversion->blocks.memory, &conversion->source, &conversion->argument);
}

static void finish(struct conversion *conversion)
{
    md_blocks_free(&conversion->blocks);
    uno_any_destruct(&conversion->any, NULL);
}

static void assert_same(double actual, double expected)
{
    if (memcmp(&actual, &expected, sizeof actual) != 0)
        fail_msg("%.17g instead of %.17g", actual, expected);
}

static void assert_text(const struct md_argument *argument, size_t cell, const char *ascii)
{
    struct md_text text = argument->text(argument, cell);
    assert_int_equal(rtl_ustr_ascii_compare_WithLength(text.units, (sal_Int32)text.length, ascii), 0);
}

static void assert_single(struct conversion *conversion, double expected)
{
    assert_int_equal(convert(conversion), MD_OK);
    assert_int_equal(conversion->argument.shape, MD_SINGLE);
    assert_int_equal(md_count(&conversion->argument), 1);
    assert_same(conversion->argument.cells[0], expected);
    finish(conversion);
}

static void assert_refused(struct conversion *conversion)
{
    assert_int_equal(convert(conversion), MD_ARGUMENT);
    finish(conversion);
}

/* ---- Arguments ----------------------------------------------------------------------------------------------- */

/* (1) */
static void void_is_left_out(void **state)
{
    (void)state;
    struct conversion c;
    make_void(&c.any);
    assert_int_equal(convert(&c), MD_OK);
    assert_int_equal(c.argument.shape, MD_LEFT_OUT);
    assert_int_equal(md_count(&c.argument), 0);
    finish(&c);
}

/* (1) */
static void every_numeric_type_is_a_number(void **state)
{
    (void)state;
    sal_Bool yes = sal_True;
    sal_Int8 byte = -7;
    sal_Int16 integer = -300;
    sal_uInt16 unsigned_short = 65535;
    sal_Int32 whole = -70000;
    sal_uInt32 unsigned_long = 4294967295;
    sal_Int64 hyper = -INT64_C(9007199254740992);
    sal_uInt64 unsigned_hyper = UINT64_C(9007199254740992);
    float real = 0.5F;
    double precise = 0.1;
    const struct {
        typelib_TypeClass type_class;
        void *value;
        double expected;
    } cases[] = {
        {typelib_TypeClass_BOOLEAN, &yes, 1},
        {typelib_TypeClass_BYTE, &byte, -7},
        {typelib_TypeClass_SHORT, &integer, -300},
        {typelib_TypeClass_UNSIGNED_SHORT, &unsigned_short, 65535},
        {typelib_TypeClass_LONG, &whole, -70000},
        {typelib_TypeClass_UNSIGNED_LONG, &unsigned_long, 4294967295.0},
        {typelib_TypeClass_HYPER, &hyper, -9007199254740992.0},
        {typelib_TypeClass_UNSIGNED_HYPER, &unsigned_hyper, 9007199254740992.0},
        {typelib_TypeClass_FLOAT, &real, 0.5},
        {typelib_TypeClass_DOUBLE, &precise, 0.1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conversion c;
        any_of(cases[i].type_class, cases[i].value, &c.any);
        assert_single(&c, cases[i].expected);
    }
}

/* (2) */
static void a_text_is_text_and_never_a_number(void **state)
{
    (void)state;
    const struct {
        const char *text;
        enum md_status expected;
    } cases[] = {{"", MD_BLANK}, {"?", MD_UNKNOWN}, {"Onbekend", MD_UNKNOWN}, {"abc", MD_TEXT}, {"12", MD_TEXT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conversion c;
        make_text(&c.any, cases[i].text);
        assert_int_equal(convert(&c), MD_OK);
        assert_int_equal(c.argument.shape, MD_SINGLE);
        assert_int_equal(md_status_of(c.argument.cells[0]), cases[i].expected);
        assert_text(&c.argument, 0, cases[i].text);
        finish(&c);
    }
}

static void assert_matrix(struct conversion *c)
{
    assert_int_equal(convert(c), MD_OK);
    assert_int_equal(c->argument.shape, MD_RANGE);
    assert_int_equal(c->argument.rows, 2);
    assert_int_equal(c->argument.columns, 3);
    assert_same(c->argument.cells[0], 1);
    assert_int_equal(md_status_of(c->argument.cells[1]), MD_TEXT);
    assert_text(&c->argument, 1, "abc");
    assert_int_equal(md_status_of(c->argument.cells[2]), MD_BLANK);
    assert_int_equal(md_status_of(c->argument.cells[3]), MD_BLANK);
    assert_int_equal(md_status_of(c->argument.cells[4]), MD_UNKNOWN);
    assert_text(&c->argument, 4, "x");
    assert_int_equal(md_status_of(c->argument.cells[5]), MD_DOMAIN);
    finish(c);
}

static const struct cell mixed[] = {{1, NULL}, {0, "abc"}, {0, ""}, {0, "void"}, {0, "x"}, {HUGE_VAL, NULL}};

/* (3), (5) */
static void a_range_comes_row_by_row(void **state)
{
    (void)state;
    const size_t lengths[] = {3, 3};
    struct conversion c;
    make_range(&c.any, mixed, 2, lengths);
    assert_matrix(&c);
}

/* (3) */
static void anys_that_hold_sequences_are_a_range(void **state)
{
    (void)state;
    struct conversion c;
    make_nested(&c.any, mixed, 2, 3);
    assert_matrix(&c);
}

/* (3) */
static void a_flat_sequence_is_one_row(void **state)
{
    (void)state;
    struct conversion c;
    make_sequence(&c.any, new_row(mixed, 3), sequence_of(type_of(typelib_TypeClass_ANY)));
    assert_int_equal(convert(&c), MD_OK);
    assert_int_equal(c.argument.shape, MD_RANGE);
    assert_int_equal(c.argument.rows, 1);
    assert_int_equal(c.argument.columns, 3);
    assert_text(&c.argument, 1, "abc");
    finish(&c);
}

/* (3) */
static void one_cell_is_a_range_too(void **state)
{
    (void)state;
    const size_t length = 1;
    struct conversion c;
    make_range(&c.any, &mixed[2], 1, &length);
    assert_int_equal(convert(&c), MD_OK);
    assert_int_equal(c.argument.shape, MD_RANGE);
    assert_int_equal(md_count(&c.argument), 1);
    assert_int_equal(md_status_of(c.argument.cells[0]), MD_BLANK);
    finish(&c);
}

/* (3) */
static void ranges_of_plain_types_are_read(void **state)
{
    (void)state;
    const double doubles[] = {1.5, -2, NAN};
    const sal_Int32 longs[] = {3, -4, 5};
    struct conversion c;
    make_typed(&c.any, typelib_TypeClass_DOUBLE, doubles, 3, sizeof *doubles);
    assert_int_equal(convert(&c), MD_OK);
    assert_same(c.argument.cells[1], -2);
    assert_int_equal(md_status_of(c.argument.cells[2]), MD_DOMAIN);
    finish(&c);
    make_typed(&c.any, typelib_TypeClass_LONG, longs, 3, sizeof *longs);
    assert_int_equal(convert(&c), MD_OK);
    assert_int_equal(c.argument.columns, 3);
    assert_same(c.argument.cells[1], -4);
    finish(&c);
    const sal_Bool booleans[] = {true, false};
    const sal_Int8 bytes[] = {-7, 8};
    const sal_uInt16 shorts[] = {65535, 2};
    const sal_Int64 hypers[] = {-9, 10};
    const float floats[] = {0.5F, 2};
    const struct {
        typelib_TypeClass type_class;
        const void *elements;
        size_t size;
        double first;
    } cases[] = {{typelib_TypeClass_BOOLEAN, booleans, 1, 1},
                 {typelib_TypeClass_BYTE, bytes, 1, -7},
                 {typelib_TypeClass_UNSIGNED_SHORT, shorts, 2, 65535},
                 {typelib_TypeClass_HYPER, hypers, 8, -9},
                 {typelib_TypeClass_FLOAT, floats, 4, 0.5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        make_typed(&c.any, cases[i].type_class, cases[i].elements, 2, cases[i].size);
        assert_int_equal(convert(&c), MD_OK);
        assert_int_equal(c.argument.columns, 2);
        assert_same(c.argument.cells[0], cases[i].first);
        finish(&c);
    }
    rtl_uString *texts[] = {NULL, NULL};
    rtl_uString_newFromAscii(&texts[0], "besteed");
    rtl_uString_newFromAscii(&texts[1], "");
    make_typed(&c.any, typelib_TypeClass_STRING, (const void *)texts, 2, sizeof *texts);
    assert_int_equal(convert(&c), MD_OK);
    assert_text(&c.argument, 0, "besteed");
    assert_int_equal(md_status_of(c.argument.cells[1]), MD_BLANK);
    finish(&c);
}

/* (4) */
static void what_is_no_range_is_refused(void **state)
{
    (void)state;
    const size_t ragged[] = {3, 2}, growing[] = {2, 3}, nothing[] = {0, 0};
    const struct cell strange[] = {{1, NULL}, {0, "type"}, {2, NULL}};
    const size_t one_row = 3;
    struct conversion c;
    make_range(&c.any, mixed, 2, ragged);
    assert_refused(&c);
    make_range(&c.any, mixed, 2, growing);
    assert_refused(&c);
    make_range(&c.any, mixed, 2, nothing);
    assert_refused(&c);
    make_range(&c.any, mixed, 0, nothing);
    assert_refused(&c);
    make_range(&c.any, strange, 1, &one_row);
    assert_refused(&c);
    make_cell(&c.any, strange[1]);
    assert_refused(&c);
    make_sequence(&c.any, new_row(NULL, 0), sequence_of(type_of(typelib_TypeClass_ANY)));
    assert_refused(&c);
}

/* (4) */
static void rows_beside_cells_and_a_third_level_are_refused(void **state)
{
    (void)state;
    typelib_TypeDescriptionReference *row_type = sequence_of(type_of(typelib_TypeClass_ANY));
    struct conversion c;
    for (int rows_first = 0; rows_first < 2; rows_first++) {
        uno_Sequence *outer = md_new_sequence(2, sizeof(uno_Any));
        uno_Any *anys = md_elements(outer);
        make_sequence(&anys[rows_first ? 0 : 1], new_row(mixed, 1), row_type);
        make_number(&anys[rows_first ? 1 : 0], 1);
        make_sequence(&c.any, outer, row_type);
        assert_refused(&c);
    }
    uno_Sequence *outer = md_new_sequence(1, sizeof(uno_Any));
    make_nested(md_elements(outer), mixed, 2, 3);
    make_sequence(&c.any, outer, row_type);
    assert_refused(&c);

    uno_Sequence *cube = md_new_sequence(1, sizeof(uno_Sequence *)), *row = md_new_sequence(1, sizeof(uno_Sequence *));
    *(uno_Sequence **)md_elements(cube) = row;
    *(uno_Sequence **)md_elements(row) = new_row(mixed, 3);
    make_sequence(&c.any, cube, sequence_of(sequence_of(row_type)));
    assert_refused(&c);
}

/* (5) */
static void what_is_not_finite_is_out_of_domain(void **state)
{
    (void)state;
    const double numbers[] = {NAN, HUGE_VAL, -HUGE_VAL, md_cell(MD_ARGUMENT), md_cell(MD_BLANK)};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct conversion c;
        make_number(&c.any, numbers[i]);
        assert_single(&c, md_cell(MD_DOMAIN));
    }
}

static void *take_nothing(struct md_memory *memory, size_t bytes)
{
    (void)memory;
    (void)bytes;
    return NULL;
}

static void a_range_without_memory_is_reported(void **state)
{
    (void)state;
    const size_t lengths[] = {3, 3};
    struct md_memory none = {take_nothing};
    struct conversion c;
    make_range(&c.any, mixed, 2, lengths);
    assert_int_equal(md_argument_from_any(&c.any, &none, &c.source, &c.argument), MD_MEMORY);
    uno_any_destruct(&c.any, NULL);
}

static void blocks_are_apart_and_refuse_the_impossible(void **state)
{
    (void)state;
    struct md_blocks blocks;
    md_blocks_init(&blocks);
    double *a = blocks.memory.take(&blocks.memory, 8 * sizeof *a), *b = blocks.memory.take(&blocks.memory, 8 * sizeof *b);
    memset(a, 1, 8 * sizeof *a);
    memset(b, 2, 8 * sizeof *b);
    assert_int_equal(((unsigned char *)a)[63], 1);
    assert_null(blocks.memory.take(&blocks.memory, SIZE_MAX));
    md_blocks_free(&blocks);
    md_blocks_free(&blocks);
}

/* ---- Results ------------------------------------------------------------------------------------------------- */

static uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static void assert_error(double number, uint64_t code)
{
    assert_true(bits_of(number) == (UINT64_C(0x7FF8000000000000) | code));
}

static double number_of(const uno_Any *any)
{
    assert_int_equal(any->pType->eTypeClass, typelib_TypeClass_DOUBLE);
    return *(const double *)any->pData;
}

/* (6) */
static void a_state_is_shown_as_its_error(void **state)
{
    (void)state;
    const struct {
        double number;
        uint64_t code;
    } cases[] = {
        {md_cell(MD_UNKNOWN), 32767},
        {md_cell(MD_TEXT), 519},
        {md_cell(MD_ZERO_DIVISION), 532},
        {md_cell(MD_DOMAIN), 503},
        {md_cell(MD_ARGUMENT), 502},
        {md_cell(MD_MEMORY), 512},
        {NAN, 503},
        {HUGE_VAL, 503},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct md_result result = {.kind = MD_RESULT_NUMBER, .number = cases[i].number};
        uno_Any any;
        md_any_from_result(&result, &any);
        assert_error(number_of(&any), cases[i].code);
        uno_any_destruct(&any, NULL);
    }
}

static void an_error_is_known_by_its_code(void **state)
{
    (void)state;
    const enum md_status shown[] = {MD_UNKNOWN, MD_TEXT, MD_ZERO_DIVISION, MD_DOMAIN, MD_ARGUMENT};
    const int64_t codes[] = {32767, 519, 532, 503, 502}, others[] = {0, 512, 522, 524, -1};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        assert_int_equal(md_status_of_code(codes[i]), shown[i]);
        assert_int_equal(md_status_of_code(others[i]), MD_OK);
    }
}

static void a_number_stays_itself_and_zero_has_no_sign(void **state)
{
    (void)state;
    const double numbers[] = {0.1, -85000000, 1e300, 0};
    struct md_result result = {.kind = MD_RESULT_NUMBER};
    uno_Any any;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        result.number = numbers[i];
        md_any_from_result(&result, &any);
        assert_same(number_of(&any), numbers[i]);
        uno_any_destruct(&any, NULL);
    }
    result.number = -0.0;
    md_any_from_result(&result, &any);
    assert_same(number_of(&any), 0.0);
    uno_any_destruct(&any, NULL);
}

static void assert_string(const uno_Any *any, const char *utf8)
{
    assert_int_equal(any->pType->eTypeClass, typelib_TypeClass_STRING);
    rtl_uString *expected = NULL;
    rtl_string2UString(&expected, utf8, (sal_Int32)strlen(utf8), RTL_TEXTENCODING_UTF8, OSTRING_TO_OUSTRING_CVTFLAGS);
    const rtl_uString *actual = *(rtl_uString **)any->pData;
    assert_int_equal(actual->length, expected->length);
    assert_memory_equal(actual->buffer, expected->buffer, (size_t)expected->length * sizeof *expected->buffer);
    rtl_uString_release(expected);
}

/* (7) */
static void texts_and_a_blank_are_strings(void **state)
{
    (void)state;
    const struct md_result text = {.kind = MD_RESULT_TEXT, .text = "342 ontvangers, samen € 85.000.000"};
    const struct md_result blank = {.kind = MD_RESULT_NUMBER, .number = md_cell(MD_BLANK)};
    uno_Any any;
    md_any_from_result(&text, &any);
    assert_string(&any, text.text);
    uno_any_destruct(&any, NULL);
    md_any_from_result(&blank, &any);
    assert_string(&any, "");
    uno_any_destruct(&any, NULL);
}

/* Row `index` of the matrix in `any`, which is of this type. */
static const void *row_of(const uno_Any *any, size_t index, const char *type_name, size_t columns)
{
    assert_int_equal(any->pType->eTypeClass, typelib_TypeClass_SEQUENCE);
    assert_int_equal(rtl_ustr_ascii_compare(any->pType->pTypeName->buffer, type_name), 0);
    const uno_Sequence *outer = *(uno_Sequence **)any->pData;
    assert_true(index < (size_t)outer->nElements);
    const uno_Sequence *row = ((uno_Sequence **)md_elements(outer))[index];
    assert_int_equal(row->nElements, columns);
    return md_elements(row);
}

/* (8) */
static void a_matrix_of_numbers_goes_as_doubles(void **state)
{
    (void)state;
    double cells[] = {1, -0.0, 2.5, md_cell(MD_UNKNOWN), md_cell(MD_TEXT), 6};
    const struct md_result result = {.kind = MD_RESULT_MATRIX, .rows = 2, .columns = 3, .cells = cells};
    uno_Any any;
    md_any_from_result(&result, &any);
    const double *first = row_of(&any, 0, "[][]double", 3), *second = row_of(&any, 1, "[][]double", 3);
    assert_same(first[0], 1);
    assert_same(first[1], 0.0);
    assert_error(second[0], 32767);
    assert_error(second[1], 519);
    assert_same(second[2], 6);
    uno_any_destruct(&any, NULL);
}

static double mixed_cells[] = {0, 0, 3, 0};
static const char *mixed_texts[] = {NULL, "laag", NULL, NULL};

static struct md_result mixed_result(void)
{
    mixed_cells[0] = md_cell(MD_BLANK);
    mixed_cells[1] = md_cell(MD_TEXT);
    mixed_cells[3] = md_cell(MD_ZERO_DIVISION);
    return (struct md_result){
        .kind = MD_RESULT_MATRIX, .rows = 2, .columns = 2, .cells = mixed_cells, .texts = mixed_texts, .has_blanks = true};
}

/* (7), (8) */
static void a_matrix_with_blanks_and_texts_goes_as_anys(void **state)
{
    (void)state;
    const struct md_result result = mixed_result();
    uno_Any any;
    md_any_from_result(&result, &any);
    const uno_Any *first = row_of(&any, 0, "[][]any", 2), *second = row_of(&any, 1, "[][]any", 2);
    assert_string(&first[0], "");
    assert_string(&first[1], "laag");
    assert_same(number_of(&second[0]), 3);
    assert_error(number_of(&second[1]), 532);
    uno_any_destruct(&any, NULL);
}

/* (9) */
static void a_long_end_of_blank_rows_is_left_off(void **state)
{
    (void)state;
    enum { ROWS = 70000, LONGEST_BLANK_END = 65536 };
    static double cells[ROWS];
    static const struct {
        size_t last_number, rows; /* from 0: the last cell with a number; what is handed over */
    } cases[] = {{ROWS - 1, ROWS},
                 {ROWS - LONGEST_BLANK_END - 1, ROWS},
                 {ROWS - LONGEST_BLANK_END - 2, ROWS - LONGEST_BLANK_END - 1},
                 {1, 2},
                 {0, 2}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        for (size_t i = 0; i < ROWS; i++)
            cells[i] = md_cell(MD_BLANK);
        cells[cases[c].last_number] = 7;
        const struct md_result result = {
            .kind = MD_RESULT_MATRIX, .rows = ROWS, .columns = 1, .cells = cells, .has_blanks = true};
        uno_Any any;
        md_any_from_result(&result, &any);
        assert_int_equal((*(uno_Sequence **)any.pData)->nElements, cases[c].rows);
        assert_same(number_of(row_of(&any, cases[c].last_number, "[][]any", 1)), 7);
        uno_any_destruct(&any, NULL);
    }
}

/* The allocations that convert.c makes itself, of which the one numbered `failing` fails; the linker puts this in between. */
static int allocations, failing = -1;
void *__real_rtl_allocateMemory(sal_Size bytes); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void *__wrap_rtl_allocateMemory(sal_Size bytes); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

void *__wrap_rtl_allocateMemory(sal_Size bytes) // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
{
    return allocations++ == failing ? NULL : __real_rtl_allocateMemory(bytes);
}

static int frees;
void __real_rtl_freeMemory(void *block); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void __wrap_rtl_freeMemory(void *block); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

void __wrap_rtl_freeMemory(void *block) // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
{
    frees++;
    __real_rtl_freeMemory(block);
}

/* (10) */
static void rows_of_numbers_are_lent_until_they_are_given_back(void **state)
{
    (void)state;
    double cells[] = {1, 2, 3, 4};
    const struct md_result result = {.kind = MD_RESULT_MATRIX, .rows = 4, .columns = 1, .cells = cells};
    uno_Any kept, other;
    md_any_from_result(&result, &kept); /* frees what earlier tests gave back */
    cells[3] = 5;
    frees = 0;
    for (int i = 0; i < 3; i++) {
        md_any_from_result(&result, &other);
        assert_int_equal(frees, i); /* the one before, never the one that is kept */
        assert_same(((const double *)row_of(&kept, 3, "[][]double", 1))[0], 4);
        assert_same(((const double *)row_of(&other, 3, "[][]double", 1))[0], 5);
        uno_any_destruct(&other, NULL);
    }
    uno_any_destruct(&kept, NULL);
    md_any_from_result(&result, &other);
    assert_int_equal(frees, 4); /* the third and the one that was kept */
    uno_any_destruct(&other, NULL);
}

static void a_matrix_without_memory_is_err_512(void **state)
{
    (void)state;
    double cells[] = {1, 2, 3, 4};
    const struct md_result results[] = {{.kind = MD_RESULT_MATRIX, .rows = 2, .columns = 2, .cells = cells}, mixed_result()};
    /* The numbers take the outer sequence and one block; the others a sequence for each row. */
    const int needed[] = {2, 3};
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        for (failing = 0; failing < needed[i]; failing++) {
            uno_Any any;
            allocations = 0;
            md_any_from_result(&results[i], &any);
            assert_error(number_of(&any), 512);
            uno_any_destruct(&any, NULL);
        }
    failing = -1;
}

static void a_matrix_too_large_for_a_sequence_is_err_512(void **state)
{
    (void)state;
    const struct md_result result = {.kind = MD_RESULT_MATRIX, .rows = (size_t)INT32_MAX + 1, .columns = 1};
    uno_Any any;
    md_any_from_result(&result, &any);
    assert_error(number_of(&any), 512);
    uno_any_destruct(&any, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(void_is_left_out),
        cmocka_unit_test(every_numeric_type_is_a_number),
        cmocka_unit_test(a_text_is_text_and_never_a_number),
        cmocka_unit_test(a_range_comes_row_by_row),
        cmocka_unit_test(anys_that_hold_sequences_are_a_range),
        cmocka_unit_test(a_flat_sequence_is_one_row),
        cmocka_unit_test(one_cell_is_a_range_too),
        cmocka_unit_test(ranges_of_plain_types_are_read),
        cmocka_unit_test(what_is_no_range_is_refused),
        cmocka_unit_test(rows_beside_cells_and_a_third_level_are_refused),
        cmocka_unit_test(what_is_not_finite_is_out_of_domain),
        cmocka_unit_test(a_range_without_memory_is_reported),
        cmocka_unit_test(blocks_are_apart_and_refuse_the_impossible),
        cmocka_unit_test(a_state_is_shown_as_its_error),
        cmocka_unit_test(an_error_is_known_by_its_code),
        cmocka_unit_test(a_number_stays_itself_and_zero_has_no_sign),
        cmocka_unit_test(texts_and_a_blank_are_strings),
        cmocka_unit_test(a_matrix_of_numbers_goes_as_doubles),
        cmocka_unit_test(a_matrix_with_blanks_and_texts_goes_as_anys),
        cmocka_unit_test(a_long_end_of_blank_rows_is_left_off),
        cmocka_unit_test(rows_of_numbers_are_lent_until_they_are_given_back),
        cmocka_unit_test(a_matrix_without_memory_is_err_512),
        cmocka_unit_test(a_matrix_too_large_for_a_sequence_is_err_512),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
