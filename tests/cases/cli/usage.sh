# A wrong command line: why, where help is, status 2; nothing is written.
wrong() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
for program in validate aggregate layout import export; do
    # The shell has an export of its own.
    wrong env $program
    wrong env $program --nonsense
    wrong env $program -o
done
wrong aggregate file.xml
wrong layout file.xml
wrong layout --to=word -o out file.xml
wrong layout --to=facts -o out file.xml
wrong layout --to=facts --template=annual.xsl --lang=zh_CN+en -o out file.xml
wrong layout -o out one.xml two.xml
wrong layout --to=pdf --to=tex -o out file.xml
wrong layout --to=pdf -o out --to=tex -o out file.xml
wrong layout --to=tex -o one --to=tex -o two file.xml
wrong layout --template=annual.xsl --lang=en --to=facts -o one --to=pdf -o two f
wrong validate -o out one.xml two.xml
wrong import file.csv
wrong import --from=word -o out file.csv
wrong env export --to=dataset -o out
wrong env export --to=word -o out file.xml
ls
