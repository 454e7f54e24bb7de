// SPDX-License-Identifier: EUPL-1.2
/* Every formula of the catalogue on arguments of every kind.
 *
 * (1) A result is a number, a text or a matrix with cells; its texts are not empty.
 * (2) The same call gives the same result.
 * (3) A formula that could not have all its memory says MD_MEMORY and nothing else: no half result.
 * (4) Every function explains the same arguments, in a sentence of at least a word, and gives the error of which that tells.
 * (5) With a position ALLOCATE_DU and ALLOCATE_SUBSIDY give the cell of the matrix that they give without.
 */
#include "../../functions/catalogue.h"
#include "../unit/memory.h"
#include "bytes.h"

#include <math.h>

enum { MOST_CELLS = 64, LONGEST_TEXT = 24, POSITION_OF_ALLOCATE = 2, POSITION_OF_SUBSIDY = 4 };

struct argument {
    double cells[MOST_CELLS];
    uint16_t units[MOST_CELLS][LONGEST_TEXT];
    size_t lengths[MOST_CELLS];
};

static const char *const words[] = {"",
                                    "onbekend",
                                    "x",
                                    "?",
                                    "besteed",
                                    "ontvangen",
                                    "nl",
                                    "en",
                                    "adams",
                                    "webster",
                                    "d'hondt",
                                    "hamilton",
                                    "afgerond",
                                    "in natura",
                                    "generiek",
                                    "unspent",
                                    "alles of niets",
                                    "naar rato",
                                    "gelijk",
                                    "geen",
                                    "none",
                                    "ja",
                                    "nee",
                                    "du",
                                    "total",
                                    "1.234",
                                    "12",
                                    "scheme_nl",
                                    "breder_laag",
                                    "bereik_werkend",
                                    "poverty_2030",
                                    "reach_assistance",
                                    "abc",
                                    "reach_pct",
                                    "inkind_share",
                                    "round_table"};
static const double numbers[] = {0,   1,    2,    3,    5,    10,   0.5, 0.01, 0.05,   0.1,   -1,    -0.25,
                                 100, 1000, 2015, 2017, 2021, 2030, 1e9, 1e15, 0x1p53, 1e300, 5e-324};

static struct md_text text_of(const struct md_argument *argument, size_t cell)
{
    const struct argument *source = argument->source;
    return (struct md_text){source->units[cell], source->lengths[cell]};
}

/* A cell as the add-in hands it over. */
static void take_cell(struct bytes *bytes, struct argument *argument, size_t i)
{
    unsigned kind = choose(bytes, 16);
    argument->lengths[i] = 0;
    if (kind < 7) {
        argument->cells[i] = numbers[choose(bytes, sizeof numbers / sizeof *numbers)];
    } else if (kind < 10) {
        argument->cells[i] = (double)(int16_t)take_bytes(bytes, 2) / (choose(bytes, 2) != 0 ? 100 : 1);
    } else if (kind == 10) {
        double number = take_double(bytes);
        argument->cells[i] = isfinite(number) ? number : md_cell(MD_DOMAIN);
    } else {
        const char *word = words[choose(bytes, sizeof words / sizeof *words)];
        for (; word[argument->lengths[i]] != 0; argument->lengths[i]++)
            argument->units[i][argument->lengths[i]] = (uint16_t)word[argument->lengths[i]];
        if (kind == 15)
            argument->units[i][argument->lengths[i]++] = (uint16_t)take_bytes(bytes, 2);
        struct md_text text = {argument->units[i], argument->lengths[i]};
        argument->cells[i] = md_cell(text.length == 0 ? MD_BLANK : md_means_unknown(text) ? MD_UNKNOWN : MD_TEXT);
    }
}

/* Ranges mostly have the shape of the first one, so that formulas get past their checks. */
static void take_argument(struct bytes *bytes, struct argument *source, size_t shape[2], struct md_argument *argument)
{
    unsigned kind = choose(bytes, 8);
    *argument = (struct md_argument){.shape = MD_LEFT_OUT};
    if (kind == 0)
        return;
    *argument = (struct md_argument){kind < 4 ? MD_SINGLE : MD_RANGE, 1, 1, source->cells, text_of, source};
    if (kind > 4) {
        if (kind == 5 || shape[0] == 0) {
            shape[0] = 1 + choose(bytes, 8);
            shape[1] = 1 + choose(bytes, 8);
        }
        argument->rows = shape[0];
        argument->columns = shape[1];
    }
    for (size_t i = 0; i < md_count(argument); i++)
        take_cell(bytes, source, i);
}

/* ---- What must hold ------------------------------------------------------------------------------------------ */

static void check_text(const char *text)
{
    REQUIRE(text != NULL && text[0] != 0, "no text");
    REQUIRE(strlen(text) < MD_LONGEST_SENTENCE, "a text of %zu bytes", strlen(text));
}

