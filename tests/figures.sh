#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# A policy figure stands in functions/policy/norm_table.c alone: fails, naming the line, when another file of the product holds one.
#
# The figures are taken from that table itself, in every spelling in which a person would write them. Counts of one municipality
# that happen to look alike are no policy figures: only whole tokens count.
set -eu
cd "$(dirname "$0")/.."

files=$(git ls-files functions addin idl package samples README.md LEESMIJ.md publiccode.yml SECURITY.md |
    grep -v -e '^functions/policy/norm_table\.c$' -e '^functions/base/decimal\.c$' -e '\.csv$' -e '\.png$')

# "85e6" in the table: 85000000, 85.000.000, 85,000,000, 85 million, 85 miljoen, 85 mln
amounts=$(sed -n 's/.*, \([0-9]*\)e6, MD_AMOUNT.*/\1/p' functions/policy/norm_table.c | sort -u)
# "0.092" in the table: 9.2%, 9,2%, 9,2 procent
shares=$(sed -n 's/.*, \([0-9.]*\), MD_\(AMBITION\|CONDITION\|ROOM\|START\|TARGET\).*/\1/p' functions/policy/norm_table.c | sort -u |
    awk '$1 < 1 { print 100 * $1 }' | sed 's/\./[.,]/')
[ -n "$amounts" ] && [ -n "$shares" ]

pattern=
for amount in $amounts; do
    pattern="$pattern|(^|[^0-9.,])$amount([.,]?000[.,]?000([^0-9.,]|\$)|e6|[ -]?(million|miljoen|mln))"
done
for share in $shares; do
    pattern="$pattern|(^|[^0-9.,])$share ?(%|procent|percent)"
done

# shellcheck disable=SC2086 # a list of names
if grep -nEi "${pattern#|}" $files; then
    echo "these lines hold a policy figure: take it from the table by KANSEN_NORM" >&2
    exit 1
fi
