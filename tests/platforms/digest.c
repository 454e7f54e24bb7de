// SPDX-License-Identifier: EUPL-1.2
/* digest LIBRARY: for each function, a digest of its answers to the same 5000 drawn calls; platforms that compute alike print alike.
 *
 * (1) The calls are drawn by integers and one division, which is the same on every processor.
 * (2) Every bit counts: of numbers, of error values, of each letter.
 */
#include "../component/calls.h"

enum { CALLS = 5000, MOST_ROWS = 12 };

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)((state >> 33) % below);
}

/* ---- Arguments ------------------------------------------------------------------------------------------------ */

static double drawn_number(void)
{
    static const double divisors[] = {1, 1, 1, 10, 100, 100, 1000, 1e6, 3, 7};
    static const unsigned sizes[] = {4, 100, 3000, 1000000, 100000000};
    double number = draw(sizes[draw(5)]) / divisors[draw(10)];
    return draw(20) == 0 ? -number : number;
}

/* One in `words` is a text. */
static void make_drawn_cell(uno_Any *any, unsigned words)
{
    static const char *const texts[] = {"",         "onbekend", "x",   "ja",    "nee",    "besteed",      "ontvangen",
                                        "afgerond", "webster",  "en",  "adams", "dhondt", "in natura",    "generiek",
                                        "geen",     "hamilton", "abc", "1.234", "total",  "reach_working"};
    if (draw(words) == 0)
        make_text(any, texts[draw(sizeof texts / sizeof *texts)]);
    else
        make_double(any, drawn_number());
}

static void make_drawn_range(uno_Any *any, unsigned rows)
{
    static typelib_TypeDescriptionReference *row_type, *type;
    typelib_static_sequence_type_init(&row_type, any_type());
    typelib_static_sequence_type_init(&type, row_type);
    uno_Sequence *outer = md_new_sequence(rows, sizeof(uno_Sequence *));
    bool clean = draw(4) > 0;
    for (unsigned i = 0; i < rows; i++) {
        uno_Sequence *row = md_new_sequence(1, sizeof(uno_Any));
        if (clean)
            make_double(md_elements(row), drawn_number());
        else
            make_drawn_cell(md_elements(row), 12);
        ((uno_Sequence **)md_elements(outer))[i] = row;
    }
    uno_type_any_construct(any, &outer, type, NULL);
    uno_type_destructData(&outer, type, NULL);
}

static void make_drawn_arguments(struct arguments *arguments, size_t needed)
{
    unsigned rows = 1 + draw(MOST_ROWS);
    arguments->rest = NULL;
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++) {
        uno_Any *any = &arguments->values[i];
        arguments->pointers[i] = any;
        if (i >= needed && draw(3) > 0)
            uno_type_any_construct(any, NULL, NULL, NULL);
        else if (draw(2) == 0)
            make_drawn_range(any, rows);
        else
            make_drawn_cell(any, 3);
    }
}

/* ---- Answers -------------------------------------------------------------------------------------------------- */

static uint64_t fold(uint64_t digest, uint64_t value)
{
    for (int shift = 0; shift < 64; shift += 8)
        digest = (digest ^ (value >> shift & 0xFF)) * UINT64_C(1099511628211);
    return digest;
}

static uint64_t fold_number(uint64_t digest, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return fold(digest, bits);
}

static uint64_t fold_any(uint64_t digest, const uno_Any *any);

static uint64_t fold_matrix(uint64_t digest, const uno_Any *any)
{
    uno_Sequence *outer = *(uno_Sequence *const *)any->pData, **rows = md_elements(outer);
    bool anys = rtl_ustr_ascii_compare(any->pType->pTypeName->buffer, "[][]any") == 0;
    for (sal_Int32 i = 0; i < outer->nElements; i++)
        for (sal_Int32 j = 0; j < rows[i]->nElements; j++)
            digest = anys ? fold_any(digest, (const uno_Any *)md_elements(rows[i]) + j)
                          : fold_number(digest, ((const double *)md_elements(rows[i]))[j]);
    return fold(digest, (uint64_t)outer->nElements);
}

static uint64_t fold_any(uint64_t digest, const uno_Any *any)
{
    const rtl_uString *string;
    switch (any->pType->eTypeClass) {
    case typelib_TypeClass_DOUBLE:
        return fold_number(digest, *(const double *)any->pData);
    case typelib_TypeClass_STRING:
        string = *(rtl_uString *const *)any->pData;
        for (sal_Int32 i = 0; i < string->length; i++)
            digest = fold(digest, string->buffer[i]);
        return fold(digest, (uint64_t)string->length);
    default:
        return fold_matrix(digest, any);
    }
}

/* Counts the answers that are no error, too: a digest of errors alone would say little. */
static void print_digest(uno_Interface *budget, size_t method)
{
    const struct md_function *function = &md_catalogue[method];
    size_t needed = 0;
    unsigned answered = 0;
    while (function->parameters[needed] && !function->parameters[needed]->optional)
        needed++;
    state = method;
    uint64_t digest = UINT64_C(14695981039346656037);
    for (int i = 0; i < CALLS; i++) {
        struct arguments arguments;
        uno_Any answer;
        make_drawn_arguments(&arguments, needed);
        gather_rest(&arguments, (sal_Int32)method, MD_MOST_PARAMETERS);
        require(call(budget, 3 + (sal_Int32)method, &answer, arguments.pointers), "an answer");
        answered += answer.pType->eTypeClass != typelib_TypeClass_DOUBLE || isfinite(*(const double *)answer.pData) != 0;
        digest = fold_any(digest, &answer);
        uno_any_destruct(&answer, NULL);
        destruct_arguments(&arguments);
    }
    printf("%-20s %4u answers of %d, %08lx%08lx\n", function->name, answered, CALLS, (unsigned long)(digest >> 32),
           (unsigned long)(digest & 0xFFFFFFFF));
}

int main(int argc, char **argv)
{
    get_factory_function *get_factory = load(argc, argv);
    if (!get_factory)
        return 2;
    uno_Interface *factory = get_factory("meedoen.comp.Budget", NULL, NULL), *budget = new_budget(factory);
    for (size_t method = 0; method < md_catalogue_length; method++)
        print_digest(budget, method);
    budget->release(budget);
    factory->release(factory);
    return failures ? 1 : 0;
}
