#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# published.sh description|update|publiccode ADDRESS [REPOSITORY]: where the files of a release are put, such as https://example.org/meedoen,
# and where the sources are, worked into
#
#   description   the description inside the package: where an office that has the extension looks for a newer one
#   update        what it finds there, in meedoen.update.xml: the version, and where its package and release notes are
#   publiccode    publiccode.yml, as landingURL and url; an address that is empty is left out
#
# At ADDRESS belongs what `make release` puts into build/release/.
set -eu

address=$2 repository=${3:-}
source=$(dirname "$0")/description.xml

case $1 in
description)
    sed "s|href=\"release-notes/|href=\"$address/release-notes/|
        s|^</description>|  <update-information>\\
    <src xlink:href=\"$address/meedoen.update.xml\"/>\\
  </update-information>\\
&|" "$source"
    ;;
update)
    cat <<EOT
<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<description xmlns="http://openoffice.org/extensions/update/2006" xmlns:d="http://openoffice.org/extensions/description/2006"
             xmlns:l="http://libreoffice.org/extensions/description/2011" xmlns:xlink="http://www.w3.org/1999/xlink">
EOT
    sed -n '/<identifier/p; /<version/p; /<dependencies>/,/<\/dependencies>/p' "$source"
    cat <<EOT
  <update-download>
    <src xlink:href="$address/meedoen.oxt"/>
  </update-download>
EOT
    sed -n "s|href=\"release-notes/|href=\"$address/release-notes/|; /<release-notes>/,/<\\/release-notes>/p" "$source"
    echo '</description>'
    ;;
publiccode)
    awk -v url="$repository" -v landing="$address" '
        /^(url|landingURL): / { next }
        { print }
        /^name: / { if (url) print "url: " url; if (landing) print "landingURL: " landing }
    ' "$(dirname "$0")/../publiccode.yml"
    ;;
*)
    echo "usage: published.sh description|update|publiccode ADDRESS [REPOSITORY]" >&2
    exit 2
    ;;
esac
