#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A second opinion on functions/allocation/allocation.h, in exact fractions and by another method than the C code.

(1) `allocate` computes one allocation the slow and obvious way: largest remainder by sorting all remainders, divisor methods
    by handing out units one by one from a heap, bounds by trying every point where a recipient reaches one.
(2) Run as a program it writes tests/data/allocation.tsv (generated cases, the same on every run) and
    tests/data/apportionments.tsv (seats that were published; the program stops if the reference does not give them).
(3) The columns are: group, name, method, total, unit, n, keys, minimum, maximum, order, status, amounts, tied recipients,
    tied units; separated by tabs, the numbers inside a column by spaces; "-" means that there is none or that it is not tested.
    Every number reads back as the very same double.
(4) Where the wording of allocation.h leaves room (how far keys are scaled before they count as too large), no case is written.
"""
import heapq
import math
import random
import sys
from fractions import Fraction
from pathlib import Path

LARGEST, WEBSTER, JEFFERSON, ADAMS, ROUNDED = "largest", "sainte-lague", "dhondt", "adams", "rounded"
METHODS = (LARGEST, WEBSTER, JEFFERSON, ADAMS, ROUNDED)
DIVISORS = {WEBSTER: Fraction(1, 2), JEFFERSON: Fraction(1), ADAMS: Fraction(0)}
NO_LIMIT = math.inf


class Failure(Exception):
    """Carries the status that md_allocate returns, why, and the numbers that a sentence about it has to name."""

    def __init__(self, status, why, *numbers):
        super().__init__(status)
        self.why, self.numbers = why, numbers


class Ambiguous(Exception):
    """Two readings of allocation.h give different answers: not a case to test."""


# ---- Numbers as a user sees them -------------------------------------------------------------------------------------


def seen(number):
    """A whole number is itself, any other its 15-digit form."""
    return Fraction(int(number)) if number == int(number) else Fraction("%.15g" % number)


def decimals(value):
    """The number of decimals of a fraction that has finitely many."""
    count = 0
    while value.denominator != 1:
        value *= 10
        count += 1
    return count


def exact_keys(keys):
    """The keys as fractions, and the sums of scaled keys under every reading of sentence 5."""
    as_seen = [seen(key) for key in keys]
    most = max(decimals(value) for value in as_seen)
    if most <= 9:
        total = sum(as_seen)
        readings = {total * 10**most, total * 10**9 if most else total}
        binary = [Fraction(key) for key in keys]
        if any(key >= 2.0**63 for key in keys):
            if binary != as_seen:
                raise Ambiguous
            readings = {power_of_two_sum(binary)} if most == 0 else readings | {power_of_two_sum(binary)}
        return as_seen, readings
    binary = [Fraction(key) for key in keys]
    return binary, {power_of_two_sum(binary)}


def power_of_two_sum(keys):
    """The sum of the keys times the smallest power of two that makes all of them integers."""
    positive = [key for key in keys if key]
    if not positive:
        return Fraction(0)
    scale = Fraction(1)
    while any((key * scale).denominator != 1 for key in positive):
        scale *= 2
    while all((key * scale / 2).denominator == 1 for key in positive):
        scale /= 2
    return sum(positive) * scale


def check_size(units, readings):
    """Sentence 6; within a factor of 4 of the limit implementations may differ."""
    verdicts = set()
    for weight in readings:
        product = units * weight
        if 2**124 <= product < 2**128:
            raise Ambiguous
        verdicts.add(product >= 2**126)
    if len(verdicts) != 1:
        raise Ambiguous
    if verdicts.pop() or units >= 2**63:
        raise Failure("DOMAIN", "too large")


# ---- Bounds ----------------------------------------------------------------------------------------------------------


def check_bounds(total, minimum, maximum):
    """Why no allocation can keep within these bounds, before units come into it."""
    if total < 0:
        raise Failure("DOMAIN", "negative total")
    if any(bound < 0 for bound in (minimum or []) + (maximum or [])):
        raise Failure("DOMAIN", "negative bound")
    for i, (floor, ceiling) in enumerate(zip(minimum or (), maximum or ())):
        if ceiling != NO_LIMIT and seen(floor) > seen(ceiling):
            raise Failure("DOMAIN", "crossed", i)
    if minimum and sum(map(seen, minimum)) > seen(total):
        raise Failure("DOMAIN", "minimums", sum(map(seen, minimum)), total)
    if maximum and NO_LIMIT not in maximum and sum(map(seen, maximum)) < seen(total):
        raise Failure("DOMAIN", "maximums", sum(map(seen, maximum)), total)


def held(level, key, low, high):
    return min(max(level * key, low), high)


def water_level(units, keys, low, high):
    """The level with which the held amounts add up to `units`, found between two neighbouring breakpoints."""

    def filled(level):
        return sum(held(level, *one) for one in zip(keys, low, high))

    points = {Fraction(0)}
    for key, floor, ceiling in zip(keys, low, high):
        if key:
            points.add(Fraction(floor) / key)
            if ceiling != NO_LIMIT:
                points.add(Fraction(ceiling) / key)
    points = sorted(points)
    first, last = 0, len(points) - 1
    if filled(points[last]) <= units:
        free = sum(key for key, ceiling in zip(keys, high) if key and ceiling == NO_LIMIT)
        missing = units - filled(points[last])
        return points[last] + (missing / free if missing else 0)
    while last - first > 1:
        middle = (first + last) // 2
        if filled(points[middle]) <= units:
            first = middle
        else:
            last = middle
    below, above = filled(points[first]), filled(points[last])
    return points[first] + (points[last] - points[first]) * (units - below) / (above - below)


# ---- Methods ---------------------------------------------------------------------------------------------------------


def in_turn(remainders, precedence):
    """The recipients in the order in which they get a unit more, the largest remainder first."""
    return sorted(remainders, key=lambda i: (-remainders[i], *precedence[i]))


def in_integers(units, keys):
    """By largest remainder without order and bounds, for keys too many for fractions: integers all, and so are the amounts."""
    whole = sum(keys)
    amounts = [units * key // whole for key in keys]
    claims = sorted((-(units * key % whole), -key, i) for i, key in enumerate(keys))
    for *_, i in claims[:units - sum(amounts)]:
        amounts[i] += 1
    return amounts


def by_remainder(units, keys, low, high, precedence):
    level = water_level(units, keys, low, high)
    given = [None] * len(keys)
    free = []
    for i, key in enumerate(keys):
        if level * key <= low[i]:
            given[i] = low[i]
        elif level * key >= high[i]:
            given[i] = high[i]
        else:
            free.append(i)
    rest = units - sum(amount for amount in given if amount is not None)
    weight = sum(keys[i] for i in free)
    remainders = {}
    for i in free:
        quota = rest * keys[i] / weight
        given[i] = math.floor(quota)
        remainders[i] = quota - given[i]
    left = units - sum(given)
    served = in_turn(remainders, precedence)
    for i in served[:left]:
        given[i] += 1
    tied = (0, 0)
    if left and remainders[served[left - 1]] == remainders[served[left]]:
        cut = remainders[served[left]]
        equal = [i for i in served if remainders[i] == cut]
        tied = (len(equal), sum(1 for i in served[:left] if remainders[i] == cut))
    return given, tied


def by_divisor(units, keys, low, high, precedence, start):
    def up_to(price):
        counts = []
        for key, floor, ceiling in zip(keys, low, high):
            count = 0
            if key and price * key >= start:
                count = math.floor(price * key - start) + 1
            counts.append(min(max(count, floor), ceiling))
        return counts

    # Far below the last price everything is certain; only the last few units per recipient are handed out one by one.
    below, above = Fraction(-1), Fraction(1)
    while sum(up_to(above)) < units:
        above *= 2
    while above > 1 and sum(up_to(above / 2)) >= units:
        above /= 2
    while sum(up_to(below)) + 3 * len(keys) + 3 < units:
        middle = (max(below, 0) + above) / 2
        if sum(up_to(middle)) <= units:
            below = middle
        else:
            above = middle
    given = up_to(below)
    left = units - sum(given)
    heap = []

    def offer(i):
        if keys[i] and given[i] < high[i]:
            heapq.heappush(heap, ((given[i] + start) / keys[i], *precedence[i]))

    for i in range(len(keys)):
        offer(i)
    cut = None
    for _ in range(left):
        cut, *_, i = heapq.heappop(heap)
        given[i] += 1
        offer(i)
    tied = (0, 0)
    if cut is not None:
        refused = sum(1 for entry in heap if entry[0] == cut)
        if refused:
            # A unit of the minimum was nobody's claim.
            served = sum(1 for key, count, floor in zip(keys, given, low)
                         if key and count > floor and (count - 1 + start) / key == cut)
            tied = (served + refused, served)
    return given, tied


def by_itself(units, keys, low, high):
    level = water_level(units, keys, low, high)
    return [math.floor(held(level, *one) + Fraction(1, 2)) for one in zip(keys, low, high)], (0, 0)


def allocate(method, total, unit, keys, minimum=None, maximum=None, order=None):
    """The amounts (doubles) and the tie, or Failure."""
    if unit <= 0:
        raise Failure("DOMAIN", "unit")
    if not sum(keys):
        raise Failure("ZERO_DIVISION", "keys", 0)
    step = seen(unit)
    units = seen(abs(total)) / step
    if units.denominator != 1:
        raise Failure("DOMAIN", "too large") if units >= 2**63 - 1 else Failure("DOMAIN", "multiple", total, unit)
    units = int(units)
    values, readings = exact_keys(keys)
    if minimum or maximum:
        check_bounds(total, minimum, maximum)
    if maximum:
        floors = minimum or [0] * len(keys)
        most = [ceiling if key else floor for key, floor, ceiling in zip(values, floors, maximum)]
        if NO_LIMIT not in most and sum(map(seen, most)) < seen(total):
            raise Failure("DOMAIN", "no key", 0, sum(map(seen, most)), total)
    check_size(units, readings)
    low, high = [0] * len(keys), [NO_LIMIT] * len(keys)
    if minimum:
        low = [math.ceil(seen(bound) / step) for bound in minimum]
    if maximum:
        high = [bound if bound == NO_LIMIT else math.floor(seen(bound) / step) for bound in maximum]
    most = sum(ceiling if key else floor for key, floor, ceiling in zip(values, low, high))
    if any(floor > ceiling for floor, ceiling in zip(low, high)) or not sum(low) <= units <= most:
        raise Failure("DOMAIN", "whole units")
    precedence = [(-key, order[i] if order else 0, i) for i, key in enumerate(values)]
    if method == LARGEST:
        given, tied = by_remainder(units, values, low, high, precedence)
    elif method == ROUNDED:
        given, tied = by_itself(units, values, low, high)
    else:
        given, tied = by_divisor(units, values, low, high, precedence, DIVISORS[method])
    digits = step * 10 ** decimals(step)
    for count in given:
        if 2**53 < count * digits <= 2**54:
            raise Ambiguous
        if count * digits > 2**53:
            raise Failure("DOMAIN", "too large")
    if method != ROUNDED:
        assert sum(given) == units
    assert all(floor <= count <= ceiling for floor, count, ceiling in zip(low, given, high))
    sign = -1.0 if total < 0 else 1.0
    amounts = [sign * float(count * step) if count else 0.0 for count in given]
    return amounts, tied


# ---- Writing cases ---------------------------------------------------------------------------------------------------


def written(number):
    text = repr(float(number))
    short = text[:-2] if text.endswith(".0") else text
    hexadecimal = float(number).hex()
    best = min((short, hexadecimal), key=len) if len(short) > 20 else short
    assert float.fromhex(best) == number if best == hexadecimal and best != short else float(best) == number
    return best


def column(numbers):
    return " ".join(written(number) for number in numbers) if numbers else "-"


class Cases:
    def __init__(self):
        self.lines, self.skipped = [], 0

    def add(self, group, name, method, total, unit, keys, minimum=None, maximum=None, order=None, expected=None):
        keys = [float(key) for key in keys]
        tied = ("-", "-")
        try:
            amounts, (recipients, units) = allocate(method, total, unit, keys, minimum, maximum, order)
            status = "OK"
            if not minimum and not maximum:
                tied = (str(recipients), str(units))
        except Failure as failure:
            amounts, status = [], str(failure)
        except Ambiguous:
            self.skipped += 1
            return
        if expected is not None and amounts != [float(amount) for amount in expected]:
            sys.exit(f"{group} {name} {method}: published {expected}, reference {amounts}")
        self.lines.append("\t".join((group, name, method, written(total), written(unit), str(len(keys)), column(keys),
                                     column(minimum), column(maximum), column(order), status, column(amounts), *tied)))

    def save(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        head = ("# SPDX-License-Identifier: EUPL-1.2\n"
                "# Written by tests/reference/allocation.py, which explains the columns.\n"
                "# group\tname\tmethod\ttotal\tunit\tn\tkeys\tminimum\tmaximum\torder\tstatus\tamounts\ttied\ttied units\n")
        path.write_text(head + "\n".join(self.lines) + "\n", encoding="utf-8")
        print(f"{path}: {len(self.lines)} cases, {path.stat().st_size} bytes, {self.skipped} ambiguous ones left out")


# ---- Generated cases -------------------------------------------------------------------------------------------------

DIVISOR_METHODS = (WEBSTER, JEFFERSON, ADAMS)
UNITS = (0.01, 0.05, 0.25, 2.5, 1000.0, 0.001, 3.0)


def every_method(cases, group, name, *arguments, methods=METHODS, **named):
    for method in methods:
        cases.add(group, name, method, *arguments, **named)


def municipalities(rng, n):
    """Keys that look like children per municipality: few large, many small."""
    return [float(int(10 ** rng.uniform(0.5, 4.3))) for _ in range(n)]


def plain(cases, rng):
    for total in (0, 1, 2, 7, 100, 85000000, 2**53):
        every_method(cases, "plain", "one recipient", total, 1, [5])
    for total in (0, 1, 2, 3, 10, 11, 1000003):
        every_method(cases, "plain", "all equal", total, 1, [4] * 7)
        every_method(cases, "plain", "zeros among them", total, 1, [0, 3, 0, 0, 2, 9, 0])
        every_method(cases, "plain", "one key alone above 0", total, 1, [0, 0, 8, 0])
        every_method(cases, "plain", "one giant", total, 1, [1, 1, 1000000000, 1, 2])
        every_method(cases, "plain", "powers of two", total, 1, [2.0**k for k in range(12)])
        every_method(cases, "plain", "rising", total, 1, list(range(1, 16)))
    # The quotas are whole plus one half each: every remainder equal.
    every_method(cases, "plain", "all remainders equal", 30, 1, [1, 3, 5, 7, 9, 11, 13, 11], methods=METHODS)
    every_method(cases, "plain", "all remainders one half", 5, 1, [1] * 10)
    every_method(cases, "plain", "whole quotas", 600, 1, [1, 2, 3])
    for n in (2, 3, 5, 8, 13, 30, 64, 120):
        for _ in range(4):
            every_method(cases, "plain", f"random {n}", rng.randrange(10**rng.randrange(1, 9)), 1, municipalities(rng, n))
    for _ in range(2):
        every_method(cases, "plain", "342 municipalities", 85000000, 1, municipalities(rng, 342), methods=(LARGEST, WEBSTER))
    for _ in range(12):
        n = rng.randrange(2, 40)
        every_method(cases, "plain", "fewer units than recipients", rng.randrange(1, n), 1, municipalities(rng, n))


def tied_keys(cases, rng):
    for n in (3, 6, 10, 25, 50):
        for _ in range(5):
            keys = [float(10 * rng.randrange(1, 40)) for _ in range(n)]
            every_method(cases, "ties", f"keys in tens {n}", rng.randrange(1, 100000), 1, keys)
            few = [float(rng.choice((10, 20, 30))) for _ in range(n)]
            every_method(cases, "ties", f"three kinds of key {n}", rng.randrange(1, 3 * n), 1, few)


def ordered(cases, rng):
    for n in (2, 4, 9, 20):
        for _ in range(5):
            keys = [float(rng.choice((10, 20, 30))) for _ in range(n)]
            codes = list(range(n))
            rng.shuffle(codes)
            total = rng.randrange(1, 4 * n)
            every_method(cases, "order", f"a code for each {n}", total, 1, keys, order=[float(code) for code in codes])
            every_method(cases, "order", f"codes that are equal {n}", -total, 1, keys, order=[rng.choice((1.5, -2.0)) for _ in keys])
    for n in (2, 3, 5, 33):
        for total in (1, n // 2, n - 1):
            every_method(cases, "order", f"all alike {n}", total, 1, [1.0] * n, order=[0.0] * n)


def as_decimals(cases, rng):
    for places in range(1, 10):
        for n in (2, 5, 17):
            keys = [round(rng.uniform(0, 10 ** rng.randrange(0, 5)), places) for _ in range(n)]
            every_method(cases, "decimals", f"{places} decimals", rng.randrange(1, 10**7), 1, keys)
    every_method(cases, "decimals", "tenths tie", 1, 1, [0.1, 0.1, 0.1])
    every_method(cases, "decimals", "one tenth is one tenth", 5, 1, [0.1, 0.2, 0.3, 0.4])
    every_method(cases, "decimals", "dust behind the fifteenth digit", 3, 1, [0.1 + 0.2, 0.3, 0.3, 0.1 * 3])
    every_method(cases, "decimals", "whole and decimal", 1000, 1, [1, 2.5, 3.25, 1e6, 0.000000001])
    every_method(cases, "decimals", "seventeen digits seen as fifteen", 10, 1, [123456789.12345678, 123456789.12345679, 123456789.123457])
    every_method(cases, "decimals", "whole beyond fifteen digits", 11, 1, [2.0**53 - 1, 2.0**53, 2.0**53 - 3, 5])
    every_method(cases, "decimals", "halves beyond fifteen digits", 7, 1, [2.0**50 + 0.5, 2.0**50 + 0.25, 3])
    every_method(cases, "decimals", "halves and wholes beyond fifteen digits", 10**6, 1, [2.0**50 + 0.5, 2.0**50, 1e12, 2.0**52 - 0.5])
    every_method(cases, "decimals", "halves, tenths and wholes", 10**6, 1, [2.0**50 + 0.5, 1e14 + 0.5, 1e12 + 0.1])


def as_binary(cases, rng):
    for n in (2, 3, 8, 21):
        for _ in range(4):
            thirds = [rng.randrange(1, 1000) / 3 for _ in range(n)]
            every_method(cases, "binary", f"thirds {n}", rng.randrange(1, 10**6), 1, thirds)
            mixed = [rng.choice((rng.random(), float(rng.randrange(100)), 0.1, 1 / 3)) for _ in range(n)]
            every_method(cases, "binary", f"mixed {n}", rng.randrange(1, 10**6), 1, mixed)
    every_method(cases, "binary", "ten decimals make all binary", 4, 1, [0.1, 0.2, 0.3, 0.0000000001])
    every_method(cases, "binary", "neighbours", 3, 1, [1 / 3, math.nextafter(1 / 3, 1), math.nextafter(1 / 3, 0), 2 / 3])
    every_method(cases, "binary", "percentages", 85000000, 1, [1 / 7, 2 / 7, 4 / 7])


def ranges(cases, rng):
    tiny = 5e-324
    sets = {
        "2^60": [2.0**60, 2.0**60, 2.0**59, 1.0], "10^18": [1e18, 3e18, 7e17], "10^300 alone": [1e300],
        "10^300 twice": [1e300, 1e300], "10^300 and a little": [1e300, 1.0], "denormal alone": [tiny],
        "denormals": [tiny, 3 * tiny, 7 * tiny, 2.2e-308], "from denormal to one": [tiny, 1.0],
        "2^63": [2.0**63, 2.0**63, 2.0**62], "2^100": [2.0**100, 3 * 2.0**99, 2.0**98], "largest double": [sys.float_info.max] * 2,
        "2^-500": [2.0**-500, 3 * 2.0**-501], "wide binary": [2.0**-30 / 3, 1 / 3, 1e4 / 3], "9 decimals and 10^9": [1e-9, 1e9],
        "2^64 with zeros": [0, 2.0**64, 0, 2.0**65],
    }
    for name, keys in sets.items():
        for total in (1, 3, 1000, 85000000, -(2**40) - 1):
            every_method(cases, "range", name, total, 1, keys)
    for total in (2**53, 2**53 + 2, 2**54, 2**60 + 2**10, 2**62, 2**63, 2**64, 1e19, 1e25, 1e300):
        every_method(cases, "range", "great total", total, 1, [3] * 5)
        every_method(cases, "range", "great total for many", total, 1, [float(k % 7 + 40) for k in range(700)]
                     if total == 2**62 else [float(k % 5 + 9) for k in range(40)], methods=(LARGEST, WEBSTER))
        every_method(cases, "range", "great total in cents", total, 0.01, [3] * 5)
    for bits in (20, 40, 58, 62, 70, 90, 100, 110, 130):
        for total in (2**10, 2**30, 2**50):
            keys = [2.0 ** (bits - 2) * (1 + rng.randrange(2**20) / 2**20) for _ in range(4)] + [1.0]
            every_method(cases, "range", f"keys of {bits} bits", total, 1, keys)


def in_units(cases, rng):
    for unit in UNITS:
        step = seen(unit)
        for n in (1, 2, 7, 30):
            for _ in range(2):
                every_method(cases, "units", f"unit {unit}", float(rng.randrange(10**6) * step), unit, municipalities(rng, n))
        every_method(cases, "units", f"no multiple of {unit}", float(step * 1001 + step / 2), unit, [1, 2], methods=(LARGEST, WEBSTER, ROUNDED))
    every_method(cases, "units", "35 cents", 0.35, 0.01, [1])
    every_method(cases, "units", "sums of cents", 0.1 + 0.2, 0.1, [1, 1, 1])
    for total, unit in ((0.015, 0.01), (1, 0.3), (1.5, 1), (100, 1000), (1e-20, 1), (1e15 + 0.5, 1), (7, 2.5)):
        every_method(cases, "units", f"{total} in {unit}", total, unit, [1, 2, 3], methods=(LARGEST, JEFFERSON, ROUNDED))
    for total in (90071992547409.91, 90071992547409.92 / 4, 45035996273704.96):
        every_method(cases, "units", "cents near 2^53", total, 0.01, [1, 1, 1])


def mirrored(cases, rng):
    for n in (1, 2, 3, 11, 40):
        for _ in range(4):
            every_method(cases, "negative", f"random {n}", -rng.randrange(1, 10**6), 1, municipalities(rng, n))
    every_method(cases, "negative", "tie", -1, 1, [1, 1, 1])
    every_method(cases, "negative", "tie with order", -1, 1, [1, 1, 1], order=[3.0, 1.0, 2.0])
    every_method(cases, "negative", "halves away from zero", -3, 1, [1, 1])
    every_method(cases, "negative", "cents", -12.34, 0.01, [0, 3, 4])


def bounded(cases, rng):
    def all_bounds(name, *arguments, **named):
        every_method(cases, "bounds of largest remainder", name, *arguments, methods=(LARGEST,), **named)
        every_method(cases, "bounds of divisor methods", name, *arguments, methods=DIVISOR_METHODS, **named)
        every_method(cases, "bounds of rounded amounts", name, *arguments, methods=(ROUNDED,), **named)

    for n in (1, 2, 3, 4, 6, 10, 25, 60):
        for _ in range(5 if n < 20 else 2):
            keys = [rng.choice((0.0, *[float(10 * rng.randrange(1, 60))] * 9)) for _ in range(n)]
            if not any(keys):
                keys[0] = 1.0
            total = rng.randrange(1, 2000 * n)
            fair = total / sum(keys)
            low = [math.floor(key * fair * rng.uniform(0, 1.2)) if key else float(rng.randrange(3)) for key in keys]
            high = [max(math.floor(key * fair * rng.uniform(0.7, 2)), floor) for key, floor in zip(keys, low)]
            low, high = [float(floor) for floor in low], [float(ceiling) for ceiling in high]
            flat = float(rng.randrange(1 + total // n))
            all_bounds(f"minimum {n}", total, 1, keys, minimum=low)
            all_bounds(f"maximum {n}", total, 1, keys, maximum=high)
            all_bounds(f"both {n}", total, 1, keys, minimum=low, maximum=high)
            all_bounds(f"one minimum for all {n}", total, 1, keys, minimum=[flat] * n)
            all_bounds(f"some without maximum {n}", total, 1, keys, minimum=low,
                       maximum=[rng.choice((ceiling, NO_LIMIT)) for ceiling in high])
    for _ in range(12):
        n = rng.randrange(2, 9)
        unit = rng.choice(UNITS)
        step = seen(unit)
        keys = municipalities(rng, n)
        total = float(step * rng.randrange(50, 5000))
        low = [round(total / n * rng.uniform(0, 0.6), 4) for _ in keys]
        high = [round(total / n * rng.uniform(0.8, 3), 4) for _ in keys]
        all_bounds(f"no multiples of {unit}", total, unit, keys, minimum=low, maximum=high)
    for keys in ([1, 2, 3], [5, 5, 5], [1, 1000, 1]):
        all_bounds("loose", 100, 1, keys, minimum=[0.0] * 3, maximum=[NO_LIMIT] * 3)
        all_bounds("all held by a minimum", 90, 1, keys, minimum=[20.0, 30.0, 40.0])
        all_bounds("all held by a maximum", 90, 1, keys, maximum=[20.0, 30.0, 40.0])
        all_bounds("minimum equals maximum", 90, 1, keys, minimum=[20.0, 30.0, 40.0], maximum=[20.0, 30.0, 40.0])
        all_bounds("minimum above the total", 89, 1, keys, minimum=[20.0, 30.0, 40.0])
        all_bounds("maximum below the total", 91, 1, keys, maximum=[20.0, 30.0, 40.0])
        all_bounds("minimum above maximum", 90, 1, keys, minimum=[20.0, 41.0, 0.0], maximum=[30.0, 40.0, 90.0])
        all_bounds("no whole unit between", 90, 1, keys, minimum=[20.2, 0.0, 0.0], maximum=[20.9, 90.0, 90.0])
        all_bounds("negative total", -90, 1, keys, minimum=[1.0] * 3)
        all_bounds("negative bound", 90, 1, keys, minimum=[-1.0, 0.0, 0.0])
        all_bounds("negative maximum", 90, 1, keys, maximum=[-1.0, 100.0, 100.0])
        all_bounds("total of 0", 0, 1, keys, minimum=[0.0] * 3, maximum=[4.0] * 3)
    all_bounds("both sides held at once", 100, 1, [60, 1, 20, 19], minimum=[0.0, 20.0, 0.0, 0.0], maximum=[35.0, 100.0, 100.0, 100.0])
    all_bounds("held after another is held", 100, 1, [50, 30, 10, 5, 5], minimum=[0.0] * 5, maximum=[30.0, 32.0, 20.0, 15.0, 40.0])
    all_bounds("chain of minima", 100, 1, [64, 32, 16, 8, 4, 2, 1], minimum=[0.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0])
    all_bounds("key 0 has a minimum", 100, 1, [0, 1, 2], minimum=[7.0, 0.0, 0.0])
    all_bounds("key 0 takes no more", 100, 1, [0, 1, 2], minimum=[7.0, 0.0, 0.0], maximum=[50.0, 40.0, 52.0])
    all_bounds("ties under a maximum", 11, 1, [1] * 5, maximum=[1.0, 5.0, 5.0, 5.0, 5.0], order=[5.0, 4.0, 3.0, 2.0, 1.0])
    all_bounds("great amounts", 2.0**52, 1, [1, 2, 3, 1e6], minimum=[2.0**40] * 4, maximum=[2.0**51] * 4)
    all_bounds("bounds far below the unit", 100, 1, [1, 5, 1], minimum=[1e-20, 0.0, 5e-324], maximum=[50.0, 99.0, 1.0 + 1e-15])
    all_bounds("maximum far below the unit", 100, 1, [1, 5, 1], maximum=[1e-20, 99.0, 40.0])
    all_bounds("maxima beyond all money", 100, 1, [1, 5, 1], minimum=[30.0, 0.0, 0.0], maximum=[1e300, 2.0**63, 1e18])
    all_bounds("minimum beyond all money", 100, 1, [1, 5, 1], minimum=[1e300, 0.0, 0.0])
    all_bounds("thirds", 1000, 1, [1 / 3, 2 / 3, 5 / 3], maximum=[500.0] * 3)


def errors(cases):
    for keys in ([0], [0, 0, 0]):
        every_method(cases, "errors", "keys add up to 0", 100, 1, keys)
        every_method(cases, "errors", "keys add up to 0, nothing to share", 0, 1, keys)
    every_method(cases, "errors", "no key, but a minimum", 100, 1, [0, 0], minimum=[50.0, 50.0])
    for unit in (0.0, -1.0, -0.01):
        every_method(cases, "errors", f"unit {unit}", 100, unit, [1, 2])


def generated():
    cases, rng = Cases(), random.Random(20181121)
    plain(cases, rng)
    tied_keys(cases, rng)
    ordered(cases, rng)
    as_decimals(cases, rng)
    as_binary(cases, rng)
    ranges(cases, rng)
    in_units(cases, rng)
    mirrored(cases, rng)
    bounded(cases, rng)
    errors(cases)
    return cases


# ---- Published apportionments: tests/data/SOURCES.md says where they were published -----------------------------------

CENSUS_1790 = (630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533, 70835, 68705, 68446, 55540)
CENSUS_1830 = (1918578, 1348072, 1023503, 937901, 639747, 625263, 621832, 610408, 455025, 429811, 405843, 399454, 343031, 319922,
               297665, 280657, 269326, 262508, 171904, 157147, 130419, 110358, 97194, 75432)
CENSUS_1880 = (1262505, 802525, 864694, 194327, 622700, 146608, 269493, 1542180, 3077871, 1978301, 1624615, 996096, 1648690,
               939946, 648936, 934943, 1783085, 1636937, 780773, 1131597, 2168380, 452402, 62266, 346991, 1131116, 5082871,
               1399750, 3198062, 174768, 4282891, 276531, 995577, 1542359, 1591749, 332286, 1512565, 618457, 1315497)
SEATS_1880 = (8, 5, 5, 1, 4, 1, 1, 9, 19, 12, 10, 6, 10, 6, 4, 6, 11, 10, 5, 7, 13, 3, 0, 2, 7, 31, 8, 19, 1, 26, 2, 6, 9, 10, 2,
              9, 4, 8)
CENSUS_1910 = (2138093, 1574449, 2376561, 798572, 1114756, 202322, 752619, 2609121, 323440, 5638591, 2700876, 2224771, 1690949,
               2289905, 1656388, 742371, 1295346, 3366416, 2810173, 2074376, 1797114, 3293335, 366338, 1192214, 80293, 430572,
               2537167, 9108934, 2206287, 574403, 4767121, 1657155, 672765, 7665111, 542610, 1515400, 575676, 2184789, 3896542,
               371864, 355956, 2061612, 1140134, 1221119, 2332853, 144658)
SEATS_1910 = (10, 7, 11, 4, 5, 1, 4, 12, 2, 27, 13, 11, 8, 11, 8, 4, 6, 16, 13, 10, 8, 16, 2, 6, 1, 2, 12, 43, 10, 3, 22, 8, 3, 36,
              3, 7, 3, 10, 18, 2, 2, 10, 5, 6, 11, 1)


def published():
    cases = Cases()

    def seats(group, name, method, keys, expected, minimum=None):
        cases.add(group, name, method, sum(expected), 1, keys, [minimum] * len(keys) if minimum else None, expected=expected)

    house = "us house"
    seats(house, "1790 as enacted", JEFFERSON, CENSUS_1790, (19, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 1))
    seats(house, "1790 as vetoed", LARGEST, CENSUS_1790, (21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2))
    seats(house, "1790 with 105 seats", LARGEST, CENSUS_1790, (18, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 2))
    seats(house, "1830 as enacted", JEFFERSON, CENSUS_1830, (40, 28, 21, 19, 13, 13, 13, 12, 9, 9, 8, 8, 7, 6, 6, 5, 5, 5, 3, 3, 2, 2, 2, 1))
    seats(house, "1830 as John Quincy Adams proposed", ADAMS, CENSUS_1830, (37, 26, 20, 18, 13, 12, 12, 12, 9, 9, 8, 8, 7, 7, 6, 6, 6, 6, 4, 4, 3, 3, 2, 2))
    seats(house, "1830 by Hamilton's method", LARGEST, CENSUS_1830, (39, 27, 21, 19, 13, 13, 12, 12, 9, 9, 8, 8, 7, 6, 6, 6, 5, 5, 3, 3, 3, 2, 2, 2))
    seats(house, "1880 with 300 seats", LARGEST, CENSUS_1880, SEATS_1880)
    # The published paradox hands Nevada its guaranteed seat without lowering the quotas of the others, which no bound of
    # ALLOCATE_DU does; with the other states taken together the same quotas decide between the same three states.
    three = (CENSUS_1880[0], CENSUS_1880[8], CENSUS_1880[33])
    states = (*three, sum(CENSUS_1880) - sum(three))
    seats(house, "1880 with 299 seats: the Alabama paradox", LARGEST, states, (8, 19, 9, 263))
    seats(house, "1880 with 300 seats: the Alabama paradox", LARGEST, states, (7, 19, 10, 264))
    seats(house, "1910 as enacted", WEBSTER, CENSUS_1910, SEATS_1910, minimum=1.0)

    chamber = "tweede kamer"
    seats(chamber, "2023", JEFFERSON, (2450878, 1643073, 1589519, 1343287, 656292, 485551, 345822, 328225, 246765, 235148, 232963,
                                       217270, 212532, 178802, 71345), (37, 25, 24, 20, 9, 7, 5, 5, 3, 3, 3, 3, 3, 2, 1))
    seats(chamber, "2006", JEFFERSON, (2608573, 2085077, 1630803, 1443312, 579490, 453054, 390969, 193232, 153266, 179988),
          (41, 33, 25, 22, 9, 7, 6, 3, 2, 2))

    council = "nationalrat"
    for year, votes, expected in (
            (2019, (1789417, 1011868, 772666, 387124, 664055), (71, 40, 31, 15, 26)),
            (2017, (1361746, 1595526, 1316442, 268518, 223543), (52, 62, 51, 10, 8)),
            (2013, (1258605, 1125876, 962313, 582657, 268679, 232946), (52, 47, 40, 24, 11, 9)),
            (2008, (1430206, 1269656, 509936, 857029, 522933), (57, 51, 20, 34, 21)),
            (2006, (1616493, 1663986, 519598, 520130, 193539), (66, 68, 21, 21, 7)),
            (2002, (1792499, 491328, 2076833, 454980), (69, 18, 79, 17)),
            (1999, (1532448, 1243672, 1244087, 342260), (65, 52, 52, 14)),
            (1995, (1843474, 1370510, 1060377, 233208, 267026), (71, 52, 41, 9, 10)),
            (1994, (1617804, 1281846, 1042332, 338538, 276580), (65, 52, 42, 13, 11))):
        seats(council, str(year), JEFFERSON, votes, expected)

    knesset = "knesset"
    seats(knesset, "19", JEFFERSON, (885163 + 345985, 543458 + 432118, 331868 + 195892, 189167 + 172403, 138450, 113439 + 97030, 78974),
          (43, 34, 18, 12, 4, 7, 2))
    seats(knesset, "20", JEFFERSON, (985408 + 283910, 786313 + 165529, 446583, 371602, 315360 + 214906, 241613 + 210143), (38, 29, 13, 11, 16, 13))
    seats(knesset, "21", JEFFERSON, (1140370 + 159468, 1125881, 258275 + 249049, 193442 + 143666, 190870 + 156473, 173004, 152756),
          (40, 35, 16, 10, 10, 5, 4))
    seats(knesset, "22", JEFFERSON, (1151214 + 310154, 1113617 + 260655, 470211, 330199 + 268775, 212782 + 192495), (41, 39, 13, 16, 11))

    book = "textbook"
    seats(book, "Parador", JEFFERSON, (1646000, 6936000, 154000, 2091000, 685000, 988000), (33, 140, 3, 42, 13, 19))
    seats(book, "Tecala, in millions", JEFFERSON, (3.31, 2.67, 1.33, 0.69), (67, 54, 26, 13))
    seats(book, "sweets before", LARGEST, (150, 78, 173, 204, 295), (8, 4, 10, 11, 17))
    seats(book, "sweets after: the population paradox", LARGEST, (150, 78, 181, 204, 296), (8, 5, 10, 11, 16))
    seats(book, "gold stars", JEFFERSON, (1, 4, 5, 14, 16, 3), (0, 1, 1, 4, 4, 0))
    seats(book, "gold watches", LARGEST, (1, 2, 15, 3, 1, 12, 4), (0, 1, 4, 1, 0, 3, 1))
    seats(book, "three children, one sweet at least", LARGEST, (1, 3, 11), (1, 1, 3), minimum=1.0)
    seats(book, "10 seats before the Alabama paradox", LARGEST, (6, 6, 2), (4, 4, 2))
    seats(book, "11 seats after the Alabama paradox", LARGEST, (6, 6, 2), (5, 5, 1))
    seats(book, "25 seats before the Alabama paradox", LARGEST, (1500, 1500, 900, 500, 500, 200), (7, 7, 4, 3, 3, 1))
    seats(book, "26 seats after the Alabama paradox", LARGEST, (1500, 1500, 900, 500, 500, 200), (8, 8, 5, 2, 2, 1))
    shapes = (21878, 9713, 4167, 3252, 1065)
    seats(book, "shapes, 43 seats", LARGEST, shapes, (24, 10, 4, 4, 1))
    seats(book, "shapes, 44 seats", LARGEST, shapes, (24, 11, 5, 3, 1))
    seats(book, "shapes, 43 seats", JEFFERSON, shapes, (24, 11, 4, 3, 1))
    seats(book, "shapes, 43 seats", ADAMS, shapes, (22, 10, 5, 4, 2))
    seats(book, "Census Bureau", LARGEST, (2560, 3315, 995, 5012), (4, 6, 2, 8))
    seats(book, "Census Bureau", JEFFERSON, (2560, 3315, 995, 5012), (4, 6, 1, 9))
    seats(book, "Census Bureau", WEBSTER, (2560, 3315, 995, 5012), (4, 6, 2, 8))
    seats(book, "five classes", WEBSTER, (365, 491, 253, 189, 284), (10, 14, 7, 5, 8))
    seats(book, "four schools", WEBSTER, (145, 270, 425, 500), (2, 3, 5, 5))
    seats(book, "four parties", JEFFERSON, (100000, 80000, 30000, 20000), (4, 3, 1, 0))
    return cases


if __name__ == "__main__":
    data = Path(__file__).resolve().parent.parent / "data"
    published().save(data / "apportionments.tsv")
    generated().save(data / "allocation.tsv")
