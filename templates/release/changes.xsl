<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is another than in the release before, in words: of a dataset, of a
  report, of the release.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="r">

  <!-- ==== A dataset ==== -->

  <!-- In clauses: "2 figures revised, 12 new figures".  Context: dataset. -->
  <xsl:template name="data-change">
    <xsl:variable name="clauses">
      <xsl:call-template name="data-clauses"/>
    </xsl:variable>
    <xsl:value-of select="t:clauses(exsl:node-set($clauses)/*)"/>
  </xsl:template>

  <xsl:template name="data-clauses">
    <xsl:variable name="figures" select="r:changed/r:figures"/>
    <xsl:if test="@change = 'new'">
      <clause>
        <t:msg context="change"><t:text>new dataset</t:text></t:msg>
      </clause>
    </xsl:if>
    <xsl:for-each select="r:changed/r:year">
      <clause>
        <t:msg context="change">
          <t:text>for {year} instead of {before}</t:text>
          <t:hole name="year" select="t:named(../../@year)"/>
          <t:hole name="before" select="t:named(@before)"/>
        </t:msg>
      </clause>
    </xsl:for-each>
    <xsl:if test="$figures/@changed > 0">
      <clause>
        <t:msg context="change" n="$figures/@changed">
          <t:text>{count} figure revised</t:text>
          <t:plural>{count} figures revised</t:plural>
          <t:hole name="count" select="t:number($figures/@changed)"/>
        </t:msg>
      </clause>
    </xsl:if>
    <xsl:if test="$figures/@added > 0">
      <clause>
        <t:msg context="change" n="$figures/@added">
          <t:text>{count} new figure</t:text>
          <t:plural>{count} new figures</t:plural>
          <t:hole name="count" select="t:number($figures/@added)"/>
        </t:msg>
      </clause>
    </xsl:if>
    <xsl:if test="$figures/@removed > 0">
      <clause>
        <t:msg context="change" n="$figures/@removed">
          <t:text>{count} figure withdrawn</t:text>
          <t:plural>{count} figures withdrawn</t:plural>
          <t:hole name="count" select="t:number($figures/@removed)"/>
        </t:msg>
      </clause>
    </xsl:if>
    <xsl:if test="r:changed/r:texts">
      <clause>
        <t:msg context="change"><t:text>texts revised</t:text></t:msg>
      </clause>
    </xsl:if>
    <xsl:if test="r:changed and not(r:changed/*[not(self::r:prepared)])">
      <clause>
        <t:msg context="change"><t:text>data revised</t:text></t:msg>
      </clause>
    </xsl:if>
  </xsl:template>

  <!-- A figure that is new, another one or gone.  Context: figure. -->
  <xsl:template name="figure-change">
    <xsl:choose>
      <xsl:when test="@change = 'changed'">
        <t:msg context="change">
          <t:text>{figure}: {after} instead of {before}</t:text>
          <t:hole name="figure">
            <xsl:call-template name="figure-name"/>
          </t:hole>
          <t:hole name="after" select="t:text(r:after)"/>
          <t:hole name="before" select="t:text(r:before)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@change = 'added'">
        <t:msg context="change">
          <t:text>{figure}: {after}, new</t:text>
          <t:hole name="figure">
            <xsl:call-template name="figure-name"/>
          </t:hole>
          <t:hole name="after" select="t:text(r:after)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change">
          <t:text>{figure}: withdrawn, before {before}</t:text>
          <t:hole name="figure">
            <xsl:call-template name="figure-name"/>
          </t:hole>
          <t:hole name="before" select="t:text(r:before)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Its label, and of when it is, where that is known. -->
  <xsl:template name="figure-name">
    <xsl:choose>
      <xsl:when test="t:text(r:date) = ''">
        <xsl:value-of select="t:text(r:label)"/>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change">
          <t:text>{label} ({date})</t:text>
          <t:hole name="label" select="t:text(r:label)"/>
          <t:hole name="date" select="t:text(r:date)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== A report ==== -->

  <!-- In a few words; nothing of one that is the same.  Context: report. -->
  <xsl:template name="report-change">
    <xsl:choose>
      <xsl:when test="r:changed/r:pages">
        <t:msg context="change">
          <t:text>{what} (before: {pages})</t:text>
          <t:hole name="what">
            <xsl:call-template name="report-kind-of-change"/>
          </t:hole>
          <t:hole name="pages">
            <xsl:call-template name="pages">
              <xsl:with-param name="pages" select="r:changed/r:pages/@before"/>
            </xsl:call-template>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="report-kind-of-change"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="report-kind-of-change">
    <xsl:choose>
      <xsl:when test="@change = 'new'">
        <t:msg context="change"><t:text>new</t:text></t:msg>
      </xsl:when>
      <xsl:when test="r:changed/r:data">
        <t:msg context="change"><t:text>data revised</t:text></t:msg>
      </xsl:when>
      <xsl:when test="r:changed/r:design">
        <t:msg context="change">
          <t:text>wording or design revised</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="@change = 'changed'">
        <t:msg context="change"><t:text>revised</t:text></t:msg>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ==== The release ==== -->

  <!-- Datasets of which something is another, in the order of the manifest. -->
  <xsl:variable name="news" select="$datasets[@change != 'same' or
      r:report/@change != 'same']"/>
  <xsl:variable name="gone" select="$release/r:removed/r:report"/>
  <!-- As many are told one by one; of the others there is a count. -->
  <xsl:variable name="told" select="20"/>
  <!-- Where no more have news, these come with their first figures. -->
  <xsl:variable name="detailed" select="10"/>

  <!-- How many reports are new, revised, withdrawn, as they were. -->
  <xsl:template name="release-change">
    <xsl:variable name="clauses">
      <xsl:call-template name="report-counts"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($release/@previous)">
        <t:msg context="change">
          <t:text>This is the first release: {datasets}, {reports}.</t:text>
          <t:hole name="datasets">
            <xsl:call-template name="dataset-count"/>
          </t:hole>
          <t:hole name="reports">
            <xsl:call-template name="report-count"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change">
          <t:text>Since the last release: {reports}.</t:text>
          <t:hole name="reports"
              select="t:clauses(exsl:node-set($clauses)/*)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="report-counts">
    <xsl:variable name="new" select="count($reports[@change = 'new'])"/>
    <xsl:variable name="changed"
        select="count($reports[@change = 'changed'])"/>
    <xsl:variable name="same" select="count($reports[@change = 'same'])"/>
    <xsl:if test="$new > 0">
      <clause>
        <xsl:call-template name="new-reports">
          <xsl:with-param name="count" select="$new"/>
        </xsl:call-template>
      </clause>
    </xsl:if>
    <xsl:if test="$changed > 0">
      <clause>
        <t:msg context="change" n="$changed">
          <t:text>{count} report revised</t:text>
          <t:plural>{count} reports revised</t:plural>
          <t:hole name="count" select="t:number($changed)"/>
        </t:msg>
      </clause>
    </xsl:if>
    <xsl:if test="$gone">
      <clause>
        <t:msg context="change" n="count($gone)">
          <t:text>{count} report withdrawn</t:text>
          <t:plural>{count} reports withdrawn</t:plural>
          <t:hole name="count" select="t:number(count($gone))"/>
        </t:msg>
      </clause>
    </xsl:if>
    <xsl:if test="$same > 0">
      <clause>
        <t:msg context="change" n="$same">
          <t:text>{count} report as before</t:text>
          <t:plural>{count} reports as before</t:plural>
          <t:hole name="count" select="t:number($same)"/>
        </t:msg>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template name="new-reports">
    <xsl:param name="count"/>
    <t:msg context="change" n="$count">
      <t:text>{count} new report</t:text>
      <t:plural>{count} new reports</t:plural>
      <t:hole name="count" select="t:number($count)"/>
    </t:msg>
  </xsl:template>

  <!-- What is told of a dataset among the news. -->
  <xsl:template name="dataset-change">
    <xsl:variable name="clauses">
      <xsl:call-template name="data-clauses"/>
      <xsl:variable name="new" select="count(r:report[@change = 'new'])"/>
      <xsl:variable name="restyled" select="count(r:report[
          @change = 'changed' and not(r:changed/r:data)])"/>
      <xsl:if test="$new > 0">
        <clause>
          <xsl:call-template name="new-reports">
            <xsl:with-param name="count" select="$new"/>
          </xsl:call-template>
        </clause>
      </xsl:if>
      <xsl:if test="$restyled > 0">
        <clause>
          <t:msg context="change" n="$restyled">
            <t:text>{count} report revised in wording or design</t:text>
            <t:plural>{count} reports revised in wording or
              design</t:plural>
            <t:hole name="count" select="t:number($restyled)"/>
          </t:msg>
        </clause>
      </xsl:if>
    </xsl:variable>
    <xsl:value-of select="t:clauses(exsl:node-set($clauses)/*)"/>
  </xsl:template>

  <xsl:template name="news">
    <section class="news" aria-labelledby="news">
      <h2 id="news">
        <t:msg context="release"><t:text>What is new</t:text></t:msg>
      </h2>
      <p><xsl:call-template name="release-change"/></p>
      <xsl:if test="$release/@previous">
        <ul>
          <xsl:for-each select="$news[position() &lt;= $told]">
            <li><xsl:call-template name="dataset-news"/></li>
          </xsl:for-each>
          <xsl:for-each select="$gone[position() &lt;= $told]">
            <li><xsl:call-template name="withdrawn"/></li>
          </xsl:for-each>
        </ul>
        <xsl:if test="count($news) > $told">
          <p>
            <t:msg context="change">
              <t:text>Something is new in {datasets}; the first are named
                here, all are marked in the list.</t:text>
              <t:hole name="datasets">
                <xsl:call-template name="dataset-count">
                  <xsl:with-param name="count" select="count($news)"/>
                </xsl:call-template>
              </t:hole>
            </t:msg>
          </p>
        </xsl:if>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="dataset-news">
    <xsl:variable name="place">
      <xsl:call-template name="place"/>
    </xsl:variable>
    <t:msg context="change">
      <t:text>{dataset}: {what}</t:text>
      <t:hole name="dataset">
        <a href="{$place}">
          <xsl:call-template name="text">
            <xsl:with-param name="texts" select="r:title"/>
          </xsl:call-template>
        </a>
      </t:hole>
      <t:hole name="what">
        <xsl:call-template name="dataset-change"/>
      </t:hole>
    </t:msg>
    <xsl:if test="r:changed/r:figures/r:figure and
        count($news) &lt;= $detailed">
      <ul>
        <xsl:for-each select="r:changed/r:figures/r:figure">
          <li><xsl:call-template name="figure-change"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="withdrawn">
    <t:msg context="change">
      <t:text>Withdrawn: {report}, {language}</t:text>
      <t:hole name="report">
        <xsl:call-template name="report-title"/>
      </t:hole>
      <t:hole name="language">
        <xsl:call-template name="language"/>
      </t:hole>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
