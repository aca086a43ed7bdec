# What a dataset says is what export writes of it, whatever the layout: both as
# canonical XML, without what is for editors, comments, white space and defaults.
canonical() {
    xmllint --noblanks --c14n "$1" 2>/dev/null | tr '\n' ' ' |
        sed -e 's/<?[^?]*?>//g; s/<!--/\x01/g; s/-->/\x02/g; s/\x01[^\x02]*\x02//g' \
            -e 's/ xmlns:xsi="[^"]*"//; s/ xsi:[a-zA-Z]*="[^"]*"//' \
            -e 's/&#x[9AD];/ /g; s/  */ /g; s/> />/g; s/ </</g' \
            -e 's/=" /="/g; s/ "\( [a-z/>]\|[/>]\)/"\1/g' \
            -e 's/\(<[a-zA-Z]*\) /\1\n/g; s/" /"\n/g; s/>/\n>/g' |
        grep -vxE '/*(status="A"|confStatus="F"|freq="A"|unitMult="0"|basis="printed"|prices="current"|cumulative="no")' |
        sed -E 's/^(decimals|key|year)="0*([0-9])/\1="\2/'
}
for dataset in "$root"/data/*/[12]*.xml "$root"/tests/cases/validate/*/*.xml; do
    # What does not follow the schema is nobody's dataset.
    xmllint --noout --nonet --schema "$root/data/schema/dataset.xsd" \
        "$dataset" 2>/dev/null || continue
    # What is confidential does not leave, which has a test of its own.
    env export --to=dataset -o out.xml "$dataset" 2>err || {
        grep -v '\[confidential-exposed\]' err || :
        continue
    }
    canonical "$dataset" >before
    canonical out.xml >after
    cmp -s before after || {
        echo "${dataset##*cases/}"
        diff before after | head -n 5
    }
done
