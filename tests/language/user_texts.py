# SPDX-License-Identifier: EUPL-1.2
"""Every text that a user reads, with its language and where it stands: documents, handbook, help of the functions, menu, package, sheets.

(1) What stands between “ and ”, or in tests/data/quotations.tsv, is a quotation, and code is no text: both are left out.
(2) The catalogue is read as `build/generate` writes it. The sentences that functions give are the strings of functions/; which of the
    two languages such a string is in is not known, so its language is "".
(3) Of a sheet, as it was built: the texts of its cells, notes, messages and pictures, and the strings in its formulas.
"""
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = {"nl": ROOT / "package" / "handbook" / "nl", "en": ROOT / "package" / "handbook" / "en"}
SHEETS = sorted((ROOT / "build" / "samples").glob("*.fods"))
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ABOUT_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
SENTENCE = 30  # letters: a shorter text may stand in a quotation by chance
STRING = r'"((?:[^"\\]|\\.)*)"'


def prose(markdown):
    """Markdown without its code and comments."""
    for pattern in (r"<!--.*?-->", r"(?ms)^```.*?^```$", r"(?m)^    .*$", r"`[^`\n]*`"):
        markdown = re.sub(pattern, " ", markdown, flags=re.S if pattern.startswith("<") else 0)
    return markdown


def documents():
    for language, path in (("nl", "LEESMIJ.md"), ("en", "README.md")):
        yield language, path, prose((ROOT / path).read_text(encoding="utf-8"))
    for section in re.split(r"(?m)^(?=##)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")):
        yield "nl" if section.startswith("### Voor ") else "en", "CHANGELOG.md", prose(section)
    for path in ("SECURITY.md", "CONTRIBUTING.md"):
        dutch, english = (ROOT / path).read_text(encoding="utf-8").split("## Reporting")
        yield from (("nl", path, prose(dutch)), ("en", path, prose(english)))


def handbook():
    for language, folder in HANDBOOK.items():
        for path in sorted(folder.glob("*.md")):
            yield language, str(path.relative_to(ROOT)), prose(path.read_text(encoding="utf-8"))


def catalogue():
    for language in ("nl", "en"):
        told = subprocess.run([ROOT / "build" / "generate", f"handbook-{language}"], input="@@functions\n@@norms\n", text=True,
                              capture_output=True, check=True)
        yield language, "the reference of functions", prose(told.stdout)


def sentences():
    quotations = (ROOT / "tests" / "data" / "quotations.tsv").read_text(encoding="utf-8")
    for path in sorted((ROOT / "functions").rglob("*.c")):
        source = re.sub(r"(?s:/\*.*?\*/)|(?m:^#.*$)|//.*", " ", path.read_text(encoding="utf-8"))
        for match in re.finditer(rf"{STRING}(?:\s*{STRING})*", source):
            text = "".join(re.findall(STRING, match[0]))
            if len(text) < SENTENCE or text not in quotations:
                yield "", str(path.relative_to(ROOT)), text


def package():
    for path in sorted((ROOT / "package").glob("*/[en][nl].txt")):
        yield path.stem, str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    described = (ROOT / "publiccode.yml").read_text(encoding="utf-8").split("\ndescription:\n")[1].split("\nlegal:")[0]
    for language, text in re.findall(r"(?ms)^  (nl|en):\n(.*?)(?=^  \w|\Z)", described):
        yield language, "publiccode.yml", " ".join(text.split())
    for value in ElementTree.parse(ROOT / "build" / "Addons.xcu").iter("value"):
        if value.get(LANGUAGE):
            yield value.get(LANGUAGE)[:2], "the menu", value.text


def sheets():
    for path in SHEETS:
        where = str(path.relative_to(ROOT))
        sheet = ElementTree.parse(path)
        language = next(sheet.iter(ABOUT_LANGUAGE)).text[:2]
        for element in sheet.iter():
            if element.tag in (f"{TEXT}p", f"{DRAWING}title", f"{DRAWING}desc"):
                yield language, where, "".join(element.itertext())
            for text in re.findall(STRING, element.get(f"{TABLE}formula", "")):
                yield language, where, text


def every():
    """(language, where, text), without quotations."""
    for part in (documents, handbook, catalogue, sentences, package, sheets):
        found = 0
        for language, where, text in part():
            found += 1
            yield language, where, re.sub("“[^”]*”", "“…”", " ".join(text.split()))
        assert found > 1, f"no texts: {part.__name__}"
