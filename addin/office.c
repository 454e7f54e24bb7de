// SPDX-License-Identifier: EUPL-1.2
/* Calls from C to objects of the office; office.h is the manual.
 *
 * From the top: loans; values on their way in; calls; answers; sequences.
 */
#include "office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SPACE "com.sun.star."

/* ---- Loans --------------------------------------------------------------------------------------------------- */

struct md_loan {
    struct md_loan *older;
    uno_Any any; /* stays where it is: small values lie in the any itself */
};

void md_office_begin(struct md_office *office, uno_Interface *context)
{
    *office = (struct md_office){.context = context};
    uno_type_any_construct(&office->nothing, NULL, NULL, NULL);
}

void md_office_end(struct md_office *office)
{
    md_return_to(office, NULL);
    for (size_t i = 0; i < MD_KNOWN_MEMBERS; i++)
        if (office->members[i].name != NULL) {
            typelib_typedescription_release(office->members[i].description);
            typelib_typedescriptionreference_release(office->members[i].interface);
            office->members[i].name = NULL;
        }
    if (office->query_interface != NULL)
        typelib_typedescription_release(office->query_interface);
    office->query_interface = NULL;
    uno_any_destruct(&office->nothing, NULL);
}

void md_return_to(struct md_office *office, struct md_loan *mark)
{
    while (office->newest != mark) {
        struct md_loan *loan = office->newest;
        office->newest = loan->older;
        uno_any_destruct(&loan->any, NULL);
        free(loan);
    }
}

static md_answer fail(struct md_office *office)
{
    office->failed = true;
    return NULL;
}

static md_answer fail_without_memory(struct md_office *office)
{
    office->without_memory = true;
    return fail(office);
}

static md_answer lend(struct md_office *office, struct md_loan *loan)
{
    loan->older = office->newest;
    office->newest = loan;
    return &loan->any;
}

/* ---- Names ------------------------------------------------------------------------------------------------------ */

/* The office's name for so many bytes of `name`; the caller's. NULL without memory. */
static rtl_uString *new_full_name(const char *name, size_t length)
{
    rtl_uString *space = md_new_string(SPACE), *rest = NULL, *whole = NULL;
    rtl_string2UString(&rest, name, (sal_Int32)length, RTL_TEXTENCODING_ASCII_US, OSTRING_TO_OUSTRING_CVTFLAGS);
    if (space != NULL && rest != NULL)
        rtl_uString_newConcat(&whole, space, rest);
    md_release_string(space);
    md_release_string(rest);
    return whole;
}

/* The type with this name, which the caller ends; NULL if the type library does not know it. */
static typelib_TypeDescriptionReference *find_type(typelib_TypeClass type_class, rtl_uString *name)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_TypeDescription *description = NULL;
    if (name == NULL)
        return NULL;
    typelib_typedescriptionreference_new(&type, type_class, name);
    typelib_typedescriptionreference_getDescription(&description, type);
    if (description != NULL) {
        typelib_typedescription_release(description);
        return type;
    }
    typelib_typedescriptionreference_release(type);
    return NULL;
}

/* The same for so many bytes of a name in the office's own space. */
static typelib_TypeDescriptionReference *find_own_type(typelib_TypeClass type_class, const char *name, size_t length)
{
    rtl_uString *whole = new_full_name(name, length);
    typelib_TypeDescriptionReference *type = find_type(type_class, whole);
    md_release_string(whole);
    return type;
}

/* The method or attribute that the type library knows under this name; the caller's, or NULL. */
static typelib_TypeDescription *find_member(const char *name)
{
    typelib_TypeDescription *member = NULL;
    rtl_uString *whole = new_full_name(name, strlen(name));
    if (whole != NULL)
        typelib_typedescription_getByName(&member, whole);
    md_release_string(whole);
    return member;
}

static void release_type(typelib_TypeDescriptionReference *type)
{
    if (type != NULL)
        typelib_typedescriptionreference_release(type);
}

static typelib_TypeDescriptionReference *type_of_class(typelib_TypeClass type_class)
{
    return *typelib_static_type_getByTypeClass(type_class);
}

