#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Works in one sheet in a real office as somebody who never stops: soak.py [edits] [seed]; `make soak` makes 10,000 edits.

(1) The sheet has the real counts of the 352 municipalities and formulas with every function. Every edit changes
    an input (in one of ten a whole column), after which every cell of every result is held against reference.py.
(2) An edit is ordinary or one that goes wrong: an unknown, a number typed as text, an empty cell, a negative number, an error, or in
    a list what it should give away: a total among its parts, a fraction among whole numbers.
    More often than not the next edit mends what is wrong, so that the sheet keeps computing.
(3) The edits follow from the seed alone, which is printed. A difference stops the run with the edit and the cell.
(4) The memory of the office after the last edit may be at most GROWTH above what it was after the first tenth of them.
"""
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "calc"))
from office import Office  # noqa: E402

from com.sun.star.sheet.FillDirection import TO_BOTTOM, TO_RIGHT  # noqa: E402

sys.path.insert(0, str(FOLDER))
import reference  # noqa: E402
import explanations  # noqa: E402, F401 (enters what it answers)
from reference import Argument, Shown  # noqa: E402
from sentences import Sentence  # noqa: E402
from municipalities import CHILDREN, CODES  # noqa: E402 (reference.py says where)

EDITS, SEED, GROWTH = 10_000, 20181121, 0.03
WHOLE = -1  # the place of what is wrong with a list as a whole
GIVING_AWAY = ("key", "reached", "target", "requested", "amounts", "providers")
ERROR = Shown(532)  # what the formula =1/0 shows

# ---- Inputs ----------------------------------------------------------------------------------------------------------

ASIDE = ("x", ".", "onbekend", " N.B. ", "?", "12", "1.234", "veel", None, "", -1.0, -250.0)
NAMES = ("du", "DU", "totaal", "charities", "regeling_nl", "bereik_bijstand", "reach_working", "natura_armoedepartijen",
         "breder_laag", "broader_room_high", "armoede_2015", " Poverty_2030 ", "verdringing", "in_kind", "bijstand", "bereik werkend")


def choice(*values):
    return lambda draw: draw.choice(values)


def whole(low, high, step=1):
    return lambda draw: float(draw.randrange(low, high, step))


def mostly(part, usual, other):
    return lambda draw: usual(draw) if draw.random() < part else other(draw)


def share(draw):
    return draw.randrange(0, 101) / 100


class Input:
    """Cells from row 1 on, in one column or some: what stands in them, and what may come to stand there."""

    def __init__(self, column, rows, ordinary, hostile=ASIDE, row=1, columns=1):
        self.column, self.row, self.count, self.columns, self.ordinary = column, row, rows * columns, columns, ordinary
        self.hostile = (*hostile, ERROR) if self.count > 1 else hostile
        self.cells = [None] * self.count

    def address(self, i):
        return f"{chr(ord(self.column) + i % self.columns)}{self.row + i // self.columns}"

    def in_rows(self, cells):
        return [cells[i:i + self.columns] for i in range(0, self.count, self.columns)]

    @property
    def range(self):
        return f"{self.address(0)}:{self.address(self.count - 1)}"


def inputs():
    """By name; those of one cell stand in column O, the lists in columns A to N."""
    counts = mostly(0.7, whole(0, 12_000, 100), mostly(0.6, whole(0, 3_000), choice(0.5, 17.25, 1 / 3, 100.1)))
    euros = mostly(0.8, whole(0, 2_000_000, 500), whole(0, 2_000_000))
    lists = {
        "key": Input("B", 352, counts),
        "minimum": Input("C", 352, mostly(0.6, choice(None), whole(0, 20_000, 50))),
        "maximum": Input("D", 352, mostly(0.6, choice(None), whole(400_000, 4_000_000, 50))),
        "order": Input("A", 352, mostly(0.8, lambda draw: f"GM{draw.randrange(2000):04d}", whole(0, 400)), ("x", "", None)),
        "reached": Input("E", 352, mostly(0.8, whole(0, 5_000), choice("x", ".", None))),
        "target": Input("F", 352, mostly(0.9, whole(0, 6_000), choice("x", None))),
        "requested": Input("G", 40, mostly(0.9, euros, choice(None, 12_500.5, 99.95))),
        "eligible": Input("H", 40, choice("ja", "ja", "yes", "Waar", 1.0, "nee", 0.0), ("x", None, "misschien", 2.0)),
        "rank": Input("I", 40, whole(1, 30)),
        "amounts": Input("J", 12, mostly(0.9, euros, choice(None, -500.0))),
        "classes": Input("K", 12, choice("in natura", "In kind", "kinderarmoede anders", "anders", "in-natura", "generiek", "unspent",
                                         "Niet besteed\ufeff"),
                         ("x", None, "sport", 3.0)),
        "providers": Input("L", 6, mostly(0.8, whole(0, 2_000), choice(None))),
        "table": Input("P", 3, mostly(0.8, euros, choice(None, 0.0, 12_500.5, -99_750.25)), columns=3),
        "index": Input("M", 3, choice(0.006, 0.02, 0.0893, -0.01, 0.0, 0.5, None), ("x", 1.02, "2%")),
    }
    years = mostly(0.7, choice(2021.0), choice(2015.0, 2017.0, 2018.0, 2019.0, 2020.0, 2030.0, 2040.0))
    languages = choice("nl", "en", "Engels", "Dutch ", "ENGLISH")
    single = {
        "total": (mostly(0.7, whole(50_000_000, 120_000_000, 1000),
                         choice(0.0, 1.0, 352.0, 61_234_567.0, 12_345_678.9, -40_000_000.0, 9e15)),
                  (*ASIDE, 1e300, 61_234_566.9999998, -40_000_000.0000007)),
        "unit": (choice(1.0, 1.0, 1.0, 0.01, 0.05, 1000.0, 0.5), (*ASIDE, 0.0, 7.0, 0.3)),
        "method": (choice("grootste rest", "Largest remainder", "hamilton", "Sainte-Laguë", "webster", "D’Hondt", "jefferson",
                          "adams", "afgerond", " ROUNDED\u00a0", "Hare-Niemeyer", "grootste\u202fgemiddelden"), ("eerlijk", "x", None, 1.0, "")),
        "floor": (mostly(0.8, whole(0, 30_000, 100), choice(0.0)), (*ASIDE, 1e7)),
        "ceiling": (whole(1_000_000, 20_000_000, 1000), (*ASIDE, 10.0)),
        "position": (whole(1, 353), (*ASIDE, 0.0, 353.0, 1.5, 1e300)),
        "language": (languages, ("fr", "x", None, 1.0)),
        "explained": (choice("REACH_PCT", "reach_pct", " Reach-pct\u00a0", "MEEDOEN.BUDGET.REACHPCT", "Reach pct", "REACH_COVERAGE"),
                      ("BEREIK", "x", None, 1.0)),
        "budget_ceiling": (mostly(0.8, whole(0, 30_000_000, 1000), choice(0.0, 1e9, 250_000.01)), ASIDE),
        "rule": (choice("op volgorde", "Volgorde van binnenkomst", "first come, first served", "alles of niets", "All-or-nothing",
                        "naar rato", "evenredige verdeling", " Pro\u00a0rata", "gelijk", "Gelijke delen", "equal shares"),
                 ("loten", "x", None, 1.0, "")),
        "round_to": (choice(1000.0, 1000.0, 500.0, 1.0, 0.05), (*ASIDE, 0.0)),
        "with_totals": (choice(1.0, 0.0, "ja", "Nee", "TRUE"), (*ASIDE, 2.0, "totaal")),
        "amount": (mostly(0.8, whole(-9_000, 90_000, 250), choice(0.0, 1499.99)), ASIDE),
        "place": (whole(1, 41), (*ASIDE, 0.0, 41.0, 2.5)),
        "group": (whole(1, 9_000), (*ASIDE, 0.0)),
        "overlap": (whole(0, 300), (*ASIDE, 1e6)),
        "ambition": (mostly(0.6, share, choice("bereik_bijstand", "Reach_working", "natura_armoedepartijen")),
                     (*ASIDE, 1.5, "du", "breder_laag")),
        "denominator": (mostly(0.7, choice("besteed", "Spent", "ontvangen", "received "), whole(1, 9_000_000)), (*ASIDE, 0.0)),
        "class": (choice("in natura", "natura", "Generic", "child poverty otherwise", "niet besteed", "breder"), ("sport", "x", None, 1.0)),
        "baseline": (mostly(0.9, whole(1, 900_000, 500), choice("geen", " None")), (*ASIDE, 0.0)),
        "spending": (whole(0, 1_500_000, 500), ASIDE),
        "extra": (whole(1, 600_000, 500), (*ASIDE, 0.0)),
        "carried_in": (mostly(0.6, choice(0.0), whole(0, 90_000, 500)), ASIDE),
        "carried_out": (mostly(0.6, choice(0.0), whole(0, 90_000, 500)), (*ASIDE, 3e6)),
        "extra_spent": (mostly(0.7, whole(0, 300_000, 500), choice(0.0)), (*ASIDE, 1e9)),
        "growth": (choice(0.0, 0.006, 0.02, -0.3), (*ASIDE, 1.02)),
        "name": (choice(*NAMES), ("winst", "x", None, 1.0, "")),
        "year": (years, (*ASIDE, 2021.5, 1950.0)),
        "measure": (mostly(0.7, share, choice("bereik_bijstand", "breder_laag")), (*ASIDE, 0.0, 1.5, "0,8", "du")),
        "value": (mostly(0.8, share, choice(0.699, 1.2, 2.0, 0.18)), (*ASIDE, 81.0)),
        "at": (whole(2015, 2031), (*ASIDE, 2014.0, 2020.5)),
        "start_year": (whole(2010, 2018), (*ASIDE, 2040.0)),
        "start": (share, (*ASIDE, 9.2)),
        "end_year": (whole(2025, 2035), (*ASIDE, 2000.0)),
        "end": (share, (*ASIDE, 4.6)),
    }
    singles = {name: Input("O", 1, *values, row=row) for row, (name, values) in enumerate(single.items(), 1)}
    return {**lists, **singles}


# ---- Formulas --------------------------------------------------------------------------------------------------------


def letters(column):
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


class Formula:
    """One formula in the sheet Results, from row 1 of `column` on."""

    def __init__(self, text, column, cells):
        self.method, arguments, *shape = re.fullmatch(r"(\w+)\((.*)\): (\d+)x(\d+)", text).groups()
        self.rows, self.columns = map(int, shape)
        self.column = column
        self.parts = [(part.lstrip("@"), part.startswith("@")) for part in arguments.split(";")]
        self.inputs = {name for name, _ in self.parts if name in cells}
        written = ";".join(self.written(name, alone, cells) for name, alone in self.parts)
        self.formula = f"=MEEDOEN.BUDGET.{self.method}({written})"
        self.answer = None

    @staticmethod
    def written(name, alone, cells):
        if name not in cells:
            return name
        one = cells[name]
        return "$Inputs." + (one.address(0) if alone else one.range)

    @staticmethod
    def constant(written):
        return written[1:-1] if written.startswith('"') else float(written)

    def place(self, rows=None):
        return f"Results.{letters(self.column)}1:{letters(self.column + self.columns - 1)}{rows or self.rows}"

    def compute(self, cells, norms):
        arguments = [None if name == "" else Argument(cells[name].cells[:], cells[name].columns, not alone) if name in cells
                     else Argument([self.constant(name)], 1, False) for name, alone in self.parts]
        answer = reference.expected(self.method, arguments, norms)
        if (len(answer), len(answer[0])) == (1, 1):
            answer = [answer[0] * self.columns] * self.rows
        self.answer = answer


def agrees(shown, expected):
    if isinstance(expected, Shown):
        return shown == str(expected)
    if isinstance(expected, Sentence):
        return expected.fits(shown)
    if isinstance(expected, (str, float)):
        return shown == expected
    return isinstance(shown, float) and abs(shown - float(expected)) <= 1e-12 * abs(float(expected))


# ---- The work --------------------------------------------------------------------------------------------------------


class Soak:
    def __init__(self, office, seed):
        self.office, self.draw = office, random.Random(seed)
        self.cells = inputs()
        self.formulas, column = [], 0
        for text in reference.FORMULAS:
            self.formulas.append(Formula(text, column, self.cells))
            column += self.formulas[-1].columns
        self.columns = column
        self.wrong = set()  # cells that hold something that went wrong: (input, place)
        self.seen, self.told = Counter(), Counter()
        self.ambiguous = 0
        self.book = self.build()
        self.norms = reference.Norms(*(self.table(language) for language in ("nl", "en")))

    def build(self):
        """Results are shown once more in Mirror, errors as texts, so that one call reads them all."""
        book = self.office.new()
        sheets = book.getSheets()
        sheets.getByIndex(0).setName("Inputs")
        for number, name in enumerate(("Results", "Mirror"), 1):
            sheets.insertNewByName(name, number)
        for name, one in self.cells.items():
            one.cells = [one.ordinary(self.draw) for _ in range(one.count)]
            if name == "key":
                one.cells = CHILDREN[:]
            elif name == "order":
                one.cells = CODES[:]
            self.office.put(book, f"Inputs.{one.range}", one.in_rows(one.cells))
        for formula in self.formulas:
            self.office.array(book, formula.place(), formula.formula)
            mirror = formula.place().replace("Results", "Mirror")
            first = f"$Results.{letters(formula.column)}1"
            self.office.put(book, mirror.partition(":")[0], f'=IF(ISERROR({first});"Err:"&ERRORTYPE({first});{first})')
            cells = self.office.range(book, mirror)
            cells.fillAuto(TO_RIGHT, 1)
            cells.fillAuto(TO_BOTTOM, 1)
        return book

    def table(self, language):
        self.office.array(self.book, "Results.A400:E414", f'=MEEDOEN.BUDGET.NORMS("{language}")')
        cells = self.office.range(self.book, "Results.A400:E414")
        table = [list(row) for row in cells.getDataArray()]
        cells.clearContents(1023)
        return table

    # ---- Edits ----

    def choose(self):
        """The next edit: an input, a place in it (None: all of it), the new cells, whether it is an ordinary one."""
        if self.wrong and self.draw.random() < 0.6:
            name, place = self.draw.choice(sorted(self.wrong))
            if place == WHOLE:
                return name, None, [self.cells[name].ordinary(self.draw) for _ in self.cells[name].cells], True
            return name, place, [self.cells[name].ordinary(self.draw)], True
        name = self.draw.choice(list(self.cells))
        one = self.cells[name]
        kind = self.draw.random()
        if one.count > 1 and kind < 0.1:
            cells = one.cells[:] if kind < 0.05 else [one.ordinary(self.draw) for _ in one.cells]
            self.draw.shuffle(cells)
            return name, None, cells, kind >= 0.05
        place = self.draw.randrange(one.count)
        if kind < 0.7:
            return name, place, [one.ordinary(self.draw)], True
        if name in GIVING_AWAY and kind < 0.85 and not self.wrong:
            return self.give_away(name, place)
        return name, place, [self.draw.choice(one.hostile)], False

    def give_away(self, name, place):
        """An edit after which a list holds a total, something like it, or a slip of typing."""
        one, kind = self.cells[name], self.draw.randrange(6)
        others = sum(cell for i, cell in enumerate(one.cells) if i != place and isinstance(cell, float))
        if kind == 0:
            return name, place, [float(others)], False
        if kind == 1:
            return name, place, [float(max(others + self.draw.randrange(-5, 6), 0))], False
        if kind == 2:
            return name, place, [self.draw.choice((1.234, 12.5, 999.125, 0.75, 1000.5, 1.2345))], False
        if kind == 3:
            cells = one.cells[:]
            cells[place], cells[place - 1] = 1 / 3, 1 - 2 / 3
            return name, None, cells, False
        return name, None, (self.subtotals if kind == 4 else self.levels)(one.count), False

    def subtotals(self, count):
        """Groups of a sum and its parts, with what they are together or without."""
        sums, groups = [], []
        has_total = self.draw.random() < 0.5
        left = count - has_total
        while left:
            parts = left - 1 if left < 6 else self.draw.randrange(2, min(left - 3, 40))
            group = [float(self.draw.randrange(0, 3_000)) for _ in range(parts - 1)] + [float(self.draw.randrange(1, 3_000))]
            sums.append(sum(group))
            groups += [sums[-1], *group]
            left -= parts + 1
        cells = [sum(sums), *groups] if has_total and self.draw.random() < 0.5 else groups + [sum(sums)] * has_total
        return cells if self.draw.random() < 0.5 else cells[::-1]

    def levels(self, count):
        """A number, and rows that each add up to it."""
        first = self.draw.randrange(2, count - 3)
        rows = [first, count - 1 - first]
        whole, cells = float(max(rows) * 50), []
        for parts in rows:
            row = [float(self.draw.randrange(0, 50)) for _ in range(parts - 1)]
            cells += row + [whole - sum(row)]
        return [whole, *cells] if self.draw.random() < 0.5 else [*cells, whole]

    def edit(self):
        name, place, cells, ordinary = self.choose()
        one = self.cells[name]
        before, was_wrong = one.cells[:], set(self.wrong)
        if place is None:
            one.cells = cells
            gone = {(name, i) for i in range(WHOLE, one.count)}
            # What was wrong has moved to another row of the column; a list that was written to give something away is wrong as a whole.
            moved = set() if ordinary else {(name, i) for i, cell in enumerate(cells) if self.is_aside(one, cell)}
            if sorted(map(str, cells)) != sorted(map(str, before)) and not ordinary:
                moved.add((name, WHOLE))
            self.wrong = (self.wrong - gone) | moved
        else:
            one.cells[place] = cells[0]
            self.wrong = self.wrong - {(name, place)} | (set() if ordinary else {(name, place)})
        try:
            for formula in self.formulas:
                if name in formula.inputs:
                    formula.compute(self.cells, self.norms)
        except reference.Ambiguous:
            one.cells, self.wrong = before, was_wrong
            for formula in self.formulas:
                if name in formula.inputs:
                    formula.compute(self.cells, self.norms)
            self.ambiguous += 1
            return self.edit()
        self.type_in(one, place)
        return f"{name} {'all' if place is None else one.address(place)} = {'...' if place is None else repr(cells[0])}"

    @staticmethod
    def is_aside(one, cell):
        return cell == ERROR or any(cell is wrong or cell == wrong for wrong in one.hostile)

    def type_in(self, one, place):
        if place is None:
            self.office.put(self.book, f"Inputs.{one.range}",
                            one.in_rows([None if cell == ERROR else cell for cell in one.cells]))
        for i, cell in enumerate(one.cells):
            if place in (None, i):
                if cell == ERROR or cell == "":
                    self.office.put(self.book, f"Inputs.{one.address(i)}", "=1/0" if cell == ERROR else '=""')
                elif place is not None:
                    self.office.put(self.book, f"Inputs.{one.address(i)}", cell)

    # ---- Checks ----

    def compare(self):
        """The first difference as a text, or None."""
        rows = self.office.range(self.book, f"Mirror.A1:{letters(self.columns - 1)}352").getDataArray()
        for formula in self.formulas:
            for i, expected in enumerate(formula.answer):
                shown = rows[i][formula.column:formula.column + formula.columns]
                for j, (cell, wanted) in enumerate(zip(shown, expected)):
                    if not agrees(cell, wanted):
                        return f"{formula.formula}, row {i + 1}, column {j + 1}: shows {cell!r} where {wanted!r} is expected"
            first = formula.answer[0][0]
            self.seen[str(first) if isinstance(first, Shown) else "computed"] += 1
            self.told.update(first.told if isinstance(first, Sentence) else ())
        return None

    def memory(self):
        """Kilobytes of the office in memory."""
        total = 0
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                group = int((status.parent / "stat").read_text().rpartition(")")[2].split()[2])
                if group == self.office.process.pid:
                    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
                    total += int(lines.get("VmRSS", "0 kB").split()[0])
            except (FileNotFoundError, ProcessLookupError):
                continue
        return total


def soak(edits, seed=SEED, say=print):
    """Returns what went wrong, or None."""
    say(f"{edits} edits, seed {seed}")
    warm, began = max(edits // 10, 20), time.monotonic()
    with Office(limit=60 + 5 * edits) as office:
        work = Soak(office, seed)
        for formula in work.formulas:
            formula.compute(work.cells, work.norms)
        difference, last = work.compare(), "nothing yet"
        for number in range(1, edits + 1):
            if difference:
                return f"after edit {number - 1} ({last}): {difference}"
            last = work.edit()
            if number % 100 == 0:
                office.recalculate(work.book)
            difference = work.compare()
            if number == warm:
                settled = work.memory()
            if number % 1000 == 0:
                say(f"{number} edits, {time.monotonic() - began:.0f} s, {work.memory() // 1024} MB")
        if difference:
            return f"after edit {edits} ({last}): {difference}"
        memory = work.memory()
        if office.exit_status is not None:
            return f"the office ended with status {office.exit_status}"
    shown = ", ".join(f"{name} {count}" for name, count in work.seen.most_common())
    cells = sum(formula.rows * formula.columns for formula in work.formulas)
    say(f"{len(work.formulas)} formulas, {cells} cells after each edit, all as expected; first cells: {shown}; "
        f"{work.ambiguous} edits drawn again")
    say("told: " + ", ".join(f"{thing} {count}" for thing, count in work.told.most_common()))
    say(f"{time.monotonic() - began:.0f} s; office {settled // 1024} MB after {warm} edits, {memory // 1024} MB at the end "
        f"({100 * (memory - settled) / settled:+.1f}%, at most {100 * GROWTH:+.0f}%)")
    if memory > settled * (1 + GROWTH):
        return f"the office's memory grew from {settled} kB to {memory} kB"
    return None


def main(arguments):
    wrong = soak(int(arguments[0]) if arguments else EDITS, int(arguments[1]) if len(arguments) > 1 else SEED)
    if wrong:
        print(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
