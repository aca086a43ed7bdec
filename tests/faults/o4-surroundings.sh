#!/bin/sh
# A run where its surroundings are not as they should be: another run, files
# that cannot be read or written, or change while it looks, fonts, clocks,
# templates, datasets, links, states.  What can be made is made, what was good
# stays, the message names what is at fault, the exit status is that of its
# class, and when it is mended the next run makes everything.
set -eu
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/faults/project
. tests/faults/project

# What takes longer to show than it is likely to break: with FAULTS=all only.
at_length() {
    [ "${FAULTS:-few}" != all ] || expect "$@"
}

# The programs, of which some are replaced by scripts.
mkdir -p "$TMPDIR/own/bin"
cp "$bin/run" "$TMPDIR/own/bin"
for program in validate aggregate layout export release; do
    [ ! -x "$bin/$program" ] || ln -s "$bin/$program" "$TMPDIR/own/bin"
done
ln -s "$BUILD/share" "$TMPDIR/own/share"
# before PROGRAM: the lines on standard input come before it each time.
before() {
    rm "$TMPDIR/own/bin/$1"
    {
        echo '#!/bin/sh'
        cat
        echo "exec '$bin/$1' \"\$@\""
    } >"$TMPDIR/own/bin/$1"
    chmod +x "$TMPDIR/own/bin/$1"
}
as_usual() {
    ln -sf "$bin/$1" "$TMPDIR/own/bin/$1"
}
own=$TMPDIR/own/bin/run

for edition in b a; do
    edition $edition
    run --reports
    hashes output >"$TMPDIR/output.$edition"
done
is() {
    hashes output | diff "$TMPDIR/output.$1" -
}
stamps() {
    find output -type f -printf '%p %T@\n' | LC_ALL=C sort
}

# mends EDITION: all is as in that edition again.
mends() {
    works run --reports && is "$1" && clean && works run --question
}
stays_old() {
    says "$1" && is a && clean
}

# --- two at once ---

# slow: a run is begun that waits in the middle of its work; $first.
slow() {
    rm -f "$TMPDIR/slow"
    "$own" --reports >"$TMPDIR/first" 2>&1 &
    first=$!
    for _ in $(seq 1000); do
        [ ! -e "$TMPDIR/slow" ] || return 0
        sleep 0.01
    done
    echo 'it did not begin:'
    cat "$TMPDIR/first"
    return 1
}

two_runs() {
    edition b
    before aggregate <<END
: >'$TMPDIR/slow'
sleep 1
END
    slow || return 1
    status_is 75 run --reports && says output || return 1
    kill -0 $first || {
        echo 'it waited for the first one'
        return 1
    }
    wait $first && [ ! -s "$TMPDIR/first" ] && is b && clean
}
expect 'two runs at once: the second ends at once, and does no harm' two_runs

lock_dies() {
    edition a
    slow || return 1
    kill -KILL $first
    wait $first || :
    mends a
}
expect 'a lock ends with who has it' lock_dies
as_usual aggregate

