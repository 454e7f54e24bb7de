// SPDX-License-Identifier: EUPL-1.2
/* Limits of colour scales, data bars and icon sets; limits.h is the manual. */
#include "limits.h"

#include "stored.h"

enum { COLOR_SCALE, DATA_BAR, ICON_SET, KINDS };

/* How each kind of entry has its limits, and what the element in a file is called that has one of them; types are those of
 * com.sun.star.sheet.ColorScaleEntryType, DataBarEntryType and IconSetFormatEntry. */
static const struct kind {
    const char *property, *get_type, *set_type, *set_formula, *element;
    int64_t formula, number;
} kinds[KINDS] = {
    [COLOR_SCALE] = {"ColorScaleEntries", "sheet.XColorScaleEntry::getType", "sheet.XColorScaleEntry::setType",
                     "sheet.XColorScaleEntry::setFormula", "color-scale-entry", 5, 3},
    [DATA_BAR] = {"DataBarEntries", "sheet.XDataBarEntry::getType", "sheet.XDataBarEntry::setType",
                  "sheet.XDataBarEntry::setFormula", "formatting-entry", 6, 4},
    [ICON_SET] = {"IconSetEntries", "sheet.XIconSetEntry::getType", "sheet.XIconSetEntry::setType",
                  "sheet.XIconSetEntry::setFormula", "formatting-entry", 4, 2},
};

/* The limits in the file, in the order in which the office has them, but those of colour scales apart. */
struct elements {
    uno_Interface *list;
    int64_t count;
};

struct limits {
    struct md_settling *settling;
    struct md_stored stored; /* once it is needed */
    bool is_stored;
    uno_Interface *sheet; /* the element of the sheet, once the file was read for it */
    struct elements of_scales, of_others;
    int64_t scales, others; /* so many limits came before on the sheet */
};

/* ---- Formulas in the file --------------------------------------------------------------------------------------- */

/* Formulas of a file as the programming interface writes them: [.A1:.B2] is A1:B2. */
static void write_plainly(struct md_text text, struct md_sentence *plain)
{
    uint16_t quote = 0, before = 0;
    size_t start = 0;
    for (size_t i = 0; i < text.length; before = text.units[i++]) {
        uint16_t unit = text.units[i];
        bool is_bracket = unit == '[' || unit == ']';
        bool is_own_sheet = unit == '.' && (before == '[' || before == ':');
        if (quote == 0 && (is_bracket || is_own_sheet || unit < ' ')) {
            md_append_text(plain, (struct md_text){text.units + start, i - start}, MD_LONGEST_FORMULA);
            start = i + 1;
        }
        if (quote != 0 ? unit == quote : unit == '"' || unit == '\'')
            quote = quote != 0 ? 0 : unit;
    }
    md_append_text(plain, (struct md_text){text.units + start, text.length - start}, MD_LONGEST_FORMULA);
}

static uno_Interface *stored_sheet(const struct limits *limits)
{
    struct md_office *office = limits->settling->office;
    uno_Interface *sheet = md_first_stored_sheet(office, &limits->stored);
    for (sal_Int32 i = 0; i < limits->settling->sheet; i++)
        sheet = md_next_stored_sheet(office, sheet);
    return sheet;
}

static struct elements elements_named(struct md_office *office, uno_Interface *sheet, const char *name)
{
    uno_Interface *list = md_elements_named(office, sheet, name);
    return (struct elements){list, md_element_count(office, list)};
}

static void read_sheet(struct limits *limits)
{
    struct md_office *office = limits->settling->office;
    if (!limits->is_stored)
        limits->stored = md_stored_in(office, md_storage_of(office, md_store(office, limits->settling->scratch.document)));
    limits->is_stored = true;
    limits->sheet = stored_sheet(limits);
    limits->of_scales = elements_named(office, limits->sheet, kinds[COLOR_SCALE].element);
    limits->of_others = elements_named(office, limits->sheet, kinds[DATA_BAR].element);
}

/* The formula of a limit, which is so many limits of its kind behind the first on the sheet. */
static struct md_condition_formula read_formula(struct limits *limits, const struct kind *kind, int64_t place)
{
    struct md_settling *settling = limits->settling;
    struct md_office *office = settling->office;
    char text[MD_LONGEST_FORMULA];
    struct md_sentence plain = md_sentence_in(text, sizeof text, MD_ENGLISH);
    if (limits->sheet == NULL)
        read_sheet(limits);
    struct elements elements = kind == &kinds[COLOR_SCALE] ? limits->of_scales : limits->of_others;
    uno_Interface *element = place < elements.count ? md_element_at(office, elements.list, place) : NULL;
    if (element != NULL && md_is_text(md_attribute_of(office, element, MD_CALCEXT_NAMESPACE, "type"), "formula"))
        write_plainly(md_text_in(md_attribute_of(office, element, MD_CALCEXT_NAMESPACE, "value")), &plain);
    return md_parsed(settling, md_lend_utf8(office, text), MD_SPELT_IN_FILE,
                     (struct md_cell_address){(sal_Int16)settling->sheet, 0, 0});
}

/* ---- Limits ----------------------------------------------------------------------------------------------------- */

static void say_limit(const struct md_settling *settling, uno_Interface *cell, struct md_sentence *number)
{
    md_answer content = md_content_of(settling->office, cell);
    if (md_string_in(content) != NULL)
        md_append(number, "1E+308");
    else
        md_say_constant(settling, cell, true, number);
}

