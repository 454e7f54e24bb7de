# SPDX-License-Identifier: EUPL-1.2
"""What lines of a .sheet file become in the file that an office opens; samples/README.md says what each line means. No office runs."""
import html
import re
import sys
import time
import unittest
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from office import ROOT

sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "samples" / "generator"))
import chart  # noqa: E402
from formula import our_functions  # noqa: E402
from opendocument import Document  # noqa: E402
from source import Fault  # noqa: E402
from workbook import Workbook  # noqa: E402

HEAD = """workbook boek | book
style default Default | =
  size 9pt
style input Invoer | Input
  open
page paper
  portrait
check count
  number >= 0
  title Aantal | Count
  help Een aantal. | A number.
"""
TOWNS = "gemeente,kinderen\n's-Gravenhage,3\nZwolle,1\nÉpe,2\nDe Bilt,5\nEpe,4\n"


FUNCTIONS = our_functions("reachPct: REACH_PCT(reached; target; [overlap])\nexplain: EXPLAIN(function; [language]; argument…)")
SHEET = "sheet Blad | Sheet\n  page paper\n"
ROW = SHEET + "  row\n    A  default  "
CHART = (SHEET + "  row\n    A  default  1\n  chart Beeld | Picture\n    kind bars\n    at 1cm 1cm\n    size 5cm 5cm\n    title Twee | Two\n"
         "    text Een staaf. | One bar.\n    categories A1:A1\n    series A1:A1 named A1\n")

