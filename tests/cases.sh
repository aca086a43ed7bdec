# shellcheck shell=sh disable=SC2154 # root, bin: of setup.sh
# Sourced by tests/run and tests/accept: what each kind of case is, and how it
# runs.  run_case KIND PATH runs one in its own folder and calls
#     result EXPECTED-FILE ACTUAL-FILE     for each output
#     status_is EXPECTED ACTUAL STATUS-FILE
#     broken WHY                           a case that is not one
# which tests/run and tests/accept define in their own ways.

# What of the tree differs from its last commit: the tests may not add to it.
changes() {
    { git status --porcelain && git diff; } 2>/dev/null || :
}

# list_cases KIND: "KIND PATH" a line.
list_cases() {
    case $1 in
    unit) find "$BUILD/unit" -name '*_test' ! -name '*.*' 2>/dev/null ;;
    validate) find tests/cases/validate -name '*.xml' ;;
    aggregate | document | import | export | pages)
        find "tests/cases/$1" -mindepth 1 -type d -links 2
        ;;
    layout) find tests/cases/layout -name '*.xml' ;;
    cli) find tests/cases/cli -name '*.sh' ;;
    *) find "tests/$1" -maxdepth 1 -name '*.sh' -perm -u+x ;;
    esac 2>/dev/null | LC_ALL=C sort | sed "s,^,$1 ,"
}

# words FILE: its words, as arguments; nothing when it is not there.
words() {
    [ ! -f "$1" ] || cat "$1"
}

# run STDOUT STDERR COMMAND...: sets $status; words of an .env file come first.
run() {
    stdout=$1 stderr=$2 status=0
    shift 2
    # shellcheck disable=SC2046 # words are meant
    env $(words "$name.env") timeout 120 "$@" >"$stdout" 2>"$stderr" </dev/null ||
        status=$?
}

# What stderr leads one to expect of the exit status, unless a file says it.
expected_status() {
    if [ -f "$1" ]; then
        cat "$1"
    elif [ -f "$2" ] && grep -q ' error: ' "$2"; then
        echo 1
    else
        echo 0
    fi
}

case_validate() {
    # shellcheck disable=SC2046
    run "$TMPDIR/out" "$TMPDIR/err" validate $(words "$name.args") "$name.xml"
    result "$name.err" "$TMPDIR/err"
    result /dev/null "$TMPDIR/out"
    status_is "$(expected_status "$name.status" "$name.err")" "$status" \
        "$name.status"
}

# Where nothing is expected, the file may be left out.
or_nothing() {
    if [ -f "$1" ]; then
        result "$1" "$2"
    else
        result /dev/null "$2" "$1"
    fi
}

case_aggregate() {
    # shellcheck disable=SC2046
    run "$TMPDIR/out" "$TMPDIR/err" aggregate $(words args) -o - [0-9]*.xml
    status_is "$(expected_status status expected.err)" "$status" status
    if [ "$status" = 0 ]; then
        result expected.xml "$TMPDIR/out"
        xmllint --noout --schema "$root/data/schema/aggregated.xsd" \
            "$TMPDIR/out" 2>"$TMPDIR/schema" ||
            broken "$(head -n 3 "$TMPDIR/schema")"
    else
        or_nothing expected.xml "$TMPDIR/out"
    fi
    or_nothing expected.err "$TMPDIR/err"
}

# What is imported is a good dataset, and its figures are found again in the
# file; a file "unchecked" says why that is not asked for.
case_import() {
    # shellcheck disable=SC2046
    run "$TMPDIR/out" "$TMPDIR/err" import $(words args) -o -
    status_is "$(expected_status status expected.err)" "$status" status
    if [ "$status" = 0 ]; then
        result expected.xml "$TMPDIR/out"
        [ -f unchecked ] ||
            validate --werror --sources=. "$TMPDIR/out" 2>"$TMPDIR/check" ||
            broken "$(head -n 5 "$TMPDIR/check")"
    else
        or_nothing expected.xml "$TMPDIR/out"
    fi
    or_nothing expected.err "$TMPDIR/err"
}

