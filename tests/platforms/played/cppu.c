// SPDX-License-Identifier: EUPL-1.2
/* What the add-in and its tests need of the office's library cppu, where there is no office.
 *
 * (1) There is one reference for each type name; none is ever freed.
 * (2) Of the compound types there is one only: an exception, which is a string and an interface.
 * (3) There is no type library: the description of an interface or a struct is unknown, as in the office's own library without one.
 * (4) What an any can hold of at most 8 bytes sits in the any itself, as in the office.
 */
#include "../../../addin/uno.h"

#include <stdlib.h>
#include <string.h>

struct type {
    typelib_TypeDescriptionReference reference; /* first: the reference's address is the type's */
    typelib_IndirectTypeDescription description;
    char *name;
    struct type *next;
};

struct exception {
    rtl_uString *message;
    uno_Interface *context;
};

#define XINTERFACE "com.sun.star.uno.XInterface"

static struct type *types;
static char lock;

/* ---- Types --------------------------------------------------------------------------------------------------- */

static struct type *new_type(typelib_TypeClass type_class, const char *name, typelib_TypeDescriptionReference *element)
{
    struct type *type = calloc(1, sizeof *type);
    if (!type || !(type->name = malloc(strlen(name) + 1)))
        abort();
    strcpy(type->name, name);
    type->reference.eTypeClass = type_class;
    rtl_uString_newFromAscii(&type->reference.pTypeName, name);
    type->description.aBase.eTypeClass = type_class;
    type->description.aBase.pTypeName = type->reference.pTypeName;
    type->description.pType = element;
    return type;
}

static struct type *named(typelib_TypeClass type_class, const char *name, typelib_TypeDescriptionReference *element)
{
    while (__atomic_test_and_set(&lock, __ATOMIC_ACQUIRE))
        continue;
    struct type *type = types;
    while (type && (type->reference.eTypeClass != type_class || strcmp(type->name, name) != 0))
        type = type->next;
    if (!type) {
        type = new_type(type_class, name, element);
        type->next = types;
        types = type;
    }
    __atomic_clear(&lock, __ATOMIC_RELEASE);
    return type;
}

void typelib_typedescriptionreference_acquire(typelib_TypeDescriptionReference *type)
{
    __atomic_add_fetch(&type->nRefCount, 1, __ATOMIC_RELAXED);
}

void typelib_typedescriptionreference_release(typelib_TypeDescriptionReference *type)
{
    __atomic_sub_fetch(&type->nRefCount, 1, __ATOMIC_RELAXED);
}

sal_Bool typelib_typedescriptionreference_equals(const typelib_TypeDescriptionReference *one,
                                                 const typelib_TypeDescriptionReference *other)
{
    return one == other;
}

void typelib_typedescriptionreference_getDescription(typelib_TypeDescription **description,
                                                     typelib_TypeDescriptionReference *type)
{
    struct type *self = (struct type *)type;
    const typelib_TypeDescriptionReference *innermost = self->description.pType ? self->description.pType : type;
    bool interface =
        innermost->eTypeClass == typelib_TypeClass_INTERFACE && strcmp(((const struct type *)innermost)->name, XINTERFACE) != 0;
    *description = interface || innermost->eTypeClass == typelib_TypeClass_STRUCT ? NULL : &self->description.aBase;
}

void typelib_typedescription_release(typelib_TypeDescription *description)
{
    (void)description;
}

static const char *const simple_names[typelib_TypeClass_INTERFACE + 1] = {
    [typelib_TypeClass_VOID] = "void",
    [typelib_TypeClass_BYTE] = "byte",
    [typelib_TypeClass_BOOLEAN] = "boolean",
    [typelib_TypeClass_LONG] = "long",
    [typelib_TypeClass_DOUBLE] = "double",
    [typelib_TypeClass_STRING] = "string",
    [typelib_TypeClass_TYPE] = "type",
    [typelib_TypeClass_ANY] = "any",
    [typelib_TypeClass_EXCEPTION] = "com.sun.star.uno.Exception",
    [typelib_TypeClass_INTERFACE] = XINTERFACE,
};

typelib_TypeDescriptionReference **typelib_static_type_getByTypeClass(typelib_TypeClass type_class)
{
    static typelib_TypeDescriptionReference *simple[typelib_TypeClass_INTERFACE + 1];
    if (!simple_names[type_class])
        abort();
    simple[type_class] = &named(type_class, simple_names[type_class], NULL)->reference;
    return &simple[type_class];
}

static typelib_TypeDescriptionReference *by_name(const char *name)
{
    for (unsigned type_class = 0; type_class <= typelib_TypeClass_INTERFACE; type_class++)
        if (simple_names[type_class] && strcmp(simple_names[type_class], name) == 0)
            return *typelib_static_type_getByTypeClass((typelib_TypeClass)type_class);
    return &named(typelib_TypeClass_STRUCT, name, NULL)->reference;
}

void typelib_typedescriptionreference_newByAsciiName(typelib_TypeDescriptionReference **type, typelib_TypeClass type_class,
                                                     const char *name)
{
    typelib_TypeDescriptionReference *element = type_class == typelib_TypeClass_SEQUENCE ? by_name(name + 2) : NULL;
    *type = &named(type_class, name, element)->reference;
    typelib_typedescriptionreference_acquire(*type);
}

