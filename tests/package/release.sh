#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# release.sh FOLDER [ADDRESS [REPOSITORY]]: what `make release` put into the folder; from the project's folder.
#
# (1) Every file is in SHA256SUMS, with its sum, and the package holds a library for each of four platforms.
# (2) The bill of materials names every file of the package with the checksum that it has, and no other.
# (3) With ADDRESS the package looks for updates there, and what it finds names only files of the folder, of this version; without, it
#     has no address, and there is no such file.
# (4) publiccode.yml says both addresses as soon as they are known, and is as its standard asks.
# (5) For an extension site there are, in both languages, texts and pictures.
# (6) Release notes are CHANGELOG.md's words: lines that were broken are whole, marks are gone, and developers' changes stay out.
set -eu

folder=$1 address=${2:-} repository=${3:-}
work=build/copies/release
rm -rf $work
mkdir -p $work/package
unzip -q "$folder/meedoen.oxt" -d $work/oxt

fail() {
    echo "release.sh: $*" >&2
    exit 1
}

# ---- Sums ----
(cd "$folder" && sha256sum --check --quiet SHA256SUMS meedoen.oxt.sha256) || fail "a sum is another one"
(cd "$folder" && find . -type f ! -name SHA256SUMS | sed 's,^\./,,' | LC_ALL=C sort) >$work/files
sed 's/^[0-9a-f]*  //' "$folder/SHA256SUMS" | diff - $work/files || fail "SHA256SUMS names other files"
grep -q 'table:formula="of:=MEEDOEN' "$folder/acceptance.fods" || fail "no sheet with every example"
[ "$(find $work/oxt -name 'meedoen.so' -o -name 'meedoen.dll' -o -name 'meedoen.dylib' | wc -l)" -eq 4 ] || fail "not four libraries"

# ---- The bill of materials ----
cmp "$folder/SBOM.spdx" $work/oxt/SBOM.spdx
(cd $work/oxt && find . -type f ! -path ./SBOM.spdx -exec sha256sum {} +) | LC_ALL=C sort >$work/sums
awk '/^FileName: / { file = $2 } /^FileChecksum: SHA256: / { print $3 "  " file }' "$folder/SBOM.spdx" | LC_ALL=C sort |
    diff - $work/sums || fail "the bill of materials is of other files"

# ---- Updates ----
version=$(sed -n 's/.*<version value="\(.*\)".*/\1/p' package/description.xml)
if [ -n "$address" ]; then
    xmllint --noout $work/oxt/description.xml "$folder/meedoen.update.xml"
    grep -q "<version value=\"$version\"/>" "$folder/meedoen.update.xml" || fail "the update is not of version $version"
    hrefs=$(grep -ho 'href="https:[^"]*' $work/oxt/description.xml "$folder/meedoen.update.xml" | sed 's/href="//')
    for file in meedoen.update.xml meedoen.oxt release-notes/nl.txt; do
        echo "$hrefs" | grep -qxF "$address/$file" || fail "no link to $address/$file"
    done
    for href in $hrefs; do
        [ -f "$folder/${href#"$address"/}" ] || fail "$href is no file of the release"
    done
else
    ! grep -q update-information $work/oxt/description.xml || fail "an address for updates that nobody gave"
    [ ! -e "$folder/meedoen.update.xml" ] || fail "an update file without an address"
fi

tests/package/publiccode.py "$folder/publiccode.yml" >$work/publiccode || fail "publiccode.yml is not as the standard asks"
said=$(sed -n 's/^url: //p; s/^landingURL: //p' "$folder/publiccode.yml" | tr '\n' ' ')
[ "$said" = "${repository:+$repository }${address:+$address }" ] || fail "publiccode.yml says $said"
[ -z "$repository" ] || ! grep -q 'but for url' $work/publiccode || fail "publiccode.yml has no url"
package/published.sh publiccode https://example.org/meedoen https://example.org/sources >$work/publiccode.yml
for file in publiccode.yml $work/publiccode.yml; do grep -v '^url: \|^landingURL: ' "$file" | sha256sum; done | uniq | wc -l | grep -qx 1 ||
    fail "publiccode.yml is another one with addresses"
tests/package/publiccode.py $work/publiccode.yml | grep -q 'as the standard asks$' || fail "publiccode.yml with addresses is not as the standard asks"

# ---- The extension site ----
for language in nl en; do
    for file in title summary description changes; do
        [ -s "$folder/site/$language/$file.txt" ] || fail "no $file in $language"
    done
    cmp "$folder/site/$language/icon.png" package/icons/icon.png
    pictures=$(find "$folder/site/$language/pictures" -name '*.png' | wc -l)
    [ "$pictures" -ge 2 ] || fail "$pictures pictures in $language"
done
both=$(find "$folder/site" -name '*.png' ! -name icon.png | sed 's,.*/,,' | LC_ALL=C sort | uniq -d)
[ -z "$both" ] || fail "in both languages: $both"
for of in nl/pictures/nl- nl/pictures/verdeling.png en/pictures/en- en/pictures/allocation.png; do
    find "$folder/site" -path "*/$of*" | grep -q . || fail "no picture $of"
done
[ -z "$(find "$folder/site" -path '*/nl/*' -name 'en-*' -o -path '*/en/*' -name 'nl-*')" ] || fail "pictures in the wrong language"

# ---- Release notes ----
cp package/notes.sh $work/package
printf '<version value="1.2.0"/>\n' >$work/package/description.xml
cat >$work/CHANGELOG.md <<'EOT'
## [Unreleased]

### For administrators

- Not yet.

## [1.2.0] - 2027-01-01

### Voor beheerders

- Eén regel.

### For administrators

- A line that
  was `broken`, and a [link](x.md).
- **Two.**

### For developers

- Not for users.

## [1.1.0] - 2026-01-01

### For administrators

- Long ago.
EOT
$work/package/notes.sh en >$work/en
printf 'Meedoen 1.2.0\n\n- A line that was broken, and a link.\n- Two.\n' | diff - $work/en || fail "other words than CHANGELOG.md's"
sed -i 's/Voor beheerders/Beheerders/' $work/CHANGELOG.md
! $work/package/notes.sh nl >/dev/null 2>$work/error || fail "no words in Dutch, and no error"
grep -qx 'notes.sh: CHANGELOG.md says nothing of version 1.2.0 after "### Voor "' $work/error || fail "$(cat $work/error)"

rm -rf $work
echo "release: $(wc -l <"$folder/SHA256SUMS") files of version $version"
