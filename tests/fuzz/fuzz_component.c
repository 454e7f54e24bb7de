// SPDX-License-Identifier: EUPL-1.2
/* The dispatcher with values that no sheet would hand over, through the office's own binary UNO library.
 *
 * (1) Arguments are missing, of any type, nested to any depth, ragged, empty, or texts of up to a million characters.
 * (2) A position that no method has, negative or large, gives a RuntimeException; every other call gives a value.
 * (3) A value is a double, a text, or a matrix that is rectangular and not empty; a double is finite or one of Calc's errors.
 */
#include "../../addin/budget.h"
#include "../../functions/catalogue.h"
#include "bytes.h"

#include <math.h>

enum { DEEPEST = 4, MOST_ELEMENTS = 6, ROOM = 1 << 21 };

/* Characters and elements that one call may still take, so that what is nested stays within bounds as a whole. */
static size_t room;

static size_t take_room(size_t wanted)
{
    wanted = wanted < room ? wanted : room;
    room -= wanted;
    return wanted;
}

static typelib_TypeDescriptionReference *static_type(typelib_TypeClass type_class)
{
    return *typelib_static_type_getByTypeClass(type_class);
}

/* Sequences of `element`, nested `depth` deep: kept for good, as the office keeps them. */
static typelib_TypeDescriptionReference *sequence_type(typelib_TypeClass element, int depth)
{
    static typelib_TypeDescriptionReference *types[32][DEEPEST + 1];
    if (depth == 0)
        return static_type(element);
    typelib_static_sequence_type_init(&types[element][depth], sequence_type(element, depth - 1));
    return types[element][depth];
}

/* ---- Values -------------------------------------------------------------------------------------------------- */

static const typelib_TypeClass plain_classes[] = {typelib_TypeClass_DOUBLE,
                                                  typelib_TypeClass_STRING,
                                                  typelib_TypeClass_ANY,
                                                  typelib_TypeClass_BOOLEAN,
                                                  typelib_TypeClass_BYTE,
                                                  typelib_TypeClass_SHORT,
                                                  typelib_TypeClass_UNSIGNED_SHORT,
                                                  typelib_TypeClass_LONG,
                                                  typelib_TypeClass_UNSIGNED_LONG,
                                                  typelib_TypeClass_HYPER,
                                                  typelib_TypeClass_UNSIGNED_HYPER,
                                                  typelib_TypeClass_FLOAT,
                                                  typelib_TypeClass_CHAR,
                                                  typelib_TypeClass_TYPE};

static void make_any(struct bytes *bytes, uno_Any *any, int depth);

static rtl_uString *new_text(struct bytes *bytes)
{
    static const char *const words[] = {"",          "onbekend", "x",  "adams", "afgerond", "besteed",
                                        "in natura", "nl",       "du", "geen",  "ja"};
    rtl_uString *text = NULL;
    unsigned kind = choose(bytes, 16);
    if (kind < 11) {
        rtl_uString_newFromAscii(&text, words[kind]);
        return text;
    }
    sal_Int32 length = (sal_Int32)take_room(kind < 15 ? choose(bytes, 64) : (size_t)1 << choose(bytes, 21));
    rtl_uString_new_WithLength(&text, length);
    text->length = length;
    sal_Unicode filling = (sal_Unicode)take_bytes(bytes, 2);
    for (sal_Int32 i = 0; i < length; i++)
        text->buffer[i] = i < 8 ? (sal_Unicode)take_bytes(bytes, 2) : filling;
    return text;
}

static double take_number(struct bytes *bytes)
{
    static const double numbers[] = {0, 1, -1, 0.5, 100, 1e9, 1e15, 8e7, 0.01, 2021};
    return choose(bytes, 4) != 0 ? numbers[choose(bytes, sizeof numbers / sizeof *numbers)] : take_double(bytes);
}

static size_t size_of(typelib_TypeClass type_class)
{
    switch (type_class) {
    case typelib_TypeClass_BOOLEAN:
    case typelib_TypeClass_BYTE:
        return 1;
    case typelib_TypeClass_SHORT:
    case typelib_TypeClass_UNSIGNED_SHORT:
    case typelib_TypeClass_CHAR:
        return 2;
    case typelib_TypeClass_LONG:
    case typelib_TypeClass_UNSIGNED_LONG:
    case typelib_TypeClass_FLOAT:
        return 4;
    case typelib_TypeClass_ANY:
        return sizeof(uno_Any);
    default:
        return 8;
    }
}

