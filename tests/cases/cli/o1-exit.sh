# Rule O1: each kind of failure of a stage program has an exit status of its
# own; the others are in run-*.sh.  What was there before stays.
mkdir -p parts data/one data/two
cp -R "$root/data/schema" "$root/templates" "$root/fonts" parts
export GONGBAO_DATADIR="$PWD/parts"
for dataset in one two; do
    cp "$root/data/national-rd/2024.xml" data/$dataset
    echo 'brief en' >data/$dataset/reports
done
run --reports
sha256sum output/*.pdf >good
try() {
    echo "$1"
    status=0
    run --reports 2>err || status=$?
    # What the others say of it is theirs.
    sed -e "s,$PWD/,," -e 's/\(error:\).*\[/\1 [/' err |
        grep -v 'run: error' || :
    echo "= $status"
    sha256sum -c --quiet good
}
# with FILE FROM TO NAME: while FILE has the mistake.
with() {
    cp "$1" kept
    sed -i "s/$2/$3/" "$1"
    try "$4"
    cp kept "$1"
}
with data/one/2024.xml '<dataset' '<datasat' 'a dataset: 65'
rm -r data/one/2024.xml && mkdir data/one/2024.xml
try 'an input that cannot be read: 66'
rm -r data/one/2024.xml && cp kept data/one/2024.xml
with parts/templates/brief.xsl '<xsl:template ' '<xsl:templet ' 'a template: 67'
with parts/templates/style.xml '<page ' '<paper ' 'a style: 67'
mv parts/schema/dataset.xsd kept
touch data/one/2024.xml
try 'a schema that is gone: 67'
mv kept parts/schema/dataset.xsd
with parts/fonts/fonts.xml 'Noto Serif CJK SC' 'No Such Family' 'a font: 68'
sed '0,/<title xml:lang="en">/s//&\&#x12000; /' data/one/2024.xml >new
cp data/one/2024.xml kept
cp new data/one/2024.xml
try 'a glyph: 68'
cp kept data/one/2024.xml
cp data/two/2024.xml kept
sed -i 's/<dataset/<datasat/' data/one/2024.xml
rm data/two/2024.xml && mkdir data/two/2024.xml
try 'the worst of several: 66'
rmdir data/two/2024.xml
cp kept data/two/2024.xml
cp kept data/one/2024.xml
try 'mended: 0'
