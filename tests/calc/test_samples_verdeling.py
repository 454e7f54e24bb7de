# SPDX-License-Identifier: EUPL-1.2
"""samples/verdeling.sheet in a real office: amounts by exact fractions, every input, islands, mergers, templates."""
import sys
import unittest

from office import ROOT, Error, Office, properties, url
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


class Amounts(OpenSheet, unittest.TestCase):
    name = "verdeling"

    def row(self, name):
        return 5 + NAMES.index(name)

    def column(self, name, rows=len(NAMES)):
        cells = self.book.NamedRanges.getByName(name).getReferredCells()
        return [row[0] for row in cells.getDataArray()][:rows]

    def filled(self, column):
        """As a column of 1,000 rows."""
        column = list(column)
        return [[one] for one in column + [None] * (1000 - len(column))]

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
        self.assertEqual(self.value("Gemeenten.K3"), "6 gemeenten")

    def test_codes_decide_and_not_the_order_of_the_sheet(self):
        self.put("codes", self.filled(reversed(CODES)))
        self.assertEqual(self.column("bedragen"), by_reference(order=ORDER[::-1]))
        self.assertNotEqual(by_reference(order=ORDER[::-1]), by_reference())

    def test_comparison(self):
        rounded = by_reference(ROUNDED)
        self.assertEqual(sum(rounded), 84_999_957)
        self.assertEqual(self.column("afgerond"), rounded)
        self.assertEqual(self.office.values(self.book, "Overzicht.B29:D30"),
                         [[DU, 0, "–"], [84_999_957, -43, sum(a != b for a, b in zip(rounded, by_reference()))]])
        self.assertEqual(self.value("Overzicht.A32"), "Elk bedrag apart afronden geeft samen € 43 te weinig.")

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
                self.assertEqual(self.value("Overzicht.D31"), 0)
        self.put("andere_methode", "adams")
        other = by_reference(ADAMS, unit=1000)
        self.assertEqual(self.value("Overzicht.D31"), sum(a != b for a, b in zip(other, self.column("bedragen"))))

    def test_total_and_unit(self):
        for total, unit in ((1_000_000, 1), (1234.56, 0.01), (85_000_000, 0.05), (-500_000, 1), (3000, 1000)):
            with self.subTest(total=total, unit=unit):
                self.put("totaal", total)
                self.put("eenheid", unit)
                self.assertEqual(self.column("bedragen"), by_reference(total=total, unit=unit))
                self.assertEqual(error_cells(self.book), {})
        self.assertEqual(self.value("Overzicht.C29"), 0)

    def test_cents_show_when_the_unit_is_a_cent(self):
        self.put("totaal", 1234.56)
        self.assertEqual(self.value("Overzicht.A2"), "het totaal van € 1.234,56 is geen veelvoud van de eenheid van € 1")
        self.put("eenheid", 0.01)
        self.assertRegex(on_paper(self.book), r"Amsterdam +GM0363 +23\.900 +98,75 ")

    def test_total_that_is_no_multiple(self):
        self.put("totaal", 85_000_000.5)
        self.assertEqual(self.value("Gemeenten.D5"), NO_DOMAIN)
        self.assertIn("geen veelvoud van de eenheid", self.value("Overzicht.A2"))

    def test_empty_total_is_unknown_and_not_0(self):
        self.put("totaal", None)
        self.assertEqual(self.value("Overzicht.A2"), "het totaal is leeg")
        for cell in ("Gemeenten.D5", "Gemeenten.E5", "Gemeenten.F5", "Gemeenten.G5", "Overzicht.B20", "Overzicht.B29"):
            self.assertEqual(self.value(cell), NOT_AVAILABLE, cell)
        for cell in ("Overzicht.A32", "Herindeling.A19"):
            self.assertEqual(self.value(cell), "Onbekend: de zin bovenaan zegt waarom.", cell)
        self.assertEqual(self.value("Overzicht.B25"), "onbekend")

    def test_text_number_is_named(self):
        self.put("kinderen", self.filled(CHILDREN[:16] + ["1.234"] + CHILDREN[17:]))
        self.assertEqual(self.value("Overzicht.A2"), "cel 17 is tekst: '1.234'")
        for cell in ("Overzicht.A3", "Gemeenten.C1"):
            self.assertEqual(self.value(cell), f"Cel 17 is C21: {NAMES[16]}.")
        self.assertEqual(self.value("Gemeenten.D5"), NO_NUMBER)

    def test_unknown_municipality(self):
        self.put("kinderen", self.filled(["onbekend"] + CHILDREN[1:]))
        self.assertIn("cel 1 is onbekend", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Gemeenten.D6"), NOT_AVAILABLE)

    def test_left_out_municipality(self):
        self.put("kinderen", self.filled([None] + CHILDREN[1:]))
        self.assertEqual(self.column("bedragen")[1:], by_reference(keys=CHILDREN[1:], order=ORDER[1:]))
        self.assertEqual(self.value("Gemeenten.K5"), "")
        self.assertIn("351 ontvangers", self.value("Overzicht.A2"))
        self.assertEqual(self.value("Gemeenten.E5"), "")
        self.assertEqual(error_cells(self.book), {})

    def test_total_row_in_the_figures(self):
        self.put("kinderen", self.filled(CHILDREN[:-1] + [sum(CHILDREN[:-1])]))
        self.assertIn("cel 352 is de som van alle andere; is dat een totaalrij?", self.value("Overzicht.A2"))

    def paste(self, rows):
        """As the sheet says: empty what is there, and paste from the first cell."""
        self.put("sleutel", [[None] * 3] * 1000)
        self.office.put(self.book, f"Gemeenten.A5:C{4 + len(rows)}", rows)

    def test_a_key_of_any_length(self):
        """1, 12, 342, 388 and 1,000 rows; the largest of twelve comes first in the chart's table, the rest of it is empty."""
        for n in (1, 12, 342, 388, 1000):
            with self.subTest(rows=n):
                keys = [(7 * i) % 391 + 1 for i in range(n)]
                self.paste([[f"Wijk {i}", f"W{i:04}", key] for i, key in enumerate(keys)])
                expected = by_reference(keys=keys, order=list(range(n)))
                self.assertEqual(self.column("bedragen", n), expected)
                self.assertTrue(self.value("Overzicht.A2").startswith(
                    "1 ontvanger, " if n == 1 else f"{n:,}".replace(",", ".") + " ontvangers, "), self.value("Overzicht.A2"))
                self.assertNotIn("lege cel", self.value("Overzicht.A2"))
                self.assertEqual(self.column("gelijk", 1000)[n:], [""] * (1000 - n))
                self.assertEqual(self.office.values(self.book, "Grafieken.D5:D24"),
                                 [[one] for one in (sorted(expected, reverse=True) + [""] * 20)[:20]])
                points = self.office.values(self.book, "Gemeenten.T5:T104")
                self.assertEqual((points[0][0], points[-1][0]), (-(-n // 100), n))
                self.assertEqual("tot rij 400" in self.value("Gemeenten.C1"), n > 396)
                self.assertEqual(error_cells(self.book), {})

    def test_blank_rows_do_nothing(self):
        """85 million by 50, 50 and 20: a third and two thirds of a euro are left; A and B tie for nothing."""
        self.paste([["A", "1", 50], [None] * 3, ["B", "2", 50], [None] * 3, ["C", "3", 20]])
        self.assertEqual(self.column("bedragen", 6), [35_416_667, "", 35_416_667, "", 14_166_666, ""])
        self.assertEqual(self.column("gelijk", 6), [""] * 6)
        self.assertEqual(self.value("Gemeenten.A3"), "3 gemeenten")

    def test_ties_are_of_those_with_children(self):
        """10 euros by 3, 3, 3, 0 and 0: one of the three gets the fourth euro, 0 gets nothing and ties with nobody."""
        self.put("totaal", 10)
        self.paste([["A", "3", 3], ["B", "1", 3], ["C", "2", 3], ["D", "4", 0], [None] * 3, ["E", "5", 0]])
        self.assertEqual(self.column("bedragen", 6), [3, 4, 3, 0, "", 0])
        self.assertEqual(self.column("gelijk", 6), ["gelijk, kreeg minder", "gelijk, kreeg meer", "gelijk, kreeg minder", "", "", ""])
        self.assertEqual(self.value("Gemeenten.K3"), "3 gemeenten")

    def test_a_name_that_is_left_over_is_told(self):
        self.office.put(self.book, "Gemeenten.A6", "Groningen")
        self.assertEqual(self.value("Overzicht.A3"), "Let op: Groningen staat vaker in de tabel.")

    def test_source_and_date_are_those_of_the_key(self):
        for given, told in ((2024, "2024"), (45292, "1 januari 2024"), ("voorjaar 2024", "voorjaar 2024"), (None, "niet ingevuld")):
            self.put("bron", "Eigen telling")
            self.put("peildatum", given)
            for cell in ("Overzicht.A4", "Grafieken.A3"):
                self.assertEqual(self.value(cell), f"Bron: Eigen telling. Peildatum: {told}.")

    def test_other_names_of_a_municipality(self):
        for name, found in (("Den Haag", "'s-Gravenhage GM0518"), ("\u2019s-Gravenhage", "'s-Gravenhage GM0518"), (" den bosch ", "'s-Hertogenbosch GM0796")):
            self.put("zoek", name)
            self.assertEqual(self.value("Overzicht.C18"), found)
        self.put("fusie", [["Den Haag"], ["'s-Gravenhage"], ["Rijswijk"], [None], [None]])
        self.assertEqual(self.office.values(self.book, "Herindeling.C10:C13"), [[16400], ["staat er al"], [CHILDREN[NAMES.index("Rijswijk (ZH.)")]], [""]])

    def test_what_rounding_of_the_key_does(self):
        """Haarlem: 85,000,000 * 50 * (298,800 - 2,900) / 298,800 / 298,850 is 14,083.16."""
        self.assertAlmostEqual(self.value("Overzicht.B21"), 14083.16, 2)
        self.assertIn("Elk aantal is een veelvoud van 100", self.value("Overzicht.B15"))
        self.assertIn("minder dan 50. Dat geldt voor 7 gemeenten", self.value("Overzicht.B15"))
        self.paste([["A", None, 12], ["B", None, 13]])
        self.assertEqual(self.value("Overzicht.B15"), "Aan de aantallen is niet te zien dat zij zijn afgerond.")

    def test_sorting_from_any_cell_takes_the_key_along(self):
        book = self.office.desktop.loadComponentFromURL(url(path_of("verdeling")), "_blank", 0, properties(Hidden=False))
        self.addCleanup(book.close, True)
        dispatcher = self.office.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.office.context)
        controller = book.CurrentController
        controller.setActiveSheet(book.Sheets.getByName("Gemeenten"))
        for cell, descending in (("sleutel", False), ("A10", True), ("C40", False), ("D9", True)):
            with self.subTest(cell=cell):
                dispatcher.executeDispatch(controller.Frame, ".uno:GoToCell", "", 0, properties(ToPoint=cell))
                dispatcher.executeDispatch(controller.Frame, ".uno:DataSort", "", 0, properties(
                    ByRows=True, HasHeader=cell != "sleutel", CaseSensitive=False, IncludeAttribs=True, UserDefIndex=0, Col1=3,
                    Ascending1=not descending))
                found = values(book, "Gemeenten.A5:D356")
                self.assertEqual([row[2] for row in found], sorted(CHILDREN, reverse=descending))
                self.assertEqual({row[0]: row[3] for row in found}, dict(zip(NAMES, by_reference())))

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
        self.assertIn("OFFSET", zoek.getFormula1().upper().replace("VERSCHUIVING", "OFFSET"))

    def test_heads_stay_in_sight(self):
        for name, rows in (("Gemeenten", (2, 3)), ("Na herindeling", (2, 3))):
            sheet = self.book.Sheets.getByName(name)
            self.assertTrue(sheet.PrintTitleRows)
            self.assertEqual((sheet.TitleRows.StartRow, sheet.TitleRows.EndRow), rows)


if __name__ == "__main__":
    unittest.main()
