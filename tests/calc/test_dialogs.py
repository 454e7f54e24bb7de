# SPDX-License-Identifier: EUPL-1.2
"""What the function dialogs show, read from the office's own list of functions: every text of every function, in both languages."""
import re
import unittest
import xml.etree.ElementTree as XML

from office import BUILD, LOCALES, ROOT, Office

OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def text(node, name, language):
    for value in node.findall(f"prop[@{OOR}name='{name}']/value"):
        if value.get(LANG) == language:
            return value.text
    raise AssertionError(f"{node.get(OOR + 'name')} has no {name} in {language}")


def registered():
    """For each method, in the order of the registration, its node; and its parameters' nodes."""
    functions = XML.parse(BUILD / "CalcAddIns.xcu").find(f".//node[@{OOR}name='AddInFunctions']")
    return {function.get(OOR + "name"): (function, function.find(f"node[@{OOR}name='Parameters']").findall("node"))
            for function in functions.findall("node")}


def methods():
    """For each method of the interface, in its order, the names of its parameters."""
    idl = re.sub(r"//[^\n]*|/\*.*?\*/", "", (ROOT / "idl" / "XBudget.idl").read_text(encoding="utf-8"), flags=re.S)
    return {name: re.findall(r"\[in\] (?:any|sequence<any>) (\w+)", parameters)
            for name, parameters in re.findall(r"any (\w+)\((.*?)\);", re.sub(r"\s+", " ", idl))}


def signatures():
    """For each function, as the documents write it, whether each parameter may be left out: name(a; b; [c])."""
    table = (BUILD / "functions.md").read_text(encoding="utf-8")
    return {name: [part.strip().startswith("[") for part in parts.split(";")]
            for name, parts in re.findall(r"`([A-Z_]+)\(([^`]*)\)`", table)}


def shown(office):
    """The office's list: displayed name to its properties."""
    functions = office.service("com.sun.star.sheet.FunctionDescriptions")
    listed = {}
    for i in range(functions.getCount()):
        entry = {value.Name: value.Value for value in functions.getByIndex(i)}
        listed.setdefault(entry["Name"], []).append(entry)
    return listed


class Dialogs(unittest.TestCase):
    def test_interface_and_registration_agree(self):
        self.assertEqual([(name, [parameter.get(OOR + "name") for parameter in parameters])
                          for name, (_, parameters) in registered().items()], list(methods().items()))

    def test_every_text_is_shown(self):
        texts = {}
        for locale in LOCALES:
            language = "nl" if locale == "nl-NL" else "en-US"
            with Office.borrowed(locale) as office:
                listed = shown(office)
            for method, (function, parameters) in registered().items():
                with self.subTest(method=method, locale=locale):
                    entries = listed[text(function, "DisplayName", language)]
                    self.assertEqual(len(entries), 1)
                    entry = entries[0]
                    self.assertEqual(entry["Description"], text(function, "Description", language))
                    arguments = [(argument.Name, argument.Description) for argument in entry["Arguments"]]
                    self.assertEqual(arguments, [(text(parameter, "DisplayName", language), text(parameter, "Description", language))
                                                 for parameter in parameters])
                    all_texts = [entry["Description"], *(part for argument in arguments for part in argument)]
                    self.assertTrue(all(part.strip() and "###" not in part for part in all_texts), all_texts)
                    texts[locale, method] = entry["Description"], [description for _, description in arguments]
        for method in registered():
            with self.subTest(method=method):
                (dutch, dutch_arguments), (english, english_arguments) = texts["nl-NL", method], texts["en-US", method]
                self.assertNotEqual(dutch, english)
                for one, other in zip(dutch_arguments, english_arguments):
                    self.assertNotEqual(one, other)

    def test_what_may_be_left_out(self):
        """To Calc every any may be left out. So the texts tell: exactly the parameters in brackets say what leaving them out means."""
        for locale, words in zip(LOCALES, ("left out:", "weggelaten:")):
            with Office.borrowed(locale) as office:
                listed = shown(office)
            for name, may_be_left_out in signatures().items():
                with self.subTest(function=name, locale=locale):
                    arguments = listed[name][0]["Arguments"]
                    self.assertEqual([words in argument.Description.lower() for argument in arguments], may_be_left_out)
                    self.assertTrue(all(argument.IsOptional for argument in arguments))
        self.assertEqual(len(signatures()), len(registered()))

    def test_without_the_extension_nothing_is_listed(self):
        with Office.borrowed(extensions=None) as office:
            self.assertNotIn("ALLOCATE_DU", shown(office))


if __name__ == "__main__":
    unittest.main()
