<?xml version="1.0" encoding="UTF-8"?>
<!--
  The status of figures: a letter behind those of tables, with a legend below,
  and a word behind those of sentences.  What is provisional throughout the
  report year is said once, in the notes, and at no figure.

    status-mark (mode)   the letter of an observation
    status-words (mode)  the words, in parentheses
    status-line (mode)   the words, alone
    status-legend        the letters that occur in a table
    missing              what stands for a value that is not there
    missing-legend       what "[c]" means, where it occurs
    provisional-note     that all figures of the report year are provisional
-->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <!-- In the order of their letters; of those that mean missing only K needs
       a word. -->
  <xsl:variable name="status-list">
    <s code="B" mark="b"/><s code="D" mark="d"/><s code="E" mark="e"/>
    <s code="F" mark="f"/><s code="G" mark="g"/><s code="I" mark="i"/>
    <s code="J" mark="j"/><s code="K" mark="k"/><s code="N" mark="n"/>
    <s code="P" mark="p"/><s code="S" mark="s"/><s code="U" mark="u"/>
    <s code="V" mark="v"/><s code="W" mark="w"/>
  </xsl:variable>
  <xsl:variable name="statuses" select="exsl:node-set($status-list)/*"/>

  <xsl:variable name="is-provisional"
      select="boolean($data/a:theme/a:indicator/a:obs[@current][@value])
      and not($data/a:theme/a:indicator/a:obs[@current][@value]
      [@status != 'P'])"/>

  <!-- Its mark as text, or nothing. -->
  <xsl:template name="status-letter">
    <xsl:if test="not($is-provisional and @current and @status = 'P')">
      <xsl:value-of select="$statuses[@code = current()/@status]/@mark"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:obs" mode="status-mark">
    <xsl:variable name="letter">
      <xsl:call-template name="status-letter"/>
    </xsl:variable>
    <xsl:if test="$letter != '' and not(@confStatus)">
      <sup><xsl:value-of select="$letter"/></sup>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:obs" mode="status-words">
    <xsl:variable name="letter">
      <xsl:call-template name="status-letter"/>
    </xsl:variable>
    <xsl:if test="$letter != '' and not(@confStatus)">
      <!-- The empty hole keeps the blank that English has before it. -->
      <t:msg context="status">
        <t:text>{before} ({status})</t:text>
        <t:hole name="before" select="''"/>
        <t:hole name="status"><xsl:call-template name="status-told-of"/></t:hole>
      </t:msg>
    </xsl:if>
  </xsl:template>

  <!-- A break parts a figure from those before it, but for a level that the
       source restated. -->
  <xsl:template name="status-told-of">
    <xsl:choose>
      <xsl:when test="@status = 'B' and a:change[@from = 'base']">
        <t:msg context="status">
          <t:text>break in the series; compared with the earlier level as
            restated</t:text>
        </t:msg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="status-name">
          <xsl:with-param name="code" select="@status"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- On a line of its own, in a card. -->
  <xsl:template match="a:obs" mode="status-line">
    <xsl:variable name="letter">
      <xsl:call-template name="status-letter"/>
    </xsl:variable>
    <xsl:if test="$letter != '' and not(@confStatus)">
      <xsl:variable name="name">
        <xsl:call-template name="status-told-of"/>
      </xsl:variable>
      <xsl:value-of select="t:capital($name)"/>
    </xsl:if>
  </xsl:template>

  <!-- obs: those of the table. -->
  <xsl:template name="status-legend">
    <xsl:param name="obs"/>
    <xsl:variable name="marked" select="$obs[not(@confStatus)]
        [not($is-provisional and @current and @status = 'P')]"/>
    <xsl:variable name="used"
        select="$statuses[@code = $marked/@status]"/>
    <xsl:if test="$used">
      <p>
        <t:msg context="sentence">
          <t:text>{items}.</t:text>
          <t:hole name="items">
            <xsl:for-each select="$used">
              <xsl:if test="position() > 1">
                <t:msg context="list"><t:text>;</t:text></t:msg>
                <xsl:text>&#10;</xsl:text>
              </xsl:if>
              <xsl:call-template name="status-meaning"/>
            </xsl:for-each>
          </t:hole>
        </t:msg>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="status-meaning">
    <t:msg context="legend">
      <t:text>{mark}{meaning}</t:text>
      <t:hole name="mark"><sup><xsl:value-of select="@mark"/></sup></t:hole>
      <t:hole name="meaning">
        <xsl:choose>
          <xsl:when test="@code = 'B'">
            <t:msg context="status">
              <t:text>break in the series: earlier figures are not
                comparable</t:text>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="status-name">
              <xsl:with-param name="code" select="@code"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </t:hole>
    </t:msg>
  </xsl:template>

  <xsl:template name="status-name">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'B'">
        <t:msg context="status"><t:text>break in the series</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'D'">
        <t:msg context="status"><t:text>definition differs</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'E'">
        <t:msg context="status"><t:text>estimated</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'F'">
        <t:msg context="status"><t:text>forecast</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'G'">
        <t:msg context="status"><t:text>experimental</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'I'">
        <t:msg context="status"><t:text>imputed</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'J'">
        <t:msg context="status">
          <t:text>need not be reported</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$code = 'K'">
        <t:msg context="status">
          <t:text>included in another category</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$code = 'N'">
        <t:msg context="status">
          <t:text>below half a unit of the last digit</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$code = 'P'">
        <t:msg context="status"><t:text>provisional</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'S'">
        <t:msg context="status">
          <t:text>affected by a special event</t:text>
        </t:msg>
      </xsl:when>
      <xsl:when test="$code = 'U'">
        <t:msg context="status"><t:text>low reliability</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'V'">
        <t:msg context="status"><t:text>not validated</t:text></t:msg>
      </xsl:when>
      <xsl:when test="$code = 'W'">
        <t:msg context="status">
          <t:text>includes another category</t:text>
        </t:msg>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Missing values ==== -->

  <!-- obs: the observation without a value, or none. -->
  <xsl:template name="missing">
    <xsl:param name="obs"/>
    <xsl:choose>
      <xsl:when test="$obs[@status = 'Q' or @confStatus]">[c]</xsl:when>
      <xsl:when test="$obs/@status = 'M'">–</xsl:when>
      <xsl:otherwise>
        <xsl:text>…</xsl:text>
        <xsl:apply-templates select="$obs" mode="status-mark"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="missing-legend">
    <xsl:param name="obs"/>
    <xsl:if test="$obs[not(@value)][@status = 'Q' or @confStatus]">
      <p>
        <t:msg>
          <t:text>“[c]” means confidential, not published.</t:text>
        </t:msg>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ==== What is true of all ==== -->

  <xsl:template name="provisional-note">
    <xsl:if test="$is-provisional">
      <t:msg>
        <t:text>All figures of the report year are provisional.</t:text>
      </t:msg>
    </xsl:if>
  </xsl:template>

  <!-- In the alternative text of a chart: which of its figures are not
       certain.  obs: those drawn. -->
  <xsl:template name="status-told">
    <xsl:param name="obs"/>
    <xsl:variable name="told" select="$obs[not($is-provisional and
        @current and @status = 'P')][@status = $statuses/@code]"/>
    <xsl:for-each select="$statuses[@code = $told/@status]">
      <xsl:variable name="code" select="@code"/>
      <xsl:call-template name="two-sentences">
        <xsl:with-param name="two">
          <t:msg context="chart">
            <t:text>{status}: {figures}.</t:text>
            <t:hole name="status">
              <xsl:variable name="name">
                <xsl:call-template name="status-name">
                  <xsl:with-param name="code" select="$code"/>
                </xsl:call-template>
              </xsl:variable>
              <xsl:value-of select="t:capital($name)"/>
            </t:hole>
            <t:hole name="figures">
              <xsl:variable name="items">
                <xsl:for-each select="$told[@status = $code]">
                  <i>
                    <t:msg context="chart">
                      <t:text>{indicator}, {period}</t:text>
                      <t:hole name="indicator" select="t:text(../a:label)"/>
                      <t:hole name="period" select="t:date(@period, @phase)"/>
                    </t:msg>
                  </i>
                </xsl:for-each>
              </xsl:variable>
              <xsl:for-each select="exsl:node-set($items)/*">
                <xsl:if test="position() > 1">
                  <t:msg context="list"><t:text>;</t:text></t:msg>
                  <xsl:text>&#10;</xsl:text>
                </xsl:if>
                <xsl:value-of select="."/>
              </xsl:for-each>
            </t:hole>
          </t:msg>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
