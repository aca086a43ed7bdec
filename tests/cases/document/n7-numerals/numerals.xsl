<?xml version="1.0" encoding="UTF-8"?>
<!--
  N7: English has a comma every three digits, Chinese none; the minus sign is
  U+2212 in both, whatever the data have.  N3: a nought before the point.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t">
  <xsl:template match="/">
    <report date="2025-02-01">
      <head><title>N7</title></head>
      <p><xsl:value-of select="t:number('999.5')"/></p>
      <p><xsl:value-of select="t:number('1234.5')"/></p>
      <p><xsl:value-of select="t:number('-1234567.25')"/></p>
      <p><xsl:value-of select="t:signed('12345', 0)"/></p>
      <p><xsl:value-of select="t:number('3/5', 1)"/></p>
    </report>
  </xsl:template>
</xsl:stylesheet>
