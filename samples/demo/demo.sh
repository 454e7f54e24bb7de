#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Shows the main job: the real add-in, in a real office without a window, on real figures.
#
#   demo.sh EXTENSIONS DEMO.fods SHEET.fods …
#
# EXTENSIONS is the folder with the unpacked extension. Prints what DEMO.fods computes, and makes a PDF and pictures of every
# SHEET beside it. All that the office writes, its settings included, stays in the folder of DEMO.fods.
set -eu

extensions=$(cd "$1" && pwd)
folder=$(cd "$(dirname "$2")" && pwd)
demo=$folder/$(basename "$2")
shift 2

# The office's home, language and settings are its own, whoever runs this and wherever.
export HOME="$folder/home" XDG_CONFIG_HOME="$folder/home" XDG_CACHE_HOME="$folder/home" XDG_RUNTIME_DIR="$folder/home"
export LC_ALL=C.UTF-8
mkdir -p "$HOME"
chmod 700 "$HOME"

convert()
{
    timeout 100 soffice --headless "-env:UserInstallation=file://$folder/profile" "-env:BUNDLED_EXTENSIONS=file://$extensions" \
        --convert-to "$1" --outdir "$folder" "$2" >"$folder/office.log" 2>&1 || true
    [ -s "$3" ] || {
        echo "The office made no $3:" >&2
        cat "$folder/office.log" >&2
        exit 1
    }
}

rm -f "$folder"/*.csv "$folder"/*.pdf "$folder"/*.png
convert 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false' "$demo" "${demo%.fods}.csv"
awk -F '\t' '
    # 1234567 as 1,234,567
    function grouped(number, done) {
        while (match(number, /[0-9][0-9][0-9][0-9]+$/)) {
            done = "," substr(number, length(number) - 2) done
            number = substr(number, 1, length(number) - 3)
        }
        return number done
    }
    $1 == "#"      { print "\n" $2; next }
    $1 == "amount" { printf "  %-60s EUR %13s\n", $2, grouped($3); next }
    $1 == "missed" { printf "  %-32s ROUND misses by EUR %5s, ALLOCATE_DU by EUR %s\n", $2, $3, $4; next }
    $1 == "share"  { printf "  %-62s %s\n", $2, $3 ~ /^-?[0-9.]+$/ ? sprintf("%11.1f%%", 100 * $3 + 1e-9) : sprintf("%12s", $3); next }
                   { print "  " $2 }
' "${demo%.fods}.csv"

printf '\nThe sheets, as PDF and as pictures\n'
for sheet in "$@"; do
    name=$(basename "$sheet" .fods)
    convert pdf "$sheet" "$folder/$name.pdf"
    pdftoppm -r 60 -png "$folder/$name.pdf" "$folder/$name"
    echo "  $sheet"
    echo "    $folder/$name.pdf, $(find "$folder" -name "$name-*.png" | wc -l) pages"
done
