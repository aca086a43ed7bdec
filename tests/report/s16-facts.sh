#!/bin/sh
# S16: Chinese and English say the same facts in the same order.  The facts are
# the figures by what they come from, not their words; for every design that a
# dataset names, and for each kind of sentence of the fixtures.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

# facts TEMPLATE LANGUAGE DATA: where, and of what; not how it is printed.
facts() {
    layout --to=facts --template="$1" --lang="$2" -o - "$3" >"$TMPDIR/facts"
    cut -f 1,2 "$TMPDIR/facts"
}

same() {
    facts "$1" zh_CN "$2" >"$TMPDIR/zh"
    facts "$1" en "$2" >"$TMPDIR/en"
    if [ ! -s "$TMPDIR/zh" ]; then
        echo 'no facts at all'
        return 1
    fi
    diff "$TMPDIR/zh" "$TMPDIR/en"
}

designs() {
    sed -n 's/^\([a-z][a-z]*\).*/\1/p' "$1" | sort -u
}

for reports in data/*/reports; do
    folder=${reports%/*}
    name=${folder##*/}
    for design in $(designs "$reports"); do
        expect "$name: $design says the same facts in both languages" \
            same "$design.xsl" "$BUILD/work/$name/aggregated.xml"
    done
done
for data in tests/cases/document/s[0-9]*/aggregated.xml; do
    name=${data%/*}
    expect "${name##*/} says the same facts in both languages" \
        same official.xsl "$data"
done

# A template that leaves a figure out of one language is found.
cat >"$TMPDIR/one-sided.xsl" <<'END'
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:param name="lang"/>
  <xsl:template match="/">
    <report><xsl:for-each select="//a:obs[@value]">
      <xsl:if test="$lang = 'en' or position() != 2">
        <p><xsl:value-of select="t:figure(.)"/></p>
      </xsl:if>
    </xsl:for-each></report>
  </xsl:template>
</xsl:stylesheet>
END
differs() {
    ! same "$TMPDIR/one-sided.xsl" tests/cases/document/s04-verbs/aggregated.xml
}
expect 'a figure that only one language has is found' differs
