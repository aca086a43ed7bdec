#!/bin/sh
# Every diagnostic is explained in a man page and tripped by a test.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

ids=$(sed -n 's/^DIAG(\([A-Z0-9_]*\),.*/\1/p' pipeline/base/diag.def |
    tr 'A-Z_' 'a-z-')
find tests/cases tests/unit \( -name '*.err' -o -name '*.out' -o \
    -name '*_test.c' \) -exec cat {} + >"$TMPDIR/golden"
# It says which one it looks for.
cat tests/report/e5-verify.sh >>"$TMPDIR/golden"

explained() {
    bad=0
    for id in $ids; do
        grep -q "^\.It \(Sy \|Li \|Ic \|Cm \)*\[*$id\]*$" pipeline/*.1 || {
            echo "$id: add it to DIAGNOSTICS in the program's man page"
            bad=1
        }
    done
    return $bad
}

# What a man page explains can happen.
known() {
    for page in pipeline/*.1; do
        sed -n '/^\.Sh DIAGNOSTICS/,$ {
            s/^\.It \(Sy \)*\([a-z][a-z-]*\)$/\2/p
        }' "$page"
    done | sort -u >"$TMPDIR/explained"
    [ -s "$TMPDIR/explained" ] && echo "$ids" | sort |
        comm -13 - "$TMPDIR/explained" >"$TMPDIR/unknown" &&
        sed 's/$/: a man page explains it, diag.def does not have it/' \
            "$TMPDIR/unknown" && [ ! -s "$TMPDIR/unknown" ]
}

tripped() {
    bad=0
    for id in $ids; do
        grep -qF "[$id]" "$TMPDIR/golden" || {
            echo "$id: no .err, .out or unit test has it"
            bad=1
        }
    done
    return $bad
}

used() {
    bad=0
    for id in $ids; do
        name=$(echo "$id" | tr a-z- A-Z_)
        grep -rqw "DIAG_$name" --include='*.[ch]' pipeline || {
            echo "$name: nothing reports it"
            bad=1
        }
    done
    return $bad
}

expect 'each diagnostic is in a man page' explained
expect 'each one in a man page is a diagnostic' known
expect 'each diagnostic is tripped by a case' tripped
expect 'each diagnostic is reported somewhere' used
