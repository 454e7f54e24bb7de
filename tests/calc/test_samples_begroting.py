# SPDX-License-Identifier: EUPL-1.2
"""The sheet for controllers: samples/begroting.fods."""
import re
import unittest

from office import Error, cell_value
from sheets import Sheet, enter, named, names, snapshot, value

BUDGET, ACCOUNT = (dict(zip(range(2016, 2022), columns)) for columns in ("BDFHJL", "CEGIKM"))

# The account of 2021 (column M, where a year has one cell L), by hand from the figures in the sheet:
#   available       184,000 + 35,000 − 10,000 = 209,000
#   in kind         118,000 / 206,000 spent, 118,000 / 219,000 received; not in kind 88,000 / 219,000 = 40%, above 20%
#   baseline        growth 1.015 × 1.02 × 1.025 × 1.02 × 1.015 = 1.09864224225; × 400,000 and × 392,500
#   on top          (428,000 − 439,456.90) / 209,000 and (428,000 − 431,217.08) / 209,000: less than nothing, so nothing on top;
#   displaced       431,217.08 − (428,000 − 159,000) is more than the 159,000 spent on this policy; the other 50,000 went elsewhere
#   reach           560 / 600, 40 short of all; 340 / 475, above 70%; together 900 / 1,075
FILLED = {"M10": 209000, "M16": "sluit", "M19": 212000, "M29": 118 / 206, "M30": 118 / 219, "M31": 88 / 219, "M32": 47 / 219, "M33": "buiten",
          "L35": 439456.8969, "L36": 431217.080083125, "M37": -0.0548176885, "M38": "niet", "M39": -0.0153927277,
          "M40": "niet", "M41": 209000, "M42": 50000, "M43": 159000, "L45": 560 / 600, "L46": "nog niet gehaald", "L47": 40, "L48": 340 / 475, "L49": "gehaald",
          "L50": 0, "L51": 900 / 1075, "L52": 1,
          # the budget of 2021: (640,000 − 439,456.90) / 218,000, the rest of it not on top; none displaced, for own money rose to
          # 640,000 − 130,000 − 48,000; not in kind 88,000 / 218,000
          "L37": 0.9199224913, "L38": "deels", "L39": 0.9577197244, "L40": "deels", "L41": 17456.8969, "L42": 17456.8969, "L43": 0, "L31": 88 / 218,
          "L33": "buiten",
          # other years: no norm yet in 2018; in 2018 all of it on top: (634,000 − 392,500 × 1.0353) / 222,000
          "G33": "geen norm", "F46": "geen ambitie", "G39": 1.0254268018, "G40": "volledig", "F48": "onbekend", "F52": 0.5, "C19": 7500,
          # 2020, with goals of its own of 90% and 50%: 31 / 181 = 17.1% and 23 / 183 = 12.6% not in kind; 500 / 590, 31 short; 240 / 470
          "J33": "let op", "K33": "binnen", "J46": "nog niet gehaald", "J47": 31, "J49": "gehaald", "J50": 0}

