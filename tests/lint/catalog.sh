#!/bin/sh
# The XML catalogue: each namespace leads to its schema, by every way in which
# an editor asks, and a file is valid by the schema that it finds there.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

catalog=data/schema/catalog.xml

# The schema of the xml namespace is a part of W3C's: it stands for no other.
namespaces() {
    grep -ho 'targetNamespace="urn:[^"]*"' data/schema/*.xsd |
        sed 's/.*"\(.*\)"/\1/' | LC_ALL=C sort -u
}

# name ENTRY ATTRIBUTE: what the entries of this kind name, sorted.
names() {
    xmllint --nonet --xpath "//*[local-name()='$1']/@$2" "$catalog" |
        sed 's/.*"\(.*\)"/\1/' | LC_ALL=C sort
}

complete() {
    namespaces >"$TMPDIR/namespaces"
    [ -s "$TMPDIR/namespaces" ] || return 1
    for kind in public:publicId system:systemId uri:name; do
        names "${kind%:*}" "${kind#*:}" | diff "$TMPDIR/namespaces" - ||
            return 1
    done
}

# entry KIND ATTRIBUTE NAME: where the entry leads.
entry() {
    xmllint --nonet --xpath \
        "string(//*[local-name()='$1'][@$2='$3']/@uri)" "$catalog"
}

# The three entries of a namespace say the same.
agree() {
    for name in $(namespaces); do
        wanted=$(entry uri name "$name")
        [ "$(entry public publicId "$name")" = "$wanted" ] || return 1
        [ "$(entry system systemId "$name")" = "$wanted" ] || return 1
    done
}

# The file that xmlcatalog finds for each namespace declares it.
resolves() {
    bad=0
    for name in $(namespaces); do
        found=$(xmlcatalog "$catalog" "$name" | sed 's,^file://,,')
        grep -q "targetNamespace=\"$name\"" "$found" || {
            echo "$name leads to $found"
            bad=1
        }
    done
    # What is not there is not found: the question can fail.
    ! xmlcatalog "$catalog" urn:gongbao:nothing:1 >/dev/null || bad=1
    return $bad
}

# schema_of FILE: where the catalogue leads from the namespace of its root.
schema_of() {
    xmlcatalog "$catalog" "$(xmllint --nonet --xpath \
        'namespace-uri(/*)' "$1")" | sed 's,^file://,,'
}

found_by_files() {
    for file in data/*/[0-9]*.xml templates/*.xml templates/po/terms.xml \
        fonts/fonts.xml docs/gallery/gallery.xml; do
        schema=$(schema_of "$file")
        xmllint --nonet --noout --schema "$schema" "$file" \
            2>"$TMPDIR/valid" || {
            cat "$TMPDIR/valid"
            return 1
        }
    done
}

expect 'the catalogue has each namespace once, in all ways' complete
expect 'all ways lead to the same file' agree
expect 'the catalogue leads to the schema of each namespace' resolves
expect 'files are valid by the schemas found there' found_by_files
