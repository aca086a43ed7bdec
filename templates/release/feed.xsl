<?xml version="1.0" encoding="UTF-8"?>
<!--
  The feed of the reports that are in this language (RFC 4287), the newest
  first.  A report keeps its entry for as long as it is in the release.

  Ids are UUIDs of names (RFC 9562, version 5): of the address that the release
  is published at, or where there is none of the publisher, and of the report.
  So they stay when a file or a title changes.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/2005/Atom"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    xmlns:str="http://exslt.org/strings"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl str" exclude-result-prefixes="r">

  <!-- Readers drop a feed that is too long: the newest entries, and one for
       the release that counts all. -->
  <xsl:variable name="entries" select="500"/>

  <xsl:variable name="own" select="$reports[contains(concat('+', @lang, '+'),
      concat('+', $code, '+'))]"/>
  <xsl:variable name="who">
    <xsl:choose>
      <xsl:when test="$release/@url">
        <xsl:value-of select="$release/@url"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('urn:gongbao:release:',
            normalize-space($datasets[1]/r:publisher[1]), ':')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="feed">
    <feed xml:lang="{$lang}">
      <id>
        <xsl:value-of select="concat('urn:uuid:',
            t:uuid(concat($who, 'feed', $suffix, '.atom')))"/>
      </id>
      <title>
        <xsl:call-template name="plain-text">
          <xsl:with-param name="texts" select="r:title"/>
        </xsl:call-template>
      </title>
      <updated><xsl:value-of select="@date"/></updated>
      <author>
        <name>
          <xsl:call-template name="plain-text">
            <xsl:with-param name="texts" select="$datasets[1]/r:publisher"/>
          </xsl:call-template>
        </name>
      </author>
      <generator version="{@version}">gongbao</generator>
      <xsl:if test="@url">
        <link rel="self" type="application/atom+xml"
            href="{@url}feed{$suffix}.atom"/>
      </xsl:if>
      <link rel="alternate" type="text/html" hreflang="{$lang}"
          href="{@url}index{$suffix}.html"/>
      <xsl:if test="count($own) > $entries">
        <xsl:call-template name="release-entry"/>
      </xsl:if>
      <xsl:for-each select="$own">
        <xsl:sort select="@updated" order="descending"/>
        <xsl:sort select="@name"/>
        <xsl:if test="position() &lt;= $entries">
          <xsl:call-template name="entry"/>
        </xsl:if>
      </xsl:for-each>
    </feed>
  </xsl:template>

  <!-- Context: report. -->
  <xsl:template name="entry">
    <xsl:variable name="place">
      <xsl:for-each select="..">
        <xsl:call-template name="place"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="title">
      <xsl:call-template name="report-title"/>
    </xsl:variable>
    <xsl:variable name="design">
      <xsl:call-template name="design"/>
    </xsl:variable>
    <entry>
      <id>
        <xsl:value-of select="concat('urn:uuid:',
            t:uuid(concat($who, @name)))"/>
      </id>
      <title><xsl:value-of select="$title"/></title>
      <updated><xsl:value-of select="@updated"/></updated>
      <xsl:if test="t:text(../r:publisher) !=
          t:text($datasets[1]/r:publisher)">
        <author>
          <name>
            <xsl:call-template name="plain-text">
              <xsl:with-param name="texts" select="../r:publisher"/>
            </xsl:call-template>
          </name>
        </author>
      </xsl:if>
      <category term="{@design}" label="{$design}"/>
      <link rel="alternate" type="text/html" hreflang="{$lang}">
        <xsl:attribute name="href">
          <xsl:value-of select="$release/@url"/>
          <xsl:if test="not($many)">
            <xsl:value-of select="concat('index', $suffix, '.html')"/>
          </xsl:if>
          <xsl:value-of select="$place"/>
        </xsl:attribute>
      </link>
      <xsl:for-each select="r:file[@kind = 'pdf']">
        <link rel="enclosure" type="application/pdf" length="{@size}"
            href="{$release/@url}{str:encode-uri(@path, false())}"/>
      </xsl:for-each>
      <summary><xsl:call-template name="entry-summary"/></summary>
    </entry>
  </xsl:template>

  <xsl:template name="entry-summary">
    <xsl:variable name="description">
      <t:msg context="feed">
        <t:text>{design}, {area}, {year}; {language}, {pages}.</t:text>
        <t:hole name="design">
          <xsl:call-template name="design"/>
        </t:hole>
        <t:hole name="area">
          <xsl:call-template name="plain-text">
            <xsl:with-param name="texts" select="../r:refArea"/>
          </xsl:call-template>
        </t:hole>
        <t:hole name="year" select="t:date(../@year)"/>
        <t:hole name="language">
          <xsl:call-template name="language"/>
        </t:hole>
        <t:hole name="pages">
          <xsl:call-template name="pages"/>
        </t:hole>
      </t:msg>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@change = 'changed'">
        <t:msg context="feed">
          <t:text>{description} {change}</t:text>
          <t:hole name="description" select="$description"/>
          <t:hole name="change">
            <xsl:call-template name="entry-change"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$description"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What changed, with the first figures of its data. -->
  <xsl:template name="entry-change">
    <xsl:variable name="clauses">
      <xsl:if test="r:changed/r:data">
        <xsl:for-each select="..">
          <xsl:call-template name="data-clauses"/>
        </xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="what">
      <xsl:call-template name="report-change"/>
      <xsl:if test="exsl:node-set($clauses)/*">
        <t:msg context="feed">
          <t:text>: {what}</t:text>
          <t:hole name="what"
              select="t:clauses(exsl:node-set($clauses)/*)"/>
        </t:msg>
      </xsl:if>
    </xsl:variable>
    <t:msg context="feed">
      <t:text>Since the last release: {what}.</t:text>
      <t:hole name="what">
        <xsl:value-of select="$what"/>
        <xsl:if test="r:changed/r:data">
          <xsl:for-each select="../r:changed/r:figures/r:figure">
            <t:msg context="feed">
              <t:text>; {figure}</t:text>
              <t:hole name="figure">
                <xsl:call-template name="figure-change"/>
              </t:hole>
            </t:msg>
          </xsl:for-each>
        </xsl:if>
      </t:hole>
    </t:msg>
  </xsl:template>

  <xsl:template name="release-entry">
    <entry>
      <id>
        <xsl:value-of select="concat('urn:uuid:',
            t:uuid(concat($who, 'release:', @serial)))"/>
      </id>
      <title>
        <t:msg context="feed">
          <t:text>Release of {date}</t:text>
          <t:hole name="date"
              select="t:date(substring-before(@date, 'T'))"/>
        </t:msg>
      </title>
      <updated><xsl:value-of select="@date"/></updated>
      <link rel="alternate" type="text/html" hreflang="{$lang}"
          href="{@url}index{$suffix}.html"/>
      <summary><xsl:call-template name="release-change"/></summary>
    </entry>
  </xsl:template>
</xsl:stylesheet>
