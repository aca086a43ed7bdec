# Rule O13: how much a file, a report and a job may take is an option; those of
# depth and time have cases in validate/hostile and run-workers.
cp "$root/data/national-rd/2024.xml" data.xml
size=$(wc -c <data.xml)
number=$(grep -c '<obs ' data.xml)
try() {
    rm -f made.*
    "$@" 2>err || echo "= $?"
    sed "s/ $size / SIZE /" err
    find . -name 'made.*'
}
try validate "--max-bytes=$size" "--max-observations=$number" -o made.xml data.xml
mv made.xml accepted.xml
echo '# one less is too few'
try validate --max-bytes=1000 -o made.xml data.xml
try validate "--max-observations=$((number - 1))" -o made.xml data.xml
try validate --max-bytes=-1 -o made.xml data.xml
try validate --max-observations=many -o made.xml data.xml
echo '# pages'
aggregate -o all.xml accepted.xml
try layout --template=brief.xsl --lang=en --max-pages=1 -o made.pdf all.xml
pages=$(pdfinfo made.pdf 2>/dev/null | sed -n 's/^Pages: *//p')
echo "$pages"
try layout --template=annual.xsl --lang=en --max-pages=3 --to=pdf -o made.pdf \
    --to=tex -o made.tex all.xml
try layout --template=brief.xsl --lang=en --max-pages=-3 -o made.pdf all.xml
echo '# of a project'
mkdir -p data/one
cp data.xml data/one/2024.xml
echo 'annual en' >data/one/reports
for key in max_bytes=1000 max_observations=1 max_pages=1; do
    printf '[run]\n%s\n' "$key" >gongbao.conf
    run --reports 2>err || echo "= $?"
    sed "s/ $size / SIZE /; /^run: /d" err
done
echo '# of one job of many'
printf -- '--max-bytes=10\t-o\tmade.xml\tdata.xml\n-o\tmade.xml\tdata.xml\n' |
    validate --batch | grep -c '^done.0$'
