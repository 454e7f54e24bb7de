# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The commands of the menu when the component gets no memory (component/refuse.c): any one request, or all from that one on.

In the environment COMMAND_REFUSALS says how many requests of each command are tried; `make commands` tries many.
"""
import mmap
import os
import struct
import subprocess
import unittest

import test_copy_leaves_nothing as nothing
from office import BUILD, ROOT, SCRATCH, Office
from test_commands import COMMANDS, fill, report_of
from test_copy_values import add_condition, add_validity, ours, values
from untouched import contents, settled, state, stored

from com.sun.star.sheet.ConditionOperator import FORMULA as IS_FORMULA
from com.sun.star.sheet.ConditionOperator import NONE as NO_OPERATOR
from com.sun.star.sheet.ValidationType import CUSTOM
from com.sun.star.uno import RuntimeException

REFUSALS = int(os.environ.get("COMMAND_REFUSALS") or 25)
COUNTING, FROM, ALL, REQUESTS, REFUSED = range(0, 40, 8)


class Refuser:
    """What the preloaded library reads while the office runs."""

    def __init__(self):
        SCRATCH.mkdir(parents=True, exist_ok=True)
        self.path = SCRATCH / f"refusals-{os.getpid()}"
        self.path.write_bytes(bytes(4096))
        with open(self.path, "r+b") as file:
            self.shared = mmap.mmap(file.fileno(), 4096)

    def __getitem__(self, place):
        return struct.unpack_from("Q", self.shared, place)[0]

    def __setitem__(self, place, number):
        struct.pack_into("Q", self.shared, place, number)

    def during(self, action, first=0, all_from_then=False):
        """What `action` gives while memory is refused from request `first` on; and how many were asked for and refused."""
        for place, number in ((REQUESTS, 0), (REFUSED, 0), (FROM, first), (ALL, all_from_then), (COUNTING, 1)):
            self[place] = number
        try:
            result = action()
        finally:
            self[COUNTING] = 0
        return result, self[REQUESTS], self[REFUSED]


def build():
    """The library to preload, made with the project's own flags."""
    library = BUILD / "tests" / "component" / "refuse.so"
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", library, ROOT / "tests/component/refuse.c"], check=True)
    return library


class Refusals(unittest.TestCase):
    def test_each_command(self):
        """It gives the whole report or copy, or none; nothing of it stays, the document is the same, and the next one works."""
        refuser, library = Refuser(), build()
        with Office("nl-NL", limit=300 + 20 * REFUSALS, environment={"LD_PRELOAD": str(library), "REFUSALS": str(refuser.path)}) as office:
            book = fill(office.new())
            office.put(book, "E1", f"={nothing.REACH}(SUM(A1:A3);B3*2)")  # above 100%: a doubt about what is computed
            office.put(book, "E2", '=MEEDOEN.BUDGET.CHECKNORM(B3/100;"breder_laag")/MEEDOEN.BUDGET.NORM("du")')  # names two sources
            add_condition(book.Sheets.getByIndex(0), "A1:A3", (IS_FORMULA, "MEEDOEN.BUDGET.REACHPCT(A1;B1)>0", ""))
            book.Sheets.insertNewByName("Beveiligd", 1)
            add_validity(book.Sheets.getByIndex(1), "A1", CUSTOM, NO_OPERATOR, f"{nothing.REACH}(1;2)>A1")
            book.Sheets.getByIndex(1).protect("geheim")
            nothing.Inner().add(book, 1000).Model.Sheets.getByIndex(0).protect("binnen")
            scale = nothing.scale(nothing.LEAST, ("formula", f"{nothing.REACH}([.A1];[.B1])"))
            book = nothing.with_formats(office, book, [(book.Sheets.getByIndex(0).Name, "B1:B3", scale)])
            book.CurrentController.select(book.Sheets.getByIndex(0).getCellRangeByName("C2"))
            held, whole = contents(book), settled(book)
            book.setModified(False)
            before = state(book)
            for entry in COMMANDS:
                with self.subTest(command=entry):
                    opened, needed, _ = refuser.during(lambda: office.choose(book, entry))
                    self.expected = [self.what(entry, document) for document in opened]
                    self.close(opened)
                    open_before = office.models()
                    self.assertEqual(office.documents(), [book])
                    self.assertGreater(needed, 50)
                    refused = 0
                    for place in range(1, needed + 1, max(1, needed // REFUSALS)):
                        for all_from_then in (False, True):
                            refused += self.refuse(office, refuser, book, entry, place, all_from_then)
                            self.assertEqual(state(book), before, (entry, place, all_from_then))
                            self.assertEqual(office.models(), open_before, (entry, place, all_from_then))
                    print(f"{entry}: {needed} requests, {refused} refused")
                    self.assertGreater(refused, 0)
                    opened = office.choose(book, entry)
                    self.assertEqual([self.what(entry, document) for document in opened], self.expected)
                    self.close(opened)
            self.assertEqual((contents(book), stored(book)), (held, whole))
        self.assertEqual(office.exit_status, 0)
        refuser.path.unlink()

    def refuse(self, office, refuser, book, entry, place, all_from_then):
        opened, _, refused = refuser.during(lambda: self.choose(office, book, entry), place, all_from_then)
        found = [self.what(entry, document) for document in opened]
        self.close(opened)
        self.assertIn(found, ([], self.expected), (entry, place, all_from_then))
        return refused

    @staticmethod
    def choose(office, book, entry):
        """That there is no memory to begin with is told to the office."""
        try:
            return office.choose(book, entry)
        except RuntimeException as error:
            assert "no memory" in error.Message, error
            return []

    @staticmethod
    def what(entry, document):
        if entry == "values":
            return values(document), ours(document), nothing.holders(nothing.save(document, ".ods"))
        return report_of(document), values(document)[1:]

    @staticmethod
    def close(opened):
        for document in opened:
            document.close(True)


if __name__ == "__main__":
    unittest.main()
