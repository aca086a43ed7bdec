#!/bin/sh
# The file itself (rule A1; ISO 19005-3, 6.1.2 and 6.1.3): how it begins and
# ends; what is no stream is in an object stream, and numbers have no gaps.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# Hexadecimal: %PDF-1.7, a line feed, %, four bytes above 7F.
begins() {
    head -c 14 "$1" | od -An -tx1 | tee "$TMPDIR/begin"
    grep -qx ' 25 50 44 46 2d 31 2e 37 0a 25\( [89a-f].\)\{4\}' "$TMPDIR/begin"
}

# startxref, an offset, %%EOF, one line feed.
ends() {
    tail -n 3 "$1" | tee "$TMPDIR/end"
    offset=$(sed -n 2p "$TMPDIR/end")
    tail -c 6 "$1" | od -An -tx1 | grep -qx ' 25 25 45 4f 46 0a' &&
        [ "$(sed -n 1p "$TMPDIR/end")" = startxref ] &&
        tail -c "+$((offset + 1))" "$1" | head -n 3 | grep -q '^/Type /XRef'
}

identified() {
    qpdf --json "$1" 2>/dev/null >"$TMPDIR/json" || return 1
    awk '/"\/ID": \[/ { getline id[1]; getline id[2] }
        END {
            gsub(/[ ,]/, "", id[1])
            gsub(/[ ,]/, "", id[2])
            print id[1], id[2]
            exit id[1] != id[2] || length(id[1]) < 18
        }' "$TMPDIR/json"
}

# Numbers of the streams from the one, of what is not compressed from the
# other, and all numbers from 1 on.
compact() {
    awk 'match($0, /"obj:[0-9]+ 0 R"/) {
            id = substr($0, RSTART + 5, RLENGTH - 10)
        }
        /^        "stream": / { print id }' "$TMPDIR/json" |
        sort >"$TMPDIR/streams"
    qpdf --show-xref "$1" >"$TMPDIR/xref" || return 1
    sed -n 's,^\([0-9]*\)/0: uncompressed.*,\1,p' "$TMPDIR/xref" |
        sort | diff "$TMPDIR/streams" - || return 1
    awk -F/ '$1 != NR { print "after " NR - 1 " comes " $1; exit 1 }' \
        "$TMPDIR/xref" && grep -q '/0: compressed' "$TMPDIR/xref"
}

for report in $REPORTS; do
    name=${report##*/}
    expect "$name: begins as PDF 1.7 and as binary" begins "$report.pdf"
    expect "$name: ends behind its cross-reference stream" ends "$report.pdf"
    expect "$name: is identified" identified "$report.pdf"
    expect "$name: all but streams is in object streams" compact "$report.pdf"
done
