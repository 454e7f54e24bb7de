# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""What of a document a command of the menu must leave as it was."""
import re

from office import FILTERS, SCRATCH, properties, url

from com.sun.star.sheet.CellFlags import DATETIME, FORMULA, STRING, VALUE

MOST_CELLS = 4_000_000


def stored(book):
    """The whole document as the office writes it: cells, formats, names, views, charts; but for when and by whom."""
    path = SCRATCH / f"stored-{id(book)}"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.storeToURL(url(path), properties(FilterName=FILTERS[".fods"]))
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return re.sub(r"(?s)<office:meta>.*?</office:meta>", "", text)


def settled(book):
    """The same, of a document that was saved before: the first time a document is saved the office adds to it."""
    path = SCRATCH / f"settled-{id(book)}"
    stored(book)
    book.storeToURL(url(path), properties(FilterName=FILTERS[".ods"]))
    path.unlink()
    return stored(book)


def state(book):
    """The mark of being modified, what can be undone, the view, the selection, the sheets, the name."""
    controller = book.CurrentController
    selection = book.CurrentSelection
    return (book.isModified(), book.UndoManager.AllUndoActionTitles, book.UndoManager.AllRedoActionTitles, controller.ViewData,
            controller.ActiveSheet.Name, getattr(selection, "AbsoluteName", None) or getattr(selection, "RangeAddressesAsString", None),
            book.Sheets.ElementNames, book.NamedRanges.ElementNames, book.URL, book.Title, book.hasControllersLocked(), book.UndoManager.isLocked(),
            book.isAutomaticCalculationEnabled())


def contents(book):
    """Every formula, text and number of every sheet, as they are stored; where all cells up to the last one are too many to be read,
    of each block of those that hold something."""
    found = []
    for sheet in map(book.Sheets.getByIndex, range(book.Sheets.Count)):
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        if (last.EndColumn + 1) * (last.EndRow + 1) <= MOST_CELLS:
            blocks = [(sheet.Name, sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow))]
        else:
            filled = sheet.queryContentCells(VALUE | DATETIME | STRING | FORMULA)
            blocks = [(block.AbsoluteName, block) for block in map(filled.getByIndex, range(filled.Count))]
        found += [(name, block.getFormulaArray(), block.getDataArray()) for name, block in blocks]
    return found
