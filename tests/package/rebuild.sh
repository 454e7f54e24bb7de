#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# rebuild.sh: what a second `make` does, in a copy of the project; from the project's folder.
#
# (1) Nothing, when nothing changed.
# (2) With other flags every object is compiled again, those for other platforms too, and the library is another one.
# (3) Back to the flags of before, the library is the one of before, to the bit.
set -eu

folder=$PWD/build/copies/rebuild
platforms='PLATFORMS=Linux_x86_64 Linux_aarch64 Windows_x86_64 MacOSX'
library=build/meedoen.so
rm -rf "$folder"
mkdir -p "$folder"
tar --exclude ./build --exclude ./.git -cf - . | tar -C "$folder" -xf -
cd "$folder"

fail() {
    echo "rebuild.sh: $*" >&2
    exit 1
}

# A make of its own: what this one was told is nothing to it.
made() {
    env -u MAKEFLAGS -u MAKELEVEL make --silent "$@"
}

made all
made -q all || fail "a second make has something to do"
cp $library first.so

# The objects for other platforms are only said to be there, for want of their compilers.
objects() {
    made -n all "$platforms" "$@" | sed -nE 's,.* -c (functions|addin)/.* -o ,,p'
}
for object in $(objects); do
    mkdir -p "${object%/*}"
    touch "$object"
done
! objects | grep -q /functions/ || fail "objects that are there are compiled again"
compiled=$(objects CFLAGS=-O1 | wc -l)
wanted=$(($(find functions addin -name '*.c' | wc -l) * 5)) # Linux and macOS for two processors, Windows
[ "$compiled" -eq $wanted ] || fail "other flags compile $compiled of $wanted objects"
made $library CFLAGS=-O1
! cmp -s $library first.so || fail "other flags give the same library"
made -q $library CFLAGS=-O1 || fail "a second make with other flags has something to do"
! made -q $library || fail "make takes a library with other flags for its own"
made $library
cmp $library first.so || fail "the same flags give another library"

cd ../../..
rm -rf "$folder"
echo "rebuild: nothing twice, and all with other flags"
