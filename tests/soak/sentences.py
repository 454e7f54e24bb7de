# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence has to tell, whatever its words.

(1) A Sentence is built up: the things that it tells, each of which a vocabulary knows by a phrase in both languages; the numbers in
    it; phrases that must stand there; and pieces that stand there to the letter and hold digits of their own (what is quoted, a
    year, a name, a source). `fits` asks of a text that it tells these things and no other, and these numbers and no other.
(2) Findings gathers what is wrong with arguments as functions/base/explanation.h says: the worst is told, and of equally bad ones the
    first in the order of the parameters and their cells. It names the argument, the cell in it, and what that holds.
"""
import re
from fractions import Fraction

from reference import ARGUMENT, DOMAIN, ORDER, TEXT, UNKNOWN, is_blank
import doubts

GROUPS, DECIMALS = (".", ","), (",", ".")

# What there may be to tell of any argument, and the phrase in each language that tells it.
OF_ARGUMENTS = {
    "text": ("is tekst", "is text"), "empty": ("is leeg", "is empty"), "unknown": ("is onbekend", "is (?:unknown|not known)"),
    "negative": ("is negatief", "is negative"), "beyond": ("te veel decimalen", "too many decimals"),
    "missing": ("ontbreekt", "is missing"), "shape": ("vorm", "shape"), "choices": ("kies", "choose"),
    "word": ("een woord zijn", "be a word"), "no cell": ("is geen cel", "is no cell"),
}
OF_LISTS = {
    "note": ("let op", "note"), "sum": ("is de som van alle andere", "is the sum of all others; "),
    "nearly": ("op afronding na", "but for rounding"), "subtotals": ("subtotalen", "subtotals"),
    "levels": ("keer van andere cellen", "times more of other cells"), "fraction": ("tussen hele getallen", "among whole numbers"),
    "alike": ("lijken gelijk en zijn het niet", "look equal and are not"), "decimals": ("achter de komma", "decimals, and then"),
}


def fifteen_digits(number):
    return Fraction("%.15g" % float(number))


def cents(euros):
    """To the cent, halves away from 0; in full where that would be 0."""
    size = Fraction(int(abs(euros) * 100 + Fraction(1, 2)), 100)
    return euros if size == 0 else -size if euros < 0 else size


def percentage(part, whole):
    """In one decimal, and in more where one would make it 0% or 100%; halves away from 0."""
    share = Fraction(part) / Fraction(whole) * 100
    for behind in range(1, 10):
        size = Fraction(int(abs(share) * 10**behind + Fraction(1, 2)), 10**behind)
        if not (size == 0 and share != 0 or size == 100 and share != 100):
            break
    return -size if share < 0 else size


class Sentence:
    def __init__(self, vocabulary, english=False):
        self.vocabulary, self.english = vocabulary, english
        self.told, self.numbers, self.phrases, self.pieces = set(), [], [], []

    def __repr__(self):
        return f"Sentence({sorted(self.told)}, {[float(number) for number in self.numbers]}, {self.phrases}, {self.pieces})"

    def tell(self, *things):
        assert all(thing in self.vocabulary for thing in things), things
        self.told |= set(things)
        return self

    def count(self, *numbers):
        self.numbers += numbers
        return self

    def say(self, dutch, english):
        """A phrase that must stand there, as a regular expression."""
        self.phrases.append(english if self.english else dutch)
        return self

    def piece(self, *texts):
        """Texts that must stand there to the letter; their digits are no numbers of the sentence."""
        self.pieces += texts
        return self

    def year(self, *years):
        return self.piece(*("%.15g" % year for year in years))

    def place(self, cell, name=None):
        """Cell 17, or cell 17 of something."""
        dutch, english = (f" van {name[0]}\\b", f" of {name[1]}\\b") if name else ("(?!\\d| van )", "(?!\\d| of )")
        return self.say(f"\\bcel {cell + 1}{dutch}", f"\\bcell {cell + 1}{english}").count(cell + 1)

    def fits(self, shown):
        if not isinstance(shown, str):
            return False
        text = shown
        for piece in self.pieces:
            before, found, after = text.partition(piece)
            if not found:
                return False
            text = f"{before}\0{after}"
        told = {thing for thing, phrase in self.vocabulary.items() if re.search(rf"(?i)\b(?:{phrase[self.english]})", text)}
        return (told == self.told and self.read(text) == sorted(map(fifteen_digits, self.numbers)) and
                all(re.search(phrase, text) for phrase in self.phrases))

    def read(self, text):
        """Every number in the text, in groups of three and with the decimal mark of its language."""
        group, mark = GROUPS[self.english], DECIMALS[self.english]
        numerals = re.findall(rf"-?\d{{1,3}}(?:\{group}\d{{3}})*(?:\{mark}\d+)?(?:e[+-]\d+)?", text)
        return sorted(Fraction(numeral.replace(group, "").replace(mark, ".")) for numeral in numerals)


class Findings:
    """`arguments` and `names` (Dutch, English) by parameter, in their order; the range `subject` is not named where a cell of it is."""

    def __init__(self, arguments, names, subject=None, choices=()):
        self.arguments, self.names, self.subject = arguments, names, subject
        self.choices = choices  # numbers among what may be chosen where a word is unknown
        self.causes = []

    def note(self, wrong, parameter, cell=0, why=None, *fixed):
        """`why`: told in place of what else is said of such a cause, with numbers of its own."""
        if wrong:
            self.causes.append((wrong, parameter, cell, why, fixed))
        return not wrong

    @property
    def cause(self):
        order = list(self.arguments)
        return max(self.causes, key=lambda cause: (ORDER.index(cause[0]), -order.index(cause[1]), -cause[2]), default=None)

    @property
    def wrong(self):
        return self.cause[0] if self.causes else None

    def tell_place(self, sentence, parameter, cell):
        if len(self.arguments[parameter]) == 1:
            return sentence.say(*self.names[parameter])
        return sentence.place(cell, None if parameter == self.subject else self.names[parameter])

    def tell_unknown(self, sentence, parameter, cell):
        self.tell_place(sentence, parameter, cell)
        content = self.arguments[parameter].cells[cell]
        return sentence.tell("empty") if is_blank(content) else sentence.tell("unknown").piece(f"'{content}'")

    def tell(self, sentence):
        wrong, parameter, cell, why, fixed = self.cause
        argument = self.arguments[parameter]
        if argument is None:
            return sentence.tell("missing").say(*self.names[parameter])
        content = argument.cells[cell]
        if wrong == ARGUMENT and why:
            return sentence.tell(why).count(*fixed).say(*self.names[parameter])
        self.tell_place(sentence, parameter, cell)
        if wrong == ARGUMENT:
            is_word = isinstance(content, str) and not is_blank(content)
            sentence.tell("choices", "unknown" if is_word else "word").count(*self.choices)
            return sentence.piece(f"'{content}'") if is_word else sentence
        if why:
            return sentence.tell(why).count(*fixed, *([content] if wrong == DOMAIN else []))
        if wrong == TEXT:
            return sentence.tell("text").piece(f"'{content}'")
        if wrong == UNKNOWN:
            return sentence.tell("empty") if is_blank(content) else sentence.tell("unknown").piece(f"'{content}'")
        return sentence.tell("negative" if content < 0 else "beyond").count(content)

    # ---- What a range gives away ----

    def numbers(self, parameter):
        """The places of the numbers in a range, and these."""
        there = [(i, cell) for i, cell in enumerate(self.arguments[parameter].cells) if isinstance(cell, float)]
        return [i for i, _ in there], [cell for _, cell in there]

    def warn_of_decimals(self, sentence, parameter, kept):
        places, numbers = self.numbers(parameter)
        fine = [i for i, number in enumerate(numbers) if doubts.has_more_decimals(number, kept)]
        if len(numbers) < 2 or not fine:
            return
        alike = doubts.find_look_alikes(numbers, kept)
        if alike:
            sentence.tell("note", "alike")
        else:
            sentence.tell("note", "decimals").count(kept)
        for i in alike or fine[:1]:
            self.tell_place(sentence, parameter, places[i])

    def warn_of_fraction(self, sentence, parameter):
        places, numbers = self.numbers(parameter)
        fraction = doubts.find_fraction(numbers)
        if fraction is not None:
            self.tell_place(sentence.tell("note", "fraction"), parameter, places[fraction])
            sentence.count(numbers[fraction], numbers[fraction] * 1000)

    def warn_of_totals(self, sentence, parameter):
        places, numbers = self.numbers(parameter)
        found = doubts.find_totals(numbers)
        if found:
            kind, total, *more = found
            self.tell_place(sentence.tell("note", kind), parameter, places[total])
            if more:
                first, last, count = more
                sentence.count(places[first] + 1, places[last] + 1, count - (kind == "levels"))
