#!/bin/sh
# SPDX-FileCopyrightText: 2026 Meedoen maintainers
# SPDX-License-Identifier: EUPL-1.2
# notes.sh nl|en: the release notes in one language: what CHANGELOG.md says of this version to users and administrators, as plain text.
#
# (1) The version is the one of description.xml; the sections are those that begin with "Voor" in Dutch and with "For" in English, but
#     for the one to developers.
# (2) A line that was broken in CHANGELOG.md is one line again, without the marks of Markdown.
# (3) A version that says nothing in this language is an error.
set -eu

here=$(dirname "$0")
version=$(sed -n 's/.*<version value="\(.*\)".*/\1/p' "$here/description.xml")
case $1 in
nl) readers='### Voor ' ;;
en) readers='### For ' ;;
esac
notes=$(awk -v heading="## [$version] - " -v readers="$readers" '
    function finish() { if (item != "") print item; item = "" }
    /^## /  { finish(); inside = index($0, heading) == 1; told = 0 }
    /^### / { finish(); told = inside && index($0, readers) == 1 && $0 != "### For developers" }
    !told   { next }
    /^- /   { finish(); item = $0 }
    /^  /   { sub(/^ */, " "); item = item $0 }
    END     { finish() }
' "$here/../CHANGELOG.md")
[ -n "$notes" ] || {
    echo "notes.sh: CHANGELOG.md says nothing of version $version after \"$readers\"" >&2
    exit 1
}
printf 'Meedoen %s\n\n' "$version"
echo "$notes" | sed -E 's/\[([^]]*)\]\([^)]*\)/\1/g; s/[`*]//g'
