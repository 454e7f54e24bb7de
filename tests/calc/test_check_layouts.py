# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The menu's Check this document on sheets as municipalities draw them: what each formula must be told, and nothing else.

Each layout has its cells, as test_check.py makes them, and the rules of each formula in it; a formula that is not named has none."""
import re
import time
import unittest

from office import SCRATCH, Office
from test_check import BUDGET, HEAD, Report, check, make

from com.sun.star.sheet.FillDirection import TO_BOTTOM

NORM = BUDGET + 'CHECKNORM(0.9;"bereik_bijstand";2021)'
YEARS = {"merge": "B1:C1 D1:E1 F1:G1", "B2:G2": [["Begroting", "Rekening"] * 3], "B3:G3": [[0.8, 0.9] * 3],
         **{f"{column}4": BUDGET + f'CHECKNORM({column}3;"bereik_bijstand";2021)' for column in "BCDEFG"}}


def amounts(left, right):
    """Two amounts under these headings, and how much came on top."""
    return {"B1:C1": [[left, right]], "A2:C2": [["Minimabeleid", 400, 520]], "E2": BUDGET + "ADDITIONALITY(B2;C2;150)"}


LAYOUTS = {
    "budget and accounts above two years each":
        ({"merge": "B1:C1 D1:E1", "B1": "Begroting", "D1": "Jaarrekening", "B2:E2": [[2016, 2017, 2016, 2017]],
          "A3:E4": [["Lasten", 400, 520, 410, 500], ["Extra geld", 0, 150, 0, 150]], "G3": BUDGET + "ADDITIONALITY(B3;E3;E4)",
          "G4": BUDGET + "ADDITIONALITY(B3;C3;C4)", "G5": BUDGET + "ADDITIONALITY(D3;E3;E4)"}, {"G3": [27]}),
    "words with budget or accounts in them": (amounts("Programmabegroting 2016", "Jaarstukken 2017"), {"E2": [27]}),
    "words that only begin like accounts": (amounts("Begroting 2016", "Accountant akkoord, rekeninghouder, budgethouder"), {}),
    "a budget that somebody holds": (amounts("Budgethouder Jansen", "Rekening"), {}),
    "extra money that is called a budget":
        ({"B1:D1": [["Rekening 2016", "Rekening 2017", "Extra budget"]], "A2:D2": [["Minimabeleid", 400, 520, 150]],
          "A3:B6": [["Lasten rekening", 400], ["Lasten werkelijk", 500], ["Extra budget Rijk", 150], ["Lasten begroot", 600]],
          "F9": BUDGET + "ADDITIONALITY(B2;C2;D2)", "F10": BUDGET + "ADDITIONALITY(B3;B4;B5)", "F11": BUDGET + "ADDITIONALITY(B3;B6;B5)"},
         {"F11": [27]}),
    "a cell far below the others":
        ({**amounts("Begroting 2016", "Rekening 2017"), "H1048576": 1, "A1048570:B1048571": [["Begroot", 400], ["Werkelijk", 500]],
          "D1048576": BUDGET + "ADDITIONALITY(B1048570;B1048571;100)"}, {"E2": [27], "D1048576": [27]}),
    "a unit in the corner of one of two tables":
        ({"A1:C2": [["Bedragen × € 1.000", "", ""], ["", 2016, 2017]], "A3:C3": [["Minimabeleid", 400, 520]],
          "Tweede.A1:C2": [["Bedragen in euro", "", ""], ["", 2016, 2017]], "Tweede.A3:C3": [["Minimabeleid", 400000, 520000]],
          "E3": BUDGET + "ADDITIONALITY(B3;$Tweede.C3;150000)", "E4": BUDGET + "ADDITIONALITY(B3;C3;150)",
          "E5": BUDGET + "ADDITIONALITY($Tweede.B3;$Tweede.C3;150000)"}, {"E3": [26]}),
    "a unit of one row": ({"A1:B3": [["Extra geld × € 1.000", 150], ["Nulmeting", 400000], ["Lasten", 520000]],
                           "D9": BUDGET + "ADDITIONALITY(B2;B3;B1)"}, {"D9": [26]}),
    "thousands with a star": (amounts("Bedragen * € 1.000", "Bedragen"), {"E2": [26]}),
    "thousands of EUR": (amounts("Bedragen", "x EUR 1.000"), {"E2": [26]}),
    "in thousands": (amounts("Bedragen in € 1.000", "Bedragen in €"), {"E2": [26]}),
    "a thousand children": (amounts("Gemiddeld per 1.000 kinderen", "Max 1000 kinderen in 1000 gezinnen"), {}),
    "millions": (amounts("x € 1.000.000", "x 10000"), {}),
    "a municipality that begins like a sum":
        ({"A1:B3": [["Asten", 7], ["Deurne", 8], ["Someren", 15]], "D1": BUDGET + "ALLOCATEDU(1000;B1:B3;1)"}, {}),
    "work done together":
        ({"A1:B3": [["Oost", 7], ["West", 8], ["Samenwerking", 15]], "D1": BUDGET + "ALLOCATEDU(1000;B1:B3;1)"}, {}),
    "recipients in a row, with a total":
        ({"A1:D1": [["Oost", "West", "Noord", "Totaal"]], "A2:D2": [[7, 8, 9, 24]], "F2": BUDGET + "ALLOCATEDU(1000;A2:D2;1)"}, {"F2": [21]}),
    "recipients in a row, without one":
        ({"A1:D1": [["Oost", "West", "Noord", "Zuid"]], "A2:D2": [[7, 8, 9, 24]], "F2": BUDGET + "ALLOCATEDU(1000;A2:D2;1)"}, {}),
    "years above two columns each": ({**YEARS, "B1": 2019, "D1": 2020, "F1": 2021}, {cell: [28] for cell in ("B4", "C4", "D4", "E4")}),
    "years from the last one on": ({**YEARS, "B1": 2021, "D1": 2020, "F1": 2019}, {cell: [28] for cell in ("D4", "E4", "F4", "G4")}),
    "the day of a letter": ({"B1": "Opgesteld op 3 maart 2023", "B2": NORM, "C1": "Peildatum 1-1-2022", "C2": NORM, "D1": "July 8, 2022", "D2": NORM,
                             "E1": "2022-12-31", "E2": NORM, "F1": "Schooljaar 2019/20", "F2": NORM}, {}),
    "a month of a year": ({"B1": "maart 2023", "B2": NORM, "C1": "Tabel 3.1 2020", "C2": NORM}, {"B2": [28], "C2": [28]}),
    "a line between two years": ({"B1": "Jaar 2020", "B2": BUDGET + "POVERTYTARGET(2020;2015;0.09;2030;0.05)",
                                  "C1": "Jaar 2021", "C2": BUDGET + "POVERTYTARGET(2020;2015;0.09;2030;0.05)"}, {"C2": [28]}),
    "a norm without a year": ({"B1": "Rekening 2019", "B2": BUDGET + 'CHECKNORM(0.9;"bereik_bijstand")', "B3": BUDGET + 'NORM("bereik_bijstand")',
                               "B4": BUDGET + 'NORMSOURCE("bereik_bijstand")',
                               "C1": "Rekening 2021", "C2": BUDGET + 'CHECKNORM(0.9;"bereik_bijstand")', "C3": BUDGET + 'CHECKNORM(0.9;0.8)'}, {"B2": [28]}),
    "a year in every row, and a share that is computed":
        ({"A1:C1": [["Jaar", "Bereikt", "Doelgroep"]], "A2:C4": [[2020, 11, 20], [2021, 12, 20], [2022, 13, 20]],
          **{f"E{row}": BUDGET + f'CHECKNORM(MEEDOEN.BUDGET.REACHPCT(B{row};C{row});"bereik_werkend")' for row in (2, 3, 4)},
          **{f"F{row}": BUDGET + f'CHECKNORM(MEEDOEN.BUDGET.REACHPCT(B{row};C{row});"bereik_werkend";YEAR(TODAY()))' for row in (2, 3, 4)}},
         {"E2": [28], "E4": [28]}),
    "rows that are not filled in yet":
        ({"A1:D1": [["Gemeente", "Nulmeting", "Lasten", "Extra"]], "A2:D2": [["Oost", 100, 150, 50]], "A4:D4": [["Nog niet", "n.n.b.", 3, 4]],
          "E2": '=IF(B2="";"";MEEDOEN.BUDGET.ADDITIONALITY(B2;C2;D2))', "E3": '=IF(B3="";"";MEEDOEN.BUDGET.ADDITIONALITY(B3;C3;D3))',
          "E4": '=IF(ISNUMBER(B4);MEEDOEN.BUDGET.ADDITIONALITY(B4;C4;D4);"")', "E5": '=IF(COUNT(B5:D5)<3;"";MEEDOEN.BUDGET.ADDITIONALITY(B5;C5;D5))',
          "E6": '=CHOOSE(1;"";MEEDOEN.BUDGET.ADDITIONALITY(B6;C6;D6))', "E7": '=IF(B2>0;MEEDOEN.BUDGET.ADDITIONALITY(B7;C7;D7);"")'}, {"E7": [1, 20]}),
    "errors that are hidden":
        ({"A1:C1": [["1.234", 150, 50]], "A2:C2": [["onbekend", 150, 50]], "A3:C3": [[100, 150, 0]], "A4": "=1/0", "B4:C4": [[150, 50]],
          "E1": "=IFERROR(MEEDOEN.BUDGET.ADDITIONALITY(A1;B1;C1);0)", "E2": '=IFERROR(MEEDOEN.BUDGET.ADDITIONALITY(A2;B2;C2);"onbekend")',
          "E3": '=IFERROR(MEEDOEN.BUDGET.ADDITIONALITY(A3;B3;C3);"")', "E4": "=IFERROR(MEEDOEN.BUDGET.ADDITIONALITY(A4;B4;C4);0)",
          "E5": "=IF(ISERROR(MEEDOEN.BUDGET.ADDITIONALITY(A1;B1;C1));0;MEEDOEN.BUDGET.ADDITIONALITY(A1;B1;C1))"},
         {"E1": [29], "E4": [8], "E5": [29]}),
    "an allocation in one cell, inside another function":
        ({"A1:A5": [[50], [30], [20], [40], [60]], "C1": "=ROUND(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5);0)",
          "C2": "=IFERROR(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5);0)", "C3": '=IF(A1="";"";MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5))',
          "C4": BUDGET + "ALLOCATEDU(1000;A1:A5)*2", "C5": "=SUM(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5))",
          "C6": "=INDEX(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5);2)", "C7": '=IF(A9="";"";MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5))',
          "C8": "=ROUND(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5;2);0)", "C9": "=SUMPRODUCT(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5);--(A1:A5>30))",
          "{E1:E5": "=ROUND(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5);0)", "{F1:F4": "=ROUND(MEEDOEN.BUDGET.ALLOCATEDU(1000;A1:A5);0)",
          "{G1:G7": "=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(1000;TRANSPOSE(A1:A5)))"},
         {**{f"C{row}": [14] for row in (1, 2, 3, 4)}, "F1": [15], "G1": [16]}),
    "a range that is computed with":
        ({"A1:B5": [[1, 4], [2, 5], [3, 7], [5, 8], [8, 9]], "D2": BUDGET + "REACHPCT(A1:A5*1;B1:B5)", "D9": BUDGET + "REACHPCT(A1:A5*1;B1:B5)",
          "D10": BUDGET + "REACHPCT(SUMPRODUCT(A1:A5*B1:B5);1000)", "D11": BUDGET + "REACHPCT(OFFSET(A1;0;0;5;1);INDIRECT(\"B1:B5\"))",
          "D12": "=SUMPRODUCT(MEEDOEN.BUDGET.REACHPCT(A1:A5*1;B1:B5))", "D13": BUDGET + "REACHPCT(A1:INDEX(A1:A9;5);B1:B5)",
          "{D14:D14": BUDGET + "REACHPCT(A1:A5*1;B1:B5)", "D15": BUDGET + "REACHPCT(SUM(A1:A5);100)"}, {"D2": [30], "D9": [30], "D12": [30]}),
    "an argument that is an error by itself": ({"A1": BUDGET + "REACHPCT(1/0;10)", "A2": BUDGET + "REACHPCT(B1~B3;10)"}, {"A1": [11], "A2": [11]}),
    "a formula that refers to itself": ({"A1": BUDGET + "REACHPCT(A1;10)", "A2": BUDGET + "REACHPCT(B2;10)", "B2": "=A2+1"}, {"A1": [31], "A2": [31]}),
    "hidden rows that are empty":
        ({"A1:A5": [[50], [30], [20], [40], [60]], "C1": BUDGET + "ALLOCATEDU(1000;A1:A20;1)", "C2": BUDGET + "ALLOCATEDU(1000;A1:A1048576;1)",
          "hide": 9}, {}),
    "a hidden column of a key in a row":
        ({"A1:E1": [[50, 30, 20, 40, 60]], "A3": BUDGET + "ALLOCATEDU(1000;A1:E1;1)", "A4": BUDGET + "ALLOCATEDU(1000;A1:C1;1)",
          "hide column": 3}, {"A3": [19]}),
    "a factor for a rate": ({"B2": BUDGET + "ADDITIONALITY(100;200;50;1.02)", "B3": BUDGET + "ADDITIONALITY(100;200;50;2)",
                             "B4": BUDGET + "CHECKNORM(0.81;90)"}, {"B2": [5], "B3": [6], "B4": [6]}),
}


class Layouts(unittest.TestCase):
    def test_every_layout(self):
        with Office.borrowed("nl-NL") as office:
            for name, (cells, expected) in LAYOUTS.items():
                book = make(office, cells)
                document = check(office, book)
                told = Report(document)
                found = {row[1].removeprefix("Eerste."): told.rules(row[1]) for row in told.rows}
                with self.subTest(name):
                    self.assertEqual({cell: rules for cell, rules in found.items() if rules}, expected)
                office.close(document)
                office.close(book)

    def test_tables(self):
        """Columns of a table, also in a file as Excel writes it."""
        calls = {"D2": ("REACHPCT(Tabel[bereikt];Tabel[doelgroep])", "10 van 40 kinderen bereikt (25%), in 4 van de 4 plaatsen"),
                 "D3": ("REACHPCT(Tabel[[#This Row];[bereikt]];Tabel[[#This Row];[doelgroep]])", "2 van 10 kinderen bereikt (20%)"),
                 "D4": ("REACHPCT(SUM(Tabel[bereikt]);100)", "10 van 100 kinderen bereikt (10%)"),
                 "D5": ("ALLOCATEDU(1000;Tabel[[#Data];[bereikt]:[doelgroep]];2)", "8 ontvangers, samen € 1.000; cel 2 krijgt € 200"),
                 "D6": ("ALLOCATEDUCHECK(100;Tabel[doelgroep])", "4 ontvangers, samen € 100"),
                 "D7": ("ALLOCATEDUCHECK(100;Tabel[[#All];[bereikt]])", "cel 1 is tekst: 'bereikt'")}
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"A1:B1": [["bereikt", "doelgroep"]], "A2:B5": [[1, 10], [2, 10], [3, 10], [4, 10]]})
            book.DatabaseRanges.addNewByName("Tabel", office.range(book, "A1:B5").RangeAddress)
            book.DatabaseRanges.getByName("Tabel").ContainsHeader = True
            for cell, (call, _) in calls.items():
                office.put(book, cell, BUDGET + call)
            for suffix in (".ods", ".xlsx"):
                book = office.reopen(book, suffix)
                office.recalculate(book)
                report = Report(check(office, book))
                self.assertEqual({row[1].removeprefix("Eerste."): row[4] for row in report.rows}, {cell: told for cell, (_, told) in calls.items()})
                self.assertEqual({row[1]: report.rules(row[1]) for row in report.rows if row[5]}, {})

    def test_ten_thousand_that_are_computed(self):
        """Rows that wait for their figures, and arguments that the office computes: not a matter of minutes."""
        formulas = ('=IF(B{0}="";"";MEEDOEN.BUDGET.ADDITIONALITY(B{0};C{0};D{0}))', "=MEEDOEN.BUDGET.REACHPCT(SUM(F{0}:G{0});1000)",
                    "=MEEDOEN.BUDGET.REACHPCT(COUNTIF(F$1:F$5000;F{0});10000)")
        with Office.borrowed("nl-NL") as office:
            for formula in formulas:
                book = make(office, {"F1:G1": [[30, 40]]})
                office.range(book, "F1:G10000").fillAuto(TO_BOTTOM, 1)
                office.range(book, "H1:H10000").setFormulaArray(tuple((formula.format(row),) for row in range(1, 10001)))
                begun = time.monotonic()
                report = check(office, book)
                with self.subTest(formula):
                    self.assertLess(time.monotonic() - begun, 60)
                office.close(report)
                office.close(book)

    def test_a_sheet_with_a_long_name_is_named_in_full(self):
        name = "Jaarrekening 2021 van het sociaal domein, onderdeel kinderen in armoede, na wijziging"
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"A1": BUDGET + "REACHPCT(1;2)"})
            book.Sheets.getByIndex(0).Name = name
            office.save_as(book, SCRATCH / "lang.ods")
            report = Report(check(office, book))
            self.assertEqual(report.rows[0][1], f"'{name}'.A1")
            self.assertIn(f"#$'{name}'.A1\"", report.sheet.getCellByPosition(1, HEAD).Formula)

    def test_what_is_told_of_calls(self):
        """One that is not used, and one that stands in a formula twice."""
        told = {"A1": "deze functie doet nu niet mee: de formule kiest iets anders", "A2": "1 van 10 kinderen bereikt (10%)",
                "A3": "REACH_PCT: 1 van 10 kinderen bereikt (10%)"}
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"A1": '=IF(B1="";"";MEEDOEN.BUDGET.REACHPCT(B1;10))', "A2": '=IF(B1="";MEEDOEN.BUDGET.REACHPCT(1;10);"")',
                                 "A3": "=IF(ISNA(MEEDOEN.BUDGET.REACHPCT(1;10));0;MEEDOEN.BUDGET.REACHPCT(1;10))"})
            self.assertEqual({row[1].removeprefix("Eerste."): row[4] for row in Report(check(office, book)).rows}, told)

    def test_the_year_of_a_norm_without_one_is_told(self):
        with Office.borrowed("nl-NL") as office:
            cells, _ = LAYOUTS["a norm without a year"]
            row, = [row for row in Report(check(office, make(office, cells))).rows if row[1] == "Eerste.B2"]
            self.assertIn("Het gaat om een norm zonder jaar in de formule en 2019 in de kop.", row[5])
            self.assertTrue(re.search("voor welk jaar", row[6]))

    def test_what_is_computed_hangs_on_the_document_as_it_is(self):
        """The formula of one cell, computed anew, must not stand in the way of the next that refers to it."""
        with Office.borrowed("nl-NL") as office:
            book = make(office, {"B1:B2": [[10], [20]], "A1": BUDGET + "REACHPCT(SUM(B1:B2);100)", "A2": BUDGET + "CHECKNORM(A1+0;0.2)",
                                 "{D1:D2": BUDGET + "ALLOCATEDU(100;B1:B2*1)", "E1": BUDGET + "REACHPCT(SUM(D1:D2);500)"})
            told = {row[1]: row[4] for row in Report(check(office, book)).rows}
            self.assertEqual(told, {"Eerste.A1": "30 van 100 kinderen bereikt (30%)", "Eerste.A2": "30%; eigen ambitie: ten minste 20%: voldoet",
                                    "Eerste.D1": "2 ontvangers, samen € 100", "Eerste.E1": "100 van 500 kinderen bereikt (20%)"})


if __name__ == "__main__":
    unittest.main()
