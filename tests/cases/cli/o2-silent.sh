# Rule O2: nothing is said when all goes well, made or not; the log says it.
mkdir -p data/one
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
events() {
    # What differs from run to run is not shown, nor how long it took.
    sed -E 's/"(time|run)":"[^"]*",//g; s/"(process|milliseconds)":[0-9]*/"\1":0/
        s/"(version)":"[^"]*"/"\1":""/' work/log/run.jsonl
    wc -l <work/log/run.jsonl
}
run --jobs=2
events
echo 'nothing to make, a scheduler calls'
run --jobs=2
events | tail -n 3
echo 'nothing to make, make calls'
run --reports
events | tail -n 1
echo 'one run has one id'
sed -n 's/.*"run":"\([^"]*\)".*/\1/p' work/log/run.jsonl | uniq | wc -l
mv work/log/run.jsonl rotated
echo 'what was made is printed if asked for'
rm output/*.tex
run --verbose
events | wc -l
echo 'on a terminal, and only there, it shows how far it is'
rm output/*.tex
script -qec 'run --reports' typescript >/dev/null
tr '\r' '\n' <typescript | grep -c ' of 4, 0 failed, ' | sed 's/^[1-9][0-9]*$/yes/'
