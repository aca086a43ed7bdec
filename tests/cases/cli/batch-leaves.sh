# A job leaves nothing to the next: neither what messages may not tell, nor
# that warnings are errors, nor a template, style or schema that has changed.
rules=$root/tests/cases/validate
t=$(printf '\t')
said() {
    grep -E '^(said|fault|done)' | sed 's/.*: error: /error: /; s/.*: warning: /warning: /'
}

echo '# the same lines are confidential and then not'
cp "$rules/status/d07-confidential-ok.xml" secret.xml
sed -i 's/value="12.23"/value="13.13"/' secret.xml
sed "s/confStatus=['\"][A-Z]['\"]//" secret.xml >free.xml
{
    echo secret.xml
    echo free.xml
    echo secret.xml
} | validate --batch | said

echo '# warnings are errors, and then not'
warned=$rules/texts/full-width.err
cp "${warned%.err}.xml" warned.xml
{
    echo warned.xml
    echo "--werror${t}warned.xml"
    echo warned.xml
} | validate --batch | said

# ask WORDS: does a job and waits for the end of its answer.
ask() {
    echo "$1" >&3
    while read -r word text <&4; do
        case $word in
        said) echo "said ${text##*/}" ;;
        done)
            echo "= $text"
            break
            ;;
        esac
    done
}
begin() {
    rm -f to from
    mkfifo to from
    "$1" --batch <to >from &
    exec 3>to 4<from
}
end() {
    exec 3>&-
    wait
    exec 4<&-
}

echo '# a schema changes between two jobs, and one that it imports'
mkdir schema
cp "$root"/data/schema/*.xsd schema
cp "$root/data/wuhan/2024.xml" good.xml
export GONGBAO_DATADIR="$PWD"
begin validate
ask "-o${t}a.xml${t}good.xml"
sed -i 's/name="prepared"/name="made"/' schema/dataset.xsd
ask "-o${t}b.xml${t}good.xml"
cp "$root/data/schema/dataset.xsd" schema
ask "-o${t}c.xml${t}good.xml"
echo broken >schema/xml.xsd
ask "-o${t}d.xml${t}good.xml"
cp "$root/data/schema/xml.xsd" schema
ask "-o${t}e.xml${t}good.xml"
end
ls ./?.xml

echo '# a template and a style change between two jobs'
for part in templates fonts; do
    cp -rL "$BUILD/share/gongbao/$part" .
done
cp "$root/tests/cases/layout/elements/elements-en.xml" document.xml
begin layout
report="--template=brief.xsl${t}--lang=en${t}--to=document"
aggregate -o all.xml good.xml
ask "$report${t}-o${t}a.doc${t}all.xml"
sed -i 's/class="brief"/class="short"/' templates/brief.xsl
ask "$report${t}-o${t}b.doc${t}all.xml"
diff a.doc b.doc | grep -o 'class="[a-z]*"'
ask "--to=trace${t}-o${t}a.trace${t}document.xml"
sed -i 's/measure="41em"/measure="30em"/' templates/style.xml
ask "--to=trace${t}-o${t}b.trace${t}document.xml"
cmp -s a.trace b.trace || echo 'set in the new style'
sed -i 's/family="Caladea"/family="Caladeum"/' fonts/fonts.xml
ask "--to=trace${t}-o${t}c.trace${t}document.xml"
end
