<?xml version="1.0" encoding="UTF-8"?>
<!-- GH9005, help with the first year at school: service JXZX. Agreement 2.1, appendix B. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GH9005']">JXZX</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = ('school', 'admittedYear')]"/>
  </xsl:template>

  <xsl:template match="field[name = 'school']">
    <string key="school"><xsl:value-of select="wire:fit(value, 150, 'school')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'admittedYear']">
    <string key="admitted"><xsl:value-of select="value"/></string>
  </xsl:template>
</xsl:stylesheet>
