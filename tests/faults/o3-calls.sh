#!/bin/sh
# Each program with each of its calls on files failing in turn, and killed at
# each: what was there is whole, old or new; nothing else is left; the message
# names the file; the next run makes everything.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/faults/lib
. tests/faults/lib

cd "$w"
failing=3
mkdir parts in
cp -R "$root/data/schema" "$root/templates" "$root/fonts" parts
export GONGBAO_DATADIR="$w/parts"

years=$(find "$root/data/national-rd" -name '2*.xml' | LC_ALL=C sort | tail -n 3)
oldest=$(echo "$years" | sed -n 1p)
middle=$(echo "$years" | sed -n 2p)
newest=$(echo "$years" | sed -n 3p)

outputs() {
    find . ! -type d | sed 's,^\./,,'
}

# stage LABEL FILE OLD NEW: what program makes where the FILE of its inputs is
# OLD, then NEW.
stage() {
    rm -rf "${w:?}/out" && mkdir "$w/out"
    cp "$3" "in/$2"
    program || echo "not ok - $1: the old outputs"
    keep old
    cp "$4" "in/$2"
    program || echo "not ok - $1: the new outputs"
    keep new
    inject "$1"
}

program() {
    validate --depfile=out/year.d -o out/year.xml in/year.xml
}
stage validate year.xml "$middle" "$newest"

validate -o in/1.xml "$oldest"
validate -o in/2.xml "$middle"
validate -o in/3.xml "$newest"
program() {
    aggregate --depfile=out/all.d -o out/all.xml in/1.xml in/year.xml
}
stage aggregate year.xml in/2.xml in/3.xml

aggregate -o in/old.xml in/1.xml in/2.xml
aggregate -o in/new.xml in/2.xml in/3.xml
program() {
    layout --template=brief.xsl --lang=zh_CN --depfile=out/report.d \
        -o out/report.pdf in/all.xml
}
stage 'layout to PDF' all.xml in/old.xml in/new.xml

program() {
    layout --template=brief.xsl --lang=en --to=tex --depfile=out/report.d \
        -o out/report.tex in/all.xml
}
stage 'layout to LaTeX' all.xml in/old.xml in/new.xml

program() {
    "$bin/export" --to=csv -o out/table.csv in/year.xml
}
stage export year.xml "$middle" "$newest"

cp "$root/tests/cases/import/csv/plain.xml" in/mapping.xml
program() {
    import -m in/mapping.xml -o out/data.xml in/table.csv
}
for period in 2023 2024; do
    printf 'indicator,period,value\nthroughput,%s,1.5\n' $period >in/$period.csv
done
stage import table.csv in/2023.csv in/2024.csv

classes
