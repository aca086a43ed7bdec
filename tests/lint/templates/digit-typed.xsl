<?xml version="1.0" encoding="UTF-8"?>
<!-- A figure of the data, typed. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:template match="a:obs">
    <p>
      <t:msg>
        <t:text>The target of {year} is 2600 units.</t:text>
        <t:hole name="year" select="t:date(@period)"/>
      </t:msg>
    </p>
  </xsl:template>
</xsl:stylesheet>
