<?xml version="1.0" encoding="UTF-8"?>
<!--
  The statistical tables of a dataset alone, as in a yearbook: cover,
  contents, the tables of each theme with their remarks below them, notes,
  sources.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:d="urn:gongbao:document:1" xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a d">
  <xsl:import href="common.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="revisions.xsl"/>
  <xsl:include href="annual-text.xsl"/>
  <xsl:include href="annual-tables.xsl"/>

  <xsl:template match="/a:aggregated">
    <xsl:variable name="themes">
      <xsl:apply-templates select="a:theme"/>
    </xsl:variable>
    <report xml:lang="{$lang}" date="{@prepared}" class="tables">
      <xsl:call-template name="head">
        <xsl:with-param name="subject">
          <t:msg>
            <t:text>Statistical tables, {area}, {year}</t:text>
            <t:hole name="area" select="t:text(a:refArea)"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="cover">
        <xsl:with-param name="subtitle">
          <t:msg>
            <t:text>Statistical tables, {year}</t:text>
            <t:hole name="year" select="t:date(@year)"/>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="contents">
        <xsl:with-param name="depth" select="1"/>
        <xsl:with-param name="body" select="exsl:node-set($themes)"/>
      </xsl:call-template>
      <xsl:apply-templates select="exsl:node-set($themes)/*" mode="tables"/>
      <xsl:call-template name="revisions"/>
      <section id="notes" class="appendix">
        <h>
          <t:msg>
            <t:text>Notes</t:text>
          </t:msg>
        </h>
        <xsl:call-template name="notes-general"/>
        <xsl:call-template name="notes-definitions"/>
      </section>
      <section id="sources" class="appendix">
        <h>
          <t:msg>
            <t:text>Sources</t:text>
          </t:msg>
        </h>
        <xsl:call-template name="source-list"/>
        <xsl:call-template name="citations"/>
        <xsl:call-template name="computations">
          <xsl:with-param name="figures"
              select="$computed-year[not(self::a:implied)]"/>
        </xsl:call-template>
      </section>
    </report>
  </xsl:template>

  <!-- A theme of nothing but events has no table. -->
  <xsl:template match="a:theme">
    <xsl:variable name="tables">
      <xsl:call-template name="main-table"/>
      <xsl:call-template name="series"/>
    </xsl:variable>
    <xsl:if test="$tables != ''">
      <section id="theme-{@id}">
        <h><xsl:value-of select="t:text(a:label)"/></h>
        <xsl:copy-of select="$tables"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ==== Remarks stand below their table, numbered there ==== -->

  <xsl:template match="@*|node()" mode="tables">
    <xsl:param name="table"/>
    <xsl:param name="remarks" select="/.."/>
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" mode="tables">
        <xsl:with-param name="table" select="$table"/>
        <xsl:with-param name="remarks" select="$remarks"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:table" mode="tables">
    <!-- Each remark of the table once, as the mark that leads to it. -->
    <xsl:variable name="marks">
      <xsl:for-each select=".//d:a[starts-with(@href, '#note-')]">
        <m href="{@href}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="remarks" select="exsl:node-set($marks)/*
        [not(@href = preceding-sibling::*/@href)]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*|node()[not(self::d:notes)]"
          mode="tables">
        <xsl:with-param name="table" select="@id"/>
        <xsl:with-param name="remarks" select="$remarks"/>
      </xsl:apply-templates>
      <xsl:if test="d:notes or $remarks">
        <notes>
          <xsl:copy-of select="d:notes/*"/>
          <xsl:apply-templates select="$remarks" mode="remark">
            <xsl:with-param name="table" select="@id"/>
          </xsl:apply-templates>
        </notes>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:a[starts-with(@href, '#note-')]" mode="tables">
    <xsl:param name="table"/>
    <xsl:param name="remarks"/>
    <xsl:variable name="href" select="@href"/>
    <xsl:for-each select="$remarks">
      <xsl:if test="@href = $href">
        <a href="#{$table}-note-{position()}">[<xsl:value-of
            select="position()"/>]</a>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="remark">
    <xsl:param name="table"/>
    <xsl:variable name="text" select="exsl:node-set($remark-list)/*
        [@number = substring-after(current()/@href, '#note-')]/@key"/>
    <p id="{$table}-note-{position()}">
      <xsl:text>[</xsl:text>
      <xsl:value-of select="position()"/>
      <xsl:text>] </xsl:text>
      <xsl:for-each select="$data">
        <xsl:value-of select="t:text(key('remark', $text)[1]/a:text)"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- Events are in no table. -->
  <xsl:template match="a:indicator[@kind = 'event']" mode="link">
    <xsl:param name="label" select="t:text(a:label)"/>
    <xsl:value-of select="$label"/>
  </xsl:template>
</xsl:stylesheet>
