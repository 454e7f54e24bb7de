# SPDX-License-Identifier: EUPL-1.2
"""What the tests of samples/begroting.sheet share: where each row stands, how a place is read and filled in, and what every sentence must be.

(1) A place is a letter for the sheet, a key for the row and the place of the year: R.class5 is the verdict of 2021 on the account. Year 0
    is the column of the baseline.
(2) What is tested in both languages inherits from InDutch or InEnglish. Inputs are written with their Dutch names; `called` says them in
    the language of the sheet.
"""
import re

from office import Error, Office, cell_value
from sheets import Opened, enter, error_cells, named, names, path_of, referred, snapshot, used

SHEETS = "GBRKOPT"     # Gegevens, Begroting, Rekening, Kinderen, Overzicht, Praktijk, Toelichting
MONEY = {"received": "Ontvangen", "carried_in": "Meegenomen uit het vorige jaar", "carried_out": "Doorgeschoven naar het volgende jaar",
         "available": "Beschikbaar in het jaar", "in_kind": "in natura", "otherwise": "kinderarmoede anders", "generic": "generiek",
         "unspent": "niet besteed", "gross": "Lasten uit eigen en extra geld, zonder overhead en reserves",
         "contributions": "min: bijdragen van anderen", "state": "min: ander geld van het Rijk", "net": "Netto lasten",
         "filled": "Zijn alle bedragen van het jaar ingevuld?",
         "sum": "Is besteed plus niet besteed gelijk aan ontvangen plus meegenomen?",
         "out": "Is niet meer doorgeschoven dan niet is besteed?",
         "in": "Is meegenomen wat de rekening van het vorige jaar doorschoof?",
         "costs": "Zijn de netto lasten ten minste wat uit het extra geld aan kinderen is besteed?",
         "of_spent": "In natura, van wat is besteed", "of_received": "In natura, van ontvangen en meegenomen",
         "broader": "Anders dan in natura, van ontvangen en meegenomen", "generic_share": "waarvan generiek", "room": "Binnen de ruimte?",
         "baseline": "Nulmeting met index", "added": "Kwam erbij, van wat beschikbaar was", "class": "Kwam het extra geld erbij?",
         "not_added": "Kwam er niet bij", "elsewhere": "waarvan breder besteed of vrijgevallen", "displaced": "waarvan in plaats van eigen geld",
         "child_baseline": "Nulmeting met index, per kind", "child_net": "Netto lasten, per kind",
         "child_available": "Beschikbaar extra geld, per kind", "child_added": "Kwam erbij, per kind gerekend",
         "child_class": "Kwam het erbij, per kind?", "year": "Kies het jaar", "words_in_kind": "In natura",
         "words_broader": "Anders dan in natura", "words_added": "Boven op eigen beleid", "words_displaced": "In plaats van eigen geld"}
GROUP = {"target": "Doelgroep", "reached": "Bereikt", "goal": "Eigen ambitie van de gemeente", "reach": "Bereik",
         "ambition": "Ambitie die dat jaar geldt", "verdict": "Ambitie gehaald?", "gap": "Nog te bereiken voor die ambitie"}
LABELS = {
    "G": {"municipality": "Gemeente", "first": "Eerste jaar", "base": "Basisjaar van de nulmeting (eigen lasten vóór het extra geld)",
          "index": "Loon- en prijsstijging", "counts": "telt mee sinds de nulmeting", "since": "samen sinds de nulmeting",
          "group": "Zo heet de doelgroep", "on_budget": "Begroting na wijziging", "on_account": "Rekening", "on_children": "Kinderen"},
    "B": MONEY | {"crossed": "Kruislings: tegenover de nulmeting uit de rekening"},
    "R": MONEY | {"crossed": "Kruislings: tegenover de nulmeting uit de begroting"},
    "K": {"all": "Kinderen in de doelgroep", "all_reached": "Bereikte kinderen", "together": "Bereik, alle kinderen samen",
          "words_a": "Kinderen van ouders in de bijstand", "words_w": "Kinderen van werkende ouders, laag inkomen"}
         | {f"{key}_{group}": label for key, label in GROUP.items() for group in "aw"},
    "O": {"in_kind": "in natura", "otherwise": "kinderarmoede anders", "generic": "generiek", "carried_out": "doorgeschoven",
          "released": "vrijgevallen", "money": "besteed en niet besteed", "came": "kwam erbij", "elsewhere": "breder besteed of vrijgevallen",
          "replaced": "in plaats van eigen geld", "available": "beschikbaar", "account": "rekening", "gain": "voordeel (V) of nadeel (N)",
          "budget": "begroting na wijziging", "checks": "Kloppen de controles?", "room": "Binnen de ruimte?",
          "class": "Kwam het extra geld erbij?"}}

YEARS = ("eerste_jaar", "basisjaar")

_rows, _english = {}, {}


