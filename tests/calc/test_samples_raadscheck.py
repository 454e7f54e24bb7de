# SPDX-License-Identifier: EUPL-1.2
"""The page for council members: samples/raadscheck.sheet.

(1) Every state of the figures is judged against tests/data/raadscheck-states.tsv, which says at its head how it is read.
(2) What lies between those states, such as the bounds of the room, is in CASES, by hand.
(3) The municipality's own figures are computed here again, from the figures of CBS.
"""
import datetime
import itertools
import re
import sys
import unittest
from collections import Counter
from math import log
from random import Random

from office import LOCALES, ROOT, Office, cell_value
from grid import Grid
from sheets import Sheet, cell_at, column, enter, named, names, on_paper, path_of, too_long, value, values

sys.path.insert(0, str(ROOT / "tests" / "reference"))
from allocation import LARGEST, allocate  # noqa: E402
from municipalities import CHILDREN, NAMES, ROWS  # noqa: E402

STATES = ROOT / "tests" / "data" / "raadscheck-states.tsv"
SOURCE = (ROOT / "samples" / "raadscheck.sheet").read_text(encoding="utf-8")
OTHER_NAMES = re.findall(r"(?m)^  (.+?)(?: \| =)?; (.+?)(?: \| =)?$", (ROOT / "samples" / "names.sheet").read_text(encoding="utf-8"))
DU = 85_000_000

FIGURES = {"1": 5, "2": 7, "3": 9, "4": 11, "5a": 13, "5b": 15, "6": 17, "7": 19}   # the rows of question, verdict and figure
ASKED = {number: 23 + place for place, number in enumerate(FIGURES)}               # and those of what to ask
FACTS = {str(number): 24 + number for number in range(8, 14)}
FIGURE_NAMES = {
    "ontvangen": "wat de gemeente ontving", "over_van_vorig_jaar": "wat over was van vorig jaar", "doorgeschoven": "wat is doorgeschoven",
    "besteed_kinderen": "wat aan kinderen is besteed", "besteed_natura": "wat in natura is gegeven", "nulmeting": "hoe hoog de nulmeting is",
    "prijsstijging": "hoeveel de prijzen sindsdien stegen", "uitgaven_nu": "wat nu in totaal aan deze kinderen wordt besteed",
    "doelgroep_bijstand": "hoeveel kinderen ouders in de bijstand hebben",
    "bereikt_bijstand": "hoeveel kinderen met ouders in de bijstand zijn bereikt",
    "doelgroep_werkend": "hoeveel kinderen werkende ouders met een laag inkomen hebben",
    "bereikt_werkend": "hoeveel kinderen van werkende ouders zijn bereikt"}
LISTED = {number: 5 + place for place, number in enumerate([*FIGURES, *FACTS])}

# ---- Every state ------------------------------------------------------------------------------------------------------


def verdict_of(number):
    return f"G{FIGURES.get(number) or FACTS[number]}"


def asked_of(number):
    return f"B{ASKED[number]}" if number in FIGURES else f"D{FACTS[number]}"


def figure_of(number):
    return f"H{FIGURES.get(number)}"


def content(written):
    if written == "":
        return None
    try:
        return float(written)
    except ValueError:
        return written


def read_states():
    """{input: {letter: content}}, and {question: (inputs, [(pattern, verdict, what is asked)])}"""
    inputs, questions, rules = {}, {}, None
    for line in STATES.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if line.startswith("#") or not line:
            continue
        if parts[0] == "input":
            inputs[parts[1]] = {letter: content(written) for letter, _, written in (one.partition(":") for one in parts[2:])}
        elif parts[0] == "question":
            rules = []
            questions[parts[1]] = parts[2].split(), rules
        else:
            rules.append((parts[0].split(" "), parts[1], parts[2].split("|")))
    return inputs, questions


def rule_for(letters, rules):
    for rule in rules:
        if all(states == "*" or letter in states for letter, states in zip(letters, rule[0])):
            return rule
    return None


def english():
    """The English word for each Dutch one that a formula shows."""
    styles = (ROOT / "samples" / "styles.sheet").read_text(encoding="utf-8")
    return dict(re.findall(r"(?m)^word \w+ += (.+?) \| (.+)$", SOURCE + styles))


