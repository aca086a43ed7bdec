#!/bin/sh
# What the tables of reports say: every head is named, no cell is blank, and no
# meaning is in a sign alone (B3, B5, B6).
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# none XPATH: no node of the document is like that; the first ones are shown.
none() {
    count=$(xmllint --xpath "count($1)" "$TMPDIR/document.xml")
    if [ "$count" != 0 ]; then
        xmllint --xpath "($1)[position() < 4]" "$TMPDIR/document.xml"
        return 1
    fi
}

some() {
    ! none "$1" >"$TMPDIR/found" && [ -s "$TMPDIR/found" ]
}

document() {
    parts "$1"
    layout --template="$template.xsl" --lang="$language" --to=document \
        -o "$TMPDIR/document.xml" "$aggregated"
}

th='//*[local-name() = "th"]'
td='//*[local-name() = "td"]'
cell='//*[local-name() = "th" or local-name() = "td"]'
blank='[normalize-space() = ""]'
merged='[@colspan > 1 or @rowspan > 1]'
sign='[. != "" and translate(normalize-space(), "▲▼△▽↑↓→ ", "") = ""]'

printf '<t><th/><th>▲</th><td colspan="2"> </td></t>' >"$TMPDIR/document.xml"
expect 'finds an empty head' some "$th$blank"
expect 'finds a blank cell' some "$td$blank"
expect 'finds a merged cell' some "$td$merged"
expect 'finds a sign alone' some "$cell$sign"
for report in $REPORTS; do
    name=${report##*/}
    expect "$name: its document" document "$report"
    expect "$name: no head is empty" none "$th$blank"
    expect "$name: no cell is blank" none "$td$blank"
    expect "$name: no body cells are merged" none "$td$merged"
    expect "$name: no sign stands alone" none "$cell$sign"
done
