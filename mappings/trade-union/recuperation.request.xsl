<?xml version="1.0" encoding="UTF-8"?>
<!-- GH9003, a stay for recovery: service LXY. Agreement 2.1, appendix B. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GH9003']">LXY</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = ('destination', 'days')]"/>
  </xsl:template>

  <xsl:template match="field[name = 'destination']">
    <string key="destination"><xsl:value-of select="wire:fit(value, 150, 'destination')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'days']">
    <number key="days"><xsl:value-of select="wire:number(value, 'days')"/></number>
  </xsl:template>
</xsl:stylesheet>
