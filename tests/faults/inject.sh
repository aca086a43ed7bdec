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

# stage LABEL: with program as it was for the inputs old and new, made by the
# command in that variable.
stage() {
    rm -rf "${w:?}/out" && mkdir "$w/out"
    eval "$inputs_old"
    program || echo "not ok - $1: the old outputs"
    keep old
    eval "$inputs_new"
    program || echo "not ok - $1: the new outputs"
    keep new
    inject "$1"
}

program() {
    validate --depfile=out/year.d -o out/year.xml in/year.xml
}
inputs_old='cp "$middle" in/year.xml'
inputs_new='cp "$newest" in/year.xml'
stage validate

validate -o in/1.xml "$oldest"
validate -o in/2.xml "$middle"
validate -o in/3.xml "$newest"
program() {
    aggregate --depfile=out/all.d -o out/all.xml in/1.xml in/year.xml
}
inputs_old='cp in/2.xml in/year.xml'
inputs_new='cp in/3.xml in/year.xml'
stage aggregate

aggregate -o in/old.xml in/1.xml in/2.xml
aggregate -o in/new.xml in/2.xml in/3.xml
program() {
    layout --template=brief.xsl --lang=zh_CN --depfile=out/report.d \
        -o out/report.pdf in/all.xml
}
inputs_old='cp in/old.xml in/all.xml'
inputs_new='cp in/new.xml in/all.xml'
stage 'layout to PDF'

program() {
    layout --template=brief.xsl --lang=en --to=tex --depfile=out/report.d \
        -o out/report.tex in/all.xml
}
stage 'layout to LaTeX'

program() {
    "$bin/export" --to=csv -o out/table.csv in/year.xml
}
inputs_old='cp "$middle" in/year.xml'
inputs_new='cp "$newest" in/year.xml'
stage export

cp "$root/tests/cases/import/csv/plain.xml" in/mapping.xml
program() {
    import -m in/mapping.xml -o out/data.xml in/table.csv
}
inputs_old='printf "indicator,period,value\nthroughput,2023,1.5\n" >in/table.csv'
inputs_new='printf "indicator,period,value\nthroughput,2024,2.5\n" >in/table.csv'
stage import

classes
