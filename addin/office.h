// SPDX-License-Identifier: EUPL-1.2
/* Talking to the office in C, a line a call: methods, properties, sequences and structs of its own objects.
 *
 *     uno_Interface *sheets = md_object_in(md_ask(office, book, "sheet.XSpreadsheetDocument::getSheets"));
 *     md_call(office, cell, "table.XCell::setValue", md_real(12.5));
 *     md_set(office, sheet, "IsVisible", md_bool(false));
 *
 * (1) Names are the office's own without the "com.sun.star." that all of them begin with: "table.XCell::setValue", where the
 *     interface is the one that declares the method. How many arguments that takes, of which types, and what it gives back is
 *     read from the office's type library; no header of an interface is needed. Methods with out parameters are not called.
 *     An attribute is read like a method without arguments, and written like one with a single argument.
 * (2) Arguments are values (md_int, md_utf8, …). A number becomes the numeric type that the method wants, anything becomes an any
 *     where it wants one, and an object is asked for the interface that it wants.
 * (3) An answer is NULL if the call could not be made, or raised an exception; `office->failed` then says so until it is cleared.
 *     Every function here takes NULL for an answer, an object, a text or a sequence, so that a chain of calls needs one look,
 *     at its end.
 * (4) All that comes out of the functions here is on loan: it lives until md_office_end, or until md_return_to goes back to a mark
 *     that was made before it. Nothing is released by hand.
 * (5) Without memory a call is one that could not be made.
 */
#ifndef MD_OFFICE_H
#define MD_OFFICE_H

#include "../functions/base/text.h"
#include "uno.h"

/* ---- Loans --------------------------------------------------------------------------------------------------- */

struct md_loan;

enum { MD_KNOWN_MEMBERS = 256 };

/* A method or attribute that was looked up; by the address of its name, which is therefore a constant of the program. */
struct md_member {
    const char *name;
    typelib_TypeDescription *description;
    typelib_TypeDescriptionReference *interface;
};

struct md_office {
    uno_Interface *context; /* the component context, which stays the caller's */
    struct md_loan *newest;
    bool failed;         /* sentence 3 */
    bool without_memory; /* some call was not made on that account: what it would have told is not known */
    uno_Any nothing; /* what a method without a result answers, which takes no memory: what was opened can always be closed */
    typelib_TypeDescription *query_interface;
    struct md_member members[MD_KNOWN_MEMBERS];
};

void md_office_begin(struct md_office *office, uno_Interface *context);
void md_office_end(struct md_office *office);

/* Gives back all that was lent since `mark` was the newest loan. */
void md_return_to(struct md_office *office, struct md_loan *mark);

/* ---- Values ---------------------------------------------------------------------------------------------------- */

typedef const uno_Any *md_answer;

struct md_value {
    enum {
        MD_AN_INTEGER,
        MD_A_SHORT,
        MD_A_BOOLEAN,
        MD_A_REAL,
        MD_A_UTF8,
        MD_A_STRING,
        MD_AN_OBJECT,
        MD_AN_ANSWER,
        MD_A_STRUCT
    } kind;
    union {
        int64_t integer; /* also of a short one and a boolean */
        double real;
        const char *utf8;
        rtl_uString *string;
        uno_Interface *object;
        md_answer answer;
        void *data;
    };
    const char *type; /* of a struct */
};

/* In an any it is one of 32 bits. */
static inline struct md_value md_int(int64_t integer)
{
    return (struct md_value){.kind = MD_AN_INTEGER, .integer = integer};
}

/* For an any that must hold a short integer: some properties take nothing wider. */
static inline struct md_value md_short(int64_t integer)
{
    return (struct md_value){.kind = MD_A_SHORT, .integer = integer};
}

static inline struct md_value md_bool(bool yes)
{
    return (struct md_value){.kind = MD_A_BOOLEAN, .integer = yes};
}

static inline struct md_value md_real(double real)
{
    return (struct md_value){.kind = MD_A_REAL, .real = real};
}

static inline struct md_value md_utf8(const char *utf8)
{
    return (struct md_value){.kind = MD_A_UTF8, .utf8 = utf8};
}

static inline struct md_value md_string(rtl_uString *string)
{
    return (struct md_value){.kind = MD_A_STRING, .string = string};
}

static inline struct md_value md_object(uno_Interface *object)
{
    return (struct md_value){.kind = MD_AN_OBJECT, .object = object};
}

/* What a call answered, as an argument of the next. */
static inline struct md_value md_any(md_answer answer)
{
    return (struct md_value){.kind = MD_AN_ANSWER, .answer = answer};
}

