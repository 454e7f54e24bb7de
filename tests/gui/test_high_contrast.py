#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""The sheets in a real window in forced high contrast, black on white and white on black: that they can be read, and that inputs and
heads are told from the rest where the office drops the grounds of cells.

(1) SAL_FORCE_HC is the office's own switch for it. What is white on black is a setting of the office, as its users make it.
(2) Looked at is what the screen shows, at the places of the cells that the office tells a screen reader. build/screenshots/ keeps the
    pictures: high-contrast-GROUND-FILE-SHEET.png.
(3) The frame of an input and the line below a head are thicker than any other line around a cell.
(4) A sheet that has no style but those of sheets before it is not looked at again.
"""
import re
import subprocess
import sys
import time
import unittest
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window import BUILD, SIZE, Screen, Window  # noqa: E402 (the path to it was just added)

from office import SAMPLES  # noqa: E402
from sheets import HEADS, INPUTS, LEAST_CONTRAST, contrast, used  # noqa: E402

from com.sun.star.accessibility.AccessibleRole import DOCUMENT_SPREADSHEET, MENU_BAR, STATUS_BAR, TABLE, TOOL_BAR  # noqa: E402

SCHEME = "/org.openoffice.Office.UI/ColorScheme/ColorSchemes/org.openoffice.Office.UI:ColorScheme['LibreOffice']"
WHITE_ON_BLACK = "".join(f' <item oor:path="{SCHEME}/{part}"><prop oor:name="Color" oor:op="fuse"><value>{colour}</value></prop></item>\n'
                         for part, colour in (("DocColor", 0x000000), ("FontColor", 0xFFFFFF)))
GROUNDS = {"#ffffff": "", "#000000": WHITE_ON_BLACK}
AROUND = 3            # pixels on each side of where a cell begins or ends in which its line is looked for
ROWS, COLUMNS = 60, 14
WITHOUT_SHEETS = (MENU_BAR, STATUS_BAR, TOOL_BAR)
LIMIT = 1200          # seconds for all sheets on one ground


def child_of(element, role):
    """The first part of a window, however deep, that has this role for a screen reader; bars take long to go through."""
    if element.AccessibleRole == role:
        return element
    if element.AccessibleRole in WITHOUT_SHEETS:
        return None
    for at in range(min(element.AccessibleChildCount, 50)):
        child = element.getAccessibleChild(at)
        found = child and child_of(child.getAccessibleContext(), role)
        if found:
            return found
    return None


class Picture:
    """The pixels of a window, as colours (#rrggbb)."""

    def __init__(self, path):
        flat = subprocess.run(["convert", path, "-depth", "8", "ppm:-"], check=True, capture_output=True).stdout
        _, size, _, self.bytes = flat.split(b"\n", 3)
        self.width, self.height = map(int, size.split())

    def at(self, x, y):
        place = 3 * (y * self.width + x)
        return "#" + self.bytes[place:place + 3].hex()

    def upright(self, x, top, bottom, ground):
        """How thick the line is that stands beside x: in the middle of what each row of pixels shows."""
        return median(sum(self.at(one, y) != ground for one in range(x - AROUND, x + AROUND)) for y in range(top + AROUND, bottom - AROUND))

    def lying(self, y, left, right, ground):
        return median(sum(self.at(x, one) != ground for one in range(y - AROUND, y + AROUND)) for x in range(left + AROUND, right - AROUND))


class Cell:
    """A cell, or merged cells, that is whole on the screen; `down` is how much lower the window is than the office says."""

    def __init__(self, cell, before, place, size, down):
        self.text, self.name = cell.String, cell.AbsoluteName
        self.left, self.top = place.X, place.Y + down
        self.right, self.bottom = place.X + size.Width, place.Y + down + size.Height
        self.is_input, self.is_head = bool(re.match(INPUTS, cell.CellStyle)), bool(re.match(HEADS, cell.CellStyle))
        self.is_link = cell.TextFields.Count > 0
        # The line before it is its own, and not the frame of an input.
        self.has_line = cell.LeftBorder2.OuterLineWidth > 0 and not re.match(INPUTS, before.CellStyle)


def below_heads(picture, place, ground):
    """How much lower the first cell begins than the office says: below the letters of the columns, where the ground of the sheet begins."""
    column = [picture.at(place.X + 1, y) == ground for y in range(place.Y, place.Y + 60)]
    return next(down for down in range(1, 60) if column[down] and not column[down - 1])


def lies_below(cell, shapes):
    """Whether a chart covers the cell."""
    def apart(start, length, other, other_length):
        return start + length <= other or other + other_length <= start
    return any(not apart(cell.Position.X, cell.Size.Width, shape.Position.X, shape.Size.Width) and
               not apart(cell.Position.Y, cell.Size.Height, shape.Position.Y, shape.Size.Height) for shape in shapes)


def cells_on_screen(controller, picture, ground):
    """Those of the first screen of the active sheet that hold something, are not part of another and below no chart."""
    window = controller.Frame.ContainerWindow.getAccessibleContext()
    table = child_of(child_of(window, DOCUMENT_SPREADSHEET), TABLE)
    down = below_heads(picture, table.getAccessibleCellAt(0, 0).getAccessibleContext().getLocationOnScreen(), ground)
    sheet, found = controller.ActiveSheet, []
    shapes, last = list(sheet.DrawPage), used(sheet).RangeAddress
    for row in range(min(ROWS, last.EndRow + 1)):
        for column in range(min(COLUMNS, last.EndColumn + 1)):
            cell = sheet.getCellByPosition(column, row)
            area = sheet.createCursorByRange(cell)
            area.collapseToMergedArea()
            start = area.RangeAddress
            if (start.StartColumn, start.StartRow) == (column, row) and (cell.String or cell.CellStyle) and not lies_below(area, shapes):
                shown = table.getAccessibleCellAt(row, column).getAccessibleContext()
                before = sheet.getCellByPosition(max(0, column - 1), row)
                one = Cell(cell, before, shown.getLocationOnScreen(), shown.getSize(), down)
                if one.right > SIZE[0] - 80 or one.right == one.left:    # what is not on the screen has no size
                    break
                if one.bottom > SIZE[1] - 90:
                    return found
                found.append(one)
    return found


class HighContrast(unittest.TestCase):
    def test_inputs_and_heads_are_told_apart_and_all_can_be_read(self):
        seen = {"inputs": 0, "heads": 0, "others": 0}
        for self.ground, settings in GROUNDS.items():
            looked_at = set()
            with Screen() as self.screen, Window(self.screen, "nl-NL", settings, {"SAL_FORCE_HC": "1"}, limit=LIMIT) as office:
                for file in SAMPLES:
                    controller = office.show(BUILD / "samples" / f"{file}.fods").CurrentController
                    time.sleep(1)
                    for sheet in controller.Model.Sheets:
                        styles = {file + cells.CellStyle for cells in sheet.getUniqueCellFormatRanges()}
                        if sheet.IsVisible and not styles <= looked_at:
                            looked_at |= styles
                            with self.subTest(ground=self.ground, file=file, sheet=sheet.Name):
                                self.look_at(office, controller, file, sheet, seen)
                    controller.Model.close(True)
        self.assertGreater(min(seen.values()), 100, seen)

    def look_at(self, office, controller, file, sheet, seen):
        self.without_cursor_and_panes(office, controller, sheet)
        name = f"high-contrast-{'white' if self.ground == '#ffffff' else 'black'}-{file}-{sheet.Name.replace(' ', '-')}"
        picture = Picture(self.screen.picture(name, office.window))
        cells = cells_on_screen(controller, picture, self.ground)
        frames, below, others = [], [], []
        self.assertGreater(len(cells), 5)
        leftmost = min(cell.left for cell in cells)
        for cell in cells:
            if cell.right - cell.left < 4 * AROUND or cell.bottom - cell.top < 4 * AROUND:
                continue
            self.can_be_read(picture, cell)
            if cell.is_input:
                frames.append((picture.upright(cell.left, cell.top, cell.bottom, self.ground), cell.name))
            elif cell.is_head:
                below.append((picture.lying(cell.bottom, cell.left, cell.right, self.ground), cell.name))
            elif cell.has_line and cell.left > leftmost:
                others.append((picture.upright(cell.left, cell.top, cell.bottom, self.ground), cell.name))
        most = max(others, default=(0, ""))
        for thickness, cell in frames + below:
            self.assertGreater(thickness, most[0], f"{cell} beside {most[1]}")
        for kind, found in (("inputs", frames), ("heads", below), ("others", others)):
            seen[kind] += len(found)

    def without_cursor_and_panes(self, office, controller, sheet):
        """Shows a sheet from its first cell, whole; and anew, as what was selected before may still be drawn."""
        sheets = controller.Model.Sheets
        controller.setActiveSheet(sheet)
        if controller.hasFrozenPanes():
            office.service("com.sun.star.frame.DispatchHelper").executeDispatch(controller.Frame, ".uno:FreezePanes", "", 0, ())
        controller.select(sheet.getCellByPosition(COLUMNS + 40, 0))
        controller.setFirstVisibleColumn(0)
        controller.setFirstVisibleRow(0)
        for shown in (next(one for one in sheets if one.IsVisible and one.Name != sheet.Name), sheet):
            controller.setActiveSheet(shown)
            time.sleep(0.5)

    def can_be_read(self, picture, cell):
        """Its ground is that of the sheet, and its text, if any, stands out; links have the colour that the office gives them."""
        colours = {picture.at(x, y) for x in range(cell.left + AROUND, cell.right - AROUND) for y in range(cell.top + AROUND, cell.bottom - AROUND)}
        self.assertIn(self.ground, colours, f"{cell.name} has a ground of its own")
        if cell.text and not cell.is_link:
            self.assertGreaterEqual(max(contrast(colour, self.ground) for colour in colours), LEAST_CONTRAST, cell.name)


if __name__ == "__main__":
    unittest.main()
