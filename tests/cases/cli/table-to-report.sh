# The example of data/README.md from a table to a report, as it stands there.
readme=$root/data/README.md
# block N: the Nth fenced block of the section on tables.
block() {
    awk -v n="$1" '
        /^## / { inside = /^## From a table to a report/ }
        inside && /^```/ { if (!open) count++; open = !open; next }
        inside && open && count == n' "$readme"
}
# The dataset of the first example, without what is observed.
example() {
    awk '/^```xml/ { open = 1; next } /^```/ { if (open) exit }
        open && !/^<\?xml/' "$readme" |
        sed '/<observations>/,/<\/observations>/d'
}
example >dataset
block 1 >harbour.csv
block 2 | sed -e '/<!-- here the example/r dataset' \
    -e '/<!-- here the example/d' >harbour.mapping.xml
block 3 >commands
cat commands
sh -eu commands
ls data/harbour
head -c 8 harbour.pdf
pdftotext harbour.pdf - | grep -m 1 -i '^cargo throughput'
