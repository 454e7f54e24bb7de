# SPDX-License-Identifier: EUPL-1.2
"""samples/verdeling.sheet in a real office: what every sheet must hold, and English. test_verdeling_*.py try what it computes."""
import unittest

from sheets import Sheet, enter, error_cells, referred, snapshot, value, values


class Verdeling(Sheet, unittest.TestCase):
    name = "verdeling"
    guarded = False
    inputs = ("bron", "peildatum", "uitkering", "totaal", "eenheid", "methode", "andere_methode", "ontvanger", "ontvangers", "zoek", "kinderen", "gemeenten", "codes", "cn_totaal", "cn_eenheid",
              "cn_kinderen", "nieuwe_naam", "minimum", "fusie")
    frozen = ("Ontvangers", "Na herindeling")
    charts = 2
    large = "totaal"


class Allocation(Sheet, unittest.TestCase):
    name = "allocation"
    language = "en"
    guarded = False
    inputs = ("source", "reference_date", "grant", "total", "unit", "method", "other_method", "recipient", "recipients", "search", "children", "municipalities", "codes", "cn_total", "cn_unit",
              "cn_children", "new_name", "minimum", "merger")
    frozen = ("Recipients", "After the merger")
    charts = 2
    large = "total"

    def test_the_sentences_are_english(self):
        """43 euros are missing, as in Dutch; a merger of five gains one euro by rounding."""
        for locale in ("en-US", "nl-NL"):
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(value(book, "Overview.A2"),
                                 "352 recipients, together € 85,000,000. Note: 6 recipients had the same claim to the last € 5")
                self.assertEqual(value(book, "Overview.A33"), "Rounding each amount by itself gives € 43 too little.")
                self.assertEqual(value(book, "Merger.A19"),
                                 "The new recipient gets € 1 more than the old ones together: that is only because of rounding.")
                self.assertEqual(value(book, "Recipients.K3"), "6 municipalities")
                self.assertEqual(values(book, "Caribbean Netherlands.B10:D13"), [["unknown"] * 3] * 4)
        enter(book, "unit", 0.01)
        self.assertRegex(value(book, "Overview.A33"), r"^Rounding each amount by itself gives € 0\.\d\d too (little|much)\.$")

    def test_who_shares_is_called_as_the_user_says(self):
        """As in Dutch: test_verdeling_key.py."""
        book = self.opened()
        enter(book, "key", [["Centre", None, 3], ["North", None, 2], *[[None] * 3] * 998])
        for name, word in (("recipient", "district"), ("recipients", "districts"), ("grant", "Money for the library")):
            enter(book, name, word)
        self.assertEqual([value(book, cell) for cell in ("Overview.A18", "Overview.A19", "Overview.D29", "Recipients.A1", "Recipients.A3",
                                                         "Recipients.A4", "Charts.B4", "Merger.A7", "Merger.A10", "After the merger.A1")],
                         ["Look up one district", "District", "Districts with another amount", "All districts", "2 districts", "District",
                          "District", "Minimum for each district (€)", "District 1", "All districts after the merger"])
        told = {place: text for place, (_, text) in snapshot(book).items() if place[0] not in ("Explanation", "Caribbean Netherlands", "Names")}
        self.assertEqual({place: text for place, text in told.items() if "municipalit" in str(text).lower()}, {})

    def test_words_in_lists(self):
        book = self.opened()
        self.assertEqual(referred(book, "method").Validation.getFormula1(),
                         '"largest remainder";"sainte-laguë";"d\'hondt";"adams";"rounded"')
        for word in ("largest remainder", "sainte-laguë", "d'hondt", "adams", "rounded"):
            enter(book, "other_method", word)
            self.assertEqual(error_cells(book), {}, word)


if __name__ == "__main__":
    unittest.main()
