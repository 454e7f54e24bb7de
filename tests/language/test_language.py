#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What every text for users keeps to; no office runs.

(1) No word of words.tsv: language, pattern, and what to say instead. Capitals do not matter.
(2) Each page that somebody reads first says once what a decentralisatie-uitkering (DU) is.
(3) What is bold in a document and is no heading or key names something on the screen: a menu, a box or a category of the office, as its
    own language files have it, or an entry of the Meedoen menu. A sign > stands between a menu and what is in it. Names of other
    programs are in italics.
(4) The handbook asks the questions that the council check asks.
(5) A sentence between “ and ” stands so, to the letter, in tests/data/quotations.tsv; … leaves something out.
(6) A percentage that a sheet gives for comparison stands in a sentence of the evaluation, tests/data/evaluation.tsv, and each of those
    is given somewhere or marked "-".
(7) CHANGELOG.md tells each change for users and administrators in both languages: to each reader as many in one as in the other.
"""
import gettext
import os
import re
import shutil
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import user_texts
from user_texts import HANDBOOK, LANGUAGE, ROOT, TABLE

OFFICE = Path(os.environ.get("OFFICE") or Path(shutil.which("soffice")).resolve().parents[1])
KEY = re.compile(r"(Ctrl|Shift|Alt|Enter|Delete|F\d+)(\+(Ctrl|Shift|Alt|Enter|Delete|F\d+))*")
HEADING = re.compile(r"\d.*|.*[.?]")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
CODES = {"nl": "nl", "en": "en-US"}


class Words(unittest.TestCase):
    def test_none_that_is_on_the_list(self):
        listed = [line.split("\t") for line in (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()]
        patterns = [(language, re.compile(pattern, re.I), instead) for language, pattern, instead in listed]
        found = set()
        for language, where, text in user_texts.every():
            for of, pattern, instead in patterns:
                if language in ("", of):
                    found.update(f"{where}: …{text[max(0, match.start() - 30):match.end() + 30]}… → {instead}"
                                 for match in pattern.finditer(text))
        self.assertEqual(len(found), 0, "\n" + "\n".join(sorted(found)))


class Changes(unittest.TestCase):
    def test_each_is_told_in_both_languages(self):
        for version in re.split(r"(?m)^(?=## \[)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))[1:]:
            sections = [section for section in re.split(r"(?m)^### ", version)[1:] if not section.startswith("For developers")]
            dutch, english = ([len(re.findall(r"(?m)^- ", section)) for section in sections if section.startswith(start)]
                              for start in ("Voor ", "For "))
            with self.subTest(version=version.splitlines()[0]):
                self.assertEqual(dutch, english, "changes by reader, in Dutch and in English")
                self.assertTrue(dutch)


class FirstPages(unittest.TestCase):
    def test_each_says_once_what_a_du_is(self):
        pages = [ROOT / "LEESMIJ.md", ROOT / "README.md", *(ROOT / "package" / "description").iterdir()]
        pages += [min(folder.iterdir()) for folder in HANDBOOK.values()]
        for page in pages:
            with self.subTest(page=page.name):
                self.assertEqual(len(re.findall(r"decentralisatie-uitkering\*? \(DU\):", page.read_text(encoding="utf-8"))), 1)


def plain(label):
    """A label as it is seen: without the marks for a shortcut key and the dots for a window that follows."""
    return re.sub(r"(\.\.\.|…|:)$", "", label.replace("~", "").replace("_", "")).strip()


def office_names():
    """language → every text of the office's windows and menus"""
    found = {"nl": set(), "en": set()}
    for path in sorted((OFFICE / "program" / "resource" / "nl" / "LC_MESSAGES").glob("*.mo")):
        with open(path, "rb") as file:
            for english, dutch in gettext.GNUTranslations(file)._catalog.items():
                english = english[0] if isinstance(english, tuple) else english
                found["en"].add(plain(english.rpartition("\x04")[2]))
                found["nl"].add(plain(dutch))
    for path in [*(OFFICE / "share" / "registry").glob("*.xcd"), OFFICE / "share" / "registry" / "res" / "registry_nl.xcd"]:
        found = labels(path, found)
    return found


