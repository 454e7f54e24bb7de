# SPDX-License-Identifier: EUPL-1.2
"""What every sheet that we hand out must hold, whatever it computes.

(1) The class of a sheet inherits from Sheet and lies in test_samples_NAME.py; test_samples.py fails for a sheet without one.
(2) An input is a yellow cell with a name. All other cells are locked, with no password, so that nobody breaks a formula by
    mistake.
(3) A sheet opened where the extension is missing says so at once, and heals when the extension is back.
(4) A difference between two sheets stands in the attributes of their classes, or is a fault.
(5) The English sheet has a class of its own, with the same proofs. Each is written in its own language in any office.
"""
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from math import isclose

from office import BUILD, LOCALES, SCRATCH, Office, cell_value, properties, url
from paper import EXACT, pages_of, sizes, words

from com.sun.star.sheet.FormulaResult import ERROR

MESSAGES = {"nl": "Installeer de extensie Meedoen", "en": "Install the extension Meedoen"}
MESSAGE_CELLS = ("melding", "message")
INPUT_COLOUR = 0xFFF2CC
LEAST_CONTRAST = 4.5  # WCAG 2.1, level AA, text of any size
THICK = 1.5            # points: the frame of an input, and the line below a head
INPUTS, HEADS = r"Invoer|Celinvoer|Input|Cell input", r"Kolomkop|Tabelkop|Column head|Table head"
LEAST_SIZE = 8         # points, on paper
HIGH_TWICE = 6.8       # centimetres of a sheet that a window of 1366 by 768 is high at 200%, measured with GTK 3
A4 = (21000, 29700)
HAIR = 60              # hundredths of a millimetre: the room above and below a text, and less than a line of it
FILE = 1e-14  # a file keeps 15 digits
NAMESPACES = {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
              "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0"}

cell_at, value, values = Office.range, Office.value, Office.values


def path_of(name, suffix=".fods"):
    return BUILD / "samples" / (name + suffix)


# ---- What a document holds -------------------------------------------------------------------------------------------


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)


def places(ranges):
    """The column and row of every cell in these ranges."""
    return {(column, row) for area in ranges.RangeAddresses for column in range(area.StartColumn, area.EndColumn + 1)
            for row in range(area.StartRow, area.EndRow + 1)}


def snapshot(book):
    """{(sheet, column, row): (formula, value)} of every cell that is not empty."""
    found = {}
    for sheet in book.Sheets:
        area = used(sheet)
        errors = places(sheet.queryFormulaCells(ERROR))
        for row, (formulas, results) in enumerate(zip(area.getFormulaArray(), area.getDataArray())):
            for column, (formula, result) in enumerate(zip(formulas, results)):
                if (column, row) in errors:
                    result = cell_value(sheet.getCellByPosition(column, row))
                if formula:
                    found[sheet.Name, column, row] = formula, result
    return found


def differences(found, before, by=0.0):
    """The first cells that differ, and how; numbers by more than that part of them."""
    def same(one, other):
        return one == other or (one is not None and other is not None and one[0] == other[0] and
                                all(isinstance(cell[1], float) for cell in (one, other)) and isclose(one[1], other[1], rel_tol=by))
    wrong = sorted(cell for cell in before.keys() | found.keys() if not same(before.get(cell), found.get(cell)))
    return [(cell, before.get(cell), found.get(cell)) for cell in wrong[:5]]


def error_cells(book):
    """The address of every cell that shows an error, and the error."""
    return {f"{sheet.Name}.R{row + 1}C{column + 1}": str(cell_value(sheet.getCellByPosition(column, row)))
            for sheet in book.Sheets for column, row in places(sheet.queryFormulaCells(ERROR))}


