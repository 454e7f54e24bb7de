#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# check.sh PACKAGE: the package is whole, and its libraries ask no more of a platform than the oldest one we promise has.
#
# (1) Every file that the manifest and the description name is there, but for libraries of platforms that were not built.
# (2) Linux: the office's functions in their version UDK_3_0_0, those of glibc no newer than Debian 11 has, nothing else.
# (3) Windows: the office's two libraries, KERNEL32, and the C runtime that is a part of every Windows: msvcrt.dll. Later ones are not
#     in every Windows that the office runs on. No time of building is in it.
# (4) macOS: a half for each processor, from the oldest system that we promise; the system's library and the office's two.
# (5) No fused multiply-add, which rounds otherwise: every platform gives the same bits.
# (6) One version, the newest in CHANGELOG.md, with one date: also among the properties of the Windows library, in publiccode.yml, in
#     the release notes, which say the same in both languages, and in the bill of materials.
# (7) The checksum beside the package is the package's.
# (8) What LibreOffice's extension site asks: a licence inside, which the description names; a title of 5 to 50 letters, a summary of at
#     most 200, a version of at most 12; an icon of 42 by 42 pixels, one for high contrast too.
# (9) Windows takes every name of a file: no sign and no name that it keeps for itself, no two names that differ in capitals alone,
#     and none so long that it would not fit behind a profile's folder.
set -eu
export LC_ALL=C TZ=UTC

oldest_glibc=2.31
here=$(cd "$(dirname "$0")" && pwd)
unpacked=$(dirname "$1")/checked
wrong=0

not_so() {
    echo "check.sh: $*" >&2
    wrong=1
}

within() { # within TEXT LEAST MOST
    [ ${#1} -ge "$2" ] && [ ${#1} -le "$3" ]
}

newest() {
    printf '%s\n' "$@" | sort -V | tail -n 1
}

check_linux() { # check_linux LIBRARY
    readelf -W --dyn-syms "$1" | awk '$7 == "UND" && $5 != "WEAK" && NF > 7 { print $8 }' | while read -r symbol; do
        case $symbol in
        *@UDK_3_0_0) ;;
        *@GLIBC_*) [ "$(newest "${symbol#*@GLIBC_}" $oldest_glibc)" = $oldest_glibc ] || echo "$symbol" ;;
        *) echo "$symbol" ;;
        esac
    done
    readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -vxE 'libuno_(cppu|sal)\.so\.3|libc\.so\.6|ld-linux-aarch64\.so\.1' || true
    readelf -d "$1" | grep -E 'R(UN)?PATH' || true
    case $1 in
    *aarch64*) aarch64-linux-gnu-objdump -d "$1" | grep -wE 'fn?m(add|sub)|fml[as]' || true ;;
    *) objdump -d "$1" | grep -E 'vfn?m(add|sub)' || true ;;
    esac
}

check_windows() { # check_windows LIBRARY
    x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/.*DLL Name: //p' | grep -vxiE '(cppu3|sal3|kernel32|msvcrt)\.dll' || true
    x86_64-w64-mingw32-objdump -p "$1" | grep '^Time/Date' | grep -vE '[^0-9]0$|Thu Jan +1 00:00:00 1970$' || true
    x86_64-w64-mingw32-windres -O rc "$1" | grep -q "\"FileVersion\", \"$version\"" || echo "version $version in its properties"
}

