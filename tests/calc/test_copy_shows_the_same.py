# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The menu's copy with values shows what the document shows, also where the office itself asks what a cell holds."""
import unittest
import zipfile

import openpyxl
from office import BUILD, LOCALES, SCRATCH, Office, uno
from sheets import enter, error_cells
from test_copy_leaves_nothing import LeavesNothing, picture
from test_copy_values import SHOWN as STYLE
from test_copy_values import add_condition, looks, ours
from test_explain_cell import Explainer
from untouched import state

from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.sheet.ConditionOperator import FORMULA
from com.sun.star.table.CellContentType import TEXT

REACH = "MEEDOEN.BUDGET.REACHPCT"

# cell: (formula, is it a value in the copy?). A1:A3 hold 2, 3 and 5.
ASKING = {
    "B1": (f"={REACH}(A1;A3)", True),
    "B2": (f"=SUBTOTAL(9;A1:A3)*{REACH}(1;2)", True),
    "B3": (f"={REACH}(A1;A3)>0", True),
    "C1": ("=FORMULA(B1)", True),
    "C2": ("=ISFORMULA(B1)", True),
    "C3": ("=SUBTOTAL(9;B1:B2)", True),    # 0.4: it passes over B2
    "C4": ("=AGGREGATE(9;0;B1:B2)", True),
    "C5": ("=ISLOGICAL(B3)", True),
    "C6": ("=TYPE(B1)", True),
    "C7": ("=IF(ISFORMULA(B2);B2;0)", True),
    "C8": ("=schil+1", True),              # a name that asks
    "C9": ("=ISFORMULA(C2)", True),        # that one becomes a value too
    # which see nothing of it
    "D1": ("=FORMULA(D2)", False),
    "D2": ("=SUBTOTAL(9;A1:A3;B1)", False),
    "D3": ("=ISFORMULA(A1)", False),
    "D4": ("=TYPE(B3)*0", False),
    "D5": ("=ERROR.TYPE(1/0)", False),
    "D6": ('="subtotal("', False),
    "D7": ("=C3*2", False),
    # which show a truth as a word
    "E1": ("=B3", False),
    "E2": ("=IF(ISREF(B3);B3;0)", False),
    "E3": ("=B3*2", False),
    "E4": ("=B3*1", False),
}
ARRAYS = {"F1:F3": ("=ISFORMULA(B1:B3)*A1:A3", True), "G1:G3": ("=ISFORMULA(A1:A3)*1", False)}
SHOWN = {"B2": 5.0, "C3": 0.4, "C4": 0.4, "C6": 8.0, "C7": 5.0, "C8": 1.4, "D7": 0.8, "F3": 5.0}


class Asking(unittest.TestCase):
    """Formulas of the office that see whether a cell holds a formula, or a truth."""

    def make(self, office):
        book = office.new()
        office.put(book, "A1:A3", [[2], [3], [5]])
        book.NamedRanges.addNewByName("schil", "SUBTOTAL(9;$B$1:$B$2)", book.Sheets.getByIndex(0).getCellByPosition(0, 0).CellAddress, 0)
        for address, (formula, _) in ASKING.items():
            office.put(book, address, formula)
        for address, (formula, _) in ARRAYS.items():
            office.array(book, address, formula)
        return book

    def test_they_show_the_same(self):
        for locale in LOCALES:
            with self.subTest(locale=locale), Office.borrowed(locale) as office:
                book = self.make(office)
                for each in (book, office.reopen(self.make(office), ".ods")):
                    for address, value in SHOWN.items():
                        self.assertEqual(office.value(each, address), value, address)
                    copy, = office.choose(each, "values")
                    self.assertEqual(looks(copy), looks(each))
                    self.assertEqual(ours(copy), [])
                    held = {address: bool(office.range(copy, address).getTokens()) for address in ASKING}
                    self.assertEqual(held, {address: not is_value for address, (_, is_value) in ASKING.items()})
                    for address, (_, is_value) in ARRAYS.items():
                        self.assertEqual(office.range(copy, address).getArrayFormula() == "", is_value, address)

    def test_a_live_formula_goes_on_showing_a_truth(self):
        with Office.borrowed("nl-NL") as office:
            copy, = office.choose(self.make(office), "values")
            office.put(copy, "B3", 0)
            self.assertEqual(office.range(copy, "E1").String, "ONWAAR")

    def test_in_a_document_that_computes_on_demand(self):
        with Office.borrowed("nl-NL") as office:
            book = self.make(office)
            office.recalculate(book)
            book.enableAutomaticCalculation(False)
            office.put(book, "A1", 3)
            seen = looks(book)
            copy, = office.choose(book, "values")
            self.assertEqual(looks(copy), seen)
            self.assertFalse(copy.isAutomaticCalculationEnabled())

    def test_on_a_protected_sheet(self):
        """What they hold is the same; the format of a locked cell cannot be had."""
        with Office.borrowed("nl-NL") as office:
            book = self.make(office)
            book.Sheets.getByIndex(0).protect("geheim")
            copy, = office.choose(book, "values")
            for address in ASKING:
                self.assertEqual(office.value(copy, address), office.value(book, address), address)

    def test_an_answer_in_the_exercises_is_right_still(self):
        """The exercises ask whether an answer is a formula, and look at its text."""
        with Office.borrowed("nl-NL") as office:
            book = office.open(BUILD / "samples" / "training.fods")
            enter(book, "antwoord_9a", "=MEEDOEN.BUDGET.ALLOCATEDU(B6;B7:B9)")
            seen = looks(book)
            self.assertTrue(any("stap 1 is goed" in text for text in seen.values()))
            copy, = office.choose(book, "values")
            self.assertEqual(looks(copy), seen)
            self.assertEqual(ours(copy), [])
            self.assertEqual(error_cells(copy), error_cells(book))