def shown_errors(book):
    """What the cells with an error show; out of a file, as asking for them one by one takes minutes where there are thousands."""
    kept = SCRATCH / f"errors-{os.getpid()}.fods"
    book.storeToURL(url(kept), properties(FilterName="OpenDocument Spreadsheet Flat XML"))
    return set(re.findall(r'calcext:value-type="error"[^>]*>\s*<text:p>([^<]*)<', kept.read_text(encoding="utf-8")))


def column(book, address):
    return [row[0] for row in values(book, address)]


def names(book):
    return book.NamedRanges.ElementNames


def referred(book, name):
    return book.NamedRanges.getByName(name).ReferredCells


def named(book, name):
    return referred(book, name).getCellByPosition(0, 0)


def enter(book, name, content):
    """As a user would, in the cells of that name: see Office.put."""
    Office.put(book, referred(book, name).AbsoluteName.replace("$", "").replace("'", ""), content)


def printed(book):
    """A print of all sheets, conditional formats included."""
    paper = SCRATCH / f"paper-{os.getpid()}.pdf"
    book.storeToURL(url(paper), properties(FilterName="calc_pdf_Export"))
    return paper


def on_paper(book):
    """What a print of all sheets shows."""
    return subprocess.run(["pdftotext", "-layout", printed(book), "-"], check=True, capture_output=True, text=True).stdout


def heads(sheet, first, last):
    """The words of a table's heads in these rows."""
    printed_ones = sheet.getPrintAreas()
    end = printed_ones[0].EndColumn if printed_ones else used(sheet).RangeAddress.EndColumn
    cells = sheet.getCellRangeByPosition(0, first, end, last)
    return {word for row, line in enumerate(cells.getDataArray()) for column, _ in enumerate(line)
            if re.match(HEADS, cells.getCellByPosition(column, row).CellStyle) for word in cells.getCellByPosition(column, row).String.split()}


def heads_of_pages(sheet, pages):
    """The words that stand as heads on each page of a sheet after the first: those of the rows that are repeated, or else those below
    the break that begins the page, in the first three rows."""
    if sheet.PrintTitleRows:
        titles = sheet.TitleRows
        return [heads(sheet, titles.StartRow, titles.EndRow)] * (pages - 1)
    begins = [row for row in range(1, used(sheet).RangeAddress.EndRow) if sheet.Rows.getByIndex(row).IsManualPageBreak]
    return [heads(sheet, row, row + 2) for row in begins]


def whole(cell):
    """The merged area of a cell, or the cell."""
    area = cell.Spreadsheet.createCursorByRange(cell)
    area.collapseToMergedArea()
    return area


def too_long(book, address, texts):
    """The texts for which this cell is not high enough."""
    cell = cell_at(book, address).getCellByPosition(0, 0)
    area = whole(cell)
    book.Sheets.insertNewByName("Fits", book.Sheets.Count)
    sheet = book.Sheets.getByName("Fits")
    try:
        sheet.Columns.getByIndex(0).Width = sum(one.Width for one in (area.Columns.getByIndex(i) for i in range(area.Columns.Count)))
        every = sorted(texts)
        column_of_texts = sheet.getCellRangeByPosition(0, 0, 0, len(every) - 1)
        column_of_texts.setDataArray(tuple((text,) for text in every))
        column_of_texts.CellStyle = {"Oordeel": "Oordeel niet goed", "Verdict": "Verdict bad"}.get(cell.CellStyle, cell.CellStyle)
        column_of_texts.Rows.OptimalHeight = True
        return [text for row, text in enumerate(every) if sheet.Rows.getByIndex(row).Height > area.Size.Height + 5]
    finally:
        book.Sheets.removeByName("Fits")


def low_rows(book):
    """The rows of a fixed height that are lower than what stands in them, by more than the room around it: {(sheet, row): hundredths of a
    millimetre}. Takes the protection off."""
    found = {}
    for sheet in book.Sheets:
        sheet.unprotect("")
        for row in range(used(sheet).Rows.Count if sheet.IsVisible else 0):
            line = sheet.Rows.getByIndex(row)
            if not line.OptimalHeight:
                height = line.Height
                line.OptimalHeight = True
                if line.Height > height + HAIR:
                    found[sheet.Name, row + 1] = line.Height - height
                line.Height = height
    return found


