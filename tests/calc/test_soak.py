# SPDX-License-Identifier: EUPL-1.2
"""A short run of tests/soak/soak.py: edits at random in a sheet with every function, each answer held against the reference."""
import sys
import unittest

from office import ROOT

sys.path.insert(0, str(ROOT / "tests" / "soak"))
import soak  # noqa: E402
import doubts  # noqa: E402
from explanations import OF_ALLOCATION, SUBJECTS  # noqa: E402
from reference import TEXT, Argument  # noqa: E402
from sentences import Findings, Sentence  # noqa: E402

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

    def test_a_list_that_gives_something_away_is_seen(self):
        """Each doubt from both sides of its limit; the lists are those that functions/base/doubts.h is about."""
        for numbers, found in ((50, 30, 20), ("sum", 0)), ((50, 30, 21), None), ((333, 250, 210, 190, 985), ("nearly", 4)), \
                ((333, 250, 210, 190, 986), None), ((10, 20, 30, 40, 50, 90, 120), ("subtotals", 5, 3, 4, 3)), \
                ((10, 20, 30, 40, 50, 90, 121), None), ((100, 60, 35, 25, 40, 30, 10), ("subtotals", 1, 2, 3, 3)), \
                ((100, 60, 40, 60, 40), ("levels", 0, 1, 2, 2)), ((100, 60, 40, 60, 41), None):
            self.assertEqual(doubts.find_totals(list(map(float, numbers))), found, numbers)
        for numbers, found in ((500, 300, 1.234), 2), ((500, 300, 1.2345), None), ((500, 1.5), None):
            self.assertEqual(doubts.find_fraction(list(map(float, numbers))), found, numbers)
        self.assertEqual(doubts.find_look_alikes([1 / 3, 5.0, 1 - 2 / 3], 9), (0, 2))
        self.assertIsNone(doubts.find_look_alikes([100.0, 99.99999], 9))

    def test_a_sentence_that_tells_something_else_is_noticed(self):
        """Another number, another cell, a warning more or less, another argument, another language."""
        of_minimum = Findings({"minimum": Argument([1.0] * 16 + ["1.234"])}, SUBJECTS)
        of_minimum.note(TEXT, "minimum", 16)
        tied = Sentence(OF_ALLOCATION).tell("recipients", "note", "tied").count(352, 85_000_000, 6, 5)
        text = of_minimum.tell(Sentence(OF_ALLOCATION, english=True))
        right = {"352 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5": tied,
                 "cell 17 of the minimum is text: '1.234'": text}
        for shown, expected in right.items():
            self.assertTrue(expected.fits(shown), shown)
        wrong = {"351 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5": tied,
                 "352 ontvangers, samen € 85.000.000": tied,
                 "352 ontvangers, samen € 85.000.000. Let op: 6 ontvangers hadden evenveel recht op de laatste € 5; "
                 "door elk bedrag apart af te ronden is dat minder dan het totaal": tied,
                 "352 recipients, together € 85,000,000. Note: 6 recipients had the same claim to the last € 5": tied,
                 "cell 16 of the minimum is text: '1.234'": text, "cell 17 of the maximum is text: '1.234'": text,
                 "cell 17 of the minimum is text: '1,234'": text, "cell 17 of the minimum is empty": text,
                 "cel 17 van het minimum is tekst: '1.234'": text}
        for shown, expected in wrong.items():
            self.assertFalse(expected.fits(shown), shown)


if __name__ == "__main__":
    unittest.main()
