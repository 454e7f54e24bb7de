# SPDX-License-Identifier: EUPL-1.2
"""The menu's copy with values: a new document that looks the same, in which no formula of ours is left; the document stays as it was."""
import datetime
import re
import shutil
import subprocess
import unittest

import openpyxl
from office import BUILD, LOCALES, SAMPLES, SCRATCH, Error, Office, properties, uno
from test_explain_cell import Explainer

from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.table import CellAddress, CellRangeAddress
from com.sun.star.sheet.ConditionOperator import BETWEEN, EQUAL, FORMULA, GREATER, LESS_EQUAL
from com.sun.star.sheet.ConditionOperator import NONE as NO_OPERATOR
from com.sun.star.sheet.ValidationType import CUSTOM, DECIMAL, LIST, WHOLE

PERCENT = 11  # 0,00% in every language
EXTERNAL_AND_BAD = (3, 14)  # codes of the tokens that call a function of an extension, known or not
MONTHS = {"nl-NL": "januari februari maart april mei juni juli augustus september oktober november december",
          "en-US": "January February March April May June July August September October November December"}
OURS = {
    "B1": "=MEEDOEN.BUDGET.REACHPCT(A1;A3)",
    "B2": '=MEEDOEN.BUDGET.ADDITIONALITYCLASS(100;130;60;;;;"en")',
    "B3": '=IF(MEEDOEN.BUDGET.REACHPCT(A1;A3)>0;"";1)',
    "B4": '="0"&MEEDOEN.BUDGET.REACHGAP(A1;A3;1)',
    "B5": "=MEEDOEN.BUDGET.REACHPCT(1;0)",
    "B6": '=MEEDOEN.BUDGET.REACHPCT(1;"onbekend")',
    "B7": '=MEEDOEN.BUDGET.REACHPCT(1;"tekst")',
    "B8": "=MEEDOEN.BUDGET.REACHPCT(-1;5)",
    "B9": "=MEEDOEN.BUDGET.REACHPCT(A1:A2;A1:A3)",
    "B10": "=MEEDOEN.BUDGET.REACHPCT(A1~A2;5)",
    "B11": "=MEEDOEN.BUDGET.FROMANOTHERVERSION(1)",
    "B12": "=MEEDOEN.BUDGET.REACHPCT(#REF!;1)",
    "B13": "=2*kern",
    "B14": "=2*schil",
    "B15": "=MEEDOEN.BUDGET.REACHPCT(SQRT(1;2);3)",
    "B16": "=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(10;A1:A3))",
    "B18": "=MEEDOEN.BUDGET.REACHPCT(A1;A3)>0",
    "B19": "=C8-MEEDOEN.BUDGET.REACHPCT(A1;A3)",
    "B17": '="regel"&CHAR(10)&MEEDOEN.BUDGET.REACHPCT(1;2)',
}
NATIVE = {"C1": "=SUM(A1:A3)", "C2": "=ISNA(B6)", "C3": "=B1*2", "C4": '="MEEDOEN.BUDGET.NORM("', "C5": "=COUNTA(B1:B17)",
          "C6": "=ISERROR(B9)", "C7": "=ERROR.TYPE(B5)", "C8": "=DATE(2026;11;27)"}
OUTCOMES = {"B5": Error(532), "B6": Error(32767), "B7": Error(519), "B8": Error(503), "B9": Error(502), "B10": Error(504),
            "B11": Error(525), "B12": Error(524)}


