<?xml version="1.0" encoding="UTF-8"?>
<!-- One places: what is counted is not told to gettext. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:gongbao:template:1" extension-element-prefixes="t">
  <xsl:template match="/">
    <t:msg>
      <t:text>up {value} places</t:text>
      <t:hole name="value" select="t:magnitude(@value)"/>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
