# SPDX-License-Identifier: EUPL-1.2
"""samples/verdeling.sheet in a real office: amounts by exact fractions, every input, islands, mergers, templates."""
import sys
import unittest

from office import ROOT, Error, Office
from sheets import OpenSheet, Sheet, enter, error_cells, on_paper, path_of, referred, value, values

sys.path.insert(0, str(ROOT / "tests" / "reference"))
from allocation import ADAMS, JEFFERSON, LARGEST, ROUNDED, WEBSTER, allocate  # noqa: E402
from municipalities import CHILDREN, CODES, NAMES  # noqa: E402

DU = 85_000_000
ORDER = [float(code[2:]) for code in CODES]
NOT_AVAILABLE, NO_NUMBER, NO_DOMAIN = Error(32767), Error(519), Error(503)


def by_reference(method=LARGEST, total=DU, unit=1, keys=None, **more):
    return allocate(method, total, unit, keys or CHILDREN, order=more.pop("order", ORDER), **more)[0]


class Verdeling(Sheet, unittest.TestCase):
    name = "verdeling"
    inputs = ("totaal", "eenheid", "methode", "andere_methode", "zoek", "kinderen", "gemeenten", "codes", "cn_totaal", "cn_eenheid",
              "cn_kinderen", "nieuwe_naam", "minimum", "fusie")
    frozen = ("Gemeenten", "Grafieken", "Na herindeling")
    charts = 2
    large = "totaal"


class Allocation(Sheet, unittest.TestCase):
    name = "allocation"
    language = "en"
    inputs = ("total", "unit", "method", "other_method", "search", "children", "municipalities", "codes", "cn_total", "cn_unit",
              "cn_children", "new_name", "minimum", "merger")
    frozen = ("Municipalities", "Charts", "After the merger")
    charts = 2
    large = "total"

    def test_the_sentences_are_english(self):
        """43 euros are missing, as in Dutch; a merger of five gains one euro by rounding."""
        for locale in ("en-US", "nl-NL"):
            with self.subTest(locale=locale):
                book = self.opened(locale)
                self.assertEqual(value(book, "Overview.A2"),
                                 "352 recipients, together € 85,000,000. Note: 6 recipients had the same claim to the last € 5")
                self.assertEqual(value(book, "Overview.A25"), "Rounding each amount by itself gives € 43 too little.")
                self.assertEqual(value(book, "Merger.A19"),
                                 "The new municipality gets € 1 more than the old ones together: that is only because of rounding.")
                self.assertEqual(value(book, "Municipalities.K6"), "6 municipalities")
                self.assertEqual(values(book, "Caribbean Netherlands.B10:D13"), [["unknown"] * 3] * 4)
        enter(book, "unit", 0.01)
        self.assertRegex(value(book, "Overview.A25"), r"^Rounding each amount by itself gives € 0\.\d\d too (little|much)\.$")

    def test_words_in_lists(self):
        book = self.opened()
        self.assertEqual(referred(book, "method").Validation.getFormula1(),
                         '"largest remainder";"sainte-laguë";"d\'hondt";"adams";"rounded"')
        for word in ("largest remainder", "sainte-laguë", "d'hondt", "adams", "rounded"):
            enter(book, "other_method", word)
            self.assertEqual(error_cells(book), {}, word)