def frozen_corner(controller):
    """How many columns and rows stay in sight of the sheet that is shown. The office's own SplitRow goes by pixels: at 80% it says one
    more, and a file that names no zoom opens at the one that its user chose last."""
    last = controller.getByIndex(controller.Count - 1)
    return (last.FirstVisibleColumn, last.FirstVisibleRow) if controller.hasFrozenPanes() else (0, 0)


# ---- Colours ---------------------------------------------------------------------------------------------------------


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text, ground):
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@dataclass
class Look:
    """Of a cell style, inherited ones too; ink None: black or white, as the office sees fit for the ground."""
    name: str
    ink: str
    ground: str
    weight: str
    border: str
    below: str


def cell_styles(path):
    def attribute(element, name):
        prefix, _, local = name.partition(":")
        return None if element is None else element.get(f"{{{NAMESPACES[prefix]}}}{local}")

    styles = {}
    for style in ElementTree.parse(path).iter(f"{{{NAMESPACES['style']}}}style"):
        if attribute(style, "style:family") == "table-cell":
            text, cell = (style.find(f"style:{part}-properties", NAMESPACES) for part in ("text", "table-cell"))
            shown = attribute(style, "style:display-name") or attribute(style, "style:name")
            styles[attribute(style, "style:name")] = (attribute(style, "style:parent-style-name"), Look(
                shown, attribute(text, "fo:color"), attribute(cell, "fo:background-color"), attribute(text, "fo:font-weight"),
                attribute(cell, "fo:border"), attribute(cell, "fo:border-bottom")))

    def inherited(style, part):
        while style in styles:
            if getattr(styles[style][1], part):
                return getattr(styles[style][1], part)
            style = styles[style][0]
        return None

    return [Look(look.name, *[inherited(style, part) for part in list(Look.__annotations__)[1:]]) for style, (_, look) in styles.items()]


def points(line):
    """How thick a border is."""
    return float(re.match(r"([\d.]+)pt", line or "0pt")[1])


# ---- The proofs ------------------------------------------------------------------------------------------------------


class Opened:
    """Opens the sheet `name` whenever a test asks for it, and closes it after the test."""
    name = None
    language = "nl"

    def opened(self, locale="nl-NL", path=None, hidden=True):
        path = path or path_of(self.name)
        book = Office.shared(locale).desktop.loadComponentFromURL(url(path), "_blank", 0, properties(Hidden=hidden))
        self.addCleanup(book.close, True)
        return book


