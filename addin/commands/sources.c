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

static struct md_source_named name(struct md_command *command, const char *source, size_t length, const struct md_place *first)
{
    static const char quotation[] = ": “";
    const char *text = keep(command, source, length);
    const char *end = text != NULL ? strstr(text, quotation) : NULL;
    return (struct md_source_named){text, end != NULL ? keep(command, text, (size_t)(end - text)) : text, *first};
}

/* Where in `named` a source stands; `count` if it does not. */
static size_t find(const struct md_sources *sources, const char *source, size_t length)
{
    size_t at = 0;
    for (; at < sources->count; at++) {
        const char *text = sources->named[at].text;
        if (strlen(text) == length && memcmp(text, source, length) == 0)
            break;
    }
    return at;
}

static bool note(struct md_command *command, struct md_sources *sources, const char *source, size_t length,
                 const struct md_place *place, uint64_t *noted)
{
    size_t at = find(sources, source, length);
    if (at == MD_MOST_SOURCES)
        return false;
    if (at == sources->count) {
        sources->named[at] = name(command, source, length, place);
        if (sources->named[at].letter == NULL)
            return false;
        sources->count++;
    }
    if (md_is_before(place, &sources->named[at].first))
        sources->named[at].first = *place;
    *noted |= UINT64_C(1) << at;
    return true;
}

bool md_note_sources(struct md_command *command, struct md_sources *sources, const char *lines, const struct md_place *place,
                     uint64_t *noted)
{
    *noted = 0;
    for (const char *line = lines; *line != 0;) {
        size_t length = strcspn(line, "\n");
        if (!note(command, sources, line, length, place, noted))
            return false;
        line += length + (line[length] == '\n');
    }
    return true;
}

/* Those of one place stay in the order in which they were noted. */
void md_number_sources(struct md_sources *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        size_t at = i;
        for (; at > 0 && md_is_before(&sources->named[i].first, &sources->named[sources->order[at - 1]].first); at--)
            sources->order[at] = sources->order[at - 1];
        sources->order[at] = i;
    }
}

void md_say_source_number(struct md_sentence *sentence, size_t number)
{
    md_say(sentence, "bron ", "source ");
    md_say_number(sentence, (double)number);
}

void md_cite(const struct md_sources *sources, uint64_t noted, struct md_sentence *sentence)
{
    const char *before = "";
    for (size_t i = 0; i < sources->count; i++) {
        size_t at = sources->order[i];
        if ((noted >> at & 1) == 0)
            continue;
        md_append(sentence, before);
        md_say_source_number(sentence, i + 1);
        md_append(sentence, ": ");
        md_append(sentence, sources->named[at].letter);
        before = "\n";
    }
}