two_shards() {
    edition b
    touch data/two/*.xml
    run --reports --shard=1/2 >"$TMPDIR/first" 2>&1 &
    first=$!
    works run --reports --shard=2/2 && wait $first &&
        [ ! -s "$TMPDIR/first" ] && is b && clean && mends b &&
        edition a && mends a
}
at_length 'two shards at once work beside each other' two_shards

# --- inputs ---

vanished() {
    edition b
    before validate <<END
rm -f '$p/data/one/$newest'
END
    status_is 66 "$own" --reports && stays_old "$newest" || return 1
    as_usual validate
    edition b && mends b && edition a && mends a
}
expect 'an input that vanishes between plan and read' vanished

# The accepted file of the one edition, the aggregated data of the other.
changing() {
    edition b
    before aggregate <<END
cp '$TMPDIR/a.xml' '$p/data/one/$newest'
END
    "$own" --reports >"$TMPDIR/said" 2>&1 || :
    as_usual aggregate
    hashes output | LC_ALL=C sort >"$TMPDIR/now"
    LC_ALL=C sort "$TMPDIR/output.a" "$TMPDIR/output.b" |
        LC_ALL=C comm -23 "$TMPDIR/now" - >"$TMPDIR/lost"
    cat "$TMPDIR/lost"
    [ ! -s "$TMPDIR/lost" ] && mends a
}
at_length 'an input that changes while it is used' changing

wrong_version() {
    edition b
    sed 's/urn:gongbao:dataset:1/urn:gongbao:dataset:9/' "$TMPDIR/b.xml" \
        >"data/one/$newest"
    rm "output/$other.pdf"
    status_is 65 run --reports && stays_old 'urn:gongbao:dataset:9' || return 1
    edition a && mends a
}
expect 'a dataset of another version; the other dataset goes on' wrong_version

template_error() {
    echo '<wrong/>' >wrong.xsl
    echo 'wrong en' >>data/one/reports
    edition b
    status_is 67 run --reports && says wrong.xsl || return 1
    is b || return 1
    sed -i /wrong/d data/one/reports
    edition a && mends a
}
expect 'a template with an error: the other reports are made' template_error

# --- limits of the process ---

# limited OPTION LIMIT STATUS WORD: what the shell's ulimit sets.
limited() {
    edition b
    status_is "$3" sh -c "ulimit $1 $2 && exec '$bin/run' --reports --jobs=1" &&
        says "$4" && clean || return 1
    hashes output | LC_ALL=C sort >"$TMPDIR/now"
    LC_ALL=C sort "$TMPDIR/output.a" "$TMPDIR/output.b" |
        LC_ALL=C comm -23 "$TMPDIR/now" - | diff /dev/null - &&
        mends b && edition a && mends a
}
expect 'files may not be as large as a report' limited -f 48 73 'File too large'
at_length 'too few open files to start a program' \
    limited -n 12 70 'Too many open files'
at_length 'too little memory to start a program' \
    limited -v 30000 70 'cannot start'

# --- what is kept of the last run ---

# state COMMAND WORD...: does that to the file, and nothing comes of it.
state_is() {
    stamps >"$TMPDIR/stamps"
    "$@" work/state/main.tsv || return 1
    works run --reports && is a && stamps | diff "$TMPDIR/stamps" - &&
        works run --question && edition b && mends b && edition a && mends a
}
garbage() {
    head -c 5000 "$bin/run" >"$1"
}
newer_version() {
    sed -i '1s/[0-9]*$/99/' "$1"
}
expect 'a state that is cut' state_is truncate -s 3000
at_length 'a state that is cut behind a line' state_is sed -i '20q'
at_length 'a state that is empty' state_is truncate -s 0
at_length 'a state of garbage' state_is garbage
at_length 'a state of another version' state_is newer_version
at_length 'a state that is gone' state_is rm

# --- clocks ---

if faketime=$(command -v faketime) && [ "$(basename "$BUILD")" != asan ] &&
    "$faketime" '2001-02-03 04:05:06' run --help >/dev/null 2>&1; then
    clock() {
        stamps >"$TMPDIR/stamps"
        for clock in '2001-02-03 04:05:06' '2037-01-01 00:00:00'; do
            works "$faketime" "$clock" "$bin/run" --reports &&
                stamps | diff "$TMPDIR/stamps" - || return 1
        done
        for clock in '2001-02-03 04:05:06' '2037-01-01 00:00:00'; do
            edition b
            touch -d "$clock" "data/one/$newest"
            works "$faketime" "$clock" "$bin/run" --reports && is b &&
                works run --question || return 1
            edition a
            touch -d "$clock" "data/one/$newest"
            mends a || return 1
        done
    }
    at_length 'a clock that jumps: nothing is made, and nothing missed' clock
else
    skip 'a clock that jumps' 'there is no faketime for this build'
fi

# --- fonts ---

mkdir -p "$TMPDIR/fonts"
sed -n 's/.* family="\([^"]*\)" style="\([^"]*\)"$/\1:style=\2/p' \
    "$root/fonts/fonts.xml" | while read -r pattern; do
    fc-match -f '%{file}\n' "$pattern"
done | LC_ALL=C sort -u | xargs -I {} cp -s {} "$TMPDIR/fonts"
cat >"$TMPDIR/fonts.conf" <<END
<fontconfig><dir>$TMPDIR/fonts</dir><cachedir>$TMPDIR/cache</cachedir></fontconfig>
END
with_fonts() {
    FONTCONFIG_FILE=$TMPDIR/fonts.conf run --reports "$@"
}
font=$(fc-match -f '%{file}' 'Noto Serif CJK SC:style=Regular')
font=$TMPDIR/fonts/${font##*/}

font_changed() {
    rm -rf work
    works with_fonts || return 1
    stamps >"$TMPDIR/stamps"
    works with_fonts --question || return 1
    cp --remove-destination "$(realpath "$font")" "$font"
    # The same face in another file is nothing new.
    works with_fonts && stamps | diff "$TMPDIR/stamps" - || return 1
    echo >>"$font"
    status_is 1 with_fonts --question && works with_fonts &&
        works with_fonts --question
}
font_removed() {
    rm -rf work
    works with_fonts || return 1
    hashes output >"$TMPDIR/output.fonts"
    mv "$font" "$TMPDIR/font"
    edition b
    status_is 68 with_fonts && says 'Noto Serif CJK SC' && clean &&
        hashes output | diff "$TMPDIR/output.fonts" - || return 1
    mv "$TMPDIR/font" "$font"
    works with_fonts && works with_fonts --question && rm -rf work &&
        edition a && mends a
}
at_length 'a font that is changed' font_changed
at_length 'a font that is removed' font_removed

# --- links, and other file systems ---

