<?xml version="1.0" encoding="UTF-8"?>
<!--
  What reports share: keys, marks of notes, the index; what is said of
  figures is in words-*.xsl.  Every word is a t:msg, every figure comes from a
  function.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:d="urn:gongbao:document:1" xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a d">
  <xsl:include href="status.xsl"/>
  <xsl:include href="words-value.xsl"/>
  <xsl:include href="words-bound.xsl"/>
  <xsl:include href="words-change.xsl"/>
  <xsl:include href="words-trend.xsl"/>
  <xsl:include href="sources.xsl"/>

  <!-- The report's language, as in xml:lang. -->
  <xsl:param name="lang"/>

  <xsl:strip-space elements="*"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="data" select="/a:aggregated"/>
  <xsl:variable name="year" select="$data/@year"/>

  <xsl:key name="unit" match="a:unit" use="@id"/>
  <xsl:key name="indicator" match="a:indicator" use="@id"/>
  <xsl:key name="cite" match="a:cite" use="@source"/>
  <!-- What readers must know of a figure. -->
  <xsl:key name="remark" use="a:text[1]"
      match="a:obs/a:note[@kind != 'revision'] | a:indicator/a:note
      | a:stated/a:note[@kind != 'revision']"/>

  <!-- ==== What a report begins with ==== -->

  <!-- Context: the root. -->
  <xsl:template name="title">
    <t:msg>
      <t:text>{title} {year}</t:text>
      <t:hole name="title" select="t:text(a:title)"/>
      <t:hole name="year" select="@year"/>
    </t:msg>
  </xsl:template>

  <xsl:template name="head">
    <xsl:param name="subject"/>
    <head>
      <title><xsl:call-template name="title"/></title>
      <author><xsl:value-of select="t:text(a:publisher)"/></author>
      <subject><xsl:value-of select="$subject"/></subject>
      <keywords>
        <xsl:for-each select="a:theme">
          <xsl:if test="position() > 1">, </xsl:if>
          <xsl:value-of select="t:text(a:label)"/>
        </xsl:for-each>
      </keywords>
    </head>
  </xsl:template>

  <xsl:template name="cover">
    <xsl:param name="subtitle" select="t:date(@year)"/>
    <xsl:param name="figure"/>
    <cover>
      <title><xsl:value-of select="t:text(a:title)"/></title>
      <subtitle><xsl:value-of select="$subtitle"/></subtitle>
      <xsl:copy-of select="$figure"/>
      <p><xsl:value-of select="t:text(a:publisher)"/></p>
      <p><xsl:value-of select="t:date(@prepared)"/></p>
    </cover>
  </xsl:template>

  <!-- Contents of the sections, then of the tables and figures that body, the
       report's document elements, has. -->
  <xsl:template name="contents">
    <xsl:param name="depth"/>
    <xsl:param name="body"/>
    <toc depth="{$depth}">
      <h>
        <t:msg>
          <t:text>Contents</t:text>
        </t:msg>
      </h>
    </toc>
    <xsl:if test="$body//d:table/d:caption">
      <toc of="tables">
        <h>
          <t:msg context="contents">
            <t:text>Tables</t:text>
          </t:msg>
        </h>
      </toc>
    </xsl:if>
    <xsl:if test="$body//d:figcaption">
      <toc of="figures">
        <h>
          <t:msg context="contents">
            <t:text>Figures</t:text>
          </t:msg>
        </h>
      </toc>
    </xsl:if>
  </xsl:template>

  <!-- ==== Remarks: numbered once for the whole report ==== -->

  <xsl:variable name="remark-list">
    <xsl:for-each select="//a:note[generate-id() =
        generate-id(key('remark', a:text[1])[1])]">
      <n key="{a:text[1]}" number="{position()}"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:key name="number" match="*[local-name() = 'n']" use="@key"/>

  <!-- The number of the remark with this text. -->
  <xsl:template name="remark-number">
    <xsl:param name="text"/>
    <xsl:for-each select="exsl:node-set($remark-list)">
      <xsl:value-of select="key('number', $text)/@number"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Indicators that a link can lead to: in a table or among the events. -->
  <xsl:variable name="shown" select="//a:indicator[a:obs[@current] or
      @kind != 'event' and a:obs[@value and @period != 'unknown'][2]]"/>

  <xsl:template match="a:indicator" mode="link">
    <xsl:param name="label" select="t:text(a:label)"/>
    <xsl:choose>
      <xsl:when test="a:obs[@current] or @kind != 'event' and
          a:obs[@value and @period != 'unknown'][2]">
        <a href="#i-{@id}"><xsl:value-of select="$label"/></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$label"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Marks that lead to remarks: those on an indicator and its figure.  What
       a stated change rests on is marked beside the change. -->
  <xsl:template name="marks">
    <xsl:param name="obs" select="a:obs[@current]"/>
    <xsl:param name="notes" select="self::a:indicator/a:note
        | $obs/a:note[@kind != 'revision'] | $obs/a:stated/a:note
        [@kind != 'base' and @kind != 'revision']"/>
    <xsl:variable name="numbers">
      <xsl:for-each select="$notes">
        <m>
          <xsl:call-template name="remark-number">
            <xsl:with-param name="text" select="a:text[1]"/>
          </xsl:call-template>
        </m>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($numbers)/*
        [not(. = preceding-sibling::*)]">
      <sup><a href="#note-{.}">[<xsl:value-of select="."/>]</a></sup>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== What stands in the place of a figure ==== -->

  <!-- Where changes come from. -->
  <xsl:template name="changes-note">
    <t:msg>
      <t:text>Changes are those that the source states; where it
        states none they are computed from the levels it
        prints.</t:text>
    </t:msg>
  </xsl:template>

  <!-- The edition of a list: "2024 edition". -->
  <xsl:template name="edition">
    <xsl:param name="edition" select="@edition"/>
    <xsl:choose>
      <xsl:when test="t:date($edition) = ''">
        <xsl:value-of select="$edition"/>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>{year} edition</t:text>
          <t:hole name="year" select="$edition"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A period in a table; a mark where it is not known. -->
  <xsl:template name="period-cell">
    <xsl:choose>
      <xsl:when test="@period = 'unknown'">…</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="t:date(@period, @phase)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Changes that the source states, beside its own levels ==== -->

  <!-- All of the report year's, and of other years those that do not follow
       from the levels or that have a remark. -->
  <xsl:variable name="stated" select="//a:obs[@current]/a:stated
      | //a:stated[@verdict = 'explained' or @verdict = 'differs' or
      a:note[@kind != 'revision']]"/>

  <xsl:template name="comparison">
    <section id="comparison" class="appendix">
      <h>
        <t:msg>
          <t:text>Stated changes and the levels</t:text>
        </t:msg>
      </h>
      <p>
        <t:msg>
          <t:text>The changes that the source states are set beside those that
            follow from the levels it prints, with the interval that the
            printed digits allow. All stated changes of the report year are
            listed, and those of earlier years that do not follow from the
            levels or need a remark. Nothing was adjusted.</t:text>
        </t:msg>
      </p>
      <table id="table-comparison">
        <caption>
          <t:msg>
            <t:text>Stated changes compared with the printed levels</t:text>
          </t:msg>
        </caption>
        <col/>
        <col/>
        <col align="end"/>
        <col align="end"/>
        <col/>
        <thead>
          <tr>
            <th>
              <t:msg context="table"><t:text>Indicator</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>Period</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>Stated</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>From the levels</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>Finding</t:text></t:msg>
            </th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$stated" mode="comparison"/>
        </tbody>
        <xsl:if test="$stated[not(@computed)]">
          <notes>
            <p>
              <t:msg>
                <t:text>“…” means not available.</t:text>
              </t:msg>
            </p>
          </notes>
        </xsl:if>
      </table>
    </section>
  </xsl:template>

  <xsl:template match="a:stated" mode="comparison">
    <tr>
      <th scope="row">
        <xsl:value-of select="t:capital(t:text(ancestor::a:indicator/a:label))"/>
      </th>
      <td>
        <xsl:for-each select="..">
          <xsl:call-template name="period-cell"/>
        </xsl:for-each>
      </td>
      <td>
        <xsl:call-template name="change-cell"/>
      </td>
      <td>
        <xsl:call-template name="computed-cell"/>
      </td>
      <td>
        <xsl:apply-templates select="@verdict"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="computed-cell">
    <xsl:choose>
      <xsl:when test="not(@computed)">…</xsl:when>
      <xsl:when test="@kind = 'times' or @kind = 'doublings'">
        <t:msg context="table" n="t:number(@computed, 2)">
          <t:text>{value} time</t:text>
          <t:plural>{value} times</t:plural>
          <t:hole name="value" select="t:number(@computed, 2)"/>
        </t:msg>
      </xsl:when>
      <xsl:when test="@kind = 'percent' or @kind = 'annual' or
          @kind = 'contribution' or @kind = 'points' or @kind = 'pull'">
        <xsl:variable name="is-percent"
            select="@kind != 'points' and @kind != 'pull'"/>
        <xsl:variable name="lo" select="t:signed(@computedLo, @decimals)"/>
        <xsl:variable name="hi" select="t:signed(@computedHi, @decimals)"/>
        <xsl:choose>
          <xsl:when test="$lo = $hi and $is-percent">
            <xsl:value-of select="concat($lo, '%')"/>
          </xsl:when>
          <xsl:when test="$is-percent">
            <t:msg context="table">
              <t:text>{low}% to {high}%</t:text>
              <t:hole name="low" select="$lo"/>
              <t:hole name="high" select="$hi"/>
            </t:msg>
          </xsl:when>
          <xsl:when test="$lo = $hi">
            <t:msg context="table">
              <t:text>{value} points</t:text>
              <t:hole name="value" select="$lo"/>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <t:msg context="table">
              <t:text>{low} to {high} points</t:text>
              <t:hole name="low" select="$lo"/>
              <t:hole name="high" select="$hi"/>
            </t:msg>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="@kind = 'places'">
        <xsl:value-of select="t:signed(@computed, @decimals)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="t:sign(@computed, @decimals) = 1">+</xsl:if>
        <xsl:value-of select="t:value(@computed, ancestor::a:obs/@unitMult,
            key('unit', ancestor::a:indicator/@unit), '', @decimals)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@verdict[. = 'agrees']">
    <t:msg context="finding">
      <t:text>Agrees.</t:text>
    </t:msg>
    <xsl:call-template name="marks">
      <xsl:with-param name="notes"
          select="../a:note[@kind != 'revision']"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="@verdict[. = 'explained' or . = 'differs']">
    <xsl:choose>
      <xsl:when test="../@basis = 'revised'">
        <t:msg context="finding">
          <t:text>Differs: the change rests on a revised base.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@basis = 'comparable-prices'">
        <t:msg context="finding">
          <t:text>Differs: the change is at comparable prices.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@basis = 'break'">
        <t:msg context="finding">
          <t:text>Differs: there is a break in the series between.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@basis = 'other-universe'">
        <t:msg context="finding">
          <t:text>Differs: the change is one in another list or scope.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="finding">
          <t:text>Differs; the source does not say why.</t:text>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="marks">
      <xsl:with-param name="notes"
          select="../a:note[@kind != 'revision']"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="@verdict">
    <xsl:choose>
      <xsl:when test="../@reason = 'period-unknown'">
        <t:msg context="finding">
          <t:text>Not compared: the source does not name the base
            period.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@reason = 'bound'">
        <t:msg context="finding">
          <t:text>Not compared: a figure is a bound or approximate.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@reason = 'break'">
        <t:msg context="finding">
          <t:text>Not compared: the series breaks.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@reason = 'base-zero' or
          ../@reason = 'base-negative' or ../@reason = 'sign-change'">
        <t:msg context="finding">
          <t:text>Not compared: the base is not positive.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="../@reason = 'no-earlier-value'">
        <t:msg context="finding">
          <t:text>Not compared: there is no earlier level.</t:text>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg context="finding">
          <t:text>Not compared: the figures are not comparable.</t:text>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== The index ==== -->

  <xsl:template name="index">
    <section id="index" numbered="false">
      <h>
        <t:msg>
          <t:text>Index of indicators</t:text>
        </t:msg>
      </h>
      <index>
        <xsl:for-each select="$shown">
          <xsl:sort select="t:sort-key(t:text(a:label))"/>
          <entry>
            <t:msg context="index">
              <t:text>{indicator}, {page}</t:text>
              <t:hole name="indicator" select="t:capital(t:text(a:label))"/>
              <t:hole name="page">
                <ref to="i-{@id}" what="page"/>
              </t:hole>
            </t:msg>
          </entry>
        </xsl:for-each>
      </index>
    </section>
  </xsl:template>
</xsl:stylesheet>
