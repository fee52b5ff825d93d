<?xml version="1.0" encoding="UTF-8"?>
<!-- JX9001, social card: the receipt of the photograph, and the bank that issues the card. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'JX9001']">SBK</xsl:template>

  <xsl:template match="form">
    <map key="nr"><xsl:apply-templates select="field[name = ('photograph', 'bank')]"/></map>
  </xsl:template>
  <xsl:template match="field[name = 'photograph']">
    <string key="zphz"><xsl:value-of select="wire:fit(value, 12, 'zphz')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'bank']">
    <string key="kkyh"><xsl:value-of select="wire:fit(value, 60, 'kkyh')"/></string>
  </xsl:template>
</xsl:stylesheet>
