# Rule O5: what did not change by its bytes is not written: not its time, not
# its state.
mkdir -p data/one
cp "$root/data/national-rd/2024.xml" data/one
printf 'brief en\n' >data/one/reports
written() {
    find data output work -type f ! -path '*/log/*' -printf '%p %T@ %i\n' |
        sort
}
run --reports
written >stamps
echo 'nothing changed'
run --reports
written | diff stamps -
echo 'another time'
touch data/one/2024.xml
written | grep -v '/state/' >stamps
run --reports
run --question
written | grep -v '/state/' | diff stamps -
echo 'another file with the same bytes'
cp data/one/2024.xml other
mv other data/one/2024.xml
run --question
echo 'a run with a time of its own for each'
written >stamps
sleep 0.1
run --reports
run --reports
written | grep -v '/state/' >now
grep -v '/state/' stamps | diff - now
echo 'an output that was spoilt is made again, with the same bytes'
sha256sum output/*.pdf >good
echo spoilt >output/one-brief-2024.en.pdf
run --dry-run
run --reports
sha256sum -c --quiet good
echo 'other bytes with the same meaning'
echo '<!-- more -->' >>data/one/2024.xml
run --dry-run
run --reports --verbose
echo 'bytes that changed and changed back'
cp data/one/2024.xml kept
echo '<!-- even more -->' >>data/one/2024.xml
run --question || echo "= $?"
cat kept >data/one/2024.xml
run --question
