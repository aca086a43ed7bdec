# --status and --prune: the last run, what is old, what is of no report.
mkdir -p data/one data/two
cp "$root/data/national-rd/2024.xml" data/one
cp "$root/data/national-rd/2024.xml" data/two
echo 'brief en' >data/one/reports
echo 'brief en' >data/two/reports
status() {
    status=0
    run --status "$@" >out || status=$?
    sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]*Z/TIME/g
        s/[0-9]{8}T[0-9]*Z-[0-9]*/ID/; s/^inputs: [0-9]*/inputs: N/' out
    echo "= $status"
}
status
run
status
status --verbose | grep ' data/'
sed -i 's/<dataset/<datasat/' data/one/2024.xml
run 2>err || :
status
sed -i 's/<datasat/<dataset/' data/one/2024.xml
rm -r data/two
run
status
mv output/two-brief-2024.en.pdf kept
mkdir output/two-brief-2024.en.pdf
run --prune --verbose || echo "= $?"
rmdir output/two-brief-2024.en.pdf
mv kept output/two-brief-2024.en.pdf
run --prune --verbose
find output work/two -type f 2>err | sort
status
echo 'what is broken is not taken for what is gone'
echo 'nothing en' >data/one/reports
status=0
run --prune || status=$?
echo "= $status"
ls output/*.pdf
echo 'the name in a line that is cut may be that of another'
echo 'brief en' >data/one/reports
run
printf %s "$(cat work/state/main.tsv)" | sed '$s/..$//' | head -c -1 >short
tail -n 1 short | cut -f 1,7
mv short work/state/main.tsv
run --prune --verbose
find output work/one -name '*.pdf' -o -name '*.xml' | sort
