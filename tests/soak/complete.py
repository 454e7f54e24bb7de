#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every function has a second opinion: fails, naming the function, where reference.py or explanations.py does not answer it with every
parameter. That each explains itself is a matter of the catalogue (tests/unit/test_catalogue.c).

    complete.py SIGNATURES   as `build/generate signatures` prints them
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import explanations  # noqa: E402, F401 (enters its answers)
from reference import FORMULAS, FUNCTIONS  # noqa: E402


def missing(signatures):
    for method, name, parameters in re.findall(r"^(\w+): (\w+)\((.*)\)$", signatures, re.M):
        if method.upper() not in FUNCTIONS:
            yield f"{name}: no reference in tests/soak/reference.py"
            continue
        formulas = [re.match(r"(\w+)\((.*)\):", formula).groups() for formula in FORMULAS]
        tried = [arguments.split(";") for tried, arguments in formulas if tried == method.upper()]
        for place, parameter in enumerate(parameters.split("; ")):
            if not any(place < len(arguments) and arguments[place] for arguments in tried):
                yield f"{name}: no formula in tests/soak/reference.py gives {parameter}"


if __name__ == "__main__":
    found = list(missing(Path(sys.argv[1]).read_text("utf-8")))
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    sys.exit(1 if found else 0)
