// SPDX-License-Identifier: EUPL-1.2
/* What a cell of a document shows, for the same cell of its copy (copy_values.c, sentences 2 and 4). */
#ifndef MD_SHOWN_H
#define MD_SHOWN_H

#include "ours.h"

struct md_copying {
    struct md_office *office;
    uno_Interface *document, *copy, *sheets; /* of the copy */
    bool is_automatic;                       /* the document computes by itself */
    bool has_truths;                         /* a cell has the word of a truth for its format */
};

struct md_copying md_copying_to(struct md_office *office, uno_Interface *document, uno_Interface *copy);

/* The cell of the copy at this place. */
uno_Interface *md_twin(const struct md_copying *copying, sal_Int32 sheet, sal_Int32 column, sal_Int32 row);

/* Has a cell of the copy hold what a cell of the document shows. */
void md_copy_shown(struct md_copying *copying, uno_Interface *from, uno_Interface *to);

/* Sets the format of a cell, by its key. That a protected cell keeps its own is no failure. */
void md_set_number_format(struct md_office *office, uno_Interface *cell, int64_t key);

/* The key of the office's own format for truths. */
int64_t md_key_of_truths(struct md_office *office, uno_Interface *document);

/* Computes what is new in the copy, also where the document computes on demand; nothing else that waits there to be computed. */
void md_compute_copy(const struct md_copying *copying);

#endif
