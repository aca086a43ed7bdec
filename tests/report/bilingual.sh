#!/bin/sh
# A report in two languages has the tables of either: the same captions in the
# same order, the same rows, labels and figures.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# sides LANGUAGE SIDE: the tables of the report made for it.
sides() {
    layout --template="$template.xsl" --lang="$1" --to=document \
        -o "$TMPDIR/document.xml" "$aggregated"
    xmllint --nonet --c14n "$TMPDIR/document.xml" |
        LC_ALL=C awk -v side="$2" -f tests/report/sides.awk
}

# same SIDE LANGUAGE: of the language that stands at that side.
same() {
    sides "$language" "$1" >"$TMPDIR/both"
    sides "$2" all >"$TMPDIR/one"
    grep -q '^FIGURE.*[0-9]' "$TMPDIR/one" || return 1
    diff "$TMPDIR/one" "$TMPDIR/both"
}

# One figure changed, one row less: the comparison sees it.
sees() {
    sed "$1" "$TMPDIR/one" >"$TMPDIR/other"
    ! cmp -s "$TMPDIR/one" "$TMPDIR/other" || return 1
    ! diff "$TMPDIR/other" "$TMPDIR/both" >/dev/null
}

for report in $REPORTS; do
    parts "$report"
    case $language in
    *+*) ;;
    *) continue ;;
    esac
    name=${report##*/}
    expect "$name: the tables of the left language" same first "${language%+*}"
    expect "$name: the tables of the right language" \
        same second "${language#*+}"
    expect "$name: one wrong figure would be seen" \
        sees 's/^\(FIGURE.*\)[1-8]$/\19/'
    expect "$name: one row less would be seen" sees '/^ROW/d'
done
