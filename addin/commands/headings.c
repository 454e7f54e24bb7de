// SPDX-License-Identifier: EUPL-1.2
/* Reading headings; headings.h is the manual. */
#include "headings.h"

#include <string.h>

/* A cell that may be a heading, with those that are merged with it. */
struct heading {
    struct md_contents *contents;
    const uno_Any *content;
    struct md_range_address where;
};

/* What it says on a matter; 0: nothing. */
typedef int say(const struct heading *heading);

/* ---- Words in a text -------------------------------------------------------------------------------------------- */

static uint16_t lower(uint16_t unit)
{
    return unit >= 'A' && unit <= 'Z' ? (uint16_t)(unit + 'a' - 'A') : unit;
}

static bool is_letter(uint16_t unit)
{
    return (lower(unit) >= 'a' && lower(unit) <= 'z') || unit >= 0xC0;
}

static bool is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

static struct md_text rest_of(struct md_text text, size_t from)
{
    return (struct md_text){text.units + from, text.length - from};
}

/* Does a text begin with this word, or, if that ends with a star, with a word that begins so? */
static bool has_word_first(struct md_text text, const char *word)
{
    size_t length = strcspn(word, "*");
    for (size_t i = 0; i < length; i++)
        if (i >= text.length || lower(text.units[i]) != (uint16_t)word[i])
            return false;
    return word[length] == '*' || text.length == length || !is_letter(text.units[length]);
}

static bool has_any_first(struct md_text text, const char *const *words)
{
    while (*words != NULL && !has_word_first(text, *words))
        words++;
    return *words != NULL;
}

static bool begins_word(struct md_text text, size_t i)
{
    return i == 0 || !is_letter(text.units[i - 1]);
}

/* Is one of these a word of the text? */
static bool has_any(struct md_text text, const char *const *words)
{
    for (size_t i = 0; i < text.length; i++)
        if (begins_word(text, i) && has_any_first(rest_of(text, i), words))
            return true;
    return false;
}

/* ---- What a heading says ---------------------------------------------------------------------------------------- */

enum { MULTIPLICATION_SIGN = 0xD7, EURO_SIGN = 0x20AC, NO_BREAK_SPACE = 0xA0 };

static struct md_text after_spaces(struct md_text text)
{
    while (text.length > 0 && (text.units[0] == ' ' || text.units[0] == NO_BREAK_SPACE))
        text = rest_of(text, 1);
    return text;
}

/* Behind a sign or a word for euros, which `found` tells of. */
static struct md_text after_euros(struct md_text text, bool *found)
{
    static const char *const words[] = {"eur", "euro", NULL};
    text = after_spaces(text);
    *found = text.length > 0 && (text.units[0] == EURO_SIGN || has_any_first(text, words));
    while (*found && text.length > 0 && (text.units[0] == EURO_SIGN || is_letter(text.units[0])))
        text = rest_of(text, 1);
    return after_spaces(text);
}

/* Is this a thousand, and not the beginning of a larger number? */
static bool is_thousand(struct md_text text)
{
    static const char *const spellings[] = {"1000", "1.000", "1,000", "1 000", NULL};
    for (const char *const *spelling = spellings; *spelling != NULL; spelling++) {
        size_t length = strlen(*spelling);
        if (!has_word_first(text, *spelling))
            continue;
        bool part =
            text.length > length && (text.units[length] == '.' || text.units[length] == ',' || text.units[length] == ' ');
        size_t next = length + part;
        return text.length <= next || !is_digit(text.units[next]);
    }
    return false;
}

/* Does a unit of thousands begin here: "× € 1.000", "x 1000", "* EUR 1.000", "in € 1.000"? */
static bool is_times_thousand(struct md_text text, size_t i)
{
    static const char *const of_amounts[] = {"in", NULL};
    bool sign = text.units[i] == MULTIPLICATION_SIGN || text.units[i] == '*' ||
                (lower(text.units[i]) == 'x' && begins_word(text, i)),
         euros;
    if (sign)
        return is_thousand(after_euros(rest_of(text, i + 1), &euros));
    if (!begins_word(text, i) || !has_any_first(rest_of(text, i), of_amounts))
        return false;
    return is_thousand(after_euros(rest_of(text, i + 2), &euros)) && euros;
}