def make(office):
    """A document with all that a copy must keep."""
    book = office.new()
    sheets = book.Sheets
    first = sheets.getByIndex(0)
    sheets.insertNewByName("Verborgen", 1)
    sheets.insertNewByName("Met wachtwoord", 2)
    at = CellAddress(0, 0, 0)
    book.NamedRanges.addNewByName("kern", "MEEDOEN.BUDGET.REACHPCT($A$1;$A$3)", at, 0)
    book.NamedRanges.addNewByName("schil", "kern+1", at, 0)
    book.NamedRanges.addNewByName("sleutel", f"${first.Name}.$A$1:$A$3", at, 0)
    for sheet in (first, *map(sheets.getByName, ("Verborgen", "Met wachtwoord"))):
        place = f"{sheet.Name}."
        office.put(book, place + "A1:A3", [[2], [3], [5]])
        for address, formula in {**OURS, **NATIVE}.items():
            office.put(book, place + address, formula)
        office.array(book, place + "D1:D3", "=MEEDOEN.BUDGET.ALLOCATEDU(100;A1:A3)+1")
        office.array(book, place + "E1:J3", "=MEEDOEN.BUDGET.ALLOCATEDUSTEPS(100;A1:A3)")
        office.array(book, place + "K1:K2", "=SUM(A1:A3)")
        office.put(book, place + "L1", "=TABLE(B1;A1;A2)")
    decorate(book, first)
    sheets.getByName("Verborgen").IsVisible = False
    sheets.getByName("Met wachtwoord").protect("geheim")
    book.calculateAll()
    return book


def decorate(book, sheet):
    cell = sheet.getCellRangeByName("B1")
    cell.NumberFormat = PERCENT
    cell.CellBackColor, cell.CharWeight = 0xFFFF00, 150.0
    sheet.Annotations.insertNew(CellAddress(0, 0, 0), "een opmerking")
    validation = sheet.getCellRangeByName("A1").Validation
    validation.Type = DECIMAL
    validation.setOperator(BETWEEN)
    validation.setFormula1("0")
    validation.setFormula2("100")
    sheet.getCellRangeByName("A1").Validation = validation
    sheet.setPrintAreas((CellRangeAddress(0, 0, 0, 3, 20),))
    page = book.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
    page.IsLandscape, page.Width, page.Height = True, 29700, 21000
    place = uno.createUnoStruct("com.sun.star.awt.Rectangle", 8000, 9000, 8000, 5000)
    sheet.Charts.addNewByName("verdeeld", place, (CellRangeAddress(0, 3, 0, 3, 2),), False, False)


def areas(book):
    """What is used of each sheet."""
    for sheet in map(book.Sheets.getByIndex, range(book.Sheets.Count)):
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        yield sheet, sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)


def cells(book):
    """Every cell that is used: its sheet, its place, itself."""
    for sheet, area in areas(book):
        for row in range(area.Rows.Count):
            for column in range(area.Columns.Count):
                yield sheet.Name, (column, row), area.getCellByPosition(column, row)


def values(book):
    """The content of every cell; a number with the 15 digits that a file has of it."""
    return [[[f"{value:.13g}" if isinstance(value, float) else value for value in row] for row in area.getDataArray()]
            for _, area in areas(book)]


def looks(book):
    return {(sheet, place): cell.String for sheet, place, cell in cells(book)}


def formats(book):
    """Without the number formats of texts of nothing but digits and of truths: they need one of their own to stay what they are."""
    return {(sheet, place): (cell.CellStyle, None if cell.String.isdigit() or place == (1, 17) else cell.NumberFormat,
                             cell.CellBackColor, cell.CharWeight)
            for sheet, place, cell in cells(book)}


def ours(book):
    """The cells that call a function of ours, by their tokens; and names that do."""
    holders = [(name, book.NamedRanges.getByName(name)) for name in book.NamedRanges.ElementNames]
    for sheet, area in areas(book):
        holders += [((sheet.Name, column, row), area.getCellByPosition(column, row)) for row, texts in enumerate(area.getFormulaArray())
                    for column, text in enumerate(texts) if text.startswith(("=", "{")) and "meedoen." in text.lower()]
    return [place for place, holder in holders for token in holder.getTokens()
            if token.OpCode in EXTERNAL_AND_BAD and str(token.Data).lower().startswith("meedoen.")]


