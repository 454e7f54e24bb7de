# SPDX-License-Identifier: EUPL-1.2
"""What lines of a .sheet file become in the file that an office opens; samples/README.md says what each line means. No office runs."""
import sys
import unittest
from tempfile import TemporaryDirectory
from pathlib import Path

from office import ROOT

sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "samples" / "generator"))
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


class Generator(unittest.TestCase):
    def made(self, lines, language="en"):
        with TemporaryDirectory() as folder:
            Path(folder, "towns.csv").write_text(TOWNS, encoding="utf-8")
            source = Path(folder, "book.sheet")
            source.write_text(HEAD + lines, encoding="utf-8")
            return Document(Workbook(source, {}, language)).flat()

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

    def test_an_empty_field_leaves_its_cell_empty(self):
        found = self.made("list years: year; count\n  2025; 3\n  2026;\nsheet Blad | Sheet\n  page paper\n  for each of years\n    row\n"
                          "      A..B  default  {year}; {count}\n")
        self.assertEqual([line.split('"')[-2] for line in found.splitlines() if "office:value=" in line], ["2025", "3", "2026"])
        self.assertNotIn('office:value-type="string"', found)


if __name__ == "__main__":
    unittest.main()
