<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: on all figures, definitions, remarks on single figures. -->
<xsl:stylesheet version="1.0" xmlns="urn:gongbao:document:1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="urn:gongbao:aggregated:1" xmlns:t="urn:gongbao:template:1"
    xmlns:exsl="http://exslt.org/common"
    extension-element-prefixes="t exsl" exclude-result-prefixes="a">

  <xsl:template name="notes">
    <section id="notes" class="appendix">
      <h>
        <t:msg>
          <t:text>Notes</t:text>
        </t:msg>
      </h>
      <xsl:call-template name="notes-general"/>
      <xsl:call-template name="notes-definitions"/>
      <xsl:call-template name="notes-remarks"/>
    </section>
  </xsl:template>

  <xsl:template name="notes-general">
    <section id="notes-general">
      <h>
        <t:msg>
          <t:text>About the figures</t:text>
        </t:msg>
      </h>
      <ul>
        <xsl:for-each select="a:note">
          <li><xsl:value-of select="t:text(a:text)"/></li>
        </xsl:for-each>
        <xsl:if test="$is-provisional">
          <li><xsl:call-template name="provisional-note"/></li>
        </xsl:if>
        <li><xsl:apply-templates select="@rounding"/></li>
        <li><xsl:call-template name="changes-note"/></li>
      </ul>
    </section>
  </xsl:template>

  <xsl:template name="notes-definitions">
    <xsl:if test="//a:indicator/a:definition">
      <section id="notes-definitions">
        <h>
          <t:msg>
            <t:text>Definitions</t:text>
          </t:msg>
        </h>
        <ul>
          <xsl:for-each select="//a:indicator[a:definition]">
            <li>
              <t:msg context="definition">
                <t:text>{indicator}: {definition}</t:text>
                <t:hole name="indicator">
                  <xsl:apply-templates select="." mode="link">
                    <xsl:with-param name="label"
                        select="t:capital(t:text(a:label))"/>
                  </xsl:apply-templates>
                </t:hole>
                <t:hole name="definition" select="t:text(a:definition)"/>
              </t:msg>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="notes-remarks">
    <xsl:variable name="first" select="//a:note[generate-id() =
        generate-id(key('remark', a:text[1])[1])]"/>
    <xsl:if test="$first">
      <section id="notes-open">
        <h>
          <t:msg>
            <t:text>Remarks on single figures</t:text>
          </t:msg>
        </h>
        <p>
          <t:msg>
            <t:text>Numbers in brackets in the tables lead here. What the
              source leaves open is said and not decided.</t:text>
          </t:msg>
        </p>
        <ol>
          <xsl:for-each select="$first">
            <li id="note-{position()}">
              <xsl:call-template name="remark"/>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The text of a remark and the indicators that it is on. -->
  <xsl:template name="remark">
    <t:msg context="remark">
      <t:text>{text} On: {indicators}.</t:text>
      <t:hole name="text" select="t:text(a:text)"/>
      <t:hole name="indicators">
        <xsl:for-each
            select="key('remark', a:text[1])/ancestor::a:indicator">
          <xsl:if test="position() > 1">
            <t:msg context="list"><t:text>;</t:text></t:msg>
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
          <xsl:apply-templates select="." mode="link"/>
        </xsl:for-each>
      </t:hole>
    </t:msg>
  </xsl:template>

  <xsl:template match="@rounding[. = 'half-up']">
    <t:msg>
      <t:text>Computed figures are rounded once, when they are printed, halves
        away from zero.</t:text>
    </t:msg>
  </xsl:template>
  <xsl:template match="@rounding[. = 'half-even']">
    <t:msg>
      <t:text>Computed figures are rounded once, when they are printed, halves
        to the even digit.</t:text>
    </t:msg>
  </xsl:template>
  <xsl:template match="@rounding">
    <t:msg>
      <t:text>Computed figures are cut off, once, when they are
        printed.</t:text>
    </t:msg>
  </xsl:template>
</xsl:stylesheet>
