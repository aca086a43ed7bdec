#!/bin/sh
# The text that leaves a PDF is the document's, in its order.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# same DOCUMENT PDF
same() {
    tr '\n' ' ' <"$1" | awk -f tests/report/paired.awk |
        sed -f tests/report/pieces.sed >"$TMPDIR/pieces"
    pdftotext -raw -enc UTF-8 "$2" "$TMPDIR/text" 2>"$TMPDIR/err" || return 1
    title=$(tr '\n' ' ' <"$1" |
        sed 's/.*<head> *<title>\([^<]*\)<.*/\1/; s/&amp;/\&/g')
    [ ! -s "$TMPDIR/err" ] && LC_ALL=C awk -v title="$title" \
        -f tests/report/text.awk "$TMPDIR/pieces" "$TMPDIR/text"
}

report() {
    parts "$1"
    layout --template="$template.xsl" --lang="$language" --to=document \
        -o "$TMPDIR/document.xml" "$aggregated" &&
        same "$TMPDIR/document.xml" "$1.pdf"
}

# Proof that the comparison sees one wrong digit, and one missing word.
sees() {
    ! sed "$2" "$TMPDIR/document.xml" >"$TMPDIR/other.xml" ||
        ! cmp -s "$TMPDIR/document.xml" "$TMPDIR/other.xml" || return 1
    ! same "$TMPDIR/other.xml" "$1.pdf" >"$TMPDIR/said"
}

for report in $REPORTS; do
    expect "${report##*/}: the PDF says what the document says" \
        report "$report"
    expect "${report##*/}: one wrong digit would be seen" \
        sees "$report" 's/\([>。.]\)\([^<>]*\)1\([^<>]*<\/p>\)/\1\22\3/
            s/\(<p[^<>]*>[^<>]*\)1\([^<>]*\)$/\12\2/'
done
for document in tests/cases/layout/elements/*.xml; do
    name=${document##*/}
    layout -o "$TMPDIR/elements.pdf" "$document" 2>"$TMPDIR/err" || :
    expect "$name: the PDF says what the document says" \
        same "$document" "$TMPDIR/elements.pdf"
done
