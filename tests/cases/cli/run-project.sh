# What is wrong with a project: each line of it is named, all else is made.
year() {
    mkdir -p "data/$1"
    cp "$root/data/national-rd/2024.xml" "data/$1/$2.xml"
}
year good 2024
{
    echo '# a comment'
    echo ''
    printf 'brief\ten\r\n'
    echo 'nothing en'
    echo 'a/brief en'
    echo 'brief'
    echo 'brief fr'
    echo 'brief en+en'
    echo 'brief style=none en'
    echo 'brief style=style style=style en'
    echo 'brief en'
} >data/good/reports
year twice 2024
year twice-brief-2024 2024
printf 'brief style=style en\n' >data/twice/reports
mkdir data/empty data/no-reports "data/a	tab"
: >"data/twice/2023	b.xml"
year "a	tab" 2024
echo 'brief en' >data/empty/reports
echo 'brief en' >"data/a	tab/reports"
: >data/file
for option in '--list=reports' '--list=files' --dry-run --reports; do
    status=0
    run $option || status=$?
    echo "= $status"
done
find output -name '*.pdf' | sort
