# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""KANSEN_EXPLAIN in a sheet: any number of arguments arrives as they do in the function that it explains."""
import unittest

from office import Office

CELLS = {"A1": 120, "A2": "onbekend", "A4": 80, "B1": 250, "B2": 100, "B3": None, "B4": "=100/2", "C1": 100000, "C2": 140000, "C3": 40000,
         "C4": None, "C5": 20000, "D1": "a\tb\x07c", "D2": "tekst ‘met’ “tekens” en meer dan veertig letters daarna"}
SENTENCES = {
    # a range with blanks, a single value, a computed value, an argument left out in the middle and at the end
    'KANSEN_EXPLAIN("REACH_PCT";;A1:A3;B1:B3)':
        "120 van 250 kinderen bereikt (48%), in 1 van de 2 plaatsen; cel 2 van het aantal bereikte kinderen is onbekend: 'onbekend'; "
        "1 lege plaats telt niet mee",
    'KANSEN_EXPLAIN("reach_pct";"en";A4;B1)': "80 of 250 children reached (32%)",
    'KANSEN_EXPLAIN("REACH_PCT";"nl";A1;B1*2)': "120 van 500 kinderen bereikt (24%)",
    'KANSEN_EXPLAIN("ADDITIONALITY";;C1;C2;C3;;;C5)':
        "nulmeting € 100.000; uitgaven € 140.000; erbij € 40.000 van € 20.000 (extra € 40.000 − doorgeschoven € 20.000) = 200%",
    # one empty cell is 0, and empty in a range of one cell
    'KANSEN_EXPLAIN("ADDITIONALITY";;C4;C2;C3)':
        "de nulmeting is 0, en dat kan ook een lege cel zijn; was er geen beleid, vul dan in: geen",
    'KANSEN_EXPLAIN("ADDITIONALITY";;C4:C4;C2;C3)': "de nulmeting is leeg",
    'KANSEN_EXPLAIN("ALLOCATE_DU";;C1;{50;30;21})': "3 ontvangers, samen € 100.000",
    # a text is shown whole, or cut where it is long
    'KANSEN_EXPLAIN("REACH_PCT";;D1;B1)': "het aantal bereikte kinderen is tekst: 'a⟨U+0009⟩b⟨U+0007⟩c'",
    'KANSEN_EXPLAIN("REACH_PCT";;D2;B1)':
        "het aantal bereikte kinderen is tekst: 'tekst ‘met’ “tekens” en meer dan veertig…'",
    'KANSEN_EXPLAIN("KANSEN_NORMS")': "14 bedragen, ambities, voorwaarden en afspraken, elk op een rij met zijn bron",
    'KANSEN_EXPLAIN("REACH_PCT";;1;2;3;4;5;6;7;8;9;10)': "REACH_PCT krijgt ten hoogste 3 gegevens, en hier zijn het er 10",
    'KANSEN_EXPLAIN("REACH_PCT")': "het aantal bereikte kinderen ontbreekt",
}


class Explain(unittest.TestCase):
    def test_every_argument_arrives(self):
        for locale in ("nl", "en-US"):
            with Office.borrowed(locale) as office:
                book = office.new()
                for address, content in CELLS.items():
                    if content is not None:
                        office.put(book, address, content)
                for row, (formula, sentence) in enumerate(SENTENCES.items()):
                    office.put(book, f"H{row + 1}", f"={formula}")
                    with self.subTest(locale=locale, formula=formula):
                        self.assertEqual(office.value(book, f"H{row + 1}"), sentence)
                office.close(book)

    def test_the_sentences_survive_saving(self):
        with Office.borrowed("nl") as office:
            for suffix in (".ods", ".fods", ".xlsx"):
                book = office.new()
                office.put(book, "A1", '=KANSEN_EXPLAIN("REACH_PCT";;120;250)')
                again = office.reopen(book, suffix)
                office.recalculate(again)
                self.assertEqual(office.value(again, "A1"), "120 van 250 kinderen bereikt (48%)", suffix)
                office.close(again)


if __name__ == "__main__":
    unittest.main()
