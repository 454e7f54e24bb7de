#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""How long functions take in Calc, beside what a user would write instead: calc.py [rows ...].

(1) All contestants do the same work in one office, one after another in every round, so that what else the machine does falls on
    all of them alike. Time is the processor's, of all threads of that office: waiting for other programs is no part of it. The
    median of the rounds counts; ratios are to our own time in the same group.
(2) The time is that of a new total: one cell changes, and Calc recalculates what depends on it. Every round has another total.
(3) Whatever a contestant shows is held against exact integers; one that is wrong ends the run.
(4) Contestants: formulas without an add-in, a function in Basic, add-ins in Python and in C++ (tests/bench/compare), and echoes in
    C++, which hand their argument back and do no work at all: what an add-in cannot avoid.
(5) A contestant that takes long gets fewer rounds, and none at sizes where it would take minutes.
(6) "Turned" is the same call with TRANSPOSE around the key, and in an array formula around the whole: the form that fills a column with
    one Enter. The key then comes as one sequence, and not as one for each row.
"""
import json
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "calc"), str(ROOT / "tests" / "reference")]
from office import BUILD, Office  # noqa: E402 (found by the line above)
from allocation import in_integers  # noqa: E402

EXTENSIONS = BUILD / "bench" / "extensions"
BASIC = ROOT / "tests" / "bench" / "compare" / "compare.bas"
OURS = "Meedoen"
SLOW = 5  # seconds: once is enough
SIZES = (342, 10_000, 100_000, 1_000_000)

KEYS = "$Keys.$A$1:$A$%d"
CPP, PYTHON = "BENCHMARK.CPLUSPLUS.", "BENCHMARK.PYTHON."
ALLOCATIONS = {
    OURS: "MEEDOEN.BUDGET.ALLOCATEDU({total};{keys})",
    "C++ echo, any": CPP + "ECHOANY({total};{keys})",
    "C++ echo, double": CPP + "ECHODOUBLES({total};{keys})",
    "C++, any": CPP + "ALLOCATEANY({total};{keys})",
    "C++, double": CPP + "ALLOCATEDOUBLES({total};{keys})",
    "C++ around our core, any": CPP + "AROUNDOURSANY({total};{keys})",
    "C++ around our core, double": CPP + "AROUNDOURSDOUBLES({total};{keys})",
    "Python": PYTHON + "ALLOCATEROWS({total};{keys})",
    "Basic": "BASICALLOCATE({total};{keys})",
}
TURNED = (OURS, "C++ echo, any", "C++ echo, double", "C++, any", "C++, double")
REACHES = {
    OURS: "=MEEDOEN.BUDGET.REACHPCT($Keys.A{row};{total})",
    "C++, any": "=" + CPP + "REACHANY($Keys.A{row};{total})",
    "C++, double": "=" + CPP + "REACHDOUBLES($Keys.A{row};{total})",
    "Python": "=" + PYTHON + "REACHANY($Keys.A{row};{total})",
    "Basic": "=BASICREACH($Keys.A{row};{total})",
    "division": "=$Keys.A{row}/{total}",
}
ECHO = "C++ echo"
# The most rows for which a slow contestant takes part in the race of single cells.
FEW = {"Python": 10_000, "Basic": 10_000}


def pid_of(office):
    """The office itself: a grandchild, found by its session."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if name.endswith("(soffice.bin") and int(rest.split()[3]) == office.process.pid:
            return int(stat.parent.name)
    raise RuntimeError("where is the office?")


def processor_time(pid):
    """Seconds that all threads of a process have run, also those that have ended: Linux's clock of another process."""
    return time.clock_gettime((~pid << 3) | 2)


class Contestant:
    """A sheet of its own: the total in A1, what depends on it in column B and on."""

    def __init__(self, book, name, fill, rows):
        sheets = book.getSheets()
        self.name, self.book, self.rows = name, book, rows
        label = "S%d" % sheets.Count
        sheets.insertNewByName(label, sheets.Count)
        self.sheet = sheets.getByName(label)
        self.total = self.sheet.getCellRangeByName("A1")
        self.times = []
        fill(self.sheet)

    def run(self, total, office):
        """As often as makes a round long enough. Small sheets are changed from within the office, where a call costs less than
        from here; not those with Basic or Python, which do not always return to the Basic that made Calc call them."""
        repeats = 2 * max(1, 10_000 // self.rows)
        start = processor_time(office.pid)
        if repeats > 2 and self.name not in FEW:
            office.repeat(self.book, self.total, total, repeats)
        else:
            for turn in range(repeats):
                self.total.setValue(total + 1 - turn % 2)
                self.book.calculate()
        self.times.append((processor_time(office.pid) - start) / repeats)
        if self.total.getValue() != total:
            sys.exit(f"{self.name} was not recalculated")

    def column(self, name, count):
        return [row[0] for row in self.sheet.getCellRangeByName(f"{name}1:{name}{count}").getDataArray()]

    @property
    def median(self):
        return statistics.median(self.times)


# ---- Sheets -----------------------------------------------------------------------------------------------------------

def array_formula(formula, rows):
    def fill(sheet):
        sheet.getCellRangeByName(f"B1:B{rows}").setArrayFormula(
            "=" + formula.format(total="$A$1", keys=KEYS % rows))
    return fill


def inside_sum(formula, rows):
    def fill(sheet):
        sheet.getCellRangeByName("B1").setFormula("=SUM(" + formula.format(total="$A$1", keys=KEYS % rows) + ")")
    return fill


def filled_down(rows, **columns):
    def fill(sheet):
        for column, formula in columns.items():
            sheet.getCellRangeByName(f"{column}1").setFormula(formula.format(row=1, rows=rows, total="$A$1", keys=KEYS % rows))
            if rows > 1:
                sheet.getCellRangeByName(f"{column}1:{column}{rows}").fillAuto(0, 1)
    return fill


def turned(whole):
    """The contestants of TURNED with their key turned, and the whole turned back or not."""
    outer = "TRANSPOSE(%s)" if whole else "%s"
    return {f"{name}, turned": outer % ALLOCATIONS[name].replace("{keys}", "TRANSPOSE({keys})") for name in TURNED}


def rounded(rows):
    return filled_down(rows, B="=ROUND($A$1*$Keys.A1/$Keys.$B$1;0)")


def exact_filled_down(rows):
    """Rounded down; the remainder and the place as one whole number; the total of what is left cuts those off."""
    columns = filled_down(rows, C="=INT($A$1*$Keys.A1/$Keys.$B$1)",
                          D="=($A$1*$Keys.A1-C1*$Keys.$B$1)*{rows}+{rows}-ROW()", B="=C1+(D1>=$A$2)")

    def fill(sheet):
        columns(sheet)
        sheet.getCellRangeByName("A2").setFormula(f"=LARGE(D1:D{rows};$A$1-SUM(C1:C{rows}))")
    return fill


def exact_arrays(rows):
    """The same as array formulas, over all rows at once."""
    def fill(sheet):
        keys = KEYS % rows
        for column, formula in (("C", f"=INT($A$1*{keys}/$Keys.$B$1)"),
                                ("D", f"=($A$1*{keys}-C1:C{rows}*$Keys.$B$1)*{rows}+{rows}-ROW(C1:C{rows})"),
                                ("B", f"=C1:C{rows}+(D1:D{rows}>=$A$2)")):
            sheet.getCellRangeByName(f"{column}1:{column}{rows}").setArrayFormula(formula)
        sheet.getCellRangeByName("A2").setFormula(f"=LARGE(D1:D{rows};$A$1-SUM(C1:C{rows}))")
    return fill


# ---- Races ------------------------------------------------------------------------------------------------------------

def race(office, kind, keys, contestants, check, rounds):
    """Times all contestants; {name: seconds}."""
    rows = len(keys)
    book = office.new()
    sheet = book.getSheets().getByIndex(0)
    sheet.setName("Keys")
    sheet.getCellRangeByName(f"A1:A{rows}").setDataArray(tuple((float(key),) for key in keys))
    sheet.getCellRangeByName("B1").setFormula("=SUM(" + KEYS % rows + ")")
    running = [Contestant(book, name, fill, rows) for name, fill in contestants.items()]
    first = 85 * rows + 43
    book.calculate()
    for contestant in running:
        contestant.run(first, office)  # reads the formulas
        contestant.last = first
        if contestant.times[0] < SLOW:
            contestant.times.clear()
    for total in range(first + 2, first + 2 + 2 * rounds, 2):
        for contestant in running:
            if not contestant.times or contestant.times[0] < SLOW:
                contestant.run(total, office)
                contestant.last = total
    for contestant in running:
        check(contestant, contestant.last, keys)
    times = {contestant.name: contestant.median for contestant in running}
    office.close(book)
    for name, seconds in times.items():
        print(f"{kind}\t{rows}\t{name}\t{seconds * 1e3:.3f} ms\t{seconds / rows * 1e9:.1f} ns\t{seconds / times[OURS]:.2f}", flush=True)
    return times


def check_array(contestant, total, keys):
    expected = keys if contestant.name.startswith(ECHO) else in_integers(total, keys)
    if contestant.column("B", len(keys)) != expected:
        sys.exit(f"{contestant.name} is wrong")


def check_sum(contestant, total, keys):
    expected = sum(keys) if contestant.name.startswith(ECHO) else total
    if contestant.column("B", 1) != [expected]:
        sys.exit(f"{contestant.name} is wrong")


def check_rounded(contestant, total, keys):
    if contestant.name != "ROUND, not exact":
        check_array(contestant, total, keys)


def check_reach(contestant, total, keys):
    expected, shown = [key / total for key in keys], contestant.column("B", len(keys))
    if shown != expected:
        place = next(place for place, value in enumerate(expected) if shown[place] != value)
        sys.exit(f"{contestant.name} is wrong in row {place + 1}: {shown[place]} instead of {expected[place]}")


def races(office, rows):
    source = random.Random(rows)
    keys = [source.randrange(1, 4000) for _ in range(rows)]
    rounds = 9 if rows < 100_000 else 5
    quick = {name: formula for name, formula in ALLOCATIONS.items() if name not in ("Python", "Basic")}
    results = {}
    results["array formula"] = race(office, "array formula", keys,
                                    {name: array_formula(formula, rows) for name, formula in {**quick, **turned(True)}.items()},
                                    check_array, rounds)
    results["in SUM"] = race(office, "in SUM", keys,
                             {name: inside_sum(formula, rows) for name, formula in {**quick, **turned(False)}.items()},
                             check_sum, rounds)
    others = {name: array_formula(ALLOCATIONS[name], rows) for name in (OURS, "Python", "Basic")}
    others |= {"ROUND, not exact": rounded(rows), "formulas filled down": exact_filled_down(rows),
               "array formulas": exact_arrays(rows)}
    results["array formula, others"] = race(office, "array formula, others", keys, others, check_rounded, rounds)
    if 10_000 <= rows <= 100_000:
        reach = {name: filled_down(rows, B=formula.format(row=1, total="$A$1")) for name, formula in REACHES.items()
                 if rows <= FEW.get(name, rows)}
        results["REACH_PCT in every row"] = race(office, "REACH_PCT in every row", keys, reach, check_reach, rounds)
    return results


def add_basic(office):
    libraries = office.service("com.sun.star.script.ApplicationScriptLibraryContainer")
    if not libraries.hasByName("Standard"):
        libraries.createLibrary("Standard")
    libraries.loadLibrary("Standard")
    libraries.getByName("Standard").insertByName("Compare", BASIC.read_text(encoding="utf-8"))
    provider = office.service("com.sun.star.script.provider.MasterScriptProviderFactory").createScriptProvider("")
    script = provider.getScript("vnd.sun.star.script:Standard.Compare.Recalculate?language=Basic&location=application")
    office.pid = pid_of(office)
    office.repeat = lambda *arguments: script.invoke(arguments, (), ())


# ---- Start-up ---------------------------------------------------------------------------------------------------------

def start_up(rounds=7):
    """Seconds of a start to the end, without and with the extension, and of the first and second use of a function."""
    times = {"without": [], "with": []}
    offices = {"without": Office(extensions=None, profile=BUILD / "bench" / "profile-without"),
               "with": Office(profile=BUILD / "bench" / "profile-with")}
    for round_number in range(rounds + 1):
        for name, office in offices.items():
            office.write_profile()
            command = office.command("soffice", "--headless", "--norestore", "--nologo", "--terminate_after_init")
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if round_number > 0:  # the first start makes the profile
                times[name].append(time.perf_counter() - start)
    uses = []
    with Office() as office:
        book = office.new()
        for formula in ("=SQRT(2)", "=MEEDOEN.BUDGET.REACHPCT(1;2)", "=MEEDOEN.BUDGET.REACHPCT(2;3)"):
            start = time.perf_counter()
            office.put(book, "A1", formula)
            office.value(book, "A1")
            uses.append(time.perf_counter() - start)
    return {"start without": statistics.median(times["without"]), "start with": statistics.median(times["with"]),
            "first use": uses[1], "second use": uses[2]}


def main(sizes):
    results = {"start-up": start_up()}
    for name, seconds in results["start-up"].items():
        print(f"start-up\t{name}\t{seconds * 1e3:.0f} ms", flush=True)
    with Office(extensions=EXTENSIONS, limit=3000) as office:
        add_basic(office)
        for rows in sizes:
            results[rows] = races(office, rows)
    (BUILD / "bench" / "calc.json").write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