class AskingConditions(LeavesNothing):
    """Conditional formats that mark what is a formula."""

    TOLD = ("Toets.A1:D3: de voorwaardelijke opmaak blijft zoals die nu is, ook als een getal verandert",
            "Toets.F1:F10001: de voorwaardelijke opmaak kijkt naar formules, en ziet nu waarden")

    def make(self, office):
        book = office.new()
        sheet = book.Sheets.getByIndex(0)
        sheet.Name = "Toets"
        book.Sheets.insertNewByName("Zonder", 1)
        style = book.createInstance("com.sun.star.style.CellStyle")
        book.StyleFamilies.getByName("CellStyles").insertByName(STYLE, style)
        style.CharWeight, style.CellBackColor = BOLD, 0xFFFF00
        for each in (sheet, book.Sheets.getByIndex(1)):
            each.getCellRangeByName("A1:B3").setDataArray(((1, 10), (2, 20), (3, 25)))
            each.getCellRangeByName("C1:C3").setFormulaArray((("=SUM(A1:B1)",), ("7",), ("=SUM(A3:B3)",)))
            add_condition(each, "A1:D3", (FORMULA, "ISFORMULA(A1)", ""), (FORMULA, "A1>2", ""))
            add_condition(each, "E1:E3", (FORMULA, "SUBTOTAL(3;A$1:A1)=2", ""))
        for row in (1, 3):
            sheet.getCellRangeByName(f"D{row}").setFormula(f"={REACH}(A{row};B{row})")
        add_condition(sheet, "F1:F10001", (FORMULA, "ISFORMULA(D1)", ""))
        return office.reopen(book, ".ods")

    def test_they_mark_the_same(self):
        with Office("nl-NL", recovers=True) as office:
            book = self.make(office)
            seen = picture(book)
            _, text, *_ = Explainer(office)(book, entry="values")
            copy, = [document for document in office.documents() if document != book]
            self.assertEqual([line for line in text.split("\n") if line][1:], list(self.TOLD))
            self.see_the_same(picture(copy), seen)
            kept = [{entry.Formula1 for format in sheet.ConditionalFormats.getConditionalFormats() for entry in map(format.getByIndex, range(format.Count))}
                    for sheet in map(copy.Sheets.getByIndex, range(2))]
            self.assertTrue({"0", "1", "A1>2", "SUBTOTAAL(3;A$1:A1)=2", "ISFORMULE(D1)"} <= kept[0], kept[0])
            self.assertEqual(kept[1], {"ISFORMULE(A1)", "A1>2", "SUBTOTAAL(3;A$1:A1)=2"})
            for document in (book, copy):
                document.setModified(False)


LINKS = {  # cell: (formula, what it is in the copy); A1 holds 5 and A2 the beginning of an address
    "B1": (f'=HYPERLINK("http://x.nl";{REACH}(1;A1))', '=HYPERLINK("http://x.nl";0.2)'),
    "B2": (f'=HYPERLINK("#Toets.A1";"naar ""deel"" "&{REACH}(1;A1))', '=HYPERLINK("#Toets.A1";"naar ""deel"" 0,2")'),
    "B3": (f'=HYPERLINK(A2&100*{REACH}(1;A1);"x")', '=HYPERLINK("http://a.nl/?x=20";"x")'),
    "B4": (f'=HYPERLINK("http://y.nl/"&100*{REACH}(1;A1))', '=HYPERLINK("http://y.nl/20";"http://y.nl/20")'),
    "B5": (f'=HYPERLINK("http://x.nl";"007"&LEFT({REACH}(1;1);0))', '=HYPERLINK("http://x.nl";"007")'),
    "B6": (f'=HYPERLINK("http://x.nl";{REACH}(1;0))', "=#DIV/0!"),
    "B7": (f'=HYPERLINK(1/0;{REACH}(1;A1))', "=#DIV/0!"),
    "B8": (f'=HYPERLINK("http://x.nl";"a")&{REACH}(1;A1)', "a0,2"),
    "B9": (f'=IF({REACH}(1;A1)>0;HYPERLINK("http://x.nl";"z");0)', "z"),
}


