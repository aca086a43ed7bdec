#!/bin/sh
# Rule A6: the metadata is XML for anyone to find, states what the information
# states, and declares what it uses.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# The stream of the catalog's entry as it stands in the file: meta.xml.
stands_open() {
    qpdf --json "$1" >"$TMPDIR/json" 2>/dev/null || return 1
    object=$(sed -n 's/.*"\/Metadata": "\([0-9]*\) 0 R".*/\1/p' "$TMPDIR/json")
    qpdf --show-object="$object" "$1" | tee "$TMPDIR/dict"
    grep -q '/Subtype /XML /Type /Metadata' "$TMPDIR/dict" &&
        ! grep -q /Filter "$TMPDIR/dict" || return 1
    qpdf --show-object="$object" --raw-stream-data "$1" >"$TMPDIR/meta.xml"
    LC_ALL=C grep -aq '^<x:xmpmeta ' "$1"
}

# The packet's ends exactly: no bytes=, no encoding=.
packet() {
    printf '<?xpacket begin="\357\273\277" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' \
        >"$TMPDIR/begin"
    head -n 1 "$TMPDIR/meta.xml" | cmp - "$TMPDIR/begin" &&
        [ "$(tail -n 1 "$TMPDIR/meta.xml")" = '<?xpacket end="r"?>' ] &&
        iconv -f UTF-8 -t UTF-16 "$TMPDIR/meta.xml" >/dev/null &&
        xmllint --noout --nonet "$TMPDIR/meta.xml"
}

# xmp PATH: text there, of names without prefixes, d/title/Alt/li[1].
xmp() {
    path=$(echo "/$1" | sed 's,/\([A-Za-z]*\),/*[local-name()="\1"],g')
    xmllint --xpath "string(//*[local-name()='Description']$path)" \
        "$TMPDIR/meta.xml"
}

# info NAME: of the information, by poppler.
info() {
    sed -n "s/^$1: *//p" "$TMPDIR/info"
}

equal() {
    [ "$1" = "$2" ] || {
        echo "$3: information has \"$1\", metadata \"$2\""
        return 1
    }
}

mirrored() {
    pdfinfo -isodates "$1" >"$TMPDIR/info" 2>/dev/null || return 1
    [ -n "$(info Title)" ] && [ -n "$(info CreationDate)" ] &&
        equal "$(info Title)" "$(xmp 'title/Alt/li[1]')" title &&
        equal "$(info Author)" "$(xmp creator/Seq/li)" author &&
        equal "$(info Subject)" "$(xmp 'description/Alt/li[1]')" subject &&
        equal "$(info Keywords)" "$(xmp Keywords)" keywords &&
        equal "$(info Creator)" "$(xmp CreatorTool)" creator &&
        equal "$(info Producer)" "$(xmp Producer)" producer &&
        equal "$(info CreationDate)" "$(xmp CreateDate)" created &&
        equal "$(info ModDate)" "$(xmp ModifyDate)" modified &&
        equal "$(info ModDate)" "$(xmp MetadataDate)" modified
}

# Each namespace that no part of PDF/A defines is declared, and each property
# of it with type, category and description; and nothing that is not used.
declared() {
    # shellcheck disable=SC2016
    xmllint --xpath '//*[local-name()="Description"]/*[
            namespace-uri() = "http://www.aiim.org/pdfua/ns/id/" or
            starts-with(namespace-uri(), "urn:")]' "$TMPDIR/meta.xml" |
        sed -n 's/^<\([^ >]*\).*/\1/p' | sort >"$TMPDIR/used"
    awk -F'[<>]' '
        $2 == "pdfaSchema:prefix" { prefix = $3 }
        $2 == "pdfaSchema:namespaceURI" { uri = $3 }
        $2 == "pdfaProperty:name" { name = $3; n = 1 }
        /pdfaProperty:(valueType|category|description)>[^<]/ { n++ }
        $2 == "pdfaProperty:description" {
            if (n == 4 && uri != "") { print prefix ":" name }
        }' "$TMPDIR/meta.xml" | sort | diff "$TMPDIR/used" - &&
        grep -qx pdfuaid:part "$TMPDIR/used"
}

identified() {
    id=$(xmp InstanceID)
    echo "$id" | grep -Ex \
        'urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}' &&
        [ "$(xmp DocumentID)" = "$id" ] && [ "$(xmp identifier)" = "$id" ] &&
        [ "$(xmp part)" = 3 ] && [ "$(xmp conformance)" = A ]
}

for report in $REPORTS; do
    name=${report##*/}
    expect "$name: the metadata stands open" stands_open "$report.pdf"
    stands_open "$report.pdf" >/dev/null || continue
    expect "$name: is a packet of XML" packet
    expect "$name: states what the information does" mirrored "$report.pdf"
    expect "$name: what it uses is declared" declared
    expect "$name: it is identified" identified
done

# As it is escaped, byte by byte.
awkward() {
    stands_open "$TMPDIR/awkward.pdf" && packet &&
        mirrored "$TMPDIR/awkward.pdf" || return 1
    cat >"$TMPDIR/expected" <<'END'
<rdf:li xml:lang="x-default">R&amp;D &lt;2024&gt; “研发”</rdf:li>
<rdf:li xml:lang="zh-Hans-CN">R&amp;D &lt;2024&gt; “研发”</rdf:li>
<rdf:li>甲局、 &lt;乙&gt; &amp; C</rdf:li>
<rdf:li>研发</rdf:li>
<rdf:li>R&amp;D</rdf:li>
<rdf:li>投入</rdf:li>
<rdf:li>zh-Hans-CN</rdf:li>
<rdf:li>2025-10-01T00:00:00Z</rdf:li>
END
    grep '^<rdf:li.*</rdf:li>$' "$TMPDIR/meta.xml" | grep -v 样品 |
        diff "$TMPDIR/expected" -
}
layout -o "$TMPDIR/awkward.pdf" "$root/tests/report/archived.xml"
expect 'characters that XML has a use for are escaped' awkward

# What is not true is seen.
wrong() {
    qpdf --qdf --object-streams=disable "$TMPDIR/awkward.pdf" "$TMPDIR/q.pdf"
    LC_ALL=C sed "$1" "$TMPDIR/q.pdf" >"$TMPDIR/changed.pdf"
    fix-qdf "$TMPDIR/changed.pdf" >"$TMPDIR/wrong.pdf" 2>/dev/null
    ! cmp -s "$TMPDIR/q.pdf" "$TMPDIR/changed.pdf" || return 1
    ! (stands_open "$TMPDIR/wrong.pdf" && packet &&
        mirrored "$TMPDIR/wrong.pdf" && declared && identified)
}
for change in 's,<xmp:CreateDate>2025,<xmp:CreateDate>2024,' \
    's,<rdf:li>甲局,<rdf:li>乙局,' 's,&lt;2024,<2024,' \
    's,<pdfaid:part>3,<pdfaid:part>2,' 's,id="W5M0,encoding="UTF-8" id="W5M0,' \
    's,<pdfaProperty:category>internal<,<pdfaProperty:category><,' \
    's,^  /ModDate .*,  /ModDate (D:20251001000001Z),' \
    's,<xmp:CreatorTool>gongbao,<xmp:CreatorTool>other,'; do
    expect "refused: $change" wrong "$change"
done
