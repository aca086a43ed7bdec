<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="lang"/>
  <xsl:template match="/">
    <report xml:lang="{$lang}" date="2025-03-01">
      <head><title>Two</title></head>
      <table>
        <col/>
        <col align="decimal"/>
        <tbody>
          <tr><th scope="row">A</th><td>1,234.5</td></tr>
          <tr>
            <th scope="row">B</th>
            <td>
              <xsl:if test="$lang = 'zh-CN'">2608.33</xsl:if>
              <xsl:if test="$lang = 'en'">over 260.833</xsl:if>
            </td>
          </tr>
        </tbody>
      </table>
    </report>
  </xsl:template>
</xsl:stylesheet>
