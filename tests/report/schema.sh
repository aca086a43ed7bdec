#!/bin/sh
# Every file between the stages is valid against its schema.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

valid() {
    xmllint --noout --nonet --schema "data/schema/$1.xsd" "$2"
}

document() {
    parts "$1"
    layout --template="$template.xsl" --lang="$language" --to=document \
        -o "$TMPDIR/document.xml" "$aggregated" &&
        valid document "$TMPDIR/document.xml"
}

# A hole of a message that was not filled, a message that was not translated.
filled() {
    ! grep -nE '\{[a-z][a-zA-Z]*\}' "$TMPDIR/document.xml"
}

for file in $(find "$BUILD/work" -name '[0-9]*.xml' | LC_ALL=C sort); do
    expect "${file#"$BUILD/work/"}" valid dataset "$file"
done
for file in $(find "$BUILD/work" -name 'aggregated.xml' | LC_ALL=C sort); do
    expect "${file#"$BUILD/work/"}" valid aggregated "$file"
done
for report in $REPORTS; do
    expect "${report##*/}: its document" document "$report"
    expect "${report##*/}: no hole is left open" filled
done
