#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Breaks each operator and each constant of functions/ in turn and says which breaks no test notices.

    mutate.py OFFICE [-j WORKERS] [--again LOG] [FILE...]   from the project's folder; without files: all of functions/

(1) Every operator is broken: an arithmetic one is replaced by its opposite, a comparison is turned round (< to >=). Besides, a
    comparison is moved by one (< to <=); where both sides are equal that often changes nothing, so these are counted apart.
    So are constants, limits and values of tables alike: a whole number gets one more, a fraction twice as much. Left alone are
    an array's size and the LONGEST of something, which may always be larger, and the 0 that a variable starts with.
(2) A break is noticed when a unit test fails, crashes or hangs. Tried are the tests that run the line on which it is (gcov tells
    which these are; all of them for a table), the shortest first. What survives is tried again with AddressSanitizer and
    UndefinedBehaviorSanitizer, under which `make sanitize` runs the same tests, unless EXPLAINED.md names it.
(3) A survivor that EXPLAINED.md names is one that cannot change any answer; another one, or 4% of survivors among the operators
    that were broken, make this fail. So does, before any work, an entry there that names no break of the code as it is.
(4) What does not compile is no break and is not counted, nor is what a static assertion says: it computes nothing.
(5) With --again only those are tried that an earlier run, of which LOG is the output, says survived.
"""
import argparse
import concurrent.futures
import glob
import json
import os
import re
import shutil
import subprocess
import sys

FOLDER = "build/mutation"
EXPLAINED = "tests/mutation/EXPLAINED.md"
MOST_SURVIVORS = 0.04
LONGER, STARTING = 3, 0.5  # so many times as much of the processor as without a break, and so many seconds, is a hang

REPLACEMENTS = {
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"], "<<": [">>"], ">>": ["<<"],
    "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="], "++": ["--"], "--": ["++"],
}
OPERATORS, MOVED, CONSTANTS = "operators broken", "comparisons moved by one", "constants changed"
# Before tests/unit's own: each test has its time of the processor, and the first assertion that fails is enough, where cmocka itself
# would go on with the next test.
DRIVER = """
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

void _fail(const char *file, int line);
void _fail(const char *file, int line)
{
    (void)file;
    (void)line;
    _exit(1);
}

static void allow(double seconds)
{
    long micros = (long)(seconds * 1e6);
    struct itimerval timer = {{0, 0}, {micros / 1000000, micros % 1000000}};
    setitimer(ITIMER_VIRTUAL, &timer, NULL);
}

