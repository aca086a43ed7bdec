<?xml version="1.0" encoding="UTF-8"?>
<!--
  What readers see of a release, from its manifest, in one language: the page
  of all datasets, a page for each where there are many, and the feed.  The
  result is a "page" with its path for each file; pipeline/release/pages.c
  writes them.  Every word is a t:msg, every figure comes from a function.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="r">
  <xsl:include href="words.xsl"/>
  <xsl:include href="changes.xsl"/>
  <xsl:include href="frame.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="dataset.xsl"/>
  <xsl:include href="feed.xsl"/>

  <!-- The language of the pages, as in xml:lang. -->
  <xsl:param name="lang"/>

  <xsl:strip-space elements="*"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="release" select="/r:release"/>
  <xsl:variable name="datasets" select="$release/r:datasets/r:dataset"/>
  <xsl:variable name="reports" select="$datasets/r:report"/>

  <!-- So many reports that the page of all of them names datasets alone, and
       each dataset has a page of its own. -->
  <xsl:variable name="many" select="count($reports) > 120"/>

  <!-- Chinese pages have the plain names. -->
  <xsl:variable name="suffix">
    <xsl:if test="$lang = 'en'">.en</xsl:if>
  </xsl:variable>
  <xsl:variable name="other-suffix">
    <xsl:if test="$lang != 'en'">.en</xsl:if>
  </xsl:variable>
  <xsl:variable name="other-lang">
    <xsl:choose>
      <xsl:when test="$lang = 'en'">zh-CN</xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/r:release">
    <pages xmlns="">
      <page path="index{$suffix}.html">
        <xsl:call-template name="index"/>
      </page>
      <xsl:if test="$many">
        <xsl:for-each select="$datasets">
          <page path="datasets/{@id}{$suffix}.html">
            <xsl:call-template name="dataset-page"/>
          </page>
        </xsl:for-each>
      </xsl:if>
      <page path="feed{$suffix}.atom">
        <xsl:call-template name="feed"/>
      </page>
    </pages>
  </xsl:template>
</xsl:stylesheet>
