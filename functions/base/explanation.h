// SPDX-License-Identifier: EUPL-1.2
/* What a formula says of itself: each has an explanation beside it, on the same reading of the arguments.
 *
 * (1) While arguments are read, what is wrong is noted in a md_cause. Of several things the worst stays (cell.h), and of equally
 *     bad ones the first that was noted: in the order of the parameters, and of the cells of a range.
 * (2) A cause becomes a sentence with the cell's place in its range, counted row by row from 1, and its content: "cel 17 is tekst:
 *     '1.234'". Where the reader must be told more, the cause carries it in `why`.
 * (3) A place is named by its range's name, unless the range is the one that the whole formula is about.
 */
#ifndef MD_EXPLANATION_H
#define MD_EXPLANATION_H

#include "sentence.h"

struct md_cause {
    enum md_status status; /* MD_OK: nothing is wrong */
    size_t parameter;      /* its place in the formula's own list of names */
    size_t cell;           /* from 0 */
    const struct md_bilingual *why;
};

/* Notes what is wrong (sentence 1); nothing for MD_OK and MD_BLANK. `why`, which must outlive the cause, or NULL. */
void md_note(struct md_cause *cause, enum md_status status, size_t parameter, size_t cell, const struct md_bilingual *why);

/* A parameter as its formula speaks of it. */
struct md_name {
    struct md_bilingual name;  /* "de doelgroep" */
    struct md_bilingual words; /* what may be chosen where it is a word: "besteed, ontvangen of een bedrag"; or NULL */
    bool is_range;             /* may be more than one cell */
    bool is_year;              /* is written without a mark between its digits */
    bool is_subject;           /* the range that the formula is about (sentence 3) */
};

/* Why a number is neither yes nor no. */
extern const struct md_bilingual md_no_yes_or_no;

/* Says what is wrong (sentence 2). */
void md_say_cause(struct md_sentence *sentence, const struct md_cause *cause, const struct md_argument *argument,
                  const struct md_name *name);

/* "cel 17 van de doelgroep", or "de doelgroep" where that is one value. */
void md_say_place(struct md_sentence *sentence, const struct md_argument *argument, const struct md_name *name, size_t cell);

/* "cel 17". */
void md_say_cell(struct md_sentence *sentence, size_t cell);

/* The text of a cell in quotation marks. */
void md_say_quote(struct md_sentence *sentence, const struct md_argument *argument, size_t cell);

/* Says that the numbers are too large, or too fine, to be computed with exactly. */
void md_say_beyond(struct md_sentence *sentence);

/* Tells in one sentence what the formula gives for these arguments, or why it gives an error.
 *
 * arguments   as for the formula itself: one for each of its parameters
 * sentence    in, out: empty, and in the language of the reader
 *
 * Returns the state of the answer of which it told: MD_OK, or the error that the formula gives. MD_MEMORY tells nothing. */
typedef enum md_status md_explanation(const struct md_argument *arguments, struct md_sentence *sentence,
                                      struct md_memory *memory);

/* Returns a sentence as the result of a call, or MD_MEMORY if that is what `tell` says.
 *
 * language   the argument that chooses the language; another word than nl or en is MD_ARGUMENT
 * tell       writes the sentence
 */
void md_return_sentence(struct md_call *call, const struct md_argument *language,
                        enum md_status (*tell)(const struct md_call *call, struct md_sentence *sentence));

#endif
