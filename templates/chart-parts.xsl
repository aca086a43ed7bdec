<?xml version="1.0" encoding="UTF-8"?>
<!-- Charts of the parts of a whole: stacked bars, one for a period. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <xsl:key name="part" match="a:partOf"
      use="concat(@indicator, ' ', @group)"/>

  <!-- ==== Parts that make the whole ==== -->

  <!-- periods: those of the first of the parts; the whole has them too, and
       is written above its bar. -->
  <xsl:template name="parts-chart">
    <xsl:param name="parts"/>
    <xsl:param name="periods"/>
    <xsl:variable name="whole" select="key('indicator',
        $parts[1]/a:partOf[1]/@indicator)"/>
    <xsl:variable name="all" select="key('drawn-of', $parts/@id |
        $whole/@id)[@period = $periods/@period]"/>
    <xsl:variable name="scale" select="t:scale($all)"/>
    <figure id="figure-{@id}">
      <chart type="stacked-bar" unit="{t:unit($all, $scale)}">
        <xsl:attribute name="alt">
          <t:msg>
            <t:text>Stacked bars: the parts of {whole}. {text}</t:text>
            <t:hole name="whole" select="t:text($whole/a:label)"/>
            <t:hole name="text">
              <xsl:call-template name="parts-told">
                <xsl:with-param name="whole" select="$whole"/>
                <xsl:with-param name="parts" select="$parts"/>
                <xsl:with-param name="first" select="$periods[1]/@period"/>
                <xsl:with-param name="last"
                    select="$periods[last()]/@period"/>
              </xsl:call-template>
            </t:hole>
          </t:msg>
          <xsl:call-template name="status-told">
            <xsl:with-param name="obs" select="$all"/>
          </xsl:call-template>
        </xsl:attribute>
        <xsl:for-each select="$periods">
          <category total="{t:cell(key('drawn', concat($whole/@id, ' ',
              @period)), $scale)}">
            <xsl:value-of select="@period"/>
          </category>
        </xsl:for-each>
        <xsl:for-each select="$parts">
          <xsl:call-template name="series-points">
            <xsl:with-param name="periods" select="$periods"/>
            <xsl:with-param name="scale" select="$scale"/>
          </xsl:call-template>
        </xsl:for-each>
      </chart>
      <figcaption>
        <t:msg context="figure">
          <t:text>{title}, {first} to {last}</t:text>
          <t:hole name="title" select="t:text(../a:label)"/>
          <t:hole name="first" select="t:date($periods[1]/@period)"/>
          <t:hole name="last" select="t:date($periods[last()]/@period)"/>
        </t:msg>
      </figcaption>
      <xsl:call-template name="chart-notes">
        <xsl:with-param name="cites" select="$all/a:cite"/>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <xsl:template name="parts-told">
    <xsl:param name="whole"/>
    <xsl:param name="parts"/>
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:call-template name="two-sentences">
      <xsl:with-param name="one">
        <xsl:call-template name="span">
          <xsl:with-param name="series" select="$whole"/>
          <xsl:with-param name="first" select="$first"/>
          <xsl:with-param name="last" select="$last"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="two">
        <xsl:call-template name="told">
          <xsl:with-param name="series" select="$parts"/>
          <xsl:with-param name="first" select="$first"/>
          <xsl:with-param name="last" select="$last"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== Some of the parts: their shares ==== -->

  <!-- Their sum is not the whole: as amounts they would seem to make one. -->
  <xsl:template name="shares-chart">
    <xsl:param name="parts"/>
    <xsl:param name="periods"/>
    <xsl:variable name="part" select="$parts[1]/a:partOf[1]"/>
    <xsl:variable name="whole" select="key('indicator', $part/@indicator)"/>
    <xsl:variable name="shares" select="key('drawn-of', $parts/@id)
        [@period = $periods/@period]/a:share[@of = $part/@indicator and
        @group = $part/@group]"/>
    <figure id="figure-{@id}">
      <chart type="stacked-bar" unit="%">
        <xsl:attribute name="alt">
          <t:msg>
            <t:text>Stacked bars: shares of {whole}. {text}</t:text>
            <t:hole name="whole" select="t:text($whole/a:label)"/>
            <t:hole name="text">
              <xsl:call-template name="shares-told">
                <xsl:with-param name="shares" select="$shares"/>
                <xsl:with-param name="first" select="$periods[1]/@period"/>
                <xsl:with-param name="last"
                    select="$periods[last()]/@period"/>
              </xsl:call-template>
            </t:hole>
          </t:msg>
          <xsl:call-template name="status-told">
            <xsl:with-param name="obs" select="$shares/.."/>
          </xsl:call-template>
        </xsl:attribute>
        <xsl:for-each select="$periods">
          <category><xsl:value-of select="@period"/></category>
        </xsl:for-each>
        <xsl:for-each select="$parts">
          <xsl:call-template name="share-points">
            <xsl:with-param name="periods" select="$periods"/>
            <xsl:with-param name="shares" select="$shares"/>
          </xsl:call-template>
        </xsl:for-each>
      </chart>
      <figcaption>
        <t:msg context="figure">
          <t:text>{title}: shares of {whole}, {first} to {last}</t:text>
          <t:hole name="title" select="t:text(../a:label)"/>
          <t:hole name="whole" select="t:text($whole/a:label)"/>
          <t:hole name="first" select="t:date($periods[1]/@period)"/>
          <t:hole name="last" select="t:date($periods[last()]/@period)"/>
        </t:msg>
      </figcaption>
      <xsl:call-template name="chart-notes">
        <xsl:with-param name="cites" select="$shares/../a:cite |
            key('drawn-of', $whole/@id)[@period = $periods/@period]/a:cite"/>
        <xsl:with-param name="remark">
          <t:msg>
            <t:text>The share is that of {whole}, computed.</t:text>
            <t:hole name="whole" select="t:text($whole/a:label)"/>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <xsl:template name="share-points">
    <xsl:param name="periods"/>
    <xsl:param name="shares"/>
    <xsl:variable name="id" select="@id"/>
    <series label="{t:capital(t:text(a:label))}">
      <xsl:for-each select="$periods">
        <xsl:variable name="share" select="$shares[../../@id = $id and
            ../@period = current()/@period]"/>
        <xsl:variable name="number"
            select="t:number($share/@value, $share/@decimals)"/>
        <point value="{$number}" label="{$number}"/>
      </xsl:for-each>
    </series>
  </xsl:template>

  <!-- The largest share of the last period, then how all came there. -->
  <xsl:template name="shares-told">
    <xsl:param name="shares"/>
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:variable name="ends" select="$shares[../@period = $last]"/>
    <xsl:variable name="clauses">
      <xsl:for-each select="$ends">
        <i>
          <xsl:call-template name="share-development">
            <xsl:with-param name="from" select="$shares[../@period = $first]
                [../../@id = current()/../../@id]"/>
          </xsl:call-template>
        </i>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="two-sentences">
      <xsl:with-param name="one">
        <xsl:call-template name="largest">
          <xsl:with-param name="ends" select="$ends"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="two">
        <t:msg>
          <t:text>From {first} to {last}, {developments}.</t:text>
          <t:hole name="first" select="t:named($first)"/>
          <t:hole name="last" select="t:named($last)"/>
          <t:hole name="developments"
              select="t:clauses(exsl:node-set($clauses)/*)"/>
        </t:msg>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
