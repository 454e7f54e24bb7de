#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Shows the main job: the real add-in, in a real office without a window, on real figures.
#
#   demo.sh EXTENSIONS DEMO.fods COUNCIL-CHECK.fods SHEET.fods …
#
# EXTENSIONS is the folder with the unpacked extension. Prints what COUNCIL-CHECK.fods says and what DEMO.fods computes, as these sheets
# write it, and makes a PDF and pictures, one for each page, of every SHEET. All that the office writes, its settings included, stays in the folder of
# DEMO.fods.
set -eu

extensions=$(cd "$1" && pwd)
folder=$(cd "$(dirname "$2")" && pwd)
demo=$folder/$(basename "$2" .fods)
check=$folder/$(basename "$3" .fods)

# The office's home, language and settings are its own, whoever runs this and wherever.
export HOME="$folder/home" XDG_CONFIG_HOME="$folder/home" XDG_CACHE_HOME="$folder/home" XDG_RUNTIME_DIR="$folder/home"
export LC_ALL=C.UTF-8
mkdir -p "$HOME"
chmod 700 "$HOME"

# convert SUFFIX FORMAT SHEET…: each SHEET gets a file beside DEMO.fods.
convert()
{
    suffix=$1
    format=$2
    shift 2
    timeout 100 soffice --headless "-env:UserInstallation=file://$folder/profile" "-env:BUNDLED_EXTENSIONS=file://$extensions" \
        --convert-to "$format" --outdir "$folder" "$@" >"$folder/office.log" 2>&1 || true
    for sheet in "$@"; do
        made=$folder/$(basename "$sheet" .fods).$suffix
        [ -s "$made" ] || {
            echo "The office made no $made:" >&2
            cat "$folder/office.log" >&2
            exit 1
        }
    done
}

rm -f "$folder"/*.csv "$folder"/*.pdf "$folder"/*.png
# As cells show it, between tabs.
convert csv 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true' "$2" "$3"
shift 3

# The questions with their verdicts stand in columns E to H, what to ask the executive further down in A and B.
awk -F '\t' '
    NR == 2                              { title = $1 }
    $5 ~ /^[1-9][ab]?$/                  { number[++count] = $5; told[$5] = $6 "\n      " $7 ": " $8 }
    $1 ~ /^[1-9][ab]?$/ && $1 in told    { asked[$1] = $2 }
    END {
        print title
        for (i = 1; i <= count; i++)
            printf "  %-3s %s\n      %s\n", number[i], told[number[i]], asked[number[i]]
    }
' "$check.csv"

awk -F '\t' '
    $1 == "" && $2 ~ /^[A-Z].*[^.]$/ { print "\n" $2; next }
    { printf "  %14s  %s\n", $1, $2 }
' "$demo.csv"

convert pdf pdf "$@"
for sheet in "$@"; do
    name=$(basename "$sheet" .fods)
    pdftoppm -r 60 -png "$folder/$name.pdf" "$folder/$name"
    echo "  $sheet"
    echo "    $folder/$name.pdf ($(find "$folder" -name "$name-[0-9]*.png" | wc -l))"
done
