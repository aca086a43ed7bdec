#!/bin/sh
# A dataset of 50,000 observations takes no more memory than what it says: a
# tree of it, or all that follows from it, would take twice the limit.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

cd "$TMPDIR"

# dataset FREQUENCY FIRST-YEAR SERIES >FILE
dataset() {
    awk -v freq="$1" -v first="$2" -v year=2024 -v series="$3" \
        -f "$root/tests/bench/dataset.awk"
}

# stays_below MEGABYTES COMMAND...: it ends well and its largest memory is less.
stays_below() {
    limit=$1
    shift
    "$BUILD/tests/measure" 1 "$@" >measured || return 1
    cat measured
    awk -v limit="$limit" '{ exit $3 >= limit }' measured
}

case $(basename "$BUILD") in
release) ;;
*)
    skip 'memory of large datasets' 'another build takes more of it'
    exit
    ;;
esac

dataset A 2015 5000 >wide.xml
dataset D 2015 15 >long.xml
for shape in wide long; do
    expect "$shape dataset: validate" stays_below 64 \
        validate -o accepted.xml $shape.xml
    expect "$shape dataset: what is accepted is the same" \
        cmp accepted.xml $shape.xml
    expect "$shape dataset: aggregate" stays_below 80 \
        aggregate -o all.xml $shape.xml
done
