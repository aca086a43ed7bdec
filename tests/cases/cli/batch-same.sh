# Jobs of a batch, each done twice and between others that fail, give the bytes
# that runs of their own give, and say that they read what a depfile lists.
data=$root/data
page=$root/tests/cases/layout
t=$(printf '\t')

# FOLDER: the jobs, which write to it; all name their output by -o.
accept() {
    for file in national-rd/2023 national-rd/2024 wuhan/2024; do
        echo "--terms=$data/${file%/*}/terms.xml${t}-o${t}$1/$(echo $file |
            tr / -).xml${t}$data/$file.xml"
    done
}
join() {
    echo "-o${t}$1/wuhan.xml${t}alone/wuhan-2024.xml"
    echo "-o${t}$1/rd.xml${t}alone/national-rd-2023.xml${t}alone/national-rd-2024.xml"
    echo "--previous=old.xml${t}-o${t}$1/2024.xml${t}alone/national-rd-2024.xml"
}
sheets() {
    echo "--to=csv${t}-o${t}$1/rd.csv${t}--aggregated${t}alone/rd.xml"
    echo "--to=sdmx-3.0${t}-o${t}$1/wuhan.sdmx${t}alone/wuhan-2024.xml"
}
report() {
    source="--source=alone/national-rd-2024.xml"
    echo "--template=brief.xsl${t}--lang=zh_CN${t}$source${t}-o${t}$1/a.pdf${t}alone/rd.xml"
    echo "--to=trace${t}-o${t}$1/g.trace${t}$page/composition/c01-line-start.xml"
    echo "--template=brief.xsl${t}--lang=en${t}$source${t}--to=tex${t}-o${t}$1/b.tex${t}alone/rd.xml"
    echo "--template=official.xsl${t}--lang=zh_CN${t}-o${t}$1/c.pdf${t}alone/wuhan.xml"
    echo "--template=tables.xsl${t}--style=booklet.xml${t}--lang=en${t}-o${t}$1/d.pdf${t}alone/rd.xml"
    echo "--template=bilingual.xsl${t}--lang=zh_CN+en${t}--to=tex${t}--to=pdf${t}-o${t}$1/e.tex${t}-o${t}$1/e.pdf${t}alone/wuhan.xml"
    echo "--template=brief.xsl${t}--lang=en${t}--to=facts${t}-o${t}$1/f.xml${t}alone/wuhan.xml"
}

mkdir alone once twice
sed 's/prepared="[^"]*"/prepared="2025-01-01"/' \
    "$data/national-rd/2024.xml" >old.xml
try() {
    program=$1 list=$2 number=0
    shift 2
    $list alone | while read -r job; do
        number=$((number + 1))
        echo "$job" | tr '\t' '\n' |
            xargs -d '\n' "$program" "$@" || echo "= $?"
        # Its rule without the output's name, and without the rules of inputs.
        [ $# = 0 ] || sed -n '/^ /!d; s/^ //; s/ \\$//; p' dep |
            LC_ALL=C sort -u >"$list.$number.read"
    done
    {
        $list once
        echo "-o${t}none${t}absent.xml"
        echo "--no-such-option"
        $list twice
    } | env "$program" --batch >answers
    awk -F'\t' -v list="$list" '
        BEGIN { n = 1 }
        $1 == "read" { print $2 | ("LC_ALL=C sort -u >" list "." n ".told") }
        $1 == "done" { close("LC_ALL=C sort -u >" list "." n ".told"); n++ }
        $1 != "read" && $1 != "wrote" && $1 != "pages"' answers | uniq -c
    for read in "$list".*.read; do
        [ ! -e "$read" ] || cmp "$read" "${read%.read}.told"
    done
}
try validate accept --depfile=dep
try aggregate join --depfile=dep
try export sheets
try layout report --depfile=dep
grep -c '^wrote' answers
grep '^pages' answers | sort | uniq -c
find alone -type f | wc -l
find . -name "*.told" -path "*.[1-7].told" | wc -l
find . -name "*.read" | wc -l
diff -r alone once && diff -r alone twice && echo same
