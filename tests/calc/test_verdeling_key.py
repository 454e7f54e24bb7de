# SPDX-License-Identifier: EUPL-1.2
"""A key of the user's own in samples/verdeling.sheet: any length, blanks, wrong cells, names, its source, sorting."""
import unittest

from office import properties, url
from sheets import error_cells, path_of, values
from verdeling import Allocating, NOT_AVAILABLE, NO_NUMBER, ORDER, CHILDREN, NAMES, by_reference


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
                points = self.office.values(self.book, "Gemeenten.T5:T104")
                self.assertEqual((points[0][0], points[-1][0]), (-(-n // 100), n))
                self.assertEqual("langer dan het afdrukbereik" in self.value("Gemeenten.C1"), n > 352)
                self.assertEqual(error_cells(self.book), {})

    def test_blank_rows_do_nothing(self):
        """85 million by 50, 50 and 20: a third and two thirds of a euro are left; A and B tie for nothing."""
        self.paste([["A", "1", 50], [None] * 3, ["B", "2", 50], [None] * 3, ["C", "3", 20]])
        self.assertEqual(self.column("bedragen", 6), [35_416_667, "", 35_416_667, "", 14_166_666, ""])
        self.assertEqual(self.column("gelijk", 6), [""] * 6)
        self.assertEqual(self.value("Gemeenten.A3"), "3 gemeenten")

    def test_text_number_is_named(self):
        self.put("kinderen", self.filled(CHILDREN[:16] + ["1.234"] + CHILDREN[17:]))
        self.assertEqual(self.value("Overzicht.A2"), "cel 17 is tekst: '1.234'")
        for cell in ("Overzicht.A3", "Gemeenten.C1"):
            self.assertEqual(self.value(cell), f"Cel 17 is C21: {NAMES[16]}.")
        self.assertEqual(self.value("Gemeenten.D5"), NO_NUMBER)

    def test_unknown_municipality(self):
        self.put("kinderen", self.filled(["onbekend"] + CHILDREN[1:]))
        self.assertIn("cel 1 is onbekend", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Gemeenten.D6"), NOT_AVAILABLE)

    def test_left_out_municipality(self):
        self.put("kinderen", self.filled([None] + CHILDREN[1:]))
        self.assertEqual(self.column("bedragen")[1:], by_reference(keys=CHILDREN[1:], order=ORDER[1:]))
        self.assertEqual(self.value("Gemeenten.K5"), "")
        self.assertIn("351 ontvangers", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Gemeenten.E5"), "")
        self.assertEqual(error_cells(self.book), {})

    def test_total_row_in_the_figures(self):
        self.put("kinderen", self.filled(CHILDREN[:-1] + [sum(CHILDREN[:-1])]))
        self.assertIn("cel 352 is de som van alle andere; is dat een totaalrij?", self.value("Overzicht.A2"))

    def test_a_name_that_is_left_over_is_told(self):
        self.office.put(self.book, "Gemeenten.A6", "Groningen")
        self.assertEqual(self.value("Overzicht.A3"), "Let op: Groningen staat vaker in de tabel.")

    def test_source_and_date_are_those_of_the_key(self):
        for given, told in ((2024, "2024"), (45292, "1 januari 2024"), ("voorjaar 2024", "voorjaar 2024"), (None, "niet ingevuld")):
            self.put("bron", "Eigen telling")
            self.put("peildatum", given)
            for cell in ("Overzicht.A4", "Grafieken.A3"):
                self.assertEqual(self.value(cell), f"Bron: Eigen telling. Peildatum: {told}.")

    def test_sorting_from_any_cell_takes_the_key_along(self):
        book = self.office.desktop.loadComponentFromURL(url(path_of("verdeling")), "_blank", 0, properties(Hidden=False))
        self.addCleanup(book.close, True)
        dispatcher = self.office.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.office.context)
        controller = book.CurrentController
        controller.setActiveSheet(book.Sheets.getByName("Gemeenten"))
        for cell, descending in (("sleutel", False), ("A10", True), ("C40", False), ("D9", True)):
            with self.subTest(cell=cell):
                dispatcher.executeDispatch(controller.Frame, ".uno:GoToCell", "", 0, properties(ToPoint=cell))
                dispatcher.executeDispatch(controller.Frame, ".uno:DataSort", "", 0, properties(
                    ByRows=True, HasHeader=cell != "sleutel", CaseSensitive=False, IncludeAttribs=True, UserDefIndex=0, Col1=3,
                    Ascending1=not descending))
                found = values(book, "Gemeenten.A5:D356")
                self.assertEqual([row[2] for row in found], sorted(CHILDREN, reverse=descending))
                self.assertEqual({row[0]: row[3] for row in found}, dict(zip(NAMES, by_reference())))


if __name__ == "__main__":
    unittest.main()
