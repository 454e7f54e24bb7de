# SPDX-License-Identifier: EUPL-1.2
"""The page for council members: samples/raadscheck.sheet."""
import unittest

from office import LOCALES, cell_value
from sheets import Sheet, cell_at, column, enter, named, names, value

QUESTIONS = {"besteed": 18, "extra": 20, "natura": 22, "bijstand": 24, "werkend": 26, "onbekend": 28, "doorgeschoven": 30}
FILLED = {"besteed": "deels", "extra": "deels", "natura": "buiten de ruimte", "bijstand": "nog niet gehaald",
          "werkend": "onbekend", "onbekend": "onbekend", "doorgeschoven": "let op"}

# What is entered, and the verdicts that it changes. By hand, from the figures on the page: 250,000 to spend, 25,000 carried
# over, 195,000 for children, of which 110,000 in kind; before 400,000, now 580,000; 540 of 600 and 210 of an unknown group.
# The page does not ask how much of the other 30,000 was spent more broadly: what is not in kind lies between (195 − 110) / 250
# and (250 − 25 − 110) / 250, and the verdict is given when both have the same.
WRONG = {question: "controleer" for question in ("besteed", "extra", "natura")}
UNKNOWN = {question: "onbekend" for question in ("besteed", "extra", "natura")}
CASES = [
    ({"te_besteden": 300000}, {}),                                    # 180 / 275 = 65% extra; 28% to 55% not in kind
    ({"te_besteden": 220000}, {"besteed": "volledig"}),               # 220 = 25 + 195
    ({"te_besteden": 219000}, WRONG),                                 # less than was spent and carried over
    ({"te_besteden": "onbekend"}, UNKNOWN | {"doorgeschoven": "onbekend"}),
    ({"te_besteden": None}, UNKNOWN | {"doorgeschoven": "onbekend"}),
    ({"te_besteden": 0, "doorgeschoven": 0}, WRONG | {"doorgeschoven": "niets"}),      # spent without money
    ({"te_besteden": 0, "doorgeschoven": 0, "besteed_kinderen": 0, "besteed_natura": 0},
     {"besteed": "geen geld", "extra": "geen geld", "natura": "geen geld", "doorgeschoven": "niets"}),
    ({"te_besteden": 25000, "besteed_kinderen": 0, "besteed_natura": 0},               # all of it carried over
     {"besteed": "nog niet", "extra": "nog niet", "natura": "nog niet"}),
    ({"te_besteden": 24000}, WRONG | {"doorgeschoven": "controleer"}),                 # more carried over than there was
    ({"doorgeschoven": 0}, {"doorgeschoven": "niets"}),
    ({"doorgeschoven": 55000}, {"besteed": "volledig"}),              # 250 = 55 + 195
    ({"doorgeschoven": 70000}, WRONG),
    ({"doorgeschoven": None}, UNKNOWN | {"doorgeschoven": "onbekend"}),
    ({"besteed_kinderen": 225000}, {"besteed": "volledig"}),
    ({"besteed_kinderen": 225001}, WRONG),
    ({"besteed_kinderen": 0, "besteed_natura": 0}, {"besteed": "niet", "natura": "onbekend"}),  # 0% to 90% not in kind
    ({"besteed_kinderen": "onbekend"}, {"besteed": "onbekend", "natura": "onbekend"}),
    ({"te_besteden": 700000, "besteed_kinderen": 581000}, {"extra": "controleer"}),    # more than the 580,000 spent in all
    ({"besteed_natura": None}, {"natura": "onbekend"}),
    ({"besteed_natura": 195001}, {"natura": "controleer"}),           # more in kind than was spent on children
    ({"besteed_natura": 195000}, {"natura": "binnen de ruimte"}),     # 0% to 12%
    ({"besteed_natura": 187500}, {"natura": "binnen de ruimte"}),     # 3% to 15%, not above 15%
    ({"besteed_natura": 187000}, {"natura": "onbekend"}),             # 3.2% to 15.2%
    ({"besteed_natura": 157500, "doorgeschoven": 55000}, {"besteed": "volledig", "natura": "binnen de ruimte"}),  # 37.5 / 250
    ({"besteed_natura": 157000, "doorgeschoven": 55000}, {"besteed": "volledig", "natura": "let op"}),            # 15.2%
    ({"besteed_natura": 145000, "doorgeschoven": 55000}, {"besteed": "volledig", "natura": "let op"}),            # 20%
    ({"besteed_natura": 144000, "doorgeschoven": 55000}, {"besteed": "volledig"}),                                # 20.4%
    ({"eigen_voor": 355000}, {"extra": "volledig"}),                  # 225,000 / 225,000
    ({"eigen_voor": 580000}, {"extra": "niet"}),                      # nothing was added
    ({"eigen_voor": "geen"}, {"extra": "volledig"}),                  # 580,000 / 225,000
    ({"eigen_voor": "Geen"}, {"extra": "volledig"}),
    ({"eigen_voor": 0}, {"extra": "onbekend"}),                       # 0 is no baseline
    ({"eigen_voor": None}, {"extra": "onbekend"}),
    ({"uitgaven_nu": 625000}, {"extra": "volledig"}),                 # 225,000 / 225,000
    ({"uitgaven_nu": 399999}, {"extra": "niet"}),                     # less than before
    ({"uitgaven_nu": 194999}, {"extra": "controleer"}),               # less than the extra money spent
    ({"uitgaven_nu": "onbekend"}, {"extra": "onbekend"}),
    ({"doelgroep_bijstand": 540}, {"bijstand": "gehaald"}),           # 540 / 540
    ({"doelgroep_bijstand": 539}, {"bijstand": "controleer"}),        # more than there are
    ({"doelgroep_bijstand": 0}, {"bijstand": "controleer"}),
    ({"doelgroep_bijstand": 0, "bereikt_bijstand": 0}, {"bijstand": "geen kinderen"}),
    ({"bereikt_bijstand": 600}, {"bijstand": "gehaald"}),
    ({"bereikt_bijstand": 601}, {"bijstand": "controleer"}),
    ({"bereikt_bijstand": None}, {"bijstand": "onbekend"}),
    ({"doelgroep_werkend": 300}, {"werkend": "gehaald", "onbekend": "alles bekend"}),           # 210 / 300 = 70%
    ({"doelgroep_werkend": 301}, {"werkend": "nog niet gehaald", "onbekend": "alles bekend"}),  # 210 / 301 = 69.8%
    ({"doelgroep_werkend": 300, "bereikt_werkend": 209}, {"werkend": "nog niet gehaald", "onbekend": "alles bekend"}),
    ({"jaar": 2018}, {"natura": "geen norm", "bijstand": "geen ambitie"}),
    ({"jaar": 2019}, {"bijstand": "geen ambitie"}),
    ({"jaar": 2024, "doelgroep_werkend": 300}, {"bijstand": "geen ambitie", "werkend": "geen ambitie", "onbekend": "alles bekend"}),
    ({"jaar": None}, {"natura": "onbekend", "bijstand": "onbekend"}),
]