/* ---- Interfaces ------------------------------------------------------------------------------------------------- */

/* Calls a method of this very interface; false if it raised an exception, and `result` is then raw memory still. */
static bool call_directly(uno_Interface *interface, const typelib_TypeDescription *member, void *result, void **arguments)
{
    uno_Any raised, *exception = &raised;
    interface->pDispatcher(interface, member, result, arguments, &exception);
    if (exception != NULL)
        uno_any_destruct(exception, NULL);
    return exception == NULL;
}

/* The interface of an object; the caller's. NULL if it has none such. */
static uno_Interface *new_query(struct md_office *office, uno_Interface *object, typelib_TypeDescriptionReference *type)
{
    if (office->query_interface == NULL)
        office->query_interface = find_member("uno.XInterface::queryInterface");
    if (office->query_interface == NULL || object == NULL)
        return NULL;
    uno_Any answer;
    uno_Interface *interface = NULL;
    void *arguments[] = {&type};
    if (call_directly(object, office->query_interface, &answer, arguments)) {
        interface = md_object_in(&answer);
        if (interface != NULL)
            interface->acquire(interface);
        uno_any_destruct(&answer, NULL);
    }
    return interface;
}

static void release(uno_Interface *interface)
{
    if (interface != NULL)
        interface->release(interface);
}

/* ---- Values on their way in ------------------------------------------------------------------------------------- */

static rtl_uString *new_string(const char *utf8)
{
    rtl_uString *string = NULL;
    rtl_string2UString(&string, utf8, (sal_Int32)strlen(utf8), RTL_TEXTENCODING_UTF8, OSTRING_TO_OUSTRING_CVTFLAGS);
    return string;
}

static void construct(uno_Any *any, void *data, typelib_TypeClass type_class)
{
    uno_type_any_construct(any, data, type_of_class(type_class), NULL);
}

static bool construct_string(uno_Any *any, const char *utf8)
{
    rtl_uString *string = new_string(utf8);
    if (string != NULL)
        construct(any, &string, typelib_TypeClass_STRING);
    md_release_string(string);
    return string != NULL;
}

static bool construct_struct(uno_Any *any, struct md_value value)
{
    typelib_TypeDescriptionReference *type = find_own_type(typelib_TypeClass_STRUCT, value.type, strlen(value.type));
    if (type == NULL)
        return false;
    uno_type_any_construct(any, value.data, type, NULL);
    typelib_typedescriptionreference_release(type);
    return true;
}

/* Constructs `any` from a value; false, and raw memory still, if that is not possible. */
static bool construct_any(uno_Any *any, struct md_value value)
{
    sal_Bool yes = value.integer != 0;
    sal_Int16 half = (sal_Int16)value.integer;
    sal_Int32 whole = (sal_Int32)value.integer;
    switch (value.kind) {
    case MD_AN_INTEGER:
        construct(any, &whole, typelib_TypeClass_LONG);
        return true;
    case MD_A_SHORT:
        construct(any, &half, typelib_TypeClass_SHORT);
        return true;
    case MD_A_BOOLEAN:
        construct(any, &yes, typelib_TypeClass_BOOLEAN);
        return true;
    case MD_A_REAL:
        construct(any, &value.real, typelib_TypeClass_DOUBLE);
        return true;
    case MD_A_UTF8:
        return construct_string(any, value.utf8);
    case MD_A_STRING:
        if (value.string != NULL)
            construct(any, &value.string, typelib_TypeClass_STRING);
        return value.string != NULL;
    case MD_AN_OBJECT:
        construct(any, &value.object, typelib_TypeClass_INTERFACE);
        return true;
    case MD_AN_ANSWER:
        if (value.answer != NULL)
            uno_type_any_construct(any, value.answer->pData, value.answer->pType, NULL);
        return value.answer != NULL;
    case MD_A_STRUCT:
        return construct_struct(any, value);
    }
    return false;
}

/* An argument as a method wants it. */
struct argument {
    void *at;                               /* its value */
    typelib_TypeDescriptionReference *type; /* of what is to be ended after the call; NULL: nothing is */
    union {
        sal_Bool boolean;
        sal_Int16 half;
        sal_Int32 whole;
        sal_Int64 hyper;
        double real;
        rtl_uString *string;
        uno_Interface *object;
        uno_Any any;
    } own;
};

