// SPDX-License-Identifier: EUPL-1.2
/* Objects of binary UNO, their common interfaces and their factory; component.h is the manual.
 *
 * An object is one block: its count of references, its context, and a slot for each interface. A slot begins with the uno_Interface
 * that the office holds, so that a call finds its object from the pointer alone.
 */
#include "component.h"

#include <stdlib.h>
#include <string.h>

enum { QUERY_INTERFACE, ACQUIRE, RELEASE, FIRST_OWN_METHOD };

/* One interface of one object. The office holds a pointer to `uno`, which therefore comes first. */
struct slot {
    uno_Interface uno;
    struct md_object *object;
    md_invoke *invoke;
    typelib_TypeDescriptionReference *type;
};

struct md_object {
    atomic_int references;
    const struct md_implementation *implementation;
    uno_Interface *context;
    _Atomic(uno_Interface *) held;
    size_t slot_count;
    struct slot slots[];
};

uno_Interface *md_context(const struct md_object *object)
{
    return object->context;
}

void md_hold(struct md_object *object, uno_Interface *other)
{
    uno_Interface *none = NULL;
    if (other != NULL && atomic_compare_exchange_strong(&object->held, &none, other))
        other->acquire(other);
}

uno_Interface *md_held(const struct md_object *object)
{
    return atomic_load(&object->held);
}

uno_Interface *md_acquire(const struct md_object *object, md_invoke *invoke)
{
    for (size_t i = 0; i < object->slot_count; i++)
        if (object->slots[i].invoke == invoke) {
            uno_Interface *interface = (uno_Interface *)&object->slots[i].uno;
            interface->acquire(interface);
            return interface;
        }
    return NULL;
}

/* ---- The interfaces that every object has -------------------------------------------------------------------- */

static uno_Sequence *new_service_names(const struct md_implementation *implementation)
{
    size_t count = 0;
    while (implementation->services[count] != NULL)
        count++;
    uno_Sequence *sequence = md_new_sequence(count, sizeof(rtl_uString *));
    rtl_uString **names = sequence != NULL ? md_elements(sequence) : NULL;
    for (size_t i = 0; names != NULL && i < count; i++)
        names[i] = md_new_string(implementation->services[i]);
    return sequence;
}

static bool supports_service(const struct md_implementation *implementation, const rtl_uString *name)
{
    for (const char *const *service = implementation->services; *service != NULL; service++)
        if (rtl_ustr_ascii_compare_WithLength(name->buffer, name->length, *service) == 0)
            return true;
    return false;
}

/* XServiceInfo. A factory answers with the names of what it makes, as the office expects. */
static bool service_info(struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    switch (method) {
    case 0: /* string getImplementationName() */
        *(rtl_uString **)result = md_new_string(object->implementation->name);
        return true;
    case 1: /* boolean supportsService(string) */
        *(sal_Bool *)result = supports_service(object->implementation, *(rtl_uString **)arguments[0]);
        return true;
    case 2: { /* sequence<string> getSupportedServiceNames() */
        uno_Sequence *names = new_service_names(object->implementation);
        *(uno_Sequence **)result = names;
        return names != NULL;
    }
    default:
        return false;
    }
}

/* The types of an object's interfaces that the type library knows, and how many those are. Where the extension was just added to an
 * office that is open, a process of its own holds the object and does not know ours: to send that would end it. */
static size_t known_types(const struct md_object *object, typelib_TypeDescriptionReference **types)
{
    size_t known = 0;
    for (size_t i = 0; i < object->slot_count; i++) {
        typelib_TypeDescription *description = NULL;
        typelib_typedescriptionreference_getDescription(&description, object->slots[i].type);
        if (description == NULL)
            continue;
        typelib_typedescription_release(description);
        if (types != NULL) {
            types[known] = object->slots[i].type;
            typelib_typedescriptionreference_acquire(types[known]);
        }
        known++;
    }
    return known;
}

static uno_Sequence *new_types(const struct md_object *object)
{
    uno_Sequence *sequence = md_new_sequence(known_types(object, NULL), sizeof(typelib_TypeDescriptionReference *));
    if (sequence != NULL)
        known_types(object, md_elements(sequence));
    return sequence;
}

/* XTypeProvider */
static bool type_provider(struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)arguments;
    uno_Sequence *sequence = NULL;
    if (method == 0) /* sequence<type> getTypes() */
        sequence = new_types(object);
    else if (method == 1) /* sequence<byte> getImplementationId(): none, as the office's manual advises */
        sequence = md_new_sequence(0, 1);
    if (sequence != NULL)
        *(uno_Sequence **)result = sequence;
    return sequence != NULL;
}

static struct md_interface common_interfaces[] = {
    {"com.sun.star.lang.XTypeProvider", type_provider, NULL},
    {"com.sun.star.lang.XServiceInfo", service_info, NULL},
};

enum { COMMON_INTERFACES = sizeof common_interfaces / sizeof *common_interfaces };

/* ---- Calls --------------------------------------------------------------------------------------------------- */

static void SAL_CALL acquire(uno_Interface *interface)
{
    atomic_fetch_add(&((struct slot *)interface)->object->references, 1);
}

static void SAL_CALL release(uno_Interface *interface)
{
    struct md_object *object = ((struct slot *)interface)->object;
    if (atomic_fetch_sub(&object->references, 1) > 1)
        return;
    uno_Interface *held = md_held(object);
    if (held != NULL)
        held->release(held);
    if (object->context != NULL)
        object->context->release(object->context);
    free(object);
}

