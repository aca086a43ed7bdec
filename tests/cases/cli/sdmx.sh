# A dataset that is exported as SDMX-ML and imported again is the same.
for file in "$root"/data/wuhan/2024.xml "$root"/data/national-rd/2019.xml \
    "$root"/tests/cases/validate/basic/all-elements.xml \
    "$root"/tests/cases/export/sdmx/d08-hundred-millions/data.xml; do
    env export --to=dataset -o whole.xml "$file"
    for version in 2.1 3.0; do
        env export --to=sdmx-$version -o sdmx.xml "$file"
        env import --from=sdmx --structure=sdmx.structure.xml -o again.xml sdmx.xml
        cmp whole.xml again.xml && echo "${file##*/} $version: the same"
    done
done
