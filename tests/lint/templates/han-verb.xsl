<?xml version="1.0" encoding="UTF-8"?>
<!-- A verb typed in Chinese: what if the value fell? -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:template match="a:obs">
    <p><xsl:value-of select="concat('增长', t:number(@value))"/></p>
  </xsl:template>
</xsl:stylesheet>
