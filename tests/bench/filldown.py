#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What it costs to fill ALLOCATE_DU down by position, beside the other ways to fill a column: filldown.py [rows ...].

(1) In one real office: one key changes, and every cell of the column is computed again. What counts is the processor's
    seconds that the office takes for it, which on an idle machine is the time that one waits: Calc computes formulas with
    functions of an add-in in one thread. The mean of so many changes that they take a second, or of one that takes longer.
(2) Every way must give the amounts of the array formula after the last change.
(3) "handing over" is a function that reads the range and does nothing with it: what no change to ALLOCATE_DU can save.
(4) The result is a table in Markdown; tests/bench/FILLDOWN.md holds one, and what follows from it.
"""
import os
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "calc"))
from office import Office  # noqa: E402

from com.sun.star.sheet.FillDirection import TO_BOTTOM  # noqa: E402

ROWS = (352, 1000, 2000, 5000, 10_000)
MOST_CHANGES = 50

# The formula of the first row, filled down, or over the whole column where it stands in braces. A: keys, B: the amounts, D: a
# helper column with the array formula, E: the check, F1: the total.
WAYS = {
    "by position": "=MEEDOEN.BUDGET.ALLOCATEDU(F$1;A$1:A${n};ROW())",
    "by position, key turned": "=MEEDOEN.BUDGET.ALLOCATEDU(F$1;TRANSPOSE(A$1:A${n});ROW())",
    "handing over": "=MEEDOEN.BUDGET.NORM(A$1:A${n})",
    "handing over two ranges": "=MEEDOEN.BUDGET.REACHCOVERAGE(A$1:A${n};A$1:A${n})",
    "INDEX of the function": "=INDEX(MEEDOEN.BUDGET.ALLOCATEDU(F$1;A$1:A${n});ROW())",
    "array formula": "{=MEEDOEN.BUDGET.ALLOCATEDU(F1;A1:A{n})}",
    "INDEX of a helper column": "=INDEX(D$1:D${n};ROW())",
    "reference to a helper column": "=D1",
}
NO_AMOUNTS = ("handing over", "handing over two ranges")


def processor_seconds(office):
    """What the office has used since its start, in hundredths of a second."""
    ticks = 0
    for statistics in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = statistics.read_text().rpartition(")")[2].split()
            if int(fields[2]) == office.process.pid:
                ticks += int(fields[11]) + int(fields[12])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def change(office, book, times):
    """Processor seconds for one change, the mean of so many."""
    before = processor_seconds(office)
    for key in range(times):
        office.put(book, "A1", 2 + key)
        book.calculate()
    return (processor_seconds(office) - before) / times


def amounts(office, book, column, n):
    return office.range(book, f"{column}1:{column}{n}").getDataArray()


def fill(office, book, column, way, n):
    formula, cells = WAYS[way].replace("{n}", str(n)), f"{column}1:{column}{n}"
    if formula.startswith("{"):
        office.array(book, cells, formula.strip("{}"))
    else:
        office.put(book, f"{column}1", formula)
        office.range(book, cells).fillAuto(TO_BOTTOM, 1)


def measure(office, n, way):
    draw = random.Random(n)
    book = office.new()
    office.put(book, f"A1:A{n}", [[draw.randrange(1, 12_000)] for _ in range(n)])
    office.put(book, "F1", 1000 * n)
    if "helper" in way:
        fill(office, book, "D", "array formula", n)
    fill(office, book, "B", way, n)
    book.calculate()
    seconds = change(office, book, 1)
    if seconds < 1:
        seconds = change(office, book, min(MOST_CHANGES, int(1 / max(seconds, 0.01))))
    if way not in NO_AMOUNTS:
        fill(office, book, "E", "array formula", n)
        if amounts(office, book, "B", n) != amounts(office, book, "E", n):
            sys.exit(f"{way}, {n} rows: other amounts than the array formula")
    office.close(book)
    return seconds


def main(rows):
    print("| seconds | " + " | ".join(f"{n:,}" for n in rows) + " |")
    print("|---|" + "---:|" * len(rows))
    with Office(limit=1800) as office:
        for way in WAYS:
            print(f"| {way} | " + " | ".join(f"{measure(office, n, way):.3f}" for n in rows) + " |", flush=True)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(ROWS))
