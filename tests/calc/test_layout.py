#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The sheets as they come out of the printer, held against pictures of how they should look: the Dutch ones in a Dutch office, the
English ones in an English office. sheets.py proves that the other office prints the same.

(1) Compared are the first page of every sheet and every page with a chart; and the number of pages.
(2) A picture is small (36 points to the inch) and is compared in squares of 2 mm, each by its mean: how a letter's edge is drawn
    does not matter, where a line or a word stands does. Another program that draws the same page (pdftocairo) differs by 12% in
    the worst square, a column that is 3% narrower by 35%.
(3) On a difference build/tests/calc/layout/ holds a picture: the page as it is with the wrong squares in red, beside the kept one.
(4) A cell that shows today shows the first day of 2027 instead.
(5) The first page of each file is the preview of its template as well (samples/previews): in colour, as large as the office makes its
    own, 256 pixels.
(6) Was the change intended? Renew the kept pictures, and look at each that git calls changed:

        make layout
"""
import shutil
import subprocess
import sys
import unittest

from office import BUILD, ENGLISH, LOCALES, ROOT, SAMPLES, SCRATCH, Office, properties, url

from com.sun.star.sheet.FormulaResult import VALUE

KEPT = ROOT / "tests" / "calc" / "layout"
PREVIEWS = ROOT / "samples" / "previews"
FOUND = SCRATCH / "layout"

# How many pages each file prints, and which are compared.
PAPER = {"begroting": (13, range(1, 14)), "budget": (13, range(1, 14)),
         "verdeling": (23, (1, 2, 9, 10, 11, 12, 13, 23)), "raadscheck": (2, (1, 2)),
         "allocation": (23, (1, 2, 9, 10, 11, 12, 13, 23)),
         "council-check": (2, (1, 2)), "training": (16, (*range(1, 15), 16)), "workshop": (16, (*range(1, 15), 16)),
         "monitor": (6, range(1, 7)), "reach-monitor": (6, range(1, 7))}

RESOLUTION = 36
REDUCTION = 4
SQUARE = 3               # pixels
FAR, MUCH = 0.25, 0.10   # of the way from white to black
FEW = 0.005              # the share of squares that may differ much; none may differ far


def compared(locale):
    """The files that are photographed in an office of that language."""
    return [name for name in PAPER if (name in ENGLISH.values()) == (locale == "en-US")]


def stop_the_clock(book):
    for sheet in book.Sheets:
        for cells in sheet.queryFormulaCells(VALUE):
            for row, formulas in enumerate(cells.FormulaArray):
                for column, formula in enumerate(formulas):
                    if formula == "=TODAY()":
                        sheet.unprotect("")
                        cells.getCellByPosition(column, row).setFormula("=DATE(2027;1;1)")


def print_to(office, path, paper):
    book = office.open(path)
    stop_the_clock(book)
    paper.parent.mkdir(parents=True, exist_ok=True)
    book.storeToURL(url(paper), properties(FilterName="calc_pdf_Export"))
    office.close(book)


def page_count(paper):
    about = subprocess.run(["pdfinfo", paper], check=True, capture_output=True, text=True).stdout
    return int(about.split("Pages:")[1].split()[0])


def photograph(paper, page):
    """Large first and then reduced, so that thin lines and small letters do not depend on how they meet the pixels."""
    picture = paper.with_name(f"{paper.stem}-{page:02}.pgm")
    large = subprocess.run(["pdftoppm", "-gray", "-r", str(RESOLUTION * REDUCTION), "-f", str(page), "-l", str(page), paper],
                           check=True, capture_output=True).stdout
    subprocess.run(["convert", "pgm:-", "-scale", f"{100 / REDUCTION}%", picture], check=True, input=large)
    return picture


def preview(paper, picture):
    """Few colours and no date: the same bytes from the same page."""
    large = subprocess.run(["pdftoppm", "-r", "144", "-f", "1", "-l", "1", paper], check=True, capture_output=True).stdout
    subprocess.run(["convert", "ppm:-", "-resize", "256x256", "-strip", "+dither", "-colors", "32", "-define", "png:exclude-chunks=all",
                    "-define", "png:compression-level=9", picture], check=True, input=large)
    return picture


def keep(picture, kept):
    """In 16 greys, and without a date."""
    subprocess.run(["convert", picture, "-strip", "-depth", "4", "-define", "png:exclude-chunks=all", "-define", "png:color-type=0",
                    "-define", "png:bit-depth=4", "-define", "png:compression-level=9", kept], check=True)


def pixels(picture):
    """Width, height and the greys, row by row."""
    flat = (picture.read_bytes() if picture.suffix == ".pgm" else
            subprocess.run(["convert", picture, "-colorspace", "Gray", "-depth", "8", "pgm:-"], check=True, capture_output=True).stdout)
    _, size, _, greys = flat.split(b"\n", 3)
    return (*map(int, size.split()), greys)


def squares(width, height, greys):
    """The mean of each whole square from 0 to 1, by its place."""
    means = {}
    for top in range(0, height - SQUARE + 1, SQUARE):
        rows = [greys[y * width:(y + 1) * width] for y in range(top, top + SQUARE)]
        for left in range(0, width - SQUARE + 1, SQUARE):
            means[left, top] = sum(sum(row[left:left + SQUARE]) for row in rows) / SQUARE ** 2 / 255
    return means


def differences(found, kept):
    """By how much each square differs."""
    now, then = squares(*found), squares(*kept)
    return {place: abs(now[place] - then[place]) for place in now}


def draw_difference(picture, kept, wrong):
    width, height, greys = pixels(picture)
    colours = bytearray(grey for grey in greys for _ in "rgb")
    for left, top in wrong:
        for y in range(top, top + SQUARE):
            for x in range(left, left + SQUARE):
                colours[3 * (y * width + x)] = 255
                colours[3 * (y * width + x) + 1] //= 2
                colours[3 * (y * width + x) + 2] //= 2
    drawing = picture.with_name(f"{picture.stem}-difference.png")
    subprocess.run(["convert", "ppm:-", kept, "+append", drawing], check=True,
                   input=b"P6\n%d %d\n255\n" % (width, height) + colours)
    return drawing


def photographs():
    """The file, its paper, how many pages that has, and the pictures, of one file after another."""
    for locale in LOCALES:
        with Office.borrowed(locale) as office:
            for name in compared(locale):
                pages = PAPER[name][1]
                paper = FOUND / f"{locale}-{name}.pdf"
                print_to(office, BUILD / "samples" / f"{name}.fods", paper)
                count = page_count(paper)
                yield name, paper, count, [photograph(paper, page) for page in pages if page <= count]


def renew():
    for folder in (KEPT, PREVIEWS):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
    for name, paper, _, pictures in photographs():
        for picture in pictures:
            keep(picture, KEPT / f"{picture.stem}.png")
        preview(paper, PREVIEWS / f"{name}.png")


class Layout(unittest.TestCase):
    def test_every_sheet_and_chart_looks_as_it_should(self):
        shutil.rmtree(FOUND, ignore_errors=True)
        for name, paper, count, pictures in photographs():
            with self.subTest(paper=paper.stem):
                self.assertEqual(count, PAPER[name][0], "pages")
            for picture in pictures:
                with self.subTest(page=picture.stem):
                    self.looks_as(picture, KEPT / f"{picture.stem}.png")
            with self.subTest(preview=paper.stem):
                self.looks_as(preview(paper, paper.with_suffix(".png")), PREVIEWS / f"{name}.png")

    def test_every_kept_picture_is_of_a_page_that_is_compared(self):
        wanted = {f"{locale}-{name}-{page:02}.png" for locale in LOCALES for name in compared(locale) for page in PAPER[name][1]}
        self.assertEqual({kept.name for kept in KEPT.iterdir()}, wanted)

    def test_every_sheet_is_compared(self):
        self.assertEqual(sorted(PAPER), SAMPLES)

    def test_every_template_has_a_preview_and_no_other_is_kept(self):
        self.assertEqual(sorted(kept.stem for kept in PREVIEWS.iterdir()), SAMPLES)

    def looks_as(self, picture, kept):
        now, then = pixels(picture), pixels(kept)
        self.assertEqual(now[:2], then[:2], "width and height")
        by_place = differences(now, then)
        much, worst = [place for place, by in by_place.items() if by > MUCH], max(by_place.values())
        if worst > FAR or len(much) > FEW * len(by_place):
            drawing = draw_difference(picture, kept, much)
            self.fail(f"{len(much)} of {len(by_place)} squares differ, the worst by {worst:.0%}; see {drawing}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--renew"]:
        renew()
    else:
        unittest.main()
