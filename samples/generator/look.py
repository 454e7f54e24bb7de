# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""How sheets look: number formats, cell styles, pages and colours, as lines of a .sheet file say them (samples/README.md).

(1) A number format is a format code as Calc shows it in an English office: `#,##0.00`, `0.0%`, `D MMMM YYYY`, `"+"0;"−"0;0`.
(2) Every number format names the language of the sheet, so that any office writes numbers as that language does.
(3) A style is another one with something changed; all go back to `default`.
"""
import re

import markup

COUNTRIES = {"nl": "NL", "en": "GB"}
FONT = "Liberation Sans"
SPACED = "style:display-name"
OWN = ("default", "heading", "heading-1", "heading-2")  # these are the office's own, and keep its names

# Names that the office has for styles of its own, in English and in Dutch: one of ours would be taken for it.
TAKEN = set("""Accent Bad Error Footnote Good Heading Hyperlink Neutral Note Result Status Text Warning
    Fout Goed Kop Neutraal Notitie Opmerking Resultaat Slecht Standaard Tekst Voetnoot Waarschuwing""".split())

PARTS = re.compile(r'"(?P<text>[^"]*)"|(?P<date>D{1,4}|M{1,4}|YYYY|YY)|(?P<digits>[#0][#0,.]*)|(?P<content>@)|(?P<plain>[ %.,:/()−+-])|(?P<other>.)')
DATES = {"D": ("day", "short", None), "DD": ("day", "long", None), "DDDD": ("day-of-week", "long", None),
         "M": ("month", "short", None), "MM": ("month", "long", None), "MMM": ("month", "short", "true"),
         "MMMM": ("month", "long", "true"), "YY": ("year", "short", None), "YYYY": ("year", "long", None)}
# The value for which each of the sections of a code holds, but the last one.
SECTIONS = {1: [], 2: ["value()>=0"], 3: ["value()>0", "value()<0"]}

ALIGNED = {"left": "start", "right": "end", "center": "center"}
CM, POINT = r"\d+(?:\.\d+)?cm", r"\d+(?:\.\d+)?pt"
COLOUR = r"#[0-9a-f]{6}"


def style_name(display):
    """As ODF writes the name of a style: a letter or digit as it is, anything else by its number."""
    return "".join(letter if letter.isalnum() else f"_{ord(letter):x}_" for letter in display)


# ---- Number formats


def number_styles(name, code, node, language):
    """The XML of a number format; its sections but the last are styles of their own."""
    sections = code.split(";")
    if len(sections) not in SECTIONS:
        raise node.fault("a number format has at most three sections")
    maps, out = [], []
    for at, condition in enumerate(SECTIONS[len(sections)]):
        out += number_style(f"{name}-{at}", sections[at], node, language, volatile="true")
        maps.append(markup.element("style:map", {"style:condition": condition, "style:apply-style-name": f"{name}-{at}"}))
    return out + number_style(name, sections[-1], node, language, maps)


def number_style(name, section, node, language, maps=(), volatile=None):
    kind, parts = "number", []
    if section == "General":
        section, parts = "", [markup.element("number:number", {"number:min-integer-digits": 1})]
    elif section == "BOOLEAN":
        kind, section, parts = "boolean", "", [markup.element("number:boolean")]
    for match in PARTS.finditer(section):
        if match["other"]:
            raise node.fault(f"the number format {section!r} holds {match['other']!r}; put text between quotes")
        if match["digits"]:
            parts.append(digits(match["digits"]))
        elif match["content"]:
            kind = "text"
            parts.append(markup.element("number:text-content"))
        elif match["date"]:
            kind = "date"
            unit, length, textual = DATES[match["date"]]
            parts.append(markup.element("number:" + unit, {"number:style": length, "number:textual": textual}))
        else:
            kind = "percentage" if match[0] == "%" else kind
            parts.append(markup.text("number:text", match["text"] if match["plain"] is None else match["plain"]))
    return markup.element(f"number:{kind}-style", {"style:name": name, "style:volatile": volatile, "number:language": language,
                                                   "number:country": COUNTRIES[language]}, *parts, *maps)


def digits(code):
    whole, _, decimals = code.partition(".")
    return markup.element("number:number", {"number:decimal-places": len(decimals), "number:min-decimal-places": decimals.count("0"),
                                            "number:min-integer-digits": whole.replace(",", "").count("0"),
                                            "number:grouping": "true" if "," in whole else None})


# ---- Cell styles


class Style:
    """The attributes of a cell style; those of the style it is like are the office's to add."""

    def __init__(self, name, display, node):
        self.name, self.display, self.node = name, display, node
        self.like = None
        self.number = None
        self.open = False
        self.cell, self.paragraph, self.text = {}, {}, {}

    def read(self, line, node):
        """Takes the properties in a line."""
        words = line.split()
        while words:
            word = words.pop(0)
            if word in FLAGS:
                FLAGS[word](self)
            elif word in PROPERTIES and words and re.fullmatch(PROPERTIES[word][0], words[0]):
                PROPERTIES[word][1](self, words.pop(0))
            elif word in PROPERTIES:
                raise node.fault(f"{word} wants another word than {words[0] if words else 'nothing'}")
            else:
                raise node.fault(f"no style can be {word}")

    def align(self, where):
        self.cell["style:text-align-source"] = "fix"
        self.paragraph["fo:text-align"] = ALIGNED[where]

    def unlock(self):
        self.open = True
        self.cell["style:cell-protect"] = "none"

    def markup(self, displays, numbers):
        shown = displays[self.name]
        properties = [markup.element(f"style:{family}-properties", values) if values else None for family, values in
                      (("table-cell", self.cell), ("paragraph", self.paragraph), ("text", self.text))]
        return markup.element("style:style", {
            "style:name": style_name(shown), SPACED: shown if style_name(shown) != shown else None, "style:family": "table-cell",
            "style:parent-style-name": style_name(displays[self.like]) if self.like else None,
            "style:data-style-name": numbers[self.number] if self.number else None}, *properties)


