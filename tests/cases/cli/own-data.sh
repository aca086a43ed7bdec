# The walk through README.md: its dataset, as printed there, becomes reports.
for readme in README.md README.zh_CN.md; do
    echo "$readme"
    mkdir -p library
    awk '/^```xml$/ { on = 1; next } /^```$/ { on = 0 } on' \
        "$root/$readme" >library/2024.xml
    validate -o 2024.xml library/2024.xml
    aggregate -o aggregated.xml 2024.xml
    for lang in zh_CN en; do
        layout --template=annual.xsl --lang=$lang -o $lang.pdf aggregated.xml
        layout --template=annual.xsl --lang=$lang --to=tex -o $lang.tex \
            aggregated.xml
        pdftotext -raw $lang.pdf - | tr -d ' ' |
            grep -oE '5120册|5,120books|1\.7%' | sort -u
        grep -c 'section{' $lang.tex >/dev/null
    done
done
