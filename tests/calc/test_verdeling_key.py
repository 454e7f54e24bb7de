# SPDX-License-Identifier: EUPL-1.2
"""A key of the user's own in samples/verdeling.sheet: any length, blanks, wrong cells, names, its source, sorting."""
import re
import unittest

from office import properties, url
from sheets import column, error_cells, on_paper, path_of, snapshot, values
from verdeling import Allocating, NOT_AVAILABLE, NO_NUMBER, ORDER, CHILDREN, NAMES, by_reference

from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import GREATER


class Key(Allocating, unittest.TestCase):
    def test_a_key_of_any_length(self):
        """1, 12, 342, 388 and 1,000 rows; the largest of twelve comes first in the chart's table, the rest of it is empty."""
        for n in (1, 12, 342, 388, 1000):
            with self.subTest(rows=n):
                keys = [(7 * i) % 391 + 1 for i in range(n)]
                self.paste([[f"Wijk {i}", f"W{i:04}", key] for i, key in enumerate(keys)])
                expected = by_reference(keys=keys, order=list(range(n)))
                self.assertEqual(self.column("bedragen", n), expected)
                self.assertTrue(self.value("Overzicht.A2").startswith(
                    "1 ontvanger, " if n == 1 else f"{n:,}".replace(",", ".") + " ontvangers, "), self.value("Overzicht.A2"))
                self.assertNotIn("lege cel", self.value("Overzicht.A2"))
                self.assertEqual(self.column("gelijk", 1000)[n:], [""] * (1000 - n))
                self.assertEqual(self.office.values(self.book, "Grafieken.D5:D24"),
                                 [[one] for one in (sorted(expected, reverse=True) + [""] * 20)[:20]])
                points = self.office.values(self.book, "Ontvangers.T5:T104")
                self.assertEqual((points[0][0], points[-1][0]), (-(-n // 100), n))
                self.assertEqual("langer dan het afdrukbereik" in self.value("Ontvangers.C1"), n > 352)
                self.assertEqual(error_cells(self.book), {})

    def test_blank_rows_do_nothing(self):
        """85 million by 50, 50 and 20: a third and two thirds of a euro are left; A and B tie for nothing."""
        self.paste([["A", "1", 50], [None] * 3, ["B", "2", 50], [None] * 3, ["C", "3", 20]])
        self.assertEqual(self.column("bedragen", 6), [35_416_667, "", 35_416_667, "", 14_166_666, ""])
        self.assertEqual(self.column("gelijk", 6), [""] * 6)
        self.assertEqual(self.value("Ontvangers.A3"), "3 gemeenten")
        self.assertEqual(self.office.values(self.book, "Na herindeling.A6:G8"),
                         [["1", "A", 50, 35_416_667, 50, 35_416_667, 0], [""] * 7, ["2", "B", 50, 35_416_667, 50, 35_416_667, 0]])
        self.assertEqual(self.office.values(self.book, "Ontvangers.D6:S6"), [[""] * 16])
        self.assertEqual(self.office.values(self.book, "Na herindeling.A11:G1005"), [[""] * 7] * 995)

    def test_who_shares_is_called_as_the_user_says(self):
        """One and several, in every text that speaks of them; ontvanger where nothing is said. The source of the grant, the islands and the
        notes are about municipalities whatever is shared out."""
        self.paste([["Centrum", "1", 3], ["Noord", "2", 2]])
        places = ("Overzicht.A18", "Overzicht.A19", "Overzicht.D29", "Ontvangers.A1", "Ontvangers.A3", "Ontvangers.A4", "Grafieken.B4",
                  "Herindeling.A7", "Herindeling.A10", "Herindeling.A19", "Na herindeling.A1", "Na herindeling.B4")
        self.put("fusie", [[None]] * 5)
        for one, many in (("wijk", "wijken"), (" school ", "scholen\xa0"), (None, None)):
            for name, word in (("ontvanger", one), ("ontvangers", many), ("uitkering", "Geld voor de bibliotheek")):
                self.put(name, word)
            one, many = (one or "ontvanger").strip(), (many or "ontvangers").strip()
            with self.subTest(one=one):
                self.assertEqual([self.value(place) for place in places], [
                    f"Zoek één {one}", one.capitalize(), f"{many.capitalize()} met een ander bedrag", f"Alle {many}", f"2 {many}", one.capitalize(),
                    one.capitalize(), f"Minimum per {one} (€)", f"{one.capitalize()} 1", f"Kies hierboven de {many} die samengaan.",
                    f"Alle {many} na de herindeling", one.capitalize()])
                told = {place: text for place, (_, text) in snapshot(self.book).items() if place[0] not in ("Toelichting", "Caribisch Nederland", "Namen")}
                self.assertEqual({place: text for place, text in told.items() if "gemeente" in str(text).lower()}, {})
                self.assertEqual(error_cells(self.book), {})

    def test_an_emptied_key_shows_no_error(self):
        """As it is between Delete and a paste; also where the names are left."""
        for name in ("kinderen", "sleutel"):
            with self.subTest(emptied=name):
                self.book.NamedRanges.getByName(name).ReferredCells.clearContents(31)
                self.assertEqual(error_cells(self.book), {})
                self.assertEqual(self.value("Overzicht.A2"), "alle cellen van de sleutel zijn leeg")
                self.assertEqual(self.office.values(self.book, "Overzicht.B30:D32"), [["", "", "–"], [""] * 3, [""] * 3])
                self.assertEqual(self.value("Overzicht.A33"), "Onbekend: de zin bovenaan zegt waarom.")
        self.paste([["A", "1", 50], ["B", "2", 50]])
        self.assertEqual(self.column("bedragen", 3), [42_500_000, 42_500_000, ""])

    def test_text_number_is_named(self):
        self.put("kinderen", self.filled(CHILDREN[:16] + ["1.234"] + CHILDREN[17:]))
        self.assertEqual(self.value("Overzicht.A2"), "cel 17 is tekst: '1.234'")
        for cell in ("Overzicht.A3", "Ontvangers.C1"):
            self.assertEqual(self.value(cell), f"Cel 17 is C21: {NAMES[16]}.")
        self.assertEqual(self.value("Ontvangers.D5"), NO_NUMBER)

    def test_unknown_municipality(self):
        self.put("kinderen", self.filled(["onbekend"] + CHILDREN[1:]))
        self.assertIn("cel 1 is onbekend", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Ontvangers.D6"), NOT_AVAILABLE)

    def test_left_out_municipality(self):
        self.put("kinderen", self.filled([None] + CHILDREN[1:]))
        self.assertEqual(self.column("bedragen")[1:], by_reference(keys=CHILDREN[1:], order=ORDER[1:]))
        self.assertEqual(self.value("Ontvangers.K5"), "")
        self.assertIn("351 ontvangers", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Ontvangers.E5"), "")
        self.assertEqual(error_cells(self.book), {})

    def test_total_row_in_the_figures(self):
        self.put("kinderen", self.filled(CHILDREN[:-1] + [sum(CHILDREN[:-1])]))
        self.assertIn("cel 352 is de som van alle andere; is dat een totaalrij?", self.value("Overzicht.A2"))

    def test_subtotals_in_the_key(self):
        """90 is 40 and 50, 120 is all before 90 but 30: a single total row is not the only one that is asked about."""
        self.paste([[f"Wijk {i}", None, key] for i, key in enumerate((10, 20, 30, 40, 50, 90, 120))])
        self.assertIn("cel 6 is de som van cel 4 t/m 5, en zo zijn er 3; zijn dat subtotalen?", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Overzicht.A3"), "Cel 6 is C10: Wijk 5.")

    def test_a_cell_that_is_named_has_its_address_after_a_merger_too(self):
        """The new municipality is the first there: cell 17 of the key is cell 18."""
        self.put("kinderen", self.filled(CHILDREN[:16] + ["1.234"] + CHILDREN[17:]))
        self.assertEqual(self.value("Herindeling.A2"), "Na de herindeling: cel 18 is tekst: '1.234'")
        self.assertEqual(self.value("Herindeling.A4"), f"Cel 18 is E22: {NAMES[16]}.")

    def test_a_name_that_is_left_over_is_told(self):
        self.office.put(self.book, "Ontvangers.A6", "Groningen")
        self.assertEqual(self.value("Overzicht.A3"), "Let op: Groningen staat vaker in de tabel.")

    def test_source_and_date_are_those_of_the_key(self):
        for given, told in ((2024, "2024"), (45292, "1 januari 2024"), ("voorjaar 2024", "voorjaar 2024"), (None, "niet ingevuld")):
            self.put("bron", "Eigen telling")
            self.put("peildatum", given)
            for cell in ("Overzicht.A4", "Grafieken.A3"):
                self.assertEqual(self.value(cell), f"Bron: Eigen telling. Peildatum: {told}.")

    def in_a_window(self):
        """The sheet with the municipalities, what gives commands to it, and the book."""
        book = self.office.desktop.loadComponentFromURL(url(path_of("verdeling")), "_blank", 0, properties(Hidden=False))
        self.addCleanup(book.close, True)
        helper = self.office.service("com.sun.star.frame.DispatchHelper")
        sheet = book.Sheets.getByName("Ontvangers")
        book.CurrentController.setActiveSheet(sheet)
        return sheet, lambda command, **values: helper.executeDispatch(
            book.CurrentController.Frame, f".uno:{command}", "", 0, properties(**values)), book

    def test_sorting_from_any_yellow_cell_takes_the_key_along(self):
        _, command, book = self.in_a_window()
        for cell, descending in (("sleutel", False), ("A10", True), ("C40", False), ("B9", True)):
            with self.subTest(cell=cell):
                command("GoToCell", ToPoint=cell)
                command("DataSort", ByRows=True, HasHeader=cell != "sleutel", CaseSensitive=False, IncludeAttribs=True, UserDefIndex=0,
                        Col1=3, Ascending1=not descending)
                found = values(book, "Ontvangers.A5:D356")
                self.assertEqual([row[2] for row in found], sorted(CHILDREN, reverse=descending))
                self.assertEqual({row[0]: row[3] for row in found}, dict(zip(NAMES, by_reference())))

    def test_the_sheet_says_how_to_sort_and_filter(self):
        self.assertTrue(self.value("Ontvangers.C1").startswith("Sorteren of filteren: kies eerst een gele cel"), self.value("Ontvangers.C1"))

    def test_a_filter_hides_rows_and_changes_no_amount(self):
        ranges = self.book.DatabaseRanges
        table = ranges.getByName("tabel")
        self.assertTrue(table.AutoFilter)
        area = table.DataArea
        self.assertEqual((area.StartColumn, area.StartRow, area.EndColumn, area.EndRow), (0, 3, 2, 1003))
        before = self.column("bedragen")
        descriptor, field = table.getFilterDescriptor(), TableFilterField()
        field.Field, field.Operator, field.IsNumeric, field.NumericValue = 2, GREATER, True, 10000
        descriptor.ContainsHeader = True
        descriptor.setFilterFields((field,))
        table.refresh()
        rows = self.book.Sheets.getByName("Ontvangers").Rows
        self.assertEqual([name for at, name in enumerate(NAMES) if rows.getByIndex(4 + at).IsVisible],
                         [name for name, children in zip(NAMES, CHILDREN) if children > 10000])
        self.assertEqual(self.column("bedragen"), before)

    def test_a_list_of_another_length_is_printed_to_its_end_and_no_further(self):
        """The explanation names the print ranges; they can be set although the sheets are protected."""
        sheet, command, book = self.in_a_window()
        for n, pages in ((12, 1), (1000, 21)):
            with self.subTest(rows=n):
                book.NamedRanges.getByName("sleutel").ReferredCells.clearContents(31)
                self.office.put(book, f"Ontvangers.A5:C{4 + n}", [[f"Wijk {i}", None, i + 1] for i in range(n)])
                said = next(text for text in column(book, "Toelichting.A1:A40") if str(text).startswith("Afdrukken"))
                here, there = re.findall(r"A1:[KG]\d+", said)
                self.assertEqual((here, there), (f"A1:K{4 + n}", f"A1:G{5 + n}"))
                for name, range_ in (("Ontvangers", here), ("Na herindeling", there)):
                    book.CurrentController.setActiveSheet(book.Sheets.getByName(name))
                    command("GoToCell", ToPoint=range_)
                    command("DefinePrintArea")
                printed = on_paper(book).split("\f")
                self.assertEqual(sum("daarmee (€)" in page for page in printed), pages)
                self.assertIn(f"Wijk {n - 1}", "".join(printed))


if __name__ == "__main__":
    unittest.main()
