# SPDX-License-Identifier: EUPL-1.2
"""Spending and reach by year, and the page for the council: samples/monitor.sheet.

What a combination of inputs must give stands in tests/data/monitor.tsv; the figures of Voorbeelddam are worked out below."""
import itertools
import re
import unittest
from math import isnan

from office import LOCALES, ROOT, TEXTS, VALUES, cell_value
from paper import pages_of
from sheets import MESSAGE_CELLS, Sheet, cell_at, path_of, error_cells, named, names, printed, referred, snapshot, used, value, values

BLOCKS = ("groepen", "kinderen_aanbieders", "kinderen_voorzieningen", "voorzieningen_aanbieders", "voorzieningen_soorten",
          "euro_voorzieningen", "euro_aanbieders")
FIRST, YEARS = 6, range(10)     # the row of the first year on the sheet Jaren
STANDING = {"Kinderen": 8, "Voorzieningen": 9, "Euro": 11}     # the column Stand
RESULTS = {"target": "B", "reached": "C", "reach": "D", "assistance": "E", "working": "F", "provisions": "G", "in_kind": "H",
           "spent": "I", "in_kind_share": "J", "per_child": "K"}
WORDS = {"none": "", "unknown": "onbekend", "check": "controleer", "no_children": "geen kinderen", "nothing_spent": "niets besteed",
         "met": "gehaald", "not_met": "nog niet gehaald", "no_goal": "geen doel", "all_known": "alles bekend", "nothing": "niets ingevuld",
         "one_unknown": "1 onbekend", "no_whole": "geen heel aantal", "more_than_providers": "meer dan bij de aanbieders",
         "more_than_there_are": "meer bereikt dan er zijn"}

# Of each table in monitor.tsv: the year it is tried in, what else is filled in, its inputs with the numbers of their states, and where
# its outcomes stand. An input is a block and a column in it, or a name.
A_GROUP, OF_ALL, LEERGELD, SPORT_FUND, TWICE = ("groepen", 1), ("groepen", 0), 0, 1, 6
ALWAYS = {"blank": None, "unknown": "onbekend", "zero": 0}
TRIED = {
    "reach": {"inputs": [(OF_ALL, {"some": 100, "wrong": -1}), (("kinderen_aanbieders", LEERGELD), {"some": 60, "wrong": 7.5}),
                         (("kinderen_aanbieders", SPORT_FUND), {"some": 30, "wrong": -1}),
                         (("kinderen_aanbieders", TWICE), {"some": 10, "many": 31, "wrong": -1})],
              "outcomes": ["reached", "reach"]},
    "verdict": {"filled": {OF_ALL: 1000},
                "inputs": [("year", {"2021": 3, "2024": 6}), (A_GROUP, {"some": 100, "wrong": -1}),
                           (("groepen", 3), {"some": 90, "many": 101, "wrong": 7.5}), ("doel_bijstand", {"some": 0.9, "wrong": 1.5})],
                "outcomes": ["verdict"]},
    "money": {"inputs": [(("euro_voorzieningen", 0), {"some": 800, "wrong": -5}), (("euro_voorzieningen", 7), {"some": 100, "wrong": -5}),
                         (("euro_voorzieningen", 8), {"some": 100, "wrong": -5}), (("euro_aanbieders", LEERGELD), {"some": 800, "wrong": -5})],
              "outcomes": ["in_kind", "spent", "in_kind_share"]},
    "provisions": {"inputs": [(("voorzieningen_aanbieders", LEERGELD), {"some": 50, "wrong": -1}),
                              (("voorzieningen_soorten", 0), {"some": 50, "wrong": 7.5}),
                              (("kinderen_aanbieders", LEERGELD), {"some": 40, "many": 51, "wrong": -1})],
                   "outcomes": ["provisions"]},
    "per_child": {"filled": {("kinderen_aanbieders", TWICE): 0},
                  "inputs": [(("kinderen_aanbieders", LEERGELD), {"some": 40, "wrong": 7.5}),
                             (("euro_aanbieders", LEERGELD), {"some": 1000, "wrong": -5})],
                  "outcomes": ["per_child"]},
    "standing": {"filled": {("kinderen_aanbieders", TWICE): 0},
                 "inputs": [(OF_ALL, {"some": 100, "wrong": -1}), (("kinderen_aanbieders", LEERGELD), {"some": 60}),
                            (("kinderen_voorzieningen", 0), {"some": 40, "wrong": 7.5})],
                 "outcomes": ["standing"]},
}


