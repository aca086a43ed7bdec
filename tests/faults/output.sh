#!/bin/sh
# What cannot be read or written: a message, status 3, earlier files as they
# were, nothing half-written.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

cd "$TMPDIR"
year=$(find "$root/data/national-rd" -name '2*.xml' | LC_ALL=C sort | tail -n 1)
validate -o year.xml "$year"
aggregate -o all.xml year.xml
echo good >kept
mkdir folder

# fails ID COMMAND...: status 3, a message of that id, kept is as it was.
fails() {
    id=$1
    shift
    status=0
    "$@" 2>err || status=$?
    cat err
    [ $status = 3 ] || {
        echo "exit status $status"
        return 1
    }
    grep -qE "^[^ ]+: error: .* \\[$id\\]$" err && [ "$(cat kept)" = good ] &&
        [ -z "$(find . -name '*.??????' ! -name 'expect*')" ]
}

# The three programs with an output to be named last.
set_program() {
    case $1 in
    validate) set -- validate "$year" -o ;;
    aggregate) set -- aggregate year.xml -o ;;
    pdf) set -- layout --template=annual.xsl --lang=zh_CN all.xml -o ;;
    tex) set -- layout --template=annual.xsl --lang=en --to=tex all.xml -o ;;
    esac
    program=$*
}

for name in validate aggregate pdf tex; do
    set_program $name
    # shellcheck disable=SC2086 # words are meant
    {
        expect "$name to a full device" fails output $program /dev/full
        expect "$name into a folder that is not there" fails output $program no/file
        expect "$name over a folder" fails output $program folder
    }
done

no_input() {
    fails input-read validate -o kept missing.xml &&
        fails input-read aggregate -o kept missing.xml &&
        fails input-read layout -o kept missing.xml
}

# parts CHANGE...: a private copy of the installed parts, then the change.
private_parts() {
    rm -rf parts
    mkdir parts
    cp -R "$root/data/schema" "$root/templates" "$root/fonts" parts
}

no_schema() {
    private_parts
    rm parts/schema/*
    fails schema-file env GONGBAO_DATADIR="$TMPDIR/parts" validate -o kept "$year"
}

no_font() {
    private_parts
    sed -i 's/Noto Serif CJK SC/No Such Family/' parts/fonts/fonts.xml
    fails font-missing env GONGBAO_DATADIR="$TMPDIR/parts" layout --template=annual.xsl \
        --lang=zh_CN -o kept all.xml && grep -q 'No Such Family' err
}

no_template() {
    fails input-read layout --template=missing.xsl --lang=en -o kept all.xml
}

bad_epoch() {
    for epoch in yesterday -5 1.5; do
        fails source-date-epoch-invalid env SOURCE_DATE_EPOCH="$epoch" layout --template=annual.xsl \
            --lang=en -o kept all.xml || return 1
    done
    fails source-date-epoch-invalid env SOURCE_DATE_EPOCH= layout \
        --template=annual.xsl --lang=en --to=tex -o kept all.xml
}

expect 'an input that is not there' no_input
expect 'schemas that are not there' no_schema
expect 'a font that is not installed' no_font
expect 'a template that is not there' no_template
expect 'a SOURCE_DATE_EPOCH that is none' bad_epoch
