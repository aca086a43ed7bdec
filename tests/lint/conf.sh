#!/bin/sh
# gongbao.conf: every key that is read is in the example and in the man page,
# and no other.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# "section key" a line, of the table that reads them.
sed -n 's/^    {"\([a-z]*\)", "\([a-zA-Z_.]*\)", set_.*/\1 \2/p' \
    pipeline/run/config.c | LC_ALL=C sort >"$TMPDIR/read"

# The same of a file with sections and keys, comments included.
example() {
    sed -n 's/^\[\(.*\)\]$/[\1/p; s/^#\{0,1\}\([a-zA-Z_.]*\)=.*/\1/p' \
        packaging/gongbao.conf |
        awk '/^\[/ { section = substr($0, 2); next } { print section, $0 }' |
        LC_ALL=C sort -u | diff "$TMPDIR/read" -
}

page() {
    awk '/^\.Ss \[/ { section = substr($2, 2, length($2) - 2) }
        /^\.Ss / && !/\[/ { section = "" }
        /^\.It/ && section != "" {
            for (i = 1; i < NF; i++)
                if ($i == "Li") print section, substr($(i + 1), 1,
                    length($(i + 1)) - 1)
        }' pipeline/gongbao.conf.5 | LC_ALL=C sort | diff "$TMPDIR/read" -
}

# As it stands, and with all that it proposes.
is_read() {
    mkdir "$TMPDIR/project" "$TMPDIR/project/data"
    for change in 's/^$//' 's/^#\([a-zA-Z_.]*=\)/\1/'; do
        sed "$change" packaging/gongbao.conf >"$TMPDIR/project/gongbao.conf"
        run --project="$TMPDIR/project" --dry-run || return 1
    done
}

expect 'keys are known' test -s "$TMPDIR/read"
expect 'the example has every key, and no other' example
expect 'the man page has every key, and no other' page
expect 'the example is read' is_read
