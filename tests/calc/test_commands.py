# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The commands of the menu leave the document as it was, whatever it holds and however it was opened.

In the environment COMMAND_DOCUMENTS and COMMAND_RUNS say how many documents are drawn and how often each command is run;
`make commands` takes many.
"""
import os
import random
import re
import shutil
import threading
import time
import unittest
import zipfile
from pathlib import Path

import openpyxl
from drawn import draw
from office import BUILD, FILTERS, SAMPLES, SCRATCH, Office, properties, url
from test_copy_values import add_condition
from test_office_life import crash, recovered
from untouched import contents, settled, state, stored

from com.sun.star.sheet.ConditionOperator import GREATER

COMMANDS = ("explain", "check", "values")
DOCUMENTS = int(os.environ.get("COMMAND_DOCUMENTS") or 3)
FIRST = int(os.environ.get("COMMAND_FIRST") or 1)
RUNS = int(os.environ.get("COMMAND_RUNS") or 5)
GROWTH_A_RUN = 4  # kB of the office's memory that a run may leave beyond what the office keeps of such documents by itself
# Memory that is let go goes back at once: otherwise what the C library keeps for later goes up and down by a hundred MB.
STEADY = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": "131072", "MALLOC_MMAP_THRESHOLD_": "131072"}
BUDGET = "=MEEDOEN.BUDGET."
# The office says in a window that a document is shared, and waits.
NO_WARNING = """ <item oor:path="/org.openoffice.Office.Calc/Misc/SharedDocument"><prop oor:name="ShowWarning" oor:op="fuse"><value>false</value></prop></item>
"""


def report_of(book):
    """What a report says, without its name and its moment."""
    sheet = book.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return sheet.getCellRangeByPosition(0, 2, 7, cursor.RangeAddress.EndRow).getDataArray()


def fill(book):
    sheet = book.Sheets.getByIndex(0)
    sheet.getCellRangeByName("A1:B3").setDataArray(((120, 250), ("onbekend", 100), (30, 50)))
    sheet.getCellRangeByName("C1").setFormula(BUDGET + "REACHPCT(A1:A3;B1:B3)")
    sheet.getCellRangeByName("C2").setFormula(BUDGET + "REACHPCT(SUM(A1:A3);B1)")
    sheet.getCellRangeByName("D1:D3").setArrayFormula(BUDGET + "ALLOCATEDU(100;B1:B3)")
    return book


class Untouched(unittest.TestCase):
    def see_each(self, office, book, entries=COMMANDS):
        """Runs each command twice; what they opened is closed. Returns what the reports said."""
        open_before, before, held = office.models(), state(book), contents(book)
        reports = []
        for entry in entries + entries:
            opened = office.choose(book, entry)
            if entry == "check":
                reports += map(report_of, opened)
            self.assertEqual(len(opened), 0 if entry == "explain" else 1, entry)
            for document in opened:
                self.assertEqual(state(book), before, entry)
                document.close(True)
            self.assertEqual(office.models(), open_before, entry)
            self.assertEqual(state(book), before, entry)
        self.assertEqual(contents(book), held)
        self.assertEqual(len(set(reports)), 1 if reports else 0, "the second report says the same")
        return reports

    @staticmethod
    def select(book, address):
        book.CurrentController.select(book.Sheets.getByIndex(0).getCellRangeByName(address))


class HoweverItWasOpened(Untouched):
    def saved(self, suffix=".ods"):
        path = SCRATCH / f"commands-{self.id().rpartition('.')[2]}{suffix}"
        with Office.borrowed("nl-NL") as office:
            office.save_as(fill(office.new()), path)
        return path

    def test_read_only(self):
        path = self.saved()
        with Office.borrowed("nl-NL") as office:
            book = office.open(path, ReadOnly=True)
            self.assertTrue(book.isReadonly())
            self.select(book, "C2")
            self.see_each(office, book)
            self.see_the_copy(office, book)

    def see_the_copy(self, office, book):
        """It can be changed, by one alone."""
        copy, = office.choose(book, "values")
        settings = copy.createInstance("com.sun.star.document.Settings")
        self.assertEqual((copy.isReadonly(), settings.IsDocumentShared, settings.LoadReadonly), (False, False, False))
        self.assertNotIn("(", copy.Title)
        copy.close(True)

    def test_that_is_to_be_opened_read_only(self):
        """As File - Properties - Security leaves it."""
        path = SCRATCH / "commands-open-read-only.ods"
        with Office.borrowed("nl-NL") as office:
            book = fill(office.new())
            book.createInstance("com.sun.star.document.Settings").LoadReadonly = True
            office.save_as(book, path)
            office.close(book)
            book = office.open(path)
            self.assertTrue(book.isReadonly())
            self.see_each(office, book)
            self.see_the_copy(office, book)
            self.assertTrue(book.createInstance("com.sun.star.document.Settings").LoadReadonly)

    def test_shared_by_several(self):
        """As Tools - Share Spreadsheet leaves it: the setting is in the file."""
        path = self.saved()
        marked = path.with_name("shared.ods")
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(marked, "w") as target:
            for item in source.infolist():
                content = source.read(item)
                if item.filename == "settings.xml":
                    mark = b'<config:config-item config:name="IsDocumentShared" config:type="boolean">'
                    content, count = re.subn(mark + b"false", mark + b"true", content)
                    self.assertEqual(count, 1)
                target.writestr(item, content)
        with Office("nl-NL", recovers=True, settings=NO_WARNING) as office:
            book = office.desktop.loadComponentFromURL(url(marked), "_blank", 0, ())
            settings = book.createInstance("com.sun.star.document.Settings")
            self.assertTrue(settings.IsDocumentShared)
            self.assertIn("(gedeeld)", book.Title)
            self.select(book, "D2")
            self.see_each(office, book, ("check", "values"))
            self.see_the_copy(office, book)
            self.assertTrue(settings.IsDocumentShared)
            book.setModified(False)

    def test_recovered_after_a_crash(self):
        profile, path = SCRATCH / "commands-profile", self.saved()
        shutil.rmtree(profile, ignore_errors=True)
        with Office("nl-NL", profile=profile, recovers=True) as office:
            book = office.desktop.loadComponentFromURL(url(path), "_blank", 0, ())
            office.put(book, "B1", 500)
            crash(office)
        with Office("nl-NL", profile=profile, recovers=True) as office:
            book = recovered(office)
            self.assertTrue(book.isModified())
            self.select(book, "C1")
            reports = self.see_each(office, book, ("check", "values"))
            self.assertIn("150 van 550", str(reports[0]))
            book.setModified(False)

    def test_with_a_chart_sheet(self):
        path = SCRATCH / "commands-chart-sheet.xlsx"
        made = openpyxl.Workbook()
        for row in ((1, 2), (3, 4), (5, 6)):
            made.active.append(row)
        chart = openpyxl.chart.BarChart()
        chart.add_data(openpyxl.chart.Reference(made.active, min_col=1, min_row=1, max_col=2, max_row=3))
        made.create_chartsheet("Grafiek").add_chart(chart)
        made.save(path)
        with Office.borrowed("nl-NL") as office:
            book = office.open(path)
            self.assertEqual(book.Sheets.Count, 2)
            book.Sheets.getByIndex(0).getCellRangeByName("D1").setFormula(BUDGET + "REACHPCT(A1;B1)")
            self.select(book, "D1")
            before = settled(book)
            for modified in (True, False):
                book.setModified(modified)
                self.see_each(office, book)
            self.assertEqual(stored(book), before)

    def test_every_sample(self):
        """To the letter, and the reports say the same."""
        with Office.borrowed("nl-NL") as office:
            for sample in SAMPLES:
                with self.subTest(sample=sample):
                    book = office.open(BUILD / "samples" / f"{sample}.fods")
                    before = settled(book)
                    book.setModified(False)
                    self.see_each(office, book)
                    self.assertEqual(stored(book), before)
                    office.close(book)


class WhateverItHolds(Untouched):
    def test_drawn_documents(self):
        """Each is the same to the letter afterwards, modified or not."""
        with Office("nl-NL", limit=300 + 60 * DOCUMENTS) as office:
            for seed in range(FIRST, FIRST + DOCUMENTS):
                with self.subTest(seed=seed):
                    book = draw(office, seed)
                    before = settled(book)
                    book.setModified(seed % 2 == 1)
                    self.select_one(book, seed)
                    self.see_each(office, book)
                    self.assertEqual(stored(book), before)
                    self.see_no_function(office, book)
                    office.close(book)

    def test_what_formulas_refer_to(self):
        """Names that stand in each other, one that stands in itself, and a file that is not there."""
        reach = "MEEDOEN.BUDGET.REACHPCT(1;2)"
        with Office("nl-NL", limit=120) as office:
            book = fill(office.new())
            sheet, names = book.Sheets.getByIndex(0), book.NamedRanges
            for name, content in (("heen", "1"), ("terug", f"heen+{reach}"), ("zelf", "1")):
                names.addNewByName(name, content, sheet.getCellRangeByName("A1").CellAddress, 0)
            names.getByName("heen").setContent("terug+1")
            names.getByName("zelf").setContent(f"zelf+zelf+{reach}")
            for address, formula in (("F1", "=heen"), ("F2", "=zelf"), ("F3", f"={reach}+heen")):
                sheet.getCellRangeByName(address).setFormula(formula)
            add_condition(sheet, "A1:A3", (GREATER, f"{reach}+heen", ""))
            add_condition(sheet, "B1:B3", (GREATER, "MEEDOEN.BUDGET.REACHPCT('file:///weg/ander.ods'#$Blad1.A1:A3;2)", ""))
            before = settled(book)
            for address in ("F1", "F2", "C1"):
                self.select(book, address)
                self.see_each(office, book)
            self.assertEqual(stored(book), before)

    def see_no_function(self, office, book):
        """In a copy with values no cell, name, condition or validity calls one."""
        copy, = office.choose(book, "values")
        text = stored(copy).replace("&quot;&quot;", "").replace("&quot;", "'")
        for attribute in ("table:formula", "table:expression", "table:condition", "calcext:value"):
            found = [value for value in re.findall(rf'{attribute}="([^"]*)"', text) if "MEEDOEN.BUDGET." in re.sub("'[^']*'", "", value).upper()]
            self.assertEqual(found, [], attribute)
        copy.close(True)

    @staticmethod
    def select_one(book, seed):
        """One of the cells with a function of ours, so that there is something to explain."""
        sheet = book.Sheets.getByIndex(0)
        places = [(column, row) for row, texts in enumerate(sheet.getCellRangeByName("A1:R30").getFormulaArray())
                  for column, text in enumerate(texts) if "MEEDOEN." in text.upper()]
        book.CurrentController.select(sheet.getCellByPosition(*random.Random(seed).choice(places)))


class StoppedHalfway(Untouched):
    ROWS = 20_000

    def long_check(self, office):
        """A document that takes long to check, and the check that is going on; its report would come in `opened`."""
        book = office.new()
        sheet = book.Sheets.getByIndex(0)
        sheet.getCellRangeByName(f"A1:A{self.ROWS}").setDataArray(tuple((float(row % 97 + 1),) for row in range(self.ROWS)))
        sheet.getCellRangeByName(f"C1:C{self.ROWS}").setFormulaArray(
            tuple((f"{BUDGET}ALLOCATEDU(1000;A$1:A$2000;{row % 2000 + 1})",) for row in range(self.ROWS)))
        self.held, self.before, self.opened = contents(book), state(book), []
        checking = threading.Thread(target=self.choose, args=(office, book))
        checking.start()
        time.sleep(1)
        self.assertTrue(checking.is_alive(), "it was faster than could be stopped")
        return book, checking

    def choose(self, office, book):
        try:
            self.opened += office.choose(book, "check")
        except Exception:  # the document or the office went meanwhile
            pass

    def test_chosen_again_it_stops(self):
        """And there is no report, and nothing of it."""
        with Office("nl-NL") as office:
            book, checking = self.long_check(office)
            office.choose(book, "check")
            checking.join(20)
            self.assertFalse(checking.is_alive())
            self.assertEqual(self.opened, [])
            self.assertEqual(office.models(), [book])
            self.assertEqual(state(book), self.before)
            self.assertEqual(contents(book), self.held)

    def test_while_its_report_is_made_it_stops(self):
        """That takes longer than looking at the formulas, where they have much to say."""
        with Office("nl-NL") as office:
            book = office.new()
            formulas = tuple((f'{BUDGET}CHECKNORM({row / self.ROWS};"bereik_werkend";2020)',) for row in range(self.ROWS))
            book.Sheets.getByIndex(0).getCellRangeByName(f"A1:A{self.ROWS}").setFormulaArray(formulas)
            self.held, self.before, self.opened = contents(book), state(book), []
            checking = threading.Thread(target=self.choose, args=(office, book))
            checking.start()
            while checking.is_alive() and len(office.models()) == 1:
                time.sleep(0.01)
            self.assertEqual(len(office.models()), 2, "it was faster than could be seen")
            self.assertEqual(len(office.documents()), 1, "it was faster than could be stopped")
            office.choose(book, "check")
            checking.join(20)
            self.assertFalse(checking.is_alive())
            self.assertEqual(self.opened, [])
            self.assertEqual(office.models(), [book])
            self.assertEqual((state(book), contents(book)), (self.before, self.held))

    def test_its_document_is_closed(self):
        """No report comes, nothing stays open, and the next check works."""
        with Office("nl-NL") as office:
            book, checking = self.long_check(office)
            book.close(True)
            checking.join(60)
            self.assertFalse(checking.is_alive())
            self.assertEqual(office.models(), [])
            book = fill(office.new())
            self.select(book, "C1")
            self.see_each(office, book)

    def test_its_formulas_go(self):
        with Office("nl-NL") as office:
            book, checking = self.long_check(office)
            book.Sheets.insertNewByName("Nieuw", 1)
            book.Sheets.removeByName(book.Sheets.getByIndex(0).Name)
            checking.join(60)
            self.assertFalse(checking.is_alive())
            for document in office.documents():
                if document != book:
                    document.close(True)
            self.assertEqual(office.models(), [book])


class ManyTimes(Untouched):
    @staticmethod
    def memory(office):
        """kB that the office has in memory and that are from no file: some 100 MB of its program count as its own or as shared,
        as another office starts or ends."""
        pids = [path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if office.name.encode() in path.read_bytes()]
        return max(int(re.search(r"^Anonymous: +(\d+) kB$", Path(f"/proc/{pid}/smaps_rollup").read_text("ascii"), re.M)[1]) for pid in pids)

    def growth(self, office, run):
        """kB by which an office grows in so many runs, after some first ones."""
        warm = max(5, RUNS // 5)
        for i in range(warm + RUNS):
            if i == warm:
                at_first = self.memory(office)
            run()
        return self.memory(office) - at_first

    @staticmethod
    def show_and_close(book):
        book.CurrentController.Frame.ContainerWindow.setVisible(True)
        book.close(True)

    def alike(self, office, book, entry, texts):
        """What a command makes the office do, through its interface: a copy that is loaded and closed; of the copy with values it is
        shown, and of the check a new document with the report's texts is."""
        path = SCRATCH / "commands-alike.ods"
        book.storeToURL(url(path), properties(FilterName=FILTERS[".ods"]))
        copy = office.open(path)
        if entry == "values":
            self.show_and_close(copy)
            return
        copy.close(True)
        if entry == "check":
            report = office.new()
            table = report.Sheets.getByIndex(0).getCellRangeByPosition(0, 2, 7, 1 + len(texts))
            table.setDataArray(texts)
            table.IsTextWrapped = True
            self.show_and_close(report)

    def test_no_growth(self):
        """The office has as many documents as before, and has grown hardly more than one that does the like without a command."""
        for entry in COMMANDS:
            with self.subTest(command=entry):
                texts = ()
                with Office("nl-NL", limit=240 + 3 * RUNS, environment=STEADY) as office:
                    book = fill(office.new())
                    self.select(book, "C2")
                    before, open_before = state(book), office.models()

                    def run():
                        nonlocal texts
                        for document in office.choose(book, entry):
                            texts = report_of(document) if entry == "check" else ()
                            document.close(True)
                    grown = self.growth(office, run)
                    self.assertEqual(state(book), before)
                    self.assertEqual(office.models(), open_before)
                with Office("nl-NL", limit=240 + 3 * RUNS, environment=STEADY) as office:
                    book = fill(office.new())
                    by_itself = self.growth(office, lambda: self.alike(office, book, entry, texts))
                print(f"{entry}: {RUNS} runs: {grown:+} kB, and {by_itself:+} kB without the command")
                self.assertLess(grown, 1.5 * max(by_itself, 0) + 4000 + GROWTH_A_RUN * RUNS)


if __name__ == "__main__":
    unittest.main()
