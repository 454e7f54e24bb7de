#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# sbom.sh FOLDER: prints the software bill of materials of an unpacked extension, as SPDX 2.3.
#
# (1) All of it is ours, but for the counts of CBS in one template and what a library takes from its compiler. The office and the
#     C library of Linux are not in it.
# (2) The date is the release's, so that the same sources give the same bill.
set -eu

here=$(dirname "$0")
folder=$1
version=$(sed -n 's/.*<version value="\(.*\)".*/\1/p' "$here/description.xml")
date=$(sed -n 's/^releaseDate: "\(.*\)"/\1/p' "$here/../publiccode.yml")
files=$(cd "$folder" && find . -type f | LC_ALL=C sort)
with_data="EUPL-1.2 AND CC-BY-4.0"

sum() { # sum sha1|sha256 FILE
    "$1sum" <"$2" | cut -d ' ' -f 1
}

identifier() {
    echo "SPDXRef-File-$(echo "$1" | sed 's,^\./,,; s,[^A-Za-z0-9.-],-,g')"
}

verification_code=$(echo "$files" | while read -r file; do sum sha1 "$folder/$file"; done | LC_ALL=C sort | tr -d '\n' |
    sha1sum | cut -d ' ' -f 1)

cat <<EOT
SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: meedoen.budget-$version
DocumentNamespace: https://spdx.org/spdxdocs/meedoen.budget-$version-$verification_code
Creator: Organization: Meedoen maintainers
Created: ${date}T00:00:00Z

PackageName: meedoen.budget
SPDXID: SPDXRef-Package
PackageVersion: $version
PackageSupplier: Organization: Meedoen maintainers
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: true
PackageVerificationCode: $verification_code (excludes: ./SBOM.spdx)
PackageLicenseConcluded: $with_data
PackageLicenseInfoFromFiles: NOASSERTION
PackageLicenseDeclared: $with_data
PackageCopyrightText: <text>Meedoen maintainers; Centraal Bureau voor de Statistiek</text>
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package
EOT

echo "$files" | while read -r file; do
    case $file in
    *.so | *.dll | *.dylib) type=BINARY ;;
    *.png) type=IMAGE ;;
    *.ots | *.pdf | *.rdb) type=OTHER ;;
    *) type=TEXT ;;
    esac
    case $file in
    */verdeling.ots) licence=$with_data copyright="Meedoen maintainers; Centraal Bureau voor de Statistiek" ;;
    *) licence=EUPL-1.2 copyright="Meedoen maintainers" ;;
    esac
    cat <<EOT

FileName: $file
SPDXID: $(identifier "$file")
FileType: $type
FileChecksum: SHA1: $(sum sha1 "$folder/$file")
FileChecksum: SHA256: $(sum sha256 "$folder/$file")
LicenseConcluded: $licence
LicenseInfoInFile: NOASSERTION
FileCopyrightText: <text>$copyright</text>
Relationship: SPDXRef-Package CONTAINS $(identifier "$file")
EOT
done

# used_by NAME VERSION LICENCE LIBRARY...: a part of the compiler, of which these libraries hold a copy.
used_by() {
    cat <<EOT

PackageName: $1
SPDXID: SPDXRef-Package-$1
PackageVersion: $2
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: false
PackageLicenseConcluded: $3
PackageLicenseDeclared: $3
PackageCopyrightText: NOASSERTION
EOT
    part=$1
    shift 3
    for library in "$@"; do
        echo "Relationship: $(identifier "$library") STATIC_LINK SPDXRef-Package-$part"
    done
}

libgcc_licence="GPL-3.0-or-later WITH GCC-exception-3.1"
cd "$folder"
set -- Linux_*/meedoen.so
[ ! -e "$1" ] || used_by libgcc "$(gcc -dumpfullversion)" "$libgcc_licence" "$@"
[ -e Windows_x86_64/meedoen.dll ] || exit 0
windows_gcc=x86_64-w64-mingw32-gcc-win32
used_by libgcc-mingw-w64 "$($windows_gcc -dumpversion)" "$libgcc_licence" Windows_x86_64/meedoen.dll
used_by mingw-w64-runtime "$(echo '#include <_mingw_mac.h>
__MINGW64_VERSION_MAJOR __MINGW64_VERSION_MINOR' | $windows_gcc -E -P - | tail -n 1 | tr ' ' .)" ZPL-2.1 Windows_x86_64/meedoen.dll
