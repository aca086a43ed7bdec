<?xml version="1.0" encoding="UTF-8"?>
<!--
  What stands around the content of each page: head, the way to the other
  language, the files of the release.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="t str" exclude-result-prefixes="r">

  <!-- texts: those that the title is of; root: what leads to the folder of the
       release; name: of the page, less its suffix. -->
  <xsl:template name="head">
    <xsl:param name="title"/>
    <xsl:param name="texts"/>
    <xsl:param name="root"/>
    <xsl:param name="name"/>
    <head>
      <meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>
        <xsl:if test="t:text($texts) = ''">
          <xsl:attribute name="lang">
            <xsl:value-of select="$texts[1]/@xml:lang"/>
          </xsl:attribute>
        </xsl:if>
        <xsl:value-of select="$title"/>
      </title>
      <link rel="stylesheet" href="{$root}style.css"/>
      <link rel="alternate" hreflang="{$other-lang}"
          href="{$name}{$other-suffix}.html"/>
      <link rel="alternate" type="application/atom+xml"
          href="{$root}feed{$suffix}.atom">
        <xsl:attribute name="title">
          <xsl:call-template name="plain-text">
            <xsl:with-param name="texts" select="$release/r:title"/>
          </xsl:call-template>
        </xsl:attribute>
      </link>
    </head>
  </xsl:template>

  <xsl:template name="skip">
    <a class="skip" href="#main">
      <t:msg context="page"><t:text>Skip to the content</t:text></t:msg>
    </a>
  </xsl:template>

  <!-- A page in the other language is called what it calls itself. -->
  <xsl:template name="languages">
    <xsl:param name="name"/>
    <nav class="languages">
      <xsl:attribute name="aria-label">
        <t:msg context="page"><t:text>Language</t:text></t:msg>
      </xsl:attribute>
      <a href="{$name}{$other-suffix}.html" hreflang="{$other-lang}"
          lang="{$other-lang}" rel="alternate">
        <xsl:choose>
          <xsl:when test="$lang = 'en'">
            <xsl:text>&#x4E2D;&#x6587;</xsl:text>
          </xsl:when>
          <xsl:otherwise>
            <xsl:text>English</xsl:text>
          </xsl:otherwise>
        </xsl:choose>
      </a>
    </nav>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:param name="root"/>
    <footer>
      <div class="column">
        <nav class="files" aria-labelledby="files">
          <h2 id="files">
            <t:msg context="page">
              <t:text>Files of this release</t:text>
            </t:msg>
          </h2>
          <ul>
            <xsl:call-template name="release-file">
              <xsl:with-param name="path"
                  select="concat($root, 'manifest.xml')"/>
              <xsl:with-param name="label">
                <t:msg context="page">
                  <t:text>Manifest: all inputs and outputs</t:text>
                </t:msg>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="release-file">
              <xsl:with-param name="path" select="concat($root, $sums)"/>
              <xsl:with-param name="label">
                <t:msg context="page"><t:text>Checksums</t:text></t:msg>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:if test="$release/@signed">
              <xsl:call-template name="release-file">
                <xsl:with-param name="path"
                    select="concat($root, $sums, '.sig')"/>
                <xsl:with-param name="label">
                  <t:msg context="page">
                    <t:text>Signature of the checksums</t:text>
                  </t:msg>
                </xsl:with-param>
              </xsl:call-template>
            </xsl:if>
            <xsl:call-template name="release-file">
              <xsl:with-param name="path"
                  select="concat($root, 'provenance.intoto.json')"/>
              <xsl:with-param name="label">
                <t:msg context="page"><t:text>Provenance</t:text></t:msg>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:for-each select="$release/r:files/r:file[@kind = 'class']">
              <xsl:call-template name="release-file">
                <xsl:with-param name="path" select="concat($root, @path)"/>
                <xsl:with-param name="label">
                  <t:msg context="page">
                    <t:text>Class of the LaTeX sources</t:text>
                  </t:msg>
                </xsl:with-param>
              </xsl:call-template>
            </xsl:for-each>
            <xsl:call-template name="release-file">
              <xsl:with-param name="path"
                  select="concat($root, 'feed', $suffix, '.atom')"/>
              <xsl:with-param name="label">
                <t:msg context="page">
                  <t:text>Feed of new bulletins (Atom)</t:text>
                </t:msg>
              </xsl:with-param>
            </xsl:call-template>
          </ul>
        </nav>
      </div>
    </footer>
  </xsl:template>

  <xsl:variable name="sums">SHA256SUMS</xsl:variable>

  <xsl:template name="release-file">
    <xsl:param name="path"/>
    <xsl:param name="label"/>
    <li><a href="{str:encode-uri($path, false())}"><xsl:value-of select="$label"/></a></li>
  </xsl:template>

  <!-- How to check what was downloaded. -->
  <xsl:template name="checking">
    <section class="checking" aria-labelledby="checking">
      <h2 id="checking">
        <t:msg context="page"><t:text>Check a download</t:text></t:msg>
      </h2>
      <p>
        <xsl:choose>
          <xsl:when test="$release/@signed">
            <t:msg context="page">
              <t:text>Put {sums} into the folder where the files are kept
                below the same names as here, run {command} there, and
                have {signature} checked by the tool that the publisher
                signs with.</t:text>
              <t:hole name="sums">
                <code><xsl:value-of select="$sums"/></code>
              </t:hole>
              <t:hole name="command">
                <xsl:call-template name="check-command"/>
              </t:hole>
              <t:hole name="signature">
                <code><xsl:value-of select="$sums"/>.sig</code>
              </t:hole>
            </t:msg>
          </xsl:when>
          <xsl:otherwise>
            <t:msg context="page">
              <t:text>Put {sums} into the folder where the files are kept
                below the same names as here, and run {command}
                there.</t:text>
              <t:hole name="sums">
                <code><xsl:value-of select="$sums"/></code>
              </t:hole>
              <t:hole name="command">
                <xsl:call-template name="check-command"/>
              </t:hole>
            </t:msg>
          </xsl:otherwise>
        </xsl:choose>
      </p>
    </section>
  </xsl:template>

  <!-- No line ends behind a hyphen of it. -->
  <xsl:template name="check-command">
    <code>
      <code>sha256sum</code>
      <xsl:text> </xsl:text>
      <code>--check</code>
      <xsl:text> </xsl:text>
      <code>--ignore-missing</code>
      <xsl:text> </xsl:text>
      <code><xsl:value-of select="$sums"/></code>
    </code>
  </xsl:template>
</xsl:stylesheet>
