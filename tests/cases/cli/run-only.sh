# --only: a dataset, a report, an output, and what they need; --shard: shares
# that are disjoint and come to all.
year=$root/data/national-rd/2024.xml
for name in one two three four; do
    mkdir -p data/$name
    cp "$year" data/$name
    echo 'brief en' >data/$name/reports
done
made() {
    run --reports --verbose "$@" 2>&1 | sort
}
echo 'a dataset'
made --only=two
echo 'a report'
made --only=one-brief-2024.en
echo 'an output'
made --only=output/three-brief-2024.en.tex --only=output/gongbao.cls
rm -r work output
echo 'shares'
for k in 1 2 3; do
    made --shard=$k/3 >share-$k
    find work/state -name "shard-$k-*" | sort
done
# Which of them a dataset is in is the same everywhere, for ever.
grep . share-?
run --question && echo 'nothing is left to make'
echo 'one state of all'
run --reports
ls work/state
run --question
echo 'what a share did not make is made'
rm output/two-brief-2024.en.pdf
run --reports --shard=1/2
run --reports --shard=2/2
ls output/two-brief-2024.en.pdf work/state
echo 'lines of reports are looked over, and none is made'
rm -r output
run --lint --only=one
ls output
