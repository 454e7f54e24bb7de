#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# macos.sh OFFICE: runs both halves of the macOS library, for want of a Mac, in a Linux library that loads it: macos/loader.c.
#
# (1) x86-64: in the real office, over the acceptance sheet, and the menu with its files.
# (2) arm64: under qemu, where the office's two libraries are played by played/sal.c and played/cppu.c.
# (3) Both: every kind of call, and drawn calls that must be answered as Linux answers them, to the bit.
# (4) The signature of each half.
set -eu

office=$1
here=$(dirname "$0")
build=build/tests/macos
library=build/MacOSX/meedoen.dylib
rm -rf $build
mkdir -p $build/x86_64/meedoen.budget/MacOSX $build/aarch64

/usr/bin/python3 "$here/macos/signature.py" $library

compile() { # compile COMPILER ARGUMENT...
    compiler=$1
    shift
    "$compiler" @functions/exact.flags -O1 -Wall -Wextra -Wno-unused-parameter -fPIC -isystem "$office/sdk/include" -I "$here/played" "$@"
}

# load_with COMPILER FOLDER LIBRARY...: the macOS library, and what loads it, in the folder.
load_with() {
    compiler=$1 folder=$2
    shift 2
    cp $library "$folder/meedoen.dylib"
    compile "$compiler" -shared "$here/macos/loader.c" -Wl,--no-as-needed -Wl,-z,defs "$@" -o "$folder/meedoen.so"
}

compare() { # compare DIGESTS PROCESSOR
    diff "$1" build/tests/platforms/digests
    echo "$2: $(wc -l <"$1") digests: the same answers as on Linux, to the bit"
}

# ---- x86-64 ----

extension=$build/x86_64/meedoen.budget
load_with gcc $extension/MacOSX "$office/program/libuno_cppu.so.3" "$office/program/libuno_sal.so.3"
build/tests/component/host $extension/MacOSX/meedoen.so
build/tests/platforms/digest $extension/MacOSX/meedoen.so >$build/x86_64/digests
compare $build/x86_64/digests x86-64

# Everything else of the extension is Linux's; the office believes that this system is the one that the manifest names.
tar -C build/extensions/meedoen.budget --exclude '*_*/meedoen.*' -cf - . | tar -C $extension -xf -
cp package/meedoen.components $extension/MacOSX/
sed 's/platform=MacOSX/platform=Linux/; s/platform=Linux_/platform=none_/' package/META-INF/manifest.xml >$extension/META-INF/manifest.xml
EXTENSIONS=$PWD/$build/x86_64 /usr/bin/python3 tests/calc/run.py test_examples.py
/usr/bin/python3 tests/component/menu.py $build/x86_64

# ---- arm64 ----

arm64=$build/aarch64
for name in sal cppu; do
    compile aarch64-linux-gnu-gcc -c "$here/played/$name.c" -o $arm64/$name.o
    sh "$here/played/rest.sh" aarch64-linux-gnu-nm $arm64/$name.o build/office/$name.exports >$arm64/$name-rest.c
    aarch64-linux-gnu-gcc -shared -fPIC -w -fno-builtin -Wl,-soname,libuno_$name.so.3 $arm64/$name.o $arm64/$name-rest.c \
        -o $arm64/libuno_$name.so.3
done
load_with aarch64-linux-gnu-gcc $arm64 $arm64/libuno_cppu.so.3 $arm64/libuno_sal.so.3
for test in "$here/examples.c" "$here/digest.c" tests/component/host.c; do
    name=$(basename "$test" .c)
    compile aarch64-linux-gnu-gcc "$test" functions/*.c functions/*/*.c $arm64/libuno_cppu.so.3 \
        $arm64/libuno_sal.so.3 -lpthread -o "$arm64/$name"
done
play_arm64() {
    timeout -k 5 600 qemu-aarch64-static -L /usr/aarch64-linux-gnu -E LD_LIBRARY_PATH=$arm64 "$arm64/$1" $arm64/meedoen.so
}
play_arm64 examples
play_arm64 host
play_arm64 digest >$arm64/digests
compare $arm64/digests arm64
