#!/bin/sh
# How pages of Chinese reports, and of long documents, begin and end.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# The page of templates/style.xml.
check() {
    awk -v left=77140 -v bottom=757000 -v body=10500 \
        -f tests/report/pages.awk "$1"
}

generated() {
    awk -v pages=60 -v lang=zh-CN "$@" -f tests/bench/document.awk \
        >"$TMPDIR/long.xml" &&
        layout --to=trace -o "$TMPDIR/trace" "$TMPDIR/long.xml" &&
        [ "$(grep -c '^page ' "$TMPDIR/trace")" -gt 40 ] &&
        check "$TMPDIR/trace"
}

report() {
    parts "$1"
    layout --template="$template.xsl" --lang="$language" --to=trace \
        -o "$TMPDIR/trace" "$aggregated" && check "$TMPDIR/trace"
}

# refused LINE...: a trace of these lines, each "PAGE X ELEMENT", or "head" for
# one that is repeated, is found fault with.
refused() {
    printf '%s\n' "$@" | awk '
        $1 == "head" { print "~text 1 1 9000 F \"t\" in=th"; next }
        $1 != page { page = $1; print "page " page " 1 1" }
        { y += 18000; print "text " $2, 90000 + y, 10500, "F \"t\" in=" $3 }
        ' >"$TMPDIR/trace"
    ! check "$TMPDIR/trace" >"$TMPDIR/found" && [ -s "$TMPDIR/found" ]
}

expect 'finds a last line at the top' refused \
    '1 98140 p' '1 77140 p' '2 77140 p' '2 98140 p'
expect 'finds a first line at the foot' refused \
    '1 98140 p' '2 77140 p' '2 77140 p'
expect 'finds a heading with one line' refused \
    '1 77140 h' '1 98140 p' '2 98140 p'
expect 'finds a caption at the foot' refused '1 77140 caption' '2 77140 td'
expect 'finds a row left alone' refused \
    '1 77140 td' '1 77140 td' '2 77140 td' 'head'

expect 'a long document' generated
expect 'a long document with footnotes and lists' generated -v notes=1
for report in $REPORTS; do
    parts "$report"
    # Others have other pages.
    if [ "$language" = zh_CN ]; then
        case $template in
        annual | tables | brief)
            expect "${report##*/}" report "$report"
            ;;
        esac
    fi
done
