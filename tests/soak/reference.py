# SPDX-License-Identifier: EUPL-1.2
"""A second opinion on every function, from what their help promises, in exact fractions and without the C code.

(1) A cell is None (empty), a number, a text, or Shown(code) for an error. An argument is a range of such cells, one cell, or
    left out. Calc hands over one empty cell as 0 and an empty cell in a range as blank; an error in a range is Err:504.
(2) `expected` gives a function's answer as rows of cells: a Fraction where a double can only come near it (the steps of an
    allocation), a Sentence where the words are the function's own (explanations.py), and otherwise exactly what the cell must show: a
    quotient is the double nearest to it.
(3) What stands before each of them, `answers`, says which formulas of the soak it answers. A formula names the inputs of soak.py: by
    its name an input is a range (for one of one cell too, where an empty cell is blank), with @ that cell alone (where an empty
    cell is 0), nothing is left out, a number or a text in quotation marks is itself. After the colon: the rows and columns of the result.
(4) Allocations are those of tests/reference/allocation.py. The table of norms is the caller's: it holds policy figures.
"""
import itertools
import math
import re
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))
import allocation  # noqa: E402
from allocation import Ambiguous, seen  # noqa: E402, F401

FUNCTIONS, FORMULAS = {}, []  # by method, as a file spells it: who answers; and all formulas


def answers(*formulas):
    def enter(function):
        FUNCTIONS[formulas[0].partition("(")[0]] = function
        FORMULAS.extend(formulas)
        return function
    return enter


@dataclass(frozen=True)
class Shown:
    """An error as Calc shows it."""
    code: int

    def __str__(self):
        return f"Err:{self.code}"


# Where several things are wrong, the last of this list shows.
ZERO, UNKNOWN, DOMAIN, TEXT, ARGUMENT = Shown(532), Shown(32767), Shown(503), Shown(519), Shown(502)
ORDER = (None, ZERO, UNKNOWN, DOMAIN, TEXT, ARGUMENT)
IN_RANGE = Shown(504)
OWN = 3  # arguments behind this many repeat, and of an error in a range there Calc shows the error itself


def worst(*states):
    return max(states, key=ORDER.index)


# ---- Cells and arguments ---------------------------------------------------------------------------------------------

UNKNOWN_WORDS = {".", "x", "?", "onbekend", "unknown", "n.b."}
LANGUAGES = {"nl": "nl", "nederlands": "nl", "dutch": "nl", "en": "en", "engels": "en", "english": "en"}
METHODS = {"grootste rest": allocation.LARGEST, "largest remainder": allocation.LARGEST, "hamilton": allocation.LARGEST,
           "grootste overschotten": allocation.LARGEST, "hare-niemeyer": allocation.LARGEST,
           "sainte-lague": allocation.WEBSTER, "webster": allocation.WEBSTER, "d'hondt": allocation.JEFFERSON,
           "dhondt": allocation.JEFFERSON, "jefferson": allocation.JEFFERSON,
           "grootste gemiddelden": allocation.JEFFERSON, "adams": allocation.ADAMS,
           "afgerond": allocation.ROUNDED, "rounded": allocation.ROUNDED}
CLASSES = {"in natura": 0, "natura": 0, "in kind": 0, "kinderarmoede anders": 1, "anders": 1,
           "child poverty otherwise": 1, "otherwise": 1,
           "generiek": 2, "generic": 2, "niet besteed": 3, "unspent": 3}
BROADER = dict.fromkeys(("breder", "niet in natura", "broader", "not in kind"), (1, 2))
UNSPENT = 3
DENOMINATORS = {"besteed": "spent", "spent": "spent", "ontvangen": "received", "received": "received"}
IN_ORDER, ALL_OR_NOTHING, PRO_RATA, EQUAL = "in order", "all or nothing", "pro rata", "equal"
RULES = {**dict.fromkeys(("op volgorde", "in order", "op volgorde van binnenkomst", "volgorde van binnenkomst",
                          "first come, first served"), IN_ORDER),
         **dict.fromkeys(("alles of niets", "all or nothing"), ALL_OR_NOTHING),
         **dict.fromkeys(("naar rato", "pro rata", "evenredig", "evenredige verdeling", "naar evenredigheid"), PRO_RATA),
         **dict.fromkeys(("gelijk", "equal", "gelijke delen", "equal shares"), EQUAL)}
