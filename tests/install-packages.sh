#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs, by apt-get, the Debian packages that building and testing take; says nothing when all are there.
#
#   install-packages.sh [demo|test|bench|dist|platforms]   what is needed for `make demo`; for `make test` (the default);
#                                                    for `make bench`; for `make dist`; for running on other releases, processors and systems
set -eu

build="gcc make libc6-dev python3 libreoffice-calc libreoffice-dev libreoffice-l10n-nl zip unzip lowdown weasyprint fonts-liberation"
demo="poppler-utils"
macos="clang lld llvm"
test="$macos clang-format clang-tidy cppcheck gcc-aarch64-linux-gnu gcovr libc6-dev-arm64-cross libclang-rt-14-dev libcmocka-dev libgmp-dev
    qemu-user-static reuse shellcheck strace libxml2-utils gnumeric python3-openpyxl python3-uno valgrind xvfb libreoffice-gtk3 openbox
    xdotool imagemagick"

bench="g++ python3-uno"
dist="$macos gcc-aarch64-linux-gnu gcc-mingw-w64-x86-64-win32 libc6-dev-arm64-cross"
platforms="debootstrap qemu-user-static wine wine64"

case "${1:-test}" in
demo) wanted="$build $demo" ;;
test) wanted="$build $demo $test" ;;
bench) wanted="$build $bench" ;;
dist) wanted="$build $dist" ;;
platforms) wanted="$build $dist $platforms" ;;
*)
    echo "usage: install-packages.sh [demo|test|bench|dist|platforms]" >&2
    exit 2
    ;;
esac

missing=
for package in $wanted; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
echo "Installing:$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086 # a list of names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
