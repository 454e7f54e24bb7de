// SPDX-License-Identifier: EUPL-1.2
/* Conditional formats and validity of a copy; conditions.h is the manual. */
#include "conditions.h"

#include "limits.h"
#include "onlookers.h"

#include <string.h>

enum { MOST_CELLS = 10000, MOST_GROUPS = 1000, MOST_ENTRIES = 32, FORMULAS = 2, LONGEST_KEY = 4096 };
enum { CONDITION = 0 };   /* com.sun.star.sheet.ConditionEntryType */
enum { EXPRESSION = 24 }; /* as the office numbers the operator of a condition that is a formula */

static const char *const formula_properties[FORMULAS] = {"Formula1", "Formula2"};

/* ---- Conditional formats ---------------------------------------------------------------------------------------- */

struct entry {
    uno_Interface *object;
    int64_t type, operation;
    struct md_condition_formula formulas[FORMULAS];
    bool is_ours;
};

struct format {
    uno_Interface *formats, *object;
    const struct md_range_address *ranges;
    size_t range_count, cell_count;
    struct md_cell_address base;
    struct entry entries[MOST_ENTRIES];
    size_t count;
    bool is_ours, is_fixed, has_other_kinds;
};

/* Cells for which our conditions give the same. */
struct group {
    const char *key; /* what they give, each behind the other and ended by a line's end */
    uno_Interface *cells;
    sal_Int32 left, top; /* the first of them */
};

/* Where the formulas of a format are written from: the office tells it with a cell's own conditions, which are none where another
 * format of the cell comes first that has a colour scale, bars or icons alone. */
static struct md_cell_address base_of(const struct md_settling *settling, const struct md_range_address *ranges, size_t count)
{
    struct md_office *office = settling->office;
    struct md_cell_address first = {(sal_Int16)settling->sheet, ranges->left, ranges->top};
    uno_Interface *cell = md_cell_at(settling->copy, settling->sheet, first.column, first.row);
    uno_Interface *own = md_object_in(md_get(office, cell, "ConditionalFormat"));
    for (size_t i = 1; i < count; i++) {
        first.column = ranges[i].left < first.column ? ranges[i].left : first.column;
        first.row = ranges[i].top < first.row ? ranges[i].top : first.row;
    }
    if (md_count_in(office, own) == 0)
        return first;
    const struct md_cell_address *base =
        md_struct_in(md_ask(office, md_at(office, own, 0), "sheet.XSheetCondition::getSourcePosition"));
    return base != NULL ? *base : first;
}

static void read_entry(const struct md_settling *settling, struct format *format, struct entry *entry)
{
    struct md_office *office = settling->office;
    entry->type = md_int_in(md_ask(office, entry->object, "sheet.XConditionEntry::getType"));
    if (entry->type != CONDITION) {
        format->has_other_kinds = true;
        return;
    }
    entry->operation = md_int_in(md_get(office, entry->object, "Operator"));
    for (size_t i = 0; i < FORMULAS; i++) {
        entry->formulas[i] =
            md_parsed(settling, md_get(office, entry->object, formula_properties[i]), MD_SPELT_BY_OFFICE, format->base);
        entry->is_ours |= entry->formulas[i].is_ours;
        format->is_fixed &= !entry->formulas[i].is_ours || entry->formulas[i].is_fixed;
    }
    format->is_ours |= entry->is_ours;
}

/* Reads a format; false if it has nothing of ours. */
static bool read_format(const struct md_settling *settling, struct format *format)
{
    struct md_office *office = settling->office;
    format->ranges = md_cells_of_format(office, format->object, &format->range_count);
    if (format->range_count == 0)
        return false;
    for (size_t i = 0; i < format->range_count; i++)
        format->cell_count += md_rows_of(&format->ranges[i]) * md_columns_of(&format->ranges[i]);
    format->base = base_of(settling, format->ranges, format->range_count);
    format->is_fixed = true;
    size_t count = (size_t)md_count_in(office, format->object);
    for (; format->count < count && format->count < MOST_ENTRIES; format->count++) {
        struct entry *entry = &format->entries[format->count];
        *entry = (struct entry){.object = md_at(office, format->object, (int64_t)format->count)};
        read_entry(settling, format, entry);
    }
    return format->is_ours;
}

