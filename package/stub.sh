#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# stub.sh COMPILER EXPORTS LIBRARY: a Linux library of empty functions with these names, all of version UDK_3_0_0, to link against.
set -eu

mkdir -p "$(dirname "$3")"
(
    echo 'UDK_3_0_0 { global:'
    sed 's/$/;/' "$2"
    echo 'local: *; };'
) >"$3.map"
sed 's/.*/void &(void); void &(void) {}/' "$2" |
    "$1" -shared -nostdlib -fno-builtin -w -Wl,-soname,"$(basename "$3")" -Wl,--version-script="$3.map" -o "$3" -x c -
