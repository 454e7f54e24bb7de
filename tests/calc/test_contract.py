# SPDX-License-Identifier: EUPL-1.2
"""What Calc hands over and what it makes of the answers: every sheet in this folder is right, in both languages.

(1) The sheets say what LibreOffice 7.4 and 25.2 do. OTHERWISE says what another release makes of a row; `make test-releases` runs this
    file in 7.0, 7.4, 25.2 and 26.8, and releases between these were not tried.
(2) Curly quotes are a character that Calc does not know, Err:501. From 25.2 on they are part of a name that it does not know, #NAME?.
"""
import unittest
from pathlib import Path

from office import LOCALES, Office, release

SHEETS = sorted(Path(__file__).parent.glob("*.fods"))
FIRST_ROW = 4
CURLY = {"en-US": "=REACH_PCT(\u201cunknown\u201d,100)", "nl-NL": "=REACH_PCT(\u201conbekend\u201d;100)"}

# What a row is about; in which releases, from and to; what they show. A text out of a matrix equals "" in 7.4 and 25.2 alone, and only
# 7.0 finds it by MATCH.
OTHERWISE = (("blanks compare as empty", (7, 0), (7, 0), 0.0), ("blanks compare as empty", (26, 8), (99, 9), 0.0),
             ("so without it MATCH finds nothing", (7, 0), (7, 0), 2.0))


def otherwise(office, book):
    """The rows of this book that this release answers in a way of its own."""
    rows, row = set(), FIRST_ROW
    while (what := office.value(book, f"A{row}")) is not None:
        rows.add(what)
        row += 1
    return [(what, value) for what, first, last, value in OTHERWISE if what in rows and first <= release(office) <= last]


def wrong_rows(office, book):
    """What, formula result and expected value of every row that is not right."""
    wrong, row = [], FIRST_ROW
    while office.value(book, f"A{row}") is not None:
        what, actual, expected, right = office.values(book, f"A{row}:D{row}")[0]
        if right != 1:
            wrong.append((what, actual, expected))
        row += 1
    return wrong


class Contract(unittest.TestCase):
    def expect(self, office, book):
        """Every row is right, but for those that this release answers otherwise."""
        others = otherwise(office, book)
        self.assertEqual(sorted((what, actual) for what, actual, _ in wrong_rows(office, book)), sorted(others))
        self.assertEqual(office.value(book, "B1"), len(others) or "OK")

    def test_curly_quotes(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                cell = office.range(office.new(), "A1").getCellByPosition(0, 0)
                cell.FormulaLocal = CURLY[locale]
                self.assertEqual(cell.getError(), 525 if release(office) >= (25, 2) else 501)

    def test_every_sheet_is_right(self):
        self.assertGreater(len(SHEETS), 1)
        for locale in LOCALES:
            with Office.borrowed(locale) as office:
                for sheet in SHEETS:
                    with self.subTest(sheet=sheet.name, locale=locale):
                        book = office.open(sheet)
                        self.expect(office, book)
                        office.recalculate(book)
                        self.expect(office, book)
                        office.close(book)

    def test_every_sheet_can_fail(self):
        """Each of the expected values changed in turn: the summary counts one more, so every row counts."""
        with Office.borrowed() as office:
            for sheet in SHEETS:
                book = office.open(sheet)
                row, others = FIRST_ROW, {what for what, _ in otherwise(office, book)}
                while (expected := office.value(book, f"C{row}")) is not None:
                    if office.value(book, f"A{row}") in others:
                        row += 1
                        continue
                    with self.subTest(sheet=sheet.name, row=row):
                        formula = office.range(book, f"C{row}").getCellByPosition(0, 0).Formula
                        office.put(book, f"C{row}", "something else" if isinstance(expected, str) else expected + 0.01)
                        self.assertEqual(office.value(book, "B1"), 1 + len(others))
                        office.range(book, f"C{row}").getCellByPosition(0, 0).setFormula(formula)
                    row += 1
                office.close(book)

    def test_the_answers_survive_saving(self):
        """Written as a file of its own and read again, everything is still right."""
        with Office.borrowed() as office:
            for sheet in SHEETS:
                for suffix in (".ods", ".fods"):
                    with self.subTest(sheet=sheet.name, suffix=suffix):
                        book = office.reopen(office.open(sheet), suffix)
                        self.expect(office, book)
                        office.close(book)


if __name__ == "__main__":
    unittest.main()