# All files that are written, each called expected.SUFFIX.
case_export() {
    rm -rf "$TMPDIR/exported" && mkdir "$TMPDIR/exported"
    # shellcheck disable=SC2046
    run "$TMPDIR/out" "$TMPDIR/err" export $(words args) \
        -o "$TMPDIR/exported/expected.out"
    status_is "$(expected_status status expected.err)" "$status" status
    for file in "$TMPDIR/exported"/* expected.[!e]*; do
        [ ! -f "$file" ] || result "${file##*/}" "$TMPDIR/exported/${file##*/}"
    done
    result /dev/null "$TMPDIR/out"
    or_nothing expected.err "$TMPDIR/err"
}

case_document() {
    arguments=$(words args)
    for lang in zh_CN en; do
        # shellcheck disable=SC2086
        run "$TMPDIR/out" "$TMPDIR/err" layout --to=document \
            ${arguments:---template=annual.xsl} --lang=$lang -o - aggregated.xml
        status_is "$(expected_status status expected.$lang.err)" \
            "$status" status
        result "expected.$lang.xml" "$TMPDIR/out"
        or_nothing "expected.$lang.err" "$TMPDIR/err"
    done
}

# What readers see of a release, of its manifest alone; the style is no case.
case_pages() {
    rm -rf "$TMPDIR/made"
    run "$TMPDIR/out" "$TMPDIR/err" "$BUILD/tests/pages" manifest.xml \
        "$TMPDIR/made"
    status_is 0 "$status" ''
    for file in index.html index.en.html feed.atom feed.en.atom; do
        result "expected.$file" "$TMPDIR/made/$file"
    done
    result /dev/null "$TMPDIR/err"
}

# The tables that the PDF carries, each behind its name.
case_csv() {
    rm -rf "$TMPDIR/carried" && mkdir "$TMPDIR/carried"
    run "$TMPDIR/out" "$TMPDIR/err" layout -o "$TMPDIR/case.pdf" "$name.xml"
    result /dev/null "$TMPDIR/err" "$name.err"
    pdfdetach -saveall -o "$TMPDIR/carried" "$TMPDIR/case.pdf" >"$TMPDIR/out" ||
        broken 'pdfdetach cannot take out what is carried'
    for file in "$TMPDIR"/carried/*.csv; do
        echo "== ${file##*/}"
        cat "$file"
    done >"$TMPDIR/out"
    result "$name.csv" "$TMPDIR/out"
}

case_layout() {
    [ -f backends ] || broken "no file backends beside it"
    backends=$(grep -v '^#' backends) || broken "no backend in backends"
    for backend in $backends; do
        case $backend in
        trace | tex | err) to=${backend#err} ;;
        csv)
            case_csv
            continue
            ;;
        *) broken "backends names $backend; it can be trace, tex, csv, err" ;;
        esac
        arguments=$(words "$name.args")
        # What shows in messages alone may be another format's.
        case $arguments in
        *--to=*) ;;
        *) arguments="--to=${to:-trace} $arguments" ;;
        esac
        # shellcheck disable=SC2086
        run "$TMPDIR/out" "$TMPDIR/err" layout $arguments -o - "$name.xml"
        status_is "$(expected_status "$name.status" "$name.err")" "$status" \
            "$name.status"
        [ "$backend" = err ] || result "$name.$backend" "$TMPDIR/out"
        case " $(echo "$backends" | tr '\n' ' ')" in
        *' err '*) result "$name.err" "$TMPDIR/err" ;;
        *) result /dev/null "$TMPDIR/err" "$name.err" ;;
        esac
    done
}

case_cli() {
    name=$PWD/$name
    rm -rf "$TMPDIR/cwd" && mkdir "$TMPDIR/cwd"
    cd "$TMPDIR/cwd" || return
    # shellcheck disable=SC2016 # the inner shell expands them
    run "$TMPDIR/out" "$TMPDIR/err" sh -eu -c \
        'root=$1; . "$2" 2>&1' sh "$root" "$name.sh"
    cd "$root" || return
    result "$name.out" "$TMPDIR/out"
    result /dev/null "$TMPDIR/err"
    status_is 0 "$status" ''
}

run_case() {
    case $1 in
    aggregate | document | import | export | pages)
        cd "$2" || return
        name=case
        ;;
    *)
        cd "$(dirname "$2")" || return
        name=$(basename "$2")
        name=${name%.*}
        ;;
    esac
    "case_$1"
}
