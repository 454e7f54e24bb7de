# SPDX-License-Identifier: EUPL-1.2
"""The page for council members: samples/raadscheck.fods."""
import unittest

from office import cell_value
from sheets import Sheet, cell_at, column, enter, named, names, value

QUESTIONS = {"besteed": 18, "extra": 20, "natura": 22, "bijstand": 24, "werkend": 26, "onbekend": 28, "doorgeschoven": 30}
FILLED = {"besteed": "voldoet", "extra": "deels", "natura": "geen norm", "bijstand": "voldoet niet", "werkend": "onbekend",
          "onbekend": "onbekend", "doorgeschoven": "let op"}

# What is entered, and the verdicts that it changes. By hand, from the figures on the page: 250,000 to spend, 25,000 carried
# over, 195,000 for children, of which 110,000 in kind; before 400,000, now 580,000; 540 of 600 and 210 of an unknown group.
CASES = [
    ({"te_besteden": 300000}, {"besteed": "voldoet niet"}),           # 80,000 / 300,000 = 27% elsewhere; 180/275 = 65% extra
    ({"te_besteden": 260000}, {"besteed": "let op"}),                 # 40,000 / 260,000 = 15.4%, above 15%
    ({"te_besteden": 205000}, {"extra": "volledig"}),                 # 180,000 / (205,000 − 25,000) = 100%; nothing elsewhere
    ({"te_besteden": "onbekend"}, {"besteed": "onbekend", "extra": "onbekend", "natura": "onbekend", "doorgeschoven": "onbekend"}),
    ({"te_besteden": None}, {"besteed": "onbekend", "extra": "onbekend", "natura": "onbekend", "doorgeschoven": "onbekend"}),
    ({"te_besteden": 0, "doorgeschoven": 0}, {"besteed": "geen geld", "extra": "geen geld", "doorgeschoven": "niets"}),
    ({"te_besteden": 25000}, {"besteed": "nog niet", "extra": "nog niet"}),          # all of it carried over
    ({"te_besteden": 24000}, {"besteed": "controleer", "extra": "controleer"}),      # more carried over than there was
    ({"doorgeschoven": 0}, {"besteed": "voldoet niet", "doorgeschoven": "niets"}),   # 55,000 / 250,000 = 22% elsewhere
    ({"doorgeschoven": 70000}, {"extra": "volledig"}),                # 180,000 / 180,000
    ({"doorgeschoven": None}, {"besteed": "onbekend", "extra": "onbekend", "doorgeschoven": "onbekend"}),
    ({"besteed_kinderen": 175000}, {"besteed": "let op"}),            # 50,000 / 250,000 = 20%, not above 20%
    ({"besteed_kinderen": 174000}, {"besteed": "voldoet niet"}),      # 51,000 / 250,000 = 20.4%
    ({"besteed_kinderen": "onbekend"}, {"besteed": "onbekend", "natura": "onbekend"}),
    ({"besteed_natura": None}, {"natura": "onbekend"}),
    ({"eigen_voor": 355000}, {"extra": "volledig"}),                  # 225,000 / 225,000
    ({"eigen_voor": 580000}, {"extra": "niet"}),                      # nothing was added
    ({"eigen_voor": "geen"}, {"extra": "volledig"}),                  # 580,000 / 225,000
    ({"eigen_voor": 0}, {"extra": "onbekend"}),                       # 0 is no baseline
    ({"eigen_voor": None}, {"extra": "onbekend"}),
    ({"uitgaven_nu": 625000}, {"extra": "volledig"}),                 # 225,000 / 225,000
    ({"uitgaven_nu": 399999}, {"extra": "niet"}),                     # less than before
    ({"uitgaven_nu": "onbekend"}, {"extra": "onbekend"}),
    ({"doelgroep_bijstand": 540}, {"bijstand": "voldoet"}),           # 540 / 540
    ({"doelgroep_bijstand": 269}, {"bijstand": "controleer"}),        # 540 / 269 = 201%
    ({"doelgroep_bijstand": 0}, {"bijstand": "geen kinderen"}),
    ({"bereikt_bijstand": 600}, {"bijstand": "voldoet"}),
    ({"bereikt_bijstand": None}, {"bijstand": "onbekend"}),
    ({"doelgroep_werkend": 300}, {"werkend": "voldoet", "onbekend": "alles bekend"}),       # 210 / 300 = 70%
    ({"doelgroep_werkend": 301}, {"werkend": "voldoet niet", "onbekend": "alles bekend"}),  # 210 / 301 = 69.8%
    ({"doelgroep_werkend": 300, "bereikt_werkend": 209}, {"werkend": "voldoet niet", "onbekend": "alles bekend"}),
    ({"jaar": 2018}, {"besteed": "geen norm", "bijstand": "geen norm", "werkend": "geen norm"}),
    ({"jaar": 2019}, {"bijstand": "geen norm", "werkend": "geen norm"}),
    ({"jaar": None}, {"besteed": "geen norm", "bijstand": "geen norm", "werkend": "geen norm"}),
]


