# SPDX-License-Identifier: EUPL-1.2
"""The sheets together: each that samples/ holds has its proofs, and is a template in the office."""
import importlib
import re
import sys
import unittest
import zipfile

import uno

from office import ENGLISH, ROOT, SAMPLES, Office
from sheets import Sheet, path_of, snapshot

sys.path.insert(0, str(ROOT / "tests" / "reference"))
from municipalities import NAMES  # noqa: E402

PLACES = [*NAMES, *re.findall(r"(?m)^  (.+?)(?: \| =)?;", (ROOT / "samples" / "names.sheet").read_text(encoding="utf-8"))]


class Samples(unittest.TestCase):
    def test_every_sheet_has_every_proof(self):
        self.assertGreaterEqual(len(SAMPLES), 4)
        for name in ENGLISH:
            with self.subTest(sheet=name):
                tests = importlib.import_module(f"test_samples_{name}")
                proven = [one.name for one in vars(tests).values()
                          if isinstance(one, type) and issubclass(one, Sheet) and issubclass(one, unittest.TestCase)]
                self.assertEqual(proven, [name, ENGLISH[name]])

    def test_the_english_sheet_has_the_same_cells_and_numbers(self):
        """And other words: only the name of a municipality is the same in both."""
        for dutch, english in ENGLISH.items():
            with self.subTest(sheet=dutch):
                office = Office.shared("nl-NL")
                books = [office.open(path_of(name)) for name in (dutch, english)]
                here, there = (by_place(book) for book in books)
                self.assertEqual(here.keys(), there.keys())
                for place, (formula, value) in here.items():
                    other_formula, other = there[place]
                    self.assertEqual(formula.startswith("="), other_formula.startswith("="), place)
                    self.assertEqual(isinstance(value, str), isinstance(other, str), place)
                    if isinstance(value, float):
                        self.assertEqual(value, other, place)
                    elif isinstance(value, str) and value not in PLACES and re.search("[a-z]{3}.* [a-z]{3}", value):
                        self.assertNotEqual(value, other, place)
                for book in books:
                    office.close(book)

    def test_the_group_meedoen_has_every_sheet(self):
        """What File > New > Templates shows: a group with a template for each sheet, by its title."""
        office, expected = Office.shared("nl-NL"), []
        for name in SAMPLES:
            book = office.open(path_of(name, ".ots"))
            expected.append(book.DocumentProperties.Title)
            office.close(book)
        broker = office.service("com.sun.star.ucb.UniversalContentBroker")
        root = office.service("com.sun.star.frame.DocumentTemplates").getContent()
        groups = dict(children(root))
        self.assertIn("Meedoen", groups)
        group = broker.queryContent(broker.createContentIdentifier(groups["Meedoen"]))
        self.assertEqual(sorted(title for title, _ in children(group)), sorted(expected))
        for title in expected:
            self.assertIn("meedoen", title.lower(), "who types the name in the templates' search finds it")

    def test_a_template_has_the_preview_that_is_kept(self):
        for name in SAMPLES:
            with self.subTest(template=name), zipfile.ZipFile(path_of(name, ".ots")) as package:
                kept = ROOT / "samples" / "previews" / f"{name}.png"
                self.assertEqual(package.read("Thumbnails/thumbnail.png"), kept.read_bytes())


def by_place(book):
    """The cells by the number of their sheet, column and row: names of sheets differ between languages."""
    order = {name: number for number, name in enumerate(book.Sheets.ElementNames)}
    return {(order[sheet], column, row): cell for (sheet, column, row), cell in snapshot(book).items()}


def children(content):
    """The titles and addresses of what is in a group of templates."""
    wanted = uno.createUnoStruct("com.sun.star.ucb.OpenCommandArgument2")
    title = uno.createUnoStruct("com.sun.star.beans.Property")
    title.Name = "Title"
    wanted.Properties = (title,)
    command = uno.createUnoStruct("com.sun.star.ucb.Command")
    command.Name, command.Handle = "open", -1
    command.Argument = uno.Any("com.sun.star.ucb.OpenCommandArgument2", wanted)
    rows = uno.invoke(content, "execute", (command, 0, None)).getStaticResultSet()
    while rows.next():
        yield rows.getString(1), rows.queryContentIdentifierString()


if __name__ == "__main__":
    unittest.main()
