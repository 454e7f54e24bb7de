// SPDX-License-Identifier: EUPL-1.2
/* Reading headings; headings.h is the manual. */
#include "headings.h"

#include <string.h>

/* A cell that may be a heading. */
struct heading {
    struct md_contents *contents;
    const uno_Any *content;
    sal_Int32 sheet, column, row;
};

/* What it says on a matter; 0: nothing. */
typedef int say(const struct heading *heading);

/* ---- Words in a text -------------------------------------------------------------------------------------------- */

static uint16_t lower(uint16_t unit)
{
    return unit >= 'A' && unit <= 'Z' ? (uint16_t)(unit + 'a' - 'A') : unit;
}

static bool starts_with(struct md_text text, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i < length; i++)
        if (i >= text.length || lower(text.units[i]) != (uint16_t)word[i])
            return false;
    return true;
}

static bool is_letter(uint16_t unit)
{
    return (lower(unit) >= 'a' && lower(unit) <= 'z') || unit >= 0xC0;
}

/* Does a word of the text begin with one of these? */
static bool has_any(struct md_text text, const char *const *words)
{
    for (size_t i = 0; i < text.length; i++)
        for (const char *const *word = words; *word != NULL; word++)
            if ((i == 0 || !is_letter(text.units[i - 1])) &&
                starts_with((struct md_text){text.units + i, text.length - i}, *word))
                return true;
    return false;
}

/* ---- What a heading says ---------------------------------------------------------------------------------------- */

enum { MULTIPLICATION_SIGN = 0xD7, EURO_SIGN = 0x20AC, NO_BREAK_SPACE = 0xA0 };

static struct md_text rest_of(struct md_text text, size_t from)
{
    return (struct md_text){text.units + from, text.length - from};
}

/* Does a multiplication by a thousand begin here: "× € 1.000", "x 1000"? */
static bool is_times_thousand(struct md_text text)
{
    if (text.units[0] != MULTIPLICATION_SIGN && lower(text.units[0]) != 'x')
        return false;
    text = rest_of(text, 1);
    while (text.length > 0 && (text.units[0] == ' ' || text.units[0] == NO_BREAK_SPACE || text.units[0] == EURO_SIGN))
        text = rest_of(text, 1);
    return starts_with(text, "1.000") || starts_with(text, "1,000") || starts_with(text, "1000");
}

static int says_thousands(const struct heading *heading)
{
    static const char *const words[] = {"duizend", "thousand", NULL};
    struct md_text text = md_text_in(heading->content);
    for (struct md_text rest = text; rest.length > 0; rest = rest_of(rest, 1))
        if (is_times_thousand(rest))
            return 1;
    return has_any(text, words);
}

static int says_basis(const struct heading *heading)
{
    static const char *const of_budget[] = {"begroting", "begroot", "geraamd", "raming", "budget", NULL};
    static const char *const of_account[] = {"rekening", "jaarrekening", "realisatie", "gerealiseerd", "werkelijk", "account",
                                             "actual",   "realised",     NULL};
    struct md_text text = md_text_in(heading->content);
    bool budget = has_any(text, of_budget), account = has_any(text, of_account);
    return budget == account ? MD_NO_BASIS : budget ? MD_BUDGET : MD_ACCOUNT;
}

static int says_total(const struct heading *heading)
{
    static const char *const words[] = {"totaal", "subtotaal", "samen", "som", "total", "subtotal", "together", "sum", NULL};
    return has_any(md_text_in(heading->content), words);
}

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, YEAR_DIGITS = 4 };

static int year_of_number(double number)
{
    return number >= FIRST_YEAR && number <= LAST_YEAR && number == (double)(int)number ? (int)number : 0;
}

static bool is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

