# Rule O12: a check that fails leaves a report with every figure at fault, in
# the log, and the last good edition in its place.
mkdir -p data/one
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
run --reports
sha256sum output/*.pdf output/*.tex >good
sed -i 's/ value="/&x/' data/one/2024.xml
run --reports 2>err || echo "= $?"
sed 's/:[0-9]*:[0-9]*:/:L:C:/' err | head -n 2
echo '# the log has what was said, word for word'
jq -r 'select(.event == "failed") | .said[]' work/log/run.jsonl >logged
grep '^data/one/2024.xml:[0-9]*:[0-9]*: error: ' err | cmp - logged
echo "$(wc -l <logged) of $(grep -c ' value="x' data/one/2024.xml) figures"
echo '# the status says what is still old'
run --status | sed -n 's/brief-2024.en.pdf: .*\(still old.*\)/\1/p'
sha256sum -c --quiet good && echo 'the edition before is there'
