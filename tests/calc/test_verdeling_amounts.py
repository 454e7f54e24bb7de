# SPDX-License-Identifier: EUPL-1.2
"""The amounts of samples/verdeling.sheet, by exact fractions: methods, totals, units, ties, the comparison and what is unknown."""
import unittest

from sheets import error_cells, on_paper
from verdeling import Allocating, DU, NOT_AVAILABLE, NO_DOMAIN, ORDER, CHILDREN, CODES, NAMES, by_reference

from allocation import ADAMS, JEFFERSON, LARGEST, ROUNDED, WEBSTER


class Amounts(Allocating, unittest.TestCase):
    def test_352_amounts_to_the_euro(self):
        self.assertEqual(len(NAMES), 352)
        self.assertEqual(self.column("gemeenten"), NAMES)
        self.assertEqual(self.column("kinderen"), CHILDREN)
        self.assertEqual(self.column("bedragen"), by_reference())
        self.assertEqual(sum(self.column("bedragen")), DU)
        self.assertEqual(self.value("Overzicht.A2"), "352 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5")

    def test_ties_are_marked(self):
        """The six municipalities with 1,200 children: five euros were left, the highest code got none."""
        with_1200 = [(code, name) for code, name, children in zip(CODES, NAMES, CHILDREN) if children == 1200]
        marks = dict(zip(NAMES, self.column("gelijk")))
        self.assertEqual([name for name in NAMES if marks[name]], [name for _, name in with_1200])
        self.assertEqual([marks[name] for _, name in sorted(with_1200)], ["gelijk, kreeg meer"] * 5 + ["gelijk, kreeg minder"])
        self.assertEqual(self.value("Ontvangers.K3"), "6 gemeenten")

    def test_codes_decide_and_not_the_order_of_the_sheet(self):
        self.put("codes", self.filled(reversed(CODES)))
        self.assertEqual(self.column("bedragen"), by_reference(order=ORDER[::-1]))
        self.assertNotEqual(by_reference(order=ORDER[::-1]), by_reference())

    def test_comparison(self):
        rounded = by_reference(ROUNDED)
        self.assertEqual(sum(rounded), 84_999_957)
        self.assertEqual(self.column("afgerond"), rounded)
        self.assertEqual(self.office.values(self.book, "Overzicht.B30:D31"),
                         [[DU, 0, "–"], [84_999_957, -43, sum(a != b for a, b in zip(rounded, by_reference()))]])
        self.assertEqual(self.value("Overzicht.A33"), "Elk bedrag apart afronden geeft samen € 43 te weinig.")

    def test_methods(self):
        """In thousands of euros, so that the reference can hand them out one by one."""
        self.put("eenheid", 1000)
        for word, method in (("sainte-laguë", WEBSTER), ("d'hondt", JEFFERSON), ("adams", ADAMS), ("afgerond", ROUNDED), ("grootste rest", LARGEST)):
            with self.subTest(method=word):
                self.put("methode", word)
                self.put("andere_methode", word)
                expected = by_reference(method, unit=1000)
                self.assertEqual(self.column("bedragen"), expected)
                self.assertEqual(self.column("andere_bedragen"), expected)
                self.assertEqual(self.value("Overzicht.D32"), 0)
        self.put("andere_methode", "adams")
        other = by_reference(ADAMS, unit=1000)
        self.assertEqual(self.value("Overzicht.D32"), sum(a != b for a, b in zip(other, self.column("bedragen"))))

    def test_total_and_unit(self):
        for total, unit in ((1_000_000, 1), (1234.56, 0.01), (85_000_000, 0.05), (-500_000, 1), (3000, 1000)):
            with self.subTest(total=total, unit=unit):
                self.put("totaal", total)
                self.put("eenheid", unit)
                self.assertEqual(self.column("bedragen"), by_reference(total=total, unit=unit))
                self.assertEqual(error_cells(self.book), {})
        self.assertEqual(self.value("Overzicht.C30"), 0)

    def test_cents_show_when_the_unit_is_a_cent(self):
        self.put("totaal", 1234.56)
        self.assertEqual(self.value("Overzicht.A2"), "het totaal van € 1.234,56 is geen veelvoud van de eenheid van € 1")
        self.put("eenheid", 0.01)
        self.assertRegex(on_paper(self.book), r"Amsterdam +GM0363 +23\.900 +98,75 ")

    def test_total_that_is_no_multiple(self):
        self.put("totaal", 85_000_000.5)
        self.assertEqual(self.value("Ontvangers.D5"), NO_DOMAIN)
        self.assertIn("geen veelvoud van de eenheid", self.value("Overzicht.A2"))

    def test_empty_total_is_unknown_and_not_0(self):
        self.put("totaal", None)
        self.assertEqual(self.value("Overzicht.A2"), "het totaal is leeg")
        for cell in ("Ontvangers.D5", "Ontvangers.E5", "Ontvangers.F5", "Ontvangers.G5", "Overzicht.B21", "Overzicht.B30"):
            self.assertEqual(self.value(cell), NOT_AVAILABLE, cell)
        for cell in ("Overzicht.A33", "Herindeling.A19"):
            self.assertEqual(self.value(cell), "Onbekend: de zin bovenaan zegt waarom.", cell)
        self.assertEqual(self.value("Overzicht.B26"), "onbekend")

    def test_ties_are_of_those_with_children(self):
        """10 euros by 3, 3, 3, 0 and 0: one of the three gets the fourth euro, 0 gets nothing and ties with nobody."""
        self.put("totaal", 10)
        self.paste([["A", "3", 3], ["B", "1", 3], ["C", "2", 3], ["D", "4", 0], [None] * 3, ["E", "5", 0]])
        self.assertEqual(self.column("bedragen", 6), [3, 4, 3, 0, "", 0])
        self.assertEqual(self.column("gelijk", 6), ["gelijk, kreeg minder", "gelijk, kreeg meer", "gelijk, kreeg minder", "", "", ""])
        self.assertEqual(self.value("Ontvangers.K3"), "3 gemeenten")

    def test_what_rounding_of_the_key_does(self):
        """Haarlem: 85,000,000 * 50 * (298,800 - 2,900) / 298,800 / 298,850 is 14,083.16."""
        self.assertAlmostEqual(self.value("Overzicht.B22"), 14083.16, 2)
        self.assertIn("Elk aantal is een veelvoud van 100", self.value("Overzicht.B16"))
        self.assertIn("minder dan 50. Dat geldt voor 7 gemeenten", self.value("Overzicht.B16"))
        self.paste([["A", None, 12], ["B", None, 13]])
        self.assertEqual(self.value("Overzicht.B16"), "Aan de aantallen is niet te zien dat zij zijn afgerond.")


if __name__ == "__main__":
    unittest.main()
