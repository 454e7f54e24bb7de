// SPDX-License-Identifier: EUPL-1.2
/* What our functions say of the calls in one formula: the sentence of each, and the source of the norm that it names.
 *
 * (1) The sentence is KANSEN_EXPLAIN's. Where an argument must be computed, the office does so in a copy (scratch.h).
 * (2) Where Calc does not call the function at all, because of an error in a cell, a range in another file or cells that are gone,
 *     the sentence says that, and in which cell.
 * (3) A text among the arguments that is the name of a norm has a source.
 */
#ifndef MD_ANSWERS_H
#define MD_ANSWERS_H

#include "given.h"
#include "scratch.h"

struct md_answers {
    const struct md_ours *ours;
    struct md_reader reader;
    struct md_scratch scratch;
    struct md_reading reading; /* of the call that was read last */
    bool argument_failed;      /* the sentence said last was that an argument, which is computed, is an error itself */
};

/* False without memory; they are to be ended in any case. */
bool md_answers_begin(struct md_answers *answers, struct md_command *command, const struct md_ours *ours);
void md_answers_end(struct md_answers *answers);

/* Was something not read or computed for want of memory? Then what was said may lack it. */
bool md_answers_lost(const struct md_answers *answers);

/* Reads the arguments of a call; the functions below are about that call. */
void md_read_call(struct md_answers *answers, const struct md_our_call *call);

/* Says the sentence, without the source that md_say_source says; the state of the answer of which it tells, as md_explain. */
enum md_status md_say_answer(struct md_answers *answers, const struct md_our_call *call, const struct md_place *place,
                             struct md_sentence *sentence);

enum { MD_ERROR_NOT_KNOWN = -1 };

/* The error that a call with computed arguments gives, by Calc's code; 0 if it gives none. */
int64_t md_error_of_call(struct md_answers *answers, const struct md_our_call *call, const struct md_place *place);

/* Computes what was not read of the call, for it is computed, as an array formula would; false if that was not possible. */
bool md_compute_given(struct md_answers *answers, const struct md_our_call *call, const struct md_inspected *formula);

/* Is an argument one text? */
bool md_is_one_text(const struct md_argument *argument);

/* Says the source of the norm that the call names; false, and says nothing, if it names none. */
bool md_say_source(struct md_answers *answers, const struct md_our_call *call, struct md_sentence *sentence);

/* The result of another function of the catalogue for these arguments; its memory is the reader's. */
void md_ask_function(struct md_answers *answers, const char *method, const struct md_argument *arguments, size_t count,
                     struct md_result *result);

#endif