static void check_result(const struct md_result *result)
{
    switch (result->kind) {
    case MD_RESULT_NUMBER:
        break;
    case MD_RESULT_TEXT:
        check_text(result->text);
        break;
    case MD_RESULT_MATRIX:
        REQUIRE(result->rows > 0 && result->columns > 0, "%zu by %zu cells", result->rows, result->columns);
        for (size_t i = 0; i < result->rows * result->columns; i++) {
            enum md_status status = md_status_of(result->cells[i]);
            REQUIRE(result->has_blanks || status != MD_BLANK, "a blank that was not announced");
            if (result->texts != NULL && status == MD_TEXT)
                check_text(result->texts[i]);
        }
        break;
    default:
        REQUIRE(false, "kind %d", (int)result->kind);
    }
}

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static void check_same(const struct md_result *a, const struct md_result *b)
{
    REQUIRE(a->kind == b->kind, "another kind");
    if (a->kind == MD_RESULT_NUMBER)
        REQUIRE(same_bits(a->number, b->number), "%g and %g", a->number, b->number);
    if (a->kind == MD_RESULT_TEXT)
        REQUIRE(strcmp(a->text, b->text) == 0, "%s and %s", a->text, b->text);
    if (a->kind != MD_RESULT_MATRIX)
        return;
    REQUIRE(a->rows == b->rows && a->columns == b->columns, "another shape");
    for (size_t i = 0; i < a->rows * a->columns; i++)
        REQUIRE(same_bits(a->cells[i], b->cells[i]), "cell %zu: %g and %g", i + 1, a->cells[i], b->cells[i]);
}

static struct md_result call(const struct md_function *function, const struct md_argument *arguments,
                             struct test_memory *memory)
{
    struct md_result result = {.kind = (enum md_result_kind) - 1};
    struct md_call request = {arguments, &memory->memory, &result, md_parameter_count(function)};
    function->formula(&request);
    return result;
}

/* (5) */
static void check_position(const struct md_function *function, struct md_argument *arguments, size_t parameter)
{
    struct test_memory one = test_memory_new(), other = test_memory_new();
    struct argument asked = {.cells = {1}};
    arguments[parameter] = (struct md_argument){.shape = MD_LEFT_OUT};
    struct md_result all = call(function, arguments, &one);
    size_t cells = all.kind == MD_RESULT_MATRIX ? all.rows * all.columns : 0;
    for (size_t i = 0; i < cells; i++) {
        asked.cells[0] = (double)i + 1;
        arguments[parameter] = (struct md_argument){MD_SINGLE, 1, 1, asked.cells, text_of, &asked};
        struct md_result single = call(function, arguments, &other);
        REQUIRE(single.kind == MD_RESULT_NUMBER, "kind %d at a position", (int)single.kind);
        REQUIRE(same_bits(single.number, all.cells[i]), "position %zu is %g, not %g", i + 1, single.number, all.cells[i]);
        test_memory_free(&other);
    }
    test_memory_free(&one);
}

/* (4); a text says "onbekend" rather than that it is unknown. */
static void check_explanation(const struct md_function *function, const struct md_argument *arguments,
                              const struct md_result *result, enum md_language language)
{
    char buffer[MD_LONGEST_SENTENCE];
    struct test_memory memory = test_memory_new();
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, language);
    enum md_status status = md_explain(function, arguments, &sentence, &memory.memory);
    check_text(buffer);
    REQUIRE(sentence.length + 8 < sizeof buffer, "a sentence of %zu bytes may have been cut", sentence.length);
    bool of_all = result->kind == MD_RESULT_NUMBER && strcmp(function->method, "allocateSubsidy") != 0;
    if (of_all && md_status_of(result->number) != MD_BLANK)
        REQUIRE(status == md_status_of(result->number), "state %d explained as %d: %s", (int)md_status_of(result->number),
                (int)status, buffer);
    size_t taken = memory.taken;
    test_memory_free(&memory);
    for (memory.fail_at = 1; memory.fail_at <= taken; memory.fail_at++) {
        sentence = md_sentence_in(buffer, sizeof buffer, language);
        REQUIRE(md_explain(function, arguments, &sentence, &memory.memory) == MD_MEMORY, "a sentence without memory: %s",
                buffer);
        test_memory_free(&memory);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct argument sources[MD_MOST_PARAMETERS];
    struct bytes bytes = {data, size};
    struct md_argument arguments[MD_MOST_PARAMETERS];
    const struct md_function *function = &md_catalogue[choose(&bytes, (unsigned)md_catalogue_length)];
    size_t count = md_parameter_count(function), shape[2] = {0, 0};
    for (size_t i = 0; i < count; i++)
        take_argument(&bytes, &sources[i], shape, &arguments[i]);
    struct test_memory memory = test_memory_new(), again = test_memory_new();
    struct md_result result = call(function, arguments, &memory);
    check_result(&result);
    struct md_result repeated = call(function, arguments, &again);
    check_same(&result, &repeated);
    test_memory_free(&again);
    for (again.fail_at = 1; again.fail_at <= memory.taken; again.fail_at++) {
        struct md_result failed = call(function, arguments, &again);
        REQUIRE(failed.kind == MD_RESULT_NUMBER && md_status_of(failed.number) == MD_MEMORY, "half a result without memory");
        test_memory_free(&again);
    }
    check_explanation(function, arguments, &result, choose(&bytes, 2) == 0 ? MD_DUTCH : MD_ENGLISH);
    test_memory_free(&memory);
    if (strcmp(function->method, "allocateDu") == 0)
        check_position(function, arguments, POSITION_OF_ALLOCATE);
    if (strcmp(function->method, "allocateSubsidy") == 0)
        check_position(function, arguments, POSITION_OF_SUBSIDY);
    return 0;
}
