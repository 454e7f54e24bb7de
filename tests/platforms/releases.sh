#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# releases.sh ROOT...: one and the same package in the office of each root; prints a table for RESULTS.md. Takes root.
#
# (1) In each the acceptance sheet is opened, and what fills a column from its first cell is typed. Not where another processor is played:
#     there an office takes minutes to start.
set -eu

here=$(dirname "$0")
table=''
failed=0
table_row() { # OFFICE|MACHINE|ROWS|SUMMARY on its input
    awk -F '|' -v root="$1" -v typed="$2" '{
        right = $4 == "OK" ? $3 " of " $3 " rows right" : $4 ~ /^[0-9]+$/ ? $4 " of " $3 " rows WRONG" : $4
        printf "| %s | %s | %s | %s | %s |", $1, root, $2, right, typed
    }'
}

for root in "$@"; do
    sh "$here/root.sh" make "$root"
    answer=$(sh "$here/root.sh" run "$root" sh -s <"$here/acceptance.sh") || failed=1
    case $root in
    *-arm64) typed="not run" ;;
    *) typed=$(sh "$here/root.sh" run "$root" sh -s <"$here/enter.sh") || failed=1 ;;
    esac
    echo "$root: $answer, one Enter: $typed"
    table="$table$(echo "$answer" | tail -n 1 | table_row "$root" "$typed")
"
done
printf '\n| LibreOffice | Debian | machine | acceptance sheet | one Enter |\n|---|---|---|---|---|\n%s' "$table"
exit $failed
