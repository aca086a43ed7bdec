#!/bin/sh
# Rule U1: the file says that it is PDF/UA-1, what it is called, and in which
# language it is.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# The catalog's entries, of qpdf's JSON.
states() {
    qpdf --json "$1" 2>/dev/null | sed 's/^ *//' >"$TMPDIR/json" || return 1
    root_id=$(sed -n 's/^"\/Root": "\(.*\)",*$/\1/p' "$TMPDIR/json" |
        head -n 1)
    awk -v id="\"obj:$root_id\": {" '$0 == id { is_root = 1; next }
        /^"obj:/ { is_root = 0 }
        is_root' "$TMPDIR/json" >"$TMPDIR/catalog"
    cat "$TMPDIR/catalog"
    grep -qx "\"/Lang\": \"u:$2\",*" "$TMPDIR/catalog" &&
        grep -qx '"/DisplayDocTitle": true,*' "$TMPDIR/catalog" &&
        grep -qx '"/Marked": true,*' "$TMPDIR/catalog" &&
        ! grep -q '"/Suspects": true' "$TMPDIR/catalog" || return 1
    pdfinfo -meta "$1" >"$TMPDIR/meta.xml"
    grep -qx '<pdfuaid:part>1</pdfuaid:part>' "$TMPDIR/meta.xml" &&
        grep -q '<rdf:li xml:lang="x-default">.\{5,\}</rdf:li>' \
            "$TMPDIR/meta.xml" &&
        grep -q "<rdf:li>$2</rdf:li>" "$TMPDIR/meta.xml"
}

for report in $REPORTS; do
    parts "$report"
    case $language in
    zh_CN*) tag=zh-Hans-CN ;;
    *) tag=en-GB ;;
    esac
    expect "${report##*/}: title, language, tags" states "$report.pdf" $tag
done

# In two languages, both titles.
both() {
    states "$1" zh-Hans-CN >/dev/null &&
        grep '<rdf:li xml:lang="en-GB">.\{5,\}</rdf:li>' "$TMPDIR/meta.xml" &&
        grep '<rdf:li>en-GB</rdf:li>' "$TMPDIR/meta.xml"
}
for report in $REPORTS; do
    case $report in
    *zh_CN+en) expect "${report##*/}: has both titles" both "$report.pdf" ;;
    esac
done

refused() {
    qpdf --qdf --object-streams=disable "$TMPDIR/some.pdf" "$TMPDIR/q.pdf"
    LC_ALL=C sed "$1" "$TMPDIR/q.pdf" >"$TMPDIR/changed.pdf"
    fix-qdf "$TMPDIR/changed.pdf" >"$TMPDIR/wrong.pdf" 2>/dev/null
    ! cmp -s "$TMPDIR/q.pdf" "$TMPDIR/changed.pdf" &&
        ! states "$TMPDIR/wrong.pdf" zh-Hans-CN
}
layout -o "$TMPDIR/some.pdf" tests/report/archived.xml
expect 'archived.xml: title, language, tags' \
    states "$TMPDIR/some.pdf" zh-Hans-CN
for change in 's,/Lang (zh-Hans-CN),/Lang (zh),' 's,/Marked true,/Marked false,' \
    's,/DisplayDocTitle true,/DisplayDocTitle false,' \
    's,<pdfuaid:part>1,<pdfuaid:part>2,' 's,"x-default","zh",'; do
    expect "refused: $change" refused "$change"
done
