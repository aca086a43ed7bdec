# shellcheck shell=sh disable=SC2154
# What is confidential leaves validate in no way, and nothing later lets it in.
case=$root/tests/cases/validate/status/d07-confidential-ok.xml
secrets='98371|87654|12\.23|13\.13|102863'
try() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
silent() {
    ! grep -rlE "$secrets" "$@"
}
cp "$case" in.xml

echo '# the accepted file: the same lines, without the figures'
try validate -o out.xml in.xml
diff in.xml out.xml || :
try validate -o again.xml out.xml
cmp out.xml again.xml

echo '# what has nothing confidential is not touched'
sed "s/confStatus=['\"]./&/; s/confStatus='C'//; s/confStatus=\"D\"//" \
    in.xml >free.xml
try validate -o free-out.xml free.xml
cmp free.xml free-out.xml

echo '# reports, what they carry, tables, LaTeX: none has them'
mkdir published
aggregate -o published/aggregated.xml out.xml
for lang in en zh_CN; do
    layout --template=annual.xsl --lang=$lang --source=out.xml \
        -o report.pdf published/aggregated.xml
    pdftotext -layout report.pdf published/$lang.txt
    verify --extract=published/$lang report.pdf >/dev/null
    layout --template=annual.xsl --lang=$lang --source=out.xml --to=tex \
        -o published/$lang.tex published/aggregated.xml
    layout --template=tables.xsl --lang=$lang --to=document \
        -o published/$lang.xml published/aggregated.xml
done
find published/en -type f ! -name "table*" -printf "%f\n" | LC_ALL=C sort
silent published && echo 'not there'

echo '# nor do messages, whatever is wrong'
sed "s/value='102863.0'/value='102863,0'/" in.xml >bad-1.xml
sed "s/token='102863.0/token='102864.0/; s/\"79999/\"1/" in.xml >bad-2.xml
sed 's/value="12.23"/value="13.13"/; s/value="281234.75"/value="281234"/' \
    in.xml >bad-3.xml
sed "s/status=\"P\"/status=\"L\"/; s/decimals=\"1\"/decimals=\"0\"/" \
    in.xml >bad-4.xml
sed "s/source=\"page\" lines=\"3\" token=\"8765/source=\"paper\" lines=\"3\" token=\"8765/" \
    in.xml >bad-5.xml
mkdir sources
printf '%s\n' 1 2 '241234.75 60000.25 80000.25 33.3 281234.75' >sources/page.txt
for file in bad-?.xml; do
    validate "$file" 2>>messages || :
    validate --sources sources -o out.xml "$file" 2>>messages || :
done
validate --sources sources in.xml 2>>messages || :
sort -u messages
silent messages && echo 'not there'

echo '# a file that still has them goes no further'
try aggregate -o - in.xml
try layout --template=annual.xsl --lang=en --source=in.xml -o report.pdf \
    published/aggregated.xml
try env export --to=csv -o table.csv in.xml
env export --to=csv -o published/table.csv out.xml
env export --to=sdmx-3.0 -o published/table.xml in.xml
silent published && echo 'not there'
