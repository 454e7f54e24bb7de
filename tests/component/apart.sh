#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Builds the library, the unit tests and the hosts apart from the ordinary build, with a compiler and flags of its own.
#
#   apart.sh OFFICE FOLDER COMPILER FLAGS...   from the project's folder
# shellcheck disable=SC2086 # lists of words
set -eu

office=$1 folder=$2 compiler=$3
shift 3
standard="@functions/exact.flags -isystem $office/sdk/include -fPIC"
uno="$office/program/libuno_cppu.so.3 $office/program/libuno_sal.so.3 -Wl,-rpath,$office/program"

# By its whole path: files in two folders may share a name.
object() {
    echo "$folder/$(echo "${1%.c}" | tr / -).o"
}

mkdir -p "$folder"
for source in functions/*.c functions/*/*.c addin/*.c addin/*/*.c; do
    "$compiler" $standard "$@" -c "$source" -o "$(object "$source")"
done
core=$(for source in functions/*.c functions/*/*.c; do object "$source"; done)
bridge=$(for source in addin/*.c addin/*/*.c; do object "$source"; done)
"$compiler" "$@" -shared -o "$folder/meedoen.so" $core $bridge $uno -lm
for test in tests/unit/test_*.c; do
    more=
    [ "$test" = tests/unit/test_convert.c ] && more="$(object addin/convert.c) $uno"
    [ -f "${test%.c}.link" ] && more="$more @${test%.c}.link"
    "$compiler" $standard "$@" -o "$folder/$(basename "$test" .c)" "$test" $core $more -lcmocka -lm
done
for host in host memory; do
    "$compiler" $standard "$@" -o "$folder/$host" "tests/component/$host.c" $core $uno -ldl -lpthread -lm
done
