# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# Read by a shell in a root, as an ordinary user: installs the package as anybody would and once more, opens the acceptance sheet, and
# prints "OFFICE|MACHINE|ROWS|OK", or what went wrong in place of OK.
set -eu

export SAL_USE_VCLPLUGIN=svp
profile=-env:UserInstallation=file:///tmp/profile
version=$(dpkg-query -W -f '${Version}' libreoffice-calc | sed 's/^[0-9]*://; s/-.*//')

fail() {
    echo "$version|$(uname -m)|0|$*"
    exit 1
}

# The licence is shown once: not again when the package replaces itself, where there is nobody to answer.
echo yes | timeout -k 5 600 unopkg add "$profile" /given/meedoen.oxt >/tmp/add.log 2>&1 ||
    fail "not installed: $(tail -n 1 /tmp/add.log)"
grep -q 'EUROPEAN UNION PUBLIC LICENCE' /tmp/add.log || fail "no licence was shown"
timeout -k 5 600 unopkg add --force "$profile" /given/meedoen.oxt >/tmp/again.log 2>&1 </dev/null ||
    fail "not updated: $(tail -n 1 /tmp/again.log)"
! grep -q 'EUROPEAN UNION PUBLIC LICENCE' /tmp/again.log || fail "the licence was shown twice"
timeout -k 5 900 soffice --headless --norestore "$profile" --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76' --outdir /tmp \
    /given/acceptance.fods >/tmp/office.log 2>&1 </dev/null || true
[ -e /tmp/acceptance.csv ] || fail "no answer: $(tail -n 1 /tmp/office.log)"
summary=$(head -n 1 /tmp/acceptance.csv | cut -f 2 | tr -d '"')
echo "$version|$(uname -m)|$(tail -n +4 /tmp/acceptance.csv | cut -f 3 | grep -c .)|$summary"
[ "$summary" = OK ] || {
    tail -n +4 /tmp/acceptance.csv | awk -F '\t' '$3 != "TRUE"' >&2
    exit 1
}
