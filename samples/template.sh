#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes a template of a flat spreadsheet, with the same bytes on every run.
#
#   template.sh SHEET.fods TEMPLATE.ots
set -eu

here=$(dirname "$0")
parts=$2.parts
rm -rf "$parts" "$2"
mkdir -p "$parts"
awk -v into="$parts" -f "$here/template.awk" "$1"
find "$parts" -type f -exec chmod 644 {} +
find "$parts" -exec touch -d 2017-01-01T00:00:00Z {} +
archive=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
cd "$parts"
# A package starts with its type, stored as it is.
TZ=UTC zip -q -X -0 "$archive" mimetype
find . -type f ! -name mimetype | sed 's,^\./,,' | LC_ALL=C sort | TZ=UTC zip -q -X -9 "$archive" -@
cd "$OLDPWD"
rm -rf "$parts"
