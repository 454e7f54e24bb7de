#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Breaks each arithmetic and comparison operator of functions/ in turn and says which breaks no test notices.

    mutate.py OFFICE [-j WORKERS] [FILE...]     from the project's folder; without files: all of functions/*.c

(1) A comparison is moved by one (< to <=) and turned round (< to >=); an arithmetic operator is replaced by its opposite.
(2) A break is noticed when a unit test fails, crashes or hangs. What survives is tried again with AddressSanitizer and
    UndefinedBehaviorSanitizer, under which `make sanitize` runs the same tests.
(3) A survivor that EXPLAINED.md names is one that cannot change any answer; the others, or 5% of all, make this fail.
(4) What does not compile is no break and is not counted.
"""
import argparse
import concurrent.futures
import glob
import os
import re
import subprocess
import sys

FOLDER = "build/mutation"
EXPLAINED = "tests/mutation/EXPLAINED.md"
MOST_SURVIVORS = 0.05
SECONDS_PER_RUN = 60

REPLACEMENTS = {
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"], "<<": [">>"], ">>": ["<<"],
    "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="], "++": ["--"], "--": ["++"],
}
# What is skipped comes first. The formatter puts spaces around a binary operator, and only there.
TOKENS = re.compile(
    r'(?P<skip>/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*|->)'
    r"|(?P<step>\+\+|--)"
    r"|(?<=\s)(?P<binary><<|>>|<=|>=|==|!=|\+=|-=|\*=|/=|[-+*/%<>])(?=\s)"
    r"|(?P<minus>-)(?=[\w(])", re.S | re.M)


def mutants_of(source, path):
    for token in TOKENS.finditer(source):
        if token.group("skip"):
            continue
        operator = token.group()
        line = source.count("\n", 0, token.start()) + 1
        text = source.splitlines()[line - 1].strip()
        for new in [""] if token.group("minus") else REPLACEMENTS[operator]:
            broken = source[:token.start()] + new + source[token.end():]
            column = token.start() - source.rfind("\n", 0, token.start())
            nth = source[source.rfind("\n", 0, token.start()) + 1:token.start()].count(operator) + 1
            place = f"{os.path.basename(path)} {function_around(source, token.start())}"
            name = f"{place}: `{text}`: {operator} ({nth}) to {new or 'nothing'}"
            yield {"path": path, "line": line, "column": column, "name": name, "source": broken}


def function_around(source, place):
    """The function in which a break is, so that its name outlives a change elsewhere."""
    heads = re.findall(r"^\w[\w *]*?(\w+)\(", source[:place], re.M)
    return heads[-1] if heads else "-"


def run(command, **options):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **options).returncode


class Build:
    """All unit tests in one program, of which one object can be replaced."""

    def __init__(self, name, office, flags):
        self.folder = f"{FOLDER}/{name}"
        self.compile = ["gcc", "-std=c11", "-g0", "-isystem", f"{office}/sdk/include", *flags]
        self.flags = flags
        os.makedirs(self.folder, exist_ok=True)
        tests = [path for path in sorted(glob.glob("tests/unit/test_*.c")) if not path.endswith("convert.c")]
        self.names = [os.path.basename(path)[:-2] for path in tests]
        for path in tests:
            name = os.path.basename(path)[:-2]
            self.must([*self.compile, f"-Dmain={name}_main", "-c", path, "-o", f"{self.folder}/{name}.o"])
        with open(f"{self.folder}/all.c", "w", encoding="utf-8") as driver:
            driver.write("#include <string.h>\n")
            driver.writelines(f"int {name}_main(void);\n" for name in self.names)
            driver.write("int main(int count, char **names)\n{\n    (void)count;\n    while (*++names) {\n")
            driver.writelines(f'        if (!strcmp(*names, "{name}") && {name}_main()) return 1;\n' for name in self.names)
            driver.write("    }\n    return 0;\n}\n")
        self.must([*self.compile, "-c", f"{self.folder}/all.c", "-o", f"{self.folder}/all.o"])
        for path in glob.glob("functions/*.c"):
            self.must([*self.compile, "-c", path, "-o", self.object_of(path)])
        if self.noticed("functions/text.c", self.object_of("functions/text.c"), f"{self.folder}/whole"):
            sys.exit("the unit tests fail without any break")

    def must(self, command):
        subprocess.run(command, check=True)

    def object_of(self, path):
        return f"{self.folder}/{os.path.basename(path)[:-2]}.o"

    def noticed(self, path, broken, program):
        """Does a test fail when the object of `path` is `broken`? The file's own test goes first."""
        objects = [self.object_of(other) for other in glob.glob("functions/*.c") if other != path]
        tests = [f"{self.folder}/{name}.o" for name in [*self.names, "all"]]
        self.must(["gcc", *self.flags, "-o", program, *objects, broken, *tests, "-lcmocka", "-lm"])
        own = "test_" + os.path.basename(path)[:-2]
        order = sorted(self.names, key=lambda name: (name != own, name == "test_allocation"))
        try:
            return run([program, *order], timeout=SECONDS_PER_RUN) != 0
        except subprocess.TimeoutExpired:
            return True

    def outcome(self, mutant, worker):
        source, broken = f"{self.folder}/{worker}.c", f"{self.folder}/{worker}.broken.o"
        with open(source, "w", encoding="utf-8") as file:
            file.write(mutant["source"])
        if run([*self.compile, "-w", "-I", "functions", "-c", source, "-o", broken]) != 0:
            return "stillborn"
        return "noticed" if self.noticed(mutant["path"], broken, f"{self.folder}/{worker}") else "survived"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("office")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("files", nargs="*")
    options = parser.parse_intermixed_args()
    plain = Build("plain", options.office, ["-O1"])
    strict = Build("strict", options.office, ["-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"])
    mutants = []
    for path in sorted(options.files or glob.glob("functions/*.c")):
        with open(path, encoding="utf-8") as file:
            mutants += mutants_of(file.read(), path)

    def judge(indexed):
        index, mutant = indexed
        outcome = plain.outcome(mutant, f"m{index}")
        if outcome == "survived":
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
    counted = [outcome for outcome in outcomes if outcome != "stillborn"]
    survivors = [mutant["name"] for mutant, outcome in zip(mutants, outcomes) if outcome == "survived"]
    with open(EXPLAINED, encoding="utf-8") as file:
        explained = file.read()
    unexplained = [name for name in survivors if name not in explained]
    print(f"mutation: {len(counted)} breaks, {len(counted) - len(survivors)} noticed, {len(survivors)} survived, of which "
          f"{len(unexplained)} unexplained; {len(outcomes) - len(counted)} did not compile")
    for name in unexplained:
        print("unexplained:", name)
    sys.exit(1 if unexplained or len(survivors) > MOST_SURVIVORS * len(counted) else 0)


if __name__ == "__main__":
    main()
