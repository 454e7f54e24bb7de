# SPDX-License-Identifier: EUPL-1.2
# Read by a shell in a root, as an ordinary user: installs the package as anybody would, opens the acceptance sheet, and
# prints "OFFICE|MACHINE|ROWS|OK", or what went wrong in place of OK.
set -eu

export SAL_USE_VCLPLUGIN=svp
profile=-env:UserInstallation=file:///tmp/profile
version=$(dpkg-query -W -f '${Version}' libreoffice-calc | sed 's/^[0-9]*://; s/-.*//')

timeout -k 5 600 unopkg add --suppress-license "$profile" /given/meedoen.oxt >/tmp/add.log 2>&1 </dev/null || {
    echo "$version|$(uname -m)|0|not installed: $(tail -n 1 /tmp/add.log)"
    exit 1
}
timeout -k 5 900 soffice --headless --norestore "$profile" --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76' --outdir /tmp \
    /given/acceptance.fods >/tmp/office.log 2>&1 </dev/null || true
[ -e /tmp/acceptance.csv ] || {
    echo "$version|$(uname -m)|0|no answer: $(tail -n 1 /tmp/office.log)"
    exit 1
}
summary=$(head -n 1 /tmp/acceptance.csv | cut -f 2 | tr -d '"')
echo "$version|$(uname -m)|$(tail -n +4 /tmp/acceptance.csv | cut -f 3 | grep -c .)|$summary"
[ "$summary" = OK ] || {
    tail -n +4 /tmp/acceptance.csv | awk -F '\t' '$3 != "TRUE"' >&2
    exit 1
}
