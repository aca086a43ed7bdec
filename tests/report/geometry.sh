#!/bin/sh
# Pages as another program measures them in the finished PDF: text areas,
# grids, page numbers, pages that are turned.  Lengths in points.
# shellcheck disable=SC2016 # awk has dollars too
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

cases=tests/cases/layout/grid

# make CASE: CASE.pdf, and CASE.boxes: "page left top right bottom text" a word,
# from the upper left corner of the page as it is shown.
make() {
    # shellcheck disable=SC2046 # words are meant
    (cd $cases && layout $(cat "$1.args") -o "$TMPDIR/$1.pdf" "$1.xml") &&
        pdftotext -bbox "$TMPDIR/$1.pdf" "$TMPDIR/$1.html" &&
        awk '/<page / { page++ }
            /<word / {
                text = $0
                gsub(/^[^>]*>|<.*$/, "", text)
                gsub(/[^0-9. ]/, " ", $0)
                $0 = $0
                print page, $1, $2, $3, $4, text
            }' "$TMPDIR/$1.html" >"$TMPDIR/$1.boxes"
}

# each CASE PROGRAM: awk over the words; the program prints what is wrong and
# counts in n what it has looked at.
each() {
    LC_ALL=C awk 'function off(a, b, by) { return a - b > by || b - a > by }
        '"$2"'
        END { exit bad || n == 0 }' "$TMPDIR/$1.boxes"
}

# Full lines of 28 characters, 3 bytes each, from edge to edge.
type_area() {
    make g01-type-area && each g01-type-area '
        length($6) == 28 * 3 {
            n++
            left = $1 % 2 ? 28 * 72 / 25.4 : 26 * 72 / 25.4
            right = left + 27 * 156 / 28 * 72 / 25.4 + 15.75
            if (off($2, left, 0.01) || off($4, right, 0.01)) {
                print
                bad = 1
            }
        }'
}

# 22 lines a page, the first and the last at the edges of 225 mm.
lines() {
    make g02-grid && each g02-grid '
        $1 == 1 && length($6) >= 26 * 3 {
            n++
            if (n > 1 && off($3 - y, (225 * 72 / 25.4 - 15.75) / 21, 0.01)) {
                print
                bad = 1
            }
            y = $3
        }
        END { if (n != 22) { print n " lines"; bad = 1 } }'
}

# Each character of the body a whole number of pitches from the left edge, as
# the trace has them, in thousandths of a point: 10 is what C16 allows.
pitches() {
    (cd $cases && layout --style=gb.style --to=trace -o - g01-type-area.xml) |
        LC_ALL=C awk '/^page/ { page++ }
            /^text.* in=p$/ {
                left = page % 2 ? 79370 : 73701
                x = $2
                adv = $0
                gsub(/.* adv=| color=.*/, "", adv)
                count = split(adv, advance, ",")
                for (i = 1; i <= count; i++) {
                    place = int((x - left) * 28 / 442205 + 0.5)
                    error = x - left - place * 442205 / 28
                    bad += error > 10 || error < -10
                    n++
                    x += advance[i]
                }
            }
            END {
                print n + 0 " characters, " bad + 0 " off"
                exit bad || n != 3 * 22 * 28 - 2
            }'
}

# The ink of the rules of the page number, in tenths of a millimetre: its
# upper edge 7 mm below the type area, on each page.
page_number() {
    make g06-page-number || return 1
    for page in 1 3 4; do
        # 5 mm of the sheet from 264 mm down, its whole width.
        pdftoppm -r 254 -gray -f $page -l $page -x 0 -W 2100 -y 2640 -H 100 \
            "$TMPDIR/g06-page-number.pdf" >"$TMPDIR/number.pgm"
        tail -c 210000 "$TMPDIR/number.pgm" | od -An -v -tu1 -w2100 |
            awk -v page=$page '
                # The first row where a stretch of 3 mm is dark: a rule.
                !row {
                    run = 0
                    for (i = 1; i <= NF && !row; i++) {
                        run = $i < 128 ? run + 1 : 0
                        row = run == 30 ? NR : 0
                    }
                }
                END {
                    print "page " page ": " 264 + (row - 1) / 10 " mm"
                    exit row < 50 || row > 52
                }' || return 1
    done
}

# blank CASE PAGE: nothing is on it.
blank() {
    ! grep -q "^$2 " "$TMPDIR/$1.boxes"
}

# Sheets stay upright and are shown turned.
turned() {
    make g09-landscape &&
        pdfinfo -l 7 "$TMPDIR/g09-landscape.pdf" >"$TMPDIR/info" &&
        awk '$1 == "Page" && $3 == "size:" {
                n++
                bad += $4 != 419.528 || $6 != 595.276
            }
            $1 == "Page" && $3 == "rot:" { turned = turned " " $4 }
            END {
                print turned
                exit bad || n != 7 || turned != " 0 90 90 90 0 90 0"
            }' "$TMPDIR/info"
}

# On the sheet the number of page 3, turned, is where that of page 1 is: what
# is shown at (x, y) is at (y, height - x).
number_stays() {
    each g09-landscape '
        $1 == 1 && $6 == "1" { x = $2; y = $3 }
        $1 == 3 && $6 == "3" {
            n++
            if (off($3, x, 0.1) || off(595.276 - $4, y, 0.1)) { print; bad = 1 }
        }'
}

# A link on a turned page covers its words, the third and fourth character of
# 8 pt of a line: /Rect, from the lower left corner of the sheet, is shown at
# (y, x).
links_turn() {
    qpdf --json "$TMPDIR/g09-landscape.pdf" 2>/dev/null | awk '
        /"\/Rect": \[/ {
            for (i = 1; i <= 4; i++) {
                getline
                gsub(/[ ,]/, "")
                r[i] = $0
            }
            print r[2], r[1], r[4], r[3]
        }' >"$TMPDIR/rects"
    awk 'function off(a, b, by) { return a - b > by || b - a > by }
        NR == FNR { rect[++count] = $0; next }
        $1 == 4 && /例子/ {
            n++
            for (i = 1; i <= count; i++) {
                split(rect[i], r, " ")
                y = ($3 + $5) / 2
                found += !off(r[1], $2 + 16, 0.1) &&
                    !off(r[3], $2 + 32, 0.1) && r[2] < y && y < r[4]
            }
        }
        END { print n + 0 " lines, " found + 0 " links"; exit !(n && found) }' \
        "$TMPDIR/rects" "$TMPDIR/g09-landscape.boxes"
}

expect 'g01: the type area of odd and of even pages' type_area
expect 'g02: 22 lines fill 225 mm' lines
expect 'c16: characters stand at whole pitches' pitches
expect 'g06: the rules of the page number are 7 mm below the type area' \
    page_number
expect 'g06: a blank page has no number' blank g06-page-number 2
expect 'g09: pages are turned for the reader, sheets are not' turned
expect 'g09: the page number stays where upright pages have it' number_stays
expect 'g09: a link on a turned page covers its words' links_turn
