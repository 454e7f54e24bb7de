// SPDX-License-Identifier: EUPL-1.2
/* Calling the built component as an office would: its factory, its objects, and its methods with values of every kind.
 *
 * No type library is needed: a dispatcher reads nothing of a member but its position.
 */
#ifndef TEST_CALLS_H
#define TEST_CALLS_H

#include "../../addin/uno.h"
#include "../../functions/catalogue.h"

#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Atomic int failures; /* threads share it */

static inline void expect(bool condition, const char *what)
{
    if (!condition) {
        printf("not so: %s\n", what);
        failures++;
    }
}

/* As expect, for what nothing can go on without. */
static inline void require(bool condition, const char *what)
{
    expect(condition, what);
    if (!condition)
        exit(1);
}

/* ---- Calling ------------------------------------------------------------------------------------------------- */

/* Calls the method at `position`; false if it gave an exception, which must be a RuntimeException. */
static inline bool call(uno_Interface *interface, sal_Int32 position, void *result, void **arguments)
{
    typelib_InterfaceMemberTypeDescription member = {.nPosition = position};
    member.aBase.eTypeClass = typelib_TypeClass_INTERFACE_METHOD;
    uno_Any exception, *signal = &exception;
    require(interface != NULL, "an interface to call");
    interface->pDispatcher(interface, &member.aBase, result, arguments, &signal);
    if (!signal)
        return true;
    expect(exception.pType->eTypeClass == typelib_TypeClass_EXCEPTION, "an exception");
    expect(rtl_ustr_ascii_compare(exception.pType->pTypeName->buffer, "com.sun.star.uno.RuntimeException") == 0,
           "a RuntimeException");
    uno_any_destruct(&exception, NULL);
    return false;
}

/* The interface of this type, with a reference that the caller releases; NULL if there is none. */
static inline uno_Interface *query(uno_Interface *interface, const char *type_name)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_typedescriptionreference_newByAsciiName(&type, typelib_TypeClass_INTERFACE, type_name);
    uno_Any any;
    uno_Interface *found = NULL;
    void *arguments[] = {&type};
    expect(call(interface, 0, &any, arguments), "queryInterface");
    if (any.pType->eTypeClass == typelib_TypeClass_INTERFACE) {
        found = *(uno_Interface **)any.pData;
        found->acquire(found);
        expect(typelib_typedescriptionreference_equals(any.pType, type), "the type that was asked for");
    }
    uno_any_destruct(&any, NULL);
    typelib_typedescriptionreference_release(type);
    return found;
}

static inline void destruct_sequence(uno_Sequence *sequence, typelib_TypeClass element)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_static_sequence_type_init(&type, *typelib_static_type_getByTypeClass(element));
    uno_type_destructData(&sequence, type, NULL);
}

/* ---- Arguments of every kind --------------------------------------------------------------------------------- */

static inline typelib_TypeDescriptionReference *any_type(void)
{
    return *typelib_static_type_getByTypeClass(typelib_TypeClass_ANY);
}

static inline void make_double(uno_Any *any, double value)
{
    uno_type_any_construct(any, &value, *typelib_static_type_getByTypeClass(typelib_TypeClass_DOUBLE), NULL);
}

static inline void make_text(uno_Any *any, const char *ascii)
{
    rtl_uString *string = NULL;
    rtl_uString_newFromAscii(&string, ascii);
    uno_type_any_construct(any, &string, *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL);
    rtl_uString_release(string);
}

static inline void make_cell(uno_Any *any, unsigned kind)
{
    static const double numbers[] = {0, 1, -1, 3.5, 1e15, 1e300, 85e6};
    static const char *const texts[] = {"", "onbekend", "abc", "besteed", "ontvangen", "nl", "hamilton", "1.234"};
    if (kind % 3 == 0)
        make_text(any, texts[kind / 3 % (sizeof texts / sizeof *texts)]);
    else
        make_double(any, kind % 50 == 49 ? HUGE_VAL : numbers[kind % (sizeof numbers / sizeof *numbers)]);
}

