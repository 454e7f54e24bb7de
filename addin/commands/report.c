// SPDX-License-Identifier: EUPL-1.2
/* Making the report; report.h is the manual. */
#include "report.h"

#include <string.h>

enum { COLUMNS = 8, CELL = 1, HEAD = 6 }; /* columns of the table; the row of its head, from 0, below the summary */
enum { PORTRAIT_WIDTH = 21000, PORTRAIT_HEIGHT = 29700, PAPER_MARGIN = 1000 }; /* A4, in hundredths of a millimetre */
enum { LONGEST_LINE = 512, LONGEST_LINK = 2048 };

static const struct md_bilingual heads[COLUMNS] = {
    {"Oordeel", "Verdict"},
    {"Cel", "Cell"},
    {"Formule", "Formula"},
    {"Uitkomst", "Outcome"},
    {"Wat de functie zegt", "What the function says"},
    {"Let op", "Note"},
    {"Wat u kunt doen", "What you can do"},
    {"Bron van de norm", "Source of the norm"},
};
static const int64_t widths[COLUMNS] = {2000, 2900, 5200, 3300, 5600, 5000, 4600, 5300};

/* The sheet of the sources, as wide as the page at its own size. */
enum { SOURCE_COLUMNS = 2, SOURCES_HEAD = 2 };
static const struct md_bilingual source_heads[SOURCE_COLUMNS] = {{"Nummer", "Number"}, {"Wat er staat", "What it says"}};
static const int64_t source_widths[SOURCE_COLUMNS] = {2500, 25000};

static const struct md_bilingual verdicts[] = {
    [MD_WRONG] = {"■ fout", "■ wrong"}, [MD_LOOK] = {"▲ kijk na", "▲ look"}, [MD_FINE] = {"● in orde", "● in order"}};
static const int64_t grounds[] = {[MD_WRONG] = 0xF4C7C3, [MD_LOOK] = 0xFCE8B2, [MD_FINE] = 0xE2EFDA};

struct making {
    struct md_command *command;
    struct md_office *office;
    const struct md_ours *ours;
    struct md_report *report;
    struct md_progress *progress;
    double done; /* when the rows are there and their heights are not */
    uno_Interface *book, *sheet;
};

/* A table on a sheet: its columns, and the rows of its head and its end, from 0. */
struct table {
    sal_Int32 sheet, columns, head, last;
    const struct md_bilingual *heads;
    const int64_t *widths;
};

/* ---- Order and numbers ------------------------------------------------------------------------------------------ */

static bool comes_before(const struct md_report_row *one, const struct md_report_row *other)
{
    if (one->severity != other->severity)
        return one->severity > other->severity;
    return md_is_before(&one->place, &other->place);
}

/* Merges two runs of sorted rows that lie behind each other into `merged`. */
static void merge_runs(const struct md_report_row *rows, size_t middle, size_t count, struct md_report_row *merged)
{
    size_t left = 0, right = middle;
    for (size_t i = 0; i < count; i++) {
        bool take_right = left == middle || (right < count && comes_before(&rows[right], &rows[left]));
        merged[i] = take_right ? rows[right++] : rows[left++];
    }
}

/* Sorts the rows by merging ever longer runs; false without memory. */
static bool sort_rows(struct md_report *report, struct md_memory *memory)
{
    struct md_report_row *from = report->rows, *to = md_take(memory, report->count, sizeof *to);
    if (to == NULL)
        return false;
    for (size_t run = 1; run < report->count; run *= 2) {
        for (size_t at = 0; at < report->count; at += 2 * run) {
            size_t left = report->count - at;
            size_t count = left < 2 * run ? left : 2 * run;
            merge_runs(from + at, run < count ? run : count, count, to + at);
        }
        struct md_report_row *sorted = to;
        to = from;
        from = sorted;
    }
    report->rows = from;
    return true;
}

static size_t count_of(const struct md_report *report, enum md_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += report->rows[i].severity == severity;
    return count;
}