static void say_truth(const struct md_settling *settling, uno_Interface *cell, struct md_sentence *sentence)
{
    md_append(sentence, md_number_in(md_content_of(settling->office, cell)) != 0 ? "1" : "0");
}

/* What our conditions give for a cell; false if it cannot be computed. */
static bool write_key(struct md_settling *settling, const struct format *format, sal_Int32 column, sal_Int32 row,
                      struct md_sentence *key)
{
    for (const struct entry *entry = format->entries; entry < format->entries + format->count; entry++)
        for (size_t i = 0; i < FORMULAS; i++) {
            if (!entry->formulas[i].is_ours)
                continue;
            if (key->size - key->length < (size_t)4 * MD_LONGEST_CONSTANT)
                return false;
            uno_Interface *cell = md_outcome(settling, &entry->formulas[i], column, row);
            if (cell == NULL)
                return false;
            if (entry->operation == EXPRESSION)
                say_truth(settling, cell, key);
            else
                md_say_constant(settling, cell, false, key);
            md_append(key, "\n");
        }
    return true;
}

/* The next of the constants in a key, in `text` of MD_LONGEST_CONSTANT bytes. */
static const char *next_constant(const char *key, char *text)
{
    size_t length = strcspn(key, "\n"), kept = length < MD_LONGEST_CONSTANT ? length : MD_LONGEST_CONSTANT - 1;
    memcpy(text, key, kept);
    text[kept] = 0;
    return key + length + (key[length] == '\n');
}

/* Gives the conditions of `object`, one of which stands for each of the format's, what they give; all others are written anew, from
 * the point of view of a cell, unless `only_ours`. */
static void write_conditions(const struct md_settling *settling, const struct format *format, uno_Interface *object,
                             const char *key, sal_Int32 column, sal_Int32 row, bool only_ours)
{
    struct md_office *office = settling->office;
    char constant[MD_LONGEST_CONSTANT], other[MD_LONGEST_FORMULA];
    for (size_t place = 0; place < format->count; place++) {
        const struct entry *entry = &format->entries[place];
        uno_Interface *target = md_at(office, object, (int64_t)place);
        for (size_t i = 0; i < FORMULAS; i++) {
            const struct md_condition_formula *formula = &entry->formulas[i];
            if (formula->is_ours) {
                key = next_constant(key, constant);
                md_set(office, target, formula_properties[i], md_utf8(constant));
            } else if (!only_ours && formula->count > 0) {
                struct md_sentence written = md_sentence_in(other, sizeof other, MD_ENGLISH);
                md_append_text(&written,
                               md_written(settling->copy, formula->tokens, formula->count, false, settling->sheet, column, row),
                               MD_LONGEST_FORMULA);
                md_set(office, target, formula_properties[i], md_utf8(other));
            }
        }
    }
}

/* A new format for the cells of a group. */
static void add_format(const struct md_settling *settling, const struct format *format, const struct group *group)
{
    struct md_office *office = settling->office;
    int64_t id =
        md_int_in(md_call(office, format->formats, "sheet.XConditionalFormats::createByRange", md_object(group->cells)));
    size_t count;
    uno_Interface *const *all =
        md_elements_in(md_ask(office, format->formats, "sheet.XConditionalFormats::getConditionalFormats"), &count);
    uno_Interface *made = NULL;
    for (size_t i = 0; i < count; i++)
        if (md_int_in(md_get(office, all[i], "ID")) == id)
            made = all[i];
    for (size_t i = 0; i < format->count; i++) {
        md_call(office, made, "sheet.XConditionalFormat::createEntry", md_int(CONDITION), md_int((int64_t)i));
        uno_Interface *entry = md_at(office, made, (int64_t)i);
        md_set(office, entry, "Operator", md_int(format->entries[i].operation));
        md_set(office, entry, "StyleName", md_any(md_get(office, format->entries[i].object, "StyleName")));
    }
    write_conditions(settling, format, made, group->key, group->left, group->top, false);
}

struct groups {
    struct group *groups;
    size_t count;
};

