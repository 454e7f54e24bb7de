# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Builds a workbook in one language out of the lines of a .sheet file. What each line means: samples/README.md.

(1) First every row gets its number, so that formulas may speak of rows further down and of other sheets; then formulas are stored.
(2) `use FILE` reads another .sheet file in place, once.
(3) What the file says twice is a fault: a name, a label, a list, a word, a cell.
"""
import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

import source
from chart import Chart
from formula import Formulas, Place, column_letters, column_number, quoted_title
from look import Look
from source import LETTER, Words

NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(%?)")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CENTIMETRES = re.compile(r"(\d+(?:\.\d+)?)cm")
ADDRESS = re.compile(r"(?P<each>[A-Z]{1,3}(?:(?:,|\.\.)[A-Z]{1,3})+)|(?P<from>[A-Z]{1,3})(?::(?P<to>[A-Z]{1,3})(?P<row>\d+|@\w+)?)?")
KEYS = re.compile(r"(name|check|marks|link|array)(?:=(\S+))?(?=\s|$)\s*")
LET = re.compile(r"([a-z]\w*)(?:\(([^)]*)\))?\s*=\s*(.+)")
ABOUT = {"title": None, "subject": None, "description": None, "keywords": None, "licence": "Licentie | Licence",
         "source": "Bron | Source", "note": "Let op | Note"}
OUTERMOST = ("workbook", "use", "about", "word", "let", "list", "part", "check", "marks", "name", "for", "sheet")
COMPARED = r"(<=|>=|<>|<|>|=)\s*(.+)"


@dataclass
class Cell:
    place: Place
    style: str = None
    kind: str = None        # "text", "number", "date", "formula", or None for an empty one
    value: str = None
    check: str = None
    note: str = None
    link: str = None
    across: int = 1         # merged over so many columns
    down: int = 1           # and so many rows
    matrix: tuple = None    # an array formula over (columns, rows)


@dataclass
class Sheet:
    node: object
    words: Words
    title: str
    page: str = None
    summary: str = None
    hidden: bool = False
    protected: bool = True
    widths: dict = field(default_factory=dict)
    heights: dict = field(default_factory=dict)
    breaks: set = field(default_factory=set)      # the rows with which a page begins
    cells: dict = field(default_factory=dict)     # (row, column): Cell
    labels: dict = field(default_factory=dict)    # label: (first row, last row)
    charts: list = field(default_factory=list)
    marks: dict = field(default_factory=dict)     # name of the marks: the places of the cells
    ranges: dict = field(default_factory=dict)    # print, repeat, freeze, cursor: the line
    row: int = 0

    def settle(self):
        """Once all cells are there: what lies under a merged one, and where each row ends."""
        self.under = {(row + down, column + across): cell for (row, column), cell in self.cells.items()
                      for down in range(cell.down) for across in range(cell.across) if down or across}
        self.last_columns = {}
        for row, column in [*self.cells, *self.under]:
            self.last_columns[row] = max(column, self.last_columns.get(row, 0))


class Workbook:
    def __init__(self, path, functions, language):
        self.path, self.words = path, Words(language)
        self.formulas, self.look = Formulas(functions), Look(self.words)
        self.about, self.lists, self.parts, self.checks, self.marks = {}, {}, {}, {}, {}
        self.sheets, self.used, self.later = [], {path}, []
        self.names, self.filters, self.helped = [], [], []
        self.defined = {}  # the words of each file: another file may give one a meaning of its own
        self.name = None
        self.read(source.read(path))
        for do in self.later:
            do()
        for sheet in self.sheets:
            sheet.settle()
        self.look.check()
        if not self.name or not self.sheets:
            raise source.Fault(f"{path.name}: a workbook begins with `workbook DUTCH-NAME | ENGLISH-NAME` and has a sheet")

    # ---- The outermost lines

    def read(self, nodes):
        for node in nodes:
            if node.first in OUTERMOST:
                getattr(self, "read_" + node.first)(node)
            elif not self.look.read(node, self.words):
                raise node.fault(f"no line begins with {node.first}")

    def read_for(self, node):
        """Sheets that differ in a few words are written once."""
        entries, label = self.entries(node, self.words)
        if label:
            raise node.fault("a label belongs to rows of one sheet")
        outside = self.words
        for entry in entries:
            self.words = outside.with_values(entry)
            self.read(node.children)
        self.words = outside

    def read_workbook(self, node):
        if not re.fullmatch(r"([a-z-]+) \| (?!\1$)[a-z-]+", node.rest):
            raise node.fault("a workbook has two names of small letters and hyphens: workbook DUTCH | ENGLISH")
        self.name = self.words.half(node.rest, node)

    def read_use(self, node):
        path = self.path.parent / node.rest
        if not path.is_file():
            raise node.fault(f"there is no file {node.rest}")
        if path not in self.used:
            self.used.add(path)
            self.read(source.read(path))

    def read_about(self, node):
        for child in node.children:
            if child.first not in ABOUT:
                raise child.fault(f"about has {', '.join(ABOUT)}; not {child.first}")
            self.about[child.first] = self.words.say(child.whole_rest, child)

    def read_word(self, node):
        name, _, text = node.whole_rest.partition("=")
        if not re.fullmatch(r"[a-z]\w*", name.strip()) or not text.strip():
            raise node.fault("a word is written: word NAME = DUTCH | ENGLISH")
        self.new(self.defined.setdefault(node.path, set()), name.strip(), node)
        self.defined[node.path].add(name.strip())
        self.words.values[name.strip()] = self.words.say(text.strip(), node)

    def read_let(self, node):
        match = LET.fullmatch(node.whole_rest)
        if not match:
            raise node.fault("write: let NAME = FORMULA, or let NAME(PART; PART) = FORMULA")
        name, parameters, formula = match.groups()
        self.new(self.formulas.lets, name, node)
        self.formulas.lets[name] = node, [one.strip() for one in (parameters or "").split(";") if one.strip()], formula

    def read_list(self, node):
        name, _, rest = node.rest.partition(":")
        if not _:
            name, _, table = node.rest.partition(" from ")
            if not _:
                raise node.fault("write: list NAME: FIELD; FIELD and the rows below it, or list NAME from TABLE.csv")
            table, _, most = table.partition(" with ")
            table, _, key = table.partition(" sorted by ")
            rows = source.read_table(self.path.parent / table.strip(), node)
            if key:
                rows = self.sorted_rows(rows, key.strip(), node)
            if most:
                rows = self.filled_up(rows, most, node)
        else:
            fields = [one.strip() for one in rest.split(";")]
            rows = [self.list_row(fields, child) for child in node.children]
        self.new(self.lists, name.strip(), node)
        self.lists[name.strip()] = rows

    def filled_up(self, rows, most, node):
        """With empty rows below, for figures of the user's own."""
        count = re.fullmatch(r"(\d+) rows", most.strip())
        if not count or int(count[1]) < len(rows):
            raise node.fault(f"write: list NAME from TABLE.csv with 1000 rows; the table has {len(rows)}")
        return rows + [dict.fromkeys(rows[0], "")] * (int(count[1]) - len(rows))

    def sorted_rows(self, rows, key, node):
        """In the order of that field as people look it up: capitals, accents and apostrophes do not matter."""
        if key not in rows[0]:
            raise node.fault(f"the table has no field {key}")
        def letters(row):
            return "".join(letter for letter in unicodedata.normalize("NFD", row[key]).lower() if letter.isalnum() or letter == " ")
        return sorted(rows, key=lambda row: (letters(row), row[key]))

    def list_row(self, fields, node):
        values = [one.strip() for one in re.split(r";(?![^\[\]]*\])", node.whole)]
        if len(values) != len(fields):
            raise node.fault(f"{len(values)} values for {len(fields)} fields")
        return dict(zip(fields, (self.list_value(value, node) for value in values)))

    def list_value(self, value, node):
        """Values between [ and ] are those of several cells, each of which says its own."""
        if value.startswith("[") and value.endswith("]"):
            return value[1:-1]
        return self.words.fill(value, node) if re.fullmatch(r"\S*", value) else self.words.say(value, node)

    def new(self, known, name, node):
        if name in known:
            raise node.fault(f"there is a {name} already")

    def read_check(self, node):
        self.new(self.checks, node.rest, node)
        lines = {child.first: child for child in node.children}
        rules = lines.keys() & {"allow", "list", "number", "whole", "date"}
        for child in node.children:
            if child.first not in {"allow", "list", "number", "whole", "date", "title", "refuse", "warn", "help"}:
                raise child.fault(f"a check has no {child.first}")
        if len(rules) != 1 or "title" not in lines:
            raise node.fault("a check has a title and one rule: allow, list, number, whole or date")
        self.checks[node.rest] = {"rule": lines[rules.pop()], "lines": lines, "first": None}

    def read_marks(self, node):
        self.new(self.marks, node.rest, node)
        self.marks[node.rest] = node
        for child in node.children:
            if not re.match(r"\S+\s+(when|is)\s", child.whole):
                raise child.fault("marks are written: STYLE when FORMULA, or STYLE is WORD; WORD")

    def read_part(self, node):
        self.new(self.parts, node.rest, node)
        self.parts[node.rest] = node

    def read_name(self, node, sheet=None, words=None):
        words = words or self.words
        names, _, written = node.whole_rest.rpartition(" ")
        self.later.append(lambda: self.add_name(names, self.formulas.absolute(
            words.fill(written, node), Place(node, words, sheet or self.sheets[0], 0)), node, words))

    def add_name(self, names, stored, node, words):
        """A name has a Dutch form and an English one; a formula may use either, and the document has that of its language."""
        names = re.sub(r"\|(?![^{}]*\})", " | ", names)
        chosen = words.fill(words.half(names, node), node)
        for one in source.HALVES.split(names):
            one = words.fill(one.strip(), node)
            if not re.fullmatch(r"[^\W\d]\w*", one):
                raise node.fault(f"{one!r} cannot be a name")
            if self.formulas.names.setdefault(one, chosen) != chosen:
                raise node.fault(f"there is a name {one} already")
        if chosen in (name for name, _ in self.names):
            raise node.fault(f"there is a name {chosen} already")
        self.names.append((chosen, stored))

    # ---- A sheet

    def read_sheet(self, node):
        title = self.words.say(node.rest, node)
        sheet = Sheet(node, self.words, title)
        for half in source.HALVES.split(node.rest):
            half = self.words.fill(half, node)
            if half != "=" and self.formulas.sheets.setdefault(half, sheet) is not sheet:
                raise node.fault(f"there is a sheet {half} already")
        self.sheets.append(sheet)
        self.lines_of_sheet(sheet, node.children, self.words)

    def lines_of_sheet(self, sheet, nodes, words):
        for node in nodes:
            if node.first == "row":
                self.read_row(sheet, node, words)
            elif node.first == "for":
                self.read_block(sheet, node, words)
            elif node.first in ("let", "list"):
                getattr(self, "read_" + node.first)(node)
            elif node.first == "name":
                self.read_name(node, sheet, words)
            elif node.first == "insert":
                part, values = self.inserted(node, words)
                self.lines_of_sheet(sheet, part.children, words.with_values(values))
            elif node.first == "chart":
                self.later.append(lambda node=node: sheet.charts.append(Chart(node, words, self.look, self.stored_range(sheet, words))))
            elif node.first in ("print", "repeat", "freeze", "cursor"):
                sheet.ranges[node.first] = node
            elif node.first == "filter":
                self.later.append(lambda node=node: self.add_filter(sheet, node))
            elif node.first == "columns":
                self.read_columns(sheet, node)
            elif node.first == "page":
                if node.rest not in self.look.pages:
                    raise node.fault(f"no page is called {node.rest}")
                sheet.page = node.rest
            elif node.first == "summary":
                sheet.summary = words.say(node.whole_rest, node)
            elif node.text in ("hidden", "unprotected"):
                sheet.hidden |= node.text == "hidden"
                sheet.protected &= node.text != "unprotected"
            else:
                raise node.fault(f"no line of a sheet begins with {node.first}")

    def inserted(self, node, words):
        """The part that `insert NAME word=value …` names, and the values of its words."""
        name, *values = node.rest.split()
        if name not in self.parts:
            raise node.fault(f"no part is called {name}")
        if not all("=" in value for value in values):
            raise node.fault("write: insert PART word=value word=value")
        return self.parts[name], {word: words.fill(value, node) for word, value in (one.split("=", 1) for one in values)}

    def stored_range(self, sheet, words):
        return lambda written, node: self.formulas.absolute(written, Place(node, words, sheet, 0))

    def read_columns(self, sheet, node):
        words = node.whole_rest.split()
        if len(words) % 2:
            raise node.fault("columns and widths come in pairs: columns A 2.5cm  B..D 3cm")
        for written, width in zip(words[::2], words[1::2]):
            if not CENTIMETRES.fullmatch(width) or not re.fullmatch(r"[A-Z]+((\.\.|,)[A-Z]+)*", written):
                raise node.fault(f"{written} {width} is no column and width, such as A 2.5cm")
            for column in columns_of(written):
                sheet.widths[column] = width

    def add_filter(self, sheet, node):
        names, _, written = node.rest.rpartition(" ")
        name = self.words.half(names.replace("|", " | "), node)
        if not re.fullmatch(r"[^\W\d]\w*", name):
            raise node.fault("write: filter DUTCH|ENGLISH RANGE, the name of letters, digits and _")
        self.filters.append((name, self.stored_range(sheet, sheet.words)(written, node)))

    # ---- Rows

    def entries(self, node, words):
        """What `for each …` goes through, and the label of the rows that it writes."""
        match = re.fullmatch(r"for each (?:(?P<name>\w+) of (?P<first>\d+)\.\.(?P<last>\d+)|of (?P<list>\w+))(?: @(?P<label>\w+))?",
                             words.fill(node.text, node))
        if not match:
            raise node.fault("write: for each of LIST, or for each NAME of 1..9; with a @label if you wish")
        if match["name"]:
            return [{match["name"]: str(number)} for number in range(int(match["first"]), int(match["last"]) + 1)], match["label"]
        if match["list"] not in self.lists:
            raise node.fault(f"no list is called {match['list']}")
        return self.lists[match["list"]], match["label"]

    def read_block(self, sheet, node, words):
        entries, label = self.entries(node, words)
        first = sheet.row + 1
        for entry in entries:
            self.lines_of_sheet(sheet, node.children, words.with_values(entry))
        if label:
            self.label(sheet, label, first, sheet.row, node)

    def label(self, sheet, label, first, last, node):
        if label in ("this", "above", "below"):
            raise node.fault(f"@{label} is the row of the formula; choose another label")
        self.new(sheet.labels, label, node)
        sheet.labels[label] = first, last

    def read_row(self, sheet, node, words):
        sheet.row += 1
        for word in words.fill(node.rest, node).split():
            if word.isdigit():
                if int(word) < sheet.row:
                    raise node.fault(f"row {word} comes after row {sheet.row - 1}")
                sheet.row = int(word)
            elif CENTIMETRES.fullmatch(word):
                sheet.heights[sheet.row] = word
            elif word == "break":
                sheet.breaks.add(sheet.row)
            elif re.fullmatch(r"@\w+", word):
                self.label(sheet, word[1:], sheet.row, sheet.row, node)
            else:
                raise node.fault(f"a row has a number, a height such as 0.8cm, a @label and a break, but no {word}")
        sheet.heights.setdefault(sheet.row, None)
        self.lines_of_row(sheet, node.children, words)

    def lines_of_row(self, sheet, nodes, words):
        for node in nodes:
            if node.first == "for":
                for entry in self.entries(node, words)[0]:
                    self.lines_of_row(sheet, node.children, words.with_values(entry))
            elif node.first == "insert":
                part, values = self.inserted(node, words)
                self.lines_of_row(sheet, part.children, words.with_values(values))
            else:
                self.read_cells(sheet, node, words)

    # ---- Cells

    def read_cells(self, sheet, node, words):
        address, _, rest = node.text.partition(" ")
        match = ADDRESS.fullmatch(words.fill(address, node))
        if not match:
            raise node.fault(f"{address} is no column of this row; write C, A:E for a merged cell, or D..M for each of them")
        style, _, rest = rest.strip().partition(" ")
        style = words.fill(style, node)
        if style not in self.look.styles:
            raise node.fault(f"no style is called {style}" if style else "a cell has a style")
        keys, rest = {}, rest.strip()
        while found := KEYS.match(rest):
            keys[found[1]] = words.fill(found[2] or "", node) if found[1] not in ("name", "link") else found[2] or ""
            rest = rest[found.end():]
        about = {child.first: child for child in node.children if child.first in ("note", "help")}
        content = " ".join([rest] + [child.whole for child in node.children if child not in about.values()]).strip()
        columns = columns_of(match["each"] or match["from"])
        contents = self.contents(content, len(columns), node, self.words_at(columns[0], words))
        for column, one in zip(columns, contents):
            cell = Cell(Place(node, self.words_at(column, words), sheet, sheet.row, column, column - columns[0]), style)
            self.fill_cell(cell, one)
            self.add_cell(sheet, cell, keys, about.get("help"))
            cell.note = words.say(about["note"].whole_rest, about["note"]) if "note" in about else None
            if match["to"]:
                cell.across = column_number(match["to"]) - column + 1
                self.later.insert(0, lambda cell=cell, row=match["row"]: self.merge_down(sheet, cell, row))
        if "array" in keys:
            self.later.append(lambda: self.spread(sheet, sheet.cells[row, columns[0]], columns, keys["array"]))
            row = sheet.row

    def contents(self, content, count, node, words):
        """One content for each cell: the same, or as many as there are cells with `; ` between; those of a field are in one language."""
        if count == 1 or content.startswith(("=", "'")):
            return [content] * count
        filled = words.fill(content, node)
        if "; " in content:
            parts = content.split("; ")
        elif "; " in filled:
            parts = [f"{one} | =" if LETTER.search(one) else one for one in re.split(r";(?: |$)", filled)]
        else:
            return [content] * count
        if len(parts) != count:
            raise node.fault(f"{len(parts)} values for {count} cells")
        return parts

    def fill_cell(self, cell, content):
        node, words = cell.place.node, cell.place.words
        plain = words.fill(content, node) if not content.startswith(("=", "'")) else content
        number = NUMBER.fullmatch(plain)
        if not plain:
            return
        if content.startswith("="):
            cell.kind, cell.value = "formula", content[1:].strip()
        elif number:
            cell.kind, cell.value = "number", str(Decimal(number[1]) / 100 if number[2] else number[1])
        elif DAY.fullmatch(plain):
            cell.kind, cell.value = "date", plain
        else:
            cell.kind, cell.value = "text", words.say(content.removeprefix("'"), node)

    def add_cell(self, sheet, cell, keys, help_line):
        place = cell.place
        if (place.row, place.column) in sheet.cells:
            raise place.node.fault(f"there is a cell {column_letters(place.column)}{place.row} already")
        sheet.cells[place.row, place.column] = cell
        if "check" in keys:
            self.later.append(lambda: self.use_check(cell, keys["check"], help_line))
        elif help_line:
            raise help_line.fault("help belongs to a cell with a check")
        if "marks" in keys:
            sheet.marks.setdefault(keys["marks"], []).append(place)
        if "link" in keys:
            cell.link = place.words.fill(place.words.half(keys["link"], place.node), place.node)
        if "name" in keys:
            self.name_cell(cell, keys["name"])

    def use_check(self, cell, name, help_line):
        """A cell with help of its own has a check of its own."""
        if name not in self.checks:
            raise cell.place.node.fault(f"no check is called {name}")
        check = self.checks[name]
        if help_line:
            cell.check = f"{name}_{len(self.helped) + 1}"
            self.helped.append((cell.check, {**check, "first": cell.place}, help_line))
        else:
            cell.check = name
            check["first"] = check["first"] or cell.place

    def name_cell(self, cell, names):
        """An input is a range of one cell, so that an empty one is unknown and not 0."""
        place = cell.place
        at = f"${column_letters(place.column)}${place.row}"
        stored = f"{quoted_title(place.sheet.title)}.{at}" + (f":{quoted_title(place.sheet.title)}.{at}" if self.look.opens(cell.style) else "")
        self.add_name(names, stored, place.node, place.words)

    def words_at(self, column, words):
        """With the fields of the lists that have a row for this column: {years.year} for the list `years: column; year`."""
        by_column = {name: rows for name, rows in self.lists.items() if rows and "column" in rows[0]}
        if not by_column:
            return words
        letters = column_letters(column)
        return words.with_values({f"{name}.{key}": value for name, rows in by_column.items() for row in rows if row["column"] == letters
                                  for key, value in row.items()})

    def merge_down(self, sheet, cell, row):
        if row:
            place = cell.place
            cell.down = int(self.formulas.rows(row, sheet, place)[1]) - place.row + 1
            if cell.down < 1:
                raise place.node.fault("the merged cell ends above its beginning")
        for down in range(cell.down):
            for across in range(cell.across):
                if (down or across) and (cell.place.row + down, cell.place.column + across) in sheet.cells:
                    raise cell.place.node.fault("the merged cell covers another one")

    def spread(self, sheet, cell, columns, down):
        """An array formula stands in its first cell; the other ones that it fills keep their style."""
        place = cell.place
        if cell.kind is None:
            return
        last = int(self.formulas.rows(down, sheet, place)[1]) if down else place.row
        cell.matrix = len(columns), last - place.row + 1
        for row in range(place.row, last + 1):
            for column in columns:
                other = sheet.cells.get((row, column))
                if other and other is not cell:
                    other.kind = other.value = None


def columns_of(written):
    """The numbers of `A`, `A..D` and `A,C,E..F`."""
    found = []
    for part in written.split(","):
        first, _, last = part.partition("..")
        found += range(column_number(first), column_number(last or first) + 1)
    return found
