#!/bin/sh
# The gallery of composition shows each rule with and without it.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

gallery=docs/gallery/gallery.xml
style=docs/gallery/style.xml
trace=$TMPDIR/gallery.trace

differ() {
    awk -v origin=77140 -v column=308140 -f tests/report/gallery.awk "$1"
}
# The check finds a rule that is not switched off.
finds_alike() {
    sed 's/ level="none"/ level="gb"/' "$style" >"$TMPDIR/alike.xml"
    layout --style="$TMPDIR/alike.xml" --to=trace -o "$trace" "$gallery"
    ! differ "$trace" >"$TMPDIR/found" && grep -q '^alike: ' "$TMPDIR/found"
}

layout --style="$style" --to=trace -o "$trace" "$gallery"
expect 'each rule is seen to change something' differ "$trace"
expect 'a rule that changes nothing is found' finds_alike
