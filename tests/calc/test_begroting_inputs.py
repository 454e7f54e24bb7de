# SPDX-License-Identifier: EUPL-1.2
"""What may be typed in samples/begroting.sheet, in both languages: every spelling, every kind of input in each state, and nothing at all."""
import unittest

from begroting import SHEETS, YEARS, InDutch, InEnglish, at, holds, rows_of
from office import cell_value
from sheets import enter, named, names

# One input of each kind, in the order of what it accepts and refuses below; and others.
KINDS = ("ontvangen_jaar5_rekening", "lasten_nulmeting_rekening", "index_jaar2", "bereikt_bijstand_jaar5", "eigen_ambitie_bijstand_jaar4",
         "eerste_jaar", "basisjaar", "leeftijd_vanaf", "inkomensgrens", "generiek_jaar5_rekening")
OTHERS = ("doorgeschoven_jaar1_rekening", "in_natura_jaar5_rekening", "bijdragen_nulmeting_begroting", "doelgroep_bijstand_jaar5",
          "doelgroep_samen_jaar5", "doelgroep_samen_nulmeting", "bereikt_samen_jaar5", "gemeente", "uitkering", "peildatum", "toont",
          "eenheid", "uitleg_rekening", "uitleg_kinderen")


class Inputs:
    """Of both languages."""

    def test_it_takes_every_spelling_that_the_functions_take(self):
        """In each kind of input, and nothing that says nothing."""
        book = self.opened()
        known = ("onbekend", "Onbekend", "UNKNOWN", " n.b. ", "N.B.", ".", "x", "X", "?", "\u00a0onbekend\u2007", "\ufeffunknown", "   ", "")
        none = ("geen", "Geen", " NONE ", "none\u202f")
        accepted = {0: known + (0, 12.5, 1e9), 1: known + none + (0, 400000), 2: known + (0.02, -0.5, 0.5, 0), 3: known + (0, 7, 612.5),
                    4: known + none + (0, 0.8, 1), 5: known + (2016, 2024, 1000), 6: known + none + (2016,), 7: known + (0, 17), 8: known + (1.2, 0.01),
                    9: known + (0, 12.5, -450)}
        refused = {0: ("geen", "veel", "1.234", "onbekend!", -0.01), 1: ("niets", "1.234"), 2: (1.02, -0.51, "geen", "2%"), 3: (-1, "geen", "zes"),
                   4: (1.01, -0.1, "80"), 5: (217, 20177, 2017.5, "geen"), 6: (217, "nooit"), 7: (-1, 4.5, "vier"), 8: (0, -1, "veel"), 9: ("geen", "1.234")}
        for expected, contents in ((True, accepted), (False, refused)):
            for kind, name in enumerate(map(self.called, KINDS)):
                cell = named(book, name)
                for content in contents[kind]:
                    with self.subTest(name=name, content=content):
                        enter(book, name, content)
                        self.assertEqual(holds(cell, cell.Validation), expected)
        self.assertEqual(len(KINDS), len(accepted))

    def test_every_sentence_makes_sense_with_one_input_in_each_state(self):
        book = self.opened()
        for name in map(self.called, KINDS + OTHERS):
            filled = cell_value(named(book, name))
            for content in (None, "onbekend", "geen", 0, 1, -1, "\u00a0x ", "Geen getal"):
                enter(book, name, content)
                with self.subTest(name=name, content=content):
                    self.makes_sense(book, (name, content))
            enter(book, name, filled)

    def test_an_emptied_file_is_unknown_and_never_zero(self):
        """But for what the year alone decides: the ambitions that the state set for 2021."""
        book, national = self.opened(), {("K", "ambition_a", 5): 1, ("K", "ambition_w", 5): 0.7}
        for name in names(book):
            if name not in map(self.called, ("melding", *YEARS)):
                enter(book, name, None)
        for letter in "BRK":
            for key, row in rows_of()[letter].items():
                if not key.startswith("words"):
                    for year in range(1, 7):
                        shown = book.Sheets.getByIndex(SHEETS.index(letter)).getCellByPosition(year + 1, row - 1)
                        if (letter, key, year) in national:
                            self.assertEqual(shown.getValue(), national[letter, key, year])
                        elif shown.getFormula().startswith("="):
                            self.assertIn(shown.getString(), self.empty, (letter, key, year))
        self.makes_sense(book, "empty")

    def test_a_share_just_beside_a_bound_shows_it(self):
        """15.0004% is not shown as the 15.0% that it misses, nor 99.9% of the children as all of them."""
        book = self.opened()
        rules = at(book, "R.broader5").ConditionalFormat
        self.assertEqual(rules.Count, 1)
        fine = book.StyleFamilies.getByName("CellStyles").getByName(rules.getByIndex(0).StyleName)
        self.assertIn("000", book.NumberFormats.getByKey(fine.NumberFormat).FormatString.replace("0,000", "0.000"))
        at(book, "R.broader5").Spreadsheet.unprotect("")
        for share, expected in ((0.15, 0), (0.150004, 1), (0.1499999, 1), (0.2, 0), (0.200004, 1), (0.9996, 1), (1, 0), (0.00001, 1), (0, 0), (0.151, 0), (0.4213, 0)):
            at(book, "R.broader5").setValue(share)
            self.assertEqual(holds(at(book, "R.broader5"), rules.getByIndex(0)), expected, share)
        reach = at(book, "K.reach_a5")                      # where all of them is the ambition
        reach.Spreadsheet.unprotect("")
        for share, expected in ((0.9996, 1), (1, 0), (1.0004, 1), (0.9994, 0), (0.9, 0)):
            reach.setValue(share)
            self.assertEqual(holds(reach, reach.ConditionalFormat.getByIndex(0)), expected, share)


class Dutch(Inputs, InDutch, unittest.TestCase):
    pass


class English(Inputs, InEnglish, unittest.TestCase):
    pass


if __name__ == "__main__":
    unittest.main()
