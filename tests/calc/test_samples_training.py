# SPDX-License-Identifier: EUPL-1.2
"""samples/training.sheet in a real office: right answers are accepted, and each known mistake is named."""
import unittest

from office import Office
from sheets import OpenSheet, Sheet, error_cells, on_paper, value, values

# Worked out by hand from the figures in the exercises.
RIGHT = {
    1: [[2631]],  # 150/570 of 10,000 is 2631.58; two euros are left for .77 and .65
    2: [[21354], [13542], [6771], [4687], [3646]],
    3: [[300], [301], [300], [100]],  # 300.3, 300.3, 300.3 and 100.1; the lowest code is GM0100, Zuid
    4: [["onbekend"]],
    5: [[840], [1250], [620], [300]],
    6: [[8267], [5867], [3466], [2400]],
    7: [[5000], [2857], [1143], [500], [500]],  # 5,000 and twice 500 are held; 4,000 by 250 : 100
    8: [[59600]],  # 100,000 - (450,000 - 400,000 * 1.024)
}
# What the sheet names: exercise, answer, what the verdict says.
MISTAKES = [
    (1, [[2632]], "apart afgerond met AFRONDEN; samen wordt dat € 10.001 en niet € 10.000"),
    (1, [[1316]], "de totaalrij telt mee"),
    (1, [[4054]], "één aantal is overgeslagen"),
    (1, [["2.631"]], "dit is tekst en geen getal"),
    (1, [[10000 * 150 / 570]], "apart afgerond|hele euro's"),
    (1, [[7]], "kijk naar de hint"),
    (2, [[21354], [13542], [6771], [4688], [3646]], "apart afgerond met AFRONDEN; samen is dat € 50.001 en niet € 50.000"),
    (2, [[10677], [6771], [3385], [2344], [1823]], "de totaalrij telt mee"),
    (2, [[29286], [18571], [9286], [6429], [5000]], "één aantal is overgeslagen, zoals SOM doet met tekst; samen is dat € 68.572"),
    (2, [[21354], ["13.542"], [6771], [4687], [3646]], "er staat tekst waar een getal hoort"),
    (2, [[1], [2], [3], [4], [5]], "samen is dit € 15 en niet € 50.000"),
    (2, [[21353], [13543], [6771], [4687], [3646]], "samen klopt het, maar niet elk bedrag"),
    (2, [[21354], [13542.5], [6770.5], [4687], [3646]], "hele euro's"),
    (3, [[301], [300], [300], [100]], "gaat hier de laagste code voor"),
    (3, [[300], [300], [300], [100]], "apart afgerond met AFRONDEN; samen is dat € 1.000 en niet € 1.001"),
    (3, [[150], [150], [150], [50]], "de totaalrij telt mee"),
    (4, [[0]], "onbekend is niet hetzelfde als 0"),
    (4, [[3582]], "als 0 geteld"),
    (4, [[1791]], "de totaalrij telt mee"),
    (4, [["veel"]], "is het bedrag bekend of niet"),
    (4, [[5000]], "zolang één aantal onbekend is"),
    (5, [[840], [1.25], [620], [300]], "leest 1.250 als 1,25"),
    (5, [[840], [1205], [620], [300]], "hoort 1250"),
    (5, [[840], [1250], [621], [300]], "een ander aantal is veranderd"),
    (5, [[840], [1250], [None], [300]], "er is een cel leeg"),
    (6, [[4133], [2933], [1733], [1200]], "de totaalrij telt mee"),
    (6, [[8267], [5867], [3467], [2400]], "apart afgerond met AFRONDEN; samen is dat € 20.001 en niet € 20.000"),
    (6, [[11698], [8302], [4906], [3396]], "één aantal is overgeslagen"),
    (7, [[6000], [2500], [1000], [400], [100]], "de grenzen ontbreken"),
    (7, [[5000], [2500], [1000], [500], [500]], "apart afgerond met AFRONDEN; samen is dat € 9.500 en niet € 10.000"),
    (8, [[58000]], "de indexatie is afgerond"),
    (8, [[50000]], "de nulmeting is niet geïndexeerd"),
    (8, [[0]], "de totaalrij is dubbel geteld"),
    (8, [[100000]], "een uitgave is overgeslagen"),
    (8, [[40400]], "dit is wat erbij kwam"),
    (8, [[1]], "kijk naar de hint"),
]
ENGLISH_MISTAKES = [
    (1, [[2632]], "rounded by itself with ROUND; together that becomes € 10,001 and not € 10,000"),
    (2, [[29286], [18571], [9286], [6429], [5000]], "one number was skipped, as SUM does with text; together that is € 68,572"),
    (3, [[301], [300], [300], [100]], "in a tie the lowest code goes first here; give the codes as the order"),
    (4, [[3582]], "the unknown municipality was counted as 0, as SUM does; this amount is too high"),
    (5, [[840], [1250], [None], [300]], "a cell is empty; that municipality does not count then"),
    (6, [[4133], [2933], [1733], [1200]], "the total row counts in the key; everyone gets half"),
    (7, [[6000], [2500], [1000], [400], [100]], "the bounds are missing; give the minimum and the maximum"),
    (8, [[50000]], "the baseline was not indexed"),
]
FORMULAS = {1: "ALLOCATEDU(B6;B7:B9;1)", 2: "ALLOCATEDU(B6;B7:B11)", 3: "ALLOCATEDU(B6;B7:B10;;;;;;D7:D10)", 4: "ALLOCATEDU(B6;B7:B9;1)",
            6: "ALLOCATEDU(B6;B7:B10)", 7: "ALLOCATEDU(B6;B7:B11;;;;B12;B13)", 8: "DISPLACEMENT(B6;SUM(B9:B13);B7;B8)"}


