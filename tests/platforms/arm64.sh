#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# arm64.sh SDK: the acceptance sheet in an arm64 Debian's own office, which qemu runs; then the digests of drawn calls, which must be
# this machine's to the bit. Takes root.
set -eu

sdk=$1
here=$(dirname "$0")
build=build/tests/arm64
arm64=build/Linux_aarch64
root=bookworm-arm64

sh "$here/releases.sh" $root

mkdir -p $build
objects=$(for source in functions/*.c functions/*/*.c; do echo "$arm64/${source%.c}.o"; done)
# shellcheck disable=SC2086 # a list of names
aarch64-linux-gnu-gcc @functions/exact.flags -O2 -Wall -Wextra -isystem "$sdk/include" "$here/digest.c" $objects $arm64/libuno_cppu.so.3 \
    $arm64/libuno_sal.so.3 -Wl,--allow-shlib-undefined -o $build/digest
sh "$here/root.sh" run $root env LD_LIBRARY_PATH=/usr/lib/libreoffice/program /given/tests/arm64/digest \
    /given/extensions/meedoen.budget/Linux_aarch64/meedoen.so >$build/digests
diff $build/digests build/tests/platforms/digests
echo "$(wc -l <$build/digests) digests: the same answers as on x86-64, to the bit"
