# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""A PDF of the office, read: what stands on which page, of which sheet, and how large.

(1) sizes(paper) tells of each page how large its letters are, in points, and how many pieces of text are that large: as they
    are drawn, so reduced as much as the sheet is to fit on its page. Of tools that read a PDF none tells it precisely.
(2) The office writes lengths in hundredths of a millimetre: 8 points are 7.994 there. EXACT is as far as that goes.
(3) pages_of(paper) tells the first and the last page of each sheet that prints, by the PDF's own contents.
(4) words(paper, page) are the words on a page.
"""
import re
import subprocess
import zlib
from collections import Counter

EXACT = 0.015
UNCHANGED = (1.0, 0.0, 0.0, 1.0)
TOKEN = re.compile(rb"<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|/\w+|[-+.\d]+|[A-Za-z'\"][A-Za-z0-9*]*", re.S)


def objects(paper):
    """What is between `obj` and `endobj`, by its number."""
    return {int(number): inside for number, inside in re.findall(rb"(?m)^(\d+) 0 obj\s(.*?)\sendobj", paper.read_bytes(), re.S)}


def contents(paper):
    """What each page draws."""
    every = objects(paper)
    kids = re.search(rb"/Type/Pages.*?/Kids\[([^]]*)\]", b"\n".join(every.values()), re.S)[1]
    for number in re.findall(rb"(\d+) 0 R", kids):
        stream = every[int(re.search(rb"/Contents (\d+) 0 R", every[int(number)])[1])]
        yield zlib.decompress(stream[stream.index(b"stream") + len("stream"):].lstrip(b"\r\n"))


def times(one, other):
    """Two matrices of which only what turns and stretches counts."""
    a, b, c, d = one
    e, f, g, h = other
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def height(matrix):
    return (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5


def sizes_on(drawn):
    """How large each piece of text is: that of the font, as stretched by the text's matrix and by what is around it."""
    found, kept, around, text, font, operands = Counter(), [], UNCHANGED, UNCHANGED, 0.0, []
    for token in TOKEN.findall(drawn):
        if token == b"q":
            kept.append((around, font))
        elif token == b"Q":
            around, font = kept.pop()
        elif token == b"BT":
            text = UNCHANGED
        elif token in (b"cm", b"Tm"):
            matrix = tuple(map(float, operands[-6:-2]))
            around, text = (times(matrix, around), text) if token == b"cm" else (around, matrix)
        elif token == b"Tf":
            font = float(operands[-1])
        elif token in (b"Tj", b"TJ"):
            found[round(font * height(times(text, around)), 3)] += 1
        else:
            operands.append(token)
            continue
        operands = []
    return found


def sizes(paper):
    """By the number of the page: {size: pieces of text}."""
    assert b"/Subtype/Form" not in paper.read_bytes(), "what is drawn inside a form is not looked at"
    return {number: sizes_on(drawn) for number, drawn in enumerate(contents(paper), 1)}


def poppler(tool, paper, *options):
    return subprocess.run([tool, *options, paper, *(["-"] if tool == "pdftotext" else [])], check=True, capture_output=True, text=True).stdout


def pages_of(paper):
    """{name of a sheet: (first page, last page)}"""
    described = poppler("pdftohtml", paper, "-xml", "-i", "-stdout", "-zoom", "1")
    first = [(name, int(page)) for page, name in re.findall(r'<item page="(\d+)">([^<]*)</item>', described)]
    starts = [page for _, page in first[1:]] + [described.count("<page ") + 1]
    return {name: (page, after - 1) for (name, page), after in zip(first, starts)}


def words(paper, page):
    return poppler("pdftotext", paper, "-f", str(page), "-l", str(page), "-layout").split()
