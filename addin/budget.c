// SPDX-License-Identifier: EUPL-1.2
/* (1) The method at place k of the interface is row k of the catalogue. Arguments that repeat arrive as one sequence of anys.
 * (2) An argument that cannot be read gives an error value; the formula is then not called.
 * (3) All memory of a call is freed when its result has been constructed. No call leaves anything behind but rows that are
 *     lent to the office (convert.h).
 */
#include "budget.h"

#include "../functions/catalogue.h"
#include "convert.h"

/* The arguments of a call, one by one: those in a sequence at the end too. */
struct given {
    const uno_Any *const *single; /* one for each parameter, but the last where that repeats */
    size_t singles;
    const uno_Any *repeated;
    size_t count; /* of all */
};

static struct given given_to(const struct md_function *function, void **arguments)
{
    struct given given = {(const uno_Any *const *)arguments, md_parameter_count(function), NULL, 0};
    given.count = given.singles;
    if (given.singles > 0 && function->parameters[given.singles - 1]->repeats) {
        const uno_Sequence *sequence = *(uno_Sequence *const *)arguments[--given.singles];
        given.repeated = md_elements(sequence);
        given.count = given.singles + (size_t)sequence->nElements;
    }
    return given;
}

static void call_formula(const struct md_function *function, void **arguments, struct md_memory *memory,
                         struct md_result *result)
{
    const struct given given = given_to(function, arguments);
    struct md_argument *values = md_take(memory, given.count, sizeof *values);
    struct md_source *sources = md_take(memory, given.count, sizeof *sources);
    struct md_call call = {values, memory, result, given.count};
    enum md_status status = values == NULL || sources == NULL ? MD_MEMORY : MD_OK;
    for (size_t i = 0; status == MD_OK && i < given.count; i++) {
        const uno_Any *any = i < given.singles ? given.single[i] : &given.repeated[i - given.singles];
        status = md_argument_from_any(any, memory, &sources[i], &values[i]);
    }
    if (status == MD_OK)
        function->formula(&call);
    else
        md_return_status(&call, status);
}

static bool invoke(struct md_object *object, sal_Int32 method, void *result, void **arguments)
{
    (void)object;
    if ((size_t)method >= md_catalogue_length)
        return false;
    struct md_blocks blocks;
    struct md_result value = {0};
    md_blocks_init(&blocks);
    call_formula(&md_catalogue[method], arguments, &blocks.memory, &value);
    md_any_from_result(&value, result);
    md_blocks_free(&blocks);
    return true;
}

static const char *const services[] = {"meedoen.Budget", NULL};
static struct md_interface interfaces[] = {{"meedoen.XBudget", invoke, NULL}, {NULL, NULL, NULL}};

const struct md_implementation md_budget = {"meedoen.comp.Budget", services, interfaces};
