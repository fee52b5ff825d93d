<?xml version="1.0" encoding="UTF-8"?>
<!-- CL9002, living allowance for those in need. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'householdSize'], field[name = 'monthlyIncome']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'householdSize']" mode="item">
    <JTRS><xsl:value-of select="wire:number(value, 'JTRS')"/></JTRS>
  </xsl:template>
  <xsl:template match="field[name = 'monthlyIncome']" mode="item">
    <YSR><xsl:value-of select="wire:number(value, 'YSR')"/></YSR>
  </xsl:template>
</xsl:stylesheet>
