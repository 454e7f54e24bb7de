# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The menu's copy with values keeps all that is no formula of ours, part for part of its file: controls, scenarios, pivot tables, filters,
print settings, links, views, macros and what else a document can hold."""
import re
import unittest
import zipfile
from xml.etree import ElementTree

from office import SCRATCH, Office, properties, uno, url
from test_copy_leaves_nothing import holders
from test_copy_values import FILTER, values
from untouched import settled, state, stored

from com.sun.star.beans import NamedValue
from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
from com.sun.star.sheet.FilterOperator import GREATER
from com.sun.star.sheet.SheetLinkMode import NORMAL
from com.sun.star.table import CellAddress, CellRangeAddress
from com.sun.star.table.TableOrientation import ROWS
from com.sun.star.view.DocumentZoomType import BY_VALUE

REACH = "MEEDOEN.BUDGET.REACHPCT"
FIRST, SECOND, THIRD = "Een", "Twee", "Drie"
MACRO = "Sub Bij_openen\nEnd Sub\n"
PRINTAREA = 3  # a filter criterion and a print range: com.sun.star.sheet.NamedRangeFlag


def size(width, height):
    return uno.createUnoStruct("com.sun.star.awt.Size", width, height)


def place(x, y):
    return uno.createUnoStruct("com.sun.star.awt.Point", x, y)


class Whole:
    """A document with all of it, of which `first` holds keys in A:C and our formulas in D."""

    def __init__(self, office):
        self.office = office
        self.other = self.make_other()
        self.book = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        self.book.Sheets.getByIndex(0).Name = FIRST
        for number, name in enumerate((SECOND, THIRD), 1):
            self.book.Sheets.insertNewByName(name, number)
        self.first, self.second, self.third = map(self.book.Sheets.getByName, (FIRST, SECOND, THIRD))
        office.save_as(self.book, SCRATCH / "geheel" / "document.ods")
        self.fill()
        for part in (self.link, self.write, self.comment, self.set_paper, self.pivot, self.filter, self.outline, self.name, self.set_document,
                     self.add_macro, self.add_controls, self.draw, self.set_views):
            part()
        office.save_as(self.book, SCRATCH / "geheel" / "document.ods")

    def make_other(self):
        book = self.office.new()
        self.office.put(book, "A1:B3", [["naam", "aantal"], ["a", 1], ["b", 2]])
        book.Sheets.getByIndex(0).Name = "Bron"
        path = SCRATCH / "geheel" / "ander.ods"
        self.office.save_as(book, path)
        self.office.close(book)
        return url(path)

    def fill(self):
        put, book = self.office.put, self.book
        put(book, "A1:C6", [["naam", "bereikt", "doelgroep"], ["a", 1, 2], ["b", 2, 3], ["c", 3, 4], ["d", 4, 5], ["e", 5, 6]])
        put(book, "D1", "deel")
        for row in range(2, 7):
            put(book, f"D{row}", f"={REACH}(B{row};C{row})")
        self.office.array(book, f"{THIRD}.H1:I4", f"=MEEDOEN.BUDGET.ALLOCATEDUSTEPS(100;${FIRST}.B2:B6)")
        self.third.getCellRangeByName("H2:I3").merge(True)

    def link(self):
        put, book = self.office.put, self.book
        put(book, "F1", f"='{self.other}'#$Bron.B2")
        put(book, "F2", f"='{self.other}'#$Bron.B2+{REACH}(1;2)")
        put(book, "F3", '=HYPERLINK("ander.ods";"het andere")')
        put(book, "F4", '=WEBSERVICE("http://localhost:1/niets")')
        self.second.link(self.other, "Bron", "calc8", "", NORMAL)

    def write(self):
        """Fields, letters and sizes of cells."""
        cell = self.first.getCellRangeByName("G1")
        field = self.book.createInstance("com.sun.star.text.TextField.URL")
        field.URL, field.Representation = self.other, "naar het andere"
        cell.insertTextContent(cell.createTextCursor(), field, False)
        cell = self.first.getCellRangeByName("G2")
        cell.String = "vet en niet"
        cursor = cell.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(3, True)
        cursor.CharWeight = 150.0
        self.first.getCellRangeByName("D2").RotateAngle = 4500
        self.first.getCellRangeByName("D3").IsTextWrapped = True
        self.first.Rows.getByIndex(2).Height, self.first.Columns.getByIndex(3).Width = 2000, 5000
        validation = self.first.getCellRangeByName("D2").Validation
        validation.ShowInputMessage, validation.InputTitle, validation.InputMessage = True, "Deel", "Wordt berekend"
        self.first.getCellRangeByName("D2").Validation = validation

    def comment(self):
        self.first.Annotations.insertNew(CellAddress(0, 3, 1), "bij onze cel")
        comment = self.first.Annotations.getByIndex(0)
        comment.IsVisible, comment.AnnotationShape.FillColor, comment.AnnotationShape.CharHeight = True, 0xFF00FF, 14

    def set_paper(self):
        self.first.setPrintAreas((CellRangeAddress(0, 0, 0, 3, 5), CellRangeAddress(0, 5, 0, 6, 4)))
        self.first.setPrintTitleRows(True)
        self.first.setTitleRows(CellRangeAddress(0, 0, 0, 3, 0))
        self.first.setPrintTitleColumns(True)
        self.first.setTitleColumns(CellRangeAddress(0, 0, 0, 0, 5))
        page = self.book.StyleFamilies.getByName("PageStyles").getByName(self.first.PageStyle)
        page.HeaderIsOn, page.ScaleToPagesX, page.FirstPageNumber = True, 1, 4
        header = page.RightPageHeaderContent
        for name in ("PageNumber", "SheetName", "FileName"):
            header.CenterText.insertTextContent(header.CenterText.createTextCursor(), self.book.createInstance(f"com.sun.star.text.TextField.{name}"), False)
        page.RightPageHeaderContent = header

    def pivot(self):
        tables = self.third.DataPilotTables
        table = tables.createDataPilotDescriptor()
        table.setSourceRange(CellRangeAddress(0, 0, 0, 3, 5))
        table.DataPilotFields.getByIndex(0).Orientation = ROW
        table.DataPilotFields.getByIndex(3).Orientation = DATA
        tables.insertNewByName("draaitabel", CellAddress(2, 0, 0), table)

    def filter(self):
        """A filter by what our formulas give, which hides a row; and one by cells that hold the criteria."""
        self.book.DatabaseRanges.addNewByName("gegevens", CellRangeAddress(0, 0, 0, 3, 5))
        data = self.book.DatabaseRanges.getByName("gegevens")
        data.AutoFilter = True
        field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        field.Field, field.Operator, field.IsNumeric, field.NumericValue = 3, GREATER, True, 0.6
        descriptor = data.getFilterDescriptor()
        descriptor.ContainsHeader = True
        descriptor.setFilterFields((field,))
        data.refresh()

    def outline(self):
        rows = CellRangeAddress(2, 0, 20, 0, 22)
        self.third.group(rows, ROWS)
        self.third.hideDetail(rows)
        self.third.TabColor = 0xFF0000

    def name(self):
        at = CellAddress(0, 1, 1)
        self.first.NamedRanges.addNewByName("plaatselijk", f"{REACH}(${FIRST}.$B$2;${FIRST}.$C$2)", at, 0)
        self.book.NamedRanges.addNewByName("links_ervan", f"{FIRST}.A2", at, 0)
        self.book.NamedRanges.addNewByName("af_te_drukken", f"${FIRST}.$A$1:$D$4", at, PRINTAREA)
        self.office.put(self.book, "H1", "=plaatselijk*2")
        self.office.put(self.book, "H2", "=links_ervan")

    def set_document(self):
        book, about = self.book, self.book.DocumentProperties
        about.Subject, about.Keywords, about.Description = "onderwerp", ("kinderen", "armoede"), "beschrijving"
        about.UserDefinedProperties.addProperty("Kenmerk", 0, "Z-1")
        book.IsIterationEnabled, book.IterationCount, book.IterationEpsilon = True, 55, 0.01
        book.CalcAsShown, book.StandardDecimals, book.NullDate = True, 3, uno.createUnoStruct("com.sun.star.util.Date", 1, 1, 1904)
        book.IgnoreCase, book.MatchWholeCell, book.RegularExpressions = True, False, True

    def add_macro(self):
        libraries = self.book.BasicLibraries
        if not libraries.hasByName("Standard"):
            libraries.createLibrary("Standard")
        libraries.getByName("Standard").insertByName("Module1", MACRO)

    def add_control(self, form, kind, top, cell=None, entries=None):
        shape = self.book.createInstance("com.sun.star.drawing.ControlShape")
        shape.setSize(size(3000, 800))
        shape.setPosition(place(26000, top))
        model = self.book.createInstance(f"com.sun.star.form.component.{kind}")
        shape.Control, model.Name = model, kind
        form.insertByIndex(form.Count, model)
        self.first.DrawPage.add(shape)
        if cell is not None:
            model.setValueBinding(self.book.createInstanceWithArguments("com.sun.star.table.CellValueBinding", (NamedValue("BoundCell", cell),)))
        if entries is not None:
            model.setListEntrySource(self.book.createInstanceWithArguments("com.sun.star.table.CellRangeListSource", (NamedValue("CellRange", entries),)))
        return model

    def add_controls(self):
        """One feeds a formula of ours, one lists what our formulas give."""
        form = self.book.createInstance("com.sun.star.form.component.Form")
        self.first.DrawPage.Forms.insertByName("Formulier", form)
        for row, content in enumerate((4, "=TRUE()", 0.5, None), 1):
            self.office.put(self.book, f"I{row}", content)
        self.add_control(form, "ScrollBar", 1000, CellAddress(0, 8, 0))
        self.add_control(form, "CheckBox", 2000, CellAddress(0, 8, 1))
        self.add_control(form, "ListBox", 3000, CellAddress(0, 8, 2), CellRangeAddress(0, 3, 1, 3, 5))
        self.add_control(form, "CommandButton", 4000).Label = "Knop"
        self.add_control(form, "TextField", 5000, CellAddress(0, 8, 3))
        self.office.put(self.book, "J1", f"={REACH}(I1;10)")

    def draw(self):
        shape = self.book.createInstance("com.sun.star.drawing.RectangleShape")
        self.first.DrawPage.add(shape)
        shape.setSize(size(3000, 1000))
        shape.setPosition(place(20000, 1000))
        shape.String, shape.Title, shape.Description = "tekst", "titel", "wat er te zien is"
        where = uno.createUnoStruct("com.sun.star.awt.Rectangle", 20000, 9000, 8000, 5000)
        self.first.Charts.addNewByName("grafiek", where, (CellRangeAddress(0, 3, 0, 3, 5),), True, True)
        where.Y = 15000
        self.first.Charts.addNewByName("van de matrix", where, (CellRangeAddress(2, 7, 0, 8, 3),), False, False)

    def set_views(self):
        view = self.book.CurrentController
        view.setActiveSheet(self.first)
        view.freezeAtPosition(1, 1)
        view.setActiveSheet(self.third)
        view.splitAtPosition(300, 200)
        view.ZoomType, view.ZoomValue, view.ShowGrid, view.HasColumnRowHeaders = BY_VALUE, 130, False, False
        view.select(self.third.getCellRangeByName("E9"))
        view.setActiveSheet(self.first)
        view.ZoomValue, view.ShowZeroValues = 80, False
        view.select(self.first.getCellRangeByName("C5"))


def parts(book, name):
    """The parts of a document's file as texts, without pictures of it, the moment, and what the office adds when a document is shown."""
    path = SCRATCH / "geheel" / name
    book.storeToURL(url(path), properties(FilterName=FILTER[".ods"]))
    with zipfile.ZipFile(path) as file:
        return {part: re.sub(' text:(?:time|date)-value="[^"]*"', "", file.read(part).decode("utf-8", "replace")) for part in file.namelist()
                if part.endswith(".xml") and not part.startswith(("META-INF/", "Configurations2/"))}


