#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Runs the tests in a real office, one file after another: run.py [test_name.py ...]. The last line counts them."""
import sys
import unittest
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


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


def main(names):
    sys.path.insert(0, str(FOLDER))
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromName(Path(name).stem) for name in names)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Result).run(suite)
    wrong = result.failures + result.errors + [(test, "") for test in result.unexpectedSuccesses]
    failed = {getattr(test, "test_case", test) for test, _ in wrong}
    print(f"{result.testsRun - len(failed) - len(result.skipped)} passed, {len(failed)} failed")
    return 1 if failed or not result.testsRun else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or sorted(path.name for path in FOLDER.glob("test_*.py"))))
