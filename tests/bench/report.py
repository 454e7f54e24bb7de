#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes build/bench/RESULTS.md and speed.svg from what core.c, table.c and calc.py measured."""
import datetime
import json
import platform
import re
import subprocess
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "build" / "bench"
OURS = "Meedoen"
# REUSE-IgnoreStart: the licence of what is written
LICENCE = "<!-- SPDX-License-Identifier: EUPL-1.2 -->"
# REUSE-IgnoreEnd
DARK, LIGHT = "#00796b", "#b0bec5"


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def machine():
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return [f"date: {datetime.date.today().isoformat()}",
            f"processor: {processor.group(1) if processor else platform.machine()}",
            f"office: {output('soffice', '--version').splitlines()[0]}",
            f"compilers: {output('gcc', '--version').splitlines()[0]}, -O2",
            f"system: {platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release().split('-')[0]}"]


def core_table():
    rows = ["| allocation | recipients | ns each | × a plain copy |", "|---|--:|--:|--:|"]
    for line in (BENCH / "core.tsv").read_text(encoding="utf-8").splitlines():
        name, count, nanoseconds, ratio = line.split("\t")
        rows.append(f"| {name} | {int(count):,} | {nanoseconds} | {ratio} |")
    return rows


def rounding_table():
    rows = ["| ROUND_TABLE, without an office | rows | columns | ms |", "|---|--:|--:|--:|"]
    for line in (BENCH / "table.tsv").read_text(encoding="utf-8").splitlines():
        name, height, width, milliseconds = line.split("\t")
        rows.append(f"| {name} | {int(height):,} | {width} | {milliseconds} |")
    return rows


def calc_tables(sizes):
    """A table for each race: a row for each size, our nanoseconds a row, and how many times that the others take."""
    kinds = list(dict.fromkeys(kind for races in sizes.values() for kind in races))
    tables = []
    for kind in kinds:
        runs = {size: races[kind] for size, races in sizes.items() if kind in races}
        others = list(dict.fromkeys(name for times in runs.values() for name in times if name != OURS))
        tables += ["", f"| {kind} | {OURS}, ns a row | {' | '.join(others)} |", "|--:|--:|" + "--:|" * len(others)]
        for size, times in runs.items():
            ratios = (f"{times[name] / times[OURS]:.2f} ×" if name in times else "" for name in others)
            tables.append(f"| {int(size):,} | {times[OURS] / int(size) * 1e9:,.0f} | {' | '.join(ratios)} |")
    return tables[1:]


def start_table(times):
    return ["| start-up | ms |", "|---|--:|"] + [f"| {name} | {seconds * 1e3:.0f} |" for name, seconds in times.items()]


def chart(times, rows):
    """Horizontal bars, the shortest first; the scale is cut where a bar is more than six times ours."""
    limit = 6 * times[OURS]
    lines = []
    for place, (name, seconds) in enumerate(sorted(times.items(), key=lambda item: item[1])):
        y, width = 44 + 28 * place, 300 * min(seconds, limit) / limit
        colour = DARK if name == OURS else LIGHT
        more = " →" if seconds > limit else ""
        lines.append(f'<text x="176" y="{y + 14}" text-anchor="end">{name}</text>'
                     f'<rect x="184" y="{y}" width="{width:.0f}" height="20" fill="{colour}"/>'
                     f'<text x="{190 + width:.0f}" y="{y + 14}">{seconds * 1e3:,.0f} ms{more}</text>')
    height = 60 + 28 * len(times)
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="{height}" font-family="sans-serif" font-size="13">',
                      LICENCE,
                      f'<rect width="600" height="{height}" fill="white"/>',
                      f'<text x="8" y="24" font-weight="bold">{rows:,} amounts in Calc after one change: processor time</text>',
                      *lines, "</svg>", ""])


def main():
    sizes = json.loads((BENCH / "calc.json").read_text(encoding="utf-8"))
    start = sizes.pop("start-up")
    sections = [[LICENCE, "# Measurements", "",
                 "By `make bench`. The core: the least of many rounds, memory included. In Calc: processor time of the whole office, the median of interleaved rounds. \"Any\"",
                 "and \"double\" are the arguments that an add-in declares; Meedoen's are any, which alone tell a blank, a text and a",
                 "number apart. An echo hands its argument back and computes nothing. C++ runs in a race of its own: the chart places it by its",
                 "ratio to Meedoen there.", "",
                 *(f"- {fact}" for fact in machine())],
                ["## The core", "", *core_table(), "", *rounding_table()], ["## In Calc", "", *calc_tables(sizes)],
                ["## Starting", "", *start_table(start)]]
    (BENCH / "RESULTS.md").write_text("\n\n".join("\n".join(section) for section in sections) + "\n", encoding="utf-8")
    largest = max(sizes, key=int)
    times = dict(sizes[largest]["array formula, others"])
    for name in ("C++, any", "C++, double"):
        times[name] = sizes[largest]["array formula"][name] / sizes[largest]["array formula"][OURS] * times[OURS]
    (BENCH / "speed.svg").write_text(chart(times, int(largest)), encoding="utf-8")


if __name__ == "__main__":
    main()
