# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Writes a workbook as a flat OpenDocument spreadsheet (.fods) and as a template (.ots), with the same bytes on every run.

(1) No formula has a saved result: the office computes them all when it opens the sheet.
(2) In the flat file a chart stands in its frame, in the template in a folder of its own: inside a package the office reads no other.
"""
import re
import zipfile

import markup
from formula import Place, column_letters, column_number, quoted_title
from look import COUNTRIES, style_name
from source import HALVES
from workbook import ABOUT, COMPARED

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
    "ooo": "http://openoffice.org/2004/office", "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"}
OPENDOCUMENT = "application/vnd.oasis.opendocument."
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
BIRTH = (2017, 1, 1, 0, 0, 0)  # of every file in a package
DATE_STYLE = "date"


def document(kind, inside, mimetype=None, names=True):
    attributes = {f"xmlns:{prefix}": address for prefix, address in NAMESPACES.items()} if names else {}
    return markup.element(f"office:document{kind}", {**attributes, "office:version": "1.3", "office:mimetype": mimetype}, *inside)


def file_text(lines):
    return "\n".join([DECLARATION, *lines]) + "\n"


class Document:
    def __init__(self, workbook):
        self.book, self.formulas, self.look = workbook, workbook.formulas, workbook.look
        self.widths, self.heights, self.tables = {}, {}, {}

    # ---- Files

    def flat(self):
        body = self.body(packed=False)
        parts = [self.meta(), self.settings(), self.fonts(), self.look.stylesheet(), self.automatic_styles(), self.master_styles(), body]
        return file_text(["<!-- Made from samples/" + self.book.path.name + ": change that file, not this one. -->",
                          *document("", parts, OPENDOCUMENT + "spreadsheet")])

    def write_template(self, path, preview):
        body = self.body(packed=True)
        files = {
            "content.xml": document("-content", [self.fonts(), self.automatic_styles(), body]),
            "meta.xml": document("-meta", [self.meta()]),
            "settings.xml": document("-settings", [self.settings()]),
            "styles.xml": document("-styles", [self.fonts(), self.look.stylesheet(), self.automatic_styles(), self.master_styles()])}
        folders = {"": "spreadsheet-template"}
        for order, chart in enumerate(self.charts(), 1):
            files[f"Object {order}/content.xml"] = document("-content", chart.content())
            folders[f"Object {order}/"] = "chart"
        with zipfile.ZipFile(path, "w") as package:
            # A package starts with its type, stored as it is.
            put(package, "mimetype", OPENDOCUMENT + "spreadsheet-template", zipfile.ZIP_STORED)
            for name, lines in sorted(files.items()):
                put(package, name, file_text(lines))
            if preview:
                put(package, "Thumbnails/thumbnail.png", preview, zipfile.ZIP_STORED)
            put(package, "META-INF/manifest.xml", file_text(manifest(files, folders, preview)))

    def charts(self):
        return [chart for sheet in self.book.sheets for chart in sheet.charts]

    # ---- What it is about

    def meta(self):
        about, words = self.book.about, self.book.words
        told = [markup.text("dc:" + key, about[key]) for key in ("title", "subject", "description") if key in about]
        told.append(markup.text("dc:language", f"{words.language}-{COUNTRIES[words.language]}"))
        told += [markup.text("meta:keyword", one.strip()) for one in about.get("keywords", "").split(",") if one.strip()]
        told += [markup.text("meta:user-defined", about[key], {"meta:name": words.half(name, None)})
                 for key, name in ABOUT.items() if name and key in about]
        return markup.element("office:meta", None, *told)

    def settings(self):
        first = self.book.sheets[0]
        views = markup.element("config:config-item-map-named", {"config:name": "Tables"}, *[self.view(sheet) for sheet in self.book.sheets])
        entry = markup.element("config:config-item-map-entry", None, item("ViewId", "string", "view1"),
                               item("ActiveTable", "string", first.title), item("ShowGrid", "boolean", "false"), views)
        return markup.element("office:settings", None, markup.element(
            "config:config-item-set", {"config:name": "ooo:view-settings"},
            markup.element("config:config-item-map-indexed", {"config:name": "Views"}, entry)))

    def view(self, sheet):
        """Where the cursor stands, and which rows and columns stay in sight."""
        column, row = self.corner(sheet, "cursor")
        columns, rows = self.corner(sheet, "freeze")
        frozen = [item("HorizontalSplitMode", "short", 2 if columns else 0), item("VerticalSplitMode", "short", 2 if rows else 0),
                  item("HorizontalSplitPosition", "int", columns), item("VerticalSplitPosition", "int", rows),
                  item("ActiveSplitRange", "short", 3 if columns and rows else 1 if columns else 2),
                  item("PositionLeft", "int", 0), item("PositionRight", "int", columns),
                  item("PositionTop", "int", 0), item("PositionBottom", "int", rows)] if columns or rows else []
        return markup.element("config:config-item-map-entry", {"config:name": sheet.title}, item("CursorPositionX", "int", column),
                              item("CursorPositionY", "int", row), item("ShowGrid", "boolean", "false"), *frozen)

    def corner(self, sheet, line):
        """The column and the row, counted from 0, of the cell that a line names."""
        if line not in sheet.ranges:
            return 0, 0
        node = sheet.ranges[line]
        column, row = self.formulas.corners(node.rest, Place(node, sheet.words, sheet, 0))[1]
        return column_number(column) - 1, int(row) - 1

    def fonts(self):
        return markup.element("office:font-face-decls", None, markup.element("style:font-face", {
            "style:name": "Liberation Sans", "svg:font-family": "'Liberation Sans'", "style:font-family-generic": "swiss",
            "style:font-pitch": "variable"}))

    # ---- Styles without a name of their own

    def automatic_styles(self):
        columns = [size_style("column", name, {"style:column-width": width}) for width, name in self.widths.items()]
        rows = [size_style("row", name, {"style:row-height": height, "style:use-optimal-row-height": "false" if height else "true",
                                         "fo:break-before": "page" if breaks else None})
                for (height, breaks), name in self.heights.items()]
        tables = [markup.element("style:style", {"style:name": name, "style:family": "table", "style:master-page-name": page},
                                 markup.element("style:table-properties", {"table:display": "false" if hidden else "true",
                                                                           "style:writing-mode": "lr-tb"}))
                  for (page, hidden), name in self.tables.items()]
        chart = markup.element("style:style", {"style:name": "chart", "style:family": "graphic"}, markup.element(
            "style:graphic-properties", {"draw:stroke": "none", "draw:fill": "none"}))
        return markup.element("office:automatic-styles", None, *columns, *rows, *tables, chart,
                              *[self.look.pages[page].layout() for page in self.pages()])

    def pages(self):
        return list(dict.fromkeys(sheet.page for sheet in self.book.sheets))

    def master_styles(self):
        return markup.element("office:master-styles", None,
                              *[self.look.pages[page].master(self.book.words, DATE_STYLE) for page in self.pages()])

    def style(self, kept, prefix, key):
        return kept.setdefault(key, f"{prefix}{len(kept) + 1}")

    # ---- The sheets

    def body(self, packed):
        order = 0
        tables = []
        for sheet in self.book.sheets:
            if not sheet.page:
                raise sheet.node.fault("the sheet has no page")
            frames = []
            for chart in sheet.charts:
                order += 1
                content = [] if packed else document("", chart.content(), OPENDOCUMENT + "chart", names=False)
                frames.append(chart.frame(order, content))
            tables.append(self.table(sheet, frames))
        settings = markup.element("table:calculation-settings", {
            "table:case-sensitive": "false", "table:automatic-find-labels": "false", "table:use-regular-expressions": "false",
            "table:use-wildcards": "false", "table:search-criteria-must-apply-to-whole-cell": "true"})
        checks = [self.check(name, check) for name, check in self.book.checks.items() if check["first"]]
        checks += [self.check(name, check, help_line) for name, check, help_line in self.book.helped]
        names = [markup.element("table:named-range", {
            "table:name": name, "table:base-cell-address": "$" + quoted_title(self.book.sheets[0].title) + ".$A$1",
            "table:cell-range-address": "$" + stored.replace(":", ":$")}) for name, stored in self.book.names]
        filters = [markup.element("table:database-range", {"table:name": name, "table:target-range-address": stored.replace("$", ""),
                                                           "table:display-filter-buttons": "true"}) for name, stored in self.book.filters]
        return markup.element("office:body", None, markup.element(
            "office:spreadsheet", None, settings,
            markup.element("table:content-validations", None, *checks) if checks else None, *tables,
            markup.element("table:named-expressions", None, *names) if names else None,
            markup.element("table:database-ranges", None, *filters) if filters else None))

    def table(self, sheet, frames):
        printed = self.stored_ranges(sheet, "print")
        columns = range(1, max([column for _, column in sheet.cells] + list(sheet.widths)) + 1)
        return markup.element(
            "table:table", {"table:name": sheet.title, "table:style-name": self.style(self.tables, "table", (sheet.page, sheet.hidden)),
                            "table:protected": "true" if sheet.protected else None,
                            "table:print": "false" if printed == "none" else None, "table:print-ranges": None if printed == "none" else printed},
            markup.text("table:title", sheet.summary) if sheet.summary else None,
            markup.element("loext:table-protection", {"loext:select-protected-cells": "true", "loext:select-unprotected-cells": "true"})
            if sheet.protected else None,
            markup.element("table:shapes", None, *frames) if frames else None,
            *[markup.element("table:table-column", {
                "table:style-name": self.style(self.widths, "column", sheet.widths.get(column, "2.26cm")),
                "table:default-cell-style-name": "Default"}) for column in columns],
            *self.rows(sheet), self.conditional_formats(sheet))

    def stored_ranges(self, sheet, line):
        if line not in sheet.ranges:
            return None
        node = sheet.ranges[line]
        if node.rest == "none":
            return "none"
        return " ".join(self.formulas.absolute(one, Place(node, sheet.words, sheet, 0)).replace("$", "") for one in node.rest.split())

    def rows(self, sheet):
        """The rows; those that each page repeats stand in a frame of their own."""
        rows = [self.row(sheet, row) for row in range(1, max([row for row, _ in sheet.cells] + list(sheet.heights)) + 1)]
        if "repeat" not in sheet.ranges:
            return rows
        node = sheet.ranges["repeat"]
        ends = re.fullmatch(r"(\d+|@\w+)\.\.(\d+|@\w+)", node.rest)
        if not ends:
            raise node.fault("repeat is followed by two rows: repeat 5..7, or repeat @sum..@heads")
        place = Place(node, sheet.words, sheet, 0)
        first, last = int(self.formulas.rows(ends[1], sheet, place)[0]), int(self.formulas.rows(ends[2], sheet, place)[1])
        return [*rows[:first - 1], markup.element("table:table-header-rows", None, *rows[first - 1:last]), *rows[last:]]

    def row(self, sheet, row):
        cells, empty = [], 0
        for column in range(1, sheet.last_columns.get(row, 0) + 1):
            cell, over = sheet.cells.get((row, column)), sheet.under.get((row, column))
            if cell is None and over is None:
                empty += 1
                continue
            if empty:
                cells.append(markup.element("table:table-cell", {"table:number-columns-repeated": empty if empty > 1 else None}))
                empty = 0
            cells.append(self.cell(cell) if cell else markup.element("table:covered-table-cell", {"table:style-name": self.shown(over.style)}))
        return markup.element("table:table-row", {"table:style-name": self.style(self.heights, "row", (sheet.heights.get(row), row in sheet.breaks))},
                              *(cells or [markup.element("table:table-cell")]))

    def shown(self, style):
        return style_name(self.look.styles[style].display)

    def cell(self, cell):
        attributes = {"table:style-name": self.shown(cell.style), "table:content-validation-name": cell.check and self.check_name(cell.check)}
        if (cell.across, cell.down) != (1, 1):
            attributes |= {"table:number-columns-spanned": cell.across, "table:number-rows-spanned": cell.down}
        inside = []
        if cell.kind == "formula":
            attributes["table:formula"] = "of:=" + self.formulas.stored(cell.value, cell.place)
            if cell.matrix:
                attributes |= {"table:number-matrix-columns-spanned": cell.matrix[0], "table:number-matrix-rows-spanned": cell.matrix[1]}
        elif cell.kind == "number":
            attributes |= {"office:value-type": "float", "office:value": cell.value}
        elif cell.kind == "date":
            attributes |= {"office:value-type": "date", "office:date-value": cell.value}
        elif cell.kind == "text":
            attributes["office:value-type"] = "string"
            inside = [self.paragraph(line, cell) for line in cell.value.split("\\n")]
        if cell.note:
            inside.append(markup.element("office:annotation", None, markup.text("text:p", cell.note)))
        return markup.element("table:table-cell", attributes, *inside)

    def paragraph(self, line, cell):
        if not cell.link:
            return markup.text("text:p", line)
        address = cell.link
        if address.startswith("#"):
            address = "#" + self.formulas.absolute(address[1:], cell.place).replace("$", "")
        return [f'<text:p><text:a xlink:type="simple" xlink:href="{markup.escaped(address)}">{markup.escaped(line)}</text:a></text:p>']

    # ---- Checks and marks

    def check_name(self, name):
        return name.replace("-", "_")

    def check(self, name, check, help_line=None):
        place, lines = check["first"], {**check["lines"], **({"help": help_line} if help_line else {})}
        told = [(key, lines[key]) for key in ("help", "refuse", "warn") if key in lines]
        title = place.words.say(lines["title"].rest, lines["title"])
        rule = check["rule"]
        at = Place(rule, place.words, place.sheet, place.row, place.column)
        return markup.element(
            "table:content-validation", {
                "table:name": self.check_name(name), "table:condition": "of:" + self.condition(rule, at), "table:allow-empty-cell": "true",
                "table:display-list": "unsorted" if rule.first == "list" else None, "table:base-cell-address": address_of(place)},
            *[markup.element("table:help-message" if key == "help" else "table:error-message", {
                "table:title": title, "table:message-type": {"refuse": "stop", "warn": "warning"}.get(key), "table:display": "true"},
                markup.text("text:p", place.words.say(line.whole_rest, line))) for key, line in told])

    def condition(self, rule, place):
        text = rule.whole_rest
        if rule.first == "allow":
            return f"is-true-formula({self.formulas.stored(text, place)})"
        if rule.first == "list":
            if text.startswith("="):
                return f"cell-content-is-in-list({self.formulas.stored(text[1:], place)})"
            numbers = re.fullmatch(r"(\d+)\.\.(\d+)", text)
            words = (range(int(numbers[1]), int(numbers[2]) + 1) if numbers else
                     [place.words.say(one.strip(), rule) for one in text.split(";")])
            return "cell-content-is-in-list(" + ";".join(f'"{word}"' for word in words) + ")"
        kind = {"number": "decimal-number", "whole": "whole-number", "date": "date"}[rule.first]
        between, compared = re.fullmatch(r"from (.+) to (.+)", text), re.fullmatch(COMPARED, text)
        if between:
            ends = ",".join(self.formulas.stored(one, place) for one in between.groups())
            return f"cell-content-is-{kind}() and cell-content-is-between({ends})"
        if compared:
            return f"cell-content-is-{kind}() and cell-content(){compared[1]}{self.formulas.stored(compared[2], place)}"
        raise rule.fault(f"{rule.first} is followed by a comparison, such as >= 0, or by: from 0 to 1")

    def conditional_formats(self, sheet):
        if not sheet.marks:
            return None
        return markup.element("calcext:conditional-formats", None, *[
            markup.element("calcext:conditional-format", {
                "calcext:target-range-address": " ".join(runs(places))},
                *[self.mark(rule, places[0]) for rule in self.marks(name, places[0]).children])
            for name, places in sheet.marks.items()])

    def marks(self, name, place):
        if name not in self.book.marks:
            raise place.node.fault(f"no marks are called {name}")
        return self.book.marks[name]

    def mark(self, node, first):
        style, kind, text = node.whole.split(None, 2)
        if style not in self.look.styles:
            raise node.fault(f"no style is called {style}")
        if kind == "is":
            text = "OR(" + ";".join(f'this="{first.words.half(one, node)}"' for one in text.split(";")) + ")"
        place = Place(node, first.words, first.sheet, first.row, first.column)
        return markup.element("calcext:condition", {
            "calcext:apply-style-name": self.look.styles[style].display, "calcext:value": f"formula-is({self.formulas.stored(text, place)})",
            "calcext:base-cell-address": address_of(first)})


def runs(places):
    """The ranges that these cells make up, cells below each other as one."""
    ends = []
    for place in sorted(places, key=lambda place: (place.column, place.row)):
        if ends and (ends[-1][1].column, ends[-1][1].row + 1) == (place.column, place.row):
            ends[-1][1] = place
        else:
            ends.append([place, place])
    return [f"{address_of(first)}:{address_of(last)}" for first, last in ends]


def item(name, kind, value):
    return markup.text("config:config-item", value, {"config:name": name, "config:type": kind})


def size_style(family, name, properties):
    return markup.element("style:style", {"style:name": name, "style:family": f"table-{family}"},
                          markup.element(f"style:table-{family}-properties", properties))


def address_of(place):
    return f"{quoted_title(place.sheet.title)}.{column_letters(place.column)}{place.row}"


def put(package, name, content, compressed=zipfile.ZIP_DEFLATED):
    entry = zipfile.ZipInfo(name, BIRTH)
    entry.compress_type, entry.external_attr, entry.create_system = compressed, 0o644 << 16, 3
    package.writestr(entry, content, compresslevel=9)


def manifest(files, folders, preview):
    entries = {"/" if not folder else folder: OPENDOCUMENT + kind for folder, kind in folders.items()}
    entries |= {name: "text/xml" for name in files}
    if preview:
        entries["Thumbnails/thumbnail.png"] = "image/png"
    return markup.element("manifest:manifest", {"xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                                                "manifest:version": "1.3"},
                          *[markup.element("manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": kind})
                            for name, kind in entries.items()])
