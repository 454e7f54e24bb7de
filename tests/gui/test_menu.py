#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The Meedoen menu in a real window, in both languages: every entry is clicked, and what it should open is open."""
import re
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window import BUILD, SIZE, Screen, Window, wait_for  # noqa: E402 (the path to it was just added)

# Where the menu bar says "Meedoen", and what is below it: an entry takes 25 pixels, a line 1.
MENU = {"nl-NL": (690, 31), "en-US": (485, 31)}
ORDER = ("explain", "check", "values", "-", "handbook", "handbook-pdf", "-", "begroting", "monitor", "verdeling", "raadscheck", "training")
HANDBOOKS = {"nl-NL": {"handbook": "handboek.html", "handbook-pdf": "handboek.pdf"},
             "en-US": {"handbook": "handbook.html", "handbook-pdf": "handbook.pdf"}}
SAMPLES = {"nl-NL": {sample: sample for sample in ORDER[ORDER.index("begroting"):]},
           "en-US": {"begroting": "budget", "monitor": "reach-monitor", "verdeling": "allocation", "raadscheck": "council-check",
                     "training": "workshop"}}
EXPLANATION = {"nl-NL": "Leg deze cel uit", "en-US": "Explain this cell"}
NO_FUNCTION = {"nl-NL": "In deze cel staat geen functie van Meedoen.", "en-US": "There is no function of Meedoen in this cell."}
CHECK = {"nl-NL": "Controle van ", "en-US": "Check of "}
COPY = {"nl-NL": "Kopie met waarden van ", "en-US": "Copy with values of "}


def sheets_of(sample):
    """The names of the sample's sheets, as its source has them."""
    return tuple(re.findall(r'<table:table table:name="([^"]*)"', (BUILD / "samples" / f"{sample}.fods").read_text("utf-8")))


class Menu(unittest.TestCase):
    def choose(self, entry):
        x, y = MENU[self.locale]
        above = ORDER[:ORDER.index(entry)]
        down = 25 * (len(above) - above.count("-") + 1) + above.count("-")
        self.office.to_front()
        self.screen.click(x, y)
        time.sleep(0.5)
        self.screen.click(x, y + down)

    def test_every_entry(self):
        for self.locale in MENU:
            with Screen() as self.screen, Window(self.screen, self.locale) as self.office:
                self.office.show()
                time.sleep(1)
                self.screen.click(*MENU[self.locale])
                time.sleep(0.5)
                self.screen.picture(f"menu-{self.locale}")
                self.screen.keys("Escape", "Escape")
                self.open_handbooks()
                with self.subTest(locale=self.locale, entry="explain"):
                    self.explain()
                with self.subTest(locale=self.locale, entry="check"):
                    self.check()
                with self.subTest(locale=self.locale, entry="values"):
                    self.copy_values()
                for entry, sample in SAMPLES[self.locale].items():
                    with self.subTest(locale=self.locale, sample=sample):
                        self.open_sample(entry, sample)

    def open_handbooks(self):
        for entry, name in HANDBOOKS[self.locale].items():
            with self.subTest(locale=self.locale, handbook=name):
                self.choose(entry)
                opened = wait_for(lambda: [url for url in self.office.opened if url.endswith(name)], name)
                file = BUILD / "extensions/meedoen.budget/handbook" / name
                self.assertEqual(opened, [file.as_uri()])
                self.assertTrue(file.exists())

    def explain(self):
        """The window's text is copied by its keys, and Escape closes it."""
        self.choose("explain")
        wait_for(lambda: self.screen.windows(f"^{EXPLANATION[self.locale]}"), "a window with the explanation")
        time.sleep(1)
        self.screen.picture(f"explain-{self.locale}")
        self.screen.keys("ctrl+a", "ctrl+c", "Escape")
        wait_for(lambda: not self.screen.windows(f"^{EXPLANATION[self.locale]}"), "that window closed")
        copied = self.office.service("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
        flavors = [flavor for flavor in copied.getTransferDataFlavors() if flavor.MimeType == "text/plain;charset=utf-16"]
        self.assertEqual(copied.getTransferData(flavors[0]), NO_FUNCTION[self.locale])

    def width(self, window):
        return int(re.search(r"Geometry: (\d+)x", self.screen.run("xdotool", "getwindowgeometry", window))[1])

    def check(self):
        """The report has a window of its own, as wide as others, though SUM was computed in a copy that was closed. Escape stops a long
        check, and then there is none."""
        book = self.office.documents()[0]
        sheet = book.Sheets.getByIndex(0)
        sheet.getCellRangeByName("A1:A2000").setDataArray(tuple((float(row % 97 + 1),) for row in range(2000)))
        sheet.getCellRangeByName("C1").setFormula("=MEEDOEN.BUDGET.ALLOCATEDU(SUM(400;600);A$1:A$2000;7)")
        self.choose("check")
        window = wait_for(lambda: self.screen.windows(CHECK[self.locale]), "a window with the report")[0]
        time.sleep(1)
        self.assertGreaterEqual(self.width(window), SIZE[0] // 2)
        self.screen.picture(f"check-{self.locale}")
        report = next(document for document in self.office.documents() if document.Title.startswith(CHECK[self.locale]))
        self.assertTrue(report.CurrentController.hasFrozenPanes(), "the head of the table stays in sight")
        report.close(True)
        sheet.getCellRangeByName("C1:C20000").setFormulaArray(
            tuple((f"=MEEDOEN.BUDGET.ALLOCATEDU(1000;A$1:A$2000;{row % 2000 + 1})",) for row in range(20000)))
        self.choose("check")
        time.sleep(2)
        self.screen.picture(f"checking-{self.locale}")
        self.screen.keys("Escape")
        wait_for(lambda: sheet.getCellRangeByName("A1").Value == 1, "the office answers")
        time.sleep(3)
        self.assertEqual(self.office.documents(), [book])
        sheet.getCellRangeByName("A1:C20000").clearContents(1 | 4 | 16)  # com.sun.star.sheet.CellFlags

    def copy_values(self):
        """The copy looks as the sheet does in its window."""
        book = self.office.documents()[0]
        view = book.CurrentController
        view.freezeAtPosition(1, 2)
        view.ZoomValue = 130
        view.ShowGrid = False
        self.choose("values")
        wait_for(lambda: self.screen.windows(COPY[self.locale]), "a window with the copy")
        time.sleep(1)
        self.screen.picture(f"values-{self.locale}")
        copy = next(document for document in self.office.documents() if document.Title.startswith(COPY[self.locale])).CurrentController
        self.assertEqual([copy.SplitColumn, copy.SplitRow, copy.ZoomValue, copy.ShowGrid], [1, 2, 130, False])
        copy.Model.close(True)
        view.ShowGrid = True
        view.ZoomValue = 100
        view.freezeAtPosition(0, 0)

    def open_sample(self, entry, sample):
        before = len(self.office.documents())
        self.choose(entry)
        wait_for(lambda: len(self.office.documents()) > before, sample)
        time.sleep(2)
        new = [book for book in self.office.documents() if book.Sheets.ElementNames == sheets_of(sample)]
        self.assertEqual(len(new), 1, [book.Sheets.ElementNames for book in self.office.documents()])
        self.assertEqual(new[0].URL, "", "an untitled document")
        self.assertFalse(new[0].isReadonly())
        self.screen.picture(f"sample-{self.locale}-{sample}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
