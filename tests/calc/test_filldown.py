# SPDX-License-Identifier: EUPL-1.2
"""Thousands of recipients: one array formula on a sheet of its own, with rows to spare, and beside each recipient =INDEX(...).
It costs one allocation for all rows (tests/bench/FILLDOWN.md) and must stay right under every edit that a user makes."""
import random
import sys
import unittest

import uno
from office import ROOT, Error, Office, properties

from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.table import TableSortField

sys.path.insert(0, str(ROOT / "tests" / "reference"))
import allocation  # noqa: E402

ROWS, SPARE, TOTAL = 300, 20, 1_000_003


class HelperSheet(unittest.TestCase):
    def setUp(self):
        self.office = self.enterContext(Office.borrowed())
        self.book = self.office.new()
        self.sheet = self.book.getSheets().getByIndex(0)
        self.book.getSheets().insertNewByName("Amounts", 1)
        draw = random.Random(300)
        self.keys = [float(draw.randrange(100)) for _ in range(ROWS)]
        self.office.put(self.book, f"A1:A{ROWS}", [[key] for key in self.keys])
        self.office.array(self.book, f"Amounts.A1:A{ROWS + SPARE}", f"=MEEDOEN.BUDGET.ALLOCATEDU({TOTAL};$Sheet1.A1:A{ROWS})")
        self.fill()

    def fill(self):
        self.office.put(self.book, "B1", f"=INDEX($Amounts.A$1:A${ROWS + SPARE};ROW())")
        self.office.range(self.book, f"B1:B{len(self.keys)}").fillAuto(TO_BOTTOM, 1)

    def shown(self):
        return [row[0] for row in self.office.range(self.book, f"B1:B{len(self.keys)}").getDataArray()]

    def assert_right(self):
        present = [key for key in self.keys if key is not None]
        amounts = iter(allocation.allocate(allocation.LARGEST, TOTAL, 1, present)[0])
        self.assertEqual(self.shown(), ["" if key is None else next(amounts) for key in self.keys])

    def put(self, row, key):
        self.keys[row - 1] = key
        self.office.put(self.book, f"A{row}", key)

    def test_changed_emptied_and_unknown(self):
        self.assert_right()
        self.put(7, 5000.0)
        self.assert_right()
        self.put(9, None)
        self.assert_right()
        self.office.put(self.book, "A11", "x")
        self.assertEqual(self.office.value(self.book, "B300"), Error(32767))
        self.put(11, 3.0)
        self.assert_right()

    def test_rows_inserted_and_deleted(self):
        self.sheet.Rows.insertByIndex(120, SPARE)
        self.keys[120:120] = [None] * SPARE
        for row in range(121, 121 + SPARE):
            self.put(row, float(row))
        self.fill()
        self.assert_right()
        self.sheet.Rows.removeByIndex(40, 33)
        del self.keys[40:73]
        self.assert_right()

    def test_sorted(self):
        by_key = uno.Any("[]com.sun.star.table.TableSortField", (TableSortField(Field=0, IsAscending=True),))
        self.office.range(self.book, f"A1:A{ROWS}").sort(properties(SortFields=by_key, ContainsHeader=False))
        self.keys.sort()
        self.assert_right()

    def test_more_rows_than_there_are_to_spare_show_an_error(self):
        """Never a wrong amount."""
        self.sheet.Rows.insertByIndex(120, SPARE + 1)
        self.keys[120:120] = [None] * (SPARE + 1)
        for row in range(121, 122 + SPARE):
            self.put(row, 1.0)
        self.fill()
        self.assertIsInstance(self.office.value(self.book, f"B{ROWS + SPARE + 1}"), Error)

    def test_beside_the_recipients_calc_inserts_no_row(self):
        """Why the array formula stands on a sheet of its own."""
        self.office.array(self.book, f"C1:C{ROWS}", f"=MEEDOEN.BUDGET.ALLOCATEDU({TOTAL};A1:A{ROWS})")
        with self.assertRaises(Exception):
            self.sheet.Rows.insertByIndex(120, 1)


if __name__ == "__main__":
    unittest.main()
