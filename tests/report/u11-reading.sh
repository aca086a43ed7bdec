#!/bin/sh
# U11: what is read aloud, copied and searched is the document's text, in its
# order: by the structure tree, and page by page as two readers take it out.
# They open each file without a word of complaint.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib
LC_ALL=C
export LC_ALL

structure=$BUILD/tests/structure
pdf=$TMPDIR/case.pdf

# tree_says DOCUMENT PDF: the tree has the document's text.
tree_says() {
    "$structure" --text "$2" >"$TMPDIR/tree" || return 1
    if grep -q '<report [^>]*translation=' "$1"; then
        tr '\n' ' ' <"$1" | sed -f tests/report/pieces.sed >"$TMPDIR/pieces"
        sed -n 's/^ *"\(.*\)"$/\1/p' "$TMPDIR/tree" >"$TMPDIR/text"
        awk -v title=@ -f tests/report/text.awk "$TMPDIR/pieces" "$TMPDIR/text"
        return
    fi
    xmllint --nonet --c14n "$1" >"$TMPDIR/c14n" &&
        awk -v notes_are=inline -f tests/tex/document.awk "$TMPDIR/c14n" \
            >"$TMPDIR/tokens" &&
        awk -v alts=1 -f tests/report/tree.awk "$TMPDIR/tokens" "$TMPDIR/tree"
}

# silent COMMAND...: it has nothing to say on stderr.
silent() {
    if "$@" 2>"$TMPDIR/said" && [ ! -s "$TMPDIR/said" ]; then
        return
    fi
    head -n 3 "$TMPDIR/said"
    return 1
}

# readers_say TRACE PDF: both take out what is drawn.
readers_say() {
    silent qpdf --check "$2" >"$TMPDIR/checked" || return 1
    silent pdfinfo "$2" >"$TMPDIR/info" || return 1
    silent pdftotext -raw -enc UTF-8 "$2" "$TMPDIR/poppler" || return 1
    # Debian's has no colour management, and says so unless told that.
    silent mutool draw -N -q -F txt -o "$TMPDIR/mupdf" "$2" || return 1
    awk -f tests/report/pages-text.awk "$1" "$TMPDIR/poppler" "$TMPDIR/mupdf"
}

# --- reports ---

# made FORMAT REPORT
made() {
    parts "$2"
    layout --template="$template.xsl" ${style:+"--style=$style.xml"} \
        --lang="$language" --to="$1" -o "$TMPDIR/report.$1" "$aggregated"
}

report_tree() {
    made document "$1" && tree_says "$TMPDIR/report.document" "$1.pdf"
}

report_pages() {
    made trace "$1" && readers_say "$TMPDIR/report.trace" "$1.pdf"
}

# A digit of a paragraph, a word of the pages: what differs is seen.
tree_differs() {
    sed 's/\(<td>[^<>]*\)1\([^<>]*<\)/\12\2/' "$TMPDIR/report.document" \
        >"$TMPDIR/other.xml"
    ! cmp "$TMPDIR/report.document" "$TMPDIR/other.xml" || return 1
    ! tree_says "$TMPDIR/other.xml" "$1.pdf"
}

pages_differ() {
    awk '/^text / && !done++ { sub(/"/, "\"x") } { print }' \
        "$TMPDIR/report.trace" >"$TMPDIR/other.trace"
    ! readers_say "$TMPDIR/other.trace" "$1.pdf"
}

for report in $REPORTS; do
    name=${report##*/}
    expect "$name: its tree reads as the document" report_tree "$report"
    expect "$name: two readers take out what is drawn" report_pages "$report"
done
# Of the last one.
if grep -q '<td' "$TMPDIR/report.document"; then
    expect 'a wrong digit in the tree is seen' tree_differs "$report"
fi
expect 'a wrong letter on a page is seen' pages_differ "$report"

# --- cases ---

# The document of a case is what its arguments make of it.
case_files() (
    cd "${1%/*}"
    name=${1##*/}
    name=${name%.xml}
    for format in pdf trace document; do
        # shellcheck disable=SC2046 # words are meant
        layout $([ ! -f "$name.args" ] || cat "$name.args") --to=$format \
            -o "$TMPDIR/case.$format" "$name.xml"
    done
)

case_reads() {
    case_files "$1" && readers_say "$TMPDIR/case.trace" "$pdf" || return 1
    case $1 in
    # What is counted there tests/tex/document.awk cannot count: a single
    # attachment, notes by the page; contents are most of the third.
    */official/g03-title.xml | */g07-only-attachment.xml | \
        */k-notes-by-page.xml | */bilingual/whole.xml) ;;
    *) tree_says "$TMPDIR/case.document" "$pdf" ;;
    esac
}

for case in tests/conformance/fixtures/*.xml tests/cases/layout/*/*.xml; do
    name=${case%.xml}
    # Of what is rejected there is no PDF; of a warning, less than was asked.
    if [ ! -f "$name.err" ]; then
        expect "${name#tests/c*/}: it is read as it is written" case_reads \
            "$case"
    fi
done

# --- copied and searched ---

# lines TEXT...: each stands in a line of $TMPDIR/text.
lines() {
    for line; do
        grep -qF -e "$line" "$TMPDIR/text" || {
            echo "no line has: $line"
            return 1
        }
    done
}

case_files "$root/tests/cases/layout/tables/b05-heads.xml"
pdftotext -raw -enc UTF-8 "$pdf" "$TMPDIR/text"
expect 'a row that is copied is its cells, in order, apart' lines \
    '总数 14500 16600' '新增 2300 2100' '合计 16800 18700'
case_files "$root/tests/conformance/fixtures/search.xml"
pdftotext -enc UTF-8 "$pdf" "$TMPDIR/text"
expect 'words are found beside marks that are set close, by poppler' lines \
    '查找“亿元”（亿元）' '《亿元》、“亿元”；（亿元）。' '8.3%（亿元）。'
mutool draw -N -q -F txt -o "$TMPDIR/text" "$pdf"
expect 'words are found beside marks that are set close, by MuPDF' lines \
    '查找“亿元”（亿元）' '《亿元》、“亿元”；（亿元）。' \
    '经费（亿元）、（“亿元”）：《亿元》（亿元）。R&D'
