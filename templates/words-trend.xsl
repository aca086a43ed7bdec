<?xml version="1.0" encoding="UTF-8"?>
<!--
  How figures went, in words: the verbs follow from exact values.

    development        from one figure to a later one
    share-development  the same of two shares of a whole
    trend, trends      the way of a series: compound growth, years in one
                       direction, peak and low
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <!-- ==== From one figure to a later one ==== -->

  <!-- Context: an indicator; from, to: its observations. -->
  <xsl:template name="development">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:variable name="order" select="t:compare($from/@exact, $to/@exact)"/>
    <xsl:variable name="is-level">
      <xsl:call-template name="is-level"/>
    </xsl:variable>
    <xsl:choose>
      <!-- What a break parts neither rose nor fell. -->
      <xsl:when test="$to[@status = 'B'] or $to/preceding-sibling::a:obs
          [@status = 'B'][count(preceding-sibling::a:obs) >
          count($from/preceding-sibling::a:obs)]">
        <t:msg>
          <t:text>{indicator} stood at {from} and, behind a break in the
            series, at {to}</t:text>
          <t:hole name="indicator" select="t:text(a:label)"/>
          <t:hole name="from" select="t:figure($from)"/>
          <t:hole name="to" select="t:figure($to)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$order = -1 and $is-level = 'yes'">
        <t:msg context="level">
          <t:text>{indicator} rose from {from} to {to}</t:text>
          <t:hole name="indicator" select="t:text(a:label)"/>
          <t:hole name="from">
            <xsl:value-of select="t:figure($from)"/>
            <xsl:apply-templates select="$from" mode="status-words"/>
          </t:hole>
          <t:hole name="to">
            <xsl:value-of select="t:figure($to)"/>
            <xsl:apply-templates select="$to" mode="status-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$order = -1">
        <t:msg context="amount">
          <t:text>{indicator} rose from {from} to {to}</t:text>
          <t:hole name="indicator" select="t:text(a:label)"/>
          <t:hole name="from">
            <xsl:value-of select="t:figure($from)"/>
            <xsl:apply-templates select="$from" mode="status-words"/>
          </t:hole>
          <t:hole name="to">
            <xsl:value-of select="t:figure($to)"/>
            <xsl:apply-templates select="$to" mode="status-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$order = 1 and $is-level = 'yes'">
        <t:msg context="level">
          <t:text>{indicator} fell from {from} to {to}</t:text>
          <t:hole name="indicator" select="t:text(a:label)"/>
          <t:hole name="from">
            <xsl:value-of select="t:figure($from)"/>
            <xsl:apply-templates select="$from" mode="status-words"/>
          </t:hole>
          <t:hole name="to">
            <xsl:value-of select="t:figure($to)"/>
            <xsl:apply-templates select="$to" mode="status-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$order = 1">
        <t:msg context="amount">
          <t:text>{indicator} fell from {from} to {to}</t:text>
          <t:hole name="indicator" select="t:text(a:label)"/>
          <t:hole name="from">
            <xsl:value-of select="t:figure($from)"/>
            <xsl:apply-templates select="$from" mode="status-words"/>
          </t:hole>
          <t:hole name="to">
            <xsl:value-of select="t:figure($to)"/>
            <xsl:apply-templates select="$to" mode="status-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>{indicator} began and ended at {to}</t:text>
          <t:hole name="indicator" select="t:text(a:label)"/>
          <t:hole name="to">
            <xsl:value-of select="t:figure($to)"/>
            <xsl:apply-templates select="$to" mode="status-words"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- “yes” of what is raised and lowered; amounts grow and shrink. -->
  <xsl:template name="is-level">
    <xsl:if test="@kind = 'share' or @kind = 'rate' or @kind = 'index' or
        @kind = 'score' or @kind = 'multiple'">yes</xsl:if>
  </xsl:template>

  <!-- As printed: a share that prints the same did not change. -->
  <xsl:template name="share-development">
    <xsl:param name="from"/>
    <xsl:variable name="old" select="t:number($from/@value,
        $from/@decimals)"/>
    <xsl:variable name="new" select="t:number(@value, @decimals)"/>
    <xsl:variable name="order" select="t:compare($old, $new)"/>
    <xsl:choose>
      <xsl:when test="$order = -1">
        <t:msg>
          <t:text>the share of {indicator} rose from {from}% to
            {to}%</t:text>
          <t:hole name="indicator" select="t:text(../../a:label)"/>
          <t:hole name="from" select="$old"/>
          <t:hole name="to" select="$new"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$order = 1">
        <t:msg>
          <t:text>the share of {indicator} fell from {from}% to
            {to}%</t:text>
          <t:hole name="indicator" select="t:text(../../a:label)"/>
          <t:hole name="from" select="$old"/>
          <t:hole name="to" select="$new"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>the share of {indicator} began and ended at {to}%</t:text>
          <t:hole name="indicator" select="t:text(../../a:label)"/>
          <t:hole name="to" select="$new"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== The way of a series ==== -->

  <!-- A sentence on each series, all from one first period to one last; the
       first of them names the two, and what is true of all is said once. -->
  <xsl:template name="trends">
    <xsl:param name="series"/>
    <xsl:variable name="runs">
      <xsl:for-each select="$series">
        <xsl:variable name="obs"
            select="a:obs[@value and not(@sum) and @period != 'unknown']"/>
        <r>
          <xsl:if test="$obs[4] and @freq = 'A' and not($obs/@qualifier)">
            <xsl:value-of select="t:run($obs)"/>
          </xsl:if>
        </r>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="run" select="exsl:node-set($runs)/*[1]"/>
    <!-- All went one way in all years, which are as many for each. -->
    <xsl:variable name="is-shared" select="$series[2] and ($run > 2 or
        -3 >= $run) and not(exsl:node-set($runs)/*[. != $run]) and
        translate($run, '-', '') =
        count($series[1]/a:obs[@value and not(@sum)
            and @period != 'unknown']) - 1"/>
    <xsl:variable name="clauses">
      <xsl:for-each select="$series">
        <i>
          <xsl:call-template name="trend">
            <xsl:with-param name="has-run" select="not($is-shared)"/>
          </xsl:call-template>
        </i>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="bare">
      <xsl:for-each select="$series">
        <i><xsl:call-template name="trend-ends"/></i>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="string($clauses) = string($bare)">
        <xsl:call-template name="developments-sentence">
          <xsl:with-param name="series" select="$series"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="trend-sentences">
          <xsl:with-param name="series" select="$series"/>
          <xsl:with-param name="clauses" select="exsl:node-set($clauses)/*"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$is-shared">
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="shared-run">
        <xsl:with-param name="run" select="$run"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- From where to where, and no more: series in one sentence. -->
  <xsl:template name="developments-sentence">
    <xsl:param name="series"/>
    <xsl:variable name="clauses">
      <xsl:for-each select="$series">
        <i><xsl:call-template name="trend-ends"/></i>
      </xsl:for-each>
    </xsl:variable>
    <t:msg>
      <t:text>From {first} to {last}, {developments}.</t:text>
      <t:hole name="first" select="t:named($series[1]/@first)"/>
      <t:hole name="last" select="t:named($series[1]/@last)"/>
      <t:hole name="developments"
          select="t:clauses(exsl:node-set($clauses)/*)"/>
    </t:msg>
  </xsl:template>

  <xsl:template name="trend-sentences">
    <xsl:param name="series"/>
    <xsl:param name="clauses"/>
    <xsl:for-each select="$clauses">
      <xsl:choose>
        <xsl:when test="position() = 1">
          <t:msg>
            <t:text>From {first} to {last}, {developments}.</t:text>
            <t:hole name="first" select="t:named($series[1]/@first)"/>
            <t:hole name="last" select="t:named($series[1]/@last)"/>
            <t:hole name="developments" select="string(.)"/>
          </t:msg>
        </xsl:when>
        <xsl:otherwise>
          <xsl:text>&#10;</xsl:text>
          <t:msg context="sentence">
            <t:text>{items}.</t:text>
            <t:hole name="items" select="t:capital(.)"/>
          </t:msg>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="shared-run">
    <xsl:param name="run"/>
    <xsl:variable name="count"
        select="t:number-words(translate($run, '-', ''))"/>
    <xsl:choose>
      <xsl:when test="$run > 0">
        <t:msg context="trend">
          <t:text>All of these grew {count} years in a row.</t:text>
          <t:hole name="count" select="$count"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="trend">
          <t:text>All of these fell {count} years in a row.</t:text>
          <t:hole name="count" select="$count"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- From where to where, how fast, how steadily, and where it turned. -->
  <xsl:template name="trend">
    <xsl:param name="has-run" select="true()"/>
    <xsl:variable name="obs"
        select="a:obs[@value and not(@sum) and @period != 'unknown']"/>
    <xsl:variable name="to" select="$obs[last()]"/>
    <xsl:call-template name="trend-ends"/>
    <xsl:for-each select="$to/a:since[@kind = 'annual' and
        @base = $obs[1]/@period]">
      <xsl:call-template name="annual-growth"/>
    </xsl:for-each>
    <!-- What a bound was is not known, so no row of years goes over one. -->
    <xsl:if test="not($obs/@qualifier) and @freq = 'A'">
      <xsl:if test="$has-run">
        <xsl:call-template name="run">
          <xsl:with-param name="obs" select="$obs"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$obs[5]">
        <xsl:call-template name="extremes">
          <xsl:with-param name="obs" select="$obs"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="trend-ends">
    <xsl:variable name="obs"
        select="a:obs[@value and not(@sum) and @period != 'unknown']"/>
    <xsl:call-template name="development">
      <xsl:with-param name="from" select="$obs[1]"/>
      <xsl:with-param name="to" select="$obs[last()]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Compound growth a year, in a clause.  Context: since. -->
  <xsl:template name="annual-growth">
    <xsl:variable name="sign" select="t:sign(@value, @decimals)"/>
    <xsl:choose>
      <xsl:when test="$sign = 1">
        <t:msg context="trend">
          <t:text>, an average increase of {value}% a year</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$sign = -1">
        <t:msg context="trend">
          <t:text>, an average decrease of {value}% a year</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Three years or more in one direction: all of them, or the last. -->
  <xsl:template name="run">
    <xsl:param name="obs"/>
    <xsl:variable name="run" select="t:run($obs)"/>
    <xsl:variable name="count" select="translate($run, '-', '')"/>
    <xsl:variable name="is-whole" select="$count = count($obs) - 1"/>
    <xsl:variable name="is-level">
      <xsl:call-template name="is-level"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($obs[4]) or not($count > 2)"/>
      <xsl:when test="$run > 0 and $is-whole and $is-level = 'yes'">
        <t:msg context="trend">
          <t:text>, rising {count} years in a row</t:text>
          <t:hole name="count" select="t:number-words($count)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$run > 0 and $is-whole">
        <t:msg context="trend">
          <t:text>, growing {count} years in a row</t:text>
          <t:hole name="count" select="t:number-words($count)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$is-whole">
        <t:msg context="trend">
          <t:text>, falling {count} years in a row</t:text>
          <t:hole name="count" select="t:number-words($count)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$run > 0 and $is-level = 'yes'">
        <t:msg context="trend">
          <t:text>, rising in each of the last {count} years</t:text>
          <t:hole name="count" select="t:number-words($count)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$run > 0">
        <t:msg context="trend">
          <t:text>, growing in each of the last {count} years</t:text>
          <t:hole name="count" select="t:number-words($count)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="trend">
          <t:text>, falling in each of the last {count} years</t:text>
          <t:hole name="count" select="t:number-words($count)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The largest and the smallest, where they are neither first nor last:
       of equal ones the latest. -->
  <xsl:template name="extremes">
    <xsl:param name="obs"/>
    <xsl:variable name="peak" select="$obs[t:place(., $obs) = 1]"/>
    <xsl:variable name="low" select="$obs[t:place(., $obs, 'least') = 1]"/>
    <xsl:variable name="ends" select="$obs[1] | $obs[last()]"/>
    <xsl:variable name="has-peak"
        select="not($peak/@period = $ends/@period)"/>
    <xsl:variable name="has-low" select="not($low/@period = $ends/@period)"/>
    <xsl:choose>
      <xsl:when test="$has-peak and $has-low">
        <t:msg context="trend">
          <t:text>, with a peak of {peak} {year} and a low of {low}
            {when}</t:text>
          <t:hole name="peak" select="t:figure($peak[last()])"/>
          <t:hole name="year" select="t:when($peak[last()]/@period)"/>
          <t:hole name="low" select="t:figure($low[last()])"/>
          <t:hole name="when" select="t:when($low[last()]/@period)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$has-peak">
        <t:msg context="trend">
          <t:text>, with a peak of {figure} {when}</t:text>
          <t:hole name="figure">
            <xsl:value-of select="t:figure($peak[last()])"/>
            <xsl:apply-templates select="$peak[last()]" mode="status-words"/>
          </t:hole>
          <t:hole name="when" select="t:when($peak[last()]/@period)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$has-low">
        <t:msg context="trend">
          <t:text>, with a low of {figure} {when}</t:text>
          <t:hole name="figure">
            <xsl:value-of select="t:figure($low[last()])"/>
            <xsl:apply-templates select="$low[last()]" mode="status-words"/>
          </t:hole>
          <t:hole name="when" select="t:when($low[last()]/@period)"/>
        </t:msg>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
