#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# release.sh FOLDER PACKAGE [ADDRESS [REPOSITORY]]: puts into the folder all that goes to users, and says what only a person can still do.
#
# (1) The package and its checksum; its bill of materials, release notes, licence and handbooks, each as it is inside the package;
#     publiccode.yml with both addresses. Beside it the sheet with every example, for whoever tries it on a new system.
# (2) meedoen.update.xml, where offices look for a newer version, if the ADDRESS is known at which the folder will be put.
# (3) site/nl and site/en: what the form of an extension site asks for, in that language: title, summary, description, changes, the
#     icon, and pictures: the handbook's, and the one that README.md or LEESMIJ.md begins with.
# (4) SHA256SUMS with every other file, as `sha256sum --check` reads it.
# (5) The same package gives the same bytes. What was in the folder before is gone.
set -eu
umask 022

folder=$1 package=$2 address=${3:-} repository=${4:-}
here=$(dirname "$0")
inside=$folder/inside

rm -rf "$folder"
mkdir -p "$inside"
unzip -q "$package" -d "$inside"

cp "$package" "$package.sha256" "$(dirname "$package")/acceptance.fods" "$inside/SBOM.spdx" "$inside/LICENSE" "$inside"/handbook/*.pdf "$folder"
cp -R "$inside/release-notes" "$folder"
"$here/published.sh" publiccode "$address" "$repository" >"$folder/publiccode.yml"
[ -z "$address" ] || "$here/published.sh" update "$address" >"$folder/meedoen.update.xml"

for language in nl en; do
    site=$folder/site/$language
    mkdir -p "$site/pictures"
    sed -n "/<display-name>/,/<\/display-name>/s/.*lang=\"$language\">\(.*\)<\/name>.*/\1/p" "$inside/description.xml" >"$site/title.txt"
    head -n 1 "$inside/description/$language.txt" >"$site/summary.txt"
    tail -n +3 "$inside/description/$language.txt" >"$site/description.txt"
    tail -n +3 "$inside/release-notes/$language.txt" >"$site/changes.txt"
    cp "$inside/icons/icon.png" "$site"
    case $language in
    nl) readme=LEESMIJ.md ;;
    en) readme=README.md ;;
    esac
    first=$(sed -n 's/^!\[.*](\(.*\.png\))$/\1/p' "$here/../$readme")
    cp "$here"/handbook/images/"$language"-*.png "$here/../$first" "$site/pictures"
done

rm -r "$inside"
cd "$folder"
sums=$(find . -type f | sed 's,^\./,,' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum)
echo "$sums" >SHA256SUMS
cd - >/dev/null

version=$(sed -n 's/.*<version value="\(.*\)".*/\1/p' "$here/description.xml")
unreleased=$(sed -n '/^## \[Unreleased\]/,/^## \[[0-9]/p' "$here/../CHANGELOG.md" | grep '^- ' || true)
echo "Meedoen $version is in $folder."
[ -n "$address" ] || echo "To do: say in publiccode.yml, as landingURL, where it will be put. Until then offices cannot be told of a newer version."
[ -n "$repository" ] || echo "To do: say in publiccode.yml, as url, where the sources are."
[ -z "$unreleased" ] || echo "To do: give the changes under [Unreleased] in CHANGELOG.md a version, there, in package/description.xml and in publiccode.yml."