static bool make_number(struct argument *argument, typelib_TypeClass type_class, const struct md_value *value)
{
    bool real = value->kind == MD_A_REAL;
    if (!real && value->kind != MD_AN_INTEGER && value->kind != MD_A_SHORT && value->kind != MD_A_BOOLEAN)
        return false;
    argument->at = &argument->own;
    switch (type_class) {
    case typelib_TypeClass_DOUBLE:
        argument->own.real = real ? value->real : (double)value->integer;
        return true;
    case typelib_TypeClass_BOOLEAN:
        argument->own.boolean = value->integer != 0;
        return !real;
    case typelib_TypeClass_SHORT:
        argument->own.half = (sal_Int16)value->integer;
        return !real;
    case typelib_TypeClass_LONG:
        argument->own.whole = (sal_Int32)value->integer;
        return !real;
    case typelib_TypeClass_HYPER:
        argument->own.hyper = value->integer;
        return !real;
    default:
        return false;
    }
}

static bool make_string(struct argument *argument, const struct md_value *value)
{
    argument->at = &argument->own.string;
    argument->own.string = value->kind == MD_A_UTF8     ? new_string(value->utf8)
                           : value->kind == MD_A_STRING ? value->string
                                                        : NULL;
    if (value->kind == MD_A_UTF8 && argument->own.string != NULL)
        argument->type = type_of_class(typelib_TypeClass_STRING);
    return argument->own.string != NULL;
}

/* No object is an argument like another: a reference to nothing. */
static bool make_object(struct md_office *office, struct argument *argument, typelib_TypeDescriptionReference *type,
                        const struct md_value *value)
{
    uno_Interface *object = value->kind == MD_AN_ANSWER ? md_object_in(value->answer) : value->object;
    argument->at = &argument->own.object;
    argument->own.object = new_query(office, object, type);
    argument->type = argument->own.object != NULL ? type_of_class(typelib_TypeClass_INTERFACE) : NULL;
    return argument->own.object != NULL || (object == NULL && value->kind == MD_AN_OBJECT);
}

/* An answer of the very type that is wanted. */
static bool pass_on(struct argument *argument, typelib_TypeDescriptionReference *type, md_answer answer)
{
    if (answer == NULL || !typelib_typedescriptionreference_equals(answer->pType, type))
        return false;
    argument->at = answer->pData;
    return true;
}

static bool make_argument(struct md_office *office, struct argument *argument, typelib_TypeDescriptionReference *type,
                          const struct md_value *value)
{
    argument->type = NULL;
    switch (type->eTypeClass) {
    case typelib_TypeClass_ANY:
        argument->at = &argument->own.any;
        if (!construct_any(&argument->own.any, *value))
            return false;
        argument->type = type;
        return true;
    case typelib_TypeClass_INTERFACE:
        if (value->kind == MD_AN_OBJECT || value->kind == MD_AN_ANSWER)
            return make_object(office, argument, type, value);
        return false;
    default:
        break;
    }
    if (value->kind == MD_AN_ANSWER)
        return pass_on(argument, type, value->answer);
    switch (type->eTypeClass) {
    case typelib_TypeClass_STRING:
        return make_string(argument, value);
    case typelib_TypeClass_STRUCT:
        argument->at = value->data;
        return value->kind == MD_A_STRUCT && value->data != NULL;
    case typelib_TypeClass_SEQUENCE:
        return false;
    default:
        return make_number(argument, type->eTypeClass, value);
    }
}

/* ---- Calls ------------------------------------------------------------------------------------------------------ */

enum { MOST_ARGUMENTS = 8, MOST_BYTES_OF_A_RESULT = 256 };

/* A method, or an attribute: which is read like a method without arguments, and written like one with a single argument. */
struct member {
    typelib_TypeDescription *description;
    typelib_TypeDescriptionReference *result, *parameters[MOST_ARGUMENTS];
    size_t count;
};

