#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What a user sees outside a sheet, and what the office is told of the extension, as one text: tests/texts.txt.

    texts.py REGISTRATION           compares that text with what the product's files say; REGISTRATION is CalcAddIns.xcu as built,
                                    in the folder of all that is built
    texts.py REGISTRATION --write   makes it anew, part of `make documents`: read every line that changes

(1) It holds all that the XML files of the extension say: the Function Wizard's texts, the menu and what each entry calls, the
    extension's name and publisher, what the manifest registers; and the texts that description.xml names.
(2) A text in one language has the other beside it, and every configuration file stands in the manifest.
"""
import difflib
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, PINNED = ROOT / "package", ROOT / "tests" / "texts.txt"
IN_ENGLISH_ALONE = ("CompatibilityName", "simple-license")
UNTOLD = ("op", "type", "name", "lang")  # attributes that say how to read a file, or are told otherwise


def bare(name):
    """Without its namespace."""
    return name.rpartition("}")[2]


def attributes(element):
    return {bare(key): value for key, value in element.attrib.items()}


def write(element, indent, lines):
    told = attributes(element)
    name = told.get("name", bare(element.tag))
    check_languages(name, [attributes(child).get("lang") for child in element])
    if bare(element.tag) == "prop":
        lines += [f"{indent}{name} {attributes(value).get('lang', '')}".rstrip() + f": {value.text}" for value in element]
        return
    words = [name, *[f"{key}={value}" for key, value in told.items() if key not in UNTOLD], told.get("lang", "")]
    text = (element.text or "").strip()
    lines.append(indent + " ".join(filter(None, words)) + (f": {text}" if text else ""))
    for child in element:
        write(child, indent + "  ", lines)


def check_languages(name, languages):
    found = sorted({language[:2] for language in languages if language})
    if found and found != ["en", "nl"] and not (found == ["en"] and name in IN_ENGLISH_ALONE):
        sys.exit(f"{name}: in {found[0]} alone")


def texts_of(path, built):
    root, lines = tree.parse(path).getroot(), []
    for element in root:
        write(element, "", lines)
    for link in sorted(value for element in root.iter() for value in element.attrib.values() if value.endswith(".txt")):
        text = PACKAGE / link if (PACKAGE / link).exists() else built / link
        lines += ["", f"== {link}", *filter(None, text.read_text("utf-8").splitlines())]
    return lines


def all_texts(registration):
    manifest = PACKAGE / "META-INF" / "manifest.xml"
    configuration = sorted([*registration.parent.glob("*.xcu"), *PACKAGE.glob("*.xcu")], key=lambda path: path.name)
    for path in configuration:
        if f'configuration-data" manifest:full-path="{path.name}"' not in manifest.read_text("utf-8"):
            sys.exit(f"the manifest does not register {path.name}")
    lines = []
    for path in [*configuration, PACKAGE / "description.xml", PACKAGE / "meedoen.components", manifest]:
        lines += ["", f"== {path.name}", *texts_of(path, registration.parent)]
    return lines


def main(registration, anew):
    before = PINNED.read_text("utf-8").splitlines()
    head = before[:before.index("")]
    now = head + all_texts(Path(registration))
    if anew:
        PINNED.write_text("\n".join(now) + "\n", "utf-8")
    elif now != before:
        print(*difflib.unified_diff(before, now, "tests/texts.txt", "the product", lineterm="", n=0),
              "users see another text; where that is meant, `make documents` pins it", sep="\n", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--write" in sys.argv[2:]))
