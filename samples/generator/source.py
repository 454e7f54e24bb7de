# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Reads a .sheet file into lines that hold the lines below them, and says each text in one language.

(1) A line belongs to the line above it that is indented less. Empty lines and lines that start with # are left out.
(2) `nl | en` is one text in two languages, and so is `{nl|en}` inside a longer one; `nl | =` is the same in both.
(3) `{word}` is the value of that word: one that the file defines, or a field of the row of the list that is being written.
    `{word_{n}}` is that of the word whose name ends in the value of n.
(4) Whatever cannot be understood is a Fault that names the file and the line.
"""
import csv
import re
from dataclasses import dataclass, field

LANGUAGES = ("nl", "en")
HALVES = re.compile(r"\s\|\s(?![^{}]*\})")
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
WORD = re.compile(r"\{([A-Za-z_]\w*(?:\.\w+)?)\}")
LETTER = re.compile(r"[^\W\d_]")


class Fault(Exception):
    """Something in a source that cannot be understood."""


@dataclass
class Node:
    path: object
    number: int
    text: str
    children: list = field(default_factory=list)

    def fault(self, message):
        return Fault(f"{self.path.name}:{self.number}: {message}")

    @property
    def first(self):
        return self.text.split(None, 1)[0]

    @property
    def rest(self):
        return (self.text.split(None, 1) + [""])[1]

    @property
    def whole(self):
        """The text with the lines that continue it."""
        return " ".join([self.text] + [child.whole for child in self.children])

    @property
    def whole_rest(self):
        return (self.whole.split(None, 1) + [""])[1]


def read(path):
    """The outermost lines of a file."""
    outermost = []
    above = [(-1, outermost)]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        node = Node(path, number, text)
        if "\t" in line[:len(line) - len(line.lstrip())]:
            raise node.fault("indent with spaces, not with a tab")
        indent = len(line) - len(line.lstrip())
        while indent <= above[-1][0]:
            above.pop()
        above[-1][1].append(node)
        above.append((indent, node.children))
    return outermost


def read_table(path, node):
    """The rows of a CSV file, each a dictionary by the names in its first line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except OSError:
        raise node.fault(f"there is no table {path.name}") from None
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise Fault(f"{path.name}:{number}: {len(row)} fields where the first line names {len(rows[0])}")
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def bare(text):
    """What stands outside of braces."""
    return CHOICE.sub("", WORD.sub("", WORD.sub("0", text)))


class Words:
    """A language, and the values of the words that a text may name in braces."""

    def __init__(self, language, values=None):
        self.language = language
        self.values = values or {}

    def with_values(self, values):
        return Words(self.language, {**self.values, **values})

    def half(self, text, node):
        """The half of `nl | en` in this language."""
        halves = HALVES.split(text)
        if len(halves) > 2:
            raise node.fault("a text has two halves: Dutch | English")
        if len(halves) == 2 and halves[1].strip() != "=":
            return halves[LANGUAGES.index(self.language)].strip()
        return halves[0].strip()

    def fill(self, text, node, quoted=False):
        """The text with its braces filled; `quoted`: it stands between quotes, in a formula."""
        text = self.fill_words(text, node, quoted)
        return CHOICE.sub(lambda match: match[1 + LANGUAGES.index(self.language)], text)

    def fill_words(self, text, node, quoted=False):
        """Its words alone: in a formula braces may hold an array, {1;2|3;4}."""
        def value(match):
            if match[1] not in self.values:
                raise node.fault(f"no word or field is called {match[1]}")
            return self.values[match[1]].replace('"', '""') if quoted else self.values[match[1]]
        return WORD.sub(value, WORD.sub(value, text))  # twice: {title_{n}} is {title_1} first

    def say(self, text, node):
        """A text for users, in this language. Letters that have one language are a fault."""
        if len(HALVES.split(text)) == 1 and LETTER.search(bare(text)):
            raise node.fault(f"in one language only: {text[:60]!r}; write Dutch | English, or Dutch | = if they are the same")
        return self.fill(self.half(text, node), node)
