<?xml version="1.0" encoding="UTF-8"?>
<!--
  A change in words.  The verb follows from the kind of the change and its
  sign, and this file, with words-trend.xsl and words-value.xsl, is the only
  one that has such verbs: what falls cannot be told as growth.

    change-words     a clause: “up 8.9% on the previous year”
    change-cell      a cell of a table: “+8.9%”
    against          what a change is measured against

  Context of each: an element stated, change or since.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    extension-element-prefixes="t" exclude-result-prefixes="a">

  <!-- ==== For a table, with a sign ==== -->

  <xsl:template name="change-cell">
    <xsl:variable name="count" select="translate(@value, '-', '')"/>
    <xsl:choose>
      <xsl:when test="@kind = 'percent' or @kind = 'contribution'">
        <xsl:value-of select="concat(t:signed(@value, @decimals), '%')"/>
      </xsl:when>
      <xsl:when test="@kind = 'annual'">
        <t:msg context="table">
          <t:text>{value}% a year</t:text>
          <t:hole name="value" select="t:signed(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'times'">
        <t:msg context="table" n="t:number(@value, @decimals)">
          <t:text>{value} time</t:text>
          <t:plural>{value} times</t:plural>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'doublings'">
        <t:msg context="table" n="t:number(@value, @decimals)">
          <t:text>{value} doubling</t:text>
          <t:plural>{value} doublings</t:plural>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'points' or @kind = 'pull'">
        <t:msg context="table">
          <t:text>{value} points</t:text>
          <t:hole name="value" select="t:signed(@value, @decimals)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'places' and t:sign(@value) = 0">
        <t:msg context="rank">
          <t:text>unchanged</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'places' and t:sign(@value) = 1">
        <t:msg context="rank" n="$count">
          <t:text>up {value} place</t:text>
          <t:plural>up {value} places</t:plural>
          <t:hole name="value" select="t:magnitude(@value)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'places'">
        <t:msg context="rank" n="$count">
          <t:text>down {value} place</t:text>
          <t:plural>down {value} places</t:plural>
          <t:hole name="value" select="t:magnitude(@value)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="t:sign(@value, @decimals) = 1">+</xsl:if>
        <xsl:value-of select="t:figure(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== In a sentence ==== -->

  <!-- difference: the same change as an amount, to be told with a rate. -->
  <xsl:template name="change-words">
    <xsl:param name="difference" select="/.."/>
    <xsl:variable name="words">
      <xsl:apply-templates select="." mode="words">
        <xsl:with-param name="sign" select="t:sign(@value, @decimals)"/>
        <xsl:with-param name="difference" select="$difference"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@basis = 'comparable-prices'">
        <t:msg context="change">
          <t:text>{change} at comparable prices</t:text>
          <t:hole name="change" select="string($words)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="ancestor::a:indicator/@prices = 'constant' and
          (@kind = 'percent' or @kind = 'annual')">
        <t:msg context="change">
          <t:text>{change} at constant prices</t:text>
          <t:hole name="change" select="string($words)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same clause of no change for all kinds. -->
  <xsl:template name="unchanged">
    <t:msg context="change">
      <t:text>unchanged {against}</t:text>
      <t:hole name="against">
        <xsl:call-template name="against">
          <xsl:with-param name="form" select="'from'"/>
        </xsl:call-template>
      </t:hole>
    </t:msg>
  </xsl:template>

  <!-- A rate goes with growth, and its amount with an increase. -->
  <xsl:template match="*[@kind = 'percent']" mode="words">
    <xsl:param name="sign"/>
    <xsl:param name="difference"/>
    <xsl:choose>
      <xsl:when test="$sign = 0">
        <xsl:call-template name="unchanged"/>
      </xsl:when>
      <xsl:when test="$sign = 1 and $difference">
        <t:msg context="change">
          <t:text>up {value}%, or {amount}, {against}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="amount" select="t:amount($difference)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$difference">
        <t:msg context="change">
          <t:text>down {value}%, or {amount}, {against}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="amount" select="t:amount($difference)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$sign = 1">
        <t:msg context="change">
          <t:text>up {value}% {against}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change">
          <t:text>down {value}% {against}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A share or a rate is raised or lowered, by points. -->
  <xsl:template match="*[@kind = 'points']" mode="words">
    <xsl:param name="sign"/>
    <xsl:variable name="count" select="t:magnitude(@value, @decimals)"/>
    <xsl:choose>
      <xsl:when test="$sign = 0">
        <xsl:call-template name="unchanged"/>
      </xsl:when>
      <xsl:when test="$sign = 1">
        <t:msg context="change" n="$count">
          <t:text>up {value} percentage point {against}</t:text>
          <t:plural>up {value} percentage points {against}</t:plural>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change" n="$count">
          <t:text>down {value} percentage point {against}</t:text>
          <t:plural>down {value} percentage points {against}</t:plural>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A rank moves forward or back: up is a smaller number. -->
  <xsl:template match="*[@kind = 'places']" mode="words">
    <xsl:param name="sign"/>
    <xsl:variable name="count" select="translate(@value, '-', '')"/>
    <xsl:choose>
      <xsl:when test="$sign = 0">
        <xsl:call-template name="unchanged"/>
      </xsl:when>
      <xsl:when test="$sign = 1">
        <t:msg context="change" n="$count">
          <t:text>up {value} place {against}</t:text>
          <t:plural>up {value} places {against}</t:plural>
          <t:hole name="value" select="t:number-words(@value)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change" n="$count">
          <t:text>down {value} place {against}</t:text>
          <t:plural>down {value} places {against}</t:plural>
          <t:hole name="value" select="t:number-words(@value)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- From less than nought to more, or back: no rate could tell it. -->
  <xsl:template match="*[@kind = 'difference'][@turn]" mode="words"
      priority="1">
    <xsl:param name="sign"/>
    <!-- Profits are known by their label. -->
    <xsl:variable name="label"
        select="ancestor::a:indicator/a:label[lang('en')]"/>
    <xsl:variable name="is-profit" select="contains($label, 'profit') or
        contains($label, 'earnings')"/>
    <xsl:choose>
      <xsl:when test="$sign = 1 and $is-profit">
        <t:msg context="turn">
          <t:text>turning from a loss into a profit, {change}</t:text>
          <t:hole name="change">
            <xsl:call-template name="difference-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$sign = 1">
        <t:msg context="turn">
          <t:text>turning from negative to positive, {change}</t:text>
          <t:hole name="change">
            <xsl:call-template name="difference-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$is-profit">
        <t:msg context="turn">
          <t:text>turning from a profit into a loss, {change}</t:text>
          <t:hole name="change">
            <xsl:call-template name="difference-words"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="turn">
          <t:text>turning from positive to negative, {change}</t:text>
          <t:hole name="change">
            <xsl:call-template name="difference-words"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[@kind = 'difference']" mode="words">
    <xsl:call-template name="difference-words"/>
  </xsl:template>

  <!-- An amount is more or less; an index or a multiple higher or lower. -->
  <xsl:template name="difference-words">
    <xsl:variable name="sign" select="t:sign(@value, @decimals)"/>
    <xsl:variable name="is-level">
      <xsl:for-each select="ancestor::a:indicator">
        <xsl:call-template name="is-level"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="base" select="ancestor::a:indicator/a:obs[@exact and
        @period = current()/@base][last()]"/>
    <xsl:choose>
      <xsl:when test="$sign = 0">
        <xsl:call-template name="unchanged"/>
      </xsl:when>
      <!-- Nothing grows from nothing. -->
      <xsl:when test="$sign = 1 and $base and t:sign($base/@exact) = 0">
        <t:msg context="change">
          <t:text>a net gain of {amount} {against}</t:text>
          <t:hole name="amount" select="t:amount(.)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$is-level = 'yes' and $sign = 1">
        <t:msg context="change of a level">
          <t:text>up {amount} {against}</t:text>
          <t:hole name="amount" select="t:amount(.)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$is-level = 'yes'">
        <t:msg context="change of a level">
          <t:text>down {amount} {against}</t:text>
          <t:hole name="amount" select="t:amount(.)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:when test="$sign = 1">
        <t:msg context="change">
          <t:text>up {amount} {against}</t:text>
          <t:hole name="amount" select="t:amount(.)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="change">
          <t:text>down {amount} {against}</t:text>
          <t:hole name="amount" select="t:amount(.)"/>
          <t:hole name="against">
            <xsl:call-template name="against"/>
          </t:hole>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Since a base of some years ago ==== -->

  <!-- 2.66 times the level, and never so many times more, or less. -->
  <xsl:template match="*[@kind = 'times']" mode="words">
    <t:msg context="since" n="t:number(@value, @decimals)">
      <t:text>{value} time the level of {base}</t:text>
      <t:plural>{value} times the level of {base}</t:plural>
      <t:hole name="value" select="t:number(@value, @decimals)"/>
      <t:hole name="base" select="t:named(@base)"/>
    </t:msg>
  </xsl:template>

  <!-- One doubling is twice as much, two are four times. -->
  <xsl:template match="*[@kind = 'doublings']" mode="words">
    <xsl:choose>
      <xsl:when test="@value = 1">
        <t:msg context="since">
          <t:text>double the level of {base}</t:text>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@value = 2">
        <t:msg context="since">
          <t:text>four times the level of {base}</t:text>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="since">
          <t:text>doubled {value} times over from the level of {base}</t:text>
          <t:hole name="value" select="t:number-words(@value)"/>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[@kind = 'annual']" mode="words">
    <xsl:param name="sign"/>
    <xsl:choose>
      <xsl:when test="$sign = 0">
        <xsl:call-template name="unchanged"/>
      </xsl:when>
      <xsl:when test="$sign = 1">
        <t:msg context="since">
          <t:text>up by an average of {value}% a year since {base}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="since">
          <t:text>down by an average of {value}% a year since {base}</t:text>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== What a part did to its whole, as the source states it ==== -->

  <xsl:template match="*[@kind = 'contribution']" mode="words">
    <xsl:variable name="whole-falls">
      <xsl:call-template name="whole-falls"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$whole-falls = 'yes'">
        <t:msg context="effect">
          <t:text>contributing {value}% of the fall of {whole}</t:text>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
          <t:hole name="whole"
              select="t:text(key('indicator', @of)/a:label)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="effect">
          <t:text>contributing {value}% of the growth of {whole}</t:text>
          <t:hole name="value" select="t:number(@value, @decimals)"/>
          <t:hole name="whole"
              select="t:text(key('indicator', @of)/a:label)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- “yes” if the whole became less from the same base.  Context: what a part
       did to it. -->
  <xsl:template name="whole-falls">
    <xsl:variable name="change" select="key('indicator', @of)/a:obs[@period =
        current()/../@period]/*[self::a:change or self::a:stated]
        [(@kind = 'difference' or @kind = 'percent') and
        @base = current()/@base]"/>
    <xsl:if test="$change and t:sign($change[1]/@value,
        $change[1]/@decimals) = -1">yes</xsl:if>
  </xsl:template>

  <xsl:template match="*[@kind = 'pull']" mode="words">
    <xsl:param name="sign"/>
    <xsl:variable name="count" select="t:magnitude(@value, @decimals)"/>
    <xsl:choose>
      <xsl:when test="$sign = -1">
        <t:msg context="effect" n="$count">
          <t:text>taking {value} percentage point off the growth of
            {whole}</t:text>
          <t:plural>taking {value} percentage points off the growth of
            {whole}</t:plural>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="whole" select="t:text(key('indicator', @of)/a:label)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="effect" n="$count">
          <t:text>adding {value} percentage point to the growth of
            {whole}</t:text>
          <t:plural>adding {value} percentage points to the growth of
            {whole}</t:plural>
          <t:hole name="value" select="t:magnitude(@value, @decimals)"/>
          <t:hole name="whole" select="t:text(key('indicator', @of)/a:label)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Against what ==== -->

  <!-- The year before has its word in annual figures; in those of a quarter or
       a month, the same one of the year before and the one before it.
       form: “on” after more or less, “from” after unchanged. -->
  <xsl:template name="against">
    <xsl:param name="form" select="'on'"/>
    <xsl:variable name="base"
        select="t:base(@base, ancestor::a:obs/@period)"/>
    <xsl:choose>
      <xsl:when test="$base = 'same'">
        <t:msg context="base">
          <t:text>year on year</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$form = 'from'">
        <xsl:call-template name="against-from">
          <xsl:with-param name="base" select="$base"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$base = 'year'">
        <t:msg context="base">
          <t:text>on the previous year</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$base = 'half'">
        <t:msg context="base">
          <t:text>on the previous half-year</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$base = 'quarter'">
        <t:msg context="base">
          <t:text>on the previous quarter</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$base = 'month'">
        <t:msg context="base">
          <t:text>on the previous month</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="t:date(@base) = ''">
        <t:msg context="base">
          <t:text>on the period before</t:text>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="base">
          <t:text>on {base}</t:text>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="against-from">
    <xsl:param name="base"/>
    <xsl:choose>
      <xsl:when test="$base = 'year'">
        <t:msg context="base">
          <t:text>from the previous year</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$base = 'half'">
        <t:msg context="base">
          <t:text>from the previous half-year</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$base = 'quarter'">
        <t:msg context="base">
          <t:text>from the previous quarter</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$base = 'month'">
        <t:msg context="base">
          <t:text>from the previous month</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="t:date(@base) = ''">
        <t:msg context="base">
          <t:text>from the period before</t:text>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="base">
          <t:text>from {base}</t:text>
          <t:hole name="base" select="t:named(@base)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