class States(unittest.TestCase):
    """Each question in every combination of the states of its inputs."""

    def judge(self, book, sheet, number, inputs, rules, states, every=1):
        """(letters, rule, verdict, figure, question to the executive) of each combination, or of one in so many."""
        sheet = sheet.replace("'", "")
        wanted = [f"{sheet}.{address}" for address in (verdict_of(number), asked_of(number))]
        if number in FIGURES:
            wanted.append(f"{sheet}.H{FIGURES[number]}")
        combinations = list(itertools.product(*(states[name] for name in inputs)))[::every]
        contents = [[states[name][letter] for name, letter in zip(inputs, letters)] for letters in combinations]
        named_here = [name if sheet == "Raadscheck" else english_name(name) for name in inputs]
        with Grid(book, named_here, wanted) as grid:
            outcomes = grid.outcomes(contents)
        for letters, outcome in zip(combinations, outcomes):
            rule = rule_for(letters, rules)
            self.assertIsNotNone(rule, f"question {number}: no pattern for {' '.join(letters)}")
            yield letters, rule, outcome

    def test_in_dutch(self):
        states, questions = read_states()
        self.assertEqual(set(questions) | {"7"}, set(FIGURES) | set(FACTS))
        texts = {}
        book = Office.shared("nl-NL").open(path_of("raadscheck"))
        self.addCleanup(book.close, True)
        for number, (inputs, rules) in questions.items():
            used, wrong = Counter(), []
            for letters, rule, outcome in self.judge(book, "Raadscheck", number, inputs, rules, states):
                used[id(rule)] += 1
                said = outcome[1].replace("\xa0", " ")
                if outcome[0] != rule[1] or not any(one in said for one in rule[2]):
                    wrong.append((" ".join(letters), rule[1:], outcome[:2]))
                for address, text in zip((verdict_of(number), asked_of(number), figure_of(number)), outcome):
                    texts.setdefault(address, set()).add(text)
            with self.subTest(question=number):
                self.assertEqual(wrong[:5], [])
                self.assertEqual([rule for rule in rules if not used[id(rule)]], [], "a pattern that never holds")
        self.read_well(texts)
        self.fit(book, texts)

    def read_well(self, texts):
        for text in set().union(*texts.values()):
            with self.subTest(text=text):
                self.assertIsInstance(text, str)
                self.assertNotRegex(text, r"#|Err:|Fout:|\b1 kinderen|\b[02-9]\d* kind\b|  |€.?-|\bNaN|^$")
        for text in set().union(*(texts[asked_of(number)] for number in read_states()[1])):
            self.assertRegex(text, r"[?]$|\(C\d+\)$")

    def fit(self, book, texts):
        for address, shown in texts.items():
            with self.subTest(cell=address):
                self.assertEqual(too_long(book, address, shown), [])

    def test_in_english(self):
        """The same verdicts, in every combination or in one of some fifty where there are tens of thousands."""
        states, questions = read_states()
        words = english()
        book = Office.shared("en-US").open(path_of("council-check"))
        self.addCleanup(book.close, True)
        texts = {}
        for number, (inputs, rules) in questions.items():
            wrong = []
            for letters, rule, outcome in self.judge(book, "Council check", number, inputs, rules, states, 53 if number in "34" else 1):
                if outcome[0] != words.get(rule[1], {"geen norm": "no norm"}.get(rule[1])):
                    wrong.append((" ".join(letters), rule[1], outcome))
                self.assertNotRegex(" ".join(outcome), r"\b(het|van|niet|kinderen|wat|hoeveel|cijfer|college)\b")
                for address, text in zip((verdict_of(number), asked_of(number), figure_of(number)), outcome):
                    texts.setdefault(address, set()).add(text)
            with self.subTest(question=number):
                self.assertEqual(wrong[:5], [])
        self.fit(book, texts)

    def test_what_is_unknown(self):
        """Counted and named, for 400 states of all figures, drawn; a baseline of 0 is unknown, without policy a rise in prices is not needed."""
        states, _ = read_states()
        inputs = [name for name in states if name in FIGURE_NAMES]
        self.assertEqual(len(inputs), 12)
        draw = Random(2017)
        drawn = [[draw.choice("-?pp" if draw.random() < 0.4 else "p0" if name != "nulmeting" else "pg0") for name in inputs] for _ in range(400)]
        book = Office.shared("nl-NL").open(path_of("raadscheck"))
        self.addCleanup(book.close, True)
        with Grid(book, inputs, ["Raadscheck.G19", "Raadscheck.H19", "Raadscheck.B30"]) as grid:
            outcomes = grid.outcomes([[states[name][letter] for name, letter in zip(inputs, letters)] for letters in drawn])
        seen = Counter()
        for letters, (verdict, figure, asked) in zip(drawn, outcomes):
            state = dict(zip(inputs, letters))
            lacking = [name for name, letter in state.items() if letter in "-?" or (name, letter) == ("nulmeting", "0")]
            if state["nulmeting"] == "g" and "prijsstijging" in lacking:
                lacking.remove("prijsstijging")
            count = len(lacking)
            seen[min(count, 3)] += 1
            self.assertEqual(verdict, "onbekend" if count else "alles bekend")
            self.assertEqual(figure, f"{count} van de 12 cijfers {'is' if count == 1 else 'zijn'} onbekend")
            named_ones = " en ".join(FIGURE_NAMES[name] for name in lacking)
            self.assertEqual(asked, "Waar komen deze cijfers vandaan, en wie controleerde ze?" if not count else
                             f"Wanneer weet de raad {named_ones}?" if count < 3 else f"Wanneer krijgt de raad de {count} cijfers die nu ontbreken?")
        self.assertEqual(sorted(seen), [0, 1, 2, 3])

    def test_the_sheet_itself_says_so(self):
        """Some of those states, typed into the sheet: the rows above are the sheet."""
        states, questions = read_states()
        office = Office.shared("nl-NL")
        book = office.open(path_of("raadscheck"))
        self.addCleanup(book.close, True)
        for number in ("2", "3", "4", "5a", "9"):
            inputs, rules = questions[number]
            filled = {name: cell_value(named(book, name)) for name in inputs}
            for letters in list(itertools.product(*(states[name] for name in inputs)))[7::997 if number in "34" else 61]:
                rule = rule_for(letters, rules)
                for name, letter in zip(inputs, letters):
                    enter(book, name, states[name][letter])
                with self.subTest(question=number, states=" ".join(letters)):
                    self.assertEqual(value(book, verdict_of(number)), rule[1])
                    self.assertTrue(any(one in value(book, asked_of(number)).replace("\xa0", " ") for one in rule[2]))
            for name, content_before in filled.items():
                enter(book, name, content_before)


