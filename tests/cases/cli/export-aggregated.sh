# Aggregated data are a dataset of all years again: what the sources say, and
# nothing that was computed.  What of the documents is not used is not in them.
aggregate -o aggregated.xml "$root"/data/wuhan/2*.xml
env export --aggregated --to=dataset -o all.xml aggregated.xml
env export --to=dataset -o year.xml "$root/data/wuhan/2024.xml"
sed '/<coverage>/,/<\/coverage>/d' year.xml | cmp all.xml -

aggregate -o aggregated.xml "$root"/data/national-rd/2*.xml
env export --aggregated --to=dataset -o all.xml aggregated.xml
validate all.xml
cat "$root"/data/national-rd/2*.xml | grep -c '<obs '
grep -c '<obs ' all.xml
env export --aggregated --to=csv -o table.csv aggregated.xml
import --werror -m table.mapping.xml -o again.xml table.csv
cmp all.xml again.xml
env export --aggregated --to=csv-wide -o - aggregated.xml | cut -d , -f 1,7-9
env export --aggregated --to=dataset -o out.xml year.xml ||
    echo "= $?"
