<?xml version="1.0" encoding="UTF-8"?>
<!-- WJ9004, a medical certificate of birth, issued again: CSZM, its form in ZCS. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'WJ9004']">CSZM</xsl:template>

  <xsl:template match="form">
    <ZCS><xsl:apply-templates select="field[name = 'childName'], field[name = 'bornOn'], field[name = 'hospital']"/></ZCS>
  </xsl:template>

  <xsl:template match="field[name = 'childName']"><ZCS.1><ZCS.1.1><xsl:value-of select="wire:fit(value, 150, 'ZCS-1')"/></ZCS.1.1></ZCS.1></xsl:template>
  <xsl:template match="field[name = 'bornOn']"><ZCS.2><ZCS.2.1><xsl:value-of select="wire:day(value, 'ZCS-2')"/></ZCS.2.1></ZCS.2></xsl:template>
  <xsl:template match="field[name = 'hospital']"><ZCS.3><ZCS.3.1><xsl:value-of select="wire:fit(value, 150, 'ZCS-3')"/></ZCS.3.1></ZCS.3></xsl:template>
</xsl:stylesheet>
