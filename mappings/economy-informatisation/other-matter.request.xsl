<?xml version="1.0" encoding="UTF-8"?>
<!-- JX9003, any other matter, in words. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'JX9003']">HC03</xsl:template>

  <xsl:template match="form">
    <map key="nr"><xsl:apply-templates select="field[name = ('matter')]"/></map>
  </xsl:template>
  <xsl:template match="field[name = 'matter']">
    <string key="sx"><xsl:value-of select="wire:fit(value, 180, 'sx')"/></string>
  </xsl:template>
</xsl:stylesheet>
