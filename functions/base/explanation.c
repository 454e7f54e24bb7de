// SPDX-License-Identifier: EUPL-1.2
/* From what is wrong to a sentence; explanation.h is the manual. */
#include "explanation.h"

const struct md_bilingual md_no_yes_or_no = {" is geen 1 (ja) of 0 (nee): ", " is no 1 (yes) or 0 (no): "};

void md_note(struct md_cause *cause, enum md_status status, size_t parameter, size_t cell, const struct md_bilingual *why)
{
    if (status > cause->status && status != MD_BLANK)
        *cause = (struct md_cause){status, parameter, cell, why};
}

void md_say_quote(struct md_sentence *sentence, const struct md_argument *argument, size_t cell)
{
    md_append(sentence, "'");
    md_append_text(sentence, md_text_at(argument, cell), MD_LONGEST_QUOTE);
    md_append(sentence, "'");
}

void md_say_cell(struct md_sentence *sentence, size_t cell)
{
    md_say(sentence, "cel ", "cell ");
    md_say_number(sentence, (double)(cell + 1));
}

void md_say_place(struct md_sentence *sentence, const struct md_argument *argument, const struct md_name *name, size_t cell)
{
    if (sentence->place == NULL && cell < md_count(argument))
        sentence->place = &argument->cells[cell];
    if (argument->shape != MD_RANGE || md_count(argument) == 1) {
        md_say_either(sentence, name->name);
        return;
    }
    md_say_cell(sentence, cell);
    if (!name->is_subject) {
        md_say(sentence, " van ", " of ");
        md_say_either(sentence, name->name);
    }
}

static void say_unknown(struct md_sentence *sentence, const struct md_cause *cause, const struct md_argument *argument)
{
    enum md_status status = md_count(argument) == 0 ? MD_BLANK : md_status_of(argument->cells[cause->cell]);
    if (cause->why != NULL) {
        md_say_either(sentence, *cause->why);
    } else if (status == MD_UNKNOWN) {
        md_say(sentence, " is onbekend: ", " is unknown: ");
        md_say_quote(sentence, argument, cause->cell);
    } else {
        md_say(sentence, " is leeg", " is empty");
    }
}

static void say_domain(struct md_sentence *sentence, const struct md_cause *cause, const struct md_argument *argument,
                       const struct md_name *name)
{
    double cell = argument->cells[cause->cell];
    if (md_status_of(cell) != MD_OK) {
        md_say(sentence, " is geen gewoon getal", " is no ordinary number");
        return;
    }
    if (cause->why != NULL)
        md_say_either(sentence, *cause->why);
    else if (cell < 0)
        md_say(sentence, " is negatief: ", " is negative: ");
    else
        md_say(sentence, " is te groot, of heeft te veel decimalen: ", " is too large, or has too many decimals: ");
    if (name->is_year)
        md_say_year(sentence, cell);
    else
        md_say_number(sentence, cell);
}

static void say_word(struct md_sentence *sentence, const struct md_argument *argument, const struct md_name *name, size_t cell)
{
    md_say_place(sentence, argument, name, cell);
    if (md_text_at(argument, cell).length == 0) {
        md_say(sentence, " moet een woord zijn", " must be a word");
    } else {
        md_say(sentence, " is onbekend: ", " is not known: ");
        md_say_quote(sentence, argument, cell);
    }
    md_say(sentence, "; kies ", "; choose ");
    md_say_either(sentence, name->words);
}

static void say_argument(struct md_sentence *sentence, const struct md_cause *cause, const struct md_argument *argument,
                         const struct md_name *name)
{
    bool one = md_count(argument) == 1;
    if (cause->why == NULL && name->words.nl != NULL && md_count(argument) > 0 && (one || name->is_range)) {
        say_word(sentence, argument, name, cause->cell);
        return;
    }
    md_say_either(sentence, name->name);
    if (md_count(argument) == 0)
        md_say(sentence, " ontbreekt", " is missing");
    else if (cause->why != NULL)
        md_say_either(sentence, *cause->why);
    else
        md_say(sentence, " moet één cel zijn", " must be one cell");
}

void md_say_cause(struct md_sentence *sentence, const struct md_cause *cause, const struct md_argument *argument,
                  const struct md_name *name)
{
    if (cause->status == MD_ARGUMENT) {
        say_argument(sentence, cause, argument, name);
        return;
    }
    md_say_place(sentence, argument, name, cause->cell);
    if (cause->status == MD_TEXT) {
        md_say(sentence, " is tekst: ", " is text: ");
        md_say_quote(sentence, argument, cause->cell);
    } else if (cause->status == MD_UNKNOWN) {
        say_unknown(sentence, cause, argument);
    } else {
        say_domain(sentence, cause, argument, name);
    }
}

void md_say_beyond(struct md_sentence *sentence)
{
    md_say(sentence, "de getallen zijn te groot, of hebben te veel decimalen, om er precies mee te rekenen",
           "the numbers are too large, or have too many decimals, to compute with exactly");
}

void md_return_sentence(struct md_call *call, const struct md_argument *language,
                        enum md_status (*tell)(const struct md_call *call, struct md_sentence *sentence))
{
    int chosen = MD_DUTCH;
    enum md_status status = md_one_word(language, md_languages, MD_DUTCH, &chosen);
    if (status != MD_OK) {
        md_return_status(call, status);
        return;
    }
    char *buffer = md_take(call->memory, MD_LONGEST_SENTENCE, 1);
    if (buffer != NULL) {
        struct md_sentence sentence = md_sentence_in(buffer, MD_LONGEST_SENTENCE, (enum md_language)chosen);
        status = tell(call, &sentence);
    }
    if (buffer == NULL || status == MD_MEMORY)
        md_return_status(call, MD_MEMORY);
    else
        md_return_text(call, buffer);
}
