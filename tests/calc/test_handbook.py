# SPDX-License-Identifier: EUPL-1.2
"""The handbook of each language, tried in an office of that language as a reader would.

(1) Every formula is typed as it is printed; the cell shows what the handbook says.
(2) A table whose columns are called A, B, … is a sheet: the formulas below it, up to the next such table or chapter, are typed
    beside it.
(3) What an office displays of a formula, it can be typed as again: the spelling of the handbook is the office's own.
(4) Every function that Calc knows of us is in it, with every parameter; both languages have the same chapters and formulas.
"""
import re
import unittest

from office import BUILD, Office

BOOKS = {"nl-NL": "handboek", "en-US": "handbook"}
CODES = {"nl-NL": ("#N/B", "#WAARDE!", "#DELING.DOOR.0!", "#GETAL!"), "en-US": ("#N/A", "#VALUE!", "#DIV/0!", "#NUM!")}
ERROR = re.compile(r"#[A-Z./0-9]+[!?]?|(Err|Fout):\d+")
BESIDE = 9  # the column


class Handbook:
    """The text of one language, cut into what a test needs."""

    def __init__(self, locale):
        self.locale = locale
        self.dutch = locale == "nl-NL"
        self.text = (BUILD / "handbook" / f"{BOOKS[locale]}.md").read_text(encoding="utf-8")
        self.column, self.row, self.decimal = (".", ";", ",") if self.dutch else (",", ";", ".")

    def sheets(self):
        """[(cells of the sheet, [(formula, result), ...])]"""
        found, table, inside = [({}, [])], None, False
        for line in self.text.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
            if line.startswith("# "):
                found.append(({}, []))
            elif cells and cells[0] == "" and cells[1:2] == ["A"]:
                table = {}
                found.append((table, []))
            elif cells and table is not None and cells[0].isdigit():
                table.update({f"{chr(65 + place)}{cells[0]}": cell for place, cell in enumerate(cells[1:]) if cell})
            elif line.startswith("```"):
                inside = line == "```formule"
            elif inside and line.startswith("→ "):
                found[-1][1][-1] = found[-1][1][-1], line[2:]
            elif inside:
                found[-1][1].append(line)
        return found

    def number(self, text):
        """The number that a text says, or None."""
        bare = text.removeprefix("€\N{NO-BREAK SPACE}")
        if bare != text:
            bare = bare.replace("." if self.dutch else ",", "")
        percent = bare.endswith("%")
        try:
            value = float(bare.rstrip("%").replace(",", ".") if self.dutch else bare.rstrip("%"))
        except ValueError:
            return None
        return value / 100 if percent else value

    def matrix(self, text):
        """The rows of an array; the dots in the name of an error part nothing."""
        divided = CODES["nl-NL"][2]
        rows = text[1:-1].replace(divided, "?").split(self.row)
        return [[cell.replace("?", divided) for cell in row.split(self.column)] for row in rows]


class EveryFormula(unittest.TestCase):
    def fill(self, cell, text):
        if self.book.number(text) is None:
            cell.String = text
        else:
            cell.Value = self.book.number(text)

    def expect(self, cell, result):
        number = self.book.number(result)
        if ERROR.fullmatch(result) or number is None:
            self.assertEqual(cell.String, result)
        else:
            self.assertEqual(cell.getError(), 0, cell.String)
            self.assertAlmostEqual(cell.Value, number, delta=1e-9 * max(1, abs(number)))

    def check(self, document, formula, result):
        fills = formula.startswith("{")
        rows = self.book.matrix(result) if fills and result.startswith("{") else [[result]]
        cells = document.Sheets[0].getCellRangeByPosition(BESIDE, 0, BESIDE + len(rows[0]) - 1, len(rows) - 1)
        first = cells.getCellByPosition(0, 0)
        try:
            first.FormulaLocal = formula[1:-1] if fills else formula
            spelled = first.FormulaLocal
            if fills:
                cells.setArrayFormula(first.Formula)
            for y, row in enumerate(rows):
                for x, expected in enumerate(row):
                    self.expect(cells.getCellByPosition(x, y), expected)
            self.assertEqual(spelled, formula[1:-1] if fills else formula)
        finally:
            cells.clearContents(1023)

    def test_shows_what_the_handbook_says(self):
        for locale in BOOKS:
            self.book = Handbook(locale)
            tried = 0
            with Office(locale) as office:
                for cells, formulas in self.book.sheets():
                    document = office.new()
                    for address, content in cells.items():
                        self.fill(document.Sheets[0].getCellRangeByName(address).getCellByPosition(0, 0), content)
                    for formula, result in formulas:
                        tried += 1
                        with self.subTest(locale=locale, formula=formula):
                            self.check(document, formula, result)
                    office.close(document)
            self.assertGreater(tried, 100)


