#!/bin/sh
# Killed at a random moment, over and over: the whole of a run with its release,
# or its first process alone.  The moments are always the same shares of the time
# that a run takes.  After each, every output is whole, old or new, and the
# current release is all there; a run to its end makes what a first one makes.
set -eu
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/faults/project
. tests/faults/project

case ${FAULTS:-few} in
all) moments=${MOMENTS:-1000} ;;
*) moments=20 ;;
esac

rm -r data/two
with_release
# Both editions from nothing, for what is whole.
for edition in a b; do
    edition $edition
    rm -rf work output releases
    run || {
        echo 'not ok - a run without faults'
        exit 0
    }
    hashes output >"$TMPDIR/output.$edition"
    [ $has_release = no ] || released >"$TMPDIR/released.$edition"
done
cat "$TMPDIR"/output.? | LC_ALL=C sort -u >"$TMPDIR/whole"
cat "$TMPDIR"/released.? 2>/dev/null | LC_ALL=C sort -u >"$TMPDIR/whole-released"

# How long a run takes that has something to do, in milliseconds.
now() {
    echo $(($(date +%s%N) / 1000000))
}
begun=$(now)
for edition in a b a; do
    edition $edition
    run
done
length=$((($(now) - begun) / 3 + 10))

# All of what is there is whole; what is not counts as lost.
whole() {
    hashes output | grep -v '/\.[^/]*\.new$' | LC_ALL=C sort |
        LC_ALL=C comm -23 - "$TMPDIR/whole" >"$TMPDIR/lost"
    cut -c 67- "$TMPDIR/whole" | LC_ALL=C sort -u |
        while read -r name; do
            [ -f "output/$name" ] || echo "$name is gone"
        done >>"$TMPDIR/lost"
    if [ $has_release = yes ]; then
        released | LC_ALL=C sort |
            LC_ALL=C comm -23 - "$TMPDIR/whole-released" >>"$TMPDIR/lost"
        (cd releases/current/ && sha256sum -c --quiet --strict SHA256SUMS) \
            >>"$TMPDIR/lost" 2>&1 || echo 'the release is not whole' \
            >>"$TMPDIR/lost"
    fi
    [ ! -s "$TMPDIR/lost" ]
}

# to_the_end EDITION: a run makes what a first one makes, and tidies up.
to_the_end() {
    works run && hashes output | diff "$TMPDIR/output.$1" - && clean || return 1
    if [ $has_release = yes ]; then
        released | diff "$TMPDIR/released.$1" - || return 1
        [ "$(find releases -mindepth 1 -maxdepth 1 -type d | wc -l)" -le 4 ] || {
            ls -a releases
            return 1
        }
    fi
    works run --question
}

# The minimal standard generator; moments from none to a tenth more than all.
seed=20261130 n=0 cut=0 whole=0 lost=0 repaired=0 bad=0
edition=a
while [ $n -lt "$moments" ]; do
    n=$((n + 1))
    seed=$((seed * 16807 % 2147483647))
    moment=$((seed % (length * 11 / 10)))
    case $edition in
    a) edition=b ;;
    b) edition=a ;;
    esac
    edition $edition
    setsid run >"$TMPDIR/said" 2>&1 </dev/null &
    job=$!
    sleep "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
    # One of four times only the process that began it.
    if [ $((n % 4)) = 0 ]; then
        kill -KILL $job 2>/dev/null || :
    else
        kill -KILL -$job 2>/dev/null || kill -KILL $job 2>/dev/null || :
    fi
    status=0
    wait $job 2>/dev/null || status=$?
    # The machine may be busier, or less so, than when it was measured.
    if [ $status = 137 ]; then
        cut=$((cut + 1))
        length=$((length + length / 50))
    else
        length=$((length - length / 20 + 2))
    fi
    if whole; then
        whole=$((whole + 1))
    else
        lost=$((lost + 1))
        sed "s/^/# moment $n: /" "$TMPDIR/lost" | head -n 5
    fi
    if [ $((n % 20)) = 0 ] || [ $n = "$moments" ]; then
        # What was begun by a process that was killed alone may have to end.
        if to_the_end $edition >"$TMPDIR/why" 2>&1; then
            repaired=$((repaired + 1))
        else
            bad=$((bad + 1))
            sed "s/^/# moment $n: /" "$TMPDIR/why" | head -n 8
        fi
    fi
done
echo "# moments $n over $length ms, cut short $cut; all whole $whole," \
    "outputs lost $lost; runs to the end $((repaired + bad)), wrong $bad"

expect 'killed at any moment, it loses nothing' [ $lost = 0 ]
expect 'killed at any moment, the next run makes the same' [ $bad = 0 ]
expect 'most moments were while it was at work' [ $((cut * 3)) -gt $n ]