# What is entered, and what the page then says and asks.
SENTENCES = [
    ({}, {"B21": "€ 45.000 kwam er niet bij. € 30.000 is breder besteed of viel vrij. € 15.000 kwam in de plaats van eigen geld. "
                 "Wie besloot dat?",
          "B23": "Wat kregen kinderen precies? En waarom ging de rest niet in natura?"}),
    ({"eigen_voor": "geen", "uitgaven_nu": 195000},      # no own money to replace; 225 − 195 = 30 thousand
     {"D20": "87% kwam erbij; € 30.000 kwam er niet bij", "B21": "€ 30.000 kwam er niet bij. Het is breder besteed of viel vrij. "
                                                                 "Waarom, en wie besloot dat?"}),
    ({"uitgaven_nu": 200000},                            # own money 400 → 5 thousand: all of the extra money replaced it
     {"D20": "niets kwam erbij; € 225.000 kwam er niet bij",
      "B21": "€ 225.000 kwam er niet bij. € 30.000 is breder besteed of viel vrij. € 195.000 kwam in de plaats van eigen geld. "
             "Wie besloot dat?"}),
    ({"besteed_kinderen": "onbekend"}, {"B21": "€ 45.000 kwam er niet bij. Waardoor niet, en wie besloot dat?"}),
    ({"uitgaven_nu": 700000}, {"D20": "alles kwam erbij"}),
    ({"bereikt_bijstand": 599}, {"D24": "99% bereikt; nog 1 tot de ambitie", "B25": "Hoe bereikt u het laatste kind, en wanneer?"}),
    ({"jaar": 2024}, {"D24": "90% bereikt", "B25": "Welk doel stelt het college zelf? Voor dit jaar is er geen landelijke ambitie."}),
    ({"jaar": None}, {"D24": "90% bereikt", "B25": "Over welk jaar gaan deze cijfers?"}),
    ({"doorgeschoven": 300000}, {"D30": "meer doorgeschoven dan er was", "B31": "Er schoof meer door dan er was. Welk cijfer klopt niet?"}),
    ({"besteed_natura": 187000}, {"D22": "75% in natura; 3% tot 15% anders",
                                  "B23": "Hoeveel van de € 30.000 is breder besteed, en hoeveel viel vrij?"}),
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
        """195/250 and 30 left; 180/225 and 225 − 180 = 45 thousand; 110/250, 85/250 to 115/250; 540/600, 60 short; 25/250."""
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual([value(book, f"D{row}") for row in QUESTIONS.values()], [
                    "78% aan kinderen; € 30.000 breder of vrijgevallen",
                    "80% kwam erbij; € 45.000 kwam er niet bij",
                    "44% in natura; 34% tot 46% anders",
                    "90% bereikt; nog 60 tot de ambitie",
                    "onbekend",
                    "1 van de 10 cijfers onbekend",
                    "€ 25.000, dat is 10%"])

    def test_what_it_says_and_asks(self):
        book = self.opened()
        for inputs, sentences in SENTENCES:
            with self.subTest(**inputs):
                filled = {name: cell_value(named(book, name)) for name in inputs}
                for name, content in inputs.items():
                    enter(book, name, content)
                for address, sentence in sentences.items():
                    self.assertEqual(value(book, address).removeprefix("Vraag het college: "), sentence, address)
                for name, content in filled.items():
                    enter(book, name, content)

    def test_the_words_for_unknown_and_none_may_be_typed(self):
        """In capitals or not; a word that says nothing is refused."""
        book = self.opened()
        accepts = {"te_besteden": ("onbekend", "Onbekend", "N.B.", "unknown", ".", "X", "?", " onbekend ", "\xa0onbekend\u202f", "\ufeff", "  ", 0, 12.5),
                   "eigen_voor": ("geen", "Geen", "NONE", " geen\u2007", "ONBEKEND", "n.b.", 1),
                   "doelgroep_bijstand": ("Onbekend", "n.b.", 7)}
        refuses = {"te_besteden": ("geen", "veel", "xx", "onbekend?", -1), "eigen_voor": ("veel", "geen 2", 0), "doelgroep_bijstand": ("geen", 7.5, -1)}
        sheet = book.Sheets.getByIndex(0)
        sheet.unprotect("")
        for expected, inputs in ((1, accepts), (0, refuses)):
            for name, contents in inputs.items():
                for content in contents:
                    with self.subTest(name=name, content=content):
                        enter(book, name, content)
                        sheet.getCellRangeByName("Z99").setFormula("=N(" + named(book, name).Validation.getFormula1() + ")")
                        self.assertEqual(value(book, "Z99"), expected)

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


class CouncilCheck(Sheet, unittest.TestCase):
    name = "council-check"
    language = "en"
    frozen = ("Council check",)
    charts = 1
    large = "available"

    def test_the_figures_and_verdicts_in_english(self):
        """The same sums as in Dutch."""
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual([value(book, f"C{row}") for row in QUESTIONS.values()], [
                    "partly", "partly", "outside the room", "not yet met", "unknown", "unknown", "caution"])
                self.assertEqual([value(book, f"D{row}") for row in QUESTIONS.values()], [
                    "78% on children; € 30,000 more broadly or released",
                    "80% came on top; € 45,000 did not",
                    "44% in kind; 34% to 46% otherwise",
                    "90% reached; 60 to go",
                    "unknown",
                    "1 of the 10 figures unknown",
                    "€ 25,000, that is 10%"])

    def test_every_verdict_has_its_colour_and_every_question_is_english(self):
        book = self.opened()
        for row in QUESTIONS.values():
            rules = cell_at(book, f"C{row}").ConditionalFormat
            self.assertEqual([rules.getByIndex(i).StyleName for i in range(rules.Count)],
                             ["Verdict good", "Verdict caution", "Verdict bad", "Verdict unknown"])
            self.assertRegex(value(book, f"B{row + 1}"), r"^Ask the executive: .*\?$")

    def test_an_emptied_page_is_unknown(self):
        book = self.opened()
        for name in names(book):
            if name not in ("message", "year"):
                enter(book, name, None)
        self.assertEqual([value(book, f"C{row}") for row in QUESTIONS.values()], ["unknown"] * 7)
        self.assertEqual(value(book, "D28"), "10 of the 10 figures unknown")

    def test_none_may_be_typed_for_the_baseline(self):
        book = self.opened()
        enter(book, "own_before", "none")
        self.assertEqual(value(book, "C20"), "fully")


if __name__ == "__main__":
    unittest.main()
