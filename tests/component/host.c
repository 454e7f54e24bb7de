// SPDX-License-Identifier: EUPL-1.2
/* host LIBRARY: loads the built component as an office would and drives it through its dispatchers, for valgrind and sanitizers.
 *
 * (1) The factory and the object have all their interfaces; XInterface is the same pointer from each of them.
 * (2) Names, services and types are answered; what is unknown gives a RuntimeException; a wrong name gives no factory.
 * (3) Every method bears every kind of argument in every place, and arguments left out.
 * (4) Threads may share an object.
 *
 * No type library is needed: a dispatcher reads nothing of a member but its position.
 */
#include "../../addin/uno.h"
#include "../../functions/catalogue.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

static void expect(bool condition, const char *what)
{
    if (!condition) {
        printf("not so: %s\n", what);
        failures++;
    }
}

/* As expect, for what nothing can go on without. */
static void require(bool condition, const char *what)
{
    expect(condition, what);
    if (!condition)
        exit(1);
}

/* ---- Calling ------------------------------------------------------------------------------------------------- */

/* Calls the method at `position`; false if it gave an exception, which must be a RuntimeException. */
static bool call(uno_Interface *interface, sal_Int32 position, void *result, void **arguments)
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
static uno_Interface *query(uno_Interface *interface, const char *type_name)
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

static void expect_interfaces(uno_Interface *object, const char *const *names)
{
    uno_Interface *identity = query(object, "com.sun.star.uno.XInterface");
    for (; *names; names++) {
        uno_Interface *interface = query(object, *names);
        expect(interface != NULL, *names);
        if (!interface)
            continue;
        uno_Interface *self = query(interface, "com.sun.star.uno.XInterface");
        expect(self == identity, "one identity");
        expect(!call(interface, 100, NULL, NULL), "position 100");
        expect(!call(interface, -1, NULL, NULL), "position -1");
        self->release(self);
        interface->release(interface);
    }
    expect(query(object, "com.sun.star.util.XCloseable") == NULL, "an interface it has not");
    identity->release(identity);
}

static void destruct_sequence(uno_Sequence *sequence, typelib_TypeClass element)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_static_sequence_type_init(&type, *typelib_static_type_getByTypeClass(element));
    uno_type_destructData(&sequence, type, NULL);
}

/* Asks XServiceInfo and XTypeProvider all their questions. */
static void expect_information(uno_Interface *object, sal_Int32 types)
{
    uno_Interface *info = query(object, "com.sun.star.lang.XServiceInfo");
    uno_Interface *provider = query(object, "com.sun.star.lang.XTypeProvider");
    rtl_uString *name = NULL, *service = NULL;
    uno_Sequence *sequence = NULL;
    sal_Bool supported = sal_False;
    void *arguments[] = {&service};

    expect(call(info, 3, &name, NULL) && rtl_ustr_ascii_compare(name->buffer, "meedoen.comp.Budget") == 0, "its name");
    rtl_uString_release(name);
    rtl_uString_newFromAscii(&service, "meedoen.Budget");
    expect(call(info, 4, &supported, arguments) && supported, "its service");
    rtl_uString_newFromAscii(&service, "meedoen.Budge");
    expect(call(info, 4, &supported, arguments) && !supported, "no other service");
    rtl_uString_release(service);
    expect(call(info, 5, &sequence, NULL) && sequence->nElements == 1, "its services");
    destruct_sequence(sequence, typelib_TypeClass_STRING);
    expect(call(provider, 3, &sequence, NULL) && sequence->nElements == types, "its types");
    destruct_sequence(sequence, typelib_TypeClass_TYPE);
    expect(call(provider, 4, &sequence, NULL) && sequence->nElements == 0, "no implementation id");
    destruct_sequence(sequence, typelib_TypeClass_BYTE);
    provider->release(provider);
    info->release(info);
}

/* ---- Arguments of every kind --------------------------------------------------------------------------------- */

static typelib_TypeDescriptionReference *any_type(void)
{
    return *typelib_static_type_getByTypeClass(typelib_TypeClass_ANY);
}

static void make_double(uno_Any *any, double value)
{
    uno_type_any_construct(any, &value, *typelib_static_type_getByTypeClass(typelib_TypeClass_DOUBLE), NULL);
}

static void make_text(uno_Any *any, const char *ascii)
{
    rtl_uString *string = NULL;
    rtl_uString_newFromAscii(&string, ascii);
    uno_type_any_construct(any, &string, *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL);
    rtl_uString_release(string);
}

static void make_cell(uno_Any *any, unsigned kind)
{
    static const double numbers[] = {0, 1, -1, 3.5, 1e15, 1e300, 85e6};
    static const char *const texts[] = {"", "onbekend", "abc", "besteed", "ontvangen", "nl", "hamilton", "1.234"};
    if (kind % 3 == 0)
        make_text(any, texts[kind / 3 % (sizeof texts / sizeof *texts)]);
    else
        make_double(any, kind % 50 == 49 ? HUGE_VAL : numbers[kind % (sizeof numbers / sizeof *numbers)]);
}

