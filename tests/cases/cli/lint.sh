# --lint without -o writes nothing; with one, only what is not rejected.
from=$root/tests/cases/layout/lint
try() {
    status=0
    layout --lint "$@" >all 2>&1 || status=$?
    sed -n 's/.*: \([a-z]*\): .*\[\(.*\)\]$/\1 \2/p' all | sort -u
    rm all
    echo "= $status"
}
narrow() {
    try "--style=$from/narrow.style" "$@" "$from/narrow.xml"
}
narrow
narrow --to=tex --werror -o narrow.tex
narrow --to=document --werror -o narrow.out
narrow --werror -o narrow.pdf
ls
narrow --to=document -o narrow.out
cmp narrow.out "$from/narrow.xml"
narrow --to=tex -o narrow.tex
head -n 1 narrow.tex
try --werror "$from/wide.xml"
layout --lint --depfile=dep "$from/wide.xml" || echo "= $?"
ls
