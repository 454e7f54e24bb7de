#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Measures the core and the add-in and writes build/bench/RESULTS.md and build/bench/speed.svg: run.sh OFFICE SDK [rows ...]
# from the project's folder, after make. What is worth keeping of it is copied to tests/bench/ by hand.
set -eu

office=$1 sdk=$2
shift 2
mkdir -p build/bench
sh tests/bench/compare/build.sh "$office" "$sdk"
build/tests/bench/core | tee build/bench/core.tsv
build/tests/bench/table | tee build/bench/table.tsv
/usr/bin/python3 tests/bench/calc.py "$@"
/usr/bin/python3 tests/bench/report.py
