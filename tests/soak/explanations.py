# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""A second opinion on every sentence: what KANSEN_EXPLAIN and ALLOCATE_DU_CHECK have to tell, in exact fractions and without the C code.

(1) `explains` says which formulas of the soak a function answers, in the words of reference.py; a text in quotation marks is itself.
    It is given the table of norms, whether the reader is English, and the arguments of the function that is explained.
(2) It reads the arguments again, for a sentence names the one that is wrong, and takes from reference.py what is computed.
(3) What is told is a Sentence (sentences.py); what a list gives away is in doubts.py.
"""
import math
from fractions import Fraction

import reference
from reference import (ALL_OR_NOTHING, ARGUMENT, Ambiguous, BROADER, CLASSES, DENOMINATORS, DOMAIN, EQUAL, FORMULAS, IN_ORDER, LANGUAGES,
                       ORDER, PRO_RATA, RULES, TEXT, UNKNOWN, UNSPENT, ZERO, answers, eligibility,
                       allocation, exact_at_least_0, is_blank, number, plain, position, seen, share, single, state, whole_year, word)
from sentences import OF_ARGUMENTS, OF_LISTS, Findings, Sentence, cents, percentage

EXPLAINED = {}  # by the name as it is displayed: who explains, and with how many arguments at most


def explains(name, parameters, *formulas):
    def enter(function):
        EXPLAINED[name] = function, parameters
        FORMULAS.extend(formulas)
        return function
    return enter


def one(argument):
    return argument.cells[0] if argument and len(argument) == 1 else None


# ---- Allocation ------------------------------------------------------------------------------------------------------

OF_ALLOCATION = {
    **OF_ARGUMENTS, **OF_LISTS, "above 0": ("groter dan 0", "above 0"),
    # no allocation
    "keys": ("niets om naar te verdelen", "nothing to allocate by"), "all empty": ("alle cellen", "every cell"),
    "every share": ("elk aandeel onbekend", "every share is unknown"), "in all": ("in totaal", "in all"),
    "multiple": ("veelvoud", "multiple"), "round": ("rond het eerst af", "round it first"),
    "negative total": ("bij een negatief totaal", "a negative total"),
    "crossed": ("hoger dan het maximum", "above the maximum"), "minimums": ("minima", "minimums"),
    "maximums": ("maxima", "maximums"), "whole units": ("hele eenheden", "whole units"), "no key": ("sleutel 0", "key 0"),
    "too large": ("te groot of te verschillend", "too large or too far apart"),
    # an allocation
    "recipients": ("ontvangers?, ", "recipients?, "), "gets": ("krijgt €", "gets €"), "no recipient": ("geen ontvanger", "no recipient"),
    "skipped": ("overgeslagen", "skipped"), "by itself": ("elk bedrag apart", "each amount rounded by itself"),
    "less": ("minder dan het totaal", "less than the total"), "more": ("meer dan het totaal", "more than the total"),
    "tied": ("evenveel recht", "same claim"),
}
SUBJECTS = {"total": ("het totaal", "the total"), "key": ("de sleutel", "the key"), "position": ("de positie", "the position"),
            "unit": ("de eenheid", "the unit"), "method": ("de methode", "the method"), "minimum": ("het minimum", "the minimum"),
            "maximum": ("het maximum", "the maximum"), "order": ("de volgorde", "the order")}
DUST = Fraction(1, 10**9)


def tell_allocation(english, total, key, place=None, unit=None, method=None, minimum=None, maximum=None, order=None):
    request = reference.Request(total, key, place, unit, method, minimum, maximum, order)
    findings = Findings(request.arguments, SUBJECTS, "key")
    for wrong, subject, cell in request.causes:
        why = ()
        if subject == "unit" and wrong == DOMAIN:
            why = "above 0", 0
        elif wrong == ARGUMENT and subject == "position":
            why = ("no cell",)
        elif wrong == ARGUMENT and subject in ("minimum", "maximum", "order"):
            why = ("shape",)
        findings.note(wrong, subject, cell, *why)
    sentence = Sentence(OF_ALLOCATION, english)
    if findings.wrong:
        return refused(sentence, findings, request)
    try:
        amounts, (tied, last) = request.allocate()
    except allocation.Failure as failure:
        return impossible(sentence, request, failure)
    return outcome(sentence, findings, request, amounts, tied, last)


def refused(sentence, findings, request):
    """An argument is wrong; an unknown key says how many there are."""
    wrong, subject, *_ = findings.cause
    if wrong == ZERO:
        return sentence.tell("all empty")
    findings.tell(sentence)
    if wrong == UNKNOWN and subject == "key":
        unknown = sum(1 for cell in request.key.cells if not is_blank(cell) and state(cell) == UNKNOWN)
        sentence.tell("every share", *(["in all"] if unknown > 1 else [])).count(*([unknown] if unknown > 1 else []))
    return sentence


def impossible(sentence, request, failure):
    further = {"minimums": ["more"], "maximums": ["less"], "no key": ["less"]}.get(failure.why, [])
    if failure.why == "too large" and (request.minimum or request.maximum) or further and request.total >= 2**63:
        raise Ambiguous  # of both, either may be told
    if failure.why == "crossed":
        return sentence.tell("crossed").place(request.places[failure.numbers[0]])
    sentence.tell(failure.why, *further).count(*failure.numbers)
    if failure.why == "multiple":
        total, step = abs(seen(request.total)), seen(request.unit)
        nearest = round(total / step) * step
        if abs(total - nearest) <= DUST * (total + step):
            sentence.tell("round").count(-nearest if request.total < 0 else nearest)
    return sentence


def outcome(sentence, findings, request, amounts, tied, last):
    step, total = seen(request.unit), seen(request.total)
    together = sum(round(Fraction(amount) / step) for amount in amounts) * step
    blanks = len(request.key) - len(amounts)
    sentence.tell("recipients").count(len(amounts), together)
    if request.arguments["position"]:
        at = int(request.position) - 1
        there = dict(zip(request.places, amounts))
        sentence.place(at).tell("gets" if at in there else "no recipient", *([] if at in there else ["empty"]))
        sentence.count(*([there[at]] if at in there else []))
    if together != total:
        sentence.tell("note", "by itself", "less" if together < total else "more").count(abs(together - total))
    if blanks:
        sentence.tell("note", "skipped").count(blanks)
    if tied:
        sentence.tell("note", "tied").count(tied, last * seen(request.unit))
    findings.warn_of_decimals(sentence, "key", 9)
    findings.warn_of_fraction(sentence, "key")
    findings.warn_of_totals(sentence, "key")
    return sentence


@answers("ALLOCATEDUCHECK(total;key;unit;method;;;;language): 1x1",
         "ALLOCATEDUCHECK(total;key;unit;method;minimum;maximum;order;language): 1x1",
         "ALLOCATEDUCHECK(total;key;;;floor;ceiling): 1x1")
def allocate_du_check(total, key, unit=None, method=None, minimum=None, maximum=None, order=None, language=None):
    wrong, speaks = word(language, LANGUAGES, "nl")
    return single(wrong or tell_allocation(speaks == "en", total, key, None, unit, method, minimum, maximum, order))


@explains("ALLOCATE_DU", 8, 'EXPLAIN("ALLOCATE_DU";language;total;key;position;unit;method;minimum;maximum;order): 1x1',
          'EXPLAIN("ALLOCATE_DU";;@total;key;;;@method): 1x1')
def explain_allocate_du(norms, english, *arguments):
    return tell_allocation(english, *arguments)


@explains("ALLOCATE_DU_CHECK", 8, 'EXPLAIN("ALLOCATE_DU_CHECK";language;total;key;unit;method;minimum;maximum;order): 1x1')
def explain_check(norms, english, total, key, *arguments):
    return tell_allocation(english, total, key, None, *arguments[:5])


@explains("ALLOCATE_DU_STEPS", 3, 'EXPLAIN("ALLOCATE_DU_STEPS";@language;total;key;@unit): 1x1')
def explain_steps(norms, english, total, key, unit):
    return tell_allocation(english, total, key, None, unit)


# ---- Subsidy ---------------------------------------------------------------------------------------------------------

OF_SUBSIDY = {
    **OF_ARGUMENTS, **OF_LISTS, "yes or no": ("is geen 1", "is no 1"),
    "ceiling": ("bij een plafond van", "under a ceiling of"), "together": ("samen", "together"),
    "full": ("geheel toegekend", "granted in full"), "part": ("deels toegekend", "granted in part"),
    "none": ("niet toegekend", "not granted"), "ineligible": ("niet toegelaten", "not eligible"),
    "not known": (r"\d+ onbekend", r"\d+ unknown"), "granted": ("toegekend €", "granted €"), "left": ("over €", "left €"),
    "gets": ("krijgt €", "gets €"), "ranks": ("gelijk in rang", "equal ranks"), "tied": ("evenveel recht", "same claim"),
    "whole cents": ("plafond moet in hele centen", "ceiling must be in whole cents"),
    "no cents": ("in hele centen is daar geen verdeling", "cannot be shared out in whole cents"),
}
OF_REQUESTS = {"ceiling": ("het plafond", "the ceiling"), "requested": ("de aanvraag", "the request"),
               "eligible": ("de kolom met toegelaten", "the column of eligible"), "rank": ("de kolom met de rang", "the column of ranks"),
               "position": ("de positie", "the position"), "rule": ("de regel", "the rule")}
CENT = Fraction(1, 100)


def parted_by_list(ceiling, requests, rule):
    """How many requests share their rank with others that they compete with for what is left."""
    left, count = ceiling, 0
    for turn in sorted({request[4] for request in requests if request[3] != 0}):
        equals = [(wanted, may) for _, _, wanted, may, rank in requests if rank == turn and may != 0]
        fitting = [wanted for wanted, _ in equals if wanted != 0 and (rule == IN_ORDER or wanted != UNKNOWN and wanted <= left)]
        if not any(UNKNOWN in one for one in equals) and left > 0 and len(fitting) > 1 and sum(fitting) > left:
            count += len(fitting)
        for wanted, may in equals:
            if left == 0 or wanted == 0 or rule == ALL_OR_NOTHING and wanted != UNKNOWN and wanted > left:
                continue
            if UNKNOWN in (wanted, may):
                return count  # nobody knows what is left
            left -= min(wanted, left)
    return count


def read_subsidy(ceiling, requested, eligible, rank, place, rule):
    """Findings, and the requests as reference.py has them."""
    arguments = dict(ceiling=ceiling, requested=requested, eligible=eligible, rank=rank, position=place, rule=rule)
    findings, requests = Findings(arguments, OF_REQUESTS, "requested"), []
    wrong, most = number(ceiling)
    findings.note(exact_at_least_0(wrong, most), "ceiling")
    for i, cell in enumerate(requested.cells):
        if is_blank(cell):
            continue
        bad = state(cell)
        findings.note(None if bad == UNKNOWN else exact_at_least_0(bad, cell), "requested", i)
        may, turn = 1, 0
        if eligible:
            bad, may = eligibility(eligible.cells[i])
            findings.note(bad, "eligible", i, *(("yes or no", 1, 0) if bad == DOMAIN else ()))
        if rank and may != 0:
            turn = rank.cells[i]
            findings.note(UNKNOWN if is_blank(turn) else state(turn), "rank", i)
        requests.append((i, cell, UNKNOWN if isinstance(cell, str) else seen(cell), may, turn))
    if place:
        bad, _ = position(place, len(requested))
        findings.note(bad, "position", 0, *(["no cell"] if bad == ARGUMENT else []))
    bad, rule = word(rule, RULES, IN_ORDER)
    findings.note(bad, "rule")
    return findings, requests, most, rule


@explains("ALLOCATE_SUBSIDY", 6, 'EXPLAIN("ALLOCATE_SUBSIDY";language;budget_ceiling;requested;eligible;rank;place;rule): 1x1',
          'EXPLAIN("ALLOCATE_SUBSIDY";;@budget_ceiling;requested;;rank): 1x1',
          'EXPLAIN("ALLOCATE_SUBSIDY";@language;budget_ceiling;requested;eligible;;;@rule): 1x1')
def explain_subsidy(norms, english, ceiling, requested, eligible, rank, place, rule):
    sentence = Sentence(OF_SUBSIDY, english)
    findings, requests, most, rule = read_subsidy(ceiling, requested, eligible, rank, place, rule)
    if findings.wrong:
        return findings.tell(sentence)
    most, shares = seen(most), rule in (PRO_RATA, EQUAL)
    wanted = [request[2] for request in requests]
    sentence.tell("ceiling").count(len(requests), most)
    if UNKNOWN not in wanted:
        sentence.tell(*(["together"] if len(requests) != 1 else [])).count(sum(wanted))
    try:
        granted, tie = grants(most, requests, rule)
    except allocation.Failure:
        return sentence.tell("whole cents" if (most / CENT).denominator != 1 else "no cents")
    tell_grants(sentence, most, requests, granted)
    if place and granted.get(int(one(place)) - 1, UNKNOWN) != UNKNOWN:
        at = int(one(place)) - 1
        sentence.tell("gets").place(at).count(granted[at])
    if UNKNOWN in granted.values():
        unsure = next((i, may) for i, _, asked, may, _ in requests if may == UNKNOWN or may != 0 and asked == UNKNOWN)
        findings.tell_unknown(sentence, "eligible" if unsure[1] == UNKNOWN else "requested", unsure[0])
    parted = 0 if shares or not rank else parted_by_list(most, requests, rule)
    if parted:
        sentence.tell("note", "ranks").count(parted)
    if tie[0]:
        sentence.tell("note", "tied").count(tie[0], tie[1] * CENT)
    findings.warn_of_totals(sentence, "requested")
    return sentence


def grants(most, requests, rule):
    """By place, and the tie for the last cents."""
    if rule in (IN_ORDER, ALL_OR_NOTHING):
        return reference.one_by_one(most, requests, rule), (0, 0)
    granted, tie = reference.all_at_once(most, requests, rule), (0, 0)
    sharing = [request for request in requests if 0 not in (request[2], request[3], most)]
    if UNKNOWN not in granted.values() and sum(request[2] for request in sharing) > most:
        cells = [cell for _, cell, *_ in sharing]
        keys = cells if rule == PRO_RATA else [1.0] * len(cells)
        _, tie = allocation.allocate(allocation.LARGEST, float(most), 0.01, keys, None, cells, [turn for *_, turn in sharing])
    return granted, tie


def tell_grants(sentence, most, requests, granted):
    known = sum(seen(amount) for amount in granted.values() if amount != UNKNOWN)
    counts = dict.fromkeys(("full", "part", "none", "ineligible", "not known"), 0)
    for i, cell, wanted, may, _ in requests:
        if may == 0:
            counts["ineligible"] += 1
        elif granted[i] == UNKNOWN:
            counts["not known"] += 1
        elif wanted == UNKNOWN or granted[i] != cell:
            counts["none" if granted[i] == 0 else "part"] += 1
        else:
            counts["full"] += 1
    for thing, count in counts.items():
        if count:
            dutch, english = sentence.vocabulary[thing]
            dutch, english = dutch.removeprefix(r"\d+ "), english.removeprefix(r"\d+ ")
            sentence.tell(thing).count(count).say(rf"\b{count} {dutch}", rf"\b{count} {english}")
    sentence.tell("granted").count(known)
    if not counts["not known"]:
        sentence.tell("left").count(most - known)


# ---- Rounding --------------------------------------------------------------------------------------------------------

OF_TABLE = {
    **OF_ARGUMENTS, "above 0": ("moet groter dan 0 zijn, met", "must be above 0, with"), "yes or no": ("is geen 1", "is no 1"),
    "rounded": ("cellen, afgerond op", "cells, rounded to"), "add up": ("tellen op", "add up"),
    "largest": ("de grootste afwijking", "the largest deviation"), "row": ("het totaal van rij", "the total of row"),
    "column": ("het totaal van kolom", "the total of column"), "whole": ("in het totaal(?! van)", "in the total(?! of)"),
    "by itself": ("met elke cel apart", "with each cell rounded by itself"), "of them": (r"totalen niet \(tot", r"totals would be wrong"),
    "totals too": ("en dan zijn ook de totalen", "and then its totals"),
}
OF_ROUND_TABLE = {"table": ("de tabel", "the table"), "unit": ("de eenheid", "the unit"),
                  "totals": ("de keuze voor totalen", "the choice of totals")}


def rounded_by_itself(amount, unit):
    units = math.floor(abs(amount) / unit + Fraction(1, 2)) * unit
    return -units if amount < 0 else units


@explains("ROUND_TABLE", 3, 'EXPLAIN("ROUND_TABLE";language;table;round_to;with_totals): 1x1', 'EXPLAIN("ROUND_TABLE";;@amount): 1x1',
          'EXPLAIN("ROUND_TABLE";@language;table): 1x1')
def explain_round_table(norms, english, table, unit, totals):
    sentence = Sentence(OF_TABLE, english)
    arguments = dict(table=table, unit=unit, totals=totals)
    findings, own = Findings(arguments, OF_ROUND_TABLE, "table"), Findings(arguments, OF_ROUND_TABLE, "table")
    bad, size = number(unit, 1000.0)
    bad = bad or (DOMAIN if size <= 0 else None)
    findings.note(bad, "unit", 0, *(("above 0", 0, 15) if bad == DOMAIN else ()))
    if totals:
        bad, also = eligibility(totals.cells[0])
        findings.note(UNKNOWN if also == UNKNOWN else bad, "totals", 0, *(("yes or no", 1, 0) if bad == DOMAIN else ()))
    for i, cell in enumerate(table.cells):
        own.note(None if is_blank(cell) else state(cell), "table", i)
    # What is wrong with all cells is told, unless a cell has something worse of its own.
    if findings.wrong and ORDER.index(findings.wrong) >= ORDER.index(own.wrong):
        return findings.tell(sentence)
    if own.wrong:
        own.tell(sentence)
    if findings.wrong:
        return sentence
    if own.wrong:
        sentence.tell("totals too")
    return tell_rounded(sentence, table, seen(size))


def tell_rounded(sentence, table, unit):
    rows, columns = table.shape
    amounts = [seen(cell) if isinstance(cell, float) else None for cell in table.cells]
    rounded = reference.smallest_deviations(amounts, columns, unit)
    parts = [("cell", i, [i]) for i in range(len(amounts))]
    if len(amounts) > 1:
        parts += [("row", row, list(range(row * columns, (row + 1) * columns))) for row in range(rows)]
        parts += [("column", column, list(range(column, len(amounts), columns))) for column in range(columns)]
        parts.append(("whole", 0, list(range(len(amounts)))))
    parts = [(kind, at, [i for i in cells if i in rounded]) for kind, at, cells in parts]
    off = [abs(sum(rounded[i] - amounts[i] for i in cells)) for *_, cells in parts]
    missed = [abs(sum(rounded_by_itself(amounts[i], unit) for i in cells) - rounded_by_itself(sum(amounts[i] for i in cells), unit))
              for kind, _, cells in parts if kind != "cell"]
    sentence.tell("rounded", "add up").count(rows, columns, unit)
    if not max(off):
        return sentence
    kind, at, _ = parts[off.index(max(off))]
    sentence.tell("largest").count(max(off))
    if kind == "cell" and len(amounts) > 1:
        sentence.place(at)
    elif kind == "cell":
        sentence.count(1)
    else:
        sentence.tell(kind).count(*([at + 1] if kind != "whole" else []))
    if any(missed):
        sentence.tell("by itself", "of them").count(sum(map(bool, missed)), len(missed), max(missed))
    return sentence


# ---- Reach -----------------------------------------------------------------------------------------------------------

OF_REACH = {
    **OF_ARGUMENTS, **OF_LISTS, "reached": (r"\d+ kind(?:eren)? bereikt\b", r"\d+ child(?:ren)? reached\b"),
    "places": (r"\d+ van de \d+ plaats", r"\d+ of the \d+ place"), "blank places": ("lege plaats", "empty place"),
    "providers": ("aanbieders? bereikte", "providers? (?:together )?reached"), "twice": ("van wie", "of whom"),
    "too much": ("meer dan 100%", "more than 100%"), "none known": ("in geen enkele plaats zijn", "in no place are"),
    "no target": ("niets om mee te vergelijken", "nothing to compare with"),
    "too many twice": ("meer dan er kinderen zijn bereikt", "more than the children reached"),
    "ambition": ("de ambitie van", "the ambition of"), "met": ("is gehaald", "is met"), "asks": ("vraagt nog", "takes another"),
    "no share": ("ligt niet tussen 0 en 1", "is not between 0 and 1"), "both": ("beide getallen zijn bekend in", "both numbers are known in"),
    "no place": ("geen enkele plaats: alle", "no place: every"),
}
OF_CHILDREN = {"reached": ("het aantal bereikte kinderen", "the number of children reached"), "target": ("de doelgroep", "the target group"),
               "overlap": ("het aantal dubbel getelde kinderen", "the number of children counted twice"),
               "ambition": ("de ambitie", "the ambition")}
NO_SHARE = "no share", 0, 1, 0, 100


class Reach:
    """The children of the three functions: `unknown` is the first place where one of two numbers is not known, and of which it is."""

    def __init__(self, reached, target, overlap=None, ambition=None, may_differ=True):
        self.findings = Findings(dict(reached=reached, target=target, overlap=overlap, ambition=ambition), OF_CHILDREN, None, (0, 1))
        self.by_place = reached.shape == target.shape
        self.reached = self.target = self.twice = Fraction(0)
        self.places = self.known = 0
        self.unknown, self.cells = None, len(reached)
        if not self.by_place and (not may_differ or len(target) != 1):
            self.findings.note(ARGUMENT, "target", 0, "shape")
        elif self.by_place:
            self.read_places(reached.cells, target.cells)
        else:
            self.read_providers(reached.cells, target)
        if overlap and self.findings.wrong != ARGUMENT:
            self.twice = self.read("overlap", overlap)
        if not self.findings.wrong and may_differ:
            self.reached -= self.twice
            self.findings.note(DOMAIN if self.reached < 0 else None, "overlap", 0, "too many twice")

    def read(self, name, argument):
        wrong, value = number(argument)
        return seen(value) if self.findings.note(exact_at_least_0(wrong, value), name) else Fraction(0)

    def read_places(self, reached, target):
        for i, pair in enumerate(zip(reached, target)):
            bad = [UNKNOWN if is_blank(cell) else reference.children(cell) for cell in pair]
            for name, wrong in zip(("reached", "target"), bad):
                self.findings.note(None if wrong == UNKNOWN else wrong, name, i)
            self.places += not all(map(is_blank, pair))
            if not any(bad):
                self.known += 1
                self.reached, self.target = self.reached + seen(pair[0]), self.target + seen(pair[1])
            elif not all(map(is_blank, pair)) and self.unknown is None:
                self.unknown = ("reached" if bad[0] else "target", i)

    def read_providers(self, reached, target):
        self.target = self.read("target", target)
        for i, cell in enumerate(reached):
            if not is_blank(cell):
                self.places += 1
                if self.findings.note(reference.children(cell), "reached", i):
                    self.reached += seen(cell)
        if not self.places:
            self.findings.note(UNKNOWN, "reached", 0)

    def note_nothing_known(self):
        if self.by_place and not self.known:
            self.findings.note(UNKNOWN, *(self.unknown or ("reached", 0)))

    def tell_wrong(self, sentence):
        self.findings.tell(sentence)
        wrong, *where = self.findings.cause
        if wrong == UNKNOWN and self.by_place and self.places > 1 and not self.known:
            sentence.tell("none known")
        return sentence

    def tell_places(self, sentence):
        sentence.tell("places").count(self.known, self.places)
        if self.known < self.places:
            self.findings.tell_unknown(sentence, *self.unknown)
        if self.places < self.cells:
            sentence.tell("blank places").count(self.cells - self.places)

    def tell(self, sentence):
        if not self.by_place:
            sentence.tell("providers").count(self.places, self.reached + self.twice)
            if self.twice:
                sentence.tell("twice").count(self.twice)
        sentence.tell("reached").count(self.reached, self.target)
        if self.target:
            sentence.count(percentage(self.reached, self.target))
        if self.by_place and self.cells > 1:
            self.tell_places(sentence)

    def warn(self, sentence):
        if self.reached > self.target:
            sentence.tell("note", "too much").count(100)
        for name in ("reached", "target"):
            self.findings.warn_of_fraction(sentence, name)
            self.findings.warn_of_totals(sentence, name)
        return sentence


@explains("REACH_PCT", 3, 'EXPLAIN("REACH_PCT";language;reached;target): 1x1', 'EXPLAIN("REACH_PCT";;providers;group;overlap): 1x1',
          'EXPLAIN("REACH_PCT";@language;@group;@total): 1x1')
def explain_reach_pct(norms, english, reached, target, overlap):
    sentence = Sentence(OF_REACH, english)
    if not target:
        return sentence.tell("missing").say(*OF_CHILDREN["target"])
    reach = Reach(reached, target, overlap)
    reach.note_nothing_known()
    if reach.findings.wrong:
        return reach.tell_wrong(sentence)
    if not reach.target:
        return sentence.tell("no target").count(0)
    reach.tell(sentence)
    return reach.warn(sentence)


@explains("REACH_COVERAGE", 2, 'EXPLAIN("REACH_COVERAGE";language;reached;target): 1x1')
def explain_reach_coverage(norms, english, reached, target):
    sentence = Sentence(OF_REACH, english)
    if not target:
        return sentence.tell("missing").say(*OF_CHILDREN["target"])
    reach = Reach(reached, target, may_differ=False)
    if reach.findings.wrong:
        return reach.findings.tell(sentence)
    if not reach.places:
        return sentence.tell("no place")
    reach.tell_places(sentence.tell("both"))
    return sentence


@explains("REACH_GAP", 3, 'EXPLAIN("REACH_GAP";language;reached;target;ambition): 1x1',
          'EXPLAIN("REACH_GAP";;providers;@group;@ambition): 1x1')
def explain_reach_gap(norms, english, reached, target, ambition):
    sentence, reach = Sentence(OF_REACH, english), Reach(reached, target, None, ambition)
    reach.note_nothing_known()
    bad, part = share(ambition)
    if bad == TEXT:
        norm = norms.find(ambition)
        bad, part = (None, norm.value) if norm and norm.kind.endswith("at least") else (ARGUMENT, None)
    reach.findings.note(bad, "ambition", 0, *(NO_SHARE if bad == DOMAIN else ()))
    if reach.findings.wrong:
        return reach.tell_wrong(sentence)
    reach.tell(sentence)
    missing = math.ceil(seen(part) * reach.target - reach.reached)
    sentence.tell("ambition", "asks" if missing > 0 else "met").count(percentage(seen(part), 1), *([missing] if missing > 0 else []))
    return reach.warn(sentence)


# ---- In kind ---------------------------------------------------------------------------------------------------------

OF_INKIND = {
    **OF_ARGUMENTS, **OF_LISTS, "spent": (r"\d+ besteed", r"\d+ spent"), "received": (r"\d+ ontvangen", r"\d+ received"),
    "by class": ("naar soort", "by class"), "more": ("dit is meer dan de noemer", "this is more than the denominator"),
    "correction": ("is een correctie van", "is a correction of"), "no part": ("geen deel van te nemen", "no part to take"),
}
OF_AMOUNTS = {"amounts": ("de kolom met bedragen", "the column of amounts"), "classes": ("de kolom met soorten", "the column of classes"),
              "denominator": ("de noemer", "the denominator"), "class": ("de soort", "the class")}
CLASS_NAMES = [("in natura", "in kind"), ("kinderarmoede anders", "child poverty otherwise"), ("generiek", "generic"),
               ("niet besteed", "unspent"), ("breder", "broader")]


@explains("INKIND_SHARE", 4, 'EXPLAIN("INKIND_SHARE";language;amounts;classes;denominator;class): 1x1',
          'EXPLAIN("INKIND_SHARE";;amounts;classes;@denominator): 1x1')
def explain_inkind_share(norms, english, amounts, classes, denominator, asked):
    sentence = Sentence(OF_INKIND, english)
    findings = Findings(dict(amounts=amounts, classes=classes, denominator=denominator, **{"class": asked}), OF_AMOUNTS, "amounts")
    euros, unknown, meant = [Fraction(0)] * 4, {}, {}
    for i, (cell, name) in enumerate(zip(amounts.cells, classes.cells)):
        if is_blank(cell):
            continue
        bad = state(cell)
        findings.note(None if bad == UNKNOWN else bad, "amounts", i)
        if is_blank(name) or state(name) == UNKNOWN:
            for any_class in range(4) if cell != 0 else ():
                unknown.setdefault(any_class, ("amounts" if bad == UNKNOWN else "classes", i))
        elif not isinstance(name, str) or plain(name) not in CLASSES:
            findings.note(ARGUMENT, "classes", i)
        else:
            meant[i] = CLASSES[plain(name)]
            if bad == UNKNOWN:
                unknown.setdefault(meant[i], ("amounts", i))
            elif not bad:
                euros[meant[i]] += seen(cell)
    bad, amount = number(denominator)
    of = None
    if bad == TEXT:
        bad, of = word(denominator, DENOMINATORS)
    findings.note(bad, "denominator")
    bad, wanted = word(asked, {**{name: (a_class,) for name, a_class in CLASSES.items()}, **BROADER}, (0,))
    findings.note(bad, "class")
    if findings.wrong:
        return findings.tell(sentence)
    counted = list(range(UNSPENT if of == "spent" else 4)) if of else []
    in_doubt = [unknown[one_class] for one_class in {*counted, *wanted} if one_class in unknown]
    if in_doubt:
        return findings.tell_unknown(sentence, *min(in_doubt, key=lambda where: where[1]))
    base = sum(euros[one_class] for one_class in counted) if of else seen(amount)
    sentence.tell(*([of] if of else [])).count(base)
    if base <= 0:
        return sentence.tell("no part")
    part = sum(euros[one_class] for one_class in wanted)
    dutch, english_name = CLASS_NAMES[4 if len(wanted) > 1 else wanted[0]]
    sentence.tell("by class").say(rf"^{dutch} €", rf"^{english_name} €").count(part, percentage(part, base))
    for one_class, (dutch, english_name) in enumerate(CLASS_NAMES[:4]):
        what = ("onbekend", "unknown") if one_class in unknown else ("€", "€")
        sentence.say(rf"[:,] {dutch} {what[0]}", rf"[:,] {english_name} {what[1]}")
        sentence.count(*([] if one_class in unknown else [euros[one_class]]))
    if part > base:
        sentence.tell("note", "more")
    correction = next((i for i, one_class in meant.items() if isinstance(amounts.cells[i], float) and amounts.cells[i] < 0
                       and one_class in counted and one_class not in wanted), None)
    if correction is not None:
        sentence.tell("note", "correction").place(correction).count(amounts.cells[correction])
    findings.warn_of_totals(sentence, "amounts")
    return sentence


# ---- Additionality ---------------------------------------------------------------------------------------------------

OF_BUDGET = {
    **OF_ARGUMENTS, "note": OF_LISTS["note"], "baseline": ("nulmeting €", "baseline €"), "no policy": ("nulmeting geen", "baseline none"),
    "spending": ("uitgaven €", "spending €"), "on top": ("erbij €", "on top €"), "extra": ("extra €", "extra €"),
    "carried in": ("meegenomen €", "carried in €"), "carried out": ("doorgeschoven €", "carried out €"),
    "no extra": ("er was geen extra geld", "there was no extra money"), "overdrawn": ("er is meer doorgeschoven", "more was carried out"),
    "factor": ("geen factor", "not a factor"), "zero": ("is 0, en dat kan", "is 0, which may be"),
    "blank year": ("dat jaar telt niet mee", "that year does not count"), "fully": ("volledig", "fully"), "partly": ("deels", "partly"),
    "not": (r"(?<=%: )niet\b", r"(?<=%: )not\b"), "spent": ("extra geld besteed €", "extra money spent €"),
    "own money": ("eigen geld €", "own money €"), "nothing": ("niets van het extra geld", "none of the extra money"),
    "replaced": (r"\d+ van het extra geld kwam", r"\d+ of the extra money replaced"), "too much": ("meer dan er was", "more than there was"),
}
OF_MONEY = {"baseline": ("de nulmeting", "the baseline"), "spending": ("het bedrag van de uitgaven", "the spending"),
            "extra": ("het extra geld", "the extra money"), "index": ("de indexatie", "the index"),
            "carried_in": ("het meegenomen bedrag", "the amount carried in"),
            "carried_out": ("het doorgeschoven bedrag", "the amount carried out"),
            "extra_spent": ("het bestede extra geld", "the extra money spent")}
HALF = Fraction(1, 2)


class Budget:
    def __init__(self, baseline, spending, extra, index=None, carried_in=None, carried_out=None, extra_spent=None):
        self.arguments = dict(baseline=baseline, spending=spending, extra=extra, index=index, carried_in=carried_in,
                              carried_out=carried_out, extra_spent=extra_spent)
        self.findings = Findings(self.arguments, OF_MONEY)
        self.has_policy = plain(one(baseline)) not in ("geen", "none") if isinstance(one(baseline), str) else True
        self.baseline = self.euros("baseline") if self.has_policy else Fraction(0)
        if self.has_policy and self.baseline == 0 and not self.findings.wrong:
            self.findings.note(UNKNOWN, "baseline", 0, "zero", 0)
        self.spending, self.extra = self.euros("spending"), self.euros("extra")
        self.growth = Fraction(1)
        self.blank_year = None
        self.read_growth(index)
        self.carried_in, self.carried_out = self.euros("carried_in", 0.0), self.euros("carried_out", 0.0)
        self.extra_spent = self.euros("extra_spent", 0.0) if extra_spent else None
        self.available = self.extra + self.carried_in - self.carried_out
        self.added = self.spending - self.baseline * self.growth

    def euros(self, name, missing=None):
        wrong, value = number(self.arguments[name], missing)
        return seen(value) if self.findings.note(exact_at_least_0(wrong, value), name) else Fraction(0)

    def read_growth(self, index):
        for i, rate in enumerate(index.cells if index else ()):
            if is_blank(rate):
                self.blank_year = i if self.blank_year is None else self.blank_year
                continue
            wrong = state(rate)
            if not wrong and abs(seen(rate)) > HALF:
                self.findings.note(DOMAIN, "index", i, "factor", 50, 2)
            elif self.findings.note(wrong, "index", i):
                self.growth *= 1 + seen(rate)
        if index and all(map(is_blank, index.cells)):
            self.findings.note(UNKNOWN, "index", 0)

    def tell_baseline(self, sentence):
        if not self.has_policy:
            return sentence.tell("no policy")
        sentence.tell("baseline").count(self.baseline)
        return sentence.count(self.growth, cents(self.baseline * self.growth)) if self.growth != 1 else sentence

    def tell_available(self, sentence):
        sentence.count(self.available)
        for thing, amount in (("carried in", self.carried_in), ("carried out", self.carried_out)):
            if amount:
                sentence.tell(thing).count(amount)
        if self.carried_in or self.carried_out:
            sentence.tell("extra").count(self.extra)
        return sentence

    def tell_sum(self, sentence):
        self.tell_baseline(sentence).tell("spending", "on top").count(self.spending, cents(self.added))
        self.tell_available(sentence).count(percentage(self.added, self.available))
        return self.warn(sentence)

    def warn(self, sentence):
        if self.blank_year is not None:
            sentence.tell("note", "empty", "blank year").place(self.blank_year, OF_MONEY["index"])
        return sentence


def tell_unavailable(sentence, budget, nothing_is_wrong):
    """What is wrong with the arguments or with what was available; None when nothing is."""
    if budget.findings.wrong:
        return budget.findings.tell(sentence)
    if budget.available < 0:
        return budget.tell_available(sentence.tell("overdrawn"))
    if budget.available == 0 and nothing_is_wrong:
        return budget.tell_available(sentence.tell("no extra"))
    return None


@explains("ADDITIONALITY", 6, 'EXPLAIN("ADDITIONALITY";language;baseline;spending;extra;index;carried_in;carried_out): 1x1',
          'EXPLAIN("ADDITIONALITY";;@baseline;@spending;@extra;@growth): 1x1')
def explain_additionality(norms, english, *arguments):
    sentence, budget = Sentence(OF_BUDGET, english), Budget(*arguments)
    return tell_unavailable(sentence, budget, True) or budget.tell_sum(sentence)


@explains("ADDITIONALITY_CLASS", 7, 'EXPLAIN("ADDITIONALITY_CLASS";language;baseline;spending;extra;index;carried_in;carried_out): 1x1')
def explain_additionality_class(norms, english, *arguments):
    sentence, budget = Sentence(OF_BUDGET, english), Budget(*arguments[:6])
    if tell_unavailable(sentence, budget, True):
        return sentence
    names = "fully" if budget.added >= budget.available else "not" if budget.added <= 0 else "partly"
    return budget.tell_sum(sentence.tell(names))


@explains("DISPLACEMENT", 7, 'EXPLAIN("DISPLACEMENT";language;baseline;spending;extra;index;carried_in;carried_out;extra_spent): 1x1',
          'EXPLAIN("DISPLACEMENT";;@baseline;@spending;@extra;;@carried_in): 1x1')
def explain_displacement(norms, english, *arguments):
    sentence, budget = Sentence(OF_BUDGET, english), Budget(*arguments)
    if tell_unavailable(sentence, budget, False):
        return sentence
    used = budget.available if budget.extra_spent is None else budget.extra_spent
    if budget.extra_spent is not None and (used > budget.available or used > budget.spending):
        budget.findings.note(DOMAIN, "extra_spent", 0, "too much")
        return budget.findings.tell(sentence)
    replaced = min(max(used - budget.added, 0), used) if budget.has_policy else 0
    budget.tell_baseline(sentence).tell("spending", "spent", "own money").count(budget.spending, used, budget.spending - used)
    sentence.tell("replaced" if replaced else "nothing").count(*([cents(replaced)] if replaced else []))
    return budget.warn(sentence)


# ---- Norms -----------------------------------------------------------------------------------------------------------

OF_NORMS = {
    **OF_ARGUMENTS, "no value": ("ligt niet tussen 0 en 2", "is not between 0 and 2"), "no share": OF_REACH["no share"],
    "no year": ("geen jaar van vier cijfers", "no year of four digits"), "zero": ("is 0, en dat kan", "is 0, which may be"),
    "no measure": ("is een bedrag of een afspraak", "is an amount or an agreement"), "own": ("eigen ambitie: ", "own ambition: "),
    "no number": ("is een afspraak: die heeft geen getal", "is an agreement: it has no number"),
    "not in force": ("valt buiten de jaren", "is outside the years"), "beside": ("naast", "beside"), "from": ("vanaf \0", "from \0"),
    "meets": ("voldoet(?! niet)", "meets"), "fails": ("voldoet niet", "fails"), "beware": ("let op", "beware"),
    "no norm": ("geen norm\0?$", "no norm\0?$"), "line": ("op de rechte lijn", "on the straight line"),
    "off the line": ("ligt buiten de lijn", "is outside the line"), "not before": ("ligt niet vóór het laatste", "is not before the last"),
    "whole table": ("elk op een rij", "each on a row"), "old measure": ("alleen voor de oude meting", "only for the old measure"),
}
OF_CHECK = {"value": ("de waarde", "the value"), "norm": ("de norm", "the norm"), "year": ("het jaar", "the year")}
OF_NORM = {"name": ("de naam", "the name"), "year": ("het jaar", "the year")}
NO_YEAR, NO_VALUE = "no year", ("no value", 0, 2, 0, 200)


def tell_norm(sentence, norms, norm):
    """The kind, the value, the names, the years and the source."""
    language = sentence.english
    partner = norms.partner(norm)
    sentence.piece(f". {('Bron', 'Source')[language]}: {norm.sources[language]}", norm.names[language])
    sentence.say(*(f"{kind} " for kind in norm.kinds))
    if norm.kind != "agreement":
        sentence.count(norm.value if norm.kind == "amount a year" else seen(norm.value) * 100)
    if partner:
        sentence.tell("beside").piece(partner.names[language]).count(seen(partner.value) * 100)
    if norm.years.endswith("–"):
        sentence.tell("from").piece(norm.years[:-1])
    else:
        sentence.piece(norm.years)
    return sentence


def tell_cause_of_year(findings, sentence):
    """Years are written without a mark between their digits."""
    wrong, parameter, cell, why, _ = findings.cause
    content = findings.arguments[parameter] and findings.arguments[parameter].cells[cell]
    whole = isinstance(content, float) and content == int(content)
    if wrong == DOMAIN and why and parameter.endswith("year") and whole:
        return findings.tell_place(sentence.tell(why), parameter, cell).year(content)
    return findings.tell(sentence)


@explains("CHECK_NORM", 4, 'EXPLAIN("CHECK_NORM";language;value;name;year): 1x1', 'EXPLAIN("CHECK_NORM";;@value;@name): 1x1',
          'EXPLAIN("CHECK_NORM";@language;value;measure;year): 1x1', 'EXPLAIN("CHECK_NORM";;@value;@measure): 1x1')
def explain_check_norm(norms, english, value, name, year, *_):
    sentence = Sentence(OF_NORMS, english)
    findings = Findings(dict(value=value, norm=name, year=year), OF_CHECK, None, (0, 1))
    bad, asked = number(value)
    wrong = bad or (None if 0 <= seen(asked) <= 2 else DOMAIN)
    findings.note(wrong, "value", 0, *(NO_VALUE if wrong == DOMAIN else ()))
    norm = norms.find(name)
    if norm:
        no_measure = norm.kind in ("amount a year", "agreement")
        findings.note(ARGUMENT if no_measure else None, "norm", 0, "no measure")
    else:
        bad, least = share(name)
        zero = not bad and least == 0
        why = NO_SHARE if bad == DOMAIN else ("zero", 0) if zero else ()
        findings.note(ARGUMENT if bad == TEXT else UNKNOWN if zero else bad, "norm", 0, *why)
    dated, in_year = whole_year(year, 0.0)
    findings.note(dated, "year", 0, *([NO_YEAR] if dated == DOMAIN else []))
    out_of_force = norm and not dated and norms.of_year(name, year)[0]
    is_no_norm = norm and (norm.kind == "start value" or out_of_force)
    if findings.wrong and not (findings.wrong == UNKNOWN and is_no_norm):
        return tell_cause_of_year(findings, sentence)
    if norm:
        tell_norm(sentence, norms, norm)
    else:
        sentence.tell("own").count(seen(least) * 100)
    if is_no_norm:
        return sentence.tell("no norm").year(*([in_year] if norm.kind != "start value" else []))
    verdict = reference.check_norm(norms, value, name, year, None)[0][0]
    sentence.tell({"voldoet": "meets", "voldoet niet": "fails", "let op": "beware"}[verdict])
    limit = seen(norm.value if norm else least)
    near = 0 < abs(seen(asked) - limit) < Fraction(1, 1000)
    return sentence.count(seen(asked) * 100 if near else percentage(seen(asked), 1))


@explains("KANSEN_NORM", 2, 'EXPLAIN("KANSEN_NORM";language;name;year): 1x1')
def explain_norm(norms, english, name, year):
    return tell_norm_of_year(norms, english, name, year, True)


@explains("KANSEN_SOURCE", 3, 'EXPLAIN("KANSEN_SOURCE";language;@name;@year): 1x1')
def explain_source(norms, english, name, year, *_):
    return tell_norm_of_year(norms, english, name, year, False)


@explains("KANSEN_NORMS", 1, 'EXPLAIN("KANSEN_NORMS";language): 1x1')
def explain_norms(norms, english, *_):
    return Sentence(OF_NORMS, english).tell("whole table").count(len(norms.rows))


def tell_norm_of_year(norms, english, name, year, has_value):
    sentence, findings = Sentence(OF_NORMS, english), Findings(dict(name=name, year=year), OF_NORM)
    norm = norms.find(name)
    findings.note(None if norm else ARGUMENT, "name")
    if norm and norm.kind == "agreement" and has_value:
        findings.note(ARGUMENT, "name", 0, "no number")
    bad, _ = whole_year(year, 0.0)
    findings.note(bad, "year", 0, *([NO_YEAR] if bad == DOMAIN else []))
    if not findings.wrong and norms.of_year(name, year)[0]:
        findings.note(DOMAIN, "year", 0, "not in force")
    if norm and findings.wrong != ARGUMENT:
        tell_norm(sentence, norms, norm)
    return tell_cause_of_year(findings, sentence) if findings.wrong else sentence


OF_LINE = {"year": ("het jaar", "the year"), "start_year": ("het eerste jaar", "the first year"),
           "start": ("het deel in het eerste jaar", "the share in the first year"),
           "end_year": ("het laatste jaar", "the last year"), "end": ("het deel in het laatste jaar", "the share in the last year")}


@explains("POVERTY_TARGET", 5, 'EXPLAIN("POVERTY_TARGET";language;at;start_year;start;end_year;end): 1x1',
          'EXPLAIN("POVERTY_TARGET";;@at;;;@end_year): 1x1')
def explain_poverty_target(norms, english, *arguments):
    sentence, findings = Sentence(OF_NORMS, english), Findings(dict(zip(OF_LINE, arguments)), OF_LINE)
    first, last = norms.named("poverty_2015"), norms.named("poverty_2030")
    missing = dict(year=None, start_year=float(first.years), start=first.value, end_year=float(last.years), end=last.value)
    read = {}
    for name, argument in findings.arguments.items():
        is_year = name.endswith("year")
        wrong, read[name] = (whole_year if is_year else share)(argument, missing[name])
        findings.note(wrong, name, 0, *(([NO_YEAR] if is_year else NO_SHARE) if wrong == DOMAIN else ()))
    if not findings.wrong and read["start_year"] >= read["end_year"]:
        findings.note(DOMAIN, "start_year" if findings.arguments["start_year"] else "end_year", 0, "not before")
    elif not findings.wrong and not read["start_year"] <= read["year"] <= read["end_year"]:
        findings.note(DOMAIN, "year", 0, "off the line")
    if findings.wrong:
        return tell_cause_of_year(findings, sentence)
    target = reference.poverty_target(norms, *arguments)[0][0]
    sentence.tell("line").count(Fraction(math.floor(seen(target) * 10**5 + HALF), 1000))
    sentence.year(read["year"], read["start_year"], read["end_year"]).count(seen(read["start"]) * 100, seen(read["end"]) * 100)
    if not (findings.arguments["start"] and findings.arguments["end"]):
        sentence.tell("old measure").piece("2024")
    return sentence


# ---- KANSEN_EXPLAIN itself -------------------------------------------------------------------------------------------

OF_NAMES = {**OF_ARGUMENTS, "no function": ("geen functie met de naam", "no function with the name")}


@answers("EXPLAIN(explained;language;@group): 1x1", "EXPLAIN(explained;;reached;target): 1x1")
def explain(norms, function, language=None, *arguments):
    wrong, speaks = word(language, LANGUAGES, "nl")
    if wrong:
        return single(wrong)
    name = function.cells[0]
    asked = plain(name).removeprefix("meedoen.budget.") if isinstance(name, str) else ""
    spelled = {spelling: called for called in EXPLAINED for spelling in (plain(called), plain(called).replace(" ", ""))}
    if asked not in spelled:
        named = Sentence(OF_NAMES, speaks == "en").tell("no function", "choices")
        return single(named.piece(f"'{name if isinstance(name, str) else ''}'"))
    explainer, parameters = EXPLAINED[spelled[asked]]
    return single(explainer(norms, speaks == "en", *arguments, *[None] * (parameters - len(arguments))))
