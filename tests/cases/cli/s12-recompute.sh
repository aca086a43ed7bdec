# shellcheck shell=sh disable=SC2154
# Stated figures of each sort, with each verdict; a bound (S12), a break (S7), a
# revised base (S8), another universe (S13).  Years serve each other as bases in
# whatever order they come.
cd "$root/tests/cases/cli/recompute" || exit
try() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
try validate --recompute 2025.xml 2023.xml 2024.xml
echo '# a year alone has no earlier levels'
try validate --recompute 2023.xml
echo '# what differs, by awk'
validate --recompute 202?.xml 2>&1 | awk '$8 == "differs" { print $1, $2, $3 }'

echo '# a file that the schema rejects is not in the table'
sed 's/kind="stock"/kind="heap"/' 2024.xml >"$TMPDIR/2024.xml"
try validate --recompute 2023.xml "$TMPDIR/2024.xml" 2>&1 |
    sed 's,[^ ]*/2024.xml,2024.xml,'
echo '# years of two datasets are not joined'
sed 's/id="example"/id="other"/' 2024.xml >"$TMPDIR/2024.xml"
try validate --recompute 2023.xml "$TMPDIR/2024.xml" 2>&1 |
    sed 's,[^ ]*/2024.xml,2024.xml,' | grep -v mismatch
echo '# no output beside it'
try validate --recompute -o out.xml 2023.xml
echo '# nothing leads to a confidential value'
sed 's/indicator="part" period="2023"/& confStatus="C"/' 2023.xml \
    >"$TMPDIR/2023.xml"
try validate --recompute "$TMPDIR/2023.xml" 2024.xml 2>/dev/null |
    sed 's,[^ ]*/2023.xml,2023.xml,' | grep -E 'confidential|^='
