#!/bin/sh
# The structure of tagged PDFs: rules U2 to U11, by a program that has
# nothing of the modules (tests/structure).  What it must find is shown by
# files that are broken: broken/NAME.sed alters the PDF of whole.xml, its
# findings are NAME.err.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

structure=$BUILD/tests/structure

for report in $REPORTS; do
    expect "${report##*/}: its structure is sound" "$structure" "$report.pdf"
done

# case_pdf CASE OUT: with the arguments beside it, in its folder.
case_pdf() (
    cd "${1%/*}"
    name=${1##*/}
    name=${name%.xml}
    # shellcheck disable=SC2046 # words are meant
    layout $([ ! -f "$name.args" ] || cat "$name.args") -o "$2" "$name.xml" \
        2>"$TMPDIR/err"
)

sound() {
    case_pdf "$1" "$TMPDIR/case.pdf" && "$structure" "$TMPDIR/case.pdf"
}

for case in tests/conformance/fixtures/*.xml tests/cases/layout/*/*.xml; do
    name=${case%.xml}
    # Cases of what is rejected have no PDF.
    if [ ! -f "$name.err" ] || ! grep -q ' error: ' "$name.err"; then
        expect "${name#tests/c*/}: its structure is sound" sound "$case"
    fi
done

broken=tests/structure/broken
layout -o "$TMPDIR/whole.pdf" $broken/whole.xml
expect 'broken/whole: its structure is sound' "$structure" "$TMPDIR/whole.pdf"
qpdf --qdf --object-streams=disable "$TMPDIR/whole.pdf" "$TMPDIR/whole.qdf"

finds() {
    LC_ALL=C sed -f "$1" "$TMPDIR/whole.qdf" >"$TMPDIR/broken.qdf"
    ! cmp "$TMPDIR/whole.qdf" "$TMPDIR/broken.qdf" || return 1
    fix-qdf "$TMPDIR/broken.qdf" >"$TMPDIR/broken.pdf"
    ! "$structure" "$TMPDIR/broken.pdf" >"$TMPDIR/found" || return 1
    diff -u "${1%.sed}.err" "$TMPDIR/found"
}

for script in "$broken"/*.sed; do
    name=${script##*/}
    expect "broken/${name%.sed}: it is found" finds "$script"
done
