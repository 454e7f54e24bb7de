# SPDX-License-Identifier: EUPL-1.2
"""What every sheet that we hand out must hold; its test inherits from Sheet and names the file."""
import re
import xml.etree.ElementTree as ElementTree

from com.sun.star.sheet import FormulaResult

from office import LOCALES, ROOT, SCRATCH, Error, Office, cell_value, properties, url

MESSAGE = "Installeer de extensie Meedoen"
VALUES_AND_TEXTS = 1 | 2 | 4 | 16
INPUT_COLOUR = 0xFFF2CC
LEAST_CONTRAST = 4.5  # WCAG 2.1, level AA, text of any size


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)


def cells(book):
    """Every cell that is not empty, with its address."""
    for sheet in book.Sheets:
        area = used(sheet)
        for row, formulas in enumerate(area.getFormulaArray()):
            for place, formula in enumerate(formulas):
                if formula:
                    cell = area.getCellByPosition(place, row)
                    yield cell.AbsoluteName.replace("$", ""), cell


def snapshot(book):
    """The formula and the value of every cell that is not empty, a number in the 15 digits that a file keeps."""
    def kept(value):
        return float(f"{value:.14e}") if isinstance(value, float) else value
    found = {}
    for sheet in book.Sheets:
        area = used(sheet)
        wrong = {cell.AbsoluteName: cell_value(cell) for cell in area.queryFormulaCells(FormulaResult.ERROR).Cells}
        for row, (formulas, values) in enumerate(zip(area.getFormulaArray(), area.getDataArray())):
            for place, (formula, value) in enumerate(zip(formulas, values)):
                if formula:
                    found[f"{sheet.Name}.{chr(ord('A') + place)}{row + 1}"] = (formula, kept(value))
        found.update({address.replace("$", ""): (found[address.replace("$", "")][0], error) for address, error in wrong.items()})
    return found


def cell_at(book, address):
    """The cell at "B1" of the first sheet, or at "Sheet.B1"."""
    sheet, _, place = address.rpartition(".")
    return (book.Sheets.getByName(sheet) if sheet else book.Sheets.getByIndex(0)).getCellRangeByName(place)


def value(book, address):
    return cell_value(cell_at(book, address).getCellByPosition(0, 0))


def column(book, address):
    cells_of = cell_at(book, address)
    return [cell_value(cells_of.getCellByPosition(0, row)) for row in range(cells_of.Rows.Count)]


def named(book, name):
    return book.NamedRanges.getByName(name).ReferredCells.getCellByPosition(0, 0)


def names(book):
    return book.NamedRanges.ElementNames


def enter(book, name, content):
    """As a user would: a number, a word, or None for an emptied cell."""
    cell = named(book, name)
    if content is None:
        cell.clearContents(VALUES_AND_TEXTS)
    elif isinstance(content, str):
        cell.setString(content)
    else:
        cell.setValue(content)


