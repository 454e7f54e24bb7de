# SPDX-License-Identifier: EUPL-1.2
"""The sheet for controllers: samples/begroting.fods."""
import re
import unittest

from office import Error, cell_value
from sheets import Sheet, enter, named, names, snapshot, value

BUDGET, ACCOUNT = (dict(zip(range(2016, 2022), columns)) for columns in ("BDFHJL", "CEGIKM"))

# The account of 2021 (column M, where a year has one cell L), by hand from the figures in the sheet:
#   available       184,000 + 35,000 − 10,000 = 209,000
#   in kind         118,000 / 206,000 spent, 118,000 / 219,000 received; generic 47,000 / 219,000 = 21.5%, above 20%
#   baseline        growth 1.015 × 1.02 × 1.025 × 1.02 × 1.015 = 1.09864224225; × 400,000 and × 392,500
#   on top          (428,000 − 439,456.90) / 209,000 and (428,000 − 431,217.08) / 209,000: less than nothing, all displaced
#   reach           560 / 600, 40 short of all; 340 / 475, above 70%; together 900 / 1,075
FILLED = {"M10": 209000, "M16": "sluit", "M19": 212000, "M27": 118 / 206, "M28": 118 / 219, "M29": 47 / 219, "M30": "voldoet niet",
          "L32": 439456.8969, "L33": 431217.080083125, "M34": -0.0548176885, "M35": "niet", "M36": -0.0153927277,
          "M37": "niet", "M38": 209000, "L40": 560 / 600, "L41": "voldoet niet", "L42": 40, "L43": 340 / 475, "L44": "voldoet",
          "L45": 0, "L46": 900 / 1075, "L47": 1,
          # the budget of 2021: (640,000 − 439,456.90) / 218,000; displaced 218,000 − 200,543.10; 40,000 / 218,000 = 18.3%
          "L34": 0.9199224913, "L35": "deels", "L36": 0.9577197244, "L37": "deels", "L38": 17456.8969, "L29": 40 / 218, "L30": "let op",
          # other years: no norm yet in 2018; in 2018 all of it on top: (634,000 − 392,500 × 1.0353) / 222,000
          "G30": "geen norm", "F41": "geen norm", "G36": 1.0254268018, "G37": "volledig", "F43": "onbekend", "F47": 0.5, "C19": 7500}

