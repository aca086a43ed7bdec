# --wait: a run begins when the one at work has ended; who waited too long, or
# does not wait, is told.
mkdir -p data/one output
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
mkfifo taken go
flock output sh -c 'echo >taken; cat go' &
cat taken
for words in '' --wait=1 '--prune --wait=1'; do
    status=0
    # shellcheck disable=SC2086 # words are meant
    run --reports $words || status=$?
    echo "= $status"
done
run --reports --wait=600 &
waits=$!
sleep 0.2
kill -0 $waits && find output -type f
echo 'its time has come' >go
wait $waits && find output -type f | sort
for seconds in -1 86401 1.5; do
    run --wait=$seconds || echo "= $?"
done