def labels(path, found):
    for value in ElementTree.parse(path).iter("value"):
        for language, code in CODES.items():
            if value.text and value.get(LANGUAGE) == code:
                found[language].add(plain(value.text))
    return found


def rows_of(name):
    lines = (ROOT / "tests" / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


class Letters(unittest.TestCase):
    def test_are_quoted_to_the_letter(self):
        quotations, checked = [row[-1] for row in rows_of("quotations.tsv")], 0
        for part in (user_texts.documents, user_texts.handbook, user_texts.sheets):
            for _, where, text in part():
                for quoted in re.findall("“([^”]{25,})”", " ".join(text.split())):
                    checked += 1
                    for piece in quoted.split("…"):
                        self.assertTrue(any(piece.strip(" .") in quotation for quotation in quotations), f"{where}: {quoted}")
        self.assertGreater(checked, 1)

    def test_figures_for_comparison_are_those_of_the_evaluation(self):
        evaluation = rows_of("evaluation.tsv")
        found = set()
        for _, where, text in user_texts.sheets():
            for figure in re.findall(r"(\d+) ?%", "".join(re.split("Ter vergelijking:|By comparison:", text)[1:])):
                sentences = [row for row in evaluation if re.search(rf"\b{figure}( ?%| procent)", row[-1])]
                self.assertTrue(sentences, f"{where}: {figure}% stands in no sentence of the evaluation")
                found.update((row[0], figure) for row in sentences)
        given = {(name, figure) for name, figures, *_ in evaluation for figure in figures.split() if figure != "-"}
        self.assertEqual(given - found, set())


class Names(unittest.TestCase):
    def test_the_screen_has_what_is_bold(self):
        known = labels(ROOT / "build" / "Addons.xcu", office_names())
        named, strange = 0, []
        for language, where, text in (*user_texts.documents(), *user_texts.handbook()):
            for bold in BOLD.findall(" ".join(text.split())):
                if KEY.fullmatch(bold) or HEADING.fullmatch(bold.strip()):
                    continue
                names = bold.split(" > ")
                named += len(names)
                strange += [f"{where}: {bold}" for name in names if name not in known[language]]
        self.assertEqual(len(strange), 0, "\n" + "\n".join(strange))
        self.assertGreater(named, 80)

    def test_the_menus_that_a_sheet_names(self):
        """A sheet has no bold words: what is left of a > and what begins right of it are names, and two of them."""
        known_in, named = labels(ROOT / "build" / "Addons.xcu", office_names()), 0
        for language, where, text in user_texts.sheets():
            known = known_in[language]
            for menu, after in re.findall(r"(\w+) > ([A-Z].*)", text):
                named += 1
                with self.subTest(where=where, text=f"{menu} > {after[:40]}"):
                    self.assertIn(menu, known)
                    longest = max((name for name in known if re.match(rf"{re.escape(name)}\b", after)), key=len, default="")
                    self.assertNotIn(longest, ("", menu))
        self.assertGreater(named, 1)


COUNCIL_CHECK = {"nl": "raadscheck", "en": "council-check"}


def council_questions(language):
    """(number, question) of the council check, in its order: where a question stands beside its number"""
    sheet = next(ElementTree.parse(ROOT / "build" / "samples" / f"{COUNCIL_CHECK[language]}.fods").iter(f"{TABLE}table"))
    found = []
    for row in sheet.iter(f"{TABLE}table-row"):
        cells = ["".join(cell.itertext()).strip() for cell in row.iter(f"{TABLE}table-cell")]
        found += [(number, text) for number, text in zip(cells, cells[1:]) if re.fullmatch(r"\d+[a-z]?", number) and text.endswith("?")]
    return found


class Questions(unittest.TestCase):
    def test_the_handbook_has_those_of_the_sheet(self):
        for language, folder in HANDBOOK.items():
            asked = council_questions(language)
            self.assertEqual(len(asked), 14)
            chapter = next(folder.glob("03-*.md")).read_text(encoding="utf-8")
            with self.subTest(language=language):
                self.assertEqual(re.findall(r"(?m)^\| (\d+[a-z]?) \| ([^|]*) \|", chapter), asked)


if __name__ == "__main__":
    unittest.main()
