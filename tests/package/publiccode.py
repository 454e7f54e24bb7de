#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml against the standard of publiccode.yml, version 0.4: publiccode.py [FILE].

(1) Every key that the standard calls mandatory is there, as a text, a list or a yes or no, and no key is one that it does not have.
(2) Words of a list that the standard keeps are in that list; texts are as long as it asks.
(3) One mandatory key may be missing, url: it is known to whoever publishes the sources. It is then said, and no error.

The standard's own validator is a program in Go (publiccode-parser-go). Debian does not have it, nor has the npm registry; so this holds the
file against the standard's text: https://yml.publiccode.tools/schema.core.html
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATUS = "concept development beta stable obsolete".split()
KINDS = ("standalone/mobile standalone/iot standalone/desktop standalone/web standalone/backend standalone/other addon library "
         "configurationFiles").split()
MAINTAINED = "internal contract community none".split()
CATEGORIES = ("accounting budgeting financial-reporting grant-management office productivity-suite data-analytics compliance-management "
              "educational-content").split()  # those of the standard's list that could be ours
SCOPES = ("agriculture culture defence education emergency-services employment energy environment finance-and-economic-development "
          "foreign-affairs healthcare infrastructures justice local-authorities manufacturing research science-and-technology security society "
          "sport tourism transportation welfare").split()
KNOWN = """publiccodeYmlVersion name applicationSuite url landingURL isBasedOn softwareVersion releaseDate logo platforms categories usedBy roadmap
    developmentStatus softwareType intendedAudience description legal maintenance localisation dependsOn""".split()
KNOWN_OF = {"intendedAudience": "countries unsupportedCountries scope", "legal": "license mainCopyrightOwner repoOwner authorsFile",
            "maintenance": "type contractors contacts", "localisation": "localisationReady availableLanguages"}
KNOWN_OF_A_DESCRIPTION = "localisedName shortDescription longDescription documentation apiDocumentation features screenshots videos awards".split()


def scalar(text):
    return {"true": True, "false": False}.get(text, text.strip('"'))


def read(lines, indent=0):
    """The part of YAML that the file uses: maps, lists of texts or of maps, and texts, folded ones too."""
    if lines and lines[0].lstrip().startswith("- "):
        return read_list(lines, indent)
    found = {}
    while lines and len(lines[0]) - len(lines[0].lstrip()) == indent:
        key, text = re.fullmatch(r" *(\w+): *(.*)", lines.pop(0)).groups()
        inner = []
        while lines and len(lines[0]) - len(lines[0].lstrip()) > indent:
            inner.append(lines.pop(0))
        if text == ">-":
            found[key] = " ".join(line.strip() for line in inner)
        else:
            found[key] = scalar(text) if text else read(inner, len(inner[0]) - len(inner[0].lstrip()))
    assert not lines or indent, f"not understood: {lines[0]}"
    return found


def read_list(lines, indent):
    found = []
    for line in lines:
        item = line[indent:].removeprefix("- ")
        pair = re.fullmatch(r"(\w+): (.*)", item)
        found.append({pair[1]: scalar(pair[2])} if pair else scalar(item))
    return found


def wrong_description(language, about):
    for key in set(about) - set(KNOWN_OF_A_DESCRIPTION):
        yield f"description/{language}/{key} is no key of the standard"
    for key, least, most in (("shortDescription", 1, 150), ("longDescription", 150, 10000)):
        if not least <= len(about.get(key, "")) <= most:
            yield f"description/{language}/{key} has not {least} to {most} letters"
    if not isinstance(about.get("features"), list):
        yield f"description/{language}/features is no list"


def wrong(told):
    """What the standard would not take, one sentence each."""
    for key in ("publiccodeYmlVersion", "name", "platforms", "categories", "developmentStatus", "softwareType", "description", "legal", "maintenance",
                "localisation"):
        if not told.get(key):
            yield f"{key} is missing"
            return
    for key in set(told) - set(KNOWN):
        yield f"{key} is no key of the standard"
    for section, keys in KNOWN_OF.items():
        for key in set(told.get(section, {})) - set(keys.split()):
            yield f"{section}/{key} is no key of the standard"
    for key, pattern in (("publiccodeYmlVersion", r"0\.4"), ("releaseDate", r"\d{4}-\d\d-\d\d"), ("url", r"https://\S+"), ("landingURL", r"https://\S+")):
        if key in told and not re.fullmatch(pattern, told[key]):
            yield f"{key} is {told[key]}"
    for key, allowed in (("developmentStatus", STATUS), ("softwareType", KINDS)):
        if told[key] not in allowed:
            yield f"{key} is {told[key]}"
    for name, words, allowed in (("categories", told["categories"], CATEGORIES), ("scope", told["intendedAudience"]["scope"], SCOPES)):
        for word in set(words) - set(allowed):
            yield f"{name} has {word}, which is not in the standard's list"
    for language, about in told["description"].items():
        yield from wrong_description(language, about)
    if told["maintenance"].get("type") not in MAINTAINED:
        yield f"maintenance/type is {told['maintenance'].get('type')}"
    if not all(isinstance(each, dict) and each.get("name") for each in told["maintenance"].get("contacts", [None])):
        yield "maintenance/contacts has nobody, or one without a name"
    if told["localisation"].get("localisationReady") not in (True, False):
        yield "localisation/localisationReady is neither true nor false"
    if sorted(told["localisation"].get("availableLanguages", [])) != sorted(told["description"]):
        yield "localisation/availableLanguages are not those of the description"
    if told["legal"].get("license") != "EUPL-1.2":
        yield f"legal/license is {told['legal'].get('license')}"


def main(path):
    lines = [line.rstrip() for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    told = read(lines)
    found = list(wrong(told))
    print(*(f"publiccode.py: {sentence}" for sentence in found), sep="\n", file=sys.stderr, end="\n" if found else "")
    if not found:
        print(f"publiccode.yml: as the standard asks{'' if 'url' in told else ', but for url, the address of the sources'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "publiccode.yml"))