/* Constructs a value of a plain type in raw memory. */
static void make_value(struct bytes *bytes, typelib_TypeClass type_class, void *value, int depth)
{
    if (type_class == typelib_TypeClass_ANY) {
        make_any(bytes, value, depth);
    } else if (type_class == typelib_TypeClass_STRING) {
        *(rtl_uString **)value = new_text(bytes);
    } else if (type_class == typelib_TypeClass_DOUBLE) {
        *(double *)value = take_number(bytes);
    } else if (type_class == typelib_TypeClass_BOOLEAN) {
        *(sal_Bool *)value = (sal_Bool)choose(bytes, 2);
    } else if (type_class == typelib_TypeClass_TYPE) {
        typelib_TypeDescriptionReference *type = static_type(typelib_TypeClass_ANY);
        typelib_typedescriptionreference_acquire(type);
        *(typelib_TypeDescriptionReference **)value = type;
    } else {
        uint64_t bits = take_bytes(bytes, (unsigned)size_of(type_class));
        memcpy(value, &bits, size_of(type_class));
    }
}

/* A sequence of sequences … of `element`; ragged now and then. */
static uno_Sequence *new_sequence(struct bytes *bytes, typelib_TypeClass element, int nested, int depth)
{
    size_t count = take_room(choose(bytes, MOST_ELEMENTS) * (size_t)1024) / 1024,
           size = nested > 1 ? sizeof(uno_Sequence *) : size_of(element);
    struct bytes start = *bytes;
    uno_Sequence *sequence = md_new_sequence(count, size);
    for (size_t i = 0; i < count; i++) {
        void *at = (char *)md_elements(sequence) + i * size;
        if (nested > 1) {
            /* Rows start from the same bytes, so that they are mostly as long as each other. */
            struct bytes again = start;
            *(uno_Sequence **)at = new_sequence(choose(bytes, 8) == 0 ? bytes : &again, element, nested - 1, depth);
        } else {
            make_value(bytes, element, at, depth);
        }
    }
    return sequence;
}

/* `count` rows of `columns` anys, as Calc hands over a range. */
static void make_range(struct bytes *bytes, uno_Any *any, size_t rows, size_t columns)
{
    uno_Sequence *outer = md_new_sequence(rows, sizeof(uno_Sequence *));
    for (size_t i = 0; i < rows; i++) {
        uno_Sequence *row = md_new_sequence(columns, sizeof(uno_Any));
        for (size_t j = 0; j < columns; j++) {
            typelib_TypeClass cell = choose(bytes, 4) == 0 ? typelib_TypeClass_STRING : typelib_TypeClass_DOUBLE;
            uint64_t value;
            make_value(bytes, cell, &value, DEEPEST);
            uno_type_any_construct((uno_Any *)md_elements(row) + j, &value, static_type(cell), NULL);
            uno_type_destructData(&value, static_type(cell), NULL);
        }
        ((uno_Sequence **)md_elements(outer))[i] = row;
    }
    uno_type_any_construct(any, &outer, sequence_type(typelib_TypeClass_ANY, 2), NULL);
    uno_type_destructData(&outer, sequence_type(typelib_TypeClass_ANY, 2), NULL);
}

static void make_any(struct bytes *bytes, uno_Any *any, int depth)
{
    unsigned kind = choose(bytes, 32);
    typelib_TypeClass element = plain_classes[choose(bytes, sizeof plain_classes / sizeof *plain_classes)];
    if (kind < 4) {
        uno_type_any_construct(any, NULL, NULL, NULL);
    } else if (kind < 16 && depth == 0) {
        make_range(bytes, any, 1 + choose(bytes, MOST_ELEMENTS), 1 + choose(bytes, 2));
    } else if (kind < 24 && depth < DEEPEST) {
        int nested = 1 + (int)choose(bytes, DEEPEST);
        uno_Sequence *sequence = new_sequence(bytes, element, nested, depth + 1);
        uno_type_any_construct(any, &sequence, sequence_type(element, nested), NULL);
        uno_type_destructData(&sequence, sequence_type(element, nested), NULL);
    } else {
        uint64_t value = 0;
        if (element == typelib_TypeClass_ANY)
            element = kind % 2 ? typelib_TypeClass_DOUBLE : typelib_TypeClass_STRING;
        make_value(bytes, element, &value, depth);
        uno_type_any_construct(any, &value, static_type(element), NULL);
        uno_type_destructData(&value, static_type(element), NULL);
    }
}

/* ---- What must hold ------------------------------------------------------------------------------------------ */

static void check_number(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    unsigned code = (unsigned)(bits & 0xFFFFFFFF);
    REQUIRE(isfinite(number) || (bits >> 32 == 0x7FF80000 &&
                                 (code == 502 || code == 503 || code == 512 || code == 519 || code == 532 || code == 32767)),
            "%g with code %u", number, code);
    REQUIRE(number != 0 || !signbit(number), "-0");
}

static void check_cell(const uno_Any *any)
{
    REQUIRE(any->pType->eTypeClass == typelib_TypeClass_DOUBLE || any->pType->eTypeClass == typelib_TypeClass_STRING,
            "a cell of class %d", (int)any->pType->eTypeClass);
    if (any->pType->eTypeClass == typelib_TypeClass_DOUBLE)
        check_number(*(const double *)any->pData);
}