/* ---- Texts ------------------------------------------------------------------------------------------------------ */

/* The version of this extension, as the office knows it. */
static struct md_text version(struct md_office *office)
{
    size_t count;
    uno_Interface *provider = md_object_in(md_call(office, office->context, "uno.XComponentContext::getValueByName",
                                                   md_utf8("/singletons/com.sun.star.deployment.PackageInformationProvider")));
    uno_Sequence *const *extensions =
        md_elements_in(md_ask(office, provider, "deployment.XPackageInformationProvider::getExtensionList"), &count);
    for (size_t i = 0; i < count; i++) {
        rtl_uString *const *about = md_elements(extensions[i]);
        if (extensions[i]->nElements >= 2 &&
            rtl_ustr_ascii_compare_WithLength(about[0]->buffer, about[0]->length, "meedoen.budget") == 0)
            return (struct md_text){about[1]->buffer, (size_t)about[1]->length};
    }
    return (struct md_text){NULL, 0};
}

static void say_title(const struct making *making, struct md_sentence *sentence)
{
    md_append(sentence, making->report->title);
}

static void say_when(const struct making *making, struct md_sentence *sentence)
{
    md_say_moment(sentence);
    md_append(sentence, ", Meedoen ");
    md_append_text(sentence, version(making->office), 20);
}

static void say_how_many(const struct making *making, struct md_sentence *sentence)
{
    md_say(sentence, making->report->count == 1 ? "In dit document staat " : "In dit document staan ", "This document has ");
    md_say_count(sentence, making->report->count, (struct md_bilingual){"formule", "formula"},
                 (struct md_bilingual){"formules", "formulas"});
    md_say(sentence, " met een functie van Meedoen, op ", " with a function of Meedoen, on ");
    md_say_count(sentence, making->report->sheets, (struct md_bilingual){"blad", "sheet"},
                 (struct md_bilingual){"bladen", "sheets"});
    md_append(sentence, ".");
}

static void say_verdicts(const struct making *making, struct md_sentence *sentence)
{
    md_say_number(sentence, (double)count_of(making->report, MD_WRONG));
    md_say(sentence, " fout, ", " wrong, ");
    md_say_number(sentence, (double)count_of(making->report, MD_LOOK));
    md_say(sentence, " om na te kijken, ", " to look at, ");
    md_say_number(sentence, (double)count_of(making->report, MD_FINE));
    md_say(sentence, " in orde.", " in order.");
}

static void say_limits(const struct making *making, struct md_sentence *sentence)
{
    (void)making;
    md_say(sentence, "Deze controle leest de formules; of de cijfers zelf kloppen, weet alleen wie ze heeft ingevuld.",
           "This check reads the formulas; whether the figures themselves are right, only those know who entered them.");
}

/* ---- Cells ------------------------------------------------------------------------------------------------------ */

static uno_Interface *range_at(const struct making *making, int64_t left, int64_t top, int64_t right, int64_t bottom)
{
    return md_object_in(md_call(making->office, making->sheet, "table.XCellRange::getCellRangeByPosition", md_int(left),
                                md_int(top), md_int(right), md_int(bottom)));
}

static void put_texts(const struct making *making, const char *const *texts, size_t top, size_t rows, size_t columns)
{
    uno_Interface *range = range_at(making, 0, (int64_t)top, (int64_t)columns - 1, (int64_t)(top + rows) - 1);
    md_call(making->office, range, "sheet.XCellRangeData::setDataArray",
            md_any(md_rows_of_texts(making->office, texts, rows, columns)));
}

static void put_summary(const struct making *making)
{
    static void (*const say[])(const struct making *, struct md_sentence *) = {say_title, say_when, say_how_many, say_verdicts,
                                                                               say_limits};
    for (size_t i = 0; i < sizeof say / sizeof *say; i++) {
        char line[LONGEST_LINE];
        const char *const texts[] = {line};
        struct md_sentence sentence = md_sentence_in(line, sizeof line, making->command->language);
        say[i](making, &sentence);
        put_texts(making, texts, i, 1, 1);
    }
}

