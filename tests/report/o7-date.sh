#!/bin/sh
# Rule O7: the date in a file is the document's, no later than
# SOURCE_DATE_EPOCH, and never that of the clock.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# dated DATE|none EPOCH|unset EXPECTED
dated() {
    case $1 in
    none) date= ;;
    *) date="date=\"$1\"" ;;
    esac
    cat >"$TMPDIR/dated.xml" <<END
<report xmlns="urn:gongbao:document:1" xml:lang="en" $date>
  <head><title>Day</title></head><p>Text.</p>
</report>
END
    case $2 in
    unset) layout -o "$TMPDIR/dated.pdf" "$TMPDIR/dated.xml" ;;
    *)
        SOURCE_DATE_EPOCH=$2 TZ=Asia/Shanghai \
            layout -o "$TMPDIR/dated.pdf" "$TMPDIR/dated.xml"
        ;;
    esac || return 1
    pdfinfo -isodates "$TMPDIR/dated.pdf" >"$TMPDIR/info"
    pdfinfo -meta "$TMPDIR/dated.pdf" >"$TMPDIR/meta.xml"
    cat "$TMPDIR/info"
    # Each date of the file: of the information, the metadata, attachments.
    qpdf --qdf --object-streams=disable "$TMPDIR/dated.pdf" - |
        LC_ALL=C grep -ao 'D:[0-9]*Z' | sort -u >"$TMPDIR/dates"
    if [ "$3" = none ]; then
        ! grep Date "$TMPDIR/info" && ! grep Date "$TMPDIR/meta.xml" &&
            [ ! -s "$TMPDIR/dates" ]
    else
        [ "$(grep -c "Date: *$3\$" "$TMPDIR/info")" = 2 ] &&
            [ "$(grep -c "Date>$3<" "$TMPDIR/meta.xml")" = 3 ] &&
            [ "$(cat "$TMPDIR/dates")" = "D:$(echo "$3" | tr -d 'T:-')" ]
    fi
}

day=2025-10-01
expect "the document's date" dated $day unset 2025-10-01T00:00:00Z
expect 'a later SOURCE_DATE_EPOCH' dated $day 1759276801 2025-10-01T00:00:00Z
expect 'the same' dated $day 1759276800 2025-10-01T00:00:00Z
expect 'an earlier one' dated $day 1759276799 2025-09-30T23:59:59Z
expect 'the first second of all' dated $day 0 1970-01-01T00:00:00Z
expect 'SOURCE_DATE_EPOCH alone' dated none 1700000000 2023-11-14T22:13:20Z
expect 'no date at all' dated none unset none

# The same date in LaTeX source.
source_dated() {
    dated $day "$1" "$2" >/dev/null &&
        SOURCE_DATE_EPOCH=$1 layout --to=tex -o - "$TMPDIR/dated.xml" |
        grep "pdfcreationdate=.*D:$(echo "$2" | tr -d 'T:-')"
}
expect "LaTeX: the document's date" \
    source_dated 1759276801 2025-10-01T00:00:00Z
expect 'LaTeX: an earlier one' source_dated 1759276799 2025-09-30T23:59:59Z

# An error of its own, nothing written.
refused() {
    for format in pdf tex; do
        rm -f "$TMPDIR/out"
        status=0
        SOURCE_DATE_EPOCH=$1 layout --to=$format -o "$TMPDIR/out" \
            "$TMPDIR/dated.xml" 2>"$TMPDIR/err" || status=$?
        cat "$TMPDIR/err"
        [ $status = 3 ] && [ ! -e "$TMPDIR/out" ] &&
            [ "$(wc -l <"$TMPDIR/err")" = 1 ] &&
            grep -q '\[source-date-epoch-invalid\]$' "$TMPDIR/err" || return 1
    done
}
for epoch in '' ' ' now -1 +1 1.5 1e9 0x10 '1 ' ' 1' 999999999999 \
    9223372036854775808 99999999999999999999; do
    expect "refused: \"$epoch\"" refused "$epoch"
done
