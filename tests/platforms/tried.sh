# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# Read by a shell in a root, as an ordinary user, with the name of a file of tests/calc as its argument: runs that file with the office and
# the Python of the root, and prints how many tests are right, or what went wrong. A test skips what its release does not do.
set -eu

left=/given/tests/releases
export OFFICE=/usr/lib/libreoffice EXTENSIONS=/given/extensions SCRATCH=/tmp/scratch PYTHONDONTWRITEBYTECODE=1 VALUES=$left/values.json
case $(dpkg-query -W -f '${Version}' libreoffice-calc) in
*:7.0.*) ;; # nobody goes back to an older release with the profile of a newer one
*) export CARRIED=$left/left ;;
esac
timeout -k 5 1200 /usr/bin/python3 "/project/tests/calc/$1" >/tmp/tried.log 2>&1 </dev/null && status=0 || status=$?
tests=$(sed -n 's/^Ran \([0-9]*\) tests*.*/\1/p' /tmp/tried.log)
skipped=$(sed -n 's/^OK (skipped=\([0-9]*\))/\1/p' /tmp/tried.log)
right=$((${tests:-0} - ${skipped:-0}))
if [ "$status" -eq 0 ] && [ $right -gt 0 ]; then
    echo "$right right${skipped:+, $skipped not for this release}"
else
    tail -n 60 /tmp/tried.log >&2
    echo "WRONG: $(tail -n 1 /tmp/tried.log)"
    exit 1
fi
