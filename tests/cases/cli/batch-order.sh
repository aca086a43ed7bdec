# A batch gives what calls one by one give, whatever came before: in either
# order, beside jobs that fail in each place.
layouts=$root/tests/cases/layout
data=$root/tests/cases/document/brief/aggregated.xml
port=$root/tests/cases/document/port/aggregated.xml
report() {
    printf '%s\t' "--template=$2.xsl" "--lang=$3" --to=pdf -o "OUT/$1.pdf" \
        --to=tex -o "OUT/$1.tex"
    echo "$4"
}
document() {
    printf '%s\t' ${3:+"$3"} --to=pdf -o "OUT/$1.pdf" --to=tex -o "OUT/$1.tex"
    echo "$layouts/$2"
}
cat >job.list <<END
$(report first brief zh_CN "$data")
$(document glyph page-errors/no-glyph.xml)
$(report second brief en "$data")
$(document high page-errors/chart-high.xml)
$(report both bilingual zh_CN+en "$port")
$(document style page-errors/b06-contrast.xml \
    "--style=$layouts/page-errors/b06-contrast.style")
$(report tables tables en "$port")
--template=$layouts/template-errors/message-hole.xsl	--lang=en	-o	OUT/t	$data
$(report third brief zh_CN "$port")
--nonsense
$(document none composition/there-is-none.xml)
$(report again brief zh_CN "$data")
END
mkdir alone forth back
sed 's|OUT/|alone/|g' job.list | while read -r words; do
    # shellcheck disable=SC2086
    layout $words 2>>alone.err || :
done
sed 's|OUT/|forth/|g' job.list | layout --batch >forth.said
sed 's|OUT/|back/|g' job.list | tac | layout --batch >back.said
diff -r alone forth && diff -r alone back && ls alone
# What is said is the same too, in its order.
sed -n 's/^said	//p' forth.said | diff alone.err - && echo same
sed -n 's/^done	//p' forth.said | tr '\n' ' '
