# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The menu's Explain this cell, in windows that are drawn nowhere: what it says of a cell, and that it leaves the document as it was."""
import contextlib
import re
import threading
import time
import unittest

from office import BUILD, SAMPLES, Office
from untouched import contents, state

from com.sun.star.table import CellAddress

CELLS = [[120, 250], ["onbekend", 100], [None, 50], [80, "1.234"], [3, 5]]
SOURCE = "    Bron: Kamerbrief 8 juli 2021 (minister van SZW, Kamerstuk 24 515, nr. 608): “In 2021 wordt 100 procent van de kinderen…"

# cell: (formula, the lines behind those of the cell and its formula; one that ends with … is a beginning)
SAID = {
    "D1": ("=MEEDOEN.BUDGET.REACHPCT(A1:A3;B1:B3)", [
        "REACH_PCT",
        "    bereikt: A1:A3 = 120; onbekend; leeg",
        "        A2 = 'onbekend'",
        "    doelgroep: B1:B3 = 250; 100; 50",
        "    → 120 van 250 kinderen bereikt (48%), in 1 van de 3 plaatsen; cel 2 van het aantal bereikte kinderen is onbekend: 'onbekend'"]),
    # computed by the office itself
    "D2": ("=MEEDOEN.BUDGET.REACHPCT(SUM(A1:A3);B1*2)", [
        "REACH_PCT", "    bereikt: SOM(A1:A3) = 120", "    doelgroep: B1*2 = 500", "    → 120 van 500 kinderen bereikt (24%)"]),
    # one function of ours in another, the outermost last, with the norm's source
    "D3": ('=IF(MEEDOEN.BUDGET.CHECKNORM(MEEDOEN.BUDGET.REACHPCT(A1;B1);"bereik_bijstand";2021)="voldoet";1;0)', [
        "REACH_PCT", "    bereikt: A1 = 120", "    doelgroep: B1 = 250", "    → 120 van 250 kinderen bereikt (48%)",
        "CHECK_NORM", "    waarde: REACH_PCT(A1;B1) = 0,48", '    naam of getal: "bereik_bijstand"', "    jaar: 2021", "    → 48%…", SOURCE]),
    # a single empty cell is 0; a range of it is blank
    "D4": ("=MEEDOEN.BUDGET.ADDITIONALITY(A3;100;50)", [
        "ADDITIONALITY", "    nulmeting: A3 = leeg", "    uitgaven: 100", "    extra geld: 50",
        "    → de nulmeting is 0, en dat kan ook een lege cel zijn…"]),
    "D5": ("=MEEDOEN.BUDGET.ADDITIONALITY(A3:A3;100;50)", [
        "ADDITIONALITY", "    nulmeting: A3:A3 = leeg", "    uitgaven: 100", "    extra geld: 50", "    → de nulmeting is leeg"]),
    # by position, and with the same call twice
    "D6": ("=MEEDOEN.BUDGET.ALLOCATEDU(1000;B1:B3;2)+MEEDOEN.BUDGET.ALLOCATEDU(1000;B1:B3;2)*0", [
        "ALLOCATE_DU", "    totaal: 1000", "    sleutel: B1:B3 = 250; 100; 50", "    positie: 2",
        "    → 3 ontvangers, samen € 1.000; cel 2 krijgt € 250",
        "    deze cel is ontvanger 2 van 3: sleutel 100; aandeel 25%; precies € 250; de rest is nummer 2; bedrag € 250"]),
    # names, a database range, another sheet
    "D7": ("=MEEDOEN.BUDGET.REACHPCT(gebied;bereikt)", [
        "REACH_PCT", "    bereikt: B1:B3 = 250; 100; 50", "    doelgroep: bereikt, A1:A1 = 120", "    → 3 aanbieders bereikten samen 400 kinderen…"]),
    "D8": ("=MEEDOEN.BUDGET.REACHPCT($'Blad 2'.A1;$'Blad 2'.A1:B1)", [
        "REACH_PCT", "    bereikt: 'Blad 2'.A1 = 7", "    doelgroep: 'Blad 2'.A1:B1 = 7; 14", "    → …"]),
    # a call inside a name
    "D9": ("=2*kern", ["REACH_PCT", "    bereikt: A1 = 120", "    doelgroep: 480", "    → 120 van 480 kinderen bereikt (25%)"]),
    # why Calc does not call
    "D10": ("=MEEDOEN.BUDGET.REACHPCT(C1:C2;B1)", [
        "REACH_PCT", "    bereikt: C1:C2 = 1; #DELING.DOOR.0!", "    doelgroep: B1 = 250",
        "    → in cel C2 staat zelf een fout, #DELING.DOOR.0!: Calc geeft de functie dan niets door"]),
    "D11": ("=MEEDOEN.BUDGET.REACHPCT(C2;B1)", [
        "REACH_PCT", "    bereikt: C2 = #DELING.DOOR.0!", "    doelgroep: B1 = 250",
        "    → in cel C2 staat zelf een fout, #DELING.DOOR.0!: Calc geeft de functie dan niets door"]),
    "D12": ("=MEEDOEN.BUDGET.REACHPCT('file:///weg/ander.ods'#$Blad1.A1:A3;B1)", [
        "REACH_PCT", "    bereikt: cellen in een ander bestand", "    doelgroep: B1 = 250",
        "    → een celbereik in een ander bestand geeft Calc niet door aan een functie van een extensie"]),
    "D13": ("=MEEDOEN.BUDGET.REACHPCT(#REF!;B1)", [
        "REACH_PCT", "    bereikt: cellen die weg zijn", "    doelgroep: B1 = 250", "    → de cellen waar de formule naar verwees zijn weg"]),
    "D14": ("=MEEDOEN.BUDGET.FROMANOTHERVERSION(A1)", [
        "meedoen.budget.fromanotherversion", "    nog een gegeven: A1 = 120",
        "    → deze versie van Meedoen heeft deze functie niet: de formule komt uit een andere versie"]),
    "D15": ("=MEEDOEN.BUDGET.REACHPCT(1/0;B1)", [
        "REACH_PCT", "    bereikt: 1/0 = #DELING.DOOR.0!", "    doelgroep: B1 = 250",
        "    → een van de gegevens is zelf een fout: Calc roept de functie dan niet aan"]),
    "D16": ("=MEEDOEN.BUDGET.REACHPCT(1)", ["REACH_PCT", "    bereikt: 1", "    → de doelgroep ontbreekt"]),
    "D17": ('=MEEDOEN.BUDGET.EXPLAIN("REACH_PCT";;A1;B1)', [
        "KANSEN_EXPLAIN", '    functie: "REACH_PCT"', "    gegeven: A1 = 120", "    gegeven: B1 = 250",
        "    → 120 van 250 kinderen bereikt (48%)"]),
    "D18": ("=MEEDOEN.BUDGET.INKINDSHARE({100;300};{\"in natura\"|\"geld\"};\"besteed\")", ["INKIND_SHARE"]),
    # ranges that are computed, and a call that is not used
    "D21": ('=MEEDOEN.BUDGET.REACHPCT(OFFSET(B1;0;-1;3;1);INDIRECT("B1:B3"))', [
        "REACH_PCT", "    bereikt: VERSCHUIVING(B1;0;-1;3;1) = 120; onbekend; leeg", '    doelgroep: INDIRECT("B1:B3") = 250; 100; 50',
        "    → 120 van 250 kinderen bereikt (48%), in 1 van de 3 plaatsen…"]),
    "D22": ("=MEEDOEN.BUDGET.ALLOCATEDUCHECK(100;B1:INDEX(B1:B20;12))", [
        "ALLOCATE_DU_CHECK", "    totaal: 100", "    sleutel: B1:INDEX(B1:B20;12) = 250; 100; 50; 1.234; 5; leeg; leeg; leeg; … (12 cellen)", "    → …"]),
    "D23": ('=IF(A3="";"";MEEDOEN.BUDGET.ADDITIONALITY(A3;B1;B2))', [
        "ADDITIONALITY", "    nulmeting: A3 = leeg", "    uitgaven: B1 = 250", "    extra geld: B2 = 100",
        "    → deze functie doet nu niet mee: de formule kiest iets anders"]),
    # the sentence of a norm leaves the source to the line that has it
    "D24": ('=MEEDOEN.BUDGET.NORM("bereik_bijstand")', [
        "KANSEN_NORM", '    naam: "bereik_bijstand"', "    → ambitie: ten minste 100% (bereik_bijstand, 2021)", SOURCE]),
    "D19": ('="MEEDOEN.BUDGET.NORM("', None),
    "D20": ("=SUM(A1:B1)", None),
}
ARRAYS = {
    "F1:F3": ("=IF(A1=120;MEEDOEN.BUDGET.ALLOCATEDU(1001;B1:B3);0)", "F2", [
        "ALLOCATE_DU", "    totaal: 1001", "    sleutel: B1:B3 = 250; 100; 50", "    → 3 ontvangers, samen € 1.001",
        "    deze cel is ontvanger 2 van 3: sleutel 100; aandeel 25%; precies € 250,25; de rest is nummer 2; bedrag € 250"]),
    # steps are those of the largest remainder: with a minimum they would be of another sum
    "G1:G3": ("=MEEDOEN.BUDGET.ALLOCATEDU(1000;B1:B3;;;;200)", "G3", [
        "ALLOCATE_DU", "    totaal: 1000", "    sleutel: B1:B3 = 250; 100; 50", "    minimum: 200", "    → 3 ontvangers, samen € 1.000",
        "    deze cel is ontvanger 3 van 3: sleutel 50; aandeel 12,5%; bedrag € 200"]),
    "I1:I3": ("=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(1000;TRANSPOSE(B1:B3)))", "I2", [
        "ALLOCATE_DU", "    totaal: 1000", "    sleutel: TRANSPONEREN(B1:B3) = 250; 100; 50", "    → 3 ontvangers, samen € 1.000",
        "    deze cel is ontvanger 2 van 3: sleutel 100; aandeel 25%; precies € 250; de rest is nummer 2; bedrag € 250"]),
    "J1:J3": ("=MEEDOEN.BUDGET.ALLOCATEDU(B3*20;B1:B3*2)", "J3", [
        "ALLOCATE_DU", "    totaal: B3*20 = 1.000", "    sleutel: B1:B3*2 = 500; 200; 100", "    → 3 ontvangers, samen € 1.000",
        "    deze cel is ontvanger 3 van 3: sleutel 100; aandeel 12,5%; precies € 125; de rest is nummer 3; bedrag € 125"]),
    "H1:H3": ("=MEEDOEN.BUDGET.REACHPCT(B1:B3*2;B1:B3)", "H3", [
        "REACH_PCT", "    bereikt: B1:B3*2 = 500; 200; 100", "    doelgroep: B1:B3 = 250; 100; 50", "    → 800 van 400 kinderen bereikt (200%)…"]),
}
NONE = {"nl-NL": "In deze cel staat geen functie van Meedoen.", "en-US": "There is no function of Meedoen in this cell."}
TITLE = {"nl-NL": "Leg deze cel uit", "en-US": "Explain this cell"}