static void check_value(const uno_Any *any)
{
    if (any->pType->eTypeClass != typelib_TypeClass_SEQUENCE) {
        check_cell(any);
        return;
    }
    bool of_anys = rtl_ustr_ascii_compare(any->pType->pTypeName->buffer, "[][]any") == 0;
    REQUIRE(of_anys || rtl_ustr_ascii_compare(any->pType->pTypeName->buffer, "[][]double") == 0, "another matrix");
    const uno_Sequence *outer = *(uno_Sequence *const *)any->pData;
    uno_Sequence *const *rows = md_elements(outer);
    REQUIRE(outer->nElements > 0 && rows[0]->nElements > 0, "an empty matrix");
    for (sal_Int32 i = 0; i < outer->nElements; i++) {
        REQUIRE(rows[i]->nElements == rows[0]->nElements, "a ragged matrix");
        for (sal_Int32 j = 0; j < rows[i]->nElements; j++)
            if (of_anys)
                check_cell((const uno_Any *)md_elements(rows[i]) + j);
            else
                check_number(((const double *)md_elements(rows[i]))[j]);
    }
}

/* Calls a method; false if it gave an exception. */
static bool call(uno_Interface *interface, sal_Int32 position, void *result, void **arguments)
{
    typelib_InterfaceMemberTypeDescription member = {.nPosition = position};
    uno_Any exception, *signal = &exception;
    interface->pDispatcher(interface, &member.aBase, result, arguments, &signal);
    if (signal == NULL)
        return true;
    REQUIRE(exception.pType->eTypeClass == typelib_TypeClass_EXCEPTION, "no exception");
    uno_any_destruct(&exception, NULL);
    return false;
}

static uno_Interface *query(uno_Interface *interface, const char *name)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_typedescriptionreference_newByAsciiName(&type, typelib_TypeClass_INTERFACE, name);
    uno_Any any;
    void *arguments[] = {&type};
    REQUIRE(call(interface, 0, &any, arguments), "queryInterface");
    uno_Interface *found = *(uno_Interface **)any.pData;
    found->acquire(found);
    uno_any_destruct(&any, NULL);
    typelib_typedescriptionreference_release(type);
    return found;
}

static uno_Interface *new_budget(void)
{
    static const struct md_implementation *const implementations[] = {&md_budget, NULL};
    uno_Interface *factory = md_new_factory(implementations, "meedoen.comp.Budget"), *context = NULL, *object = NULL;
    uno_Interface *maker = query(factory, "com.sun.star.lang.XSingleComponentFactory");
    void *arguments[] = {&context};
    REQUIRE(call(maker, 3, &object, arguments), "no object");
    uno_Interface *budget = query(object, "meedoen.XBudget");
    object->release(object);
    maker->release(maker);
    factory->release(factory);
    return budget;
}

/* One sequence of the values from the place of the parameter that repeats, where the method has one; else NULL. */
static uno_Sequence *gather_rest(sal_Int32 position, const uno_Any *values, void **arguments)
{
    static uno_Sequence *rest;
    rest = NULL;
    if (position < 3 || (size_t)position - 3 >= md_catalogue_length)
        return NULL;
    const struct md_function *function = &md_catalogue[position - 3];
    size_t last = md_parameter_count(function) - 1;
    if (!function->parameters[last]->repeats)
        return NULL;
    rest = md_new_sequence(MD_MOST_PARAMETERS - last, sizeof(uno_Any));
    for (size_t i = last; i < MD_MOST_PARAMETERS; i++)
        uno_type_any_construct((uno_Any *)md_elements(rest) + i - last, values[i].pData, values[i].pType, NULL);
    arguments[last] = &rest;
    return rest;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes bytes = {data, size};
    room = ROOM;
    uno_Interface *budget = new_budget();
    uno_Any values[MD_MOST_PARAMETERS], result;
    void *arguments[MD_MOST_PARAMETERS];
    sal_Int32 position = choose(&bytes, 8) != 0 ? 3 + (sal_Int32)choose(&bytes, (unsigned)md_catalogue_length)
                                                : (sal_Int32)take_bytes(&bytes, 4);
    position = position >= 0 && position < 3 ? -1 : position;
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++) {
        make_any(&bytes, &values[i], 0);
        arguments[i] = &values[i];
    }
    uno_Sequence *rest = gather_rest(position, values, arguments);
    bool expected = position >= 3 && (size_t)position - 3 < md_catalogue_length;
    bool done = call(budget, position, &result, arguments);
    REQUIRE(done == expected, "position %d", (int)position);
    if (done) {
        check_value(&result);
        uno_any_destruct(&result, NULL);
    }
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++)
        uno_any_destruct(&values[i], NULL);
    typelib_TypeDescriptionReference *anys = sequence_type(typelib_TypeClass_ANY, 1);
    if (rest != NULL)
        uno_type_destructData(&rest, anys, NULL);
    budget->release(budget);
    return 0;
}
