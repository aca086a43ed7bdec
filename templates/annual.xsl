<?xml version="1.0" encoding="UTF-8"?>
<!--
  The annual bulletin of a dataset: cover, contents, main results, a section a
  theme; comparison, notes and sources as appendices; index.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">
  <xsl:import href="common.xsl"/>
  <xsl:include href="key-figures.xsl"/>
  <xsl:include href="summary.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="revisions.xsl"/>
  <xsl:include href="annual-text.xsl"/>
  <xsl:include href="annual-tables.xsl"/>
  <xsl:include href="charts.xsl"/>

  <xsl:template match="/a:aggregated">
    <xsl:variable name="body">
      <xsl:call-template name="summary"/>
      <xsl:apply-templates select="a:theme"/>
      <xsl:if test="$stated">
        <xsl:call-template name="comparison"/>
      </xsl:if>
      <xsl:call-template name="revisions"/>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="sources"/>
      <xsl:call-template name="index"/>
    </xsl:variable>
    <report xml:lang="{$lang}" date="{@prepared}" class="annual">
      <xsl:call-template name="head">
        <xsl:with-param name="subject">
          <t:msg>
            <t:text>Annual bulletin, {area}, {year}</t:text>
            <t:hole name="area" select="t:text(a:refArea)"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="cover">
        <xsl:with-param name="figure">
          <xsl:call-template name="cover-figure"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="contents">
        <xsl:with-param name="depth" select="2"/>
        <xsl:with-param name="body" select="exsl:node-set($body)"/>
      </xsl:call-template>
      <xsl:copy-of select="$body"/>
    </report>
  </xsl:template>

  <!-- ==== A theme ==== -->

  <xsl:template match="a:theme">
    <section id="theme-{@id}">
      <h><xsl:value-of select="t:text(a:label)"/></h>
      <xsl:call-template name="narrative"/>
      <xsl:call-template name="main-table"/>
      <xsl:call-template name="series"/>
      <xsl:call-template name="charts"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