def make(office):
    book = office.new()
    first = book.Sheets.getByIndex(0).Name
    book.Sheets.insertNewByName("Blad 2", 1)
    at = CellAddress(0, 0, 0)
    book.NamedRanges.addNewByName("bereikt", f"${first}.$A$1:$A$1", at, 0)
    book.NamedRanges.addNewByName("kern", f"MEEDOEN.BUDGET.REACHPCT(${first}.$A$1;480)", at, 0)
    book.DatabaseRanges.addNewByName("gebied", office.range(book, "B1:B3").RangeAddress)
    office.put(book, "A1:B5", CELLS)
    office.put(book, "C1", 1)
    office.put(book, "C2", "=1/0")
    office.put(book, "Blad 2.A1:B1", [[7, 14]])
    for address, (formula, _) in SAID.items():
        office.put(book, address, formula)
    office.range(book, "D2").NumberFormat = 10  # as a percentage, which its arguments are not
    for address, (formula, *_) in ARRAYS.items():
        office.array(book, address, formula)
    return book


class Explainer:
    """The command, chosen for a cell; its window is read and closed."""

    def __init__(self, office):
        self.office = office
        self.toolkit = office.service("com.sun.star.awt.Toolkit")

    def window(self):
        for place in range(self.toolkit.getTopWindowCount()):
            window = self.toolkit.getTopWindow(place)
            try:
                if window and hasattr(window, "endDialog") and any(hasattr(part, "getText") for part in window.getWindows()):
                    return window
            except Exception:  # it closed meanwhile
                continue
        return None

    def __call__(self, book, selected=None, entry="explain"):
        """(title, text, by which name a screen reader calls the text) of the window"""
        if selected is not None:
            book.CurrentController.select(selected)
        chosen = threading.Thread(target=self.office.choose, args=(book, entry))
        chosen.start()
        give_up = time.monotonic() + 60
        while (window := self.window()) is None:
            if time.monotonic() > give_up:
                raise AssertionError(f"no window; the command {'runs still' if chosen.is_alive() else 'has ended'}")
            time.sleep(0.05)
        said = self.read(window)
        while chosen.is_alive() and time.monotonic() < give_up:  # a window that does not run yet stays
            with contextlib.suppress(Exception):  # it closed meanwhile
                window.endDialog(0)
            chosen.join(1)
        return said

    @staticmethod
    def read(window):
        if not hasattr(window, "getAccessibleContext"):  # 26.8 shows a driver the label alone, which a screen reader reads
            label, = [part.getText().replace("~", "") for part in window.getWindows() if hasattr(part, "getText")]
            return window.getTitle(), label, label
        label, field, _ = [window.getAccessibleContext().getAccessibleChild(place) for place in range(3)]
        return (window.getAccessibleContext().getAccessibleName(), field.getText(), label.getAccessibleContext().getText(),
                field.getAccessibleContext().getAccessibleName())


