<?xml version="1.0" encoding="UTF-8"?>
<!-- WJ9001, rewards families that kept to one child: JSJL, its form in ZJL. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'WJ9001']">JSJL</xsl:template>

  <xsl:template match="form">
    <ZJL><xsl:apply-templates select="field[name = 'onlyChildCertificate'], field[name = 'childBornOn'], field[name = 'bankCard']"/></ZJL>
  </xsl:template>

  <xsl:template match="field[name = 'onlyChildCertificate']"><ZJL.1><ZJL.1.1><xsl:value-of select="wire:fit(value, 20, 'ZJL-1')"/></ZJL.1.1></ZJL.1></xsl:template>
  <xsl:template match="field[name = 'childBornOn']"><ZJL.2><ZJL.2.1><xsl:value-of select="wire:day(value, 'ZJL-2')"/></ZJL.2.1></ZJL.2></xsl:template>
  <xsl:template match="field[name = 'bankCard']"><ZJL.3><ZJL.3.1><xsl:value-of select="wire:fit(value, 19, 'ZJL-3')"/></ZJL.3.1></ZJL.3></xsl:template>
</xsl:stylesheet>
