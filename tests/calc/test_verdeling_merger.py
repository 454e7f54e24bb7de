# SPDX-License-Identifier: EUPL-1.2
"""A merger in samples/verdeling.sheet, by exact fractions, and what is chosen wrongly."""
import unittest

from sheets import error_cells
from verdeling import Allocating, DU, ORDER, CHILDREN, NAMES, by_reference


class Merger(Allocating, unittest.TestCase):
    def merged(self, names, minimum=0):
        keys = [0 if name in names else key for name, key in zip(NAMES, CHILDREN)]
        keep = [i for i, name in enumerate(NAMES) if name not in names]
        merged = sum(key for name, key in zip(NAMES, CHILDREN) if name in names)
        low = {"minimum": [float(minimum)] * (len(keep) + 1)} if minimum else {}
        after = by_reference(keys=[merged] + [keys[i] for i in keep], order=[1e9] + [ORDER[i] for i in keep], **low)
        before = by_reference(**({"minimum": [float(minimum)] * len(NAMES)} if minimum else {}))
        return after, sum(before[NAMES.index(name)] for name in names), keep

    def test_merger(self):
        five = ["Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"]
        for names, minimum in ((five, 0), (five, 50_000), (["Amsterdam", "Weesp"], 0), (["Purmerend", "Beemster"], 100_000)):
            with self.subTest(names=names, minimum=minimum):
                self.put("fusie", [[name] for name in names + [None] * (5 - len(names))])
                self.put("minimum", minimum)
                after, together, keep = self.merged(names, minimum)
                self.assertEqual(self.office.values(self.book, "Herindeling.D15:D17"), [[together], [after[0]], [after[0] - together]])
                amounts = self.column("na_bedragen", 1 + len(NAMES))
                self.assertEqual([amounts[0]] + [amounts[1 + i] for i in keep], after)
                self.assertEqual(sum(after), DU)
                self.assertEqual(error_cells(self.book), {})
        self.put("fusie", [[name] for name in five])
        self.put("minimum", 0)
        self.assertEqual(self.value("Herindeling.A19"), "De nieuwe ontvanger krijgt € 1 meer dan de oude samen: dat komt alleen door het afronden.")
        self.put("minimum", 50_000)
        self.assertIn("er is nog maar één keer een minimum", self.value("Herindeling.A19"))

    def test_merger_of_municipalities_without_an_amount(self):
        """Ameland and Vlieland have 0 in the key: they are chosen, the new one has 0 as well, and nothing changes elsewhere."""
        self.put("fusie", [["Ameland"], ["Vlieland"], [None], [None], [None]])
        self.assertEqual(self.office.values(self.book, "Herindeling.C10:D17"),
                         [[0, 0], [0, 0], ["", ""], ["", ""], ["", ""], [0, 0], [0, 0], [0, 0]])
        self.assertEqual(self.value("Herindeling.A19"), "De nieuwe ontvanger krijgt precies wat de oude samen kregen.")
        self.assertEqual(self.value("Herindeling.A20"), "Bij de andere gemeenten verandert er niets.")
        self.assertEqual(self.column("na_bedragen", 353)[1:], ["" if name in ("Ameland", "Vlieland") else amount
                                                              for name, amount in zip(NAMES, by_reference())])

    def test_what_changes_among_the_others(self):
        """Amsterdam with Weesp gains the euro that another loses."""
        self.put("fusie", [["Amsterdam"], ["Weesp"], [None], [None], [None]])
        after, _, keep = self.merged(["Amsterdam", "Weesp"])
        before = by_reference()
        changed = [new - before[i] for new, i in zip(after[1:], keep) if new != before[i]]
        self.assertEqual(changed, [-1])
        self.assertEqual(self.value("Herindeling.A20"), "Bij de andere gemeenten verandert het bedrag van 1; samen krijgen zij € 1 minder.")

    def test_merger_with_a_wrong_name(self):
        self.put("fusie", [["Boxmeer"], ["Boxmeer"], ["Nergens"], [None], [None]])
        self.assertEqual(self.office.values(self.book, "Herindeling.C10:C14"), [[300], ["staat er al"], ["niet gevonden"], [""], [""]])
        self.assertEqual(self.value("Herindeling.D17"), 0)
        self.put("fusie", [[None]] * 5)
        self.assertEqual(self.value("Herindeling.A19"), "Kies hierboven de gemeenten die samengaan.")
        self.assertEqual(error_cells(self.book), {})


if __name__ == "__main__":
    unittest.main()
