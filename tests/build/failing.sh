#!/bin/sh
# What is wrong stops what depends on it, and nothing that was good is lost.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/build/copy
. tests/build/copy

# hashes of what is published; temporary files would show as more names.
published() {
    (cd "$reports" && find . -type f ! -name .gitignore -exec sha256sum {} + |
        LC_ALL=C sort -k 2)
}

mk >"$TMPDIR/log" 2>&1 || {
    echo 'not ok - the first make'
    tail -n 20 "$TMPDIR/log" | sed 's/^/# /'
    exit 0
}
published >"$TMPDIR/good"

# same: what is published is what was.
same() {
    published | diff "$TMPDIR/good" -
}

# spoilt FILE FROM TO: the file with a mistake, made by sed.
spoilt() {
    cp -p "$1" "$TMPDIR/kept"
    sed -i "s/$2/$3/" "$1"
    ! cmp -s "$1" "$TMPDIR/kept"
}

mended() {
    cp "$TMPDIR/kept" "$1"
    mk && same && idle
}

# keeps FILE FROM TO WORD: with the mistake make fails, says WORD, and the
# outputs stay; without it all is as before.
keeps() {
    spoilt "$1" "$2" "$3" || return 1
    ! mk >"$TMPDIR/log" 2>&1 || {
        echo 'make did not fail'
        return 1
    }
    same || return 1
    grep -q -- "$4" "$TMPDIR/log" || {
        cat "$TMPDIR/log"
        return 1
    }
    mended "$1" >"$TMPDIR/log" 2>&1
}

others_go_on() {
    spoilt "$year" '<dataset' '<datasat' || return 1
    rm "$other.pdf"
    ! mk >"$TMPDIR/log" 2>&1 || return 1
    same && mended "$year"
}

parallel() {
    rm -rf "${work:?}/work" "$reports"/*.pdf "$reports"/*.tex \
        "$reports"/*.data "$reports"/*.cls
    mk -j4 && same && idle
}

# Killed at ten moments, its whole process group.
killed() {
    for moment in 00 02 04 06 08 10 14 18 25 40; do
        rm -rf "$work/work/state" # all is made again
        # shellcheck disable=SC2016
        setsid sh -c 'echo $$ >"$1"; shift; exec "$@"' sh "$TMPDIR/pid" \
            make MODE="$mode" CC="$CC" >"$TMPDIR/log" 2>&1 &
        job=$!
        sleep "0.$moment"
        kill -KILL "-$(cat "$TMPDIR/pid")" 2>/dev/null || :
        wait $job 2>/dev/null || :
        for file in "$reports"/*.pdf; do
            [ -f "$file" ] && tail -c 6 "$file" | grep -q '%%EOF' || return 1
        done
        mk && idle && same || return 1
    done
}

expect 'a mistake in a dataset' keeps "$year" '<dataset' '<datasat' \
    "$(basename "$year"):"
expect 'a mistake in a template' keeps templates/annual.xsl \
    '<xsl:template ' '<xsl:templet ' 'annual.xsl:'
expect 'a mistake in the styles' keeps templates/style.xml \
    '<page ' '<paper ' 'style.xml:'
expect 'a mistake in the catalogue of fonts' keeps fonts/fonts.xml \
    'Noto Serif CJK SC' 'No Such Family' 'No Such Family'
expect 'the other dataset goes on' others_go_on
expect 'make -j4 gives the same bytes' parallel
expect 'killed at any moment, it loses nothing' killed
