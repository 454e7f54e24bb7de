# SPDX-License-Identifier: EUPL-1.2
"""Every kind of input in every parameter of every function: tests/data/inputs.tsv, which is also the manual of the kinds.
And the words that people type, in tests/data/words.tsv."""
import re
import unittest

from office import LOCALES, ROOT, Error, Office
from test_dialogs import registered

from com.sun.star.sheet.FormulaResult import ERROR

TABLE = ROOT / "tests" / "data" / "inputs.tsv"
WORDS = ROOT / "tests" / "data" / "words.tsv"
NUMBERS = {"0": 0.0, "-1": -1.0, "-0.0": -0.0, "5E-324": 5e-324, "1E+300": 1e300}
TEXTS = ("veel", "12", "1.234", "12,5")
# Every kind of space, alone and all in one text; what is not seen at all counts as a space too.
SPACES = ("\t", "\n", " ", "\u0085", "\u00a0", "\u00ad", "\u1680", "\u180e", *map(chr, range(0x2000, 0x2010)), "\u2028", "\u2029",
          "\u202f", "\u205f", "\u2060", "\u2800", "\u3000", "\u3164", "\ufeff")
UNSEEN = set("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
MARKERS = (".", "x", "?", "onbekend", "unknown", "n.b.")
CELLS = (*NUMBERS, "TRUE", "empty", "texts", "markers", "empty text", "spaces", "error")
SHAPES = ("one cell", "array of one", "array", "column", "row", "two by two", "three cells", "whole column", "computed",
          "computed array", "left out", "cut off")
KINDS = {*NUMBERS, "TRUE", "empty cell", "empty range", "texts", "markers", "empty text", "spaces", "error", *SHAPES,
         *(f"[{cell}]" for cell in CELLS)}
FIRST_QUESTION = 101  # below all values, so that no question stands in the row of a range


class Call:
    """A function, its base call, and what is expected of it."""

    def __init__(self, function):
        self.function, self.answer, self.shown_as = function, None, "{}"
        self.values, self.form, self.expected = {}, {}, {}

    def base(self, parameter, text):
        """(parameter, "1|2" and the like): the two values, and how they stand in the base call."""
        bare = text.strip("()")
        one, other = re.split(r"\||, (?=[^\"]*(?:\"[^\"]*\")*$)", bare, maxsplit=1)
        self.values[parameter] = tuple(value[1:-1] if value.startswith('"') else float(value) for value in (one, other))
        self.form[parameter] = "" if text.startswith("(") else "column" if "|" in bare else "one"


def read_table():
    calls = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.startswith("function\t"):
            continue
        function, parameter, kinds, expected = line.split("\t")
        call = calls.setdefault(function, Call(function))
        if kinds == "base" and parameter:
            call.base(parameter, expected)
        elif kinds == "base":
            call.answer = expected
        elif kinds == "shown as":
            call.shown_as = expected
        else:
            for kind in kinds.split(", "):
                if (parameter, kind) in call.expected:
                    raise ValueError(f"twice: {function}, {parameter}, {kind}")
                call.expected[parameter, kind] = expected
    return calls


def literal(value):
    return f'"{value}"' if isinstance(value, str) else f"{value!r}"


def column_letters(index):
    return (column_letters(index // 26 - 1) if index >= 26 else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index % 26]


def words():
    """Function, arguments, word and answer of tests/data/words.tsv, with every kind of space where one is named."""
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "function\t")):
            continue
        function, arguments, alternatives, expected = line.split("\t")
        for word in alternatives.split("/"):
            word = re.sub(r"\\u([0-9A-F]{4})", lambda code: chr(int(code[1], 16)), word)
            spaces = SPACES if "{s}" in word + arguments else set(SPACES) - UNSEEN if "{g}" in word else " "
            for space in spaces:
                yield function, arguments.replace("{s}", space), re.sub("{[sg]}", space, word), expected


def method_names():
    return {name.text: method for method, (node, _) in registered().items()
            for name in node.findall("prop/value") if name.text.isupper()}


class Questions:
    """One sheet with a formula for every row and kind of the table; the cells that it refers to stand above it or beside it."""

    def __init__(self, office, calls):
        self.office, self.calls = office, calls
        self.methods = method_names()
        self.book = office.new()
        for name in ("Column", "Cells"):
            self.book.Sheets.insertNewByName(name, self.book.Sheets.Count)
        self.asked = []  # what it is, formula, is it an array formula, expected
        self.book.enableAutomaticCalculation(False)
        self.write_cells()
        for call in calls.values():
            self.ask_about(call)
        self.write_questions()

    # ---- Cells that are pointed at ----

    def write_cells(self):
        """In "Cells": a column with every single kind, then one for each parameter, in pairs: that kind and a second value."""
        formulas = {"TRUE": "=TRUE()", "error": "=1/0", "empty text": '=""'}
        spelled = [kind for kind in CELLS if kind not in ("texts", "markers")] + list(TEXTS + MARKERS)
        self.rows = {kind: 2 * i + 1 for i, kind in enumerate(spelled)}
        pairs = [(call, parameter) for call in self.calls.values() for parameter in call.values]
        self.columns = {(call.function, parameter): i for i, (call, parameter) in enumerate(pairs)}
        values = [call.values[parameter] for call, parameter in pairs]
        last = column_letters(len(pairs))
        cells = []
        for kind in spelled:
            content = NUMBERS.get(kind, None if kind == "empty" or kind in formulas else "".join(SPACES) if kind == "spaces" else kind)
            cells += [[content] * (len(pairs) + 1), [None, *(other for _, other in values)]]
        self.office.put(self.book, f"Cells.A1:{last}{len(cells)}", cells)
        for kind, formula in formulas.items():
            row = self.rows[kind]
            self.office.range(self.book, f"Cells.A{row}:{last}{row}").setFormulaArray((((formula,) * (len(pairs) + 1)),))
        last = column_letters(2 * len(pairs) - 1)
        flat = [value for pair in values for value in pair]
        turned = [value for one, other in values for value in (other, one)]
        self.office.put(self.book, f"A1:{last}3", [flat, turned, [value for one, _ in values for value in (one, None)]])
        self.office.put(self.book, f"Column.A1:{last}2", [flat, turned])

    # ---- Formulas ----

    def argument(self, call, parameter, kind):
        """How the argument is written that is of this kind."""
        one, other = call.values[parameter]
        index = self.columns[call.function, parameter]
        letter, next_letter = column_letters(2 * index), column_letters(2 * index + 1)
        nothing = '&""' if isinstance(one, str) else "*1"
        if kind.startswith("["):
            column, row = column_letters(index + 1), self.rows[kind[1:-1]]
            return f"$Cells.{column}{row}:{column}{row + 1}"
        if kind in self.rows:
            return f"$Cells.A{self.rows[kind]}"
        empty = f"A{self.rows['empty']}"
        return {"empty cell": f"$Cells.{empty}", "empty range": f"$Cells.{empty}:{empty}",
                "one cell": f"{letter}1:{letter}1", "array of one": f"{{{literal(one)}}}",
                "array": f"{{{literal(one)}|{literal(other)}}}", "column": f"{letter}1:{letter}2",
                "row": f"{letter}1:{next_letter}1", "two by two": f"{letter}1:{next_letter}2",
                "three cells": f"{letter}1:{letter}3", "whole column": f"$Column.{letter}1:{letter}1048576",
                "computed": f"{letter}1:{letter}2{nothing}", "computed array": f"{letter}1:{letter}2{nothing}",
                "left out": "", "cut off": None}[kind]

    def formula(self, call, parameter=None, kind=None):
        arguments = []
        for each in call.values:
            if each == parameter:
                argument = self.argument(call, parameter, kind)
                if argument is None:
                    break
                arguments.append(argument)
            else:
                arguments.append({"": "", "one": literal(call.values[each][0]),
                                  "column": "{%s|%s}" % tuple(map(literal, call.values[each]))}[call.form[each]])
        method = self.methods[call.function.split(" ")[0]]
        return "=" + call.shown_as.format(f"MEEDOEN.BUDGET.{method.upper()}({';'.join(arguments)})")

    def ask_about(self, call):
        self.asked.append(((call.function, "base call"), self.formula(call), False, call.answer))
        for (parameter, kinds), expected in call.expected.items():
            inner = kinds.strip("[]")
            for kind in {"texts": TEXTS, "markers": MARKERS}.get(inner, (inner,)):
                text = f"[{kind}]" if kinds.startswith("[") else kind
                self.asked.append(((call.function, parameter, text), self.formula(call, parameter, text),
                                   kinds == "computed array", expected.replace("{}", kind)))

    def write_questions(self):
        self.cells = self.office.range(self.book, f"A{FIRST_QUESTION}:A{FIRST_QUESTION - 1 + len(self.asked)}")
        self.cells.setFormulaArray(tuple(("" if is_array else formula,) for _, formula, is_array, _ in self.asked))
        for row, (_, formula, is_array, _) in enumerate(self.asked):
            if is_array:
                self.cells.getCellRangeByPosition(0, row, 0, row).setArrayFormula(formula)
        self.book.calculateAll()

    def answers(self):
        """What was asked, the formula, the answer, and what was expected."""
        answers = [row[0] for row in self.cells.getDataArray()]
        errors = self.cells.queryFormulaCells(ERROR).getCells().createEnumeration()
        while errors.hasMoreElements():
            cell = errors.nextElement()
            answers[cell.CellAddress.Row - FIRST_QUESTION + 1] = Error(cell.getError())
        for (what, formula, _, expected), answer in zip(self.asked, answers):
            yield what, formula, answer, expected


def agrees(answer, expected):
    if expected == "a number":
        return isinstance(answer, float)
    if isinstance(answer, Error):
        return str(answer) == expected
    if isinstance(answer, float):
        return re.fullmatch(r"-?[\d.]+(E[+-]?\d+)?", expected) is not None and f"{answer:.14e}" == f"{float(expected) or 0.0:.14e}"
    return answer == expected


class Inputs(unittest.TestCase):
    def test_the_table_is_complete(self):
        """Every parameter of every function has every kind, once."""
        calls = read_table()
        for method, (node, parameters) in registered().items():
            names = {value.text for value in node.findall("prop/value") if value.text.isupper()}
            forms = [call for call in calls.values() if call.function.split(" ")[0] in names]
            self.assertTrue(forms, method)
            for call in forms:
                with self.subTest(function=call.function):
                    oor_name = "{http://openoffice.org/2001/registry}name"
                    self.assertEqual(list(call.values), [parameter.get(oor_name) for parameter in parameters])
                    self.assertEqual(set(call.expected), {(parameter, kind) for parameter in call.values for kind in KINDS})

    def test_every_input_has_its_answer(self):
        for locale in LOCALES:
            with Office(locale, limit=400) as office:
                for what, formula, answer, expected in Questions(office, read_table()).answers():
                    with self.subTest(what=what, locale=locale):
                        self.assertTrue(agrees(answer, expected), f"{formula} gives {answer!r}, not {expected!r}")

    def test_words_are_understood(self):
        """Each with its spaces in turn: in a cell, as people type them."""
        asked = list(words())
        self.assertGreater(len(asked), 300)
        with Office("nl-NL", limit=400) as office:
            methods, book = method_names(), office.new()
            office.put(book, f"A1:A{len(asked)}", [[word] for _, _, word, _ in asked])
            for row, (function, arguments, word, _) in enumerate(asked, 1):
                in_array = "{" in arguments and arguments.index("{") < arguments.index("@") < arguments.rindex("}")
                arguments = arguments.replace("@", word) if in_array else arguments.replace('"@"', f"A{row}")
                office.put(book, f"C{row}", f"=MEEDOEN.BUDGET.{methods[function].upper()}({arguments})")
            for row, (function, arguments, word, expected) in enumerate(asked, 1):
                with self.subTest(function=function, arguments=arguments, word=word):
                    answer, first = office.value(book, f"C{row}"), expected.strip("{").split("|")[0].strip('"')
                    self.assertTrue(agrees(answer, "" if first == "_" else first), f"{answer!r}, not {first!r}")

    def test_a_wrong_expectation_is_seen(self):
        for answer, expected in ((Error(519), "#N/A"), (Error(519), "0"), (1.0, "2"), (1.0, "a"), ("1", "2"), (0.1, "0.10000000001"),
                                 (1.0, ""), ("", "#N/A"), (1.0, "Err:502")):
            self.assertFalse(agrees(answer, expected), (answer, expected))


if __name__ == "__main__":
    unittest.main()