def rows_of():
    """{sheet: {key: row}}, by the labels in the first column of the Dutch sheet; the English one has the same cells."""
    if not _rows:
        office = Office.shared("nl-NL")
        book = office.open(path_of("begroting"))
        for letter, labels in LABELS.items():
            sheet = book.Sheets.getByIndex(SHEETS.index(letter))
            first = [row[0] for row in sheet.getCellRangeByPosition(0, 0, 0, used(sheet).Rows.Count - 1).getDataArray()]
            found = {key: [at for at, text in enumerate(first, 1) if text == label] for key, label in labels.items()}
            _rows[letter] = {key: rows[-1] if key.startswith("words") else rows[key.endswith("_w")] for key, rows in found.items()}
        office.close(book)
    return _rows


def english(name):
    """What the English sheet calls the input of this name in the Dutch one: the same cells."""
    if not _english:
        office, found = Office.shared("nl-NL"), []
        for file in ("begroting", "budget"):
            book = office.open(path_of(file))
            places = {one: referred(book, one).RangeAddress for one in names(book)}
            found.append({(cells.Sheet, cells.StartColumn, cells.StartRow): one for one, cells in places.items()})
            office.close(book)
        _english.update({one: found[1][place] for place, one in found[0].items()})
    return _english[name]


def address(place):
    """The number of the sheet, the column and the row of R.class5."""
    letter, key, year = re.fullmatch(r"([A-Z])\.([a-z_]+?)(\d?)", place).groups()
    column = ("ABCDEFGH" if letter == "O" else "BCDEFGH")[int(year)] if year else "I" if key in ("filled", "sum", "out", "in", "costs") else "B"
    return SHEETS.index(letter), column, rows_of()[letter][key]


def at(book, place):
    sheet, column, row = address(place)
    return book.Sheets.getByIndex(sheet).getCellRangeByName(f"{column}{row}").getCellByPosition(0, 0)


def entered(book, inputs):
    """Enters these and gives back what stood there."""
    before = {name: cell_value(named(book, name)) for name in inputs}
    for name, content in inputs.items():
        enter(book, name, content)
    return before


def holds(cell, condition):
    """What the rule of a check or of a mark says of this cell: several cells share one, which is written for the first of them."""
    sheet, first = cell.Spreadsheet, condition.getSourcePosition()
    sheet.unprotect("")
    written = sheet.getCellByPosition(first.Column + 30, first.Row + 200)
    written.setFormula("=N(" + condition.getFormula1() + ")")
    to = sheet.getCellByPosition(cell.CellAddress.Column + 30, cell.CellAddress.Row + 200)
    if to.CellAddress != written.CellAddress:
        sheet.copyRange(to.CellAddress, sheet.getCellRangeByName(written.AbsoluteName).RangeAddress)
    return bool(to.getValue())


def sentences(book):
    """Every text that a formula gives and that is more than a word or two."""
    return {place: result for place, (formula, result) in snapshot(book).items()
            if formula.startswith(("=", "{=")) and isinstance(result, str) and len(result) > 30}


class Budgeting(Opened):
    name = "begroting"

    def expect(self, book, outcome):
        for place, expected in outcome.items():
            actual = cell_value(at(book, place))
            if isinstance(expected, (str, type(None))) or isinstance(actual, (str, Error)):
                self.assertEqual(actual, expected, place)
            else:
                self.assertAlmostEqual(actual, expected, delta=1e-9 * max(1, abs(expected)), msg=place)

    def makes_sense(self, book, where):
        """No error, no empty place in a sentence, no plural of one."""
        self.assertEqual(error_cells(book), {}, where)
        for place, text in sentences(book).items():
            self.assertNotRegex(text, r"  |\(\)|, ?,|\.\.|: ?\.|^\W*[,.]| [.,;:]|€ (?!-?\d)|\b(TRUE|FALSE|WAAR|ONWAAR)\b", (where, place))
            self.assertNotRegex(text, r"\b1 (kinderen|controles|uitkomsten|jaren|kloppen|vragen|zijn|children|outcomes|years|deserve|are) ", (where, place))
            self.assertNotRegex(text, r"(?<!\d)[1-9]\d* (klopt|vraagt|is nog|is correct|deserves)\b(?<!\b1 klopt)(?<!\b1 vraagt)(?<!\b1 is nog)(?<!\b1 is correct)(?<!\b1 deserves)",
                                (where, place))

    def amounts(self, book):
        return [name for name in names(book) if name.endswith(("_rekening", "_begroting", "_account", "_budget")) and not name.startswith(("uitleg", "explained"))]


class InDutch(Budgeting):
    large = "ontvangen_jaar5_rekening"
    euros = "euro"
    place_of_year = r"_jaar[1-6](_|$)"
    empty = ("onbekend", "geen norm", "geen ambitie")

    def called(self, name):
        return name


class InEnglish(Budgeting):
    name = "budget"
    language = "en"
    large = "received_year5_account"
    euros = "euros"
    place_of_year = r"_year[1-6](_|$)"
    empty = ("unknown", "no norm", "no ambition")

    def called(self, name):
        return english(name)
