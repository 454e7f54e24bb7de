#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# reproducible.sh release|all: builds the package, or all that goes to users, twice, from copies of the sources in two folders, at two
# times, with another umask, time zone, language and shell (bash as a POSIX one); both must be the same to the bit. A release is made for an
# address, and is what it should be.
set -eu

target=$1 address=https://example.org/meedoen
made=build/meedoen.oxt
[ "$target" = all ] || made=build/release
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$here/build/copies/reproducible
rm -rf "$work"

copy_and_build() { # copy_and_build FOLDER VARIABLE...
    folder=$work/$1
    shift
    mkdir -p "$folder"
    tar -C "$here" --exclude ./build --exclude ./.git -cf - . | tar -C "$folder" -xf -
    chmod -R u+w,go-w "$folder"
    find "$folder" -name '*.sh' -exec sed -i "1s,^#!/bin/sh,#!$shell," {} +
    env -u MAKEFLAGS -u MAKELEVEL "$@" make --silent -C "$folder" "$target" SHELL="$shell" PUBLISHED=$address >/dev/null
}

mkdir -p "$work/bash"
ln -s "$(command -v bash)" "$work/bash/sh"

shell=/bin/sh
(umask 022 && copy_and_build one TZ=UTC LC_ALL=C HOME=/nonexistent)
sleep 2 # a zip's clock counts in steps of two seconds
shell=$work/bash/sh
(umask 077 && copy_and_build another/and/a-much-longer-folder TZ=Pacific/Auckland LC_ALL=C.UTF-8 USER=somebody "PATH=$work/bash:$PATH")
one=$work/one
other=$work/another/and/a-much-longer-folder
if diff -r "$one/$made" "$other/$made"; then
    [ "$target" = all ] || (cd "$one" && tests/package/release.sh $made $address)
    echo "reproducible: $(sha256sum <"$one/build/meedoen.oxt" | cut -d ' ' -f 1)"
    rm -rf "$work"
else
    for folder in "$one" "$other"; do
        unzip -q "$folder/build/meedoen.oxt" -d "$folder/files"
    done
    diff -rq "$one/files" "$other/files" || true
    exit 1
fi
