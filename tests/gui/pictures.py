#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the handbook, taken in a real window, into package/handbook/images/: `make pictures`. Look at them before a commit.

LANGUAGE-functie-assistent.png, en-function-wizard.png   the Function Wizard, half filled in
nl-matrixformule.png, en-array-formula.png               an array formula over three cells, with its braces in the formula bar
nl-met-enter.png, en-with-enter.png                      the same cells, filled by one Enter; the braces are Calc's
nl-raadscheck.png, en-council-check.png                  the council check, as its template opens
verdeling.png, allocation.png                            the window with the allocation, for README.md and LEESMIJ.md
"""
import sys
import time

from window import BUILD, Screen, Window, wait_for

from office import ROOT, properties

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


def main():
    with Screen() as screen:
        for locale, texts in BOOKS.items():
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
