// SPDX-License-Identifier: EUPL-1.2
/* host LIBRARY: loads the built component as an office would and drives it through its dispatchers, for valgrind and sanitizers.
 *
 * (1) The factory and the object have all their interfaces; XInterface is the same pointer from each of them.
 * (2) Names, services and the types that the type library knows are answered; what is unknown gives a RuntimeException; a wrong name gives no factory.
 * (3) Every method bears every kind of argument in every place, and arguments left out.
 * (4) Threads may share an object and a factory, and call any method at any time, as Calc does when it calculates in threads.
 * (5) The menu answers for its own URLs alone, and without an office does nothing.
 * (6) An object holds the context that it is made with, and no longer than it lives.
 * (7) A type that an object had stays known to the office when the object is gone: another thread may ask for it at that moment.
 */
#include "calls.h"

#include <pthread.h>

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
        expect(call(interface, 1, NULL, NULL) && call(interface, 2, NULL, NULL), "acquire and release by their positions");
        expect(!call(interface, 100, NULL, NULL), "position 100");
        expect(!call(interface, -1, NULL, NULL), "position -1");
        self->release(self);
        interface->release(interface);
    }
    expect(query(object, "com.sun.star.util.XCloseable") == NULL, "an interface it has not");
    identity->release(identity);
}

/* Whether the type library, if there is one at all, knows the office's interfaces. */
static bool knows_types(void)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_TypeDescription *description = NULL;
    typelib_typedescriptionreference_newByAsciiName(&type, typelib_TypeClass_INTERFACE, "com.sun.star.lang.XTypeProvider");
    typelib_typedescriptionreference_getDescription(&description, type);
    bool known = description != NULL;
    if (known)
        typelib_typedescription_release(description);
    typelib_typedescriptionreference_release(type);
    return known;
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
    expect(call(provider, 3, &sequence, NULL) && sequence->nElements == (knows_types() ? types : 0), "its types");
    destruct_sequence(sequence, typelib_TypeClass_TYPE);
    expect(call(provider, 4, &sequence, NULL) && sequence->nElements == 0, "no implementation id");
    destruct_sequence(sequence, typelib_TypeClass_BYTE);
    provider->release(provider);
    info->release(info);
}

/* ---- Calls ---------------------------------------------------------------------------------------------------- */

enum { THREADS = 4, CALLS_OF_A_THREAD = 2000 };

static uno_Interface *shared_factory, *shared_budget;
static sal_Int32 methods;

/* Every method in turn: on the shared object, and now and then on an object of its own. */
static void *hammer(void *first_seed)
{
    unsigned seed = *(unsigned *)first_seed;
    for (unsigned i = 0; i < CALLS_OF_A_THREAD; i++, seed++) {
        uno_Interface *interface = i % 16 == 0 ? new_budget(shared_factory) : query(shared_budget, "meedoen.XBudget");
        call_method(interface, (sal_Int32)(seed % (unsigned)methods), seed);
        interface->release(interface);
    }
    return NULL;
}

static void share_between_threads(uno_Interface *factory, uno_Interface *budget)
{
    pthread_t threads[THREADS];
    unsigned seeds[THREADS];
    shared_factory = factory;
    shared_budget = budget;
    for (unsigned i = 0; i < THREADS; i++) {
        seeds[i] = i * 331;
        pthread_create(&threads[i], NULL, hammer, &seeds[i]);
    }
    for (unsigned i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
}

static void expect_kept(const char *name)
{
    typelib_TypeDescriptionReference *type = NULL;
    typelib_typedescriptionreference_newByAsciiName(&type, typelib_TypeClass_INTERFACE, name);
    expect(type->nRefCount > 1, "a type with another holder");
    typelib_typedescriptionreference_release(type);
}

/* ---- The whole ----------------------------------------------------------------------------------------------- */

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
    expect(context_references == 3, "a reference to the context for each object");
    expect_interfaces(object, of_budget);
    expect_information(object, 3);
    uno_Interface *budget = query(object, "meedoen.XBudget");
    object->release(object);
    other->release(other);
    methods = count_methods(budget);
    for (sal_Int32 method = 0; method < methods; method++)
        for (unsigned seed = 0; seed < KINDS_OF_CALL; seed++)
            call_method(budget, method, seed);
    share_between_threads(factory, budget);
    expect(context_references == 2, "one object left that holds the context");
    budget->release(budget);
    expect(context_references == 1, "the context given back");
    printf("%d methods\n", (int)methods);
}

