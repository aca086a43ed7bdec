<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words for what a manifest has: texts in several languages, designs,
  languages, addresses.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="t str" exclude-result-prefixes="r">

  <!-- Of texts the one in the page's language; else the first one, which says
       its language. -->
  <xsl:template name="text">
    <xsl:param name="texts"/>
    <xsl:variable name="own" select="t:text($texts)"/>
    <xsl:choose>
      <xsl:when test="$own != ''">
        <xsl:value-of select="$own"/>
      </xsl:when>
      <xsl:when test="$texts">
        <span lang="{$texts[1]/@xml:lang}">
          <xsl:value-of select="normalize-space($texts[1])"/>
        </span>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The same where no element can stand. -->
  <xsl:template name="plain-text">
    <xsl:param name="texts"/>
    <xsl:variable name="own" select="t:text($texts)"/>
    <xsl:choose>
      <xsl:when test="$own != ''">
        <xsl:value-of select="$own"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="normalize-space($texts[1])"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a dataset is told of, seen from the folder of the release.
       Context: dataset. -->
  <xsl:template name="place">
    <xsl:variable name="id" select="str:encode-uri(@id, true())"/>
    <xsl:choose>
      <xsl:when test="$many">
        <xsl:value-of select="concat('datasets/', $id, $suffix, '.html')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('#d-', $id)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== A report ==== -->

  <!-- Context: report. -->
  <xsl:template name="design">
    <xsl:choose>
      <xsl:when test="@style">
        <t:msg context="release">
          <t:text>{design}, {style}</t:text>
          <t:hole name="design">
            <xsl:call-template name="design-name"/>
          </t:hole>
          <t:hole name="style">
            <xsl:call-template name="style-name"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="design-name"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="design-name">
    <xsl:choose>
      <xsl:when test="@design = 'annual'">
        <t:msg context="design"><t:text>Annual bulletin</t:text></t:msg>
      </xsl:when>
      <xsl:when test="@design = 'brief'">
        <t:msg context="design"><t:text>Brief</t:text></t:msg>
      </xsl:when>
      <xsl:when test="@design = 'tables'">
        <t:msg context="design"><t:text>Tables</t:text></t:msg>
      </xsl:when>
      <xsl:when test="@design = 'official'">
        <t:msg context="design"><t:text>Official document</t:text></t:msg>
      </xsl:when>
      <xsl:when test="@design = 'bilingual'">
        <t:msg context="design"><t:text>Bilingual edition</t:text></t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="@design"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="style-name">
    <xsl:choose>
      <xsl:when test="@style = 'booklet'">
        <t:msg context="style"><t:text>booklet</t:text></t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="@style"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="language">
    <xsl:choose>
      <xsl:when test="@lang = 'zh_CN'">
        <t:msg context="language"><t:text>Chinese</t:text></t:msg>
      </xsl:when>
      <xsl:when test="@lang = 'en'">
        <t:msg context="language"><t:text>English</t:text></t:msg>
      </xsl:when>
      <xsl:when test="@lang = 'zh_CN+en'">
        <t:msg context="language"><t:text>Chinese and English</t:text></t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="language"><t:text>English and Chinese</t:text></t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="pages">
    <xsl:param name="pages" select="@pages"/>
    <t:msg context="release" n="$pages">
      <t:text>{pages} page</t:text>
      <t:plural>{pages} pages</t:plural>
      <t:hole name="pages" select="t:number($pages)"/>
    </t:msg>
  </xsl:template>

  <!-- Its title in its own language, with the design that tells it from
       others: where nothing else says what it is. -->
  <xsl:template name="report-title">
    <xsl:variable name="tag" select="r:title/@xml:lang"/>
    <t:msg context="release">
      <t:text>{title}: {design}</t:text>
      <t:hole name="title">
        <xsl:choose>
          <xsl:when test="$tag = $lang">
            <xsl:value-of select="r:title"/>
          </xsl:when>
          <xsl:otherwise>
            <span lang="{$tag}"><xsl:value-of select="r:title"/></span>
          </xsl:otherwise>
        </xsl:choose>
      </t:hole>
      <t:hole name="design">
        <xsl:call-template name="design"/>
      </t:hole>
    </t:msg>
  </xsl:template>

  <!-- ==== A release ==== -->

  <xsl:template name="publisher">
    <xsl:call-template name="text">
      <xsl:with-param name="texts" select="$datasets[1]/r:publisher"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="date">
    <xsl:param name="date" select="$release/@date"/>
    <xsl:variable name="day" select="substring-before($date, 'T')"/>
    <time datetime="{$day}"><xsl:value-of select="t:date($day)"/></time>
  </xsl:template>

  <xsl:template name="dataset-count">
    <xsl:param name="count" select="count($datasets)"/>
    <t:msg context="release" n="$count">
      <t:text>{count} dataset</t:text>
      <t:plural>{count} datasets</t:plural>
      <t:hole name="count" select="t:number($count)"/>
    </t:msg>
  </xsl:template>

  <xsl:template name="report-count">
    <xsl:param name="count" select="count($reports)"/>
    <t:msg context="release" n="$count">
      <t:text>{count} report</t:text>
      <t:plural>{count} reports</t:plural>
      <t:hole name="count" select="t:number($count)"/>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
