#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# releases.sh ROOT...: one and the same package in the office of each root; prints a table for RESULTS.md. Takes root.
#
# (1) In each the acceptance sheet is opened, what fills a column from its first cell is typed, the contract with Calc is tried, a user's
#     first steps are done, with each sheet and each command of the menu, and the extension comes, goes and changes with documents open.
# (2) The office of this machine says what the sheets must show elsewhere, and leaves a profile for others to take over.
# (3) Where another processor is played there is the acceptance sheet alone: an office takes minutes to start there.
set -eu

here=$(dirname "$0")
left=build/tests/releases
table=''
failed=0
table_row() { # OFFICE|MACHINE|ROWS|SUMMARY on its input
    awk -F '|' -v root="$1" -v tried="$2" '{
        right = $4 == "OK" ? $3 " of " $3 " rows right" : $4 ~ /^[0-9]+$/ ? $4 " of " $3 " rows WRONG" : $4
        printf "| %s | %s | %s | %s |%s", $1, root, $2, right, tried
    }'
}

rm -rf $left
mkdir -p $left
case "$*" in
*-arm64*) ;;
*)
    /usr/bin/python3 tests/calc/test_first_steps.py --values $left/values.json
    /usr/bin/python3 tests/calc/test_first_steps.py --leave $left/left
    chmod -R a+rX $left
    ;;
esac

for root in "$@"; do
    sh "$here/root.sh" make "$root"
    answer=$(sh "$here/root.sh" run "$root" sh -s <"$here/acceptance.sh") || failed=1
    echo "$root: $answer"
    tried=''
    for file in test_enter.py test_contract.py test_first_steps.py test_explain_cell.py test_check.py test_check_layouts.py test_copy_values.py \
        test_copy_leaves_nothing.py test_copy_shows_the_same.py test_copy_keeps_the_rest.py test_installed.py; do
        case $root in
        *-arm64) told="not run" ;;
        *) told=$(sh "$here/root.sh" run "$root" sh -s "$file" <"$here/tried.sh") || failed=1 ;;
        esac
        echo "$root, $file: $told"
        tried="$tried $told |"
    done
    table="$table$(echo "$answer" | tail -n 1 | table_row "$root" "$tried")
"
done
printf '\n| LibreOffice | Debian | machine | acceptance sheet | one Enter | contract | first steps | explain | check | headings | copy with values | nothing left | shows the same | keeps the rest | installed |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n%s' "$table"
exit $failed
