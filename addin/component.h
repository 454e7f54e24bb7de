// SPDX-License-Identifier: EUPL-1.2
/* How a call from the office arrives in C: binary UNO in ten minutes.
 *
 * Start
 * (1) meedoen.components, in the extension, tells the office: "the service meedoen.Budget is made by meedoen.comp.Budget, which is
 *     in this library". At the first use of one of our functions the office loads the library and calls
 *     component_getFactory("meedoen.comp.Budget", …) (library.c), which answers with a factory object (md_new_factory).
 * (2) The office asks the factory for an object: createInstanceWithContext. From then on it talks to that object.
 *     An extension that was added while the office is open runs in a process of its own until the restart. That process asks the library
 *     for its environment, "uno", and does not know our interface: XTypeProvider leaves out what the type library does not know.
 *
 * Objects and interfaces
 * (3) All the office ever sees of an object is a uno_Interface: three function pointers, acquire, release and pDispatcher.
 *     An object has one for each interface that it supports, and they sit side by side in one block of memory.
 *     The first one also stands for the object itself (its XInterface): queryInterface always gives the same.
 * (4) acquire and release count the references of the whole object, from any thread; the last release frees it.
 *
 * A call
 * (5) Every method call of the office goes through pDispatcher(interface, member, result, arguments, exception):
 *     - `interface` is ours, so it says which object and which of its interfaces is meant;
 *     - `member` describes the method; all that is used of it is its position in the interface;
 *     - positions 0, 1 and 2 are queryInterface, acquire and release in every interface; its own methods begin at 3;
 *     - arguments[i] points at the value of argument i: a uno_Any, an rtl_uString *, a uno_Sequence *, a uno_Interface *, …
 *       These stay the caller's;
 *     - `result` points at raw memory in which the callee constructs the return value, which is then the caller's;
 *     - an exception is an any which the callee constructs in **exception; *exception = NULL says that there is none.
 * (6) component.c does all of that, and the two interfaces that every object has: XTypeProvider (which interfaces are
 *     there, asked by Calc's reflection) and XServiceInfo (which services). What is left for an implementation is one
 *     md_invoke function for each interface of its own, and a static table that names them.
 *
 * Values
 * (7) any = type + pointer to the value · string = rtl_uString, counted UTF-16 · sequence = count + elements, counted ·
 *     type = a counted description, with eTypeClass for a switch. All can be copied and destructed with the functions of uno/data.h.
 */
#ifndef MD_COMPONENT_H
#define MD_COMPONENT_H

#include "uno.h"

#include <stdatomic.h>

struct md_object;

/* Carries out one method of an interface.
 *
 * object      whose method it is
 * method      its place among the interface's own methods: 0 is the first after XInterface's three
 * result      raw memory for the return value: constructed if true is returned, left alone otherwise
 * arguments   pointers to the values of the arguments
 *
 * Returns false if there is no such method or no memory: the office then gets a RuntimeException.
 */
typedef bool md_invoke(struct md_object *object, sal_Int32 method, void *result, void **arguments);

struct md_interface {
    const char *type; /* com.sun.star.lang.XServiceInfo; direct methods only: its base is XInterface */
    md_invoke *invoke;
    _Atomic(typelib_TypeDescriptionReference *) kept; /* NULL until an object has it, then the office's for good */
};

struct md_implementation {
    const char *name;                /* as in meedoen.components */
    const char *const *services;     /* ends with NULL */
    struct md_interface *interfaces; /* its own: XTypeProvider and XServiceInfo come by themselves; ends with a NULL type */
};

/* The component context with which `object` was made; it stays the object's. NULL if the office gave none. */
uno_Interface *md_context(const struct md_object *object);

/* Lets `object` hold on to another one, for good: once, whatever is asked later. md_held gives it, NULL if there is none; it stays
 * the object's. */
void md_hold(struct md_object *object, uno_Interface *other);
uno_Interface *md_held(const struct md_object *object);

/* The interface of `object` that `invoke` carries out, with a reference for the caller: to hand out one of its own. */
uno_Interface *md_acquire(const struct md_object *object, md_invoke *invoke);

/* A new object of an implementation, with one reference, which is the caller's; NULL without memory. */
uno_Interface *md_new_object(const struct md_implementation *implementation, uno_Interface *context);

/* A factory for the one of `implementations` (ends with NULL) that is called `name`, with one reference, which is the
 * caller's; NULL if there is no such implementation or no memory. */
uno_Interface *md_new_factory(const struct md_implementation *const *implementations, const char *name);

#endif
