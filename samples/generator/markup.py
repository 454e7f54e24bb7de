# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
"""Writes XML: an element is its lines of text, indented by one space for each element around it."""

ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;"}


def escaped(text):
    return "".join(ESCAPES.get(letter, letter) for letter in str(text))


def element(name, attributes=None, *inside):
    """The lines of an element; an attribute that is None is left out, and so is what is inside and None."""
    start = "<" + name + "".join(f' {key}="{escaped(value)}"' for key, value in (attributes or {}).items() if value is not None)
    lines = [" " + line for part in inside if part is not None for line in part]
    return [start + ">", *lines, f"</{name}>"] if lines else [start + "/>"]


def text(name, content, attributes=None):
    """An element with text in it, on one line."""
    start = "<" + name + "".join(f' {key}="{escaped(value)}"' for key, value in (attributes or {}).items() if value is not None)
    return [f"{start}>{escaped(content)}</{name}>"]


def joined(parts):
    return [line for part in parts for line in part]
