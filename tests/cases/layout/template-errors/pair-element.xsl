<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="lang"/>
  <xsl:template match="/">
    <report xml:lang="{$lang}" date="2025-03-01">
      <head><title>Two</title></head>
      <section>
        <h>A</h>
        <p>B</p>
        <xsl:if test="$lang = 'zh-CN'"><p>C</p></xsl:if>
      </section>
    </report>
  </xsl:template>
</xsl:stylesheet>
