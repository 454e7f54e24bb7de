// SPDX-License-Identifier: EUPL-1.2
/* Check this document: every formula of ours held against the rules (rules.h), as a report in a new document (report.h).
 *
 * (1) A formula is one row, and so is an array formula.
 * (2) While it works the status bar shows how far it is. Escape stops it, and so does choosing the command again; there is then no
 *     report, and nothing is left of it.
 * (3) Without memory there is no report, rather than one that lacks something.
 * (4) A document without a formula of ours gets a window that says so.
 */
#include "inspect.h"
#include "places.h"
#include "report.h"
#include "window.h"

#include <string.h>

enum {
    FORMULAS_A_STEP = 32,
    FIRST_ROOM = 256,
    LONGEST_OUTCOME = 200,
    LONGEST_ADDRESS = 1024,
    LONGEST_SHOWN = 250,
    LONGEST_TEXT = 1200,
    A_LINE = 30
};
static const double LOOKING = 0.5; /* the part of the work that looks at formulas; the rest makes the report */

struct check {
    struct md_command *command;
    struct md_ours ours;
    struct md_inspection inspection;
    struct md_finding *finding;
    struct md_report report;
    struct md_progress progress;
    bool lost; /* a text, for want of memory */
};

/* ---- Rows ------------------------------------------------------------------------------------------------------- */

/* Bytes at the beginning of a text that a row of a page can show. */
static size_t fitting(const char *text)
{
    size_t bytes = 0;
    for (size_t room = LONGEST_TEXT; text[bytes] != 0; bytes++) {
        bool begins = (text[bytes] & 0xC0) != 0x80; /* a character of UTF-8 */
        size_t needs = text[bytes] == '\n' ? A_LINE : begins;
        if (needs > room)
            break;
        room -= needs;
    }
    return bytes;
}

/* A copy that lives as long as the command, of what a row can show; NULL without memory. */
static const char *kept(struct check *check, const char *text)
{
    size_t shown = fitting(text);
    const char *end = text[shown] != 0 ? "…" : "";
    char *copy = md_take(&check->command->blocks.memory, shown + strlen(end) + 1, 1);
    check->lost |= copy == NULL;
    if (copy != NULL) {
        memcpy(copy, text, shown);
        memcpy(copy + shown, end, strlen(end) + 1);
    }
    return copy;
}

static const char *kept_address(struct check *check, const struct md_formulas *formulas)
{
    char buffer[LONGEST_ADDRESS];
    struct md_sentence address = md_sentence_in(buffer, sizeof buffer, check->command->language);
    md_say_cell_at(&address, &check->ours, formulas->sheet_index, formulas->column, formulas->row, -1);
    return kept(check, buffer);
}

static const char *kept_formula(struct check *check, const struct md_formulas *formulas)
{
    char buffer[LONGEST_SHOWN * 4];
    struct md_sentence formula = md_sentence_in(buffer, sizeof buffer, check->command->language);
    md_append_text(&formula, md_text_in(md_get(&check->command->office, formulas->cell, "FormulaLocal")), LONGEST_SHOWN);
    return kept(check, buffer);
}

/* What the cell shows; of an array how many outcomes there are, and what the first shows. */
static const char *kept_outcome(struct check *check, const struct md_formulas *formulas)
{
    char buffer[LONGEST_OUTCOME * 4];
    struct md_sentence outcome = md_sentence_in(buffer, sizeof buffer, check->command->language);
    const struct md_range_address *array =
        formulas->in_matrix ? md_array_at(&check->ours, formulas->sheet_index, formulas->cell) : NULL;
    if (array != NULL && md_rows_of(array) * md_columns_of(array) > 1) {
        md_say_count(&outcome, md_rows_of(array) * md_columns_of(array), (struct md_bilingual){"cel", "cell"},
                     (struct md_bilingual){"cellen", "cells"});
        md_say(&outcome, ", te beginnen met ", ", beginning with ");
    }
    md_say_shown(&outcome, &check->ours, formulas->cell);
    return kept(check, buffer);
}

