#!/bin/sh
# The tree: sizes, no leftovers, nothing of one machine, all XML and scripts
# well-formed.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -co --exclude-standard
else
    find . -type f ! -path './build/*' ! -path './output/*' | sed 's,^\./,,'
fi | while read -r file; do
    [ ! -f "$file" ] || echo "$file"
done >"$TMPDIR/files"

# in_files PATTERN COMMAND...: runs the command with the files of that name.
in_files() {
    pattern=$1
    shift
    grep -E "$pattern" "$TMPDIR/files" | tr '\n' '\0' | LC_ALL=C xargs -0r "$@"
}

scripts='^tests/[^/]*(/[^/]*)?\.sh$|^setup$|^tests/(.*/)?(run|accept|compile|fetch)$|^\.ci/run$|^packaging/(deb|schedule|mail-failure|slurm/gongbao-cluster|slurm/gongbao\.sbatch)$'

sizes() {
    # shellcheck disable=SC2016
    in_files '^pipeline/.*\.[ch]$|^tests/.*\.c$' awk '
        FNR == 1 { start = 0 }
        /^\{/ { start = FNR }
        /^\}/ && start && FNR - start > 61 {
            print FILENAME ":" start ": a function of " FNR - start - 1 " lines"
            bad = 1
        }
        /^\}/ { start = 0 }
        /^\}/ { start = 0 } # those that follow end no function
        FNR == 601 { print FILENAME ": more than 600 lines"; bad = 1 }
        { gsub(/[\200-\277]/, "") } # one byte a character is left
        length($0) > 80 { print FILENAME ":" FNR ": wider than 80"; bad = 1 }
        END { exit bad }'
}

no_leftovers() {
    ! in_files '^(pipeline|tests|templates|data|fonts)/.*\.([ch]|sh|xsl|xsd|def)$|^Makefile$' \
        grep -nE '\<(TO''DO|FIX''ME|XX''X)\>' /dev/null
}

no_machine() {
    ! in_files '.*' grep -nIE '(^|[^[:alnum:]_/.}*-])/(home|root|work|tmp)/[a-z]' \
        /dev/null | grep -v '^tests/lint/tree\.sh:'
}

no_big_files() {
    # shellcheck disable=SC2016
    in_files '.*' sh -c 'for f; do
        [ "$(wc -c <"$f")" -le 1048576 ] || { echo "$f"; bad=1; }
    done; exit ${bad:-0}' sh
}

xml() {
    in_files '^(data|templates)/.*\.(xsl|xsd|its)$' xmllint --noout --nonet || return 1
    ! in_files '^data/[^/]*/[0-9]*\.xml$' xmllint --noout --nonet \
        --schema data/schema/dataset.xsd 2>&1 | grep -v ' validates$' ||
        return 1
    for pair in templates/style.xml:style fonts/fonts.xml:fonts; do
        xmllint --noout --nonet --schema "data/schema/${pair#*:}.xsd" \
            "${pair%:*}" || return 1
    done
}

scripts() {
    for script in $(in_files "$scripts" echo); do
        sh -n "$script" || return 1
    done
}

expect 'functions and files have their size' sizes
expect 'nothing is left over' no_leftovers
expect 'nothing is of one machine' no_machine
expect 'no big files' no_big_files
expect 'XML is well-formed and valid' xml
expect 'scripts parse' scripts
if command -v shellcheck >/dev/null; then
    expect 'shellcheck finds nothing' in_files \
        "$scripts" shellcheck -x
    # The runner sources the cases: it gives them $root and their shell.
    expect 'shellcheck finds nothing in the cases' in_files \
        '^tests/cases/.*\.sh$' shellcheck -s sh -e SC2154
else
    skip 'shellcheck finds nothing' 'not installed (./setup --dev)'
fi
