// SPDX-License-Identifier: EUPL-1.2
/* Counting outcomes; shapes.h is the manual. */
#include "shapes.h"
#include "places.h"

/* The cell that has computed these tokens between two texts, as an array formula; NULL if that was not possible. */
static uno_Interface *computed(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula,
                               const struct md_token *tokens, size_t count, const char *before, const char *after)
{
    const struct md_place *place = &formula->place;
    char text[MD_LONGEST_FORMULA];
    struct md_sentence written = md_sentence_in(text, sizeof text, MD_ENGLISH);
    md_append(&written, before);
    md_say_written(&written, ours, tokens, count, place);
    md_append(&written, after);
    return md_computed_apart(scratch, text, ours, place->sheet);
}

struct md_outcomes md_outcomes_of(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula,
                                  const struct md_token *tokens, size_t count)
{
    static const char *const questions[] = {"=ROWS(", "=COLUMNS("};
    double counted[2] = {0, 0};
    for (size_t i = 0; i < 2; i++) {
        uno_Interface *cell = computed(ours, scratch, formula, tokens, count, questions[i], ")");
        if (cell != NULL && md_int_in(md_ask(ours->office, cell, "table.XCell::getError")) == 0)
            counted[i] = md_number_in(md_ask(ours->office, cell, "table.XCell::getValue"));
    }
    bool known = counted[0] >= 1 && counted[1] >= 1;
    return known ? (struct md_outcomes){(size_t)counted[0], (size_t)counted[1]} : (struct md_outcomes){0, 0};
}

static bool is_range(const struct md_ours *ours, const struct md_token *token)
{
    return md_is_struct(&token->data, "com.sun.star.sheet.ComplexReference") || token->code == ours->codes.name ||
           token->code == ours->codes.area || token->code == ours->codes.table;
}

/* How the brackets behind a token take the ranges in them. */
enum taking { CUT, AS_THEY_ARE, ALL_INSIDE };

static enum taking taking_of(const struct md_ours *ours, const struct md_token *token)
{
    if (md_has_trait(ours, token, MD_TAKES_ALL))
        return ALL_INSIDE;
    return md_is_call(ours, token) || md_has_trait(ours, token, MD_TAKES_RANGES) ? AS_THEY_ARE : CUT;
}

bool md_may_cut_ranges(const struct md_ours *ours, const struct md_token *tokens, size_t count)
{
    enum { DEEPEST = 64 };
    enum taking taking[DEEPEST + 1] = {CUT}; /* by depth */
    size_t depth = 0;
    for (size_t i = 0; i < count; i++) {
        if (tokens[i].code == ours->codes.open && depth < DEEPEST) {
            enum taking own = i > 0 ? taking_of(ours, &tokens[i - 1]) : CUT;
            taking[depth + 1] = taking[depth] == ALL_INSIDE ? ALL_INSIDE : own;
            depth++;
        } else if (tokens[i].code == ours->codes.close && depth > 0)
            depth--;
        else if (is_range(ours, &tokens[i]) && taking[depth] == CUT)
            return true;
    }
    return false;
}

bool md_hold_the_same(struct md_office *office, uno_Interface *one, uno_Interface *other)
{
    int64_t error = md_int_in(md_ask(office, one, "table.XCell::getError"));
    if (error != md_int_in(md_ask(office, other, "table.XCell::getError")))
        return false;
    md_answer a = md_content_of(office, one), b = md_content_of(office, other);
    return error != 0 || (a != NULL && b != NULL && uno_type_equalData(a->pData, a->pType, b->pData, b->pType, NULL, NULL));
}

bool md_differs_as_array(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula)
{
    uno_Interface *cell = computed(ours, scratch, formula, formula->tokens, formula->token_count, "=", "");
    return cell != NULL && !md_hold_the_same(ours->office, formula->cell, cell);
}
