#!/bin/sh
# What bash completes for the programs, by calling the completion as bash does.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

command -v bash >/dev/null || {
    skip completion 'bash is not installed'
    exit 0
}
mkdir -p "$TMPDIR/at/data/harbour" "$TMPDIR/at/data/other" \
    "$TMPDIR/at/folder with blanks" "$TMPDIR/names"
: >"$TMPDIR/at/data/harbour/reports"
for program in validate aggregate layout verify import export run release; do
    [ ! -x "$bin/$program" ] ||
        ln -s "$bin/$program" "$TMPDIR/names/gongbao-$program"
done
ln -s "$root/packaging/slurm/gongbao-cluster" "$TMPDIR/names"
cd "$TMPDIR/at"
: >one.xml
: >two.csv
: >three.pdf
: >mine.xsl
: >'a year.xml'
PATH=$TMPDIR/names:$PATH

# completes LINE: what bash offers for its last word, a line each, sorted.
completes() {
    # shellcheck disable=SC2016 # bash expands them
    bash --norc -c '
        . "$1"
        line=$2
        # As readline parts it: at blanks, and "=" is a word.
        read -ra COMP_WORDS <<<"${line//=/ = }"
        [[ $line != *" " && $line != *= ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_LINE=$line COMP_POINT=${#line}
        # After "=" the word is "=" itself as long as nothing follows it.
        if [[ $line = *= ]]; then
            unset "COMP_WORDS[COMP_CWORD]"
            COMP_CWORD=$((COMP_CWORD - 1))
        fi
        compopt() { :; }
        current=${COMP_WORDS[COMP_CWORD]}
        [[ $current != = ]] || current=
        _gongbao "${COMP_WORDS[0]}" "$current" "${COMP_WORDS[COMP_CWORD - 1]}"
        (( ${#COMPREPLY[@]} == 0 )) || printf "%s\n" "${COMPREPLY[@]}"
    ' bash "$root/packaging/completion/gongbao" "$1" | LC_ALL=C sort
}

# offers LINE WORD...: exactly these.
offers() {
    line=$1
    shift
    completes "$line" >"$TMPDIR/offered"
    printf '%s\n' "$@" | LC_ALL=C sort | diff - "$TMPDIR/offered"
}

# Every option of --help, and no other.
all_options() {
    for program in "$TMPDIR"/names/*; do
        program=${program##*/}
        completes "$program --" | sed 's/=$//' >"$TMPDIR/offered"
        "$program" --help | awk '/^ +-/ {
            word = $1 ~ /^--/ ? $1 : $2
            sub(/=.*/, "", word)
            print word
        }' | LC_ALL=C sort -u |
            diff - "$TMPDIR/offered" || return 1
    done
}

# Each word that is offered is one that the program knows: what it then says
# is that the input is missing, never that the word is wrong (status 2).
knows() {
    completes "$1" >"$TMPDIR/words"
    [ -s "$TMPDIR/words" ] || return 1
    while read -r word; do
        status=0
        # shellcheck disable=SC2086 # words are meant
        "${1%% *}" ${1#* }"$word" $2 2>"$TMPDIR/err" || status=$?
        [ $status = 3 ] || {
            echo "$1$word: $status"
            cat "$TMPDIR/err"
            return 1
        }
    done <"$TMPDIR/words"
}

designs() {
    completes 'gongbao-layout --template=' | grep '\.xsl$' |
        grep -v mine >"$TMPDIR/offered"
    for design in annual bilingual brief official tables; do
        echo $design.xsl
    done | diff - "$TMPDIR/offered"
}

is_loaded_by_bash() {
    # shellcheck disable=SC2016
    bash --norc -c '. "$1"; complete -p gongbao-run gongbao-layout' \
        bash "$root/packaging/completion/gongbao"
}

expect 'bash loads it' is_loaded_by_bash
expect 'every option of every program' all_options
expect 'an option' offers 'gongbao-layout --li' --lint
expect 'an option that has a value' offers 'gongbao-layout --temp' --template=
expect 'languages' offers 'gongbao-layout --lang=' en zh_CN zh_CN+en en+zh_CN
expect 'a language' offers 'gongbao-layout --lang=z' zh_CN zh_CN+en
expect 'designs, and no part of one' designs
expect 'a template of the user' offers 'gongbao-layout --template=mi' mine.xsl
expect 'formats of layout are formats' knows 'gongbao-layout --to=' \
    '--template=annual.xsl --lang=en -o x missing.xml'
expect 'formats of export are formats' \
    knows 'gongbao-export --to=' '-o x missing.xml'
expect 'formats of import are formats' \
    knows 'gongbao-import --from=' '-m missing.xml -o x missing'
expect 'files by what is read' offers 'gongbao-verify ' three.pdf data \
    'folder with blanks'
expect 'names with blanks' offers 'gongbao-validate a' 'a year.xml'
expect 'folders alone' offers 'gongbao-validate --sources=' data \
    'folder with blanks'
expect 'datasets of the working folder' offers 'gongbao-run --only=' harbour
cd "$TMPDIR"
expect 'datasets of a project folder' \
    offers 'gongbao-run --project=at --only=h' harbour