YES_OR_NO = {"ja": 1, "yes": 1, "waar": 1, "true": 1, "nee": 0, "no": 0, "onwaar": 0, "false": 0}


GAPS = re.compile("[\\s\u1160\u115f\u2800\u3164\uffa0]+")
NOTHING = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def plain(text):
    """A word as the vocabularies spell it, with one space for what parts it."""
    text = GAPS.sub(" ", NOTHING.sub("", text)).strip().lower().replace("ë", "e").replace("e\u0308", "e")
    return re.sub("[ _\u2010-\u2013\u2212-]+", " ", re.sub("[`´ʼ‘’′]", "'", text))


def is_blank(cell):
    return cell is None or isinstance(cell, str) and not GAPS.sub("", NOTHING.sub("", cell))


def state(cell):
    """What keeps a cell from being a number; None for a number."""
    if isinstance(cell, str):
        return UNKNOWN if plain(cell) in UNKNOWN_WORDS else TEXT
    return None


class Argument:
    def __init__(self, cells, columns=1, is_range=True):
        self.cells, self.is_range = cells, is_range
        self.shape = (len(cells) // columns, columns)
        if not is_range and cells == [None]:
            self.cells = [0.0]

    def __len__(self):
        return len(self.cells)


def number(argument, missing=None):
    """What is wrong with an argument that must be one number, and the number."""
    if argument is None:
        return (ARGUMENT, None) if missing is None else (None, missing)
    if len(argument) != 1:
        return ARGUMENT, None
    cell = argument.cells[0]
    if is_blank(cell):
        return UNKNOWN, None
    wrong = state(cell)
    return wrong, None if wrong else cell


def word(argument, vocabulary, missing=None):
    if argument is None:
        return (ARGUMENT, None) if missing is None else (None, missing)
    cell = argument.cells[0] if len(argument) == 1 else None
    meanings = {plain(spelling): meaning for spelling, meaning in vocabulary.items()}
    if not isinstance(cell, str) or plain(cell) not in meanings:
        return ARGUMENT, None
    return None, meanings[plain(cell)]


def position(argument, cells):
    wrong, place = number(argument)
    if not wrong and not (1 <= place <= cells and place == int(place)):
        wrong = ARGUMENT
    return wrong, place


def at_least_0(wrong, value):
    return DOMAIN if not wrong and value < 0 else wrong


def exact_at_least_0(wrong, value):
    """Children and euros of all functions but those of allocation: below 2^63, and of at most 40 decimals."""
    too_much = not wrong and (abs(value) >= 2**63 or allocation.decimals(seen(value)) > 40)
    return DOMAIN if too_much else at_least_0(wrong, value)


def single(answer):
    return [[answer]]


# ---- Allocation ------------------------------------------------------------------------------------------------------


class Request:
    """The arguments of the ALLOCATE_DU family: `causes` says what is wrong, in the order of the parameters and cells."""

    def __init__(self, total, key, place=None, unit=None, method=None, minimum=None, maximum=None, order=None):
        self.arguments = dict(total=total, key=key, position=place, unit=unit, method=method, minimum=minimum,
                              maximum=maximum, order=order)
        self.causes = []
        self.key = key
        self.total = self.note("total", number(total))
        self.places = [i for i, cell in enumerate(key.cells) if not is_blank(cell)]
        for i in self.places:
            cell = key.cells[i]
            self.note("key", (state(cell) or (DOMAIN if cell < 0 else None), cell), i)
        if not self.places:
            self.causes.append((ZERO, "key", 0))
        self.position = self.note("position", position(place, len(key))) if place else None
        wrong, self.unit = number(unit, 1.0)
        self.note("unit", (wrong or (None if self.unit > 0 else DOMAIN), None))
        self.method = self.note("method", word(method, METHODS, allocation.LARGEST))
        self.minimum = self.bound("minimum", minimum, 0.0)
        self.maximum = self.bound("maximum", maximum, allocation.NO_LIMIT)
        self.order = None
        if order and order.shape != key.shape:
            self.causes.append((ARGUMENT, "order", 0))
        elif order:
            self.order = [self.turn(order.cells[i]) for i in self.places]

    def note(self, subject, answer, cell=0):
        wrong, value = answer
        if wrong:
            self.causes.append((wrong, subject, cell))
        return value

    def bound(self, subject, argument, none):
        if not argument:
            return None
        if len(argument) == 1:
            wrong, value = number(argument)
            self.note(subject, (at_least_0(wrong, value), None))
            return [value] * len(self.places)
        if argument.shape != self.key.shape:
            self.causes.append((ARGUMENT, subject, 0))
            return None
        bounds = []
        for i in self.places:
            cell = argument.cells[i]
            bounds.append(none if is_blank(cell) else cell)
            if not is_blank(cell):
                wrong = state(cell)
                self.note(subject, (at_least_0(wrong, cell), None), i)
        return bounds

    @staticmethod
    def turn(cell):
        """Numbers come before texts, texts before blank cells."""
        return (2,) if is_blank(cell) else (1, cell) if isinstance(cell, str) else (0, cell)

    @property
    def cause(self):
        """The worst, and of equally bad ones the first."""
        return max(self.causes, key=lambda cause: ORDER.index(cause[0])) if self.causes else None

    def allocate(self):
        keys = [self.key.cells[i] for i in self.places]
        return allocation.allocate(self.method, self.total, self.unit, keys, self.minimum, self.maximum, self.order)

    def answer(self):
        """What is wrong, or None; the amounts; the tie."""
        if self.cause:
            return self.cause[0], None, None
        try:
            amounts, tied = self.allocate()
        except allocation.Failure as failure:
            return ZERO if str(failure) == "ZERO_DIVISION" else DOMAIN, None, None
        return None, amounts, tied

    def spread(self, rows, width):
        """Rows for the recipients, and blank ones where the key is blank, in the shape of the key."""
        there = dict(zip(self.places, rows))
        cells = [cell for i in range(len(self.key)) for cell in there.get(i, [""] * width)]
        columns = self.key.shape[1] * width if width == 1 else width
        return [cells[i:i + columns] for i in range(0, len(cells), columns)]


@answers("ALLOCATEDU(total;key;;unit;method): 352x1",
         "ALLOCATEDU(total;key;;unit;method;minimum;maximum;order): 352x1",
         "ALLOCATEDU(@total;key;;;;floor;@ceiling): 352x1",
         "ALLOCATEDU(total;key;position;unit;method;;;order): 1x1",
         "ALLOCATEDU(total;key;17;@unit;@method;@floor): 1x1")
def allocate_du(total, key, place=None, *rest):
    request = Request(total, key, place, *rest)
    wrong, amounts, _ = request.answer()
    if place:
        if wrong:
            return single(wrong)
        there = dict(zip(request.places, amounts))
        return single(there.get(int(request.position) - 1, ""))
    if wrong and not request.places:
        return single(wrong)
    return request.spread([[wrong] if wrong else [amount] for amount in amounts or request.places], 1)


@answers("ALLOCATEDUSTEPS(total;key;unit): 352x6")
def allocate_du_steps(total, key, unit=None):
    request = Request(total, key, unit=unit)
    wrong, amounts, _ = request.answer()
    if wrong:
        return request.spread([[wrong] * 6 for _ in request.places], 6) if request.places else single(wrong)
    keys, _ = allocation.exact_keys([key.cells[i] for i in request.places])
    step, sign = seen(request.unit), -1 if request.total < 0 else 1
    units, whole = abs(seen(request.total)) / step, sum(keys)
    quotas = [units * key / whole for key in keys]
    remainders = {i: quota - math.floor(quota) for i, quota in enumerate(quotas)}
    served = allocation.in_turn(remainders, [(-key, i) for i, key in enumerate(keys)])
    rank = {i: float(turn) for turn, i in enumerate(served, 1)}
    rows = []
    for i, quota in enumerate(quotas):
        down = math.floor(quota)
        rows.append([keys[i] / whole, sign * quota * step, float(sign * down * step), sign * remainders[i] * step, rank[i],
                     amounts[i]])
    return request.spread(rows, 6)


# ---- Subsidy ---------------------------------------------------------------------------------------------------------


def eligibility(cell):
    """What is wrong, and 1, 0 or UNKNOWN."""
    if is_blank(cell) or state(cell) == UNKNOWN:
        return None, UNKNOWN
    if isinstance(cell, str):
        meaning = YES_OR_NO.get(plain(cell))
        return (ARGUMENT if meaning is None else None), meaning
    return (None if cell in (0, 1) else DOMAIN), cell


def one_by_one(ceiling, requests, rule):
    """Grants by place, for requests in the order of the list: (place, the cell, euros or UNKNOWN, may it be granted, turn)."""
    left, certain, granted = ceiling, True, {}
    for i, cell, wanted, may, _ in sorted(requests, key=lambda request: (request[4] if request[3] != 0 else 0, request[0])):
        too_much = wanted != UNKNOWN and wanted > left
        if 0 in (may, wanted, left) or rule == ALL_OR_NOTHING and too_much:
            granted[i] = 0.0
            continue
        certain = certain and UNKNOWN not in (wanted, may)
        granted[i] = UNKNOWN if not certain else float(left) if too_much else cell  # to the last bit what was asked for
        left -= min(wanted, left) if certain else 0
    return granted


def all_at_once(ceiling, requests, rule):
    """The same for the rules by which everybody shares; allocation.Failure where whole cents do not do."""
    sharing = [request for request in requests if 0 not in (request[2], request[3], ceiling)]
    granted = {i: 0.0 for i, *_ in requests}
    if any(UNKNOWN in (wanted, may) for _, _, wanted, may, _ in sharing):
        return granted | {i: UNKNOWN for i, *_ in sharing}
    if sum(wanted for _, _, wanted, _, _ in sharing) <= ceiling:
        return granted | {i: cell for i, cell, *_ in sharing}
    cells = [cell for _, cell, *_ in sharing]
    keys = cells if rule == PRO_RATA else [1.0] * len(cells)
    amounts, _ = allocation.allocate(allocation.LARGEST, float(ceiling), 0.01, keys, None, cells, [turn for *_, turn in sharing])
    return granted | {i: amount for (i, *_), amount in zip(sharing, amounts)}


@answers("ALLOCATESUBSIDY(budget_ceiling;requested;eligible;rank): 40x1",
         "ALLOCATESUBSIDY(@budget_ceiling;requested;;rank): 40x1",
         "ALLOCATESUBSIDY(budget_ceiling;requested): 40x1",
         "ALLOCATESUBSIDY(budget_ceiling;requested;eligible;;place): 1x1",
         "ALLOCATESUBSIDY(budget_ceiling;requested;eligible;rank;;rule): 40x1",
         "ALLOCATESUBSIDY(budget_ceiling;requested;;;place;@rule): 1x1")
def allocate_subsidy(ceiling, requested, eligible=None, rank=None, place=None, rule=None):
    if any(other and other.shape != requested.shape for other in (eligible, rank)):
        return single(ARGUMENT)
    wrong, most = number(ceiling)
    wrong = exact_at_least_0(wrong, most)
    bad, rule = word(rule, RULES, IN_ORDER)
    wrong = worst(wrong, bad)
    requests = []
    for i, cell in enumerate(requested.cells):
        if is_blank(cell):
            continue
        bad = state(cell)
        wrong = worst(wrong, None if bad == UNKNOWN else exact_at_least_0(bad, cell))
        may, turn = 1, 0
        if eligible:
            bad, may = eligibility(eligible.cells[i])
            wrong = worst(wrong, bad)
        if rank and may != 0:
            turn = rank.cells[i]
            wrong = worst(wrong, UNKNOWN if is_blank(turn) else state(turn))
        requests.append((i, cell, UNKNOWN if isinstance(cell, str) else seen(cell), may, turn))
    asked = None
    if place:
        bad, asked = position(place, len(requested))
        wrong = worst(wrong, bad)
        asked = None if bad else asked
    granted = {}
    if not wrong:
        try:
            granted = (one_by_one if rule in (IN_ORDER, ALL_OR_NOTHING) else all_at_once)(seen(most), requests, rule)
        except allocation.Failure:
            wrong = DOMAIN
    if wrong:
        granted = {i: 0.0 if wrong == UNKNOWN and may == 0 else wrong for i, _, _, may, _ in requests}
    if place:
        return single(wrong if asked is None else granted.get(int(asked) - 1, ""))
    return [[granted.get(i, "")] for i in range(len(requested))]


# ---- Rounding --------------------------------------------------------------------------------------------------------


def smallest_deviations(amounts, columns, unit):
    """Every cell up or down, by trying all: the totals next to their exact values, the smallest sum of deviations, and in a tie the
    larger amounts away from 0 first."""
    cells = [i for i, amount in enumerate(amounts) if amount is not None]
    lines = [[i] for i in cells] + [cells]
    lines += [[i for i in cells if i % columns == column] for column in range(columns)]
    lines += [[i for i in cells if i // columns == row] for row in range(len(amounts) // columns)]
    exact = [sum(amounts[i] for i in line) for line in lines]
    order = sorted(cells, key=lambda i: (-abs(amounts[i]), i))
    below = {i: amounts[i] // unit * unit for i in cells}
    best = None
    for ups in itertools.product(*((0, unit) if amounts[i] % unit else (0,) for i in cells)):
        rounded = {i: below[i] + up for i, up in zip(cells, ups)}
        deviations = [abs(sum(rounded[i] for i in line) - whole) for line, whole in zip(lines, exact)]
        if max(deviations, default=0) < unit:
            rank = sum(deviations), [-abs(rounded[i]) for i in order]
            best = min(best or (rank, rounded), (rank, rounded), key=lambda found: found[0])
    return best[1]


@answers("ROUNDTABLE(table;round_to;with_totals): 4x4",
         "ROUNDTABLE(@amount): 1x1",
         "ROUNDTABLE(table): 3x3")
def round_table(table, unit=None, totals=None):
    bad, size = number(unit, 1000.0)
    wrong = bad or (DOMAIN if size <= 0 else None)
    also = 0
    if totals:
        bad, also = eligibility(totals.cells[0])
        wrong = worst(wrong, UNKNOWN if also == UNKNOWN else bad)
    rows, columns = table.shape
    cells = ["" if is_blank(cell) else worst(state(cell), wrong) or seen(cell) for cell in table.cells]
    amounts = [cell if isinstance(cell, Fraction) else None for cell in cells]
    rounded = {} if wrong else smallest_deviations(amounts, columns, seen(size))

    def shown(places):
        there = [i for i in places if cells[i] != ""]
        bad = worst(None, *(cells[i] for i in there if isinstance(cells[i], Shown)))
        return "" if not there else bad or float(sum(rounded[i] for i in there))

    height, width = rows + (also == 1), columns + (also == 1)
    return [[shown([i for i in range(len(cells)) if (row == rows or i // columns == row) and (column == columns or i % columns == column)])
             for column in range(width)] for row in range(height)]


# ---- Reach -----------------------------------------------------------------------------------------------------------


def children(cell):
    return None if is_blank(cell) else exact_at_least_0(state(cell), cell)


def reach(reached, target, overlap=None):
    """What is wrong; children reached; the target group."""
    same = reached.shape == target.shape
    if (not same and len(target) != 1) or (overlap and same and len(target) > 1):
        return ARGUMENT, 0, 0
    bad, twice = (None, 0) if overlap is None else number(overlap)
    wrong = exact_at_least_0(bad, twice)
    some = 0
    if same:
        known = [(one, other) for one, other in zip(reached.cells, target.cells)
                 if not is_blank(one) and not is_blank(other) and not children(one) and not children(other)]
        wrong = worst(wrong, *(bad for cell in reached.cells + target.cells if (bad := children(cell)) not in (None, UNKNOWN)))
        some, group = sum(seen(one) for one, _ in known), sum(seen(other) for _, other in known)
        missing = not known
    else:
        there = [cell for cell in reached.cells if not is_blank(cell)]
        bad, group = number(target)
        wrong = worst(wrong, exact_at_least_0(bad, group), *map(children, there))
        missing = not there
        if not wrong:
            some, group = sum(map(seen, there)), seen(group)
    if missing:
        wrong = worst(wrong, UNKNOWN)
    if not wrong and seen(twice) > some:
        wrong = DOMAIN
    return wrong, some - (0 if wrong else seen(twice)), group


@answers("REACHPCT(reached;target): 1x1", "REACHPCT(providers;group;overlap): 1x1", "REACHPCT(@group;@total): 1x1")
def reach_pct(*arguments):
    wrong, some, group = reach(*arguments)
    return single(wrong or (float(some / group) if group else ZERO))


@answers("REACHCOVERAGE(reached;target): 1x1")
def reach_coverage(reached, target):
    if reached.shape != target.shape:
        return single(ARGUMENT)
    wrong = worst(None, *(bad for cell in reached.cells + target.cells if (bad := children(cell)) not in (None, UNKNOWN)))
    pairs = [pair for pair in zip(reached.cells, target.cells) if not all(map(is_blank, pair))]
    known = sum(1 for pair in pairs if not any(is_blank(cell) or children(cell) for cell in pair))
    return single(wrong or (known / len(pairs) if pairs else ZERO))


def share(argument, missing=None):
    wrong, value = number(argument, missing)
    return (DOMAIN if not wrong and not 0 <= seen(value) <= 1 else wrong), value


@answers("REACHGAP(reached;target;ambition): 1x1", "REACHGAP(providers;@group;@ambition): 1x1")
def reach_gap(norms, reached, target, ambition):
    wrong, some, group = reach(reached, target)
    bad, part = share(ambition)
    if bad == TEXT:
        norm = norms.find(ambition)
        bad, part = (None, norm.value) if norm and norm.kind.endswith("at least") else (ARGUMENT, None)
    wrong = worst(wrong, bad)
    return single(wrong or float(max(0, math.ceil(seen(part) * group - some))))


# ---- In kind ---------------------------------------------------------------------------------------------------------


@answers("INKINDSHARE(amounts;classes;denominator;class): 1x1", "INKINDSHARE(amounts;classes;@denominator): 1x1")
def inkind_share(amounts, classes, denominator, asked=None):
    if amounts.shape != classes.shape:
        return single(ARGUMENT)
    wrong, euros, unknown = None, [Fraction(0)] * 4, set()
    for cell, name in zip(amounts.cells, classes.cells):
        if is_blank(cell):
            continue
        bad = state(cell)
        wrong = worst(wrong, None if bad == UNKNOWN else bad)
        if is_blank(name) or state(name) == UNKNOWN:
            unknown |= set(range(4)) if cell != 0 else set()
        elif not isinstance(name, str) or plain(name) not in CLASSES:
            wrong = ARGUMENT
        elif bad == UNKNOWN:
            unknown.add(CLASSES[plain(name)])
        elif not bad:
            euros[CLASSES[plain(name)]] += seen(cell)
    bad, amount = number(denominator)
    of = None
    if bad == TEXT:
        bad, of = word(denominator, DENOMINATORS)
    wrong = worst(wrong, bad)
    bad, asked = word(asked, {**{name: (one,) for name, one in CLASSES.items()}, **BROADER}, (0,))
    wrong = worst(wrong, bad)
    if wrong:
        return single(wrong)
    counted = set(range(UNSPENT if of == "spent" else 4)) if of else set()
    if unknown & (counted | set(asked)):
        return single(UNKNOWN)
    amount = sum(euros[one] for one in counted) if of else seen(amount)
    return single(DOMAIN if amount < 0 else ZERO if amount == 0 else float(sum(euros[one] for one in asked) / amount))


# ---- Additionality ---------------------------------------------------------------------------------------------------


def budget(baseline, spending, extra, index=None, carried_in=None, carried_out=None):
    """What is wrong; euros on top of own policy; euros available."""
    wrong, base = number(baseline)
    if wrong == TEXT and plain(baseline.cells[0]) in ("geen", "none"):
        wrong, base = None, 0.0
    elif not wrong:
        wrong = UNKNOWN if base == 0 else exact_at_least_0(None, base)
    values = []
    for argument, missing in ((spending, None), (extra, None), (carried_in, 0.0), (carried_out, 0.0)):
        bad, value = number(argument, missing)
        wrong = worst(wrong, exact_at_least_0(bad, value))
        values.append(value)
    growth = Fraction(1)
    if index:
        years = [cell for cell in index.cells if not is_blank(cell)]
        for rate in years:
            bad = state(rate) or (DOMAIN if abs(seen(rate)) > Fraction(1, 2) else None)
            wrong = worst(wrong, bad)
            growth *= 1 if bad else 1 + seen(rate)
        wrong = wrong if years else worst(wrong, UNKNOWN)
    if wrong:
        return wrong, None, None
    spent, more, came, went = map(seen, values)
    return None, spent - seen(base) * growth, more + came - went


@answers("ADDITIONALITY(baseline;spending;extra;index;carried_in;carried_out): 1x1",
         "ADDITIONALITY(@baseline;@spending;@extra;@growth): 1x1")
def additionality(*arguments):
    wrong, added, available = budget(*arguments)
    wrong = wrong or (DOMAIN if available < 0 else ZERO if available == 0 else None)
    return single(wrong or float(added / available))


@answers("ADDITIONALITYCLASS(baseline;spending;extra;index;carried_in;carried_out;language): 1x1",
         "ADDITIONALITYCLASS(@baseline;@spending;@extra): 1x1")
def additionality_class(*arguments):
    wrong, speaks = word(arguments[6] if len(arguments) > 6 else None, LANGUAGES, "nl")
    bad, added, available = budget(*arguments[:6])
    wrong = worst(wrong, bad)
    wrong = wrong or (DOMAIN if available < 0 else ZERO if available == 0 else None)
    if wrong and wrong != UNKNOWN:
        return single(wrong)
    if wrong:
        names = ("onbekend", "unknown")
    elif added >= available:
        names = ("volledig", "fully")
    else:
        names = ("niet", "not") if added <= 0 else ("deels", "partly")
    return single(names[speaks == "en"])


@answers("DISPLACEMENT(baseline;spending;extra;index;carried_in;carried_out): 1x1",
         "DISPLACEMENT(@baseline;@spending;@extra;;@carried_in): 1x1",
         "DISPLACEMENT(baseline;spending;extra;index;carried_in;carried_out;extra_spent): 1x1",
         "DISPLACEMENT(@baseline;@spending;@extra;;;;@extra_spent): 1x1")
def displacement(*arguments):
    wrong, added, available = budget(*arguments[:6])
    bad, used = number(arguments[6]) if len(arguments) > 6 and arguments[6] else (None, None)
    wrong = worst(wrong, bad if bad or used is None else exact_at_least_0(None, used))
    if wrong:
        return single(wrong)
    most = available if used is None else seen(used)
    if available < 0 or most > available or used is not None and most > seen(number(arguments[1])[1]):
        return single(DOMAIN)
    has_policy = not isinstance(arguments[0].cells[0], str)
    return single(float(min(max(most - added, 0), most)) if has_policy else 0.0)


# ---- Norms -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Norm:
    names: tuple  # Dutch, English
    years: str
    value: float
    kinds: tuple  # Dutch, English
    sources: tuple  # Dutch, English

    @property
    def kind(self):
        return self.kinds[1]


SHORT_NAMES = {"bijstand": "reach_assistance", "assistance": "reach_assistance", "werkend": "reach_working",
               "working": "reach_working", "natura": "in_kind"}


class Norms:
    """The table as KANSEN_NORMS shows it, in Dutch and in English: rows of name, years, value, kind, source."""

    def __init__(self, dutch, english):
        self.tables = {"nl": dutch, "en": english}
        self.rows = [Norm((nl[0], en[0]), en[1], en[2], (nl[3], en[3]), (nl[4], en[4])) for nl, en in zip(dutch[1:], english[1:])]

    def named(self, name):
        name = SHORT_NAMES.get(name, name)
        return next((norm for norm in self.rows if plain(name) in map(plain, norm.names)), None)

    def find(self, argument):
        cell = argument.cells[0] if len(argument) == 1 else None
        return self.named(plain(cell)) if isinstance(cell, str) else None

    def partner(self, norm):
        """The other of a low and a high bound, or None."""
        english = norm.names[1]
        others = [self.named(english[:-len(end)] + other) for end, other in (("_low", "_high"), ("_high", "_low"))
                  if english.endswith(end)]
        return others[0] if others else None

    def of_year(self, name, year):
        norm = self.find(name)
        wrong, asked = whole_year(year, 0.0)
        wrong = worst(wrong, None if norm else ARGUMENT)
        if not wrong and year:
            first, _, last = norm.years.partition("–")
            last = first if "–" not in norm.years else last or "9999999"
            wrong = None if int(first) <= asked <= int(last) else DOMAIN
        return wrong, norm


def whole_year(argument, missing=None):
    wrong, year = number(argument, missing)
    if argument and not wrong and not (year == int(year) and 1000 <= year <= 9999):
        wrong = DOMAIN
    return wrong, year


@answers("NORM(name;year): 1x1", "NORM(@name): 1x1")
def kansen_norm(norms, name, year=None):
    wrong, norm = norms.of_year(name, year)
    return single(ARGUMENT if norm and norm.kind == "agreement" else wrong or norm.value)


@answers("NORMSOURCE(name;year;language): 1x1")
def kansen_source(norms, name, year=None, language=None):
    bad, speaks = word(language, LANGUAGES, "nl")
    wrong, norm = norms.of_year(name, year)
    wrong = worst(wrong, bad)
    return single(wrong or norm.sources[speaks == "en"])


@answers("NORMS(language): 15x5")
def kansen_norms(norms, language=None):
    wrong, speaks = word(language, LANGUAGES, "nl")
    return single(wrong) if wrong else norms.tables[speaks]


def own_ambition(argument):
    """An ambition as a number from 0 to 1, of which 0 is unknown; a text is none."""
    wrong, least = number(argument)
    if not wrong and not 0 <= least <= 1:
        wrong = DOMAIN
    return UNKNOWN if not wrong and least == 0 else ARGUMENT if wrong == TEXT else wrong, least


@answers("CHECKNORM(value;name;year;language): 1x1", "CHECKNORM(@value;@name): 1x1",
         "CHECKNORM(value;measure;year;language): 1x1", "CHECKNORM(@value;@measure): 1x1")
def check_norm(norms, value, name, year=None, language=None):
    bad, speaks = word(language, LANGUAGES, "nl")
    norm = norms.find(name)
    wrong, least = own_ambition(name) if not norm else (ARGUMENT if norm.kind in ("amount a year", "agreement") else None, None)
    dated, _ = whole_year(year, 0.0)
    wrong = worst(wrong, bad, dated)
    bad, asked = number(value)
    wrong = worst(wrong, bad or (None if 0 <= seen(asked) <= 2 else DOMAIN))
    if wrong and wrong != UNKNOWN:
        return single(wrong)
    if norm and (norm.kind == "start value" or not dated and norms.of_year(name, year)[0]):
        return single(("geen norm", "no norm")[speaks == "en"])
    if wrong:
        return single(("onbekend", "unknown")[speaks == "en"])
    asked, limit = seen(asked), seen(norm.value if norm else least)
    if not norm or norm.kind.endswith("at least"):
        verdict = "meets" if asked >= limit else "fails"
    else:
        partner = norms.partner(norm)
        limits = sorted([limit] + ([seen(partner.value)] if partner else []))
        verdict = "meets" if asked <= limits[0] else "beware" if asked <= limits[-1] else "fails"
    dutch = {"meets": "voldoet", "beware": "let op", "fails": "voldoet niet"}
    return single(verdict if speaks == "en" else dutch[verdict])


@answers("POVERTYTARGET(at;start_year;start;end_year;end): 1x1", "POVERTYTARGET(@at): 1x1")
def poverty_target(norms, year, start_year=None, start=None, end_year=None, end=None):
    first, last = norms.named("poverty_2015"), norms.named("poverty_2030")
    answers = (whole_year(year), whole_year(start_year, float(first.years)), share(start, first.value),
               whole_year(end_year, float(last.years)), share(end, last.value))
    wrong = worst(*(bad for bad, _ in answers))
    if wrong:
        return single(wrong)
    at, begin, low, finish, high = (seen(value) for _, value in answers)
    if not (begin < finish and begin <= at <= finish):
        return single(DOMAIN)
    return single(float(low + (high - low) * (at - begin) / (finish - begin)))


# ---- All -------------------------------------------------------------------------------------------------------------


def expected(name, arguments, norms):
    """`arguments`: Argument, or None for one that is left out."""
    errors = [[cell for cell in argument.cells if isinstance(cell, Shown)] if argument and argument.is_range else []
              for argument in arguments]
    fixed = OWN if name == "EXPLAIN" else len(errors)
    for place in reversed(range(len(errors))):
        if errors[place]:
            return single(IN_RANGE if place < fixed else errors[place][0])
    function = FUNCTIONS[name]
    takes_norms = function.__code__.co_varnames[:1] == ("norms",)
    return function(norms, *arguments) if takes_norms else function(*arguments)