def state(book):
    controller = book.CurrentController
    return (book.isModified(), book.UndoManager.AllUndoActionTitles, book.UndoManager.AllRedoActionTitles, controller.ViewData,
            controller.ActiveSheet.Name, book.CurrentSelection.AbsoluteName, book.Sheets.ElementNames, book.URL, book.Title)


class CopyWithValues(unittest.TestCase):
    def test_everything_but_our_formulas_stays(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = make(office)
                for address, outcome in OUTCOMES.items():
                    self.assertEqual(office.value(book, address), outcome, address)
                copy, = office.choose(book, "values")
                self.assertTrue(ours(book))
                self.assertEqual(ours(copy), [])
                self.assertEqual(looks(copy), looks(book))
                self.assertEqual(formats(copy), formats(book))
                for address, formula in NATIVE.items():
                    self.assertEqual(office.range(copy, address).getCellByPosition(0, 0).Formula, formula)
                    self.assertEqual(office.value(copy, address), office.value(book, address), address)
                self.assertEqual(office.range(copy, "K1").getCellByPosition(0, 0).Formula, "{=SUM(A1:A3)}")
                self.assertEqual(office.range(copy, "D1:D3").getArrayFormula(), "")
                self.see_decorations(copy)

    def see_decorations(self, copy):
        sheet = copy.Sheets.getByIndex(0)
        self.assertEqual([sheet.IsVisible for sheet in map(copy.Sheets.getByIndex, range(3))], [True, False, True])
        self.assertEqual([sheet.isProtected() for sheet in map(copy.Sheets.getByIndex, range(3))], [False, False, True])
        self.assertFalse(self.opens(copy.Sheets.getByIndex(2), "verkeerd"))
        self.assertTrue(self.opens(copy.Sheets.getByIndex(2), "geheim"))
        self.assertEqual(sheet.Annotations.getByIndex(0).String, "een opmerking")
        self.assertEqual(sheet.getCellRangeByName("A1").Validation.Type, DECIMAL)
        self.assertEqual([area.EndRow for area in sheet.getPrintAreas()], [20])
        self.assertTrue(copy.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle).IsLandscape)
        self.assertEqual([area.EndRow for area in sheet.Charts.getByName("verdeeld").Ranges], [2])
        self.assertEqual(sorted(copy.NamedRanges.ElementNames), ["kern", "schil", "sleutel"])

    @staticmethod
    def opens(sheet, password):
        try:
            sheet.unprotect(password)
        except uno.getClass("com.sun.star.lang.IllegalArgumentException"):
            return False
        return not sheet.isProtected()

    def test_the_copy_is_new_and_says_what_it_is(self):
        starts = {"nl-NL": "Kopie met waarden van mijn.blad, ", "en-US": "Copy with values of mijn.blad, "}
        for locale, start in starts.items():
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = make(office)
                office.save_as(book, SCRATCH / "mijn.blad.ods")
                copy, = office.choose(book, "values")
                today = datetime.date.today()
                day = f"{today.day} {MONTHS[locale].split()[today.month - 1]} {today.year}"
                self.assertRegex(copy.Title, f"^{re.escape(start + day)} \\d\\d[uh]\\d\\d$")
                self.assertEqual(copy.DocumentProperties.Title, copy.Title)
                self.assertEqual(copy.URL, "")
                self.assertFalse(copy.hasLocation())
                self.assertFalse(copy.isReadonly())
                self.assertTrue(copy.isModified(), "the office asks before it is lost")
                self.assertFalse(copy.UndoManager.isUndoPossible())
                self.assertTrue(copy.CurrentController.Frame.ContainerWindow.isVisible())
                office.save_as(copy, SCRATCH / "kopie.ods")
                self.assertEqual(copy.Title, "kopie.ods")

    def test_the_document_stays_as_it_was(self):
        with Office.borrowed("nl-NL") as office:
            book = make(office)
            book.CurrentController.select(office.range(book, "B2:C4"))
            for modified in (True, False, True):  # as it is made, with a chart that is new, and as it is saved
                book.setModified(modified)
                before, seen = state(book), looks(book)
                office.choose(book, "values")
                self.assertEqual(state(book), before)
                self.assertEqual(looks(book), seen)

    def test_what_a_cell_shows_is_not_computed_anew(self):
        with Office.borrowed() as office:
            book = make(office)
            book.enableAutomaticCalculation(False)
            office.put(book, "A1", 3)
            shown = looks(book)
            copy, = office.choose(book, "values")
            self.assertEqual(looks(copy), shown)
            self.assertFalse(copy.isAutomaticCalculationEnabled())

    def test_without_a_formula_of_ours_it_is_a_copy(self):
        with Office.borrowed() as office:
            book = office.new()
            office.put(book, "A1:A2", [[1], [2]])
            office.put(book, "B1", "=TABLE(A1;A1;A2)")
            copy, = office.choose(book, "values")
            self.assertEqual(office.range(copy, "B1").getCellByPosition(0, 0).Formula, "=TABLE(A1;A1;A2)")

    def test_the_samples(self):
        with Office.borrowed("nl-NL") as office:
            for sample in SAMPLES:
                with self.subTest(sample=sample):
                    book = office.open(BUILD / "samples" / f"{sample}.fods")
                    copy, = office.choose(book, "values")
                    self.assertTrue(ours(book))
                    self.assertEqual(ours(copy), [])
                    self.assertEqual(values(copy), values(book))