static int says_thousands(const struct heading *heading)
{
    static const char *const words[] = {"duizend*", "thousand*", NULL};
    struct md_text text = md_text_in(heading->content);
    for (size_t i = 0; i < text.length; i++)
        if (is_times_thousand(text, i))
            return 1;
    return has_any(text, words);
}

static int says_basis(const struct heading *heading)
{
    static const char *const of_budget[] = {"begroting*",
                                            "begroot*",
                                            "begrote",
                                            "programmabegroting*",
                                            "meerjarenbegroting*",
                                            "jaarbegroting*",
                                            "gemeentebegroting*",
                                            "geraamd*",
                                            "raming*",
                                            "meerjarenraming*",
                                            "budget",
                                            "budgets",
                                            "budgeted",
                                            NULL};
    static const char *const of_account[] = {"rekening",
                                             "rekeningcijfer*",
                                             "jaarrekening*",
                                             "programmarekening*",
                                             "gemeenterekening*",
                                             "jaarstuk*",
                                             "jaarverslag*",
                                             "realisatie*",
                                             "gerealiseerd*",
                                             "werkelijk*",
                                             "account",
                                             "accounts",
                                             "actual",
                                             "actuals",
                                             "realised",
                                             "realized",
                                             NULL};
    struct md_text text = md_text_in(heading->content);
    bool budget = has_any(text, of_budget), account = has_any(text, of_account);
    return budget == account ? MD_NO_BASIS : budget ? MD_BUDGET : MD_ACCOUNT;
}

static int says_total(const struct heading *heading)
{
    static const char *const words[] = {"totaal*", "total*", "eindtota*", "subtota*", "samen",
                                        "tezamen", "som",    "together",  "sum",      NULL};
    return has_any(md_text_in(heading->content), words);
}

/* ---- Years ------------------------------------------------------------------------------------------------------ */

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, YEAR_DIGITS = 4 };

static int year_of_number(double number)
{
    return number >= FIRST_YEAR && number <= LAST_YEAR && number == (double)(int)number ? (int)number : 0;
}

/* The word or number before a place in a text, which moves to where that begins. */
static struct md_text word_before(struct md_text text, size_t *place)
{
    while (*place > 0 && !is_letter(text.units[*place - 1]) && !is_digit(text.units[*place - 1]))
        --*place;
    size_t end = *place;
    while (*place > 0 && (is_letter(text.units[*place - 1]) || is_digit(text.units[*place - 1])))
        --*place;
    return (struct md_text){text.units + *place, end - *place};
}

/* "8", "08", "8th" */
static bool is_day(struct md_text word)
{
    return word.length > 0 && word.length < YEAR_DIGITS && is_digit(word.units[0]);
}

static bool is_month(struct md_text word)
{
    static const char *const months[] = {"jan*", "feb*", "maart", "march", "mrt",  "mar",  "apr*", "mei",  "may",
                                         "jun*", "jul*", "aug*",  "sep*",  "okt*", "oct*", "nov*", "dec*", NULL};
    return has_any_first(word, months);
}

/* Is the year at this place part of a date, or of two years: "8 juli 2021", "1-1-2022", "2022-01-01", "2016/17"? */
static bool is_in_date(struct md_text text, size_t place)
{
    size_t next = place + YEAR_DIGITS;
    bool goes_on =
        next + 1 < text.length && (text.units[next] == '-' || text.units[next] == '/') && is_digit(text.units[next + 1]);
    bool joined = place > 0 && (text.units[place - 1] == '-' || text.units[place - 1] == '/' || text.units[place - 1] == '.');
    struct md_text last = word_before(text, &place), first = word_before(text, &place);
    return goes_on || (is_day(first) && (is_month(last) || (joined && is_day(last)))) || (is_month(first) && is_day(last));
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
        int year = digits == YEAR_DIGITS && !is_in_date(text, i) ? year_of_number(number) : 0;
        if (year != 0 && found != 0 && found != year)
            return 0;
        found = year != 0 ? year : found;
        i += digits > 0 ? digits : 1;
    }
    return found;
}