class Links(LeavesNothing):
    """Formulas of ours that lead somewhere."""

    def test_they_lead_there_still(self):
        with Office.borrowed("nl-NL") as office:
            book = office.new()
            book.Sheets.getByIndex(0).Name = "Toets"
            office.put(book, "A1:A2", [[5], ["http://a.nl/?x="]])
            for address, (formula, _) in LINKS.items():
                office.put(book, address, formula)
            office.array(book, "C1:C2", f'=HYPERLINK("http://x.nl";{REACH}(1;A1))')
            for password in (None, "geheim"):
                if password:
                    book.Sheets.getByIndex(0).protect(password)
                copy, = office.choose(book, "values")
                self.assertEqual(looks(copy), looks(book))
                held = {address: office.range(copy, address).getCellByPosition(0, 0).Formula for address in LINKS}
                self.assertEqual(held, {address: expected for address, (_, expected) in LINKS.items()})
                self.assertEqual(office.range(copy, "C1:C2").getFormulaArray(), (("0.2",), ("http://x.nl",)))
                self.see_nothing_of_ours(copy)
            sheet = openpyxl.load_workbook(SCRATCH / "nothing.xlsx").active
            self.assertEqual(sheet["B1"].value, '=HYPERLINK("http://x.nl",0.2)')
            self.assertEqual(openpyxl.load_workbook(SCRATCH / "nothing.xlsx", data_only=True).active["B1"].value, 0.2)


# What is shown by a format; by a number its text, by a text another. Texts that read as something else stay texts.
FORMATS = {
    "A1": ('0;0;0;"tekst: "@', '="12"&LEFT({};0)', "tekst: 12"),
    "A2": ('"GM"@', '="0363"&LEFT({};0)', "GM0363"),
    "A3": ('[>1]"veel";[<0.5]"weinig";General', "={}", "weinig"),
    "A4": ("# ?/?", "={}", " 1/3"),
    "A5": ("General", '="=1+1"&LEFT({};0)', "=1+1"),
    "A6": ("General", '="\'007"&LEFT({};0)', "'007"),
    "A7": ("General", '="1-2"&LEFT({};0)', "1-2"),
    "A8": ("0.00%", '="12%"&LEFT({};0)', "12%"),
    "A9": ("General", '="een"&CHAR(10)&"twee"&LEFT({};0)', "een\ntwee"),
    "A10": ("General", '=" "&LEFT({};0)', " "),
    "A11": ("General", '=REPT("x";40000)&LEFT({};0)', "x" * 40000),
}
NUMBERS = {"B1": ("={}", 1 / 3), "B2": ("=1E-300*3*{}", 1e-300), "B3": ("=1E+300*3*{}", 1e300), "B4": ("=45000.25*3*{}", 45000.25),
           "B5": ("=-0*{}", 0.0)}


class Formats(unittest.TestCase):
    def test_numbers_and_texts_are_shown_as_before(self):
        with Office.borrowed("nl-NL") as office:
            book = office.new()
            formats, english = book.NumberFormats, uno.createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
            for address, (code, formula, _) in FORMATS.items():
                cell = office.range(book, address).getCellByPosition(0, 0)
                cell.setFormula(formula.format(f"{REACH}(1;3)"))
                key = formats.queryKey(code, english, False)
                cell.NumberFormat = key if key >= 0 else formats.addNew(code, english)
            for address, (formula, _) in NUMBERS.items():
                office.put(book, address, formula.format(f"{REACH}(1;3)"))
            copy, = office.choose(book, "values")
            self.assertEqual(ours(copy), [])
            for address, (_, _, shown) in FORMATS.items():
                self.assertEqual(office.range(book, address).getCellByPosition(0, 0).String, shown, address)
            for address, (_, number) in NUMBERS.items():
                self.assertAlmostEqual(office.value(book, address) / (number or 1), 1.0 if number else 0.0, 15, address)
            self.assertEqual([office.value(copy, address) for address in NUMBERS], [office.value(book, address) for address in NUMBERS])
            self.assertEqual(looks(copy), looks(book))
            copy = office.reopen(copy, ".ods")
            self.assertEqual(looks(copy), looks(book))
            for address in list(FORMATS)[4:]:
                self.assertEqual(office.range(copy, address).getCellByPosition(0, 0).Type, TEXT, address)


