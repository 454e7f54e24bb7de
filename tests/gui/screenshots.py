#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Pictures for people to look at, in build/screenshots/: `make screenshots`.

wizard-LOCALE-FUNCTION.png   the Function Wizard with the function's first example, and below it the text of every parameter
"""
import re
import sys
import time

from window import BUILD, Screen, Window, wait_for

LOCALES = ("nl-NL", "en-US")
WIZARD = {"nl-NL": "Functie-assistent", "en-US": "Function Wizard"}
PARAMETER_TEXT = ("-gravity", "NorthEast", "-crop", "620x125+0+120", "+repage")  # of the wizard
FIRST_FIELD = (880, 436)


def first_examples():
    """method in capitals → the formula of its first example, as the programming interface takes it"""
    found = {}
    for formula in re.findall(r'table:formula="of:(=MEEDOEN\.BUDGET\.[^"]*)"', (BUILD / "acceptance.fods").read_text()):
        method = re.match(r"=MEEDOEN\.BUDGET\.(\w+)", formula)[1]
        found.setdefault(method, formula.replace("&quot;", '"').replace("&amp;", "&"))
    return found


def parameter_counts(office):
    """name of a function → how many parameters it has, as Calc knows them"""
    known = office.service("com.sun.star.sheet.FunctionDescriptions")
    entries = ({each.Name: each.Value for each in known.getByIndex(index)} for index in range(known.Count))
    return {entry["Name"]: len(entry["Arguments"] or ()) for entry in entries}


def picture_of_wizard(screen, office, name, parameters, locale):
    screen.keys("ctrl+F2")
    wizard = wait_for(lambda: screen.windows(WIZARD[locale]), "the Function Wizard")[0]
    time.sleep(0.5)
    parts = [screen.picture("part-0", wizard)]
    screen.click(*FIRST_FIELD)
    for parameter in range(1, parameters + 1):
        time.sleep(0.2)
        screen.picture("part", wizard)
        parts.append(parts[0].with_name(f"part-{parameter}.png"))
        screen.run("convert", str(parts[0].with_name("part.png")), *PARAMETER_TEXT, str(parts[-1]))
        screen.keys("Down")
    target = parts[0].with_name(f"wizard-{locale}-{name}.png")
    screen.run("convert", *map(str, parts), "-gravity", "NorthEast", "-append", str(target))
    for path in {*parts, parts[0].with_name("part.png")}:
        path.unlink(missing_ok=True)
    screen.keys("Escape")
    wait_for(lambda: not screen.windows(WIZARD[locale]), "the end of the Function Wizard")


def main():
    examples = first_examples()
    with Screen() as screen:
        for locale in LOCALES:
            with Window(screen, locale, limit=600) as office:
                book = office.show()
                for row, (method, formula) in enumerate(examples.items(), 1):
                    office.put(book, f"A{row}", formula)
                parameters = parameter_counts(office)
                time.sleep(1)
                for row in range(1, len(examples) + 1):
                    local = book.Sheets[0].getCellByPosition(0, row - 1).FormulaLocal
                    name = re.match(r"=(\w+)", local)[1]
                    picture_of_wizard(screen, office, name, parameters[name], locale)
                    screen.keys("Down")


if __name__ == "__main__":
    sys.exit(main())
