// SPDX-License-Identifier: EUPL-1.2
/* Trying a formula without a call; unused.h is the manual. */
#include "unused.h"
#include "places.h"
#include "shapes.h"

enum { DEEPEST = 64 };

/* The place of a call among the tokens of the formula; their count if it is not there. */
static size_t place_of(const struct md_inspected *formula, const struct md_our_call *call)
{
    size_t place = 0;
    while (place < formula->token_count && &formula->tokens[place] != call->tokens)
        place++;
    return place;
}

static bool chooses(const struct md_ours *ours, const struct md_token *token)
{
    return md_has_trait(ours, token, MD_CHOOSES) || md_has_trait(ours, token, MD_HIDES);
}

/* Is this token in the brackets of a function that chooses, behind its first argument, which is always computed? */
static bool is_in_choice(const struct md_ours *ours, const struct md_token *tokens, size_t place)
{
    enum { OTHER, FIRST_ARGUMENT, CHOSEN } brackets[DEEPEST];
    size_t depth = 0, choices = 0;
    for (size_t i = 0; i < place; i++) {
        if (tokens[i].code == ours->codes.open && depth < DEEPEST) {
            brackets[depth++] = i > 0 && chooses(ours, &tokens[i - 1]) ? FIRST_ARGUMENT : OTHER;
        } else if (tokens[i].code == ours->codes.separator && depth > 0 && brackets[depth - 1] == FIRST_ARGUMENT) {
            brackets[depth - 1] = CHOSEN;
            choices++;
        } else if (tokens[i].code == ours->codes.close && depth > 0) {
            choices -= brackets[--depth] == CHOSEN;
        }
    }
    return choices > 0;
}

/* Is the outcome the same with this in the place of the call? */
static bool is_same_with(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula,
                         const struct md_our_call *call, const char *instead)
{
    const struct md_place *place = &formula->place;
    size_t before = place_of(formula, call), after = before + call->token_count;
    char text[MD_LONGEST_FORMULA];
    struct md_sentence written = md_sentence_in(text, sizeof text, MD_ENGLISH);
    md_append(&written, "=");
    md_say_written(&written, ours, formula->tokens, before, place);
    md_append(&written, instead);
    if (after < formula->token_count)
        md_say_written(&written, ours, formula->tokens + after, formula->token_count - after, place);
    struct md_place end = md_end_of_row(ours, place);
    uno_Interface *cell = md_computed(scratch, text, &end);
    return cell != NULL && md_hold_the_same(ours->office, formula->cell, cell);
}

bool md_is_unused(const struct md_ours *ours, struct md_scratch *scratch, const struct md_inspected *formula,
                  const struct md_our_call *call)
{
    enum { DIVISION_BY_ZERO = 532 };
    size_t place = place_of(formula, call);
    if (formula->place.in_matrix || place == formula->token_count || !is_in_choice(ours, formula->tokens, place))
        return false;
    int64_t error = md_int_in(md_ask(ours->office, formula->cell, "table.XCell::getError"));
    return is_same_with(ours, scratch, formula, call, error == DIVISION_BY_ZERO ? "NA()" : "(1/0)") &&
           is_same_with(ours, scratch, formula, call, "98765.4321");
}

void md_say_unused(struct md_sentence *sentence)
{
    md_say(sentence, "deze functie doet nu niet mee: de formule kiest iets anders",
           "this function is not used now: the formula chooses something else");
}
