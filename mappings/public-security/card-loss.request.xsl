<?xml version="1.0" encoding="UTF-8"?>
<!-- GA9001, a lost residence permit: business 0101. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GA9001']">0101</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'cardNumber'], field[name = 'lostOn']"/>
  </xsl:template>
  <xsl:template match="field[name = 'lostOn']">
    <DSRQ><xsl:value-of select="wire:day(value, 'DSRQ')"/></DSRQ>
  </xsl:template>
</xsl:stylesheet>
