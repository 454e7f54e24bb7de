#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Puts a table into a document, between the comment that starts with its name and the next "end".
#
#   documents.sh NAME TABLE.md < DOCUMENT.md
set -eu
awk -v start="<!-- $1:" -v table="$2" '
    index($0, start) == 1 {
        print
        while ((getline line < table) > 0)
            print line
        inside = 1
    }
    $0 == "<!-- end -->" { inside = 0 }
    !inside && index($0, start) != 1
' 
