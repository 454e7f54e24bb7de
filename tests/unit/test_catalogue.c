// SPDX-License-Identifier: EUPL-1.2
/* The catalogue: every row is whole, and every example holds. That the IDL says the same: tests/frozen.py. */
#include "formulas.h"

/* What the Function Wizard shows without cutting, in characters: seen in the windows of both languages. */
enum { LONGEST_DESCRIPTION = 320, LONGEST_PARAMETER = 150, LONGEST_LABEL = 20 };

static size_t characters(const char *utf8)
{
    size_t count = 0;
    for (; *utf8 != 0; utf8++)
        count += (*utf8 & 0xC0) != 0x80;
    return count;
}

static void check_text(const char *name, const char *what, struct md_bilingual text, size_t longest)
{
    const char *const both[] = {text.nl, text.en};
    for (size_t language = 0; language < 2; language++) {
        if (both[language] == NULL || both[language][0] == 0)
            fail_msg("%s: no %s text for the %s", name, language == 0 ? "Dutch" : "English", what);
        if (characters(both[language]) > longest)
            fail_msg("%s: the text for the %s is longer than %zu characters: %s", name, what, longest, both[language]);
    }
}

static void every_text_is_there_and_fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_catalogue_length; i++) {
        const struct md_function *function = &md_catalogue[i];
        assert_non_null(function->formula);
        if (function->explanation == NULL)
            fail_msg("%s has no explanation", function->name);
        check_text(function->name, "function", function->description, LONGEST_DESCRIPTION);
        bool optional = false;
        for (size_t p = 0; p < md_parameter_count(function); p++) {
            const struct md_parameter *parameter = function->parameters[p];
            check_text(function->name, parameter->name, parameter->label, LONGEST_LABEL);
            check_text(function->name, parameter->name, parameter->description, LONGEST_PARAMETER);
            if (optional && !parameter->optional)
                fail_msg("%s: %s must be given but comes after one that need not", function->name, parameter->name);
            optional = parameter->optional;
        }
        for (size_t e = 0; function->examples[e].arguments != NULL; e++)
            check_text(function->name, function->examples[e].arguments, function->examples[e].note, LONGEST_PARAMETER);
    }
}

/* Is `error` a result of some example of the function? */
static bool has_result(const struct md_function *function, const char *part)
{
    for (size_t e = 0; function->examples[e].arguments != NULL; e++) {
        if (strstr(function->examples[e].result, part) != NULL)
            return true;
    }
    return false;
}

/* The table of norms has more cells than an example can show. */
static void who_gives_several_says_so(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_catalogue_length; i++)
        if (md_catalogue[i].gives_several !=
            (has_result(&md_catalogue[i], "{") || strcmp(md_catalogue[i].method, "norms") == 0))
            fail_msg("%s gives as many outcomes as its examples have", md_catalogue[i].name);
}

static bool mentions_unknown(const struct md_function *function)
{
    static const char *const words[] = {"\"onbekend\"", "\"x\"", "\".\""};
    for (size_t e = 0; function->examples[e].arguments != NULL; e++) {
        for (size_t w = 0; w < 3; w++) {
            if (strstr(function->examples[e].arguments, words[w]) != NULL)
                return true;
        }
    }
    return false;
}

static void every_function_has_its_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_catalogue_length; i++) {
        const struct md_function *function = &md_catalogue[i];
        size_t examples = 0;
        while (function->examples[examples].arguments != NULL)
            examples++;
        if (examples < 3)
            fail_msg("%s has %zu examples, not three", function->name, examples);
        if (!mentions_unknown(function))
            fail_msg("%s has no example with an unknown", function->name);
        if (!has_result(function, "#VALUE!") && !has_result(function, "#NUM!") && !has_result(function, "#DIV/0!") &&
            !has_result(function, "Err:502"))
            fail_msg("%s has no example that errs", function->name);
    }
}

static void every_example_holds(void **state)
{
    (void)state;
    char buffer[TEST_LONGEST_TEXT];
    for (size_t i = 0; i < md_catalogue_length; i++) {
        const struct md_function *function = &md_catalogue[i];
        for (size_t e = 0; function->examples[e].arguments != NULL; e++)
            test_formula(function, function->examples[e].arguments,
                         test_result_of(&function->examples[e], buffer, sizeof buffer));
    }
}

static void call_without_memory(const struct md_function *function, const char *arguments)
{
    struct test_memory memory = test_memory_new();
    test_call(function, arguments, &memory);
    size_t takes = memory.taken;
    test_memory_free(&memory);
    for (memory.fail_at = 1; memory.fail_at <= takes; memory.fail_at++) {
        struct md_result result = test_call(function, arguments, &memory);
        assert_int_equal(result.kind, MD_RESULT_NUMBER);
        if (md_status_of(result.number) != MD_MEMORY)
            fail_msg("%s(%s) without its block %zu: %g", function->name, arguments, memory.fail_at, result.number);
        test_memory_free(&memory);
    }
}

/* Wherever memory runs out the answer is that, and only that. */
static void memory_runs_out(void **state)
{
    (void)state;
    static const char *const explained[] = {
        "\"ALLOCATE_DU\";;100;{0.33333333333333331|0.33333333333333337|\"\"}",
        "\"ALLOCATE_DU\";;100;{50|30|1.5|82};;;;{1|1|1|1};{99|99|99|99}",
        "\"ALLOCATE_SUBSIDY\";;100;{60|40|100};{1|1|0};{1|2|3}",
        "\"ALLOCATE_SUBSIDY\";;100;{60|50|30};;;;\"naar rato\"",
        "\"REACH_GAP\";;{10|20|30};{40|50|90};0.5",
        "\"INKIND_SHARE\";;{10|20|30};{\"in natura\"|\"anders\"|\"generiek\"};\"besteed\"",
        "\"ROUND_TABLE\";;{1600;1600|1700;1100}",
    };
    for (size_t i = 0; i < md_catalogue_length; i++)
        call_without_memory(&md_catalogue[i], md_catalogue[i].examples[0].arguments);
    for (size_t i = 0; i < sizeof explained / sizeof *explained; i++)
        call_without_memory(test_function("KANSEN_EXPLAIN"), explained[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_is_there_and_fits),
        cmocka_unit_test(every_function_has_its_examples),
        cmocka_unit_test(who_gives_several_says_so),
        cmocka_unit_test(every_example_holds),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