# Lines that are refused, and why; the line with a ¤ behind it is the one that is named.
REFUSED = [
    # ---- texts
    ("word a = Alleen Nederlands¤", "in one language only: 'Alleen Nederlands'; write Dutch | English, or Dutch | = if they are the same"),
    ("word a = een | one | un¤", "a text has two halves: Dutch | English"),
    ("word a = {geheim}¤", "no word or field is called geheim"),
    ("word A = een | one¤", "a word is written: word NAME = DUTCH | ENGLISH"),
    ("word a =¤", "a word is written: word NAME = DUTCH | ENGLISH"),
    ("word a = een | one\nword a = twee | two¤", "there is a a already"),
    ("word a = een | one\n\tb¤", "indent with spaces, not with a tab"),
    # ---- the outermost lines
    ("bladzijde 1¤", "no line begins with bladzijde"),
    ("row 1¤", "no line begins with row"),
    ("workbook Boek | book¤", "a workbook has two names of small letters and hyphens: workbook DUTCH | ENGLISH"),
    ("workbook boek | boek¤", "a workbook has two names of small letters and hyphens: workbook DUTCH | ENGLISH"),
    ("use nergens.sheet¤", "there is no file nergens.sheet"),
    ("about\n  colour rood | red¤", "about has title, subject, description, keywords, licence, source, note; not colour"),
    ("let a¤", "write: let NAME = FORMULA, or let NAME(PART; PART) = FORMULA"),
    ("let a = 1\nlet a = 2¤", "there is a a already"),
    ("list a¤", "write: list NAME: FIELD; FIELD and the rows below it, or list NAME from TABLE.csv"),
    ("list a: b; c\n  1; 2; 3¤", "3 values for 2 fields"),
    ("list a: b\n  1\nlist a: b¤", "there is a a already"),
    ("list a from nergens.csv¤", "there is no table nergens.csv"),
    ("list a from towns.csv sorted by inwoners¤", "the table has no field inwoners"),
    ("list a from towns.csv with veel¤", "write: list NAME from TABLE.csv with 1000 rows; the table has 5"),
    ("list a from towns.csv with 4 rows¤", "write: list NAME from TABLE.csv with 1000 rows; the table has 5"),
    ("list a from towns.csv sorted by gemeente with 4 rows¤", "write: list NAME from TABLE.csv with 1000 rows; the table has 5"),
    ("part a\npart a¤", "there is a a already"),
    ("check a¤\n  title T | =", "a check has a title and one rule: allow, list, number, whole or date"),
    ("check a¤\n  title T | =\n  number > 0\n  whole > 0", "a check has a title and one rule: allow, list, number, whole or date"),
    ("check a\n  title T | =\n  number > 0\n  colour rood¤", "a check has no colour"),
    ("check count¤\n  title T | =\n  number > 0", "there is a count already"),
    ("marks a\n  input als 1¤", "marks are written: STYLE when FORMULA, or STYLE is WORD; WORD"),
    ("for each n of 1..2 @a¤\n  sheet Blad {n} | Sheet {n}", "a label belongs to rows of one sheet"),
    # ---- looks
    ("number a 1;2;3;4¤\n" + ROW + "1", "a number format has at most three sections"),
    ("number a 0 stuks¤\n" + ROW + "1", "the number format '0 stuks' holds 's'; put text between quotes"),
    ("style a Rood | Red\n  colour¤", "no style can be colour"),
    ("style a Rood | Red\n  ground rood¤", "ground wants another word than rood"),
    ("style a Rood | Red\n  size¤", "size wants another word than nothing"),
    ("style a Kop | Head¤", "the office has a style of its own that it calls Kop"),
    ("style input Invoer | Input¤", "there is a style input already; restyle changes it"),
    ("style a Rood | Red¤\n  like paars", "no style is called paars"),
    ("style a Rood | Red¤\n  number paars", "no number format is called paars"),
    ("restyle paars¤", "no style is called paars"),
    ("page a\n  a5¤", "a page has: portrait or landscape; margins TOP RIGHT BOTTOM LEFT; fit N wide N high; head or foot left, center or right TEXT"),
    ("page a\n  margins 1cm¤", "a page has: portrait or landscape; margins TOP RIGHT BOTTOM LEFT; fit N wide N high; head or foot left, center or right TEXT"),
    # ---- a sheet
    ("sheet Blad | Sheet¤", "the sheet has no page"),
    ("sheet Blad | Sheet\n  page karton¤", "no page is called karton"),
    (SHEET + SHEET.replace("Sheet", "Sheet¤"), "there is a sheet Blad already"),
    (SHEET + "  kleur rood¤", "no line of a sheet begins with kleur"),
    (SHEET + "  columns A¤", "columns and widths come in pairs: columns A 2.5cm  B..D 3cm"),
    (SHEET + "  columns A breed¤", "A breed is no column and width, such as A 2.5cm"),
    (SHEET + "  for each town¤", "write: for each of LIST, or for each NAME of 1..9; with a @label if you wish"),
    (SHEET + "  for each of towns¤", "no list is called towns"),
    (SHEET + "  insert kop¤", "no part is called kop"),
    ("part kop\n" + SHEET + "  insert kop met n¤", "write: insert PART word=value word=value"),
    (SHEET + "  freeze C¤\n  row\n    A  default  1", "C is no cell or range"),
    (SHEET + "  repeat alles¤\n  row\n    A  default  1", "repeat is followed by two rows: repeat 5..7, or repeat @sum..@heads"),
    (SHEET + "  filter A1:B9¤\n  row\n    A  default  1", "write: filter DUTCH|ENGLISH RANGE, the name of letters, digits and _"),
    (SHEET + "  filter een-tabel A1:B9¤\n  row\n    A  default  1", "write: filter DUTCH|ENGLISH RANGE, the name of letters, digits and _"),
    (SHEET + "  name 2a A1¤", "'2a' cannot be a name"),
    (SHEET + "  name a A1\n  name a A2¤", "there is a name a already"),
    (SHEET + "  name a|b A1\n  name c|b A2¤", "there is a name b already"),
    # ---- rows and cells
    (SHEET + "  row 3\n  row 2¤", "row 2 comes after row 3"),
    (SHEET + "  row hoog¤", "a row has a number, a height such as 0.8cm, a @label and a break, but no hoog"),
    (SHEET + "  row @a\n  row @a¤", "there is a a already"),
    (SHEET + "  row @this¤", "@this is the row of the formula; choose another label"),
    (SHEET + "  row\n    a1  default  1¤", "a1 is no column of this row; write C, A:E for a merged cell, or D..M for each of them"),
    (SHEET + "  row\n    A¤", "a cell has a style"),
    (SHEET + "  row\n    A  rood  1¤", "no style is called rood"),
    (SHEET + "  row\n    A..C  default  1; 2¤", "2 values for 3 cells"),
    ("list a: b\n  [1; 2]\n" + SHEET + "  for each of a\n    row\n      A..C  default  {b}¤", "2 values for 3 cells"),
    (SHEET + "  row\n    A  default  1\n    A  default  2¤", "there is a cell A1 already"),
    (SHEET + "  row\n    A:B  default  1¤\n    B  default  2", "the merged cell covers another one"),
    (SHEET + "  row\n  row\n    A:B1  default  1¤", "the merged cell ends above its beginning"),
    (ROW + "Alleen Nederlands¤", "in one language only: 'Alleen Nederlands'; write Dutch | English, or Dutch | = if they are the same"),
    (ROW + "check=prijs 1¤", "no check is called prijs"),
    (ROW + "marks=prijs 1¤", "no marks are called prijs"),
    (ROW + "1\n      help Nee. | No.¤", "help belongs to a cell with a check"),
    (ROW + "link=#Elders.A1 daar | there¤", "no sheet is called Elders"),
    ("marks rood\n  paars when TRUE¤\n" + ROW + "marks=rood 1", "no style is called paars"),
    ("check a\n  title T | =\n  number veel¤\n" + ROW + "check=a 1", "number is followed by a comparison, such as >= 0, or by: from 0 to 1"),
    # ---- formulas
    (ROW + "=SOM(A2)¤", "no function is called SOM"),
    (ROW + "=REACH_PTC(1; 2)¤", "no function is called REACH_PTC"),
    (ROW + "=REACH_PCT(1)¤", "REACH_PCT takes 2 to 3 arguments, not 1"),
    (ROW + "=REACH_PCT(1; 2; 3; 4)¤", "REACH_PCT takes 2 to 3 arguments, not 4"),
    (ROW + "=bedrag+1¤", "no cell or range is named bedrag"),
    (ROW + "=A@verder¤", "no row of sheet Blad is labelled @verder"),
    (ROW + "=Elders.A2¤", "no sheet is called Elders"),
    (ROW + "=SUM(A2¤", "a ( in the formula is not closed"),
    (ROW + "=SUM(A2))¤", "a ) too many in the formula"),
    (ROW + "=SUM({1;2)}¤", "a ) too many in the formula"),
    (ROW + "=1 # 2¤", "cannot read the formula from here: '# 2'"),
    (ROW + '="één woord te veel"¤', 'in one language only: "één woord te veel"; write {Dutch|English} between the quotes'),
    (ROW + '="{geheim}"¤', "no word or field is called geheim"),
    ("let a(b; c) = b+c\n" + ROW + "=a(1)¤", "a takes 2 arguments, not 1"),
    ("let a(b) = b\n" + ROW + "=a¤", "a takes 1 arguments"),
    ("let a(b) = b\n" + ROW + "=a(1¤", "the ( after a is not closed"),
    ("let a = a+1\n" + ROW + "=a¤", "a `let` names itself"),
    # ---- charts
    ("colours #112233\n" + CHART.replace("kind bars", "kleur rood¤"),
     "a chart has no kleur; it has " + ", ".join(chart.KNOWN)),
    ("colours #112233\n" + CHART.replace("    kind bars\n", "").replace("Picture", "Picture¤"), "the chart has no kind"),
    ("colours #112233\n" + CHART.replace("    series A1:A1 named A1\n", "").replace("Picture", "Picture¤"), "the chart has no series"),
    ("colours #112233\n" + CHART.replace("kind bars", "kind taart¤"), "a chart is one of bars, columns, lines"),
    ("colours #112233\n" + CHART.replace("at 1cm 1cm", "at 1 1¤"), "at wants 2 lengths, such as 2.5cm"),
    ("colours #112233\n" + CHART.replace("named A1", "A1¤"),
     "a series is written: series RANGE named CELL, and a colour such as #1f3864 if you wish"),
    ("colours #112233\nnumber amount 0\n" + CHART.replace("    series", "    x-words all¤\n    series"), "x-words can only be none"),
    ("colours #112233\n" + CHART.replace("    series", "    number paars\n    series").replace("Picture", "Picture¤"),
     "no number format is called paars"),
    (CHART.replace("Picture", "Picture¤"), "a line `colours` names the colours of charts"),
]

