<?xml version="1.0" encoding="UTF-8"?>
<!--
  Shares and changes that are known from one side, for a figure behind them is a
  bound: “more than 55.0% of …”, “up by more than 3.9% on …”.  The verb follows
  from the side and the sign; a change that may be a rise or a fall has none and
  is not told.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">

  <!-- Those that are told, by their observation. -->
  <xsl:key name="told-bound" use="generate-id(..)" match="a:bound[
      @what = 'share' or @kind = 'percent' and not(../a:stated) and (
      @qualifier = 'over' and not(starts-with(@value, '-')) and
      translate(@value, '.0', '') != '' or
      @qualifier = 'within' and starts-with(@value, '-'))]"/>

  <!-- A clause.  Context: a bound. -->
  <xsl:template match="a:bound[@what = 'share']" mode="words"
      priority="1">
    <xsl:variable name="whole"
        select="t:text(key('indicator', @of)/a:label)"/>
    <xsl:choose>
      <xsl:when test="@qualifier = 'over'">
        <t:msg context="bound">
          <t:text>more than {value}% of {whole}</t:text>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
          <t:hole name="whole" select="$whole"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="bound">
          <t:text>no more than {value}% of {whole}</t:text>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
          <t:hole name="whole" select="$whole"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="a:bound[@what = 'change']" mode="words"
      priority="1">
    <xsl:choose>
      <xsl:when test="@qualifier = 'over'">
        <t:msg context="bound">
          <t:text>up by more than {value}% {against}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="bound">
          <t:text>down by more than {value}% {against}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Alone, in a table. -->
  <xsl:template name="bound-cell">
    <xsl:choose>
      <xsl:when test="@qualifier = 'over'">
        <t:msg context="bound">
          <t:text>more than {value}%</t:text>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="bound">
          <t:text>no more than {value}%</t:text>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
