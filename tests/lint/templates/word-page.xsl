<?xml version="1.0" encoding="UTF-8"?>
<!-- A word that no catalogue will translate. -->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:template match="a:obs">
    <p>Unit: <xsl:value-of select="t:unit(.)"/></p>
  </xsl:template>
</xsl:stylesheet>
