<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9010, registers somebody who has lost work: transaction RS0110. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="case[item = 'RS9010']" mode="transaction">RS0110</xsl:template>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'lastEmployer'], field[name = 'leftOn']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'lastEmployer']" mode="item">
    <AAC161><xsl:value-of select="wire:fit(value, 100, 'AAC161')"/></AAC161>
  </xsl:template>
  <xsl:template match="field[name = 'leftOn']" mode="item">
    <AAE140><xsl:value-of select="wire:day(value, 'AAE140')"/></AAE140>
  </xsl:template>
</xsl:stylesheet>
