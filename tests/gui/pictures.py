#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the handbook, taken in a real window, into package/handbook/images/: `make pictures`. Look at them before a commit.

LANGUAGE-functie-assistent.png, en-function-wizard.png   the Function Wizard, half filled in
nl-matrixformule.png, en-array-formula.png               an array formula over three cells, with its braces in the formula bar
nl-met-enter.png, en-with-enter.png                      the same cells, filled by one Enter; the braces are Calc's
nl-raadscheck.png, en-council-check.png                  the council check, as its template opens
nl-menu.png, en-menu.png                                 the menu, with its pictures
nl-uitleg.png, en-explanation.png                        Explain this cell
nl-controle.png, en-report.png                           the report of Check this document
nl-kopie.png, en-copy.png                                the window that Copy with values shows for conditions
verdeling.png, allocation.png                            the window with the allocation, for README.md and LEESMIJ.md
"""
import sys
import threading
import time

from window import BUILD, Screen, Window, wait_for

from office import ROOT, SCRATCH, properties

from com.sun.star.sheet.ConditionOperator import LESS
from com.sun.star.sheet.ValidationType import CUSTOM

IMAGES = ROOT / "package" / "handbook" / "images"
SMALL = ("-strip", "+dither", "-colors", "64", "-define", "png:compression-level=9", "-define", "png:exclude-chunks=date,time")

BOOKS = {
    "nl-NL": {"wizard": "Functie-assistent", "pictures": ("nl-functie-assistent", "nl-matrixformule", "nl-met-enter"),
              "head": ("aanbieder", "kinderen", "bedrag"), "call": "=REACH_PCT(120;250)",
              "enter": "=TRANSPONEREN(ALLOCATE_DU(1000;TRANSPONEREN(B2:B4)))", "sheets": {"nl-raadscheck": "738x440+40+182", "verdeling": "1000x650+0+0"}},
    "en-US": {"wizard": "Function Wizard", "pictures": ("en-function-wizard", "en-array-formula", "en-with-enter"),
              "head": ("provider", "children", "amount"), "call": "=REACH_PCT(120,250)",
              "enter": "=TRANSPOSE(ALLOCATE_DU(1000,TRANSPOSE(B2:B4)))", "sheets": {"en-council-check": "738x440+40+182", "allocation": "1000x650+0+0"}},
}
# The menu, and what its three commands open: the entry's title, the window, the picture, and which part of it.
MENU = {"nl-NL": (690, 31, "nl-menu", "330x330+650+18"), "en-US": (485, 31, "en-menu", "330x330+450+18")}
COMMANDS = {
    "nl-NL": {"explain": ("^Leg deze cel uit", "nl-uitleg"), "check": ("Controle van ", "nl-controle"), "values": ("^Kopie met waarden$", "nl-kopie")},
    "en-US": {"explain": ("^Explain this cell", "en-explanation"), "check": ("Check of ", "en-report"), "values": ("^Copy with values$", "en-copy")},
}
REPORT = "1206x376+0+162"
DISTRICTS = {"nl-NL": (["wijk", "bereikt", "doelgroep", "bereik"], "onbekend", "Wijken"), "en-US": (["district", "reached", "target", "reach"], "unknown", "Districts")}
PERCENT = 10  # 0% in every language
ICONS_IN_MENUS = "".join(
    f' <item oor:path="/org.openoffice.Office.Common/View/Menu"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
    for name, value in (("IsSystemIconsInMenus", "false"), ("ShowIconsInMenues", "true")))
PROVIDERS = [["A", 50, None], ["B", 30, None], ["C", 20, None]]


def keep(screen, name, window=None, crop=None):
    """A picture of the screen or of a window, or of a part of it, among those of the handbook."""
    taken = screen.picture(name, window)
    part = ("-crop", crop, "+repage") if crop else ()
    screen.run("convert", str(taken), *part, *SMALL, str(IMAGES / f"{name}.png"))


def array_formula(screen, office, book, texts):
    office.put(book, "A1:C4", [list(texts["head"]), *PROVIDERS])
    office.array(book, "C2:C4", "=MEEDOEN.BUDGET.ALLOCATEDU(1000;B2:B4)")
    book.CurrentController.select(office.range(book, "C2:C4"))
    time.sleep(1)
    keep(screen, texts["pictures"][1], crop="620x172+0+122")


def one_enter(screen, office, book, texts):
    cells = office.range(book, "C2:C4")
    cells.clearContents(1023)
    # A cell that is selected, and not only under the cursor, is filled alone.
    office.service("com.sun.star.frame.DispatchHelper").executeDispatch(
        book.CurrentController.Frame, ".uno:GoToCell", "", 0, properties(ToPoint="$C$2"))
    screen.type(texts["enter"])
    screen.keys("Return")
    wait_for(lambda: [row[0] for row in cells.getDataArray()] == [500, 300, 200], "three amounts")
    book.CurrentController.select(cells)
    time.sleep(1)
    keep(screen, texts["pictures"][2], crop="740x172+0+122")


def wizard(screen, office, book, texts):
    cell = office.range(book, "E2").getCellByPosition(0, 0)
    cell.FormulaLocal = texts["call"]
    book.CurrentController.select(cell)
    screen.keys("ctrl+F2")
    window = wait_for(lambda: screen.windows(texts["wizard"]), "the Function Wizard")[0]
    time.sleep(1)
    keep(screen, texts["pictures"][0], window)
    screen.keys("Escape")
    wait_for(lambda: not screen.windows(texts["wizard"]), "the end of the Function Wizard")


def districts(office, book, locale):
    """A sheet with an unknown, an error, a conditional format and validity, and its cursor on a formula."""
    head, unknown, name = DISTRICTS[locale]
    sheet = book.Sheets.getByIndex(0)
    sheet.Name = name
    office.put(book, "A1:C5", [head[:3], ["A", 120, 250], ["B", unknown, 100], ["C", 80, 90], ["D", 40, 0]])
    office.put(book, "D1", head[3])
    for row in range(2, 6):
        office.put(book, f"D{row}", f"=MEEDOEN.BUDGET.REACHPCT(B{row};C{row})")
    office.put(book, "D6", "=MEEDOEN.BUDGET.REACHPCT(B2:B4;C2:C4)")
    cells = sheet.getCellRangeByName("D2:D6")
    cells.NumberFormat = PERCENT
    entries = cells.ConditionalFormat
    entries.addNew(properties(Operator=LESS, Formula1='MEEDOEN.BUDGET.NORM("bereik_bijstand";2021)', StyleName="Bad",
                              SourcePosition=cells.getCellByPosition(0, 0).CellAddress))
    cells.ConditionalFormat = entries
    cells = sheet.getCellRangeByName("B2:B5")
    validity = cells.Validation
    validity.Type = CUSTOM
    validity.setFormula1("MEEDOEN.BUDGET.REACHPCT(B2;C2)<=1")
    cells.Validation = validity
    office.save_as(book, SCRATCH / f"{name.lower()}.ods")
    book.CurrentController.select(sheet.getCellRangeByName("D6"))


def menu_and_commands(screen, locale):
    with Window(screen, locale, more_settings=ICONS_IN_MENUS) as office:
        book = office.show()
        districts(office, book, locale)
        time.sleep(1)
        x, y, name, part = MENU[locale]
        screen.click(x, y)
        time.sleep(1)
        keep(screen, name, crop=part)
        screen.keys("Escape", "Escape")
        for entry, (title, picture) in COMMANDS[locale].items():
            chosen = threading.Thread(target=office.choose, args=(book, entry))
            chosen.start()
            window = wait_for(lambda: screen.windows(title), picture)[-1]
            time.sleep(2)
            if entry == "check":
                screen.run("xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window, "1280", "900")
                time.sleep(1)
            keep(screen, picture, window, REPORT if entry == "check" else None)
            if entry != "check":
                screen.keys("Escape")
            chosen.join(60)
        for document in office.documents():
            document.setModified(False)


def main():
    with Screen() as screen:
        for locale, texts in BOOKS.items():
            menu_and_commands(screen, locale)
            with Window(screen, locale) as office:
                book = office.show()
                time.sleep(1)
                array_formula(screen, office, book, texts)
                one_enter(screen, office, book, texts)
                wizard(screen, office, book, texts)
            for picture, part in texts["sheets"].items():
                with Window(screen, locale) as office:
                    office.show(BUILD / "samples" / f"{picture.removeprefix(locale[:2] + '-')}.ots")
                    time.sleep(2)
                    keep(screen, picture, crop=part)


if __name__ == "__main__":
    sys.exit(main())
