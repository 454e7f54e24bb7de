# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""A chart, from the few lines that say what it shows; all else that the office wants to know of a chart stands here, once.

(1) `bars` lie, with the first on top; `columns` stand; `lines` go from left to right.
(2) Numbers beside the axis and the bars are written in the sheet's language.
(3) A cell that is empty or holds text has no bar and leaves a gap in a line. With `symbols` each point of a line has a mark, another
    one for each series: a year between two gaps shows, and lines differ without their colours.
"""
import re

import look
import markup

KINDS = {"bars": "chart:bar", "columns": "chart:bar", "lines": "chart:line"}
LENGTH = r"(\d+(?:\.\d+)?)cm"
KNOWN = ("kind", "at", "size", "title", "text", "categories", "series", "x", "y", "x-words", "y-numbers", "legend", "labels", "stacked", "gap", "number",
         "plot", "minimum", "maximum", "symbols")
SYMBOLS = ("circle", "square", "diamond", "arrow-up")
INK, LINES = "#1a1a1a", "#d0d0d0"


class Chart:
    """`numbers`: the number formats of the workbook; `ranges`: turns a written range into a stored one."""

    def __init__(self, node, words, look_of, ranges):
        self.node, self.words, self.look, self.ranges = node, words, look_of, ranges
        self.lines, self.series = {}, []
        for child in node.children:
            if child.first not in KNOWN:
                raise child.fault(f"a chart has no {child.first}; it has {', '.join(KNOWN)}")
            if child.first == "series":
                self.series.append(child)
            else:
                self.lines[child.first] = child
        for needed in ("kind", "at", "size", "title", "text", "categories"):
            if needed not in self.lines:
                raise node.fault(f"the chart has no {needed}")
        if not self.series:
            raise node.fault("the chart has no series")
        if not look_of.colours:
            raise node.fault("a line `colours` names the colours of charts")
        self.kind = self.lines["kind"].rest
        if self.kind not in KINDS:
            raise self.lines["kind"].fault(f"a chart is one of {', '.join(KINDS)}")
        self.name = words.say(node.rest, node)
        self.title, self.description = self.said("title"), self.said("text")
        self.position, self.size = self.lengths("at", 2), self.lengths("size", 2)

    def said(self, key):
        line = self.lines[key]
        return self.words.say(line.whole_rest, line)

    def value(self, key, otherwise):
        return self.lines[key].rest if key in self.lines else otherwise

    def lengths(self, key, count):
        line = self.lines[key]
        if not re.fullmatch(" ".join([LENGTH] * count), line.rest):
            raise line.fault(f"{key} wants {count} lengths, such as 2.5cm")
        return line.rest.split()

    def range(self, text, node):
        return self.ranges(self.words.fill(text, node), node)

    # ---- XML

    def frame(self, order, content):
        """The frame on the sheet; `content`: the lines of the object in it, or none where the chart stands in a file of its own."""
        x, y = self.position
        width, height = self.size
        watched = " ".join([self.range(self.lines["categories"].rest, self.node), *[self.series_of(one)[0] for one in self.series]])
        link = {} if content else {"xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad",
                                   "xlink:href": f"./Object {order}"}
        return markup.element(
            "draw:frame", {"draw:name": self.name, "draw:z-index": order - 1, "draw:style-name": "chart", "svg:x": x, "svg:y": y,
                           "svg:width": width, "svg:height": height},
            markup.element("draw:object", {**link, "draw:notify-on-update-of-ranges": watched.replace("$", "")}, content),
            markup.text("svg:title", self.title), markup.text("svg:desc", self.description))

    def series_of(self, node):
        """The range of the numbers, the cell with the name, and the colour."""
        match = re.fullmatch(r"(\S+)\s+named\s+(\S+)(?:\s+(#[0-9a-f]{6}))?", node.rest)
        if not match:
            raise node.fault("a series is written: series RANGE named CELL, and a colour such as #1f3864 if you wish")
        return self.range(match[1], node), self.range(match[2], node), match[3]

    def styles(self):
        upright, stacked = self.kind != "bars", "stacked" in self.lines
        lines = self.kind == "lines"
        number = self.value("number", "amount")
        if number not in self.look.numbers:
            raise self.node.fault(f"no number format is called {number}")
        letters = {"fo:font-family": look.FONT, "fo:font-size": "9pt", "fo:color": INK}
        pale = {"svg:stroke-color": "#595959"}
        yield look.number_styles("number", *self.look.numbers[number], self.words.language)
        yield chart_style("area", None, {"draw:fill": "solid", "draw:fill-color": "#ffffff", "draw:stroke": "solid",
                                         "svg:stroke-color": "#a6a6a6"}, letters)
        yield chart_style("title", text={**letters, "fo:font-size": "11pt", "fo:font-weight": "bold", "fo:color": "#1f3864"})
        yield chart_style("letters", graphic={"draw:stroke": "none", "draw:fill": "none"}, text=letters)
        yield chart_style("plot", {
            "chart:vertical": "false" if upright else "true", "chart:stacked": "true" if stacked else "false", "chart:symbol-type": "none",
            "chart:include-hidden-cells": "true", "chart:treat-empty-cells": "leave-gap", "chart:right-angled-axes": "true"})
        yield chart_style("x", {"chart:display-label": self.shows("x-words"), "chart:text-overlap": "false",
                                "text:line-break": "true", "chart:axis-position": "0" if lines else None,
                                "chart:axis-label-position": "outside-start", "chart:tick-marks-major-outer": "false",
                                "chart:reverse-direction": "false" if upright else "true"}, pale, letters)
        hidden = self.shows("y-numbers") == "false"
        yield chart_style("y", {"chart:display-label": self.shows("y-numbers"), "chart:minimum": self.value("minimum", None if lines else "0"),
                                "chart:maximum": self.value("maximum", None),
                                "chart:gap-width": self.value("gap", "40"), "chart:overlap": "100" if stacked else "0",
                                "chart:axis-position": None if upright else "end", "chart:link-data-style-to-source": "false"},
                          {**pale, "draw:stroke": "none"} if hidden else pale, letters, number="number")
        yield chart_style("wall", graphic={"draw:fill": "none", "draw:stroke": "none"})
        yield chart_style("grid", graphic={"draw:stroke": "solid", "svg:stroke-color": LINES})
        for at, node in enumerate(self.series):
            colour = self.series_of(node)[2] or self.look.colours[at % len(self.look.colours)]
            labels = {"chart:data-label-number": "value", "chart:label-position": "outside"} if "labels" in self.lines else {}
            graphic = ({"draw:stroke": "solid", "svg:stroke-width": self.thickness(at), "svg:stroke-color": colour, "draw:fill-color": colour} if lines else
                       {"draw:fill": "solid", "draw:fill-color": colour, "draw:stroke": "solid", "svg:stroke-width": "0.02cm",
                        "svg:stroke-color": INK})
            yield chart_style(f"series-{at}", {**self.symbol(at), "chart:link-data-style-to-source": "false", **labels}, graphic,
                              letters, number="number")

    def shows(self, key):
        """Whether an axis has words or numbers; `none` takes them away."""
        if key in self.lines and self.lines[key].rest != "none":
            raise self.lines[key].fault(f"{key} can only be none")
        return "false" if key in self.lines else "true"

    def thickness(self, at):
        """Of a line. Without symbols each is thinner than the one before it, to be told apart where the office drops colours."""
        return "0.07cm" if "symbols" in self.lines else f"{0.1 / (1 + 1.5 * at):.2f}cm"

    def symbol(self, at):
        if "symbols" not in self.lines:
            return {"chart:symbol-type": "none"}
        return {"chart:symbol-type": "named-symbol", "chart:symbol-name": SYMBOLS[at % len(SYMBOLS)], "chart:symbol-width": "0.24cm",
                "chart:symbol-height": "0.24cm"}

    def axis(self, dimension, *inside):
        key = "x" if dimension == "x" else "y"
        line = self.lines.get(key)
        title = None
        if line:
            title = markup.element("chart:title", {"chart:style-name": "letters"}, markup.text("text:p", self.said(key)))
        return markup.element("chart:axis", {"chart:dimension": dimension, "chart:name": "primary-" + dimension,
                                             "chart:style-name": key}, title, *inside)

    def content(self):
        """The body of the chart's own document."""
        width, height = self.size
        place = dict(zip(("svg:x", "svg:y", "svg:width", "svg:height"), self.lengths("plot", 4))) if "plot" in self.lines else {}
        categories = markup.element("chart:categories", {"table:cell-range-address": self.range(self.lines["categories"].rest, self.node)})
        legend = self.value("legend", None)
        grid = markup.element("chart:grid", {"chart:class": "major", "chart:style-name": "grid"})
        series = []
        for at, node in enumerate(self.series):
            numbers, name, _ = self.series_of(node)
            series.append(markup.element("chart:series", {
                "chart:style-name": f"series-{at}", "chart:class": KINDS[self.kind], "chart:values-cell-range-address": numbers,
                "chart:label-cell-address": name}))
        return [
            markup.element("office:automatic-styles", None, *self.styles()),
            markup.element("office:body", None, markup.element("office:chart", None, markup.element(
                "chart:chart", {"svg:width": width, "svg:height": height, "chart:class": KINDS[self.kind], "chart:style-name": "area"},
                markup.element("chart:title", {"chart:style-name": "title"}, markup.text("text:p", self.title)),
                markup.element("chart:legend", {"chart:legend-position": legend, "chart:style-name": "letters"}) if legend else None,
                markup.element("chart:plot-area", {"chart:style-name": "plot", "chart:data-source-has-labels": "both", **place},
                               self.axis("x", categories), self.axis("y", None if "y-numbers" in self.lines else grid),
                               *series, markup.element("chart:wall", {"chart:style-name": "wall"})))))]


def chart_style(name, chart=None, graphic=None, text=None, number=None):
    return markup.element("style:style", {"style:name": name, "style:family": "chart", "style:data-style-name": number},
                          *[markup.element(f"style:{family}-properties", values) if values else None
                            for family, values in (("chart", chart), ("graphic", graphic), ("text", text))])