/* com.sun.star.util.URL, and what com.sun.star.frame.DispatchDescriptor adds to it. */
struct request {
    rtl_uString *complete, *main, *protocol, *user, *password, *server;
    sal_Int16 port;
    rtl_uString *path, *name, *arguments, *mark, *frame_name;
    sal_Int32 search_flags;
};

/* Tells the menu of a frame: none, one that is no object, and one that has nothing of a frame. */
static void initialize(uno_Interface *object)
{
    uno_Interface *initialization = query(object, "com.sun.star.lang.XInitialization"), *context = &the_context;
    for (int kind = 0; kind < 3; kind++) {
        uno_Sequence *told = md_new_sequence(kind > 0, sizeof(uno_Any));
        void *arguments[] = {&told};
        if (kind == 1)
            make_double(md_elements(told), 1);
        else if (kind == 2)
            uno_type_any_construct(md_elements(told), &context,
                                   *typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE), NULL);
        expect(call(initialization, 3, NULL, arguments), "a menu that is told of a frame");
        destruct_sequence(told, typelib_TypeClass_ANY);
    }
    initialization->release(initialization);
}

static void drive_menu(uno_Interface *factory)
{
    static const char *const of_menu[] = {"com.sun.star.frame.XDispatchProvider", "com.sun.star.frame.XDispatch",
                                          "com.sun.star.lang.XInitialization",    "com.sun.star.lang.XServiceInfo",
                                          "com.sun.star.lang.XTypeProvider",      NULL};
    static const char *const urls[] = {
        "meedoen:handbook",   "meedoen:training", "meedoen:values",    "meedoen:explain", "meedoen:check",
        "meedoen:explain?A1", "meedoen:values ",  "meedoen:handbookx", "meedoen:",        ""};
    enum { URLS = sizeof urls / sizeof *urls, KNOWN = 5 };
    uno_Interface *object = create(factory, false);
    expect_interfaces(object, of_menu);
    initialize(object);
    uno_Interface *provider = query(object, "com.sun.star.frame.XDispatchProvider");
    uno_Sequence *requests = md_new_sequence(URLS, sizeof(struct request)), *dispatches = NULL;
    struct request *request = md_elements(requests);
    memset(request, 0, URLS * sizeof *request);
    for (size_t i = 0; i < URLS; i++) {
        uno_Interface *dispatch = NULL;
        void *arguments[] = {&request[i], NULL, NULL};
        rtl_uString_newFromAscii(&request[i].complete, urls[i]);
        expect(call(provider, 3, &dispatch, arguments) && (dispatch != NULL) == (i < KNOWN), urls[i]);
        if (!dispatch)
            continue;
        expect(call(dispatch, 3, NULL, arguments) && call(dispatch, 4, NULL, arguments) && call(dispatch, 5, NULL, arguments),
               "a dispatch that does nothing");
        dispatch->release(dispatch);
    }
    void *arguments[] = {&requests};
    expect(call(provider, 4, &dispatches, arguments) && dispatches->nElements == URLS, "an answer for each request");
    for (size_t i = 0; i < URLS; i++) {
        uno_Interface *dispatch = ((uno_Interface **)md_elements(dispatches))[i];
        expect((dispatch != NULL) == (i < KNOWN), urls[i]);
        if (dispatch)
            dispatch->release(dispatch);
        rtl_uString_release(request[i].complete);
    }
    rtl_freeMemory(dispatches);
    rtl_freeMemory(requests);
    provider->release(provider);
    expect(context_references == 2, "the menu holds the context");
    object->release(object);
    expect(context_references == 1, "the context given back by the menu");
}

int main(int argc, char **argv)
{
    get_factory_function *get_factory = load(argc, argv);
    if (!get_factory)
        return 2;
    expect(get_factory("meedoen.comp.Other", NULL, NULL) == NULL, "a factory for another name");
    uno_Interface *factory = get_factory("meedoen.comp.Budget", NULL, NULL);
    require(factory != NULL, "a factory");
    drive(factory);
    factory->release(factory);
    factory = get_factory("meedoen.comp.Menu", NULL, NULL);
    require(factory != NULL, "a factory of the menu");
    drive_menu(factory);
    factory->release(factory);
    expect_kept("meedoen.XBudget");
    expect_kept("com.sun.star.frame.XDispatch");
    puts(failures ? "component: FAILED" : "component: ok");
    return failures ? 1 : 0;
}
