#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# windows.sh SDK: runs the Windows library under Wine, after `make dist`. There is no Windows office here: its two libraries are
# played by played/sal.c and played/cppu.c, which export the same names; what those do not play ends the test.
set -eu

sdk=$1
here=$(dirname "$0")
build=build/tests/windows
windows=build/Windows_x86_64
mkdir -p build/wine
rm -rf "$build"
mkdir -p "$build"

compile() {
    x86_64-w64-mingw32-gcc-win32 @functions/exact.flags -O2 -Wall -Wextra -Wno-unused-parameter -isystem $windows/include -isystem "$sdk/include" \
        -I "$here/windows" -I "$here/played" "$@"
}

# play NAME: makes NAME3.dll with all the exports that the office's has, linked with what follows.
play() {
    name=$1
    shift
    compile -c "$here/played/$name.c" -o "$build/$name.o"
    sh "$here/played/rest.sh" x86_64-w64-mingw32-nm "$build/$name.o" "build/office/$name.exports" >"$build/$name-rest.c"
    x86_64-w64-mingw32-gcc-win32 -w -fno-builtin -c "$build/$name-rest.c" -o "$build/$name-rest.o"
    x86_64-w64-mingw32-gcc-win32 -shared -static-libgcc -o "$build/${name}3.dll" "$windows/${name}3.def" "$build/$name.o" \
        "$build/$name-rest.o" "$@"
}

play sal
play cppu "$windows/libsal3.a"
objects=$(for source in functions/*.c functions/*/*.c package/windows/guard.c; do echo "$windows/${source%.c}.o"; done)
# shellcheck disable=SC2086 # a list of names
compile "$here/examples.c" $objects $windows/libcppu3.a $windows/libsal3.a -o "$build/examples.exe"
# shellcheck disable=SC2086 # a list of names
compile "$here/digest.c" $objects $windows/libcppu3.a $windows/libsal3.a -o "$build/digest.exe"
# shellcheck disable=SC2086 # a list of names
compile tests/component/host.c $objects $windows/libcppu3.a $windows/libsal3.a -Wl,-Bstatic -lpthread -o "$build/host.exe"
cp build/extensions/meedoen.budget/Windows_x86_64/meedoen.dll "$build/"

export WINEPREFIX="$PWD/build/wine/prefix" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d' HOME="$PWD/build/wine" WINEARCH=win64
unset DISPLAY
cd "$build"
status=0
for test in examples host; do
    timeout -k 5 600 wine $test.exe meedoen.dll || status=1
done
timeout -k 5 600 wine digest.exe meedoen.dll | tr -d '\r' >digests
if cmp digests ../platforms/digests; then
    echo "$(wc -l <digests) digests: the same answers as on Linux, to the bit"
else
    diff digests ../platforms/digests || status=1
fi
timeout 60 wineserver -k || true
exit $status
