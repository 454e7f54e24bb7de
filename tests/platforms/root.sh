#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Debian roots with an office of their own, below build/roots/. Takes root: a chroot does.
#
#   root.sh make NAME              makes the root, unless it is there
#   root.sh run NAME COMMAND...    runs a command in it as an ordinary user; the project is then at /project and its build/ at
#                                  /given, both read-only, and /tmp is new
#
# NAME is SUITE or SUITE-backports, with -arm64 behind it for another processor, which qemu plays. DEBIAN_MIRROR may name another mirror.
#
# (1) A root that was not finished is made again; a finished one stays until `make clean`, and gets the packages that it lacks.
# (2) All mounts live in a private namespace: they are gone with the command, whatever happens to it.
# (3) The kernel is told of qemu only if it does not know it yet, and forgets it afterwards.
set -eu

mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
here=$(cd "$(dirname "$0")/../.." && pwd)/build
user=2000
packages="libreoffice-calc libreoffice-l10n-nl fonts-dejavu-core fonts-liberation python3-uno python3-openpyxl"

fail() {
    echo "root.sh: $*" >&2
    exit 1
}

[ $# -ge 2 ] || fail "usage: root.sh make NAME | run NAME COMMAND..."
action=$1 name=$2
shift 2
[ "$(id -u)" -eq 0 ] || fail "a chroot takes root: run this as root, or under sudo"

root=$here/roots/$name
suite=${name%-arm64}
distribution=${suite%-backports}
case $name in
*-arm64) architecture=arm64 ;;
*) architecture=amd64 ;;
esac

# The rest of this script runs in the private namespace.
if [ -z "${MEEDOEN_PRIVATE:-}" ]; then
    exec env MEEDOEN_PRIVATE=yes unshare --mount --propagation private sh "$0" "$action" "$name" "$@"
fi

registered=
if [ "$architecture" = arm64 ] && [ "$(uname -m)" != aarch64 ]; then
    binfmt=/proc/sys/fs/binfmt_misc
    [ -e $binfmt/register ] || mount -t binfmt_misc binfmt_misc $binfmt || fail "this kernel has no binfmt_misc"
    if [ ! -e $binfmt/qemu-aarch64 ]; then
        cat /usr/lib/binfmt.d/qemu-aarch64.conf >$binfmt/register
        registered=$binfmt/qemu-aarch64
    fi
fi
trap '[ -z "$registered" ] || echo -1 >"$registered"' EXIT

in_root() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# Each step depends on the one before: what stands before "||" is not ended by set -e.
make_debian() {
    rm -rf "$root" &&
        mkdir -p "$root/etc/dpkg/dpkg.cfg.d" "$root/etc/apt/sources.list.d" &&
        printf 'force-unsafe-io\npath-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n' >"$root/etc/dpkg/dpkg.cfg.d/lean" &&
        debootstrap --variant=minbase --arch=$architecture --foreign "$distribution" "$root" "$mirror" &&
        in_root /debootstrap/debootstrap --second-stage &&
        in_root useradd --uid $user --create-home controller || return 1
    [ "$suite" = "$distribution" ] || echo "deb $mirror $suite main" >"$root/etc/apt/sources.list.d/backports.list"
}

install_packages() {
    # shellcheck disable=SC2086 # a list of names
    mount -t proc proc "$root/proc" &&
        in_root apt-get update -qq &&
        in_root apt-get install -y -qq --no-install-recommends -t "$suite" $packages &&
        in_root apt-get clean
}

case $action in
make)
    [ "$(cat "$root/.finished" 2>/dev/null)" != "$packages" ] || exit 0
    echo "making $root ($suite, $architecture)"
    mkdir -p "$here/roots"
    {
        { [ -e "$root/.finished" ] || make_debian; } && rm -f "$root/.finished" && install_packages
    } >"$here/roots/$name.log" 2>&1 || fail "see $here/roots/$name.log"
    echo "$packages" >"$root/.finished"
    ;;
run)
    [ -e "$root/.finished" ] || fail "no root $name: first root.sh make $name"
    mount -t proc proc "$root/proc"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mkdir -p "$root/given" "$root/project"
    mount --bind -o ro "$here" "$root/given"
    mount --bind -o ro "$here/.." "$root/project"
    chroot --userspec=$user:$user "$root" env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/home/controller "$@"
    ;;
*) fail "no such action: $action" ;;
esac