SHOWN = "vet"  # a cell style of the document's own: 7.0 knows the office's by their names in its language


def add_condition(sheet, address, *conditions):
    cells = sheet.getCellRangeByName(address)
    entries = cells.ConditionalFormat
    base = cells.getCellByPosition(0, 0).CellAddress
    for operator, first, second in conditions:
        entries.addNew(properties(Operator=operator, Formula1=first, Formula2=second, StyleName=SHOWN, SourcePosition=base))
    cells.ConditionalFormat = entries


def add_validity(sheet, address, kind, operator, formula):
    cells = sheet.getCellRangeByName(address)
    validity = cells.Validation
    validity.Type = kind
    validity.setOperator(operator)
    validity.setFormula1(formula)
    cells.Validation = validity


# address: (conditions, what they are in the copy by group of cells)
CONDITIONS = {
    # 1 of 10, 2 of 20, 3 of 30 and so on, but 5 of 25: 20% in A5 alone
    "A1:A6": ([(FORMULA, "MEEDOEN.BUDGET.REACHPCT(A1;B1)>0.15", ""), (FORMULA, "A1>3", "")],
              {"A1:A4 A6": [("0",), ("A1>3",)], "A5": [("1",), ("A5>3",)]}),
    # the same for all cells, also as a bound beside one that is not ours; the first letter's amount is 85 million
    "B1:B6": ([(GREATER, "MEEDOEN.BUDGET.REACHPCT(15;1)", ""), (BETWEEN, "1", 'MEEDOEN.BUDGET.NORM("du")/1000000')],
              {"B1:B6": [("15",), ("1", "85")]}),
    # from the first row on: 10% of all to row 4, 12% to row 5 and 11.35% to row 6
    "C1:C6": ([(FORMULA, "MEEDOEN.BUDGET.REACHPCT($A$1:$A1;$B$1:$B1)>0.11", "")], {"C1:C4": [("0",)], "C5:C6": [("1",)]}),
    # a cell's own content beside what differs by row: 10%, 10%, 10%, 10%, 20%, 10%
    "D2:D6": ([(GREATER, "MEEDOEN.BUDGET.REACHPCT($A2;$B2)", "")], {"D2:D4 D6": [("0.1",)], "D5": [("0.2",)]}),
    # by a name, to which the rows are relative; a text, an error and an unknown: a bound that is an error counts as 0
    "E1:E6": ([(FORMULA, "hier>0.15", ""), (EQUAL, 'MEEDOEN.BUDGET.ADDITIONALITYCLASS(100;130;60;;;;"en")', "")],
              {"E1:E4 E6": [("0",), ('"partly"',)], "E5": [("1",), ('"partly"',)]}),
    "F1:F2": ([(FORMULA, 'MEEDOEN.BUDGET.REACHPCT(1;"x")', ""), (EQUAL, "MEEDOEN.BUDGET.REACHPCT(1;0)", "")], {"F1:F2": [("0",), ("0",)]}),
    # nothing of ours
    "G1:G6": ([(FORMULA, 'A1="MEEDOEN.BUDGET.NORM("', "")], {"G1:G6": [('A1="MEEDOEN.BUDGET.NORM("',)]}),
}
# address: (type, operator, formula, what it is in the copy)
VALIDITY = {
    "H1": (DECIMAL, LESS_EQUAL, "MEEDOEN.BUDGET.REACHPCT($A$1;$B$1)", "0.1"),
    "H2:H3": (DECIMAL, LESS_EQUAL, "MEEDOEN.BUDGET.REACHPCT(A1;B1)", None),
    "H4": (CUSTOM, NO_OPERATOR, "MEEDOEN.BUDGET.REACHPCT(A1;B1)<1", None),
    "H5": (WHOLE, LESS_EQUAL, "SUM(A1:A3)", "SUM(A1:A3)"),
    "H6": (LIST, NO_OPERATOR, "MEEDOEN.BUDGET.ALLOCATEDU(100;B1:B3)", None),
}
TOLD = {
    "nl-NL": ["Het document rekende ook buiten de formules met Meedoen. In deze kopie is dat geworden:"] + [
        f"Toets.{cells}: de voorwaardelijke opmaak blijft zoals die nu is, ook als een getal verandert"
        for cells in ("A1:A6", "B1:B6", "C1:C6", "D2:D6", "E1:E6", "F1:F2")] + [
        "Toets.H1: de grens van de geldigheid is nu een vast getal",
        "Toets.H2:H3: de geldigheid is weg, want die rekent met Meedoen: alles kan nu worden ingevuld",
        "Toets.H4: de geldigheid is weg, want die rekent met Meedoen: alles kan nu worden ingevuld",
        "Toets.H6: de geldigheid is weg, want die rekent met Meedoen: alles kan nu worden ingevuld"],
    "en-US": ["The document also computed with Meedoen outside its formulas. In this copy that has become:"] + [
        f"Toets.{cells}: the conditional formatting stays as it is now, also when a number changes"
        for cells in ("A1:A6", "B1:B6", "C1:C6", "D2:D6", "E1:E6", "F1:F2")] + [
        "Toets.H1: the bound of the validity is now a fixed number",
        "Toets.H2:H3: the validity is gone, for it computes with Meedoen: anything can be filled in now",
        "Toets.H4: the validity is gone, for it computes with Meedoen: anything can be filled in now",
        "Toets.H6: the validity is gone, for it computes with Meedoen: anything can be filled in now"],
}


