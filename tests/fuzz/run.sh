#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Builds the fuzz targets with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer and runs them, two at a time.
#
#   run.sh OFFICE SECONDS [keep]   from the project's folder; `keep` adds what was found to tests/fuzz/corpus
#
# New inputs stay in build/fuzz/found, so that a next run goes on where this one stopped. A crash is kept in build/fuzz/.
set -eu

office=$1 seconds=$2
targets="allocation many numbers table formulas component money subsidy"
flags="@functions/exact.flags -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -isystem $office/sdk/include"

build() {
    case $1 in
    component) more="addin/budget.c addin/component.c addin/convert.c $office/program/libuno_cppu.so.3
        $office/program/libuno_sal.so.3 -Wl,-rpath,$office/program" ;;
    money) more=-lgmp ;;
    *) more= ;;
    esac
    # shellcheck disable=SC2086 # lists of words
    nice clang $flags -o "build/fuzz/$1" "tests/fuzz/fuzz_$1.c" functions/*.c functions/*/*.c $more -lm
}

run() {
    mkdir -p "build/fuzz/found/$1" "tests/fuzz/corpus/$1"
    nice "build/fuzz/$1" -max_len=600 -timeout=60 -rss_limit_mb=4096 -max_total_time=$(($2)) -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$1-" "build/fuzz/found/$1" "tests/fuzz/corpus/$1" >"build/fuzz/$1.log" 2>&1 || {
        tail -50 "build/fuzz/$1.log"
        return 1
    }
    executions=$(sed -n 's/^stat::number_of_executed_units: //p' "build/fuzz/$1.log")
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "build/fuzz/$1.log" | tail -1)
    of=$(sed -n 's/.*Loaded 1 PC tables (\([0-9]*\) PCs).*/\1/p' "build/fuzz/$1.log")
    echo "fuzz $1: $executions executions, $edges of $of edges, nothing found"
}

# Two processes, each with half of the targets and all of the time.
half() {
    status=0
    for target in "$@"; do
        { build "$target" && run "$target" $((seconds / $#)); } || status=1
    done
    return $status
}

mkdir -p build/fuzz
half allocation many numbers money &
first=$!
failed=0
half table component formulas subsidy || failed=1
wait $first || failed=1
[ "${3:-}" = keep ] && for target in $targets; do
    mkdir -p "build/fuzz/merged/$target"
    "build/fuzz/$target" -set_cover_merge=1 -use_counters=0 -max_len=600 "build/fuzz/merged/$target" "tests/fuzz/corpus/$target" "build/fuzz/found/$target" \
        >"build/fuzz/$target.merge.log" 2>&1
    rm -rf "tests/fuzz/corpus/$target"
    mv "build/fuzz/merged/$target" "tests/fuzz/corpus/$target"
done
exit $failed
