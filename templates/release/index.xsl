<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page of a release: what is new, then every dataset with its reports; or,
  where there are many, a list of datasets by year, each leading to its page.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="r">

  <xsl:key name="year" match="r:dataset" use="@year"/>

  <xsl:template name="index">
    <html lang="{$lang}">
      <xsl:call-template name="head">
        <xsl:with-param name="title">
          <xsl:call-template name="plain-text">
            <xsl:with-param name="texts" select="r:title"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="texts" select="r:title"/>
        <xsl:with-param name="name">index</xsl:with-param>
      </xsl:call-template>
      <body>
        <xsl:call-template name="skip"/>
        <xsl:call-template name="masthead"/>
        <main id="main">
          <div class="column">
            <xsl:call-template name="news"/>
            <xsl:choose>
              <xsl:when test="$many">
                <xsl:call-template name="catalogue"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="contents"/>
                <xsl:for-each select="$datasets">
                  <xsl:call-template name="dataset-section"/>
                </xsl:for-each>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:call-template name="checking"/>
          </div>
        </main>
        <xsl:call-template name="footer"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="masthead">
    <header>
      <div class="column">
        <!-- A release without a title of its own has the publisher's name. -->
        <xsl:if test="not($datasets[t:text(r:publisher) !=
            t:text($datasets[1]/r:publisher)]) and
            t:text($datasets[1]/r:publisher) != t:text(r:title)">
          <p class="publisher">
            <xsl:call-template name="text">
              <xsl:with-param name="texts" select="$datasets[1]/r:publisher"/>
            </xsl:call-template>
          </p>
        </xsl:if>
        <h1>
          <xsl:call-template name="text">
            <xsl:with-param name="texts" select="r:title"/>
          </xsl:call-template>
        </h1>
        <p class="dateline">
          <xsl:call-template name="date"/>
          <span><xsl:call-template name="dataset-count"/></span>
          <span><xsl:call-template name="report-count"/></span>
        </p>
        <xsl:call-template name="languages">
          <xsl:with-param name="name">index</xsl:with-param>
        </xsl:call-template>
      </div>
    </header>
  </xsl:template>

  <!-- More datasets than a screen or two holds. -->
  <xsl:template name="contents">
    <xsl:if test="count($datasets) > 5">
      <nav class="years">
        <xsl:attribute name="aria-label">
          <t:msg context="page"><t:text>Datasets</t:text></t:msg>
        </xsl:attribute>
        <ul>
          <xsl:for-each select="$datasets">
            <li>
              <a href="#d-{@id}">
                <xsl:call-template name="text">
                  <xsl:with-param name="texts" select="r:title"/>
                </xsl:call-template>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- ==== Many datasets ==== -->

  <xsl:template name="catalogue">
    <xsl:variable name="years" select="$datasets[generate-id() =
        generate-id(key('year', @year)[1])]"/>
    <xsl:if test="count($years) > 1">
      <nav class="years">
        <xsl:attribute name="aria-label">
          <t:msg context="page"><t:text>Years</t:text></t:msg>
        </xsl:attribute>
        <ul>
          <xsl:for-each select="$years">
            <xsl:sort select="@year" order="descending"/>
            <li>
              <a href="#year-{@year}">
                <xsl:value-of select="t:date(@year)"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
    <xsl:for-each select="$years">
      <xsl:sort select="@year" order="descending"/>
      <section class="catalogue" aria-labelledby="year-{@year}">
        <h2 id="year-{@year}">
          <t:msg context="page">
            <t:text>Bulletins for {year}</t:text>
            <t:hole name="year" select="t:named(@year)"/>
          </t:msg>
        </h2>
        <xsl:variable name="step">
          <xsl:call-template name="step"/>
        </xsl:variable>
        <xsl:call-template name="jumps">
          <xsl:with-param name="step" select="$step"/>
        </xsl:call-template>
        <ul class="rows">
          <xsl:for-each select="key('year', @year)">
            <xsl:sort select="t:sort-key(t:text(r:title))"/>
            <xsl:sort select="@id"/>
            <li>
              <xsl:if test="position() mod $step = 1">
                <xsl:attribute name="id">
                  <xsl:value-of select="concat('r-', @id)"/>
                </xsl:attribute>
              </xsl:if>
              <xsl:call-template name="row"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- So many rows of a year lie between two that a link leads to: a screen
       or two, and no more than twenty links.  Context: dataset. -->
  <xsl:template name="step">
    <xsl:variable name="twentieth"
        select="ceiling(count(key('year', @year)) div 20)"/>
    <xsl:choose>
      <xsl:when test="$twentieth > 30">
        <xsl:value-of select="$twentieth"/>
      </xsl:when>
      <xsl:otherwise>30</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Links into a long list, as the heads of a dictionary's pages: each is
       the area, or where all are of one the title, that a part begins with. -->
  <xsl:template name="jumps">
    <xsl:param name="step"/>
    <xsl:variable name="rows" select="key('year', @year)"/>
    <xsl:variable name="is-one-area"
        select="not($rows[t:text(r:refArea) != t:text($rows[1]/r:refArea)])"/>
    <xsl:if test="count($rows) > 2 * $step">
      <nav class="jumps">
        <xsl:attribute name="aria-label">
          <t:msg context="page">
            <t:text>Parts of the list of {year}</t:text>
            <t:hole name="year" select="t:named(@year)"/>
          </t:msg>
        </xsl:attribute>
        <ul>
          <xsl:for-each select="$rows">
            <xsl:sort select="t:sort-key(t:text(r:title))"/>
            <xsl:sort select="@id"/>
            <xsl:if test="position() mod $step = 1">
              <li>
                <a href="#r-{@id}">
                  <t:msg context="page">
                    <t:text>from {name}</t:text>
                    <t:hole name="name">
                      <xsl:call-template name="text">
                        <xsl:with-param name="texts" select="r:refArea[not(
                            $is-one-area)] | r:title[$is-one-area]"/>
                      </xsl:call-template>
                    </t:hole>
                  </t:msg>
                  <span class="unseen">
                    <t:msg context="hidden">
                      <t:text>, {year}</t:text>
                      <t:hole name="year" select="t:named(@year)"/>
                    </t:msg>
                  </span>
                </a>
              </li>
            </xsl:if>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="row">
    <xsl:variable name="place">
      <xsl:call-template name="place"/>
    </xsl:variable>
    <a href="{$place}">
      <xsl:call-template name="text">
        <xsl:with-param name="texts" select="r:title"/>
      </xsl:call-template>
    </a>
    <!-- Most titles name it. -->
    <xsl:if test="t:text(r:refArea) = '' or
        not(contains(t:text(r:title), t:text(r:refArea)))">
      <xsl:text> </xsl:text>
      <span>
        <xsl:call-template name="text">
          <xsl:with-param name="texts" select="r:refArea"/>
        </xsl:call-template>
      </span>
    </xsl:if>
    <xsl:text> </xsl:text>
    <span>
      <xsl:call-template name="report-count">
        <xsl:with-param name="count" select="count(r:report)"/>
      </xsl:call-template>
    </span>
    <xsl:if test="$release/@previous and
        (@change != 'same' or r:report/@change != 'same')">
      <xsl:text> </xsl:text>
      <span class="change"><xsl:call-template name="dataset-change"/></span>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
