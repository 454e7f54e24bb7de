# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The menu's Check this document: every rule finds what was seeded for it and leaves its near miss alone; the report; and the document as
it was."""
import os
import re
import subprocess
import time
import unittest

from office import BUILD, LOCALES, SAMPLES, SCRATCH, Office, properties, url
from paper import sizes
from sheets import printed
from untouched import contents, state

from com.sun.star.sheet.FillDirection import TO_BOTTOM

HEAD = 7  # the rows above the table
BUDGET = "=MEEDOEN.BUDGET."
KEY = [[50], [30], [20], [40], [60]]

# rule: ((cells, where the formula is, its rule must be found), (the near miss, in which it must not)); cells that start with "{" are arrays
SEEDED = {
    1: (({"A1": 10, "B1": "onbekend", "D1": BUDGET + "REACHPCT(A1:A1;B1:B1)"}, "D1"),
        ({"A1": 10, "B1": 20, "D1": BUDGET + "REACHPCT(A1:A1;B1:B1)"}, "D1")),
    2: (({"A1:A3": [["bereikt"], [2], [3]], "B1:B3": [[4], [5], [6]], "D1": BUDGET + "REACHPCT(A1:A3;B1:B3)"}, "D1"),
        ({"A1:A3": [["bereikt"], [2], [3]], "B1:B3": [[4], [5], [6]], "D1": BUDGET + "REACHPCT(A2:A3;B2:B3)"}, "D1")),
    3: (({"A1:A3": [[1], ["1.234"], [3]], "B1:B3": [[4], [5000], [6]], "D1": BUDGET + "REACHPCT(A1:A3;B1:B3)"}, "D1"),
        ({"A1:A3": [[1], ["ruim 40"], [3]], "B1:B3": [[4], [5000], [6]], "D1": BUDGET + "REACHPCT(A1:A3;B1:B3)"}, "D1")),
    4: (({"A1": 10, "B1": 0, "D1": BUDGET + "REACHPCT(A1;B1)"}, "D1"),
        ({"A1": 10, "B1": 0, "D1": "=IFERROR(MEEDOEN.BUDGET.REACHPCT(A1;B1);0)"}, "D1")),
    5: (({"A1": -10, "B1": 5, "D1": BUDGET + "REACHPCT(A1;B1)"}, "D1"),
        ({"A1": 0, "B1": 5, "D1": BUDGET + "REACHPCT(A1;B1)"}, "D1")),
    6: (({"A1": 81, "D1": BUDGET + 'CHECKNORM(A1;"bereik_bijstand";2021)'}, "D1"),
        ({"A1": -81, "D1": BUDGET + 'CHECKNORM(A1;"bereik_bijstand";2021)'}, "D1")),
    7: (({"A1:A2": [[1], [2]], "B1:B3": [[1], [2], [3]], "D1": BUDGET + "REACHPCT(A1:A2;B1:B3)"}, "D1"),
        ({"A1:A2": [[1], [2]], "B1:B3": [[1], [2], [3]], "D1": BUDGET + "REACHPCT(A1:A2;B1:B2)"}, "D1")),
    8: (({"A1:A2": [[1], ["=1/0"]], "B1:B2": [[3], [4]], "D1": BUDGET + "REACHPCT(A1:A2;B1:B2)"}, "D1"),
        ({"A1:A2": [[1], ["=4/2"]], "A3": "=1/0", "B1:B2": [[3], [4]], "D1": BUDGET + "REACHPCT(A1:A2;B1:B2)"}, "D1")),
    9: (({"B1": 4, "D1": BUDGET + "REACHPCT(#REF!;B1)"}, "D1"), ({"B1": 4, "D1": BUDGET + 'REACHPCT("#REF!";B1)'}, "D1")),
    10: (({"D1": BUDGET + "FROMANOTHERVERSION(1)"}, "D1"), ({"D1": '=LEN("MEEDOEN.BUDGET.FROMANOTHERVERSION(1)")*MEEDOEN.BUDGET.REACHPCT(1;2)'}, "D1")),
    11: (({"A1": 0, "D1": "=MEEDOEN.BUDGET.REACHPCT(1;2)/A1"}, "D1"), ({"A1": 0, "D1": "=MEEDOEN.BUDGET.REACHPCT(1;A1)"}, "D1")),
    12: (({"A1:A3": [[1], [2], [3]], "D1": BUDGET + "REACHPCT($'Eerste'.A1:$'Tweede'.A3;30)"}, "D1"),
         ({"A1:A3": [[1], [2], [3]], "D1": BUDGET + "REACHPCT($'Tweede'.A1:$'Tweede'.A3;30)"}, "D1")),
    13: (({"D1": BUDGET + "REACHPCT('file:///weg/ander.ods'#$Blad1.A1:A3;30)"}, "D1"),
         ({"D1": BUDGET + "REACHPCT('file:///weg/ander.ods'#$Blad1.A1+0;30)"}, "D1")),
    14: (({"A1:A5": KEY, "D1": BUDGET + "ALLOCATEDU(1000;A1:A5)", "D2": BUDGET + "ALLOCATEDUSTEPS(1000;A1:A5)", "D3": BUDGET + "ROUNDTABLE(A1:A5)",
           "D4": BUDGET + "ALLOCATESUBSIDY(100;A1:A5)", "D5": BUDGET + "NORMS()"}, "D1 D2 D3 D4 D5"),
         ({"A1:A5": KEY, "D1": BUDGET + "ALLOCATEDU(1000;A1:A5;1)", "D2": "=SUM(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5))",
           "D3": BUDGET + "ALLOCATEDU(1000;A1:A1)", "D4": "=INDEX(MEEDOEN.BUDGET.NORMS();1;1)"}, "D1 D2 D3 D4")),
    15: (({"A1:A5": KEY, "{D1:D4": BUDGET + "ALLOCATEDU(1000;A1:A5)"}, "D1"),
         ({"A1:A5": KEY, "{D1:D5": BUDGET + "ALLOCATEDU(1000;A1:A5)"}, "D1")),
    16: (({"A1:A5": KEY, "{D1:D6": BUDGET + "ALLOCATEDU(1000;A1:A5)"}, "D1"),
         ({"A1:A5": KEY, "{D1:D5": BUDGET + "ALLOCATEDU(1000;A1:A5)"}, "D1")),
    17: (({"A1:A6": KEY + [[10]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A5;1)", "D2": BUDGET + "ALLOCATEDU(1000;A2:A6;1)"}, "D1 D2"),
         ({"A1:A5": KEY, "D1": BUDGET + "ALLOCATEDU(1000;A$1:A$5;1)", "D2": BUDGET + "ALLOCATEDU(1000;A$1:A$5;1)",
           "B11:C11": [[1, 2]], "B12:C12": [[3, 4]], "D11": BUDGET + "REACHPCT(B11:C11;10)", "D12": BUDGET + "REACHPCT(B12:C12;10)"},
          "D1 D2 D11 D12")),
    18: (({"A1:A6": KEY + [[10]], "B1:B6": KEY + [[10]], "D1": BUDGET + "REACHPCT(A1:A5;B2:B6)"}, "D1"),
         ({"A1:A6": KEY + [[10]], "B11:B15": KEY, "D1": BUDGET + "REACHPCT(A1:A5;B11:B15)", "D2": BUDGET + "REACHPCT(A1:A5;A1:A5)"}, "D1 D2")),
    19: (({"A1:A5": KEY, "D9": BUDGET + "ALLOCATEDU(1000;A1:A5;1)", "hide": 2}, "D9"),
         ({"A1:A5": KEY, "D9": BUDGET + "ALLOCATEDU(1000;A1:A5;1)", "hide": 6, "hide column": 0}, "D9")),
    20: (({"A1": 10, "D1": BUDGET + "ADDITIONALITY(100;B1;50)"}, "D1"),
         ({"A1": 10, "D1": BUDGET + "ADDITIONALITY(100;B1:B1;50)", "D2": BUDGET + "ADDITIONALITY(100;120;50;;B1)",
           "E1": '=""', "D3": BUDGET + "ADDITIONALITY(100;E1;50)"}, "D1 D2 D3")),
    21: (({"A1:A6": KEY + [[200]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A6;1)", "B1:C3": [["Oost", 7], ["West", 8], ["Samen", 15]],
           "D2": BUDGET + "ALLOCATEDU(1000;C1:C3;1)"}, "D1 D2"),
         ({"A1:A6": KEY + [[201]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A6;1)", "B1:C3": [["Oost", 7], ["West", 8], ["Noord", 15]],
           "D2": BUDGET + "ALLOCATEDU(1000;C1:C3;1)"}, "D1 D2")),
    22: (({"A1:A6": [[1100], [2300], [3400], [4700], [5800], [17400]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A6;1)"}, "D1"),
         ({"A1:A6": [[1100], [2300], [3400], [4700], [5800], [18900]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A6;1)"}, "D1")),
    23: (({"A1:A7": [[10], [20], [30], [40], [50], [90], [120]][:7], "D1": BUDGET + "ALLOCATEDU(1000;A11:A17;1)",
           "A11:A17": [[11], [22], [33], [41], [52], [57], [150]]}, "D1"),
         ({"A11:A17": [[11], [22], [34], [41], [52], [57], [150]], "D1": BUDGET + "ALLOCATEDU(1000;A11:A17;1)"}, "D1")),
    24: (({"A1:A5": [[50], [30], [1.234], [40], [60]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A5;1)"}, "D1"),
         ({"A1:A5": [[50.5], [30.25], [1.5], [40], [60]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A5;1)"}, "D1")),
    25: (({"A1:A4": [["=1/3"], ["=1-2/3"], [0.2], [0.9]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A4;1)"}, "D1"),
         ({"A1:A4": [["=ROUND(1/3;6)"], ["=ROUND(1-2/3;6)"], [0.2], [0.9]], "D1": BUDGET + "ALLOCATEDU(1000;A1:A4;1)"}, "D1")),
    26: (({"A1:B1": [["Lasten × € 1.000", "Lasten"]], "A2:B2": [[400, 520000]], "D9": BUDGET + "ADDITIONALITY(A2;B2;150000)"}, "D9"),
         ({"A1:B1": [["Lasten × € 1.000", "Lasten x 1000"]], "A2:B2": [[400, 520]], "D9": BUDGET + "ADDITIONALITY(A2;B2;150)"}, "D9")),
    27: (({"A1:B1": [["Begroting 2016", "Jaarrekening 2017"]], "A2:B2": [[400, 520]], "D9": BUDGET + "ADDITIONALITY(A2;B2;150)"}, "D9"),
         ({"A1:B1": [["Begroting 2016", "Begroting 2017"]], "A2:B2": [[400, 520]], "D9": BUDGET + "ADDITIONALITY(A2;B2;150)",
           "F1:G1": [["Begroting 2016", "Berekening 2017"]], "F2:G2": [[400, 520]], "D10": BUDGET + "ADDITIONALITY(F2;G2;150)"}, "D9 D10")),
    28: (({"A2:B2": [["Bereik 2019", 0.9]], "C2": BUDGET + 'CHECKNORM(B2;"bereik_bijstand";2021)',
           "F1:H1": [[2018, 2019, 2020]], "G5": BUDGET + 'CHECKNORM(0.9;"bereik_bijstand";2021)'}, "C2 G5"),
         ({"A2:B2": [["Bereik 2021", 0.9]], "C2": BUDGET + 'CHECKNORM(B2;"bereik_bijstand";2021)', "F1:F3": [[10], [2018], [3000]],
           "F5": BUDGET + 'CHECKNORM(0.9;"bereik_bijstand";2021)', "A7": "Van 2016 tot 2019",
           "B7": BUDGET + 'CHECKNORM(0.9;"bereik_bijstand";2021)'}, "C2 F5 B7")),
    29: (({"A1": "1.234", "D1": '=IFERROR(MEEDOEN.BUDGET.REACHPCT(A1;10);"-")', "A2": "onbekend",
           "D2": "=IFERROR(MEEDOEN.BUDGET.REACHPCT(A2;10);0)", "A3": 0, "D3": "=IFNA(MEEDOEN.BUDGET.REACHPCT(A2;10);0)+1",
           "D4": "=IF(ISERROR(MEEDOEN.BUDGET.REACHPCT(1;A3));0;MEEDOEN.BUDGET.REACHPCT(1;A3))"}, "D1 D2 D3 D4"),
         ({"A1": "onbekend", "A2": 0, "D1": '=IFERROR(MEEDOEN.BUDGET.REACHPCT(A1;10);"onbekend")',
           "D2": '=IFERROR(MEEDOEN.BUDGET.REACHPCT(1;A2);"")', "A4": "1.234",
           "D3": '="De sleutel: "&MEEDOEN.BUDGET.ALLOCATEDUCHECK(10;A4:A5)', "D4": "=IF(ISNUMBER(MEEDOEN.BUDGET.REACHPCT(A1;10));1;0)",
           "D5": '=IF(ISNA(MEEDOEN.BUDGET.REACHPCT(A1;10));1;0)'}, "D1 D2 D3 D4 D5")),
    30: (({"A1:A5": KEY, "D9": BUDGET + "REACHPCT(A1:A5*1;500)"}, "D9"),
         ({"A1:A5": KEY, "D9": BUDGET + "REACHPCT(SUM(A1:A5*1);500)", "{D10:D10": BUDGET + "REACHPCT(A1:A5*1;500)"}, "D10")),
    31: (({"A1": BUDGET + "REACHPCT(A1;10)"}, "A1"), ({"A1": BUDGET + "REACHPCT(B1;10)", "B1": "=A2+1"}, "A1")),
    # more children than there are, more in kind than was received, a correction elsewhere, a year that is left out, equal ranks, a sum that
    # is not the total; computed, and in a sentence about it
    32: (({"A1:B2": [[120, 60], [100, 50]], "D1": BUDGET + "REACHPCT(A1;A2)", "D2": BUDGET + "REACHPCT(SUM(A1:B1);A2)",
           "D3": '="Bereik: "&TEXT(MEEDOEN.BUDGET.REACHPCT(A1;100);"0%")', "A4:B5": [[500, "in natura"], [-100, "generiek"]],
           "D4": BUDGET + 'INKINDSHARE(A4:A4;B4:B4;400)', "D5": BUDGET + 'INKINDSHARE(A4:A5;B4:B5;"besteed")',
           "A7:B7": [[2019, 0.02]], "A8": 2020, "D7": BUDGET + "ADDITIONALITY(100;150;50;B7:B8)",
           "A10:B12": [[60, 1], [60, 2], [60, 2]], "D10": BUDGET + "ALLOCATESUBSIDY(150;A10:A12;;B10:B12;2)",
           "A14:A16": [[1], [1], [1]], "D14": BUDGET + 'ALLOCATEDU(100;A14:A16;2;;"afgerond")',
           "D15": BUDGET + 'ALLOCATEDUCHECK(100;A14:A16;;"afgerond")'}, "D1 D2 D3 D4 D5 D7 D10 D14 D15"),
         ({"A1:B2": [[120, 60], [180, 50]], "D1": BUDGET + "REACHPCT(A1;120)", "D2": BUDGET + "REACHPCT(SUM(A1:B1);A2)",
           "D3": '=IF(A9="";"";MEEDOEN.BUDGET.REACHPCT(A1;100))', "A4:B5": [[500, "in natura"], [-100, "in natura"]],
           "D4": BUDGET + 'INKINDSHARE(A4:A4;B4:B4;500)', "D5": BUDGET + 'INKINDSHARE(A4:A5;B4:B5;"besteed")',
           "A7:B8": [[2019, 0.02], [2020, 0]], "D7": BUDGET + "ADDITIONALITY(100;150;50;B7:B8)",
           "A10:B12": [[60, 1], [60, 2], [60, 3]], "D10": BUDGET + "ALLOCATESUBSIDY(150;A10:A12;;B10:B12;2)",
           "A14:A16": [[1], [1], [1]], "D14": BUDGET + 'ALLOCATEDU(99;A14:A16;2;;"afgerond")', "D15": BUDGET + "ALLOCATEDUCHECK(100;A14:A16)",
           "D16": BUDGET + "REACHPCT(A1:B1;1)", "D17": BUDGET + "REACHPCT(SUM(A1:B1);1)", "D18": BUDGET + "REACHPCT(SUM(A1:B2);1)",
           "D19": BUDGET + 'INKINDSHARE(A4:A4;B4:B4;1)'},
          "D1 D2 D3 D4 D5 D7 D10 D14 D15 D16 D17 D18 D19")),
}


def make(office, cells):
    book = office.new()
    book.Sheets.getByIndex(0).Name = "Eerste"
    book.Sheets.insertNewByName("Tweede", 1)
    sheet = book.Sheets.getByIndex(0)
    for address, content in cells.items():
        if address == "hide":
            sheet.Rows.getByIndex(content).IsVisible = False
        elif address == "hide column":
            sheet.Columns.getByIndex(content).IsVisible = False
        elif address == "merge":
            for cells_together in content.split():
                office.range(book, cells_together).merge(True)
        elif address.startswith("{"):
            office.array(book, address[1:], content)
        elif isinstance(content, list):
            for row, values in enumerate(content):
                for column, value in enumerate(values):
                    cell = office.range(book, address).getCellByPosition(column, row)
                    if isinstance(value, str) and value.startswith("="):
                        cell.setFormula(value)
                    elif isinstance(value, str):
                        cell.setString(value)
                    else:
                        cell.setValue(value)
        else:
            office.put(book, address, content)
    return book


class Report:
    """What a report says: its summary, its rows, and which rules each cell has."""

    def __init__(self, book):
        self.sheet = book.Sheets.getByIndex(0)
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        rows = self.sheet.getCellRangeByPosition(0, 0, 7, cursor.RangeAddress.EndRow).getDataArray()
        self.summary, self.head, self.rows = [row[0] for row in rows[:5]], rows[HEAD - 1], rows[HEAD:]

    def rules(self, cell):
        row, = [row for row in self.rows if row[1] == cell]
        numbers = [int(number) for number in re.findall(r"(?m)^\((\d+)\)", row[5])]
        assert numbers == [int(number) for number in re.findall(r"(?m)^\((\d+)\)", row[6])], row
        return numbers


def check(office, book):
    report, = office.choose(book, "check")
    return report


class Rules(unittest.TestCase):
    def test_seeded_and_near_miss(self):
        with Office.borrowed("nl-NL") as office:
            for rule, (seeded, near_miss) in SEEDED.items():
                for (cells, places), found in ((seeded, True), (near_miss, False)):
                    book = make(office, cells)
                    report = check(office, book)
                    for place in places.split():
                        with self.subTest(rule=rule, seeded=found, cell=place):
                            rules = Report(report).rules(f"Eerste.{place}")
                            self.assertEqual(rule in rules, found, rules)
                    office.close(report)
                    office.close(book)

    def test_every_rule_has_an_example(self):
        if "OFFICE" in os.environ:
            self.skipTest("the handbook is made once, for every release")
        listed = subprocess.run([BUILD / "generate", "handbook-nl"], input="@@rules\n", text=True, capture_output=True, check=True).stdout
        numbers = [int(number) for number in re.findall(r"(?m)^\| (\d+) \|", listed)]
        self.assertEqual(numbers, sorted(SEEDED))

    def test_what_is_computed_is_looked_at_too(self):
        """Each example with arguments that the office computes, and a miss that stays one; then what is in an array and behind IFERROR."""
        with Office.borrowed("nl-NL") as office:
            for rule in OF_WHAT_IS_GIVEN:
                for (cells, places), found in zip(SEEDED[rule], (True, False)):
                    computed = {place: with_computed_arguments(content) if isinstance(content, str) and "MEEDOEN" in content else content
                                for place, content in cells.items()}
                    report = check(office, make(office, computed))
                    for place in places.split():
                        with self.subTest(rule=rule, seeded=found, formula=computed[place]):
                            self.assertEqual(rule in Report(report).rules(f"Eerste.{place}"), found)
            report = Report(check(office, make(office, {"A1:A3": [[50], ["onbekend"], [20]], "A4:B4": [["Totaal", 200]],
                                                        "B1:B3": [[120], [50], [30]], "J1:J6": [[11], [""], [22], [33], [44], [110]],
                                                        **{place: formula for place, (formula, *_) in COMPUTED.items()}})))
            for place, (formula, rules, named) in COMPUTED.items():
                with self.subTest(formula=formula):
                    cell = "Eerste." + place.strip("{").partition(":")[0]
                    self.assertEqual(report.rules(cell), rules)
                    why, = [row[5] for row in report.rows if row[1] == cell]
                    self.assertEqual(re.findall(r"Het gaat om (.*)\.", why), [named] if named else [])

    def test_the_cell_is_named(self):
        """Of every error of ours, and of what is odd in a range."""
        named = {2: "A1 (bereikt)", 3: "A2 (1.234)", 4: "B1.", 5: "A1 (-10)", 6: "A1 (81)", 8: "A2 (#D", 1: "B1 (onbekend)",
                 12: "Eerste.A1:Tweede.A3", 17: "A1:A5", 18: "A1:A5 en B2:B6", 19: "A1:A5", 20: "B1", 21: "A6 (200)", 24: "A3 (1,234)",
                 26: "A2 en B2", 27: "A2 en B2", 28: "2021 in de formule en 2019 in de kop"}
        with Office.borrowed("nl-NL") as office:
            for rule, words in named.items():
                cells, places = SEEDED[rule][0]
                report = check(office, make(office, cells))
                row, = [row for row in Report(report).rows if row[1] == f"Eerste.{places.split()[0]}"]
                with self.subTest(rule=rule):
                    self.assertIn(words, row[5])


# The rules of what a function says, and of its numbers: whatever gives it these.
OF_WHAT_IS_GIVEN = (1, 2, 3, 4, 5, 6, 7, 17, 18, 19, 21, 22, 23, 24, 25, 29, 32)
# IFERROR around a whole column: none is known, and some are; a word in their place; a total that is turned,
# with a blank above it; and a figure of its own.
COMPUTED = {
    "{D1:D3": ("=IFERROR(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A3);0)", [29], "A2 (onbekend)"),
    "{E1:E3": ("=IFERROR(TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(500+500;TRANSPOSE(A1:A3)));0)", [29], "A2 (onbekend)"),
    "{F1:F3": ('=IFERROR(TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(1000;TRANSPOSE(A1:A3)));"?")', [], ""),
    "{G1:G4": ("=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(1000;TRANSPOSE(B1:B4)))", [21], "B4 (200)"),
    "{I1:I6": ("=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(1000;TRANSPOSE(J1:J6)))", [21], "J6 (110)"),
    "H1": ("=IFERROR(MEEDOEN.BUDGET.REACHPCT(SUM(B1:B2);A2);0)", [29], "A2 (onbekend)"),
    "H2": ("=IFERROR(MEEDOEN.BUDGET.REACHPCT(SUM(B1:B2);B4);0)", [], ""),
    "H3": ("=MEEDOEN.BUDGET.REACHPCT(IF(B1=120;-5;6);B4)", [5], ""),
    "H4": ("=MEEDOEN.BUDGET.REACHPCT(SUM(B1:B2);B4)+NA()", [11], ""),
    "H5": ("=ROUND(MEEDOEN.BUDGET.REACHPCT(SUM(B1:B2);A2);2)", [1], "A2 (onbekend)"),
}


def with_computed_arguments(formula):
    """A range turned, and a cell behind an IF."""
    formula = re.sub(r"\b[A-Z]\$?\d+:[A-Z]\$?\d+", r"TRANSPOSE(\g<0>)", formula)
    return re.sub(r"(?<=[(;])[A-Z]\d+(?=[;)])", r"IF(1;\g<0>)", formula)


# What somebody types first who has not read how; and the outcome, the rule and the words that help.
MISTAKES = {"D2": ("ALLOCATEDU(1000;A1:A6;1)", "#WAARDE!", 2, "cel 1 is tekst: 'kinderen'"),
            "D3": ("ALLOCATEDU(1000;A:A;2)", "#WAARDE!", 2, "cel 1 is tekst: 'kinderen'"),
            "D4": ("REACHPCT(A:A;1000)", "#WAARDE!", 2, "is tekst: 'kinderen'"),
            "D5": ('INKINDSHARE(A2:A4;F2:F4;"besteed")', "Fout:502", 7, "'natuur'; kies in natura, "),
            "D6": ('NORM("breder")', "Fout:502", 7, "'breder'; kies een naam uit KANSEN_NORMS"),
            "D7": ('CHECKNORM(0.9;"bijstant")', "Fout:502", 7, "'bijstant'; kies een naam uit KANSEN_NORMS")}


class Whole(unittest.TestCase):
    def test_first_mistakes_have_a_hint(self):
        """A heading in the range, a whole column, a word that does not exist, and a range that moves along."""
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"A1:A6": [["kinderen"], *KEY], "F2:F4": [["natuur"], ["in natura"], ["generiek"]],
                                 "B2": BUDGET + "ALLOCATEDU(1000;A2:A6;ROW(A1))", **{cell: BUDGET + call for cell, (call, *_) in MISTAKES.items()}})
            office.range(book, "B2:B6").fillAuto(TO_BOTTOM, 1)
            report = Report(check(office, book))
            told = {row[1]: row for row in report.rows}
            for cell, (_, outcome, rule, words) in MISTAKES.items():
                with self.subTest(cell=cell):
                    self.assertEqual((told[f"Eerste.{cell}"][3], report.rules(f"Eerste.{cell}")), (outcome, [rule]))
                    self.assertIn(words, told[f"Eerste.{cell}"][4])
            for row in range(2, 7):
                self.assertEqual(report.rules(f"Eerste.B{row}"), [17])
                self.assertIn("Zet een $ voor kolom en rij", told[f"Eerste.B{row}"][6])

    def test_samples_and_what_is_meant(self):
        """In the training the keys with their totals and, in exercise 9, the one cell of several, which are the mistakes that it teaches;
        nowhere anything else."""
        with Office.borrowed("nl-NL") as office:
            for sample in SAMPLES:
                book = office.open(BUILD / "samples" / f"{sample}.fods")
                held, before = contents(book), state(book)
                report = check(office, book)
                with self.subTest(sample=sample):
                    told = [row for row in Report(report).rows if not row[0].endswith("in orde")]
                    meant = [row for row in told if re.search("met_totaal|key_and_total", row[2]) and "(21)" in row[5] or
                             re.match("'(Opdracht|Exercise) 9'", row[1]) and row[5].startswith("(14)")]
                    self.assertEqual([row for row in told if row not in meant], [])
                    self.assertGreater(len(Report(report).rows), 5)
                    self.assertEqual(state(book), before)
                    self.assertEqual(contents(book), held)
                office.close(report)
                office.close(book)

    def test_acceptance(self):
        """Every example of every function: each that gives an error is wrong or unknown, all others are in order or odd."""
        with Office.borrowed("en-US") as office:
            book = office.open(BUILD / "acceptance.fods")
            report = Report(check(office, book))
            errors = {f"{sheet.Name}.{cell}" for sheet in map(book.Sheets.getByIndex, range(book.Sheets.Count)) for cell in in_error(sheet)}
            self.assertGreater(len(report.rows), 60)
            for verdict, cell, _, _, told, *_ in report.rows:
                with self.subTest(cell=cell):
                    self.assertTrue(told)
                    if cell in errors:
                        self.assertNotEqual(verdict, "● in order")

    def test_the_report(self):
        heads = {"nl-NL": ("Oordeel", "Cel", "Formule", "Uitkomst", "Wat de functie zegt", "Let op", "Wat u kunt doen", "Bron van de norm"),
                 "en-US": ("Verdict", "Cell", "Formula", "Outcome", "What the function says", "Note", "What you can do", "Source of the norm")}
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = make(office, {"A1:A5": KEY, "B1": 0, "{C1:C5": BUDGET + "ALLOCATEDU(1000;A1:A5)", "D1": BUDGET + "REACHPCT(A1;B1)",
                                     "D2": BUDGET + 'KANSEN_NORM("bereik_bijstand")'.replace("KANSEN_NORM", "NORM"), "D3": BUDGET + "REACHPCT(A1;E1)",
                                     "Tweede.B2": BUDGET + "REACHPCT(1;3)", "Tweede.A1": "=SUM(B2)"})
                path = SCRATCH / "na te kijken.ods"
                office.save_as(book, path)
                document = check(office, book)
                report = Report(document)
                self.assertEqual(report.head, heads[locale])
                verdicts = [(row[0][0], row[1]) for row in report.rows]
                self.assertEqual(verdicts, [("■", "Eerste.D1"), ("■", "Eerste.D3"), ("●", "Eerste.C1"), ("●", "Eerste.D2"), ("●", "Tweede.B2")])
                self.assertEqual(report.rules("Eerste.D3"), [4, 20])
                self.assertIn("5 cel" if locale == "nl-NL" else "5 cel", report.rows[2][3])
                self.assertIn({"nl-NL": "Kamerbrief", "en-US": "Letter to parliament"}[locale], report.rows[3][7])
                self.assertRegex(report.summary[1], r"Meedoen \d+\.\d+\.\d+$")
                if locale == "nl-NL":
                    self.assertEqual(report.summary[0], "Controle van na te kijken.ods")
                    self.assertEqual(report.summary[2], "In dit document staan 5 formules met een functie van Meedoen, op 2 bladen.")
                    self.assertEqual(report.summary[3], "2 fout, 0 om na te kijken, 3 in orde.")
                link = report.sheet.getCellByPosition(1, HEAD + 4).Formula
                self.assertEqual(link, f'=HYPERLINK("{url(path)}#$Tweede.B2";"Tweede.B2")')
                self.see_the_page(document, report.sheet)
                again = Report(check(office, book))
                self.assertEqual((again.rows, again.summary[2:]), (report.rows, report.summary[2:]))

    def test_each_source_stands_there_once(self):
        """A row names the letter, and not in its sentence; of two norms both, of one norm twice the one. The second sheet has the sentences."""
        du = "bron 1: Kamerbrief 11 november 2016 (staatssecretaris Klijnsma, Kamerstuk 24 515, nr. 380)"
        total = "bron 2: Kamerbrief 21 november 2018 (staatssecretaris Van Ark, Kamerstuk 24 515, nr. 455; aan de Eerste Kamer 35 000 XV, A)"
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"A1": BUDGET + 'NORM("du")', "A2": BUDGET + 'NORM("du")/MEEDOEN.BUDGET.NORM("totaal")',
                                 "A3": BUDGET + 'NORM("du")*2+MEEDOEN.BUDGET.NORM("du")', "A4": BUDGET + 'NORM("du";2016)',
                                 "A5": BUDGET + 'NORM("niets")', "A6": '=IF(1>2;MEEDOEN.BUDGET.NORM("totaal";2016);MEEDOEN.BUDGET.NORM("du"))',
                                 "A7": BUDGET + 'CHECKNORM(1-0.5;"total")', "B1": BUDGET + 'NORMSOURCE("du")', "B2": BUDGET + 'NORMSOURCE("totaal")'})
            sentences = [book.Sheets.getByIndex(0).getCellRangeByName(cell).String for cell in ("B1", "B2")]
            report = check(office, book)
            told = {row[1].partition(".")[2]: (row[4], row[7]) for row in Report(report).rows}
            self.assertEqual([text for text, _ in told.values() if "Bron" in text or "Kamerbrief" in text], [])
            self.assertEqual(told["A1"][0], "bedrag per jaar € 85.000.000 (du, vanaf 2017)")
            self.assertEqual({cell: source for cell, (_, source) in told.items()}, {
                "A1": du, "A2": f"{du}\n{total}", "A3": du, "A4": du, "A5": "", "A6": du, "A7": total, "B1": du, "B2": total})
            self.assertEqual(report.Sheets.ElementNames, ("Controle", "Bronnen"))
            self.assertEqual(report.Sheets.getByIndex(1).getCellRangeByName("A1:B6").getDataArray(), (
                ("Bronnen van de normen", ""), ("", ""), ("Nummer", "Wat er staat"), *zip(("bron 1", "bron 2"), sentences), ("", "")))
            self.assertEqual(report.CurrentController.ActiveSheet.Name, "Controle")

    def test_sources_are_numbered_as_they_are_read(self):
        """By the row of the first cell that names them, not by the columns in which the office goes through a sheet."""
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"A9": BUDGET + 'NORM("du")', "B5": BUDGET + 'NORM("du")/MEEDOEN.BUDGET.NORM("totaal")',
                                 "C2": BUDGET + 'CHECKNORM(0.5;"breder_laag")'})
            report = check(office, book)
            told = [(row[1].partition(".")[2], re.findall(r"bron \d|nr\. \d+", row[7])) for row in Report(report).rows]
            self.assertEqual(told, [("C2", ["bron 1", "nr. 455"]), ("B5", ["bron 2", "nr. 380", "bron 3", "nr. 455"]),
                                    ("A9", ["bron 2", "nr. 380"])])
            listed = report.Sheets.getByIndex(1).getCellRangeByName("A4:B7").getDataArray()
            self.assertEqual([(number, re.search(r"nr\. (\d+)|$", text)[1]) for number, text in listed],
                             [("bron 1", "455"), ("bron 2", "380"), ("bron 3", "455"), ("", None)])

    def test_a_row_fits_on_a_page(self):
        """A row that is higher than a page would be cut off there: of long formulas, of many functions in one, of words with many lines."""
        calls = [f"MEEDOEN.BUDGET.REACHPCT({number};{number + 7})" for number in range(1, 61)]
        norms = [f'MEEDOEN.BUDGET.NORM("{name}")' for name in ("du", "totaal", "breder_laag", "regeling_nl", "armoede_2030")]
        long = {"A1": "=" + "+".join(calls), "A2": "=" + "&".join(f'TEXT({call};"0%")' for call in calls), "A3": "=" + "+".join(norms),
                "A4": '=REPT("a"&CHAR(10);150)&MEEDOEN.BUDGET.REACHPCT(1;2)', "A5": BUDGET + 'REACHPCT("' + "W" * 250 + '";2)'}
        with Office.borrowed("nl-NL") as office:
            for name in (*SAMPLES, long):
                with self.subTest(name=name if name in SAMPLES else "long"):
                    book = make(office, long) if name == long else office.open(BUILD / "samples" / f"{name}.fods")
                    report = check(office, book)
                    for sheet in report.Sheets:
                        self.assertEqual(self.too_high(report, sheet), {})
                    office.close(report)
                    office.close(book)

    @staticmethod
    def too_high(report, sheet):
        """The rows that are higher than what a page has below the head of the table; a page is scaled to the width of the columns."""
        page = report.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        width = sum(sheet.Columns.getByIndex(column).Width for column in range(cursor.RangeAddress.EndColumn + 1))
        scale = min(1, (page.Width - page.LeftMargin - page.RightMargin) / width)
        head = sheet.Rows.getByIndex(sheet.getTitleRows().StartRow).Height
        room = (page.Height - page.TopMargin - page.BottomMargin - page.HeaderHeight - page.FooterHeight) / scale - head
        heights = {row: sheet.Rows.getByIndex(row).Height for row in range(cursor.RangeAddress.EndRow + 1)}
        return {row: (height, room) for row, height in heights.items() if height > room}

    def see_the_page(self, document, sheet):
        page = document.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
        self.assertEqual((round(page.Width, -1), round(page.Height, -1), page.IsLandscape, page.ScaleToPagesX), (29700, 21000, True, 1))
        self.assertTrue(sheet.getPrintTitleRows())
        self.assertEqual((sheet.getTitleRows().StartRow, sheet.getTitleRows().EndRow), (HEAD - 1, HEAD - 1))
        self.assertEqual((document.URL, document.hasLocation(), document.isReadonly()), ("", False, False))
        letters = [size for on_page in sizes(printed(document)).values() for size in on_page]
        self.assertGreaterEqual(min(letters), 8, letters)

    def test_without_a_file_there_is_no_link(self):
        with Office.borrowed("nl-NL") as office:
            report = check(office, make(office, {"A1": BUDGET + "REACHPCT(1;2)"}))
            self.assertEqual(report.Sheets.getByIndex(0).getCellByPosition(1, HEAD).Formula, "Eerste.A1")

    def test_heights_hold_the_texts(self):
        """Each row is as high as the office itself would have it."""
        with Office.borrowed("nl-NL") as office:
            book = office.open(BUILD / "acceptance.fods")
            sheet = check(office, book).Sheets.getByIndex(0)
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            rows = range(cursor.RangeAddress.EndRow + 1)
            set_by_us = [sheet.Rows.getByIndex(row).Height for row in rows]
            sheet.Rows.OptimalHeight = True
            self.assertEqual(set_by_us, [sheet.Rows.getByIndex(row).Height for row in rows])

    def test_ten_thousand_formulas(self):
        rows = 10_000
        with Office.borrowed("nl-NL") as office:
            book = office.new()
            office.range(book, f"A1:B{rows}").setDataArray(tuple((float(row % 97 + 1), float(row % 89 + 300)) for row in range(rows)))
            office.range(book, f"C1:C{rows}").setFormulaArray(tuple((f"{BUDGET}REACHPCT(A{row};B{row})",) for row in range(1, rows + 1)))
            begun = time.monotonic()
            report, = office.choose(book, "check")
            self.assertLess(time.monotonic() - begun, 30)
            self.assertEqual(Report(report).summary[3], "0 fout, 0 om na te kijken, 10.000 in orde.")


def in_error(sheet):
    ranges = sheet.queryFormulaCells(4)  # com.sun.star.sheet.FormulaResult.ERROR
    for area in ranges.getRangeAddresses():
        for column in range(area.StartColumn, area.EndColumn + 1):
            for row in range(area.StartRow, area.EndRow + 1):
                yield sheet.getCellByPosition(column, row).AbsoluteName.rpartition(".")[2].replace("$", "")


if __name__ == "__main__":
    unittest.main()
