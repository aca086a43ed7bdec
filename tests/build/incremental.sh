#!/bin/sh
# What make makes again: exactly what depends on a change, then nothing.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/build/copy
. tests/build/copy

# Held by another, until it is told to go on.
second_waits() {
    mkfifo "$TMPDIR/held" "$TMPDIR/go"
    # shellcheck disable=SC2016 # of the shell within
    flock "$reports" sh -c 'echo >"$0" && read -r _ <"$1"' "$TMPDIR/held" \
        "$TMPDIR/go" &
    read -r _ <"$TMPDIR/held"
    mk >"$TMPDIR/said" 2>&1 &
    waits=$!
    sleep 0.3
    kill -0 $waits && echo >"$TMPDIR/go" && wait $waits &&
        [ ! -s "$TMPDIR/said" ]
}

first() {
    mk && [ -s "$small.pdf" ] && [ -s "$small.tex" ] && [ -s "$other.pdf" ]
}

second_is_silent() {
    state >"$TMPDIR/before"
    said=$(mk 2>&1)
    state >"$TMPDIR/after"
    [ -z "$said" ] || {
        echo "make said: $said"
        return 1
    }
    cmp "$TMPDIR/before" "$TMPDIR/after" && idle
}

# changed FILE: other bytes that mean the same.
changed() {
    case $1 in
    *.xml | *.xsl | *.xsd) echo '<!-- changed -->' >>"$1" ;;
    *.h) echo '/* changed */' >>"$1" ;;
    *) echo '% changed' >>"$1" ;;
    esac
}

# How often a step was made: what comes out as before is not written.
made() {
    grep -cF "\"made\",\"step\":\"$1\"" "$work/work/log/run.jsonl" || :
}

# remakes INPUT STEP: a change of the one makes the other again, once.
remakes() {
    before=$(made "$2")
    changed "$1" && busy && mk && idle && [ "$(made "$2")" = $((before + 1)) ]
}

# leaves INPUT STEP: a change of the one does not concern the other.
leaves() {
    before=$(made "$2")
    changed "$1" && busy && mk && idle && [ "$(made "$2")" = "$before" ]
}

compiles() {
    : >"$TMPDIR/before" && changed "$1" && busy && mk &&
        newer "$2" "$TMPDIR/before" && idle
}

# Its time alone does not count: nothing is made again.
touched() {
    : >"$TMPDIR/before"
    touch "$@" && idle && mk && idle || return 1
    [ -z "$(find "$reports" "$work/work" -name state -prune -o -type f \
        -newer "$TMPDIR/before" -print)" ]
}