class WhatIsInIt(unittest.TestCase):
    def test_every_function_with_every_parameter(self):
        for locale in BOOKS:
            text = Handbook(locale).text
            with Office(locale) as office:
                functions = office.service("com.sun.star.sheet.FunctionDescriptions")
                ours = [each for each in map(entry, functions) if f"\n### {each['Name']}\n" in text]
                known = [each for each in map(entry, functions) if is_ours(office, each["Name"])]
                self.assertEqual([each["Name"] for each in known if each not in ours], [])
                for function in ours:
                    part = text.split(f"\n### {function['Name']}\n")[1].split("\n### ")[0]
                    with self.subTest(locale=locale, function=function["Name"]):
                        self.assertIn(function["Description"], part)
                        for argument in function["Arguments"]:
                            self.assertRegex(part, rf"\n\| {re.escape(argument.Name)}( \([^)]*\))? \| ")
                            # Calc calls every parameter optional, so the Function Wizard's text says which must be given.
                            self.assertIn(re.sub(r"^(Verplicht|Required)\. ", "", argument.Description), part)

    def test_both_languages_have_the_same(self):
        dutch, english = Handbook("nl-NL"), Handbook("en-US")
        for marks in (r"^# ", r"^## ", r"^### ", r"^```formule", r"^\|   \| A \|", r"^→ "):
            with self.subTest(marks=marks):
                self.assertEqual(len(re.findall(marks, dutch.text, re.M)), len(re.findall(marks, english.text, re.M)))

    def test_errors_are_called_as_the_office_calls_them(self):
        formulas = ("=NA()", '="a"+1', "=1/0", "=MEEDOEN.BUDGET.REACHPCT(-1;1)")
        for locale in BOOKS:
            with Office(locale) as office:
                document = office.new()
                for formula, name in zip(formulas, CODES[locale]):
                    with self.subTest(locale=locale, error=name):
                        office.put(document, "A1", formula)
                        self.assertEqual(office.range(document, "A1").getCellByPosition(0, 0).String, name)
                        self.assertIn(f"| `{name}` |", Handbook(locale).text)

    def test_the_lesson_names_the_exercises_of_the_sheet(self):
        sheet = (BUILD.parent / "samples" / "training.fods").read_text(encoding="utf-8")
        exercises = re.findall(r"<text:p>(\d)\. ([^<]*)</text:p>", sheet)
        self.assertEqual([number for number, _ in exercises], list("12345678"))
        for locale in BOOKS:
            for number, name in exercises:
                self.assertRegex(Handbook(locale).text, rf"\| {number}\. .*{re.escape(name)}.* \|")

    def test_html_and_pdf_are_in_the_extension(self):
        for book in BOOKS.values():
            folder = BUILD / "extensions" / "meedoen.budget" / "handbook"
            html = (folder / f"{book}.html").read_text(encoding="utf-8")
            self.assertNotIn("@@", html)
            self.assertIn(">ALLOCATE_DU_STEPS</h3>", html)
            targets = re.findall(r'href="#([^"]*)"', html)
            self.assertGreater(len(targets), 8)
            for target in targets:
                self.assertEqual(html.count(f'id="{target}"'), 1, target)
            self.assertTrue((folder / f"{book}.pdf").read_bytes().startswith(b"%PDF-"))


def entry(properties):
    return {each.Name: each.Value for each in properties}


def is_ours(office, name):
    """Only a function of the extension is stored under MEEDOEN.BUDGET."""
    if not hasattr(office, "scratch"):
        office.scratch = office.new()
    cell = office.range(office.scratch, "A1").getCellByPosition(0, 0)
    cell.FormulaLocal = f"={name}()"
    return cell.Formula.upper().startswith("=MEEDOEN.BUDGET.")


if __name__ == "__main__":
    unittest.main()
