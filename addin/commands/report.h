// SPDX-License-Identifier: EUPL-1.2
/* The report of Check this document: a new document with a summary and a row for each formula.
 *
 * (1) Rows stand in the order of what is wrong, what deserves a look, what is in order; within that by sheet, row and column.
 * (2) A row's cell is a link that jumps there, if the document has a file.
 * (3) It prints on A4, landscape, as wide as the page, with the head of the table on every page.
 * (4) But for its moment it is the same whenever the document is.
 * (5) A second sheet has the sources that the rows name, each once and in full.
 */
#ifndef MD_REPORT_H
#define MD_REPORT_H

#include "ours.h"
#include "progress.h"
#include "rules.h"
#include "sources.h"

/* What stands in a row; all texts live as long as the command. */
struct md_report_row {
    enum md_severity severity;
    struct md_place place;
    uint64_t sources;    /* that it names, of those of the report */
    const char *cell;    /* its address */
    const char *formula; /* as the office's language writes it */
    const char *outcome, *told, *source, *why, *todo;
};

struct md_report {
    struct md_report_row *rows;
    size_t count, room;
    size_t sheets; /* that have formulas of ours */
    struct md_sources sources;
    char title[512];
};

/* Makes it, without a window, from the progress `done` on; NULL if that was stopped or not possible. */
uno_Interface *md_make_report(struct md_command *command, const struct md_ours *ours, struct md_report *report,
                              struct md_progress *progress, double done);

void md_show_report(struct md_command *command, const struct md_report *report, uno_Interface *made);

#endif
