<?xml version="1.0" encoding="UTF-8"?>
<!-- GH9004, help in a labour dispute: service FLYZ. Agreement 2.1, appendix B. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GH9004']">FLYZ</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = ('employer', 'claim')]"/>
  </xsl:template>

  <xsl:template match="field[name = 'employer']">
    <string key="employer"><xsl:value-of select="wire:fit(value, 150, 'employer')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'claim']">
    <number key="claim"><xsl:value-of select="wire:number(value, 'claim')"/></number>
  </xsl:template>
</xsl:stylesheet>
