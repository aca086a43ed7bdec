<?xml version="1.0" encoding="UTF-8"?>
<!-- A verb that was not chosen by sign. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:template match="a:obs">
    <p>
      <t:msg>
        <t:text>{indicator} rose by {value}%.</t:text>
        <t:hole name="indicator" select="t:text(../a:label)"/>
        <t:hole name="value" select="t:number(@value)"/>
      </t:msg>
    </p>
  </xsl:template>
</xsl:stylesheet>
