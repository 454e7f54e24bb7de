#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# rest.sh NM OBJECT EXPORTS: functions, in C, for those exports of an office's library that the object does not play; calling one ends
# the test.
set -eu
export LC_ALL=C

"$1" --defined-only "$2" | awk '$2 == "T" { print $3 }' | sort >"$2.played"
echo '#include <stdio.h>'
echo '#include <stdlib.h>'
sort "$3" | comm -23 - "$2.played" | sed 's/.*/void &(void); void &(void) { fputs("not played: &\\n", stderr); exit(3); }/'
