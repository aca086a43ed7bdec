<?xml version="1.0" encoding="UTF-8"?>
<!-- A figure of the data in an expression. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:template match="a:obs">
    <p><xsl:value-of select="t:number('18.65', @decimals)"/></p>
  </xsl:template>
</xsl:stylesheet>
