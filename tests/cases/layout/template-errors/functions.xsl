<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">
  <xsl:template match="/">
    <report>
      <xsl:value-of select="t:figure()"/>
      <xsl:value-of select="t:figure(//a:nothing)"/>
      <xsl:value-of select="t:figure(//a:obs[4])"/>
      <xsl:value-of select="t:figure(//a:obs[2])"/>
      <xsl:value-of select="t:figure(//a:obs[3])"/>
      <xsl:value-of select="t:number('1,5')"/>
      <xsl:value-of select="t:scale(//a:nothing)"/>
      <xsl:value-of select="t:value('1', 0, //a:unit, 'maybe')"/>
      <xsl:value-of select="t:compare('1', 'one')"/>
      <p><xsl:value-of select="t:figure(//a:obs[1])"/></p>
    </report>
  </xsl:template>
</xsl:stylesheet>