/* The group with this key, which is made if there is none; NULL if there are too many, or without memory. */
static struct group *group_of(const struct md_settling *settling, struct groups *groups, const char *key, sal_Int32 column,
                              sal_Int32 row)
{
    for (size_t i = 0; i < groups->count; i++)
        if (strcmp(groups->groups[i].key, key) == 0)
            return &groups->groups[i];
    size_t bytes = strlen(key) + 1;
    char *kept = md_take(&settling->command->blocks.memory, bytes, 1);
    uno_Interface *cells =
        md_object_in(md_call(settling->office, settling->copy->document, "lang.XMultiServiceFactory::createInstance",
                             md_utf8("com.sun.star.sheet.SheetCellRanges")));
    if (kept == NULL || cells == NULL || groups->count == MOST_GROUPS)
        return NULL;
    memcpy(kept, key, bytes);
    struct group *group = &groups->groups[groups->count++];
    *group = (struct group){kept, cells, column, row};
    return group;
}

/* Puts a cell into its group; false if that cannot be. */
static bool sort_cell(struct md_settling *settling, const struct format *format, struct groups *groups, sal_Int32 column,
                      sal_Int32 row)
{
    char text[LONGEST_KEY];
    struct md_sentence key = md_sentence_in(text, sizeof text, settling->command->language);
    struct md_range_address where = {(sal_Int16)settling->sheet, column, row, column, row};
    if (!write_key(settling, format, column, row, &key))
        return false;
    struct group *group = group_of(settling, groups, text, column, row);
    return group != NULL && md_call(settling->office, group->cells, "sheet.XSheetCellRangeContainer::addRangeAddress",
                                    md_struct("table.CellRangeAddress", &where), md_bool(true)) != NULL;
}

static bool sort_cells(struct md_settling *settling, const struct format *format, struct groups *groups)
{
    groups->groups = md_take(&settling->command->blocks.memory, MOST_GROUPS, sizeof *groups->groups);
    if (groups->groups == NULL || format->cell_count > MOST_CELLS)
        return false;
    for (const struct md_range_address *range = format->ranges; range < format->ranges + format->range_count; range++)
        for (sal_Int32 column = range->left; column <= range->right; column++)
            for (sal_Int32 row = range->top; row <= range->bottom; row++)
                if (!sort_cell(settling, format, groups, column, row))
                    return false;
    return true;
}

/* Gives a format the outcomes of its conditions; false if that cannot be. */
static bool settle_by_outcome(struct md_settling *settling, const struct format *format)
{
    struct groups groups = {NULL, 0};
    char text[LONGEST_KEY];
    struct md_sentence key = md_sentence_in(text, sizeof text, settling->command->language);
    if (format->is_fixed) {
        bool known = write_key(settling, format, format->base.column, format->base.row, &key);
        if (known)
            write_conditions(settling, format, format->object, text, 0, 0, true);
        return known;
    }
    if (format->has_other_kinds || !sort_cells(settling, format, &groups))
        return false;
    for (size_t i = 0; i < groups.count; i++)
        add_format(settling, format, &groups.groups[i]);
    settling->has_new_formats = true;
    md_call(settling->office, format->formats, "sheet.XConditionalFormats::removeByID",
            md_any(md_get(settling->office, format->object, "ID")));
    return true;
}

/* A condition that is never met stands for each of ours. */
static void put_out_of_use(const struct md_settling *settling, const struct format *format)
{
    struct md_office *office = settling->office;
    for (const struct entry *entry = format->entries; entry < format->entries + format->count; entry++) {
        if (!entry->is_ours)
            continue;
        md_set(office, entry->object, "Operator", md_int(EXPRESSION));
        for (size_t i = 0; i < FORMULAS; i++)
            md_set(office, entry->object, formula_properties[i], md_utf8("0"));
    }
}

static const struct md_bilingual stays = {"de voorwaardelijke opmaak blijft zoals die nu is, ook als een getal verandert",
                                          "the conditional formatting stays as it is now, also when a number changes"};