def english_name(dutch):
    """Of an input, from the source."""
    match = re.search(rf"name={dutch}\|(\w+)", SOURCE) or re.search(rf"(?m)^ +\d+; +{dutch}; +(\w+);", SOURCE)
    return match[1]


# ---- Between those states ---------------------------------------------------------------------------------------------

FILLED = {"1": "bekend", "2": "deels", "3": "deels", "4": "buiten de ruimte", "5a": "nog niet gehaald", "5b": "onbekend", "6": "let op",
          "7": "onbekend", "8": "volgens afspraak", "9": "let op", "10": "volgens afspraak", "11": "let op",
          "12": "niet volgens afspraak", "13": "onbekend"}

# What is entered, the verdicts that it changes, and what the page then shows. By hand, from the figures on the page: 240,000 received and
# 10,000 left, 25,000 carried over, 195,000 for children, of which 110,000 in kind; before 380,000 × 1.05 = 399,000, now 580,000; 540 of
# 600 and 210 of an unknown group. The page does not ask how much of the other 30,000 was spent more broadly: what is not in kind lies
# between (195 − 110) / 250 and (250 − 25 − 110) / 250, and the verdict is given when both have the same.
CASES = [
    ({}, {}, {"H5": "€ 240.000 ontvangen", "H7": "78% aan kinderen; € 30.000 breder of vrijgevallen",
              "H9": "80% kwam erbij; € 44.000 kwam er niet bij", "H11": "44% in natura; 34% tot 46% anders",
              "H13": "90% bereikt; nog 60 kinderen tot de ambitie", "H15": "onbekend", "H17": "€ 25.000, dat is 10%",
              "H19": "1 van de 12 cijfers is onbekend",
              "B25": "€ 44.000 kwam er niet bij. € 30.000 is breder besteed of viel vrij. € 14.000 kwam in de plaats van eigen geld. "
                     "Wie besloot dat?", "B29": "Waaraan gaat de € 25.000 volgend jaar, en is dat al besloten?"}),
    # Money
    ({"ontvangen": 210000}, {"2": "volledig"}, {"H7": "88% aan kinderen, de rest is doorgeschoven"}),       # 220 = 25 + 195
    ({"ontvangen": 209000}, {number: "controleer" for number in "234"} | {"9": "volgens afspraak"},         # 219
     {"H7": "doorgeschoven (C9) plus aan kinderen besteed (C10) is meer dan er was (C7 en C8)"}),
    ({"doorgeschoven": 0, "besteed_kinderen": 250000}, {"2": "volledig", "6": "niets"}, {"H7": "alles aan kinderen"}),
    ({"besteed_kinderen": 224999}, {}, {"H7": "89% aan kinderen; € 1 breder of vrijgevallen"}),
    ({"besteed_kinderen": 224999.5}, {"2": "volledig"}, {}),                                                # half a euro is nothing
    ({"besteed_kinderen": 224998, "besteed_natura": 200000}, {"4": "binnen de ruimte"},                     # 0.8% and 0.2% of it
     {"H7": "89% aan kinderen; € 2 breder of vrijgevallen", "H11": "80% in natura; 10% anders"}),
    ({"besteed_kinderen": 1000, "besteed_natura": 0}, {"4": "onbekend", "9": "volgens afspraak"}, {"H7": "minder dan 1% aan kinderen; € 224.000 breder of vrijgevallen",
                                                        "B26": "Waarom kregen kinderen niets in natura?"}),  # 0.4% to 90%
    ({"doorgeschoven": 250000, "besteed_kinderen": 0, "besteed_natura": 0},                                 # all of it carried over
     {"2": "nog niet", "3": "nog niet", "4": "nog niet", "8": "controleer", "9": "volgens afspraak"},
     {"H7": "alles doorgeschoven", "B24": "Waarom is alles doorgeschoven, en wanneer komt het bij kinderen terecht?",
      "B25": "Blijft het eigen geld voor deze kinderen intussen gelijk?", "B26": "Wat krijgen kinderen volgend jaar in natura?",
      "H17": "€ 250.000, dat is 100%"}),
    ({"besteed_kinderen": None, "doorgeschoven": 200000}, {"2": "onbekend", "3": "volledig", "4": "controleer", "9": "volgens afspraak"},
     # 110 + 200 > 250; 181 came on top of 50
     {"H11": "doorgeschoven (C9) plus in natura (C11) is meer dan er was (C7 en C8)"}),
    ({"jaar": 2017}, {number: "controleer" for number in "12346"} | {"5a": "geen ambitie", "9": "volgens afspraak"},
     {"H5": "geld over van 2016 (C8) kan niet: het begon in 2017 (C6)"}),
    ({"jaar": 2017, "over_van_vorig_jaar": 0}, {"4": "geen norm", "5a": "geen ambitie"}, {}),
    # In kind
    ({"besteed_natura": 195000}, {"4": "binnen de ruimte"}, {"H11": "78% in natura; 0% tot 12% anders",     # 0 to 30 of 250
                                                             "B26": "Wat kregen kinderen precies in natura?"}),
    ({"besteed_natura": 187500}, {"4": "binnen de ruimte"}, {"H11": "75% in natura; 3% tot 15% anders"}),   # 37.5 / 250 = 15%, not above
    ({"besteed_natura": 187000}, {"4": "onbekend"}, {"H11": "74% in natura; 4% tot 16% anders",             # 3.2% to 15.2%
                                                     "B26": "Hoeveel van de € 30.000 is breder besteed, en hoeveel viel vrij?"}),
    ({"besteed_natura": 157500, "doorgeschoven": 55000}, {"2": "volledig", "4": "binnen de ruimte"}, {"H11": "63% in natura; 15% anders"}),
    ({"besteed_natura": 157000, "doorgeschoven": 55000}, {"2": "volledig", "4": "let op"}, {"H11": "62% in natura; 16% anders"}),
    ({"besteed_natura": 145000, "doorgeschoven": 55000}, {"2": "volledig", "4": "let op"}, {"H11": "58% in natura; 20% anders"}),
    ({"besteed_natura": 144000, "doorgeschoven": 55000}, {"2": "volledig"}, {"H11": "57% in natura; 21% anders"}),  # 20.4%
    # On top: available 225
    ({"prijsstijging": 0, "nulmeting": 355000}, {"3": "volledig", "9": "volgens afspraak"}, {"H9": "alles kwam erbij"}),  # 225 / 225
    ({"prijsstijging": 0, "nulmeting": 355001}, {"9": "volgens afspraak"},
     {"H9": "99% kwam erbij; € 1 kwam er niet bij", "B25": "€ 1 kwam er niet bij. Het is breder besteed of viel vrij. Waarom, en wie besloot dat?"}),
    ({"prijsstijging": 0, "nulmeting": 579000}, {}, {"H9": "minder dan 1% kwam erbij; € 224.000 kwam er niet bij"}),  # 1 / 225
    ({"prijsstijging": 0, "nulmeting": 580000}, {"3": "niet"},                                              # own 385 of 580: 195 less
     {"H9": "niets kwam erbij; € 225.000 kwam er niet bij",
      "B25": "€ 225.000 kwam er niet bij. € 30.000 is breder besteed of viel vrij. € 195.000 kwam in de plaats van eigen geld. Wie besloot dat?"}),
    ({"uitgaven_nu": 200000}, {"3": "niet"}, {"H9": "niets kwam erbij; € 225.000 kwam er niet bij"}),       # below the baseline
    ({"nulmeting": "geen", "uitgaven_nu": 195000}, {"9": "volgens afspraak"},                               # no own money: 225 − 195
     {"H9": "86% kwam erbij; € 30.000 kwam er niet bij",
      "B25": "€ 30.000 kwam er niet bij. Het is breder besteed of viel vrij. Waarom, en wie besloot dat?"}),
    ({"nulmeting": "none", "prijsstijging": None}, {"3": "volledig", "9": "volgens afspraak"}, {"H19": "1 van de 12 cijfers is onbekend"}),
    ({"nulmeting": 0}, {"3": "onbekend", "9": "volgens afspraak"}, {"H9": "nulmeting 0: typ het bedrag, of: geen",
                                                                    "H19": "2 van de 12 cijfers zijn onbekend"}),
    # Reach
    ({"doelgroep_bijstand": 540}, {"5a": "gehaald"}, {"H13": "100% bereikt"}),
    ({"doelgroep_bijstand": 541}, {}, {"H13": "99% bereikt; nog 1 kind tot de ambitie", "B27": "Hoe bereikt het college nog 1 kind, en wanneer?"}),
    ({"doelgroep_bijstand": 539}, {"5a": "controleer"}, {"H13": "bereikt (C16) is meer dan er kinderen zijn (C15)"}),
    ({"doelgroep_bijstand": None, "bereikt_bijstand": 1}, {"5a": "onbekend"}, {"B27": "1 kind is bereikt. Hoeveel telt de hele groep?"}),
    ({"jaar": 2024}, {"5a": "geen ambitie"}, {"H13": "90% bereikt"}),
    ({"doelgroep_werkend": 300}, {"5b": "gehaald", "7": "alles bekend"}, {"H19": "0 van de 12 cijfers zijn onbekend"}),      # 70%
    ({"doelgroep_werkend": 301}, {"5b": "nog niet gehaald", "7": "alles bekend"},                           # 69.8%, 210.7 are needed
     {"H15": "69% bereikt; nog 1 kind tot de ambitie"}),
    # What is unknown
    ({"nulmeting": None}, {"3": "onbekend", "9": "volgens afspraak"},
     {"B30": "Wanneer weet de raad hoe hoog de nulmeting is en hoeveel kinderen werkende ouders met een laag inkomen hebben?"}),
    ({"nulmeting": None, "bereikt_werkend": None}, {"3": "onbekend", "9": "volgens afspraak"},
     {"B30": "Wanneer krijgt de raad de 3 cijfers die nu ontbreken?"}),
]

