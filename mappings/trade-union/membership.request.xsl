<?xml version="1.0" encoding="UTF-8"?>
<!-- GH9002, joining the union: service RHSQ. Agreement 2.1, appendix B. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GH9002']">RHSQ</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = ('employer', 'joinedOn')]"/>
  </xsl:template>

  <xsl:template match="field[name = 'employer']">
    <string key="employer"><xsl:value-of select="wire:fit(value, 150, 'employer')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'joinedOn']">
    <string key="joinedOn"><xsl:value-of select="value"/></string>
  </xsl:template>
</xsl:stylesheet>
