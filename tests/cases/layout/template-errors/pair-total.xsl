<?xml version="1.0" encoding="UTF-8"?>
<!-- Totals may be grouped differently, and no more: 1,200 is 1200. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="lang"/>
  <xsl:variable name="comma">
    <xsl:if test="$lang = 'en'">,</xsl:if>
  </xsl:variable>
  <xsl:variable name="last">
    <xsl:choose>
      <xsl:when test="$lang = 'en'">1,400</xsl:when>
      <xsl:otherwise>1300</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:template match="/">
    <report xml:lang="{$lang}" date="2025-03-01">
      <head><title>Two</title></head>
      <figure>
        <chart type="stacked-bar" alt="Bars.">
          <category total="1{$comma}200">2023</category>
          <category total="{$last}">2024</category>
          <series label="Ships">
            <point value="1200"/>
            <point value="1300"/>
          </series>
        </chart>
      </figure>
    </report>
  </xsl:template>
</xsl:stylesheet>
