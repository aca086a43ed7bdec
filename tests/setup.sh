# shellcheck shell=sh disable=SC2034 # used by who sources it
# Sourced by every test script: the same surroundings for each, wherever it
# runs.  Nothing of the user's reaches a test: no locale, zone, home, flags of
# make.  BUILD and OUT come from make; by hand they are those of release.
#
# After it: $root (the tree), $bin, $out (the reports), $TMPDIR (private, gone
# at the end), and the programs first in PATH.

root=$(cd "$(dirname "$0")" && while [ ! -f ARCHITECTURE.md ]; do
    [ "$PWD" != / ] || exit 1
    cd ..
done && pwd)
cd "$root" || exit

: "${BUILD:=build/release}" "${OUT:=output}" "${CC:=cc}"
BUILD=$(realpath -m "$BUILD")
OUT=$(realpath -m "$OUT")
bin=$BUILD/bin
out=$OUT
export BUILD OUT CC

unset LANG LANGUAGE LC_MESSAGES LC_NUMERIC SOURCE_DATE_EPOCH HOME \
    GONGBAO_DATADIR MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CDPATH \
    XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME || :
export LC_ALL=C.UTF-8 TZ=UTC0
export ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=print_stacktrace=1
case $PATH in
"$bin":*) ;;
*) PATH=$bin:$PATH ;;
esac
export PATH
umask 022

TMPDIR=$(mktemp -d "${TMPDIR:-/tmp}/gongbao-test.XXXXXX")
export TMPDIR
trap 'chmod -R u+w "$TMPDIR" 2>/dev/null; rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT TERM

# TAP from a script: expect NAME COMMAND...; a failure does not end the
# script, and what the command said follows as a comment.
expect() {
    expected=$1
    shift
    if ("$@") >"$TMPDIR/expect" 2>&1; then
        echo "ok - $expected"
    else
        echo "not ok - $expected"
        head -n 40 "$TMPDIR/expect" | sed 's/^/# /'
    fi
}

# A part that cannot run here says why; it counts as neither.
skip() {
    echo "ok - $1 # SKIP $2"
}
