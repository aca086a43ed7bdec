#!/bin/sh
# The same bytes whoever builds them, where and when.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# again REPORT SUFFIX VARIABLE=VALUE...: built in an empty environment with
# these, in another folder, compared with what make built.
again() {
    parts "$1"
    report=$1 suffix=$2
    shift 2
    # shellcheck disable=SC2086 # words are meant
    cd "$folder" && rm -f again &&
        env -i PATH="$PATH" ASAN_OPTIONS="$ASAN_OPTIONS" "$@" \
            "$bin/layout" --template="$template.xsl" --lang="$language" \
            --to="$suffix" $sources -o again "$aggregated" &&
        cmp again "$report.$suffix"
}

mkdir -p "$TMPDIR/far/away"
folder=$TMPDIR/far/away
for report in $REPORTS; do
    report=$(realpath -m "$report")
    for suffix in pdf tex; do
        name=${report##*/}.$suffix
        umask 022
        expect "$name: in an empty environment" again "$report" $suffix A=B
        umask 077
        expect "$name: in another zone, language, folder, umask" \
            again "$report" $suffix TZ=Asia/Shanghai LC_ALL=zh_CN.UTF-8 \
            LANGUAGE=zh_CN HOME=/nonexistent
        expect "$name: in the C locale, zone of the far east" \
            again "$report" $suffix TZ=UTC-14 LC_ALL=C LANG=en_US.UTF-8
    done
done
