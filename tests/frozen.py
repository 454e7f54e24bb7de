#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Documents store the names of our functions: fails, naming the difference, when one of them changed.

    frozen.py SIGNATURES         compares; SIGNATURES is what `build/generate signatures` prints
    frozen.py SIGNATURES --add   adds what is new to the snapshot, if nothing else differs; part of `make documents`

(1) idl/frozen.txt is the snapshot: the service, and for each method in its order the displayed name and the parameters, optional
    ones in brackets, one that repeats with "…". A function may be added at the end, and optional parameters at the end of a function; nothing else may differ.
(2) The catalogue and idl/XBudget.idl are each held against the snapshot, and against each other to the last name.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOT, IDL = ROOT / "idl" / "frozen.txt", ROOT / "idl" / "XBudget.idl"
RELEASED = "documents store this; what was never released is taken out of idl/frozen.txt by hand"


def functions_of(signatures):
    """[(method, displayed name, [parameter or [parameter]])]"""
    found = re.findall(r"^(\w+): (\w+)\((.*)\)$", signatures, re.M)
    return [(method, name, parameters.split("; ")) for method, name, parameters in found]


def service_of(snapshot):
    return re.search(r"^service ([\w.]+)$", snapshot, re.M).group(1)


def read_idl(text):
    """The service, and [(method, [parameter])]"""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S)
    module = re.search(r"\bmodule (\w+)", text).group(1)
    service, interface = re.search(r"\bservice (\w+) *: *(\w+)", text).groups()
    body = re.search(rf"\binterface {interface} *{{(.*?)}}", text, re.S).group(1)
    methods = re.findall(r"\w+ (\w+)\(([^)]*)\)", body)
    return f"{module}.{service}", [(method, re.findall(r"\[in\] [^,]*?(\w+)\s*(?:,|$)", parameters))
                                   for method, parameters in methods]


def bare(parameters):
    return [parameter.strip("[]…") for parameter in parameters]


def differences(frozen, now, where):
    """What changed in `now` other than by an addition at the end, each as a line."""
    for place, old in enumerate(frozen):
        if place >= len(now):
            yield f"{where}: {old[0]} (number {place + 1}) is gone"
            continue
        new = now[place]
        for what, before, after in zip(("method", "displayed name"), old[:-1], new[:-1]):
            if before != after:
                yield f"{where}: the {what} of number {place + 1} was {before} and is {after}"
        for number, before in enumerate(old[-1]):
            after = new[-1][number] if number < len(new[-1]) else "gone"
            if before != after:
                yield f"{where}: parameter {number + 1} of {old[0]} was {before} and is {after}"
        for added in new[-1][len(old[-1]):]:
            if len(new) == 3 and not added.startswith("["):
                yield f"{where}: parameter {added} was added to {old[0]} but is not optional"


def all_differences(snapshot, signatures, idl):
    frozen, catalogue = functions_of(snapshot), functions_of(signatures)
    service, methods = read_idl(idl)
    if service != service_of(snapshot):
        yield f"idl/XBudget.idl: the service was {service_of(snapshot)} and is {service}"
    yield from differences(frozen, catalogue, "functions/catalogue.c")
    yield from differences([(method, bare(parameters)) for method, _, parameters in frozen], methods, "idl/XBudget.idl")
    for place in range(max(len(catalogue), len(methods))):
        ours = (catalogue[place][0], bare(catalogue[place][2])) if place < len(catalogue) else "nothing"
        theirs = methods[place] if place < len(methods) else "nothing"
        if ours != theirs:
            yield f"method {place + 1}: {ours} in functions/catalogue.c, {theirs} in idl/XBudget.idl"


def main(signatures, add):
    signatures, snapshot = Path(signatures).read_text("utf-8"), SNAPSHOT.read_text("utf-8")
    found = list(all_differences(snapshot, signatures, IDL.read_text("utf-8")))
    if found:
        print(*found, RELEASED, sep="\n", file=sys.stderr)
    elif add:
        SNAPSHOT.write_text(snapshot[:re.search(r"^\w+: ", snapshot, re.M).start()] + signatures, "utf-8")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--add" in sys.argv[2:]))
