# gongbao.conf: what is not known in it is said, status 78.
mkdir data
try() {
    printf '%b' "$1" >gongbao.conf
    status=0
    run --reports || status=$?
    echo "= $status"
}
try '[run]\njobs=2\nlimit=60\n[publish]\n[release]\non_failure=release\n'
try '[run]\njobs=none\n'
try '[run]\nlimit=0\n'
try '[run]\nspeed=9\n'
try '[runs]\njobs=1\n'
try '[release]\non_failure=perhaps\n'
try 'jobs=1\n'
rm gongbao.conf
status=0
run --reports --config=missing.conf || status=$?
echo "= $status"
status=0
run --reports --project=missing || status=$?
echo "= $status"
rmdir data
status=0
run --reports || status=$?
echo "= $status"
