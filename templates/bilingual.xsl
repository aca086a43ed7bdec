<?xml version="1.0" encoding="UTF-8"?>
<!--
  The annual bulletin in two languages, side by side; made for one language it
  is the annual bulletin.  Its own name gives it its own style.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="annual.xsl"/>
</xsl:stylesheet>
