#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The small pictures of the menu: menu_icons.py NAME SIZE > NAME_SIZE.png; menu_icons.py alone lists their names.

(1) NAME is what stands behind "meedoen:" in the URL of an entry. A picture is drawn on a field of 16 by 16 in strokes and areas, the later over
    the earlier, and averaged over 8 by 8 points for each pixel of SIZE by SIZE.
(2) The office has one picture for a light and a dark menu: every colour but that of paper has a contrast of at least 3 to 1 with both, and
    paper always has an edge.
(3) The same bytes everywhere: pixels are not compressed.
"""
import struct
import sys
import zlib

POINTS = 8
WHITE, DARK = (255, 255, 255), (0x24, 0x24, 0x24)  # of a light and of a dark menu
BLUE, ORANGE, PAPER = (0x3B, 0x82, 0xCE), (0xC8, 0x78, 0x0A), (0xF4, 0xF7, 0xFB)


# ---- Areas: is a point in it? ----

def box(left, top, right, bottom):
    return lambda x, y: left <= x <= right and top <= y <= bottom


def disc(x0, y0, radius):
    return lambda x, y: (x - x0) ** 2 + (y - y0) ** 2 <= radius ** 2


def wedge(x0, y0, radius):
    """A quarter of a disc, at the top right."""
    return lambda x, y: x >= x0 and y <= y0 and (x - x0) ** 2 + (y - y0) ** 2 <= radius ** 2


def line(width, *corners):
    """A stroke from corner to corner."""
    def holds(x, y):
        for (x1, y1), (x2, y2) in zip(corners, corners[1:]):
            length = (x2 - x1) ** 2 + (y2 - y1) ** 2
            part = min(1, max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
            if (x - x1 - part * (x2 - x1)) ** 2 + (y - y1 - part * (y2 - y1)) ** 2 <= (width / 2) ** 2:
                return True
        return False
    return holds


def polygon(*corners):
    def holds(x, y):
        inside = False
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside
    return holds


# ---- Pictures ----

def sheet(left, top, right, bottom):
    return [(BLUE, box(left, top, right, bottom)), (PAPER, box(left + 1, top + 1, right - 1, bottom - 1))]


SHEET = sheet(2, 1, 14, 15)
BOOK = [(BLUE, polygon((0.5, 3), (8, 4.5), (15.5, 3), (15.5, 13), (8, 14.5), (0.5, 13))), (PAPER, polygon((1.5, 4.3), (7.5, 5.5), (7.5, 13.2), (1.5, 12))),
        (PAPER, polygon((8.5, 5.5), (14.5, 4.3), (14.5, 12), (8.5, 13.2)))]
PICTURES = {
    # a balloon with an i
    "explain": [(BLUE, disc(8, 7, 6.5)), (BLUE, polygon((3, 10), (8, 12), (2.5, 15.5))), (PAPER, disc(8, 4, 1.1)), (PAPER, box(7.1, 6, 8.9, 10.5))],
    # a sheet with a tick
    "check": SHEET + [(BLUE, box(4, 3.5, 12, 4.5)), (ORANGE, line(2, (4.5, 9.5), (7.2, 12.2), (12, 6.7)))],
    # two sheets, the one in front with figures
    "values": sheet(1, 1, 10, 12) + sheet(5, 4, 15, 15) + [(ORANGE, box(7, 6.5, 13, 7.7)), (ORANGE, box(7, 9, 13, 10.2)), (ORANGE, box(7, 11.5, 11, 12.7))],
    # an open book
    "handbook": BOOK + [(BLUE, box(3, 7, 6, 7.8)), (BLUE, box(3, 9.3, 6, 10.1)), (BLUE, box(10, 7, 13, 7.8)), (BLUE, box(10, 9.3, 13, 10.1))],
    # the same, with an arrow down
    "handbook-pdf": BOOK + [(ORANGE, box(7, 1, 9, 7)), (ORANGE, polygon((4.5, 6.5), (11.5, 6.5), (8, 11)))],
    # a sheet with bars
    "begroting": SHEET + [(BLUE, box(4, 9, 6, 13)), (ORANGE, box(7, 5, 9, 13)), (BLUE, box(10, 7, 12, 13))],
    # a line that rises
    "monitor": SHEET + [(ORANGE, line(1.6, (4.2, 11.5), (6.8, 8), (9, 9.5), (11.8, 4.5)))],
    # a whole, and a part of it
    "verdeling": [(BLUE, disc(7.5, 8.5, 6.5)), (None, wedge(7.5, 8.5, 8)), (ORANGE, wedge(9, 7, 6.5))],
    # a list of questions
    "raadscheck": SHEET + [(ORANGE, box(4, 4, 6, 6)), (BLUE, box(7.2, 4.5, 12, 5.5)), (ORANGE, box(4, 7.2, 6, 9.2)), (BLUE, box(7.2, 7.7, 12, 8.7)),
                           (ORANGE, box(4, 10.4, 6, 12.4)), (BLUE, box(7.2, 10.9, 12, 11.9))],
    # the cap of who has learnt something
    "training": [(BLUE, polygon((8, 2), (16, 6), (8, 10), (0, 6))), (BLUE, polygon((3.5, 8.8), (8, 11), (12.5, 8.8), (12.5, 12), (8, 14), (3.5, 12))),
                 (ORANGE, line(1.2, (14.5, 7), (14.5, 12))), (ORANGE, disc(14.5, 13, 1.2))],
}


# ---- Drawing ----

def point(name, x, y):
    """The colour of a point; None where there is nothing, or where an area of no colour was cut out."""
    found = None
    for colour, holds in PICTURES[name]:
        if holds(x, y):
            found = colour
    return found


def pixel(name, size, column, row):
    step = 16 / size / POINTS
    found = [point(name, (column * POINTS + i + 0.5) * step, (row * POINTS + j + 0.5) * step) for i in range(POINTS) for j in range(POINTS)]
    colours = [colour for colour in found if colour]
    if not colours:
        return bytes(4)
    mean = [round(sum(colour[part] for colour in colours) / len(colours)) for part in range(3)]
    return bytes([*mean, round(255 * len(colours) / len(found))])


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(name, size):
    rows = b"".join(b"\0" + b"".join(pixel(name, size, column, row) for column in range(size)) for row in range(size))
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(rows), len(rows) ^ 0xFFFF) + rows + struct.pack(">I", zlib.adler32(rows))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)) + chunk(b"IDAT", stored)
            + chunk(b"IEND", b""))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(" ".join(PICTURES))
    else:
        sys.stdout.buffer.write(png(sys.argv[1], int(sys.argv[2])))