def pages(book, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    book.storeToURL(url(path), properties(FilterName="calc_pdf_Export"))
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text, ground):
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Sheet:
    """The proofs; `name` is the file, `frozen` its sheets with frozen headers, `paper` how many pages it prints, `large_input` an
    input with an amount to show. One office of each language serves all of them."""
    name = None
    frozen = ()
    paper = None
    large_input = None

    @classmethod
    def setUpClass(cls):
        cls.path = ROOT / "samples" / f"{cls.name}.fods"
        cls.offices = {locale: cls.enterClassContext(Office(locale)) for locale in LOCALES}

    def opened(self, locale="nl-NL", path=None, hidden=True):
        book = self.offices[locale].desktop.loadComponentFromURL(url(path or self.path), "_blank", 0, properties(Hidden=hidden))
        self.addCleanup(book.close, True)
        return book

    def test_no_cell_shows_an_error(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                wrong = {address: value for address, (_, value) in snapshot(book).items() if isinstance(value, Error)}
                self.assertEqual(wrong, {})
                self.assertEqual(cell_value(named(book, "melding")), "")

    def test_numbers_follow_the_language(self):
        shown = {}
        name, number = self.large_input
        for locale in LOCALES:
            book = self.opened(locale)
            enter(book, name, number)
            shown[locale] = named(book, name).getString()
        self.assertEqual(shown, {"en-US": f"{number:,}", "nl-NL": f"{number:,}".replace(",", ".")})

    def test_the_way_to_excel_and_back_keeps_formulas_and_results(self):
        office = self.offices["nl-NL"]
        book = office.open(self.path)
        before = snapshot(book)
        self.assertGreater(sum("MEEDOEN." in formula for formula, _ in before.values()), 5)
        kept_names = names(book)
        for suffix in (".ods", ".xlsx", ".ods"):
            book = office.reopen(book, suffix)
            with self.subTest(after=suffix):
                self.assertEqual(snapshot(book), before)
                self.assertEqual(names(book), kept_names)
        office.recalculate(book)
        self.assertEqual(snapshot(book), before)
        office.close(book)

    def test_without_the_extension_it_says_so_and_heals(self):
        book = self.opened()
        before = snapshot(book)
        computed = SCRATCH / f"{self.name}-computed.ods"
        computed.parent.mkdir(parents=True, exist_ok=True)
        book.storeToURL(url(computed), properties(FilterName="calc8"))
        saved = {}
        with Office(extensions=None) as office:
            for path in (self.path, computed):
                with self.subTest(opened=path.suffix):
                    book = office.open(path)
                    values = snapshot(book)
                    self.assertEqual(cell_value(named(book, "melding")), MESSAGE)
                    self.assertEqual([address for address, (_, value) in values.items() if isinstance(value, Error)], [])
                    results = [value for formula, value in values.values() if "meedoen." in formula.lower() and value]
                    self.assertEqual(results, [MESSAGE])
                    saved[path.suffix] = SCRATCH / f"{self.name}-without{path.suffix}.ods"
                    office.save_as(book, saved[path.suffix])
                    office.close(book)
        for suffix, path in saved.items():
            with self.subTest(healed=suffix):
                self.assertEqual(snapshot(self.opened(path=path)), before)

    def test_inputs_are_yellow_open_and_of_one_cell_and_the_rest_is_protected(self):
        book = self.opened()
        addresses = set()
        for name in names(book):
            self.assertRegex(book.NamedRanges.getByName(name).Content, r"^\$\w+\.(\$[A-Z]+\$[0-9]+):\1$", name)
            if name != "melding":
                cell = named(book, name)
                addresses.add(cell.AbsoluteName.replace("$", ""))
                self.assertFalse(cell.CellProtection.IsLocked, name)
                self.assertEqual(cell.CellBackColor, INPUT_COLOUR, name)
        for address, cell in cells(book):
            if address not in addresses:
                self.assertTrue(cell.CellProtection.IsLocked, address)
                self.assertNotEqual(cell.CellBackColor, INPUT_COLOUR, address)
        for sheet in book.Sheets:
            self.assertTrue(sheet.isProtected())
            sheet.unprotect("")
            self.assertFalse(sheet.isProtected(), "no password")

    def test_headers_are_frozen(self):
        controller = self.opened(hidden=False).CurrentController
        for sheet in self.frozen:
            controller.setActiveSheet(controller.Model.Sheets.getByName(sheet))
            self.assertTrue(controller.hasFrozenPanes(), sheet)

    def test_charts_have_a_text_for_who_cannot_see_them(self):
        book = self.opened()
        shapes = [shape for sheet in book.Sheets for shape in sheet.DrawPage]
        charts = [chart.EmbeddedObject for sheet in book.Sheets for chart in sheet.Charts]
        self.assertEqual(len(shapes), len(charts))
        self.assertGreater(len(charts), 0)
        for shape in shapes:
            self.assertGreater(len(shape.Title), 10)
            self.assertGreater(len(shape.Description), 50)

    def test_it_prints_on_whole_pages(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(pages(book, SCRATCH / f"{self.name}-{locale}.pdf"), self.paper)
                for sheet in book.Sheets:
                    style = book.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
                    short, long = sorted((style.Width, style.Height))
                    self.assertAlmostEqual(short, 21000, delta=2)
                    self.assertAlmostEqual(long, 29700, delta=2)

    def test_it_says_what_it_is_and_under_which_licence(self):
        about = self.opened().DocumentProperties
        self.assertTrue(about.Title and about.Description)
        self.assertEqual(about.UserDefinedProperties.Licentie, "EUPL-1.2")
        self.assertIn("24 515", about.UserDefinedProperties.Bron)

    def test_no_text_calls_the_free_use_of_the_money_a_wrong(self):
        for address, cell in cells(self.opened()):
            self.assertNotRegex(cell.getString().lower(), r"onrechtmatig|onwettig|illegaal|verboden", address)

    def test_text_stands_out_from_its_ground(self):
        styles, space = {}, {}
        for _, (prefix, uri) in ElementTree.iterparse(self.path, events=["start-ns"]):
            space[prefix] = uri
        def attribute(element, prefix, local):
            return element.get(f"{{{space[prefix]}}}{local}")
        for style in ElementTree.parse(self.path).iter(f"{{{space['style']}}}style"):
            if attribute(style, "style", "family") == "table-cell":
                text, cell = (style.find(f"style:{part}-properties", space) for part in ("text", "table-cell"))
                styles[attribute(style, "style", "name")] = (
                    attribute(style, "style", "parent-style-name"),
                    attribute(text, "fo", "color") if text is not None else None,
                    attribute(cell, "fo", "background-color") if cell is not None else None)
        def inherited(style, part, otherwise):
            while style:
                if styles[style][part]:
                    return styles[style][part]
                style = styles[style][0]
            return otherwise
        self.assertGreater(len(styles), 10)
        for style in styles:
            ratio = contrast(inherited(style, 1, "#000000"), inherited(style, 2, "#ffffff"))
            self.assertGreaterEqual(ratio, LEAST_CONTRAST, style)

    def test_no_macro_and_no_loose_formatting(self):
        text = self.path.read_text(encoding="utf-8")
        self.assertNotIn("office:scripts", text)
        automatic = text[text.index("<office:automatic-styles>"):text.index("</office:automatic-styles>")]
        self.assertNotIn('style:family="table-cell"', automatic)
