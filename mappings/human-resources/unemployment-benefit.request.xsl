<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9012, unemployment benefit: transaction RS0112. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="case[item = 'RS9012']" mode="transaction">RS0112</xsl:template>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'contributionMonths'], field[name = 'bankCard']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'contributionMonths']" mode="item">
    <AAE201><xsl:value-of select="wire:number(value, 'AAE201')"/></AAE201>
  </xsl:template>
  <xsl:template match="field[name = 'bankCard']" mode="item">
    <AAE010><xsl:value-of select="wire:fit(value, 19, 'AAE010')"/></AAE010>
  </xsl:template>
</xsl:stylesheet>
