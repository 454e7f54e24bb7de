# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# Read by a shell in a root, as an ordinary user: types the formulas that fill a column with one Enter (tests/calc/test_enter.py), with
# the office and the Python of that root, and prints how many tests are right, or what went wrong. A test skips what its release does not do.
set -eu

export OFFICE=/usr/lib/libreoffice EXTENSIONS=/given/extensions SCRATCH=/tmp/scratch PYTHONDONTWRITEBYTECODE=1
timeout -k 5 900 /usr/bin/python3 /project/tests/calc/test_enter.py >/tmp/enter.log 2>&1 </dev/null && status=0 || status=$?
tests=$(sed -n 's/^Ran \([0-9]*\) tests.*/\1/p' /tmp/enter.log)
skipped=$(sed -n 's/^OK (skipped=\([0-9]*\))/\1/p' /tmp/enter.log)
right=$((${tests:-0} - ${skipped:-0}))
if [ "$status" -eq 0 ] && [ $right -gt 0 ]; then
    echo "$right of $right tests right, ${skipped:-0} not for this release"
else
    tail -n 60 /tmp/enter.log >&2
    echo "tests WRONG: $(tail -n 1 /tmp/enter.log)"
    exit 1
fi
