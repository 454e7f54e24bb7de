// SPDX-License-Identifier: EUPL-1.2
/* One formula held against the rules (rules.h).
 *
 * (1) What is computed anew is computed as the functions themselves do; the document stays as it was.
 * (2) Each rule is said once of a formula, with the first cells that it is about.
 * (3) The rules about errors hold only where the cell shows one: of the innermost call that gives it. Those about what Calc does not
 *     hand over hold in any case, for a formula around the call may hide them. Of an error that it hides a rule of its own tells, and
 *     where something is unknown or there is nothing to divide by if it shows a number in its place: to show a word there, or nothing,
 *     is what IFERROR is for.
 * (4) A range moved along if the cell before or after, in the direction in which the range is long, has the same formula but for that.
 * (5) Of a call that the formula now does without (unused.h) nothing is told but what does not hang on the figures.
 * (6) What several calls say in the same words is told once.
 * (7) Arguments that the office computes are computed as values where the call warns, gives an error, or may have one hidden. A cell is
 *     named for one if it holds that very value.
 */
#ifndef MD_INSPECT_H
#define MD_INSPECT_H

#include "answers.h"
#include "rules.h"

enum { MD_LONGEST_FINDING = 8192 };

/* What there is to say of a formula. Its sentences are cut where they are longer than a cell can well show. */
struct md_finding {
    enum md_severity severity;
    bool rules[MD_RULES];
    struct md_sentence told, source, why, todo;
    char buffers[4][MD_LONGEST_FINDING];
};

/* What is behind words that a function said of arguments that are computed: of warnings, that they are of nothing in a range, and
 * whether they are a doubt; of an error, the cell of an argument that it is about. */
struct md_known_words {
    const struct md_function *function;
    char words[256];
    bool doubted;
    size_t argument, cell;
};

enum { MD_KNOWN_WORDS = 16 };

struct md_inspection {
    const struct md_ours *ours;
    struct md_answers answers;
    struct md_calls calls;
    enum md_language language;
    struct md_known_words known[MD_KNOWN_WORDS]; /* the latest ones, in a ring */
    size_t known_count;
};

/* False without memory; it is to be ended in any case. */
bool md_inspection_begin(struct md_inspection *inspection, struct md_command *command, const struct md_ours *ours);
void md_inspection_end(struct md_inspection *inspection);

/* Inspects a formula. False without memory. */
bool md_inspect(struct md_inspection *inspection, struct md_command *command, const struct md_inspected *inspected,
                struct md_finding *finding);

#endif