ALIKE = [("Bergen", "Bedoelt u Bergen (L.) of Bergen (NH.) of Bergen op Zoom?"), ("bergen (nh", "Bedoelt u Bergen (NH.)?"), ("Utrechtse", "Bedoelt u Utrechtse Heuvelrug?"),
         ("en", "Kies bij Gemeente een naam uit de lijst."), ("Antwerpen", "Kies bij Gemeente een naam uit de lijst."),
         ("dam", "Kies bij Gemeente een naam uit de lijst.")]


def plain(text):
    return text.replace("\xa0", " ") if isinstance(text, str) else text


def verdicts(book):
    return {number: value(book, verdict_of(number)) for number in FILLED}


def counted_as(name):
    """The municipalities of 2021 that this name stands for."""
    return [name] if name in NAMES else [municipality for other, municipality in OTHER_NAMES if other == name]


def by_cbs(name):
    """Children and their part of all children, of what this name stands for."""
    rows = [row for row in ROWS if row["gemeente"] in counted_as(name)]
    children = [float(row["kinderen_kans_op_armoede"]) for row in rows]
    parts = [float(row["kinderen_kans_op_armoede_pct"]) / 100 for row in rows]
    return sum(children), sum(children) / sum(one / part for one, part in zip(children, parts)) if sum(children) else parts[0]


