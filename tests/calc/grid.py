# SPDX-License-Identifier: EUPL-1.2
"""Many states of a sheet at once: the formulas of some of its cells, written out over the rows of a new sheet, one row a state.

(1) Every input that varies has a column, filled with what its cell would hold in that state; every cell that depends on one of them and is
    needed has a column with its own formula, in which the inputs and such cells are those of the row. All other references stay.
(2) An input stays a range of one cell; ROW of an input stays the row that it has on the sheet.
(3) The office computes all rows in one go.
"""
import re

from sheets import named

from com.sun.star.sheet.FillDirection import TO_BOTTOM

TOKEN = re.compile(r'"(?:[^"]|"")*"'
                   r"|ROW\((?P<row>\w+)\)"
                   r"|(?P<sheet>\$?(?:'[^']+'|\w+)\.)?\$?(?P<column>[A-Z]{1,2})\$?(?P<line>\d+)(?::\$?(?P<last>[A-Z]{1,2})\$?(?P<end>\d+))?(?![\w(.])"
                   r"|(?P<name>[^\W\d]\w*)(?![\w(.])")
LARGEST = 30  # cells: a range with more of them is a table, and depends on no input


def letters(number):
    found = ""
    while number >= 0:
        found = chr(ord("A") + number % 26) + found
        number = number // 26 - 1
    return found


def fixed(match, sheet):
    """A reference that is the same in all rows."""
    if not match["column"]:
        return match[0]
    first, last = f"${match['column']}${match['line']}", f":${match['last']}${match['end']}" if match["last"] else ""
    return f"{match['sheet'] or f'${chr(39)}{sheet}{chr(39)}.'}{first}{last}"


class Grid:
    """`inputs`: names; `wanted`: addresses such as "Raadscheck.G7"."""

    def __init__(self, book, inputs, wanted):
        self.book, self.inputs, self.wanted = book, list(inputs), list(wanted)
        self.known = {}
        self.columns = {}  # (sheet, address): (column, formula)
        book.Sheets.insertNewByName("Grid", book.Sheets.Count)
        self.sheet = book.Sheets.getByName("Grid")
        self.cells = {name: named(book, name) for name in self.inputs}
        self.at = {self.place(cell): name for name, cell in self.cells.items()}
        for address in self.wanted:
            self.column_of(*self.split(address))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.book.Sheets.removeByName(self.sheet.Name)

    def place(self, cell):
        return cell.Spreadsheet.Name, letters(cell.CellAddress.Column) + str(cell.CellAddress.Row + 1)

    def split(self, address):
        sheet, _, cell = address.rpartition(".")
        return sheet.strip("$'"), cell

    def formula(self, sheet, address):
        return self.book.Sheets.getByName(sheet).getCellRangeByName(address).getFormula()

    def depends(self, sheet, address):
        """Whether an input is behind this cell."""
        if (sheet, address) not in self.known:
            formula = self.formula(sheet, address)
            self.known[sheet, address] = (sheet, address) in self.at or formula.startswith("=") and any(
                (match["name"] in self.inputs) or any(self.depends(*cell) for cell in self.referred(match, sheet))
                for match in TOKEN.finditer(formula))
        return self.known[sheet, address]

    def referred(self, match, sheet):
        """The cells of a reference, but not of a table."""
        if not match["column"]:
            return []
        sheet = match["sheet"].rstrip(".").strip("$'") if match["sheet"] else sheet
        first, last = int(match["line"]), int(match["end"] or match["line"])
        if match["last"] not in (None, match["column"]) or last - first >= LARGEST:
            return []
        return [(sheet, f"{match['column']}{line}") for line in range(first, last + 1)]

    def column_of(self, sheet, address):
        if (sheet, address) not in self.columns:
            self.columns[sheet, address] = None  # its own are numbered first
            formula = TOKEN.sub(lambda match: self.written(match, sheet), self.formula(sheet, address))
            number = len(self.inputs) + sum(one is not None for one in self.columns.values())
            self.columns[sheet, address] = letters(number), formula
        return self.columns[sheet, address][0]

    def written(self, match, sheet):
        if match["row"]:
            return str(self.cells[match["row"]].CellAddress.Row + 1) if match["row"] in self.cells else match[0]
        if match["name"] in self.inputs:
            column = letters(self.inputs.index(match["name"]))
            return f"${column}1:${column}1"
        cells = self.referred(match, sheet)
        if not any(self.depends(*cell) for cell in cells):
            return fixed(match, sheet)
        return ";".join(f"${self.column_of(*cell)}1" for cell in cells)

    def outcomes(self, states, at_once=8192):
        """For each state, a row of contents for the inputs, what the wanted cells then show."""
        found = []
        for start in range(0, len(states), at_once):
            part = states[start:start + at_once]
            self.enter(part, with_formulas=start == 0)
            shown = [self.sheet.getCellRangeByName(f"{column}1:{column}{len(part)}").getDataArray()
                     for column in (self.column_of(*self.split(address)) for address in self.wanted)]
            found += [tuple(column[row][0] for column in shown) for row in range(len(part))]
        return found

    def enter(self, states, with_formulas):
        self.book.addActionLock()
        self.book.enableAutomaticCalculation(False)
        self.sheet.getCellRangeByPosition(0, 0, len(self.inputs) - 1, len(states) - 1).setDataArray(
            tuple(tuple("" if one is None else one for one in state) for state in states))
        if with_formulas:
            for column, formula in self.columns.values():
                self.sheet.getCellRangeByName(f"{column}1").setFormula(formula)
            if len(states) > 1:
                first, last = len(self.inputs), len(self.inputs) + len(self.columns) - 1
                self.sheet.getCellRangeByPosition(first, 0, last, len(states) - 1).fillAuto(TO_BOTTOM, 1)
        self.book.calculate()
        self.book.enableAutomaticCalculation(True)
        self.book.removeActionLock()