def tables():
    """name → (inputs, outcomes, rows of patterns and expectations)"""
    found, name = {}, None
    for line in (ROOT / "tests" / "data" / "monitor.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            at = cells.index("=")
            if cells[0] == "table":
                name, heads = cells[1], (cells[2:at], [cell for cell in cells[at + 1:] if cell != "why"])
                found[name] = (*heads, [])
            else:
                inputs, outcomes, rows = found[cells[0]]
                rows.append((cells[1:at], cells[at + 1:at + 1 + len(outcomes)]))
                assert len(rows[-1][0]) == len(inputs) and len(rows[-1][1]) == len(outcomes), line
    return found


def fits(pattern, states):
    return all(one == "*" or state in one.split("|") for one, state in zip(pattern, states))


def is_as(found, expected):
    if expected in WORDS:
        return (found or "") == WORDS[expected]
    return isinstance(found, float) and abs(found - float(expected)) < 1e-12


def fill(cell, content):
    """A number, a text, or None for empty."""
    if content is None:
        cell.clearContents(VALUES | TEXTS)
    elif isinstance(content, str):
        cell.setString(content)
    else:
        cell.setValue(content)


class Filled:
    """The workbook with every input emptied, and its rows by year."""

    def __init__(self, book):
        self.book, self.blocks, self.kept = book, {name: referred(book, name) for name in BLOCKS}, {}
        for name in names(book):
            if name not in (*MESSAGE_CELLS, "raadsjaar", "eerste_jaar"):
                referred(book, name).clearContents(VALUES | TEXTS)
        self.years = book.Sheets.getByName("Jaren")
        self.page = book.Sheets.getByName("Voor de raad")
        areas = [used(sheet).AbsoluteName for sheet in book.Sheets]
        book.Sheets.insertNewByName("Fouten", len(areas))
        self.errors = cell_at(book, "Fouten.A1")
        self.errors.setFormula("=" + "+".join(f"SUMPRODUCT(ISERROR({area})*1)" for area in areas))

    def cell(self, place, n):
        return self.blocks[place[0]].getCellByPosition(place[1], n) if isinstance(place, tuple) else named(self.book, place)

    def put(self, place, n, content):
        """Only what differs from what is there: each change is computed."""
        if self.kept.get((place, n)) != content:
            self.kept[place, n] = content
            fill(self.cell(place, n), content)

    def result(self, name, n):
        return cell_value(self.years.getCellRangeByName(f"{RESULTS[name]}{FIRST + n}"))

    def standing(self, block, n):
        """The word in the column Stand, the last of the sheet."""
        area = self.blocks[block]
        return cell_value(area.Spreadsheet.getCellByPosition(STANDING[area.Spreadsheet.Name], area.RangeAddress.StartRow + n))

    def outcome(self, name, n):
        if name == "verdict":
            return cell_value(self.page.getCellRangeByName("F10"))
        if name == "standing":
            return self.standing("kinderen_voorzieningen", n)
        return self.result(name, n)


class States:
    """Every combination of what may stand in the inputs that meet in one outcome."""

    def try_all(self, name):
        inputs, outcomes, rows = tables()[name]
        tried, filled, fitted = TRIED[name], Filled(self.opened()), set()
        self.assertEqual((len(inputs), outcomes), (len(tried["inputs"]), tried["outcomes"]))
        choices = [values if place == "year" else {**ALWAYS, **values} for place, values in tried["inputs"]]
        for states in itertools.product(*choices):
            chosen = [values[state] for values, state in zip(choices, states)]
            n = chosen[0] if inputs[0] == "year" else 4
            for other in set(YEARS) - {n}:
                for place in tried.get("filled", {}):
                    filled.put(place, other, None)
                for (place, _) in tried["inputs"]:
                    if isinstance(place, tuple):
                        filled.put(place, other, None)
            for place, content in tried.get("filled", {}).items():
                filled.put(place, n, content if set(states) != {"blank"} else None)
            for (place, _), content in zip(tried["inputs"], chosen):
                if place != "year":
                    filled.put(place, n, content)
            row = next(number for number, (pattern, _) in enumerate(rows) if fits(pattern, states))
            fitted.add(row)
            for outcome, expected in zip(outcomes, rows[row][1]):
                found = filled.outcome(outcome, n)
                self.assertTrue(is_as(found, expected), f"{name} {states}: {outcome} is {found!r}, not {expected}")
            if cell_value(filled.errors.getCellByPosition(0, 0)):
                self.fail(f"{states}: {error_cells(filled.book)}")
        self.assertEqual(fitted, set(range(len(rows))), "a row that fits nothing says nothing")

    def test_reach(self):
        self.try_all("reach")

    def test_verdict(self):
        self.try_all("verdict")

    def test_money(self):
        self.try_all("money")

    def test_provisions(self):
        self.try_all("provisions")

    def test_euros_per_child(self):
        self.try_all("per_child")

    def test_standing_of_children_by_provision(self):
        self.try_all("standing")


# What the page says of 2025, by hand: 560 + 350 + 170 + 170 + 230 + 60 children at the providers, 420 times too many: 1,120 of 1,440 is
# 77.8%; 1,100 of 1,450 in 2024 is 75.9%. In kind 218 + 97 + 30 + 9 + 61 + 15 = 430 thousand, of 430 + 66 + 44 = 540 thousand 79.6%; 430,000
# over 1,120 children is 383.93. To 80% of 1,440 are 1,152 children, 32 more; 510 of 560 is 91.1%; to 65% of 660 are 429, 9 more.
# Whole percentages are rounded down.
SENTENCES = ["In 2025 zijn 1.120 van de 1.440 kinderen in armoede bereikt: 77%. Dat is 2 procentpunt meer dan in 2024.",
             "Van de € 540.000 die is besteed, ging € 430.000 (79%) in natura naar kinderen. Dat is € 384 per bereikt kind.",
             "Onbekend in 2025: kinderen per voorziening. Het bereik is bekend in 6 van de 8 jaren."]
GROUP_ROWS = [["Alle kinderen", None, 1440, 1120, 0.77, "nog niet gehaald", "eigen doel: 80%; nog 32 kinderen"],
              ["Ouders in de bijstand", None, 560, 510, 0.91, "gehaald", "eigen doel: 88%"],
              ["Werkende ouders", None, 660, 420, 0.63, "nog niet gehaald", "eigen doel: 65%; nog 9 kinderen"]]
QUESTIONS = ["Alle kinderen: hoe bereikt u de overige 32 kinderen tot het doel, en wanneer?",
             "Ouders in de bijstand: zijn het verschillende kinderen, en is de doelgroep goed geteld?",
             "Werkende ouders: hoe bereikt u de overige 9 kinderen tot het doel, en wanneer?",
             "Geld: waaraan is de andere € 110.000 besteed, en waarom niet in natura?",
             "Cijfers: wanneer krijgt de raad de cijfers die onbekend zijn?"]
# Of every year: target group, children at the providers less those counted twice, provisions, euros in kind and spent.
KNOWN = {0: (None, None, 1530, 280000, None), 1: (1480, 1130 - 280, 1700, 310000, 410000), 2: (1500, 1050 - 250, 1580, 290000, 400000),
         3: (1520, 1220 - 290, 1850, 340000, 440000), 4: (1490, 1360 - 340, 2050, 380000, 480000), 5: (1460, None, None, None, None),
         6: (1450, 1490 - 390, 2220, 417000, 520000), 7: (1440, 1540 - 420, 2280, 430000, 540000)}
GROUPS = {0: (None, None), 1: (360 / 600, None), 2: (400 / 610, None), 3: (480 / 620, None), 4: (470 / 600, 350 / 640),
          5: (490 / 580, 380 / 650), 6: (500 / 570, None), 7: (510 / 560, 420 / 660)}

# Rows of the page.
SENTENCE, GROUP, YEAR, QUESTION = 4, 9, 24, 35
PROVIDED, PROVISION, GIVEN, KIND, COST, PAID = BLOCKS[1:]
LAST = 7    # 2025

# What is changed in the example, and what then stands in rows of the page.
CHANGES = [
    ({("groepen", 0, LAST): "onbekend"},
     {4: "In 2025 zijn 1.120 kinderen in armoede bereikt; hoeveel er zijn, is onbekend.",
      6: "Onbekend in 2025: de doelgroep, kinderen per voorziening. Het bereik is bekend in 5 van de 8 jaren.",
      35: "Alle kinderen: hoeveel zijn er? Wanneer weet de raad dat?"}),
    ({(PROVIDED, TWICE, LAST): None},
     {4: "In 2025 waren er 1.440 kinderen in armoede; hoeveel er zijn bereikt, is onbekend.",
      5: "Van de € 540.000 die is besteed, ging € 430.000 (79%) in natura naar kinderen.",
      6: "Onbekend in 2025: het aantal bereikte kinderen, kinderen per voorziening. Het bereik is bekend in 5 van de 8 jaren.",
      35: "Alle kinderen: hoeveel verschillende kinderen zijn bereikt? Wanneer weet de raad dat?"}),
    ({("groepen", 0, LAST): None, (PROVIDED, TWICE, LAST): "n.b."},
     {4: "Hoeveel kinderen in armoede er in 2025 waren, en hoeveel er zijn bereikt, is onbekend.",
      35: "Alle kinderen: hoeveel zijn er, en hoeveel zijn bereikt? Wanneer weet de raad dat?"}),
    ({(PROVIDED, TWICE, LAST): 1000},    # 1,540 − 560 at most
     {4: "Het bereik van 2025 is niet te geven: er staan cijfers die niet kunnen kloppen.",
      6: "Onbekend in 2025: kinderen per voorziening. Kan niet kloppen: kinderen per aanbieder.",
      35: "Alle kinderen: welk cijfer over het bereik klopt niet?", 39: "Cijfers: wanneer krijgt de raad cijfers die kloppen?"}),
    ({(PROVIDED, TWICE, 6): "onbekend"},
     {4: "In 2025 zijn 1.120 van de 1.440 kinderen in armoede bereikt: 77%. In 2024 was dit onbekend."}),
    ({(PROVIDED, TWICE, LAST): 450, (PROVISION, 6, LAST): 100},    # 1,090 of 1,440 is 75.7%; 1,100 in 2024
     {4: "In 2025 zijn 1.090 van de 1.440 kinderen in armoede bereikt: 75%. Dat is evenveel als in 2024.",
      6: "Over 2025 is alles bekend wat deze bladzijde vraagt. Het bereik is bekend in 6 van de 8 jaren.",
      39: "Verloop: waarom zijn er minder kinderen bereikt dan in 2024?"}),
    ({(PROVIDED, TWICE, LAST): 470},    # 1,070 of 1,440 is 74.3%
     {4: "In 2025 zijn 1.070 van de 1.440 kinderen in armoede bereikt: 74%. Dat is 1 procentpunt minder dan in 2024."}),
    ({(PROVISION, 6, LAST): 100},
     {6: "Over 2025 is alles bekend wat deze bladzijde vraagt. Het bereik is bekend in 6 van de 8 jaren.",
      39: "Kinderen: hoe praten zij mee over wat er wordt aangeboden?"}),
    ({(COST, 8, LAST): "onbekend"},
     {5: "In natura kregen kinderen € 430.000; welk deel dat is van wat is besteed, is onbekend. Dat is € 384 per bereikt kind.",
      6: "Onbekend in 2025: kinderen per voorziening, ander geld. Het bereik is bekend in 6 van de 8 jaren.",
      38: "Geld: hoeveel ging anders dan in natura naar kinderen, en hoeveel naar armoedebeleid voor iedereen?"}),
    ({(COST, 0, LAST): 203001},    # € 1 more than by provider
     {5: "Het geld van 2025 is niet te geven: er staan bedragen die niet kunnen kloppen.",
      6: "Onbekend in 2025: kinderen per voorziening. Kan niet kloppen: euro per voorziening. Het bereik is bekend in 6 van de 8 jaren.",
      38: "Geld: welk bedrag klopt niet?"}),
    ({(COST, 0, LAST): None, (PAID, 0, LAST): None},    # school and Leergeld are there, for children got them
     {5: "Hoeveel geld in 2025 in natura bij kinderen kwam, is onbekend.",
      38: "Geld: hoeveel kwam in natura bij kinderen, en wanneer weet de raad dat?"}),
    ({(COST, 7, LAST): 0, (COST, 8, LAST): 0},
     {5: "Van de € 430.000 die is besteed, ging € 430.000 (100%) in natura naar kinderen. Dat is € 384 per bereikt kind.",
      38: "Geld: wat kregen kinderen precies?"}),
    ({("groepen", 1, LAST): 580},    # 510 of 580 is 87.9%; 88% is 510.4, so one more
     {36: "Ouders in de bijstand: hoe bereikt u het laatste kind tot het doel, en wanneer?"}),
    ({("groepen", 3, LAST): 561}, {36: "Ouders in de bijstand: welk cijfer over het bereik klopt niet?"}),
    ({("groepen", 1, LAST): 0, ("groepen", 3, LAST): 0},
     {36: "Ouders in de bijstand: hoe is vastgesteld dat er geen kinderen in deze groep zijn?"}),
    ({"doel_werkend": None}, {37: "Werkende ouders: welk doel stelt het college?"}),
    ({"verslagjaar": 2021},    # 930 of 1,520 is 61.2%; 53.3% in 2020; 340 of 440 thousand is 77.3%, over 930 children 365.59
     {4: "In 2021 zijn 930 van de 1.520 kinderen in armoede bereikt: 61%. Dat is 8 procentpunt meer dan in 2020.",
      5: "Van de € 440.000 die is besteed, ging € 340.000 (77%) in natura naar kinderen. Dat is € 366 per bereikt kind.",
      6: "Onbekend in 2021: werkende ouders. Het bereik is bekend in 6 van de 8 jaren.",
      36: "Ouders in de bijstand: hoe bereikt u de overige 140 kinderen tot het doel, en wanneer?"}),
    ({"verslagjaar": 2018},    # the first year has none before it
     {4: "Hoeveel kinderen in armoede er in 2018 waren, en hoeveel er zijn bereikt, is onbekend.",
      5: "In natura kregen kinderen € 280.000; welk deel dat is van wat is besteed, is onbekend."}),
    ({"verslagjaar": 2022, "doelgroep": "kinderen van 4 tot 18 jaar, inkomen van de ouders tot 130% van het sociaal minimum, vermogen tot de grens "
                                        "van de bijstand, op 1 januari"},
     {2: "Over 2022. In de doelgroep: kinderen van 4 tot 18 jaar, inkomen van de ouders tot 130% van het sociaal minimum, vermogen tot de grens van de "
         "bijstand, op 1 januari. Vanaf 2022 tellen ook andere aanbieders mee."}),
    ({"gemeente": "  "}, {1: "Gemeente niet ingevuld: doen kinderen in armoede mee?"}),
    ({"doelgroep": None}, {2: "Over 2025. In de doelgroep: niet opgeschreven."}),
]


def cell_of(book, place):
    """A cell of a block, (block, column, year), or the input of that name."""
    return named(book, place) if isinstance(place, str) else referred(book, place[0]).getCellByPosition(*place[1:])


def put(book, place, content):
    fill(cell_of(book, place), content)


def allows(cell):
    """Whether what stands in the cell may be typed there."""
    sheet, check = cell.Spreadsheet, cell.Validation
    sheet.unprotect("")
    base = check.getSourcePosition()
    base, this = (one.AbsoluteName.rpartition(".")[2].replace("$", "") for one in (sheet.getCellByPosition(base.Column, base.Row), cell))
    judge = sheet.getCellRangeByName("Z99")
    judge.setFormula("=N(" + re.sub(rf"\b{base}\b", this, check.getFormula1()) + ")")
    return bool(judge.Value)


def page(book, row, count):
    return [value(book, f"Voor de raad.A{row + at}") for at in range(count)]


class Fits:
    """What stands in a cell is there to be read: each text is tried on a sheet that makes rows as high as their text, as wide as its cell."""
    standings = ()      # of those that a sheet may show, the longest

    def fits(self, book, address, text=None):
        cell = cell_at(book, address).getCellByPosition(0, 0)
        merged = cell.Spreadsheet.createCursorByRange(cell)
        merged.collapseToMergedArea()
        if not book.Sheets.hasByName("Z"):
            book.Sheets.insertNewByName("Z", book.Sheets.Count)
        trial = book.Sheets.getByName("Z").getCellByPosition(0, 0)
        trial.Columns.Width = merged.Size.Width
        rules = cell.ConditionalFormat
        for style in {cell.CellStyle, *[rules.getByIndex(at).StyleName for at in range(rules.Count)]}:
            trial.CellStyle = style
            needed = []
            for content in (cell.String if text is None else text, "x"):    # one line always fits
                trial.setString(content)
                trial.Rows.OptimalHeight = True
                needed.append(trial.Rows.Height)
            self.assertLessEqual(needed[0], max(merged.Size.Height + 1, needed[1]), f"{address}, {style}: {text or cell.String}")

    def test_every_text_fits_in_its_cell(self):
        book, seen = self.opened(), set()
        for (sheet, column, row), (_, content) in snapshot(book).items():
            cell = book.Sheets.getByName(sheet).getCellByPosition(column, row)
            look = cell.CellStyle, cell.Size.Width, cell.Size.Height, content
            if isinstance(content, str) and look not in seen:
                seen.add(look)
                self.fits(book, cell.AbsoluteName.replace("$", "").replace("'", ""))
        self.assertGreater(len(seen), 150)
        for number, column in ((1, "I"), (2, "J"), (3, "L")):
            for standing in self.standings:
                self.fits(book, f"{book.Sheets.getByIndex(number).Name}.{column}8", standing)

class Monitor(States, Fits, Sheet, unittest.TestCase):
    name = "monitor"
    frozen = ("Jaren",)
    charts = 2
    large = "euro_aanbieders"
    guarded = False
    standings = ("samen meer dan alle kinderen", "meer kinderen dan voorzieningen", "geen bedrag van 0 of meer", "€ 1.234.567 minder dan aanbieders",
                 "€ 123.456,78 meer dan aanbieders")

    def names_of_inputs(self, book):
        return [name for name in names(book) if name not in (*MESSAGE_CELLS, "raadsjaar")]

    def test_every_year_as_computed_by_hand(self):
        book = self.opened()
        for n in YEARS:
            row = values(book, f"Jaren.A{FIRST + n}:K{FIRST + n}")[0]
            with self.subTest(year=2018 + n):
                if n not in KNOWN:
                    self.assertEqual(row, [2018 + n] + [""] * 10)
                    continue
                target, reached, provisions, in_kind, spent = KNOWN[n]
                expected = [target, reached, target and reached and reached / target, *GROUPS[n], provisions, in_kind, spent,
                            spent and in_kind / spent, reached and in_kind and in_kind / reached]
                for found, wanted in zip(row[1:], expected):
                    if wanted is None:
                        self.assertEqual(found, "onbekend")
                    else:
                        self.assertAlmostEqual(found, wanted, places=9)

    def test_in_which_part_of_the_years_it_is_known(self):
        """Of 8 years; REACH_COVERAGE says it of the reach."""
        row = FIRST + 10
        book = self.opened()
        self.assertEqual(values(book, f"Jaren.B{row}:K{row}")[0], [part / 8 for part in (7, 6, 6, 7, 3, 7, 7, 6, 6, 6)])
        self.assertIn("REACHCOVERAGE", cell_at(book, f"Jaren.D{row}").getCellByPosition(0, 0).Formula)

    def test_the_page_for_the_council(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(page(book, SENTENCE, 3), SENTENCES)
                self.assertEqual([[row[at] for at in range(7)] for row in values(book, f"Voor de raad.A{GROUP}:G{GROUP + 2}")], GROUP_ROWS)
                self.assertEqual(page(book, QUESTION, 5), QUESTIONS)
                self.assertEqual(value(book, "Voor de raad.A1"), "Voorbeelddam (verzonnen): doen kinderen in armoede mee?")
                self.assertEqual(values(book, f"Voor de raad.A{YEAR}:H{YEAR + 9}")[4:], [
                    [2022, 0.68, 0.78, 0.54, 1020, 2050, 380000, 380000 / 1020], [2023, "onbekend", 0.84, 0.58, *["onbekend"] * 4],
                    [2024, 0.75, 0.87, "onbekend", 1100, 2220, 417000, 417000 / 1100],
                    [2025, 0.77, 0.91, 0.63, 1120, 2280, 430000, 430000 / 1120], [""] * 8, [""] * 8])

    def test_what_the_page_says_of_other_figures(self):
        book = self.opened()
        for inputs, lines in CHANGES:
            with self.subTest(**{str(place): content for place, content in inputs.items()}):
                before = {place: cell_value(cell_of(book, place)) for place in inputs}
                for place, content in inputs.items():
                    put(book, place, content)
                for row, line in lines.items():
                    self.assertEqual(value(book, f"Voor de raad.A{row}"), line)
                    self.fits(book, f"Voor de raad.A{row}")
                self.assertEqual(error_cells(book), {})
                for place, content in before.items():
                    put(book, place, content)
        self.assertEqual(page(book, SENTENCE, 3), SENTENCES)

    def test_small_numbers_are_words_that_fit(self):
        """1 kind, never 1 kinderen, and no 0% of somebody."""
        book = Filled(self.opened()).book
        for content, line in (((1, 1, 0), "In 2018 is 1 van 1 kind in armoede bereikt: 100%."), ((2, 1, 0), "In 2018 is 1 van de 2 kinderen in armoede bereikt: 50%."),
                              ((1000, 3, 0), "In 2018 zijn 3 van de 1.000 kinderen in armoede bereikt: minder dan 1%."),
                              ((1, "?", 0), "In 2018 was er 1 kind in armoede; hoeveel er zijn bereikt, is onbekend."),
                              (("?", 1, 0), "In 2018 is 1 kind in armoede bereikt; hoeveel er zijn, is onbekend."),
                              ((0, 0, 0), "Volgens de cijfers waren er in 2018 geen kinderen in armoede."),
                              ((600, 599, 0), "In 2018 zijn 599 van de 600 kinderen in armoede bereikt: 99%.")):
            target, reached, twice = content
            put(book, ("groepen", 0, 0), target)
            put(book, (PROVIDED, 0, 0), reached)
            put(book, (PROVIDED, TWICE, 0), twice)
            self.assertEqual(value(book, f"Voor de raad.A{SENTENCE}"), line)
        put(book, "doel_alle", 1)
        self.assertEqual(value(book, f"Voor de raad.G{GROUP}"), "eigen doel: 100%; nog 1 kind")
        self.assertEqual(value(book, f"Voor de raad.F{GROUP}"), "nog niet gehaald")
        put(book, "doel_alle", 0.725)
        self.assertEqual(value(book, f"Voor de raad.G{GROUP}"), "eigen doel: 72,5%")
        self.assertNotIn("bekend in 1 van", value(book, f"Voor de raad.A{SENTENCE + 2}"))

    def test_the_ambition_of_2021_and_no_other_year(self):
        """100% and 70%, in 2021 whatever the own goal; a year without an ambition and without a goal has neither verdict nor gap."""
        book = self.opened()
        put(book, "verslagjaar", 2021)
        self.assertEqual(values(book, f"Voor de raad.F{GROUP}:G{GROUP + 2}"), [
            ["nog niet gehaald", "eigen doel: 80%; nog 286 kinderen"], ["nog niet gehaald", "ambitie voor 2021: 100%; nog 140 kinderen"],
            ["onbekend", "ambitie voor 2021: 70%"]])
        self.assertIn("De ambitie staat in de Kamerbrief 8 juli 2021", value(book, "Voor de raad.A40"))
        for address in ("A40", "G9", "G10", "G11"):
            self.fits(book, f"Voor de raad.{address}")
        for name in ("doel_alle", "doel_bijstand", "doel_werkend"):
            put(book, name, None)
        for year in (2018, 2019, 2020, 2022, 2023, 2024, 2025):
            put(book, "verslagjaar", year)
            for verdict, goal in values(book, f"Voor de raad.F{GROUP}:G{GROUP + 2}"):
                self.assertIn(verdict, ("geen doel", "onbekend"))
                self.assertEqual(goal, "geen doel opgeschreven")
            self.assertNotIn("ambitie", " ".join(map(str, page(book, SENTENCE, 37))))

    def test_a_year_between_two_others_is_unknown(self):
        book = Filled(self.opened()).book
        for n in (2, 5):
            put(book, ("groepen", 0, n), 100)
        self.assertEqual([row[0] for row in values(book, f"Jaren.C{FIRST}:C{FIRST + 9}")], ["", "", *["onbekend"] * 4, "", "", "", ""])
        self.assertEqual([row[0] for row in values(book, f"Jaren.B{FIRST}:B{FIRST + 9}")], ["", "", 100, "onbekend", "onbekend", 100, "", "", "", ""])
        self.assertEqual(value(book, "Begin.C9"), 2023, "the last year with figures")

    def test_an_empty_workbook_asks_and_never_counts_with_zero(self):
        book = Filled(self.opened()).book
        self.assertEqual(page(book, SENTENCE, 3), ["Er zijn nog geen cijfers ingevuld.", "", ""])
        self.assertEqual(error_cells(book), {})
        for sheet in ("Jaren", "Voor de raad"):
            numbers = [found for (name, column, _), (formula, found) in snapshot(book).items()
                       if name == sheet and formula.startswith("=") and isinstance(found, float) and column > 0]
            self.assertEqual(numbers, [], sheet)
        put(book, "eerste_jaar", None)
        self.assertEqual(error_cells(book), {})
        self.assertEqual(value(book, f"Jaren.A{FIRST + 9}"), "jaar 10")
        put(book, ("groepen", 1, 0), 10)
        put(book, ("groepen", 3, 0), 5)
        self.assertEqual(value(book, f"Voor de raad.F{GROUP + 1}"), "onbekend", "whether an ambition holds is unknown")
        self.assertEqual(error_cells(book), {})

    def test_ten_years_from_any_first_year(self):
        book = self.opened()
        put(book, "eerste_jaar", 2011)
        self.assertEqual([row[0] for row in values(book, f"Jaren.A{FIRST}:A{FIRST + 9}")], list(range(2011, 2021)))
        self.assertEqual(value(book, "Begin.C9"), 2018)
        put(book, "verslagjaar", 2031)
        self.assertEqual(value(book, "Begin.D9"), "Dit jaar staat niet bij de tien jaren.")
        self.assertEqual(error_cells(book), {})

    def test_what_is_elsewhere_and_not_here_is_unknown(self):
        """Leergeld reached children: that it cost nothing is nowhere said. Jarige Job does not work here at all: that is not unknown."""
        filled = Filled(self.opened())
        for place, content in {(PROVIDED, 0, 4): 50, (PROVIDED, TWICE, 4): 0, (GIVEN, 0, 4): 60}.items():
            put(filled.book, place, content)
        self.assertEqual([filled.standing(block, 4) for block in (PROVIDED, GIVEN, PAID)], ["alles bekend", "alles bekend", "1 onbekend"])
        put(filled.book, (PAID, 0, 4), 5000)
        self.assertEqual(filled.standing(PAID, 4), "alles bekend")
        put(filled.book, (COST, 3, 4), 5000)
        self.assertEqual([filled.standing(block, 4) for block in (PROVISION, KIND, COST)], ["1 onbekend", "1 onbekend", "2 onbekend"])

    def test_what_does_not_add_up_is_said(self):
        filled = Filled(self.opened())
        for place, content, block, standing in (
                ((PAID, 0, 4), 1000, PAID, "alles bekend"), ((COST, 0, 4), 1500.5, COST, "€ 500,50 meer dan aanbieders"),
                ((COST, 0, 4), 999.99, COST, "€ 0,01 minder dan aanbieders"), ((COST, 0, 4), 1000, COST, "2 onbekend"),
                ((GIVEN, 0, 4), 30, GIVEN, "alles bekend"), ((KIND, 0, 4), 31, KIND, "1 meer dan aanbieders"),
                ((KIND, 0, 4), 30, KIND, "alles bekend"), ((PROVIDED, 0, 4), 31, GIVEN, "meer kinderen dan voorzieningen"),
                ((PROVIDED, 0, 4), 30, GIVEN, "alles bekend"), ((PROVISION, 0, 4), 31, KIND, "meer kinderen dan voorzieningen"),
                ((PROVISION, 0, 4), 30, KIND, "alles bekend"), ((PROVIDED, TWICE, 4), 1, PROVIDED, "te veel dubbel geteld"),
                ((PROVIDED, TWICE, 4), 0, PROVIDED, "alles bekend"), (("groepen", 0, 4), 29, PROVIDED, "meer bereikt dan er zijn"),
                (("groepen", 0, 4), 100, "groepen", "4 onbekend"), (("groepen", 1, 4), 101, "groepen", "samen meer dan alle kinderen"),
                (("groepen", 1, 4), 60, "groepen", "3 onbekend"), (("groepen", 3, 4), 31, "groepen", "meer dan bij de aanbieders"),
                (("groepen", 3, 4), 61, "groepen", "meer bereikt dan er zijn"), (("groepen", 3, 4), 20, "groepen", "2 onbekend")):
            put(filled.book, place, content)
            self.assertEqual(filled.standing(block, 4), standing, (place, content))

    def test_the_measures_never_meet_in_one_sum(self):
        """Ten times as many provisions change no child and no euro, ten times the euros no child and no provision, and a tenth of the
        children no provision and no euro. Only euros per child need two of them."""
        for blocks, factor, changed in (((GIVEN, KIND), 10, "G"), ((COST, PAID), 10, "HIJK"), ((PROVIDED, PROVISION, "groepen"), 0.1, "BCDEFK")):
            book = self.opened()
            before = values(book, f"Jaren.A{FIRST}:K{FIRST + 7}")
            for block in blocks:
                area = referred(book, block)
                area.setDataArray(tuple(tuple(round(factor * content) if isinstance(content, float) else content for content in row)
                                        for row in area.getDataArray()))
            after = values(book, f"Jaren.A{FIRST}:K{FIRST + 7}")
            for at, column in enumerate("ABCDEFGHIJK"):
                same = [row[at] for row in after] == [row[at] for row in before]
                if column not in changed:
                    self.assertTrue(same, (blocks, column))

    def test_every_spelling_of_unknown_is_understood(self):
        """The words of the functions, in capitals or not, with spaces of every kind; spaces alone are nothing, other words are refused."""
        filled = Filled(self.opened())
        unknown = ("onbekend", "Onbekend", "UNKNOWN", "n.b.", "N.B.", "?", "x", "X", ".", " onbekend ", "\xa0n.b.\u202f", "\u2007?")
        nothing = (" ", "\xa0", "\u202f \u2007", "\ufeff")
        for block, wrong in ((PROVIDED, 7.5), (GIVEN, 7.5), (PAID, -0.01), ("groepen", 7.5)):
            for content in (*unknown, *nothing, 7, 0, "veel", "xx", "n.b", "12 kinderen", "1.000", -1, wrong):
                filled.put((block, 0), 4, content)
                right, standing = content in (*unknown, *nothing, 7, 0), filled.standing(block, 4)
                self.assertEqual(allows(filled.cell((block, 0), 4)), right, (block, content))
                self.assertEqual(standing.startswith("geen "), not right, (block, content, standing))
                self.assertEqual(standing == "", content in nothing, (block, content, standing))
                if content in unknown:
                    self.assertIn(standing, ("5 onbekend", "2 onbekend", "1 onbekend"), (block, content))
            filled.put((block, 0), 4, None)

    def test_goals_and_years_that_cannot_be_are_refused(self):
        book = self.opened()
        for content, right in ((0.8, True), (1, True), (1.01, False), (0, False), (-0.1, False), ("onbekend", True), ("veel", False)):
            put(book, "doel_alle", content)
            self.assertEqual(allows(named(book, "doel_alle")), right, content)

    def test_the_charts_show_the_years_and_the_provisions(self):
        book = self.opened()
        self.assertEqual([[row[0], row[1]] for row in values(book, "Jaren.A19:B25")], [
            ["School", 520], ["Sport", 290], ["Cultuur", 120], ["Zwemmen", 90], ["Verjaardag", 170], ["Ontspanning", 170],
            ["Sociaal: onbekend", "onbekend"]])
        shown = {}
        for chart in book.Sheets.getByName("Voor de raad").Charts:
            for series in chart.EmbeddedObject.FirstDiagram.CoordinateSystems[0].ChartTypes[0].DataSeries:
                head, numbers = (series.DataSequences[0].Label.Data[0], series.DataSequences[0].Values.Data)
                shown[head] = [round(number, 2) if isinstance(number, float) and not isnan(number) else None for number in numbers]
        self.assertEqual(shown, {"Alle kinderen": [None, 0.57, 0.53, 0.61, 0.68, None, 0.75, 0.77, None, None],
                                 "Ouders in de bijstand": [None, 0.6, 0.65, 0.77, 0.78, 0.84, 0.87, 0.91, None, None],
                                 "Werkende ouders": [None, None, None, None, 0.54, 0.58, None, 0.63, None, None],
                                 "Kinderen": [520, 290, 120, 90, 170, 170, None]})
        for n in YEARS:
            put(book, ("groepen", 2, n), None)
        self.assertEqual(value(book, "Voor de raad.D23"), "Werkende ouders: onbekend", "a line that is not there has its word")

    def test_it_begins_at_the_first_input(self):
        """Every sheet with inputs does."""
        controller = self.opened(hidden=False).CurrentController
        self.assertEqual(controller.ActiveSheet.Name, "Begin")
        for sheet, block in (("Begin", "gemeente"), ("Kinderen", "groepen"), ("Voorzieningen", GIVEN), ("Euro", COST)):
            controller.setActiveSheet(controller.Model.Sheets.getByName(sheet))
            found, first = controller.Selection.RangeAddress, referred(controller.Model, block).RangeAddress
            self.assertEqual((found.StartColumn, found.StartRow), (first.StartColumn, first.StartRow), sheet)

    def test_every_sheet_is_as_wide_as_a_small_screen_at_most(self):
        """With its verdicts: 31.6 cm of a sheet stand in a window of 1366 by 768."""
        for name in ("monitor", "reach-monitor"):
            for sheet in self.opened(path=path_of(name)).Sheets:
                if not sheet.getPrintAreas():
                    self.assertLess(used(sheet).Size.Width, 31600, sheet.Name)

    def test_every_sheet_is_one_a4(self):
        """The page for the council above all; sizes of letters are proven for every sheet (sheets.py)."""
        for name in ("monitor", "reach-monitor"):
            for locale in LOCALES:
                self.assertEqual({last - first for first, last in pages_of(printed(self.opened(locale, path_of(name)))).values()}, {0})


class ReachMonitor(Fits, Sheet, unittest.TestCase):
    name = "reach-monitor"
    language = "en"
    frozen = ("Years",)
    charts = 2
    large = "euros_providers"
    guarded = False
    standings = ("together more than all children", "more children than provisions", "no amount of 0 or more", "€ 1,234,567 more than providers",
                 "€ 123,456.78 less than providers")

    def names_of_inputs(self, book):
        return [name for name in names(book) if name not in (*MESSAGE_CELLS, "council_year")]

    def test_the_page_for_the_council(self):
        """The same sums as in Dutch."""
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                found = [value(book, f"For the council.A{row}") for row in (1, 2, 4, 5, 6, *range(QUESTION, QUESTION + 5))]
                self.assertEqual(found, [
                    "Voorbeelddam (invented): do children in poverty take part?",
                    "About 2025. In the target group: children under 18, income of the parents up to 120% of the social minimum, on 31 December.",
                    "In 2025 1,120 of the 1,440 children in poverty were reached: 77%. That is 2 percentage points more than in 2024.",
                    "Of the € 540,000 spent, € 430,000 (79%) went to children in kind. That is € 384 per child reached.",
                    "Unknown in 2025: children by provision. The reach is known in 6 of the 8 years.",
                    "All children: how will you reach the other 32 children up to the goal, and when?",
                    "Parents on assistance: are they different children, and is the target group counted well?",
                    "Working parents: how will you reach the other 9 children up to the goal, and when?",
                    "Money: what was the other € 110,000 spent on, and why not in kind?",
                    "Figures: when will the council receive the figures that are unknown?"])
                self.assertEqual(values(book, f"For the council.F{GROUP}:G{GROUP + 2}"), [
                    ["not yet met", "own goal: 80%; 32 children to go"], ["met", "own goal: 88%"],
                    ["not yet met", "own goal: 65%; 9 children to go"]])

    def test_what_it_says_of_other_figures(self):
        book = self.opened()
        for inputs, row, line in (
                ({("groups", 0, LAST): "unknown"}, 4, "In 2025 1,120 children in poverty were reached; how many there are is unknown."),
                ({("groups", 0, LAST): "onbekend", ("children_providers", TWICE, LAST): None}, 4,
                 "How many children in poverty there were in 2025, and how many were reached, is unknown."),
                ({("children_providers", TWICE, LAST): "?", ("groups", 0, LAST): 1440}, 4,
                 "In 2025 there were 1,440 children in poverty; how many were reached is unknown."),
                ({("children_providers", TWICE, LAST): 1000}, 6, "Unknown in 2025: children by provision. Cannot be right: children by provider."),
                ({("children_providers", TWICE, LAST): 420, "report_year": 2021}, 36,
                 "Parents on assistance: how will you reach the other 140 children up to the goal, and when?"),
                ({"report_year": None, ("groups", 1, LAST): 580}, 36, "Parents on assistance: how will you reach the last child up to the goal, and when?"),
                ({"goal_all": 0.725}, 9, "own goal: 72.5%")):
            for place, content in inputs.items():
                put(book, place, content)
            self.assertEqual(value(book, f"For the council.{'G' if row == 9 else 'A'}{row}"), line)
        self.assertEqual(error_cells(book), {})

    def test_an_empty_workbook_says_so(self):
        book = self.opened()
        for name in self.names_of_inputs(book):
            if name != "first_year":
                referred(book, name).clearContents(VALUES | TEXTS)
        self.assertEqual([value(book, f"For the council.A{row}") for row in (4, 5, 6)], ["No figures have been entered yet.", "", ""])
        self.assertEqual(error_cells(book), {})


if __name__ == "__main__":
    unittest.main()
