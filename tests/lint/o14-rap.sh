#!/bin/sh
# The report on reproducible analytical pipelines (rule O14): each criterion is
# met, each check can fail, and two reports of one tree are the same.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

all_met() {
    tests/rap/report >"$TMPDIR/report" || {
        grep -A 3 '^\*\*NOT MET' "$TMPDIR/report"
        return 1
    }
}

# Fifteen criteria, each with what was found.
complete() {
    [ "$(grep -c '^### ' "$TMPDIR/report")" = 15 ] &&
        [ "$(grep -cE '^\*\*(met|not checked)\*\*: .' "$TMPDIR/report")" = 15 ]
}

same() {
    (umask 077 && LC_ALL=C TZ=Asia/Shanghai tests/rap/report >"$TMPDIR/again")
    diff "$TMPDIR/report" "$TMPDIR/again"
}

# A tree with the report alone meets nothing.
can_fail() {
    mkdir -p "$TMPDIR/bare/tests"
    cp -R tests/rap tests/setup.sh tests/cases.sh "$TMPDIR/bare/tests"
    : >"$TMPDIR/bare/ARCHITECTURE.md"
    status=0
    GIT_CEILING_DIRECTORIES=$TMPDIR BUILD=$TMPDIR/bare OUT=$TMPDIR/bare \
        "$TMPDIR/bare/tests/rap/report" >"$TMPDIR/none" 2>&1 || status=$?
    [ $status = 1 ] || return 1
    ! grep -B 4 '^\*\*met' "$TMPDIR/none"
}

expect 'each criterion is met' all_met
expect 'and what was found is said' complete
expect 'another report is the same' same
expect 'each check can fail' can_fail