def without_formulas(content):
    """What a cell of ours holds besides its formula, and what a name of ours becomes."""
    content = re.sub(r'( table:number-matrix-(?:columns|rows)-spanned="\d+"){0,2} table:formula="of:=[^"]*(?:MEEDOEN\.|plaatselijk)[^"]*"', "", content)
    return re.sub(r'table:expression="MEEDOEN\.[^"]*"', 'table:expression="#N/A"', content)


def described(content):
    """The elements of the body, a line each, with what its styles are instead of their names: those are numbered anew each time."""
    tree = ElementTree.fromstring(content)
    space = "{urn:oasis:names:tc:opendocument:xmlns:"
    styles = {}
    for style in tree.find(f"{space}office:1.0}}automatic-styles"):
        name = style.attrib.pop(f"{space}style:1.0}}name")
        styles[name] = ElementTree.tostring(style, encoding="unicode")
    lines = []
    for element in tree.find(f"{space}office:1.0}}body").iter():
        attributes = {name: styles.get(value, value) if name.endswith("style-name") else value for name, value in element.attrib.items()}
        lines.append(f"{element.tag} {sorted(attributes.items())} {(element.text or '').strip()} {(element.tail or '').strip()}")
    return lines


def settings(text):
    """Without the printer and the place of the window, which are asked for in between, and what an office adds."""
    item = r'<config:config-item config:name="(?:PrinterSetup|PrinterName|SyntaxStringRef|WindowState)"[^>]*?(?:/>|>.*?</config:config-item>)'
    return re.sub(item, "", text)