def most_alike(name):
    """The five whose children and whose part differ by the smallest factor together; fewer than 50 children counts as 50."""
    children, part = by_cbs(name)

    def far(row):
        return (abs(log(max(50, float(row["kinderen_kans_op_armoede"])) / max(50, children)))
                + abs(log(float(row["kinderen_kans_op_armoede_pct"]) / 100 / part)))
    return sorted(far(row) for row in ROWS if row["gemeente"] not in counted_as(name))[:5], far


class Raadscheck(Sheet, unittest.TestCase):
    name = "raadscheck"
    frozen = ("CBS",)
    charts = 2
    large = "ontvangen"
    guarded = False

    def test_cases_by_hand(self):
        book = self.opened()
        filled = {name: cell_value(named(book, name)) for name in names(book) if name != "melding"}
        for inputs, outcome, shown in CASES:
            with self.subTest(**inputs):
                for name, entered in inputs.items():
                    enter(book, name, entered)
                self.assertEqual(verdicts(book), FILLED | outcome)
                self.assertEqual({address: plain(value(book, address)) for address in shown}, shown)
            for name in inputs:
                enter(book, name, filled[name])
        self.assertEqual(verdicts(book), FILLED)

    def test_the_same_in_any_office(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                for address, text in CASES[0][2].items():
                    self.assertEqual(plain(value(book, address)), text)

    def test_the_words_for_unknown_and_none_may_be_typed(self):
        """In capitals or not; a word that says nothing is refused."""
        book = self.opened()
        accepts = {"ontvangen": ("onbekend", "Onbekend", "N.B.", "unknown", ".", "X", "?", " onbekend ", "\xa0onbekend\u202f", "\ufeff", "  ", 0, 12.5),
                   "nulmeting": ("geen", "Geen", "NONE", " geen\u2007", "ONBEKEND", "n.b.", 1),
                   "prijsstijging": ("Onbekend", 0, -0.01, 0.5), "doelgroep_bijstand": ("Onbekend", "n.b.", 7)}
        refuses = {"ontvangen": ("geen", "veel", "xx", "onbekend?", -1), "nulmeting": ("veel", "geen 2", 0),
                   "prijsstijging": ("geen", 0.51, 5), "doelgroep_bijstand": ("geen", 7.5, -1)}
        sheet = book.Sheets.getByIndex(0)
        sheet.unprotect("")
        for expected, inputs in ((1, accepts), (0, refuses)):
            for name, contents in inputs.items():
                for entered in contents:
                    with self.subTest(name=name, content=entered):
                        enter(book, name, entered)
                        sheet.getCellRangeByName("Z99").setFormula("=N(" + named(book, name).Validation.getFormula1() + ")")
                        self.assertEqual(value(book, "Z99"), expected)

    def test_lists_help_and_refuse_nothing(self):
        """A municipality that is not in the list, and an answer in other letters, are not refused; the page says what it makes of them."""
        book = self.opened()
        for name in ("gemeente", "kindpakket"):
            rule = named(book, name).Validation
            self.assertEqual((rule.Type.value, rule.ShowErrorMessage, rule.ShowList), ("LIST", False, 1))

    def test_every_verdict_has_its_colour_its_mark_and_its_source(self):
        book = self.opened()
        for number in FILLED:
            with self.subTest(question=number):
                rules = cell_at(book, verdict_of(number)).getCellByPosition(0, 0).ConditionalFormat
                self.assertEqual({rules.getByIndex(i).StyleName for i in range(rules.Count)},
                                 {"Oordeel goed", "Oordeel let op", "Oordeel niet goed", "Oordeel onbekend"})
        for number, row in ASKED.items():
            with self.subTest(question=number):
                self.assertRegex(value(book, f"F{row}"), r"(?i)norm|ten minste|ten hoogste|afspraak|verdeelt")

    def test_every_word_of_a_verdict_has_a_colour(self):
        """And only one."""
        marks = SOURCE.split("marks verdict\n")[1].split("\n\n")[0]
        styles = dict(re.findall(r"(verdict-\w+) +is (.*)", marks))
        coloured = Counter(re.findall(r"\{(\w+)\}", " ".join(styles.values())))
        self.assertEqual(set(coloured.values()), {1})
        words = dict(re.findall(r"(?m)^word (\w+) += (.+?) \|", SOURCE)) | {"unknown": "onbekend"}
        shown = {rule[1] for _, rules in read_states()[1].values() for rule in rules} | set(FILLED.values())
        shown |= {verdict for _, outcome, _ in CASES for verdict in outcome.values()}
        self.assertEqual(shown - {words[name] for name in coloured}, set())

    def test_an_emptied_page_asks_and_never_counts_with_zero(self):
        book = self.opened()
        for name in names(book):
            if name != "melding":
                enter(book, name, None)
        self.assertEqual(set(verdicts(book).values()), {"onbekend"})
        self.assertEqual(value(book, "H19"), "12 van de 12 cijfers zijn onbekend")
        self.assertEqual(value(book, "A3"), "Gemeente: nog niet ingevuld. Jaar: onbekend")
        self.assertEqual(value(book, "A19"), "Kies bij Gemeente een naam uit de lijst. Dan staat hier hoeveel kinderen het CBS er telt.")
        for number in FILLED:
            self.assertRegex(value(book, asked_of(number)), r"\?$")
        for row in FIGURES.values():
            self.assertNotRegex(value(book, f"H{row}"), r"\b0%")
        self.assertEqual(column(book, "Gemeente.B16:B19"), ["onbekend"] * 4)

    def test_impossible_figures_make_no_chart(self):
        book = self.opened()
        self.assertEqual(column(book, "Gemeente.B16:B19"), [110000, 85000, 25000, 30000])
        enter(book, "besteed_natura", 195001)
        self.assertEqual(column(book, "Gemeente.B16:B19"), ["controleer"] * 4)

    def test_every_figure_says_where_it_is_found(self):
        """Beside it; and the rise in prices is asked apart, so that nobody has to index what was spent before."""
        book, other = self.opened(), self.opened(path=path_of("council-check"))
        for name in FIGURE_NAMES:
            row = named(book, name).CellAddress.Row + 1
            for told in (value(book, f"J{row}"), value(other, f"J{row}")):
                self.assertGreater(len(told), 30, f"{name}: {told}")
                if name == "prijsstijging":
                    self.assertIn("index", told)
        enter(book, "nulmeting", 400000)
        for rise, on_top in ((0, "80%"), (0.05, "71%"), (0.1, "62%")):      # (580 − 400), (580 − 420) and (580 − 440) of 225 thousand
            enter(book, "prijsstijging", rise)
            self.assertRegex(value(book, "H9"), f"^{on_top} kwam erbij", rise)

    def test_an_ambition_names_the_year_it_is_for(self):
        """So that it does not contradict the verdict of a year without one."""
        book, other = self.opened(), self.opened(path=path_of("council-check"))
        enter(book, "doelgroep_werkend", 300)
        enter(book, "jaar", 2024)
        for number in ("5a", "5b"):
            self.assertEqual(value(book, verdict_of(number)), "geen ambitie")
            self.assertRegex(value(book, f"F{ASKED[number]}"), "^Ambitie voor 2021: ")
            self.assertRegex(value(other, f"F{ASKED[number]}"), "^Ambition for 2021: ")
            self.assertNotIn("tot de ambitie", value(book, f"H{FIGURES[number]}"))

    # ---- The municipality

    def test_a_municipality_among_those_like_it(self):
        amounts = [1000 * float(one) for one in allocate(LARGEST, DU // 1000, 1, CHILDREN, order=list(range(len(NAMES))))[0]]
        book = self.opened()
        for name in ("Haarlem", "Amsterdam", "Vlieland", "Sluis", "Land van Cuijk", "Den Haag", "Nuenen, Gerwen en Nederwetten"):
            with self.subTest(name=name):
                enter(book, "gemeente", name)
                children, part = by_cbs(name)
                shown = values(book, "Gemeente.A5:D10")
                self.assertEqual(shown[0][0], {"Den Haag": "'s-Gravenhage"}.get(name, name))
                self.assertEqual(shown[0][1], children or "minder dan 50")
                self.assertAlmostEqual(shown[0][2], part, 12)
                amount = sum(amounts[NAMES.index(one)] for one in counted_as(name))
                self.assertEqual(plain(shown[0][3]), f"ongeveer € {amount:,.0f}".replace(",", ".") if amount else "minder dan € 14.000")
                distances, far = most_alike(name)
                for row, distance in zip(shown[1:], distances):
                    found = next(one for one in ROWS if one["gemeente"] == row[0])
                    self.assertAlmostEqual(far(found), distance, 9)
                    self.assertEqual(row[1], float(found["kinderen_kans_op_armoede"]) or "minder dan 50")
                    self.assertAlmostEqual(row[2], float(found["kinderen_kans_op_armoede_pct"]) / 100, 12)
                self.assertEqual(len({row[0] for row in shown}), 6)
        self.assertEqual(values(book, "Gemeente.A11:B11"), [["Alle 352 gemeenten samen", 298800]])

    def test_a_municipality_by_another_name(self):
        """What people call it, without the addition behind its name, with any space or apostrophe; and those formed since."""
        book = self.opened()
        for other in sorted({other for other, _ in OTHER_NAMES} | {"’s-Gravenhage", "haarlem", " Haarlem\xa0", "'S-GRAVENHAGE"}):
            with self.subTest(name=other):
                tidy = other.strip().replace("’", "'")
                name = {"haarlem": "Haarlem", "'S-GRAVENHAGE": "'s-Gravenhage"}.get(tidy, tidy)
                enter(book, "gemeente", other)
                self.assertEqual(value(book, "CBS.B4"), by_cbs(name)[0])
                self.assertGreater(value(book, "CBS.B4"), 0)

    def test_names_that_are_not_in_the_list(self):
        book = self.opened()
        for name, answer in ALIKE:
            with self.subTest(name=name):
                enter(book, "gemeente", name)
                self.assertEqual(value(book, "A19"), "Deze naam staat niet in de lijst van het CBS. " + answer)
                self.assertEqual(value(book, "Gemeente.B5"), "onbekend")

    def test_an_amount_far_from_what_is_in_proportion(self):
        """Twice as much or half as much, beyond what the rounding of CBS may do: 2,900 children of Haarlem, 284.47 each, 50 more or less."""
        book = self.opened()
        enter(book, "gemeente", "Haarlem")
        self.assertEqual(plain(value(book, "A19")), "CBS, 2021: 2.900 kinderen met kans op armoede. Naar rato is dat ongeveer € 825.000 van het extra "
                                                    "geld. Zie het blad Gemeente.")
        for received, verdict, asked in ((405371, "let op", "zoveel minder?"), (405372, "bekend", None), (1678380, "bekend", None), (1678381, "let op", "zoveel meer?")):
            with self.subTest(received=received):
                enter(book, "ontvangen", received)
                self.assertEqual(value(book, "G5"), verdict)
                if asked:
                    self.assertEqual(plain(value(book, "B23")), "Naar rato zou het ongeveer € 825.000 zijn. Waarom kreeg de gemeente " + asked)

    # ---- On the screen and on paper

    def test_the_cursor_starts_on_the_first_input(self):
        book = self.opened(hidden=False)
        self.assertEqual(book.CurrentController.getSelection().AbsoluteName, "$Raadscheck.$C$5")

    def test_verdicts_stand_beside_the_figures(self):
        """On a screen of 1366 × 768 Calc shows 34 by 13 cm at 100%, and 17 cm across at 200%: with the verdicts of all figures, and each
        answer beside its verdict."""
        sheet = self.opened().Sheets.getByIndex(0)

        def right_and_bottom(address):
            cell = sheet.getCellRangeByName(address)
            return cell.Position.X + cell.Size.Width, cell.Position.Y + cell.Size.Height
        last_right, last_bottom = right_and_bottom("G20")
        self.assertLess(last_right, 16500)
        self.assertLess(last_bottom, 12500)
        self.assertLess(right_and_bottom("J4")[0], 34000)

    def test_paper_has_municipality_year_and_date_and_no_instructions(self):
        book = self.opened()
        enter(book, "gemeente", "Haarlem")
        day = datetime.date.today()
        months = "januari februari maart april mei juni juli augustus september oktober november december".split()
        text = on_paper(book)
        self.assertIn("Gemeente: Haarlem. Jaar: 2021", text)
        self.assertEqual(text.count(f"Datum: {day.day} {months[day.month - 1]} {day.year}"), 2)
        self.assertNotIn("gele cellen", text)
        self.assertNotIn("Waar staat het", text)
        self.assertEqual(text.count("\f"), 2, "a page of questions and a page of the municipality")

    def test_no_text_is_cut(self):
        """In both languages, in every cell that is printed or tells what to fill in."""
        for name, locale in (("raadscheck", "nl-NL"), ("council-check", "en-US")):
            book = self.opened(locale, path_of(name))
            checked = 0
            for number, area in enumerate(("A1:J38", "A1:D21", "A1:A18")):
                sheet = book.Sheets.getByIndex(number)
                for row, texts in enumerate(sheet.getCellRangeByName(area).getDataArray()):
                    for place, text in enumerate(texts):
                        if isinstance(text, str) and text and sheet.getCellByPosition(place, row).IsTextWrapped:
                            checked += 1
                            address = f"{sheet.Name}.{'ABCDEFGHIJ'[place]}{row + 1}"
                            self.assertEqual(too_long(book, address, {text}), [], f"{name} {address}")
            self.assertGreater(checked, 110)

    def test_the_questions_as_a_list_to_copy(self):
        """Each on a line of its own that can be read by itself."""
        book = self.opened()
        self.assertEqual(value(book, "Vragen.A4"), "Vragen over het extra geld voor kinderen in armoede, Voorbeelddam (verzonnen), 2021")
        for number, row in LISTED.items():
            question = value(book, f"F{FIGURES[number]}" if number in FIGURES else f"B{FACTS[number]}")
            asked = value(book, asked_of(number))
            self.assertEqual(value(book, f"Vragen.A{row}"), f"{number}. {question}" + ("" if asked == question else f" {asked}"))
        self.assertFalse(any(cell_at(book, f"Vragen.A{row}").IsMerged for row in LISTED.values()))


class CouncilCheck(Sheet, unittest.TestCase):
    name = "council-check"
    language = "en"
    frozen = ("CBS",)
    charts = 2
    large = "received"
    guarded = False

    def test_the_figures_and_verdicts_in_english(self):
        """The same sums as in Dutch."""
        words = english()
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(verdicts(book), {number: words[verdict] for number, verdict in FILLED.items()})
                self.assertEqual([plain(value(book, f"H{row}")) for row in FIGURES.values()], [
                    "€ 240,000 received", "78% on children; € 30,000 more broadly or released", "80% came on top; € 44,000 did not",
                    "44% in kind; 34% to 46% otherwise", "90% reached; 60 children short of the ambition", "unknown",
                    "€ 25,000, that is 10%", "1 of the 12 figures is unknown"])

    def test_every_verdict_has_its_colour(self):
        book = self.opened()
        for number in FILLED:
            rules = cell_at(book, verdict_of(number)).getCellByPosition(0, 0).ConditionalFormat
            self.assertEqual([rules.getByIndex(i).StyleName for i in range(rules.Count)],
                             ["Verdict good", "Verdict caution", "Verdict bad", "Verdict unknown"])

    def test_the_municipality_in_english(self):
        book = self.opened()
        enter(book, "municipality", "The Hague")
        self.assertEqual(values(book, "Municipality.A5:B5"), [["'s-Gravenhage", 16400]])
        self.assertEqual(plain(value(book, "A19")), "CBS, 2021: 16,400 children at risk of poverty. In proportion that is about € 4,665,000 of the extra "
                                                    "money. See the sheet Municipality.")
        enter(book, "reached_assistance", 599)
        self.assertEqual(value(book, "H13"), "99% reached; 1 child short of the ambition")

    def test_answers_may_be_dutch_or_english(self):
        book = self.opened()
        for answer, verdict in (("Ja", "yes"), ("YES ", "yes"), ("nee", "caution"), ("N", "caution"), ("n.b.", "unknown"), ("perhaps", "check this")):
            enter(book, "child_package", answer)
            self.assertEqual(value(book, verdict_of("11")), verdict)


if __name__ == "__main__":
    unittest.main()
