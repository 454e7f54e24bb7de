# SPDX-License-Identifier: EUPL-1.2
"""What samples/begroting.sheet makes of a thousand years with inputs that meet in one verdict, drawn at random, held against `Reference`,
which follows the definitions and not the formulas."""
import random
import unittest
from fractions import Fraction

from begroting import InDutch, InEnglish, rows_of
from office import Office


class Combinations:
    """In both languages."""

    def test_combinations_of_inputs_give_what_the_definitions_say(self):
        """Of 360 columns of Account, with inputs that are numbers, unknown, empty and wrong in all ways that meet."""
        book = self.opened()
        drawn, seen = random.Random(2017), {}
        account, rows = book.Sheets.getByIndex(2), rows_of()["R"]
        for turn in range(60):
            state = Reference(drawn, self.language)
            state.enter(book)
            block = account.getCellRangeByName(f"B1:H{max(rows.values())}").getDataArray()
            for year in range(1, 7):
                for key, expected in state.outcomes(year).items():
                    actual = block[rows[key] - 1][year]
                    where = f"turn {turn}, year {year}, {key}: {state.told(year)}"
                    if isinstance(expected, str) or isinstance(actual, str):
                        self.assertEqual(actual, expected, where)
                    else:
                        self.assertAlmostEqual(actual, float(expected), delta=1e-7 * max(1, abs(float(expected))), msg=where)
                    if isinstance(expected, str):
                        seen.setdefault(key, set()).add(expected)
            if turn % 10 == 0:
                self.makes_sense(book, f"turn {turn}")
        self.assertGreaterEqual(len(seen["class"]), 8, seen["class"])
        self.assertGreaterEqual(len(seen["room"]), 7, seen["room"])


WORDS = {"onbekend": "unknown", "controleer": "check this", "let op": "caution", "klopt": "correct", "klopt niet": "not correct",
         "ingevuld": "filled in", "geen geld": "no money", "nog niet": "not yet", "niets besteed": "nothing spent", "volledig": "fully",
         "deels": "partly", "niet": "not", "geen norm": "no norm", "binnen": "within", "buiten": "outside", "geen": "none"}


