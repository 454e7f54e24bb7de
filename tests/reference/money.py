#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Drawn amounts for the functions that add up, multiply and divide money, with their answers in exact fractions.

    money.py            writes tests/data/money.tsv, the same on every run
    money.py CASES      writes as many other cases to standard output, for test_money to read

(1) The answers are those of tests/soak/reference.py: a quotient is the double nearest to it.
(2) Most amounts are cents, and most sums have corrections in them that nearly or wholly cancel out.
(3) A row is: function, arguments as tests/unit/formulas.h reads them, answer; parted by tabs. Every number reads back as the very
    same double.
"""
import random
import sys
from fractions import Fraction
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "soak"))
import reference  # noqa: E402
from reference import Argument, Shown  # noqa: E402

SEED, CASES = 20161111, 6400
ERRORS = {532: "#DIV/0!", 32767: "#N/A", 503: "#NUM!", 519: "#VALUE!", 502: "Err:502"}
RULES = (None, None, "op volgorde van binnenkomst", "alles of niets", "naar rato", "evenredige verdeling", "gelijk")
CLASSES = ("in natura", "kinderarmoede anders", "generiek", "niet besteed")


class Draw(random.Random):
    def euros(self):
        """An amount in cents, of any size; sometimes with a few decimals more, sometimes computed."""
        digits = self.randrange(10 ** self.randint(1, self.choice((4, 7, 10, 13))))
        kind = self.random()
        if kind < 0.7:
            return digits / 100
        if kind < 0.85:
            return float(digits)
        return digits / 10 ** self.randint(1, 9) if kind < 0.95 else digits / self.choice((3, 7, 11, 0.3))

    def cents(self, most):
        return self.randrange(most) / 100

    def rate(self):
        kind = self.random()
        if kind < 0.7:
            return self.randint(-100, 500) / self.choice((1000, 10000))
        return self.uniform(-0.5, 0.5) if kind < 0.9 else self.choice((0.0, 0.5, -0.5, 0.02))

    def parts(self, total, count):
        """Amounts in cents that add up to `total` cents; some are negative."""
        cuts = [self.randint(-abs(total) - 10, 2 * abs(total) + 10) for _ in range(count - 1)]
        last, parts = 0, []
        for cut in cuts:
            parts.append(cut - last)
            last = cut
        return [part / 100 for part in parts + [total - last]]


def single(value):
    return Argument([value], 1, False)


def column(values):
    return Argument(list(values))


def budget(draw):
    """Arguments of ADDITIONALITY; half of the time what came on top, or what is available, is a round part of the other."""
    base, extra = draw.euros(), draw.cents(10 ** draw.randint(1, 8))
    index = None
    if draw.random() < 0.4:
        years = draw.choice((1, 2, 3, 10, 12))
        index = single(draw.rate()) if years == 1 else column(draw.rate() for _ in range(years))
    carried_in = draw.euros() if draw.random() < 0.5 else 0.0
    whole = Fraction(str(extra)) + Fraction(str(carried_in))
    left = draw.choice((Fraction(0), Fraction(1, 100), Fraction(draw.randrange(10**6), 100)))
    carried_out = float(max(0, whole - left)) if draw.random() < 0.6 else 0.0
    part = draw.choice((0, 0, 1, Fraction(1, 2), Fraction(draw.randrange(200), 100)))
    cent = Fraction(draw.choice((0, 0, 0, 1, -1)), 100)
    spending = float(max(0, Fraction(str(base)) + (whole - Fraction(str(carried_out))) * part + cent))
    spending = spending if draw.random() < 0.8 else draw.euros()
    start = "geen" if draw.random() < 0.05 else base
    return [single(start), single(spending), single(extra), index, single(carried_in), single(carried_out)]


def additionality(draw):
    return "ADDITIONALITY", budget(draw)


def additionality_class(draw):
    return "ADDITIONALITY_CLASS", budget(draw)


def displacement(draw):
    arguments = budget(draw)
    if draw.random() < 0.5:
        spent = draw.choice((arguments[2].cells[0], draw.euros(), 0.0))
        arguments.append(single(spent))
    return "DISPLACEMENT", arguments


def inkind_share(draw):
    count = draw.randint(2, 9)
    total = draw.choice((0, 0, 1, draw.randrange(10 ** draw.randint(1, 9)), -1))
    amounts = draw.parts(total, count) if draw.random() < 0.7 else [draw.euros() for _ in range(count)]
    classes = [draw.choice(CLASSES + (("",) if draw.random() < 0.05 else ())) for _ in amounts]
    denominator = draw.choice(("besteed", "ontvangen", draw.euros()))
    asked = draw.choice((None, None, "generiek", "breder"))
    return "INKIND_SHARE", [column(amounts), column(classes), single(denominator), single(asked) if asked else None]


def reach_pct(draw):
    count = draw.randint(1, 6)
    some = [draw.choice((draw.euros(), float(draw.randrange(5000)))) for _ in range(count)]
    if draw.random() < 0.5:
        return "REACH_PCT", [column(some), column(one * draw.choice((1, 2, 3)) for one in some)]
    twice = float(sum(Fraction(str(one)) for one in some)) if draw.random() < 0.3 else draw.choice(some)
    return "REACH_PCT", [column(some + [0.0]), single(draw.euros()), single(twice)]


def reach_gap(draw):
    target, ambition = draw.choice((float(draw.randrange(10**7)), draw.euros())), draw.randrange(10**6 + 1) / 10**6
    needed = Fraction(str(target)) * Fraction(str(ambition))
    reached = float(max(0, needed + Fraction(draw.choice((0, 0, 1, -1, -10**4)), draw.choice((1, 10**4, 10**6)))))
    return "REACH_GAP", [single(reached), single(target), single(ambition)]


def allocate_subsidy(draw):
    requested = [draw.euros() for _ in range(draw.randint(2, 8))]
    some = sum(Fraction(str(one)) for one in requested[:draw.randint(1, len(requested))])
    ceiling = float(max(0, some + Fraction(draw.choice((0, 0, 1, -1, 12345)), 100)))
    rank = [float(draw.randint(1, 4)) for _ in requested] if draw.random() < 0.5 else None
    rule = draw.choice(RULES)
    if rule:
        requested, ceiling = [draw.choice((round(one, 2), one)) for one in requested], round(ceiling, 2)
    return "ALLOCATE_SUBSIDY", [single(ceiling), column(requested), None, column(rank) if rank else None, None,
                                single(rule) if rule else None]


def poverty_target(draw):
    first, last = sorted(draw.sample(range(1990, 2040), 2))
    shares = [draw.randrange(1001) / 1000 if draw.random() < 0.8 else draw.random() for _ in range(2)]
    return "POVERTY_TARGET", [single(float(draw.randint(first, last))), single(float(first)), single(shares[0]),
                              single(float(last)), single(shares[1])]


DRAWN = (additionality, additionality_class, displacement, inkind_share, reach_pct, reach_gap, allocate_subsidy, poverty_target)


# ---- Rows ------------------------------------------------------------------------------------------------------------


class Line:
    """Stands in for the table of norms: POVERTY_TARGET looks up its own ends, which every case here replaces."""
    years, value = "2015", 0.0

    def named(self, _):
        return self


def written(cell):
    if isinstance(cell, Shown):
        return ERRORS[cell.code]
    return repr(cell) if isinstance(cell, float) else f'"{cell}"' if cell else "_"


def as_argument(argument):
    if argument is None:
        return ""
    cells = "|".join(map(written, argument.cells))
    return "{" + cells + "}" if argument.is_range else cells


def rows(seed, count):
    draw = Draw(seed)
    for i in range(count):
        name, arguments = DRAWN[i % len(DRAWN)](draw)
        try:
            answer = reference.expected(name.replace("_", ""), arguments, Line())
        except reference.Ambiguous:
            continue
        cells = [written(cell) for row in answer for cell in row]
        yield "\t".join((name, ";".join(map(as_argument, arguments)), cells[0] if len(cells) == 1 else "{" + "|".join(cells) + "}"))


def main():
    if len(sys.argv) > 1:
        for row in rows(random.randrange(2**63), int(sys.argv[1])):
            print(row)
        return
    table = FOLDER.parent / "data" / "money.tsv"
    heading = ["# SPDX-License-Identifier: EUPL-1.2", "# Written by tests/reference/money.py, which explains the columns."]
    table.write_text("\n".join([*heading, *rows(SEED, CASES)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