FLAGS = {
    "bold": lambda style: style.text.update({"fo:font-weight": "bold"}),
    "italic": lambda style: style.text.update({"fo:font-style": "italic"}),
    "wrap": lambda style: style.cell.update({"fo:wrap-option": "wrap"}),
    "nowrap": lambda style: style.cell.update({"fo:wrap-option": "no-wrap"}),
    "open": Style.unlock,
    **{where: (lambda style, where=where: style.align(where)) for where in ALIGNED},
    **{where: (lambda style, where=where: style.cell.update({"style:vertical-align": where})) for where in ("top", "middle", "bottom")},
}
PROPERTIES = {
    "like": (r"[\w-]+", lambda style, value: setattr(style, "like", value)),
    "number": (r"[\w-]+", lambda style, value: setattr(style, "number", value)),
    "ground": (COLOUR, lambda style, value: style.cell.update({"fo:background-color": value})),
    "ink": (COLOUR, lambda style, value: style.text.update({"fo:color": value})),
    "size": (POINT, lambda style, value: style.text.update({"fo:font-size": value})),
    "pad": (rf"{CM}(,{CM})?", lambda style, value: style.cell.update(padding(*value.split(",")))),
    "border": (rf"{POINT},{COLOUR}", lambda style, value: style.cell.update({"fo:border": line_of(value)})),
    "underline": (rf"{POINT},{COLOUR}", lambda style, value: style.cell.update({"fo:border-bottom": line_of(value)})),
}


def padding(upright, sideways=None):
    if not sideways:
        return {"fo:padding": upright}
    return {"fo:padding-top": upright, "fo:padding-bottom": upright, "fo:padding-left": sideways, "fo:padding-right": sideways}


def line_of(value):
    width, colour = value.split(",")
    return f"{width} solid {colour}"


# ---- Pages


