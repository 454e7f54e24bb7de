// SPDX-License-Identifier: EUPL-1.2
/* functions/base/formula.h, and what holds for every formula: the numbers in parentheses are the sentences of the header. */
#include "../../functions/allocation/allocation.h"
#include "../../functions/base/decimal.h"
#include "formulas.h"

static void memory_that_cannot_be_counted(void **state)
{
    (void)state;
    struct test_memory memory = test_memory_new();
    assert_null(md_take(&memory.memory, SIZE_MAX / 8 + 1, 8));
    assert_int_equal(memory.taken, 0);
    struct md_result result;
    struct md_call call = {NULL, &memory.memory, &result, 0};
    assert_null(md_return_matrix(&call, SIZE_MAX / 2, 3));
    assert_null(md_return_matrix(&call, SIZE_MAX / 2 + 1, 2));
    assert_status(result.number, MD_MEMORY);
}

static void a_cell_without_a_text(void **state) /* (4) */
{
    (void)state;
    const double cells[] = {md_cell(MD_TEXT), 1};
    const struct md_argument argument = {MD_RANGE, 2, 1, cells, NULL, NULL};
    assert_int_equal(md_text_at(&argument, 0).length, 0);
    assert_int_equal(md_text_at(&argument, 1).length, 0);
}

static void shapes(void **state)
{
    (void)state;
    const struct md_argument tall = {.rows = 2, .columns = 3}, wide = {.rows = 3, .columns = 2},
                             other = {.rows = 2, .columns = 2};
    assert_true(md_same_shape(&tall, &tall));
    assert_false(md_same_shape(&tall, &wide));
    assert_false(md_same_shape(&tall, &other));
}

/* Calls with the first, second, … request for memory refused: all or nothing. */
static void refuse_each(const struct md_function *function, const char *arguments)
{
    struct test_memory memory = test_memory_new();
    test_call(function, arguments, &memory);
    size_t requests = memory.taken;
    test_memory_free(&memory);
    for (memory.fail_at = 1; memory.fail_at <= requests; memory.fail_at++) {
        struct md_result result = test_call(function, arguments, &memory);
        if (result.kind != MD_RESULT_NUMBER || md_status_of(result.number) != MD_MEMORY)
            fail_msg("%s(%s) with request %zu refused: kind %d", function->name, arguments, memory.fail_at, (int)result.kind);
        test_memory_free(&memory);
    }
}

static void without_memory_nothing_is_half_done(void **state)
{
    (void)state;
    for (size_t i = 0; i < md_catalogue_length; i++)
        for (const struct md_example *example = md_catalogue[i].examples; example->arguments != NULL; example++)
            refuse_each(&md_catalogue[i], example->arguments);
    refuse_each(test_function("ALLOCATE_DU"), "100;{50|_|30};;;;{1|_|2};{90|_|90};{2|_|1}");
    refuse_each(test_function("ALLOCATE_DU_CHECK"), "100;{50|_|30}");
    refuse_each(test_function("ALLOCATE_DU_STEPS"), "100;{50|_|30}");
    refuse_each(test_function("ALLOCATE_SUBSIDY"), "100;{50|_|30};{1|_|1};{2|_|1}");
}

static void keys_that_add_up_to_too_much(void **state)
{
    (void)state;
    const double key[] = {0x1p125, 0x1p125, 1};
    double amounts[3];
    struct test_memory memory = test_memory_new();
    struct md_allocation allocation = {.total = 1, .unit = 1, .n = 3, .key = key};
    assert_int_equal(md_allocate(&allocation, amounts, NULL, &memory.memory), MD_DOMAIN);
    test_memory_free(&memory);
}

static void a_negative_decimal(void **state)
{
    (void)state;
    struct md_decimal decimal;
    assert_true(md_decimal_of(-0.12345678901, &decimal));
    assert_int_equal(decimal.digits, -12345678901);
    assert_int_equal(decimal.decimals, 11);
}

static void what_is_no_number_is_not_written(void **state)
{
    (void)state;
    const double numbers[] = {NAN, HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char buffer[8] = "";
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_say_number(&sentence, numbers[i]);
        assert_string_equal(buffer, "");
    }
}

static void half_a_character_is_replaced(void **state)
{
    (void)state;
    const uint16_t alone[] = {0xD83D}, wrong_way[] = {0xDE00, 0xD83D}, followed[] = {0xD83D, 'a'}, above[] = {0xD83D, 0xE000};
    const struct {
        struct md_text text;
        const char *expected;
    } cases[] = {
        {{alone, 1}, "\uFFFD"}, {{wrong_way, 2}, "\uFFFD\uFFFD"}, {{followed, 2}, "\uFFFDa"}, {{above, 2}, "\uFFFD\uE000"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char buffer[16] = "";
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_append_text(&sentence, cases[i].text, 9);
        assert_string_equal(buffer, cases[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_that_cannot_be_counted),
        cmocka_unit_test(a_cell_without_a_text),
        cmocka_unit_test(shapes),
        cmocka_unit_test(without_memory_nothing_is_half_done),
        cmocka_unit_test(keys_that_add_up_to_too_much),
        cmocka_unit_test(a_negative_decimal),
        cmocka_unit_test(what_is_no_number_is_not_written),
        cmocka_unit_test(half_a_character_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
