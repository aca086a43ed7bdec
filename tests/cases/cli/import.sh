# A folder gets a file for each year, with what that year uses; what is wrong
# writes nothing; bounds on rows.
cp "$root"/tests/cases/import/csv/wide-years/* .
status() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
mkdir years
import -m mapping.xml -o years table.csv
ls years
for year in years/*; do
    validate --werror --sources=. "$year"
    echo "${year##*/}: $(grep -c '<indicator ' "$year") indicators," \
        "$(grep -c '<obs' "$year") observations, $(grep -o ' year="....' "$year")"
done
status import -m mapping.xml -o new/ table.csv

echo '== a fault leaves what there was'
echo old >out.xml
echo 'throughput,1' >>table.csv
status import -m mapping.xml -o out.xml table.csv
cat out.xml
status import -m mapping.xml -o out.xml missing.csv
status import -m missing.xml -o out.xml table.csv
status import -o out.xml table.csv

echo '== bounds'
plain="$root"/tests/cases/import/csv/plain.xml
head='indicator,period,value'
{
    echo "$head"
    awk 'BEGIN { for (i = 0; i < 10001; i++) printf "x,"; print "" }'
} >table.csv
status import -m "$plain" -o out.xml table.csv
{
    echo "$head"
    awk 'BEGIN { for (i = 0; i < 150000; i++) printf "12345678"; print ",2" }'
} >table.csv
status import -m "$plain" -o out.xml table.csv
{
    echo "$head"
    awk 'BEGIN { printf "\""; for (i = 0; i < 150000; i++) print "1234567" }'
} >table.csv
status import -m "$plain" -o out.xml table.csv

echo '== export'
env export --to=csv -o - "$root/data/national-rd/2010.xml" | head -n 2
env export --to=csv-wide -o - "$root/data/national-rd/2010.xml" | head -n 2
env export --to=csv -o none/table.csv "$root/data/national-rd/2010.xml" 2>&1 ||
    echo "= $?"