static void settle_format(struct md_settling *settling, uno_Interface *formats, uno_Interface *object)
{
    struct format *format = md_take(&settling->command->blocks.memory, 1, sizeof *format);
    if (format == NULL) {
        settling->office->failed = true;
        return;
    }
    *format = (struct format){.formats = formats, .object = object};
    if (!read_format(settling, format))
        return;
    bool settled = settle_by_outcome(settling, format);
    if (!settled)
        put_out_of_use(settling, format);
    md_tell(settling, format->ranges, format->range_count,
            settled ? stays
                    : (struct md_bilingual){"een voorwaarde van de voorwaardelijke opmaak is uit, want die rekent met Meedoen",
                                            "a condition of the conditional formatting is off, for it computes with Meedoen"});
}

static void settle_formats(struct md_settling *settling)
{
    struct md_formats formats = md_formats_of(settling->office, md_sheet(settling->copy, settling->sheet));
    for (size_t i = 0; i < formats.count; i++)
        settle_format(settling, formats.container, formats.all[i]);
}

static bool has_our_formulas(const struct md_ours *document, sal_Int32 sheet)
{
    struct md_formulas formulas;
    struct md_loan *before = document->office->newest;
    md_first_formula(&formulas, document, NULL);
    while (formulas.there && formulas.sheet_index < sheet)
        md_next_formula(&formulas);
    md_return_to(document->office, before);
    return formulas.there && formulas.sheet_index == sheet;
}

/* The same for what asks what a cell holds, on a sheet with formulas of ours; where it cannot be had it stays as it is (sentence 6). */
static void settle_asking_format(struct md_settling *settling, const struct md_ours *document, uno_Interface *formats,
                                 uno_Interface *object)
{
    struct format *format = md_take(&settling->command->blocks.memory, 1, sizeof *format);
    if (format == NULL) {
        settling->office->failed = true;
        return;
    }
    *format = (struct format){.formats = formats, .object = object};
    if (read_format(settling, format) && has_our_formulas(document, settling->sheet))
        md_tell(settling, format->ranges, format->range_count,
                settle_by_outcome(settling, format)
                    ? stays
                    : (struct md_bilingual){"de voorwaardelijke opmaak kijkt naar formules, en ziet nu waarden",
                                            "the conditional formatting looks at formulas, and sees values now"});
}

static void settle_asking_formats(struct md_settling *settling, const struct md_ours *document)
{
    const struct md_ours *ours = settling->copy;
    struct md_ours with_asking = *ours;
    md_count_asking(&with_asking);
    settling->copy = &with_asking;
    struct md_formats formats = md_formats_of(settling->office, md_sheet(settling->copy, settling->sheet));
    for (size_t i = 0; i < formats.count; i++)
        settle_asking_format(settling, document, formats.container, formats.all[i]);
    settling->copy = ours;
}

/* ---- Validity --------------------------------------------------------------------------------------------------- */

/* com.sun.star.sheet.ValidationType */
enum { LIST = 6, CUSTOM = 7 };

static const char *const getters[FORMULAS] = {"sheet.XSheetCondition::getFormula1", "sheet.XSheetCondition::getFormula2"};
static const char *const setters[FORMULAS] = {"sheet.XSheetCondition::setFormula1", "sheet.XSheetCondition::setFormula2"};

/* Reads the formulas of a validity; false if none is ours. */
static bool read_validity(const struct md_settling *settling, uno_Interface *validity,
                          struct md_condition_formula formulas[FORMULAS], struct md_cell_address *base)
{
    struct md_office *office = settling->office;
    const struct md_cell_address *from = md_struct_in(md_ask(office, validity, "sheet.XSheetCondition::getSourcePosition"));
    *base = from != NULL ? *from : (struct md_cell_address){(sal_Int16)settling->sheet, 0, 0};
    for (size_t i = 0; i < FORMULAS; i++)
        formulas[i] = md_parsed(settling, md_ask(office, validity, getters[i]), MD_SPELT_IN_ENGLISH, *base);
    return formulas[0].is_ours || formulas[1].is_ours;
}

