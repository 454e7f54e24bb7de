// SPDX-License-Identifier: EUPL-1.2
/* Conditional formats that are lost in a file; kept.h is the manual. */
#include "kept.h"

#include "ours.h"

struct formats {
    uno_Interface *const *all;
    size_t count;
};

static struct formats formats_of(struct md_office *office, uno_Interface *sheet)
{
    struct formats formats;
    uno_Interface *container = md_object_in(md_get(office, sheet, "ConditionalFormats"));
    formats.all = md_elements_in(md_ask(office, container, "sheet.XConditionalFormats::getConditionalFormats"), &formats.count);
    return formats;
}

static const struct md_range_address *cells_of(struct md_office *office, uno_Interface *format, size_t *count)
{
    uno_Interface *ranges = md_object_in(md_get(office, format, "Range"));
    return md_elements_in(md_ask(office, ranges, "sheet.XSheetCellRanges::getRangeAddresses"), count);
}

static bool is_in(const struct md_range_address *ranges, size_t count, sal_Int32 column, sal_Int32 row)
{
    for (const struct md_range_address *range = ranges; range < ranges + count; range++)
        if (column >= range->left && column <= range->right && row >= range->top && row <= range->bottom)
            return true;
    return false;
}

/* How many entries of the formats are for this cell. */
static int64_t entries_at(struct md_office *office, const struct formats *formats, sal_Int32 column, sal_Int32 row)
{
    int64_t entries = 0;
    for (size_t i = 0; i < formats->count; i++) {
        size_t count;
        const struct md_range_address *ranges = cells_of(office, formats->all[i], &count);
        if (is_in(ranges, count, column, row))
            entries += md_count_in(office, formats->all[i]);
    }
    return entries;
}

static bool keeps_formats_of(struct md_office *office, uno_Interface *before, uno_Interface *after)
{
    struct formats had = formats_of(office, before), has = formats_of(office, after);
    for (size_t i = 0; i < had.count; i++) {
        size_t count;
        const struct md_range_address *first = cells_of(office, had.all[i], &count);
        if (count > 0 && entries_at(office, &had, first->left, first->top) > entries_at(office, &has, first->left, first->top))
            return false;
    }
    return true;
}

bool md_keeps_formats(struct md_office *office, uno_Interface *before, uno_Interface *after)
{
    struct md_loan *newest = office->newest;
    uno_Interface *had = md_object_in(md_ask(office, before, "sheet.XSpreadsheetDocument::getSheets"));
    uno_Interface *has = md_object_in(md_ask(office, after, "sheet.XSpreadsheetDocument::getSheets"));
    int64_t count = md_count_in(office, had);
    bool keeps = true;
    for (int64_t i = 0; keeps && i < count; i++)
        keeps = keeps_formats_of(office, md_at(office, had, i), md_at(office, has, i));
    md_return_to(office, newest);
    return keeps;
}
