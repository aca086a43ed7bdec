<?xml version="1.0" encoding="UTF-8"?>
<!--
  What this edition has other than an earlier one: how much, the largest in a
  sentence, all in a table, with the reasons.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">

  <!-- A status alone that is another one confirms the figure. -->
  <xsl:variable name="revised" select="//a:revision[@what != 'status']"/>
  <xsl:variable name="confirmed" select="//a:revision[@what = 'status'
      and (@status = 'P' or @status = 'E' or @status = 'F')]"/>

  <xsl:template name="revisions">
    <xsl:if test="$data/@previous or $revised or $confirmed">
      <section id="revisions" class="appendix">
        <h>
          <t:msg>
            <t:text>Revisions</t:text>
          </t:msg>
        </h>
        <p>
          <xsl:call-template name="revision-count"/>
          <xsl:apply-templates select="$revised[@largest]" mode="largest"/>
          <xsl:call-template name="revision-confirmed"/>
        </p>
        <xsl:if test="$revised">
          <xsl:call-template name="revision-table"/>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ==== Sentences ==== -->

  <xsl:template name="revision-count">
    <xsl:choose>
      <xsl:when test="$revised and $data/@previous">
        <t:msg n="count($revised)">
          <t:text>{count} figure of the edition of {date} is revised.</t:text>
          <t:plural>{count} figures of the edition of {date} are
            revised.</t:plural>
          <t:hole name="count" select="t:number(count($revised))"/>
          <t:hole name="date" select="t:date($data/@previous)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$revised">
        <t:msg n="count($revised)">
          <t:text>{count} figure of earlier years is revised.</t:text>
          <t:plural>{count} figures of earlier years are revised.</t:plural>
          <t:hole name="count" select="t:number(count($revised))"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$data/@previous">
        <t:msg>
          <t:text>No figure of the edition of {date} is revised.</t:text>
          <t:hole name="date" select="t:date($data/@previous)"/>
        </t:msg>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Context: the largest one. -->
  <xsl:template match="a:revision" mode="largest">
    <xsl:variable name="percent" select="a:by[@kind = 'percent']"/>
    <xsl:variable name="difference" select="a:by[@kind = 'difference']"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:choose>
      <xsl:when test="t:sign($percent/@value) = 1">
        <t:msg>
          <t:text>The largest revision is that of {indicator} for {period}, from
            {before} to {now}: {value}% more.</t:text>
          <t:hole name="indicator">
            <xsl:apply-templates select="ancestor::a:indicator" mode="link"/>
          </t:hole>
          <t:hole name="period" select="t:date(../@period)"/>
          <t:hole name="before" select="t:figure(.)"/>
          <t:hole name="now" select="t:figure(..)"/>
          <t:hole name="value"
              select="t:magnitude($percent/@value, $percent/@decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>The largest revision is that of {indicator} for {period}, from
            {before} to {now}: {value}% less.</t:text>
          <t:hole name="indicator">
            <xsl:apply-templates select="ancestor::a:indicator" mode="link"/>
          </t:hole>
          <t:hole name="period" select="t:date(../@period)"/>
          <t:hole name="before" select="t:figure(.)"/>
          <t:hole name="now" select="t:figure(..)"/>
          <t:hole name="value"
              select="t:magnitude($percent/@value, $percent/@decimals)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="revision-confirmed">
    <xsl:if test="$confirmed">
      <xsl:text>&#10;</xsl:text>
      <t:msg n="count($confirmed)">
        <t:text>{count} figure that was not final is confirmed.</t:text>
        <t:plural>{count} figures that were not final are confirmed.</t:plural>
        <t:hole name="count" select="t:number(count($confirmed))"/>
      </t:msg>
    </xsl:if>
  </xsl:template>

  <!-- ==== The table ==== -->

  <xsl:template name="revision-table">
    <table id="table-revisions">
      <caption>
        <t:msg>
          <t:text>Revised figures</t:text>
        </t:msg>
      </caption>
      <col/>
      <col/>
      <col align="end"/>
      <col align="end"/>
      <col align="end"/>
      <col/>
      <thead>
        <tr>
          <th><t:msg context="table"><t:text>Indicator</t:text></t:msg></th>
          <th><t:msg context="table"><t:text>Period</t:text></t:msg></th>
          <th><t:msg context="table"><t:text>Before</t:text></t:msg></th>
          <th><t:msg context="table"><t:text>Now</t:text></t:msg></th>
          <th><t:msg context="table"><t:text>Revised by</t:text></t:msg></th>
          <th><t:msg context="table"><t:text>Reason</t:text></t:msg></th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$revised" mode="row"/>
      </tbody>
      <xsl:if test="$revised[@what = 'value'][not(@value) or
          not(../@value) or not(a:by)]">
        <notes>
          <p>
            <t:msg>
              <t:text>“…” means not available.</t:text>
            </t:msg>
          </p>
        </notes>
      </xsl:if>
    </table>
  </xsl:template>

  <xsl:template match="a:revision" mode="row">
    <xsl:variable name="now" select="../a:stated[@kind = current()/@kind and
        @base = current()/@base]"/>
    <tr>
      <th scope="row">
        <xsl:call-template name="revision-name"/>
      </th>
      <td>
        <xsl:for-each select="..">
          <xsl:call-template name="period-cell"/>
        </xsl:for-each>
      </td>
      <td>
        <xsl:call-template name="revision-figure"/>
      </td>
      <td>
        <xsl:for-each select="$now | parent::*[not($now)]">
          <xsl:call-template name="revision-figure"/>
        </xsl:for-each>
      </td>
      <td>
        <xsl:call-template name="revision-by"/>
      </td>
      <td>
        <xsl:call-template name="revision-reason">
          <xsl:with-param name="notes"
              select="(../a:note | $now/a:note)[@kind = 'revision']"/>
        </xsl:call-template>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="revision-name">
    <xsl:variable name="label"
        select="t:capital(t:text(ancestor::a:indicator/a:label))"/>
    <xsl:choose>
      <xsl:when test="@what = 'change'">
        <t:msg context="table">
          <t:text>{indicator}: change</t:text>
          <t:hole name="indicator" select="$label"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$label"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Context: a revision, the obs or the stated change. -->
  <xsl:template name="revision-figure">
    <xsl:choose>
      <xsl:when test="self::a:stated or @what = 'change'">
        <xsl:call-template name="change-cell"/>
      </xsl:when>
      <xsl:when test="@value">
        <xsl:value-of select="t:figure(.)"/>
      </xsl:when>
      <xsl:otherwise>…</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The rate, where there is one, after the amount. -->
  <xsl:template name="revision-by">
    <xsl:choose>
      <xsl:when test="not(a:by)">…</xsl:when>
      <xsl:when test="a:by[2]">
        <t:msg context="table">
          <t:text>{amount} ({rate})</t:text>
          <t:hole name="amount">
            <xsl:apply-templates select="a:by[1]"/>
          </t:hole>
          <t:hole name="rate">
            <xsl:apply-templates select="a:by[2]"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="a:by"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:by">
    <xsl:call-template name="change-cell"/>
  </xsl:template>

  <xsl:template name="revision-reason">
    <xsl:param name="notes"/>
    <xsl:choose>
      <xsl:when test="@reason = 'note'">
        <xsl:for-each select="$notes">
          <xsl:if test="position() > 1">
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
          <xsl:value-of select="t:text(a:text)"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="@reason = 'provisional'">
        <t:msg context="revision">
          <t:text>The earlier figure was provisional.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="@reason = 'estimated'">
        <t:msg context="revision">
          <t:text>The earlier figure was estimated.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="@reason = 'forecast'">
        <t:msg context="revision">
          <t:text>The earlier figure was a forecast.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="revision">
          <t:text>There was no figure before.</t:text>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
