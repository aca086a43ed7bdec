#!/bin/sh
# Templates say nothing by themselves: no digit of the data, no Chinese (that
# is in the catalogue), no words outside messages, and no verb of change but in
# the files that choose it by sign.  Each file in tests/lint/templates has one
# fault, is named after the rule that must find it, and must be found.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

templates=$(echo templates/*.xsl templates/release/*.xsl)
digits=0123456789
letters=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ

# Elements of what the templates make; what a computer reads is no word.
output="(namespace-uri() = 'urn:gongbao:document:1' or
    namespace-uri() = 'http://www.w3.org/1999/xhtml' and
    local-name() != 'code' or
    namespace-uri() = 'http://www.w3.org/2005/Atom' and
    local-name() != 'generator')"

# The files that have the verbs, of template and catalogue.
words='templates/words-[a-z]*.xsl'

english='up|down|higher|lower|more than|less than|unchanged|exceeded'
english="$english|(rise|rose|risen|rising|fall|fell|fallen|falling)s?"
english="$english|(grew|grow|grown|growing|growth|gain|gained|gaining)s?"
english="$english|(increas|decreas|declin|doubl|quadrupl)[a-z]*"
english="$english|(drop|shrink|turn)[a-z]*|(contribut|add)(ed|ing)"
chinese='增长|下降|上升|提高|降低|增加|减少|升至|降至|增至|减至|上涨|下跌|回落'
chinese="$chinese|前移|后移|持平|翻一番|翻两番|翻番|突破|净增|净减|扭亏|转亏"
chinese="$chinese|转正|转负|贡献率|拉动|下拉|同比|环比|比上年"

# none XPATH FILE...: no template has such a node.
none() {
    xpath=$1
    bad=0
    shift
    for template; do
        if xmllint --nonet --xpath "$xpath" "$template" 2>/dev/null; then
            echo " in $template"
            bad=1
        fi
    done
    return $bad
}

# A digit in the name of a standard is none of the data.
digit() {
    none "//*[local-name() = 'text' or local-name() = 'plural' or
        $output]/text()[. != 'SHA-256'][translate(., '$digits', '') != .]" "$@"
}

# In an expression a string is a name of something, never a figure.
literal() {
    ! grep -nE "(select|test)=\"[^\"]*'[^'\"]*[0-9][^'\"]*'" "$@"
}

# What is not in a comment, by line.
without_comments() {
    awk '{
        text = $0
        while (text != "") {
            if (inside) {
                end = index(text, "-->")
                if (!end) break
                text = substr(text, end + 3)
                inside = 0
            } else {
                start = index(text, "<!--")
                if (!start) { print FILENAME ":" FNR ": " text; break }
                print FILENAME ":" FNR ": " substr(text, 1, start - 1)
                text = substr(text, start + 4)
                inside = 1
            }
        }
    }' "$@"
}

han() {
    ! without_comments "$@" | LC_ALL=C grep "$(printf '[\344-\351]')"
}

# Text that stands in the document's own elements would bypass the catalogue.
word() {
    none "//*[$output]/text()[translate(., '$letters', '') != .]" "$@"
}

# Messages of the files that choose no verb have none.
verb() {
    bad=0
    for template; do
        # shellcheck disable=SC2254 # a pattern is meant
        case $template in $words) continue ;; esac
        if xmllint --nonet --xpath "//*[local-name() = 'text' or
            local-name() = 'plural']/text()" "$template" 2>/dev/null |
            grep -iwE "$english"; then
            echo " in $template"
            bad=1
        fi
    done
    return $bad
}

# catalogue FILE: "place of use, tab, translation", a line each.
catalogue() {
    msgcat --no-wrap "$1" | awk '
        /^#: / { places = places substr($0, 3) }
        /^msgid / { id = $0 }
        /^msgstr/ { print places " \t" $0 }
        /^$/ { places = "" }'
}

# A translation has no verb that its message was not chosen for.
verb_translated() {
    ! catalogue "$1" | sed "s,$words,,g" |
        awk -F '\t' '$1 ~ /templates/' | grep -E "$chinese"
}

# Nor a figure; the number of a standard is its name.
digit_translated() {
    ! catalogue "$1" | awk -F '\t' '$1 ~ /templates/ { print $2 }' |
        sed -e 's/^msgstr\[[0-9]\]//' -e 's,GB/T [0-9]*\|SHA-256,,g' | grep '[0-9]'
}

# found RULE FILE: the rule finds the fault.
found() {
    ! "$1" "$2" >"$TMPDIR/found" && [ -s "$TMPDIR/found" ]
}

# shellcheck disable=SC2086 # words are meant
{
    expect 'no digit in the text of a template' digit $templates
    expect 'no figure in an expression of a template' literal $templates
    expect 'no Chinese in a template' han $templates
    expect 'no words outside messages' word $templates
    expect 'no verb of change outside words-*.xsl' verb $templates
}
expect 'no verb of change in the translation of another message' \
    verb_translated templates/po/zh_CN.po
expect 'no digit in a translation' digit_translated templates/po/zh_CN.po

for fixture in tests/lint/templates/*; do
    rule=${fixture##*/}
    rule=${rule%.*}
    expect "${fixture##*/} is found at fault" \
        found "${rule%%-*}" "$fixture"
done
