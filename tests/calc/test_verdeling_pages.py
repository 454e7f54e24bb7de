# SPDX-License-Identifier: EUPL-1.2
"""What samples/verdeling.sheet shows beside the amounts: one municipality, the largest, charts, the islands, words, print."""
import re
import unittest

from office import ROOT, Office, properties, url
from sheets import column, error_cells, path_of
from verdeling import Allocating, NO_NUMBER, CHILDREN, CODES, NAMES, by_reference

from com.sun.star.sheet.ValidationAlertStyle import STOP
from com.sun.star.sheet.ValidationType import LIST

OTHER_NAMES = re.findall(r"(?m)^  (.+?)(?: \| =)?; ", (ROOT / "samples" / "names.sheet").read_text(encoding="utf-8").split("list formed_since")[0])


class Pages(Allocating, unittest.TestCase):
    def test_search(self):
        expected = dict(zip(NAMES, by_reference()))
        for name in ("Amsterdam", "Nuenen, Gerwen en Nederwetten", "'s-Gravenhage", "Vlieland", "zaanstad"):
            with self.subTest(name=name):
                self.put("zoek", name)
                true_name = next(other for other in NAMES if other.lower() == name.lower())
                i = NAMES.index(true_name)
                per_child = expected[true_name] / CHILDREN[i] if CHILDREN[i] else "n.v.t."
                self.assertEqual(self.office.values(self.book, "Overzicht.B20:B21"), [[CHILDREN[i]], [expected[true_name]]])
                self.assertEqual(self.value("Overzicht.B23"), per_child)
                self.assertEqual(self.value("Overzicht.C19"), f"{true_name} {CODES[i]}")
        self.put("zoek", "Zaandam")
        self.assertEqual(self.value("Overzicht.C19"), "niet gevonden: kies een naam uit de lijst")
        self.assertEqual(self.value("Overzicht.B21"), "")
        self.assertEqual(error_cells(self.book), {})

    def test_other_names_of_a_municipality(self):
        for name, found in (("Den Haag", "'s-Gravenhage GM0518"), ("\u2019s-Gravenhage", "'s-Gravenhage GM0518"), (" den bosch ", "'s-Hertogenbosch GM0796")):
            self.put("zoek", name)
            self.assertEqual(self.value("Overzicht.C19"), found)
        self.put("fusie", [["Den Haag"], ["'s-Gravenhage"], ["Rijswijk"], [None], [None]])
        self.assertEqual(self.office.values(self.book, "Herindeling.C10:C13"), [[16400], ["staat er al"], [CHILDREN[NAMES.index("Rijswijk (ZH.)")]], [""]])

    def test_every_name_and_other_name_can_be_chosen(self):
        """The list that an input refuses all else by: first the names of the table, then what else they are called."""
        for name in ("zoek", "fusie"):
            validation = self.book.NamedRanges.getByName(name).ReferredCells.Validation
            self.assertEqual((validation.Type, validation.ErrorAlertStyle), (LIST, STOP))
            self.assertIn("$Namen.$D$", validation.getFormula1())
        choices = [name for name in column(self.book, "Namen.D20:D1060") if name not in (None, "", "Keuze")]
        self.assertEqual(choices[:352], NAMES)
        self.assertEqual(choices[352:], OTHER_NAMES)
        for other in OTHER_NAMES:
            with self.subTest(name=other):
                self.put("zoek", other)
                self.assertIn(" GM", self.value("Overzicht.C19"))

    def test_a_municipality_formed_since_is_no_other_name(self):
        """It was several: none of them may be shown for it. Where the key has it, it is found."""
        self.put("zoek", "Land van Cuijk")
        self.assertEqual(self.value("Overzicht.C19"), "niet gevonden: kies een naam uit de lijst")
        self.paste([["Land van Cuijk", "GM1982", 1000], ["Den Haag", "GM0518", 16400]])
        for name, found in (("Land van Cuijk", "Land van Cuijk GM1982"), ("'s-Gravenhage", "Den Haag GM0518"), ("The Hague", "niet gevonden: kies een naam uit de lijst")):
            self.put("zoek", name)
            self.assertEqual(self.value("Overzicht.C19"), found)

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

    def test_lines_are_told_apart_without_their_colours(self):
        """In forced high contrast all are black, or all white; one is at least twice as thick as the next."""
        for chart in self.book.Sheets.getByName("Grafieken").Charts:
            kind = chart.EmbeddedObject.FirstDiagram.CoordinateSystems[0].ChartTypes[0]
            widths = [one.LineWidth for one in kind.DataSeries]
            if kind.ChartType.endswith("LineChartType"):
                self.assertEqual(len(widths), 2)
                self.assertGreaterEqual(widths[0], 2 * widths[1])
                self.assertGreater(widths[1], 0)

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
        self.assertEqual(self.value("Caribisch Nederland.A4"), "Cel 2 is B11: Sint Eustatius.")

    def test_nothing_to_fill_in_is_no_fault(self):
        self.assertEqual(self.value("Caribisch Nederland.A2"), "Vul de aantallen kinderen in; tot dan is elk bedrag onbekend.")

    def test_plain_words_where_a_formula_would_show(self):
        self.assertEqual(self.value("Toelichting.A2"), "De extensie Meedoen is geladen.")
        self.assertEqual(self.value("Ontvangers.L2"), "Hulpkolommen voor ranglijst, grafiek, namen en afronding")

    def test_axes_have_their_unit_and_no_line_runs_through_a_chart(self):
        titles = []
        for chart in self.book.Sheets.getByName("Grafieken").Charts:
            diagram = chart.EmbeddedObject.Diagram
            titles.append(diagram.YAxisTitle.String)
        self.assertEqual(titles, ["bedrag (€)", "opgeteld verschil (€)"])
        book = self.office.desktop.loadComponentFromURL(url(path_of("verdeling")), "_blank", 0, properties(Hidden=False))
        self.addCleanup(book.close, True)
        book.CurrentController.setActiveSheet(book.Sheets.getByName("Grafieken"))
        self.assertFalse(book.CurrentController.hasFrozenPanes())

    def test_the_cursor_starts_on_an_input(self):
        book = self.office.desktop.loadComponentFromURL(url(path_of("verdeling")), "_blank", 0, properties(Hidden=False))
        self.addCleanup(book.close, True)
        for sheet, cell in (("Overzicht", "B7"), ("Ontvangers", "A5"), ("Caribisch Nederland", "B10"), ("Herindeling", "B10")):
            book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
            selected = book.CurrentController.Selection
            self.assertFalse(selected.getCellByPosition(0, 0).CellProtection.IsLocked, sheet)
            self.assertEqual(selected.AbsoluteName.split(".")[1].split(":")[0].replace("$", ""), cell)

    def test_reads_like_the_language_of_the_sheet(self):
        amsterdam = f"Ontvangers.D{self.row('Amsterdam')}"
        self.assertEqual(self.office.range(self.book, amsterdam).getCellByPosition(0, 0).getString(), "6.798.862")
        book = Office.shared("en-US").open(path_of("verdeling"))
        self.addCleanup(book.close, True)
        self.assertEqual(self.office.range(book, amsterdam).getCellByPosition(0, 0).getString(), "6.798.862")
        book = Office.shared("nl-NL").open(path_of("allocation"))
        self.addCleanup(book.close, True)
        self.assertEqual(self.office.range(book, amsterdam.replace("Ontvangers", "Recipients")).getCellByPosition(0, 0).getString(),
                         "6,798,862")

    def test_words_in_lists(self):
        for name, words in (("methode", ["grootste rest", "sainte-laguë", "d'hondt", "adams", "afgerond"]),):
            validation = self.book.NamedRanges.getByName(name).getReferredCells().Validation
            self.assertEqual(validation.getFormula1(), ";".join(f'"{word}"' for word in words))
        zoek = self.book.NamedRanges.getByName("zoek").getReferredCells().Validation
        self.assertIn("OFFSET", zoek.getFormula1().upper().replace("VERSCHUIVING", "OFFSET"))

    def test_heads_stay_in_sight(self):
        for name, rows in (("Ontvangers", (2, 3)), ("Na herindeling", (2, 3))):
            sheet = self.book.Sheets.getByName(name)
            self.assertTrue(sheet.PrintTitleRows)
            self.assertEqual((sheet.TitleRows.StartRow, sheet.TitleRows.EndRow), rows)


if __name__ == "__main__":
    unittest.main()
