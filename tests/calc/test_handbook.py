# SPDX-License-Identifier: EUPL-1.2
"""The handbook of each language, tried in an office of that language as a reader would.

(1) Every formula is typed as it is printed; the cell shows what the handbook says.
(2) A table whose columns are called A, B, … is a sheet: the formulas below it, up to the next such table or chapter, are typed
    beside it. A name in its corner is the sheet's, and tables with names that follow each other are the sheets of one document;
    a name that ends with .ods is a file beside it.
(3) In such a table a row in brackets is hidden, and a row "1:15" holds an array formula that fills those rows.
(4) A formula in braces is entered with Ctrl+Shift+Enter. One without braces whose result is an array is typed with Enter alone.
(5) What an office displays of a formula that it understands, it can be typed as again: the spelling of the handbook is the
    office's own.
(6) Every function that Calc knows of us is in it, with every parameter; both languages have the same chapters and formulas.
(7) What the chapter on handing over says of files and copies is what an office does with them.
"""
import re
import subprocess
import unittest

from office import BUILD, SCRATCH, Office, properties, url

BOOKS = {"nl-NL": "handboek", "en-US": "handbook"}
BOOKS_OF = {"handboek": "nl", "handbook": "en"}
CODES = {"nl-NL": ("#N/B", "#WAARDE!", "#DELING.DOOR.0!", "#GETAL!", "#NAAM?"),
         "en-US": ("#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NAME?")}
ERROR = re.compile(r"#[A-Z./0-9]+[!?]?|(Err|Fout):\d+")
NOT_UNDERSTOOD = re.compile(r"(Err|Fout):501")
ROW = re.compile(r"(\()?(\d+)(?::(\d+))?\)?")
FILE = re.compile(r"file:///[^']*/")
BESIDE = 9  # the column


class Sheet:
    """A table of the handbook: what stands in its cells, which rows are hidden, where array formulas fill rows."""

    def __init__(self, name, columns):
        self.name, self.columns = name, columns
        self.cells, self.hidden, self.arrays = {}, [], {}

    def row(self, label, cells):
        hidden, first, last = ROW.fullmatch(label).groups()
        if hidden:
            self.hidden.append(int(first))
        if last:
            self.arrays[f"A{first}:{chr(64 + self.columns)}{last}"] = cells[0]
        else:
            self.cells.update({f"{chr(65 + place)}{first}": cell for place, cell in enumerate(cells) if cell})


class Example:
    """The sheets of one document, and the formulas that are typed on the last of them, each with its result."""

    def __init__(self):
        self.sheets, self.formulas = [], []


class Handbook:
    """The text of one language, cut into what a test needs."""

    def __init__(self, locale):
        self.locale = locale
        self.dutch = locale == "nl-NL"
        self.text = (BUILD / "handbook" / f"{BOOKS[locale]}.md").read_text(encoding="utf-8")
        self.column, self.row, self.decimal = (".", ";", ",") if self.dutch else (",", ";", ".")

    def examples(self):
        found, sheet, inside = [Example()], None, False
        for line in self.text.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
            if not cells:
                sheet = None
            if line.startswith("# "):
                found.append(Example())
            elif cells and sheet and ROW.fullmatch(cells[0]):
                sheet.row(cells[0], cells[1:])
            elif cells and cells[1:2] == ["A"]:
                sheet = Sheet(cells[0], len(cells) - 1)
                if found[-1].formulas or not sheet.name:
                    found.append(Example())
                found[-1].sheets.append(sheet)
            elif line.startswith("```"):
                inside = line == "```formule"
            elif inside and line.startswith("→ "):
                found[-1].formulas[-1] = found[-1].formulas[-1], line[2:]
            elif inside:
                found[-1].formulas.append(line)
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


