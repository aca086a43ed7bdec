# What is exported as a table is the same dataset when it is imported again:
# every year of ours, and the fixtures that show what is right.
for dataset in "$root"/data/*/[12]*.xml \
    "$root"/tests/cases/validate/basic/*.xml \
    "$root"/tests/cases/validate/*/*-ok.xml; do
    validate -o accepted.xml "$dataset" 2>/dev/null || continue
    env export --to=csv -o table.csv accepted.xml &&
        import --werror -m table.mapping.xml -o again.xml table.csv &&
        env export --to=dataset -o before.xml accepted.xml &&
        cmp before.xml again.xml || echo "${dataset##*cases/}"
    count=$((${count:-0} + 1))
done
[ "$count" -gt 50 ] || echo "only $count datasets"
