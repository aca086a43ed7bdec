#!/bin/sh
# Rule A3: the output intent, whose profile is sRGB as ICC writes it and as
# Little CMS reads it; and no colours but those that it gives a meaning.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# One intent, of PDF/A, with a profile of three components: profile.icc.
intent() {
    qpdf --json "$1" >"$TMPDIR/json" 2>/dev/null || return 1
    awk '/"\/OutputIntents": \[/, /\]/' "$TMPDIR/json" | tee "$TMPDIR/intent"
    [ "$(grep -c '"/S": "/GTS_PDFA1"' "$TMPDIR/intent")" = 1 ] &&
        grep -q '"/OutputConditionIdentifier": "u:sRGB IEC61966-2.1"' \
            "$TMPDIR/intent" || return 1
    object=$(sed -n 's/.*"\/DestOutputProfile": "\([0-9]*\) 0 R".*/\1/p' \
        "$TMPDIR/intent")
    qpdf --show-object="$object" "$1" | grep '/N 3 ' || return 1
    qpdf --show-object="$object" --filtered-stream-data "$1" \
        >"$TMPDIR/profile.icc"
}

# Operators of other colours than red, green and blue, or grey: none.
rgb() {
    qpdf --qdf --object-streams=disable "$1" - | LC_ALL=C awk '
        /^stream$/ { is_stream = 1; next }
        /^endstream$/ { is_stream = 0 }
        is_stream && /(^| )(k|K|cs|CS|sc|SC|scn|SCN|sh|ri|gs|Do|BI)$/ {
            print
            bad = 1
        }
        /\/(ColorSpace|Shading|Pattern|XObject|ExtGState|BM|SMask) / {
            print
            bad = 1
        }
        END { exit bad }'
}

for report in $REPORTS; do
    name=${report##*/}
    expect "$name: has the output intent" intent "$report.pdf"
    expect "$name: paints with red, green and blue, or grey" rgb "$report.pdf"
    ! intent "$report.pdf" >/dev/null ||
        cp "$TMPDIR/profile.icc" "$TMPDIR/profile.$name"
done

same() {
    for profile in "$TMPDIR"/profile.*; do
        cmp "$TMPDIR/profile.icc" "$profile" || return 1
    done
}
expect 'all have the same profile' same

# bytes FROM COUNT: of the profile, in hexadecimal digits.
bytes() {
    od -An -v -tx1 -j "$1" -N "$2" "$TMPDIR/profile.icc" | tr -d ' \n'
}

# Size, version, class, spaces, signature, the white of D50; and the MD5 of
# all but flags, intent and the MD5 itself (ICC.1:2004-10, 7.2).
header() {
    size=$(wc -c <"$TMPDIR/profile.icc")
    {
        head -c 44 "$TMPDIR/profile.icc"
        printf '\0\0\0\0'
        tail -c +49 "$TMPDIR/profile.icc" | head -c 16
        printf '\0\0\0\0'
        tail -c +69 "$TMPDIR/profile.icc" | head -c 16
        printf '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'
        tail -c +101 "$TMPDIR/profile.icc"
    } >"$TMPDIR/signed"
    [ "$(wc -c <"$TMPDIR/signed")" = "$size" ] &&
        [ "$(bytes 0 4)" = "$(printf %08x "$size")" ] &&
        [ "$(bytes 8 4)" = 04200000 ] &&
        [ "$(bytes 12 12)" = 6d6e74725247422058595a20 ] &&
        [ "$(bytes 36 4)" = 61637370 ] &&
        [ "$(bytes 68 12)" = 0000f6d6000100000000d32d ] &&
        [ "$(bytes 84 16)" = "$(md5sum "$TMPDIR/signed" | cut -c 1-32)" ]
}
expect 'the profile has the header of ICC 4.2 and its MD5' header

# What each of 125 colours is in Lab, by the profile and by Little CMS's own
# sRGB: less than a fiftieth apart.
colours() {
    for r in 0 10 64 128 255; do
        for g in 0 10 64 128 255; do
            for b in 0 10 64 128 255; do
                echo "$r $g $b"
            done
        done
    done >"$TMPDIR/rgb"
    for profile in "$TMPDIR/$1" '*sRGB'; do
        transicc -n -t 1 -i "$profile" -o '*Lab' <"$TMPDIR/rgb" 2>/dev/null |
            grep '[0-9]' >"$TMPDIR/lab.${profile##*[/*]}"
    done
    [ "$(wc -l <"$TMPDIR/lab.sRGB")" = 125 ] &&
        paste -d ' ' "$TMPDIR/lab.$1" "$TMPDIR/lab.sRGB" | tr -s ' ' |
        awk 'NF != 6 { exit 1 }
            {
                for (i = 1; i <= 3; i++) {
                    d = $i - $(i + 3)
                    if (d > 0.02 || d < -0.02) { print; exit 1 }
                }
            }'
}
other() {
    ! colours other.icc
}
if command -v transicc >/dev/null; then
    expect 'its colours are those of sRGB' colours profile.icc
    # The green of another profile.
    cp "$TMPDIR/profile.icc" "$TMPDIR/other.icc"
    at=$(LC_ALL=C grep -abo 'XYZ ' "$TMPDIR/profile.icc" | sed -n '4s/:.*//p')
    printf '\0\0\150' |
        dd of="$TMPDIR/other.icc" bs=1 conv=notrunc seek=$((at + 8)) 2>/dev/null
    expect 'those of a profile with another green are not' other
else
    skip 'its colours are those of sRGB' 'transicc is not installed'
fi
