#!/bin/sh
# A whole run, and its release, with each call on files of the project failing
# in turn, in whichever of its processes, and each of them killed.
set -eu
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/faults/lib
. tests/faults/lib

cd "$w"
failing='65 66 67 68 70 73 78'
mkdir -p data/one
years=$(find "$root/data/national-rd" -name '2*.xml' | LC_ALL=C sort | tail -n 2)
newest=$(basename "$(echo "$years" | tail -n 1)")
# shellcheck disable=SC2086 # words are meant
cp $years data/one
echo 'brief en' >data/one/reports
cp "data/one/$newest" "$TMPDIR/a.xml"
sed 's/<title xml:lang="en">/&New /' "$TMPDIR/a.xml" >"$TMPDIR/b.xml"

outputs() {
    find . ! -type d | sed 's,^\./,,'
}
program() {
    run --reports --jobs=1 --output=out
}
both() {
    cp "$TMPDIR/a.xml" "data/one/$newest"
    program
    keep old
    cp "$TMPDIR/b.xml" "data/one/$newest"
    program
    keep new
    inject "$1"
}
kept=work
few=12
both 'run'

# Its two locks; a signal is no other run.
interrupted() {
    for at in 1 2; do
        faulty $at EINTR FAULT_ON=,lock,
        cat "$TMPDIR/err"
        [ $status = 0 ] && grep -q "^$at lock " "$TMPDIR/calls" || return 1
    done
}
expect 'a signal while it asks for a lock' interrupted

# The same with a release: the current one is whole, whichever it is.
cat >gongbao.conf <<'END'
[release]
folder=releases
keep=2
title.zh_CN=公报
title.en=Bulletins
END
program() {
    run --jobs=1 --output=out
}
whole_too() {
    (cd releases/current/ && sha256sum -c --quiet --strict SHA256SUMS) || {
        echo 'the current release is not whole'
        ls -la releases
        return 1
    }
}
repaired_too() {
    report=one-brief-${newest%.xml}.en.pdf
    if cmp "out/$report" "releases/current/reports/$report" &&
        [ "$(find releases -mindepth 1 -maxdepth 1 ! -name '[0-9]*' \
            ! -name current | wc -l)" = 0 ]; then
        return 0
    fi
    ls -la releases
    return 1
}
failing="$failing 76"
kept='work releases'
both 'run with its release'

classes
