#!/bin/sh
# A report proves itself (rule E5): verify says "identical" of each that make
# built, wherever it is, and finds what has been altered.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

cd "$TMPDIR"
for report in $REPORTS; do
    report=$(cd "$root" && realpath -m "$report.pdf")
    case $report in
    */national-rd-brief-*.en.pdf) subject=$report ;;
    esac
    reports="${reports-}$report "
done

# says STATUS TEXT ARGUMENT...: verify ends so, and what it says has the text.
says() {
    status=$1 text=$2
    shift 2
    got=0
    verify "$@" >"$TMPDIR/said" 2>&1 || got=$?
    cat "$TMPDIR/said"
    [ "$got" = "$status" ] || {
        echo "exit status $got, not $status"
        return 1
    }
    grep -qF -e "$text" "$TMPDIR/said"
}

# attached KEY: of the file inside $name; KEY: filespec, preferredcontents.
attached() {
    qpdf --json=2 --json-key=attachments "$subject" | awk -v name="\"$name\":" \
        -v key="\"$1\":" '
        $1 == name { found = 1 }
        found && $1 == key { gsub(/"/, "", $2); print $2; exit }'
}

# stream NUMBER: what is in it.
stream() {
    qpdf --show-object="$1" --filtered-stream-data "$subject"
}

# begin; object NUMBER JSON ...; end FILE: the subject with other objects.
begin() {
    cat >update.json <<'END'
{ "qpdf": [ { "jsonversion": 2, "pdfversion": "1.7", "maxobjectid": 99999 }, {
END
    comma=
}
object() {
    printf '%s "obj:%s 0 R": %s\n' "$comma" "$1" "$2" >>update.json
    comma=,
}
end() {
    echo '} ] }' >>update.json
    qpdf "$subject" --update-from-json=update.json "$1"
}

# content NUMBER FILE: the stream has what the file has, the dictionary too.
content() {
    sum=$(md5sum <"$2" | cut -d' ' -f1)
    size=$(wc -c <"$2")
    object "$1" "{ \"stream\": { \"data\": \"$(base64 -w0 "$2")\", \"dict\": {
        \"/Type\": \"/EmbeddedFile\", \"/Subtype\": \"/text/xml\", \"/Params\":
        { \"/Size\": $size, \"/CheckSum\": \"b:$sum\" } } } }"
}

# --- what is as it was ---

for report in $reports; do
    expect "e5: ${report##*/}" says 0 "${report##*/}: identical" "$report"
done
moved() {
    mkdir -p "far away"
    cp "$subject" "far away/别名.pdf"
    cd "far away"
    env -i PATH="$PATH" ASAN_OPTIONS="$ASAN_OPTIONS" LC_ALL=C TZ=Asia/Shanghai \
        SOURCE_DATE_EPOCH=1 TMPDIR="$TMPDIR" verify 别名.pdf >said
    grep -qx '别名.pdf: identical' said
}
expect 'e5: elsewhere, under another name, at another time' moved
several() {
    echo no >not.pdf
    says 6 "$subject: identical" "$subject" not.pdf
}
expect 'e5: of several the worst is the status' several
left() {
    [ -z "$(find "$TMPDIR" -maxdepth 1 -name 'gongbao-verify-*')" ]
}
expect 'e5: nothing is left behind' left

# --- what is no report ---

expect 'e5: no PDF' says 6 '[pdf-unreadable]' not.pdf
none() {
    : >empty.pdf
    says 6 '[pdf-unreadable]' empty.pdf
}
expect 'e5: an empty file' none
expect 'e5: no file' says 3 '[input-read]' missing.pdf
others() {
    qpdf --empty others.pdf
    says 5 '[record-missing]' others.pdf
}
expect 'e5: a PDF of others' others
cut_short() {
    head -c $(($(wc -c <"$subject") / 2)) "$subject" >cut.pdf
    says 6 '[pdf-unreadable]' cut.pdf
}
expect 'e5: half a report' cut_short

# --- what was altered ---

name=2024.xml
dataset=$(attached preferredcontents)
byte() {
    offset=$(qpdf --show-xref "$subject" |
        sed -n "s,^$dataset/0: .*offset = ,,p")
    cp "$subject" byte.pdf
    printf 'X' | dd of=byte.pdf bs=1 seek=$((offset + 600)) conv=notrunc 2>err
    ! cmp -s "$subject" byte.pdf && says 1 '[attachment-checksum]' byte.pdf
}
expect 'e5: a byte of the compressed dataset' byte

stream "$dataset" | sed 's/3632\.68/3632.86/; s/36326\.8/36328.6/' >2024.xml
mended_sum() {
    ! stream "$dataset" | cmp -s - 2024.xml &&
        begin && content "$dataset" 2024.xml && end sum.pdf &&
        says 1 '[attachment-record]' sum.pdf
}
expect 'e5: a figure of the dataset, the checksum made to fit' mended_sum

mended_record() {
    name=provenance.xml
    record=$(attached preferredcontents)
    old=$(stream "$dataset" | sha256sum | cut -d' ' -f1)
    new=$(sha256sum <2024.xml | cut -d' ' -f1)
    stream "$record" | sed "s/$old/$new/" >provenance.xml
    grep -q "$new" provenance.xml &&
        begin && content "$dataset" 2024.xml &&
        content "$record" provenance.xml && end record.pdf &&
        says 1 '[aggregated-differs]' record.pdf
}
expect 'e5: a figure of the dataset, the record made to fit' mended_record

page() {
    number=$(qpdf --json=2 --json-key=pages "$subject" |
        awk '/"contents": \[/ { getline; gsub(/[ "]/, ""); print; exit }' |
        sed 's/0R$//')
    stream "$number" | sed '0,/ rg/s/^.* rg/1 0 0 rg/' >page
    ! stream "$number" | cmp -s - page &&
        begin && object "$number" "{ \"stream\": { \"data\":
            \"$(base64 -w0 page)\", \"dict\": {} } }" && end page.pdf &&
        says 1 '[report-differs]' page.pdf
}
expect 'e5: a colour on a page' page
appended() {
    { cat "$subject" && echo; } >appended.pdf
    says 1 '[report-differs]' appended.pdf
}
expect 'e5: a byte behind the end' appended

taken_out() {
    qpdf "$subject" --remove-attachment="$1" out.pdf
    says "$2" "$3" out.pdf
}
expect 'e5: a dataset taken out' taken_out 2024.xml 1 '[attachment-missing]'
expect 'e5: the record taken out' taken_out provenance.xml 5 '[record-missing]'
not_valid() {
    name=provenance.xml
    record=$(attached preferredcontents)
    stream "$record" | sed 's/<call /<call run="x" /' >provenance.xml
    begin && content "$record" provenance.xml && end invalid.pdf &&
        says 1 '[schema-attribute-unknown]' invalid.pdf
}
expect 'e5: a record that the schema does not allow' not_valid

# --- made with other inputs ---

# alone: no program that makes reports is beside it.
alone() {
    mkdir -p alone/bin
    cp "$bin/verify" alone/bin
    got=0
    GONGBAO_DATADIR=$bin/../share/gongbao alone/bin/verify "$subject" >said \
        2>&1 || got=$?
    cat said
    [ $got = 3 ] && grep -qF '[rebuild]' said && grep -q 'not verified$' said
}
expect 'e5: without the programs that make reports' alone

# elsewhere: a copy of the installed parts to be changed, in $TMPDIR/share.
elsewhere() {
    rm -rf share
    cp -rL "$bin/../share/gongbao" share
}
with_other() {
    elsewhere
    sed -i "$2" "share/$1"
    ! cmp -s "share/$1" "$bin/../share/gongbao/$1" || return 1
    status=0
    GONGBAO_DATADIR=$TMPDIR/share verify "$subject" >said 2>&1 || status=$?
    cat said
    [ $status = 4 ] && grep -q 'made with other inputs$' said &&
        grep "error: $1: was [0-9a-f]\{12\}, is " said | grep -qF '[input-differs]'
}
expect 'e5: another template' with_other templates/brief.xsl "\$s/\$/<!-- -->/"
expect 'e5: another style' with_other templates/style.xml "\$s/\$/<!-- -->/"
expect 'e5: another catalogue of faces' \
    with_other fonts/fonts.xml "\$s/\$/<!-- -->/"
other_face() {
    with_other fonts/fonts.xml \
        '/id="serif"/s/Noto Serif CJK SC/Noto Sans CJK SC/' &&
        grep -q 'NotoSerifCJKsc-Regular: was .*, is not used' said
}
expect 'e5: another face' other_face
gone() {
    elsewhere
    rm share/templates/brief.xsl
    GONGBAO_DATADIR=$TMPDIR/share says 4 '[input-missing]' "$subject"
}
expect 'e5: a template that is not installed any more' gone

own_style() {
    cp "$bin/../share/gongbao/templates/style.xml" own.xml
    sed -i '$s/$/<!-- own -->/' own.xml
    layout --template=brief.xsl --style=./own.xml --lang=en -o own.pdf \
        "$BUILD/work/national-rd/aggregated.xml" &&
        says 4 '[input-missing]' own.pdf &&
        says 0 '[source-not-carried]' --style=./own.xml own.pdf
}
expect 'e5: a style of ones own is asked for' own_style
document() {
    cp "$root/tests/cases/layout/elements/elements.xml" .
    layout -o document.pdf elements.xml && says 0 identical document.pdf
}
expect 'e5: a document without a template' document
# Its date is the time that is set, and the record has it.
clamped() {
    SOURCE_DATE_EPOCH=86400 layout --template=brief.xsl --lang=en -o old.pdf \
        "$BUILD/work/national-rd/aggregated.xml" &&
        pdfinfo old.pdf | grep -q '^CreationDate: .* 1970' &&
        says 0 identical old.pdf
}
expect 'e5: the date of SOURCE_DATE_EPOCH' clamped

# --- taking the data out ---

extracted() {
    rm -rf data pdfdetach
    mkdir pdfdetach
    verify --extract=data "$subject" &&
        pdfdetach -saveall -o pdfdetach "$subject" >/dev/null &&
        diff -r data pdfdetach &&
        cmp data/2024.xml "$root/data/national-rd/2024.xml"
}
expect 'e5: extract gives what pdfdetach gives' extracted
kept() {
    echo mine >data/2024.xml
    says 3 '[extract-exists]' --extract=data "$subject" &&
        grep -qx mine data/2024.xml && verify --force --extract=data "$subject" &&
        ! grep -qx mine data/2024.xml
}
expect 'e5: extract replaces files by force alone' kept
linked() {
    echo mine >outside
    ln -sf ../outside data/2024.xml
    says 3 '[extract-exists]' --extract=data "$subject" &&
        verify --force --extract=data "$subject" && grep -qx mine outside &&
        ! [ -L data/2024.xml ]
}
expect 'e5: extract writes through no link' linked

# A name is no path.
hostile() {
    name=2024.xml
    number=$(attached filespec)
    begin
    object "$number" "{ \"value\": { \"/Type\": \"/Filespec\",
        \"/AFRelationship\": \"/Source\", \"/F\": \"u:$1\", \"/UF\": \"u:$1\",
        \"/EF\": { \"/F\": \"$dataset 0 R\" } } }"
    end hostile.pdf
    rm -rf deep
    mkdir -p deep/er
    verify --extract=deep/er/est hostile.pdf || return 1
    [ "$(find deep -type f ! -path 'deep/er/est/*' | wc -l)" = 0 ] &&
        cmp "deep/er/est/$2" "$root/data/national-rd/2024.xml" &&
        says 1 '[attachment-record]' hostile.pdf
}
expect 'e5: a file called ../../x' hostile ../../x x
expect 'e5: a file called /etc/x' hostile "$TMPDIR/x" x
expect 'e5: a file called ..' hostile .. _.
expect 'e5: a file called a\\b' hostile 'a\\b' a_b
same_name() {
    ! hostile ../2023.xml 2023.xml || return 1
    grep -q . deep/er/est/2023.xml && says 1 '[attachment-twice]' --force \
        --extract=deep/er/est hostile.pdf
}
expect 'e5: two files of one name' same_name

# A small file that becomes a large one.
bomb() {
    truncate -s 300M zeros
    qpdf "$subject" --add-attachment zeros -- bomb.pdf && rm zeros
    says 1 '[attachment-checksum]' bomb.pdf
}
expect 'e5: zeros without end are not read' bomb
large() {
    cp "$subject" large.pdf
    truncate -s 257M large.pdf
    says 6 '[pdf-large]' large.pdf
}
expect 'e5: a file beyond the limit' large

# Whatever is in the file, verify says that it is not the report.
noise() {
    size=$(wc -c <"$subject")
    i=0
    while [ $i -lt 40 ]; do
        cp "$subject" noise.pdf
        printf '\377\0<<[' | dd of=noise.pdf bs=1 conv=notrunc \
            seek=$((size * i / 40)) 2>err
        status=0
        verify noise.pdf >said 2>&1 || status=$?
        case $status in
        1 | 5 | 6) ;;
        *)
            echo "place $i: $status"
            cat said
            return 1
            ;;
        esac
        i=$((i + 1))
    done
}
expect 'e5: noise anywhere' noise
