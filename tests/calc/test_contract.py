# SPDX-License-Identifier: EUPL-1.2
"""What Calc hands over and what it makes of the answers: every sheet in this folder is right, in both languages."""
import unittest
from pathlib import Path

from office import LOCALES, Office

SHEETS = sorted(Path(__file__).parent.glob("*.fods"))
FIRST_ROW = 4


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
    def test_every_sheet_is_right(self):
        self.assertGreater(len(SHEETS), 1)
        for locale in LOCALES:
            with Office.borrowed(locale) as office:
                for sheet in SHEETS:
                    with self.subTest(sheet=sheet.name, locale=locale):
                        book = office.open(sheet)
                        self.assertEqual(wrong_rows(office, book), [])
                        self.assertEqual(office.value(book, "B1"), "OK")
                        office.recalculate(book)
                        self.assertEqual(office.value(book, "B1"), "OK")
                        office.close(book)

    def test_every_sheet_can_fail(self):
        """Each of the expected values changed in turn: the summary says 1, so every row counts."""
        with Office.borrowed() as office:
            for sheet in SHEETS:
                book = office.open(sheet)
                row = FIRST_ROW
                while (expected := office.value(book, f"C{row}")) is not None:
                    with self.subTest(sheet=sheet.name, row=row):
                        formula = office.range(book, f"C{row}").getCellByPosition(0, 0).Formula
                        office.put(book, f"C{row}", "something else" if isinstance(expected, str) else expected + 0.01)
                        self.assertEqual(office.value(book, "B1"), 1)
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
                        self.assertEqual(wrong_rows(office, book), [])
                        office.close(book)


if __name__ == "__main__":
    unittest.main()