static void put_heads(const struct making *making, const struct table *table)
{
    const char *texts[COLUMNS];
    for (sal_Int32 i = 0; i < table->columns; i++)
        texts[i] = md_in(making->command, table->heads[i]);
    put_texts(making, texts, (size_t)table->head, 1, (size_t)table->columns);
}

static bool put_rows(const struct making *making)
{
    const struct md_report *report = making->report;
    const char **texts = md_take(&making->command->blocks.memory, report->count * COLUMNS + 1, sizeof *texts), **text = texts;
    if (texts == NULL)
        return false;
    for (const struct md_report_row *row = report->rows; row < report->rows + report->count; row++) {
        const char *const cells[COLUMNS] = {md_in(making->command, verdicts[row->severity]),
                                            row->cell,
                                            row->formula,
                                            row->outcome,
                                            row->told,
                                            row->why,
                                            row->todo,
                                            row->source};
        memcpy(text, cells, sizeof cells);
        text += COLUMNS;
    }
    put_texts(making, texts, HEAD + 1, report->count, COLUMNS);
    return true;
}

/* ---- Links ------------------------------------------------------------------------------------------------------ */

/* A text as it stands between the quotes of a formula. */
static void append_quoted(struct md_sentence *sentence, const char *text)
{
    for (; *text != 0; text++) {
        char letter[] = {*text, 0};
        md_append(sentence, *text == '"' ? "\"\"" : letter);
    }
}

static void put_link(const struct making *making, struct md_text url, const struct md_report_row *row, size_t at)
{
    char formula[LONGEST_LINK];
    struct md_sentence sentence = md_sentence_in(formula, sizeof formula, MD_ENGLISH);
    md_append(&sentence, "=HYPERLINK(\"");
    md_append_text(&sentence, url, LONGEST_LINK);
    md_append(&sentence, "#$");
    append_quoted(&sentence, row->cell);
    md_append(&sentence, "\";\"");
    append_quoted(&sentence, row->cell);
    md_append(&sentence, "\")");
    uno_Interface *cell = md_object_in(md_call(making->office, making->sheet, "table.XCellRange::getCellByPosition",
                                               md_int(CELL), md_int((int64_t)(HEAD + 1 + at))));
    md_call(making->office, cell, "table.XCell::setFormula", md_utf8(formula));
}

static void put_links(const struct making *making)
{
    struct md_text url = md_text_in(md_ask(making->office, making->ours->document, "frame.XModel::getURL"));
    struct md_loan *mark = making->office->newest;
    for (size_t i = 0; url.length > 0 && i < making->report->count; i++) {
        put_link(making, url, &making->report->rows[i], i);
        md_return_to(making->office, mark);
    }
}

/* ---- How it looks ----------------------------------------------------------------------------------------------- */

static void set_widths(const struct making *making, const struct table *table)
{
    uno_Interface *columns = md_object_in(md_ask(making->office, making->sheet, "table.XColumnRowRange::getColumns"));
    for (sal_Int32 i = 0; i < table->columns; i++)
        md_set(making->office, md_at(making->office, columns, i), "Width", md_int(table->widths[i]));
}

/* com.sun.star.table.BorderLine2 */
struct border_line {
    struct {
        sal_Int32 color;
        sal_Int16 inner_width, outer_width, distance;
    } line;
    sal_Int16 style;
    sal_uInt32 width;
};

/* A thin line below every cell. */
static void set_line_below(struct md_office *office, uno_Interface *range)
{
    enum { GREY = 0xBFBFBF, HAIRLINE = 9 };
    struct border_line line = {{GREY, 0, HAIRLINE, 0}, 0, HAIRLINE};
    md_set(office, range, "BottomBorder2", md_struct("table.BorderLine2", &line));
}

