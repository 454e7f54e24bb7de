# SPDX-License-Identifier: EUPL-1.2
"""A short run of tests/soak/soak.py: edits at random in a sheet with every function, each answer held against the reference."""
import sys
import unittest

from office import ROOT

sys.path.insert(0, str(ROOT / "tests" / "soak"))
import soak  # noqa: E402

EDITS = 120


class Soak(unittest.TestCase):
    def test_every_answer_after_every_edit(self):
        self.assertIsNone(soak.soak(EDITS, say=lambda _: None))

    def test_a_key_that_the_reference_does_not_see_is_noticed(self):
        """The comparison can fail."""
        with soak.Office() as office:
            work = soak.Soak(office, soak.SEED)
            for formula in work.formulas:
                formula.compute(work.cells, work.norms)
            self.assertIsNone(work.compare())
            office.put(work.book, "Inputs.B7", work.cells["key"].cells[6] + 100)
            self.assertIn("shows", work.compare())

    def test_a_sentence_that_tells_something_else_is_noticed(self):
        """Another number, another cell, a warning more or less, another argument, another language."""
        tied = soak.Sentence({"recipients", "note", "tied"}, (352, 85_000_000, 6, 5))
        text = soak.Sentence({"text"}, (17,), "minimum", "1.234", english=True)
        right = {"352 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5": tied,
                 "cell 17 of the minimum is text: '1.234'": text}
        for shown, expected in right.items():
            self.assertTrue(expected.fits(shown), shown)
        wrong = {"351 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5": tied,
                 "352 ontvangers, samen € 85.000.000": tied,
                 "352 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5; "
                 "door elk bedrag apart af te ronden is dat minder": tied,
                 "352 recipients, together € 85,000,000. Note: 6 recipients had the same claim to the last € 5": tied,
                 "cell 16 of the minimum is text: '1.234'": text, "cell 17 of the maximum is text: '1.234'": text,
                 "cell 17 of the minimum is text: '1,234'": text, "cell 17 of the minimum is empty": text,
                 "cel 17 van het minimum is tekst: '1.234'": text}
        for shown, expected in wrong.items():
            self.assertFalse(expected.fits(shown), shown)


if __name__ == "__main__":
    unittest.main()
