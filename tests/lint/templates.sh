#!/bin/sh
# Templates say nothing by themselves: no digit of the data, no Chinese (that
# is in the catalogue), no words outside messages.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

digits=0123456789
letters=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ

# none XPATH: no template has such a node.
none() {
    bad=0
    for template in templates/*.xsl; do
        if xmllint --nonet --xpath "$1" "$template" 2>/dev/null; then
            echo " in $template"
            bad=1
        fi
    done
    return $bad
}

no_digits() {
    none "//*[local-name() = 'text' or local-name() = 'plural' or
        namespace-uri() = 'urn:gongbao:document:1']/text()[translate(.,
        '$digits', '') != .]"
}

no_han() {
    ! sed 's/<!--.*-->//' templates/*.xsl | LC_ALL=C grep -n "$(printf '\344\|\345\|\346\|\347\|\350\|\351')"
}

# Text that stands in the document's own elements would bypass the catalogue.
no_words() {
    none "//*[namespace-uri() = 'urn:gongbao:document:1']/text()[translate(.,
        '$letters', '') != .]"
}

expect 'no digit in the text of a template' no_digits
expect 'no Chinese in a template' no_han
expect 'no words outside messages' no_words