# What is entered, and the cells that it changes.
CASES = [
    ({"ontvangen_2021_rekening": 300000}, {"M10": 325000, "M16": 116000, "M36": -0.0098987079, "M37": "niet"}),
    ({"ontvangen_2021_rekening": "onbekend"}, {"M10": "onbekend", "M16": "onbekend", "M36": "onbekend", "M37": "onbekend", "M38": "onbekend"}),
    ({"meegenomen_2021_rekening": None}, {"M10": "onbekend", "M16": "onbekend", "M34": "onbekend", "M35": "onbekend"}),
    ({"doorgeschoven_2021_rekening": 219000}, {"M10": 0, "M36": "nog niet", "M37": "nog niet", "M38": "nog niet"}),
    ({"doorgeschoven_2021_rekening": 219001}, {"M10": -1, "M36": "controleer", "M37": "controleer"}),
    ({"in_natura_2021_rekening": None}, {"M16": "onbekend", "M27": "onbekend", "M28": "onbekend", "M29": "onbekend", "M30": "onbekend"}),
    ({"in_natura_2021_rekening": "onbekend"}, {"M27": "onbekend", "M28": "onbekend", "M29": "onbekend", "M30": "onbekend"}),
    ({f"{part}_2021_rekening": 0 for part in ("in_natura", "kinderarmoede_anders", "generiek")}, {"M27": "niets besteed", "M28": 0}),
    ({"kinderarmoede_anders_2021_rekening": 0}, {"M16": 41000, "M27": 118 / 165, "M28": 118 / 178, "M29": 47 / 178}),
    ({"generiek_2021_rekening": 32850}, {"M27": 118 / 191.85, "M29": 32.85 / 204.85, "M30": "let op"}),   # 16.0%
    ({"niet_besteed_2021_rekening": 113000}, {"M27": 118 / 206, "M29": 47 / 319, "M30": "voldoet"}),      # 14.7%
    ({"niet_besteed_2021_rekening": "onbekend"}, {"M27": 118 / 206, "M28": "onbekend", "M29": "onbekend", "M30": "onbekend"}),
    ({"uitgaven_2021_rekening": 640300}, {"M36": 1.000397, "M37": "volledig", "M38": 0, "M19": -300}),
    ({"uitgaven_2021_rekening": 431300}, {"M36": 0.000396746, "M37": "deels"}),
    ({"uitgaven_2021_begroting": 650000}, {"L34": 0.9657940509, "L35": "deels", "L36": 1.0035913758, "L37": "volledig", "M19": 222000}),
    ({"uitgaven_2016_rekening": "geen"}, {"L33": "geen", "M36": 428 / 209, "M37": "volledig", "M35": "niet"}),
    ({"uitgaven_2016_rekening": None}, {"L33": "onbekend", "M36": "onbekend", "M37": "onbekend", "M38": "onbekend", "M35": "niet"}),
    ({"uitgaven_2016_rekening": 0}, {"M36": "onbekend", "M37": "onbekend"}),
    ({"uitgaven_2016_begroting": 380000}, {"L32": 417484.0520550, "M34": 0.0503155404, "M35": "deels"}),
    ({"index_2021": 0}, {"L33": 424844.413875, "M36": 0.0150985939, "M37": "deels"}),
    ({"index_2018": "onbekend"}, {"F33": "onbekend", "L33": "onbekend", "M37": "onbekend", "E37": "deels"}),
    ({"index_2017": None}, {"D32": "onbekend", "L32": "onbekend", "L35": "onbekend"}),
    ({"doelgroep_bijstand_2021": 560}, {"L40": 1, "L41": "voldoet", "L42": 0, "L46": 900 / 1035}),
    ({"doelgroep_bijstand_2021": "onbekend"}, {"L40": "onbekend", "L41": "onbekend", "L42": "onbekend", "L46": 340 / 475, "L47": 0.5}),
    ({"doelgroep_werkend_2021": 0}, {"L43": "geen kinderen", "L44": "geen kinderen", "L45": 0, "L46": 1.5}),
    ({"doelgroep_werkend_2021": 100}, {"L43": 3.4, "L44": "controleer"}),
    ({"bereikt_werkend_2021": 332}, {"L43": 332 / 475, "L44": "voldoet niet", "L45": 1}),   # 70% of 475 is 332.5
    ({"bereikt_bijstand_2021": None, "bereikt_werkend_2021": None}, {"L41": "onbekend", "L44": "onbekend", "L46": "onbekend", "L47": 0}),
    ({"bereikt_werkend_2021": None, "doelgroep_werkend_2021": None}, {"L44": "onbekend", "L46": 560 / 600, "L47": 0.5}),
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
        for name in ("doelgroep_werkend_2017", "doelgroep_werkend_2018", "bereikt_werkend_2017"):
            enter(book, name, 100)
        table = book.Sheets.getByName("Begroting").getCellRangeByName("A1:M48")
        given = table.getFormulaArray()
        computed = [(row, column) for row, cells in enumerate(given) for column, cell in enumerate(cells) if cell.startswith("=")]
        filled = table.getDataArray()
        inputs = [name for name in names(book) if name[-1].isdigit() or name.endswith(("_begroting", "_rekening"))]
        self.assertEqual(len(inputs), 7 * 10 + 12 + 5 * 5)
        for name in inputs:
            with self.subTest(input=name):
                year = int(next(part for part in name.split("_") if part.isdigit()))
                was = cell_value(named(book, name))
                enter(book, name, "onbekend")
                now = table.getDataArray()
                enter(book, name, was)
                columns = {"ABCDEFGHIJKLM"[column] for row, column in computed if now[row][column] != filled[row][column]}
                self.assertTrue(columns & {BUDGET[max(year, 2017)], ACCOUNT[max(year, 2017)]}, columns)
                self.assertFalse(columns & {column for early in range(2016, year) for column in (BUDGET[early], ACCOUNT[early])})
        self.assertEqual(table.getDataArray(), filled)

    def test_every_year_is_computed_like_the_last(self):
        """So what is worked out for 2021 holds for all; 2017 alone takes its baseline from 2016."""
        def next_year(formula):
            return re.sub(r"(?<![\w$.])([B-M])(\$?\d+)", lambda cell: chr(ord(cell[1]) + 2) + cell[2], formula)
        rows = self.opened().Sheets.getByName("Begroting").getCellRangeByName("A1:M48").getFormulaArray()
        compared = 0
        for row, formulas in enumerate(rows, 1):
            for column in range(3, 11):
                if formulas[column].startswith("=") and not (row in (32, 33) and column < 5):
                    self.assertEqual(next_year(formulas[column]), formulas[column + 2], f"row {row}, column {column + 1}")
                    compared += 1
        self.assertGreater(compared, 100)

    def test_an_emptied_sheet_is_unknown_and_never_zero(self):
        book = self.opened()
        for name in names(book):
            if name not in ("melding", "eenheid"):
                enter(book, name, None)
        results = [(row + 1, result) for (sheet, column, row), (formula, result) in snapshot(book).items()
                   if sheet == "Begroting" and formula.startswith("=") and 1 <= column <= 12 and 7 <= row + 1 <= 49]
        self.assertGreater(len(results), 150)
        for row, result in results:
            self.assertIn(result, (0,) if row == 47 else ("onbekend", "geen norm"), row)

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
        for address, words in (("N27", "Geen norm voor gemeenten"), ("N29", "Ruimte: ten hoogste"), ("N40", "Ambitie: ten minste"), ("N43", "Ambitie: ten minste")):
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
        self.assertEqual([value(book, f"{column}55") for column in "PQRST"], ["2021", 118000, 41000, 47000, 13000])
        enter(book, "generiek_2021_rekening", None)
        self.assertEqual([value(book, f"{column}55") for column in "PQRST"], ["2021 (deels onbekend)", 118000, 41000, "onbekend", 13000])


if __name__ == "__main__":
    unittest.main()
