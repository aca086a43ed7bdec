<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables of the annual bulletin. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <!-- ==== All figures of a theme in the report year ==== -->

  <!-- Figures of one unit have it in a line above them, and no column of
       units. -->
  <xsl:template name="main-table">
    <xsl:variable name="rows"
        select="a:indicator[@kind != 'event'][a:obs[@current]]"/>
    <xsl:variable name="one-unit" select="$rows[2] and
        not($rows[@unit != $rows[1]/@unit or
        @unitMult != $rows[1]/@unitMult or not(a:obs[@current]/@value)])"/>
    <xsl:variable name="scale">
      <xsl:if test="$one-unit">
        <xsl:value-of select="t:scale($rows/a:obs[@current])"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="changes" select="$rows/a:obs[@current]
        [a:stated or a:change]"/>
    <xsl:variable name="shares" select="$rows/a:obs[@current]/a:share"/>
    <!-- A column of nothing but “not stated” says less than a note. -->
    <xsl:variable name="periods"
        select="$rows/a:obs[@current][@period != 'unknown']"/>
    <xsl:if test="$rows">
      <table id="table-{@id}">
        <caption>
          <t:msg>
            <t:text>{theme}: figures</t:text>
            <t:hole name="theme" select="t:text(a:label)"/>
          </t:msg>
        </caption>
        <xsl:if test="$one-unit">
          <unit>
            <t:msg>
              <t:text>Unit: {unit}</t:text>
              <t:hole name="unit" select="t:unit($rows/a:obs[@current],
                  $scale)"/>
            </t:msg>
          </unit>
        </xsl:if>
        <col/>
        <xsl:if test="$periods"><col/></xsl:if>
        <col align="decimal"/>
        <xsl:if test="not($one-unit)"><col/></xsl:if>
        <xsl:if test="$changes"><col align="end"/></xsl:if>
        <xsl:if test="$shares"><col align="decimal"/></xsl:if>
        <thead>
          <tr>
            <th>
              <t:msg context="table"><t:text>Indicator</t:text></t:msg>
            </th>
            <xsl:if test="$periods">
              <th>
                <t:msg context="table"><t:text>Period</t:text></t:msg>
              </th>
            </xsl:if>
            <th>
              <t:msg context="table"><t:text>Figure</t:text></t:msg>
            </th>
            <xsl:if test="not($one-unit)">
              <th>
                <t:msg context="table"><t:text>Unit</t:text></t:msg>
              </th>
            </xsl:if>
            <xsl:if test="$changes">
              <th>
                <t:msg context="table"><t:text>Change</t:text></t:msg>
              </th>
            </xsl:if>
            <xsl:if test="$shares">
              <th>
                <t:msg context="table"><t:text>Share (%)</t:text></t:msg>
              </th>
            </xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:apply-templates select="." mode="row">
              <xsl:with-param name="periods" select="$periods"/>
              <xsl:with-param name="scale" select="string($scale)"/>
              <xsl:with-param name="changes" select="$changes"/>
              <xsl:with-param name="shares" select="$shares"/>
            </xsl:apply-templates>
          </xsl:for-each>
        </tbody>
        <xsl:call-template name="main-table-notes">
          <xsl:with-param name="obs" select="$rows/a:obs[@current]"/>
          <xsl:with-param name="periods" select="$periods"/>
          <xsl:with-param name="changes" select="$changes"/>
          <xsl:with-param name="shares" select="$shares"/>
        </xsl:call-template>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:indicator" mode="row">
    <xsl:param name="periods"/>
    <xsl:param name="scale"/>
    <xsl:param name="changes"/>
    <xsl:param name="shares"/>
    <xsl:variable name="obs" select="a:obs[@current]"/>
    <tr id="i-{@id}">
      <th scope="row">
        <xsl:value-of select="t:capital(t:text(a:label))"/>
        <xsl:call-template name="marks"/>
      </th>
      <xsl:if test="$periods">
        <td>
          <xsl:for-each select="$obs">
            <xsl:call-template name="period-cell"/>
          </xsl:for-each>
        </td>
      </xsl:if>
      <td>
        <xsl:choose>
          <xsl:when test="$obs/@value and $scale != ''">
            <xsl:value-of select="t:cell($obs, $scale)"/>
            <xsl:apply-templates select="$obs" mode="status-mark"/>
          </xsl:when>
          <xsl:when test="$obs/@value">
            <xsl:value-of select="t:cell($obs)"/>
            <xsl:apply-templates select="$obs" mode="status-mark"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="missing">
              <xsl:with-param name="obs" select="$obs"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </td>
      <xsl:if test="$scale = ''">
        <td>
          <xsl:choose>
            <xsl:when test="$obs/@value">
              <xsl:value-of select="t:unit($obs)"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="t:text(key('unit', @unit)/a:label)"/>
            </xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:if>
      <xsl:if test="$changes">
        <td>
          <xsl:apply-templates select="$obs" mode="change"/>
        </td>
      </xsl:if>
      <xsl:if test="$shares">
        <td>
          <xsl:apply-templates select="$obs" mode="share"/>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- The change stated, else the one computed, else why there is none: an
       indicator of a kind without changes has a dash. -->
  <xsl:template match="a:obs" mode="change">
    <xsl:choose>
      <xsl:when test="a:stated">
        <xsl:for-each select="a:stated[1]">
          <xsl:call-template name="change-cell"/>
          <xsl:call-template name="marks">
            <xsl:with-param name="notes" select="a:note[@kind = 'base']"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="a:change">
        <xsl:for-each select="a:change[1]">
          <xsl:call-template name="change-cell"/>
        </xsl:for-each>
        <sup>*</sup>
      </xsl:when>
      <xsl:when test="../@kind = 'ordinal' or ../@kind = 'threshold' or
          ../@kind = 'measure'">–</xsl:when>
      <xsl:otherwise>…</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:obs" mode="share">
    <xsl:choose>
      <xsl:when test="a:share">
        <xsl:value-of
            select="t:number(a:share[1]/@value, a:share[1]/@decimals)"/>
      </xsl:when>
      <xsl:when test="not(../a:partOf)">–</xsl:when>
      <xsl:otherwise>…</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The legend has the symbols that occur, and no others. -->
  <xsl:template name="main-table-notes">
    <xsl:param name="obs"/>
    <xsl:param name="periods"/>
    <xsl:param name="changes"/>
    <xsl:param name="shares"/>
    <xsl:variable name="fixed" select="$obs[../@kind = 'ordinal' or
        ../@kind = 'threshold' or ../@kind = 'measure']
        [not(a:stated or a:change)]"/>
    <xsl:variable name="has-dots" select="$obs[(@period = 'unknown' and
        $periods) or not(@value or @confStatus or @status = 'Q' or
        @status = 'M')] or ($changes and $obs[not(a:stated or a:change)]
        [not(../@kind = 'ordinal' or ../@kind = 'threshold' or
        ../@kind = 'measure')]) or ($shares and
        $obs[../a:partOf][not(a:share)])"/>
    <xsl:variable name="has-dash" select="($changes and $fixed) or
        $obs[not(@value or @confStatus)][@status = 'M'] or
        ($shares and $obs[not(../a:partOf)][not(a:share)])"/>
    <xsl:variable name="has-star"
        select="$obs[a:change and not(a:stated)]"/>
    <xsl:if test="$has-dots or $has-dash or $has-star or $shares or
        not($periods) or $obs//a:cite">
      <notes>
        <xsl:if test="not($periods)">
          <p>
            <t:msg>
              <t:text>The source does not state the period of these
                figures.</t:text>
            </t:msg>
          </p>
        </xsl:if>
        <xsl:if test="$shares">
          <p>
            <xsl:choose>
              <xsl:when test="$shares[@of != $shares[1]/@of]">
                <t:msg>
                  <t:text>The share is that of the whole that the indicator is
                    a part of, computed.</t:text>
                </t:msg>
              </xsl:when>
              <xsl:otherwise>
                <t:msg>
                  <t:text>The share is that of {whole}, computed.</t:text>
                  <t:hole name="whole" select="t:text(key('indicator',
                      $shares[1]/@of)/a:label)"/>
                </t:msg>
              </xsl:otherwise>
            </xsl:choose>
          </p>
        </xsl:if>
        <xsl:if test="$has-star">
          <p>
            <sup>*</sup>
            <t:msg>
              <t:text>Computed from the levels.</t:text>
            </t:msg>
          </p>
        </xsl:if>
        <xsl:if test="$has-dots">
          <p>
            <t:msg>
              <t:text>“…” means not stated by the source, or not
                available.</t:text>
            </t:msg>
          </p>
        </xsl:if>
        <xsl:if test="$has-dash">
          <p>
            <t:msg>
              <t:text>“–” means not applicable.</t:text>
            </t:msg>
          </p>
        </xsl:if>
        <xsl:call-template name="missing-legend">
          <xsl:with-param name="obs" select="$obs"/>
        </xsl:call-template>
        <xsl:call-template name="status-legend">
          <xsl:with-param name="obs" select="$obs"/>
        </xsl:call-template>
        <xsl:call-template name="source-line">
          <xsl:with-param name="cites" select="$obs//a:cite"/>
        </xsl:call-template>
      </notes>
    </xsl:if>
  </xsl:template>

  <!-- ==== Series over the years: periods down, indicators across ==== -->

  <xsl:key name="period" match="a:obs[@value and @period != 'unknown']"
      use="concat(../../@id, ' ', @period)"/>

  <xsl:key name="missing" match="a:obs[not(@value)]"
      use="concat(../@id, ' ', @period)"/>

  <xsl:template name="series">
    <xsl:variable name="series" select="a:indicator[@kind != 'event']
        [a:obs[@value and @period != 'unknown'][2]]"/>
    <xsl:variable name="theme" select="."/>
    <!-- Six columns at most, and the tables of one theme equally wide. -->
    <xsl:variable name="width" select="ceiling(count($series) div
        ceiling(count($series) div 6))"/>
    <xsl:for-each select="$series">
      <xsl:variable name="start" select="position()"/>
      <xsl:if test="($start - 1) mod $width = 0">
        <xsl:apply-templates select="$theme" mode="series">
          <xsl:with-param name="columns" select="$series
              [not($start > position())][not(position() > $width)]"/>
        </xsl:apply-templates>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="a:theme" mode="series">
    <xsl:param name="columns"/>
    <xsl:variable name="theme" select="@id"/>
    <xsl:variable name="one-unit" select="not($columns[@unit !=
        $columns[1]/@unit or @unitMult != $columns[1]/@unitMult])"/>
    <!-- One scale for all columns, or one for each, in their order. -->
    <xsl:variable name="scales">
      <xsl:for-each select="$columns">
        <s>
          <xsl:value-of select="t:scale(a:obs[@value] |
              $columns[$one-unit]/a:obs[@value])"/>
        </s>
      </xsl:for-each>
    </xsl:variable>
    <table id="series-{$columns[1]/@id}">
      <caption>
        <t:msg>
          <t:text>{theme}: {first} to {last}</t:text>
          <t:hole name="theme" select="t:text(a:label)"/>
          <t:hole name="first" select="t:date($columns[1]/a:obs[@value and
              @period != 'unknown'][1]/@period)"/>
          <t:hole name="last" select="t:date($columns[1]/a:obs[@value and
              @period != 'unknown'][last()]/@period)"/>
        </t:msg>
      </caption>
      <xsl:if test="$one-unit">
        <unit>
          <t:msg>
            <t:text>Unit: {unit}</t:text>
            <t:hole name="unit">
              <xsl:call-template name="series-unit">
                <xsl:with-param name="indicators" select="$columns"/>
              </xsl:call-template>
            </t:hole>
          </t:msg>
        </unit>
      </xsl:if>
      <col/>
      <xsl:for-each select="$columns"><col align="decimal"/></xsl:for-each>
      <thead>
        <tr>
          <th>
            <t:msg context="table"><t:text>Period</t:text></t:msg>
          </th>
          <xsl:for-each select="$columns">
            <th>
              <xsl:if test="not(a:obs[@current])">
                <xsl:attribute name="id">
                  <xsl:value-of select="concat('i-', @id)"/>
                </xsl:attribute>
              </xsl:if>
              <xsl:value-of select="t:capital(t:text(a:label))"/>
              <xsl:if test="not($one-unit)">
                <br/>
                <t:msg context="table">
                  <t:text>({unit})</t:text>
                  <t:hole name="unit">
                    <xsl:call-template name="series-unit">
                      <xsl:with-param name="indicators" select="."/>
                    </xsl:call-template>
                  </t:hole>
                </t:msg>
              </xsl:if>
            </th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$columns/a:obs[generate-id() = generate-id(
            key('period', concat($theme, ' ', @period))[../@id =
            $columns/@id][1])]">
          <xsl:sort select="@period"/>
          <xsl:call-template name="series-row">
            <xsl:with-param name="columns" select="$columns"/>
            <xsl:with-param name="scales"
                select="exsl:node-set($scales)/*"/>
          </xsl:call-template>
        </xsl:for-each>
      </tbody>
      <xsl:call-template name="series-notes">
        <xsl:with-param name="columns" select="$columns"/>
      </xsl:call-template>
    </table>
  </xsl:template>

  <xsl:template name="series-unit">
    <xsl:param name="indicators"/>
    <xsl:variable name="obs" select="$indicators/a:obs[@value]"/>
    <xsl:value-of select="t:unit($obs, t:scale($obs))"/>
  </xsl:template>

  <xsl:template name="series-row">
    <xsl:param name="columns"/>
    <xsl:param name="scales"/>
    <xsl:variable name="period" select="@period"/>
    <xsl:variable name="here" select="key('period',
        concat(../../@id, ' ', $period))"/>
    <tr>
      <th scope="row">
        <xsl:value-of select="t:date($period)"/>
        <xsl:call-template name="marks">
          <xsl:with-param name="obs"
              select="$here[not(@current)][../@id = $columns/@id]"/>
        </xsl:call-template>
      </th>
      <xsl:for-each select="$columns">
        <xsl:variable name="column" select="position()"/>
        <xsl:variable name="obs"
            select="$here[../@id = current()/@id][last()]"/>
        <td>
          <xsl:choose>
            <xsl:when test="not($obs)">
              <xsl:call-template name="missing">
                <xsl:with-param name="obs" select="key('missing',
                    concat(@id, ' ', $period))[1]"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="t:cell($obs, $scales[$column])"/>
              <xsl:apply-templates select="$obs" mode="status-mark"/>
            </xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template name="series-notes">
    <xsl:param name="columns"/>
    <xsl:variable name="periods" select="$columns/a:obs[@value]/@period"/>
    <xsl:variable name="gaps">
      <xsl:for-each select="$columns">
        <xsl:variable name="own" select="a:obs[@value or @confStatus or
            @status = 'Q' or @status = 'M']/@period"/>
        <xsl:if test="$periods[not(. = $own)]">yes</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="cites" select="$columns/a:obs[@value]/a:cite"/>
    <xsl:variable name="obs" select="$columns/a:obs[@period = $periods]"/>
    <xsl:if test="$gaps != '' or $cites">
      <notes>
        <xsl:if test="$gaps != ''">
          <p>
            <t:msg>
              <t:text>“…” means not stated by the source, or not
                available.</t:text>
            </t:msg>
          </p>
        </xsl:if>
        <xsl:if test="$obs[not(@value or @confStatus)][@status = 'M']">
          <p>
            <t:msg>
              <t:text>“–” means not applicable.</t:text>
            </t:msg>
          </p>
        </xsl:if>
        <xsl:call-template name="missing-legend">
          <xsl:with-param name="obs" select="$obs"/>
        </xsl:call-template>
        <xsl:call-template name="status-legend">
          <xsl:with-param name="obs" select="$obs"/>
        </xsl:call-template>
        <xsl:call-template name="source-line">
          <xsl:with-param name="cites" select="$cites"/>
        </xsl:call-template>
      </notes>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
