# SPDX-License-Identifier: EUPL-1.2
"""samples/verdeling.sheet in a real office: what every sheet must hold, and English. test_verdeling_*.py try what it computes."""
import unittest

from sheets import Sheet, enter, error_cells, referred, value, values


class Verdeling(Sheet, unittest.TestCase):
    name = "verdeling"
    guarded = False
    inputs = ("bron", "peildatum", "uitkering", "totaal", "eenheid", "methode", "andere_methode", "zoek", "kinderen", "gemeenten", "codes", "cn_totaal", "cn_eenheid",
              "cn_kinderen", "nieuwe_naam", "minimum", "fusie")
    frozen = ("Gemeenten", "Na herindeling")
    charts = 2
    large = "totaal"


class Allocation(Sheet, unittest.TestCase):
    name = "allocation"
    language = "en"
    guarded = False
    inputs = ("source", "reference_date", "grant", "total", "unit", "method", "other_method", "search", "children", "municipalities", "codes", "cn_total", "cn_unit",
              "cn_children", "new_name", "minimum", "merger")
    frozen = ("Municipalities", "After the merger")
    charts = 2
    large = "total"

    def test_the_sentences_are_english(self):
        """43 euros are missing, as in Dutch; a merger of five gains one euro by rounding."""
        for locale in ("en-US", "nl-NL"):
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(value(book, "Overview.A2"),
                                 "352 recipients, together € 85,000,000. Note: 6 recipients had the same claim to the last € 5")
                self.assertEqual(value(book, "Overview.A32"), "Rounding each amount by itself gives € 43 too little.")
                self.assertEqual(value(book, "Merger.A19"),
                                 "The new municipality gets € 1 more than the old ones together: that is only because of rounding.")
                self.assertEqual(value(book, "Municipalities.K3"), "6 municipalities")
                self.assertEqual(values(book, "Caribbean Netherlands.B10:D13"), [["unknown"] * 3] * 4)
        enter(book, "unit", 0.01)
        self.assertRegex(value(book, "Overview.A32"), r"^Rounding each amount by itself gives € 0\.\d\d too (little|much)\.$")

    def test_words_in_lists(self):
        book = self.opened()
        self.assertEqual(referred(book, "method").Validation.getFormula1(),
                         '"largest remainder";"sainte-laguë";"d\'hondt";"adams";"rounded"')
        for word in ("largest remainder", "sainte-laguë", "d'hondt", "adams", "rounded"):
            enter(book, "other_method", word)
            self.assertEqual(error_cells(book), {}, word)


if __name__ == "__main__":
    unittest.main()
