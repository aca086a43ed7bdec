#!/bin/sh
# What a report carries (rules E1 and E2; ISO 19005-3, 6.8): each file with
# its name, description, type, size, date and checksum, associated with the
# document or with one table, and in the list that viewers show.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# statements: "NAME RELATION TYPE SIZE MD5 OWNER" of each file, by the objects.
statements() {
    awk -F'|' '
        { value = $NF }
        $3 !~ /^obj:/ { next }
        { object = substr($3, 5); sub(/^u:|^b:/, "", value) }
        $4 == "value" && $5 == "/UF" { name[object] = value }
        $4 == "value" && $5 == "/F" { other[object] = value }
        $4 == "value" && $5 == "/Desc" { text[object] = value }
        $4 == "value" && $5 == "/AFRelationship" { relation[object] = value }
        $4 == "value" && $5 == "/EF" && $6 == "/F" { stream[object] = value }
        $4 == "value" && $5 == "/S" { type[object] = value }
        $4 == "value" && $5 == "/Type" && value == "/Catalog" { catalog = object }
        $4 == "value" && $5 == "/AF" {
            owner[value] = object
            owners[value]++
        }
        $4 == "value" && $5 == "/Names" && $6 == "/EmbeddedFiles" {
            if ($8 % 2) { listed[value] = list; } else { list = value }
            if ($8 % 2 == 0) {
                if (value <= before) { print "not sorted: " value }
                before = value
            }
        }
        $5 == "dict" && $6 == "/Subtype" { mime[object] = value }
        $5 == "dict" && $6 == "/Params" && $7 == "/Size" { size[object] = value }
        $5 == "dict" && $6 == "/Params" && $7 == "/CheckSum" { md5[object] = value }
        $5 == "dict" && $6 == "/Params" && $7 == "/ModDate" { date[object] = value }
        END {
            for (object in relation) {
                if (name[object] == "" || other[object] != name[object] ||
                    text[object] == "" || listed[object] != name[object] ||
                    owners[object] != 1 || date[stream[object]] !~ /^D:2/) {
                    print "not complete: " object, name[object]
                }
                whose = owner[object] == catalog ? "document" : type[owner[object]]
                print name[object], relation[object], mime[stream[object]],
                    size[stream[object]], md5[stream[object]], whose
            }
        }' "$TMPDIR/flat" | LC_ALL=C sort
}

# expected: the same of the files that pdfdetach takes out.
expected() {
    for file in "$TMPDIR"/carried/*; do
        kind=document
        type=/text/xml
        case ${file##*/} in
        *.csv) relation=/Data kind=/Table type=/text/csv ;;
        aggregated.xml) relation=/Data ;;
        provenance.xml) relation=/Supplement ;;
        *) relation=/Source ;;
        esac
        echo "${file##*/} $relation $type $(wc -c <"$file")" \
            "$(md5sum <"$file" | cut -d' ' -f1) $kind"
    done | LC_ALL=C sort
}

stated() {
    rm -rf "$TMPDIR/carried" && mkdir "$TMPDIR/carried"
    pdfdetach -saveall -o "$TMPDIR/carried" "$1" >/dev/null &&
        qpdf --json=2 --json-key=qpdf "$1" |
        awk -f tests/report/flat.awk >"$TMPDIR/flat"
    statements >"$TMPDIR/stated"
    expected | diff - "$TMPDIR/stated"
}

# The datasets and the aggregated data are the very files.
same() {
    for file in "data/$dataset"/[0-9]*.xml; do
        cmp "$file" "$TMPDIR/carried/${file##*/}" || return 1
    done
    cmp "$aggregated" "$TMPDIR/carried/aggregated.xml"
}

# A table each, and no other.
tables() {
    count=$(grep -c '|value|/S|/Table$' "$TMPDIR/flat")
    [ "$count" = "$(find "$TMPDIR/carried" -name '*table-*.csv' | wc -l)" ]
}

for report in $REPORTS; do
    parts "$report"
    name=${report##*/}
    expect "e1: $name: what is said of each file inside" stated "$report.pdf"
    expect "e2: $name: the data are those it was made from" same
    expect "e2: $name: each table has its CSV" tables
done
