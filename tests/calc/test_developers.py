# SPDX-License-Identifier: EUPL-1.2
"""The function that the handbook's chapter for developers adds, added to a copy of the project as the chapter says.

(1) Both languages show the same code, and say in how many files it goes.
(2) In the copy it is formatted and builds without a warning; `make documents` and the checks of names, texts, references and the
    catalogue's row have nothing to say; a real office calls it, and a short soak holds it against its second opinion.
(3) Without any one of the blocks something of that fails.
"""
import os
import re
import shutil
import subprocess
import unittest
from textwrap import dedent, indent

from office import BUILD, LOCALES, ROOT, SCRATCH, Error, Office

COPY = SCRATCH / "example"
NUMBERS = {"nl": ("nul", "één", "twee", "drie", "vier", "vijf", "zes"), "en": ("no", "one", "two", "three", "four", "five", "six")}
ANSWERS = {"1000;4": 250.0, '1000;"x"': Error(32767), "1000;0": Error(532)}
# What a block goes before, and how far it is indented there.
PLACES = {"idl/XBudget.idl": ("};\n\nservice", 4), "functions/catalogue.c": ("};\n// clang-format on", 4), ".h": ("\n#endif", 0),
          ".py": ("# ---- All", 0), ".c": (None, 0)}
LIBRARY = f"build/extensions/meedoen.budget/Linux_{os.uname().machine}/meedoen.so"


def chapter(language):
    name = {"nl": "*-ontwikkelaars.md", "en": "*-developers.md"}[language]
    return next((ROOT / "package" / "handbook" / language).glob(name)).read_text("utf-8")


def blocks(language):
    """[(file, code)]"""
    found = re.findall(r"^\*\*\d\. [^`\n]*`([^`]*)`\*\*.*:\n\n((?: {4}.*\n|\n)+)", chapter(language), re.M)
    return [(file, dedent(code).strip("\n") + "\n") for file, code in found]


def add(file, code):
    path, suffix = COPY / file, "." + file.rpartition(".")[2]
    before, columns = PLACES.get(file) or PLACES[suffix]
    text, code = path.read_text("utf-8"), indent(code, " " * columns)
    place = text.index(before) if before else len(text)
    if not before:
        code = "\n" + code
    elif suffix == ".py":
        code += "\n\n"
    path.write_text(text[:place] + code + text[place:], "utf-8")


def run(*command):
    """What the command says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(command, cwd=COPY, env=environment, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.stdout[-2000:]}")
    return done.stdout


def check():
    """What a developer runs, without what needs an office."""
    said = run("make", "-j2", "build/extensions/meedoen.budget/CalcAddIns.xcu", "build/extensions/meedoen.budget/XBudget.rdb", LIBRARY,
               "build/tests/unit/test_catalogue", "documents")
    if "warning" in said:
        raise AssertionError(said)
    run("tests/frozen.py", "build/signatures.txt")
    run("tests/texts.py", "build/CalcAddIns.xcu")
    run("tests/soak/complete.py", "build/signatures.txt")
    run("build/tests/unit/test_catalogue")


class Example(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(COPY, ignore_errors=True)
        parts = {path.name for path in ROOT.iterdir()} - {"build", ".git"}
        COPY.mkdir(parents=True)
        for name in sorted(parts):
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, COPY / name)
        for part in ("functions", "addin", "package", "extensions"):
            shutil.copytree(BUILD / part, COPY / "build" / part)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(COPY, ignore_errors=True)

    def test_1_both_languages_add_the_same(self):
        self.assertEqual(blocks("nl"), blocks("en"))
        for language, numbers in NUMBERS.items():
            files = {file for file, _ in blocks(language)}
            self.assertRegex(chapter(language).lower(), rf"\n{numbers[len(files)]} (bestanden|files)[, ]")

    def test_2_it_is_all_that_a_function_needs(self):
        for file, code in blocks("en"):
            add(file, code)
            if file.endswith((".c", ".h")):
                run("clang-format", "--dry-run", "-Werror", file)
        check()
        self.assertIn("PER_CHILD(amount; children)", (COPY / "README.md").read_text("utf-8"))
        for locale in LOCALES:
            with Office(locale, extensions=COPY / "build" / "extensions") as office:
                book = office.new()
                for row, (arguments, shown) in enumerate(ANSWERS.items(), 1):
                    office.put(book, f"A{row}", f"=MEEDOEN.BUDGET.PERCHILD({arguments})")
                    self.assertEqual(office.value(book, f"A{row}"), shown)
        self.assertIn("all as expected", run("/usr/bin/python3", "tests/soak/soak.py", "20"))

    def test_3_none_of_it_can_be_left_out(self):
        for file, code in blocks("en"):
            with self.subTest(file=file):
                whole = (COPY / file).read_text("utf-8")
                shutil.copy2(ROOT / file, COPY / file)
                os.utime(COPY / file)
                self.assertRaises(AssertionError, check)
                (COPY / file).write_text(whole, "utf-8")


if __name__ == "__main__":
    unittest.main()
