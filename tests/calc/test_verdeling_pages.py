# SPDX-License-Identifier: EUPL-1.2
"""What samples/verdeling.sheet shows beside the amounts: one municipality, the largest, charts, the islands, words, print."""
import unittest

from office import Office
from sheets import error_cells, path_of
from verdeling import Allocating, NO_NUMBER, CHILDREN, CODES, NAMES, by_reference


class Pages(Allocating, unittest.TestCase):
    def test_search(self):
        expected = dict(zip(NAMES, by_reference()))
        for name in ("Amsterdam", "Nuenen, Gerwen en Nederwetten", "'s-Gravenhage", "Vlieland", "zaanstad"):
            with self.subTest(name=name):
                self.put("zoek", name)
                true_name = next(other for other in NAMES if other.lower() == name.lower())
                i = NAMES.index(true_name)
                per_child = expected[true_name] / CHILDREN[i] if CHILDREN[i] else "n.v.t."
                self.assertEqual(self.office.values(self.book, "Overzicht.B19:B20"), [[CHILDREN[i]], [expected[true_name]]])
                self.assertEqual(self.value("Overzicht.B22"), per_child)
                self.assertEqual(self.value("Overzicht.C18"), f"{true_name} {CODES[i]}")
        self.put("zoek", "Zaandam")
        self.assertEqual(self.value("Overzicht.C18"), "niet gevonden: kies een naam uit de lijst")
        self.assertEqual(self.value("Overzicht.B20"), "")
        self.assertEqual(error_cells(self.book), {})

    def test_other_names_of_a_municipality(self):
        for name, found in (("Den Haag", "'s-Gravenhage GM0518"), ("\u2019s-Gravenhage", "'s-Gravenhage GM0518"), (" den bosch ", "'s-Hertogenbosch GM0796")):
            self.put("zoek", name)
            self.assertEqual(self.value("Overzicht.C18"), found)
        self.put("fusie", [["Den Haag"], ["'s-Gravenhage"], ["Rijswijk"], [None], [None]])
        self.assertEqual(self.office.values(self.book, "Herindeling.C10:C13"), [[16400], ["staat er al"], [CHILDREN[NAMES.index("Rijswijk (ZH.)")]], [""]])

    def test_the_20_largest(self):
        largest = sorted(zip(by_reference(), NAMES, CHILDREN), key=lambda row: (-row[0], NAMES.index(row[1])))[:20]
        self.assertEqual(self.office.values(self.book, "Grafieken.A5:D24"),
                         [[i + 1, name, children, amount] for i, (amount, name, children) in enumerate(largest)])

    def test_charts_show_the_figures(self):
        series = {}
        for chart in self.book.Sheets.getByName("Grafieken").Charts:
            kind = chart.EmbeddedObject.FirstDiagram.CoordinateSystems[0].ChartTypes[0]
            for one in kind.DataSeries:
                sequence = one.DataSequences[0]
                series[sequence.Label.TextualData[0]] = list(sequence.Values.NumericalData)
        self.assertEqual(series["Bedrag (€)"], sorted(by_reference(), reverse=True)[:20])
        self.assertEqual(len(series["Apart afgerond"]), 100)
        self.assertAlmostEqual(series["Apart afgerond"][-1], -43, 4)
        self.assertAlmostEqual(series["Deze verdeling"][-1], 0, 4)

    def test_islands_are_unknown_until_filled_in(self):
        self.assertEqual(self.office.values(self.book, "Caribisch Nederland.B10:D13"), [["onbekend"] * 3] * 4)
        self.put("cn_kinderen", [[300], [20], [None]])
        self.assertEqual(self.office.values(self.book, "Caribisch Nederland.C10:C11"), [[937_500], [62_500]])
        self.put("cn_kinderen", [[300], [20], ["onbekend"]])
        self.assertEqual(self.office.values(self.book, "Caribisch Nederland.C10:C13"), [["onbekend"]] * 4)
        self.put("cn_kinderen", [[700], [200], [100]])
        self.assertEqual(self.office.values(self.book, "Caribisch Nederland.B10:D13"),
                         [[700, 700_000, 1000], [200, 200_000, 1000], [100, 100_000, 1000], [1000, 1_000_000, 1000]])
        self.put("cn_totaal", 100)
        self.put("cn_eenheid", 10)
        self.assertEqual(self.office.values(self.book, "Caribisch Nederland.C10:C12"), [[70], [20], [10]])
        self.put("cn_kinderen", [[700], ["2.000"], [100]])
        self.assertEqual(self.value("Caribisch Nederland.C10"), NO_NUMBER)
        self.assertEqual(self.value("Caribisch Nederland.A2"), "cel 2 is tekst: '2.000'")

    def test_reads_like_the_language_of_the_sheet(self):
        amsterdam = f"Gemeenten.D{self.row('Amsterdam')}"
        self.assertEqual(self.office.range(self.book, amsterdam).getCellByPosition(0, 0).getString(), "6.798.862")
        book = Office.shared("en-US").open(path_of("verdeling"))
        self.addCleanup(book.close, True)
        self.assertEqual(self.office.range(book, amsterdam).getCellByPosition(0, 0).getString(), "6.798.862")
        book = Office.shared("nl-NL").open(path_of("allocation"))
        self.addCleanup(book.close, True)
        self.assertEqual(self.office.range(book, amsterdam.replace("Gemeenten", "Municipalities")).getCellByPosition(0, 0).getString(),
                         "6,798,862")

    def test_words_in_lists(self):
        for name, words in (("methode", ["grootste rest", "sainte-laguë", "d'hondt", "adams", "afgerond"]),):
            validation = self.book.NamedRanges.getByName(name).getReferredCells().Validation
            self.assertEqual(validation.getFormula1(), ";".join(f'"{word}"' for word in words))
        zoek = self.book.NamedRanges.getByName("zoek").getReferredCells().Validation
        self.assertIn("OFFSET", zoek.getFormula1().upper().replace("VERSCHUIVING", "OFFSET"))

    def test_heads_stay_in_sight(self):
        for name, rows in (("Gemeenten", (2, 3)), ("Na herindeling", (2, 3))):
            sheet = self.book.Sheets.getByName(name)
            self.assertTrue(sheet.PrintTitleRows)
            self.assertEqual((sheet.TitleRows.StartRow, sheet.TitleRows.EndRow), rows)


if __name__ == "__main__":
    unittest.main()
