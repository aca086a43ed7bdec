# A translation that loses a figure, and a catalogue that is not one, stop the
# report; what was there stays.
mkdir -p other/bin other/share/locale/zh_CN/LC_MESSAGES
cp "$(command -v layout)" other/bin/layout
ln -s "$(dirname "$(dirname "$(command -v layout)")")/share/gongbao" \
    other/share/gongbao
cat >data.xml <<'END'
<aggregated xmlns="urn:gongbao:aggregated:1" id="a" year="2024"/>
END
cat >t.xsl <<'END'
<xsl:stylesheet version="1.0" xmlns:t="urn:gongbao:template:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    extension-element-prefixes="t">
  <xsl:template match="/">
    <report>
      <t:msg>
        <t:text>{count} in {year}</t:text>
        <t:hole name="count" select="5034"/>
        <t:hole name="year" select="2024"/>
      </t:msg>
    </report>
  </xsl:template>
</xsl:stylesheet>
END
catalogue() {
    {
        printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        cat
    } | msgfmt -o other/share/locale/zh_CN/LC_MESSAGES/gongbao-report.mo -
}
made() {
    other/bin/layout --to=document --template=./t.xsl --lang=zh_CN -o out \
        data.xml 2>err || echo "= $?"
    sed 's,([^)]*/other/,(other/,' err
    cat out
}
echo 'the last one' >out
made
echo 'msgid "Known"
msgstr "已知"' | catalogue
made
echo 'msgid "Contents"
msgstr "目录"
msgid "{count} in {year}"
msgstr "{count}"' | catalogue
made
echo 'msgid "Contents"
msgstr "目录"
msgid "{count} in {year}"
msgstr "{year}年{count}{unit}"' | catalogue
made
echo 'msgid "Contents"
msgstr "目录"
msgid "{count} in {year}"
msgstr "{year}年{count}"' | catalogue
made