class Amounts(OpenSheet, unittest.TestCase):
    name = "verdeling"

    def row(self, name):
        return 8 + NAMES.index(name)

    def column(self, name):
        cells = self.book.NamedRanges.getByName(name).getReferredCells()
        return [row[0] for row in cells.getDataArray()]

    def value(self, address):
        return self.office.value(self.book, address)

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
        self.assertEqual(self.value("Gemeenten.K6"), "6 gemeenten")

    def test_codes_decide_and_not_the_order_of_the_sheet(self):
        self.put("codes", [[code] for code in reversed(CODES)])
        self.assertEqual(self.column("bedragen"), by_reference(order=ORDER[::-1]))
        self.assertNotEqual(by_reference(order=ORDER[::-1]), by_reference())

    def test_comparison(self):
        rounded = by_reference(ROUNDED)
        self.assertEqual(sum(rounded), 84_999_957)
        self.assertEqual(self.column("afgerond"), rounded)
        self.assertEqual(self.office.values(self.book, "Overzicht.B22:D23"),
                         [[DU, 0, "–"], [84_999_957, -43, sum(a != b for a, b in zip(rounded, by_reference()))]])
        self.assertEqual(self.value("Overzicht.A25"), "Elk bedrag apart afronden geeft samen € 43 te weinig.")

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
                self.assertEqual(self.value("Overzicht.D24"), 0)
        self.put("andere_methode", "adams")
        other = by_reference(ADAMS, unit=1000)
        self.assertEqual(self.value("Overzicht.D24"), sum(a != b for a, b in zip(other, self.column("bedragen"))))

    def test_total_and_unit(self):
        for total, unit in ((1_000_000, 1), (1234.56, 0.01), (85_000_000, 0.05), (-500_000, 1), (3000, 1000)):
            with self.subTest(total=total, unit=unit):
                self.put("totaal", total)
                self.put("eenheid", unit)
                self.assertEqual(self.column("bedragen"), by_reference(total=total, unit=unit))
                self.assertEqual(error_cells(self.book), {})
        self.assertEqual(self.value("Overzicht.C22"), 0)

    def test_cents_show_when_the_unit_is_a_cent(self):
        self.put("totaal", 1234.56)
        self.assertEqual(self.value("Overzicht.A2"), "het totaal van € 1.234,56 is geen veelvoud van de eenheid van € 1")
        self.put("eenheid", 0.01)
        self.assertRegex(on_paper(self.book), r"GM0363 +Amsterdam +23\.900 +98,75 ")

    def test_total_that_is_no_multiple(self):
        self.put("totaal", 85_000_000.5)
        self.assertEqual(self.value("Gemeenten.D8"), NO_DOMAIN)
        self.assertIn("geen veelvoud van de eenheid", self.value("Overzicht.A2"))

    def test_empty_total_is_unknown_and_not_0(self):
        self.put("totaal", None)
        self.assertEqual(self.value("Overzicht.A2"), "het totaal is leeg")
        for cell in ("Gemeenten.D8", "Gemeenten.E8", "Gemeenten.F8", "Gemeenten.G8", "Overzicht.B14", "Overzicht.B22"):
            self.assertEqual(self.value(cell), NOT_AVAILABLE, cell)
        for cell in ("Overzicht.A25", "Herindeling.A19"):
            self.assertEqual(self.value(cell), "Onbekend: de zin bovenaan zegt waarom.", cell)
        self.assertEqual(self.value("Overzicht.B18"), "onbekend")

    def test_text_number_is_named(self):
        self.put("kinderen", [[value] for value in CHILDREN[:16] + ["1.234"] + CHILDREN[17:]])
        self.assertEqual(self.value("Overzicht.A2"), "cel 17 is tekst: '1.234'")
        self.assertEqual(self.value("Gemeenten.D8"), NO_NUMBER)

    def test_unknown_municipality(self):
        self.put("kinderen", [[value] for value in ["onbekend"] + CHILDREN[1:]])
        self.assertIn("cel 1 is onbekend", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Gemeenten.D9"), NOT_AVAILABLE)

    def test_left_out_municipality(self):
        self.put("kinderen", [[value] for value in [None] + CHILDREN[1:]])
        self.assertEqual(self.column("bedragen")[1:], by_reference(keys=CHILDREN[1:], order=ORDER[1:]))
        self.assertIn("351 ontvangers", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Gemeenten.E8"), "n.v.t.")
        self.assertEqual(error_cells(self.book), {})

    def test_total_row_in_the_figures(self):
        self.put("kinderen", [[value] for value in CHILDREN[:-1] + [sum(CHILDREN[:-1])]])
        self.assertIn("cel 352 is de som van alle andere; is dat een totaalrij?", self.value("Overzicht.A2"))

    def test_search(self):
        expected = dict(zip(NAMES, by_reference()))
        for name in ("Amsterdam", "Nuenen, Gerwen en Nederwetten", "'s-Gravenhage", "Vlieland", "zaanstad"):
            with self.subTest(name=name):
                self.put("zoek", name)
                true_name = next(other for other in NAMES if other.lower() == name.lower())
                i = NAMES.index(true_name)
                per_child = expected[true_name] / CHILDREN[i] if CHILDREN[i] else "n.v.t."
                self.assertEqual(self.office.values(self.book, "Overzicht.B13:B15"), [[CHILDREN[i]], [expected[true_name]], [per_child]])
                self.assertEqual(self.value("Overzicht.C12"), CODES[i])
        self.put("zoek", "Zaandam")
        self.assertEqual(self.value("Overzicht.C12"), "niet gevonden: kies een naam uit de lijst")
        self.assertEqual(self.value("Overzicht.B14"), "")
        self.assertEqual(error_cells(self.book), {})

    def test_the_20_largest(self):
        largest = sorted(zip(by_reference(), NAMES, CHILDREN), key=lambda row: (-row[0], NAMES.index(row[1])))[:20]
        self.assertEqual(self.office.values(self.book, "Grafieken.A6:D25"),
                         [[i + 1, name, children, amount] for i, (amount, name, children) in enumerate(largest)])

    def test_charts_show_the_figures(self):
        series = {}
        for chart in self.book.Sheets.getByName("Grafieken").Charts:
            kind = chart.EmbeddedObject.FirstDiagram.CoordinateSystems[0].ChartTypes[0]
            for one in kind.DataSeries:
                sequence = one.DataSequences[0]
                series[sequence.Label.TextualData[0]] = list(sequence.Values.NumericalData)
        self.assertEqual(series["Bedrag (€)"], sorted(by_reference(), reverse=True)[:20])
        self.assertEqual(len(series["Apart afgerond"]), 352)
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
                amounts = self.column("na_bedragen")
                self.assertEqual([amounts[0]] + [amounts[1 + i] for i in keep], after)
                self.assertEqual(sum(after), DU)
                self.assertEqual(error_cells(self.book), {})
        self.put("fusie", [[name] for name in five])
        self.put("minimum", 0)
        self.assertEqual(self.value("Herindeling.A19"), "De nieuwe gemeente krijgt € 1 meer dan de oude samen: dat komt alleen door het afronden.")
        self.put("minimum", 50_000)
        self.assertIn("er is nog maar één keer een minimum", self.value("Herindeling.A19"))

    def test_merger_with_a_wrong_name(self):
        self.put("fusie", [["Boxmeer"], ["Boxmeer"], ["Nergens"], [None], [None]])
        self.assertEqual(self.office.values(self.book, "Herindeling.C10:C14"), [[300], ["staat er al"], ["niet gevonden"], [""], [""]])
        self.assertEqual(self.value("Herindeling.D17"), 0)
        self.put("fusie", [[None]] * 5)
        self.assertEqual(self.value("Herindeling.A19"), "Kies hierboven de gemeenten die samengaan.")
        self.assertEqual(error_cells(self.book), {})

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
        self.assertIn("$B$8:$B$359", zoek.getFormula1())

    def test_heads_stay_in_sight(self):
        for name, rows in (("Gemeenten", (5, 6)), ("Na herindeling", (4, 5))):
            sheet = self.book.Sheets.getByName(name)
            self.assertTrue(sheet.PrintTitleRows)
            self.assertEqual((sheet.TitleRows.StartRow, sheet.TitleRows.EndRow), rows)


if __name__ == "__main__":
    unittest.main()
