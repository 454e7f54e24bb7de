# SPDX-License-Identifier: EUPL-1.2
# Takes a flat spreadsheet apart into the files of a template package (.ots).
#
#   awk -v into=FOLDER -f template.awk SHEET.fods
#
# (1) FOLDER is there and empty.
# (2) The sheet has the tags office:meta, office:settings, office:font-face-decls, office:styles, office:automatic-styles,
#     office:master-styles and office:body each on a line of its own, and so have its charts, which stand in draw:object.
# (3) Styles without a name of their own are wanted by the sheets and by the pages, so both files get them.
# (4) A chart goes to a folder of its own: inside a package the office does not read one that stands in the sheet.

function fail(message)
{
    print "template.awk: " FILENAME ": " message > "/dev/stderr"
    failed = 1
    exit 1
}

function write_part(name, kind, body)
{
    printf "%s<office:document-%s%s>\n%s</office:document-%s>\n", declaration, kind, names, body, kind > (into "/" name)
    close(into "/" name)
    entries = entries " <manifest:file-entry manifest:full-path=\"" name "\" manifest:media-type=\"text/xml\"/>\n"
}

function add_entry(path, type)
{
    entries = entries " <manifest:file-entry manifest:full-path=\"" path "\" manifest:media-type=\"" type "\"/>\n"
}

BEGIN {
    declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    opendocument = "application/vnd.oasis.opendocument."
    add_entry("/", opendocument "spreadsheet-template")
}

# The attributes of the document's own tag: its namespaces and version.
!names && /<office:document( |$)/ { in_names = 1 }
in_names {
    attributes = attributes " " $0
    if (/>[ \t]*$/) {
        in_names = 0
        names = attributes
        sub(/^.*<office:document/, "", names)
        sub(/>[ \t]*$/, "", names)
        sub(/ office:mimetype="[^"]*"/, "", names)
        gsub(/[ \t]+/, " ", names)
    }
    next
}

# ---- Charts

/<draw:object[ >]/ {
    tag = $0
    sub(/<draw:object/, "<draw:object xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" xlink:href=\"./Object " ++charts "\"", tag)
    section["body"] = section["body"] tag "\n"
    in_chart = 1
    chart = part = ""
    next
}
in_chart && /<\/draw:object>/ {
    if (chart == "")
        fail("chart " charts " has no content")
    system("mkdir -p '" into "/Object " charts "'")
    write_part("Object " charts "/content.xml", "content", chart)
    add_entry("Object " charts "/", opendocument "chart")
    section["body"] = section["body"] $0 "\n"
    in_chart = 0
    next
}
in_chart {
    if (/<office:(automatic-styles|body)>/)
        part = "chart"
    if (part)
        chart = chart $0 "\n"
    if (/<\/office:(automatic-styles|body)>/)
        part = ""
    next
}

# ---- The sheets

match($0, /<office:(meta|settings|font-face-decls|styles|automatic-styles|master-styles|body)>/) {
    current = substr($0, RSTART + 8, RLENGTH - 9)
}
current { section[current] = section[current] $0 "\n" }
match($0, /<\/office:(meta|settings|font-face-decls|styles|automatic-styles|master-styles|body)>/) { current = "" }

END {
    if (failed)
        exit 1
    if (names !~ / xmlns:office=/ || !section["body"] || !section["styles"] || !section["meta"])
        fail("namespaces, meta, styles or body are missing")
    write_part("content.xml", "content", section["font-face-decls"] section["automatic-styles"] section["body"])
    write_part("styles.xml", "styles", section["font-face-decls"] section["styles"] section["automatic-styles"] section["master-styles"])
    write_part("meta.xml", "meta", section["meta"])
    write_part("settings.xml", "settings", section["settings"])
    system("mkdir -p '" into "/META-INF'")
    printf "%s", opendocument "spreadsheet-template" > (into "/mimetype")
    printf "%s<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n%s</manifest:manifest>\n", declaration, entries > (into "/META-INF/manifest.xml")
}
