#!/bin/sh
# L4: one term, one rendering.  The terms of the project hold in what reports
# and programs say, those of a dataset, with them, in all of its texts; and the
# lint finds what is planted in tests/lint/terms.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# as_dataset PO: its messages as the notes of a dataset, for the one program
# that knows terms.  A message and its translation stand in one line.
as_dataset() {
    cat <<'HEAD'
<dataset xmlns="urn:gongbao:dataset:1" id="po" year="2000"
    prepared="2000-01-01" rounding="half-up">
  <title xml:lang="zh-CN">-</title><title xml:lang="en">-</title>
  <publisher xml:lang="zh-CN">-</publisher><publisher xml:lang="en">-</publisher>
  <refArea xml:lang="zh-CN">-</refArea><refArea xml:lang="en">-</refArea>
  <sources><source id="po" file="po">
    <title xml:lang="zh-CN">-</title><title xml:lang="en">-</title>
    <publisher xml:lang="zh-CN">-</publisher><publisher xml:lang="en">-</publisher>
  </source></sources>
  <units><unit id="one" measures="other">
    <label xml:lang="zh-CN">-</label><label xml:lang="en">-</label>
  </unit></units>
  <themes><theme id="t">
    <label xml:lang="zh-CN">-</label><label xml:lang="en">-</label>
  </theme></themes>
  <indicators><indicator id="i" theme="t" kind="stock" unit="one">
    <label xml:lang="zh-CN">-</label><label xml:lang="en">-</label>
  </indicator></indicators>
  <observations><obs indicator="i" period="2000" value="1">
    <cite source="po" lines="1" token="1"/>
  </obs></observations>
HEAD
    msgattrib --no-wrap --no-obsolete "$1" | awk '
        function text(line) {
            sub(/^[^"]*"/, "", line)
            sub(/"$/, "", line)
            gsub(/\\n|\\t/, " ", line)
            gsub(/\\"/, "\"", line)
            gsub(/&/, "\\&amp;", line)
            gsub(/</, "\\&lt;", line)
            gsub(/>/, "\\&gt;", line)
            return line
        }
        function note() {
            if (en != "" && zh != "")
                print "  <note kind=\"source\"><text xml:lang=\"zh-CN\">" zh \
                    "</text><text xml:lang=\"en\">" en "</text></note>"
            en = zh = ""
        }
        /^msgid / { en = text($0); field = "en" }
        /^msgid_plural / { en = en " / " text($0) }
        /^msgstr/ { zh = text($0); field = "zh" }
        /^"/ { if (field == "zh") zh = zh text($0); else en = en text($0) }
        /^$/ { note() }
        END { note() }'
    echo '</dataset>'
}

# Only what is said of terms: the frame of such a dataset is not good.
in_messages() {
    as_dataset "$1" >"$TMPDIR/po.xml"
    LC_ALL=C validate --terms="$2" "$TMPDIR/po.xml" >"$TMPDIR/said" 2>&1 || :
    grep -v '\[term-' "$TMPDIR/said" | grep '\[[a-z-]*\]$' && return 1
    ! grep '\[term-' "$TMPDIR/said" | while IFS=: read -r _ line _ rest; do
        echo "$rest"
        sed -n "${line}p" "$TMPDIR/po.xml"
    done | grep .
}

in_dataset() {
    set -- "$1" --terms=templates/po/terms.xml
    [ ! -f "$1/terms.xml" ] || set -- "$@" --terms="$1/terms.xml"
    folder=$1
    shift
    validate "$@" "$folder"/[0-9]*.xml
}

found() {
    ! in_messages "$1" "$2" >"$TMPDIR/found" && cat "$TMPDIR/found" &&
        grep -q "\[$3\]" "$TMPDIR/found"
}

for po in templates/po/zh_CN.po pipeline/po/zh_CN.po; do
    expect "$po has one rendering of a term" in_messages "$po" \
        templates/po/terms.xml
done
for reports in data/*/reports; do
    folder=${reports%/*}
    expect "$folder has one rendering of a term" in_dataset "$folder"
done
for po in tests/lint/terms/*.po; do
    name=${po##*/}
    expect "$name is found at fault" found "$po" templates/po/terms.xml \
        "${name%.po}"
done