/* A range of rows × columns; the last row is one cell shorter if `ragged`. */
static inline void make_range(uno_Any *any, int rows, int columns, bool ragged, unsigned kind)
{
    static typelib_TypeDescriptionReference *row_type, *type;
    typelib_static_sequence_type_init(&row_type, any_type());
    typelib_static_sequence_type_init(&type, row_type);
    uno_Sequence *outer = md_new_sequence((size_t)rows, sizeof(uno_Sequence *));
    for (int i = 0; i < rows; i++) {
        int length = ragged && i == rows - 1 ? columns - 1 : columns;
        uno_Sequence *row = md_new_sequence((size_t)length, sizeof(uno_Any));
        for (int j = 0; j < length; j++)
            if (kind % 2)
                make_cell((uno_Any *)md_elements(row) + j, kind++ * 7);
            else
                make_double((uno_Any *)md_elements(row) + j, i + 2 * j + 1);
        ((uno_Sequence **)md_elements(outer))[i] = row;
    }
    uno_type_any_construct(any, &outer, type, NULL);
    uno_type_destructData(&outer, type, NULL);
}

/* A struct of the office, which no cell can be: a type stands in for it. */
static inline void make_type(uno_Any *any)
{
    typelib_TypeDescriptionReference *value = any_type();
    uno_type_any_construct(any, &value, *typelib_static_type_getByTypeClass(typelib_TypeClass_TYPE), NULL);
}

enum { KINDS = 40 };

static inline void make_argument(uno_Any *any, unsigned kind)
{
    switch (kind % 10) {
    case 0:
        uno_type_any_construct(any, NULL, NULL, NULL);
        break;
    case 1:
        make_range(any, 3, 1, false, kind / 10);
        break;
    case 2:
        make_range(any, 2, 3, false, kind / 10);
        break;
    case 3:
        make_range(any, 2, 2, true, kind);
        break;
    case 4:
        make_range(any, 0, 0, false, kind);
        break;
    case 5:
        make_range(any, 1, 1, false, kind / 10);
        break;
    case 6:
        make_type(any);
        break;
    default:
        make_cell(any, kind);
    }
}

enum { KINDS_OF_CALL = KINDS * 20 };

struct arguments {
    uno_Any values[MD_MOST_PARAMETERS];
    void *pointers[MD_MOST_PARAMETERS];
    uno_Sequence *rest; /* the sequence at the end of a method that takes one, or NULL */
};

/* Makes one sequence of the values from the place of the parameter that repeats, where the method has one. */
static inline void gather_rest(struct arguments *arguments, sal_Int32 method, size_t values)
{
    if (method < 0 || (size_t)method >= md_catalogue_length)
        return;
    const struct md_function *function = &md_catalogue[method];
    size_t last = md_parameter_count(function) - 1;
    if (!function->parameters[last]->repeats)
        return;
    size_t count = values > last ? values - last : 0;
    arguments->rest = md_new_sequence(count, sizeof(uno_Any));
    for (size_t i = 0; i < count; i++) {
        const uno_Any *value = &arguments->values[last + i];
        uno_type_any_construct((uno_Any *)md_elements(arguments->rest) + i, value->pData, value->pType, NULL);
    }
    arguments->pointers[last] = &arguments->rest;
}

/* Arguments of the kinds seed, seed × 3 + 1, … */
static inline void make_arguments(struct arguments *arguments, unsigned seed)
{
    arguments->rest = NULL;
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++) {
        make_argument(&arguments->values[i], seed);
        arguments->pointers[i] = &arguments->values[i];
        seed = seed / KINDS + seed * 3 + 1;
    }
}

static inline void destruct_arguments(struct arguments *arguments)
{
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++)
        uno_any_destruct(&arguments->values[i], NULL);
    if (arguments->rest != NULL)
        destruct_sequence(arguments->rest, typelib_TypeClass_ANY);
}