# What is entered, and the cells that it changes.
CASES = [
    ({"ontvangen_2021_rekening": 300000}, {"M10": 325000, "M16": 116000, "M39": -0.0098987079, "M40": "niet"}),
    ({"ontvangen_2021_rekening": "onbekend"}, {"M10": "onbekend", "M16": "onbekend", "M39": "onbekend", "M40": "onbekend", "M41": "onbekend", "M43": "onbekend"}),
    ({"meegenomen_2021_rekening": None}, {"M10": "onbekend", "M16": "onbekend", "M37": "onbekend", "M38": "onbekend"}),
    ({"doorgeschoven_2021_rekening": 219000}, {"M10": 0, "M39": "nog niet", "M40": "nog niet", "M41": "nog niet", "M43": "nog niet"}),
    # 63.41 + 41,910.08 − 41,973.49 is 0, and so is 0.1 + 0.2 − 0.3, though not in binary
    ({"ontvangen_2021_rekening": 63.41, "meegenomen_2021_rekening": 41910.08, "doorgeschoven_2021_rekening": 41973.49},
     {"M10": 0, "M39": "nog niet", "M40": "nog niet", "M41": "nog niet", "M43": "nog niet"}),
    ({"in_natura_2021_rekening": 0.1, "kinderarmoede_anders_2021_rekening": 0.2, "generiek_2021_rekening": -0.3},
     {"M29": "niets besteed"}),
    ({"doorgeschoven_2021_rekening": 219001}, {"M10": -1, "M39": "controleer", "M40": "controleer", "M43": "controleer"}),
    ({"in_natura_2021_rekening": None}, {"M16": "onbekend", "M29": "onbekend", "M30": "onbekend", "M31": "onbekend", "M33": "onbekend",
                                         "M41": 209000, "M42": "onbekend", "M43": "onbekend"}),
    ({"in_natura_2021_rekening": "onbekend"}, {"M29": "onbekend", "M30": "onbekend", "M31": "onbekend", "M33": "onbekend"}),
    ({f"{part}_2021_rekening": 0 for part in ("in_natura", "kinderarmoede_anders", "generiek")}, {"M29": "niets besteed", "M30": 0}),
    ({"kinderarmoede_anders_2021_rekening": 0}, {"M16": 41000, "M29": 118 / 165, "M30": 118 / 178, "M31": 47 / 178, "M32": 47 / 178,
                                                  "M43": 118000, "M42": 91000}),
    ({"generiek_2021_rekening": 32850}, {"M29": 118 / 191.85, "M31": 73.85 / 204.85, "M32": 32.85 / 204.85}),
    ({"generiek_2021_rekening": 0, "kinderarmoede_anders_2021_rekening": 23500}, {"M31": 23.5 / 154.5, "M33": "let op"}),   # 15.2%
    ({"generiek_2021_rekening": 0, "kinderarmoede_anders_2021_rekening": 23100}, {"M31": 23.1 / 154.1, "M33": "binnen"}),   # 14.99%
    ({"generiek_2021_rekening": 23100, "kinderarmoede_anders_2021_rekening": 0}, {"M31": 23.1 / 154.1, "M33": "binnen"}),
    ({"niet_besteed_2021_rekening": 113000}, {"M29": 118 / 206, "M31": 88 / 319, "M32": 47 / 319, "M33": "buiten"}),
    ({"niet_besteed_2021_rekening": "onbekend"}, {"M29": 118 / 206, "M30": "onbekend", "M31": "onbekend", "M33": "onbekend"}),
    ({"uitgaven_2021_rekening": 640300}, {"M39": 1.000397, "M40": "volledig", "M41": 0, "M42": 0, "M43": 0, "M19": -300}),
    ({"uitgaven_2021_rekening": 431300}, {"M39": 0.000396746, "M40": "deels"}),
    ({"uitgaven_2021_begroting": 650000}, {"L37": 0.9657940509, "L38": "deels", "L39": 1.0035913758, "L40": "volledig", "M19": 222000}),
    ({"uitgaven_2016_rekening": "geen"}, {"L36": "geen", "M39": 428 / 209, "M40": "volledig", "M38": "niet", "M41": 0, "M43": 0}),
    ({"uitgaven_2016_rekening": "Geen"}, {"L36": "geen", "M40": "volledig"}),
    ({"uitgaven_2016_rekening": "geen", "uitgaven_2021_rekening": 159000}, {"M41": 50000, "M42": 50000, "M43": 0}),
    ({"uitgaven_2021_rekening": 158000}, {"M42": "controleer", "M43": "controleer"}),   # less than the 159,000 of extra money,
    ({"uitgaven_2016_rekening": None}, {"L36": "onbekend", "M39": "onbekend", "M40": "onbekend", "M41": "onbekend", "M42": "onbekend", "M43": "onbekend", "M38": "niet"}),
    ({"uitgaven_2016_rekening": 0}, {"M39": "onbekend", "M40": "onbekend"}),
    ({"uitgaven_2016_begroting": 380000}, {"L35": 417484.0520550, "M37": 0.0503155404, "M38": "deels"}),
    ({"index_2021": 0}, {"L36": 424844.413875, "M39": 0.0150985939, "M40": "deels"}),
    ({"index_2018": "onbekend"}, {"F36": "onbekend", "L36": "onbekend", "M40": "onbekend", "E40": "deels"}),
    ({"index_2017": None}, {"D35": "onbekend", "L35": "onbekend", "L38": "onbekend"}),
    ({"doelgroep_bijstand_2021": 560}, {"L45": 1, "L46": "gehaald", "L47": 0, "L51": 900 / 1035}),
    ({"doelgroep_bijstand_2021": "onbekend"}, {"L45": "onbekend", "L46": "onbekend", "L47": "onbekend", "L51": 340 / 475, "L52": 0.5}),
    ({"doelgroep_werkend_2021": 0}, {"L48": "geen kinderen", "L49": "geen kinderen", "L50": 0, "L51": 1.5}),
    ({"doelgroep_werkend_2021": 100}, {"L48": 3.4, "L49": "controleer"}),
    ({"bereikt_werkend_2021": 332}, {"L48": 332 / 475, "L49": "nog niet gehaald", "L50": 1}),   # 70% of 475 is 332.5
    ({"eigen_doel_bijstand_2020": 0.8}, {"J46": "gehaald", "J47": 0}),
    ({"eigen_doel_bijstand_2019": 0.8}, {"H46": "nog niet gehaald", "H47": 4}),   # 480 of 605, 80% is 484
    ({"eigen_doel_werkend_2020": None}, {"J49": "geen ambitie", "J50": "geen ambitie"}),
    ({"eigen_doel_werkend_2020": "onbekend"}, {"J49": "onbekend", "J50": "onbekend"}),
    ({"eigen_doel_bijstand_2021": 0.5}, {"L46": "nog niet gehaald", "L47": 40}),   # the national ambition stands
    ({"bereikt_bijstand_2021": None, "bereikt_werkend_2021": None}, {"L46": "onbekend", "L49": "onbekend", "L51": "onbekend", "L52": 0}),
    ({"bereikt_werkend_2021": None, "doelgroep_werkend_2021": None}, {"L49": "onbekend", "L51": 560 / 600, "L52": 0.5}),
]

