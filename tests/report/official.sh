#!/bin/sh
# The design official, measured in the finished PDF, rule by rule of GB/T 9704;
# and that each measure sees a style that is off.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# words PDF: page, left, top, right, bottom, text of each.
words() {
    pdftotext -bbox -enc UTF-8 "$1" - | sed -n '
        s/.*<page .*/page/p
        s/.*xMin="\([^"]*\)" yMin="\([^"]*\)" xMax="\([^"]*\)" yMax="\([^"]*\)">\(.*\)<.*/\1 \2 \3 \4 \5/p' |
        LC_ALL=C awk '$1 == "page" { p++; next } { print p, $0 }'
}

measured() {
    LC_ALL=C awk -v rule="$1" -f tests/report/official.awk "$2"
}

# G1: the sheet.
sheet() {
    pdfinfo "$1" | grep '^Page size: *595\.2[78][0-9]* x 841\.8[89]'
}

# face PDF TEXT FACE: what the text is set in.
face() {
    pdftohtml -xml -fontfullname -i -stdout "$1" 2>"$TMPDIR/null" >"$TMPDIR/xml"
    id=$(sed -n "s/.* font=\"\([0-9]*\)\">\(<[^>]*>\)*$2.*/\1/p" "$TMPDIR/xml" |
        head -n 1)
    grep "<fontspec id=\"$id\" .*+$3" "$TMPDIR/xml" || {
        grep fontspec "$TMPDIR/xml"
        grep "$2" "$TMPDIR/xml"
        return 1
    }
}

# G4: the faces of the levels; G3: of title and page number.
faces() {
    face "$1" 一、第一层 NotoSansCJKsc-Regular &&
        face "$1" （一）第二层 LXGWWenKai-Regular &&
        face "$1" '1\. *第三层' FandolFang-Regular &&
        face "$1" （1）第四层 FandolFang-Regular &&
        face "$1" 科技创新 FandolFang-Regular &&
        face "$1" '附件 *1' NotoSansCJKsc-Regular
}
titles() {
    face "$1" 统计公报 NotoSerifCJKsc-Bold &&
        face "$1" '— 1' NotoSerifCJKsc-Regular
}

# G8: no zero before month and day; G7: no mark behind the name.
date_text() {
    pdftotext -raw -enc UTF-8 "$1" - | tr -d ' ' | grep -x '2025年3月1日'
}
no_mark() {
    pdftotext -raw -enc UTF-8 "$1" - | grep '^附件： *1\. *主要数据表$'
}

# sees RULE SCRIPT: the same document in a style that sed put off.
sees() {
    mkdir -p "$TMPDIR/off"
    sed "$2" templates/official.xml >"$TMPDIR/off/style.xml"
    ! cmp -s templates/official.xml "$TMPDIR/off/style.xml" &&
        layout --style="$TMPDIR/off/style.xml" -o "$TMPDIR/off.pdf" \
            tests/report/official.xml &&
        words "$TMPDIR/off.pdf" >"$TMPDIR/off.words" &&
        ! measured "$1" "$TMPDIR/off.words"
}

# G4: no mark ends a heading of the document.
heads() {
    ! xmllint --xpath '//*[local-name() = "section"]/*[local-name() = "h"
        and contains("。，；：！？、.,;:", substring(., string-length()))]' \
        "$1" 2>"$TMPDIR/null"
}
sees_mark() {
    echo '<section><h>甲</h><section><h>乙。</h></section></section>' \
        >"$TMPDIR/marked.xml"
    ! heads "$TMPDIR/marked.xml"
}
written() {
    layout --template=official.xsl --lang="$language" --to=document \
        -o "$TMPDIR/document.xml" "$aggregated" && heads "$TMPDIR/document.xml"
}

# Of a report: text inside the type area, to the millimetre that the standard
# allows (an opening mark hangs its blank out), a number on each page.
inside() {
    words "$1.pdf" >"$TMPDIR/report.words"
    LC_ALL=C awk '
        function mm(n) { return n * 72 / 25.4 }
        { edge = mm($1 % 2 ? 28 : 26); pages = $1 }
        $6 == "—" && $3 > mm(262) {
            dashes[$1]++
            good[$1] += $1 % 2 ? $4 > edge + mm(156) - 14.1 : $2 < edge + 14.1
            next
        }
        $3 > mm(262) { next }
        { blank = $6 ~ /^(“|《|（)/ ? 8 : .01 }
        $2 < edge - blank || $4 > edge + mm(156) + 8 || $3 < mm(36) ||
            $5 > mm(263) { print "outside:", $0; bad = 1 }
        END {
            for (p = 1; p <= pages; p++) {
                if (dashes[p] != 2 || good[p] < 1) {
                    print "page", p, "has no number where it should"
                    bad = 1
                }
            }
            exit bad
        }' "$TMPDIR/report.words"
}

pdf=$TMPDIR/official.pdf
layout --style=official.xml -o "$pdf" tests/report/official.xml
words "$pdf" >"$TMPDIR/words"
expect 'G1: A4' sheet "$pdf"
for rule in G1 G2 G3 G5 G6 G7 G8 G10; do
    expect "$rule: measured" measured $rule "$TMPDIR/words"
done
expect 'G3: faces of title and number' titles "$pdf"
expect 'G4: faces of the levels' faces "$pdf"
expect 'G7: no mark behind the name' no_mark "$pdf"
expect 'G8: no zero in the date' date_text "$pdf"
expect 'G1: another margin is seen' sees G1 's/left="28mm"/left="28.2mm"/'
expect 'G2: another pitch is seen' sees G2 's/measure="156mm"/measure="156.2mm"/'
expect 'G2: a line less is seen' sees G2 's/lines="22"/lines="21"/'
expect 'G3: another size is seen' sees G3 's/size="21pt"/size="22pt"/'
expect 'G5: another indent is seen' sees G5 's/indent="2em"/indent="1em"/'
expect 'G6: another foot is seen' sees G6 's/foot="23.945pt"/foot="23.5pt"/'
expect 'G6: numbers in the middle are seen' sees G6 's/="outside"/="center"/'
expect 'G7: another place is seen' sees G7 's/left="2em"/left="3em"/'
expect 'G8: another place is seen' sees G8 's/right="4em"/right="2em"/'
expect 'G10: sides that are alike are seen' sees G10 \
    's/facing="true"/facing="false"/; s/left="28mm"/left="29.5mm"/'
expect 'G4: a mark behind a heading is seen' sees_mark
for report in $REPORTS; do
    parts "$report"
    if [ "$template" = official ]; then
        expect "${report##*/}: text and numbers where they belong" \
            inside "$report"
        expect "${report##*/}: no mark behind a heading" written
    fi
done
