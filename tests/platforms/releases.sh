#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# releases.sh ROOT...: one and the same package in the office of each root; prints a table for the README. Takes root.
set -eu

here=$(dirname "$0")
table=''
failed=0
table_row() { # OFFICE|MACHINE|ROWS|SUMMARY on its input
    awk -F '|' -v root="$1" '{
        right = $4 == "OK" ? $3 " of " $3 " rows right" : $4 ~ /^[0-9]+$/ ? $4 " of " $3 " rows WRONG" : $4
        printf "| %s | %s | %s | %s |", $1, root, $2, right
    }'
}

for root in "$@"; do
    sh "$here/root.sh" make "$root"
    answer=$(sh "$here/root.sh" run "$root" sh -s <"$here/acceptance.sh") || failed=1
    echo "$root: $answer"
    table="$table$(echo "$answer" | tail -n 1 | table_row "$root")
"
done
printf '\n| LibreOffice | Debian | machine | acceptance sheet |\n|---|---|---|---|\n%s' "$table"
exit $failed
