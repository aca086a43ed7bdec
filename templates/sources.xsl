<?xml version="1.0" encoding="UTF-8"?>
<!--
  Sources: the documents, each figure as it is printed there, and what computed
  figures are computed from.  The links of all figures lead here.
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <!-- ==== Sources: each document, each figure as it is printed there ==== -->

  <xsl:template name="sources">
    <section id="sources" class="appendix">
      <h>
        <t:msg>
          <t:text>Sources</t:text>
        </t:msg>
      </h>
      <xsl:call-template name="source-list"/>
      <xsl:call-template name="citations"/>
      <xsl:call-template name="computations">
        <xsl:with-param name="figures" select="$computed"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- Where they are many, changes stand in a column beside the levels. -->
  <xsl:variable name="has-changes"
      select="count(//a:stated/a:cite) * 2 > count(//a:obs/a:cite)"/>

  <xsl:template name="citations">
    <p class="source">
      <t:msg>
        <t:text>{table} cites every figure of this report: as it is printed
          in its document, and the lines of the document that it stands
          in.</t:text>
        <t:hole name="table"><ref to="table-citations"/></t:hole>
      </t:msg>
    </p>
    <table id="table-citations">
      <caption>
        <t:msg>
          <t:text>Figures as printed in the documents</t:text>
        </t:msg>
      </caption>
      <col/>
      <col/>
      <col align="end"/>
      <xsl:if test="$has-changes"><col align="end"/></xsl:if>
      <col align="end"/>
      <thead>
        <tr>
          <th>
            <t:msg context="table"><t:text>Indicator</t:text></t:msg>
          </th>
          <th>
            <t:msg context="table"><t:text>Period</t:text></t:msg>
          </th>
          <th>
            <t:msg context="table"><t:text>As printed</t:text></t:msg>
          </th>
          <xsl:if test="$has-changes">
            <th>
              <t:msg context="table"><t:text>Change as printed</t:text></t:msg>
            </th>
          </xsl:if>
          <th>
            <t:msg context="table"><t:text>Lines</t:text></t:msg>
          </th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$data/a:sources/a:source[key('cite', @id)]">
          <tr class="group">
            <th scope="rowgroup" colspan="{4 + $has-changes}">
              <xsl:value-of select="t:text(a:title)"/>
              <xsl:text> </xsl:text>
              <span class="source">
                <t:msg>
                  <t:text>(document: {file})</t:text>
                  <t:hole name="file" select="@file"/>
                </t:msg>
              </span>
            </th>
          </tr>
          <xsl:apply-templates mode="cited" select="key('cite', @id)
              [$has-changes and parent::a:stated]/ancestor::a:obs |
              key('cite', @id)/parent::*[not($has-changes and
              self::a:stated)]">
            <xsl:with-param name="source" select="@id"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </tbody>
      <xsl:if test="$has-changes or //a:obs[@period = 'unknown' or
          @confStatus]">
        <notes>
          <xsl:if test="//a:obs[@period = 'unknown']">
            <p>
              <t:msg>
                <t:text>“…” means that the source does not state the
                  period.</t:text>
              </t:msg>
            </p>
          </xsl:if>
          <xsl:call-template name="missing-legend">
            <xsl:with-param name="obs" select="//a:obs[@confStatus]"/>
          </xsl:call-template>
          <xsl:if test="$has-changes">
            <p>
              <t:msg>
                <t:text>“–” means that none is printed.</t:text>
              </t:msg>
            </p>
          </xsl:if>
        </notes>
      </xsl:if>
    </table>
  </xsl:template>

  <!-- Below a table or chart: its source. -->
  <xsl:template name="source-line">
    <xsl:param name="cites"/>
    <xsl:if test="$cites">
      <p>
        <xsl:call-template name="source-words">
          <xsl:with-param name="sources"
              select="$data/a:sources/a:source[@id = $cites/@source]"/>
        </xsl:call-template>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The document, or of several who published them. -->
  <xsl:template name="source-words">
    <xsl:param name="sources"/>
    <xsl:choose>
      <xsl:when test="$sources[2]">
        <t:msg>
          <t:text>Sources: {publishers}.</t:text>
          <t:hole name="publishers">
            <xsl:call-template name="publishers">
              <xsl:with-param name="sources" select="$sources"/>
            </xsl:call-template>
          </t:hole>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>Source: {title}.</t:text>
          <t:hole name="title" select="t:text($sources/a:title)"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Each publisher of the sources once: none twice, and none alone that is
       among those of a joint source ("A, B"). -->
  <xsl:template name="publishers">
    <xsl:param name="sources"/>
    <xsl:variable name="all">
      <xsl:for-each select="$sources">
        <xsl:variable name="start" select="position()"/>
        <xsl:variable name="own" select="t:text(a:publisher)"/>
        <xsl:if test="not(a:publisher[1] =
            $sources[not(position() >= $start)]/a:publisher[1]) and
            not($sources[t:text(a:publisher) != $own and (
            contains(concat('&#x3001;', t:text(a:publisher), '&#x3001;'),
            concat('&#x3001;', $own, '&#x3001;')) or
            contains(concat(', ', t:text(a:publisher), ', '),
            concat(', ', $own, ', ')))])">
          <publisher><xsl:value-of select="$own"/></publisher>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($all)/*">
      <xsl:if test="position() > 1">
        <t:msg context="list"><t:text>;</t:text></t:msg>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="source-list">
    <ul>
      <xsl:apply-templates select="$data/a:sources/a:source" mode="list"/>
    </ul>
  </xsl:template>

  <xsl:template match="a:source" mode="list">
    <li>
      <xsl:choose>
        <xsl:when test="@published">
          <t:msg>
            <t:text>{title}. {publisher}, {date}.</t:text>
            <t:hole name="title" select="t:text(a:title)"/>
            <t:hole name="publisher" select="t:text(a:publisher)"/>
            <t:hole name="date" select="t:date(@published)"/>
          </t:msg>
        </xsl:when>
        <xsl:otherwise>
          <t:msg>
            <t:text>{title}. {publisher}.</t:text>
            <t:hole name="title" select="t:text(a:title)"/>
            <t:hole name="publisher" select="t:text(a:publisher)"/>
          </t:msg>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="a:note">
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="t:text(a:text)"/>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- An observation and its stated changes, or the level of an earlier period
       stated beside it, in one source.  Links from figures lead to the first
       citation of each; from its token a link leads back. -->
  <xsl:template match="a:obs | a:base | a:stated" mode="cited">
    <xsl:param name="source"/>
    <xsl:variable name="levels" select="a:cite[@source = $source]"/>
    <xsl:variable name="changes"
        select="a:stated[$has-changes]/a:cite[@source = $source]"/>
    <xsl:variable name="cites" select="$levels | $changes"/>
    <tr>
      <th scope="row">
        <xsl:apply-templates select="." mode="figure-name"/>
      </th>
      <td>
        <xsl:for-each select="self::a:base | self::a:obs | self::a:stated/..">
          <xsl:call-template name="period-cell"/>
        </xsl:for-each>
      </td>
      <td xml:lang="zh-CN">
        <xsl:apply-templates select="$levels" mode="token"/>
        <xsl:if test="not($levels)">–</xsl:if>
      </td>
      <xsl:if test="$has-changes">
        <td xml:lang="zh-CN">
          <xsl:apply-templates select="$changes" mode="token"/>
          <xsl:if test="not($changes)">–</xsl:if>
        </td>
      </xsl:if>
      <td>
        <xsl:for-each select="$cites">
          <xsl:variable name="start" select="position()"/>
          <xsl:if test="not(@lines = $cites[$start > position()]/@lines)">
            <xsl:if test="$start > 1">, </xsl:if>
            <xsl:value-of select="translate(@lines, '-', '–')"/>
          </xsl:if>
        </xsl:for-each>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="a:cite" mode="token">
    <xsl:if test="position() > 1">, </xsl:if>
    <xsl:choose>
      <xsl:when test="preceding-sibling::a:cite">
        <xsl:value-of select="@token"/>
      </xsl:when>
      <xsl:otherwise>
        <span id="{t:key(..)}">
          <xsl:attribute name="title">
            <xsl:call-template name="cite-words"/>
          </xsl:attribute>
          <xsl:call-template name="back">
            <xsl:with-param name="key" select="t:key(..)"/>
            <xsl:with-param name="text" select="@token"/>
          </xsl:call-template>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is cited there, as a row names it. -->
  <xsl:template match="a:obs" mode="figure-name">
    <xsl:value-of select="t:capital(t:text(../a:label))"/>
  </xsl:template>
  <xsl:template match="a:bound | a:stated | a:change" mode="figure-name">
    <t:msg context="table">
      <t:text>{indicator}: change</t:text>
      <t:hole name="indicator"
          select="t:capital(t:text(ancestor::a:indicator/a:label))"/>
    </t:msg>
  </xsl:template>
  <xsl:template match="a:base | a:implied" mode="figure-name">
    <t:msg context="table">
      <t:text>{indicator}: earlier level</t:text>
      <t:hole name="indicator"
          select="t:capital(t:text(ancestor::a:indicator/a:label))"/>
    </t:msg>
  </xsl:template>
  <xsl:template match="a:share | a:bound[@what = 'share']"
      mode="figure-name">
    <t:msg context="table">
      <t:text>{indicator}: share of {whole}</t:text>
      <t:hole name="indicator"
          select="t:capital(t:text(ancestor::a:indicator/a:label))"/>
      <t:hole name="whole" select="t:text(key('indicator', @of)/a:label)"/>
    </t:msg>
  </xsl:template>

  <!-- Where a citation leads, for those who do not see the link. -->
  <xsl:template name="cite-words">
    <xsl:variable name="title"
        select="t:text($data/a:sources/a:source[@id = current()/@source]
        /a:title)"/>
    <xsl:choose>
      <xsl:when test="translate(@lines, '- ', '') = @lines">
        <t:msg>
          <t:text>Source: {title}, line {line}</t:text>
          <t:hole name="title" select="$title"/>
          <t:hole name="line" select="@lines"/>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <t:msg>
          <t:text>Source: {title}, lines {lines}</t:text>
          <t:hole name="title" select="$title"/>
          <t:hole name="lines" select="translate(@lines, '-', '–')"/>
        </t:msg>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A text that leads to the figure with a key. -->
  <xsl:template name="back">
    <xsl:param name="key"/>
    <xsl:param name="text"/>
    <a class="source" href="#u{substring-after($key, 'f')}">
      <xsl:attribute name="title">
        <t:msg>
          <t:text>This figure in the report</t:text>
        </t:msg>
      </xsl:attribute>
      <xsl:value-of select="$text"/>
    </a>
  </xsl:template>

  <!-- ==== Computed figures: what each is computed from ==== -->

  <!-- Those of the report year, and beside the changes that are compared. -->
  <xsl:variable name="computed-year" select="//a:obs[@current]/*[
      self::a:share or self::a:implied[@certain] or
      self::a:change[not(../a:stated)]]
      | //a:obs[@current]/a:bound[count(. | key('told-bound',
      generate-id(..))) = count(key('told-bound', generate-id(..)))]"/>
  <xsl:variable name="computed"
      select="$computed-year | $stated[@computed]"/>

  <xsl:template name="computations">
    <xsl:param name="figures"/>
    <xsl:if test="$figures">
      <table id="table-computations">
        <caption>
          <t:msg>
            <t:text>Computed figures and what they are computed from</t:text>
          </t:msg>
        </caption>
        <col/>
        <col/>
        <col align="end"/>
        <col align="end"/>
        <thead>
          <tr>
            <th>
              <t:msg context="table"><t:text>Indicator</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>Period</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>Computed</t:text></t:msg>
            </th>
            <th>
              <t:msg context="table"><t:text>From</t:text></t:msg>
            </th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$figures" mode="computation"/>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:*" mode="computation">
    <xsl:variable name="key">
      <xsl:choose>
        <xsl:when test="self::a:stated">
          <xsl:value-of select="t:key(@computed)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="t:key(.)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="text">
      <xsl:apply-templates select="." mode="computed"/>
    </xsl:variable>
    <tr id="{$key}">
      <xsl:attribute name="title">
        <t:msg>
          <t:text>Computed from figures of the sources</t:text>
        </t:msg>
      </xsl:attribute>
      <th scope="row">
        <xsl:apply-templates select="." mode="figure-name"/>
      </th>
      <td>
        <xsl:for-each select="..">
          <xsl:call-template name="period-cell"/>
        </xsl:for-each>
      </td>
      <td>
        <xsl:call-template name="back">
          <xsl:with-param name="key" select="$key"/>
          <xsl:with-param name="text" select="t:plain($text)"/>
        </xsl:call-template>
      </td>
      <td>
        <t:msg context="computed">
          <t:text>{figure}, {other}</t:text>
          <t:hole name="figure" select="t:figure(..)"/>
          <t:hole name="other">
            <xsl:apply-templates select="." mode="computed-with"/>
          </t:hole>
        </t:msg>
      </td>
    </tr>
  </xsl:template>

  <!-- The figure as the report prints it. -->
  <xsl:template match="a:stated" mode="computed">
    <xsl:call-template name="computed-cell"/>
  </xsl:template>
  <xsl:template match="a:change" mode="computed">
    <xsl:call-template name="change-cell"/>
  </xsl:template>
  <xsl:template match="a:share" mode="computed">
    <xsl:value-of select="concat(t:number(@value, @decimals), '%')"/>
  </xsl:template>
  <xsl:template match="a:bound" mode="computed">
    <xsl:call-template name="bound-cell"/>
  </xsl:template>
  <xsl:template match="a:implied" mode="computed">
    <xsl:value-of select="t:value(@certain, @unitMult,
        key('unit', ancestor::a:indicator/@unit), 'about')"/>
  </xsl:template>

  <!-- The figure that it is computed with, beside its own level. -->
  <xsl:template match="a:stated | a:change | a:bound" mode="computed-with">
    <xsl:variable name="levels" select="../../a:obs[@value]
        [@period = current()/@base]"/>
    <xsl:variable name="level" select="$levels[string(@phase) =
        string(current()/../@phase)] | $levels[not($levels[2])]"/>
    <xsl:choose>
      <xsl:when test="@from = 'base' or not($level)">
        <xsl:value-of select="t:figure(../a:base)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="t:figure($level)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="a:share | a:bound[@what = 'share']"
      mode="computed-with">
    <xsl:value-of select="t:figure(key('indicator', @of)/a:obs[@value]
        [@period = current()/../@period][last()])"/>
  </xsl:template>
  <xsl:template match="a:implied" mode="computed-with">
    <xsl:for-each select="../a:stated[@kind = 'percent' and
        @base = current()/@period][1]">
      <xsl:call-template name="change-cell"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
