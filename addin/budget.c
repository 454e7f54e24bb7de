// SPDX-License-Identifier: EUPL-1.2
/* (1) The method at place k of the interface is row k of the catalogue.
 * (2) An argument that cannot be read gives an error value; the formula is then not called.
 * (3) All memory of a call is freed when its result has been constructed. No call leaves anything behind but rows that are
 *     lent to the office (convert.h).
 */
#include "budget.h"

#include "../functions/catalogue.h"
#include "convert.h"

static void call_formula(const struct md_function *function, void **arguments, struct md_memory *memory,
                         struct md_result *result)
{
    struct md_argument values[MD_MOST_PARAMETERS];
    struct md_source sources[MD_MOST_PARAMETERS];
    struct md_call call = {values, memory, result};
    size_t count = md_parameter_count(function);
    for (size_t i = 0; i < count; i++) {
        enum md_status status = md_argument_from_any(arguments[i], memory, &sources[i], &values[i]);
        if (status != MD_OK) {
            md_return_status(&call, status);
            return;
        }
    }
    function->formula(&call);
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
static const struct md_interface interfaces[] = {{"meedoen.XBudget", invoke}, {NULL, NULL}};

const struct md_implementation md_budget = {"meedoen.comp.Budget", services, interfaces};