class WithoutExtensions(unittest.TestCase):
    """An office that its user has set to write ODF 1.2 or 1.3 and nothing besides: what does not fit into that is told to be missing."""

    SETTING = """ <item oor:path="/org.openoffice.Office.Common/Save/ODF"><prop oor:name="DefaultVersion" oor:op="fuse"><value>{}</value></prop></item>
"""
    TOLD = {
        "nl-NL": "Uw LibreOffice slaat niet op in de aanbevolen ODF-versie. Daardoor ontbreekt in deze kopie een deel van de voorwaardelijke "
                 "opmaak. Kies de aanbevolen versie bij Extra > Opties > Laden/Opslaan > Algemeen, en maak de kopie opnieuw.",
        "en-US": "Your LibreOffice does not save in the recommended ODF version. That is why some conditional formatting is missing in this copy. "
                 "Choose the recommended version in Tools > Options > Load/Save > General, and make the copy again.",
    }

    def make(self, office, scale):
        """A document with a condition of the office's own, and another that does not fit: a colour scale, or one by cell of ours."""
        book = office.new()
        sheet = book.Sheets.getByIndex(0)
        office.put(book, "A1:B3", [[1, 10], [2, 20], [3, 25]])
        office.put(book, "C1", f"={REACH}(A1;B1)")
        add_condition(sheet, "B1:B3", (FORMULA, "B1>15", ""))
        if scale:
            add_condition(sheet, "A1:A3", (FORMULA, "A1>1", ""))
            sheet.ConditionalFormats.getConditionalFormats()[1].createEntry(1, 1)  # com.sun.star.sheet.ConditionEntryType.COLORSCALE
        else:
            add_condition(sheet, "A1:A3", (FORMULA, f"{REACH}(A1;B1)>0.11", ""))
        return book

    def test_what_is_missing_is_told(self):
        for locale, version in (("nl-NL", 4), ("en-US", 10)):
            with Office(locale, recovers=True, settings=self.SETTING.format(version)) as office:
                for scale in (True, False):
                    with self.subTest(locale=locale, scale=scale):
                        book = self.make(office, scale)
                        _, text, *_ = Explainer(office)(book, entry="values")
                        self.assertEqual(text.split("\n")[0], self.TOLD[locale])
                        for document in office.documents():
                            document.setModified(False)
                            office.close(document)

    def test_nothing_is_missing_otherwise(self):
        for version in (3, 9):
            with Office("nl-NL", recovers=True, settings=self.SETTING.format(version)) as office:
                book = self.make(office, False)
                _, text, *_ = Explainer(office)(book, entry="values")
                self.assertTrue(text.startswith("Het document rekende"), text)
                for document in office.documents():
                    document.setModified(False)


class Password(unittest.TestCase):
    """A document that opens with a password."""

    TOLD = {
        "nl-NL": "Uw document vraagt bij het openen om een wachtwoord. De kopie heeft er nog geen: vink bij het opslaan “Met wachtwoord opslaan” aan.",
        "en-US": "Your document asks for a password when it is opened. The copy has none yet: tick “Save with password” when you save it.",
    }

    def make(self, office, suffix):
        path = SCRATCH / f"geheim{suffix}"
        book = office.new()
        office.put(book, "A1", f"={REACH}(1;2)")
        office.save_as(book, path, Password="geheim")
        office.close(book)
        return path, office.open(path, Password="geheim")

    def test_that_the_copy_has_none_is_told(self):
        for locale in LOCALES:
            with Office(locale, recovers=True) as office:
                for suffix in (".ods", ".xlsx"):
                    with self.subTest(locale=locale, suffix=suffix):
                        path, book = self.make(office, suffix)
                        before = state(book)
                        _, text, *_ = Explainer(office)(book, entry="values")
                        self.assertEqual(text.strip(), self.TOLD[locale])
                        self.assertEqual(state(book), before)
                        copy, = [document for document in office.documents() if document != book]
                        self.assertEqual(office.value(copy, "A1"), 0.5)
                        if suffix == ".ods":
                            book.store()
                            with zipfile.ZipFile(path) as parts:
                                self.assertIn(b"encryption-data", parts.read("META-INF/manifest.xml"), "it keeps its own")
                        for document in (book, copy):
                            document.setModified(False)
                            office.close(document)


if __name__ == "__main__":
    unittest.main()
