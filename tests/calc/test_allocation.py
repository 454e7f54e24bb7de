# SPDX-License-Identifier: EUPL-1.2
"""ALLOCATE_DU in a real sheet: the real counts, filled down, and a million keys; each amount equals exact arithmetic."""
import csv
import random
import sys
import unittest

from office import LOCALES, ROOT, SCRATCH, Office

from com.sun.star.sheet.FillDirection import TO_BOTTOM

sys.path.insert(0, str(ROOT / "tests" / "reference"))
import allocation  # noqa: E402
from municipalities import CHILDREN  # noqa: E402

DU = '=MEEDOEN.BUDGET.NORM("du")'
MILLION = 1_000_000


class RealCounts(unittest.TestCase):
    def setUp(self):
        self.counts = CHILDREN[:]
        self.assertEqual(len(self.counts), 352)

    def sheet(self, office):
        """Counts in column A, the total in C1, a method in C2, a unit in C3; the amounts go in column B."""
        book = office.new()
        office.put(book, f"A1:A{len(self.counts)}", [[count] for count in self.counts])
        office.put(book, "C1", DU)
        return book

    def amounts(self, office, book):
        return [row[0] for row in office.range(book, f"B1:B{len(self.counts)}").getDataArray()]

    def test_every_amount_is_exact(self):
        for locale in LOCALES:
            with Office.borrowed(locale) as office:
                book = self.sheet(office)
                total = office.value(book, "C1")
                office.array(book, f"B1:B{len(self.counts)}", f"=MEEDOEN.BUDGET.ALLOCATEDU(C1;A1:A{len(self.counts)};;C3;C2)")
                office.put(book, "C4", f"=SUM(B1:B{len(self.counts)})-C1")
                for method in allocation.METHODS:
                    for unit in (1, 0.01, 1000):
                        with self.subTest(locale=locale, method=method, unit=unit):
                            office.put(book, "C2", method.replace("largest", "largest remainder"))
                            office.put(book, "C3", unit)
                            expected, _ = allocation.allocate(method, total, unit, self.counts)
                            self.assertEqual(self.amounts(office, book), expected)
                            if method != allocation.ROUNDED and unit >= 1:
                                self.assertEqual(sum(expected), total)
                                self.assertEqual(office.value(book, "C4"), 0)

    def test_a_key_changed_by_one_is_seen(self):
        """The comparison can fail."""
        with Office.borrowed() as office:
            book = self.sheet(office)
            office.array(book, f"B1:B{len(self.counts)}", f"=MEEDOEN.BUDGET.ALLOCATEDU(C1;A1:A{len(self.counts)})")
            expected, _ = allocation.allocate(allocation.LARGEST, office.value(book, "C1"), 1, self.counts)
            self.assertEqual(self.amounts(office, book), expected)
            office.put(book, "A7", self.counts[6] + 1)
            self.assertNotEqual(self.amounts(office, book), expected)

    def filled_down(self, formula):
        """What the formula of the first row gives in every row."""
        with Office.borrowed() as office:
            book, last = self.sheet(office), len(self.counts)
            office.put(book, "B1", formula.format(last=last))
            office.range(book, f"B1:B{last}").fillAuto(TO_BOTTOM, 1)
            self.assertEqual(office.range(book, f"B{last}").getCellByPosition(0, 0).Formula, formula.format(last=last))
            expected, _ = allocation.allocate(allocation.LARGEST, office.value(book, "C1"), 1, self.counts)
            return self.amounts(office, book), expected

    def test_filled_down_by_position(self):
        """The formula of the first row, filled down, gives what the array formula gives."""
        amounts, expected = self.filled_down("=MEEDOEN.BUDGET.ALLOCATEDU(C$1;A$1:A${last};ROW())")
        self.assertEqual(amounts, expected)

    def test_filled_down_without_position(self):
        """Why the position is there: without it every row shows the first recipient's amount."""
        amounts, expected = self.filled_down("=MEEDOEN.BUDGET.ALLOCATEDU(C$1;A$1:A${last})")
        self.assertEqual(amounts, expected[:1] * len(amounts))


class MillionKeys(unittest.TestCase):
    def test_every_amount_is_exact(self):
        draw = random.Random(2017)
        columns = {
            "like municipalities": [draw.randrange(12_000) for _ in range(MILLION)],
            "all equal": [7] * MILLION,
            "powers of two": [1 << i % 50 for i in range(MILLION)],
            "one giant": [1 << 52] + [1] * (MILLION - 1),
            "one giant at the end": [1] * (MILLION - 1) + [1 << 49],
        }
        path = SCRATCH / "million.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w", encoding="ascii", newline="") as file:
            csv.writer(file).writerows(zip(*columns.values()))
        with Office(limit=300) as office:
            book = office.open(path, FilterName="Text - txt - csv (StarCalc)", FilterOptions="44,34,76,1")
            office.put(book, "H1", DU)
            total = int(office.value(book, "H1")) + 11
            office.put(book, "H1", total)
            for name, letter in zip(columns, "ABCDE"):
                with self.subTest(keys=name):
                    office.array(book, f"G1:G{MILLION}", f"=MEEDOEN.BUDGET.ALLOCATEDU(H1;{letter}1:{letter}{MILLION})")
                    office.put(book, "H2", f"=SUM(G1:G{MILLION})")
                    self.assertEqual(office.value(book, "H2"), total)
                    amounts = [row[0] for row in office.range(book, f"G1:G{MILLION}").getDataArray()]
                    self.assertTrue(amounts == allocation.in_integers(total, columns[name]), "some amount differs")
                    office.range(book, f"G1:G{MILLION}").clearContents(1023)


if __name__ == "__main__":
    unittest.main()