static uno_Interface *find_interface(struct md_object *object, typelib_TypeDescriptionReference *type)
{
    if (typelib_typedescriptionreference_equals(type, *typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE)))
        return &object->slots[0].uno; /* XInterface: the object itself */
    for (size_t i = 0; i < object->slot_count; i++)
        if (typelib_typedescriptionreference_equals(type, object->slots[i].type))
            return &object->slots[i].uno;
    return NULL;
}

/* The any has a reference of its own; it is void where the object has no such interface. */
static void query_interface(struct md_object *object, typelib_TypeDescriptionReference *type, void *result)
{
    uno_Interface *found = find_interface(object, type);
    uno_type_any_construct(result, found != NULL ? &found : NULL, found != NULL ? type : NULL, NULL);
}

/* Constructs a com.sun.star.uno.RuntimeException. */
static void construct_exception(uno_Any *exception, uno_Interface *thrower, const char *message)
{
    /* Kept for good; the office sets it once, under a lock of its own. */
    static typelib_TypeDescriptionReference *type;
    typelib_static_compound_type_init(&type, typelib_TypeClass_EXCEPTION, "com.sun.star.uno.RuntimeException",
                                      *typelib_static_type_getByTypeClass(typelib_TypeClass_EXCEPTION), 0, NULL);
    struct {
        rtl_uString *message;
        uno_Interface *context;
    } value = {md_new_string(message), thrower};
    uno_type_any_construct(exception, &value, type, NULL);
    rtl_uString_release(value.message);
}

static void SAL_CALL dispatch(uno_Interface *interface, const typelib_TypeDescription *member, void *result, void **arguments,
                              uno_Any **exception)
{
    struct slot *slot = (struct slot *)interface;
    sal_Int32 position = ((const typelib_InterfaceMemberTypeDescription *)member)->nPosition;
    bool done = true;
    switch (position) {
    case QUERY_INTERFACE:
        query_interface(slot->object, *(typelib_TypeDescriptionReference **)arguments[0], result);
        break;
    case ACQUIRE:
        acquire(interface);
        break;
    case RELEASE:
        release(interface);
        break;
    default:
        done = position >= FIRST_OWN_METHOD && slot->invoke(slot->object, position - FIRST_OWN_METHOD, result, arguments);
    }
    if (done)
        *exception = NULL;
    else
        construct_exception(*exception, interface, "Meedoen: no such method, or no memory");
}

/* ---- Objects ------------------------------------------------------------------------------------------------- */

/* The type of an interface, kept for good. If its last holder lets it go while another thread asks for it by name, the office's table of
 * types keeps that name in memory that is freed (cppu's typelib), and a later look at the table may end the process. So it went where
 * an extension that was just added runs in a process of its own, which makes and ends our objects in several threads. */
static typelib_TypeDescriptionReference *type_of(struct md_interface *interface)
{
    typelib_TypeDescriptionReference *type = atomic_load(&interface->kept), *none = NULL;
    if (type != NULL)
        return type;
    typelib_typedescriptionreference_newByAsciiName(&type, typelib_TypeClass_INTERFACE, interface->type);
    if (atomic_compare_exchange_strong(&interface->kept, &none, type))
        return type;
    typelib_typedescriptionreference_release(type);
    return none;
}

static void fill_slot(struct md_object *object, struct md_interface *interface)
{
    struct slot *slot = &object->slots[object->slot_count++];
    slot->uno = (uno_Interface){acquire, release, dispatch};
    slot->object = object;
    slot->invoke = interface->invoke;
    slot->type = type_of(interface);
}

/* An object with one reference, which has `interfaces` and calls itself `implementation`; NULL without memory. */
static uno_Interface *new_object(struct md_interface *interfaces, const struct md_implementation *implementation,
                                 uno_Interface *context)
{
    size_t count = COMMON_INTERFACES;
    for (struct md_interface *interface = interfaces; interface->type != NULL; interface++)
        count++;
    struct md_object *object = calloc(1, sizeof *object + count * sizeof *object->slots);
    if (object == NULL)
        return NULL;
    atomic_init(&object->references, 1);
    object->implementation = implementation;
    object->context = context;
    if (context != NULL)
        context->acquire(context);
    for (size_t i = 0; i < COMMON_INTERFACES; i++)
        fill_slot(object, &common_interfaces[i]);
    for (struct md_interface *interface = interfaces; interface->type != NULL; interface++)
        fill_slot(object, interface);
    return &object->slots[0].uno;
}

uno_Interface *md_new_object(const struct md_implementation *implementation, uno_Interface *context)
{
    return new_object(implementation->interfaces, implementation, context);
}

/* XSingleComponentFactory */
static bool single_component_factory(struct md_object *factory, sal_Int32 method, void *result, void **arguments)
{
    uno_Interface *context;
    if (method == 0) /* XInterface createInstanceWithContext(XComponentContext) */
        context = *(uno_Interface **)arguments[0];
    else if (method == 1) /* XInterface createInstanceWithArgumentsAndContext(sequence<any>, XComponentContext) */
        context = *(uno_Interface **)arguments[1]; /* The arguments say nothing to us: a macro may give what it likes. */
    else
        return false;
    uno_Interface *object = md_new_object(factory->implementation, context);
    if (object != NULL)
        *(uno_Interface **)result = object;
    return object != NULL;
}

static struct md_interface factory_interfaces[] = {
    {"com.sun.star.lang.XSingleComponentFactory", single_component_factory, NULL},
    {NULL, NULL, NULL},
};

uno_Interface *md_new_factory(const struct md_implementation *const *implementations, const char *name)
{
    for (; *implementations != NULL; implementations++)
        if (strcmp((*implementations)->name, name) == 0)
            return new_object(factory_interfaces, *implementations, NULL);
    return NULL;
}