# A formula in row 5 as it is written, and as it is stored. `first` is row 2, `block` rows 3 and 4.
STORED = [
    ("SUM(A1:B2)", "SUM([.A1:.B2])"),
    ("$A$1 + A$1", "[.$A$1]+[.A$1]"),
    ("Sheet.A1", "[$Sheet.A1]"),
    ("Blad.A1", "[$Sheet.A1]"),
    ("'Tweede blad'.A1:A2", "[$'Second sheet'.A1:.A2]"),
    ("A@first + A$@first + $A@this + B@above + B@below", "[.A2]+[.A$2]+[.$A5]+[.B4]+[.B6]"),
    ("SUM(A@block)", "SUM([.A3:.A4])"),
    ("SUM(A$@block:A@this)", "SUM([.A$3:.A5])"),
    ("SUM(A@first:A@block)", "SUM([.A2:.A4])"),
    ("REACH_PCT(A1; B1; )", "MEEDOEN.BUDGET.REACHPCT([.A1];[.B1];)"),
    ('EXPLAIN("X"; ; 1; 2; 3)', 'MEEDOEN.BUDGET.EXPLAIN("X";;1;2;3)'),
    ('TEXTJOIN(", "; TRUE; A1)', 'COM.MICROSOFT.TEXTJOIN(", ";TRUE();[.A1])'),
    ('REGEX(A1; "a"; "b")', 'ORG.LIBREOFFICE.REGEX([.A1];"a";"b")'),
    ('REGEX(FORMULA(A1); "B[0-9]+")', 'ORG.LIBREOFFICE.REGEX(FORMULA([.A1]);"B[0-9]+")'),
    ("{1;2|3;4}", "{1;2|3;4}"),
    ("bedrag + amount", "amount+amount"),
    ('"{ja|yes}"&"{word}"&"{nl|en}"', '"yes"&"say ""hi"""&"en"'),
    ("half(1+2)*3", "((1+2)/2)*3"),
    ("half(A1)", "[.A1]/2"),
    ("SUM(half(A1); 2)", "SUM([.A1]/2;2)"),
    ("twice(half(SUM(A1; A2)))", "(SUM([.A1];[.A2])/2)*2"),
    ("-1.5%", "-1.5%"),
    ("A1<>B1", "[.A1]<>[.B1]"),
    ("this", "[.C5]"),
]
FORMULAS = ('word word = zeg "hoi" | say "hi"\nlet half(x) = x/2\nlet twice(x) = x*2\n' + SHEET + "  row\n    A  input  name=bedrag|amount  1\n"
            "  row @first\n    A  default  1\n  for each n of 1..2 @block\n    row\n      A  default  {n}\n  row\n    C  default  =%s\n"
            "sheet Tweede blad | Second sheet\n  page paper\n  row\n    A  default  1\n")