/* The one year in a text; 0 if there is none, or more than one. */
static int year_of_text(struct md_text text)
{
    int found = 0;
    for (size_t i = 0; i < text.length;) {
        size_t digits = 0;
        int number = 0;
        for (; i + digits < text.length && is_digit(text.units[i + digits]); digits++)
            number = digits < YEAR_DIGITS ? number * 10 + text.units[i + digits] - '0' : 0;
        int year = digits == YEAR_DIGITS ? year_of_number(number) : 0;
        if (year != 0 && found != 0 && found != year)
            return 0;
        found = year != 0 ? year : found;
        i += digits > 0 ? digits : 1;
    }
    return found;
}

/* The number of a cell beside a heading; 0 if there is none. */
static double number_beside(const struct heading *heading, sal_Int32 right, sal_Int32 down)
{
    return md_number_in(md_content_at(heading->contents, heading->sheet, heading->column + right, heading->row + down));
}

static int says_year(const struct heading *heading)
{
    if (heading->content->pType->eTypeClass != typelib_TypeClass_DOUBLE)
        return year_of_text(md_text_in(heading->content));
    int year = year_of_number(md_number_in(heading->content));
    bool in_a_row = year != 0 && (number_beside(heading, -1, 0) == year - 1 || number_beside(heading, 1, 0) == year + 1 ||
                                  number_beside(heading, 0, -1) == year - 1 || number_beside(heading, 0, 1) == year + 1);
    return in_a_row ? year : 0;
}

/* ---- Where headings are ----------------------------------------------------------------------------------------- */

/* What the nearest of these cells says, from the last one on. */
static int nearest(struct md_contents *contents, sal_Int32 sheet, sal_Int32 left, sal_Int32 top, sal_Int32 right,
                   sal_Int32 bottom, say *says)
{
    for (sal_Int32 row = bottom; row >= top; row--)
        for (sal_Int32 column = right; column >= left; column--) {
            struct heading heading = {contents, md_content_at(contents, sheet, column, row), sheet, column, row};
            int said = says(&heading);
            if (said != 0)
                return said;
        }
    return 0;
}

static sal_Int32 so_far_back(sal_Int32 from)
{
    return from > MD_CELLS_OF_HEADINGS ? from - MD_CELLS_OF_HEADINGS : 0;
}

static int row_heading(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row, say *says)
{
    return nearest(contents, sheet, so_far_back(column), row, column - 1, row, says);
}

static int column_heading(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row, say *says)
{
    return nearest(contents, sheet, column, so_far_back(row), column, row - 1, says);
}

static int heading(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row, say *says)
{
    int said = column_heading(contents, sheet, column, row, says);
    return said != 0 ? said : row_heading(contents, sheet, column, row, says);
}

bool md_is_in_thousands(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return heading(contents, sheet, column, row, says_thousands) != 0;
}

/* The last column of a cell, which may be merged with others. */
static sal_Int32 last_column(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    const struct md_ours *ours = contents->ours;
    struct md_office *office = ours->office;
    uno_Interface *cell = md_cell_at(ours, sheet, column, row);
    if (!md_true_in(md_ask(office, cell, "util.XMergeable::getIsMerged")))
        return column;
    uno_Interface *area =
        md_object_in(md_call(office, md_sheet(ours, sheet), "sheet.XSpreadsheet::createCursorByRange", md_object(cell)));
    md_ask(office, area, "sheet.XSheetCellCursor::collapseToMergedArea");
    const struct md_range_address *where = md_struct_in(md_ask(office, area, "sheet.XCellRangeAddressable::getRangeAddress"));
    return where != NULL ? where->right : column;
}

struct md_bases md_bases_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    int above = column_heading(contents, sheet, column, row, says_basis);
    sal_Int32 last = above != MD_NO_BASIS ? last_column(contents, sheet, column, row) : column;
    if (last != column && column_heading(contents, sheet, last, row, says_basis) != above)
        above = MD_NO_BASIS;
    return (struct md_bases){(enum md_basis)above, (enum md_basis)row_heading(contents, sheet, column, row, says_basis)};
}

bool md_row_names_basis(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return row_heading(contents, sheet, column, row, says_basis) != 0;
}

bool md_row_names_total(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return row_heading(contents, sheet, column, row, says_total) != 0;
}

int md_year_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return heading(contents, sheet, column, row, says_year);
}
