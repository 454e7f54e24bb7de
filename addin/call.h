// SPDX-License-Identifier: EUPL-1.2
/* Calls to the office's own objects, from C: component.h, the other way round.
 *
 * (1) An object is a uno_Interface *. A reference that comes out of a function here is the caller's, who ends it with md_release.
 * (2) A method is called by its full name, "com.sun.star.frame.XDispatch::dispatch": the object is asked for the interface
 *     before the "::", and the office's type library for the method's place in it. No header of that interface is needed.
 * (3) arguments[i] points at the value of argument i, as in component.h (5); `result` is raw memory, filled only by a call that
 *     succeeds. A value in it is then the caller's: a string ends with rtl_uString_release, an any with uno_any_destruct.
 * (4) Nothing here throws or crashes: where something is missing (an object, an interface, a method, memory) or an exception
 *     comes back, a call is false and a reference is NULL. NULL is taken wherever an object is, and gives false or NULL again,
 *     so that a chain of calls needs one look, at its end.
 */
#ifndef MD_CALL_H
#define MD_CALL_H

#include "uno.h"

/* Calls a method; false if that was not possible or it raised an exception. */
bool md_call(uno_Interface *object, const char *method, void *result, void **arguments);

/* A new object of a service, made with one string as its argument, or none for NULL. `context`: see md_context. */
uno_Interface *md_service(uno_Interface *context, const char *name, rtl_uString *argument);

/* The only object of a singleton, such as "com.sun.star.frame.theDesktop". */
uno_Interface *md_singleton(uno_Interface *context, const char *name);

/* Ends a reference; does nothing for NULL. */
void md_release(uno_Interface *object);

/* Ends a sequence of the caller's; does nothing for NULL.
 *
 * type_name   such as "[]any"; one that is not built into UNO itself is known only inside an office */
void md_end_sequence(uno_Sequence *sequence, const char *type_name);

#endif
