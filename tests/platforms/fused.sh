#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# fused.sh SDK: clang, which makes the add-in on a Mac, fuses no multiply with an add on arm64, though it likes to: other bits would
# come out. What gcc makes is looked at in the package (package/check.sh).
set -eu

assembly=build/tests/fused.s
mkdir -p build/tests
for source in functions/*.c functions/*/*.c; do
    clang --target=aarch64-linux-gnu @functions/exact.flags -O2 -isystem "$1/include" -isystem /usr/aarch64-linux-gnu/include \
        -S -o $assembly "$source"
    ! grep -wE 'fn?m(add|sub)|fml[as]' $assembly >&2 || {
        echo "fused.sh: in $source" >&2
        exit 1
    }
done
echo "fused: no multiply-add for arm64"
