# SPDX-License-Identifier: EUPL-1.2
"""What the sheets with whole tables of inputs have to be, whatever they compute; sheets.py is for those of single inputs."""
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree

from office import BUILD, LOCALES, SCRATCH, Office, properties
from sheets import LEAST_CONTRAST, MESSAGE, contrast

ERRORS, FORMULAS = 4, 16
NAMESPACE = {"fo": "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}",
             "style": "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"}


def path_of(name, suffix=".fods"):
    return BUILD / "samples" / (name + suffix)


class OpenSheet:
    """Opens `sheet` in a Dutch office for each test; one office serves all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.office = Office("nl-NL")
        cls.office.start()

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    def setUp(self):
        self.book = self.office.open(path_of(self.sheet))

    def tearDown(self):
        self.office.close(self.book)

    def put(self, name, content):
        cells = self.book.NamedRanges.getByName(name).getReferredCells()
        self.office.put(self.book, cells.AbsoluteName.replace("$", "").replace("'", ""), content)


def error_cells(book):
    """The addresses of all cells that show an error."""
    found = []
    for sheet in book.Sheets:
        for cells in sheet.queryFormulaCells(ERRORS).RangeAddresses:
            found.append(f"{sheet.Name}!R{cells.StartRow + 1}C{cells.StartColumn + 1}")
    return found


def contents(book):
    """Everything that the sheets show, as values and texts."""
    result = {}
    for sheet in book.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = cursor.RangeAddress
        data = sheet.getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow).getDataArray()
        result[sheet.Name] = data
    return result


def cell_styles(name):
    """The text and background colour of every cell style, inherited ones too."""
    styles = {}
    for style in ElementTree.parse(path_of(name)).iter(NAMESPACE["style"] + "style"):
        if style.get(NAMESPACE["style"] + "family") == "table-cell":
            cell = style.find(NAMESPACE["style"] + "table-cell-properties")
            text = style.find(NAMESPACE["style"] + "text-properties")
            styles[style.get(NAMESPACE["style"] + "name")] = (
                style.get(NAMESPACE["style"] + "parent-style-name"),
                None if text is None else text.get(NAMESPACE["fo"] + "color"),
                None if cell is None else cell.get(NAMESPACE["fo"] + "background-color"))

    def inherited(style, which, otherwise):
        while style in styles:
            if styles[style][which]:
                return styles[style][which]
            style = styles[style][0]
        return otherwise

    return {style: (inherited(style, 1, "#000000"), inherited(style, 2, "#ffffff")) for style in styles}


class SheetCase:
    """Tests for any sheet; a test class mixes it in and says which sheet it is and what its inputs are named."""

    name = None
    inputs = ()
    frozen = ()
    charts = 0
    check = None

    @classmethod
    def setUpClass(cls):
        cls.offices = {locale: cls.enterClassContext(Office(locale)) for locale in LOCALES}
        cls.office = cls.offices["nl-NL"]

    def opened(self, locale="nl-NL", suffix=".fods", **options):
        book = self.offices[locale].open(path_of(self.name, suffix), **options)
        self.addCleanup(book.close, True)
        return book

    def test_no_error_cell(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                self.assertEqual(error_cells(self.opened(locale)), [])

    def test_says_itself_that_the_extension_is_missing(self):
        for suffix in (".fods", ".ots"):
            with self.subTest(suffix=suffix), Office("nl-NL", extensions=None) as office:
                book = office.open(path_of(self.name, suffix))
                self.assertEqual(error_cells(book), [])
                for address in self.check:
                    self.assertIn(MESSAGE, office.value(book, address))

    def test_heals_when_the_extension_is_back(self):
        saved, again = SCRATCH / f"{self.name}-with.ods", SCRATCH / f"{self.name}-without.ods"
        book = self.opened()
        expected = contents(book)
        book.storeToURL(saved.as_uri(), properties(FilterName="calc8"))
        with Office("nl-NL", extensions=None) as office:
            book = office.open(saved)
            self.assertEqual(error_cells(book), [])
            self.assertIn(MESSAGE, office.value(book, self.check[0]))
            office.save_as(book, again)
        healed = self.office.open(again)
        self.assertEqual(contents(healed), expected)
        self.office.close(healed)

    def test_survives_other_formats(self):
        office = self.office
        book = office.open(path_of(self.name))
        expected, formulas = contents(book), formulas_of(book)
        for suffix in (".ods", ".xlsx", ".ods"):
            book = office.reopen(book, suffix)
            office.recalculate(book)
            self.assertEqual(contents(book), expected, suffix)
            kept = formulas_of(book)
            self.assertEqual([(cell, formulas[cell], kept.get(cell)) for cell in formulas if kept.get(cell) != formulas[cell]][:5], [], suffix)
            self.assertEqual(len(kept), len(formulas))
            self.assertEqual(error_cells(book), [])
        office.close(book)

    def test_template_is_the_same_sheet(self):
        flat, template = self.opened(), self.opened(suffix=".ots")
        self.assertEqual(template.getURL(), "", "a template opens as a new document")
        self.assertEqual(contents(template), contents(flat))
        self.assertEqual([len(sheet.Charts.ElementNames) for sheet in template.Sheets],
                         [len(sheet.Charts.ElementNames) for sheet in flat.Sheets])

    def test_inputs_are_open_and_the_rest_is_protected(self):
        book = self.opened()
        for sheet in book.Sheets:
            self.assertTrue(sheet.isProtected(), sheet.Name)
            sheet.unprotect("")
            self.assertFalse(sheet.isProtected(), f"{sheet.Name} has a password")
        for name in self.inputs:
            cells = book.NamedRanges.getByName(name).getReferredCells()
            self.assertFalse(cells.CellProtection.IsLocked, name)
            self.assertIn(":", book.NamedRanges.getByName(name).Content, f"{name} must be a range, or empty would be 0")
        for sheet in book.Sheets:
            for cells in sheet.queryContentCells(FORMULAS).RangeAddresses:
                formulas = sheet.getCellRangeByPosition(cells.StartColumn, cells.StartRow, cells.EndColumn, cells.EndRow)
                if not formulas.CellStyle.startswith("Invoer"):
                    self.assertTrue(formulas.CellProtection.IsLocked, formulas.AbsoluteName)

    def test_colours_can_be_read(self):
        for style, (text, background) in cell_styles(self.name).items():
            self.assertGreaterEqual(contrast(text.lower(), background.lower()), LEAST_CONTRAST, style)

    def test_charts_have_texts(self):
        book, found = self.opened(), 0
        for sheet in book.Sheets:
            for i in range(sheet.DrawPage.Count):
                shape = sheet.DrawPage.getByIndex(i)
                found += 1
                self.assertTrue(shape.Title and len(shape.Description) > 60, shape.Name)
        self.assertEqual(found, self.charts)

    def test_heads_are_frozen(self):
        book = self.office.desktop.loadComponentFromURL(path_of(self.name).as_uri(), "_blank", 0, ())
        self.addCleanup(book.close, True)
        for sheet in self.frozen:
            book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
            self.assertTrue(book.CurrentController.hasFrozenPanes(), sheet)

    def test_no_macro_and_no_loose_formatting(self):
        text = path_of(self.name).read_text(encoding="utf-8")
        self.assertNotIn("office:scripts", text)
        automatic = text[text.index("<office:automatic-styles>"):text.index("</office:automatic-styles>")]
        self.assertNotIn('style:family="table-cell"', automatic)

    def test_prints_on_a4_and_says_whose_it_is(self):
        book = self.opened()
        page = book.StyleFamilies.getByName("PageStyles").getByName(book.Sheets.getByIndex(0).PageStyle)
        for length, expected in zip(sorted((page.Width, page.Height)), (21000, 29700)):
            self.assertAlmostEqual(length, expected, delta=2)
        self.assertEqual(page.ScaleToPagesX, 1)
        about = book.DocumentProperties
        self.assertTrue(about.Title)
        own = about.UserDefinedProperties
        self.assertIn("EUPL-1.2", own.getPropertyValue("Licentie"))
        self.assertTrue(own.getPropertyValue("Bron"))

    def test_nothing_is_cut_on_paper(self):
        """A number that does not fit shows ###."""
        for locale in LOCALES:
            with self.subTest(locale=locale):
                text = on_paper(self.opened(locale))
                self.assertEqual(re.findall(r".*(?:###|Err:|Fout:|#NAAM|#NAME|#WAARDE|#VALUE).*", text), [])


def on_paper(book):
    """What a print of all sheets shows, conditional formats included."""
    paper = SCRATCH / f"paper-{os.getpid()}.pdf"
    book.storeToURL(paper.as_uri(), properties(FilterName="calc_pdf_Export"))
    return subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout


def formulas_of(book):
    """The formulas of every sheet; spaces and the case of functions may differ between formats, nothing else."""
    result = {}
    for sheet in book.Sheets:
        for cells in sheet.queryContentCells(FORMULAS).RangeAddresses:
            area = sheet.getCellRangeByPosition(cells.StartColumn, cells.StartRow, cells.EndColumn, cells.EndRow)
            for i, row in enumerate(area.getFormulaArray()):
                for j, formula in enumerate(row):
                    result[sheet.Name, cells.StartRow + i, cells.StartColumn + j] = formula.upper().replace(" ", "")
    return result
