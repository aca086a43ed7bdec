#!/bin/sh
# The message catalogues follow the sources: every message is in its .pot,
# and every .po has each of them translated, none fuzzy.
#   pot.sh            checks, changes nothing
#   pot.sh --update   writes the .pot files and merges them into the .po files
set -eu
export LC_ALL=C.UTF-8

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
failed=0

# The date of extraction would change the file without a change in it.
undated() {
    grep -v '^"POT-Creation-Date:' "$1"
}

# extract POT OPTION... : a fresh .pot in $temp, named as POT is.
extract() {
    pot=$1
    shift
    xgettext --from-code=UTF-8 --add-location=file --sort-by-file \
        --package-name=gongbao --copyright-holder='The gongbao authors' \
        -o "$temp/full.pot" "$@"
    [ -f "$temp/full.pot" ] || : >"$temp/full.pot"
    undated "$temp/full.pot" | sed -e '1,5{
            s/SOME DESCRIPTIVE TITLE/Messages of gongbao/
            s/YEAR/2026/
            /FIRST AUTHOR/d
        }' -e 's/charset=CHARSET/charset=UTF-8/' >"$temp/${pot##*/}"
}

# update POT : installs the fresh file where it differs, merges the .po files.
update() {
    cmp -s "$temp/${1##*/}" "$1" || cp "$temp/${1##*/}" "$1"
    for po in "${1%/*}"/*.po; do
        [ -f "$po" ] || continue
        msgmerge --quiet --no-fuzzy-matching --add-location=file \
            --sort-by-file -o "$temp/merged.po" "$po" "$1"
        cmp -s "$temp/merged.po" "$po" || cp "$temp/merged.po" "$po"
    done
}

fail() {
    echo "$1"
    failed=1
}

# check POT : fresh, and all its .po files complete.
check() {
    cmp -s "$temp/${1##*/}" "$1" || {
        fail "$1: not what the sources say; run make po"
        diff "$1" "$temp/${1##*/}" | sed 's/^/    /' | head -n 20
    }
    for po in "${1%/*}"/*.po; do
        [ -f "$po" ] || continue
        msgfmt --check -o /dev/null "$po" || fail "$po: mend it"
        # Compared as messages: --only-... lists none when all is well.
        for want in --untranslated --only-fuzzy; do
            msgattrib $want --no-obsolete "$po" >"$temp/bad"
            [ ! -s "$temp/bad" ] || {
                fail "$po: has entries that are ${want#--}:"
                sed -n 's/^msgid /    /p' "$temp/bad" | head -n 20
            }
        done
        msgcmp "$po" "$1" >"$temp/cmp" 2>&1 ||
            fail "$po: lacks messages of $1; run make po and translate"
    done
}

find pipeline -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort >"$temp/programs"
extract scripts.pot --language=Shell --keyword --keyword=say \
    --keyword=verbose --keyword=wrong --keyword=paragraph --keyword=option:2 \
    --keyword=translated packaging/slurm/gongbao-cluster
extract pipeline/po/gongbao.pot --join-existing --language=C --keyword=_ \
    --keyword=N_ --files-from="$temp/programs"
pots=pipeline/po/gongbao.pot
if [ -f templates/po/report.its ]; then
    find templates -name '*.xsl' | LC_ALL=C sort >"$temp/templates"
    # What the programs themselves put into reports.
    extract texts.pot --language=C --keyword --keyword=R_ \
        --files-from="$temp/programs"
    extract templates/po/report.pot --join-existing --its=templates/po/report.its \
        --files-from="$temp/templates"
    pots="$pots templates/po/report.pot"
fi

for pot in $pots; do
    if [ "${1:-}" = --update ]; then
        update "$pot"
    else
        check "$pot"
        [ $failed != 0 ] || echo "ok - $pot and its translations"
    fi
done
exit $failed
