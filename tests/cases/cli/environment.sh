# What is wrong with the machine, and the limits: each diagnostic once.
say() {
    status=0
    "$@" 2>said || status=$?
    sed "s,$PWD,.,g" said
    echo "= $status"
}
year=$root/tests/cases/layout/elements/elements-en.xml
say layout -o /dev/full "$year"
say layout -o folder/out.pdf "$year"
say env SOURCE_DATE_EPOCH=tomorrow layout -o out.pdf "$year"

# The program without its parts: no schemas, no translations.
mkdir bin
cp "$(command -v layout)" "$(command -v validate)" bin
say bin/layout -o out.pdf "$year"
export GONGBAO_DATADIR="${BUILD:?}/share/gongbao"
cp "$BUILD/work/national-rd/aggregated.xml" .
say bin/layout --template=annual.xsl --lang=zh_CN -o out.pdf aggregated.xml
say layout --template=annual.xsl --lang=fr -o out.pdf aggregated.xml

# More faults than anyone reads.
sed 's/ period="/ perio="/' "$root/data/wuhan/2024.xml" >faults.xml
validate faults.xml 2>said || echo "= $?"
grep -c 'error: ' said
grep 'too-many' said
ls
