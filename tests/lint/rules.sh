#!/bin/sh
# Every rule of composition, pages, tables, figures, statistics, exchange,
# charts, files and what they carry has a case that is named after it, and a row
# in ARCHITECTURE.md that names what shows it.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

rules='C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17
G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 B1 B2 B3 B4 B5 B6 B7 N1 N2 N3 N4 N5 N6 N7 K1
S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S15 S16
D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 L2 L4
A1 A2 A3 A4 A5 A6 A7 A8 U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 E1 E2 E3 E4 E5
O1 O2 O3 O4 O5 O6 O7 O8 O9 O10 O11 O12 O13 O14'

# What the cases begin with: c01, s08, n1.
prefix() {
    echo "$1" | sed 's/^\([CGBSD]\)\(.\)$/\10\2/' |
        tr CGBSDNKAUEOL cgbsdnkaueol
}

# A case is a file of its kind, a folder, a script on the reports, or one that
# breaks a PDF.
find tests/cases tests/report tests/build tests/faults tests/lint \
    tests/structure/broken \
    \( -name '*.xml' -o -name '*.sh' -o -name '*.sed' -o -name '*.csv' -o \
    -type d \) |
    sed -n 's,.*/\([cgbsd][0-9][0-9]\|[nkaueol][0-9][0-9]*\)-[^/]*$,\1,p' |
    LC_ALL=C sort -u >"$TMPDIR/prefixes"

# The rows of the table: "C1 path path ...".
rows() {
    sed -n '/^### Rules/,$ s/^| \([CGBSDNKAUEOL][0-9]*\) | \(.*\) |$/\1 \2/p' \
        ARCHITECTURE.md | tr -d ',`'
}

named() {
    bad=0
    for rule in $rules; do
        grep -qx "$(prefix "$rule")" "$TMPDIR/prefixes" || {
            echo "$rule: no case begins with $(prefix "$rule")-"
            bad=1
        }
    done
    return $bad
}

# A case is not named after a rule that is none.
known() {
    for rule in $rules; do
        prefix "$rule"
    done | LC_ALL=C sort >"$TMPDIR/known"
    comm -23 "$TMPDIR/prefixes" "$TMPDIR/known" >"$TMPDIR/unknown"
    sed 's/$/: cases are named after it, rules.sh does not have it/' \
        "$TMPDIR/unknown"
    [ ! -s "$TMPDIR/unknown" ]
}

listed() {
    rows | cut -d ' ' -f 1 | sort >"$TMPDIR/rows"
    # shellcheck disable=SC2086 # words are meant
    printf '%s\n' $rules | sort | diff - "$TMPDIR/rows"
}

there() {
    bad=0
    set -f
    # shellcheck disable=SC2046 # words are meant, not what matches them
    set -- $(rows | cut -d ' ' -f 2-)
    set +f
    for path; do
        # shellcheck disable=SC2086 # patterns are meant
        found=$(ls -d tests/cases/layout/$path tests/cases/$path \
            tests/$path 2>/dev/null) || :
        [ -n "$found" ] || {
            echo "$path: ARCHITECTURE.md names it, it is not there"
            bad=1
        }
    done
    return $bad
}

expect 'each rule has a case named after it' named
expect 'no case is named after a rule that is none' known
expect 'each rule is in the table of ARCHITECTURE.md' listed
expect 'what shows the rules is there' there
