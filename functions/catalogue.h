// SPDX-License-Identifier: EUPL-1.2
/* The catalogue: all that is known of each function, in one row.
 *
 * (1) Rows stand in the order of the methods in idl/XBudget.idl; a row's place is its method's position.
 * (2) From it the build makes the registration for Calc, the tables of the documents, the handbook's reference and the acceptance sheet.
 * (3) A parameter that means the same in several functions is one constant that their rows point at; any other stands in its row.
 * (4) Texts are short: the first sentence says what is returned, then the unit, then what an empty cell does.
 */
#ifndef MD_CATALOGUE_H
#define MD_CATALOGUE_H

#include "base/explanation.h"

enum { MD_MOST_PARAMETERS = 8, MD_MOST_EXAMPLES = 8 };

/* What the numbers of a parameter are, where a sheet may hold them in another way: in thousands, as 81 for 81%, of another year. Euros
 * are of the budget or of the accounts; a grant is the same in both. */
enum md_measure { MD_NO_MEASURE, MD_EUROS, MD_GRANT, MD_SHARE, MD_YEAR };

struct md_parameter {
    const char *name; /* as in the IDL: a file format, never renamed */
    bool optional;
    bool repeats; /* the last parameter alone: any number of arguments, which Calc hands over as one sequence */
    enum md_measure measure;
    struct md_bilingual label;       /* one or two words */
    struct md_bilingual description; /* one or two sentences */
};

/* A worked example, in the spelling of OpenFormula: arguments part with ";", an array's columns with ";" and its rows with "|".
 * `result` is a number, a "text" in quotes, an error by its English name, or an array of these in braces. */
struct md_example {
    const char *arguments;
    const char *result;
    struct md_bilingual note;
};

struct md_function {
    const char *method; /* allocateDu */
    const char *name;   /* ALLOCATE_DU */
    md_formula *formula;
    md_explanation *explanation; /* on the same reading of the arguments */
    bool gives_several;          /* outcomes, for as many cells */
    struct md_bilingual description;
    const struct md_parameter *parameters[MD_MOST_PARAMETERS + 1]; /* ends with NULL */
    struct md_example examples[MD_MOST_EXAMPLES + 1];              /* ends with NULL arguments */
};

extern const struct md_function md_catalogue[];
extern const size_t md_catalogue_length;

size_t md_parameter_count(const struct md_function *function);

/* Tells in one sentence what `function` gives for these arguments, or why it gives an error; an argument for each of its parameters.
 *
 * Returns the state of the answer: MD_OK, or the error that the formula gives. MD_MEMORY tells nothing. */
enum md_status md_explain(const struct md_function *function, const struct md_argument *arguments, struct md_sentence *sentence,
                          struct md_memory *memory);

/* KANSEN_EXPLAIN: that sentence as a formula.
 *
 * (5) The function is named as a sheet shows it or stores it, in any case. A name that is none gets a sentence too, and so does an
 *     argument too many; an argument that is not there is left out. An unknown word for the own language is Err:502.
 */
md_formula md_kansen_explain;

#endif
