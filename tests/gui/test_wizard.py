#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The Function Wizard in a real window, in both languages: what its box for arrays does is what the handbook and the function say of it."""
import re
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from screenshots import LOCALES, WIZARD  # noqa: E402 (the path to it was just added)
from window import Screen, Window, wait_for  # noqa: E402

# From the left or right, and from the bottom, of the window: the box and the button that ends it.
BOX, FINISH = (18, 29), (-68, 29)


class Wizard(unittest.TestCase):
    def test_its_box_fills_what_is_selected(self):
        """One cell alone, where one is selected; without the box one amount, whatever is."""
        for self.locale in LOCALES:
            with Screen() as self.screen, Window(self.screen, self.locale) as self.office:
                book = self.office.show()
                self.office.put(book, "A1:A3", [[50], [30], [20]])
                for selected, ticked, expected in (("C1:C3", True, ["500", "300", "200"]), ("D1", True, ["500", "", ""]),
                                                   ("E1:E3", False, ["500", "", ""])):
                    with self.subTest(locale=self.locale, selected=selected, ticked=ticked):
                        self.compute(book, selected, ticked)
                        column = self.office.range(book, f"{selected[0]}1:{selected[0]}3")
                        self.assertEqual([column.getCellByPosition(0, row).String for row in range(3)], expected)

    def compute(self, book, selected, ticked):
        """With the wizard, on a formula that is there."""
        cells = self.office.range(book, selected)
        cells.getCellByPosition(0, 0).setFormula("=MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A3)")
        book.CurrentController.select(cells)
        time.sleep(1)
        self.screen.keys("ctrl+F2")
        wizard = wait_for(lambda: self.screen.windows(WIZARD[self.locale]), "the Function Wizard")[0]
        time.sleep(1)
        if ticked:
            self.click(wizard, BOX)
        self.screen.picture(f"wizard-{self.locale}-array")
        self.click(wizard, FINISH)
        wait_for(lambda: not self.screen.windows(WIZARD[self.locale]), "the end of the Function Wizard")
        time.sleep(0.5)

    def click(self, window, place):
        left, top, width, height = (int(re.search(rf"(?m)^{name}=(\d+)", self.screen.run("xdotool", "getwindowgeometry", "--shell", window))[1])
                                    for name in ("X", "Y", "WIDTH", "HEIGHT"))
        self.screen.click(left + place[0] % width, top + height - place[1])
        time.sleep(0.5)


if __name__ == "__main__":
    unittest.main()
