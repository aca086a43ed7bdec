# What is exported as a table is the same dataset when it is imported again:
# every year of ours, and every fixture that is a good dataset.
for dataset in "$root"/data/*/[12]*.xml "$root"/tests/cases/validate/*/*.xml \
    "$root"/tests/cases/aggregate/*/*/[12]*.xml; do
    validate "$dataset" 2>/dev/null || continue
    env export --to=csv -o table.csv "$dataset" &&
        import --werror -m table.mapping.xml -o again.xml table.csv &&
        env export --to=dataset -o before.xml "$dataset" &&
        cmp before.xml again.xml || echo "${dataset##*cases/}"
    count=$((${count:-0} + 1))
done
[ "$count" -gt 50 ] || echo "only $count datasets"