# includes TEMPLATE: the names of those that it imports or includes.
includes() {
    echo " $(sed -n 's/.*<xsl:\(import\|include\) href="\([^"]*\)".*/\2/p' "$1" |
        tr '\n' ' ')"
}

flags_count() {
    status=0
    mk -q CFLAGS=-DOTHER || status=$?
    mk -q >"$TMPDIR/null" 2>&1 || mk
    [ $status = 1 ] && idle
}

# A year less and then again gives the bytes of before.
year_deleted_and_added() {
    aggregated=$work/work/small/aggregated.xml
    cp "$aggregated" "$TMPDIR/three.xml"
    mv "$oldest" "$TMPDIR/year.xml"
    busy && mk && idle || return 1
    ! cmp -s "$aggregated" "$TMPDIR/three.xml" || {
        echo "the deleted year is still in $aggregated"
        return 1
    }
    mv "$TMPDIR/year.xml" "$oldest"
    busy && mk && idle && cmp "$aggregated" "$TMPDIR/three.xml"
}

template_and_language() {
    sed 's/a/a/' templates/annual.xsl >templates/second.xsl
    printf '%s\n' '# designs' 'annual en' 'second  en zh_CN' \
        >data/small/reports
    busy && mk && idle || return 1
    [ -s "$reports/small-second-$label.zh_CN.pdf" ] || return 1
    cmp "$reports/small-second-$label.en.tex" "$small.tex" || return 1
    rm templates/second.xsl
    echo 'annual en' >data/small/reports
    mk && idle
}

# A line with a style makes a report of its own, in that style.
style_of_a_line() {
    sed 's/name="body" face="serif"/name="body" face="kai"/' \
        templates/style.xml >templates/other.xml
    printf '%s\n' 'annual en' 'annual style=other en' >data/small/reports
    busy && mk && idle || return 1
    styled=$reports/small-annual-other-$label.en
    [ -s "$styled.tex" ] && differ "$styled.pdf" "$small.pdf" || return 1
    remakes templates/other.xml "$styled.pdf" || return 1
    rm templates/other.xml
    echo 'annual en' >data/small/reports
    mk && idle
}

# A style of a template's name is that template's; without it all is as before.
style_of_a_template() {
    cp "$small.pdf" "$TMPDIR/before.pdf"
    sed 's/name="body" face="serif"/name="body" face="kai"/' \
        templates/style.xml >templates/annual.xml
    busy && mk && idle && differ "$small.pdf" "$TMPDIR/before.pdf" || return 1
    rm templates/annual.xml
    busy && mk && idle && cmp "$small.pdf" "$TMPDIR/before.pdf"
}

differ() {
    ! cmp -s "$1" "$2" || {
        echo "$1 and $2 are the same"
        return 1
    }
}

# The report then compares the two, carries the earlier one, and proves itself.
edition_before() {
    cp "$small.pdf" "$TMPDIR/before.pdf"
    mkdir data/small/previous
    sed 's/ prepared="[^"]*"/ prepared="'"$((label + 1))"'-09-30"/' "$year" \
        >"data/small/previous/$label.xml"
    busy && mk && idle && differ "$small.pdf" "$TMPDIR/before.pdf" || return 1
    pdfdetach -list "$small.pdf" | grep -F "$label-2.xml" &&
        "$work/bin/verify" "$small.pdf" || return 1
    rm -r data/small/previous
    busy && mk && idle && cmp "$small.pdf" "$TMPDIR/before.pdf"
}

source_added_and_deleted() {
    program=$work/bin/validate
    printf 'int base_extra(void);\nint base_extra(void)\n{\n    return 0;\n}\n' \
        >pipeline/base/extra.c
    busy && mk && idle || return 1
    ar t "$work/lib/base.a" | grep -qx extra.o || return 1
    rm pipeline/base/extra.c
    busy && mk && idle || return 1
    ! ar t "$work/lib/base.a" | grep -qx extra.o && [ -x "$program" ]
}

dataset_added_and_deleted() {
    cp -r data/small data/third
    busy && mk && idle && [ -s "$reports/third-annual-$label.en.pdf" ] ||
        return 1
    rm -r data/third
    mk && idle
}

language_renamed_message() {
    sed '/^msgstr "[^"]/s/[^"]"$/&/' templates/po/zh_CN.po >"$TMPDIR/po"
    cat "$TMPDIR/po" >templates/po/zh_CN.po
    busy && mk && idle
}

# One by its name; the others wait.
one_output() {
    changed templates/annual.xsl
    before=$(made "$other.pdf")
    mk "$small.pdf" && mk -q "$small.tex" && busy &&
        [ "$(made "$other.pdf")" = "$before" ] && mk && idle
}

# make -n says what would be made, and makes nothing.
only_said() {
    rm "$small.pdf"
    mk -n | grep -F "$small.pdf: " && busy && [ ! -e "$small.pdf" ] && mk &&
        idle
}

expect 'the first make makes the reports' first
expect 'the second is silent and writes nothing' second_is_silent
expect 'it waits for another that is at work' second_waits
for input in fonts/fonts.xml templates/annual.xsl templates/style.xml \
    data/schema/document.xsd "$year"; do
    expect "a change of ${input##*/} makes the report again" \
        remakes "$input" "$small.pdf"
done
for template in templates/*.xsl; do
    case $(includes templates/annual.xsl) in
    *" ${template##*/} "*)
        expect "a change of ${template##*/}, imported, does" \
            remakes "$template" "$small.pdf"
        ;;
    esac
done
expect 'a change of the class copies it again' \
    remakes templates/gongbao.cls "$reports/gongbao.cls"
expect 'and leaves the reports' leaves templates/gongbao.cls "$small.pdf"
expect 'a year of one dataset leaves the other' leaves "$year" "$other.pdf"
expect 'what comes out as before makes nothing else' \
    leaves data/schema/dataset.xsd "$small.pdf"
expect 'though it was made again' remakes data/schema/dataset.xsd \
    "$work/work/small/aggregated.xml"
expect 'touching an input makes nothing' touched "$year" templates/*.xsl \
    fonts/fonts.xml "$work/bin/layout"
expect 'a change of a header makes what includes it' \
    compiles pipeline/base/version.h "$work/bin/layout"
expect 'other flags make everything again' flags_count
expect 'a year deleted and added' year_deleted_and_added
expect 'a template and a language added and deleted' template_and_language
expect 'an edition before it added and deleted' edition_before
expect 'a style that a line names' style_of_a_line
expect 'a style of a template' style_of_a_template
expect 'a source file added and deleted' source_added_and_deleted
expect 'a dataset added and deleted' dataset_added_and_deleted
expect 'a changed translation' language_renamed_message
expect 'one output by its name' one_output
expect 'make -n' only_said
expect 'and then silence' second_is_silent
