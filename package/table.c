// SPDX-License-Identifier: EUPL-1.2
/* The functions as a Markdown table: how each is called, and what it gives; and how each is called alone. */
#include "writer.h"

#include <stdio.h>

/* A table's cell: a bar would end it. */
static void write_cell(const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            putchar('\\');
        putchar(*text);
    }
}

static void write_signature(const struct md_function *function)
{
    printf("%s(", function->name);
    for (size_t i = 0; function->parameters[i] != NULL; i++) {
        const struct md_parameter *parameter = function->parameters[i];
        printf(parameter->optional ? "%s[%s%s]" : "%s%s%s", i == 0 ? "" : "; ", parameter->name, parameter->repeats ? "…" : "");
    }
    putchar(')');
}

static void write_row(const struct md_function *function, const char *description)
{
    fputs("| `", stdout);
    write_signature(function);
    fputs("` | ", stdout);
    write_cell(description);
    puts(" |");
}

void write_english_table(void)
{
    puts("| function | gives |\n|---|---|");
    for (size_t i = 0; i < md_catalogue_length; i++)
        write_row(&md_catalogue[i], md_catalogue[i].description.en);
}

void write_dutch_table(void)
{
    puts("| functie | geeft |\n|---|---|");
    for (size_t i = 0; i < md_catalogue_length; i++)
        write_row(&md_catalogue[i], md_catalogue[i].description.nl);
}

void write_signatures(void)
{
    for (size_t i = 0; i < md_catalogue_length; i++) {
        printf("%s: ", md_catalogue[i].method);
        write_signature(&md_catalogue[i]);
        putchar('\n');
    }
}
