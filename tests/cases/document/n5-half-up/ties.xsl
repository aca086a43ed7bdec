<?xml version="1.0" encoding="UTF-8"?>
<!--
  N5: one rounding from the stored value, exact ties as the dataset declares
  (GB/T 8170-2008 takes the even digit); N6: the sign of what is left, none of
  nil; N7: U+2212 and commas in English.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t">
  <xsl:template match="/">
    <report date="2025-02-01">
      <head><title>N5</title></head>
      <p>8.53459 to 2: <xsl:value-of select="t:number('8.53459', 2)"/></p>
      <p>1.050 to 1: <xsl:value-of select="t:number('1.050', 1)"/></p>
      <p>0.35 to 1: <xsl:value-of select="t:number('0.35', 1)"/></p>
      <p>3.125 to 2: <xsl:value-of select="t:number('3.125', 2)"/></p>
      <p>-18.5185 to 2: <xsl:value-of select="t:number('-18.5185', 2)"/></p>
      <p>-0.05 to 1: <xsl:value-of select="t:number('-0.05', 1)"/></p>
      <p>-0.04 to 1: <xsl:value-of select="t:signed('-0.04', 1)"/></p>
    </report>
  </xsl:template>
</xsl:stylesheet>
