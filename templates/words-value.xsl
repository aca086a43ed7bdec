<?xml version="1.0" encoding="UTF-8"?>
<!--
  Figures in words.

    sentence (mode)   a sentence on an indicator's figure of the report year,
                      with shares and changes
    details (mode)    those shares and changes, clauses behind a figure
    implied           the earlier level behind a stated rate
    place (mode)      a rank with its scope
    effects           what the parts of a whole did to its change
    largest           the largest, or the n largest, of figures or shares
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <!-- One sentence on one figure, with its changes and shares. -->
  <xsl:template match="a:indicator" mode="sentence">
    <xsl:variable name="obs" select="a:obs[@current]"/>
    <xsl:variable name="kind" select="@kind"/>
    <xsl:variable name="label" select="t:text(a:label)"/>
    <xsl:variable name="figure" select="t:figure($obs)"/>
    <xsl:variable name="details">
      <xsl:apply-templates select="$obs" mode="details"/>
    </xsl:variable>
    <xsl:variable name="change" select="($obs/a:stated | $obs/a:change)[1]"/>
    <xsl:choose>
      <!-- Labels of counts are plurals. -->
      <xsl:when test="key('unit', @unit)/@measures = 'count' and
          $obs/@exact = 1">
        <t:msg context="count">
          <t:text>{indicator}: {figure}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="t:counted($obs)"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:when>
      <!-- No count is less than nought. -->
      <xsl:when test="t:sign($obs/@exact) = -1">
        <t:msg context="level">
          <t:text>{indicator} stood at {figure}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="$figure"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="key('unit', @unit)/@measures = 'count'">
        <t:msg context="count">
          <t:text>there were {figure} {indicator}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="t:counted($obs)"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:when>
      <!-- What was not reached before. -->
      <xsl:when test="$obs/@qualifier = 'over' and ($kind = 'stock' or
          $kind = 'flow' or $kind = 'quantity') and
          not($obs/preceding-sibling::a:obs[@exact]
          [t:compare(@exact, $obs/@exact) != -1])">
        <t:msg context="bound">
          <t:text>{indicator} exceeded {figure}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="t:amount($obs)"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="$obs/@qualifier">
        <t:msg context="bound">
          <t:text>{indicator} came to {figure}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="$figure"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:when>
      <!-- What fell has not reached its figure. -->
      <xsl:when test="($kind = 'stock' or $kind = 'flow' or
          $kind = 'quantity') and not($change[not(t:sign(@value,
          @decimals) = 1)])">
        <t:msg context="amount">
          <t:text>{indicator} reached {figure}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="$figure"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="level">
          <t:text>{indicator} stood at {figure}{details}.</t:text>
          <t:hole name="indicator" select="$label"/>
          <t:hole name="figure" select="$figure"/>
          <t:hole name="details" select="$details"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What follows a figure: shares, and its changes, else those computed.
       A difference is told with the rate of the same base and sign. -->
  <xsl:template match="a:obs" mode="details">
    <xsl:apply-templates select="." mode="status-words"/>
    <xsl:for-each select="a:share">
      <t:msg context="detail">
        <t:text>, {value}% of {whole}</t:text>
        <t:hole name="value" select="t:number(@value, @decimals)"/>
        <t:hole name="whole"
            select="t:text(key('indicator', @of)/a:label)"/>
      </t:msg>
    </xsl:for-each>
    <xsl:for-each select="key('told-bound', generate-id())">
      <t:msg context="detail">
        <t:text>, {change}</t:text>
        <t:hole name="change">
          <xsl:apply-templates select="." mode="words"/>
        </t:hole>
      </t:msg>
    </xsl:for-each>
    <xsl:for-each select="a:stated | a:change[not(../a:stated)]
        [@kind != 'difference' or ../../@kind != 'multiple' and
        not(../a:change[@kind = 'percent']/@base = @base)]">
      <xsl:variable name="rate" select="../a:stated[@kind = 'percent' and
          @base = current()/@base and
          t:sign(@value) = t:sign(current()/@value)]"/>
      <xsl:if test="not(@kind = 'difference' and $rate)">
        <t:msg context="detail">
          <t:text>, {change}</t:text>
          <t:hole name="change">
            <xsl:call-template name="change-words">
              <xsl:with-param name="difference"
                  select="../a:stated[@kind = 'difference' and
                  @base = current()/@base and
                  t:sign(@value) = t:sign(current()/@value)]"/>
            </xsl:call-template>
          </t:hole>
        </t:msg>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The earlier level behind a stated rate, with its certain digits. -->
  <xsl:template name="implied">
    <t:msg>
      <t:text>by this rate, {indicator} had been {figure} {when}.</t:text>
      <t:hole name="indicator"
          select="t:text(ancestor::a:indicator/a:label)"/>
      <t:hole name="figure" select="t:value(@certain, @unitMult,
          key('unit', ancestor::a:indicator/@unit), 'about')"/>
      <t:hole name="when" select="t:when(@period)"/>
    </t:msg>
  </xsl:template>

  <xsl:template match="a:indicator" mode="place">
    <t:msg context="place">
      <t:text>{figure} {scope}{details}</t:text>
      <t:hole name="figure" select="t:figure(a:obs[@current])"/>
      <t:hole name="scope" select="t:text(a:universe/a:scope)"/>
      <t:hole name="details">
        <xsl:apply-templates select="a:obs[@current]" mode="details"/>
      </t:hole>
    </t:msg>
  </xsl:template>

  <!-- ==== Parts of a whole ==== -->

  <!-- Contributions to the change of a whole, and points of its growth, the
       largest first.  effects: of one whole, group, kind (contribution) and
       base; those of kind pull stand beside them. -->
  <xsl:template name="effects">
    <xsl:param name="effects"/>
    <xsl:variable name="whole" select="key('indicator', $effects[1]/@of)"/>
    <xsl:variable name="whole-falls">
      <xsl:for-each select="$effects[1]">
        <xsl:call-template name="whole-falls"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="items">
      <xsl:for-each select="$effects">
        <xsl:sort select="t:place(., $effects)" data-type="number"/>
        <xsl:variable name="pull" select="../a:effect[@kind = 'pull' and
            @of = current()/@of and @group = current()/@group and
            @base = current()/@base]"/>
        <i>
          <xsl:choose>
            <xsl:when test="$pull and t:sign($pull/@value,
                $pull/@decimals) = -1">
              <t:msg context="effect" n="t:magnitude($pull/@value,
                  $pull/@decimals)">
                <t:text>{indicator} contributed {value}% (taking off {points}
                  percentage point)</t:text>
                <t:plural>{indicator} contributed {value}% (taking off {points}
                  percentage points)</t:plural>
                <t:hole name="indicator" select="t:text(../../a:label)"/>
                <t:hole name="value" select="t:number(@value, @decimals)"/>
                <t:hole name="points" select="t:magnitude($pull/@value,
                    $pull/@decimals)"/>
              </t:msg>
            </xsl:when>
            <xsl:when test="$pull">
              <t:msg context="effect" n="t:number($pull/@value,
                  $pull/@decimals)">
                <t:text>{indicator} contributed {value}% (adding {points}
                  percentage point)</t:text>
                <t:plural>{indicator} contributed {value}% (adding {points}
                  percentage points)</t:plural>
                <t:hole name="indicator" select="t:text(../../a:label)"/>
                <t:hole name="value" select="t:number(@value, @decimals)"/>
                <t:hole name="points" select="t:number($pull/@value,
                    $pull/@decimals)"/>
              </t:msg>
            </xsl:when>
            <xsl:otherwise>
              <t:msg context="effect">
                <t:text>{indicator} contributed {value}%</t:text>
                <t:hole name="indicator" select="t:text(../../a:label)"/>
                <t:hole name="value" select="t:number(@value, @decimals)"/>
              </t:msg>
            </xsl:otherwise>
          </xsl:choose>
        </i>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$whole-falls = 'yes'">
        <t:msg context="effect">
          <t:text>of the fall of {whole}, {items}.</t:text>
          <t:hole name="whole" select="t:text($whole/a:label)"/>
          <t:hole name="items" select="t:clauses(exsl:node-set($items)/*)"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="effect">
          <t:text>of the growth of {whole}, {items}.</t:text>
          <t:hole name="whole" select="t:text($whole/a:label)"/>
          <t:hole name="items" select="t:clauses(exsl:node-set($items)/*)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== The largest ==== -->

  <!-- ends: observations, or shares of one whole, of one period.  most: how
       many to name, and more where the last of them have equals; of one to
       name the first. -->
  <xsl:template name="largest">
    <xsl:param name="ends"/>
    <xsl:param name="most" select="1"/>
    <xsl:variable name="named">
      <xsl:for-each select="$ends[not(t:place(., $ends) > $most)]">
        <xsl:sort select="t:place(., $ends)" data-type="number"/>
        <i><xsl:apply-templates select="." mode="listed"/></i>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="$ends">
      <xsl:sort select="t:place(., $ends)" data-type="number"/>
      <xsl:if test="position() = 1">
        <xsl:choose>
          <xsl:when test="$most > 1">
            <t:msg>
              <t:text>{when}, the {count} largest were {items}.</t:text>
              <t:hole name="when"
                  select="t:capital(t:when(ancestor-or-self::a:obs/@period))"/>
              <t:hole name="count" select="t:number-words(
                  count(exsl:node-set($named)/*))"/>
              <t:hole name="items"
                  select="t:join(exsl:node-set($named)/*)"/>
            </t:msg>
          </xsl:when>
          <xsl:when test="self::a:share">
            <t:msg>
              <t:text>{when}, the largest share was that of {indicator}:
                {value}%.</t:text>
              <t:hole name="when" select="t:capital(t:when(../@period))"/>
              <t:hole name="indicator" select="t:text(../../a:label)"/>
              <t:hole name="value" select="t:number(@value, @decimals)"/>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <t:msg>
              <t:text>{when}, the largest figure was that of {indicator}:
                {figure}.</t:text>
              <t:hole name="when" select="t:capital(t:when(@period))"/>
              <t:hole name="indicator" select="t:text(../a:label)"/>
              <t:hole name="figure" select="t:counted(.)"/>
            </t:msg>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="a:obs" mode="listed">
    <t:msg context="listed">
      <t:text>{indicator} ({figure})</t:text>
      <t:hole name="indicator" select="t:text(../a:label)"/>
      <t:hole name="figure" select="t:counted(.)"/>
    </t:msg>
  </xsl:template>
  <xsl:template match="a:share" mode="listed">
    <t:msg context="listed">
      <t:text>{indicator} ({value}%)</t:text>
      <t:hole name="indicator" select="t:text(../../a:label)"/>
      <t:hole name="value" select="t:number(@value, @decimals)"/>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
