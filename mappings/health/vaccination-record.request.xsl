<?xml version="1.0" encoding="UTF-8"?>
<!-- WJ9005, moves a vaccination record; the centre in Pudong answers: YMZJ, its form in ZYM. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'WJ9005']">YMZJ</xsl:template>

  <xsl:template match="form">
    <ZYM><xsl:apply-templates select="field[name = 'childName'], field[name = 'bornOn'], field[name = 'recordNumber']"/></ZYM>
  </xsl:template>

  <xsl:template match="field[name = 'childName']"><ZYM.1><ZYM.1.1><xsl:value-of select="wire:fit(value, 150, 'ZYM-1')"/></ZYM.1.1></ZYM.1></xsl:template>
  <xsl:template match="field[name = 'bornOn']"><ZYM.2><ZYM.2.1><xsl:value-of select="wire:day(value, 'ZYM-2')"/></ZYM.2.1></ZYM.2></xsl:template>
  <xsl:template match="field[name = 'recordNumber']"><ZYM.3><ZYM.3.1><xsl:value-of select="wire:fit(value, 18, 'ZYM-3')"/></ZYM.3.1></ZYM.3></xsl:template>
</xsl:stylesheet>
