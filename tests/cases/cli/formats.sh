# Several formats in one call: each as if it were alone, all or none.
from=$root/tests/cases/layout
chart=$from/charts-few/k1-chart-alone.xml
mkdir alone together
for format in pdf tex document trace; do
    layout --to=$format -o "alone/out.$format" "$chart" 2>"alone/$format.err"
done
layout --depfile=dep --to=trace -o together/out.trace \
    --to=tex -o together/out.tex --to=document -o together/out.document \
    --to=pdf -o together/out.pdf "$chart" 2>all.err
diff -r -x '*.err' alone together && echo same
# What is warned of is said once.
cmp all.err alone/pdf.err
head -n 1 dep
# What one format cannot have, none gets.
layout --to=tex -o none.tex --to=pdf -o none.pdf \
    "$from/page-errors/chart-high.xml" 2>high.err || echo "= $?"
sed 's/.*\[/[/' high.err
ls