static inline void call_method(uno_Interface *budget, sal_Int32 method, unsigned seed)
{
    struct arguments arguments;
    uno_Any result;
    make_arguments(&arguments, seed);
    gather_rest(&arguments, method, MD_MOST_PARAMETERS);
    expect(call(budget, 3 + method, &result, arguments.pointers), "an answer");
    typelib_TypeClass type_class = result.pType->eTypeClass;
    expect(type_class == typelib_TypeClass_DOUBLE || type_class == typelib_TypeClass_STRING ||
               type_class == typelib_TypeClass_SEQUENCE,
           "a number, a text or a matrix");
    uno_any_destruct(&result, NULL);
    destruct_arguments(&arguments);
}

/* The first position without a method. */
static inline sal_Int32 count_methods(uno_Interface *budget)
{
    for (sal_Int32 count = 0;; count++) {
        struct arguments arguments;
        uno_Any result;
        make_arguments(&arguments, 0);
        gather_rest(&arguments, count, MD_MOST_PARAMETERS);
        bool answered = call(budget, 3 + count, &result, arguments.pointers);
        destruct_arguments(&arguments);
        if (!answered)
            return count;
        uno_any_destruct(&result, NULL);
    }
}

/* ---- Objects ------------------------------------------------------------------------------------------------- */

/* The component context that every object is made with: it has no method of its own, for there is no office, and counts who
 * holds it. One reference is the program's. */
static _Atomic int context_references = 1;

static inline void SAL_CALL acquire_context(uno_Interface *self)
{
    (void)self;
    context_references++;
}

static inline void SAL_CALL release_context(uno_Interface *self)
{
    (void)self;
    context_references--;
}

static inline void SAL_CALL ask_context(uno_Interface *self, const typelib_TypeDescription *member, void *result,
                                        void **arguments, uno_Any **exception)
{
    expect(((const typelib_InterfaceMemberTypeDescription *)member)->nPosition == 0, "a context asked for an interface only");
    typelib_TypeDescriptionReference *type = *(typelib_TypeDescriptionReference **)arguments[0];
    bool known =
        typelib_typedescriptionreference_equals(type, *typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE));
    uno_type_any_construct(result, known ? &self : NULL, known ? type : NULL, NULL);
    *exception = NULL;
}

static uno_Interface the_context = {acquire_context, release_context, ask_context};

/* An object of the factory, which holds the context; NULL if there was no memory. */
static inline uno_Interface *create(uno_Interface *factory, bool with_arguments)
{
    uno_Interface *context = &the_context, *object = NULL;
    uno_Sequence *values = md_new_sequence(0, sizeof(uno_Any));
    void *just_context[] = {&context}, *both[] = {&values, &context};
    uno_Interface *maker = query(factory, "com.sun.star.lang.XSingleComponentFactory");
    expect(with_arguments ? call(maker, 4, &object, both) : call(maker, 3, &object, just_context), "an object");
    maker->release(maker);
    destruct_sequence(values, typelib_TypeClass_ANY);
    return object;
}

/* The interface of a new object; the caller releases it. */
static inline uno_Interface *new_budget(uno_Interface *factory)
{
    uno_Interface *object = create(factory, false), *budget = query(object, "meedoen.XBudget");
    object->release(object);
    return budget;
}

/* ---- Loading ------------------------------------------------------------------------------------------------- */

typedef void *get_factory_function(const char *implementation, void *manager, void *key);

/* The one function of the library that the command line names; NULL, and a complaint, if it is not there. */
static inline get_factory_function *load(int argc, char **argv)
{
    void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    void *symbol = library ? dlsym(library, "component_getFactory") : NULL;
    get_factory_function *get_factory = NULL;
    if (!symbol)
        fprintf(stderr, "usage: %s LIBRARY (%s)\n", argv[0], argc == 2 ? dlerror() : "no library named");
    memcpy(&get_factory, &symbol, sizeof symbol); /* ISO C has no cast from an object's address to a function's */
    return get_factory;
}

#endif
