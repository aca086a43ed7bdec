#!/bin/sh
# What a report says of how it was made (rule E3): the record inside is valid,
# its checksums are those of the files that were read, the metadata sum it up.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

record=$TMPDIR/provenance.xml
share=$bin/../share

valid() {
    pdfdetach -savefile provenance.xml -o "$record" "$1" &&
        xmllint --noout --nonet --schema data/schema/provenance.xsd "$record"
}

# sums ELEMENT: "SHA-256  name" of each, as sha256sum has it.
sums() {
    sed -n "s,.*<$1 name=\"\([^\"]*\)\" sha256=\"\([^\"]*\)\".*,\2  \1,p" "$record"
}

parts_are() {
    sums part | sed "s,  locale/,  $share/locale/,; t
        s,  ,  $share/gongbao/," >"$TMPDIR/sums"
    grep -q "templates/$template.xsl$" "$TMPDIR/sums" &&
        grep -q "fonts/fonts.xml$" "$TMPDIR/sums" &&
        sha256sum --check --quiet "$TMPDIR/sums"
}

attachments_are() {
    rm -rf "$TMPDIR/carried" && mkdir "$TMPDIR/carried"
    pdfdetach -saveall -o "$TMPDIR/carried" "$1" >/dev/null &&
        sums attachment >"$TMPDIR/sums" && [ -s "$TMPDIR/sums" ] &&
        (cd "$TMPDIR/carried" && sha256sum --check --quiet "$TMPDIR/sums")
}

# Each face that pdffonts sees, and no other.
faces_are() {
    pdffonts "$1" | awk 'NR > 2 { sub(/^[A-Z]*\+/, "", $1); sub(/-Identity-H$/, "", $1); print $1 }' |
        LC_ALL=C sort -u >"$TMPDIR/fonts"
    sed -n 's,.*<face name="\([^"]*\)".*,\1,p' "$record" | LC_ALL=C sort -u |
        comm -13 - "$TMPDIR/fonts" >"$TMPDIR/unknown"
    cat "$TMPDIR/unknown"
    [ -s "$TMPDIR/fonts" ] && [ ! -s "$TMPDIR/unknown" ]
}

# No place of this machine, no name of who ran it.
nowhere() {
    ! grep -n "$root\|$TMPDIR\|$(hostname)\|/usr/\|/home/" "$record"
}

summed_up() {
    pdfinfo -meta "$1" >"$TMPDIR/meta" 2>/dev/null
    hash=$(sha256sum <"$record" | cut -d' ' -f1)
    for line in "dataset>$dataset" "vintage>2024" "template>$template.xsl" \
        "language>$language" 'recordName>provenance.xml' "recordHash>$hash"; do
        grep -qF "<gongbao:$line</gongbao:" "$TMPDIR/meta" || {
            echo "not in the metadata: $line"
            return 1
        }
    done
}

for report in $REPORTS; do
    parts "$report"
    name=${report##*/}
    expect "e3: $name: the record is valid" valid "$report.pdf"
    expect "e3: $name: checksums of the parts" parts_are
    expect "e3: $name: checksums of the files inside" attachments_are "$report.pdf"
    expect "e3: $name: the faces" faces_are "$report.pdf"
    expect "e3: $name: no place of this machine" nowhere
    expect "e3: $name: the metadata sum it up" summed_up "$report.pdf"
done
