# SPDX-License-Identifier: EUPL-1.2
"""A document that the office saved when DISPLACEMENT had six parameters: saved-before.fods, with values as they were shown then.

It calls every function that a sheet of that time would; later additions (a parameter, a row of the norms) must change none of them.
"""
import unittest
import xml.etree.ElementTree as ElementTree

from office import LOCALES, ROOT, Office

SAVED = ROOT / "tests" / "data" / "saved-before.fods"
TABLE, OFFICE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "office", "text"))


def saved_values():
    """What column A showed, as the file holds it: a number or a text."""
    for row in ElementTree.parse(SAVED).iter(TABLE + "table-row"):
        cell = row.find(TABLE + "table-cell")
        if cell is not None and cell.get(TABLE + "formula"):
            number = cell.get(OFFICE + "value")
            yield float(number) if number else "".join(cell.find(TEXT + "p").itertext())


class SavedBefore(unittest.TestCase):
    def test_every_answer_is_what_was_saved(self):
        expected = list(saved_values())
        self.assertEqual(len(expected), 21)
        self.assertIn(54000.0, expected)  # DISPLACEMENT with six arguments
        for locale in LOCALES:
            with self.subTest(locale=locale):
                office = Office.shared(locale)
                book = office.open(SAVED)
                self.addCleanup(book.close, True)
                office.recalculate(book)
                shown = [row[0] for row in office.values(book, f"A1:A{len(expected)}")]
                for row, (now, then) in enumerate(zip(shown, expected), 1):
                    if isinstance(then, float):
                        self.assertAlmostEqual(now, then, delta=1e-14 * abs(then), msg=f"A{row}")
                    else:
                        self.assertEqual(now, then, f"A{row}")

    def test_a_wrong_answer_would_be_seen(self):
        office = Office.shared(LOCALES[0])
        book = office.open(SAVED)
        self.addCleanup(book.close, True)
        office.put(book, "F3", 250001)
        self.assertNotIn(54000.0, [row[0] for row in office.values(book, "A1:A21")])


if __name__ == "__main__":
    unittest.main()
