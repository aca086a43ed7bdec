<?xml version="1.0" encoding="UTF-8"?>
<!--
  The annual bulletin of a dataset: cover, key figures, contents, a section a
  theme, notes, sources, index.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">
  <xsl:import href="common.xsl"/>
  <xsl:include href="annual-text.xsl"/>
  <xsl:include href="annual-tables.xsl"/>

  <xsl:template match="/a:aggregated">
    <report xml:lang="{$lang}" date="{@prepared}" class="annual">
      <head>
        <title>
          <t:msg>
            <t:text>{title} {year}</t:text>
            <t:hole name="title" select="t:text(a:title)"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </title>
        <author><xsl:value-of select="t:text(a:publisher)"/></author>
        <subject>
          <t:msg>
            <t:text>Annual bulletin, {area}, {year}</t:text>
            <t:hole name="area" select="t:text(a:refArea)"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </subject>
        <keywords>
          <xsl:for-each select="a:theme">
            <xsl:if test="position() > 1">, </xsl:if>
            <xsl:value-of select="t:text(a:label)"/>
          </xsl:for-each>
        </keywords>
      </head>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="key-figures"/>
      <toc depth="2">
        <h>
          <t:msg>
            <t:text>Contents</t:text>
          </t:msg>
        </h>
      </toc>
      <xsl:apply-templates select="a:theme"/>
      <xsl:if test="$stated">
        <xsl:call-template name="comparison"/>
      </xsl:if>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="sources"/>
      <xsl:call-template name="index"/>
    </report>
  </xsl:template>

  <xsl:template name="cover">
    <cover>
      <title><xsl:value-of select="t:text(a:title)"/></title>
      <subtitle>
        <xsl:value-of select="t:date(@year)"/>
      </subtitle>
      <p><xsl:value-of select="t:text(a:publisher)"/></p>
      <p><xsl:value-of select="t:date(@prepared)"/></p>
    </cover>
  </xsl:template>

  <!-- ==== Key figures ==== -->

  <xsl:template name="key-figures">
    <xsl:variable name="keys"
        select="a:theme/a:indicator[@key][a:obs[@current]/@value]"/>
    <xsl:if test="$keys">
      <section id="key-figures" numbered="false">
        <h>
          <t:msg>
            <t:text>Key figures</t:text>
          </t:msg>
        </h>
        <keyfigures>
          <xsl:for-each select="$keys">
            <xsl:sort select="@key" data-type="number"/>
            <xsl:if test="not(position() > 8)">
              <xsl:apply-templates select="." mode="key"/>
            </xsl:if>
          </xsl:for-each>
        </keyfigures>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:indicator" mode="key">
    <xsl:variable name="obs" select="a:obs[@current]"/>
    <keyfigure>
      <label><xsl:value-of select="t:capital(t:text(a:label))"/></label>
      <xsl:choose>
        <xsl:when test="@kind = 'rank' or @kind = 'ordinal'">
          <value><xsl:value-of select="t:figure($obs)"/></value>
        </xsl:when>
        <xsl:otherwise>
          <value><xsl:value-of select="t:cell($obs)"/></value>
          <unit><xsl:value-of select="t:unit($obs)"/></unit>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="$obs" mode="key-detail"/>
    </keyfigure>
  </xsl:template>

  <!-- The change, else the scope and edition of a rank, else the period. -->
  <xsl:template match="a:obs" mode="key-detail">
    <xsl:variable name="change" select="(a:stated | a:change)[1]"/>
    <xsl:choose>
      <xsl:when test="$change and ../@kind = 'rank'">
        <detail>
          <t:msg context="key">
            <t:text>{scope}, {change}</t:text>
            <t:hole name="scope"
                select="t:capital(t:text(../a:universe/a:scope))"/>
            <t:hole name="change">
              <xsl:for-each select="$change">
                <xsl:call-template name="change-words"/>
              </xsl:for-each>
            </t:hole>
          </t:msg>
        </detail>
      </xsl:when>
      <xsl:when test="$change">
        <detail>
          <xsl:for-each select="$change">
            <xsl:call-template name="change-words"/>
          </xsl:for-each>
        </detail>
      </xsl:when>
      <xsl:when test="../@kind = 'rank'">
        <detail>
          <xsl:value-of select="t:capital(t:text(../a:universe/a:scope))"/>
        </detail>
      </xsl:when>
      <xsl:when test="@period != 'unknown'">
        <detail><xsl:value-of select="t:date(@period, @phase)"/></detail>
      </xsl:when>
    </xsl:choose>
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

  <!-- ==== Notes ==== -->

  <xsl:template name="notes">
    <section id="notes">
      <h>
        <t:msg>
          <t:text>Notes</t:text>
        </t:msg>
      </h>
      <section id="notes-general">
        <h>
          <t:msg>
            <t:text>About the figures</t:text>
          </t:msg>
        </h>
        <ul>
          <xsl:for-each select="a:note">
            <li><xsl:value-of select="t:text(a:text)"/></li>
          </xsl:for-each>
          <li><xsl:apply-templates select="@rounding"/></li>
          <li>
            <t:msg>
              <t:text>Changes are those that the source states; where it
                states none they are computed from the levels it
                prints.</t:text>
            </t:msg>
          </li>
        </ul>
      </section>
      <xsl:if test="//a:indicator/a:definition">
        <section id="notes-definitions">
          <h>
            <t:msg>
              <t:text>Definitions</t:text>
            </t:msg>
          </h>
          <ul>
            <xsl:for-each select="//a:indicator[a:definition]">
              <li>
                <t:msg context="definition">
                  <t:text>{indicator}: {definition}</t:text>
                  <t:hole name="indicator">
                    <xsl:apply-templates select="." mode="link">
                      <xsl:with-param name="label"
                          select="t:capital(t:text(a:label))"/>
                    </xsl:apply-templates>
                  </t:hole>
                  <t:hole name="definition" select="t:text(a:definition)"/>
                </t:msg>
              </li>
            </xsl:for-each>
          </ul>
        </section>
      </xsl:if>
      <xsl:variable name="first" select="//a:note[generate-id() =
          generate-id(key('remark', a:text[1])[1])]"/>
      <xsl:if test="$first">
        <section id="notes-open">
          <h>
            <t:msg>
              <t:text>Remarks on single figures</t:text>
            </t:msg>
          </h>
          <p>
            <t:msg>
              <t:text>Numbers in brackets in the tables lead here. What the
                source leaves open is said and not decided.</t:text>
            </t:msg>
          </p>
          <ol>
            <xsl:for-each select="$first">
              <li id="note-{position()}">
                <xsl:call-template name="remark"/>
              </li>
            </xsl:for-each>
          </ol>
        </section>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- The text of a remark and the indicators that it is on. -->
  <xsl:template name="remark">
    <t:msg context="remark">
      <t:text>{text} On: {indicators}.</t:text>
      <t:hole name="text" select="t:text(a:text)"/>
      <t:hole name="indicators">
        <xsl:for-each
            select="key('remark', a:text[1])/ancestor::a:indicator">
          <xsl:if test="position() > 1">
            <t:msg context="list"><t:text>;</t:text></t:msg>
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
          <xsl:apply-templates select="." mode="link"/>
        </xsl:for-each>
      </t:hole>
    </t:msg>
  </xsl:template>

  <xsl:template match="@rounding[. = 'half-up']">
    <t:msg>
      <t:text>Computed figures are rounded once, when they are printed, halves
        away from zero.</t:text>
    </t:msg>
  </xsl:template>
  <xsl:template match="@rounding[. = 'half-even']">
    <t:msg>
      <t:text>Computed figures are rounded once, when they are printed, halves
        to the even digit.</t:text>
    </t:msg>
  </xsl:template>
  <xsl:template match="@rounding">
    <t:msg>
      <t:text>Computed figures are cut off, once, when they are
        printed.</t:text>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
