# Rule O4: while a run holds the output folder another one ends at once; a run
# that was killed holds nothing.
mkdir -p data/one output
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
mkfifo ready
sh -c 'exec 9<output; flock 9; echo it is taken >ready; exec sleep 60' &
holder=$!
cat ready
for words in '' --reports --prune --shard=1/2; do
    status=0
    # shellcheck disable=SC2086 # words are meant
    run $words || status=$?
    echo "= $status"
done
echo 'one that has noted its begin is named'
mkdir -p work/state
printf '[run]\nid=20261130T010203Z-4711\nbegun=2026-11-30T01:02:03Z\n' \
    >work/state/main.run
run --reports || echo "= $?"
rm work/state/main.run
echo 'looking needs no lock'
run --dry-run | wc -l
run --status | head -n 1
kill -9 $holder
wait $holder 2>err || :
run && ls output/*.pdf