/* ---- Cells that may be merged ----------------------------------------------------------------------------------- */

static struct heading heading_at(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    struct md_range_address where = md_seen_at(contents, sheet, column, row);
    return (struct heading){contents, md_content_at(contents, sheet, where.left, where.top), where};
}

/* Is the cell there, beside a heading, this year as a number? */
static bool is_year_at(const struct heading *heading, sal_Int32 column, sal_Int32 row, int year)
{
    const struct heading other = heading_at(heading->contents, heading->where.sheet, column, row);
    return md_number_in(other.content) == year;
}

static int says_year(const struct heading *heading)
{
    const struct md_range_address *where = &heading->where;
    if (heading->content->pType->eTypeClass != typelib_TypeClass_DOUBLE)
        return year_of_text(md_text_in(heading->content));
    int year = year_of_number(md_number_in(heading->content));
    bool in_a_row = false;
    for (int step = -1; year != 0 && step <= 1; step += 2)
        in_a_row = in_a_row || is_year_at(heading, where->left - 1, where->top, year + step) ||
                   is_year_at(heading, where->right + 1, where->top, year + step) ||
                   is_year_at(heading, where->left, where->top - 1, year + step) ||
                   is_year_at(heading, where->left, where->bottom + 1, year + step);
    return in_a_row ? year : 0;
}

/* ---- Where headings are ----------------------------------------------------------------------------------------- */

/* What the nearest of these cells says, from the last one on. */
static int nearest(struct md_contents *contents, sal_Int32 sheet, sal_Int32 left, sal_Int32 top, sal_Int32 right,
                   sal_Int32 bottom, say *says)
{
    for (sal_Int32 row = bottom; row >= top; row--)
        for (sal_Int32 column = right; column >= left; column--) {
            struct heading heading = heading_at(contents, sheet, column, row);
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

/* Does a row have a figure in this column? A year may be a heading. */
static bool has_figure(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    const uno_Any *content = md_content_at(contents, sheet, column, row);
    return content->pType->eTypeClass == typelib_TypeClass_DOUBLE && year_of_number(md_number_in(content)) == 0;
}

/* What is said above a column to the left that has no figure in this row, and so heads a table, by texts that head no row of figures. */
static int corner(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row, say *says)
{
    int said = 0;
    for (sal_Int32 left = column - 1; said == 0 && left >= so_far_back(column); left--) {
        if (md_content_at(contents, sheet, left, row)->pType->eTypeClass == typelib_TypeClass_DOUBLE)
            continue;
        for (sal_Int32 above = row - 1; said == 0 && above >= so_far_back(row); above--)
            if (!has_figure(contents, sheet, column, above))
                said = nearest(contents, sheet, left, above, left, above, says);
    }
    return said;
}

bool md_is_in_thousands(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return heading(contents, sheet, column, row, says_thousands) != 0 ||
           corner(contents, sheet, column, row, says_thousands) != 0;
}

struct md_bases md_bases_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    int above = column_heading(contents, sheet, column, row, says_basis);
    sal_Int32 last = above != MD_NO_BASIS ? md_seen_at(contents, sheet, column, row).right : column;
    if (last != column && column_heading(contents, sheet, last, row, says_basis) != above)
        above = MD_NO_BASIS;
    return (struct md_bases){(enum md_basis)above, (enum md_basis)row_heading(contents, sheet, column, row, says_basis)};
}

bool md_row_names_basis(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return row_heading(contents, sheet, column, row, says_basis) != 0;
}

bool md_names_total(struct md_contents *contents, const struct md_range_address *range, sal_Int32 column, sal_Int32 row)
{
    bool in_a_row = md_rows_of(range) == 1, in_a_column = md_columns_of(range) == 1;
    return (!in_a_row && row_heading(contents, range->sheet, column, row, says_total) != 0) ||
           (!in_a_column && column_heading(contents, range->sheet, column, row, says_total) != 0);
}

int md_year_of(struct md_contents *contents, sal_Int32 sheet, sal_Int32 column, sal_Int32 row)
{
    return heading(contents, sheet, column, row, says_year);
}
