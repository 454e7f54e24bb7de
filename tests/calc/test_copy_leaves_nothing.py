# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The menu's copy with values holds no function of ours in any place that a document can have one, and looks the same."""
import re
import unittest
import zipfile
from xml.sax.saxutils import escape

import openpyxl
from office import LOCALES, SCRATCH, Office, uno
from paper import contents
from test_copy_values import FILTER, add_condition, add_validity, properties, values
from test_explain_cell import Explainer
from untouched import state

from com.sun.star.sheet.ConditionOperator import FORMULA, LESS_EQUAL
from com.sun.star.sheet.ConditionOperator import NONE as NO_OPERATOR
from com.sun.star.sheet.ValidationType import ANY, CUSTOM, DECIMAL, LIST, WHOLE
from com.sun.star.table import CellAddress, CellRangeAddress

REACH = "MEEDOEN.BUDGET.REACHPCT"
OTHER = "Het 'ene'.blad"
SPACE = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


# ---- Limits, as they stand in a file: the office takes none that is a formula from a program -------------------------------

def limit(kind, value, color=None):
    """The element of a limit: of a colour scale, which has a colour, or of bars and icons."""
    name, color = ("formatting-entry", "") if color is None else ("color-scale-entry", f' calcext:color="{color}"')
    value = escape(value, {'"': "&quot;"})
    return f'<calcext:{name} calcext:value="{value}" calcext:type="{kind}"{color}/>'


def scale(*limits):
    colors = ("#ff0000", "#ffff00", "#00a933")
    return "<calcext:color-scale>" + "".join(limit(*each, color) for each, color in zip(limits, colors)) + "</calcext:color-scale>"


def bars(*limits):
    return '<calcext:data-bar calcext:max-length="100" calcext:positive-color="#2a6099">' + "".join(limit(*each) for each in limits) + "</calcext:data-bar>"


def icons(*limits):
    return '<calcext:icon-set calcext:icon-set-type="3Arrows">' + "".join(limit(*each) for each in limits) + "</calcext:icon-set>"


LEAST, MOST = ("minimum", "0"), ("maximum", "0")
# address: (what its format has, the limits in the copy). In row n column A has n and column B 10n, so that A3 of B3 is 0.1.
LIMITS = {
    "A1:A6": (scale(LEAST, ("formula", f"{REACH}([.A3];[.B3])*30"), MOST), [LEAST, ("number", "3"), MOST]),
    "B1:B6": (bars(("number", "0"), ("formula", f"{REACH}([.$A$3];[$'Het ''ene''.blad'.$A$1])*6")), [("number", "0"), ("number", "60")]),
    "C1:C6": (icons(("percent", "0"), ("formula", f"2*{REACH}([.A1:.A2];[.A1:.A2])"), ("formula", "SUM([.A2:.A3])")),
              [("percent", "0"), ("number", "2"), ("formula", "=SUM([.A2:.A3])")]),
    # with functions and texts that a file spells otherwise
    "D1:D6": (scale(("formula", f"{REACH}([.A3];[.B3])"), ("formula", f"LEN(\"[.A1]'\")+COM.MICROSOFT.STDEV.S(1;1)-{REACH}([.A3];[.B3])*10")),
              [("number", "0.1"), ("number", "5")]),
    # the first of icons, which counts in newer offices only; a text; a third
    "E1:E6": (icons(("formula", f'{REACH}(1;2)'), ("formula", '"a"&' + f"{REACH}([.A1];[.A2])"), ("formula", f"{REACH}([.A1];[.A3])")),
              [("number", "0.5"), ("number", "1E+308"), ("number", "0.333333333333333")]),
    # an error
    "F1:F6": (bars(("formula", f'{REACH}(1;"x")'), MOST), [("number", "0"), MOST]),
    # the first of icons beside formulas that are not ours
    "H1:H6": (icons(("formula", f"{REACH}(1;10)"), ("formula", "SUM([.A2:.A3])-3"), ("formula", "[.A4]")),
              [LEAST, ("formula", "=SUM([.A2:.A3])-3"), ("formula", "=[.A4]")]),
    # nothing of ours
    "G1:G6": (scale(LEAST, ("formula", f'LEN("{REACH}(")-20')), [LEAST, ("formula", f'=LEN("{REACH}(")-20')]),
}
TOLD = {"nl-NL": "de grenzen van de kleuren, balken of pictogrammen zijn nu vaste getallen",
        "en-US": "the limits of the colours, bars or icons are now fixed numbers"}


