<?xml version="1.0" encoding="UTF-8"?>
<!--
  The charts of a theme.  What the data are decides the type: parts of a whole
  are stacked, two periods make a slope chart, lines that cross have panels of
  their own.  A chart has one unit.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">
  <xsl:include href="chart-parts.xsl"/>

  <!-- ==== What can be drawn: a bound is no length, a year no quarter ==== -->

  <xsl:key name="drawn" match="a:obs[@value and not(@qualifier) and
      not(@sum) and @period != 'unknown']" use="concat(../@id, ' ', @period)"/>
  <xsl:key name="drawn-of-theme" match="a:obs[@value and not(@qualifier) and
      not(@sum) and @period != 'unknown']"
      use="concat(../../@id, ' ', @period)"/>
  <xsl:key name="drawn-of" match="a:obs[@value and not(@qualifier) and
      not(@sum) and @period != 'unknown']" use="../@id"/>
  <xsl:key name="chart" match="a:indicator[@chart]"
      use="concat(../@id, ' ', @chart, ' ', @unit)"/>

  <!-- ==== Which chart ==== -->

  <!-- A line for a series of three periods or more that is in no group. -->
  <xsl:template name="charts">
    <xsl:for-each select="a:indicator[not(@chart)]
        [key('drawn-of', @id)[3]]">
      <xsl:call-template name="line-chart">
        <xsl:with-param name="series" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="a:indicator[@chart]">
      <xsl:variable name="group"
          select="key('chart', concat(../@id, ' ', @chart, ' ', @unit))"/>
      <xsl:if test="generate-id() = generate-id($group[1])">
        <xsl:call-template name="group-chart">
          <xsl:with-param name="group" select="$group"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="group-chart">
    <xsl:param name="group"/>
    <xsl:variable name="long" select="$group[key('drawn-of', @id)[3]]"/>
    <xsl:variable name="bars" select="$group[a:obs[@current][@value and
        not(@qualifier)]]"/>
    <!-- The periods that all have, if it is with the last of them that all
         end: one observation each. -->
    <xsl:variable name="common" select="$group[1]/a:obs[@value and
        not(@qualifier) and not(@sum) and @period != 'unknown']
        [count(key('drawn-of-theme', concat(../../@id, ' ', @period))
        [../@id = $group/@id]) = count($group)]"/>
    <xsl:variable name="last" select="$common[last()]/@period"/>
    <xsl:variable name="is-even" select="$last and
        not($common[string-length(@period) != string-length($last)]) and
        not($group/a:obs[@period = $last]/following-sibling::a:obs[@value
        and @period != 'unknown'])"/>
    <xsl:variable name="part" select="$group[1]/a:partOf[1]"/>
    <xsl:variable name="are-parts" select="$part and $is-even and
        not($group[not(a:partOf[@indicator = $part/@indicator and
        @group = $part/@group])]) and
        not(key('drawn-of', $group/@id)[starts-with(@value, '-')])"/>
    <xsl:variable name="is-whole" select="$are-parts and
        $part/@exhaustive = 'yes' and count($group) =
        count(key('part', concat($part/@indicator, ' ', $part/@group)))"/>
    <xsl:variable name="summed" select="$common[$is-whole]
        [key('drawn', concat($part/@indicator, ' ', @period))]"/>
    <xsl:variable name="shared" select="$common[$are-parts and
        not($is-whole)][count(key('drawn-of-theme', concat(../../@id, ' ',
        @period))[../@id = $group/@id]/a:share[@of = $part/@indicator and
        @group = $part/@group]) = count($group)]"/>
    <xsl:variable name="crossing">
      <xsl:if test="$long[4] and $is-even and $common[5]">
        <xsl:call-template name="crossing">
          <xsl:with-param name="lines" select="$long"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$group[2] and $summed[3] and
          $summed[last()]/@period = $last">
        <xsl:call-template name="parts-chart">
          <xsl:with-param name="parts" select="$group"/>
          <xsl:with-param name="periods"
              select="$summed[position() > last() - 6]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$group[2] and $shared[3] and
          $shared[last()]/@period = $last">
        <xsl:call-template name="shares-chart">
          <xsl:with-param name="parts" select="$group"/>
          <xsl:with-param name="periods"
              select="$shared[position() > last() - 6]"/>
        </xsl:call-template>
      </xsl:when>
      <!-- A break parts the two periods; a rank is better the less it is. -->
      <xsl:when test="$group[2] and not($long) and $is-even and
          count($common) = 2 and not($group[@kind = 'rank' or
          @kind = 'ordinal' or @kind = 'threshold'] or
          $group/a:obs[@period = $last][@status = 'B'])">
        <xsl:call-template name="slope-chart">
          <xsl:with-param name="series" select="$group"/>
          <xsl:with-param name="periods" select="$common"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$crossing = 'all'">
        <xsl:call-template name="line-chart">
          <xsl:with-param name="series" select="$long"/>
          <xsl:with-param name="type" select="'multiples'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$long">
        <xsl:for-each select="$long[1]">
          <xsl:call-template name="line-chart">
            <xsl:with-param name="series" select="$long"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$bars[2]">
        <xsl:for-each select="$bars[1]">
          <xsl:call-template name="bar-chart">
            <xsl:with-param name="bars" select="$bars"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- “all” if each line crosses another one: then they are of one magnitude,
       and tangled where they are drawn together. -->
  <xsl:template name="crossing">
    <xsl:param name="lines"/>
    <xsl:variable name="apart">
      <xsl:for-each select="$lines">
        <xsl:variable name="one" select="@id"/>
        <xsl:variable name="crossed">
          <xsl:for-each select="$lines[@id != $one]">
            <xsl:variable name="orders">
              <xsl:for-each select="key('drawn-of', @id)
                  [key('drawn', concat($one, ' ', @period))]">
                <xsl:variable name="order" select="t:compare(@exact,
                    key('drawn', concat($one, ' ', @period))/@exact)"/>
                <xsl:choose>
                  <xsl:when test="$order = 1">above </xsl:when>
                  <xsl:when test="$order = -1">below </xsl:when>
                </xsl:choose>
              </xsl:for-each>
            </xsl:variable>
            <xsl:if test="contains($orders, 'above') and
                contains($orders, 'below')">yes</xsl:if>
          </xsl:for-each>
        </xsl:variable>
        <xsl:if test="$crossed = ''">yes</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$apart = ''">all</xsl:if>
  </xsl:template>

  <!-- ==== Lines, in one plot or in panels ==== -->

  <xsl:template name="line-chart">
    <xsl:param name="series"/>
    <xsl:param name="type" select="'line'"/>
    <xsl:variable name="all" select="$series/a:obs[@value and
        not(@qualifier) and not(@sum) and @period != 'unknown']"/>
    <xsl:variable name="scale" select="t:scale($all)"/>
    <xsl:variable name="theme" select="ancestor-or-self::a:theme/@id"/>
    <xsl:variable name="periods" select="$all[generate-id() = generate-id(
        key('drawn-of-theme', concat($theme, ' ', @period))[../@id =
        $series/@id][1])]"/>
    <figure id="figure-{@id}">
      <chart type="{$type}" unit="{t:unit($all, $scale)}">
        <xsl:attribute name="alt">
          <xsl:choose>
            <xsl:when test="$type = 'multiples'">
              <t:msg>
                <t:text>Line charts of one scale. {text}</t:text>
                <t:hole name="text">
                  <xsl:call-template name="told">
                    <xsl:with-param name="series" select="$series"/>
                    <xsl:with-param name="first" select="@first"/>
                    <xsl:with-param name="last" select="@last"/>
                  </xsl:call-template>
                </t:hole>
              </t:msg>
            </xsl:when>
            <xsl:otherwise>
              <t:msg>
                <t:text>Line chart. {text}</t:text>
                <t:hole name="text">
                  <xsl:call-template name="developments-sentence">
                    <xsl:with-param name="series" select="$series"/>
                  </xsl:call-template>
                </t:hole>
              </t:msg>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="status-told">
            <xsl:with-param name="obs" select="$all"/>
          </xsl:call-template>
        </xsl:attribute>
        <xsl:for-each select="$periods">
          <xsl:sort select="@period"/>
          <category><xsl:value-of select="@period"/></category>
        </xsl:for-each>
        <xsl:for-each select="$series">
          <xsl:variable name="one" select="."/>
          <series label="{t:capital(t:text(a:label))}">
            <xsl:for-each select="$periods">
              <xsl:sort select="@period"/>
              <xsl:call-template name="point">
                <xsl:with-param name="obs" select="key('drawn',
                    concat($one/@id, ' ', @period))"/>
                <xsl:with-param name="scale" select="$scale"/>
              </xsl:call-template>
            </xsl:for-each>
          </series>
        </xsl:for-each>
      </chart>
      <figcaption>
        <xsl:choose>
          <xsl:when test="count($series) = 1">
            <t:msg context="figure">
              <t:text>{title}, {first} to {last}</t:text>
              <t:hole name="title" select="t:capital(t:text(a:label))"/>
              <t:hole name="first" select="t:date(@first)"/>
              <t:hole name="last" select="t:date(@last)"/>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <t:msg context="figure">
              <t:text>{title}, {first} to {last}</t:text>
              <t:hole name="title" select="t:text(../a:label)"/>
              <t:hole name="first" select="t:date(@first)"/>
              <t:hole name="last" select="t:date(@last)"/>
            </t:msg>
          </xsl:otherwise>
        </xsl:choose>
      </figcaption>
      <xsl:call-template name="chart-notes">
        <xsl:with-param name="cites" select="$all/a:cite"/>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <!-- ==== Two periods ==== -->

  <!-- periods: those of the first of the series. -->
  <xsl:template name="slope-chart">
    <xsl:param name="series"/>
    <xsl:param name="periods"/>
    <xsl:variable name="all" select="key('drawn-of', $series/@id)
        [@period = $periods/@period]"/>
    <xsl:variable name="scale" select="t:scale($all)"/>
    <figure id="figure-{@id}">
      <chart type="slope" unit="{t:unit($all, $scale)}">
        <xsl:attribute name="alt">
          <t:msg>
            <t:text>Slope chart. {text}</t:text>
            <t:hole name="text">
              <xsl:call-template name="told">
                <xsl:with-param name="series" select="$series"/>
                <xsl:with-param name="first" select="$periods[1]/@period"/>
                <xsl:with-param name="last" select="$periods[2]/@period"/>
              </xsl:call-template>
            </t:hole>
          </t:msg>
          <xsl:call-template name="status-told">
            <xsl:with-param name="obs" select="$all"/>
          </xsl:call-template>
        </xsl:attribute>
        <xsl:for-each select="$periods">
          <category><xsl:value-of select="t:date(@period)"/></category>
        </xsl:for-each>
        <xsl:for-each select="$series">
          <xsl:call-template name="series-points">
            <xsl:with-param name="periods" select="$periods"/>
            <xsl:with-param name="scale" select="$scale"/>
          </xsl:call-template>
        </xsl:for-each>
      </chart>
      <figcaption>
        <t:msg context="figure">
          <t:text>{title}, {first} and {last}</t:text>
          <t:hole name="title" select="t:text(../a:label)"/>
          <t:hole name="first" select="t:date($periods[1]/@period)"/>
          <t:hole name="last" select="t:date($periods[2]/@period)"/>
        </t:msg>
      </figcaption>
      <xsl:call-template name="chart-notes">
        <xsl:with-param name="cites" select="$all/a:cite"/>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <xsl:template name="series-points">
    <xsl:param name="periods"/>
    <xsl:param name="scale"/>
    <xsl:variable name="id" select="@id"/>
    <series label="{t:capital(t:text(a:label))}">
      <xsl:for-each select="$periods">
        <xsl:call-template name="point">
          <xsl:with-param name="obs"
              select="key('drawn', concat($id, ' ', @period))"/>
          <xsl:with-param name="scale" select="$scale"/>
        </xsl:call-template>
      </xsl:for-each>
    </series>
  </xsl:template>

  <xsl:template name="point">
    <xsl:param name="obs"/>
    <xsl:param name="scale"/>
    <xsl:choose>
      <xsl:when test="$obs">
        <point value="{t:point($obs, $scale)}"
            label="{t:cell($obs, $scale)}">
          <xsl:if test="$obs/@status = 'B'">
            <xsl:attribute name="break">yes</xsl:attribute>
          </xsl:if>
        </point>
      </xsl:when>
      <xsl:otherwise><point/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== One period ==== -->

  <xsl:template name="bar-chart">
    <xsl:param name="bars"/>
    <xsl:variable name="all" select="$bars/a:obs[@current]"/>
    <xsl:variable name="scale" select="t:scale($all)"/>
    <xsl:variable name="items">
      <xsl:for-each select="$bars">
        <i>
          <t:msg context="item">
            <t:text>{indicator} {figure}</t:text>
            <t:hole name="indicator" select="t:text(a:label)"/>
            <t:hole name="figure" select="t:counted(a:obs[@current])"/>
          </t:msg>
        </i>
      </xsl:for-each>
    </xsl:variable>
    <figure id="figure-{@id}">
      <chart type="hbar" unit="{t:unit($all, $scale)}">
        <xsl:attribute name="alt">
          <t:msg>
            <t:text>Bar chart: {items}.</t:text>
            <t:hole name="items"
                select="t:clauses(exsl:node-set($items)/*)"/>
          </t:msg>
          <xsl:call-template name="status-told">
            <xsl:with-param name="obs" select="$all"/>
          </xsl:call-template>
        </xsl:attribute>
        <xsl:for-each select="$bars">
          <category>
            <xsl:value-of select="t:capital(t:text(a:label))"/>
          </category>
        </xsl:for-each>
        <series label="{t:text(../a:label)}">
          <xsl:for-each select="$bars">
            <xsl:call-template name="point">
              <xsl:with-param name="obs" select="a:obs[@current]"/>
              <xsl:with-param name="scale" select="$scale"/>
            </xsl:call-template>
          </xsl:for-each>
        </series>
      </chart>
      <figcaption>
        <xsl:choose>
          <xsl:when test="$all[@period = 'unknown' or
              @period != $all[1]/@period]">
            <t:msg context="figure">
              <t:text>{theme}: figures compared</t:text>
              <t:hole name="theme" select="t:text(../a:label)"/>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <t:msg context="figure">
              <t:text>{theme}: figures of {period} compared</t:text>
              <t:hole name="theme" select="t:text(../a:label)"/>
              <t:hole name="period"
                  select="t:date($all/@period, $all/@phase)"/>
            </t:msg>
          </xsl:otherwise>
        </xsl:choose>
      </figcaption>
      <xsl:call-template name="chart-notes">
        <xsl:with-param name="cites" select="$all/a:cite"/>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <xsl:template name="chart-notes">
    <xsl:param name="cites"/>
    <xsl:param name="remark"/>
    <xsl:if test="$cites or $remark">
      <notes>
        <xsl:if test="$remark">
          <p><xsl:value-of select="$remark"/></p>
        </xsl:if>
        <xsl:call-template name="source-line">
          <xsl:with-param name="cites" select="$cites"/>
        </xsl:call-template>
      </notes>
    </xsl:if>
  </xsl:template>
  <!-- ==== In words ==== -->

  <!-- The largest in the last period, then how all came there. -->
  <xsl:template name="told">
    <xsl:param name="series"/>
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:call-template name="two-sentences">
      <xsl:with-param name="one">
        <xsl:call-template name="largest">
          <xsl:with-param name="ends" select="key('drawn-of', $series/@id)
              [@period = $last]"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="two">
        <xsl:call-template name="span">
          <xsl:with-param name="series" select="$series"/>
          <xsl:with-param name="first" select="$first"/>
          <xsl:with-param name="last" select="$last"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="two-sentences">
    <xsl:param name="one"/>
    <xsl:param name="two"/>
    <t:msg context="sentences">
      <t:text>{one} {two}</t:text>
      <t:hole name="one" select="string($one)"/>
      <t:hole name="two" select="string($two)"/>
    </t:msg>
  </xsl:template>

  <xsl:template name="span">
    <xsl:param name="series"/>
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:variable name="clauses">
      <xsl:for-each select="$series">
        <i>
          <xsl:call-template name="development">
            <xsl:with-param name="from"
                select="key('drawn', concat(@id, ' ', $first))"/>
            <xsl:with-param name="to"
                select="key('drawn', concat(@id, ' ', $last))"/>
          </xsl:call-template>
        </i>
      </xsl:for-each>
    </xsl:variable>
    <t:msg>
      <t:text>From {first} to {last}, {developments}.</t:text>
      <t:hole name="first" select="t:named($first)"/>
      <t:hole name="last" select="t:named($last)"/>
      <t:hole name="developments"
          select="t:clauses(exsl:node-set($clauses)/*)"/>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