linked() {
    mv output "$TMPDIR/elsewhere"
    ln -s "$TMPDIR/elsewhere" output
    mv "$TMPDIR/elsewhere/$report.pdf" "$TMPDIR/behind.pdf"
    ln -s "$TMPDIR/behind.pdf" "$TMPDIR/elsewhere/$report.pdf"
    edition b
    works run --reports && [ -L "output/$report.pdf" ] &&
        [ -L output ] && grep -q "$(sha256sum <"$TMPDIR/behind.pdf" |
            cut -c 1-64)" "$TMPDIR/output.b" || return 1
    works run --question || return 1
    rm output
    mv "$TMPDIR/elsewhere" output
    rm "output/$report.pdf"
    mv "$TMPDIR/behind.pdf" "output/$report.pdf"
    edition a && mends a
}
at_length 'links as output folder and as output' linked

other_disk() {
    disk=$(TMPDIR=/tmp mktemp -d) || return 1
    [ "$(stat -c %d "$disk")" != "$(stat -c %d .)" ] || echo '(the same disk)'
    edition b
    works run --reports --output="$disk" && (cd "$disk" && hashes .) |
        diff "$TMPDIR/output.b" - &&
        works run --reports --output="$disk" --question || return 1
    rm -r "$disk"
    edition a && mends a
}
led_elsewhere() {
    mkdir store
    cp "$TMPDIR/a.xml" store/a.xml
    cp "$TMPDIR/b.xml" store/b.xml
    ln -sf "../../store/a.xml" "data/one/$newest"
    mends a && ln -sf "../../store/b.xml" "data/one/$newest" && mends b ||
        return 1
    rm "data/one/$newest"
    edition a && mends a
}
expect 'a link to a dataset that leads elsewhere' led_elsewhere

at_length 'an output folder on another file system' other_disk

# --- what may not be read or written; by a user who is not root ---

as_user() {
    "$@"
}
if [ "$(id -u)" = 0 ]; then
    if command -v setpriv >/dev/null; then
        chown -R 65534:65534 "$p"
        chmod 755 "$TMPDIR"
        : >"$TMPDIR/err"
        as_user() {
            setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
        }
    fi
fi
if as_user sh -c 'echo >&2' 2>/dev/null && as_user "$bin/run" --help \
    >/dev/null 2>&1 && ! as_user touch /usr/bin/gongbao-faults 2>/dev/null; then
    # may_not MODE PATH STATUS WORD: in the meantime all stays, then it mends.
    may_not() {
        edition b
        may=$(stat -c %a "$2")
        chmod "$1" "$2"
        result=0
        status_is "$3" as_user "$bin/run" --reports && says "$4" &&
            clean || result=1
        chmod "$may" "$2"
        [ $result = 0 ] && LC_ALL=C sort "$TMPDIR/output.a" \
            "$TMPDIR/output.b" >"$TMPDIR/both" &&
            hashes output | LC_ALL=C sort |
            LC_ALL=C comm -23 - "$TMPDIR/both" | diff /dev/null - &&
            works as_user "$bin/run" --reports && is b &&
            edition a && works as_user "$bin/run" --reports && is a && clean
    }
    expect 'an input that may not be read' \
        may_not 000 "data/one/$newest" 66 "$newest"
    at_length 'a dataset that may not be looked into' \
        may_not 000 data/one 66 data/one
    at_length 'a list of reports that may not be read' \
        may_not 000 data/one/reports 66 data/one/reports
    expect 'an output folder that may not be written' \
        may_not 555 output 73 output
    at_length 'a work folder that may not be written' may_not 555 work/one 73 work
    at_length 'a state that may not be written' may_not 555 work/state 73 work/state
    at_length 'a log that may not be written' may_not 444 work/log/run.jsonl 73 \
        run.jsonl
else
    skip 'what may not be read or written' 'there is no other user here'
fi

# --- a full disk, and one that is only to be read ---

mkdir -p "$TMPDIR/disk"
if mount -t tmpfs -o size=96k tmpfs "$TMPDIR/disk" 2>/dev/null; then
    full_disk() {
        status_is 73 run --reports --output="$TMPDIR/disk" &&
            says 'No space left' || return 1
        find "$TMPDIR/disk" -name '.*.new' | diff /dev/null - || return 1
        find "$TMPDIR/disk" -type f | while read -r file; do
            grep -q "$(sha256sum <"$file" | cut -c 1-64)" "$TMPDIR/output.a" ||
                echo "$file"
        done | diff /dev/null - || return 1
        mount -o remount,size=8m "$TMPDIR/disk" &&
            works run --reports --output="$TMPDIR/disk" &&
            (cd "$TMPDIR/disk" && hashes .) | diff "$TMPDIR/output.a" -
    }
    read_only_disk() {
        mount -o remount,ro "$TMPDIR/disk"
        works run --reports --output="$TMPDIR/disk" || return 1
        edition b
        status_is 73 run --reports --output="$TMPDIR/disk" &&
            says 'Read-only' || return 1
        mount -o remount,rw "$TMPDIR/disk"
        works run --reports --output="$TMPDIR/disk" &&
            (cd "$TMPDIR/disk" && hashes .) | diff "$TMPDIR/output.b" - || return 1
    }
    at_length 'a disk that is full' full_disk
    at_length 'a disk that is only to be read' read_only_disk
    umount "$TMPDIR/disk"
else
    skip 'a disk that is full, or only to be read' 'nothing can be mounted here'
fi