class Training(Sheet, unittest.TestCase):
    name = "training"
    inputs = tuple(f"antwoord_{i}" for i in RIGHT)
    frozen = ("Start", *(f"Opdracht {i}" for i in RIGHT))
    large = "antwoord_1"


class Workshop(Sheet, unittest.TestCase):
    name = "workshop"
    language = "en"
    inputs = tuple(f"answer_{i}" for i in RIGHT)
    frozen = ("Start", *(f"Exercise {i}" for i in RIGHT))
    large = "answer_1"

    def test_right_answers_and_mistakes_are_told_in_english(self):
        book = self.opened()
        for exercise, content in RIGHT.items():
            self.assertRegex(value(book, f"Exercise {exercise}.B3"), "^not yet: ")
            self.fill_in(book, exercise, [["unknown"]] if exercise == 4 else content)
            self.assertEqual(value(book, f"Exercise {exercise}.B3"), "right")
        self.assertEqual(value(book, "Start.A2"), "You have 8 of the 8 exercises right.")
        for exercise, content, told in ENGLISH_MISTAKES:
            with self.subTest(exercise=exercise, content=content):
                self.fill_in(book, exercise, content)
                self.assertEqual(value(book, f"Exercise {exercise}.B3"), "wrong: " + told)

    def fill_in(self, book, exercise, content):
        cells = book.NamedRanges.getByName(f"answer_{exercise}").getReferredCells()
        Office.put(book, cells.AbsoluteName.replace("$", "").replace("'", ""), content)

    def test_the_hints_have_the_formulas_of_the_dutch_ones_as_an_english_office_has_them(self):
        book = self.opened()
        for exercise, formula in FORMULAS.items():
            with self.subTest(exercise=exercise):
                typed = "=" + formula.replace(";", ",").replace("ALLOCATEDU", "ALLOCATE_DU")
                column = [row[0] for row in values(book, f"Exercise {exercise}.A1:A40")]
                self.assertIn(typed, column[column.index("Hint") + 1])