def save(book, suffix):
    path = SCRATCH / f"nothing{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.storeToURL(uno.systemPathToFileUrl(str(path)), properties(FilterName=FILTER[suffix]))
    return path


def with_formats(office, book, formats):
    """The document opened again with conditional formats in its sheets: name of the sheet, address, entries."""
    text = save(book, ".fods").read_text(encoding="utf-8")
    for name, address, entries in formats:
        place = "'" + name.replace("'", "''") + "'."
        first, last = address.split(":")
        one = f'<calcext:conditional-format {SPACE} calcext:target-range-address="{escape(place + first)}:{escape(place + last)}">{entries}</calcext:conditional-format>'
        start = text.index("<table:table ", text.index("<office:spreadsheet"))
        while f'table:name="{escape(name, {chr(39): "&apos;"})}"' not in text[start:text.index(">", start)]:
            start = text.index("<table:table ", start + 1)
        end = text.index("</table:table>", start)
        there = text.find("</calcext:conditional-formats>", start, end)
        if there >= 0:
            text = text[:there] + one + text[there:]
        else:
            text = text[:end] + f"<calcext:conditional-formats {SPACE}>{one}</calcext:conditional-formats>" + text[end:]
    office.close(book)
    path = SCRATCH / "nothing-with.fods"
    path.write_text(text, encoding="utf-8")
    return office.open(path)


def picture(book):
    """What each page draws on paper."""
    path = SCRATCH / "nothing.pdf"
    book.storeToURL(uno.systemPathToFileUrl(str(path)), properties(FilterName="calc_pdf_Export"))
    return list(contents(path))


def holders(path):
    """The parts of a file in which a function of ours is called, with what stands around it."""
    found = []
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8", "replace")
            found += [(name, text[max(0, match.start() - 80):match.end() + 40]) for match in re.finditer(r"(?i)meedoen\.budget\.\w+\((?!&quot;|\")", text)]
    return found


class LeavesNothing(unittest.TestCase):
    def see_nothing_of_ours(self, copy):
        for suffix in (".ods", ".xlsx"):
            self.assertEqual(holders(save(copy, suffix)), [], suffix)

    def see_the_same(self, pages, expected):
        self.assertEqual(len(pages), len(expected))
        for number, (page, other) in enumerate(zip(pages, expected), 1):
            self.assertTrue(page == other, f"page {number} is drawn otherwise")

    @staticmethod
    def copy_of(office, book):
        """The copy, and the lines of the window."""
        _, text, *_ = Explainer(office)(book, entry="values")
        copy, = [document for document in office.documents() if document != book]
        return copy, [line for line in text.split("\n") if line][1:]

    @staticmethod
    def end(*documents):
        for document in documents:
            document.setModified(False)