static void set_looks(const struct making *making, const struct table *table)
{
    struct md_office *office = making->office;
    uno_Interface *cells = range_at(making, 0, table->head, table->columns - 1, table->last);
    uno_Interface *head = range_at(making, 0, table->head, table->columns - 1, table->head),
                  *title = range_at(making, 0, 0, 0, 0);
    md_set(office, cells, "IsTextWrapped", md_bool(true));
    md_set(office, cells, "VertJustify", md_int(1)); /* com.sun.star.table.CellVertJustify2 */
    set_line_below(office, cells);
    md_set(office, head, "CharWeight", md_real(150));
    md_set(office, head, "CellBackColor", md_int(0xD9E2F3));
    md_set(office, title, "CharWeight", md_real(150));
    md_set(office, title, "CharHeight", md_real(14));
}

static void set_grounds(const struct making *making)
{
    int64_t top = HEAD + 1;
    for (int severity = MD_WRONG; severity >= MD_FINE; severity--) {
        int64_t count = (int64_t)count_of(making->report, (enum md_severity)severity);
        if (count > 0)
            md_set(making->office, range_at(making, 0, top, 0, top + count - 1), "CellBackColor", md_int(grounds[severity]));
        top += count;
    }
}

/* The office finds how high each row must be for its texts; until then it is told to leave heights as they are. This takes most of the
 * time. False if it was stopped. */
static bool set_heights(const struct making *making, const struct table *table)
{
    enum { ROWS_A_STEP = 256 };
    struct md_office *office = making->office;
    double share = (1 - making->done) / (table->last + 1);
    bool goes_on = true;
    md_set(office, making->book, "IsAdjustHeightEnabled", md_bool(true));
    for (sal_Int32 top = 0; top <= table->last && goes_on; top += ROWS_A_STEP) {
        sal_Int32 end = top + ROWS_A_STEP - 1;
        uno_Interface *cells = range_at(making, 0, top, 0, end < table->last ? end : table->last);
        md_set(office, md_object_in(md_ask(office, cells, "table.XColumnRowRange::getRows")), "OptimalHeight", md_bool(true));
        goes_on = md_go_on(making->progress, making->done + top * share);
    }
    md_set(office, making->book, "IsAdjustHeightEnabled", md_bool(false));
    return goes_on;
}

