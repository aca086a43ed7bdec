<?xml version="1.0" encoding="UTF-8"?>
<!--
  A dataset and its reports: what it is of, its data, and an entry for each
  design with its languages.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:gongbao:release:1" xmlns:t="urn:gongbao:template:1"
    xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="t str" exclude-result-prefixes="r">

  <!-- Reports of one design, in all its languages. -->
  <xsl:key name="entry" match="r:report"
      use="concat(../@id, '|', @design, '|', @style)"/>
  <!-- What the language of a report begins with that is the page's. -->
  <xsl:variable name="code" select="translate($lang, '-', '_')"/>

  <!-- ==== A page for one dataset ==== -->

  <!-- Nothing on it is of the release, so that it is the same in the next one
       where its dataset and reports are. -->
  <xsl:template name="dataset-page">
    <xsl:variable name="title">
      <xsl:call-template name="plain-text">
        <xsl:with-param name="texts" select="r:title"/>
      </xsl:call-template>
    </xsl:variable>
    <html lang="{$lang}">
      <xsl:call-template name="head">
        <xsl:with-param name="title">
          <t:msg context="page">
            <t:text>{title} {year}</t:text>
            <t:hole name="title" select="$title"/>
            <t:hole name="year" select="@year"/>
          </t:msg>
        </xsl:with-param>
        <xsl:with-param name="texts" select="r:title"/>
        <xsl:with-param name="root">../</xsl:with-param>
        <xsl:with-param name="name" select="@id"/>
      </xsl:call-template>
      <body>
        <xsl:call-template name="skip"/>
        <header>
          <div class="column">
            <nav class="way">
              <xsl:attribute name="aria-label">
                <t:msg context="page"><t:text>Way back</t:text></t:msg>
              </xsl:attribute>
              <a href="../index{$suffix}.html">
                <xsl:call-template name="text">
                  <xsl:with-param name="texts" select="$release/r:title"/>
                </xsl:call-template>
              </a>
            </nav>
            <h1>
              <xsl:call-template name="text">
                <xsl:with-param name="texts" select="r:title"/>
              </xsl:call-template>
            </h1>
            <xsl:call-template name="languages">
              <xsl:with-param name="name" select="@id"/>
            </xsl:call-template>
          </div>
        </header>
        <main id="main">
          <div class="column">
            <div class="dataset">
              <xsl:call-template name="about">
                <xsl:with-param name="root">../</xsl:with-param>
              </xsl:call-template>
              <xsl:call-template name="entries">
                <xsl:with-param name="root">../</xsl:with-param>
                <xsl:with-param name="heading">h2</xsl:with-param>
              </xsl:call-template>
            </div>
          </div>
        </main>
        <xsl:call-template name="footer">
          <xsl:with-param name="root">../</xsl:with-param>
        </xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- ==== Its part of the page of all ==== -->

  <xsl:template name="dataset-section">
    <section class="dataset" id="d-{@id}" aria-labelledby="t-{@id}">
      <div class="about">
        <h2 id="t-{@id}">
          <xsl:call-template name="text">
            <xsl:with-param name="texts" select="r:title"/>
          </xsl:call-template>
        </h2>
        <xsl:call-template name="facts"/>
      </div>
      <xsl:call-template name="entries">
        <xsl:with-param name="heading">h3</xsl:with-param>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="about">
    <xsl:param name="root"/>
    <div class="about">
      <xsl:call-template name="facts">
        <xsl:with-param name="root" select="$root"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="facts">
    <xsl:param name="root"/>
    <dl class="facts">
      <div>
        <dt><t:msg context="page"><t:text>Period</t:text></t:msg></dt>
        <dd><xsl:value-of select="t:date(@year)"/></dd>
      </div>
      <div>
        <dt><t:msg context="page"><t:text>Area</t:text></t:msg></dt>
        <dd>
          <xsl:call-template name="text">
            <xsl:with-param name="texts" select="r:refArea"/>
          </xsl:call-template>
        </dd>
      </div>
      <div>
        <dt><t:msg context="page"><t:text>Publisher</t:text></t:msg></dt>
        <dd>
          <xsl:call-template name="text">
            <xsl:with-param name="texts" select="r:publisher"/>
          </xsl:call-template>
        </dd>
      </div>
      <div>
        <dt><t:msg context="page"><t:text>Prepared</t:text></t:msg></dt>
        <dd>
          <time datetime="{@prepared}">
            <xsl:value-of select="t:date(@prepared)"/>
          </time>
        </dd>
      </div>
      <div>
        <dt><t:msg context="page"><t:text>Data</t:text></t:msg></dt>
        <dd>
          <ul class="links">
            <xsl:for-each select="r:file[@kind = 'csv']">
              <li>
                <xsl:call-template name="data-link">
                  <xsl:with-param name="root" select="$root"/>
                  <xsl:with-param name="label">
                    <t:msg context="data"><t:text>CSV</t:text></t:msg>
                  </xsl:with-param>
                </xsl:call-template>
              </li>
            </xsl:for-each>
            <xsl:for-each select="r:file[@kind = 'mapping']">
              <li>
                <xsl:call-template name="data-link">
                  <xsl:with-param name="root" select="$root"/>
                  <xsl:with-param name="label">
                    <t:msg context="data">
                      <t:text>Mapping of the CSV</t:text>
                    </t:msg>
                  </xsl:with-param>
                </xsl:call-template>
              </li>
            </xsl:for-each>
            <xsl:for-each select="r:file[@kind = 'aggregated']">
              <li>
                <xsl:call-template name="data-link">
                  <xsl:with-param name="root" select="$root"/>
                  <xsl:with-param name="label">
                    <t:msg context="data">
                      <t:text>XML with results</t:text>
                    </t:msg>
                  </xsl:with-param>
                </xsl:call-template>
              </li>
            </xsl:for-each>
          </ul>
        </dd>
      </div>
      <div>
        <dt><t:msg context="page"><t:text>By year</t:text></t:msg></dt>
        <dd>
          <ul class="links">
            <xsl:for-each select="r:file[@kind = 'xml']">
              <li>
                <xsl:call-template name="year-link">
                  <xsl:with-param name="root" select="$root"/>
                </xsl:call-template>
              </li>
            </xsl:for-each>
          </ul>
        </dd>
      </div>
    </dl>
    <xsl:call-template name="sums">
      <xsl:with-param name="files" select="r:file"/>
      <xsl:with-param name="of">
        <t:msg context="page">
          <t:text>data of {dataset}</t:text>
          <t:hole name="dataset">
            <xsl:call-template name="text">
              <xsl:with-param name="texts" select="r:title"/>
            </xsl:call-template>
          </t:hole>
        </t:msg>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Context: file of a dataset. -->
  <xsl:template name="data-link">
    <xsl:param name="root"/>
    <xsl:param name="label"/>
    <a href="{$root}{str:encode-uri(@path, false())}">
      <xsl:value-of select="$label"/>
      <span class="unseen">
        <t:msg context="hidden">
          <t:text>, {dataset},</t:text>
          <t:hole name="dataset">
            <xsl:call-template name="text">
              <xsl:with-param name="texts" select="../r:title"/>
            </xsl:call-template>
          </t:hole>
        </t:msg>
      </span>
      <xsl:text> </xsl:text>
      <span class="size"><xsl:value-of select="t:size(@size)"/></span>
    </a>
  </xsl:template>

  <!-- A dataset may have many years: of these the year alone is seen. -->
  <xsl:template name="year-link">
    <xsl:param name="root"/>
    <a href="{$root}{str:encode-uri(@path, false())}">
      <xsl:call-template name="last-part">
        <xsl:with-param name="path" select="substring-before(@path, '.xml')"/>
      </xsl:call-template>
      <span class="unseen">
        <t:msg context="hidden">
          <t:text>, {dataset}, XML, {size}</t:text>
          <t:hole name="dataset">
            <xsl:call-template name="text">
              <xsl:with-param name="texts" select="../r:title"/>
            </xsl:call-template>
          </t:hole>
          <t:hole name="size" select="t:size(@size)"/>
        </t:msg>
      </span>
    </a>
  </xsl:template>

  <!-- Of a path what is behind the last slash. -->
  <xsl:template name="last-part">
    <xsl:param name="path" select="@path"/>
    <xsl:choose>
      <xsl:when test="contains($path, '/')">
        <xsl:call-template name="last-part">
          <xsl:with-param name="path" select="substring-after($path, '/')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$path"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== Its reports ==== -->

  <xsl:template name="entries">
    <xsl:param name="root"/>
    <xsl:param name="heading"/>
    <ul class="reports">
      <xsl:for-each select="r:report[generate-id() = generate-id(
          key('entry', concat(../@id, '|', @design, '|', @style))[1])]">
        <xsl:variable name="versions"
            select="key('entry', concat(../@id, '|', @design, '|', @style))"/>
        <li class="report">
          <xsl:call-template name="picture">
            <xsl:with-param name="root" select="$root"/>
            <xsl:with-param name="report" select="($versions[starts-with(@lang,
                $code)] | $versions[not($versions[starts-with(@lang,
                $code)])])[1]"/>
          </xsl:call-template>
          <div>
            <xsl:element name="{$heading}">
              <xsl:call-template name="design"/>
            </xsl:element>
            <ul class="versions">
              <xsl:for-each select="$versions">
                <xsl:sort select="not(starts-with(@lang, $code))"/>
                <li>
                  <xsl:call-template name="version">
                    <xsl:with-param name="root" select="$root"/>
                  </xsl:call-template>
                </li>
              </xsl:for-each>
            </ul>
            <xsl:call-template name="sums">
              <xsl:with-param name="files" select="$versions/r:file
                  [@kind = 'pdf' or @kind = 'tex']"/>
              <xsl:with-param name="of">
                <xsl:call-template name="what"/>
              </xsl:with-param>
            </xsl:call-template>
          </div>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- The first page; a plain sheet where there is no picture of it. -->
  <xsl:template name="picture">
    <xsl:param name="root"/>
    <xsl:param name="report"/>
    <xsl:for-each select="$report/r:file[@kind = 'picture'][1]">
      <img class="sheet" src="{$root}{str:encode-uri(@path, false())}" loading="lazy">
        <xsl:copy-of select="@width"/>
        <xsl:copy-of select="@height"/>
        <xsl:attribute name="alt">
          <xsl:for-each select="$report">
            <t:msg context="page">
              <t:text>First page: {what}, {language}</t:text>
              <t:hole name="what">
                <xsl:call-template name="what-plain"/>
              </t:hole>
              <t:hole name="language">
                <xsl:call-template name="language"/>
              </t:hole>
            </t:msg>
          </xsl:for-each>
        </xsl:attribute>
      </img>
    </xsl:for-each>
    <xsl:if test="not($report/r:file[@kind = 'picture'])">
      <span class="sheet"/>
    </xsl:if>
  </xsl:template>

  <!-- "Annual bulletin, Wuhan Science and Technology Innovation Bulletin":
       what tells it from all others but for the language. -->
  <xsl:template name="what">
    <t:msg context="page">
      <t:text>{design}, {dataset}</t:text>
      <t:hole name="design">
        <xsl:call-template name="design"/>
      </t:hole>
      <t:hole name="dataset">
        <xsl:call-template name="text">
          <xsl:with-param name="texts" select="../r:title"/>
        </xsl:call-template>
      </t:hole>
    </t:msg>
  </xsl:template>
  <xsl:template name="what-plain">
    <xsl:variable name="what">
      <xsl:call-template name="what"/>
    </xsl:variable>
    <xsl:value-of select="$what"/>
  </xsl:template>

  <!-- One language of a report. -->
  <xsl:template name="version">
    <xsl:param name="root"/>
    <span class="language"><xsl:call-template name="language"/></span>
    <xsl:text> </xsl:text>
    <span class="pages"><xsl:call-template name="pages"/></span>
    <xsl:text> </xsl:text>
    <xsl:for-each select="r:file[@kind = 'pdf']">
      <xsl:call-template name="report-link">
        <xsl:with-param name="root" select="$root"/>
        <xsl:with-param name="label">
          <t:msg context="data"><t:text>PDF</t:text></t:msg>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:text> </xsl:text>
    <xsl:for-each select="r:file[@kind = 'tex']">
      <xsl:call-template name="report-link">
        <xsl:with-param name="root" select="$root"/>
        <xsl:with-param name="label">
          <t:msg context="data"><t:text>LaTeX</t:text></t:msg>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="not($many) and $release/@previous and @change != 'same'">
      <xsl:text> </xsl:text>
      <span class="change"><xsl:call-template name="report-change"/></span>
    </xsl:if>
  </xsl:template>

  <!-- What a link leads to is said in full, but seen as far as the lines
       around it do not say it.  Context: file of a report. -->
  <xsl:template name="report-link">
    <xsl:param name="root"/>
    <xsl:param name="label"/>
    <a href="{$root}{str:encode-uri(@path, false())}" class="{@kind}" hreflang="{../r:title/@xml:lang}">
      <xsl:value-of select="$label"/>
      <span class="unseen">
        <xsl:for-each select="..">
          <t:msg context="hidden">
            <t:text>, {report}, {language}, {pages},</t:text>
            <t:hole name="report">
              <xsl:call-template name="what"/>
            </t:hole>
            <t:hole name="language">
              <xsl:call-template name="language"/>
            </t:hole>
            <t:hole name="pages">
              <xsl:call-template name="pages"/>
            </t:hole>
          </t:msg>
        </xsl:for-each>
      </span>
      <xsl:text> </xsl:text>
      <span class="size"><xsl:value-of select="t:size(@size)"/></span>
    </a>
  </xsl:template>

  <!-- Checksums, as sha256sum writes them: each is marked by one click. -->
  <xsl:template name="sums">
    <xsl:param name="files"/>
    <xsl:param name="of"/>
    <details>
      <summary>
        <t:msg context="page"><t:text>SHA-256</t:text></t:msg>
        <span class="unseen">
          <t:msg context="hidden">
            <t:text>: {what}</t:text>
            <t:hole name="what">
              <xsl:copy-of select="$of"/>
            </t:hole>
          </t:msg>
        </span>
      </summary>
      <dl class="sums">
        <xsl:for-each select="$files">
          <dt><xsl:call-template name="last-part"/></dt>
          <dd><code><xsl:value-of select="@sha256"/></code></dd>
        </xsl:for-each>
      </dl>
    </details>
  </xsl:template>
</xsl:stylesheet>