static bool describe_method(struct member *member, size_t count)
{
    const typelib_InterfaceMethodTypeDescription *method = (const void *)member->description;
    if ((size_t)method->nParams != count || count > MOST_ARGUMENTS)
        return false;
    member->result = method->pReturnTypeRef;
    for (member->count = 0; member->count < count; member->count++) {
        if (method->pParams[member->count].bOut)
            return false;
        member->parameters[member->count] = method->pParams[member->count].pTypeRef;
    }
    return true;
}

static bool describe_attribute(struct member *member, size_t count)
{
    const typelib_InterfaceAttributeTypeDescription *attribute = (const void *)member->description;
    member->result = count == 0 ? attribute->pAttributeTypeRef : type_of_class(typelib_TypeClass_VOID);
    member->parameters[0] = attribute->pAttributeTypeRef;
    member->count = count;
    return count == 0 || (count == 1 && !attribute->bReadOnly);
}

static bool fits(typelib_TypeDescriptionReference *type)
{
    typelib_TypeDescription *description = NULL;
    typelib_typedescriptionreference_getDescription(&description, type);
    bool small = description != NULL && description->nSize <= MOST_BYTES_OF_A_RESULT;
    if (description != NULL)
        typelib_typedescription_release(description);
    return small;
}

/* Can this member be called with so many arguments? */
static bool describe(struct member *member, size_t count)
{
    switch (member->description->eTypeClass) {
    case typelib_TypeClass_INTERFACE_METHOD:
        return describe_method(member, count) && fits(member->result);
    case typelib_TypeClass_INTERFACE_ATTRIBUTE:
        return describe_attribute(member, count) && fits(member->result);
    default:
        return false;
    }
}

/* Lends what a member of this very interface gives back. An attribute without room for a result is written. */
static md_answer call_and_lend(struct md_office *office, uno_Interface *interface, const struct member *member,
                               void **arguments)
{
    union {
        max_align_t aligned;
        char bytes[MOST_BYTES_OF_A_RESULT];
    } result;
    typelib_TypeClass type_class = member->result->eTypeClass;
    if (type_class == typelib_TypeClass_VOID)
        return call_directly(interface, member->description, NULL, arguments) ? &office->nothing : fail(office);
    struct md_loan *loan = malloc(sizeof *loan);
    if (loan == NULL)
        return fail_without_memory(office);
    void *room = type_class == typelib_TypeClass_ANY ? (void *)&loan->any : &result;
    if (!call_directly(interface, member->description, room, arguments)) {
        free(loan);
        return fail(office);
    }
    if (room == &result) {
        uno_type_any_construct(&loan->any, &result, member->result, NULL);
        uno_type_destructData(&result, member->result, NULL);
    }
    return lend(office, loan);
}

static md_answer call_interface(struct md_office *office, uno_Interface *interface, const struct member *member,
                                const struct md_value *values)
{
    struct argument arguments[MOST_ARGUMENTS];
    void *pointers[MOST_ARGUMENTS];
    size_t made = 0;
    while (made < member->count && make_argument(office, &arguments[made], member->parameters[made], &values[made])) {
        pointers[made] = arguments[made].at;
        made++;
    }
    md_answer answer = made == member->count ? call_and_lend(office, interface, member, pointers) : fail(office);
    while (made-- > 0)
        if (arguments[made].type != NULL)
            uno_type_destructData(&arguments[made].own, arguments[made].type, NULL);
    return answer;
}

/* Looks a member up, and remembers it; NULL if the type library does not know it. */
static const struct md_member *known_member(struct md_office *office, const char *name)
{
    size_t at = (uintptr_t)name / 8 % MD_KNOWN_MEMBERS, tried = 0;
    while (office->members[at].name != NULL && office->members[at].name != name && tried++ < MD_KNOWN_MEMBERS)
        at = (at + 1) % MD_KNOWN_MEMBERS;
    struct md_member *member = &office->members[at];
    if (member->name == name)
        return member;
    struct md_member found = {name, find_member(name), find_own_type(typelib_TypeClass_INTERFACE, name, strcspn(name, ":"))};
    if (member->name == NULL && found.description != NULL && found.interface != NULL) {
        *member = found;
        return member;
    }
    release_type(found.interface);
    if (found.description != NULL)
        typelib_typedescription_release(found.description);
    return NULL;
}

