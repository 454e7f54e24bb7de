# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""What `make demo` prints and makes, in the language of whoever runs it: numbers as that language writes them, on paper too."""
import shutil
import subprocess
import unittest

from office import BUILD, ROOT, SCRATCH

SAYS = {
    "demo": ("council-check", [
        "       6,798,862  Amsterdam\n", "      85,000,000  352 recipients, together € 85,000,000.",
        "             -43  of € 85,000,000 with ROUND, and 0 with ALLOCATE_DU\n",
        "           61.0%  REACH_PCT: Haarlem 2017, 2,623 children of about 4,300\n", "         unknown  REACH_PCT: Heusden 2021",
        "\n  2   How much of the extra money went to children in poverty?\n      partly: 78% on children; €\u00a030,000 more broadly or released\n"
        "      Was the €\u00a030,000 spent more broadly or released, and who decided that?\n"], "240,000"),
    "voorbeeld": ("raadscheck", [
        "       6.798.862  Amsterdam\n", "      85.000.000  352 ontvangers, samen € 85.000.000.",
        "             -43  van € 85.000.000 met AFRONDEN, en 0 met ALLOCATE_DU\n",
        "           61,0%  REACH_PCT: Haarlem 2017, 2.623 kinderen van ongeveer 4.300\n", "        onbekend  REACH_PCT: Heusden 2021",
        "\n  2   Hoeveel van het extra geld ging naar kinderen in armoede?\n      deels: 78% aan kinderen; €\u00a030.000 breder of vrijgevallen\n"
        "      Is de €\u00a030.000 breder besteed of vrijgevallen, en wie besloot dat?\n"], "240.000"),
}


class Demo(unittest.TestCase):
    def test_prints_the_outcomes_and_makes_the_papers(self):
        for demo, (check, says, number) in SAYS.items():
            with self.subTest(demo=demo):
                folder = SCRATCH / "demo"
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(parents=True)
                shutil.copy(BUILD / "demo" / f"{demo}.fods", folder)
                sheet = BUILD / "samples" / f"{check}.fods"
                told = subprocess.run([ROOT / "samples" / "demo" / "demo.sh", BUILD / "extensions", folder / f"{demo}.fods", sheet, sheet],
                                      check=True, capture_output=True, text=True).stdout
                for part in says:
                    self.assertIn(part, told)
                self.assertIn(f"  {sheet}\n    {folder / check}.pdf (", told)
                self.assertTrue(list(folder.glob(f"{check}-*1.png")))
                paper = subprocess.run(["pdftotext", "-layout", folder / f"{check}.pdf", "-"], check=True, capture_output=True, text=True)
                self.assertIn(number, paper.stdout)

    def test_says_what_the_office_did_not_make(self):
        broken = SCRATCH / "demo-broken"
        broken.mkdir(parents=True, exist_ok=True)
        (broken / "demo.fods").unlink(missing_ok=True)
        told = subprocess.run([ROOT / "samples" / "demo" / "demo.sh", BUILD / "extensions", broken / "demo.fods", broken / "none.fods"],
                              capture_output=True, text=True)
        self.assertNotEqual(told.returncode, 0)
        self.assertIn(f"The office made no {broken}/demo.csv:", told.stderr)


if __name__ == "__main__":
    unittest.main()
