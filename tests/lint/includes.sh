#!/bin/sh
# The layers: a module includes only what ARCHITECTURE.md's table of folders
# lets it, and a library's headers only where its owner is.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# "module allowed allowed ..." a line, from the table.
awk -F'|' '/^\| `pipeline\// {
    module = $2
    gsub(/[` ]|pipeline\//, "", module)
    allowed = $4
    gsub(/,/, " ", allowed)
    print module, module, allowed
}' ARCHITECTURE.md >"$TMPDIR/layers"

# "header-pattern file-pattern", as extended regular expressions.
cat >"$TMPDIR/owners" <<'END'
hb.*\.h type/
unicode/(ucol|ustring)\.h (doc/collate|type/)
unicode/.* (type|doc/collate)
hyphen\.h type/
fontconfig/.* type/
hpdf.*\.h render/pdf
zlib\.h (render/pdf_(body|deflate)|verify/carried)
qpdf/.* verify/carried
libxslt/.* xml/
libexslt/.* xml/
libxml/(tree|xmlstring|xmlwriter)\.h (xml|model|doc|page|type|yearly|exchange|release)/
libxml/.* xml/
libintl\.h base/i18n
gmp\.h base/number
locale\.h base/i18n
END

layers() {
    bad=0
    modules=$(cut -d' ' -f1 "$TMPDIR/layers")
    for module in $modules; do
        [ -d "pipeline/$module" ] || {
            echo "ARCHITECTURE.md names pipeline/$module; it is not there"
            bad=1
            continue
        }
        allowed=$(sed -n "s/^$module //p" "$TMPDIR/layers" | tr -s ' ' '|')
        grep -n '^#include "' -r "pipeline/$module" |
            grep -Ev "\"(${allowed%|})/" && bad=1
    done
    for folder in pipeline/*/; do
        module=${folder#pipeline/}
        ls "$folder"*.c >/dev/null 2>&1 || continue
        grep -q "^${module%/} " "$TMPDIR/layers" || {
            echo "$folder is not in ARCHITECTURE.md's table of folders"
            bad=1
        }
    done
    return $bad
}

owners() {
    bad=0
    grep -rn '^# *include <' pipeline >"$TMPDIR/includes"
    while read -r header owner; do
        grep -E "<$header>" "$TMPDIR/includes" |
            grep -Ev "^pipeline/$owner" && bad=1
        # A header belongs to its first line here.
        grep -Ev "<$header>" "$TMPDIR/includes" >"$TMPDIR/rest" || :
        mv "$TMPDIR/rest" "$TMPDIR/includes"
    done <"$TMPDIR/owners"
    return $bad
}

# Complaints go through base/diag, files through base/out, answers through
# base/batch.
writers() {
    ! grep -rnE '\b(v?f?printf|fputs|fputc|fwrite|puts|putchar|perror) *\(|fopen *\([^)]*"[wa]' \
        --include='*.c' pipeline |
        grep -Ev '^pipeline/base/(batch|diag|cli|out)\.c:'
}

# Nothing but the seams to libharu and libxslt knows binary fractions.
floats() {
    ! grep -rnE '\b(double|float)\b' --include='*.[ch]' pipeline |
        grep -Ev '^pipeline/(render/pdf|xml/xslt)|^[^:]*:[0-9]*: *(/?\*|//)'
}

[ -s "$TMPDIR/layers" ]
expect 'modules include what lies below them' layers
expect 'a library has one owner' owners
expect 'only batch, diag, cli and out write' writers
expect 'no floating point' floats