md_answer md_call_with(struct md_office *office, uno_Interface *object, const char *name, const struct md_value *values,
                       size_t count)
{
    const struct md_member *known = object != NULL ? known_member(office, name) : NULL;
    if (known == NULL)
        return fail(office);
    struct member member = {.description = known->description};
    uno_Interface *interface = describe(&member, count) ? new_query(office, object, known->interface) : NULL;
    md_answer answer = interface != NULL ? call_interface(office, interface, &member, values) : fail(office);
    release(interface);
    return answer;
}

md_answer md_get(struct md_office *office, uno_Interface *object, const char *property)
{
    return md_call(office, object, "beans.XPropertySet::getPropertyValue", md_utf8(property));
}

bool md_set(struct md_office *office, uno_Interface *object, const char *property, struct md_value value)
{
    return md_call(office, object, "beans.XPropertySet::setPropertyValue", md_utf8(property), value) != NULL;
}

/* ---- Services --------------------------------------------------------------------------------------------------- */

enum { LONGEST_NAME = 128 };

static uno_Interface *service_manager(struct md_office *office)
{
    return md_object_in(md_ask(office, office->context, "uno.XComponentContext::getServiceManager"));
}

/* A name of the office behind `before`, in `full` of LONGEST_NAME bytes. */
static struct md_value full_name(char *full, const char *before, const char *name)
{
    snprintf(full, LONGEST_NAME, "%s" SPACE "%s", before, name);
    return md_utf8(full);
}

uno_Interface *md_service(struct md_office *office, const char *name)
{
    char full[LONGEST_NAME];
    return md_object_in(md_call(office, service_manager(office), "lang.XMultiComponentFactory::createInstanceWithContext",
                                full_name(full, "", name), md_object(office->context)));
}

uno_Interface *md_service_with(struct md_office *office, const char *name, struct md_value argument)
{
    char full[LONGEST_NAME];
    return md_object_in(md_call(office, service_manager(office),
                                "lang.XMultiComponentFactory::createInstanceWithArgumentsAndContext", full_name(full, "", name),
                                md_anys(office, argument), md_object(office->context)));
}

uno_Interface *md_singleton(struct md_office *office, const char *name)
{
    char full[LONGEST_NAME];
    return md_object_in(
        md_call(office, office->context, "uno.XComponentContext::getValueByName", full_name(full, "/singletons/", name)));
}

md_answer md_setting(struct md_office *office, const char *path)
{
    uno_Interface *settings = md_service_with(office, "configuration.ReadOnlyAccess", md_utf8("*"));
    return md_call(office, settings, "container.XHierarchicalNameAccess::getByHierarchicalName", md_utf8(path));
}

/* ---- Answers ---------------------------------------------------------------------------------------------------- */

static const void *data_of(md_answer answer, typelib_TypeClass type_class)
{
    return answer != NULL && answer->pType->eTypeClass == type_class ? answer->pData : NULL;
}

uno_Interface *md_object_in(md_answer answer)
{
    uno_Interface *const *object = data_of(answer, typelib_TypeClass_INTERFACE);
    return object != NULL ? *object : NULL;
}

rtl_uString *md_string_in(md_answer answer)
{
    rtl_uString *const *string = data_of(answer, typelib_TypeClass_STRING);
    return string != NULL ? *string : NULL;
}

struct md_text md_text_in(md_answer answer)
{
    const rtl_uString *string = md_string_in(answer);
    return string != NULL ? (struct md_text){string->buffer, (size_t)string->length} : (struct md_text){NULL, 0};
}

bool md_is_text(md_answer answer, const char *ascii)
{
    const rtl_uString *string = md_string_in(answer);
    return string != NULL && rtl_ustr_ascii_compareIgnoreAsciiCase_WithLength(string->buffer, string->length, ascii) == 0;
}

bool md_is_number(md_answer answer)
{
    return data_of(answer, typelib_TypeClass_DOUBLE) != NULL;
}

double md_number_in(md_answer answer)
{
    const double *number = data_of(answer, typelib_TypeClass_DOUBLE);
    return number != NULL ? *number : (double)md_int_in(answer);
}