class Conditions(unittest.TestCase):
    """Conditional formats and validity: the copy looks the same, and an .xlsx of it knows no function of ours."""

    def make(self, office):
        book = office.new()
        sheet = book.Sheets.getByIndex(0)
        sheet.Name = "Toets"
        style = book.createInstance("com.sun.star.style.CellStyle")
        book.StyleFamilies.getByName("CellStyles").insertByName(SHOWN, style)
        style.CharWeight = BOLD
        office.put(book, "A1:B6", [[1, 10], [2, 20], [3, 30], [4, 40], [5, 25], [6, 60]])
        office.put(book, "D1:F6", [[0.15, "partly", 0]] * 3 + [[0.05, "x", 1]] * 3)
        book.NamedRanges.addNewByName("hier", "MEEDOEN.BUDGET.REACHPCT($Toets.$A1;$Toets.$B1)", CellAddress(0, 0, 0), 0)
        for address, (conditions, _) in CONDITIONS.items():
            add_condition(sheet, address, *conditions)
        for address, (kind, operator, formula, _) in VALIDITY.items():
            add_validity(sheet, address, kind, operator, formula)
        return book

    @staticmethod
    def store(book, suffix, filter_name):
        path = SCRATCH / f"conditions{suffix}"
        book.storeToURL(uno.systemPathToFileUrl(str(path)), properties(FilterName=filter_name))
        return path

    def looks(self, book):
        """The cells as the office writes them for a browser, which has no conditions."""
        text = self.store(book, ".html", "HTML (StarCalc)").read_text(encoding="utf-8", errors="replace")
        return re.findall(r"(?s)<td.*?</td>", text)

    def see(self, path):
        sheet = openpyxl.load_workbook(path)["Toets"]
        found = {str(group.sqref): [tuple(rule.formula) for rule in group.rules] for group in sheet.conditional_formatting}
        expected = {cells: rules for _, groups in CONDITIONS.values() for cells, rules in groups.items()}
        self.assertEqual(found, expected)
        kept = {str(validity.sqref): validity.formula1 for validity in sheet.data_validations.dataValidation if validity.type not in (None, "none")}
        self.assertEqual(kept, {cells: formula for cells, (*_, formula) in VALIDITY.items() if formula})

    def test_what_becomes_of_them(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office(locale, recovers=True) as office:
                book = self.make(office)
                title, text, *_ = Explainer(office)(book, entry="values")
                copy, = [document for document in office.documents() if document != book]
                self.assertEqual(title, {"nl-NL": "Kopie met waarden", "en-US": "Copy with values"}[locale])
                self.assertEqual([line for line in text.split("\n") if line], TOLD[locale])
                self.assertEqual(self.looks(copy), self.looks(book))
                self.assertIn("<b>", "".join(self.looks(copy)), "the style shows")
                self.see(self.store(copy, ".xlsx", FILTER[".xlsx"]))
                for document in (book, copy):
                    document.setModified(False)

    def test_on_a_protected_sheet(self):
        """As on an open one; and the copy is protected too."""
        with Office("nl-NL", recovers=True) as office:
            book = self.make(office)
            book.Sheets.getByIndex(0).protect("geheim")
            _, text, *_ = Explainer(office)(book, entry="values")
            self.assertEqual([line for line in text.split("\n") if line], TOLD["nl-NL"])
            copy, = [document for document in office.documents() if document != book]
            self.assertTrue(copy.Sheets.getByIndex(0).isProtected())
            self.assertEqual(self.looks(copy), self.looks(book))
            self.see(self.store(copy, ".xlsx", FILTER[".xlsx"]))
            for document in (book, copy):
                document.setModified(False)

    def test_that_cannot_be_had_cell_by_cell(self):
        """Beside a colour scale, or for more cells than are looked at: the condition is off, and that is told."""
        with Office("nl-NL", recovers=True) as office:
            book = office.new()
            sheet = book.Sheets.getByIndex(0)
            sheet.Name = "Toets"
            office.put(book, "A1:B2", [[1, 10], [2, 20]])
            add_condition(sheet, "A1:A2", (FORMULA, "MEEDOEN.BUDGET.REACHPCT(A1;B1)>0", ""))
            sheet.ConditionalFormats.getConditionalFormats()[0].createEntry(1, 1)  # com.sun.star.sheet.ConditionEntryType.COLORSCALE
            add_condition(sheet, "D1:D10001", (FORMULA, "MEEDOEN.BUDGET.REACHPCT(A1;B1)>0", ""))
            _, text, *_ = Explainer(office)(book, entry="values")
            for cells in ("A1:A2", "D1:D10001"):
                self.assertIn(f"Toets.{cells}: een voorwaarde van de voorwaardelijke opmaak is uit, want die rekent met Meedoen\n", text)
            copy, = [document for document in office.documents() if document != book]
            for entries in copy.Sheets.getByIndex(0).ConditionalFormats.getConditionalFormats():
                self.assertEqual((entries.getByIndex(0).Operator, entries.getByIndex(0).Formula1), (24, "0"))
            self.assertEqual(copy.Sheets.getByIndex(0).ConditionalFormats.getConditionalFormats()[0].getCount(), 2)
            for document in (book, copy):
                document.setModified(False)


class WithoutTheExtension(unittest.TestCase):
    """What a colleague sees who has no Meedoen, or another spreadsheet program."""

    @classmethod
    def setUpClass(cls):
        cls.paths = {suffix: SCRATCH / f"values{suffix}" for suffix in (".ods", ".fods", ".xlsx")}
        with Office.borrowed("nl-NL") as office:
            book = make(office)
            cls.seen = looks(book)
            cls.values = {address: office.value(book, address) for address in OURS}
            copy, = office.choose(book, "values")
            for path in cls.paths.values():
                copy.storeToURL(uno.systemPathToFileUrl(str(path)), properties(FilterName=FILTER[path.suffix]))

    def see_the_same(self, book, suffix):
        """In .xlsx this office writes a truth as 1: of Calc's own formulas, and in a protected sheet, where no format can be set."""
        truths = [(2, 1), (2, 5)] if suffix == ".xlsx" else []
        for place, seen in looks(book).items():
            if place[1] not in truths and (place != ("Met wachtwoord", (1, 17)) or suffix != ".xlsx"):
                self.assertEqual(seen, self.seen[place], place)

    def test_in_an_office(self):
        with Office.borrowed("nl-NL", extensions=None) as office:
            for suffix, path in self.paths.items():
                with self.subTest(suffix=suffix):
                    book = office.open(path)
                    self.see_the_same(book, suffix)
                    self.assertEqual(ours(book), [])
                    book.calculateAll()
                    self.see_the_same(book, suffix)

    def test_read_by_openpyxl(self):
        formulas = openpyxl.load_workbook(self.paths[".xlsx"])
        values = openpyxl.load_workbook(self.paths[".xlsx"], data_only=True)
        found = 0
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    text = getattr(cell.value, "text", cell.value)
                    if isinstance(text, str) and text.startswith("=") and "meedoen" in text.lower():
                        self.assertEqual(cell.coordinate, "C4", text)
                        found += 1
        self.assertEqual(found, 3, "the text about a function, on each sheet")
        names = formulas.defined_names
        for name in names.values() if isinstance(names, dict) else names.definedName:  # before openpyxl 3.1 they are a list
            self.assertNotIn("meedoen", name.value.lower())
        sheet = values.worksheets[0]
        for address, value in self.values.items():
            if not isinstance(value, Error) and address != "B19":  # a moment, which openpyxl reads as one
                self.assertEqual(sheet[address].value if value != "" else (sheet[address].value or ""), value, address)

    @unittest.skipUnless(shutil.which("ssconvert"), "there is no Gnumeric beside this office")
    def test_read_by_gnumeric(self):
        done = subprocess.run(["ssconvert", "--export-type=Gnumeric_stf:stf_csv", str(self.paths[".xlsx"]), "fd://1"], check=True,
                              capture_output=True, text=True)
        first = [row.split(",") for row in done.stdout.splitlines()[:3]]
        self.assertEqual([row[3] for row in first], [self.seen[self.sheet(), (3, row)] for row in range(3)])

    def sheet(self):
        return next(iter(self.seen))[0]


FILTER = {".fods": "OpenDocument Spreadsheet Flat XML", ".ods": "calc8", ".xlsx": "Calc MS Excel 2007 XML"}


if __name__ == "__main__":
    unittest.main()
