<?xml version="1.0" encoding="UTF-8"?>
<!-- GH9001, aid to members in hardship: service KNBF. Agreement 2.1, appendix B. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GH9001']">KNBF</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = ('householdSize', 'yearlyIncome')]"/>
  </xsl:template>

  <xsl:template match="field[name = 'householdSize']">
    <number key="household"><xsl:value-of select="wire:number(value, 'household')"/></number>
  </xsl:template>
  <xsl:template match="field[name = 'yearlyIncome']">
    <number key="income"><xsl:value-of select="wire:number(value, 'income')"/></number>
  </xsl:template>
</xsl:stylesheet>