class Reference:
    """A drawn state of all inputs that meet in the verdicts of Account, and what the definitions make of it."""
    AMOUNTS = ("received", "carried_in", "carried_out", "in_kind", "otherwise", "generic", "unspent", "gross", "contributions", "state")
    UNKNOWN = ("onbekend", None, "n.b.", " Unknown ", "x", "\u00a0?")

    def __init__(self, drawn, language):
        self.language, self.drawn = language, drawn
        self.first = drawn.choice((2016, 2017, 2019, 2024, 2017, "onbekend"))
        self.base = drawn.choice((2012, 2016, 2018, 2020, 2016, 2016, "geen", "None", "onbekend", None))
        self.before = [drawn.choice((400000, 376000, 100000.25, 12000, 5000, "geen", " GEEN", None, "x")), self.amount(0, 0, 12000), self.amount(0, 0, 5000.5)]
        self.index = [drawn.choice((0, 0.015, 0.02, -0.01, 0.026, 0.02, 0.02, 0.02, None, 1.02)) for _ in range(6)]
        self.years = {year: self.draw_year() for year in range(1, 7)}
        for year in range(2, 7):   # mostly what the year before carried out
            if drawn.random() < 0.7:
                self.years[year]["carried_in"] = self.years[year - 1]["carried_out"]
                self.balance(self.years[year])

    def amount(self, *choices):
        return self.drawn.choice(self.UNKNOWN) if self.drawn.random() < 0.02 else self.drawn.choice(choices)

    def draw_year(self):
        one = {"received": self.amount(210000, 210000, 210000, 0, 95000.5, 95000.5, -100), "carried_in": self.amount(0, 60000), "carried_out": self.amount(0, 20000, 35000, 210000),
               "in_kind": self.amount(72000, 150000, 0), "otherwise": self.amount(48000, 5000.75, 0), "generic": self.amount(25000, 0, 0, -500),
               "unspent": self.amount(0, 20000, 20000, -500), "gross": self.amount(505000, 660000, 300000, 120000, 505000, 660000, 9000), "contributions": self.amount(0, 15000.1),
               "state": self.amount(0, 45000)}
        self.balance(one)
        if self.drawn.random() < 0.05:
            one[self.drawn.choice(self.AMOUNTS)] = self.drawn.choice(("veel", "1.234", "geen"))
        return one

    def balance(self, one):
        """Mostly what was spent and unspent is what there was, and enough of it is carried out."""
        numbers = [one[key] for key in ("received", "carried_in", "in_kind", "otherwise", "generic")]
        if self.drawn.random() < 0.8 and all(isinstance(number, (int, float)) for number in numbers):
            rest = numbers[0] + numbers[1] - sum(numbers[2:])
            if rest < 0:
                one["in_kind"] += rest
                rest = 0
            one["unspent"] = rest
            if isinstance(one["carried_out"], (int, float)) and self.drawn.random() < 0.9:
                one["carried_out"] = min(one["carried_out"], rest)

    def enter(self, book):
        account, details = book.Sheets.getByIndex(2), book.Sheets.getByIndex(0)
        def put(cells, content):
            Office.put(book, f"{cells[0].Name}.{cells[1]}", content)
        rows = rows_of()
        put((details, f"B{rows['G']['first']}"), self.first)
        put((details, f"B{rows['G']['base']}"), self.base)
        for year, (column, rate) in enumerate(zip("CDEFGH", self.index), 1):
            put((details, f"{column}{rows['G']['index']}"), rate)
        for key, content in zip(("gross", "contributions", "state"), self.before):
            put((account, f"B{rows['R'][key]}"), content)
        for year, column in enumerate("CDEFGH", 1):
            for key in self.AMOUNTS:
                put((account, f"{column}{rows['R'][key]}"), self.years[year][key])

    def told(self, year):
        return f"{self.first} {self.base} {self.before} {self.index} {self.years[year]}"

    # ---- What the definitions make of it

    def known(self, *cells):
        return all(isinstance(cell, (int, float)) for cell in cells)

    def exact(self, cell):
        return Fraction(str(cell))

    def is_none(self, cell):
        return isinstance(cell, str) and cell.strip().lower() in ("geen", "none")

    def baseline(self):
        """A number, or a word."""
        if self.is_none(self.base) or self.is_none(self.before[0]):
            return "geen"
        if not self.known(*self.before):
            return "onbekend"
        net = self.exact(self.before[0]) - self.exact(self.before[1]) - self.exact(self.before[2])
        return "controleer" if net < 0 else net

    def growth(self, year):
        """A factor, or a word: of the years after the base year, up to this one."""
        if not self.known(self.base, self.first):
            return "onbekend"
        rates = [self.index[one - 1] for one in range(1, year + 1) if self.first + one - 1 > self.base]
        if any(rate is not None and abs(rate) > 0.5 for rate in rates):
            return "controleer"
        if None in rates:
            return "onbekend"
        product = Fraction(1)
        for rate in rates:
            product *= 1 + self.exact(rate)
        return product

    def outcomes(self, year):
        found = self.in_dutch(year)
        if self.language == "en":
            found = {key: WORDS.get(word, word.replace("vóór", "before")) if isinstance(word, str) else word for key, word in found.items()}
        return found

    def in_dutch(self, year):
        one, found = self.years[year], {}
        money = {key: self.exact(one[key]) if self.known(one[key]) else None for key in self.AMOUNTS}

        def all_known(*keys):
            return all(money[key] is not None for key in keys)

        def sum_of(*keys):
            return sum(money[key] for key in keys)

        strange = any(isinstance(one[key], str) and one[key].strip("\u00a0 ").lower() not in ("onbekend", "unknown", "n.b.", "x", "?") for key in self.AMOUNTS)
        below = any(money[key] is not None and money[key] < 0 for key in ("received", "carried_in", "carried_out", "unspent"))
        found["filled"] = ("controleer" if strange or below else "onbekend" if not all_known(*self.AMOUNTS) else
                           "let op" if min(money.values()) < 0 else "ingevuld")
        found["available"] = sum_of("received", "carried_in") - money["carried_out"] if all_known("received", "carried_in", "carried_out") else "onbekend"
        found["net"] = money["gross"] - sum_of("contributions", "state") if all_known("gross", "contributions", "state") else "onbekend"
        spending = ("in_kind", "otherwise", "generic", "unspent")
        found["sum"] = ("onbekend" if not all_known("received", "carried_in", *spending) else
                        "klopt" if sum_of("received", "carried_in") == sum_of(*spending) else "klopt niet")
        found["out"] = "onbekend" if not all_known("carried_out", "unspent") else "klopt niet" if money["carried_out"] > money["unspent"] else "klopt"
        if year > 1:
            last = self.years[year - 1]["carried_out"]
            found["in"] = ("onbekend" if not (all_known("carried_in") and self.known(last)) else
                           "klopt" if money["carried_in"] == self.exact(last) else "klopt niet")
        found["costs"] = ("klopt niet" if found["net"] != "onbekend" and found["net"] < 0 else
                          "onbekend" if not (all_known("in_kind", "otherwise") and found["net"] != "onbekend") else
                          "klopt niet" if found["net"] < sum_of("in_kind", "otherwise") else "klopt")
        found["room"], found["broader"] = self.room(year, money, found, all_known(*spending))
        found["class"] = self.class_of(year, one, money, found)
        self.split(year, money, found)
        return found

    def room(self, year, money, found, known):
        """The verdict and the share."""
        total = sum(money[key] for key in ("in_kind", "otherwise", "generic", "unspent")) if known else None
        share = ("onbekend" if not known else "geen geld" if total == 0 else "controleer" if total < 0 else
                 (money["otherwise"] + money["generic"]) / total)
        if self.known(self.first) and self.first + year - 1 < 2019:
            return "geen norm", share
        if isinstance(share, str):
            return share, share
        if found["sum"] == "klopt niet" or found["filled"] == "controleer" or not 0 <= share <= 1:
            return "controleer", share
        if not self.known(self.first):
            return "onbekend", share
        return "binnen" if share <= Fraction(15, 100) else "let op" if share <= Fraction(20, 100) else "buiten", share

    def class_of(self, year, one, money, found):
        baseline, available = self.baseline(), found["available"]
        if available == "onbekend":
            return "controleer" if found["filled"] == "controleer" else "onbekend"
        growth = Fraction(1) if baseline == "geen" else self.growth(year)
        wrong = "klopt niet" in (found["sum"], found["out"], found.get("in"), found["costs"]) or found["filled"] == "controleer"
        if wrong or available < 0 or baseline == "controleer" or growth == "controleer":
            return "controleer"
        if baseline != "geen" and self.known(self.base, self.first) and self.first + year - 1 < self.base:
            return f"vóór {self.base}"
        if available == 0:
            return "nog niet" if money["carried_out"] > 0 else "geen geld"
        if baseline in ("onbekend", 0) or "onbekend" in (growth, found["net"]):
            return "onbekend"
        self.indexed = Fraction(0) if baseline == "geen" else baseline * growth
        on_top = (found["net"] - self.indexed) / available
        found["added"] = on_top
        return "volledig" if on_top >= 1 else "niet" if on_top <= 0 else "deels"

    def split(self, year, money, found):
        """What did not come on top: in place of own money, or elsewhere."""
        if found["class"] not in ("volledig", "deels", "niet"):
            found["added"] = found["not_added"] = found["elsewhere"] = found["displaced"] = found["class"]
            return
        found["not_added"] = min(found["available"], max(Fraction(0), found["available"] - found["net"] + self.indexed))
        if money["in_kind"] is None or money["otherwise"] is None:
            found["elsewhere"] = found["displaced"] = "onbekend"
            return
        extra = money["in_kind"] + money["otherwise"]
        if not 0 <= extra <= found["available"]:
            found["elsewhere"] = found["displaced"] = "controleer"
            return
        found["displaced"] = Fraction(0) if self.baseline() == "geen" else min(extra, max(Fraction(0), self.indexed - found["net"] + extra))
        found["elsewhere"] = found["not_added"] - found["displaced"]


class Dutch(Combinations, InDutch, unittest.TestCase):
    pass


class English(Combinations, InEnglish, unittest.TestCase):
    pass


if __name__ == "__main__":
    unittest.main()
