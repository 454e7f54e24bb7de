#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The handbook in one language, as one HTML file and as a PDF with tags for screen readers, with the same bytes on every run. What a
# picture shows stands below it as text: WeasyPrint 57 tags text alone.
#
#   make.sh nl|en TITLE HANDBOOK.md HANDBOOK.html     writes HANDBOOK.html and, beside it, HANDBOOK.pdf
set -eu

language=$1 title=$2 markdown=$3 html=$4
here=$(dirname "$0")
body=$html.body
lowdown -Thtml --parse-no-intraemph --html-no-escapehtml --html-no-skiphtml --out-no-smarty "$markdown" >"$body"
{
    printf '<!DOCTYPE html>\n<html lang="%s">\n<head>\n<meta charset="utf-8">\n<title>%s</title>\n<style>\n' "$language" "$title"
    cat "$here/style.css"
    printf '</style>\n</head>\n<body>\n<h1 class="title">%s</h1>\n<nav>\n<ul>\n' "$title"
    # The contents: every chapter, with the id that it was given.
    sed -n 's,^<h1 id="\([^"]*\)">\(.*\)</h1>$,<li><a href="#\1">\2</a></li>,p' "$body"
    printf '</ul>\n</nav>\n<main class="chapters">\n'
    sed 's,<p><img src="\([^"]*\)" alt="\([^"]*\)" */></p>,<figure><img src="\1" alt=""><figcaption>\2</figcaption></figure>,' "$body"
    printf '</main>\n</body>\n</html>\n'
} >"$html"
# WeasyPrint names a picture in a PDF by its address, which tells the folder: here the picture itself is the address.
sed -n 's/.*<img src="\([^"]*\)".*/\1/p' "$html" | while read -r picture; do
    printf 's|src="%s"|src="data:image/png;base64,%s"|\n' "$picture" "$(base64 -w 0 "$(dirname "$html")/$picture")"
done >"$body"
sed -f "$body" "$html" >"$html.printed"
# The names of embedded fonts come from Python's hashes, and their dates from the clock.
SOURCE_DATE_EPOCH=1483228800 PYTHONHASHSEED=0 weasyprint --quiet --pdf-variant pdf/ua-1 "$html.printed" "${html%.html}.pdf"
rm "$body" "$html.printed"
