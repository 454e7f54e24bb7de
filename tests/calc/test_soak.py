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


if __name__ == "__main__":
    unittest.main()