static void set_page(const struct making *making)
{
    static const char *const margins[] = {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"};
    struct md_office *office = making->office;
    uno_Interface *families = md_object_in(md_ask(office, making->book, "style.XStyleFamiliesSupplier::getStyleFamilies"));
    uno_Interface *styles = md_named(office, families, md_utf8("PageStyles"));
    uno_Interface *page = md_named(office, styles, md_any(md_get(office, making->sheet, "PageStyle")));
    md_set(office, page, "IsLandscape", md_bool(true));
    md_set(office, page, "Width", md_int(PORTRAIT_HEIGHT));
    md_set(office, page, "Height", md_int(PORTRAIT_WIDTH));
    for (size_t i = 0; i < sizeof margins / sizeof *margins; i++)
        md_set(office, page, margins[i], md_int(PAPER_MARGIN));
    md_set(office, page, "ScaleToPagesX", md_short(1));
    md_set(office, page, "ScaleToPagesY", md_short(0));
}

/* The head stands on every page. */
static void repeat_head(const struct making *making, const struct table *table)
{
    struct md_range_address titles = {(sal_Int16)table->sheet, 0, table->head, table->columns - 1, table->head};
    md_call(making->office, making->sheet, "sheet.XPrintAreas::setPrintTitleRows", md_bool(true));
    md_call(making->office, making->sheet, "sheet.XPrintAreas::setTitleRows", md_struct("table.CellRangeAddress", &titles));
}

static void set_table(const struct making *making, const struct table *table)
{
    set_widths(making, table);
    put_heads(making, table);
    set_looks(making, table);
    repeat_head(making, table);
}

/* The head of the table stays in sight. */
static void freeze_head(struct md_office *office, uno_Interface *book)
{
    uno_Interface *controller = md_object_in(md_ask(office, book, "frame.XModel::getCurrentController"));
    md_call(office, controller, "sheet.XViewFreezable::freezeAtPosition", md_int(0), md_int(HEAD + 1));
}

/* ---- The report ------------------------------------------------------------------------------------------------- */

static void name_sheet(const struct making *making, struct md_bilingual name)
{
    md_call(making->office, making->sheet, "container.XNamed::setName", md_utf8(md_in(making->command, name)));
}

static bool make_table(const struct making *making)
{
    const struct table table = {0, COLUMNS, HEAD, (sal_Int32)(HEAD + making->report->count), heads, widths};
    name_sheet(making, (struct md_bilingual){"Controle", "Check"});
    put_summary(making);
    if (!put_rows(making))
        return false;
    put_links(making);
    set_table(making, &table);
    set_grounds(making);
    return set_heights(making, &table);
}

static void put_source(const struct making *making, size_t number)
{
    char named[LONGEST_LINE];
    struct md_sentence sentence = md_sentence_in(named, sizeof named, making->command->language);
    md_say_source_number(&sentence, number);
    const struct md_sources *sources = &making->report->sources;
    const char *const texts[SOURCE_COLUMNS] = {named, sources->named[sources->order[number - 1]].text};
    put_texts(making, texts, SOURCES_HEAD + number, 1, SOURCE_COLUMNS);
}

static bool make_sources(const struct making *making)
{
    size_t count = making->report->sources.count;
    const struct table table = {
        1, SOURCE_COLUMNS, SOURCES_HEAD, (sal_Int32)(SOURCES_HEAD + count), source_heads, source_widths};
    const char *const title[] = {
        md_in(making->command, (struct md_bilingual){"Bronnen van de normen", "Sources of the norms"})};
    name_sheet(making, (struct md_bilingual){"Bronnen", "Sources"});
    put_texts(making, title, 0, 1, 1);
    for (size_t number = 1; number <= count; number++)
        put_source(making, number);
    set_table(making, &table);
    return set_heights(making, &table);
}

static bool make(struct making *making)
{
    struct md_office *office = making->office;
    uno_Interface *sheets = md_object_in(md_ask(office, making->book, "sheet.XSpreadsheetDocument::getSheets"));
    md_set(office, making->book, "IsUndoEnabled", md_bool(false));
    md_set(office, making->book, "IsAdjustHeightEnabled", md_bool(false));
    making->sheet = md_at(office, sheets, 0);
    set_page(making);
    if (!make_table(making))
        return false;
    if (making->report->sources.count > 0) {
        md_call(office, sheets, "sheet.XSpreadsheets::insertNewByName", md_utf8("2"), md_int(1));
        making->sheet = md_at(office, sheets, 1);
        making->done = 1;
        if (!make_sources(making))
            return false;
    }
    md_set(office, making->book, "IsAdjustHeightEnabled", md_bool(true));
    md_set(office, making->book, "IsUndoEnabled", md_bool(true));
    return !office->failed;
}

static void set_title(struct md_report *report, const struct md_ours *ours, enum md_language language)
{
    enum { LONGEST_NAME = 100 };
    struct md_sentence title = md_sentence_in(report->title, sizeof report->title, language);
    md_say(&title, "Controle van ", "Check of ");
    md_append_text(&title, md_text_in(md_ask(ours->office, ours->document, "frame.XTitle::getTitle")), LONGEST_NAME);
}

uno_Interface *md_make_report(struct md_command *command, const struct md_ours *ours, struct md_report *report,
                              struct md_progress *progress, double done)
{
    struct md_office *office = &command->office;
    struct making making = {command, office, ours, report, progress, done, NULL, NULL};
    if (!sort_rows(report, &command->blocks.memory))
        return NULL;
    set_title(report, ours, command->language);
    office->failed = false;
    making.book = md_new(office);
    if (making.book == NULL || make(&making))
        return making.book;
    md_close(office, making.book);
    return NULL;
}

void md_show_report(struct md_command *command, const struct md_report *report, uno_Interface *made)
{
    if (md_show(command, made, report->title))
        freeze_head(&command->office, made);
}
