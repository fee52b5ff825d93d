<?xml version="1.0" encoding="UTF-8"?>
<!-- GA9002, a new residence permit: business 0201. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GA9002']">0201</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'address'], field[name = 'registeredOn'], field[name = 'insuredMonths']"/>
  </xsl:template>
  <xsl:template match="field[name = 'registeredOn']">
    <DJRQ><xsl:value-of select="wire:day(value, 'DJRQ')"/></DJRQ>
  </xsl:template>
  <xsl:template match="field[name = 'insuredMonths']">
    <SBYS><xsl:value-of select="wire:number(value, 'SBYS')"/></SBYS>
  </xsl:template>
</xsl:stylesheet>
