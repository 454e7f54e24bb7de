// SPDX-License-Identifier: EUPL-1.2
/* Conditional formats that are lost in a file; kept.h is the manual. */
#include "kept.h"

#include "settling.h"

/* Does the office write what ODF itself has no place for, as it does unless its user has chosen a bare version? */
static bool writes_extensions(struct md_office *office)
{
    enum { UNSET = 0, LATEST = 3, WITH_FALLBACKS = 8, EXTENDED = 9 }; /* as the office numbers its versions of ODF */
    int64_t version = md_int_in(md_setting(office, "/org.openoffice.Office.Common/Save/ODF/DefaultVersion"));
    return version == UNSET || version == LATEST || version == WITH_FALLBACKS || version == EXTENDED;
}

/* How many entries of conditional formats the cells of a sheet have together. The office makes one format of several that are the
 * same. */
static uint64_t entries_in(struct md_office *office, uno_Interface *sheet)
{
    struct md_formats formats = md_formats_of(office, sheet);
    uint64_t entries = 0;
    for (size_t i = 0; i < formats.count; i++) {
        size_t count, cells = 0;
        const struct md_range_address *ranges = md_cells_of_format(office, formats.all[i], &count);
        for (size_t k = 0; k < count; k++)
            cells += md_rows_of(&ranges[k]) * md_columns_of(&ranges[k]);
        entries += cells * (uint64_t)md_count_in(office, formats.all[i]);
    }
    return entries;
}

bool md_keeps_formats(struct md_office *office, uno_Interface *before, uno_Interface *after)
{
    if (writes_extensions(office))
        return true;
    struct md_loan *newest = office->newest;
    uno_Interface *had = md_object_in(md_ask(office, before, "sheet.XSpreadsheetDocument::getSheets"));
    uno_Interface *has = md_object_in(md_ask(office, after, "sheet.XSpreadsheetDocument::getSheets"));
    int64_t count = md_count_in(office, had);
    bool keeps = true;
    for (int64_t i = 0; keeps && i < count; i++)
        keeps = entries_in(office, md_at(office, has, i)) >= entries_in(office, md_at(office, had, i));
    md_return_to(office, newest);
    return keeps;
}
