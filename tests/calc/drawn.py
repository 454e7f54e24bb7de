# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Documents drawn from a seed: our functions in all that a sheet can hold, right and wrong, for the commands of the menu.

(1) draw(office, seed) gives a new document, the same one for the same seed: up to three sheets with keys, amounts and words, and
    formulas that call our functions with every kind of argument, nested, in arrays, in names, over names and database ranges,
    over several sheets, in another file, over cells that are gone or in error.
(2) Around them what a command might disturb: hidden rows, columns and sheets, protection with and without a password, merged
    cells, comments, conditional formats, validity, charts, recorded changes, calculation on demand, MULTIPLE.OPERATIONS.
"""
import random
import re

from office import BUILD, uno

from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.ConditionOperator import FORMULA, GREATER
from com.sun.star.sheet.ValidationType import CUSTOM
from com.sun.star.table import CellAddress, CellRangeAddress

METHODS = {name: sum("[" not in parameter for parameter in parameters.split(";"))
           for name, parameters in re.findall(r"(?m)^(\w+): \w+\((.*)\)$", (BUILD / "signatures.txt").read_text(encoding="utf-8"))}
WORDS = ("onbekend", "", "x", "geen", "du", "bereik_bijstand", "in natura", "geld", "besteed", "hamilton", "adams", "op volgorde", "nl",
         "en", "1.234", "REACH_PCT", "tekst", " n.b. ")
NUMBERS = (0, 1, 2, 3, 5, 0.5, 0.02, 120, 250, 1000, 85e6, -10, 2021, 2025, 1e300)
NATIVE = ("SUM({0})", "AVERAGE({0})", "IF({0}>1;{0};{1})", "ROUND({0};0)", "INDEX({0};1)", "TRANSPOSE({0})", "OFFSET(A1;1;0;3;1)",
          'INDIRECT("A1:A4")', "({0}~{1})", "1/0", "#REF!", "{{1;2|3;4}}", "{0}*2", '({0}&"")', "NA()")
KEY_ROWS, ROWS, COLUMNS = 8, 20, "DEFGHIJK"


class Draw:
    def __init__(self, office, seed):
        self.office, self.seed = office, seed
        self.random = random.Random(seed)
        self.chance = lambda part: self.random.random() < part
        self.pick = self.random.choice
        self.book = office.new()
        sheets = self.book.Sheets
        sheets.getByIndex(0).Name = "Eerste"
        for place, name in enumerate(("Blad 't wee", "Derde")[:self.random.randrange(3)], 1):
            sheets.insertNewByName(name, place)
        self.sheets = [sheets.getByIndex(place) for place in range(sheets.Count)]

    # ---- Formulas ----

    def place(self):
        return f"{self.pick('ABC')}{self.random.randrange(1, KEY_ROWS + 2)}"

    def sheet(self):
        name = self.pick(self.sheets).Name.replace("'", "''")
        return f"$'{name}'."

    def reference(self):
        column, top = self.pick("ABC"), self.random.randrange(1, KEY_ROWS)
        return self.pick((
            self.place(), self.sheet() + self.place(), f"{column}{top}:{column}{self.random.randrange(top, KEY_ROWS + 1)}", "A1:A8", "B1:B8", "A1:B4",
            f"{self.sheet()}A1:A5", f"${column}$1:${column}$8", "sleutel", "een_cel", "van_hier", "gebied", "B7:B7", "A1:A200", "XFD1", "A1:A5000",
            f"{self.sheet()}A1:{self.sheet()}B3", "'file:///weg/ander.ods'#$Blad1.A1:A3", "naam_die_er_niet_is", "kern", "schil"))

    def argument(self, depth):
        kind = self.random.random()
        if kind < 0.45:
            return self.reference()
        if kind < 0.6:
            return repr(self.pick(NUMBERS))
        if kind < 0.72:
            return f'"{self.pick(WORDS)}"'
        if kind < 0.77:
            return ""
        if kind < 0.9 and depth > 0:
            return self.pick(NATIVE).format(self.argument(depth - 1) or "1", self.argument(depth - 1) or "2")
        return self.call(depth - 1) if depth > 0 else self.reference()

    def call(self, depth):
        method = self.pick(sorted(METHODS))
        count = max(0, METHODS[method] + self.pick((-1, 0, 0, 0, 0, 1, 2, 3)))
        return f"MEEDOEN.BUDGET.{method.upper()}({';'.join(self.argument(depth) for _ in range(count))})"

    def formula(self):
        call = self.call(3)
        return "=" + self.pick((call, call, call, f"{call}+1", f'IF(ISERROR({call});"fout";{call})', f'"["&{call}&"]"',
                                f"SUM({call})+{self.call(1)}", "MEEDOEN.BUDGET.VANLATER(A1)", "TABLE(D1;A1;A2)"))

    # ---- Contents ----

    def content(self):
        kind = self.random.random()
        if kind < 0.7:
            return float(self.pick(NUMBERS))
        return self.pick(WORDS) if kind < 0.85 else None

    def fill(self, sheet):
        for column in "ABC":
            for row in range(1, KEY_ROWS + 1):
                content = self.content()
                cell = sheet.getCellRangeByName(f"{column}{row}")
                if self.chance(0.04):
                    cell.setFormula(self.pick(("=1/0", "=NA()", "=A2*2", '=""', "=TRUE()")))
                elif isinstance(content, float):
                    cell.setValue(content)
                elif content is not None:
                    cell.setString(content)
        for _ in range(self.random.randrange(4, 14)):
            sheet.getCellRangeByName(f"{self.pick(COLUMNS)}{self.random.randrange(1, ROWS)}").setFormula(self.formula())
        for _ in range(self.random.randrange(3)):
            column, top = self.pick("MNOP"), self.random.randrange(1, ROWS)
            sheet.getCellRangeByName(f"{column}{top}:{self.pick('PQR')}{top + self.random.randrange(6)}").setArrayFormula(self.formula())
        if self.chance(0.02):
            sheet.getCellRangeByName("AMJ1048576").setFormula(self.formula())

    def name_things(self):
        names, at, first = self.book.NamedRanges, CellAddress(0, 0, 0), self.sheets[0].Name
        for name, content in (("sleutel", f"$'{first}'.$A$1:$A$8"), ("een_cel", f"$'{first}'.$B$2"), ("van_hier", "A1"),
                              ("kern", self.call(1)), ("schil", "kern+1")):
            if self.chance(0.7):
                names.addNewByName(name, content, at, 0)
        if self.chance(0.5):
            self.sheets[-1].NamedRanges.addNewByName("sleutel", "$C$1:$C$8", at, 0)
        if self.chance(0.7):
            self.book.DatabaseRanges.addNewByName("gebied", CellRangeAddress(0, 0, 0, 1, 7))

    # ---- What is around them ----

    def conditional_format(self, sheet):
        cells = sheet.getCellRangeByName("A1:B6")
        entries = cells.ConditionalFormat
        entries.addNew(tuple(PropertyValue(name, 0, value, 0) for name, value in (
            ("Operator", self.pick((FORMULA, GREATER))), ("Formula1", self.call(1)), ("StyleName", "Result"))))
        cells.ConditionalFormat = entries

    def validity(self, sheet):
        cells = sheet.getCellRangeByName("C1:C4")
        validation = cells.Validation
        validation.Type = CUSTOM
        validation.setFormula1(self.call(1))
        cells.Validation = validation

    def chart(self, sheet):
        place = uno.createUnoStruct("com.sun.star.awt.Rectangle", 8000, 12000, 8000, 5000)
        sheet.Charts.addNewByName(f"grafiek {sheet.RangeAddress.Sheet}", place, (CellRangeAddress(sheet.RangeAddress.Sheet, 0, 0, 1, 7),), False, False)

    def decorate(self, sheet):
        if self.chance(0.3):
            sheet.Rows.getByIndex(self.random.randrange(KEY_ROWS)).IsVisible = False
        if self.chance(0.2):
            sheet.Columns.getByIndex(self.random.randrange(4)).IsVisible = False
        if self.chance(0.2):
            sheet.getCellRangeByName("A3:B3").merge(True)
        if self.chance(0.2):
            sheet.Annotations.insertNew(CellAddress(sheet.RangeAddress.Sheet, 0, 0), "een opmerking")
        for part, add in ((0.3, self.conditional_format), (0.3, self.validity), (0.15, self.chart)):
            if self.chance(part):
                add(sheet)
        if self.chance(0.25):
            sheet.protect(self.pick(("", "geheim")))

    def whole(self):
        self.name_things()
        for sheet in self.sheets:
            self.fill(sheet)
            self.decorate(sheet)
        if len(self.sheets) > 1 and self.chance(0.3):
            self.sheets[1].IsVisible = False
        if self.chance(0.15):
            self.book.enableAutomaticCalculation(False)
            self.sheets[0].getCellRangeByName("A1").setValue(7)
        if self.chance(0.15):
            self.book.RecordChanges = True
        if self.chance(0.15):
            self.book.protect("")
        return self.book


def draw(office, seed):
    return Draw(office, seed).whole()