int64_t md_int_in(md_answer answer)
{
    switch (answer != NULL ? answer->pType->eTypeClass : typelib_TypeClass_VOID) {
    case typelib_TypeClass_SHORT:
        return *(const sal_Int16 *)answer->pData;
    case typelib_TypeClass_LONG:
    case typelib_TypeClass_ENUM:
        return *(const sal_Int32 *)answer->pData;
    default:
        return 0;
    }
}

bool md_true_in(md_answer answer)
{
    const sal_Bool *yes = data_of(answer, typelib_TypeClass_BOOLEAN);
    return yes != NULL && *yes;
}

const void *md_struct_in(md_answer answer)
{
    return data_of(answer, typelib_TypeClass_STRUCT);
}

const void *md_elements_in(md_answer answer, size_t *count)
{
    uno_Sequence *const *sequence = data_of(answer, typelib_TypeClass_SEQUENCE);
    *count = sequence != NULL ? (size_t)(*sequence)->nElements : 0;
    return sequence != NULL ? md_elements(*sequence) : NULL;
}

int64_t md_count_in(struct md_office *office, uno_Interface *container)
{
    return md_int_in(md_ask(office, container, "container.XIndexAccess::getCount"));
}

uno_Interface *md_at(struct md_office *office, uno_Interface *container, int64_t place)
{
    return md_object_in(md_call(office, container, "container.XIndexAccess::getByIndex", md_int(place)));
}

uno_Interface *md_named(struct md_office *office, uno_Interface *container, struct md_value name)
{
    return md_object_in(md_call(office, container, "container.XNameAccess::getByName", name));
}

/* ---- Strings and sequences --------------------------------------------------------------------------------------- */

md_answer md_lend_utf8(struct md_office *office, const char *utf8)
{
    struct md_loan *loan = malloc(sizeof *loan);
    if (loan != NULL && construct_string(&loan->any, utf8))
        return lend(office, loan);
    free(loan);
    return fail_without_memory(office);
}

/* com.sun.star.beans.PropertyValue */
struct property_value {
    rtl_uString *name;
    sal_Int32 handle;
    uno_Any value;
    sal_Int32 state;
};

static bool make_property(struct property_value *property, const struct md_property *from)
{
    *property = (struct property_value){.name = new_string(from->name)};
    if (property->name != NULL && construct_any(&property->value, from->value))
        return true;
    md_release_string(property->name);
    return false;
}

/* An empty sequence with room for `count` elements; NULL without memory. */
static uno_Sequence *new_room(size_t count, size_t size)
{
    uno_Sequence *sequence = md_new_sequence(count, size);
    if (sequence != NULL)
        sequence->nElements = 0;
    return sequence;
}

/* Takes over `sequence` as a loan; NULL, and the sequence is ended, without memory or if it has not `count` elements. */
static md_answer lend_sequence(struct md_office *office, uno_Sequence *sequence, typelib_TypeDescriptionReference *type,
                               size_t count)
{
    struct md_loan *loan = (size_t)sequence->nElements == count ? malloc(sizeof *loan) : NULL;
    if (loan != NULL)
        uno_type_any_construct(&loan->any, &sequence, type, NULL);
    uno_type_destructData(&sequence, type, NULL);
    return loan != NULL ? lend(office, loan) : fail_without_memory(office);
}

/* The type of a sequence, which the caller ends; NULL if the type library does not know it. */
static typelib_TypeDescriptionReference *find_sequence_type(const char *name)
{
    rtl_uString *whole = md_new_string(name);
    typelib_TypeDescriptionReference *type = find_type(typelib_TypeClass_SEQUENCE, whole);
    md_release_string(whole);
    return type;
}

md_answer md_properties_of(struct md_office *office, const struct md_property *properties, size_t count)
{
    typelib_TypeDescriptionReference *type = find_sequence_type("[]" SPACE "beans.PropertyValue");
    uno_Sequence *sequence = type != NULL ? new_room(count, sizeof(struct property_value)) : NULL;
    md_answer answer = NULL;
    if (sequence != NULL) {
        struct property_value *made = md_elements(sequence);
        for (size_t i = 0; i < count && make_property(&made[i], &properties[i]); i++)
            sequence->nElements++;
        answer = lend_sequence(office, sequence, type, count);
    }
    release_type(type);
    return answer != NULL ? answer : fail_without_memory(office);
}

