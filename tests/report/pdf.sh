#!/bin/sh
# The reports as other programs see them.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

sound() {
    qpdf --check "$1" 2>&1 | tee "$TMPDIR/qpdf"
    ! grep -qi warning "$TMPDIR/qpdf" && qpdf --check "$1" >/dev/null 2>&1
}

# Columns emb, sub, uni from the right: yes yes yes object generation.
fonts() {
    pdffonts "$1" >"$TMPDIR/fonts" 2>"$TMPDIR/err" && [ ! -s "$TMPDIR/err" ] &&
        awk 'NR > 2 {
            n++
            if ($(NF - 4) $(NF - 3) $(NF - 2) != "yesyesyes") { print; bad = 1 }
        } END { exit bad || n == 0 }' "$TMPDIR/fonts"
}

# field INFO NAME: the value behind "NAME:".
field() {
    sed -n "s/^$2: *//p" "$1"
}

information() {
    parts "$1"
    pdfinfo "$1.pdf" >"$TMPDIR/info" 2>"$TMPDIR/err" || return 1
    cat "$TMPDIR/info" "$TMPDIR/err"
    if [ -s "$TMPDIR/err" ] || [ -z "$(field "$TMPDIR/info" Title)" ] ||
        [ -z "$(field "$TMPDIR/info" CreationDate)" ] ||
        ! grep -q '^Page size:.*A4' "$TMPDIR/info"; then
        return 1
    fi
    case $language in
    zh_CN*) tag='zh-' ;;
    *) tag=en ;;
    esac
    qpdf --json "$1.pdf" >"$TMPDIR/json" 2>/dev/null || return 1
    grep -q "\"/Lang\": \"\(u:\)*$tag" "$TMPDIR/json" &&
        grep -q '"/Outlines": ' "$TMPDIR/json" &&
        grep -q '"/DisplayDocTitle": true' "$TMPDIR/json"
}

# There are links, and each destination is on a page that is there.
links() {
    grep -q '"/Subtype": "/Link"' "$TMPDIR/json" && awk '
        match($0, /"obj:[0-9]+ [0-9]+ R"/) {
            object = substr($0, RSTART + 5, RLENGTH - 6)
        }
        /"\/Type": "\/Page",?$/ { pages[object] = 1 }
        /"\/Dest": \[$/ {
            getline
            gsub(/^ *"|",?$/, "")
            wanted[$0] = 1
            n++
        }
        END {
            for (page in wanted) {
                if (!(page in pages)) { print page " is no page"; bad = 1 }
            }
            exit bad || n == 0
        }' "$TMPDIR/json"
}

for report in $REPORTS; do
    name=${report##*/}
    expect "$name: qpdf finds no fault" sound "$report.pdf"
    expect "$name: fonts are embedded subsets with Unicode" fonts "$report.pdf"
    expect "$name: title, date, size, language, outline" information "$report"
    expect "$name: links lead to pages" links
done