class Typist:
    """Fills an office's document as an example of the handbook has it."""

    def __init__(self, office, book):
        self.office, self.book = office, book
        self.folder = SCRATCH / "handbook"
        self.document = office.new()

    def show(self, example):
        sheets = self.document.Sheets
        for sheet in example.sheets:
            if sheet.name.endswith(".ods"):
                self.file(sheet)
            elif sheet.name and sheet is not example.sheets[0]:
                sheets.insertNewByName(sheet.name, sheets.Count)
            elif sheet.name:
                sheets.getByIndex(0).setName(sheet.name)
        for place, sheet in enumerate(each for each in example.sheets if not each.name.endswith(".ods")):
            self.fill(sheets.getByIndex(place), sheet)
        self.sheet = sheets.getByIndex(sheets.Count - 1)

    def file(self, sheet):
        """A file with one sheet, which has the name that the formulas of the example give it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = re.search(rf"{re.escape(sheet.name)}'#\$(\w+)\.", self.book.text)[1]
        document = self.office.new()
        document.Sheets.getByIndex(0).setName(name)
        self.fill(document.Sheets.getByIndex(0), sheet)
        self.office.save_as(document, self.folder / sheet.name)
        self.office.close(document)

    def fill(self, target, sheet):
        for address, content in sheet.cells.items():
            cell = target.getCellRangeByName(address).getCellByPosition(0, 0)
            if content.startswith("="):
                cell.FormulaLocal = content
            elif self.book.number(content) is None:
                cell.String = content
            else:
                cell.Value = self.book.number(content)
        for address, formula in sheet.arrays.items():
            self.array(target.getCellRangeByName(address), formula)
        for row in sheet.hidden:
            target.Rows.getByIndex(row - 1).IsVisible = False

    def array(self, cells, formula):
        first = cells.getCellByPosition(0, 0)
        first.FormulaLocal = formula[1:-1]
        cells.setArrayFormula(first.Formula)

    def enter(self, cells, formula):
        """Types it and presses Enter alone."""
        first = cells.getCellByPosition(0, 0)
        controller = self.document.CurrentController
        controller.setActiveSheet(self.sheet)
        helper = self.office.service("com.sun.star.frame.DispatchHelper")
        for command, values in (("GoToCell", {"ToPoint": first.AbsoluteName}), ("EnterString", {"StringName": formula})):
            helper.executeDispatch(controller.Frame, f".uno:{command}", "", 0, properties(**values))

    def type(self, formula, rows, columns):
        """The cells with the formula, the first of them with what the office made of it."""
        cells = self.sheet.getCellRangeByPosition(BESIDE, 0, BESIDE + columns - 1, rows - 1)
        typed = FILE.sub(url(self.folder) + "/", formula)
        if typed.startswith("{"):
            self.array(cells, typed)
        elif rows * columns > 1:
            self.enter(cells, typed)
        else:
            cells.getCellByPosition(0, 0).FormulaLocal = typed
        return cells

    def spelled(self, cells, formula):
        """The formula as the office displays it, with the path of a file as the handbook has it."""
        shown = cells.getCellByPosition(0, 0).FormulaLocal
        path = FILE.search(formula)
        shown = shown.replace(url(self.folder) + "/", path[0]) if path else shown
        entered = shown.startswith("{") and not formula.startswith("{")
        return shown[1:-1] if entered else shown


class EveryFormula(unittest.TestCase):
    def expect(self, cell, result):
        number = self.book.number(result)
        if ERROR.fullmatch(result) or number is None:
            self.assertEqual(cell.String, result)
        else:
            self.assertEqual(cell.getError(), 0, cell.String)
            self.assertAlmostEqual(cell.Value, number, delta=1e-9 * max(1, abs(number)))

    def check(self, typist, formula, result):
        rows = self.book.matrix(result) if result.startswith("{") else [[result]]
        cells = typist.type(formula, len(rows), len(rows[0]))
        try:
            for y, row in enumerate(rows):
                for x, expected in enumerate(row):
                    self.expect(cells.getCellByPosition(x, y), expected)
            if not NOT_UNDERSTOOD.fullmatch(result):
                self.assertEqual(typist.spelled(cells, formula), formula)
        finally:
            cells.clearContents(1023)

    def test_shows_what_the_handbook_says(self):
        for locale in BOOKS:
            self.book = Handbook(locale)
            tried = 0
            with Office.borrowed(locale) as office:
                for example in self.book.examples():
                    typist = Typist(office, self.book)
                    typist.show(example)
                    for formula, result in example.formulas:
                        tried += 1
                        with self.subTest(locale=locale, formula=formula):
                            self.check(typist, formula, result)
                    office.close(typist.document)
            self.assertGreater(tried, 150)

    def test_enter_alone_overwrites_what_is_below(self):
        """In LibreOffice 7.4, as the first chapter warns."""
        self.book = Handbook("nl-NL")
        example = next(each for each in self.book.examples() if any(formula.startswith("=TRANS") for formula, _ in each.formulas))
        formula = next(formula for formula, _ in example.formulas if formula.startswith("=TRANS"))
        with Office("nl-NL") as office:
            typist = Typist(office, self.book)
            typist.show(example)
            below = typist.sheet.getCellByPosition(BESIDE, 1)
            below.String = "mijn tekst"
            typist.type(formula, 3, 1)
            self.assertEqual(below.String, "300")

    def test_goal_seek_finds_the_total_with_the_formula_of_the_handbook(self):
        for locale in BOOKS:
            self.book = Handbook(locale)
            rounds = {"nl-NL": "AFRONDEN(B1;0)", "en-US": "ROUND(B1,0)"}[locale]
            example = next(each for each in self.book.examples() if any(rounds in formula for formula, _ in each.formulas))
            with Office.borrowed(locale) as office:
                typist = Typist(office, self.book)
                typist.show(example)
                total = typist.sheet.getCellRangeByName("B1").getCellByPosition(0, 0)
                found = []
                for formula, _ in example.formulas:
                    total.Value = 100
                    cell = typist.type(formula, 1, 1).getCellByPosition(0, 0)
                    self.assertEqual(cell.Value, 50)
                    outcome = typist.document.seekGoal(cell.CellAddress, total.CellAddress, "60")
                    found.append(round(outcome.Result) if outcome.Divergence < 1 else None)
                self.assertEqual(found, [None, 120])


CALLS = {"A1": "MEEDOEN.BUDGET.REACHPCT(2623;4300)", "A2": 'MEEDOEN.BUDGET.CHECKNORM(0.5;"bereik_bijstand")'}
AMOUNTS = "B1:B3"


class HandedOver(unittest.TestCase):
    """(7)"""

    def write(self, office, name):
        """A file with a number, a text and an array formula of ours."""
        book = office.new()
        for address, call in CALLS.items():
            office.put(book, address, f"={call}")
        office.array(book, AMOUNTS, "=MEEDOEN.BUDGET.ALLOCATEDU(1000;{50|30|20})")
        office.save_as(book, SCRATCH / "handbook" / name)
        shown = self.shown(office, book)
        office.close(book)
        return shown

    def shown(self, office, book):
        number, text = (office.range(book, address).getCellByPosition(0, 0).String for address in CALLS)
        return number, text, [office.range(book, AMOUNTS).getCellByPosition(0, row).String for row in range(3)]

    def test_what_a_colleague_without_the_extension_sees(self):
        lost, all_lost = "#NAME?", ("#NAME?", "#NAME?", ["#NAME?"] * 3)
        for name in ("over.ods", "over.fods", "over.xlsx"):
            with self.subTest(name=name):
                with Office() as office:
                    ours = self.write(office, name)
                with Office(extensions=None) as office:
                    book = office.open(SCRATCH / "handbook" / name)
                    number = ours[0] if name.endswith(".xlsx") else lost
                    self.assertEqual(self.shown(office, book), (number, ours[1], [lost] * 3))
                    office.recalculate(book)
                    self.assertEqual(self.shown(office, book), all_lost)
                    office.save_as(book, SCRATCH / "handbook" / name)
                with Office() as office:
                    book = office.open(SCRATCH / "handbook" / name)
                    office.recalculate(book)
                    self.assertEqual(self.shown(office, book), ours)

    def test_xls_without_the_extension_loses_the_formulas(self):
        with Office() as office:
            self.write(office, "over.ods")
        with Office(extensions=None) as office:
            book = office.open(SCRATCH / "handbook" / "over.ods")
            office.save_as(book, SCRATCH / "handbook" / "over.xls")
        with Office() as office:
            book = office.open(SCRATCH / "handbook" / "over.xls")
            for address in CALLS:
                self.assertNotIn("MEEDOEN", office.range(book, address).getCellByPosition(0, 0).Formula.upper())

    def test_a_copy_with_values_only(self):
        """The steps of the handbook on the council check; on a protected sheet the last one does nothing."""
        with Office("nl-NL") as office:
            book = office.open(BUILD / "samples" / "raadscheck.fods")
            sheet = book.Sheets.getByIndex(0)
            area = sheet.getCellRangeByName("A1:H40")
            self.assertGreater(len(formulas(area)), 20)
            before = shown_texts(area)
            for protected in (True, False):
                if not protected:
                    sheet.unprotect("")
                self.dispatch(office, book, "SelectAll", "ConvertFormulaToValue")
                self.assertEqual(len(formulas(area)) > 20, protected)
                self.assertEqual(shown_texts(area), before)

    def dispatch(self, office, book, *commands):
        helper = office.service("com.sun.star.frame.DispatchHelper")
        for command in commands:
            helper.executeDispatch(book.CurrentController.Frame, f".uno:{command}", "", 0, ())


def formulas(area):
    return [formula for row in area.FormulaArray for formula in row if formula.startswith(("=", "{="))]


def shown_texts(area):
    return [area.getCellByPosition(x, y).String for y in range(area.Rows.Count) for x in range(area.Columns.Count)]


CALC = "com.sun.star.sheet.SpreadsheetDocument"


def menus(office):
    """The menu bar of Calc: {label: {label: {…}}}"""
    supplier = office.context.getValueByName("/singletons/com.sun.star.ui.theModuleUIConfigurationManagerSupplier")
    bar = supplier.getUIConfigurationManager(CALC).getSettings("private:resource/menubar/menubar", False)
    commands = office.context.getValueByName("/singletons/com.sun.star.frame.theUICommandDescription").getByName(CALC)

    def below(items):
        found = {}
        for index in range(items.Count if items else 0):
            item = entry(items.getByIndex(index))
            if item.get("CommandURL") and commands.hasByName(item["CommandURL"]):
                label = entry(commands.getByName(item["CommandURL"]))["Label"]
                found[label.replace("~", "").removesuffix("...")] = below(item.get("ItemDescriptorContainer"))
        return found

    return below(bar)


class Menus(unittest.TestCase):
    def test_the_office_has_every_menu_that_the_handbook_names(self):
        """As far as the menu bar goes: what follows is in a window, or in a menu that the office fills when it opens."""
        for locale, book in BOOKS.items():
            with Office(locale) as office:
                bar = menus(office)
            followed = 0
            for path in re.findall(r"\*\*([^*]+ > [^*]+)\*\*", Handbook(locale).text):
                names = " ".join(path.split()).split(" > ")
                if names[0] == "Meedoen":
                    continue
                level = bar
                for depth, name in enumerate(names):
                    if depth > 1 and not level:
                        break
                    with self.subTest(book=book, path=path):
                        self.assertIn(name, level)
                    level = level.get(name, {})
                followed += 1
            self.assertGreater(followed, 8)


class WhatIsInIt(unittest.TestCase):
    def test_every_function_with_every_parameter(self):
        for locale in BOOKS:
            text = Handbook(locale).text
            with Office.borrowed(locale) as office:
                functions = office.service("com.sun.star.sheet.FunctionDescriptions")
                ours = [each for each in map(entry, functions) if f"\n### {each['Name']}\n" in text]
                known = [each for each in map(entry, functions) if is_ours(office, each["Name"])]
                self.assertEqual([each["Name"] for each in known if each not in ours], [])
                for function in ours:
                    part = text.split(f"\n### {function['Name']}\n")[1].split("\n### ")[0]
                    with self.subTest(locale=locale, function=function["Name"]):
                        # behind it the window says how it shows several outcomes, and how to have one explained
                        self.assertIn(re.sub(r" (In dit venster:|In this window:|(Een fout|An error)\? =).*", "", function["Description"]), part)
                        for argument in function["Arguments"]:
                            self.assertRegex(part, rf"\n\| {re.escape(argument.Name)}( \([^)]*\))? \| ")
                            # Calc calls every parameter optional, so the Function Wizard's text says which must be given.
                            self.assertIn(re.sub(r"^(Verplicht|Required)\. ", "", argument.Description), part)

    def test_which_functions_fill_a_range(self):
        """As the window of each says: where it is not ticked there, one outcome is all that is seen."""
        for locale, says, list_of in (("nl-NL", "vink Matrix aan", r"\*\*Alle bedragen tegelijk\.\*\* (.*?) vullen"),
                                      ("en-US", "tick Array", r"\*\*All amounts at once\.\*\* (.*?) fill ")):
            told = re.findall(r"[A-Z]+_[A-Z_]+", re.search(list_of, Handbook(locale).text)[1])
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                functions = map(entry, office.service("com.sun.star.sheet.FunctionDescriptions"))
                self.assertEqual(sorted(each["Name"] for each in functions if says in each["Description"]), sorted(told))

    def test_every_function_is_found_by_what_it_is_for(self):
        """By who knows its purpose only: the Function Wizard looks in names, and they are English."""
        for_functions = [re.findall(r"\b[A-Z_]{5,}\b", " ".join(self.found_by(locale))) for locale in BOOKS]
        self.assertEqual(*for_functions)
        self.assertEqual(sorted(for_functions[0]), sorted(re.findall(r"(?m)^### ([A-Z_]+)$", Handbook("nl-NL").text)))
        for words in ("verdelen", "bereik", "natura", "norm", "afronden"):
            self.assertIn(words, " ".join(self.found_by("nl-NL")))

    @staticmethod
    def found_by(locale):
        """The rows of the first chapter that say which function is for what."""
        table = re.split(r"\n\| (?:u zoekt|you look for) \|[^\n]*\n\|[-|]*\n", Handbook(locale).text)[1]
        return table.partition("\n\n")[0].splitlines()

    def test_both_languages_have_the_same(self):
        dutch, english = Handbook("nl-NL"), Handbook("en-US")
        for marks in (r"^# ", r"^## ", r"^### ", r"^```formule", r"^\|   \| A \|", r"^→ "):
            with self.subTest(marks=marks):
                self.assertEqual(len(re.findall(marks, dutch.text, re.M)), len(re.findall(marks, english.text, re.M)))

    def test_errors_are_called_as_the_office_calls_them(self):
        formulas = ("=NA()", '="a"+1', "=1/0", "=MEEDOEN.BUDGET.REACHPCT(-1;1)", "=NOBODY()")
        for locale in BOOKS:
            with Office.borrowed(locale) as office:
                document = office.new()
                for formula, name in zip(formulas, CODES[locale]):
                    with self.subTest(locale=locale, error=name):
                        office.put(document, "A1", formula)
                        self.assertEqual(office.range(document, "A1").getCellByPosition(0, 0).String, name)
                        self.assertIn(f"| `{name}` |", Handbook(locale).text)

    def test_the_lesson_names_the_exercises_of_the_sheet(self):
        for locale, sheet in (("nl-NL", "training"), ("en-US", "workshop")):
            text = (BUILD / "samples" / f"{sheet}.fods").read_text(encoding="utf-8")
            exercises = re.findall(r"<text:p>(\d+)\. ([^<]*)</text:p>", text)
            self.assertEqual([number for number, _ in exercises], [str(number) for number in range(1, 14)])
            for number, name in exercises:
                self.assertRegex(Handbook(locale).text, rf"\| {number}\. .*{re.escape(name)}.* \|")

    def test_html_and_pdf_are_in_the_extension(self):
        for book in BOOKS.values():
            folder = BUILD / "extensions" / "meedoen.budget" / "handbook"
            html = (folder / f"{book}.html").read_text(encoding="utf-8")
            self.assertNotIn("@@", html)
            self.assertIn(">ALLOCATE_DU_STEPS</h3>", html)
            targets = re.findall(r'href="#([^"]*)"', html)
            self.assertEqual(len(targets), len(list((BUILD.parent / "package" / "handbook" / BOOKS_OF[book]).iterdir())))
            for target in targets:
                self.assertEqual(html.count(f'id="{target}"'), 1, target)
            pictures = re.findall(r'<figure><img src="([^"]*)" alt=""><figcaption>[^<]+</figcaption>', html)
            self.assertEqual(len(pictures), html.count("<img"))
            for picture in pictures:
                self.assertTrue((folder / picture).is_file(), picture)

    def test_the_pdf_is_for_screen_readers_too(self):
        """Tagged: its headings, tables and paragraphs, and the texts below its pictures, each as what it is."""
        for locale, book in BOOKS.items():
            with self.subTest(book=book):
                pdf = BUILD / "handbook" / f"{book}.pdf"
                told = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], capture_output=True, text=True, check=True).stdout
                for kind in ("H1", "H2", "P", "TH", "TD", "LI"):
                    self.assertRegex(told, rf"(?m)^ *{kind}\b")
                for name in re.findall(r"(?m)^# (.*)", Handbook(locale).text):
                    self.assertIn(name, told)
                about = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
                self.assertRegex(about, r"Tagged: +yes")
                self.assertIn(f"/Lang ({locale[:2]})".encode(), pdf.read_bytes())


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