class Kept(unittest.TestCase):
    def test_all_of_it(self):
        with Office.borrowed("nl-NL") as office:
            Whole(office).book.close(True)
            path = SCRATCH / "geheel" / "document.ods"
            book = office.desktop.loadComponentFromURL(url(path), "_blank", 0, ())
            held = settled(book)
            book.UndoManager.clear()
            book.setModified(False)
            before = state(book)
            copy, = office.choose(book, "values")
            self.assertEqual(state(book), before)
            self.assertEqual(copy.CurrentController.ViewData, book.CurrentController.ViewData)
            # Through a file too, which the office makes without us: it numbers formats anew, and 26.8 puts drawings in another order.
            parts(book, "weer.ods")
            control = office.desktop.loadComponentFromURL(url(SCRATCH / "geheel" / "weer.ods"), "_blank", 0, properties(AsTemplate=True))
            expected, found = parts(control, "verwacht.ods"), parts(copy, "gevonden.ods")
            self.assertEqual(sorted(found), sorted(expected))
            self.see(described(found["content.xml"]), described(without_formulas(expected["content.xml"])))
            styles, others = (each["styles.xml"].partition("</office:font-face-decls>")[2].split("><") for each in (found, expected))
            self.see(styles, others)
            self.assertEqual(settings(found["settings.xml"]), settings(expected["settings.xml"]))
            for part in set(expected) - {"content.xml", "styles.xml", "settings.xml", "meta.xml"}:
                self.assertEqual(found[part], expected[part], part)
            self.assertIn("Bij_openen", found["Basic/Standard/Module1.xml"])
            self.assertEqual(copy.DocumentProperties.UserDefinedProperties.Kenmerk, "Z-1")
            self.assertEqual((copy.DocumentProperties.Subject, copy.DocumentProperties.Keywords), ("onderwerp", ("kinderen", "armoede")))
            self.assertEqual(stored(book), held)
            self.assertEqual(holders(SCRATCH / "geheel" / "gevonden.ods"), [])

    def test_what_can_be_undone(self):
        """The office sorts controls in front of other drawings when it stores a document: nothing that its user could undo."""
        with Office.borrowed("nl-NL") as office:
            Whole(office).book.close(True)
            for entry in ("values", "check"):
                book = office.open(SCRATCH / "geheel" / "document.ods")
                for number in (1, 2):
                    office.put(book, "L1", number)
                book.UndoManager.undo()
                before = state(book)
                self.assertEqual([len(titles) for titles in before[1:3]], [1, 1])
                office.choose(book, entry)
                self.assertEqual(state(book), before)

    def test_the_next_sheet_opens_as_before(self):
        """A colleague's document at 80%; the office opens what names no zoom at the one that its own user chose."""
        path = SCRATCH / "geheel" / "tachtig.ods"
        with Office("nl-NL") as office:
            book = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
            office.put(book, "A1", f"={REACH}(1;2)")
            book.CurrentController.ZoomValue = 80
            office.save_as(book, path)
            self.assertEqual(self.zooms(office, book)[1], 80, "the office remembers what is chosen")
        with Office("nl-NL") as office:
            book = office.desktop.loadComponentFromURL(url(path), "_blank", 0, ())
            for entry in ("values", "check"):
                shown, = office.choose(book, entry)
                self.assertEqual(self.zooms(office, shown), (80 if entry == "values" else 100, 100), entry)

    def zooms(self, office, book):
        """Of this document, and of a new one after it is closed."""
        zoom = book.CurrentController.ZoomValue
        book.close(True)
        return zoom, office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ()).CurrentController.ZoomValue

    def see(self, lines, expected):
        for line, other in zip(lines, expected):
            self.assertEqual(line, other)
        self.assertEqual(len(lines), len(expected))

    def test_scenarios(self):
        """Each is a sheet of its own, with formulas of ours too; the second is shown, and may not be changed."""
        with Office.borrowed("nl-NL") as office:
            book = office.new()
            office.put(book, "M1:N3", [[1, 2], [3, 4], [5, 6]])
            office.put(book, "N4", f"={REACH}(M1;M2)")
            office.put(book, "P1", f"={REACH}(M1;N4)>0")
            for number, name in enumerate(("laag", "hoog"), 1):
                office.put(book, "M1", number)
                book.Sheets.getByIndex(0).Scenarios.addNewByName(name, (CellRangeAddress(0, 12, 0, 13, 3),), "")
                book.Sheets.getByName(name).Protected = True
            book = office.reopen(book, ".ods")
            before = state(book)
            copy, = office.choose(book, "values")
            self.assertEqual(state(book), before)
            self.assertEqual(values(copy), values(book))
            self.assertEqual(copy.Sheets.ElementNames, book.Sheets.ElementNames)
            kept, there = (re.findall("<table:scenario.*?>", parts(each, "scenario.ods")["content.xml"]) for each in (copy, book))
            self.assertEqual(kept, there)
            self.assertEqual(len(kept), 2)
            parts(copy, "scenario.ods")
            self.assertEqual(holders(SCRATCH / "geheel" / "scenario.ods"), [])
            for each in (book, copy):
                each.Sheets.getByIndex(0).Scenarios.getByName("laag").apply()
            self.assertEqual(values(copy), values(book))


if __name__ == "__main__":
    unittest.main()