class Page:
    """Paper, margins, how it fits, and what its head and foot say."""
    SIZES = {"portrait": ("21cm", "29.7cm"), "landscape": ("29.7cm", "21cm")}
    FIELDS = {"sheet": "text:sheet-name", "page": "text:page-number", "pages": "text:page-count", "date": "text:date", "title": "text:title"}
    REGIONS = ("left", "center", "right")

    def __init__(self, name, node):
        self.name, self.node = name, node
        self.orientation, self.margins, self.wide, self.high = "portrait", ["1cm"] * 4, 1, 0
        self.regions = {"head": {}, "foot": {}}

    def read(self, node):
        words = node.whole.split()
        if words[0] in self.SIZES and len(words) == 1:
            self.orientation = words[0]
        elif words[0] == "margins" and len(words) == 5 and all(re.fullmatch(CM, word) for word in words[1:]):
            self.margins = words[1:]
        elif words[0] == "fit" and re.fullmatch(r"fit \d+ wide \d+ high", " ".join(words)):
            self.wide, self.high = int(words[1]), int(words[3])
        elif words[0] in self.regions and len(words) > 2 and words[1] in self.REGIONS:
            self.regions[words[0]][words[1]] = node.whole_rest.split(None, 1)[1], node
        else:
            raise node.fault("a page has: portrait or landscape; margins TOP RIGHT BOTTOM LEFT; fit N wide N high; head or foot "
                             "left, center or right TEXT")

    def layout(self):
        width, height = self.SIZES[self.orientation]
        margins = dict(zip(("fo:margin-top", "fo:margin-right", "fo:margin-bottom", "fo:margin-left"), self.margins))
        space = {part: markup.element(f"style:{part}er-style", None, markup.element("style:header-footer-properties", {
            "fo:min-height": "0.6cm", "fo:margin-bottom" if part == "head" else "fo:margin-top": "0.2cm"})
            if self.regions[part] else None) for part in self.regions}
        return markup.element("style:page-layout", {"style:name": "page-" + self.name}, markup.element("style:page-layout-properties", {
            "fo:page-width": width, "fo:page-height": height, "style:print-orientation": self.orientation, **margins,
            "style:first-page-number": "continue",
            "style:scale-to-X": self.wide, "style:scale-to-Y": self.high, "style:print-page-order": "ttb",
            "style:table-centering": "horizontal" if self.high else None, "style:print": "charts drawings objects zero-values"}),
            space["head"], space["foot"])

    def master(self, words, date_style):
        parts = []
        for part in self.regions:
            regions = self.regions[part]
            inside = [markup.element("style:region-" + where, None, self.said(*regions[where], words, date_style))
                      for where in self.REGIONS if where in regions]
            parts.append(markup.element(f"style:{part}er", None if inside else {"style:display": "false"}, *inside))
        return markup.element("style:master-page", {"style:name": self.name, "style:page-layout-name": "page-" + self.name}, *parts)

    def said(self, text, node, words, date_style):
        """A line with its fields: {sheet}, {page}, {pages}, {date} and {title}."""
        text = words.with_values({field: f"\0{field}\0" for field in self.FIELDS}).say(text, node)
        parts = text.split("\0")
        for at in range(1, len(parts), 2):
            tag = self.FIELDS[parts[at]]
            parts[at] = f'<{tag} style:data-style-name="{date_style}"/>' if parts[at] == "date" else f"<{tag}>1</{tag}>"
        parts[::2] = map(markup.escaped, parts[::2])
        return [f"<text:p>{''.join(parts)}</text:p>"]


class Look:
    """All of it, in one language."""

    def __init__(self, words):
        self.words = words
        self.numbers, self.styles, self.pages, self.colours = {}, {}, {}, []

    def read(self, node, words):
        """Takes a line that says how something looks; returns whether it does."""
        if node.first == "number":
            name, code = (node.rest.split(None, 1) + [""])[:2]
            self.numbers[name] = words.half(code, node), node
        elif node.first == "style":
            name, display = (node.rest.split(None, 1) + [""])[:2]
            shown = words.say(display, node)
            if name not in OWN and shown.strip() in TAKEN:
                raise node.fault(f"the office has a style of its own that it calls {shown}")
            if name in self.styles:
                raise node.fault(f"there is a style {name} already; restyle changes it")
            self.styles[name] = style = Style(name, shown, node)
            for child in node.children:
                style.read(child.whole, child)
            style.like = style.like or (None if name == "default" else "default")
        elif node.first == "restyle":
            if node.rest not in self.styles:
                raise node.fault(f"no style is called {node.rest}")
            for child in node.children:
                self.styles[node.rest].read(child.whole, child)
        elif node.first == "page":
            self.pages[node.rest] = page = Page(node.rest, node)
            for child in node.children:
                page.read(child)
        elif node.first == "colours":
            self.colours = node.rest.split()
        else:
            return False
        return True

    def check(self):
        for style in self.styles.values():
            if style.like and style.like not in self.styles:
                raise style.node.fault(f"no style is called {style.like}")
            if style.number and style.number not in self.numbers:
                raise style.node.fault(f"no number format is called {style.number}")

    def displays(self):
        return {name: style.display for name, style in self.styles.items()}

    def opens(self, name):
        """Whether a cell of that style may be filled in."""
        style = self.styles[name]
        return style.open or bool(style.like) and self.opens(style.like)

    def stylesheet(self):
        numbers = {name: name for name in self.numbers}
        language = {"fo:language": self.words.language, "fo:country": COUNTRIES[self.words.language]}
        letters = {"style:font-name": FONT, "fo:font-size": self.styles["default"].text.get("fo:font-size", "9pt"), **language}
        return markup.element(
            "office:styles", None,
            *[number_styles(name, code, node, self.words.language) for name, (code, node) in self.numbers.items()],
            *[markup.element("style:default-style", {"style:family": family}, markup.element("style:text-properties", letters))
              for family in ("table-cell", "graphic")],
            *[style.markup(self.displays(), numbers) for style in self.styles.values()])
