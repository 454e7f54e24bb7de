# SPDX-License-Identifier: EUPL-1.2
"""Every example of the catalogue, as the build writes it into build/acceptance.fods, holds in a real office."""
import unittest

from office import BUILD, LOCALES, SCRATCH, Office

SHEET = BUILD / "acceptance.fods"


class Examples(unittest.TestCase):
    def test_all_hold(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = office.open(SHEET)
                office.recalculate(book)
                cells = book.Sheets.getByIndex(0)
                wrong = [cells.getCellByPosition(0, row).getString() for row in range(3, used_rows(book))
                         if cells.getCellByPosition(2, row).getFormula() and cells.getCellByPosition(2, row).getValue() != 1]
                self.assertEqual(wrong, [])
                self.assertEqual(office.value(book, "B1"), "OK")

    def test_the_sheet_can_fail(self):
        """One expected value changed, of each kind: the summary counts the rows that no longer hold."""
        text = SHEET.read_text(encoding="utf-8")
        with Office.borrowed() as office:
            for right, wrong in ((")&lt;=", "+1)&lt;="), (")=519", ")=503"), ("EXACT([.D", "EXACT([.E")):
                with self.subTest(changed=right):
                    self.assertIn(right, text)
                    copy = SCRATCH / "broken.fods"
                    copy.write_text(text.replace(right, wrong, 1), encoding="utf-8")
                    book = office.open(copy)
                    self.assertEqual(office.value(book, "B1"), 1)
                    office.close(book)

    def test_without_the_extension_nothing_holds(self):
        with Office.borrowed(extensions=None) as office:
            self.assertGreater(office.value(office.open(SHEET), "B1"), 50)


def used_rows(book):
    cursor = book.Sheets.getByIndex(0).createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow + 1


if __name__ == "__main__":
    unittest.main()
