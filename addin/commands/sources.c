// SPDX-License-Identifier: EUPL-1.2
/* Naming sources by a number; sources.h is the manual. */
#include "sources.h"

#include <string.h>

/* A copy of the first `length` bytes; NULL without memory. */
static const char *keep(struct md_command *command, const char *text, size_t length)
{
    char *copy = md_take(&command->blocks.memory, length + 1, 1);
    if (copy != NULL) {
        memcpy(copy, text, length);
        copy[length] = 0;
    }
    return copy;
}

static struct md_source_named name(struct md_command *command, const char *source, size_t length)
{
    static const char quotation[] = ": “";
    const char *text = keep(command, source, length);
    const char *end = text != NULL ? strstr(text, quotation) : NULL;
    return (struct md_source_named){text, end != NULL ? keep(command, text, (size_t)(end - text)) : text};
}

/* The number of a source, which is new if need be; 0 without memory. */
static size_t number_of(struct md_command *command, struct md_sources *sources, const char *source, size_t length)
{
    for (size_t i = 0; i < sources->count; i++) {
        const char *text = sources->named[i].text;
        if (strlen(text) == length && memcmp(text, source, length) == 0)
            return i + 1;
    }
    struct md_source_named new = {NULL, NULL};
    if (sources->count < MD_MOST_SOURCES)
        new = name(command, source, length);
    if (new.letter == NULL)
        return 0;
    sources->named[sources->count++] = new;
    return sources->count;
}

void md_say_source_number(struct md_sentence *sentence, size_t number)
{
    md_say(sentence, "bron ", "source ");
    md_say_number(sentence, (double)number);
}

bool md_cite(struct md_command *command, struct md_sources *sources, const char *lines, struct md_sentence *sentence)
{
    for (const char *line = lines; *line != 0;) {
        size_t length = strcspn(line, "\n"), number = number_of(command, sources, line, length);
        if (number == 0)
            return false;
        if (line != lines)
            md_append(sentence, "\n");
        md_say_source_number(sentence, number);
        md_append(sentence, ": ");
        md_append(sentence, sources->named[number - 1].letter);
        line += length + (line[length] == '\n');
    }
    return true;
}
