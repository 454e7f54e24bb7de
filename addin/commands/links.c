// SPDX-License-Identifier: EUPL-1.2
/* Links in formulas; links.h is the manual. */
#include "links.h"

#include "places.h"

void md_links_begin(struct md_links *links, struct md_command *command, const struct md_ours *document)
{
    static const struct md_office_function hyperlink = {"HYPERLINK", "hyperlink("};
    struct md_ours with_links = *document;
    md_count_also(&with_links, &hyperlink, 1);
    *links = (struct md_links){.document = document, .code = with_links.also_count == 1 ? with_links.also_codes[0] : -1};
    md_scratch_begin(&links->scratch, command, document->document);
}

void md_links_end(struct md_links *links)
{
    links->document->office->failed |= links->scratch.office.without_memory;
    md_scratch_end(&links->scratch);
}

/* How many tokens the first argument has of a formula that is a link and nothing besides; 0 if it is none. */
static size_t length_of_address(const struct md_links *links, const struct md_formulas *formula)
{
    const struct md_token *tokens = formula->tokens;
    size_t count = formula->token_count, length = 0;
    int depth = 1;
    if (formula->in_matrix || count < 4 || tokens[0].code != links->code || tokens[1].code != links->document->codes.open)
        return 0;
    for (size_t i = 2; i < count; i++) {
        sal_Int32 code = tokens[i].code;
        depth += (code == links->document->codes.open) - (code == links->document->codes.close);
        if (length == 0 && (depth == 0 || (depth == 1 && code == links->document->codes.separator)))
            length = i - 2;
        if (depth == 0)
            return i == count - 1 ? length : 0;
    }
    return 0;
}

/* Where the link leads, as a text; NULL if it is none. */
static md_answer address_of(struct md_links *links, const struct md_formulas *formula, size_t length)
{
    const struct md_ours *document = links->document;
    char text[MD_LONGEST_FORMULA];
    struct md_sentence question = md_sentence_in(text, sizeof text, MD_ENGLISH);
    struct md_place place = {formula->sheet_index, formula->column, formula->row, false};
    struct md_text written = md_written(document, formula->tokens + 2, length, true, place.sheet, place.column, place.row);
    md_append(&question, "=");
    md_append_text(&question, written, MD_LONGEST_FORMULA);
    place = md_end_of_row(document, &place);
    md_answer address = md_content_of(document->office, md_computed(&links->scratch, text, &place));
    return md_string_in(address) != NULL ? address : NULL;
}

void md_keep_link(struct md_links *links, const struct md_formulas *formula, uno_Interface *to)
{
    struct md_office *office = links->document->office;
    size_t length = length_of_address(links, formula);
    md_answer address = length > 0 ? address_of(links, formula, length) : NULL;
    md_answer shown = address != NULL ? md_content_of(office, formula->cell) : NULL;
    if (shown == NULL || shown->pType->eTypeClass == typelib_TypeClass_VOID)
        return;
    struct md_token link[] = {
        {.code = links->code},
        {.code = links->document->codes.open},
        {links->document->codes.push, *address},
        {.code = links->document->codes.separator},
        {links->document->codes.push, *shown},
        {.code = links->document->codes.close},
    };
    for (size_t i = 0; i < sizeof link / sizeof *link; i++)
        if (link[i].data.pType == NULL)
            link[i].data = office->nothing;
    md_call(office, to, "sheet.XFormulaTokens::setTokens",
            md_any(md_sequence_of(office, "[]com.sun.star.sheet.FormulaToken", link, sizeof link / sizeof *link)));
}
