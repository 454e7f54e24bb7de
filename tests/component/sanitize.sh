#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs the unit tests and the component's host under AddressSanitizer with leak search and UndefinedBehaviorSanitizer, built by gcc
# and by clang, and the host's threads under ThreadSanitizer.
#
#   sanitize.sh OFFICE   from the project's folder
#
# The office's library is the real one and not instrumented: its allocations and locks are seen, its own memory accesses are not.
set -eu

office=$1
asan="-g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

for compiler in gcc clang; do
    # gcc's own word for arrays at the end of a struct, which clang sees anyway
    [ $compiler = gcc ] && strict=-fsanitize=bounds-strict || strict=
    folder=build/sanitize/$compiler
    # shellcheck disable=SC2086 # a list of words
    tests/component/apart.sh "$office" $folder $compiler $asan $strict
    for test in "$folder"/test_*; do
        case $test in *.o) continue ;; esac
        "$test" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    done
    "$folder/host" "$folder/meedoen.so"
    echo "sanitize: $compiler with AddressSanitizer and UndefinedBehaviorSanitizer: nothing found"
done

folder=build/sanitize/threads
tests/component/apart.sh "$office" $folder clang -g -O1 -fsanitize=thread
TSAN_OPTIONS=halt_on_error=1 "$folder/host" "$folder/meedoen.so"
echo "sanitize: clang with ThreadSanitizer: nothing found"
