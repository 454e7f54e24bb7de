#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every function has a second opinion: fails, naming the function, where reference.py or explanations.py does not answer it with every
parameter, or KANSEN_EXPLAIN is not asked of it.

    complete.py SIGNATURES   as `build/generate signatures` prints them
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from explanations import EXPLAINED  # noqa: E402
from reference import FORMULAS, FUNCTIONS  # noqa: E402


def missing(signatures):
    for method, name, parameters in re.findall(r"^(\w+): (\w+)\((.*)\)$", signatures, re.M):
        if method.upper() not in FUNCTIONS:
            yield f"{name}: no reference in tests/soak/reference.py"
            continue
        if name not in EXPLAINED and name != "KANSEN_EXPLAIN":
            yield f"{name}: no sentence in tests/soak/explanations.py"
        formulas = [re.match(r"(\w+)\((.*)\):", formula).groups() for formula in FORMULAS]
        tried = [arguments.split(";") for tried, arguments in formulas if tried == method.upper()]
        for place, parameter in enumerate(parameters.split("; ")):
            if not any(place < len(arguments) and arguments[place] for arguments in tried):
                yield f"{name}: no formula in tests/soak/reference.py gives {parameter}"


if __name__ == "__main__":
    found = list(missing(Path(sys.argv[1]).read_text("utf-8")))
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    sys.exit(1 if found else 0)
