# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""A whole column from one cell: =ALLOCATE_DU(total;key) with Ctrl+Shift+Enter, and =TRANSPOSE(ALLOCATE_DU(total;TRANSPOSE(key))) with
Enter alone, typed as a user types them.

(1) What is typed shows in each cell what the array formula of the same call shows, which is what is written here by hand.
(2) A bound or an order that is a range is turned like the key. One that is not has another shape: Err:502 in every row.
(3) Calc fixes the size when Enter is pressed. Where the key itself holds an error the function is not called, and one cell shows that
    error; so does a key without recipients. Afterwards one cell stays one cell: type it again.
(4) What stands below is overwritten without a word before SPILLS. From then on it is kept, and the first cell shows #SPILL! until it is
    gone.
(5) With Ctrl+Shift+Enter Calc fills as many cells as the function gives, where nothing is selected but the cursor is in the first; no
    argument is turned. Where cells are selected, those are filled. What stands below fares as in (4).
(6) `make test-releases` runs this file in each of its releases too. One before FILLS shows the first amount alone after Enter, and all
    of them after Ctrl+Shift+Enter. The releases between 7.0 and 7.4, and between 25.2 and 26.8, were not tried.
"""
import sys
import time
import unittest

import uno
from office import LOCALES, ROOT, Error, Office, cell_value, properties, release

from com.sun.star.awt import KeyEvent
from com.sun.star.awt.Key import RETURN
from com.sun.star.awt.KeyModifier import MOD1, SHIFT

sys.path.insert(0, str(ROOT / "tests" / "reference"))
import allocation  # noqa: E402
from municipalities import CHILDREN, CODES  # noqa: E402

TURN = {"en-US": ("TRANSPOSE", ","), "nl-NL": ("TRANSPONEREN", ";")}
FILLS, SPILLS = (7, 4), (26, 8)
DU = "ALLOCATE_DU", "ALLOCATEDU"
SUBSIDY = "ALLOCATE_SUBSIDY", "ALLOCATESUBSIDY"

# What it is; the total; columns B, C and D; the arguments, {b} for a column that is turned; what the rows show.
CASES = (
    ("keys", 1000, [50, 30, 20], "", "500|300|200"),
    ("a tie", 100, [1, 1, 1], "", "34|33|33"),
    ("one recipient", 1000, [7], "", "1000"),
    ("a settlement", -1000, [50, 30, 20], "", "-500|-300|-200"),
    ("the last is blank", 1000, [50, 30, None], "", "625|375|"),
    ("the first is blank", 1000, [None, 30, 20], "", "|600|400"),
    ("spaces alone", 1000, [50, "\u00a0 ", 20], "", "714||286"),
    ("an empty text", 1000, [50, '=""', 20], "", "714||286"),
    ("an unknown key", 1000, [50, "x", 20], "", "#N/A|#N/A|#N/A"),
    ("an unknown and a blank", 1000, ["onbekend", None, 20], "", "#N/A||#N/A"),
    ("an unknown total", "n.b.", [50, 30, 20], "", "#N/A|#N/A|#N/A"),
    ("a number as text", 1000, [50, "1.234", 20], "", "#VALUE!|#VALUE!|#VALUE!"),
    ("a negative key", 1000, [50, -30, 20], "", "#NUM!|#NUM!|#NUM!"),
    ("part of a euro", 1000.5, [50, 30, 20], "", "#NUM!|#NUM!|#NUM!"),
    ("keys of 0", 1000, [0, 0, 0], "", "#DIV/0!|#DIV/0!|#DIV/0!"),
    ("in cents", 0.1, [50, 30, 20], ";;0.01", "0.05|0.03|0.02"),
    ("a method", 10, [50, 23, 15], ';;;"adams"', "5|3|2"),
    ("no method", 10, [50, 23, 15], ';;;"loten"', "Err:502|Err:502|Err:502"),
    ("one minimum for all", 1000, [7, 2, 1], ";;;;150", "661|189|150"),
    ("minimums", 1000, [7, 2, 1], [[None, 250, 150]], ";;;;{c}", "600|250|150"),
    ("minimums and maximums", 1000, [7, 2, 1], [[None, 150, 150], [600, None, 160]], ";;;;{c};{d}", "600|250|150"),
    ("a blank with bounds", 1000, [7, None, 1], [[100, "x", 200], [750, "x", None]], ";;;;{c};{d}", "750||250"),
    ("an unknown bound", 1000, [7, 2, 1], [[None, "x", None]], ";;;;{c}", "#N/A|#N/A|#N/A"),
    ("a bound that is text", 1000, [7, 2, 1], [["100 euro", None, None]], ";;;;{c}", "#VALUE!|#VALUE!|#VALUE!"),
    ("bounds that cannot hold", 1000, [7, 2, 1], [[None, 600, 600]], ";;;;{c}", "#NUM!|#NUM!|#NUM!"),
    ("an order of numbers", 100, [1, 1, 1], [[3, 2, 1]], ";;;;;;{c}", "33|33|34"),
    ("an order of texts", 100, [1, 1, 1], [["GM0003", "GM0001", "GM0002"]], ";;;;;;{c}", "33|34|33"),
)


def shown(cell):
    value = cell_value(cell)
    if isinstance(value, Error):
        return str(value)
    return cell.String if cell.String == "" or isinstance(value, str) else f"{value:.15g}"


class Typed(unittest.TestCase):
    def new(self, office):
        self.office, self.book = office, office.new()
        self.turn, self.part = TURN[office.locale]
        return self.book

    def put(self, address, content):
        """A column of contents, or one."""
        if not isinstance(content, list):
            self.office.put(self.book, address, content)
            return
        for row, one in enumerate(content, 1):
            self.office.put(self.book, f"{address}{row}", one)

    def enter(self, address, formula):
        """Types a formula and presses Enter."""
        formula = formula.replace(";", self.part)
        formula = formula if self.part == "," else formula.replace(".", ",")
        controller = self.book.CurrentController
        cell = self.office.range(self.book, address).getCellByPosition(0, 0)
        helper = self.office.service("com.sun.star.frame.DispatchHelper")
        for command, values in (("GoToCell", {"ToPoint": cell.AbsoluteName}), ("EnterString", {"StringName": formula})):
            helper.executeDispatch(controller.Frame, f".uno:{command}", "", 0, properties(**values))
        return cell

    def turned(self, formula, **columns):
        return formula.format(**{name: f"{self.turn}({cells})" for name, cells in columns.items()})

    def ask(self, total, key, more, arguments, names=DU):
        """Types the call into column G and enters it as an array formula in column I; returns what the rows of both show."""
        rows = len(key)
        cells = {name: f"{name.upper()}1:{name.upper()}{rows}" for name in "bcde"}
        for letter, content in zip("ABCDE", [[total], key, *more]):
            self.put(letter, content)
        call = "(A1;{b}" + arguments + ")"
        self.enter("G1", f"={self.turn}({names[0]}{self.turned(call, **cells)})")
        self.office.array(self.book, f"I1:I{rows}", f"=MEEDOEN.BUDGET.{names[1]}{call.format(**cells)}")
        return self.rows("G", rows), self.rows("I", rows)

    def rows(self, column, count):
        cells = self.office.range(self.book, f"{column}1:{column}{count}")
        return [shown(cells.getCellByPosition(0, row)) for row in range(count)]


class OneEnter(Typed):
    def setUp(self):
        with Office.borrowed() as office:
            if release(office) < FILLS:
                self.skipTest("this release shows one amount")

    def test_shows_what_the_array_formula_shows(self):
        """(1)"""
        for locale in LOCALES:
            with Office.borrowed(locale) as office:
                self.new(office)
                for what, total, key, *more, arguments, expected in CASES:
                    with self.subTest(locale=locale, what=what):
                        office.range(self.book, "A1:J9").clearContents(1023)
                        typed, array = self.ask(total, key, more[0] if more else [], arguments)
                        self.assertEqual("|".join(typed), expected)
                        self.assertEqual(typed, array)
                        self.assertEqual(self.rows("G", len(key) + 1)[-1], "", "one row too many")

    def test_municipalities(self):
        """(1) All 352 of them, with bounds and their codes."""
        least = [20_000.0 if count < 100 else 0.0 for count in CHILDREN]
        most = [4_000_000.0] * len(CHILDREN)
        turns = [(1, code) for code in CODES]
        expected, _ = allocation.allocate(allocation.LARGEST, 85e6, 1.0, CHILDREN, least, most, turns)
        with Office.borrowed() as office:
            self.new(office)
            for letter, column in zip("BCDE", (CHILDREN, least, most, CODES)):
                office.put(self.book, f"{letter}1:{letter}{len(column)}", [[one] for one in column])
            office.put(self.book, "A1", 85_000_000)
            columns = {name: f"{name.upper()}1:{name.upper()}{len(CHILDREN)}" for name in "bcde"}
            self.enter("G1", f"={self.turn}(ALLOCATE_DU{self.turned('(A1;{b};;;;{c};{d};{e})', **columns)})")
            amounts = [row[0] for row in office.range(self.book, f"G1:G{len(CHILDREN)}").getDataArray()]
            self.assertEqual(amounts, expected)
            self.assertEqual(office.value(self.book, f"G{len(CHILDREN) + 1}"), None)

    def test_a_row_stays_a_row(self):
        with Office.borrowed() as office:
            self.new(office)
            office.put(self.book, "A1:C1", [[50, 30, 20]])
            self.enter("A3", f"={self.turn}(ALLOCATE_DU(1000;{self.turn}(A1:C1)))")
            self.assertEqual(office.values(self.book, "A3:D4"), [[500, 300, 200, None], [None] * 4])

    def test_a_subsidy(self):
        with Office.borrowed() as office:
            self.new(office)
            columns = [["ja", "nee", "ja"], [2, 1, 1]]
            for arguments, expected in ((";{c};{d}", ["40", "0", "60"]), (';{c};{d};;"gelijk"', ["50", "0", "50"])):
                office.range(self.book, "A1:J9").clearContents(1023)
                self.assertEqual(self.ask(100, [60, 50, 60], columns, arguments, SUBSIDY), (expected, expected))

    def test_what_is_not_turned(self):
        """(2) And a function that is not turned itself shows one amount."""
        with Office.borrowed() as office:
            self.new(office)
            self.put("B", [50, 30, 20])
            self.put("C", [100, 100, 100])
            alone = [500, None, None]
            for formula, column, row in (("={0}(ALLOCATE_DU(1000;{0}(B1:B3);;;;C1:C3))", [Error(502)] * 3, [Error(502), None, None]),
                                         ("={0}(ALLOCATE_DU(1000;B1:B3))", alone, [500, 300, 200]),
                                         ("=ALLOCATE_DU(1000;B1:B3)", alone, alone),
                                         ("=ALLOCATE_DU(1000;{0}(B1:B3))", alone, alone)):
                with self.subTest(formula=formula):
                    office.range(self.book, "G1:I3").clearContents(1023)
                    self.enter("G1", formula.format(self.turn))
                    self.assertEqual([cells[0] for cells in office.values(self.book, "G1:G3")], column)
                    self.assertEqual(office.values(self.book, "G1:I1")[0], row)

    def test_where_the_size_is_one_cell(self):
        """(3)"""
        for key, typed, array in (([50, "=1/0", 20], "#DIV/0!", "Err:504"), ([50, "=NA()", 20], "#N/A", "Err:504"),
                                  ([None, None, None], "#DIV/0!", "#DIV/0!")):
            with self.subTest(key=key), Office.borrowed() as office:
                self.new(office)
                self.assertEqual(self.ask(1000, key, [], ""), ([typed, "", ""], [array] * 3))
                self.put("B", [50, 30, 20])
                self.assertEqual((self.rows("G", 3), self.rows("I", 3)), (["500", "", ""], ["500", "300", "200"]))
                self.enter("G1", f"={self.turn}(ALLOCATE_DU(A1;{self.turn}(B1:B3)))")
                self.assertEqual(self.rows("G", 3), ["500", "300", "200"])

    def test_it_goes_on_computing(self):
        """Another total and key, saved and opened again; a recipient who comes below is not there."""
        with Office.borrowed() as office:
            self.new(office)
            self.ask(1000, [50, 30, 20], [], "")
            self.put("A1", 100)
            self.put("B2", "x")
            self.assertEqual(self.rows("G", 3), ["#N/A"] * 3)
            self.put("B2", 130)
            self.put("B4", 999)
            self.assertEqual(self.rows("G", 4), ["25", "65", "10", ""])
            for suffix in (".ods", ".fods", ".xlsx"):
                self.book = office.reopen(self.book, suffix)
                office.recalculate(self.book)
                self.assertEqual(self.rows("G", 4), ["25", "65", "10", ""])
                self.assertTrue(office.range(self.book, "G1").getCellByPosition(0, 0).Formula.startswith("{"))

    def test_what_stands_below(self):
        """(4)"""
        for locale, blocked in (("en-US", "#SPILL!"), ("nl-NL", "#MORSEN!")):
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                self.new(office)
                self.put("G2", "my note")
                typed, _ = self.ask(1000, [50, 30, 20], [], "")
                if release(office) < SPILLS:
                    self.assertEqual(typed, ["500", "300", "200"])
                    continue
                self.assertEqual(office.range(self.book, "G1").getCellByPosition(0, 0).String, blocked)
                self.assertEqual(typed[1:], ["my note", ""])
                self.put("G2", None)
                office.recalculate(self.book)
                self.assertEqual(self.rows("G", 3), ["500", "300", "200"])


class Keys(Typed):
    """What Ctrl+Shift+Enter does no command does: the keys are pressed, in a window that is drawn nowhere."""

    def new(self, office):
        super().new(office)
        self.book = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        self.window = self.book.CurrentController.Frame.ComponentWindow
        self.put("B", [50, 30, 20])

    def press(self, character, code=0, modifiers=0):
        toolkit = self.office.service("com.sun.star.awt.Toolkit")
        event = KeyEvent(Source=self.window, KeyCode=code, KeyChar=uno.Char(character), Modifiers=modifiers)
        toolkit.keyPress(event)
        toolkit.keyRelease(event)

    def type(self, address, formula, modifiers):
        """Goes to the cell and types there."""
        cell = self.office.range(self.book, address).getCellByPosition(0, 0)
        self.office.service("com.sun.star.frame.DispatchHelper").executeDispatch(
            self.book.CurrentController.Frame, ".uno:GoToCell", "", 0, properties(ToPoint=cell.AbsoluteName))
        self.type_there(address, formula, modifiers)

    def type_there(self, address, formula, modifiers=MOD1 | SHIFT):
        """Types the formula and presses Enter, with Ctrl and Shift or alone; waits until the cell has it."""
        cell = self.office.range(self.book, address).getCellByPosition(0, 0)
        self.book.CurrentController.Frame.activate()
        self.window.setFocus()
        for character in formula.format(self.turn).replace(";", self.part):
            self.press(character)
        self.press("\r", RETURN, modifiers)
        give_up = time.monotonic() + 20
        while not cell.Formula and time.monotonic() < give_up:
            time.sleep(0.05)

    def test_ctrl_shift_enter_fills_what_is_needed(self):
        """(5)"""
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                self.new(office)
                self.type("G1", "=ALLOCATE_DU(1000;B1:B3)", MOD1 | SHIFT)
                self.assertEqual(self.rows("G", 4), ["500", "300", "200", ""])
                self.put("C", [None, None, 250])
                self.type("H1", "=ALLOCATE_DU(1000;B1:B3;;;;C1:C3)", MOD1 | SHIFT)
                self.assertEqual(self.rows("H", 4), ["469", "281", "250", ""])
                self.type("A6", "=ALLOCATE_DU_STEPS(100;B1:B3)", MOD1 | SHIFT)
                steps = office.values(self.book, "A6:G9")
                self.assertEqual([row[5] for row in steps], [50, 30, 20, None])
                self.assertEqual([row[6] for row in steps], [None] * 4)

    def test_ctrl_shift_enter_and_what_stands_below(self):
        """(4) (5)"""
        with Office.borrowed() as office:
            self.new(office)
            self.put("G2", "my note")
            self.type("G1", "=ALLOCATE_DU(1000;B1:B3)", MOD1 | SHIFT)
            if release(office) < SPILLS:
                self.assertEqual(self.rows("G", 3), ["500", "300", "200"])
            else:
                self.assertEqual(office.range(self.book, "G1").getCellByPosition(0, 0).String, "#SPILL!")
                self.assertEqual(self.rows("G", 3)[1:], ["my note", ""])

    def test_enter_alone(self):
        """(1) (6) With the key itself."""
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                self.new(office)
                self.type("G1", "={0}(ALLOCATE_DU(1000;{0}(B1:B3)))", 0)
                self.assertEqual(self.rows("G", 3), ["500", "300", "200"] if release(office) >= FILLS else ["500", "", ""])

    def test_selected_cells_are_filled(self):
        """(5) One of them alone counts too."""
        with Office.borrowed() as office:
            self.new(office)
            for column, rows, shown_there in (("G", 1, ["500", "", "", ""]), ("H", 4, ["500", "300", "200", "#N/A"])):
                self.book.CurrentController.select(office.range(self.book, f"{column}1:{column}{rows}"))
                self.type_there(f"{column}1", "=ALLOCATE_DU(1000;B1:B3)")
                self.assertEqual(self.rows(column, 4), shown_there)


class Before(Typed):
    def test_one_amount_shows(self):
        """(6)"""
        with Office.borrowed() as office:
            if release(office) >= FILLS:
                self.skipTest("this release fills the column")
            self.new(office)
            self.assertEqual(self.ask(1000, [50, 30, 20], [], ""), (["500", "", ""], ["500", "300", "200"]))


if __name__ == "__main__":
    unittest.main()
