# SPDX-License-Identifier: EUPL-1.2
# Writes a sheet's rows from a table of figures, so that the figures stand in one place.
#
#   awk -f fill.awk TABLE.csv SHEET.fods.in > SHEET.fods
#
# (1) TABLE.csv has a header line; a field with a comma in it stands in double quotes.
# (2) The lines between <!-- for each row of TABLE.csv, from sheet row N --> and <!-- end --> are repeated for each row of the table.
# (3) In them @column@ becomes the row's value in that column, @row@ its number on the sheet; anywhere in the sheet @first@ and
#     @last@ become the numbers of the first and the last of these rows, and @count@ how many there are. A second such block is
#     named: <!-- for each row of TABLE.csv, as NAME from sheet row N -->, and its numbers are @NAME.first@ and @NAME.last@.
# (4) A matrix formula is entered once and covers all rows: it is kept on the first one.

function fail(message)
{
    print "fill.awk: " FILENAME ": " message > "/dev/stderr"
    failed = 1
    exit 1
}

# Splits a line of the table into `values`; returns how many there are.
function split_fields(line, values,    count, field)
{
    count = 0
    line = line ","
    while (line != "") {
        if (match(line, /^"[^"]*",/))
            field = substr(line, 2, RLENGTH - 3)
        else if (match(line, /^[^",]*,/))
            field = substr(line, 1, RLENGTH - 1)
        else
            fail("line " FNR " cannot be read: " line)
        line = substr(line, RLENGTH + 1)
        values[++count] = field
    }
    return count
}

# gsub would read an ampersand in the replacement as the text that it replaces.
function put(line, mark, value,    at, done)
{
    done = ""
    while ((at = index(line, mark)) > 0) {
        done = done substr(line, 1, at - 1) value
        line = substr(line, at + length(mark))
    }
    return done line
}

function as_xml(text)
{
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    return text
}

function put_numbers(line,    name)
{
    for (name in first) {
        line = put(line, "@" name "first@", first[name])
        line = put(line, "@" name "last@", first[name] + rows - 1)
    }
    return put(line, "@count@", rows)
}

function print_rows(name,    i, j, k, line)
{
    for (i = 1; i <= rows; i++) {
        for (j = 1; j <= lines; j++) {
            line = block[j]
            if (i > 1)
                sub(matrix, "", line)
            for (k = 1; k <= columns; k++)
                line = put(line, "@" header[k] "@", as_xml(table[i, k]))
            print put_numbers(put(line, "@row@", first[name] + i - 1))
        }
    }
}

BEGIN {
    start = "<!-- for each row of .*, (as [a-z]+ )?from sheet row [0-9]+ -->"
    matrix = " table:formula=\"[^\"]*\" table:number-matrix-columns-spanned=\"[^\"]*\" table:number-matrix-rows-spanned=\"[^\"]*\""
}

{ sub(/\r$/, "") }

NR == 1 { columns = split_fields($0, header); next }

NR == FNR {
    if (split_fields($0, values) != columns)
        fail("line " FNR " has not " columns " fields")
    rows++
    for (k = 1; k <= columns; k++)
        table[rows, k] = values[k]
    next
}

# The sheet is read whole: its head already speaks of the rows further down.
{ sheet[FNR] = $0 }

$0 ~ start {
    name = $0
    row = $0
    if (sub(/.*, as /, "", name))
        sub(/ from sheet row .*/, ".", name)
    else
        name = ""
    sub(/.* from sheet row /, "", row)
    first[name] = row + 0
    name_at[FNR] = name
}

END {
    if (failed)
        exit 1
    for (i = 1; i in sheet; i++) {
        if (i in name_at) {
            inside = 1
            lines = 0
            name = name_at[i]
        } else if (inside && sheet[i] ~ /<!-- end -->/) {
            inside = 0
            print_rows(name)
        } else if (inside) {
            block[++lines] = sheet[i]
        } else {
            print put_numbers(sheet[i])
        }
    }
    if (!rows || inside)
        fail(inside ? "a block of rows has no end" : "the table has no rows")
}