class Limits(LeavesNothing):
    """Limits of colour scales, data bars and icon sets."""

    @staticmethod
    def numbers(office):
        book = office.new()
        book.Sheets.getByIndex(0).Name = "Toets"
        book.Sheets.insertNewByName(OTHER, 0)
        for name in book.Sheets.ElementNames:
            book.Sheets.getByName(name).getCellRangeByName("A1:H6").setDataArray(tuple((n, 10 * n, n, n / 20, n / 7, n, n, n) for n in range(1, 7)))
        book.Sheets.getByName(OTHER).getCellRangeByName("A1").setValue(0.3)
        return book

    def make(self, office):
        book = self.numbers(office)
        formats = [("Toets", address, entries) for address, (entries, _) in LIMITS.items()]
        return with_formats(office, book, [*formats, *((OTHER, address, LIMITS[address][0]) for address in ("A1:A6", "C1:C6"))])

    def limits(self, path):
        """By sheet and cells, what the limits are in a file: as kind and value."""
        with zipfile.ZipFile(path) as parts:
            text = parts.read("content.xml").decode("utf-8")
        found = {}
        for where, entries in re.findall(r'(?s)<calcext:conditional-format calcext:target-range-address="([^"]*)">(.*?)</calcext:conditional-format>', text):
            found[where.replace("&apos;", "'")] = [
                (kind, value.replace("&quot;", '"').replace("&apos;", "'"))
                for value, kind in re.findall(r'-entry calcext:value="([^"]*)" calcext:type="([^"]*)"', entries)]
        return found

    def expected(self):
        found = {f"Toets.{address.replace(':', ':Toets.')}": limits for address, (_, limits) in LIMITS.items()}
        quoted = "'Het ''ene''.blad'."
        return {**found, **{quoted + address.replace(":", ":" + quoted): LIMITS[address][1] for address in ("A1:A6", "C1:C6")}}

    def test_they_become_what_they_give(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office(locale, recovers=True) as office:
                book = self.make(office)
                before = self.limits(save(book, ".ods"))
                copy, told = self.copy_of(office, book)
                self.assertEqual(self.limits(save(copy, ".ods")), self.expected())
                self.assertEqual(self.limits(save(book, ".ods")), before, "the document stays as it was")
                self.see_nothing_of_ours(copy)
                self.see_the_same(picture(copy), picture(book))
                cells = ["'Het ''ene''.blad'.A1:A6", "'Het ''ene''.blad'.C1:C6"] + [f"Toets.{address}" for address in list(LIMITS)[:7]]
                self.assertEqual(told, [f"{each}: {TOLD[locale]}" for each in cells])
                self.end(book, copy)

    def test_by_a_name(self):
        """The office knows no name in a limit of a document that it has opened, but in one that is made in its window it does."""
        with Office.borrowed("nl-NL") as office:
            book = self.numbers(office)
            book.NamedRanges.addNewByName("kern", f"{REACH}($Toets.$A$3;$Toets.$B$3)", CellAddress(0, 0, 0), 0)
            copy, = office.choose(with_formats(office, book, [("Toets", "A1:A6", scale(LEAST, ("formula", "kern")))]), "values")
            self.assertEqual(self.limits(save(copy, ".ods")), {"Toets.A1:Toets.A6": [LEAST, ("number", "0.1")]})

    def test_beside_conditions(self):
        """They stay as they are; but one of ours is off, for a cell's own condition cannot be had beside a colour scale."""
        with Office.borrowed("nl-NL") as office:
            book = self.numbers(office)
            sheet = book.Sheets.getByName("Toets")
            for address, condition in (("A1:A6", "A1>3"), ("B1:B6", f"{REACH}(A1;B1)>0")):
                add_condition(sheet, address, (FORMULA, condition, ""))
            text = save(book, ".fods").read_text(encoding="utf-8")
            scaled = text.replace("</calcext:conditional-format>", scale(LEAST, ("formula", f"{REACH}([.A3];[.B3])*30")) + "</calcext:conditional-format>")
            path = SCRATCH / "nothing-beside.fods"
            path.write_text(scaled, encoding="utf-8")
            copy, = office.choose(office.open(path), "values")
            kept = copy.Sheets.getByName("Toets").ConditionalFormats.getConditionalFormats()
            self.assertEqual([(each.getByIndex(0).Operator, each.getByIndex(0).Formula1) for each in kept], [(24, "A1>3"), (24, "0")])
            self.assertEqual(set(map(tuple, self.limits(save(copy, ".ods")).values())), {(LEAST, ("number", "3"))})
            self.see_nothing_of_ours(copy)

    def test_in_an_office_without_the_extension(self):
        with Office.borrowed("nl-NL") as office:
            book = self.make(office)
            seen = picture(book)
            copy, = office.choose(book, "values")
            path = save(copy, ".ods")
        with Office.borrowed("nl-NL", extensions=None) as office:
            book = office.open(path)
            book.calculateAll()
            self.see_the_same(picture(book), seen)

    def test_read_by_openpyxl(self):
        with Office.borrowed("nl-NL") as office:
            copy, = office.choose(self.make(office), "values")
            found = openpyxl.load_workbook(save(copy, ".xlsx"))["Toets"].conditional_formatting
        limits = {str(group.sqref): (rule.colorScale or rule.dataBar or rule.iconSet).cfvo for group in found for rule in group.rules}
        kinds = {"minimum": "min", "maximum": "max", "number": "num", "percent": "percent"}
        for address, (_, expected) in list(LIMITS.items())[:6]:
            self.assertEqual(len(limits[address]), len(expected))
            for one, (kind, value) in zip(limits[address], expected):
                if kind != "formula":
                    self.assertEqual((one.type, float(one.val)), (kinds[kind], float(value)), address)


VALIDITY = {  # address: (kind, operator, formula, what it is in the copy)
    "H1": (DECIMAL, LESS_EQUAL, f"{REACH}($A$1;$B$1)", "0.1"),
    "H2:H3": (DECIMAL, LESS_EQUAL, f"{REACH}(A1;B1)", ""),
    "H4": (CUSTOM, NO_OPERATOR, f"{REACH}(A1;B1)<1", ""),
    "H5": (WHOLE, LESS_EQUAL, "SUM(A1:A3)", "SUM(A1:A3)"),
    "H6": (LIST, NO_OPERATOR, f"{REACH}(A1:A2;B1:B2)", ""),
}
PROTECTION = re.compile(r'<table:table table:name="([^"]*)"(.*?)>(<loext:table-protection.*?/>)?')


class ProtectedValidity(LeavesNothing):
    """The validity of locked cells, in sheets with and without a password, and with what their protection allows."""

    NAMES = ("Met 'n wachtwoord", "Zonder", "Open", "Vrij")

    def make(self, office):
        book = office.new()
        for place, name in enumerate(self.NAMES):
            book.Sheets.insertNewByName(name, place)
            sheet = book.Sheets.getByName(name)
            sheet.getCellRangeByName("A1:B3").setDataArray(((1, 10), (2, 20), (3, 30)))
            sheet.getCellRangeByName("C1").setFormula(f"={REACH}(A1;B1)>0")
            if name != "Vrij":
                for address, (kind, operator, formula, _) in VALIDITY.items():
                    add_validity(sheet, address, kind, operator, formula)
        book.Sheets.removeByName(book.Sheets.getByIndex(len(self.NAMES)).Name)
        place = uno.createUnoStruct("com.sun.star.awt.Rectangle", 8000, 9000, 8000, 5000)
        book.Sheets.getByName("Open").Charts.addNewByName("verdeeld", place, (CellRangeAddress(0, 0, 0, 1, 2),), False, False)
        for name, password in zip(self.NAMES, ("geheim", "", None, "vrij")):
            if password is not None:
                book.Sheets.getByName(name).protect(password)
        return self.with_other_rights(office, book)

    @staticmethod
    def with_other_rights(office, book):
        """Opened again, with the first sheet allowing no more than that columns are put in."""
        text = save(book, ".fods").read_text(encoding="utf-8")
        office.close(book)
        path = SCRATCH / "nothing-protected.fods"
        path.write_text(re.sub("<loext:table-protection.*?/>", '<loext:table-protection loext:insert-columns="true"/>', text, count=1), encoding="utf-8")
        return office.open(path)

    @staticmethod
    def protection(path):
        """Of each sheet what the file says of its protection, with what that allows."""
        with zipfile.ZipFile(path) as parts:
            text = parts.read("content.xml").decode("utf-8")
        return {name: (sorted(re.findall(r'\S*:protect[^"]*"[^"]*"', attributes)), allowed) for name, attributes, allowed in PROTECTION.findall(text)}

    def test_it_becomes_a_value_or_goes(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = self.make(office)
                before = self.protection(save(book, ".ods"))
                copy, = office.choose(book, "values")
                for name in self.NAMES[:3]:
                    for address, (kind, *_, expected) in VALIDITY.items():
                        validity = copy.Sheets.getByName(name).getCellRangeByName(address).Validation
                        self.assertEqual((validity.Type, validity.getFormula1()), (kind if expected else ANY, expected), (name, address))
                self.see_nothing_of_ours(copy)
                self.assertEqual(self.protection(save(copy, ".ods")), before)
                self.assertIn("insert-columns", before["Met &apos;n wachtwoord"][1])
                self.assertEqual([copy.Sheets.getByName(name).isProtected() for name in self.NAMES], [True, True, False, True])
                self.assertEqual(values(copy), values(book))
                self.see_the_same(picture(copy), picture(book))
                self.assertRegex(copy.Title, "^(Kopie met waarden|Copy with values) ")
                for name, password in (("Met 'n wachtwoord", "geheim"), ("Zonder", ""), ("Vrij", "vrij")):
                    copy.Sheets.getByName(name).unprotect(password)
                    self.assertFalse(copy.Sheets.getByName(name).isProtected())


class Inner(LeavesNothing):
    """A sheet that stands inside the document as an object, alone and in a group."""

    CALC = "47BBB4CB-CE4C-4E80-a591-42d9ae74950f"

    def add(self, book, place):
        shape = book.createInstance("com.sun.star.drawing.OLE2Shape")
        book.Sheets.getByIndex(0).DrawPage.add(shape)
        shape.setSize(uno.createUnoStruct("com.sun.star.awt.Size", 5000, 3000))
        shape.setPosition(uno.createUnoStruct("com.sun.star.awt.Point", 4000, place))
        shape.CLSID = self.CALC
        sheet = shape.Model.Sheets.getByIndex(0)
        sheet.getCellRangeByName("A1:A3").setDataArray(((2,), (3,), (5,)))
        sheet.getCellRangeByName("B1").setFormula(f"={REACH}(A1;A3)")
        sheet.getCellRangeByName("C1:C3").setArrayFormula("=MEEDOEN.BUDGET.ALLOCATEDU(100;A1:A3)")
        sheet.getCellRangeByName("D1").setFormula("=SUM(A1:A3)")
        shape.Model.NamedRanges.addNewByName("kern", f"{REACH}($A$1;$A$3)", CellAddress(0, 0, 0), 0)
        add_condition(sheet, "A1:A3", (FORMULA, f"{REACH}(A1;A$3)>0.5", ""))
        add_validity(sheet, "A1", DECIMAL, LESS_EQUAL, f"{REACH}($A$1;$A$3)")
        return shape

    def make(self, office):
        book = office.new()
        shapes = office.service("com.sun.star.drawing.ShapeCollection")
        shapes.add(self.add(book, 1000))
        shapes.add(self.add(book, 5000))
        book.Sheets.getByIndex(0).DrawPage.group(shapes)
        self.add(book, 9000)
        return office.reopen(book, ".ods")

    def models(self, shapes):
        for place in range(shapes.Count):
            shape = shapes.getByIndex(place)
            if shape.ShapeType.endswith("GroupShape"):
                yield from self.models(shape)
            else:
                yield shape.Model

    def test_its_formulas_become_values(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = self.make(office)
                seen = picture(book)
                book.setModified(False)
                before = state(book)
                copy, = office.choose(book, "values")
                self.assertEqual(state(book), before)
                self.see_nothing_of_ours(copy)
                self.see_the_same(picture(copy), seen)
                models = list(self.models(copy.Sheets.getByIndex(0).DrawPage))
                self.assertEqual(len(models), 3)
                for model in models:
                    cells = model.Sheets.getByIndex(0)
                    self.assertEqual(cells.getCellRangeByName("A1:D3").getFormulaArray(),
                                     (("2", "0.4", "20", "=SUM(A1:A3)"), ("3", "", "30", ""), ("5", "", "50", "")))
                    self.assertEqual(cells.getCellRangeByName("A1").Validation.getFormula1(), "0.4")

    def test_of_a_protected_one_too(self):
        """Alone, in a group and inside another, with a password and without; a chart beside them is left alone."""
        with Office.borrowed("nl-NL") as office:
            book = self.make(office)
            grouped, other, alone = self.models(book.Sheets.getByIndex(0).DrawPage)
            inmost = self.add(alone, 2000).Model
            for model, password in ((grouped, "geheim"), (alone, ""), (inmost, "binnen")):
                model.Sheets.getByIndex(0).protect(password)
            place = uno.createUnoStruct("com.sun.star.awt.Rectangle", 12000, 9000, 5000, 3000)
            book.Sheets.getByIndex(0).Charts.addNewByName("beeld", place, (CellRangeAddress(0, 0, 0, 1, 2),), False, False)
            book = office.reopen(book, ".ods")
            before, seen = self.protections(save(book, ".ods")), picture(book)
            copy, = office.choose(book, "values")
            self.see_nothing_of_ours(copy)
            self.see_the_same(picture(copy), seen)
            self.assertEqual(self.protections(save(copy, ".ods")), before)
            self.assertEqual(sorted(map(len, before)), [0, 0, 2, 4, 4])
            grouped, other, alone, inmost = self.inner(copy)
            for model, password in ((grouped, "geheim"), (other, None), (alone, ""), (inmost, "binnen")):
                sheet = model.Sheets.getByIndex(0)
                self.assertEqual(sheet.getCellRangeByName("A1").Validation.getFormula1(), "0.4")
                self.assertEqual(sheet.isProtected(), password is not None)
                if password is not None:
                    sheet.unprotect(password)
                self.assertFalse(sheet.isProtected())

    def inner(self, book):
        """All models, those of a model right behind it."""
        for model in self.models(book.Sheets.getByIndex(0).DrawPage):
            if hasattr(model, "Sheets"):
                yield model
                yield from self.inner(model)

    @staticmethod
    def protections(path):
        """Of each Calc document in a file what its sheets say of their protection."""
        with zipfile.ZipFile(path) as parts:
            texts = [parts.read(name).decode("utf-8") for name in sorted(parts.namelist()) if name.endswith("content.xml")]
        return [sorted(re.findall(r'\btable:protect[^"]*"[^"]*"|(?<=<loext:table-protection ).*?/>', re.sub(r' xmlns:\w+="[^"]*"', "", text)))
                for text in texts if "<office:spreadsheet" in text]

    def test_one_in_another_file_is_left_alone(self):
        with Office.borrowed("nl-NL") as office:
            other = office.new()
            office.put(other, "A1", f"={REACH}(1;2)")
            path = save(other, ".ods")
            office.close(other)
            book = office.new()
            office.put(book, "A1", f"={REACH}(1;2)")
            shape = book.createInstance("com.sun.star.drawing.OLE2Shape")
            book.Sheets.getByIndex(0).DrawPage.add(shape)
            shape.LinkURL = uno.systemPathToFileUrl(str(path))
            held = path.read_bytes()
            copy, = office.choose(book, "values")
            linked = copy.Sheets.getByIndex(0).DrawPage.getByIndex(0)
            if linked.Model:  # newer offices load nothing from another file unless somebody trusts it
                self.assertEqual(linked.LinkURL, shape.LinkURL)
                self.assertIn("(1;2)", linked.Model.Sheets.getByIndex(0).getCellByPosition(0, 0).Formula)
            copy.storeToURL(uno.systemPathToFileUrl(str(SCRATCH / "nothing-linked.ods")), properties(FilterName=FILTER[".ods"]))
            self.assertEqual(path.read_bytes(), held)


class RecordedChanges(LeavesNothing):
    """What a cell held before is a formula too."""

    def test_they_are_not_in_the_copy(self):
        with Office.borrowed("nl-NL") as office:
            book = office.new()
            office.put(book, "A1:A2", [[1], [2]])
            office.put(book, "B1", f"={REACH}(A1;A2)")
            book.RecordChanges = True
            office.put(book, "B1", f"={REACH}(A1;4)")
            office.put(book, "B2", f"={REACH}(A2;4)")
            office.put(book, "B2", 5)
            self.assertEqual(len(holders(save(book, ".ods"))), 3)
            copy, = office.choose(book, "values")
            self.see_nothing_of_ours(copy)
            self.assertEqual(office.values(copy, "B1:B2"), [[0.25], [5]])
            self.assertTrue(copy.RecordChanges)


class ProtectedChanges(LeavesNothing):
    """A recording of changes that nobody ends without its password goes on in the copy, from nothing."""

    KEY = "sZ5fVVbSXLB6OuUEPuXtfwSxwkE="

    def make(self, office):
        book = office.new()
        office.put(book, "A1:A3", [[1], [2], [3]])
        book.RecordChanges = True
        office.put(book, "B1", f"={REACH}(A1;A2)")
        office.put(book, "B1", f"={REACH}(A1;4)")
        office.array(book, "C1:C3", "=MEEDOEN.BUDGET.ALLOCATEDU(60;A1:A3)")
        office.put(book, "D1", f"={REACH}(A1;A2)")
        book.Sheets.getByIndex(0).Rows.removeByIndex(3, 1)
        path = save(book, ".fods")
        office.close(book)
        text = path.read_text(encoding="utf-8").replace("<table:tracked-changes", f'<table:tracked-changes table:protection-key="{self.KEY}"', 1)
        path = SCRATCH / "nothing-recorded.fods"
        path.write_text(text, encoding="utf-8")
        return office.open(path)

    def test_they_are_not_in_the_copy(self):
        with Office.borrowed("nl-NL") as office:
            book = self.make(office)
            self.assertTrue(book.IsRecordChangesProtected)
            before = state(book)
            copy, = office.choose(book, "values")
            self.assertEqual(state(book), before)
            self.see_nothing_of_ours(copy)
            self.assertEqual(office.values(copy, "A1:D3"), [[1, 0.25, 10, 0.5], [2, None, 20, None], [3, None, 30, None]])
            self.assertRegex(copy.Title, "^Kopie met waarden van nothing-recorded, ")
            self.assertFalse(copy.UndoManager.isUndoPossible())
            text = save(copy, ".fods").read_text(encoding="utf-8")
            self.assertIn("<table:tracked-changes/>", text)
            self.assertIn(f">{self.KEY}</config:config-item>", text)
            copy.RecordChanges = False
            self.assertTrue(copy.RecordChanges)


class OtherReferences(LeavesNothing):
    """In an office whose user writes references as Excel does, or as rows and columns, and functions in English."""

    SETTINGS = """ <item oor:path="/org.openoffice.Office.Calc/Formula/Syntax"><prop oor:name="Grammar" oor:op="fuse"><value>{}</value></prop></item>
 <item oor:path="/org.openoffice.Office.Calc/Formula/Syntax"><prop oor:name="EnglishFunctionName" oor:op="fuse"><value>true</value></prop></item>
"""

    def test_limits_become_what_they_give(self):
        limits = Limits()
        for syntax in (1, 2):
            with self.subTest(syntax=syntax), Office("nl-NL", settings=self.SETTINGS.format(syntax)) as office:
                book = limits.make(office)
                seen = picture(book)
                copy, = office.choose(book, "values")
                self.assertEqual(limits.limits(save(copy, ".ods")), limits.expected())
                self.see_nothing_of_ours(copy)
                self.see_the_same(picture(copy), seen)


if __name__ == "__main__":
    unittest.main()
