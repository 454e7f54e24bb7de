#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Runs the tests in a real office: run.py [test_name.py ...]. The last line counts them.

(1) Several files run two at a time, each whole in one process, which has offices of its own; what a file says is shown when it
    is done.
(2) A process that ends before its time fails the file that it was at.
"""
import io
import multiprocessing
import queue
import sys
import threading
import unittest
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
AT_ONCE = 2


class Result(unittest.TextTestResult):
    """An exception of the office takes no traceback of Python's: it is reported as a plain one with the same words."""

    @staticmethod
    def plain(error):
        if error is not None and hasattr(error[1], "value"):
            error = (RuntimeError, RuntimeError(f"{type(error[1]).__name__}: {error[1]}"), error[2])
        return error

    def addError(self, test, err):
        super().addError(test, self.plain(err))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, self.plain(err))


def run(name, stream):
    """How many tests of this file passed, and how many failed."""
    suite = unittest.defaultTestLoader.loadTestsFromName(Path(name).stem)
    result = unittest.TextTestRunner(stream=stream, verbosity=2, resultclass=Result).run(suite)
    wrong = result.failures + result.errors + [(test, "") for test in result.unexpectedSuccesses]
    failed = {getattr(test, "test_case", test) for test, _ in wrong}
    return result.testsRun - len(failed) - len(result.skipped), len(failed)


def serve(pipe):
    """One process: runs the files that it is given."""
    from office import Office
    for name in iter(pipe.recv, None):
        said = io.StringIO()
        pipe.send((*run(name, said), said.getvalue()))
    Office.end_shared()


def drive(process, pipe, names, counts):
    """Gives one process file after file."""
    try:
        while True:
            name = names.get_nowait()
            pipe.send(name)
            passed, failed, said = pipe.recv()
            counts.append((passed, failed))
            print(f"==== {name}\n{said}", flush=True)
    except queue.Empty:
        pipe.send(None)
    except (EOFError, OSError):
        counts.append((0, 1))
        print(f"==== {name}\nFAIL: its process ended", flush=True)
    process.join()


def run_all(names):
    waiting, counts, drivers = queue.SimpleQueue(), [], []
    for name in names:
        waiting.put(name)
    for _ in range(min(AT_ONCE, len(names))):
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.Process(target=serve, args=(theirs,))
        process.start()
        theirs.close()
        drivers.append(threading.Thread(target=drive, args=(process, ours, waiting, counts)))
    for driver in drivers:
        driver.start()
    for driver in drivers:
        driver.join()
    while not waiting.empty():
        counts.append((0, 1))
        print(f"==== {waiting.get()}\nFAIL: no process was left to run it")
    return map(sum, zip(*counts))


def main(names):
    sys.path.insert(0, str(FOLDER))
    passed, failed = run(names[0], sys.stdout) if len(names) == 1 else run_all(names)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or sorted(path.name for path in FOLDER.glob("test_*.py"))))