"""
# What is skipped comes first. The formatter puts spaces around a binary operator, and only there.
TOKENS = re.compile(
    r'(?P<skip>/\*.*?\*/|_Static_assert\([^;]*;|//[^\n]*|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*|->'
    r"|(?:\w+ \**|, \**)\w+ = (?:0(?=[;,])|\{0(?:, 0)*\})|\w+ \**\w+(?:\[\d*\])+(?=[;,]| = \{)|\bLONGEST_\w+ = \d+)"
    r"|(?P<step>\+\+|--)"
    r"|(?<=\s)(?P<binary><<|>>|<=|>=|==|!=|\+=|-=|\*=|/=|[-+*/%<>])(?=\s)"
    r"|(?P<minus>-)(?=[\w(])"
    r"|(?<![\w.])(?P<number>0[xX][0-9a-fA-F]+(?:p[-+]?\d+)?|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)", re.S | re.M)


def changed(number):
    """One more, or for a fraction twice as much, in the same notation."""
    if "p" in number:
        mantissa, power = number.split("p")
        return f"{mantissa}p{int(power) + 1}"
    if number.lower().startswith("0x"):
        return hex(int(number, 16) + 1)
    return str(int(number) + 1) if number.isdigit() else str(2 * float(number) or 1.0)


def mutants_of(source, path):
    for token in TOKENS.finditer(source):
        if token.group("skip"):
            continue
        operator = token.group()
        line = source.count("\n", 0, token.start()) + 1
        text = source.splitlines()[line - 1].strip()
        number = token.group("number")
        for new in [changed(number)] if number else [""] if token.group("minus") else REPLACEMENTS[operator]:
            broken = source[:token.start()] + new + source[token.end():]
            column = token.start() - source.rfind("\n", 0, token.start())
            nth = source[source.rfind("\n", 0, token.start()) + 1:token.start()].count(operator) + 1
            function = function_around(source, token.start())
            place = f"{os.path.basename(path)} {function}"
            name = f"{place}: `{text}`: {operator} ({nth}) to {new or 'nothing'}"
            kind = CONSTANTS if number else MOVED if {operator, new} in ({"<", "<="}, {">", ">="}) else OPERATORS
            yield {"kind": kind, "path": path, "line": line, "column": column, "name": name, "source": broken}


def sources_of_functions():
    return glob.glob("functions/**/*.c", recursive=True)


def function_around(source, place):
    """The function in which a break is, so that its name outlives a change elsewhere."""
    heads = re.findall(r"^\w[\w *]*?(\w+)\(", source[:place], re.M)
    return heads[-1] if heads else "-"


def entries_without_break(explained):
    """What EXPLAINED.md explains of code that is gone."""
    names = set()
    for path in sources_of_functions():
        with open(path, encoding="utf-8") as file:
            names |= {mutant["name"] for mutant in mutants_of(file.read(), path)}
    return [line[2:] for line in explained.splitlines() if line.startswith("- ") and line[2:] not in names]


def run(command, **options):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **options).returncode


class Build:
    """All unit tests in one program, of which one object can be replaced. `reach` says which of them a break is tried with."""

    def __init__(self, name, office, flags, reach=None):
        self.reach = reach
        self.folder = f"{FOLDER}/{name}"
        self.compile = ["gcc", "@functions/exact.flags", "-g0", "-isystem", f"{office}/sdk/include", *flags]
        self.flags = flags
        os.makedirs(self.folder, exist_ok=True)
        tests = [path for path in sorted(glob.glob("tests/unit/test_*.c")) if not path.endswith("convert.c")]
        self.names = [os.path.basename(path)[:-2] for path in tests]
        for path in tests:
            name = os.path.basename(path)[:-2]
            self.must([*self.compile, f"-Dmain={name}_main", "-c", path, "-o", f"{self.folder}/{name}.o"])
        with open(f"{self.folder}/all.c", "w", encoding="utf-8") as driver:
            driver.write(DRIVER)
            driver.writelines(f"int {name}_main();\n" for name in self.names)
            driver.write("int main(int count, char **words)\n{\n    (void)count;\n    while (*++words) {\n        const char *name = *words;\n"
                         "        allow(atof(*++words));\n")
            driver.writelines(f'        if (!strcmp(name, "{name}") && {name}_main(1, words)) return 1;\n' for name in self.names)
            driver.write("    }\n    return 0;\n}\n")
        self.must([*self.compile, "-c", f"{self.folder}/all.c", "-o", f"{self.folder}/all.o"])
        sources = sources_of_functions()
        for path in sources:
            self.must([*self.compile, "-c", path, "-o", self.object_of(path)])
        self.objects = [self.object_of(path) for path in sources] + [f"{self.folder}/{name}.o" for name in [*self.names, "all"]]
        self.links = [f"@{path[:-2]}.link" for path in tests if os.path.exists(f"{path[:-2]}.link")]
        self.must(["gcc", *self.flags, "-rdynamic", "-o", f"{self.folder}/whole", *self.objects, *self.links, "-lcmocka", "-lm"])
        self.seconds = {name: self.seconds_of(name) for name in self.names}

    def seconds_of(self, name):
        """What a test takes without any break."""
        start = os.times().children_user
        if run([f"{self.folder}/whole", name, "600"]) != 0:
            sys.exit(f"{name} fails without any break")
        return os.times().children_user - start

    def measure_reach(self):
        """Which tests run each line, by (path, line)."""
        ran = {}
        for name in self.names:
            counts = os.path.abspath(f"{self.folder}/{name}.counts")
            run([f"{self.folder}/whole", name, "600"], env={**os.environ, "GCOV_PREFIX": counts})
            for path in sources_of_functions():
                data = f"{counts}{os.path.abspath(self.object_of(path))[:-2]}.gcda"
                if not os.path.exists(data):
                    continue
                shutil.copy(f"{self.object_of(path)[:-2]}.gcno", os.path.dirname(data))
                told = subprocess.run(["gcov", "--json-format", "--stdout", data], capture_output=True, check=True, text=True).stdout
                for file in json.loads(told)["files"]:
                    for line in file["lines"] if file["file"] == path else []:
                        tests = ran.setdefault((path, line["line_number"]), set())
                        if line["count"]:
                            tests.add(name)
        return ran

    def must(self, command):
        subprocess.run(command, check=True)

    def object_of(self, path):
        return f"{self.folder}/{os.path.basename(path)[:-2]}.o"

    def tests_for(self, path, line):
        """The tests to try a break of a line with, the shortest first, and how many seconds each may take."""
        for name in sorted(self.reach.get((path, line), self.names), key=self.seconds.get):
            yield from (name, str(STARTING + LONGER * self.seconds[name]))

    def noticed(self, path, line, broken, program):
        """Does a test fail when the object of `path` is `broken` on a line?"""
        others = [other for other in self.objects if other != self.object_of(path)]
        self.must(["gcc", *self.flags, "-rdynamic", "-o", program, broken, *others, *self.links, "-lcmocka", "-lm"])
        return run([program, *self.tests_for(path, line)]) != 0

    def outcome(self, mutant, worker):
        source, broken = f"{self.folder}/{worker}.c", f"{self.folder}/{worker}.broken.o"
        with open(source, "w", encoding="utf-8") as file:
            file.write(mutant["source"])
        if run([*self.compile, "-w", "-I", os.path.dirname(mutant["path"]), "-c", source, "-o", broken]) != 0:
            return "stillborn"
        return "noticed" if self.noticed(mutant["path"], mutant["line"], broken, f"{self.folder}/{worker}") else "survived"


def report(kind, mutants, outcomes):
    """Says how many of a kind survived, and returns their share."""
    counted = [outcome for mutant, outcome in zip(mutants, outcomes) if mutant["kind"] == kind and outcome != "stillborn"]
    survived = counted.count("survived")
    share = survived / len(counted) if counted else 0
    print(f"mutation: {len(counted)} {kind}, {len(counted) - survived} noticed, {survived} survived ({100 * share:.1f}%)")
    return share


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("office")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--again")
    parser.add_argument("files", nargs="*")
    options = parser.parse_intermixed_args()
    with open(EXPLAINED, encoding="utf-8") as file:
        explained = file.read()
    stale = entries_without_break(explained)
    if stale:
        sys.exit("\n".join(f"{EXPLAINED} names what is no break: {name}" for name in stale))
    reach = Build("reach", options.office, ["-O0", "--coverage"]).measure_reach()
    plain = Build("plain", options.office, ["-O2"], reach)
    strict = Build("strict", options.office, ["-O1", "-fsanitize=address,undefined", "-fsanitize=bounds-strict", "-fno-sanitize-recover=all"], reach)
    mutants = []
    for path in sorted(options.files or sources_of_functions()):
        with open(path, encoding="utf-8") as file:
            mutants += mutants_of(file.read(), path)

    if options.again:
        with open(options.again, encoding="utf-8") as file:
            before = file.read()
        mutants = [mutant for mutant in mutants if mutant["name"] + "\n" in before]

    def is_explained(mutant):
        return f"- {mutant['name']}\n" in explained

    def judge(indexed):
        index, mutant = indexed
        outcome = plain.outcome(mutant, f"m{index}")
        if outcome == "survived" and not is_explained(mutant):
            outcome = strict.outcome(mutant, f"m{index}")
        for build in (plain, strict):
            for end in ("", ".c", ".broken.o"):
                if os.path.exists(f"{build.folder}/m{index}{end}"):
                    os.remove(f"{build.folder}/m{index}{end}")
        if outcome == "survived":
            print(f"survived: {mutant['path']}:{mutant['line']}:{mutant['column']}: {mutant['name']}", flush=True)
        return outcome

    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        outcomes = list(pool.map(judge, enumerate(mutants)))
    survivors = [mutant for mutant, outcome in zip(mutants, outcomes) if outcome == "survived"]
    unexplained = [mutant["name"] for mutant in survivors if not is_explained(mutant)]
    share = report(OPERATORS, mutants, outcomes)
    report(MOVED, mutants, outcomes)
    report(CONSTANTS, mutants, outcomes)
    print(f"{len(survivors) - len(unexplained)} survivors explained, {len(unexplained)} not")
    for name in unexplained:
        print("unexplained:", name)
    sys.exit(1 if unexplained or (share > MOST_SURVIVORS and not options.again) else 0)


if __name__ == "__main__":
    main()
