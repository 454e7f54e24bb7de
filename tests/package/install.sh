#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# install.sh: what `make install` gives a packager; from the project's folder, after make.
#
# (1) With DESTDIR the files of the package, no more and no less, are below the folder of the office; with PREFIX below that.
# (2) Everybody may read them, whatever the umask. A file of an older version is gone.
# (3) A real office that finds them there computes every example right.
# (4) `make uninstall` leaves no file.
set -eu

office=${OFFICE:-$(dirname "$(dirname "$(realpath "$(command -v soffice)")")")}
folder=$PWD/build/copies/install
rm -rf "$folder"
mkdir -p "$folder"
unzip -q build/meedoen.oxt -d "$folder/package"

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

# A make of its own: what this one was told is nothing to it.
made() {
    env -u MAKEFLAGS -u MAKELEVEL make --silent "$@"
}

try() { # try FOLDER_OF_EXTENSIONS WORD...
    extensions=$1
    shift
    mkdir -p "$extensions/meedoen.budget"
    touch "$extensions/meedoen.budget/old"
    (umask 077 && made install "$@")
    diff -r "$folder/package" "$extensions/meedoen.budget" || fail "make install $* put other files there"
    [ -z "$(find "$extensions/meedoen.budget" ! -perm -444 -o -type d ! -perm -555)" ] || fail "not everybody may read the files"
}

try "$folder/root/opt/meedoen/lib/libreoffice/share/extensions" "DESTDIR=$folder/root" PREFIX=/opt/meedoen
try "$folder/root$office/share/extensions" "DESTDIR=$folder/root"

timeout -k 5 300 soffice --headless --norestore "-env:UserInstallation=file://$folder/profile" \
    "-env:BUNDLED_EXTENSIONS=file://$extensions" --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76' --outdir "$folder" \
    build/acceptance.fods >"$folder/office.log" 2>&1 </dev/null || true
summary=$(head -n 1 "$folder/acceptance.csv" | cut -f 2 | tr -d '"')
[ "$summary" = OK ] || fail "the office answers $summary"

made uninstall "DESTDIR=$folder/root"
made uninstall "DESTDIR=$folder/root" PREFIX=/opt/meedoen
[ -z "$(find "$folder/root" -type f)" ] || fail "make uninstall left files"
rm -rf "$folder"
echo "install: the package's files, an office that answers, and nothing left"