md_answer md_property_in(md_answer properties, const char *name)
{
    size_t count;
    const struct property_value *all = md_elements_in(properties, &count);
    for (size_t i = 0; i < count; i++)
        if (rtl_ustr_ascii_compare_WithLength(all[i].name->buffer, all[i].name->length, name) == 0)
            return &all[i].value;
    return NULL;
}

md_answer md_sequence_of(struct md_office *office, const char *type_name, const void *elements, size_t count)
{
    typelib_TypeDescriptionReference *type = find_sequence_type(type_name);
    uno_Sequence *sequence = NULL;
    void *readable; /* the office reads them, and does not say so */
    memcpy(&readable, &elements, sizeof readable);
    md_answer answer = NULL;
    if (type != NULL && count <= INT32_MAX && uno_type_sequence_construct(&sequence, type, readable, (sal_Int32)count, NULL))
        answer = lend_sequence(office, sequence, type, count);
    release_type(type);
    return answer != NULL ? answer : fail_without_memory(office);
}

/* One row of texts; complete, or NULL without memory. */
static uno_Sequence *new_row_of_texts(typelib_TypeDescriptionReference *type, const char *const *utf8, size_t columns)
{
    uno_Sequence *row = new_room(columns, sizeof(uno_Any));
    if (row == NULL)
        return NULL;
    uno_Any *made = md_elements(row);
    for (size_t i = 0; i < columns && construct_string(&made[i], utf8[i] != NULL ? utf8[i] : ""); i++)
        row->nElements++;
    if ((size_t)row->nElements < columns) {
        uno_type_destructData(&row, type, NULL);
        return NULL;
    }
    return row;
}

md_answer md_rows_of_texts(struct md_office *office, const char *const *utf8, size_t rows, size_t columns)
{
    typelib_TypeDescriptionReference *type = find_sequence_type("[][]any"), *row_type = find_sequence_type("[]any");
    uno_Sequence *sequence = type != NULL && row_type != NULL ? new_room(rows, sizeof(uno_Sequence *)) : NULL;
    md_answer answer = NULL;
    if (sequence != NULL) {
        uno_Sequence **made = md_elements(sequence);
        for (size_t i = 0; i < rows && (made[i] = new_row_of_texts(row_type, utf8 + i * columns, columns)) != NULL; i++)
            sequence->nElements++;
        answer = lend_sequence(office, sequence, type, rows);
    }
    release_type(type);
    release_type(row_type);
    return answer != NULL ? answer : fail_without_memory(office);
}

md_answer md_strings_of(struct md_office *office, const char *const *utf8, size_t count)
{
    typelib_TypeDescriptionReference *type = find_sequence_type("[]string");
    uno_Sequence *sequence = type != NULL ? new_room(count, sizeof(rtl_uString *)) : NULL;
    md_answer answer = NULL;
    if (sequence != NULL) {
        rtl_uString **made = md_elements(sequence);
        for (size_t i = 0; i < count && (made[i] = new_string(utf8[i])) != NULL; i++)
            sequence->nElements++;
        answer = lend_sequence(office, sequence, type, count);
    }
    release_type(type);
    return answer != NULL ? answer : fail_without_memory(office);
}

md_answer md_anys_of(struct md_office *office, const struct md_value *values, size_t count)
{
    typelib_TypeDescriptionReference *type = find_sequence_type("[]any");
    uno_Sequence *sequence = type != NULL ? new_room(count, sizeof(uno_Any)) : NULL;
    md_answer answer = NULL;
    if (sequence != NULL) {
        uno_Any *made = md_elements(sequence);
        for (size_t i = 0; i < count && construct_any(&made[i], values[i]); i++)
            sequence->nElements++;
        answer = lend_sequence(office, sequence, type, count);
    }
    release_type(type);
    return answer != NULL ? answer : fail_without_memory(office);
}
