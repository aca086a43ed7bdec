<?xml version="1.0" encoding="UTF-8"?>
<!--
  The content of the annual bulletin as an official document after GB/T 9704:
  title, the text by themes, the list of attachments, publisher and date; the
  tables and what is said of single figures are attachments.  What no dataset
  has is left out: the red head, the number of the document, the seal.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:d="urn:gongbao:document:1" xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a d">
  <xsl:import href="common.xsl"/>
  <xsl:import href="notes.xsl"/>
  <xsl:import href="annual-text.xsl"/>
  <xsl:import href="annual-tables.xsl"/>

  <xsl:template match="/a:aggregated">
    <xsl:variable name="attachments">
      <xsl:call-template name="attachments"/>
    </xsl:variable>
    <report xml:lang="{$lang}" date="{@prepared}" class="official">
      <xsl:call-template name="head">
        <xsl:with-param name="subject">
          <t:msg>
            <t:text>Annual bulletin, {area}, {year}</t:text>
            <t:hole name="area" select="t:text(a:refArea)"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
      <cover>
        <title><xsl:call-template name="title"/></title>
      </cover>
      <p>
        <t:msg context="official">
          <t:text>The figures of the {title} for {year} are published below;
            the tables and what is to be said of single figures are
            attached.</t:text>
          <t:hole name="title" select="t:text(a:title)"/>
          <t:hole name="year" select="t:date(@year)"/>
        </t:msg>
      </p>
      <xsl:apply-templates select="a:theme"/>
      <xsl:call-template name="about"/>
      <ol class="attachments">
        <xsl:for-each select="exsl:node-set($attachments)/*">
          <li><a href="#{@id}"><xsl:copy-of select="d:h/node()"/></a></li>
        </xsl:for-each>
      </ol>
      <p class="signature"><xsl:value-of select="t:text(a:publisher)"/></p>
      <p class="date"><xsl:value-of select="t:date(@prepared)"/></p>
      <xsl:apply-templates select="exsl:node-set($attachments)/*"
          mode="attachment"/>
    </report>
  </xsl:template>

  <xsl:template match="a:theme">
    <section id="theme-{@id}">
      <h><xsl:value-of select="t:text(a:label)"/></h>
      <xsl:call-template name="narrative"/>
    </section>
  </xsl:template>

  <!-- Events in running text, as the figures are. -->
  <xsl:template name="events">
    <xsl:variable name="events">
      <xsl:for-each select="a:indicator[@kind = 'event'][a:obs[@current]]">
        <xsl:sort select="a:obs[@current]/@period"/>
        <xsl:apply-templates select="." mode="event"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exsl:node-set($events)/*">
      <p>
        <xsl:for-each select="exsl:node-set($events)/*">
          <span id="{@id}"><xsl:copy-of select="node()"/></span>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What holds for all figures belongs to the text. -->
  <xsl:template name="about">
    <xsl:variable name="sections">
      <xsl:call-template name="notes-general"/>
      <xsl:call-template name="notes-definitions"/>
    </xsl:variable>
    <section id="notes">
      <h>
        <t:msg>
          <t:text>Notes</t:text>
        </t:msg>
      </h>
      <xsl:apply-templates select="exsl:node-set($sections)/*" mode="text"/>
    </section>
  </xsl:template>

  <xsl:template name="attachments">
    <section id="tables">
      <h>
        <t:msg context="official">
          <t:text>Tables</t:text>
        </t:msg>
      </h>
      <xsl:for-each select="a:theme">
        <xsl:call-template name="main-table">
          <xsl:with-param name="has-unit-line" select="true()"/>
        </xsl:call-template>
        <xsl:call-template name="series"/>
      </xsl:for-each>
    </section>
    <xsl:if test="$stated">
      <xsl:call-template name="comparison"/>
    </xsl:if>
    <xsl:call-template name="notes-remarks"/>
    <xsl:call-template name="sources"/>
  </xsl:template>

  <xsl:template match="d:section" mode="attachment">
    <section class="attachment">
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates mode="text"/>
    </section>
  </xsl:template>

  <!-- An official document has paragraphs where others have bullets. -->
  <xsl:template match="@*|node()" mode="text">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" mode="text"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="d:ul" mode="text">
    <xsl:apply-templates mode="text"/>
  </xsl:template>
  <xsl:template match="d:ul/d:li" mode="text">
    <p><xsl:apply-templates select="@*|node()" mode="text"/></p>
  </xsl:template>
</xsl:stylesheet>