def verdicts(book):
    return {question: value(book, f"C{row}") for question, row in QUESTIONS.items()}


class Raadscheck(Sheet, unittest.TestCase):
    name = "raadscheck"
    frozen = ("Raadscheck",)
    charts = 1
    large = "te_besteden"

    def test_at_most_twelve_cells_to_fill_in(self):
        self.assertEqual(len(names(self.opened())) - 1, 12)

    def test_each_input_changes_the_verdicts_as_computed_by_hand(self):
        changed = set()
        book = self.opened()
        filled = {name: cell_value(named(book, name)) for name in names(book) if name != "melding"}
        self.assertEqual(verdicts(book), FILLED)
        for inputs, outcome in CASES:
            with self.subTest(**inputs):
                for name, content in inputs.items():
                    enter(book, name, content)
                self.assertEqual(verdicts(book), FILLED | outcome)
            for name in inputs:
                enter(book, name, filled[name])
            changed |= set(inputs)
        self.assertEqual(verdicts(book), FILLED)
        self.assertEqual(changed | {"gemeente"}, set(filled))

    def test_the_figures_beside_the_verdicts(self):
        """195/250; 30/250; 180/225 and 225 − 180 = 45 thousand; 110/250 and 110/195; 540/600, 60 short; 25/250."""
        for locale, thousand in (("nl-NL", "."), ("en-US", ",")):
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual([value(book, f"D{row}") for row in QUESTIONS.values()], [
                    "78% aan kinderen; 12% breder of niet besteed",
                    f"80% kwam erbij; € 45{thousand}000 verving eigen geld",
                    "44% van het extra geld; 56% van wat aan kinderen is besteed",
                    "90% bereikt; nog 60 tot de norm",
                    "onbekend",
                    "1 van de 10 cijfers onbekend",
                    f"€ 25{thousand}000, dat is 10%"])

    def test_every_verdict_has_its_colour_its_mark_its_norm_and_a_question(self):
        book = self.opened()
        for question, row in QUESTIONS.items():
            with self.subTest(question=question):
                rules = cell_at(book, f"C{row}").ConditionalFormat
                applied = {rules.getByIndex(i).StyleName for i in range(rules.Count)}
                self.assertEqual(applied, {"Oordeel goed", "Oordeel let op", "Oordeel niet goed", "Oordeel onbekend"})
                self.assertRegex(value(book, f"E{row}"), r"(?i)norm|ten minste|ten hoogste|afspraak")
                self.assertRegex(value(book, f"E{row}"), r"Kamerbrief|wet")
                self.assertRegex(value(book, f"B{row + 1}"), r"^Vraag het college: .*\?$")

    def test_an_emptied_page_asks_and_never_counts_with_zero(self):
        book = self.opened()
        for name in names(book):
            if name not in ("melding", "jaar"):
                enter(book, name, None)
        self.assertEqual(verdicts(book), {question: "onbekend" for question in QUESTIONS})
        self.assertEqual(value(book, "D28"), "10 van de 10 cijfers onbekend")
        for row in QUESTIONS.values():
            self.assertRegex(value(book, f"B{row + 1}"), r"\?$")
            self.assertNotRegex(value(book, f"D{row}"), r"\b0%")
        self.assertEqual(column(book, "H5:H8"), ["onbekend"] * 4)

    def test_up_to_four_unknown_figures_are_named(self):
        book = self.opened()
        enter(book, "eigen_voor", None)
        self.assertEqual(value(book, "B29"), "Vraag het college: Wanneer krijgt de raad: "
                                             "de eigen uitgaven van vroeger, de doelgroep werkende ouders?")

    def test_the_chart_shows_where_the_money_went(self):
        book = self.opened()
        self.assertEqual(column(book, "H5:H8"), [110000, 85000, 25000, 30000])
        self.assertEqual(sum(column(book, "H5:H8")), 250000)


if __name__ == "__main__":
    unittest.main()