/* Puts the values of bounds in their place; false if they are none, or differ by cell. */
static bool set_bounds(struct md_settling *settling, uno_Interface *validity,
                       const struct md_condition_formula formulas[FORMULAS], struct md_cell_address base)
{
    struct md_office *office = settling->office;
    int64_t type = md_int_in(md_get(office, validity, "Type"));
    if (type == LIST || type == CUSTOM)
        return false;
    for (size_t i = 0; i < FORMULAS; i++) {
        char text[MD_LONGEST_CONSTANT];
        struct md_sentence constant = md_sentence_in(text, sizeof text, MD_ENGLISH);
        if (!formulas[i].is_ours)
            continue;
        if (!formulas[i].is_fixed)
            return false;
        uno_Interface *cell = md_outcome(settling, &formulas[i], base.column, base.row);
        if (!md_is_number(md_content_of(office, cell)))
            return false;
        md_say_constant(settling, cell, true, &constant);
        md_call(office, validity, setters[i], md_utf8(text));
    }
    return true;
}

static void settle_validity_of(struct md_settling *settling, uno_Interface *cells)
{
    struct md_office *office = settling->office;
    struct md_condition_formula formulas[FORMULAS];
    struct md_cell_address base;
    size_t count;
    uno_Interface *validity = md_object_in(md_get(office, cells, "Validation"));
    if (!read_validity(settling, validity, formulas, &base))
        return;
    const struct md_range_address *ranges =
        md_elements_in(md_ask(office, cells, "sheet.XSheetCellRanges::getRangeAddresses"), &count);
    bool bounded = set_bounds(settling, validity, formulas, base);
    if (bounded)
        md_set(office, cells, "Validation", md_object(validity));
    else
        md_call(office, cells, "beans.XPropertyState::setPropertyToDefault", md_utf8("Validation"));
    md_tell(settling, ranges, count,
            bounded
                ? (struct md_bilingual){"de grens van de geldigheid is nu een vast getal",
                                        "the bound of the validity is now a fixed number"}
                : (struct md_bilingual){"de geldigheid is weg, want die rekent met Meedoen: alles kan nu worden ingevuld",
                                        "the validity is gone, for it computes with Meedoen: anything can be filled in now"});
}

/* The cells of the sheet by what formats and validity they have. */
static uno_Interface *cells_of_sheet(const struct md_settling *settling)
{
    return md_object_in(md_ask(settling->office, md_sheet(settling->copy, settling->sheet),
                               "sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges"));
}

static void settle_validity(struct md_settling *settling)
{
    struct md_office *office = settling->office;
    uno_Interface *all = cells_of_sheet(settling);
    int64_t count = md_count_in(office, all);
    for (int64_t i = 0; i < count; i++)
        settle_validity_of(settling, md_at(office, all, i));
}

/* Has the sheet a validity of ours? */
static bool has_our_validity(const struct md_settling *settling)
{
    struct md_office *office = settling->office;
    uno_Interface *all = cells_of_sheet(settling);
    int64_t count = md_count_in(office, all);
    for (int64_t i = 0; i < count; i++) {
        struct md_condition_formula formulas[FORMULAS];
        struct md_cell_address base;
        if (read_validity(settling, md_object_in(md_get(office, md_at(office, all, i), "Validation")), formulas, &base))
            return true;
    }
    return false;
}

bool md_has_protected_validity(struct md_command *command, const struct md_ours *copy)
{
    struct md_settling settling = {.command = command, .office = &command->office, .copy = copy};
    struct md_loan *before = settling.office->newest;
    bool found = false;
    for (; !found && settling.sheet < copy->sheet_count; settling.sheet++)
        found = md_true_in(md_ask(settling.office, md_sheet(copy, settling.sheet), "util.XProtectable::isProtected")) &&
                has_our_validity(&settling);
    md_return_to(settling.office, before);
    return found;
}

/* ---- All of it -------------------------------------------------------------------------------------------------- */

bool md_settle_conditions(struct md_command *command, const struct md_ours *document, const struct md_ours *copy,
                          struct md_sentence *told)
{
    struct md_settling settling = {.command = command, .office = &command->office, .copy = copy, .told = told};
    md_scratch_begin(&settling.scratch, command, document->document);
    md_settle_limits(&settling);
    for (sal_Int32 sheet = 0; sheet < copy->sheet_count; sheet++) {
        struct md_loan *before = settling.office->newest;
        settling.sheet = sheet;
        settle_formats(&settling);
        settle_asking_formats(&settling, document);
        settle_validity(&settling);
        md_return_to(settling.office, before);
    }
    md_scratch_end(&settling.scratch);
    return settling.has_new_formats;
}