class Answers(OpenSheet, unittest.TestCase):
    name = "training"

    def place(self, exercise):
        cells = self.book.NamedRanges.getByName(f"antwoord_{exercise}").getReferredCells()
        return cells.AbsoluteName.replace("$", "").replace("'", "")

    def answer(self, exercise, content):
        self.office.put(self.book, self.place(exercise), content)
        return self.verdict(exercise)

    def verdict(self, exercise):
        return self.office.value(self.book, f"Opdracht {exercise}.B3")

    def test_nothing_filled_in(self):
        for exercise in RIGHT:
            self.assertTrue(self.verdict(exercise).startswith("nog niet: "), exercise)
        self.assertEqual(self.office.value(self.book, "Start.A2"), "U hebt 0 van de 8 opdrachten goed.")

    def test_right_answers(self):
        for done, (exercise, content) in enumerate(RIGHT.items(), 1):
            with self.subTest(exercise=exercise):
                self.assertEqual(self.answer(exercise, content), "goed")
                self.assertEqual(self.office.value(self.book, "Start.A2"), f"U hebt {done} van de 8 opdrachten goed.")
        self.assertEqual(error_cells(self.book), {})
        self.assertEqual(self.office.values(self.book, "Opdracht 5.C7:C10"), [[6977], [10382], [5149], [2492]])

    def test_the_formulas_of_the_hints(self):
        for exercise, formula in FORMULAS.items():
            with self.subTest(exercise=exercise):
                if len(RIGHT[exercise]) == 1:
                    self.office.put(self.book, self.place(exercise), "=MEEDOEN.BUDGET." + formula)
                else:
                    self.office.array(self.book, self.place(exercise), "=MEEDOEN.BUDGET." + formula)
                self.assertEqual(self.verdict(exercise), "goed")

    def test_mistakes_are_named(self):
        for exercise, content, named in MISTAKES:
            with self.subTest(exercise=exercise, content=content):
                verdict = self.answer(exercise, content)
                self.assertTrue(verdict.startswith("fout: "), verdict)
                self.assertRegex(verdict, named)

    def test_half_an_answer(self):
        self.assertEqual(self.answer(2, [[21354], [None], [None], [4687], [3646]]), "nog niet: er zijn nog 2 gele cellen leeg")
        self.assertIn("uw formule geeft een fout", self.answer(1, "=1/0"))
        self.assertEqual(self.verdict(5), "nog niet: cel 2 is tekst: '1.250'")
        self.assertEqual(self.answer(4, "=NA()"), "goed")

    def test_every_exercise_shows_what_goes_wrong(self):
        """Rounding, a text number, a total row: what comes out and what it should be."""
        shown = {1: [(10001, 10000), (15405, 10000), (5000, 10000)], 2: [(50001, 50000), (68572, 50000), (25000, 50000)],
                 3: [(1000, 1001), (1430, 1001), (500, 1001)], 4: [(3582, "onbekend"), (10000, "onbekend"), (1791, "onbekend")],
                 5: [(25001, 25000), (42756, 25000), (12500, 25000)], 6: [(20001, 20000), (28302, 20000), (10000, 20000)],
                 7: [(9500, 10000), (13332, 10000), (5000, 10000)], 8: [(58000, 59600), (100000, 59600), (0, 59600)]}
        for exercise, expected in shown.items():
            with self.subTest(exercise=exercise):
                column = [row[0] for row in self.office.values(self.book, f"Opdracht {exercise}.A1:A40")]
                first = column.index("Fout") + 2
                self.assertEqual(self.office.values(self.book, f"Opdracht {exercise}.B{first}:C{first + 2}"), [list(pair) for pair in expected])

    def test_the_verdict_has_a_colour_beside_its_word(self):
        for sheet in list(self.book.Sheets)[1:9]:
            formats = sheet.ConditionalFormats.ConditionalFormats
            styles = [formats[0].getByIndex(i).StyleName for i in range(3)]
            self.assertEqual(styles, ["Antwoord goed", "Antwoord fout", "Antwoord nog niet"], sheet.Name)
            for style in styles:
                self.assertTrue(self.book.StyleFamilies.getByName("CellStyles").hasByName(style), style)

    def test_answers_are_hidden(self):
        self.assertFalse(self.book.Sheets.getByName("Antwoorden").IsVisible)
        self.assertNotIn("Totaalrij mee", on_paper(self.book))


if __name__ == "__main__":
    unittest.main()
