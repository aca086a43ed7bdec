<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page that is read first: the key figures, and of themes their first
  figure in a sentence, all with their pages.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <xsl:template name="summary">
    <xsl:if test="$keys or $mains">
      <section id="summary" class="summary" numbered="false">
        <h>
          <t:msg>
            <t:text>Main results</t:text>
          </t:msg>
        </h>
        <xsl:call-template name="key-figure-grid">
          <xsl:with-param name="most" select="count($keys)"/>
          <xsl:with-param name="has-page" select="true()"/>
        </xsl:call-template>
        <!-- Of many themes, those that no key figure is of. -->
        <xsl:variable name="results" select="$data/a:theme
            [not(a:indicator/@id = $keys/@id) or not($mains[9])]
            /a:indicator[@id = $mains]
            [a:obs[@current]/@value or @id = $developing/@id]"/>
        <xsl:if test="$results">
          <ul>
            <xsl:apply-templates select="$results" mode="result"/>
          </ul>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One figure, set large, for the cover. -->
  <xsl:template name="cover-figure">
    <xsl:for-each select="$keys">
      <xsl:sort select="@key" data-type="number"/>
      <xsl:if test="position() = 1">
        <xsl:apply-templates select="." mode="key"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="a:indicator" mode="result">
    <li>
      <t:msg context="result">
        <t:text>{theme} (page {page}): {sentence}</t:text>
        <t:hole name="theme">
          <strong><xsl:value-of select="t:text(../a:label)"/></strong>
        </t:hole>
        <t:hole name="page"><ref to="theme-{../@id}" what="page"/></t:hole>
        <t:hole name="sentence">
          <xsl:choose>
            <xsl:when test="a:obs[@current]/@value">
              <xsl:apply-templates select="." mode="dated">
                <xsl:with-param name="is-dated" select="true()"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="developments-sentence">
                <xsl:with-param name="series" select="."/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </t:hole>
      </t:msg>
    </li>
  </xsl:template>
</xsl:stylesheet>
