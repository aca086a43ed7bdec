<?xml version="1.0" encoding="UTF-8"?>
<!-- Key figures: the few that a reader sees first. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <xsl:variable name="keys" select="$data/a:theme/a:indicator[@key]
      [a:obs[@current]/@value]"/>

  <!-- The first of them, in the order of their keys. -->
  <xsl:template name="key-figure-grid">
    <xsl:param name="most"/>
    <xsl:param name="has-page" select="false()"/>
    <xsl:if test="$keys">
      <keyfigures>
        <xsl:for-each select="$keys">
          <xsl:sort select="@key" data-type="number"/>
          <xsl:if test="not(position() > $most)">
            <xsl:apply-templates select="." mode="key">
              <xsl:with-param name="has-page" select="$has-page"/>
            </xsl:apply-templates>
          </xsl:if>
        </xsl:for-each>
      </keyfigures>
    </xsl:if>
  </xsl:template>

  <!-- has-page: with the page of its theme's table. -->
  <xsl:template match="a:indicator" mode="key">
    <xsl:param name="has-page" select="false()"/>
    <xsl:variable name="obs" select="a:obs[@current]"/>
    <keyfigure>
      <label><xsl:value-of select="t:capital(t:text(a:label))"/></label>
      <xsl:choose>
        <xsl:when test="@kind = 'rank' or @kind = 'ordinal'">
          <value><xsl:value-of select="t:figure($obs)"/></value>
        </xsl:when>
        <xsl:otherwise>
          <value><xsl:value-of select="t:figure-number($obs)"/></value>
          <unit><xsl:value-of select="t:figure-unit($obs)"/></unit>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:variable name="detail">
        <xsl:apply-templates select="$obs" mode="key-detail"/>
      </xsl:variable>
      <xsl:variable name="status">
        <xsl:apply-templates select="$obs" mode="status-line"/>
      </xsl:variable>
      <xsl:if test="$detail != '' or $status != '' or $has-page">
        <detail>
          <xsl:value-of select="$detail"/>
          <xsl:if test="$status != ''">
            <xsl:if test="$detail != ''"><br/></xsl:if>
            <xsl:value-of select="$status"/>
          </xsl:if>
          <xsl:if test="$has-page">
            <xsl:if test="$detail != '' or $status != ''"><br/></xsl:if>
            <t:msg context="key">
              <t:text>Page {page}</t:text>
              <t:hole name="page"><ref to="i-{@id}" what="page"/></t:hole>
            </t:msg>
          </xsl:if>
        </detail>
      </xsl:if>
    </keyfigure>
  </xsl:template>

  <!-- The change, else the scope and edition of a rank, else the period. -->
  <xsl:template match="a:obs" mode="key-detail">
    <xsl:variable name="change" select="(a:stated | a:change)[1]"/>
    <xsl:choose>
      <xsl:when test="$change and ../@kind = 'rank'">
          <t:msg context="key">
            <t:text>{scope}, {change}</t:text>
            <t:hole name="scope"
                select="t:capital(t:text(../a:universe/a:scope))"/>
            <t:hole name="change">
              <xsl:for-each select="$change">
                <xsl:call-template name="change-words"/>
              </xsl:for-each>
            </t:hole>
          </t:msg>
      </xsl:when>
      <xsl:when test="$change">
          <xsl:for-each select="$change">
            <xsl:call-template name="change-words"/>
          </xsl:for-each>
      </xsl:when>
      <xsl:when test="../@kind = 'rank'">
          <xsl:value-of select="t:capital(t:text(../a:universe/a:scope))"/>
      </xsl:when>
      <xsl:when test="@period != 'unknown'">
        <xsl:value-of select="t:date(@period, @phase)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
