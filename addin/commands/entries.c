// SPDX-License-Identifier: EUPL-1.2
/* The rows of the menu; entries.h is the manual. */
#include "entries.h"

#define TEMPLATE(name) "templates/Meedoen/" name ".ots"

/* Read rather than formatted. */
// clang-format off

const struct md_entry md_entries[] = {
    {
        .url = MD_PROTOCOL "explain", .title = {"Leg deze cel uit", "Explain this cell"},
        .action = MD_EXPLAIN_CELL,
    },
    {
        .url = MD_PROTOCOL "check", .title = {"Controleer dit document", "Check this document"},
        .action = MD_CHECK_DOCUMENT,
    },
    {
        .url = MD_PROTOCOL "values", .title = {"Kopie met waarden", "Copy with values"},
        .action = MD_COPY_VALUES,
    },
    {0},
    {
        .url = MD_PROTOCOL "handbook", .title = {"Handboek", "Handbook"},
        .action = MD_OPEN_OUTSIDE, .file = {"handbook/handboek.html", "handbook/handbook.html"},
    },
    {
        .url = MD_PROTOCOL "handbook-pdf", .title = {"Handboek (PDF)", "Handbook (PDF)"},
        .action = MD_OPEN_OUTSIDE, .file = {"handbook/handboek.pdf", "handbook/handbook.pdf"},
    },
    {0},
    {
        .url = MD_PROTOCOL "begroting", .title = {"Nieuwe begroting", "New budget sheet"},
        .action = MD_OPEN_TEMPLATE, .file = {TEMPLATE("begroting"), TEMPLATE("budget")},
    },
    {
        .url = MD_PROTOCOL "monitor", .title = {"Nieuwe monitor", "New monitor"},
        .action = MD_OPEN_TEMPLATE, .file = {TEMPLATE("monitor"), TEMPLATE("reach-monitor")},
    },
    {
        .url = MD_PROTOCOL "verdeling", .title = {"Nieuwe verdeling", "New allocation sheet"},
        .action = MD_OPEN_TEMPLATE, .file = {TEMPLATE("verdeling"), TEMPLATE("allocation")},
    },
    {
        .url = MD_PROTOCOL "raadscheck", .title = {"Nieuwe raadscheck", "New council check"},
        .action = MD_OPEN_TEMPLATE, .file = {TEMPLATE("raadscheck"), TEMPLATE("council-check")},
    },
    {
        .url = MD_PROTOCOL "training", .title = {"Nieuwe training", "New training sheet"},
        .action = MD_OPEN_TEMPLATE, .file = {TEMPLATE("training"), TEMPLATE("workshop")},
    },
};

const size_t md_entries_length = sizeof md_entries / sizeof *md_entries;
