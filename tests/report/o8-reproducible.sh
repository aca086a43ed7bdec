#!/bin/sh
# Rule O8: the same bytes whoever makes a report, where, when, on what, and with
# how many processors.  Each report once where all of that is different at the
# same time; one of them with each difference alone, to tell which it is.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

far="$TMPDIR/deep/er 目录/it's \$a"
mkdir -p "$far" "$TMPDIR/locales"

# The programs and their parts in another place, with other times.
cp -rL "$BUILD/bin" "$BUILD/share" "$far"
cp -r "$BUILD/work" "$far"
find "$far" -exec touch -d '2001-02-03 04:05:06' {} +

# made SUFFIX PROGRAMS WORK COMMAND...: the report of parts by those programs,
# run by the command in a folder of nothing, is what make built.
made() {
    suffix=$1 programs=$2 data=$3
    shift 3
    set -- "$@" "$programs/layout" --template="$template.xsl" \
        --lang="$language" --to="$suffix"
    [ -z "$style" ] || set -- "$@" --style="$style.xml"
    for year in "$data/$dataset"/[0-9]*.xml; do
        set -- "$@" --source="$year"
    done
    mkdir -p "$TMPDIR/nothing"
    cd "$TMPDIR/nothing" &&
        "$@" -o - "$data/$dataset/aggregated.xml" >"$TMPDIR/again" &&
        cmp "$TMPDIR/again" "$report.$suffix"
}

# The stages before it: data, then what is computed from them.
staged() {
    for dataset in "$BUILD"/work/*/; do
        dataset=$(basename "$dataset")
        [ -d "$root/data/$dataset" ] || continue
        mkdir -p "$far/again/$dataset"
        for year in "$root/data/$dataset"/[0-9]*.xml; do
            "$@" "$far/bin/validate" -o - "$year" \
                >"$far/again/$dataset/${year##*/}" || return 1
        done
        "$@" "$far/bin/aggregate" -o - "$far/again/$dataset"/[0-9]*.xml \
            >"$far/again/$dataset/aggregated.xml" &&
            diff -r "$far/again/$dataset" "$BUILD/work/$dataset" \
                -x '*.d' || return 1
    done
}

# --- what can be different ---

clean="env -i PATH=/nowhere ASAN_OPTIONS=$ASAN_OPTIONS"
everything="$clean TZ=UTC-14 LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN:en LANG=tr_TR"
everything="$everything HOME=/nonexistent TMPDIR=/nonexistent"

# A name, then the words before the program; none of them has blanks.
differences() {
    cat <<END
an empty environment: $clean
the C locale: $clean LC_ALL=C LANG=C
Chinese: $clean LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN
Turkish letters: $clean LANG=tr_TR.UTF-8 LC_NUMERIC=de_DE.UTF-8 LANGUAGE=en
the zone of Shanghai: $clean TZ=Asia/Shanghai
the first zone of a day: $clean TZ=UTC-14
the last one: $clean TZ=:America/Adak
no home: $clean HOME=/nonexistent XDG_CACHE_HOME=/nonexistent
SOURCE_DATE_EPOCH of a later day: $clean SOURCE_DATE_EPOCH=4102444800
memory that is not zero: $clean MALLOC_PERTURB_=165 G_SLICE=always-malloc
END
    # The same where these locales are installed.  The C library does not free
    # what it makes of LOCPATH.
    for locale in zh_CN tr_TR; do
        localedef -i $locale -f UTF-8 "$TMPDIR/locales/$locale.UTF-8" \
            >/dev/null 2>&1 || continue
        echo "the locale $locale, installed: $clean:detect_leaks=0" \
            "LOCPATH=$TMPDIR/locales LC_ALL=$locale.UTF-8"
    done
    # The parts of a processor that the C library would else use.
    if [ "$(uname -m)" = x86_64 ]; then
        off=-AVX512F,-AVX2,-AVX,-AVX2_Usable,-SSE4_2,-SSE4_1,-SSSE3
        off=$off,-BMI1,-BMI2,-LZCNT,-MOVBE,-POPCNT,-ERMS,-FSRM
        echo "a lesser processor: $clean GLIBC_TUNABLES=glibc.cpu.hwcaps=$off"
    fi
    command -v taskset >/dev/null &&
        echo "one processor: taskset -c 0 $clean"
    command -v setarch >/dev/null && setarch -R true 2>/dev/null &&
        echo "addresses that are not random: setarch -R $clean"
    if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null &&
        setpriv --reuid=65534 --regid=65534 --clear-groups \
            test -r "$BUILD/work/$dataset/aggregated.xml" 2>/dev/null; then
        echo "another user: setpriv --reuid=65534 --regid=65534" \
            "--clear-groups $clean"
    fi
}

# The clock by libfaketime, which stands before no sanitizer.
clocks() {
    faketime=$(command -v faketime) || return 0
    "$faketime" '2001-02-03 04:05:06' layout --help >/dev/null 2>&1 || return 0
    [ "$(basename "$BUILD")" = release ] || return 0
    echo "a clock of 2001: $faketime 2001-02-03"
    echo "a clock of 2039: $faketime 2039-01-01"
}

with_umask() {
    umask "$1"
    shift
    "$@"
}

# --- one report, one difference after the other ---

report=$(echo "$REPORTS" | tr ' ' '\n' | grep 'bilingual' | head -n 1)
[ -n "$report" ] || report=${REPORTS%% *}
report=$(realpath -m "$report")
parts "$report"
for suffix in pdf tex; do
    { differences && clocks; } >"$TMPDIR/differences"
    while IFS=: read -r name words; do
        # shellcheck disable=SC2086 # words are meant
        expect "${report##*/}.$suffix: $name" \
            made "$suffix" "$bin" "$BUILD/work" $words
    done <"$TMPDIR/differences"
    expect "${report##*/}.$suffix: another folder" \
        made "$suffix" "$far/bin" "$far/work"
    for mask in 000 077; do
        expect "${report##*/}.$suffix: umask $mask" with_umask $mask \
            made "$suffix" "$bin" "$BUILD/work"
    done
done

# --- all reports, all of it at once ---

words=$everything
while IFS=: read -r name before; do
    case $name in
    'a lesser processor') words="$words ${before##* }" ;;
    'one processor') words="${before%%"$clean"*} $words" ;;
    esac
done <"$TMPDIR/differences"
# shellcheck disable=SC2086 # words are meant
expect 'the data and what is computed: all at once' \
    with_umask 077 staged $words
for report in $REPORTS; do
    report=$(realpath -m "$report")
    parts "$report"
    for suffix in pdf tex; do
        # shellcheck disable=SC2086 # words are meant
        expect "${report##*/}.$suffix: all at once" with_umask 000 \
            made "$suffix" "$far/bin" "$far/work" $words
    done
done

# A difference that matters is seen: a document's date.
matters() {
    ! made pdf "$bin" "$BUILD/work" env SOURCE_DATE_EPOCH=1 && [ -s "$TMPDIR/again" ]
}
expect 'an earlier SOURCE_DATE_EPOCH is another file' matters