# Published percentages, and what was reported of them.
REACH = {("Haarlem", 2017): 0.610, ("Elburg", "inkomen tot 120%"): 0.574, ("Elburg", "inkomen tot 130%"): 0.390,
         ("Amersfoort", 2018): 0.386, ("Walcheren", 2017): 0.244, ("Heusden", 2021): "onbekend"}
ON_TOP = {("Haarlemmermeer", 2018): (1, "volledig"), ("Utrecht", "begroting / begroting"): (2.23, "volledig"),
          ("Utrecht", "begroting / rekening"): (0.77, "deels"), ("Utrecht", "rekening / begroting"): (0.52, "deels"),
          ("Utrecht", "rekening / rekening"): (-0.94, "niet"), ("Zandvoort", 2017): (0.54, "deels"),
          ("Vlissingen", 2017): (0.14, "deels"), ("Heemskerk", 2017): (0, "niet"), ("Enkhuizen", 2017): ("nog niet", "nog niet")}
SPENT = {("Hilversum", 2017): (1.054, "alles besteed"), ("Heemstede", 2017): (0.632, "rest elders"),
         ("Velsen", 2017): (0.702, "rest bewaard"), ("Enkhuizen", 2017): (0, "rest bewaard")}


class Begroting(Sheet, unittest.TestCase):
    name = "begroting"
    frozen = ("Begroting", "Praktijk")
    charts = 1
    large = "ontvangen_2021_rekening"

    def expect(self, book, outcome):
        for address, expected in outcome.items():
            actual = value(book, address)
            if isinstance(expected, str) or isinstance(actual, (str, Error)):
                self.assertEqual(actual, expected, address)
            else:
                self.assertAlmostEqual(actual, expected, delta=1e-6 * max(1, abs(expected)), msg=address)

    def test_the_verdicts_as_computed_by_hand(self):
        self.expect(self.opened(), FILLED)

    def test_changed_inputs_give_what_was_computed_by_hand(self):
        book = self.opened()
        for inputs, outcome in CASES:
            with self.subTest(**inputs):
                before = {name: cell_value(named(book, name)) for name in inputs}
                for name, content in inputs.items():
                    enter(book, name, content)
                self.expect(book, outcome)
                for name, content in before.items():
                    enter(book, name, content)
        self.expect(book, FILLED)

    def test_every_input_moves_its_own_year_and_no_earlier_one(self):
        """Whatever is made unknown turns some result of its year into a word; nothing before that year moves."""
        book = self.opened()
        inputs_of_no_year = ("eigen_doel_bijstand_2021", "eigen_doel_werkend_2021")  # the national ambition goes first
        for name in ("doelgroep_werkend_2017", "doelgroep_werkend_2018", "bereikt_werkend_2017"):
            enter(book, name, 100)
        table = book.Sheets.getByName("Begroting").getCellRangeByName("A1:M53")
        given = table.getFormulaArray()
        computed = [(row, column) for row, cells in enumerate(given) for column, cell in enumerate(cells) if cell.startswith("=")]
        filled = table.getDataArray()
        inputs = [name for name in names(book) if name[-1].isdigit() or name.endswith(("_begroting", "_rekening"))]
        self.assertEqual(len(inputs), 7 * 10 + 12 + 5 * 7)
        for name in inputs:
            with self.subTest(input=name):
                year = int(next(part for part in name.split("_") if part.isdigit()))
                was = cell_value(named(book, name))
                enter(book, name, "onbekend")
                now = table.getDataArray()
                enter(book, name, was)
                columns = {"ABCDEFGHIJKLM"[column] for row, column in computed if now[row][column] != filled[row][column]}
                if name in inputs_of_no_year:
                    self.assertFalse(columns)
                    continue
                self.assertTrue(columns & {BUDGET[max(year, 2017)], ACCOUNT[max(year, 2017)]}, columns)
                self.assertFalse(columns & {column for early in range(2016, year) for column in (BUDGET[early], ACCOUNT[early])})
        self.assertEqual(table.getDataArray(), filled)

    def test_every_year_is_computed_like_the_last(self):
        """So what is worked out for 2021 holds for all; 2017 alone takes its baseline from 2016."""
        def next_year(formula):
            return re.sub(r"(?<![\w$.])([B-M])(\$?\d+)", lambda cell: chr(ord(cell[1]) + 2) + cell[2], formula)
        rows = self.opened().Sheets.getByName("Begroting").getCellRangeByName("A1:M53").getFormulaArray()
        compared = 0
        for row, formulas in enumerate(rows, 1):
            for column in range(3, 11):
                if formulas[column].startswith("=") and not (row in (35, 36) and column < 5):
                    self.assertEqual(next_year(formulas[column]), formulas[column + 2], f"row {row}, column {column + 1}")
                    compared += 1
        self.assertGreater(compared, 100)

    def test_an_emptied_sheet_is_unknown_and_never_zero(self):
        book = self.opened()
        for name in names(book):
            if name not in ("melding", "eenheid"):
                enter(book, name, None)
        results = [(row + 1, result) for (sheet, column, row), (formula, result) in snapshot(book).items()
                   if sheet == "Begroting" and formula.startswith("=") and 1 <= column <= 12 and 7 <= row + 1 <= 54]
        self.assertGreater(len(results), 150)
        for row, result in results:
            self.assertIn(result, (0,) if row == 52 else ("onbekend", "geen norm", "geen ambitie"), row)

    def test_the_unit_shows_in_the_heading(self):
        book = self.opened()
        self.assertEqual(value(book, "A4"), "Bedragen in euro")
        enter(book, "eenheid", "× € 1.000")
        self.assertEqual(value(book, "A4"), "Bedragen in × € 1.000")

    def test_savings_and_overspending_are_marked(self):
        book = self.opened()
        self.assertEqual(named(book, "uitgaven_2021_rekening").getString(), "428.000")
        marks = book.Sheets.getByIndex(0).getCellRangeByName("M19")
        self.assertEqual(marks.getString(), "212.000 V")
        enter(book, "uitgaven_2021_rekening", 640500)
        self.assertEqual(marks.getString(), "500 N")

    def test_sources_stand_beside_the_norms(self):
        book = self.opened()
        for address, words in (("N29", "Geen norm voor gemeenten"), ("N31", "Ruimte: ten hoogste"),
                               ("N45", "Ambitie voor 2021: ten minste"), ("N48", "Ambitie voor 2021: ten minste")):
            self.assertIn(words, value(book, address))
            self.assertIn("Kamer", value(book, address))

    def test_published_cases_give_the_published_percentages(self):
        book = self.opened()
        seen = {}
        for row in range(5, 28):
            case = tuple(value(book, f"Praktijk.{column}{row}") for column in "AB")
            share, verdict, check = (value(book, f"Praktijk.{column}{row}") for column in "HIL")
            if check in ("klopt", "klopt niet"):
                self.assertEqual(check, "klopt", case)
                self.assertGreater(len(value(book, f"Praktijk.M{row}")), 20, "a source")
                seen.setdefault(case, []).append((share, verdict))
        for case, share in REACH.items():
            self.assertIn(share, [round(got, 3) if isinstance(got, float) else got for got, _ in seen[case]], case)
        for case, (share, verdict) in ON_TOP.items():
            self.assertIn((share, verdict), [(round(got, 2) if isinstance(got, float) else got, word) for got, word in seen[case]], case)
        for case, (share, verdict) in SPENT.items():
            self.assertIn((share, verdict), [(round(got, 3) if isinstance(got, float) else got, word) for got, word in seen[case]], case)
        self.assertEqual(sum(map(len, seen.values())), len(REACH) + len(ON_TOP) + len(SPENT))

    def test_a_wrong_published_figure_is_noticed(self):
        book = self.opened()
        sheet = book.Sheets.getByName("Praktijk")
        sheet.unprotect("")
        sheet.getCellRangeByName("C5").setValue(2700)
        self.assertEqual(value(book, "Praktijk.L5"), "klopt niet")

    def test_the_chart_leaves_out_what_is_unknown_and_says_so(self):
        book = self.opened()
        self.assertEqual([value(book, f"{column}60") for column in "PQRST"], ["2021", 118000, 41000, 47000, 13000])
        enter(book, "generiek_2021_rekening", None)
        self.assertEqual([value(book, f"{column}60") for column in "PQRST"], ["2021 (deels onbekend)", 118000, 41000, "onbekend", 13000])


if __name__ == "__main__":
    unittest.main()