class Explain(unittest.TestCase):
    def of_cell(self, book, address):
        cell = Office.range(book, address).getCellByPosition(0, 0)
        return self.explain(book, cell)

    def see(self, text, beginning):
        """What follows from the rules is left out: test_check.py tries them."""
        lines = [line for line in text.partition("\nLet op\n")[0].split("\n") if line]
        self.assertEqual(len(lines), len(beginning), text)
        for line, start in zip(lines, beginning):
            start = start.replace("#DELING.DOOR.0!", self.division)  # some releases have no Dutch for it
            self.assertEqual(line[:len(start) - 1] + "…" if start.endswith("…") else line, start)

    def test_every_cell(self):
        with Office("nl-NL", recovers=True) as office:
            self.explain = Explainer(office)
            book = make(office)
            book.setModified(False)
            self.division = office.range(book, "C2").getCellByPosition(0, 0).String
            book.CurrentController.select(office.range(book, "D1").getCellByPosition(0, 0))
            before, held = state(book), contents(book)
            for address, (_, said) in SAID.items():
                with self.subTest(cell=address):
                    title, text, *to_hear = self.of_cell(book, address)
                    self.assertEqual(title, TITLE["nl-NL"])
                    self.assertEqual({heard.replace("~", "") for heard in to_hear}, {text.replace("~", "")})
                    if said is None:
                        self.assertEqual(text, NONE["nl-NL"])
                        continue
                    cell = office.range(book, address).getCellByPosition(0, 0)
                    shown, formula, rest = text.split("\n", 2)
                    self.assertTrue(shown.startswith(f"Cel {address} toont: "), shown)
                    self.assertEqual(formula, f"Formule: {cell.FormulaLocal}")
                    if len(said) > 1:
                        self.see(rest, said)
            for whole, (_, address, said) in ARRAYS.items():
                with self.subTest(array=whole):
                    self.see(self.of_cell(book, address)[1].split("\n", 2)[2], said)
            self.assertTrue(self.of_cell(book, "D4")[1].endswith(
                "\nLet op\n(1) De uitkomst is onbekend, want een gegeven is onbekend. Het gaat om A3 (leeg).\n"
                "(20) Een lege cel telt als 0. Het gaat om A3.\n"
                "Wat u kunt doen\n(1) Zoek het cijfer op, of laat het zo: onbekend is ook een antwoord.\n"
                "(20) Vul de cel in, of verwijs naar een celbereik van één cel, zoals B7:B7. Dan is leeg onbekend.\n"))
            self.assertNotIn("Let op\n", self.of_cell(book, "D2")[1])
            book.CurrentController.select(office.range(book, "D1").getCellByPosition(0, 0))
            self.assertEqual(state(book), before)
            self.assertEqual(contents(book), held)
            self.assertEqual(office.models(), [book])

    def test_what_is_selected(self):
        with Office("nl-NL", recovers=True) as office:
            self.explain = Explainer(office)
            book = make(office)
            several = "Er zijn meer cellen geselecteerd. Kies er één, en dan nog eens deze opdracht."
            self.assertEqual(self.explain(book, office.range(book, "D1:D2"))[1], several)
            ranges = book.createInstance("com.sun.star.sheet.SheetCellRanges")
            ranges.addRangeAddress(office.range(book, "D1").RangeAddress, False)
            ranges.addRangeAddress(office.range(book, "D4").RangeAddress, False)
            self.assertEqual(self.explain(book, ranges)[1], several)
            office.range(book, "D2:E2").merge(True)
            self.assertTrue(self.explain(book, office.range(book, "D2:E2"))[1].startswith("Cel D2 toont: "))
            self.assertEqual(self.explain(book, office.range(book, "D2:E3"))[1], several)
            self.assertTrue(self.of_cell(book, "D2")[1].startswith("Cel D2 toont: "))
            shape = book.createInstance("com.sun.star.drawing.RectangleShape")
            book.DrawPages.getByIndex(0).add(shape)
            self.assertEqual(self.explain(book, shape)[1], "Er is geen cel geselecteerd. Kies een cel, en dan nog eens deze opdracht.")

    def test_in_english(self):
        with Office("en-US", recovers=True) as office:
            self.explain = Explainer(office)
            book = make(office)
            title, text, *_ = self.of_cell(book, "D1")
            self.assertEqual(title, TITLE["en-US"])
            self.assertEqual(text.split("\n"), [
                "Cell D1 shows: 0.48", "Formula: =REACH_PCT(A1:A3,B1:B3)", "", "REACH_PCT", "    reached: A1:A3 = 120; onbekend; empty",
                "        A2 = 'onbekend'", "    target: B1:B3 = 250; 100; 50",
                "    → 120 of 250 children reached (48%), in 1 of the 3 places; cell 2 of the number of children reached is unknown: 'onbekend'",
                ""])
            self.assertEqual(self.of_cell(book, "D20")[1], NONE["en-US"])
            self.assertIn("\n    Source: Letter to parliament, 8 July 2021 (Minister of Social Affairs,", self.of_cell(book, "D3")[1])
            self.assertIn("\n    reached: OFFSET(B1,0,-1,3,1) = 120; onbekend; empty\n", self.of_cell(book, "D21")[1])

    def test_cells_of_the_samples(self):
        """Protected sheets: every cell with a function of ours is explained, and none by an excuse but an array with a call in a call,
        which a protected sheet does not let anybody compute."""
        with Office("nl-NL", recovers=True, limit=900) as office:
            self.explain = Explainer(office)
            seen = 0
            for sample in SAMPLES:
                book = office.open(BUILD / "samples" / f"{sample}.fods")
                held, before = contents(book), book.isModified()
                for sheet, formulas, _ in held:
                    if not book.Sheets.getByName(sheet).IsVisible:
                        continue  # nobody can select a cell there
                    places = [(column, row) for row, texts in enumerate(formulas) for column, text in enumerate(texts)
                              if "MEEDOEN.BUDGET." in text.upper() and "(" in text]
                    for column, row in places[:3] + places[-1:]:
                        cell = book.Sheets.getByName(sheet).getCellByPosition(column, row)
                        text = self.explain(book, cell)[1]
                        with self.subTest(sample=sample, cell=cell.AbsoluteName):
                            self.assertIn("\n    → ", text)
                            formula = formulas[row][column]
                            beyond = formula.startswith("{") and re.search(r"MEEDOEN\.BUDGET\.\w+\([^()]*MEEDOEN\.", formula.upper())
                            (self.assertIn if beyond else self.assertNotIn)("niet na te doen", text)
                            seen += 1
                self.assertEqual(contents(book), held)
                self.assertEqual(book.isModified(), before)
                office.close(book)
            self.assertGreater(seen, 20)

    def test_without_windows_nothing_is_shown(self):
        with Office.borrowed("nl-NL") as office:
            book = make(office)
            self.assertEqual(office.choose(book, "explain"), [])


if __name__ == "__main__":
    unittest.main()
