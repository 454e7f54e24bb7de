// SPDX-License-Identifier: EUPL-1.2
/* memory LIBRARY: what the built component does with memory.
 *
 * (1) A million calls of every kind leave the heap as it was, to the block.
 * (2) When any one allocation of a call is refused, or all from that one on, be it the component's own or the office's on its
 *     behalf, the call answers Err:512, or what it would have answered anyway; and all that it had taken is given back.
 * (3) When an object cannot have its memory, its maker gives a RuntimeException, or no factory.
 *
 * malloc and its family are this program's own, so that they count and refuse: the office's library takes its memory from them too.
 */
#include "calls.h"

enum { MILLION = 1000000, SEEDS_REFUSED = 120 };

static ptrdiff_t blocks;          /* in use now */
static size_t requests;           /* since counting began */
static size_t refuse_from = 0;    /* the first request that is refused; 0: none */
static bool refuse_all_from_then; /* or that one alone */
static size_t refused_calls;

/* The project hides its symbols; the libraries must find these. */
#define EVERYWHERE __attribute__((visibility("default")))

/* glibc's own names for what is replaced below */
void *__libc_malloc(size_t bytes);               // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void *__libc_calloc(size_t count, size_t bytes); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void *__libc_realloc(void *block, size_t bytes); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
void __libc_free(void *block);                   // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

static bool is_refused(void)
{
    requests++;
    return refuse_from != 0 && (requests == refuse_from || (refuse_all_from_then && requests > refuse_from));
}

static void *counted(void *block)
{
    blocks += block != NULL;
    return block;
}

EVERYWHERE void *malloc(size_t bytes)
{
    return is_refused() ? NULL : counted(__libc_malloc(bytes));
}

EVERYWHERE void *calloc(size_t count, size_t bytes)
{
    return is_refused() ? NULL : counted(__libc_calloc(count, bytes));
}

EVERYWHERE void *realloc(void *block, size_t bytes)
{
    if (is_refused())
        return NULL;
    return block == NULL ? counted(__libc_realloc(block, bytes)) : __libc_realloc(block, bytes);
}

EVERYWHERE void free(void *block)
{
    blocks -= block != NULL;
    __libc_free(block);
}

/* ---- What must hold ------------------------------------------------------------------------------------------ */

static bool is_err_512(const uno_Any *any)
{
    const uint64_t expected = UINT64_C(0x7FF8000000000000) | 512;
    uint64_t bits = 0;
    if (any->pType->eTypeClass == typelib_TypeClass_DOUBLE)
        memcpy(&bits, any->pData, sizeof bits);
    return bits == expected;
}

/* (2) for one call. */
static void refuse_each(uno_Interface *budget, sal_Int32 method, unsigned seed)
{
    struct arguments arguments;
    uno_Any whole, result;
    make_arguments(&arguments, seed);
    gather_rest(&arguments, method, MD_MOST_PARAMETERS);
    ptrdiff_t before = blocks;
    requests = 0;
    require(call(budget, 3 + method, &whole, arguments.pointers), "an answer");
    size_t needed = requests;
    for (size_t refused = 1; refused <= 2 * needed; refused++) {
        ptrdiff_t held = blocks;
        refuse_all_from_then = refused > needed;
        refuse_from = refuse_all_from_then ? refused - needed : refused;
        requests = 0;
        bool answered = call(budget, 3 + method, &result, arguments.pointers);
        refuse_from = 0;
        refused_calls++;
        require(answered, "an answer without memory");
        expect(is_err_512(&result) ||
                   uno_type_equalData(&result, *typelib_static_type_getByTypeClass(typelib_TypeClass_ANY), &whole,
                                      *typelib_static_type_getByTypeClass(typelib_TypeClass_ANY), NULL, NULL),
               "Err:512 or the whole answer");
        uno_any_destruct(&result, NULL);
        expect(blocks == held, "all that a refused call had taken given back");
    }
    uno_any_destruct(&whole, NULL);
    expect(blocks == before, "all that a call had taken given back");
    destruct_arguments(&arguments);
}

/* (1) */
static void call_a_million_times(uno_Interface *budget, sal_Int32 methods)
{
    ptrdiff_t before = blocks;
    for (unsigned i = 0; i < MILLION; i++)
        call_method(budget, (sal_Int32)(i % (unsigned)methods), i / (unsigned)methods % KINDS_OF_CALL);
    expect(blocks == before, "no growth in a million calls");
    printf("a million calls: %td blocks before, %td after\n", before, blocks);
}

/* (3) */
static void refuse_objects(get_factory_function *get_factory, uno_Interface *factory)
{
    ptrdiff_t before = blocks;
    refuse_from = 1;
    requests = 0;
    expect(get_factory("meedoen.comp.Budget", NULL, NULL) == NULL, "no factory without memory");
    refuse_from = 0;
    uno_Interface *maker = query(factory, "com.sun.star.lang.XSingleComponentFactory"), *context = &the_context, *object = NULL;
    int held = context_references;
    void *arguments[] = {&context};
    refuse_from = 1;
    requests = 0;
    expect(!call(maker, 3, &object, arguments) && object == NULL, "no object without memory");
    refuse_from = 0;
    maker->release(maker);
    expect(blocks == before && context_references == held, "nothing kept of what could not be made");
}

int main(int argc, char **argv)
{
    get_factory_function *get_factory = load(argc, argv);
    if (!get_factory)
        return 2;
    uno_Interface *factory = get_factory("meedoen.comp.Budget", NULL, NULL), *budget = new_budget(factory);
    sal_Int32 methods = count_methods(budget);
    for (sal_Int32 method = 0; method < methods; method++) /* what the office keeps for good is made once */
        for (unsigned seed = 0; seed < KINDS_OF_CALL; seed++)
            call_method(budget, method, seed);
    refuse_objects(get_factory, factory);
    call_a_million_times(budget, methods);
    for (sal_Int32 method = 0; method < methods; method++)
        for (unsigned seed = 0; seed < SEEDS_REFUSED; seed++)
            refuse_each(budget, method, seed);
    budget->release(budget);
    factory->release(factory);
    expect(context_references == 1, "the context given back");
    printf("%zu calls with an allocation refused\n", refused_calls);
    expect(refused_calls > 5000, "calls with an allocation refused");
    puts(failures ? "memory: FAILED" : "memory: ok");
    return failures ? 1 : 0;
}
