// SPDX-License-Identifier: EUPL-1.2
/* Calls from C to objects of the office; call.h is the manual. */
#include "call.h"

#include <string.h>

void md_release(uno_Interface *object)
{
    if (object != NULL)
        object->release(object);
}

/* Calls the method that the type library knows under this name, on that very interface. */
static bool call_directly(uno_Interface *interface, const char *method, void *result, void **arguments)
{
    rtl_uString *name = md_new_string(method);
    typelib_TypeDescription *member = NULL;
    typelib_typedescription_getByName(&member, name);
    rtl_uString_release(name);
    if (member == NULL)
        return false;
    uno_Any raised, *exception = &raised;
    interface->pDispatcher(interface, member, result, arguments, &exception);
    typelib_typedescription_release(member);
    if (exception != NULL)
        uno_any_destruct(exception, NULL);
    return exception == NULL;
}

/* Takes the interface, if there is one, out of an any, and ends the any. */
static uno_Interface *take_interface(uno_Any *any)
{
    uno_Interface *interface = NULL;
    if (any->pType->eTypeClass == typelib_TypeClass_INTERFACE)
        interface = *(uno_Interface **)any->pData;
    if (interface != NULL)
        interface->acquire(interface);
    uno_any_destruct(any, NULL);
    return interface;
}

static uno_Interface *query(uno_Interface *object, rtl_uString *interface)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_typedescriptionreference_new(&type, typelib_TypeClass_INTERFACE, interface);
    uno_Any answer;
    void *arguments[] = {&type};
    bool answered = call_directly(object, "com.sun.star.uno.XInterface::queryInterface", &answer, arguments);
    typelib_typedescriptionreference_release(type);
    return answered ? take_interface(&answer) : NULL;
}

bool md_call(uno_Interface *object, const char *method, void *result, void **arguments)
{
    if (object == NULL)
        return false;
    rtl_uString *whole = md_new_string(method), *before = NULL;
    rtl_uString_newFromStr_WithLength(&before, whole->buffer, (sal_Int32)strcspn(method, ":"));
    uno_Interface *interface = query(object, before);
    rtl_uString_release(before);
    rtl_uString_release(whole);
    bool done = interface != NULL && call_directly(interface, method, result, arguments);
    md_release(interface);
    return done;
}

uno_Interface *md_singleton(uno_Interface *context, const char *name)
{
    rtl_uString *folder = md_new_string("/singletons/"), *own = md_new_string(name), *path = NULL;
    rtl_uString_newConcat(&path, folder, own);
    uno_Any answer;
    void *arguments[] = {&path};
    bool answered = md_call(context, "com.sun.star.uno.XComponentContext::getValueByName", &answer, arguments);
    rtl_uString_release(folder);
    rtl_uString_release(own);
    rtl_uString_release(path);
    return answered ? take_interface(&answer) : NULL;
}

static uno_Sequence *new_arguments(rtl_uString *argument)
{
    uno_Sequence *sequence = md_new_sequence(argument != NULL ? 1 : 0, sizeof(uno_Any));
    if (sequence != NULL && argument != NULL)
        uno_type_any_construct(md_elements(sequence), &argument, *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING),
                               NULL);
    return sequence;
}

uno_Interface *md_service(uno_Interface *context, const char *name, rtl_uString *argument)
{
    uno_Interface *manager = NULL, *made = NULL;
    md_call(context, "com.sun.star.uno.XComponentContext::getServiceManager", &manager, NULL);
    uno_Sequence *sequence = new_arguments(argument);
    rtl_uString *service = md_new_string(name);
    void *arguments[] = {&service, &sequence, &context};
    if (sequence != NULL)
        md_call(manager, "com.sun.star.lang.XMultiComponentFactory::createInstanceWithArgumentsAndContext", &made, arguments);
    rtl_uString_release(service);
    md_end_sequence(sequence, "[]any");
    md_release(manager);
    return made;
}

void md_end_sequence(uno_Sequence *sequence, const char *type_name)
{
    if (sequence == NULL)
        return;
    typelib_TypeDescriptionReference *type = NULL;
    typelib_typedescriptionreference_newByAsciiName(&type, typelib_TypeClass_SEQUENCE, type_name);
    uno_type_destructData(&sequence, type, NULL);
    typelib_typedescriptionreference_release(type);
}
