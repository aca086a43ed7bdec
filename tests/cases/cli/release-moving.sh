# shellcheck shell=sh disable=SC1091,SC2154
# A file that changed while it was read is in the state without a name: what
# was made of it is not released, and the next run puts it right.
. "$root/tests/cases/cli/release/project"
run
sed -i 's/^f\t.*\tdata\/library\/2024\.xml$/f\t0\t0\t0\t0\t\t/' work/state/main.tsv
run --status | grep 'while it was read'
status=0
release || status=$?
echo "= $status"
named
run && release --verify
named
