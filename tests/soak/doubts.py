# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""A second opinion on what a list of numbers gives away (functions/base/doubts.h), in exact fractions: sums by prefix sums.

(1) Every function takes the numbers alone, as doubles, and answers in places that count from 0 in that list.
(2) Of several subtotals the one is told that is read first: the first of the list when sums stand before their parts, and the last
    when they stand behind them. Of several numbers that look alike it is the lowest pair, and of equals those that are neighbours
    when equal numbers stay in the order of the list.
"""
import sys
from bisect import bisect_right
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))
from allocation import Ambiguous, decimals, seen  # noqa: E402

LARGE, FINE = 2**63, 40


def show_fifteen_digits(number):
    """By how much a number may be off that was computed, and cut at its fifteenth digit."""
    behind = decimals(number)
    return Fraction(1, 2 * 10**behind) if behind and number * 10**behind >= 10**14 else 0


def find_totals(numbers):
    """None, or: "sum", "nearly" and a place; "subtotals", "levels", a place, the first and the last of its parts, how many."""
    exact = [seen(number) for number in numbers]
    if len(exact) < 3 or any(number < 0 or number >= LARGE or decimals(number) > FINE for number in exact) or not any(exact):
        return None
    return find_sum(exact) or find_subtotals(exact) or find_levels(exact) or find_near_sum(exact)


def find_sum(exact):
    whole, doubt = sum(exact), sum(map(show_fifteen_digits, exact))
    return next((("sum", i) for i, number in enumerate(exact) if abs(whole - 2 * number) <= doubt), None)


def step_of(numbers):
    """The largest power of ten that all are multiples of."""
    power = Fraction(1, 10**max(map(decimals, numbers)))
    while all((number / power / 10).denominator == 1 for number in numbers):
        power *= 10
    return power


def find_near_sum(exact):
    whole, found = sum(exact), []
    for i, number in enumerate(exact):
        off = abs(whole - 2 * number)
        if len(exact) < 5 or off > number / 100:
            continue
        others = [other for j, other in enumerate(exact) if j != i and other]
        if others and off <= step_of(others) / 2 * (len(exact) - 1):
            found.append(i)
    if len(found) > 1:
        raise Ambiguous  # the header leaves open which of them is told
    return ("nearly", found[0]) if found else None


class Reading:
    """A list from its first number on, or from its last."""

    def __init__(self, exact, backwards):
        self.numbers = exact[::-1] if backwards else exact
        self.backwards = backwards
        self.upto = [Fraction(0), *accumulate(self.numbers)]

    def end_of(self, sum_, first, end):
        """Where the numbers from `first` stop that add up to a sum, zeros behind them too; None when fewer than two do."""
        stop = min(bisect_right(self.upto, self.upto[first] + sum_) - 1, end)
        adds_up = sum_ > 0 and self.upto[stop] == self.upto[first] + sum_
        return stop if adds_up and stop - first >= 2 else None

    def place(self, i):
        return len(self.numbers) - 1 - i if self.backwards else i

    def found(self, kind, total, end, count):
        return (kind, self.place(total), *sorted((self.place(total + 1), self.place(end - 1))), count)


def find_subtotals(exact):
    for reading in (Reading(exact, False), Reading(exact, True)):
        numbers, n = reading.numbers, len(exact)
        for first, end, together in ((0, n, None), (1, n, numbers[0]), (0, n - 1, numbers[-1])):
            heads, i = [], first
            while i is not None and i < end:
                heads.append(i)
                i = reading.end_of(numbers[i], i + 1, end)
            adds_up = together is None or sum(numbers[head] for head in heads) == together
            if i is not None and len(heads) >= 2 and adds_up:
                stop = reading.end_of(numbers[first], first + 1, end)
                return reading.found("subtotals", first, stop, len(heads) + (together is not None))
    return None


def find_levels(exact):
    for reading in (Reading(exact, False), Reading(exact, True)):
        ends, i = [], 1
        while i is not None and i < len(exact):
            i = reading.end_of(reading.numbers[0], i, len(exact))
            ends.append(i)
        if i is not None and len(ends) >= 2:
            return reading.found("levels", 0, ends[0], len(ends))
    return None


def find_fraction(numbers):
    """The place of the first fraction among whole numbers, or None."""
    fractions = [i for i, number in enumerate(numbers) if seen(number).denominator != 1]
    slips = all(1 <= seen(numbers[i]) < 1000 and decimals(seen(numbers[i])) <= 3 for i in fractions)
    return fractions[0] if fractions and slips and len(numbers) >= 3 and 3 * len(fractions) <= len(numbers) else None


def has_more_decimals(number, kept):
    return seen(number) < LARGE and decimals(seen(number)) > kept


def find_look_alikes(numbers, kept):
    """Two places, or None."""
    turns = sorted(range(len(numbers)), key=lambda i: numbers[i])
    for one, other in zip(turns, turns[1:]):
        low, high = Fraction(numbers[one]), Fraction(numbers[other])
        if low < high and high - low < high / 10**9 and any(has_more_decimals(numbers[i], kept) for i in (one, other)):
            return tuple(sorted((one, other)))
    return None
