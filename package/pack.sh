#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# pack.sh EXTENSION PACKAGE FILE...: packs these files of an unpacked extension, and the bill of materials that they make; puts the
# checksum beside the package, as `sha256sum --check` reads it.
#
# The same bytes on every run: sorted names, one date, one mode, no owners.
set -eu

extension=$1 package=$2
shift 2
here=$(dirname "$0")
staged=$(dirname "$package")/staged

rm -rf "$package" "$staged"
mkdir "$staged"
tar -C "$extension" -cf - "$@" | tar -C "$staged" -xf -
sh "$here/sbom.sh" "$staged" >"$package.spdx"
mv "$package.spdx" "$staged/SBOM.spdx"
find "$staged" -type f -exec chmod 644 {} +
find "$staged" -type f -exec env TZ=UTC touch -t 201701010000 {} +
cd "$staged"
find . -type f | sed 's,^\./,,' | LC_ALL=C sort | TZ=UTC zip -q -X -9 "../$(basename "$package")" -@
cd ..
sha256sum "$(basename "$package")" >"$(basename "$package").sha256"
