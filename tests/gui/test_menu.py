#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The Meedoen menu in a real window, in both languages: every entry is clicked, and what it should open is open."""
import re
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window import BUILD, Screen, Window, wait_for  # noqa: E402 (the path to it was just added)

# Where the menu bar says "Meedoen", and how far below each entry is.
MENU = {"nl-NL": (690, 31), "en-US": (485, 31)}
VALUES = 25
HANDBOOKS = {"nl-NL": {51: "handboek.html", 76: "handboek.pdf"}, "en-US": {51: "handbook.html", 76: "handbook.pdf"}}
SAMPLES = {"nl-NL": {102: "begroting", 127: "monitor", 152: "verdeling", 177: "raadscheck", 202: "training"},
           "en-US": {102: "begroting", 127: "reach-monitor", 152: "allocation", 177: "council-check", 202: "workshop"}}
COPY = {"nl-NL": "Kopie met waarden van ", "en-US": "Copy with values of "}


def sheets_of(sample):
    """The names of the sample's sheets, as its source has them."""
    return tuple(re.findall(r'<table:table table:name="([^"]*)"', (BUILD / "samples" / f"{sample}.fods").read_text("utf-8")))


class Menu(unittest.TestCase):
    def choose(self, down):
        x, y = MENU[self.locale]
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
                with self.subTest(locale=self.locale, entry="values"):
                    self.copy_values()
                for down, sample in SAMPLES[self.locale].items():
                    with self.subTest(locale=self.locale, sample=sample):
                        self.open_sample(down, sample)

    def open_handbooks(self):
        for down, name in HANDBOOKS[self.locale].items():
            with self.subTest(locale=self.locale, handbook=name):
                self.choose(down)
                opened = wait_for(lambda: [url for url in self.office.opened if url.endswith(name)], name)
                file = BUILD / "extensions/meedoen.budget/handbook" / name
                self.assertEqual(opened, [file.as_uri()])
                self.assertTrue(file.exists())

    def copy_values(self):
        self.choose(VALUES)
        wait_for(lambda: self.screen.windows(COPY[self.locale]), "a window with the copy")
        time.sleep(1)
        self.screen.picture(f"values-{self.locale}")

    def open_sample(self, down, sample):
        before = len(self.office.documents())
        self.choose(down)
        wait_for(lambda: len(self.office.documents()) > before, sample)
        time.sleep(2)
        new = [book for book in self.office.documents() if book.Sheets.ElementNames == sheets_of(sample)]
        self.assertEqual(len(new), 1, [book.Sheets.ElementNames for book in self.office.documents()])
        self.assertEqual(new[0].URL, "", "an untitled document")
        self.assertFalse(new[0].isReadonly())
        self.screen.picture(f"sample-{self.locale}-{sample}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