static void set_number(struct md_office *office, const struct kind *kind, uno_Interface *limit, const char *number)
{
    md_call(office, limit, kind->set_type, md_int(kind->number));
    md_call(office, limit, kind->set_formula, md_utf8(number));
}

/* The first limit of icons takes nothing but what another limit has. One of the others has it for that moment: none that is a
 * formula, which could not be given back. Where all are, the first becomes the least value. */
static void set_first_icon(struct md_office *office, uno_Interface *entry, uno_Interface *const *all, size_t count,
                           const char *number)
{
    enum { MOST = 5 };
    const struct kind *kind = &kinds[ICON_SET];
    uno_Interface *limits[MOST] = {all[0]}, *lender = all[0];
    for (size_t i = 1; i < count && i < MOST; i++) {
        limits[i] = all[i];
        if (md_int_in(md_ask(office, all[i], kind->get_type)) != kind->formula)
            lender = all[i];
    }
    md_answer type = md_ask(office, lender, kind->get_type);
    md_answer held = md_ask(office, lender, "sheet.XIconSetEntry::getFormula");
    limits[0] = lender;
    if (lender != all[0])
        set_number(office, kind, lender, number);
    md_set(office, entry, kind->property,
           md_any(md_sequence_of(office, "[]com.sun.star.sheet.XIconSetEntry", limits, count < MOST ? count : MOST)));
    if (lender != all[0]) {
        md_call(office, lender, kind->set_type, md_any(type));
        md_call(office, lender, kind->set_formula, md_any(held));
    }
}

/* Says the number that a limit gives if it is a formula of ours; false if not. It is so many limits of its kind behind the first on the
 * sheet. The office calls the first limit of icons the least value, whatever it is. */
static bool say_ours(struct limits *limits, const struct kind *kind, uno_Interface *const *all, size_t i, int64_t place,
                     struct md_sentence *number)
{
    struct md_settling *settling = limits->settling;
    bool is_first_icon = i == 0 && kind == &kinds[ICON_SET];
    if (!is_first_icon && md_int_in(md_ask(settling->office, all[i], kind->get_type)) != kind->formula)
        return false;
    struct md_condition_formula formula = read_formula(limits, kind, place);
    if (formula.is_ours)
        say_limit(settling, md_outcome(settling, &formula, 0, 0), number);
    return formula.is_ours;
}

/* What has limits in a conditional format; NULL for another entry. By its properties, for newer offices have more than one type of
 * colour scale. */
static const struct kind *kind_of(struct md_office *office, uno_Interface *entry)
{
    uno_Interface *properties = md_object_in(md_ask(office, entry, "beans.XPropertySet::getPropertySetInfo"));
    for (const struct kind *kind = kinds; kind < kinds + KINDS; kind++)
        if (md_true_in(md_call(office, properties, "beans.XPropertySetInfo::hasPropertyByName", md_utf8(kind->property))))
            return kind;
    return NULL;
}

/* The limits of one entry of a conditional format; true if one of them has changed. */
static bool settle_entry(struct limits *limits, uno_Interface *entry)
{
    struct md_office *office = limits->settling->office;
    const struct kind *kind = kind_of(office, entry);
    if (kind == NULL)
        return false;
    size_t count;
    uno_Interface *const *all = md_elements_in(md_get(office, entry, kind->property), &count);
    int64_t *before = kind == &kinds[COLOR_SCALE] ? &limits->scales : &limits->others;
    bool changed = false;
    for (size_t i = count; i-- > 0;) { /* the first one last: it needs another */
        char text[MD_LONGEST_CONSTANT];
        struct md_sentence number = md_sentence_in(text, sizeof text, MD_ENGLISH);
        if (!say_ours(limits, kind, all, i, *before + (int64_t)i, &number))
            continue;
        changed = true;
        if (i == 0 && kind == &kinds[ICON_SET])
            set_first_icon(office, entry, all, count, text);
        else
            set_number(office, kind, all[i], text);
    }
    *before += (int64_t)count;
    return changed;
}

static void settle_format(struct limits *limits, uno_Interface *format)
{
    struct md_office *office = limits->settling->office;
    size_t range_count;
    const struct md_range_address *ranges = md_cells_of_format(office, format, &range_count);
    int64_t count = range_count > 0 ? md_count_in(office, format) : 0;
    bool changed = false;
    for (int64_t i = 0; i < count; i++)
        changed |= settle_entry(limits, md_at(office, format, i));
    if (changed)
        md_tell(limits->settling, ranges, range_count,
                (struct md_bilingual){"de grenzen van de kleuren, balken of pictogrammen zijn nu vaste getallen",
                                      "the limits of the colours, bars or icons are now fixed numbers"});
}

void md_settle_limits(struct md_settling *settling)
{
    struct md_office *office = settling->office;
    struct md_loan *before = office->newest;
    struct limits limits = {.settling = settling};
    for (sal_Int32 sheet = 0; sheet < settling->copy->sheet_count; sheet++) {
        settling->sheet = sheet;
        struct md_formats formats = md_formats_of(office, md_sheet(settling->copy, sheet));
        limits.sheet = NULL;
        limits.scales = limits.others = 0;
        for (size_t i = 0; i < formats.count; i++)
            settle_format(&limits, formats.all[i]);
    }
    md_return_to(office, before);
}
