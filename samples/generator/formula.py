# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Turns a formula as a user types it into the formula that a document stores.

(1) ALLOCATE_DU(Sheet1.A1;B2:B9) is stored as MEEDOEN.BUDGET.ALLOCATEDU([$Sheet1.A1];[.B2:.B9]).
(2) The row of a cell may be a label: C@received; @this, @above and @below are the row of the formula, the one above, the one below.
    The label of a repeated block stands for all of its rows: C@municipalities is C8:C359.
(3) A name that `let` defines stands for its formula, with its arguments put in; in parentheses where that makes a difference.
(4) A function, name, label or sheet that is not known is a fault, and so is a wrong number of arguments to one of our functions,
    a parenthesis that does not close, and a sentence between quotes in one language.
(5) A formula that is copied over columns moves its references along, but those with a $.
"""
import re
from dataclasses import dataclass

from source import LETTER, bare

# Of Calc's own functions, those that the sheets may use; with the name under which a document stores it, where that differs.
CALC = {name: name for name in """ABS ADDRESS AND AVERAGE AVERAGEIF CEILING CHAR CHOOSE CLEAN COLUMN COLUMNS CONCATENATE COUNT COUNTA COUNTBLANK
    COUNTIF COUNTIFS DATE DAY EXACT FIND FIXED FLOOR FORMULA FREQUENCY HLOOKUP HYPERLINK IF IFERROR IFNA INDEX INDIRECT INT ISBLANK ISERROR
    ISEVEN ISFORMULA ISNA ISNUMBER ISODD ISREF ISTEXT LARGE LEFT LEN LN LOOKUP LOWER MATCH MAX MEDIAN MID MIN MOD MONTH N NA NOT NOW
    OFFSET OR PERCENTILE POWER PROPER QUARTILE RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SHEET SIGN SMALL SQRT
    SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ T TEXT TODAY TRANSPOSE TRIM TRUNC UNICHAR UPPER VALUE VLOOKUP
    YEAR AGGREGATE""".split()}
CALC |= {name: "COM.MICROSOFT." + name for name in ("CONCAT", "IFS", "MAXIFS", "MINIFS", "SWITCH", "TEXTJOIN")}
CALC |= {"REGEX": "ORG.LIBREOFFICE.REGEX"}

STRING = r'"(?:[^"]|"")*"'
SHEET = r"(?:\$?(?P<{0}>'(?:[^']|'')+'|[^\W\d]\w*)\.)"
ROW = r"\$?\d+|\$?@\w+"
CELL = r"(?P<{0}>\$?[A-Z]{{1,3}})(?P<{1}>" + ROW + ")"
REFERENCE = re.compile(SHEET.format("sheet") + "?" + CELL.format("column", "row") +
                       "(?::" + CELL.format("last_column", "last_row") + r")?(?![\w(@])")
TOKEN = re.compile(rf"\s+|(?P<string>{STRING})|(?P<reference>{re.sub(r'[?]P<[a-z_]+>', '?:', REFERENCE.pattern)})"
                   r"|(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*)|(?P<operator><>|<=|>=|[-+*/^&=<>%;(){}|])")
OPENING, CLOSING = "({", ")}"
DEEPEST = 40  # a `let` inside a `let` inside …: deeper than this it names itself


@dataclass(frozen=True)
class Token:
    kind: str
    text: str


@dataclass
class Place:
    """Where a formula stands: its line, the values of words there, its sheet, row and column, and how far it was copied."""
    node: object
    words: object
    sheet: object
    row: int
    column: int = 0
    moved: int = 0


def column_number(letters):
    number = 0
    for letter in letters.replace("$", ""):
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def column_letters(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def quoted_title(title):
    return title if re.fullmatch(r"[^\W\d]\w*", title) else "'" + title.replace("'", "''") + "'"


def our_functions(signatures):
    """{typed name: (stored name, least, most)}, from lines such as `reachPct: REACH_PCT(reached; target; [overlap])`."""
    functions = {}
    for line in signatures.splitlines():
        method, name, arguments = re.fullmatch(r"(\w+): (\w+)\((.*)\)", line).groups()
        arguments = [one for one in arguments.split(";") if one.strip()]
        least = sum("[" not in one for one in arguments)
        most = 1000 if any("…" in one or "..." in one for one in arguments) else len(arguments)
        functions[name] = ("MEEDOEN.BUDGET." + method.upper(), least, most)
    return functions


class Formulas:
    """Knows the functions, the names, the short names of `let`, and the sheets."""

    def __init__(self, functions):
        self.functions = functions
        self.names = {}
        self.lets = {}
        self.sheets = {}

    # ---- What stands in a formula

    def tokens(self, text, place):
        at, found = 0, []
        text = self.filled(text, place)
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise place.node.fault(f"cannot read the formula from here: {text[at:at + 30]!r}")
            if match.lastgroup:
                found.append(Token(match.lastgroup, match[0]))
            at = match.end()
        return found

    def filled(self, text, place):
        """With the braces filled in; what stands between quotes is a text in one language."""
        def part(match):
            if not match[0].startswith('"'):
                return place.words.fill_words(match[0], place.node)
            outside = bare(match[0])
            if " " in outside and LETTER.search(outside):
                raise place.node.fault(f"in one language only: {match[0]}; write {{Dutch|English}} between the quotes")
            return '"' + place.words.fill(match[0][1:-1], place.node, quoted=True) + '"'
        return re.sub(rf"{STRING}|[^\"]+", part, text)

    def stored(self, text, place):
        """The formula as a document stores it, without the = in front."""
        tokens = self.expanded(self.tokens(text, place), place, 0)
        self.check_parentheses(tokens, place)
        out = []
        for at, token in enumerate(tokens):
            calls = at + 1 < len(tokens) and tokens[at + 1].text == "("
            if token.kind == "reference":
                out.append(self.reference(token.text, place))
            elif token.kind == "name" and calls:
                out.append(self.function(tokens, at, place))
            elif token.kind == "name":
                out.append(self.name(token.text, place))
            else:
                out.append(token.text)
        return "".join(out)

    def check_parentheses(self, tokens, place):
        open_ones = []
        for token in tokens:
            if token.kind == "operator" and token.text in OPENING:
                open_ones.append(token.text)
            elif token.kind == "operator" and token.text in CLOSING:
                if not open_ones or OPENING.index(open_ones.pop()) != CLOSING.index(token.text):
                    raise place.node.fault(f"a {token.text} too many in the formula")
        if open_ones:
            raise place.node.fault(f"a {open_ones[-1]} in the formula is not closed")

    def arguments(self, tokens, at, place):
        """The arguments of the call whose ( is at `at`, each a list of tokens, and where its ) is."""
        found, depth = [[]], 0
        for end in range(at + 1, len(tokens)):
            text = tokens[end].text if tokens[end].kind == "operator" else ""
            if text == ")" and depth == 0:
                return ([] if found == [[]] else found), end
            depth += (text != "" and text in OPENING) - (text != "" and text in CLOSING)
            if text == ";" and depth == 0:
                found.append([])
            else:
                found[-1].append(tokens[end])
        raise place.node.fault(f"the ( after {tokens[at - 1].text} is not closed")

    # ---- let

    def expanded(self, tokens, place, depth):
        if depth > DEEPEST:
            raise place.node.fault("a `let` names itself")
        out, at = [], 0
        while at < len(tokens):
            token = tokens[at]
            if token.kind != "name" or token.text not in self.lets:
                out.append(token)
                at += 1
                continue
            node, parameters, formula = self.lets[token.text]
            given, end = [], at
            if parameters:
                if at + 1 == len(tokens) or tokens[at + 1].text != "(":
                    raise place.node.fault(f"{token.text} takes {len(parameters)} arguments")
                given, end = self.arguments(tokens, at + 1, place)
            if len(given) != len(parameters):
                raise place.node.fault(f"{token.text} takes {len(parameters)} arguments, not {len(given)}")
            body = self.put_in(self.tokens(formula, place), dict(zip(parameters, given)))
            body = self.expanded(body, place, depth + 1)
            out.extend(apart(body, tokens[at - 1] if at else None, tokens[end + 1] if end + 1 < len(tokens) else None))
            at = end + 1
        return out

    def put_in(self, tokens, values):
        out = []
        for at, token in enumerate(tokens):
            if token.kind == "name" and token.text in values:
                out.extend(apart(values[token.text], tokens[at - 1] if at else None,
                                 tokens[at + 1] if at + 1 < len(tokens) else None))
            else:
                out.append(token)
        return out

    # ---- Functions and names

    def function(self, tokens, at, place):
        name = tokens[at].text
        if name in CALC:
            return CALC[name]
        if name not in self.functions:
            raise place.node.fault(f"no function is called {name}")
        stored, least, most = self.functions[name]
        given = len(self.arguments(tokens, at + 1, place)[0])
        if not least <= given <= most:
            raise place.node.fault(f"{name} takes {least} to {most} arguments, not {given}")
        return stored

    def name(self, name, place):
        if name == "this":
            return f"[.{column_letters(place.column)}{place.row}]"
        if name in ("TRUE", "FALSE"):
            return name + "()"
        if name not in self.names:
            raise place.node.fault(f"no cell or range is named {name}")
        return self.names[name]

    # ---- References

    def corners(self, text, place):
        """The sheet, if one is named, and the two corners, each (column, row) as text; the second is None for a single cell."""
        match = REFERENCE.fullmatch(text)
        if not match:
            raise place.node.fault(f"{text} is no cell or range")
        sheet = self.sheet(match["sheet"], place) if match["sheet"] else None
        on = sheet or place.sheet
        first, last = self.rows(match["row"], on, place)
        first_corner, last_corner = (self.moved(match["column"], place), first), None
        if match["last_column"]:
            last_corner = self.moved(match["last_column"], place), self.rows(match["last_row"], on, place)[1]
        elif last != first:
            last_corner = first_corner[0], last
        return sheet, first_corner, last_corner

    def reference(self, text, place):
        sheet, first, last = self.corners(text, place)
        prefix = "$" + quoted_title(sheet.title) if sheet else ""
        return "[" + prefix + "." + "".join(first) + (":." + "".join(last) if last else "") + "]"

    def absolute(self, text, place, separator=":"):
        """A range as names and charts have it: Sheet.$A$1:Sheet.$B$2."""
        sheet, first, last = self.corners(text, place)
        title = quoted_title((sheet or place.sheet).title)
        corners = [f"{title}.${column.strip('$')}${row.strip('$')}" for column, row in (first, last or first)]
        return separator.join(corners if last else corners[:1])

    def sheet(self, written, place):
        title = written[1:-1].replace("''", "'") if written.startswith("'") else written
        if title not in self.sheets:
            raise place.node.fault(f"no sheet is called {title}")
        return self.sheets[title]

    def rows(self, written, sheet, place):
        """The first and the last row that `12`, `$12`, `@label` or `$@label` stands for."""
        fixed, label = "$" if written.startswith("$") else "", written.lstrip("$")
        if not label.startswith("@"):
            return written, written
        near = {"@this": 0, "@above": -1, "@below": 1}
        if label in near:
            first = last = place.row + near[label]
        elif label[1:] in sheet.labels:
            first, last = sheet.labels[label[1:]]
        else:
            raise place.node.fault(f"no row of sheet {sheet.title} is labelled {label}")
        return f"{fixed}{first}", f"{fixed}{last}"

    def moved(self, column, place):
        return column if column.startswith("$") else column_letters(column_number(column) + place.moved)


def apart(tokens, before, after):
    """In parentheses, if an operator inside would otherwise meet one outside."""
    depth, bare = 0, False
    for token in tokens:
        if token.kind == "operator":
            bare |= depth == 0 and token.text not in OPENING
            depth += (token.text in OPENING) - (token.text in CLOSING)
    if bare and ((before and before.text not in ("(", ";")) or (after and after.text not in (")", ";"))):
        return [Token("operator", "("), *tokens, Token("operator", ")")]
    return tokens