class Sheet(Opened):
    """`name` is the file, `frozen` its sheets with frozen headers, `charts` how many it has, `large` an input with an amount
    to show, `inputs` the names of the inputs (without it: all names but that of the message). `guarded`: where the extension is missing
    its formulas show nothing; else they show what the office makes of them, and one cell says why."""
    frozen = ()
    charts = 0
    large = None
    inputs = None
    guarded = True

    def names_of_inputs(self, book):
        return self.inputs or [name for name in names(book) if name not in MESSAGE_CELLS]

    @property
    def message(self):
        return MESSAGES[self.language]

    def test_no_cell_shows_an_error_or_misses_the_extension(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(error_cells(book), {})
                self.assertEqual([cell for cell, (_, value) in snapshot(book).items() if self.message in str(value)], [])

    def test_numbers_follow_the_language_of_the_sheet(self):
        """And not that of the office; on paper too."""
        shown, papers = set(), set()
        for locale in LOCALES:
            book = self.opened(locale)
            papers.add(" ".join(sorted(on_paper(book).split())))
            enter(book, self.large, 1234567)
            shown.add(named(book, self.large).getString())
        self.assertEqual(shown, {{"nl": "1.234.567", "en": "1,234,567"}[self.language]})
        self.assertEqual(len(papers), 1)

    def test_the_way_to_excel_and_back_keeps_formulas_and_results(self):
        office = Office.shared("nl-NL")
        book = office.open(path_of(self.name))
        before, kept_names = snapshot(book), names(book)
        self.assertGreater(sum("MEEDOEN." in formula for formula, _ in before.values()), 5)
        for suffix in (".ods", ".xlsx", ".ods"):
            book = office.reopen(book, suffix)
            with self.subTest(after=suffix):
                self.assertEqual(names(book), kept_names)
                self.assertEqual(differences(snapshot(book), before, FILE), [])
                office.recalculate(book)
                self.assertEqual(differences(snapshot(book), before), [])
        office.close(book)

    def test_the_template_is_the_same_sheet(self):
        flat, template = self.opened(), self.opened(path=path_of(self.name, ".ots"))
        self.assertEqual(template.getURL(), "", "a template opens as a new document")
        self.assertEqual(differences(snapshot(template), snapshot(flat)), [])
        for kept in (names, lambda book: [len(sheet.Charts) for sheet in book.Sheets]):
            self.assertEqual(kept(template), kept(flat))

    def test_without_the_extension_every_sheet_says_so_and_heals(self):
        book = self.opened()
        before = snapshot(book)
        computed = SCRATCH / f"{self.name}-computed.ods"
        computed.parent.mkdir(parents=True, exist_ok=True)
        book.storeToURL(url(computed), properties(FilterName="calc8"))
        office = Office.shared("nl-NL", extensions=None)
        for path in (path_of(self.name), path_of(self.name, ".ots"), computed):
            with self.subTest(opened=path.name):
                book = office.open(path)
                self.says_that_the_extension_is_missing(book)
                saved = SCRATCH / f"{self.name}-without{'.fods' if path.suffix == '.fods' else '.ods'}"
                office.save_as(book, saved)
                office.close(book)
                self.assertEqual(differences(snapshot(self.opened(path=saved)), before, FILE), [])

    def says_that_the_extension_is_missing(self, book):
        for sheet in book.Sheets:
            area = used(sheet)
            shown = [str(value) for formulas, results in zip(area.getFormulaArray(), area.getDataArray())
                     for formula, value in zip(formulas, results) if formula.startswith("=")]
            if sheet.IsVisible and shown:
                self.assertTrue(any(value.startswith(self.message) for value in shown), sheet.Name)
        if self.guarded:
            self.assertEqual(error_cells(book), {})
            ours = {value for formula, value in snapshot(book).values() if "meedoen." in formula.lower()}
            self.assertEqual({value for value in ours if value and not str(value).startswith(self.message)}, set())
        else:
            self.assertLessEqual(shown_errors(book), {"#NAAM?"}, "and nothing that looks like another fault")

    def test_inputs_are_yellow_open_and_named_and_the_rest_is_protected(self):
        book = self.opened()
        inputs = {sheet.Name: set() for sheet in book.Sheets}
        for name in self.names_of_inputs(book):
            self.assertIn(":", book.NamedRanges.getByName(name).Content, f"{name}: an empty cell that is no range counts as 0")
            cells = referred(book, name)
            merged = cells.Spreadsheet.createCursorByRange(cells)
            merged.collapseToMergedArea()
            inputs[cells.Spreadsheet.Name] |= places(merged.queryIntersection(merged.RangeAddress))
        for sheet in book.Sheets:
            with self.subTest(sheet=sheet.Name):
                looks = list(sheet.getUniqueCellFormatRanges())
                is_open, yellow = ([cells for cells in looks if holds(cells)] for holds in (
                    lambda cells: not cells.CellProtection.IsLocked, lambda cells: cells.CellBackColor == INPUT_COLOUR))
                self.assertEqual(set().union(*map(places, is_open)), inputs[sheet.Name], "open")
                self.assertEqual(set().union(*map(places, yellow)), inputs[sheet.Name], "yellow")
                self.assertTrue(sheet.isProtected())
                sheet.unprotect("")
                self.assertFalse(sheet.isProtected(), "no password")

    def test_headers_are_frozen(self):
        controller = self.opened(hidden=False).CurrentController
        for sheet in self.frozen:
            controller.setActiveSheet(controller.Model.Sheets.getByName(sheet))
            self.assertTrue(controller.hasFrozenPanes(), sheet)

    def test_frozen_headers_leave_room_at_200_percent(self):
        """On a small screen, of each sheet: for who needs large letters, half of the height at least scrolls."""
        controller, seen = self.opened(hidden=False).CurrentController, set()
        for sheet in controller.Model.Sheets:
            if sheet.IsVisible:
                controller.setActiveSheet(sheet)
                _, rows = frozen_corner(controller)
                seen |= {sheet.Name} if controller.hasFrozenPanes() else set()
                with self.subTest(sheet=sheet.Name):
                    self.assertLessEqual(sum(sheet.Rows.getByIndex(row).Height for row in range(rows)) / 1000, HIGH_TWICE / 2)
        self.assertGreaterEqual(seen, set(self.frozen))

    def test_the_cursor_starts_on_an_input(self):
        """On every sheet that has inputs, so that nobody begins by typing in a locked cell."""
        controller, seen = self.opened(hidden=False).CurrentController, 0
        for sheet in controller.Model.Sheets:
            if sheet.IsVisible and not all(cells.CellProtection.IsLocked for cells in sheet.getUniqueCellFormatRanges()):
                with self.subTest(sheet=sheet.Name):
                    controller.setActiveSheet(sheet)
                    self.assertFalse(controller.Selection.CellProtection.IsLocked, controller.Selection.AbsoluteName)
                    seen += 1
        self.assertGreater(seen, 0)

    def test_no_row_is_lower_than_its_text(self):
        for locale in LOCALES:
            with self.subTest(locale=locale):
                self.assertEqual(low_rows(self.opened(locale)), {})

    def test_charts_have_a_text_for_who_cannot_see_them(self):
        book = self.opened()
        shapes = [shape for sheet in book.Sheets for shape in sheet.DrawPage]
        self.assertEqual((len(shapes), sum(len(sheet.Charts) for sheet in book.Sheets)), (self.charts, self.charts))
        for shape in shapes:
            self.assertGreater(len(shape.Title), 10)
            self.assertGreater(len(shape.Description), 60)

    def test_it_prints_on_a4_as_wide_as_the_page(self):
        book = self.opened()
        for sheet in book.Sheets:
            with self.subTest(sheet=sheet.Name):
                page = book.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
                for length, expected in zip(sorted((page.Width, page.Height)), A4):
                    self.assertAlmostEqual(length, expected, delta=2)
                self.assertEqual(page.ScaleToPagesX, 1)

    def test_pages_are_numbered_through(self):
        """Also where a sheet has another kind of page than the one before it."""
        numbers = re.findall(r"(?:pagina|page) (\d+) (?:van|of) (\d+)", on_paper(self.opened()))
        self.assertEqual(numbers, [(str(page), str(len(numbers))) for page in range(1, len(numbers) + 1)])

    def test_nothing_is_cut_on_paper(self):
        """A number that does not fit shows ###."""
        for locale in LOCALES:
            with self.subTest(locale=locale):
                text = on_paper(self.opened(locale))
                self.assertEqual(re.findall(r".*(?:###|Err:|Fout:|#NAAM|#NAME|#WAARDE|#VALUE).*", text), [])

    def test_nothing_on_paper_is_smaller_than_8_points(self):
        """As it is printed, reduced to the page."""
        for locale in LOCALES:
            with self.subTest(locale=locale):
                paper = printed(self.opened(locale))
                every = sizes(paper)
                for sheet, (first, last) in pages_of(paper).items():
                    for page in range(first, last + 1):
                        self.assertGreater(sum(every[page].values()), 10, f"{sheet}, page {page}")
                        self.assertGreaterEqual(min(every[page]), LEAST_SIZE - EXACT, f"{sheet}, page {page}: {every[page]}")

    def test_every_page_of_a_long_sheet_has_its_heads(self):
        book = self.opened()
        paper = printed(book)
        for name, (first, last) in pages_of(paper).items():
            with self.subTest(sheet=name):
                found = heads_of_pages(book.Sheets.getByName(name), last - first + 1)
                self.assertEqual(len(found), last - first, "a page that begins by itself, without repeated rows")
                for page, expected in enumerate(found, first + 1):
                    self.assertTrue(expected, "no heads are repeated")
                    self.assertLessEqual(expected, set(words(paper, page)), f"page {page}")

    def test_it_says_what_it_is_and_under_which_licence(self):
        about = self.opened().DocumentProperties
        self.assertTrue(about.Title and about.Description)
        told = {one.Name: one.Value for one in about.UserDefinedProperties.PropertyValues}
        self.assertRegex(told[{"nl": "Licentie", "en": "Licence"}[self.language]], r"^EUPL-1\.2\b")
        self.assertIn("24 515", told[{"nl": "Bron", "en": "Source"}[self.language]], "the number of the letters to parliament")

    def test_no_text_calls_the_free_use_of_the_money_a_wrong(self):
        book = self.opened()
        texts = [text for formula, value in snapshot(book).values() for text in (formula, str(value))]
        texts += [text for sheet in book.Sheets for shape in sheet.DrawPage for text in (shape.Title, shape.Description)]
        for text in texts:
            self.assertNotRegex(text.lower(), r"onrechtmatig|onwettig|illegaal|verboden|illegal|unlawful|forbidden")

    def test_text_stands_out_from_its_ground(self):
        styles = cell_styles(path_of(self.name))
        self.assertGreater(len(styles), 10)
        for style in styles:
            most = max(contrast(ink, style.ground or "#ffffff") for ink in ([style.ink] if style.ink else ["#000000", "#ffffff"]))
            self.assertGreaterEqual(most, LEAST_CONTRAST, style.name)

    def test_without_its_grounds_it_can_still_be_read(self):
        """In forced high contrast the office drops the grounds of cells and keeps ink: what has a colour of its own must stand out from
        white and from black, an input has a thick frame, a head is bold above a thick line."""
        found = {"input": 0, "head": 0}
        for style in cell_styles(path_of(self.name)):
            with self.subTest(style=style.name):
                for ground in ("#ffffff", "#000000") if style.ink else ():
                    self.assertGreaterEqual(contrast(style.ink, ground), LEAST_CONTRAST)
                if re.match(INPUTS, style.name):
                    found["input"] += 1
                    self.assertGreaterEqual(points(style.border), THICK)
                elif re.match(HEADS, style.name):
                    found["head"] += 1
                    self.assertEqual(style.weight, "bold")
                    self.assertGreaterEqual(points(style.below), THICK)
                else:
                    self.assertLess(points(style.border), THICK)
        self.assertTrue(all(found.values()), found)

    def test_no_macro_and_no_loose_formatting(self):
        text = path_of(self.name).read_text(encoding="utf-8")
        self.assertEqual(text.count("office:scripts"), 0)
        automatic = text[text.index("<office:automatic-styles>"):text.index("</office:automatic-styles>")]
        self.assertEqual(automatic.count('style:family="table-cell"'), 0)


class OpenSheet:
    """Opens the sheet `name` in a Dutch office for each test; no more of a Sheet than that."""
    name = None

    def setUp(self):
        self.office = Office.shared("nl-NL")
        self.book = self.office.open(path_of(self.name))
        self.addCleanup(self.office.close, self.book)

    def put(self, name, content):
        enter(self.book, name, content)