# The office's libraries have no compatibility version: to ask for one is to be refused.
check_macos() { # check_macos LIBRARY
    halves=$(llvm-objdump --macho --arch=all --private-headers "$1" | awk '
        $1 == "cmd" { command = $2 }
        command ~ /VERSION_MIN/ && $1 == "version" || $1 == "minos" { print "from", $2 }
        command ~ /_DYLIB/ && $1 == "name" { print $2 }
        $1 == "time" && $3 > 2 || /^compatibility version/ && $3 != "0.0.0"' | LC_ALL=C sort | uniq -c | sed 's/^ *//')
    libraries='@executable_path/../Frameworks/libuno'
    [ "$halves" = "2 /usr/lib/libSystem.B.dylib
2 ${libraries}_cppu.dylib.3
2 ${libraries}_sal.dylib.3
1 from 10.10
1 from 11.0" ] || echo "$halves"
    llvm-objdump --macho --arch=arm64 -d "$1" | grep -wE 'fn?m(add|sub)|fml[as]' || true
}

(cd "$(dirname "$1")" && sha256sum --check --quiet "$(basename "$1").sha256") || not_so "the checksum beside $1 is another one"
rm -rf "$unpacked"
mkdir -p "$unpacked"
unzip -q "$1" -d "$unpacked"
version=$(sed -n 's/.*<version value="\(.*\)".*/\1/p' "$unpacked/description.xml")
for library in "$unpacked"/*/meedoen.so "$unpacked"/*/meedoen.dll "$unpacked"/*/meedoen.dylib; do
    [ -e "$library" ] || continue
    case $library in
    *.so) unwanted=$(check_linux "$library") ;;
    *.dylib) unwanted=$(check_macos "$library") ;;
    *) unwanted=$(check_windows "$library") ;;
    esac
    [ -z "$unwanted" ] || not_so "$library needs $unwanted"
    grep -q "uri=\"$(basename "$library")\"" "$(dirname "$library")/meedoen.components" || not_so "$library is not registered"
done
for file in $(sed -n 's/.*manifest:full-path="\([^"]*\)".*/\1/p' "$unpacked/META-INF/manifest.xml") \
    $(sed -n 's/.*xlink:href="\([^":]*\)".*/\1/p' "$unpacked/description.xml"); do
    case $file in
    */meedoen.components) [ -e "$unpacked/$file" ] || [ ! -e "$unpacked/$(dirname "$file")" ] || not_so "no $file" ;;
    *) [ -e "$unpacked/$file" ] || not_so "no $file" ;;
    esac
done

# ---- One version ----
released=$(sed -n 's/^## \[\([0-9].*\)\] - \(.*\)/\1 of \2/p' "$here/../CHANGELOG.md" | head -n 1)
described=$(sed -n 's/^softwareVersion: //p' "$here/../publiccode.yml") date=$(sed -n 's/^releaseDate: "\(.*\)"/\1/p' "$here/../publiccode.yml")
[ "$released" = "$version of $date" ] || not_so "CHANGELOG.md has version $released for its newest, the package $version of $date"
[ "$described" = "$version" ] || not_so "publiccode.yml has version $described, the package $version"
for notes in "$unpacked"/release-notes/*; do
    grep -qx "Meedoen $version" "$notes" || not_so "$notes are not of version $version"
done
dutch=$(grep -c '^- ' "$unpacked/release-notes/nl.txt") english=$(grep -c '^- ' "$unpacked/release-notes/en.txt")
[ "$dutch" -eq "$english" ] || not_so "$dutch changes are told in Dutch, $english in English"
grep -qx "PackageVersion: $version" "$unpacked/SBOM.spdx" || not_so "the bill of materials is not of version $version"
grep -qx "Created: ${date}T00:00:00Z" "$unpacked/SBOM.spdx" || not_so "the bill of materials is not of $date"

# ---- The extension site ----
licence=$(sed -n 's/.*<license-text xlink:href="\([^"]*\)".*/\1/p' "$unpacked/description.xml")
[ -f "$unpacked/$licence" ] || not_so "the description names no licence that is inside"
[ ${#version} -le 12 ] || not_so "version $version is longer than 12 signs"
for language in nl en; do
    title=$(sed -n "/<display-name>/,/<\/display-name>/s/.*lang=\"$language\">\(.*\)<\/name>.*/\1/p" "$unpacked/description.xml")
    within "$title" 5 50 || not_so "the title \"$title\" has not 5 to 50 letters"
    summary=$(head -n 1 "$unpacked/description/$language.txt")
    within "$summary" 1 200 || not_so "the summary \"$summary\" has not 1 to 200 letters"
done
for kind in default high-contrast; do
    icon=$unpacked/$(sed -n "s/.*<$kind xlink:href=\"\([^\"]*\.png\)\".*/\1/p" "$unpacked/description.xml")
    size=$(head -c 24 "$icon" | tail -c 8 | od -An -tu1 | tr -s ' ')
    [ "$size" = " 0 0 0 42 0 0 0 42" ] || not_so "the icon $icon is not 42 by 42 pixels"
done

# ---- Names of files ----
names=$(cd "$unpacked" && find . -mindepth 1 | sed 's,^\./,,')
strange=$(echo "$names" | grep -vxE '[A-Za-z0-9_/.-]{1,80}' || true)
[ -z "$strange" ] || not_so "Windows would not take the name $strange"
kept=$(echo "$names" | grep -iE '(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?(/|$)|\.(/|$)' || true)
[ -z "$kept" ] || not_so "Windows keeps the name $kept for itself"
twice=$(echo "$names" | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort | uniq -d)
[ -z "$twice" ] || not_so "Windows takes two names for one: $twice"
rm -rf "$unpacked"
exit $wrong
