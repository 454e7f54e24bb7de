# SPDX-License-Identifier: EUPL-1.2
"""The sheets for controllers, samples/begroting.sheet, in both languages: on the screen, on paper and in any years. What they compute is
held against sums by hand in test_begroting_cases.py and against the definitions in test_begroting_reference.py; test_begroting_inputs.py
tries what may be typed."""
import random
import re
import unittest

from begroting import YEARS, InDutch, InEnglish, at, entered, rows_of, sentences
from sheets import HIGH_TWICE, Sheet, enter, error_cells, frozen_corner, low_rows, named, names, on_paper, referred, snapshot, used

# How much of the width of a sheet stands in a window of 1366 by 768 at 100% and at 200%, measured with GTK 3: centimetres of the sheet.
WIDE, WIDE_TWICE = 31.6, 15.8


class Proofs:
    """Of both languages."""

    def test_everything_fits_also_when_all_is_wrong_and_large(self):
        book = self.opened()
        worst = {name: 12000000 for name in self.amounts(book)}
        worst |= {name: 11999999 for name in worst if name.startswith(("niet_besteed", "unspent", "lasten_jaar", "costs_year"))}
        worst |= {name: 99999 for name in names(book) if name.startswith(("bereikt", "reached", "doelgroep", "target"))}
        entered(book, worst)
        self.assertEqual(error_cells(book), {})
        self.assertEqual(low_rows(book), {}, "all wrong")
        enter(book, self.called("eenheid"), self.euros)
        self.assertEqual(re.findall(r".*###.*", on_paper(book)), [])
        for name in worst:
            enter(book, name, None)
        self.assertEqual(low_rows(book), {}, "all empty")

    def test_it_can_be_used_on_a_small_screen_and_enlarged(self):
        controller = self.opened(hidden=False).CurrentController
        book = controller.Model
        for sheet in list(book.Sheets)[:4]:
            with self.subTest(sheet=sheet.Name):
                self.assertLess(used(sheet).Size.Width / 1000, WIDE)
                controller.setActiveSheet(sheet)
                if controller.hasFrozenPanes():
                    columns, rows = frozen_corner(controller)
                    head = sheet.getCellRangeByPosition(0, 0, columns - 1, rows - 1).Size
                    self.assertLess(head.Height / 1000, HIGH_TWICE / 4, "a quarter of the height")
                    widest = max(sheet.Columns.getByIndex(column).Width for column in range(used(sheet).Columns.Count))
                    self.assertLess((head.Width + widest) / 1000, WIDE_TWICE)

    def test_the_printed_page_adds_up(self):
        """Each of the three tables, in thousands, whatever the amounts; each amount is next to the exact one."""
        book = self.opened()
        drawn = random.Random(20161)
        sheet = book.Sheets.getByIndex(4)
        for _ in range(5):
            for name in self.amounts(book):
                enter(book, name, drawn.randint(0, 3000000) / drawn.choice((1, 7, 100)))
            for name in self.amounts(book):                      # not more than what was left
                left = name.replace("doorgeschoven", "niet_besteed").replace("carried_out", "unspent")
                if left != name:
                    enter(book, name, named(book, left).getValue() / drawn.choice((1, 3)))
            for first, last in (("in_kind", "money"), ("account", "budget")):
                top, bottom = (rows_of()["O"][key] for key in (first, last))
                shown = sheet.getCellRangeByName(f"B{top}:H{bottom}").getDataArray()
                exact = sheet.getCellRangeByName(f"K{top}:P{bottom - 1}").getDataArray()
                for row in shown:
                    self.assertEqual(sum(row[:6]), row[6])
                for column in zip(*shown):
                    self.assertEqual(sum(column[:-1]), column[-1])
                for rounded, amounts in zip(shown, exact):
                    for one, other in zip(rounded, amounts):
                        self.assertLess(abs(one - other / 1000), 1)
        self.assertNotRegex(" ".join(str(result) for _, result in snapshot(book).values()), "afronding kunnen|due to rounding")

    def test_another_first_year_and_another_base_year(self):
        """2016 and 2024; every head and every text follows, and nothing is left of the years before but what is said of the grant."""
        book = self.opened()
        first, base = (named(book, self.called(name)) for name in YEARS)
        for year, before in ((2016, 2015), (2024, 2019), (2031, 2030)):
            first.setValue(year)
            base.setValue(before)
            heads = [str(one) for one in range(year, year + 6)]
            self.assertEqual([at(book, f"G.counts{one}").getSpreadsheet().getCellByPosition(one + 1, 8).getString() for one in range(1, 7)], heads)
            for sheet, column, row in ((1, 2, 1), (2, 2, 1), (3, 2, 1), (4, 1, 3), (4, 10, 3)):
                found = [book.Sheets.getByIndex(sheet).getCellByPosition(column + one, row).getString() for one in range(6)]
                self.assertEqual(found, heads, sheet)
            self.assertIn(str(before), book.Sheets.getByIndex(1).getCellByPosition(1, 1).getString())
            self.makes_sense(book, year)
        left = {place: text for place, text in sentences(book).items() if re.search(r"\b20(1\d|2\d)\b", text)}
        self.assertEqual([text for text in left.values() if not re.search(r"Kamerbrief|[Ll]etter", text)], [])

    def test_names_say_the_place_of_the_year(self):
        found = [name for name in names(self.opened())]
        self.assertEqual([name for name in found if re.search(r"20\d\d", name)], [])
        self.assertEqual(len([name for name in found if re.search(self.place_of_year, name)]), 2 * 60 + 6 + 2 * 18 + 12)

    def test_every_input_is_explained_beside_it(self):
        """But for the choice of what a page shows."""
        book, seen = self.opened(), 0
        for name in names(book):
            area = referred(book, name).RangeAddress
            if area.Sheet < 4 and not name.startswith(("melding", "message", "uitleg", "explained")):
                row = book.Sheets.getByIndex(area.Sheet).getCellRangeByPosition(area.EndColumn + 1, area.StartRow, 8, area.StartRow)
                self.assertGreater(max(len(str(text)) for text in row.getDataArray()[0]), 12, name)
                seen += 1
        self.assertGreater(seen, 180)

    def test_every_year_is_computed_like_the_first(self):
        """So what is worked out for one holds for all; only what looks at the year before begins a year later."""
        def next_year(formula):
            return re.sub(r"(?<![\w$])([A-H])(\$?\d+)", lambda cell: chr(ord(cell[1]) + 1) + cell[2], formula)
        book, compared = self.opened(), 0
        for sheet in list(book.Sheets)[:4]:
            for row, formulas in enumerate(sheet.getCellRangeByPosition(2, 0, 7, used(sheet).Rows.Count - 1).getFormulaArray(), 1):
                for first, second in zip(formulas[1:], formulas[2:]):
                    if first.startswith("="):
                        self.assertEqual(next_year(first), second, (sheet.Name, row))
                        compared += 1
        self.assertGreater(compared, 250)


class Begroting(Proofs, InDutch, Sheet, unittest.TestCase):
    frozen = ("Begroting", "Rekening", "Kinderen", "Praktijk")
    charts = 1
    guarded = False


class Budget(Proofs, InEnglish, Sheet, unittest.TestCase):
    frozen = ("Budget", "Account", "Children", "Practice")
    charts = 1
    guarded = False


if __name__ == "__main__":
    unittest.main()
