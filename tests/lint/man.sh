#!/bin/sh
# The man pages: well-formed, and every option of --help is in them.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# options PAGE PROGRAM
options() {
    bad=0
    for option in $("$2" --help | grep -oE -- '--[a-z][a-z-]*' |
        sort -u); do
        grep -qE "Fl (-|Fl )${option#--}" "$1" || {
            echo "$option: not in $1"
            bad=1
        }
    done
    return $bad
}

sections() {
    for section in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' DIAGNOSTICS EXAMPLES
    do
        grep -qx "\.Sh $section" "$1" || {
            echo "no section $section"
            return 1
        }
    done
}

for page in pipeline/*.1 packaging/slurm/*.1; do
    program=$(basename "$page" .1)
    path=$bin/$program
    [ -x "$path" ] || path=${page%.1}
    expect "$program.1 passes mandoc" mandoc -Tlint -Wwarning "$page"
    expect "$program.1 has its sections" sections "$page"
    expect "$program.1 has every option" options "$page" "$path"
done
for page in pipeline/*.5; do
    [ ! -e "$page" ] ||
        expect "${page#pipeline/} passes mandoc" mandoc -Tlint -Wwarning "$page"
done
