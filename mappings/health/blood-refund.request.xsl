<?xml version="1.0" encoding="UTF-8"?>
<!-- WJ9002, refunds what blood cost somebody who had donated: XXBX, its form in ZXX. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'WJ9002']">XXBX</xsl:template>

  <xsl:template match="form">
    <ZXX><xsl:apply-templates select="field[name = 'donatedMl'], field[name = 'usedMl'], field[name = 'hospital']"/></ZXX>
  </xsl:template>

  <xsl:template match="field[name = 'donatedMl']"><ZXX.1><ZXX.1.1><xsl:value-of select="wire:number(value, 'ZXX-1')"/></ZXX.1.1></ZXX.1></xsl:template>
  <xsl:template match="field[name = 'usedMl']"><ZXX.2><ZXX.2.1><xsl:value-of select="wire:number(value, 'ZXX-2')"/></ZXX.2.1></ZXX.2></xsl:template>
  <xsl:template match="field[name = 'hospital']"><ZXX.3><ZXX.3.1><xsl:value-of select="wire:fit(value, 150, 'ZXX-3')"/></ZXX.3.1></ZXX.3></xsl:template>
</xsl:stylesheet>