/* A range of rows × columns; the last row is one cell shorter if `ragged`. */
static void make_range(uno_Any *any, int rows, int columns, bool ragged, unsigned kind)
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
static void make_type(uno_Any *any)
{
    typelib_TypeDescriptionReference *value = any_type();
    uno_type_any_construct(any, &value, *typelib_static_type_getByTypeClass(typelib_TypeClass_TYPE), NULL);
}

enum { KINDS = 40 };

static void make_argument(uno_Any *any, unsigned kind)
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

/* Calls `method` with its arguments of the kinds seed, seed × 3 + 1, … */
static void call_method(uno_Interface *budget, sal_Int32 method, unsigned seed)
{
    uno_Any values[MD_MOST_PARAMETERS], result;
    void *arguments[MD_MOST_PARAMETERS];
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++) {
        make_argument(&values[i], seed);
        arguments[i] = &values[i];
        seed = seed / KINDS + seed * 3 + 1;
    }
    expect(call(budget, 3 + method, &result, arguments), "an answer");
    typelib_TypeClass type_class = result.pType->eTypeClass;
    expect(type_class == typelib_TypeClass_DOUBLE || type_class == typelib_TypeClass_STRING ||
               type_class == typelib_TypeClass_SEQUENCE,
           "a number, a text or a matrix");
    uno_any_destruct(&result, NULL);
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++)
        uno_any_destruct(&values[i], NULL);
}

static sal_Int32 count_methods(uno_Interface *budget)
{
    sal_Int32 count = 0;
    for (bool found = true; found; count += found) {
        uno_Any values[MD_MOST_PARAMETERS], result;
        void *arguments[MD_MOST_PARAMETERS];
        for (size_t i = 0; i < MD_MOST_PARAMETERS; i++) {
            uno_type_any_construct(&values[i], NULL, NULL, NULL);
            arguments[i] = &values[i];
        }
        found = call(budget, 3 + count, &result, arguments);
        if (found)
            uno_any_destruct(&result, NULL);
    }
    return count;
}

static void *hammer(void *budget)
{
    for (unsigned seed = 0; seed < 300; seed++) {
        uno_Interface *interface = query(budget, "meedoen.XBudget");
        call_method(interface, 0, seed);
        interface->release(interface);
    }
    return NULL;
}

static void share_between_threads(uno_Interface *budget)
{
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, hammer, budget);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
}

/* ---- The whole ----------------------------------------------------------------------------------------------- */

static uno_Interface *create(uno_Interface *factory, bool with_arguments)
{
    uno_Interface *context = NULL, *object = NULL;
    uno_Sequence *values = md_new_sequence(0, sizeof(uno_Any));
    void *just_context[] = {&context}, *both[] = {&values, &context};
    uno_Interface *maker = query(factory, "com.sun.star.lang.XSingleComponentFactory");
    expect(with_arguments ? call(maker, 4, &object, both) : call(maker, 3, &object, just_context), "an object");
    maker->release(maker);
    destruct_sequence(values, typelib_TypeClass_ANY);
    return object;
}

static void drive(uno_Interface *factory)
{
    static const char *const of_factory[] = {"com.sun.star.lang.XSingleComponentFactory", "com.sun.star.lang.XServiceInfo",
                                             "com.sun.star.lang.XTypeProvider", NULL};
    static const char *const of_budget[] = {"meedoen.XBudget", "com.sun.star.lang.XServiceInfo",
                                            "com.sun.star.lang.XTypeProvider", NULL};
    expect_interfaces(factory, of_factory);
    expect_information(factory, 3);
    uno_Interface *other = create(factory, true), *object = create(factory, false);
    require(object && other && object != other, "two objects");
    expect_interfaces(object, of_budget);
    expect_information(object, 3);
    uno_Interface *budget = query(object, "meedoen.XBudget");
    object->release(object);
    other->release(other);
    sal_Int32 methods = count_methods(budget);
    for (sal_Int32 method = 0; method < methods; method++)
        for (unsigned seed = 0; seed < KINDS * 20; seed++)
            call_method(budget, method, seed);
    share_between_threads(budget);
    budget->release(budget);
    printf("%d methods\n", (int)methods);
}

int main(int argc, char **argv)
{
    void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!library) {
        fprintf(stderr, "usage: host LIBRARY (%s)\n", argc == 2 ? dlerror() : "no library named");
        return 2;
    }
    void *symbol = dlsym(library, "component_getFactory");
    void *(*get_factory)(const char *, void *, void *) = NULL;
    memcpy(&get_factory, &symbol, sizeof symbol); /* ISO C has no cast from an object's address to a function's */
    expect(get_factory("meedoen.comp.Other", NULL, NULL) == NULL, "a factory for another name");
    uno_Interface *factory = get_factory("meedoen.comp.Budget", NULL, NULL);
    expect(factory != NULL, "a factory");
    if (factory) {
        drive(factory);
        factory->release(factory);
    }
    dlclose(library);
    puts(failures ? "component: FAILED" : "component: ok");
    return failures ? 1 : 0;
}