class Generator(unittest.TestCase):
    def made(self, lines, language="en"):
        with TemporaryDirectory() as folder:
            Path(folder, "towns.csv").write_text(TOWNS, encoding="utf-8")
            source = Path(folder, "book.sheet")
            source.write_text(HEAD + lines, encoding="utf-8")
            return Document(Workbook(source, FUNCTIONS, language)).flat()

    def test_every_refusal_names_the_line_and_says_why(self):
        for lines, why in REFUSED:
            with self.subTest(lines=lines):
                number = [at for at, line in enumerate((HEAD + lines).splitlines(), 1) if line.endswith("¤")][0]
                with self.assertRaises(Fault) as refused:
                    self.made(lines.replace("¤", ""), "nl")
                self.assertEqual(str(refused.exception), f"book.sheet:{number}: {why}")

    def test_the_first_sheet_of_the_manual(self):
        """Built as it stands in samples/README.md, with the styles that it uses."""
        manual = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            Path(folder, "styles.sheet").write_bytes((ROOT / "samples" / "styles.sheet").read_bytes())
            source = Path(folder, "zakgeld.sheet")
            source.write_text(re.search(r"```\n(workbook.*?)```", manual, re.S)[1], encoding="utf-8")
            for language, title in (("nl", "Zakgeld"), ("en", "Allowance")):
                found = Document(Workbook(source, FUNCTIONS, language)).flat()
                self.assertIn(f'table:name="{title}"', found)
                self.assertIn('table:formula="of:=[.B2]*[.B3]"', found)

    def test_a_file_without_a_sheet(self):
        with self.assertRaises(Fault) as refused:
            self.made("")
        self.assertEqual(str(refused.exception), "book.sheet: a workbook begins with `workbook DUTCH-NAME | ENGLISH-NAME` and has a sheet")

    def test_a_table_with_a_field_too_many(self):
        with TemporaryDirectory() as folder:
            Path(folder, "towns.csv").write_text("a,b\n1,2\n1,2,3\n", encoding="utf-8")
            source = Path(folder, "book.sheet")
            source.write_text(HEAD + "list towns from towns.csv\n", encoding="utf-8")
            with self.assertRaises(Fault) as refused:
                Workbook(source, {}, "nl")
            self.assertEqual(str(refused.exception), "towns.csv:3: 3 fields where the first line names 2")

    def test_formulas_are_stored_as_documents_have_them(self):
        for written, stored in STORED:
            with self.subTest(formula=written):
                found = self.made(FORMULAS % written)
                formulas = [html.unescape(value) for value in re.findall(r'table:formula="([^"]*)"', found)]
                self.assertEqual(formulas, ["of:=" + stored])

    def test_a_formula_moves_along_over_columns(self):
        found = self.made(SHEET + "  row\n    A..C  default  =A2+$A2+B$1\n    E,G  default  =E2\n")
        self.assertEqual(re.findall(r'table:formula="of:=([^"]*)"', found),
                         ["[.A2]+[.$A2]+[.B$1]", "[.B2]+[.$A2]+[.C$1]", "[.C2]+[.$A2]+[.D$1]", "[.E2]", "[.G2]"])

    def test_an_array_formula_is_entered_once(self):
        found = self.made(SHEET + "  for each n of 1..3 @block\n    row\n      A  default  array=@block  =ROW(A1:A3)\n      B  default  {n}\n")
        self.assertEqual(re.findall(r'table:formula="([^"]*)" table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="3"',
                                    found), ["of:=ROW([.A1:.A3])"])
        self.assertEqual(found.count("table:formula"), 1)

    def test_sheets_that_differ_in_a_few_words(self):
        lines = ("list kinds: title; other\n  Een | One; 7\n  Twee | Two; 8\nfor each of kinds\n  sheet {title}\n    page paper\n    row\n      A  default  {other}\n")
        for language, titles in (("nl", ["Een", "Twee"]), ("en", ["One", "Two"])):
            found = self.made(lines, language)
            self.assertEqual(re.findall(r'<table:table table:name="(\w+)"', found), titles)
            self.assertEqual(re.findall(r'office:value="(\d)"', found), ["7", "8"])

    def test_a_field_with_the_values_of_several_cells(self):
        """Some of which are words, or not there."""
        found = self.made("word none = geen | none\nlist rows: name; values\n  a; [1; {none}; ; 4%]\n  b; [5; 6; 7; ]\n" + SHEET +
                          "  for each of rows\n    row\n      A..D  default  {values}\n")
        cells = [line.strip() for line in found.splitlines() if line.strip().startswith(("<table:table-cell", "<text:p>"))]
        contents = [re.sub(r".*office:value=.([\d.]+).*|<text:p>(\w+)</text:p>|.*", r"\1\2", cell) for cell in cells]
        self.assertEqual(contents, ["1", "", "none", "", "0.04", "5", "6", "7", ""])

    def test_a_row_that_begins_a_page(self):
        found = self.made(SHEET + "  row\n    A  default  1\n  row break\n    A  default  2\n  row\n    A  default  3\n")
        styles = dict(re.findall(r'<style:style style:name="(row\d)" style:family="table-row">\s*<style:table-row-properties ([^>]*)/>', found))
        rows = re.findall(r'<table:table-row table:style-name="(row\d)">', found)
        self.assertEqual(["break-before" in styles[row] for row in rows], [False, True, False])

    def test_pages_are_numbered_through(self):
        """Also where one sheet lies and the next stands."""
        self.assertIn('style:first-page-number="continue"', self.made(ROW + "1"))

    def test_numbers_are_written_in_the_language_of_the_sheet(self):
        for language, country in (("nl", "NL"), ("en", "GB")):
            found = self.made('number geld #,##0.00\nnumber teken "+"0.0%;"−"0.0%;0%\n' + ROW + "1", language)
            for style in re.findall(r"<number:[a-z]+-style [^>]*>", found):
                self.assertIn(f'number:language="{language}" number:country="{country}"', style)
            self.assertIn(f'fo:language="{language}" fo:country="{country}"', found)

    def test_what_a_cell_holds(self):
        contents = (("12", 'office:value-type="float" office:value="12"'), ("-0.5", 'office:value="-0.5"'), ("15%", 'office:value="0.15"'),
                    ("2021-12-31", 'office:value-type="date" office:date-value="2021-12-31"'), ("'12", "<text:p>12</text:p>"),
                    ("een | one", "<text:p>one</text:p>"), ("a\\\\nb | =", "<text:p>a</text:p>"),
                    ("link=https://example.org/ daar | there", '<text:a xlink:type="simple" xlink:href="https://example.org/">there</text:a>'),
                    ("link=#Blad.A1 daar | there", 'xlink:href="#Sheet.A1"'))
        for content, stored in contents:
            with self.subTest(content=content):
                self.assertIn(stored, self.made(ROW + content.replace("\\\\", "\\")))

    def test_the_same_template_on_every_run(self):
        with TemporaryDirectory() as folder:
            source = Path(folder, "book.sheet")
            source.write_text(HEAD + "colours #112233\nnumber amount 0\n" + CHART, encoding="utf-8")
            made = []
            for name in "ab":
                document = Document(Workbook(source, {}, "nl"))
                document.write_template(Path(folder, name), b"picture")
                made.append(Path(folder, name).read_bytes())
                time.sleep(0.01)
            self.assertEqual(*made)
            with zipfile.ZipFile(Path(folder, "a")) as package:
                self.assertEqual(package.namelist()[0], "mimetype")
                self.assertEqual(package.getinfo("mimetype").compress_type, zipfile.ZIP_STORED)
                listed = re.findall(r'full-path="([^"/][^"]*[^"/])"', package.read("META-INF/manifest.xml").decode())
                self.assertEqual(sorted(listed), sorted(set(package.namelist()) - {"mimetype", "META-INF/manifest.xml"}))
                self.assertEqual(package.read("Thumbnails/thumbnail.png"), b"picture")

    def test_a_sheet_that_is_not_printed(self):
        lines = "sheet Blad | Sheet\n  page paper\n  print {}\n  row\n    A  default  1\n"
        self.assertIn('table:print="false"', self.made(lines.format("none")))
        self.assertNotIn("print-ranges", self.made(lines.format("none")))
        self.assertIn('table:print-ranges="Sheet.A1:Sheet.A1"', self.made(lines.format("A1:A1")))
        self.assertNotIn("table:print=", self.made(lines.format("A1:A1")))

    def test_a_table_in_the_order_of_a_field(self):
        """'s-Gravenhage stands with the s, an accent does not matter but where it is all that differs."""
        found = self.made("list towns from towns.csv sorted by gemeente\nsheet Blad | Sheet\n  page paper\n  for each of towns\n    row\n"
                          "      A  default  {kinderen}\n")
        self.assertEqual([line.split('"')[-2] for line in found.splitlines() if "office:value=" in line], ["5", "4", "2", "3", "1"])
        with self.assertRaisesRegex(Fault, "book.sheet:12: the table has no field inwoners"):
            self.made("list towns from towns.csv sorted by inwoners\n")

    def test_a_table_with_empty_rows_below(self):
        """Five towns and two rows more, with the looks and the formula of the others; their label goes down to the last of them."""
        for written, counts in (("", ["3", "1", "2", "5", "4"]), (" sorted by gemeente", ["5", "4", "2", "3", "1"])):
            with self.subTest(written=written):
                found = self.made(f"list towns from towns.csv{written} with 7 rows\nsheet Blad | Sheet\n  page paper\n  name count C@towns\n"
                                  "  for each of towns @towns\n    row\n      A  input  {gemeente}\n      B  default  =C@this\n"
                                  "      C  input  {kinderen}\n")
                self.assertEqual([line.split('"')[-2] for line in found.splitlines() if "office:value=" in line], counts)
                self.assertEqual(re.findall(r'table:formula="of:=\[\.C(\d+)\]"', found), [str(row) for row in range(1, 8)])
                self.assertEqual(found.count('office:value-type="string"'), 5)
                self.assertEqual(re.findall('table:name="count".*cell-range-address="([^"]*)"', found), ["$Sheet.$C$1:$Sheet.$C$7"])
        as_many = self.made("list towns from towns.csv with 5 rows\nsheet Blad | Sheet\n  page paper\n  for each of towns\n    row\n"
                            "      A  default  {kinderen}\n")
        self.assertEqual(as_many.count("office:value="), 5)

    def test_marks_of_many_rows_are_one_range(self):
        """Cells below each other are told together, and what is apart is told apart."""
        found = self.made("marks odd\n  input when ISODD(this)\nsheet Blad | Sheet\n  page paper\n  for each n of 1..900\n    row\n"
                          "      A,C  default  marks=odd {n}\n  row\n  row\n    A  default  marks=odd 1\n")
        self.assertEqual(re.findall(r'calcext:target-range-address="([^"]*)"', found),
                         ["Sheet.A1:Sheet.A900 Sheet.A902:Sheet.A902 Sheet.C1:Sheet.C900"])

    def test_a_filter_has_the_name_of_its_language(self):
        for language, name in (("nl", "tabel"), ("en", "table")):
            found = self.made("sheet Blad | Sheet\n  page paper\n  filter tabel|table A1:B@rows\n  row\n    A  default  1\n"
                              "  for each n of 1..3 @rows\n    row\n      A  default  {n}\n", language)
            sheet = {"nl": "Blad", "en": "Sheet"}[language]
            self.assertIn(f'<table:database-range table:name="{name}" table:target-range-address="{sheet}.A1:{sheet}.B4"', found)

    def test_help_of_one_cell(self):
        """Beside the help of the check, which the other cells keep."""
        lines = ("sheet Blad | Sheet\n  page paper\n  row\n    A  input  check=count\n    B  input  check=count\n      help Uit de begroting. | "
                 "From the budget.\n    C  input  check=count  3\n")
        for language, texts in (("nl", ("Een aantal.", "Uit de begroting.")), ("en", ("A number.", "From the budget."))):
            found = self.made(lines, language)
            self.assertEqual([line.split(">")[1].split("<")[0] for line in found.splitlines() if "<text:p>" in line][:2], list(texts))
            names = [part.split('"')[1] for line in found.splitlines() if "<table:table-cell" in line
                     for part in line.split(" table:")[1:] if part.startswith("content-validation-name")]
            self.assertEqual(names, ["count", "count_1", "count"])
        with self.assertRaisesRegex(Fault, "book.sheet:16: help belongs to a cell with a check"):
            self.made("sheet Blad | Sheet\n  page paper\n  row\n    A  default  1\n      help Nee. | No.\n")

    def test_marks_on_a_line_and_the_ends_of_its_axis(self):
        """Another mark for each series; without `symbols` none, without `maximum` the office's own end."""
        lines = ("number amount  0\ncolours #1f3864 #7ba3d0\nsheet Blad | Sheet\n  page paper\n  row\n    A..C  default  1\n"
                 "  chart Verloop van het bereik | Course of the reach\n    kind  lines\n    at  0cm 0cm\n    size  5cm 5cm\n"
                 "    title  Verloop | Course\n    text  Twee lijnen. | Two lines.\n    categories  A1:A1\n    series  B1:B1 named A1\n"
                 "    series  C1:C1 named A1\n")
        plain, marked = self.made(lines), self.made(lines + "    symbols\n    maximum  1\n")
        self.assertEqual([name for name in ("circle", "square", "diamond") if f'chart:symbol-name="{name}"' in marked], ["circle", "square"])
        self.assertNotIn("symbol-name", plain)
        self.assertIn('chart:maximum="1"', marked)
        self.assertNotIn("chart:maximum", plain)

    def test_a_part_may_be_told_the_style_of_its_cells(self):
        lines = "part kop\n  row\n    A  {look}  1\nsheet Blad | Sheet\n  page paper\n  insert kop look=input\n  insert kop look=paars\n"
        with self.assertRaisesRegex(Fault, "book.sheet:14: no style is called paars"):
            self.made(lines)
        self.assertIn('table:style-name="Input" office:value-type="float" office:value="1"',
                      self.made(lines.replace("  insert kop look=paars\n", "")))

    def test_an_empty_field_leaves_its_cell_empty(self):
        found = self.made("list years: year; count\n  2025; 3\n  2026;\nsheet Blad | Sheet\n  page paper\n  for each of years\n    row\n"
                          "      A..B  default  {year}; {count}\n")
        self.assertEqual([line.split('"')[-2] for line in found.splitlines() if "office:value=" in line], ["2025", "3", "2026"])
        self.assertNotIn('office:value-type="string"', found)


if __name__ == "__main__":
    unittest.main()
