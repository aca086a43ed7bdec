<?xml version="1.0" encoding="UTF-8"?>
<!--
  A dataset on one page: the key figures, five sentences, one chart.  What is
  told is chosen by the keys of the data and by what changed.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:d="urn:gongbao:document:1" xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a d">
  <xsl:import href="common.xsl"/>
  <xsl:include href="key-figures.xsl"/>
  <xsl:include href="annual-text.xsl"/>
  <xsl:include href="charts.xsl"/>

  <xsl:template match="/a:aggregated">
    <xsl:variable name="chart">
      <xsl:call-template name="chart"/>
    </xsl:variable>
    <report xml:lang="{$lang}" date="{@prepared}" class="brief">
      <xsl:call-template name="head">
        <xsl:with-param name="subject">
          <t:msg>
            <t:text>Brief, {area}, {year}</t:text>
            <t:hole name="area" select="t:text(a:refArea)"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
      <section id="brief" numbered="false">
        <h><xsl:call-template name="title"/></h>
        <xsl:call-template name="key-figure-grid">
          <xsl:with-param name="most" select="4"/>
        </xsl:call-template>
        <xsl:call-template name="sentences">
          <xsl:with-param name="figure"
              select="exsl:node-set($chart)/d:figure"/>
        </xsl:call-template>
        <xsl:copy-of select="$chart"/>
        <xsl:call-template name="imprint"/>
      </section>
    </report>
  </xsl:template>

  <!-- ==== Five sentences ==== -->

  <!-- Key indicators before others, those with a change before others, then
       by key. -->
  <xsl:template name="sentences">
    <xsl:param name="figure"/>
    <xsl:variable name="order">
      <xsl:for-each select="a:theme/a:indicator[@kind != 'event']
          [a:obs[@current]/@value]">
        <xsl:sort select="not(@key)"/>
        <xsl:sort select="not(a:obs[@current][a:stated or a:change])"/>
        <xsl:sort select="@key" data-type="number"/>
        <i id="{@id}" theme="{parent::a:theme/@id}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="chosen"
        select="exsl:node-set($order)/*[not(position() > 5)]"/>
    <xsl:variable name="is-of-year" select="not(a:theme/a:indicator
        [@id = $chosen/@id]/a:obs[@current][@period != $year])"/>
    <xsl:variable name="root" select="."/>
    <!-- The first sentence of the theme of the chart names the chart. -->
    <xsl:variable name="theme" select="key('indicator',
        substring-after($figure/@id, 'figure-'))/parent::a:theme/@id"/>
    <xsl:variable name="naming" select="$chosen[@theme = $theme][1]/@id"/>
    <xsl:if test="$chosen">
      <ul>
        <xsl:for-each select="$chosen">
          <xsl:variable name="id" select="@id"/>
          <xsl:variable name="first" select="position() = 1"/>
          <xsl:for-each select="$root/a:theme/a:indicator[@id = $id]">
            <li>
              <xsl:apply-templates select="." mode="dated">
                <xsl:with-param name="is-dated"
                    select="$first or not($is-of-year)"/>
              </xsl:apply-templates>
              <xsl:if test="@id = $naming">
                <xsl:text>&#10;</xsl:text>
                <xsl:call-template name="pointer">
                  <xsl:with-param name="figure" select="$figure"/>
                </xsl:call-template>
              </xsl:if>
              <xsl:call-template name="footnote"/>
            </li>
          </xsl:for-each>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="pointer">
    <xsl:param name="figure"/>
    <xsl:variable name="label" select="t:capital(t:text(a:label))"/>
    <xsl:choose>
      <xsl:when test="$figure//d:category = $label or
          $figure//d:series/@label = $label">
        <t:msg>
          <t:text>See {figure}.</t:text>
          <t:hole name="figure"><ref to="{$figure/@id}"/></t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>More on this theme is in {figure}.</t:text>
          <t:hole name="figure"><ref to="{$figure/@id}"/></t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What readers must know of the figure. -->
  <xsl:template name="footnote">
    <xsl:variable name="notes" select="(a:note | a:obs[@current]/a:note
        | a:obs[@current]/a:stated/a:note)[@kind != 'revision']"/>
    <xsl:if test="$notes">
      <footnote>
        <xsl:for-each select="$notes">
          <xsl:if test="position() > 1">
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
          <xsl:value-of select="t:text(a:text)"/>
        </xsl:for-each>
      </footnote>
    </xsl:if>
  </xsl:template>

  <!-- ==== One chart ==== -->

  <!-- The first of the theme of the first key indicator that has one, else
       the first of all. -->
  <xsl:template name="chart">
    <xsl:variable name="order">
      <xsl:for-each select="a:theme/a:indicator[@key]">
        <xsl:sort select="@key" data-type="number"/>
        <i theme="{parent::a:theme/@id}"/>
      </xsl:for-each>
      <xsl:for-each select="a:theme">
        <i theme="{@id}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="first-chart">
      <xsl:with-param name="order" select="exsl:node-set($order)/*"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Of the themes in their order; no more are made than are needed. -->
  <xsl:template name="first-chart">
    <xsl:param name="order"/>
    <xsl:variable name="charts">
      <xsl:for-each select="a:theme[@id = $order[1]/@theme]">
        <xsl:call-template name="charts"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="first" select="exsl:node-set($charts)/*[1]"/>
    <xsl:choose>
      <!-- Its source is named at the foot of the page. -->
      <xsl:when test="$first">
        <figure id="{$first/@id}">
          <xsl:copy-of select="$first/d:chart | $first/d:figcaption"/>
        </figure>
      </xsl:when>
      <xsl:when test="$order[2]">
        <xsl:call-template name="first-chart">
          <xsl:with-param name="order" select="$order[position() > 1]"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Who says it, after what ==== -->

  <xsl:template name="imprint">
    <p class="source">
      <t:msg context="imprint">
        <t:text>{publisher}, {date}.</t:text>
        <t:hole name="publisher" select="t:text(a:publisher)"/>
        <t:hole name="date" select="t:date(@prepared)"/>
      </t:msg>
      <xsl:variable name="sources"
          select="a:sources/a:source[key('cite', @id)]"/>
      <xsl:if test="$sources">
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="source-words">
          <xsl:with-param name="sources" select="$sources"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$is-provisional">
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="provisional-note"/>
      </xsl:if>
      <xsl:if test="$data/a:theme/a:indicator[@key]/a:obs[@current]
          [a:change][not(a:stated)]">
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="changes-note"/>
      </xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