/* Room for one more row; false without memory. */
static bool make_room(struct check *check)
{
    struct md_report *report = &check->report;
    if (report->count < report->room)
        return true;
    size_t room = report->room == 0 ? FIRST_ROOM : report->room * 2;
    struct md_report_row *rows = md_take(&check->command->blocks.memory, room, sizeof *rows);
    if (rows == NULL)
        return false;
    if (report->count > 0)
        memcpy(rows, report->rows, report->count * sizeof *rows);
    report->rows = rows;
    report->room = room;
    return true;
}

static bool add_row(struct check *check, const struct md_formulas *formulas)
{
    struct md_inspected inspected = {formulas->cell,
                                     formulas->tokens,
                                     formulas->token_count,
                                     {formulas->sheet_index, formulas->column, formulas->row, formulas->in_matrix}};
    struct md_finding *finding = check->finding;
    if (!make_room(check) || !md_inspect(&check->inspection, check->command, &inspected, finding))
        return false;
    struct md_report *report = &check->report;
    uint64_t sources;
    check->lost |= !md_note_sources(check->command, &report->sources, finding->source.buffer, &inspected.place, &sources);
    if (report->count == 0 || report->rows[report->count - 1].place.sheet != formulas->sheet_index)
        report->sheets++;
    report->rows[report->count++] = (struct md_report_row){
        .severity = finding->severity,
        .place = inspected.place,
        .sources = sources,
        .cell = kept_address(check, formulas),
        .formula = kept_formula(check, formulas),
        .outcome = kept_outcome(check, formulas),
        .told = kept(check, finding->told.buffer),
        .why = kept(check, finding->why.buffer),
        .todo = kept(check, finding->todo.buffer),
    };
    return !check->lost;
}

/* Looks at all formulas; false if it was stopped, or without memory. */
static bool look_at_all(struct check *check)
{
    struct md_formulas formulas;
    for (md_first_formula(&formulas, &check->ours, &check->command->blocks.memory); formulas.there;
         md_next_formula(&formulas)) {
        bool shows = check->report.count % FORMULAS_A_STEP == 0;
        if ((shows && !md_go_on(&check->progress, md_looked_at(&formulas) * LOOKING)) || !add_row(check, &formulas))
            return false;
    }
    return true;
}

/* Says in each row which sources it names; false without memory. */
static bool cite_all(struct check *check)
{
    struct md_report *report = &check->report;
    md_number_sources(&report->sources);
    for (struct md_report_row *row = report->rows; row < report->rows + report->count; row++) {
        char buffer[MD_LONGEST_FINDING];
        struct md_sentence cited = md_sentence_in(buffer, sizeof buffer, check->command->language);
        md_cite(&report->sources, row->sources, &cited);
        row->source = kept(check, buffer);
    }
    return !check->lost;
}

/* ---- The command ------------------------------------------------------------------------------------------------ */

static bool look_at_document(struct check *check)
{
    if (!md_ours_in(check->command, md_document(check->command), &check->ours))
        return false;
    bool complete = md_inspection_begin(&check->inspection, check->command, &check->ours) && look_at_all(check) &&
                    cite_all(check) && !md_answers_lost(&check->inspection.answers);
    md_inspection_end(&check->inspection);
    return complete;
}

void md_check_document(struct md_command *command)
{
    struct check check = {.command = command};
    if (!md_begin_progress(&check.progress, command,
                           (struct md_bilingual){"Meedoen controleert dit document. Escape stopt.",
                                                 "Meedoen checks this document. Escape stops."}))
        return;
    check.finding = md_take(&command->blocks.memory, 1, sizeof *check.finding);
    bool complete = check.finding != NULL && look_at_document(&check);
    uno_Interface *made = NULL;
    if (complete && check.report.count > 0)
        made = md_make_report(command, &check.ours, &check.report, &check.progress, LOOKING);
    md_end_progress(&check.progress);
    if (made != NULL)
        md_show_report(command, &check.report, made);
    else if (complete && check.report.count == 0)
        md_show_text(command, md_in(command, command->entry->title),
                     md_in(command, (struct md_bilingual){"In dit document staat geen functie van Meedoen.",
                                                          "There is no function of Meedoen in this document."}));
}
