<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the annual bulletin says, in which order; how it says it is in
  words-*.xsl.  Labels stand in the data as they do
  within a sentence; a sentence begins with a capital.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <!-- The first figure of each theme: of the report year before others, key
       figures before others, those with a change before others. -->
  <xsl:variable name="main-list">
    <xsl:for-each select="$data/a:theme">
      <xsl:for-each select="a:indicator[@kind != 'event']
          [a:obs[@value and (@current or @period != 'unknown')]]">
        <xsl:sort select="not(a:obs[@current]/@value)"/>
        <xsl:sort select="not(@key)"/>
        <xsl:sort select="@key" data-type="number"/>
        <xsl:sort select="not(a:obs[@current][a:stated or a:change])"/>
        <xsl:if test="position() = 1"><i id="{@id}"/></xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="mains" select="exsl:node-set($main-list)/*/@id"/>

  <xsl:template name="narrative">
    <xsl:variable name="own" select="a:indicator[a:obs[@current]/@value]"/>
    <xsl:variable name="main" select="$own[@id = $mains]"/>
    <!-- With what is told in its sentence, or right after it. -->
    <xsl:variable name="lead" select="$main | $own[$main/@kind = 'rank' and
        @kind = 'rank' and
        a:universe/a:list[1] = $main/a:universe/a:list[1]] |
        $main/following-sibling::a:indicator[1]
        [a:partOf/@indicator = $main/@id and
        a:obs[@current][not(a:stated or a:change or a:share or a:implied)]
        /@period = $main/a:obs[@current]/@period]"/>
    <xsl:variable name="rest" select="$own[not(@id = $lead/@id)]"/>
    <!-- Where the report year has no figure: how the first one developed. -->
    <xsl:variable name="late" select="a:indicator[not($own)][@id = $mains]
        [@id = $developing/@id]"/>
    <xsl:variable name="paragraphs">
      <xsl:call-template name="paragraphs">
        <xsl:with-param name="own" select="$lead"/>
      </xsl:call-template>
      <xsl:call-template name="paragraphs">
        <xsl:with-param name="own" select="$rest"/>
      </xsl:call-template>
      <xsl:call-template name="effects-of-parts"/>
      <xsl:call-template name="largest-parts"/>
      <xsl:if test="$late">
        <p>
          <xsl:call-template name="trends">
            <xsl:with-param name="series" select="$late"/>
          </xsl:call-template>
        </p>
      </xsl:if>
      <xsl:call-template name="developments">
        <xsl:with-param name="series"
            select="a:indicator[@id = $developing/@id][not(@id = $late/@id)]"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($paragraphs)/*">
      <p>
        <xsl:if test="position() = 1 and ($main or $late)">
          <xsl:attribute name="class">lead</xsl:attribute>
        </xsl:if>
        <xsl:copy-of select="node()"/>
      </p>
    </xsl:for-each>
    <xsl:call-template name="events"/>
  </xsl:template>

  <!-- Sentences on figures of the report year's observations. -->
  <xsl:template name="paragraphs">
    <xsl:param name="own"/>
    <xsl:variable name="amounts" select="$own[@kind = 'stock' or
        @kind = 'flow' or @kind = 'quantity' or @kind = 'share' or
        @kind = 'rate' or @kind = 'multiple' or @kind = 'index' or
        @kind = 'score']"/>
    <xsl:variable name="of-year"
        select="$amounts[a:obs[@current]/@period = $year]"/>
    <xsl:variable name="undated"
        select="$amounts[a:obs[@current]/@period = 'unknown']"/>
    <xsl:call-template name="ranks">
      <xsl:with-param name="ranks" select="$own[@kind = 'rank']"/>
    </xsl:call-template>
    <xsl:if test="$of-year">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="indicators" select="$of-year"/>
        <xsl:with-param name="when" select="t:when($year)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$undated">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="indicators" select="$undated"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="of-other-periods">
      <xsl:with-param name="indicators" select="$amounts[a:obs[@current]
          [@period != $year and @period != 'unknown']]"/>
    </xsl:call-template>
    <xsl:call-template name="properties">
      <xsl:with-param name="own" select="$own"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== Amounts ==== -->

  <!-- Sentences on figures of one period; the first names it. -->
  <xsl:template name="paragraph">
    <xsl:param name="indicators"/>
    <xsl:param name="when"/>
    <xsl:variable name="bare" select="$indicators[not(a:obs[@current]
        [a:stated or a:change or a:share or a:implied])]"/>
    <xsl:variable name="sentences">
      <xsl:for-each select="$indicators[a:obs[@current][a:stated or
          a:change or a:share or a:implied]]">
        <s><xsl:apply-templates select="." mode="sentence"/></s>
        <xsl:for-each select="a:obs[@current]/a:implied[@certain]">
          <s><xsl:call-template name="implied"/></s>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:if test="$bare">
        <xsl:call-template name="levels">
          <xsl:with-param name="rest" select="$bare"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <p>
      <xsl:for-each select="exsl:node-set($sentences)/*">
        <xsl:choose>
          <xsl:when test="position() = 1 and $when != ''">
            <t:msg>
              <t:text>{when}, {sentence}</t:text>
              <t:hole name="when" select="t:capital($when)"/>
              <t:hole name="sentence" select="."/>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="t:capital(.)"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template name="of-other-periods">
    <xsl:param name="indicators"/>
    <xsl:if test="$indicators">
      <p>
        <xsl:for-each select="$indicators">
          <xsl:variable name="obs" select="a:obs[@current]"/>
          <t:msg>
            <t:text>{when}, {sentence}</t:text>
            <t:hole name="when"
                select="t:capital(t:when($obs/@period, $obs/@phase))"/>
            <t:hole name="sentence">
              <xsl:apply-templates select="." mode="sentence"/>
            </t:hole>
          </t:msg>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The sentence of an indicator, with its period where that is known and
       not told by the sentence before. -->
  <xsl:template match="a:indicator" mode="dated">
    <xsl:param name="is-dated"/>
    <xsl:variable name="obs" select="a:obs[@current]"/>
    <xsl:choose>
      <xsl:when test="$is-dated and $obs/@period != 'unknown'">
        <t:msg>
          <t:text>{when}, {sentence}</t:text>
          <t:hole name="when"
              select="t:capital(t:when($obs/@period, $obs/@phase))"/>
          <t:hole name="sentence">
            <xsl:apply-templates select="." mode="sentence"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="sentence">
          <xsl:apply-templates select="." mode="sentence"/>
        </xsl:variable>
        <xsl:value-of select="t:capital($sentence)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The edition of its list dates a rank. -->
  <xsl:template match="a:indicator[@kind = 'rank']" mode="dated">
    <xsl:choose>
      <xsl:when test="a:universe/a:list">
        <xsl:call-template name="ranking">
          <xsl:with-param name="ranks" select="."/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="listless-rank"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="a:indicator[@kind = 'measure' or @kind = 'threshold' or
      @kind = 'ordinal']" mode="dated">
    <xsl:call-template name="properties-sentence">
      <xsl:with-param name="indicators" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- Bare figures, a few counts to a sentence: those of one chart together,
       else up to three.  What is no count, and a part after its whole, has
       a sentence of its own. -->
  <xsl:template name="levels">
    <xsl:param name="rest"/>
    <xsl:variable name="first" select="$rest[1]"/>
    <xsl:variable name="chart" select="$rest[$first/@chart]
        [@chart = $first/@chart][not(a:obs[@current]/@exact = 1)]"/>
    <xsl:variable name="before"
        select="$first/preceding-sibling::a:indicator[1]"/>
    <xsl:variable name="is-part" select="$before[@id =
        $first/a:partOf/@indicator]/a:obs[@current]/@period =
        $first/a:obs[@current]/@period"/>
    <!-- Of the first three those that nothing can be joined to. -->
    <xsl:variable name="loner" select="($rest[1] | $rest[2] | $rest[3])
        [@chart or a:partOf or a:obs[@current]/@exact = 1 or
        key('unit', @unit)/@measures != 'count']"/>
    <xsl:variable name="size">
      <xsl:choose>
        <xsl:when test="not($rest[2]) or $loner/@id = $first/@id or
            $loner/@id = $rest[2]/@id or $rest[3][a:partOf]">1</xsl:when>
        <xsl:when test="not($rest[3]) or $loner or $rest[4][a:partOf] or
            not($rest[5]) and $rest[4]">2</xsl:when>
        <xsl:otherwise>3</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($chart) > 1">
        <xsl:call-template name="counts-sentence">
          <xsl:with-param name="chunk" select="$chart"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$is-part">
        <s>
          <t:msg>
            <t:text>of these, {figure} were {indicator}.</t:text>
            <t:hole name="indicator">
              <xsl:value-of select="t:text($first/a:label)"/>
              <xsl:apply-templates select="$first/a:obs[@current]"
                  mode="status-words"/>
            </t:hole>
            <t:hole name="figure"
                select="t:counted($first/a:obs[@current])"/>
          </t:msg>
        </s>
      </xsl:when>
      <xsl:when test="key('unit', $first/@unit)/@measures != 'count' or
          $first/a:obs[@current]/@exact = 1">
        <s><xsl:apply-templates select="$first" mode="sentence"/></s>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="counts-sentence">
          <xsl:with-param name="chunk"
              select="$rest[not(position() > $size)]"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="left" select="$rest[(count($chart) > 1 and
        count(. | $chart) > count($chart)) or (not(count($chart) > 1) and
        position() > $size)]"/>
    <xsl:if test="$left">
      <xsl:call-template name="levels">
        <xsl:with-param name="rest" select="$left"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="counts-sentence">
    <xsl:param name="chunk"/>
    <xsl:variable name="items">
      <xsl:for-each select="$chunk">
        <i>
          <xsl:choose>
            <xsl:when test="position() = 1">
              <t:msg context="item">
                <t:text>there were {figure} {indicator}</t:text>
                <t:hole name="indicator" select="t:text(a:label)"/>
                <t:hole name="figure"
                    select="t:counted(a:obs[@current])"/>
              </t:msg>
              <xsl:apply-templates select="a:obs[@current]"
                  mode="status-words"/>
            </xsl:when>
            <xsl:otherwise>
              <t:msg context="item">
                <t:text>{figure} {indicator}</t:text>
                <t:hole name="figure"
                    select="t:counted(a:obs[@current])"/>
                <t:hole name="indicator" select="t:text(a:label)"/>
              </t:msg>
              <xsl:apply-templates select="a:obs[@current]"
                  mode="status-words"/>
            </xsl:otherwise>
          </xsl:choose>
        </i>
      </xsl:for-each>
    </xsl:variable>
    <s>
      <t:msg context="sentence">
        <t:text>{items}.</t:text>
        <t:hole name="items" select="t:clauses(exsl:node-set($items)/*)"/>
      </t:msg>
    </s>
  </xsl:template>

  <!-- ==== Ranks: those of one list in one sentence ==== -->

  <xsl:template name="ranks">
    <xsl:param name="ranks"/>
    <xsl:if test="$ranks">
      <p>
        <xsl:for-each select="$ranks">
          <xsl:variable name="list" select="a:universe/a:list[1]"/>
          <xsl:choose>
            <xsl:when test="not($list)">
              <xsl:call-template name="listless-rank"/>
              <xsl:text>&#10;</xsl:text>
            </xsl:when>
            <xsl:when test="generate-id() = generate-id(
                $ranks[a:universe/a:list[1] = $list][1])">
              <xsl:call-template name="ranking">
                <xsl:with-param name="ranks"
                    select="$ranks[a:universe/a:list[1] = $list]"/>
              </xsl:call-template>
              <xsl:text>&#10;</xsl:text>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="listless-rank">
    <t:msg>
      <t:text>{indicator}: {places}.</t:text>
      <t:hole name="indicator" select="t:capital(t:text(a:label))"/>
      <t:hole name="places">
        <xsl:apply-templates select="." mode="place"/>
      </t:hole>
    </t:msg>
  </xsl:template>

  <xsl:template name="ranking">
    <xsl:param name="ranks"/>
    <xsl:variable name="edition" select="a:obs[@current]/@edition"/>
    <xsl:variable name="places">
      <xsl:for-each select="$ranks">
        <i><xsl:apply-templates select="." mode="place"/></i>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="joined">
      <xsl:choose>
        <xsl:when test="$ranks/a:obs[@current]/*[self::a:stated or
            self::a:change]">
          <xsl:for-each select="exsl:node-set($places)/*">
            <xsl:if test="position() > 1">
              <t:msg context="list"><t:text>;</t:text></t:msg>
              <xsl:text>&#10;</xsl:text>
            </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="t:clauses(exsl:node-set($places)/*)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$edition">
        <t:msg>
          <t:text>In {list}, {edition}, {area} ranked {places}.</t:text>
          <t:hole name="area" select="t:text(/a:aggregated/a:refArea)"/>
          <t:hole name="list" select="t:text(a:universe/a:list)"/>
          <t:hole name="edition">
            <xsl:call-template name="edition">
              <xsl:with-param name="edition" select="$edition"/>
            </xsl:call-template>
          </t:hole>
          <t:hole name="places" select="$joined"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>In {list}, {area} ranked {places}.</t:text>
          <t:hole name="area" select="t:text(/a:aggregated/a:refArea)"/>
          <t:hole name="list" select="t:text(a:universe/a:list)"/>
          <t:hole name="places" select="$joined"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Measures, thresholds and ordinals: a sentence for each sort ==== -->

  <xsl:template name="properties">
    <xsl:param name="own"/>
    <xsl:variable name="measures"
        select="$own[@kind = 'measure' or @kind = 'threshold']"/>
    <xsl:variable name="ordinals" select="$own[@kind = 'ordinal']"/>
    <xsl:if test="$measures or $ordinals">
      <p>
        <xsl:call-template name="properties-sentence">
          <xsl:with-param name="indicators" select="$measures"/>
        </xsl:call-template>
        <xsl:if test="$measures and $ordinals">
          <xsl:text>&#10;</xsl:text>
        </xsl:if>
        <xsl:call-template name="properties-sentence">
          <xsl:with-param name="indicators" select="$ordinals"/>
        </xsl:call-template>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="properties-sentence">
    <xsl:param name="indicators"/>
    <xsl:if test="$indicators">
      <xsl:variable name="items">
        <xsl:for-each select="$indicators">
          <xsl:if test="position() > 1">
            <t:msg context="list"><t:text>;</t:text></t:msg>
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
          <xsl:apply-templates select="." mode="property"/>
        </xsl:for-each>
      </xsl:variable>
      <t:msg context="sentence">
        <t:text>{items}.</t:text>
        <t:hole name="items" select="t:capital($items)"/>
      </t:msg>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:indicator[@kind = 'ordinal']" mode="property">
    <t:msg context="ordinal">
      <t:text>{indicator}: {figure}</t:text>
      <t:hole name="indicator" select="t:text(a:label)"/>
      <t:hole name="figure" select="t:figure(a:obs[@current])"/>
    </t:msg>
  </xsl:template>
  <xsl:template match="a:indicator" mode="property">
    <t:msg context="measure">
      <t:text>{indicator}: {figure}</t:text>
      <t:hole name="indicator" select="t:text(a:label)"/>
      <t:hole name="figure" select="t:counted(a:obs[@current])"/>
    </t:msg>
  </xsl:template>

  <!-- ==== What parts did to the change of their whole ==== -->

  <!-- Parts of this theme: of each whole and way to divide it one sentence,
       where two or more are known. -->
  <xsl:template name="effects-of-parts">
    <xsl:variable name="all" select="a:indicator/a:obs[@current]
        /a:effect[@kind = 'contribution']"/>
    <xsl:variable name="sentences">
      <xsl:for-each select="$all">
        <xsl:variable name="same" select="$all[@of = current()/@of and
            @group = current()/@group and @base = current()/@base and
            ../@period = current()/../@period]"/>
        <xsl:if test="$same[2] and generate-id() = generate-id($same[1])">
          <s>
            <xsl:call-template name="effects">
              <xsl:with-param name="effects" select="$same"/>
            </xsl:call-template>
          </s>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exsl:node-set($sentences)/*">
      <p>
        <xsl:for-each select="exsl:node-set($sentences)/*">
          <xsl:value-of select="t:capital(.)"/>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Of five parts or more of one whole, those with the largest shares. -->
  <xsl:template name="largest-parts">
    <xsl:variable name="all" select="a:indicator/a:obs[@current]/a:share"/>
    <xsl:variable name="sentences">
      <xsl:for-each select="$all">
        <xsl:variable name="same" select="$all[@of = current()/@of and
            @group = current()/@group and @period = current()/@period]"/>
        <xsl:if test="$same[5] and generate-id() = generate-id($same[1])">
          <s>
            <xsl:call-template name="largest">
              <xsl:with-param name="ends" select="$same"/>
              <xsl:with-param name="most" select="3"/>
            </xsl:call-template>
          </s>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exsl:node-set($sentences)/*">
      <p>
        <xsl:for-each select="exsl:node-set($sentences)/*">
          <xsl:value-of select="."/>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ==== From the first year of a series to the last ==== -->

  <!-- A bound says nothing of what the value is, and a break in the series
       parts what is before it from what is behind. -->
  <xsl:variable name="developing" select="$data/a:theme/a:indicator
      [@kind != 'rank' and @kind != 'event']
      [a:obs[@value and not(@sum) and @period != 'unknown'][2]]
      [not(a:obs[@value and not(@sum) and @period != 'unknown'][1]/@qualifier)]
      [not(a:obs[@value and not(@sum)
          and @period != 'unknown'][last()]/@qualifier)]
      [not(a:obs[@value and not(@sum) and @period != 'unknown'][position() != 1]
      [@status = 'B'])]"/>

  <xsl:template name="developments">
    <xsl:param name="series"/>
    <xsl:variable name="is-late" select="not(a:indicator[a:obs[@current]]) and
        a:indicator[@kind != 'rank' and @kind != 'event']
        [a:obs[@value and not(@sum) and @period != 'unknown'][2]]"/>
    <xsl:if test="$series or $is-late">
      <p>
        <xsl:for-each select="$series">
          <xsl:variable name="same" select="$series[@first =
              current()/@first and @last = current()/@last]"/>
          <xsl:if test="generate-id() = generate-id($same[1])">
            <xsl:call-template name="trends">
              <xsl:with-param name="series" select="$same"/>
            </xsl:call-template>
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="$is-late">
          <t:msg>
            <t:text>The source has no figures of {year} here.</t:text>
            <t:hole name="year" select="t:date($year)"/>
          </t:msg>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ==== Events, in the order of their dates ==== -->

  <xsl:template name="events">
    <xsl:variable name="events"
        select="a:indicator[@kind = 'event'][a:obs[@current]]"/>
    <xsl:if test="$events">
      <p>
        <strong>
          <t:msg>
            <t:text>Events:</t:text>
          </t:msg>
        </strong>
      </p>
      <ul>
        <xsl:for-each select="$events">
          <xsl:sort select="a:obs[@current]/@period"/>
          <xsl:apply-templates select="." mode="event"/>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:indicator" mode="event">
    <xsl:variable name="obs" select="a:obs[@current]"/>
    <li id="i-{@id}">
      <xsl:choose>
        <xsl:when test="$obs/@period = 'unknown'">
          <t:msg context="event">
            <t:text>Date not stated: {event}.</t:text>
            <t:hole name="event" select="t:text(a:label)"/>
          </t:msg>
        </xsl:when>
        <xsl:otherwise>
          <t:msg context="event">
            <t:text>{date}: {event}.</t:text>
            <t:hole name="date"
                select="t:from($obs, t:capital(t:date($obs/@period,
                $obs/@phase)))"/>
            <t:hole name="event" select="t:text(a:label)"/>
          </t:msg>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="marks"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
