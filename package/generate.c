// SPDX-License-Identifier: EUPL-1.2
/* generate PRODUCT: prints the text of that name in the table below, made from the catalogue or from the menu. */
#include "writer.h"

#include <stdio.h>
#include <string.h>

void write_escaped_part(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        switch (text[i]) {
        case '&':
            fputs("&amp;", stdout);
            break;
        case '<':
            fputs("&lt;", stdout);
            break;
        case '>':
            fputs("&gt;", stdout);
            break;
        case '"':
            fputs("&quot;", stdout);
            break;
        default:
            putchar(text[i]);
        }
}

void write_escaped(const char *text)
{
    write_escaped_part(text, strlen(text));
}

static const struct {
    const char *name;
    void (*write)(void);
} products[] = {
    {"xcu", write_registration},
    {"menu", write_menu},
    {"protocol", write_protocol},
    {"readme-table", write_english_table},
    {"readme-table-nl", write_dutch_table},
    {"signatures", write_signatures},
    {"acceptance", write_acceptance},
    {"handbook-nl", write_dutch_handbook},
    {"handbook-en", write_english_handbook},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc == 2 && i < sizeof products / sizeof *products; i++)
        if (strcmp(argv[1], products[i].name) == 0) {
            products[i].write();
            return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
        }
    fputs("usage: generate PRODUCT, which is one of:", stderr);
    for (size_t i = 0; i < sizeof products / sizeof *products; i++)
        fprintf(stderr, " %s", products[i].name);
    fputc('\n', stderr);
    return 2;
}
