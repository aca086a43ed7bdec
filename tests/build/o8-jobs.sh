#!/bin/sh
# Rule O8: make gives the same files with one job and with eight, in folders of
# different depth and name.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/build/copy
. tests/build/copy

hashes() {
    find "$reports" "$work/work" \( -name state -o -name log \) -prune -o \
        -type f ! -name .gitignore -exec sha256sum {} + | LC_ALL=C sort -k 2
}
one() {
    rm -rf "$work/work" "${reports:?}"
    mk -j1 >/dev/null && hashes >"$TMPDIR/one" && grep -q '\.pdf$' "$TMPDIR/one"
}
eight() {
    rm -rf "$work/work" "${reports:?}"
    mk -j8 >/dev/null && hashes | diff "$TMPDIR/one" -
}
unbounded() {
    rm "$reports"/*.pdf
    mk -j >/dev/null && hashes | diff "$TMPDIR/one" -
}
elsewhere() {
    mkdir -p "$TMPDIR/else/where 在"
    cp -a . "$TMPDIR/else/where 在/tree" && cd "$TMPDIR/else/where 在/tree" &&
        umask 077 && eight
}
expect 'one job' one
expect 'eight jobs' eight
expect 'as many jobs as run thinks right' unbounded
expect 'eight jobs in another folder, with another umask' elsewhere
