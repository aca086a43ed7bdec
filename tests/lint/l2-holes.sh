#!/bin/sh
# L1, L2: a translation has the holes of its message, in whatever order, those
# of a count have a plural, and what two languages say in different words has a
# context.  The lint finds what is planted in tests/lint/holes.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# messages PO: "context, text, plural, translation" a line, between tabs.
messages() {
    msgattrib --no-wrap --no-obsolete "$1" | awk '
        function text(line) {
            sub(/^[^"]*"/, "", line)
            sub(/"$/, "", line)
            return line
        }
        function flush() {
            if (id != "") print context "\t" id "\t" plural "\t" str
            context = id = plural = str = ""
        }
        /^msgctxt / { context = text($0); at = "c" }
        /^msgid / { id = text($0); at = "i" }
        /^msgid_plural / { plural = text($0); at = "p" }
        /^msgstr/ { str = text($0); at = "s" }
        /^"/ {
            if (at == "i") id = id text($0)
            if (at == "p") plural = plural text($0)
            if (at == "s") str = str text($0)
        }
        /^$/ { flush() }
        END { flush() }'
}

# The holes of each text are the same, but for their order.
holes() {
    ! messages "$1" | awk -F '\t' '
        function list(text, all, n, i, names, j, t) {
            n = 0
            while (match(text, /\{[a-z]+\}/)) {
                names[++n] = substr(text, RSTART, RLENGTH)
                text = substr(text, RSTART + RLENGTH)
            }
            for (i = 1; i <= n; i++)
                for (j = i + 1; j <= n; j++)
                    if (names[j] < names[i]) {
                        t = names[i]; names[i] = names[j]; names[j] = t
                    }
            all = ""
            for (i = 1; i <= n; i++) all = all names[i]
            return all
        }
        list($2) != list($4) || ($3 != "" && list($3) != list($4)) {
            print $2 " | " $4
        }' | grep .
}

# A number before a word that has a plural is counted by ngettext; catalogues
# have the singular alone, by which it is looked up.
plurals() {
    bad=0
    for template; do
        if xmllint --nonet --xpath "//*[local-name() = 'msg'][not(*[local-name()
            = 'plural'])]/*[local-name() = 'text'][contains(., '} place') or
            contains(., '} percentage point') or contains(., '} time') and
            not(contains(., '} times over')) or
            contains(., '} doubling')]/text()" "$template" 2>/dev/null; then
            echo " in $template"
            bad=1
        fi
    done
    return $bad
}

# One text of one word, in two senses, is told apart by its context.
contexts() {
    ! messages "$1" | awk -F '\t' '$1 == "" && $2 ~ /^[a-z]+$/' | grep .
}

found() {
    ! "$1" "$2" >"$TMPDIR/found" && [ -s "$TMPDIR/found" ]
}

expect 'a translation has the holes of its message' \
    holes templates/po/zh_CN.po
expect 'a word alone has a context' contexts templates/po/zh_CN.po
expect 'what is counted has a plural' plurals templates/*.xsl
for po in tests/lint/holes/*; do
    name=${po##*/}
    expect "$name is found at fault" found "${name%%-*}" "$po"
done
