#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What the add-in asks of the operating system: memory, and nothing else. No file, no network, no program.

(1) A real office opens the acceptance sheet, so that the library is loaded and has answered every function once.
(2) Then it is traced, with the callers of each system call, while it calculates every formula again and shares out over enough
    keys for the add-in to ask the system itself for memory: without such a request the trace has not seen the add-in at all.
(3) Every system call with the add-in among its callers must be one of memory.
"""
import collections
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "calc"))
from office import Office  # noqa: E402

LOG = ROOT / "build" / "system_calls.log"
LIBRARY = "meedoen.so"
MEMORY = {"brk", "mmap", "munmap", "mremap", "madvise", "mprotect", "futex"}
KEYS = 300_000
# Large blocks straight from the system and small ones in few, large requests: each traced request takes time.
ENVIRONMENT = {"MALLOC_ARENA_MAX": "1", "MALLOC_TOP_PAD_": "1048576", "MALLOC_MMAP_THRESHOLD_": "262144"}


def office_process(pid):
    """The office itself, below the shell and the timeout that started it."""
    for path in Path("/proc").glob("[0-9]*/task/*/children"):
        if path.parts[2] == str(pid):
            for child in path.read_text().split():
                if Path(f"/proc/{child}/comm").read_text().strip() == "soffice.bin":
                    return int(child)
                found = office_process(int(child))
                if found:
                    return found
    return None


def traced(pid, action):
    LOG.unlink(missing_ok=True)
    tracer = subprocess.Popen(["strace", "-f", "-k", "-o", str(LOG), "-p", str(pid)], stderr=subprocess.PIPE, text=True)
    tracer.stderr.readline()  # "Process … attached"
    time.sleep(1)
    try:
        action()
    finally:
        tracer.send_signal(signal.SIGINT)
        tracer.wait(60)


def calls_in_log():
    """The name of every system call and whether the add-in is among its callers."""
    name, ours = None, False
    for line in LOG.read_text(errors="replace").splitlines():
        start = re.match(r"\d+ +(?:<\.\.\. )?(\w+)(?:\(| resumed)", line)
        if start:
            if name:
                yield name, ours
            name, ours = start.group(1), False
        elif line.startswith(" >") and LIBRARY in line:
            ours = True
    if name:
        yield name, ours


def main():
    with Office(limit=600, environment=ENVIRONMENT) as office:
        sheet = office.open(ROOT / "build" / "acceptance.fods")
        book = office.new()
        office.put(book, f"A1:A{KEYS}", [[float(1 + i % 97)] for i in range(KEYS)])
        office.put(book, "B1", f"=SUM(MEEDOEN.BUDGET.ALLOCATEDU(1000000000;A1:A{KEYS}))")

        def calculate():
            office.recalculate(sheet)
            office.recalculate(book)

        calculate()
        assert office.value(book, "B1") == 1e9, office.value(book, "B1")
        traced(office_process(office.process.pid), calculate)
        office.close(book)
        office.close(sheet)
    ours = collections.Counter(name for name, is_ours in calls_in_log() if is_ours)
    office_calls = collections.Counter(name for name, is_ours in calls_in_log() if not is_ours)
    print("of the add-in:", dict(ours))
    print("of the office meanwhile:", dict(office_calls))
    others = set(ours) - MEMORY
    if not ours:
        sys.exit("the trace has not seen the add-in")
    if others:
        sys.exit(f"the add-in asks for more than memory: {sorted(others)}")
    print("system calls: memory and nothing else")


if __name__ == "__main__":
    main()