/* A struct of the office, laid out by the caller; `type` is its name, such as "table.CellAddress". */
static inline struct md_value md_struct(const char *type, void *data)
{
    return (struct md_value){.kind = MD_A_STRUCT, .data = data, .type = type};
}

/* ---- Calls ----------------------------------------------------------------------------------------------------- */

/* Calls a method with so many arguments. Its name is a constant of the program. */
md_answer md_call_with(struct md_office *office, uno_Interface *object, const char *name, const struct md_value *values,
                       size_t count);

/* A method with arguments, each of them a value; and one without. */
#define md_call(office, object, method, ...)                                                                                   \
    md_call_with(office, object, method, (const struct md_value[]){__VA_ARGS__},                                               \
                 sizeof((const struct md_value[]){__VA_ARGS__}) / sizeof(struct md_value))

static inline md_answer md_ask(struct md_office *office, uno_Interface *object, const char *method)
{
    return md_call_with(office, object, method, NULL, 0);
}

/* A property of an object, by XPropertySet. md_set: false if it was refused. */
md_answer md_get(struct md_office *office, uno_Interface *object, const char *property);
bool md_set(struct md_office *office, uno_Interface *object, const char *property, struct md_value value);

/* A new object of a service, such as "sheet.FunctionAccess"; and one that is made with an argument. */
uno_Interface *md_service(struct md_office *office, const char *name);
uno_Interface *md_service_with(struct md_office *office, const char *name, struct md_value argument);

/* The only object of a singleton, such as "frame.theDesktop". */
uno_Interface *md_singleton(struct md_office *office, const char *name);

/* A setting of the office by its path, such as "/org.openoffice.Setup/L10N/ooLocale". */
md_answer md_setting(struct md_office *office, const char *path);

/* ---- Answers ---------------------------------------------------------------------------------------------------- */

uno_Interface *md_object_in(md_answer answer);        /* NULL if it is no object */
rtl_uString *md_string_in(md_answer answer);          /* NULL if it is no string */
struct md_text md_text_in(md_answer answer);          /* the same; empty if it is no string */
bool md_is_text(md_answer answer, const char *ascii); /* is it this text, capitals aside? */
bool md_is_number(md_answer answer);                  /* as a cell holds it */
double md_number_in(md_answer answer);                /* 0 if it is no number */
int64_t md_int_in(md_answer answer);                  /* 0 if it is no whole number */
bool md_true_in(md_answer answer);                    /* false if it is no boolean */
const void *md_struct_in(md_answer answer);           /* NULL if it is no struct */

/* The elements of a sequence, and how many they are; NULL and 0 if it is no sequence. */
const void *md_elements_in(md_answer answer, size_t *count);

/* How many objects a container has; and one of them, by its place or by its name. */
int64_t md_count_in(struct md_office *office, uno_Interface *container);
uno_Interface *md_at(struct md_office *office, uno_Interface *container, int64_t place);
uno_Interface *md_named(struct md_office *office, uno_Interface *container, struct md_value name);

/* ---- Strings and sequences --------------------------------------------------------------------------------------- */

/* A string of UTF-8. */
md_answer md_lend_utf8(struct md_office *office, const char *utf8);

struct md_property {
    const char *name;
    struct md_value value;
};

/* A sequence<PropertyValue>; NULL without memory. */
md_answer md_properties_of(struct md_office *office, const struct md_property *properties, size_t count);

#define md_properties(office, ...)                                                                                             \
    md_any(md_properties_of(office, (const struct md_property[]){__VA_ARGS__},                                                 \
                            sizeof((const struct md_property[]){__VA_ARGS__}) / sizeof(struct md_property)))

/* The value of this property in a sequence<PropertyValue>; NULL if it has none such. */
md_answer md_property_in(md_answer properties, const char *name);

/* A sequence of so many elements, which are copied; `type` is that of the sequence, "[]com.sun.star.sheet.FormulaToken". */
md_answer md_sequence_of(struct md_office *office, const char *type, const void *elements, size_t count);

/* Rows of so many texts, one after another, as what a range of cells holds: sequence<sequence<any>>. A NULL is an empty text. */
md_answer md_rows_of_texts(struct md_office *office, const char *const *utf8, size_t rows, size_t columns);

/* A sequence<string>; NULL without memory. */
md_answer md_strings_of(struct md_office *office, const char *const *utf8, size_t count);

/* A sequence<any>; NULL without memory. */
md_answer md_anys_of(struct md_office *office, const struct md_value *values, size_t count);

#define md_anys(office, ...)                                                                                                   \
    md_any(md_anys_of(office, (const struct md_value[]){__VA_ARGS__},                                                          \
                      sizeof((const struct md_value[]){__VA_ARGS__}) / sizeof(struct md_value)))

#endif
