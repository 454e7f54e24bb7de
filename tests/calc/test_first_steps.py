# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""What a user does first, in both languages: installs, types, looks a function up, opens each sheet, chooses each command of the menu.

(1) `make test-releases` runs this file in each of its releases too, with the values of every sheet that the office of this machine shows:
    there is no error in any cell, and every release shows the same, but for sums of fractions that differ by less than a millionth.
(2) A profile that LibreOffice 7.4 left, with the extension, a document and a template of the user's own, is taken over by any later one.

    test_first_steps.py --values FILE     writes what every sheet shows
    test_first_steps.py --leave FOLDER    leaves such a profile in a folder
"""
import json
import os
import shutil
import sys
import unittest
from pathlib import Path

from office import ENGLISH, LOCALES, SAMPLES, Office, cell_value, release
from test_explain_cell import TITLE, Explainer
from test_installed import ENTRIES, EXTENSION, package_folder, sheets_of
from test_office_life import CALLS, RIGHT, Folder, add, extension_manager, fill, formulas, seen, wait_for

VALUES, CARRIED = os.environ.get("VALUES"), os.environ.get("CARRIED")
TYPED = {"en-US": ("=REACH_PCT(2623,4300)", "=reach_pct(2623,4300)", '=CHECK_NORM(0.81,"bijstand",2021,"en")'),
         "nl-NL": ("=REACH_PCT(2623;4300)", "=reach_pct(2623;4300)", '=CHECK_NORM(0,81;"bijstand";2021;"en")')}
STORED = ["=MEEDOEN.BUDGET.REACHPCT(2623;4300)"] * 2 + ['=MEEDOEN.BUDGET.CHECKNORM(0.81;"BIJSTAND";2021;"EN")']
SHOWN = [0.61, 0.61, "fails"]
WINDOW = "explain"  # the command that shows a window; those of OUTSIDE ask the desktop for a file, and every other one opens a document
OUTSIDE = {"handbook": {"nl-NL": "handboek.html", "en-US": "handbook.html"},
           "handbook-pdf": {"nl-NL": "handboek.pdf", "en-US": "handbook.pdf"}}
SAID = {"nl-NL": "2.623 van 4.300 kinderen bereikt (61%)", "en-US": "2,623 of 4,300 children reached (61%)"}


def addresses():
    """What the menu calls."""
    text = (EXTENSION / "Addons.xcu").read_text("utf-8")
    return [part.partition("<")[0] for part in text.split("<value>meedoen:")[1:]]


def used_area(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)


def values_of(book):
    """sheet → rows of what its cells hold"""
    return {sheet.Name: used_area(sheet).DataArray for sheet in book.Sheets}


def errors_in(book):
    """Where a formula shows an error."""
    found = []
    for sheet in book.Sheets:
        for cells in sheet.createCursor().queryFormulaCells(4):  # com.sun.star.sheet.FormulaResult.ERROR
            found.append(cells.AbsoluteName)
    return found


def template(name):
    return EXTENSION / "templates" / "Meedoen" / f"{name}.ots"


class Sheets(unittest.TestCase):
    def test_show_no_error_and_the_same_everywhere(self):
        expected = json.loads(Path(VALUES).read_text("utf-8")) if VALUES else {}
        for locale in LOCALES:
            with Office.borrowed(locale) as office:
                for name in SAMPLES:
                    with self.subTest(sheet=name, locale=locale):
                        book = office.open(template(name), AsTemplate=True)
                        self.assertEqual(errors_in(book), [])
                        if expected:
                            self.compare(values_of(book), expected[name])
                        office.close(book)

    def compare(self, found, expected):
        self.assertEqual(list(found), list(expected))
        for sheet, rows in expected.items():
            self.assertEqual(len(found[sheet]), len(rows), sheet)
            for number, (one, other) in enumerate(zip(found[sheet], rows), 1):
                for here, there in zip(one, other):
                    if isinstance(there, float) and isinstance(here, float):
                        self.assertAlmostEqual(here, there, delta=1e-6, msg=f"{sheet}, row {number}")
                    else:
                        self.assertEqual(here, there, f"{sheet}, row {number}")


class FirstSteps(Folder):
    def test_installed_and_typed(self):
        """Small letters will do; what is stored and shown is the same."""
        for locale in LOCALES:
            profile = self.folder / locale
            with Office(locale, extensions=None, profile=profile) as office:
                add(office)
            with self.subTest(locale=locale), Office(locale, extensions=None, profile=profile) as office:
                book = office.new()
                for row, typed in enumerate(TYPED[locale], 1):
                    office.range(book, f"A{row}").getCellByPosition(0, 0).FormulaLocal = typed
                cells = [office.range(book, f"A{row}").getCellByPosition(0, 0) for row in (1, 2, 3)]
                self.assertEqual([cell_value(cell) for cell in cells], SHOWN)
                self.assertEqual([cell.Formula.upper() for cell in cells], STORED)
                self.assertEqual([cell.FormulaLocal for cell in cells], [TYPED[locale][0], TYPED[locale][0], TYPED[locale][2]])

    def test_every_entry_of_the_menu(self):
        """Whatever it does, the document that is there stays as it was. A sheet that it opens has no name yet, and is in the office's
        language."""
        for locale in LOCALES:
            opened, path = desktop_of(self.folder / locale)
            with Office(locale, recovers=True, environment={"PATH": path}) as office:
                book = fill(office, office.new())
                book.setModified(False)
                for entry in addresses():
                    with self.subTest(locale=locale, entry=entry):
                        self.choose(office, book, entry, opened)
                        self.assertFalse(book.isModified())
                        self.assertEqual(seen(office, book), RIGHT)

    def choose(self, office, book, entry, opened):
        if entry == WINDOW:
            title, text, *_ = Explainer(office)(book, office.range(book, "D1").getCellByPosition(0, 0))
            self.assertEqual(title, TITLE[office.locale])
            self.assertIn(SAID[office.locale], text)
        elif entry in OUTSIDE:
            self.assertEqual(office.choose(book, entry), [])
            if release(office) >= (7, 4):  # 7.0 asks the desktop's own program, wherever the path leads
                wait_for(lambda: opened.exists() and opened.read_text())
                self.assertEqual(Path(opened.read_text().strip()).name, OUTSIDE[entry][office.locale])
                opened.unlink()
        else:
            new, = office.choose(book, entry)
            self.assertEqual(new.URL, "")
            if entry in ENTRIES:
                name = ENGLISH.get(entry, entry) if office.locale == "en-US" else entry
                self.assertEqual(new.Sheets.ElementNames, sheets_of(name))
            new.close(True)


def desktop_of(folder):
    """Where a desktop of our own writes what it is asked to open, and the path on which the office finds it."""
    opened, stub = folder / "opened", folder / "xdg-open"
    folder.mkdir()
    stub.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{opened}"\n')
    stub.chmod(0o755)
    return opened, f"{folder}:{os.environ['PATH']}"


@unittest.skipUnless(CARRIED, "only where another release left a profile")
class Carried(Folder):
    def test_a_profile_of_an_older_release(self):
        profile, document = self.folder / "profile", self.folder / "document.ods"
        shutil.copytree(Path(CARRIED) / "profile", profile)
        shutil.copy(Path(CARRIED) / "document.ods", document)
        with Office("nl-NL", extensions=None, profile=profile) as office:
            found = [package for each in extension_manager(office).getAllExtensions(None, None) for package in each if package]
            self.assertEqual([package.Identifier.Value for package in found], ["meedoen.budget"])
            book = office.open(document)
            self.assertEqual(seen(office, book), RIGHT)
            office.recalculate(book)
            self.assertEqual(seen(office, book), RIGHT)
            self.assertEqual(formulas(office, book), [formula.upper() for formula in CALLS.values()])
            for entry in ENTRIES:
                opened, = office.choose(book, entry)
                self.assertEqual(errors_in(opened), [])
            mine = office.open(profile / "user" / "template" / "Meedoen" / "Mijn blad.ots", AsTemplate=True)
            self.assertEqual(seen(office, mine), RIGHT)
            office.save_as(book, document)
        with Office("nl-NL", extensions=None, profile=profile) as office:
            self.assertEqual(seen(office, office.open(document)), RIGHT)


def write_values(path):
    with Office("en-US") as office:
        told = {name: values_of(office.open(template(name), AsTemplate=True)) for name in SAMPLES}
    Path(path).write_text(json.dumps(told), "utf-8")


def leave(folder):
    profile = Path(folder) / "profile"
    with Office("nl-NL", extensions=None, profile=profile) as office:
        assert release(office) == (7, 4)
        add(office)
    with Office("nl-NL", extensions=None, profile=profile) as office:
        book = fill(office, office.new())
        assert seen(office, book) == RIGHT and package_folder(profile)
        shelf = office.service("com.sun.star.frame.DocumentTemplates")
        shelf.update()
        assert shelf.storeTemplate("Meedoen", "Mijn blad", book)
        office.save_as(book, Path(folder) / "document.ods")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--values"]:
        write_values(sys.argv[2])
    elif sys.argv[1:2] == ["--leave"]:
        leave(sys.argv[2])
    else:
        unittest.main()