void typelib_typedescriptionreference_new(typelib_TypeDescriptionReference **type, typelib_TypeClass type_class,
                                          rtl_uString *name)
{
    char ascii[200];
    if ((size_t)name->length >= sizeof ascii)
        abort();
    for (sal_Int32 i = 0; i <= name->length; i++)
        ascii[i] = (char)name->buffer[i];
    typelib_typedescriptionreference_newByAsciiName(type, type_class, ascii);
}

/* The one method that an office knows without its type library. */
void typelib_typedescription_getByName(typelib_TypeDescription **description, rtl_uString *name)
{
    static typelib_InterfaceMemberTypeDescription query_interface = {.aBase.eTypeClass = typelib_TypeClass_INTERFACE_METHOD};
    bool known = rtl_ustr_ascii_compare(name->buffer, "com.sun.star.uno.XInterface::queryInterface") == 0;
    *description = known ? &query_interface.aBase : NULL;
}

void typelib_static_sequence_type_init(typelib_TypeDescriptionReference **type, typelib_TypeDescriptionReference *element)
{
    char name[200] = "[]";
    strncat(name, ((struct type *)element)->name, sizeof name - 3);
    *type = &named(typelib_TypeClass_SEQUENCE, name, element)->reference;
}

void typelib_static_compound_type_init(typelib_TypeDescriptionReference **type, typelib_TypeClass type_class, const char *name,
                                       typelib_TypeDescriptionReference *base, sal_Int32 members,
                                       typelib_TypeDescriptionReference **member_types)
{
    (void)base;
    (void)member_types;
    if (members != 0 || type_class != typelib_TypeClass_EXCEPTION)
        abort();
    *type = &named(type_class, name, NULL)->reference;
}

/* ---- Values -------------------------------------------------------------------------------------------------- */

static size_t size_of(const typelib_TypeDescriptionReference *type)
{
    switch (type->eTypeClass) {
    case typelib_TypeClass_BYTE:
    case typelib_TypeClass_BOOLEAN:
        return 1;
    case typelib_TypeClass_LONG:
        return sizeof(sal_Int32);
    case typelib_TypeClass_DOUBLE:
        return sizeof(double);
    case typelib_TypeClass_STRING:
    case typelib_TypeClass_TYPE:
    case typelib_TypeClass_SEQUENCE:
    case typelib_TypeClass_INTERFACE:
        return sizeof(void *);
    case typelib_TypeClass_ANY:
        return sizeof(uno_Any);
    case typelib_TypeClass_EXCEPTION:
        return sizeof(struct exception);
    default:
        abort();
    }
}

/* Adds a reference to what the value holds. */
static void share(void *value, const typelib_TypeDescriptionReference *type)
{
    uno_Interface *interface;
    switch (type->eTypeClass) {
    case typelib_TypeClass_STRING:
        rtl_uString_acquire(*(rtl_uString **)value);
        break;
    case typelib_TypeClass_SEQUENCE:
        __atomic_add_fetch(&(*(uno_Sequence **)value)->nRefCount, 1, __ATOMIC_RELAXED);
        break;
    case typelib_TypeClass_INTERFACE:
        interface = *(uno_Interface **)value;
        if (interface)
            interface->acquire(interface);
        break;
    case typelib_TypeClass_EXCEPTION:
        rtl_uString_acquire(((struct exception *)value)->message);
        interface = ((struct exception *)value)->context;
        if (interface)
            interface->acquire(interface);
        break;
    default:
        break;
    }
}

void uno_type_any_construct(uno_Any *any, void *source, typelib_TypeDescriptionReference *type, uno_AcquireFunc acquire)
{
    (void)acquire;
    any->pType = type ? type : *typelib_static_type_getByTypeClass(typelib_TypeClass_VOID);
    any->pData = &any->pReserved;
    if (!type || type->eTypeClass == typelib_TypeClass_VOID)
        return;
    size_t size = size_of(type);
    if (size > sizeof any->pReserved && !(any->pData = any->pReserved = malloc(size)))
        abort();
    memcpy(any->pData, source, size);
    share(any->pData, type);
}

static void release_sequence(uno_Sequence *sequence, typelib_TypeDescriptionReference *element)
{
    if (__atomic_sub_fetch(&sequence->nRefCount, 1, __ATOMIC_ACQ_REL) > 0)
        return;
    size_t size = size_of(element);
    for (sal_Int32 i = 0; i < sequence->nElements; i++)
        uno_type_destructData(sequence->elements + (size_t)i * size, element, NULL);
    rtl_freeMemory(sequence);
}

void uno_type_destructData(void *value, typelib_TypeDescriptionReference *type, uno_ReleaseFunc release)
{
    uno_Interface *interface;
    switch (type->eTypeClass) {
    case typelib_TypeClass_STRING:
        rtl_uString_release(*(rtl_uString **)value);
        break;
    case typelib_TypeClass_SEQUENCE:
        release_sequence(*(uno_Sequence **)value, ((struct type *)type)->description.pType);
        break;
    case typelib_TypeClass_ANY:
        uno_any_destruct(value, release);
        break;
    case typelib_TypeClass_INTERFACE:
        interface = *(uno_Interface **)value;
        if (interface)
            interface->release(interface);
        break;
    case typelib_TypeClass_EXCEPTION:
        rtl_uString_release(((struct exception *)value)->message);
        interface = ((struct exception *)value)->context;
        if (interface)
            interface->release(interface);
        break;
    default:
        break;
    }
}

void uno_any_destruct(uno_Any *any, uno_ReleaseFunc release)
{
    uno_type_destructData(any->pData, any->pType, release);
    if (any->pData != &any->pReserved)
        free(any->pData);
}
