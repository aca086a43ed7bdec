#!/bin/sh
# make install: the programs work from another folder, below any prefix.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/build/copy
. tests/build/copy

stage=$TMPDIR/stage
prefix=$stage/opt/reports
mkdir "$TMPDIR/elsewhere"

# Everybody may read what is there, whatever umask root has.
installs() {
    (umask 077 && mk install DESTDIR="$stage" PREFIX=/opt/reports)
    shut=$(find "$stage/opt" ! -type l ! -perm -o=r)
    [ -z "$shut" ] || {
        echo "not readable: $shut"
        return 1
    }
    for program in validate aggregate layout verify run; do
        [ -x "$prefix/bin/gongbao-$program" ] || return 1
        page=$prefix/share/man/man1/gongbao-$program.1
        mandoc -Tlint -Wwarning "$page" || return 1
        grep -q "^\.Nm gongbao-$program" "$page" || return 1
        ! grep -nE '^\.Xr (validate|aggregate|layout|verify|run) ' "$page" || return 1
    done
    # One text completes all programs; no other link is there.
    [ -z "$(find "$stage" -type l ! -path '*/completions/*')" ]
    for file in lib/systemd/system/gongbao@.service lib/sysusers.d/gongbao.conf \
        share/gongbao/schema/catalog.xml share/gongbao/unattended/schedule; do
        [ -s "$prefix/$file" ] || return 1
    done
    # The units and examples call what was installed here.
    ! grep -rn '/usr/' "$prefix/lib/systemd" "$prefix/share/gongbao/unattended/crontab"
}

# The tree is out of reach: only what was installed can serve.
works() {
    mv "$TMPDIR/tree/templates" "$TMPDIR/tree/gone"
    cd "$TMPDIR/elsewhere"
    "$prefix/bin/gongbao-validate" -o one.xml "$TMPDIR/tree/$year" &&
        "$prefix/bin/gongbao-aggregate" -o all.xml one.xml || return 1
    for lang in zh_CN en; do
        "$prefix/bin/gongbao-layout" --template=annual.xsl --lang=$lang \
            --source=one.xml -o $lang.pdf all.xml &&
            "$prefix/bin/gongbao-verify" $lang.pdf >/dev/null &&
            "$prefix/bin/gongbao-layout" --template=annual.xsl --lang=$lang \
                --to=tex -o $lang.tex all.xml || return 1
    done
    mkdir -p project/data && cp -R "$TMPDIR/tree/data/small" project/data &&
        "$prefix/bin/gongbao-run" --project=project &&
        "$prefix/bin/gongbao-verify" project/output/*.pdf || return 1
    LANGUAGE=zh_CN "$prefix/bin/gongbao-validate" --nonsense 2>err || :
    grep -q 用法 err
    cd "$TMPDIR/tree"
    mv gone templates
}

# A folder where the first unit goes: what follows does not hide the failure.
stops() {
    mkdir -p "$TMPDIR/full/lib/systemd/system/gongbao-mail@.service"
    ! mk install PREFIX="$TMPDIR/full"
}

removes() {
    mk uninstall DESTDIR="$stage" PREFIX=/opt/reports
    left=$(find "$stage" -type f -o -type l)
    [ -z "$left" ] || {
        echo "$left"
        return 1
    }
}

# A package is built in a folder of its own, which is emptied first.
spares() {
    mkdir "$TMPDIR/mine"
    echo mine >"$TMPDIR/mine/build.log"
    ! packaging/deb "$TMPDIR/mine" 2>"$TMPDIR/said" || return 1
    grep -q 'is not empty' "$TMPDIR/said" && [ -s "$TMPDIR/mine/build.log" ]
}

expect 'install puts programs, parts and man pages' installs
expect 'the installed programs work elsewhere' works
cd "$TMPDIR/tree"
expect 'uninstall leaves nothing' removes
expect "packaging/deb spares what is not its own" spares
expect 'install fails where one file cannot be put' stops
