#!/bin/sh
# What a loss of power would leave: the order in which files are written,
# brought to the disk and named is looked at in what shim.c lists (order.awk).
set -eu
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/faults/lib
. tests/faults/lib
# shellcheck source=tests/faults/project
. tests/faults/project

w=$p
with_release
program() {
    # shellcheck disable=SC2086 # words are meant
    $command
}

order() {
    awk -v old="$TMPDIR/there" -f "$root/tests/faults/order.awk" "$1"
}

# in_order COMMAND WORD...: it goes well, and renames something, in order.
in_order() {
    command=$*
    find "$p" | LC_ALL=C sort >"$TMPDIR/there"
    faulty 0 EIO
    order "$TMPDIR/calls" >"$TMPDIR/order"
    cat "$TMPDIR/err" "$TMPDIR/order"
    [ $status = 0 ] && [ "$(wc -l <"$TMPDIR/order")" = 1 ] &&
        ! grep -q ': 0$' "$TMPDIR/order"
}

# found CLASS [PATH]: without these calls the last list is not in order.
found() {
    grep -v "^[0-9]* $1 .*${2:-}" "$TMPDIR/calls" >"$TMPDIR/fewer"
    order "$TMPDIR/fewer" | grep 'not on the disk'
}

expect 'a first run with its release' in_order run --jobs=2
expect '... of which each sync is needed: syncfs' found syncfs
edition b
expect 'a run where a dataset has changed' in_order run --jobs=2
expect '... of which each sync is needed: of outputs' found sync "$report"
expect '... of which each sync is needed: of releases' found syncfs releases
for edition in a b; do
    edition $edition
    expect "validate: edition $edition" \
        in_order validate --depfile=year.d -o year.xml "data/one/$newest"
    expect "aggregate: edition $edition" \
        in_order aggregate -o all.xml year.xml
    expect "layout: edition $edition" in_order layout --template=brief.xsl \
        --lang=en -o report.pdf all.xml
    expect "export: edition $edition" \
        in_order "$bin/export" --to=csv -o table.csv year.xml
done
expect '... of which each sync is needed: of a file' found sync table.csv.new
expect '... of which each sync is needed: of its folder' found sync '/p$'
